//! The `interleave` command: runs threaded Python under a seeded schedule, explores all of its schedules, and shows its
//! instructions.
//!
//! All of it is [`run`], which is given its arguments and streams and gives back an exit status; it reads the program's
//! file, and writes the trace's if asked to.

mod args;
mod command;
mod diagnostics;
mod explore;
mod explore_json;
mod explore_text;
mod lessons;
mod limits;
mod report;
mod source;
mod trace_file;

pub use args::{Args, Command, ExploreArgs, ModelName, ReduceName, RunArgs, TimeName};
pub use command::{Streams, run};
pub use lessons::LessonArgs;
pub use limits::LimitArgs;
