//! What components need of the browser: keys, timers, sizes, the address.

mod address;
mod embedding;
mod host;
mod keys;
mod library;
mod search;
mod size;
mod ticker;

pub(crate) use address::{query, use_address};
pub(crate) use embedding::{use_embedding, use_look};
pub(crate) use host::Request;
pub(crate) use keys::Key;
pub(crate) use library::use_library;
pub(crate) use search::{Searched, use_search};
pub(crate) use size::use_size;
pub(crate) use ticker::use_ticker;
