//! Who held which lock when.

use std::collections::BTreeMap;
use std::ops::Range;

use interleave_vm::{Effect, Id, ThreadId};

use crate::timeline::Mark as Event;

/// The lock holds of a run, learned as it is made.
#[derive(Clone, Debug, Default)]
pub struct Holds {
    held: Vec<Held>,
    places: BTreeMap<Id, usize>,
    seen: usize,
}

/// The holds of one lock.
#[derive(Clone, Debug)]
pub struct Held {
    /// Which lock, or semaphore.
    pub object: Id,
    /// How many steps were made when it was acquired first.
    pub first: u64,
    /// What a reader of the program would call it; none if it is the library's own.
    pub name: Option<String>,
    /// Its holds, in the order of their begin.
    holds: Vec<Hold>,
    open: Vec<usize>,
}

/// One hold of a lock: one acquisition up to its release.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hold {
    /// Who holds it.
    pub thread: ThreadId,
    /// How many steps were made when it was acquired.
    pub from: u64,
    /// How many steps were made when it was released; the last number there is while it is held.
    pub to: u64,
    /// How many holds it lies on: 0 but for an RLock acquired again, or a semaphore's next permit.
    pub layer: usize,
}

impl Holds {
    /// Takes in what is new in what a run did to locks.
    pub fn learn(&mut self, events: &[Event]) {
        for event in &events[self.seen.min(events.len())..] {
            let place = event.step + 1;
            match event.effect {
                Effect::Acquire { object, depth } => {
                    self.of(object, place).acquire(event.thread, place, depth)
                }
                Effect::Release { object, depth } => {
                    self.of(object, place).release(event.thread, place, depth)
                }
                _ => {}
            }
        }
        self.seen = events.len();
    }

    /// The locks, in the order in which they were first acquired.
    pub fn locks(&self) -> &[Held] {
        &self.held
    }

    /// Gives each lock that has none yet a name.
    pub fn give_names(&mut self, from: usize, mut name: impl FnMut(&Held) -> Option<String>) {
        for held in &mut self.held[from..] {
            held.name = name(held);
        }
    }

    fn of(&mut self, object: Id, place: u64) -> &mut Held {
        let next = self.held.len();
        let index = *self.places.entry(object).or_insert(next);
        if index == next {
            self.held.push(Held { object, first: place, name: None, holds: Vec::new(), open: Vec::new() });
        }
        &mut self.held[index]
    }
}

impl Held {
    /// The holds that are seen in a stretch of steps.
    pub fn within(&self, stretch: &Range<u64>) -> impl Iterator<Item = &Hold> {
        let end = self.holds.partition_point(|hold| hold.from < stretch.end);
        let start = stretch.start;
        self.holds[..end].iter().filter(move |hold| hold.to > start)
    }

    /// The most holds that lie on one another.
    pub fn layers(&self) -> usize {
        self.holds.iter().map(|hold| hold.layer + 1).max().unwrap_or(0)
    }

    /// Who holds it at a place, with how often.
    pub fn holders(&self, place: u64) -> Vec<ThreadId> {
        self.within(&(place..place + 1)).filter(|hold| hold.from <= place).map(|hold| hold.thread).collect()
    }

    /// An RLock that is taken back after the wait at a condition is as deep as before, at once.
    fn acquire(&mut self, thread: ThreadId, place: u64, depth: u32) {
        let own = self.open.iter().filter(|&&open| self.holds[open].thread == thread).count();
        for _ in own..(depth as usize).max(own + 1) {
            let taken = |layer: &usize| self.open.iter().any(|&open| self.holds[open].layer == *layer);
            let layer = (0..).find(|layer| !taken(layer)).unwrap_or(0);
            self.open.push(self.holds.len());
            self.holds.push(Hold { thread, from: place, to: u64::MAX, layer });
        }
    }

    /// A plain lock and a semaphore may be released by a thread that did not acquire it.
    fn release(&mut self, thread: ThreadId, place: u64, left: u32) {
        let own = |held: &Held| held.open.iter().rposition(|&open| held.holds[open].thread == thread);
        let Some(last) = own(self).or(self.open.len().checked_sub(1)) else { return };
        let mut ended = vec![self.open.remove(last)];
        // A wait at a condition lets go of all of it.
        while left == 0 && self.holds[ended[0]].layer > 0 && self.is_one_lock() {
            match own(self) {
                Some(next) => ended.push(self.open.remove(next)),
                None => break,
            }
        }
        ended.into_iter().for_each(|open| self.holds[open].to = place);
    }

    /// Whether all that hold it are one thread: it is an RLock, no semaphore.
    fn is_one_lock(&self) -> bool {
        let mut threads = self.open.iter().map(|&open| self.holds[open].thread);
        let first = threads.next();
        threads.all(|thread| Some(thread) == first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn learned(events: &[(u64, u16, i64)]) -> Vec<(u16, u64, u64, usize)> {
        let object = Id(1);
        let event = |&(step, thread, depth): &(u64, u16, i64)| Event {
            step,
            thread: ThreadId(thread),
            effect: match depth {
                1.. => Effect::Acquire { object, depth: depth as u32 },
                _ => Effect::Release { object, depth: -depth as u32 },
            },
        };
        let events: Vec<_> = events.iter().map(event).collect();
        let mut holds = Holds::default();
        holds.learn(&events[..events.len() / 2]);
        holds.learn(&events);
        let all = holds.locks()[0].within(&(0..100));
        all.map(|hold| (hold.thread.0, hold.from, hold.to, hold.layer)).collect()
    }

    #[test]
    fn a_lock_is_held_from_its_acquisition_to_its_release() {
        assert_eq!(learned(&[(3, 1, 1), (7, 1, 0), (9, 2, 1)]), [(1, 4, 8, 0), (2, 10, u64::MAX, 0)]);
    }

    #[test]
    fn an_rlock_is_as_many_layers_as_it_is_deep() {
        let events = [(1, 1, 1), (2, 1, 2), (5, 1, -1), (6, 1, 0)];
        assert_eq!(learned(&events), [(1, 2, 7, 0), (1, 3, 6, 1)]);
    }

    #[test]
    fn a_wait_at_a_condition_lets_go_of_all_and_takes_all_back() {
        let events = [(1, 1, 1), (2, 1, 2), (5, 1, 0), (8, 1, 2)];
        assert_eq!(learned(&events), [(1, 2, 6, 0), (1, 3, 6, 1), (1, 9, u64::MAX, 0), (1, 9, u64::MAX, 1)]);
    }

    #[test]
    fn a_semaphores_permits_lie_on_one_another() {
        let events = [(1, 1, 1), (2, 2, 1), (3, 1, 0), (4, 3, 1), (5, 2, 0)];
        assert_eq!(learned(&events), [(1, 2, 4, 0), (2, 3, 6, 1), (3, 5, u64::MAX, 0)]);
    }
}
