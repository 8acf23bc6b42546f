//! What components need of the browser: keys, timers, sizes, the address.

mod address;
mod drafts;
mod editing;
mod editor_module;
mod embedding;
mod files;
mod host;
mod keys;
mod library;
mod module;
mod one_file;
mod packing;
mod search;
mod size;
mod ticker;

pub(crate) use address::{query, use_address};
pub(crate) use drafts::Drafts;
pub(crate) use editing::{Checked, Editing, use_editing};
pub(crate) use editor_module::{Editor, use_editor};
pub(crate) use embedding::{use_embedding, use_look};
pub(crate) use files::{open_file, save, use_drop};
pub(crate) use host::Request;
pub(crate) use keys::Key;
pub(crate) use library::{Shelf, use_library};
pub(crate) use one_file::one_file;
pub(crate) use packing::open;
pub(crate) use search::{Searched, use_search};
pub(crate) use size::use_size;
pub(crate) use ticker::use_ticker;
