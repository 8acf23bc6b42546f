//! Who is asked which thread goes next, and what it is told.

use std::num::NonZeroU64;

use interleave_vm::{Machine, ThreadId};

/// Decides at each switch point which thread goes next.
///
/// The same answers to the same questions make the same run: a scheduler keeps to what it is told and to its seed.
pub trait Scheduler {
    /// The thread that goes next, one of [`SwitchPoint::runnable`].
    fn choose(&mut self, at: &SwitchPoint<'_>) -> ThreadId;

    /// For exactly how many steps the thread chosen last goes on, unless it stops before; none: for a slice as the seed
    /// draws it.
    fn exactly(&self) -> Option<NonZeroU64> {
        None
    }
}

/// A place where a thread must be chosen.
#[derive(Clone, Copy, Debug)]
pub struct SwitchPoint<'a> {
    /// The machine as it stands.
    pub machine: &'a Machine,
    /// The thread that made the last step; none at the start.
    pub current: Option<ThreadId>,
    /// The threads that can go next, at least one, in the order of their start.
    pub runnable: &'a [ThreadId],
    /// How many steps were made before.
    pub step: u64,
    /// Why a thread must be chosen.
    pub reason: Reason,
}

/// Why a thread must be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// It is the start.
    Start,
    /// The current thread has used up its slice.
    SliceOver,
    /// The current thread did input or output, during which CPython lets go of its lock.
    Released,
    /// The current thread must wait.
    Waiting,
    /// The current thread has ended.
    Finished,
}

impl<S: Scheduler + ?Sized> Scheduler for Box<S> {
    fn choose(&mut self, at: &SwitchPoint<'_>) -> ThreadId {
        (**self).choose(at)
    }

    fn exactly(&self) -> Option<NonZeroU64> {
        (**self).exactly()
    }
}
