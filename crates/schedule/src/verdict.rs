//! How a run ended.

use std::fmt;

use interleave_vm::{Limit, Machine, ThreadId};

use crate::waiting::{Wait, waits};

/// How a run ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Every thread that the program waits for has ended.
    Ended,
    /// An exception that nothing caught ended the main thread (and then the others went to their end).
    Raised,
    /// Threads are left, and none of them can ever go on.
    Deadlocked(Vec<Wait>),
    /// A limit was reached.
    LimitReached(Limit),
}

impl Verdict {
    /// How a machine's run ended; none if it can go on.
    pub fn of(machine: &Machine) -> Option<Verdict> {
        if let Some(limit) = machine.exhausted() {
            return Some(Verdict::LimitReached(limit));
        }
        if machine.is_finished() {
            let raised = machine.failures().iter().any(|failure| failure.thread == ThreadId::MAIN);
            return Some(if raised { Verdict::Raised } else { Verdict::Ended });
        }
        machine.runnable().is_empty().then(|| Verdict::Deadlocked(waits(machine)))
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Verdict::Ended => "ended",
            Verdict::Raised => "raised",
            Verdict::Deadlocked(_) => "deadlocked",
            Verdict::LimitReached(_) => "limit reached",
        })
    }
}
