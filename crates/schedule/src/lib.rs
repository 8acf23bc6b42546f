//! Who runs next. A [`Scheduler`] is asked at every switch point; a [`Runner`] drives a machine by its answers to a
//! [`Verdict`]. A [`Schedule`] says in a line of text which run it was, a [`Trace`] what happened in it, step by
//! step, and a [`Timeline`] shows it at any step, forwards and backwards.
//!
//! This crate draws no page, opens no file and reads no clock; all chance comes from a run's seed.

mod draws;
pub mod letters;

pub mod codec;
pub mod interval;
pub mod schedule;

pub mod scheduler;
pub mod schedulers;

pub mod misfit;
pub mod naming;
pub mod runner;
pub mod segments;
pub mod verdict;
pub mod waiting;

mod canonical;
pub mod fingerprint;
pub mod trace;

mod checkpoints;
pub mod holds;
pub mod lanes;
mod modes;
pub mod timeline;

pub use codec::ParseError;
pub use fingerprint::trace_hash;
pub use holds::{Held, Hold, Holds};
pub use interval::Interval;
pub use lanes::{Lane, Span, SpanKind};
pub use letters::thread_letter;
pub use misfit::{Misfit, ScheduleError};
pub use runner::{Progress, Runner};
pub use schedule::{Decision, Schedule};
pub use scheduler::{Reason, Scheduler, SwitchPoint};
pub use schedulers::{Interactive, Random, RoundRobin, Scripted};
pub use segments::{Segment, Segments};
pub use timeline::{Mark, Timeline};
pub use trace::Trace;
pub use verdict::Verdict;
pub use waiting::{Awaited, Wait};
