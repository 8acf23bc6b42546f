//! Cuts a wasm module in two. The first has what a page needs at once; it is small, and works alone. The later one has the
//! other functions, and shares the first one's memory, table and globals.
//!
//! A call from one module into the other goes through the table of functions, which both have. Until the later module is
//! there, the places of its functions hold stand-ins in the first: they have the later
//! module brought, by a function that is named, and then go on to what they stood for. So a module that is cut does what it did, whichever
//! functions are chosen; the choice decides only what must be waited for. It is the method of Binaryen's `wasm-split`, for
//! the one module that we have: what wasm-bindgen makes for the web.

mod cut;
mod data;
mod first;
mod later;
mod linked;
mod list;
mod note;
mod shape;

pub use cut::{Cut, cut};
pub use linked::{Datum, Linked};
pub use list::List;
pub use note::note_calls;
pub use shape::{Body, Shape, Shared};
