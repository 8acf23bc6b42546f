use std::num::NonZeroU64;

use interleave_vm::ThreadId;

use crate::scheduler::{Scheduler, SwitchPoint};

/// A person chooses; where nothing was said, or the thread cannot go, another scheduler does.
#[derive(Clone, Debug)]
pub struct Interactive<S> {
    next: Option<ThreadId>,
    otherwise: S,
    asked_otherwise: bool,
}

impl<S: Scheduler> Interactive<S> {
    /// Nothing is said yet: `otherwise` chooses.
    pub fn new(otherwise: S) -> Interactive<S> {
        Interactive { next: None, otherwise, asked_otherwise: false }
    }

    /// At the next switch point this thread goes, if it can.
    pub fn next(&mut self, thread: ThreadId) {
        self.next = Some(thread);
    }
}

impl<S: Scheduler> Scheduler for Interactive<S> {
    fn choose(&mut self, at: &SwitchPoint<'_>) -> ThreadId {
        let chosen = self.next.take().filter(|thread| at.runnable.contains(thread));
        self.asked_otherwise = chosen.is_none();
        chosen.unwrap_or_else(|| self.otherwise.choose(at))
    }

    fn exactly(&self) -> Option<NonZeroU64> {
        if self.asked_otherwise { self.otherwise.exactly() } else { None }
    }
}
