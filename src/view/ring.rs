//! Threads that wait for each other in a ring: none of them can ever go on.

use interleave_schedule::waiting::{ring, waits};
use interleave_vm::{Machine, ThreadId};

use super::threads::{awaited_in_words, wait_in_words};

/// One of the threads in a ring. It waits for the next, and the last for the first.
#[derive(Clone, Debug, PartialEq)]
pub struct RingWait {
    /// Who waits.
    pub thread: ThreadId,
    /// What for; the next thread in the ring holds it.
    pub awaited: String,
    /// The same as a sentence.
    pub words: String,
}

/// The threads that wait for each other in a ring; empty if there is none.
pub fn ring_view(machine: &Machine) -> Vec<RingWait> {
    let waits = waits(machine);
    let threads = ring(&waits).unwrap_or_default();
    let in_ring = threads.iter().filter_map(|thread| waits.iter().find(|wait| wait.thread == *thread));
    in_ring
        .map(|wait| RingWait {
            thread: wait.thread,
            awaited: awaited_in_words(machine, wait),
            words: wait_in_words(machine, wait),
        })
        .collect()
}
