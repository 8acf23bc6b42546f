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

/// Each kind of thread's shape, in a square of 24, and how high its letter stands in it.
const SHAPES: [(&str, f32); 10] = [
    ("M6 3h12a4 4 0 0 1 4 4v10a4 4 0 0 1-4 4h-12a4 4 0 0 1-4-4v-10a4 4 0 0 1 4-4z", 16.6),
    ("M12 1.500a10.5 10.5 0 1 1 0 21a10.5 10.5 0 1 1 0-21z", 16.6),
    ("M2.5 2.500h19v19h-19z", 16.6),
    ("M12 0l12 12l-12 12l-12-12z", 16.6),
    ("M6.5 1.500h11l6 10.500l-6 10.500h-11l-6-10.500z", 16.6),
    ("M12 0l12.5 22.500h-25z", 19.6),
    ("M12 24l12.5-22.500h-25z", 13.4),
    ("M12 .5l12 9l-4.6 13.500h-14.800l-4.6-13.500z", 17.4),
    ("M8 1h8v7h7v8h-7v7h-8v-7h-7v-8h7z", 16.6),
    ("M1.5 2.500h21v9c0 6-4 11-10.5 11s-10.5-5-10.5-11z", 15.4),
];

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

/// The shape of a thread's mark as an SVG path in a square of 24, and how far down its letter stands.
pub fn shape_of(thread: ThreadId) -> (&'static str, f32) {
    SHAPES[usize::from(kind_of(thread)) % SHAPES.len()]
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
