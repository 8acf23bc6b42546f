//! What a step does that others can see, and what a thread is about to do.

use std::rc::Rc;

use crate::frame::ThreadId;
use crate::text::Str;
use crate::value::{Id, Value};

/// A place in memory that threads can share.
#[derive(Clone, Debug)]
pub struct Place {
    /// The object it is in: a module's or instance's dict stands for its owner, see [`Key`].
    pub object: Id,
    /// Where in the object.
    pub key: Key,
}

/// Where in an object.
#[derive(Clone, Debug)]
pub enum Key {
    /// A global variable; the object is the module's dict.
    Global(Str),
    /// An attribute.
    Attribute(Str),
    /// A variable shared between functions; the object is its cell.
    Cell(Str),
    /// `object[key]`
    Item(Value),
    /// The object as a whole, as `len` and `append` see it.
    Whole,
}

/// Where text is written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stream {
    /// Standard output.
    Out,
    /// Standard error.
    Err,
}

/// A statement for a database, with what of it is or will be touched.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Statement {
    /// The statement, more or less in SQL.
    pub text: Str,
    /// In an [`Operation`] what will be touched at most, in an [`Effect`] the very rows that were.
    pub touches: Vec<Touch>,
}

/// What a statement touches. Two touches are in conflict if one writes and neither the tables nor the keys differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Touch {
    /// The table; the empty name stands for the right to write, which under SQLite's rules one transaction has.
    pub table: Str,
    /// The primary key of the row, as text; none stands for all rows.
    pub key: Option<Str>,
    /// Whether it is written, or locked.
    pub write: bool,
    /// In an [`Effect`] the row's columns and values, as `str` gives them.
    pub values: Vec<(Str, Str)>,
}

impl Statement {
    /// The statement's text.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

/// One thing that a step did.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub enum Effect {
    /// A shared place was read.
    Read { place: Place, value: Value },
    /// A shared place was written.
    Write { place: Place, value: Value },
    /// A shared place was deleted.
    Delete { place: Place },
    /// A lock, or one of a semaphore's permits, was acquired; `depth` counts an RLock's acquisitions.
    Acquire { object: Id, depth: u32 },
    /// An acquisition gave up, at once or because its time was over.
    AcquireFailed { object: Id },
    /// A lock or permit was released; `depth` is what is left of an RLock's acquisitions.
    Release { object: Id, depth: u32 },
    /// An event was set.
    Set { object: Id },
    /// An event was cleared.
    Clear { object: Id },
    /// The wait for an event is over; `set` is false if its time was over first.
    Waited { object: Id, set: bool },
    /// The thread waits at a condition, whose lock it has released.
    Enqueue { object: Id },
    /// Threads that wait at a condition were notified: so many of them.
    Notify { object: Id, woken: u32 },
    /// The wait at a condition is over and its lock acquired; `notified` is false if the time was over first.
    Wake { object: Id, notified: bool },
    /// A barrier was arrived at, as the one of this number.
    Arrive { object: Id, index: u32 },
    /// A barrier was opened, or broken.
    Open { object: Id, broken: bool },
    /// A barrier was passed, or found broken.
    Pass { object: Id, broken: bool },
    /// Something was put in a queue; `done` is false if there was no room in time.
    Put { object: Id, done: bool },
    /// Something was taken from a queue; `done` is false if there was nothing in time, or never will be.
    Take { object: Id, done: bool },
    /// Something that was taken from a queue was said to be done.
    TaskDone { object: Id },
    /// A thread was started.
    Start { thread: ThreadId },
    /// The thread that made the step ended.
    Finish,
    /// The wait for another thread's end is over; `ended` is false if the time was over first.
    Join { thread: ThreadId, ended: bool },
    /// A sleep is over.
    Sleep { microseconds: u64 },
    /// Text was written.
    Output { stream: Stream, text: Str },
    /// The switch interval was set.
    SwitchInterval { microseconds: u64 },
    /// A database was read or written.
    Database { object: Id, statement: Rc<Statement> },
    /// An exception was raised.
    Raise { exception: Id },
}

/// What a thread's next step will do.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub enum Operation {
    /// Nothing that another thread could see.
    Local,
    Read(Place),
    Write(Place),
    Acquire {
        object: Id,
    },
    Release {
        object: Id,
    },
    Set {
        object: Id,
    },
    Clear {
        object: Id,
    },
    Wait {
        object: Id,
    },
    Test {
        object: Id,
    },
    Notify {
        object: Id,
    },
    Arrive {
        object: Id,
    },
    Open {
        object: Id,
    },
    Put {
        object: Id,
    },
    Take {
        object: Id,
    },
    Start,
    Join {
        thread: ThreadId,
    },
    Sleep {
        microseconds: u64,
    },
    Output {
        text: Str,
    },
    Database {
        object: Id,
        statement: Rc<Statement>,
    },
}

/// When an operation can be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ready {
    /// Now. If a time is given, the clock will be at least there afterwards: input and output take their time, but
    /// how long exactly is the schedule's choice.
    Now(u64),
    /// When the clock is there.
    At(u64),
    /// When another thread has done something.
    Never,
}
