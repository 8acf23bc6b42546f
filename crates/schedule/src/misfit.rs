//! A schedule that does not fit its program.

use std::fmt;

use interleave_vm::{Mode, ThreadId};
use thiserror::Error;

use crate::letters::thread_letter;

/// A decision that cannot be followed: the program is not the one the schedule was made for, or was changed since.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub struct ScheduleError {
    /// Which decision of the schedule, counted from 1; none if a scheduler's own choice cannot be followed.
    pub decision: Option<usize>,
    /// Who was to go on.
    pub thread: ThreadId,
    /// How many steps had been made.
    pub step: u64,
    /// Why the thread cannot go on.
    pub why: Misfit,
}

/// Why a decision cannot be followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misfit {
    /// There is no such thread, or not yet.
    NoSuchThread,
    /// The thread has ended.
    Finished,
    /// The thread waits for another.
    Blocked,
    /// The thread sleeps while another can go on.
    Sleeping,
    /// The model is gil, and no switch can fall there: the thread goes on to this step.
    NoSwitchPoint(u64),
    /// The whole run has ended.
    RunOver,
}

impl From<Mode> for Misfit {
    fn from(mode: Mode) -> Misfit {
        match mode {
            Mode::Runnable | Mode::Sleeping(_) => Misfit::Sleeping,
            Mode::Blocked => Misfit::Blocked,
            Mode::Finished => Misfit::Finished,
        }
    }
}

impl fmt::Display for ScheduleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let letter = thread_letter(self.thread);
        match self.decision {
            Some(number) => write!(f, "decision {number} of the schedule does not fit: ")?,
            None => f.write_str("the choice cannot be followed: ")?,
        }
        write!(f, "at step {}, thread {letter} ", self.step)?;
        match self.why {
            Misfit::NoSuchThread => f.write_str("has not been started"),
            Misfit::Finished => f.write_str("has ended"),
            Misfit::Blocked => f.write_str("waits for another thread"),
            Misfit::Sleeping => f.write_str("sleeps while others can go on"),
            Misfit::NoSwitchPoint(next) => {
                write!(f, "cannot be interrupted under the model gil; the next place is step {next}")
            }
            Misfit::RunOver => f.write_str("cannot go on, for the run is over"),
        }
    }
}
