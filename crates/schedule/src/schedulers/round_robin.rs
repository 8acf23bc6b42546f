use interleave_vm::ThreadId;

use crate::scheduler::{Scheduler, SwitchPoint};

/// One thread after another, in the order of their start.
#[derive(Clone, Copy, Debug, Default)]
pub struct RoundRobin;

impl Scheduler for RoundRobin {
    fn choose(&mut self, at: &SwitchPoint<'_>) -> ThreadId {
        let after = at.runnable.iter().find(|&&thread| Some(thread) > at.current);
        *after.unwrap_or(&at.runnable[0])
    }
}
