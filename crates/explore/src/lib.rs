//! All schedules of a program: every outcome with its exact count, the failing schedule with the fewest preemptions, or a
//! proof that there is none.

pub mod options;

pub mod access;
mod settle;
pub mod sharing;
mod untold;
pub mod world;

pub mod graph;
mod order;
pub mod outcome;

pub mod count;
mod product;

mod dpor;
#[cfg(test)]
mod one_by_one;
mod past;
mod waits;

pub mod exploration;
pub mod frontier;
mod in_parts;
mod livelock;
mod runs;

mod events;
pub mod replay;
pub mod report;
mod sample;
pub mod why;
pub mod words;

pub use exploration::{Exploration, Progress, Refused};
pub use frontier::Cost;
pub use options::{MAX_STATES, MAX_TRACES, Options, Reduce, Time};
pub use outcome::{Ending, Outcome};
pub use replay::{Line, Moved, Replay, Switch};
pub use report::{Counterexample, Found, Report};
pub use sample::Sample;
pub use untold::Untold;
pub use why::{Part, Why};
