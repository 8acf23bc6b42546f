//! Who waits for what, and for whom.

use interleave_vm::object::Object;
use interleave_vm::sync::Sync;
use interleave_vm::value::Id;
use interleave_vm::{Machine, Mode, Operation, ThreadId};

use crate::letters::thread_letter;
use crate::naming::name_of;

/// What a thread waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Awaited {
    /// A lock, an event, a queue: something that threads wait for.
    Object(Id),
    /// Another thread's end.
    Thread(ThreadId),
    /// The clock alone.
    Clock,
}

/// A thread that waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wait {
    /// Who waits.
    pub thread: ThreadId,
    /// What for.
    pub awaited: Awaited,
    /// The one thread that could end the wait, if there is one: the lock's owner, or the thread whose end is awaited.
    pub on: Option<ThreadId>,
}

/// What a thread waits for; none if it can go on or has ended.
pub fn wait_of(machine: &Machine, thread: ThreadId) -> Option<Wait> {
    matches!(machine.mode(thread), Mode::Blocked | Mode::Sleeping(_)).then(|| {
        let awaited = awaited(machine, thread);
        let on = match awaited {
            Awaited::Object(id) => owner(machine, thread, id),
            Awaited::Thread(other) => Some(other),
            Awaited::Clock => None,
        };
        Wait { thread, awaited, on }
    })
}

/// What a thread that waits is about to do, seen as what it waits for.
pub(crate) fn awaited(machine: &Machine, thread: ThreadId) -> Awaited {
    match machine.pending(thread) {
        Some(
            Operation::Acquire { object }
            | Operation::Release { object }
            | Operation::Set { object }
            | Operation::Clear { object }
            | Operation::Wait { object }
            | Operation::Test { object }
            | Operation::Notify { object }
            | Operation::Arrive { object }
            | Operation::Open { object }
            | Operation::Put { object }
            | Operation::Take { object }
            | Operation::Database { object, .. },
        ) => Awaited::Object(object),
        Some(Operation::Join { thread }) => Awaited::Thread(thread),
        _ => Awaited::Clock,
    }
}

fn owner(machine: &Machine, waiting: ThreadId, id: Id) -> Option<ThreadId> {
    match machine.object(id) {
        Object::Sync(sync) => sync.owner(),
        Object::Database(_) => machine.statement_waits_for(waiting).first().copied(),
        _ => None,
    }
}

/// All threads that wait, in the order of their start.
pub fn waits(machine: &Machine) -> Vec<Wait> {
    machine.threads().filter_map(|thread| wait_of(machine, thread)).collect()
}

/// Threads that wait for each other in a ring, each for the next and the last for the first; the ring begins with the
/// thread started first. None if there is no ring.
pub fn ring(waits: &[Wait]) -> Option<Vec<ThreadId>> {
    let next = |thread| waits.iter().find(|wait| wait.thread == thread)?.on;
    waits.iter().find_map(|first| {
        let mut ring = vec![first.thread];
        let mut thread = next(first.thread)?;
        while thread != first.thread {
            if ring.contains(&thread) {
                return None;
            }
            ring.push(thread);
            thread = next(thread)?;
        }
        Some(ring)
    })
}

/// A wait as a sentence: "Thread A (Thread-1 (work)) waits for the lock `account.lock`, held by thread B."
pub fn in_words(machine: &Machine, wait: &Wait) -> String {
    let thread = wait.thread;
    let mut words = format!("Thread {} ({}) waits for ", thread_letter(thread), machine.thread_name(thread));
    match wait.awaited {
        Awaited::Object(id) => {
            let kind = match machine.object(id) {
                Object::Sync(sync) => kind_in_words(sync),
                _ => "object",
            };
            words += &name_of(machine, id).map_or(format!("a {kind}"), |name| format!("the {kind} `{name}`"));
            match wait.on {
                Some(owner) if owner == thread => words += ", held by itself",
                Some(owner) => words += &format!(", held by thread {}", thread_letter(owner)),
                None => {}
            }
        }
        Awaited::Thread(other) => {
            words += &format!("thread {} ({}) to end", thread_letter(other), machine.thread_name(other));
        }
        Awaited::Clock => words += "the clock",
    }
    words + "."
}

fn kind_in_words(sync: &Sync) -> &'static str {
    match sync {
        Sync::Lock { .. } => "lock",
        Sync::RLock { .. } => "RLock",
        Sync::Event { .. } => "event",
        Sync::Semaphore { .. } => "semaphore",
        Sync::Condition { .. } => "condition",
        Sync::Barrier { .. } => "barrier",
        Sync::Queue { .. } => "queue",
        Sync::Tasks { .. } => "pool's queue of tasks",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rings(pairs: &[(u16, Option<u16>)]) -> Option<Vec<u16>> {
        let waits: Vec<_> = pairs
            .iter()
            .map(|&(thread, on)| Wait {
                thread: ThreadId(thread),
                awaited: Awaited::Clock,
                on: on.map(ThreadId),
            })
            .collect();
        Some(ring(&waits)?.iter().map(|thread| thread.0).collect())
    }

    #[test]
    fn a_ring_is_found_and_the_main_thread_that_waits_for_it_is_not_in_it() {
        assert_eq!(rings(&[(0, Some(1)), (1, Some(2)), (2, Some(3)), (3, Some(1))]), Some(vec![1, 2, 3]));
        assert_eq!(rings(&[(0, Some(1)), (1, Some(1))]), Some(vec![1]));
        assert_eq!(rings(&[(0, Some(1)), (1, None)]), None);
        assert_eq!(rings(&[]), None);
    }
}
