//! The things that threads wait for.

use std::collections::VecDeque;

use crate::frame::ThreadId;
use crate::value::Value;

/// A thing that threads wait for. Who waits is not kept here: it is what each thread is about to do.
#[derive(Clone, Debug)]
pub enum Sync {
    /// `threading.Lock`
    Lock {
        /// Who acquired it; anyone may release it.
        owner: Option<ThreadId>,
    },
    /// `threading.RLock`
    RLock {
        /// Who holds it.
        owner: Option<ThreadId>,
        /// How often it was acquired and not yet released.
        depth: u32,
    },
    /// A flag that is set once or cleared again: `threading.Event`, and what a `Future` waits for.
    Event {
        /// Whether it is set.
        set: bool,
        /// Whether it is a future's, and not one that the program made: to set it is part of ending a task.
        of_future: bool,
    },
    /// `threading.Semaphore`
    Semaphore {
        /// How many may still pass.
        value: i64,
        /// The highest value of a bounded one.
        bound: Option<i64>,
    },
    /// Who waits at a `threading.Condition`, first come first.
    Condition {
        /// Those not yet notified.
        waiters: VecDeque<ThreadId>,
    },
    /// `threading.Barrier`
    Barrier {
        /// How many must arrive for it to open.
        parties: u32,
        /// How many have arrived since it last opened.
        arrived: u32,
        /// How often it has opened.
        generation: u64,
        /// Whether it is broken: nobody passes.
        broken: bool,
    },
    /// How full a queue is; what is in it is Python's.
    Queue {
        /// How many items are in it.
        size: u32,
        /// How many fit in; 0 for any number.
        room: u32,
        /// How many were put in and not yet said to be done.
        unfinished: u32,
        /// Whether it is shut down: nothing is put in, and when it is empty, nothing is waited for.
        closed: bool,
        /// Whether somebody is at work in it, so that all others wait.
        held: bool,
    },
    /// Tasks that a pool's workers take, first in, first out.
    Tasks {
        /// Those not yet taken.
        items: VecDeque<Value>,
        /// Whether no more will come.
        closed: bool,
    },
}

impl Sync {
    /// Calls `f` with each value that it holds.
    pub fn each_value(&self, f: &mut dyn FnMut(&Value)) {
        if let Sync::Tasks { items, .. } = self {
            items.iter().for_each(f);
        }
    }

    /// Who owns it, if it is a lock that is held.
    pub fn owner(&self) -> Option<ThreadId> {
        match self {
            Sync::Lock { owner } | Sync::RLock { owner, .. } => *owner,
            _ => None,
        }
    }
}
