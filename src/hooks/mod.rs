//! What components need of the browser: keys, timers, sizes, the address.

mod address;
mod keys;
mod library;
mod size;
mod ticker;

pub(crate) use address::{query, use_address};
pub(crate) use keys::{Key, use_keys};
pub(crate) use library::use_library;
pub(crate) use size::use_size;
pub(crate) use ticker::use_ticker;
