//! Which run of a program it is.

use std::num::NonZeroU64;

use interleave_vm::{Model, ThreadId};

use crate::interval::Interval;

/// Which run of a program it is: with the program and its limits, all that a run depends on.
///
/// The decisions come first, one after another; then [`Schedule::then`] goes, if there is one; from there on the seed
/// decides, drawing as if the run had only then begun. As text (see [`crate::codec`]) it is short enough to be said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Schedule {
    /// What chance is drawn from: who goes next, for how long, and Python's `random`.
    pub seed: u64,
    /// Where a switch can fall.
    pub model: Model,
    /// How long a slice is; if none is given, what the program has set (`sys.setswitchinterval`), 5 ms at first.
    pub interval: Option<Interval>,
    /// What was decided for the beginning of the run.
    pub decisions: Vec<Decision>,
    /// Who goes after the decisions, for a slice as the seed draws it.
    pub then: Option<ThreadId>,
}

/// One decision: a thread goes on for so many steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Decision {
    /// Who goes on.
    pub thread: ThreadId,
    /// For how many steps.
    pub steps: NonZeroU64,
}

impl Schedule {
    /// The schedule that leaves all to a seed.
    pub fn seeded(seed: u64) -> Schedule {
        Schedule { seed, ..Schedule::default() }
    }

    /// The same with a switch model.
    pub fn with_model(self, model: Model) -> Schedule {
        Schedule { model, ..self }
    }

    /// The same with a switch interval.
    pub fn with_interval(self, interval: Interval) -> Schedule {
        Schedule { interval: Some(interval), ..self }
    }

    /// The same with everything left to the seed.
    pub fn undecided(self) -> Schedule {
        Schedule { decisions: Vec::new(), then: None, ..self }
    }

    /// How many steps are decided.
    pub fn decided_steps(&self) -> u64 {
        self.decisions.iter().fold(0, |sum, decision| sum.saturating_add(decision.steps.get()))
    }
}
