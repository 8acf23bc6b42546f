//! The `interleave` command: runs threaded Python under a seeded schedule, and shows its instructions.
//!
//! All of it is [`run`], which is given its arguments and streams and gives back an exit status; it reads the program's
//! file, and writes the trace's if asked to.

mod args;
mod command;
mod diagnostics;
mod lessons;
mod limits;
mod report;
mod source;
mod trace_file;

pub use args::{Args, Command, ModelName, RunArgs};
pub use command::{Streams, run};
pub use lessons::LessonArgs;
pub use limits::LimitArgs;
