//! The language and the machine: Python source becomes CPython 3.13's instructions, and a [`Machine`]
//! runs them one at a time, for the thread it is told to run.
//!
//! This crate decides nothing about who runs next, does no input or output and reads no clock.

pub mod code;
pub mod compile;
pub mod diagnostic;
pub mod dis;
pub mod plain;
mod repr;
pub mod traceback;

pub use code::{Code, Const, Instruction, Op, Span};
pub use compile::{Compiled, Import, compile};
pub use diagnostic::Diagnostic;
