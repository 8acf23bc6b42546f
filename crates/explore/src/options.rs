//! What is to be explored, and how far.

use interleave_vm::{Limits, Model};

/// What is to be explored, and how far.
#[derive(Clone, Debug)]
pub struct Options {
    /// Where a switch can fall.
    pub model: Model,
    /// What a sleep promises.
    pub time: Time,
    /// Whether it is made use of that operations commute.
    pub reduce: Reduce,
    /// A Python expression whose value at the end is the outcome; if there is none, what the program writes to standard
    /// output is.
    pub outcome: Option<String>,
    /// A Python expression that must be true at the end.
    pub expect: Option<String>,
    /// The most preemptions that a schedule may have; if there is none, any number.
    pub preemptions: Option<u32>,
    /// How many states are looked at before the search gives up.
    pub max_states: usize,
    /// How many runs are gone through before a search without states gives up: traces, and runs that turn out to repeat one.
    pub max_traces: u64,
    /// How much the program may use on each of its ways.
    pub limits: Limits,
    /// What `random` is seeded with, unless the program does so itself.
    pub seed: u64,
}

/// How many states are looked at unless something else is asked for.
pub const MAX_STATES: usize = 100_000;

/// How many runs are gone through unless something else is asked for.
pub const MAX_TRACES: u64 = 100_000;

impl Default for Options {
    fn default() -> Options {
        Options {
            model: Model::default(),
            time: Time::default(),
            reduce: Reduce::default(),
            outcome: None,
            expect: None,
            preemptions: None,
            max_states: MAX_STATES,
            max_traces: MAX_TRACES,
            limits: Limits::default(),
            seed: 0,
        }
    }
}

/// What a sleep promises.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Time {
    /// Sleeps order events, as on an idle machine where everything else takes no time.
    Virtual,
    /// Nothing: whoever sleeps may wake before or after anything else happens.
    #[default]
    Any,
}

/// Which use is made of it that operations commute.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Reduce {
    /// All states are looked at, and schedules counted; then traces are, by sleep sets. Who takes a pool's task is a move only
    /// if the program can tell.
    #[default]
    Full,
    /// No states are kept: of all schedules that differ only in the order of what commutes, one is gone through. Traces are
    /// counted, and schedules are not; for what has too many states.
    Dpor,
    /// None: all states are looked at, and schedules counted; traces are not. That a pool's workers can be exchanged for each
    /// other is not made use of either: who takes a task is a move of its own.
    None,
}
