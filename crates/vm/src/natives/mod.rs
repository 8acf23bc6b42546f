//! The built-in types' methods and the built-in functions, written in Rust.

pub(crate) mod format;
pub(crate) mod help;
pub(crate) mod letters;
pub(crate) mod numerals;
pub(crate) mod text;
