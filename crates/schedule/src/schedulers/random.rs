use interleave_vm::ThreadId;

use crate::draws::{Draws, Stream};
use crate::scheduler::{Scheduler, SwitchPoint};

/// Any thread that can go, each as likely as any other.
#[derive(Clone, Debug)]
pub struct Random {
    draws: Draws,
}

impl Random {
    /// Draws from a seed.
    pub fn new(seed: u64) -> Random {
        Random { draws: Draws::new(seed, Stream::Choices) }
    }
}

impl Scheduler for Random {
    fn choose(&mut self, at: &SwitchPoint<'_>) -> ThreadId {
        // Where there is no choice, chance is not asked: a thread that runs alone does not use up draws.
        match at.runnable {
            [only] => *only,
            several => self.draws.one_of(several),
        }
    }
}
