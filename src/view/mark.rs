//! How a thread is told from the others, and what it does.

use interleave_schedule::thread_letter;
use interleave_vm::{Machine, Mode, ThreadId};

/// What a thread does; each is drawn in its own way, wherever a thread is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doing {
    /// It made the last step and can go on.
    Running,
    /// It could go on, but another thread runs.
    Runnable,
    /// It waits for another thread.
    Blocked,
    /// It waits for the clock.
    Sleeping,
    /// It has ended.
    Finished,
}

/// A thread's mark: its letter, its shape and its colour, drawn as what it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Whose it is.
    pub thread: ThreadId,
    /// What the thread does.
    pub doing: Doing,
}

/// How many shapes and colours there are; the main thread has its own.
const KINDS: u16 = 9;

impl Mark {
    /// A thread as it is, where `running` made the last step.
    pub fn of(machine: &Machine, thread: ThreadId, running: Option<ThreadId>) -> Mark {
        let doing = match machine.mode(thread) {
            Mode::Runnable if running == Some(thread) => Doing::Running,
            Mode::Runnable => Doing::Runnable,
            Mode::Blocked => Doing::Blocked,
            Mode::Sleeping(_) => Doing::Sleeping,
            Mode::Finished => Doing::Finished,
        };
        Mark { thread, doing }
    }

    /// A thread as the author of something.
    pub fn author(thread: ThreadId) -> Mark {
        Mark { thread, doing: Doing::Running }
    }

    /// Its letter.
    pub fn letter(self) -> String {
        thread_letter(self.thread)
    }
}

/// Which of the colours and shapes is a thread's: 0 is the main thread's, the others take turns.
pub fn kind_of(thread: ThreadId) -> u16 {
    match thread.0 {
        0 => 0,
        number => (number - 1) % KINDS + 1,
    }
}

impl Doing {
    /// What it is called in the style sheet.
    pub fn class(self) -> &'static str {
        match self {
            Doing::Running => "running",
            Doing::Runnable => "runnable",
            Doing::Blocked => "blocked",
            Doing::Sleeping => "sleeping",
            Doing::Finished => "finished",
        }
    }
}
