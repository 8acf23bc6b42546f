use std::num::NonZeroU64;

use interleave_vm::ThreadId;

use crate::schedule::{Decision, Schedule};
use crate::scheduler::{Scheduler, SwitchPoint};

/// Follows decisions, and when there are no more, another scheduler.
///
/// It does not look whether a decision can be followed: the one who runs the thread finds out.
#[derive(Clone, Debug)]
pub struct Scripted<S> {
    decisions: Vec<Decision>,
    /// At which step each decision ends.
    ends: Vec<u64>,
    then: Option<ThreadId>,
    after: S,
    exactly: Option<NonZeroU64>,
}

impl<S: Scheduler> Scripted<S> {
    /// The decisions of a schedule, counted from the start of the run, and then another scheduler.
    pub fn new(schedule: &Schedule, after: S) -> Scripted<S> {
        let ends = schedule.decisions.iter().scan(0u64, |end, decision| {
            *end = end.saturating_add(decision.steps.get());
            Some(*end)
        });
        Scripted {
            ends: ends.collect(),
            decisions: schedule.decisions.clone(),
            then: schedule.then,
            after,
            exactly: None,
        }
    }
}

impl<S: Scheduler> Scheduler for Scripted<S> {
    fn choose(&mut self, at: &SwitchPoint<'_>) -> ThreadId {
        let place = self.ends.partition_point(|&end| end <= at.step);
        if let Some(decision) = self.decisions.get(place) {
            self.exactly = NonZeroU64::new(self.ends[place] - at.step);
            return decision.thread;
        }
        self.exactly = None;
        if let Some(thread) = self.then.take() {
            return thread;
        }
        let thread = self.after.choose(at);
        self.exactly = self.after.exactly();
        thread
    }

    fn exactly(&self) -> Option<NonZeroU64> {
        self.exactly
    }
}
