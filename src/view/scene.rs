//! All that there is to see at a step.

use std::rc::Rc;

use super::beat::Beat;
use super::caption::Caption;
use super::code::LineView;
use super::instructions::InstructionsView;
use super::locks::LockView;
use super::output::OutputRow;
use super::ring::RingWait;
use super::shared::SharedView;
use super::sum::Verdict;
use super::threads::ThreadView;

/// All that there is to see at a step, but for the timeline.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// How many steps were made.
    pub step: u64,
    /// The virtual time, in microseconds.
    pub clock: u64,
    /// What the last step did.
    pub caption: Caption,
    /// How much of that takes a moment to see.
    pub beat: Beat,
    /// The threads started so far.
    pub threads: Vec<ThreadView>,
    /// The program's lines.
    pub code: Vec<Rc<LineView>>,
    /// The instructions of the line in which a thread runs.
    pub instructions: InstructionsView,
    /// What the threads share.
    pub shared: SharedView,
    /// Locks and their kin.
    pub locks: Vec<LockView>,
    /// How many locks are held in the run, at one time or another, up to as many as have room.
    pub lock_room: usize,
    /// The threads that wait for each other in a ring.
    pub ring: Vec<RingWait>,
    /// The output so far, its last lines.
    pub output: Vec<Rc<OutputRow>>,
    /// How many lines of output came before those.
    pub output_left_out: usize,
}

impl Scene {
    /// What has gone wrong, if something has: who schedules has reached the goal then.
    pub fn failure(&self) -> Option<String> {
        match self.shared.sum.as_ref().map(|sum| &sum.verdict) {
            Some(Verdict::Lost(amount)) => return Some(format!("{amount} lost")),
            Some(Verdict::TooMuch(amount)) => return Some(format!("{amount} too much")),
            _ => {}
        }
        if !self.ring.is_empty() {
            return Some("deadlock".into());
        }
        if self.caption.failed {
            return Some("it failed".into());
        }
        self.output.iter().any(|row| row.torn).then(|| "a torn line".into())
    }
}
