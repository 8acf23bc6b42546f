//! The language and the machine: Python source becomes CPython 3.13's instructions, and a [`Machine`]
//! runs them one at a time, for the thread it is told to run.
//!
//! This crate decides nothing about who runs next, does no input or output and reads no clock.

pub mod code;
pub mod compile;
pub mod diagnostic;
pub mod dis;
mod library;
pub mod marshal;
pub mod plain;
mod precise;
pub mod program;
pub mod traceback;

pub mod bytes;
pub mod class;
pub mod database;
pub mod dict;
pub mod frame;
pub mod heap;
pub mod native;
pub mod object;
pub mod pages;
pub mod sync;
pub mod text;
pub mod value;

pub mod effect;
pub mod inspect;
pub mod limits;
pub mod machine;
pub mod search;
pub mod step;

mod absent;
mod arguments;
mod attributes;
mod boot;
mod calls;
mod classes;
mod compare;
mod contents;
mod coroutines;
mod evaluate;
mod execute;
mod finalize;
mod foresight;
mod generators;
mod guards;
mod hash;
mod iterate;
mod keys;
mod liveness;
mod names;
mod natives;
mod numbers;
mod operators;
mod pending;
mod quick;
mod quick_access;
mod raise;
mod repr;
mod search_key;
mod set_attributes;
mod simple_calls;
mod slots;
mod subscripts;
mod suggest;
mod texts;
mod truth;
mod variables;
mod weight;
mod work;

pub use boot::SWITCH_INTERVAL;
pub use code::{Code, Const, Instruction, Op, Span};
pub use compile::{Compiled, Import, TokenKind, compile, tokens};
pub use database::{DatabaseView, Dialect, RowView, TableView};
pub use diagnostic::Diagnostic;
pub use effect::{Effect, Key, Operation, Place, Ready, Statement, Stream, Touch};
pub use evaluate::Expression;
pub use foresight::Foresight;
pub use frame::{Frame, LoadedCode, Thread, ThreadId};
pub use interleave_library::Module as LibraryModule;
pub use library::Library;
pub use limits::{Limit, Limits};
pub use machine::{Failure, Machine, Written};
pub use object::Object;
pub use program::Program;
pub use search_key::{KeyBase, KeyParts};
pub use step::{Mode, Model, NotRunnable, Ran, Step, Stop};
pub use sync::Sync;
pub use text::Str;
pub use value::{CodeId, Id, Value};
