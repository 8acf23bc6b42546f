//! What can be taken away of a run: its trace as JSON ([`trace`]), and in the form that Perfetto and `chrome://tracing` read
//! ([`chrome`]). README.md describes both.
//!
//! This crate makes texts of runs. It opens no file and draws no page.

mod json;
mod record;
mod shown;

pub mod chrome;
pub mod trace;

pub use record::Record;
