//! Who held which lock when.

use std::collections::BTreeMap;
use std::ops::Range;

use interleave_vm::{DatabaseView, Effect, Id, ThreadId};

use crate::timeline::Mark as Event;

/// The lock holds of a run, learned as it is made.
#[derive(Clone, Debug, Default)]
pub struct Holds {
    held: Vec<Held>,
    places: BTreeMap<Lock, usize>,
    seen: usize,
}

/// What can be held: a lock or semaphore, or in the database that an object is, a row by its name.
type Lock = (Id, Option<String>);

/// The holds of one lock.
#[derive(Clone, Debug)]
pub struct Held {
    /// Which lock or semaphore, or the database that it is a row of.
    pub object: Id,
    /// Whether it is a row of a database.
    pub is_row: bool,
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
    /// Takes in what is new in what a run did to locks, and says how much of it was known before.
    pub fn learn(&mut self, events: &[Event]) -> usize {
        let known = self.seen.min(events.len());
        for event in &events[known..] {
            let place = event.step + 1;
            match event.effect {
                Effect::Acquire { object, depth } => {
                    self.of((object, None), place).acquire(event.thread, place, depth)
                }
                Effect::Release { object, depth } => {
                    self.of((object, None), place).release(event.thread, place, depth)
                }
                _ => {}
            }
        }
        self.seen = events.len();
        known
    }

    /// Takes in which rows of databases are held after so many steps.
    pub fn learn_rows(&mut self, place: u64, databases: &[DatabaseView]) {
        let mut owners = BTreeMap::new();
        for database in databases {
            for table in &database.tables {
                let locked = table.rows.iter().filter_map(|row| Some((row, row.locked_by?)));
                owners.extend(
                    locked.map(|(row, owner)| {
                        ((database.object, Some(row_name(&table.name, &row.key))), owner)
                    }),
                );
            }
        }
        for (lock, index) in &self.places {
            if lock.1.is_some() {
                self.held[*index].hand_over(owners.remove(lock), place);
            }
        }
        for (lock, owner) in owners {
            self.of(lock, place).hand_over(Some(owner), place);
        }
    }

    /// The locks, in the order in which they were first acquired.
    pub fn locks(&self) -> &[Held] {
        &self.held
    }

    /// Gives each lock that has none yet a name.
    pub fn give_names(&mut self, from: usize, mut name: impl FnMut(&Held) -> Option<String>) {
        for held in self.held[from..].iter_mut().filter(|held| held.name.is_none()) {
            held.name = name(held);
        }
    }

    fn of(&mut self, lock: Lock, place: u64) -> &mut Held {
        let next = self.held.len();
        let (object, name) = lock.clone();
        let index = *self.places.entry(lock).or_insert(next);
        if index == next {
            let is_row = name.is_some();
            self.held.push(Held { object, is_row, first: place, name, holds: Vec::new(), open: Vec::new() });
        }
        &mut self.held[index]
    }
}

/// What a reader calls a row: `account 1`.
pub fn row_name(table: &str, key: &str) -> String {
    format!("{table} {key}")
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

    /// From a place on one thread holds it, or none.
    fn hand_over(&mut self, owner: Option<ThreadId>, place: u64) {
        let holder = self.open.last().map(|&open| self.holds[open].thread);
        if holder == owner {
            return;
        }
        if let Some(holder) = holder {
            self.release(holder, place, 0);
        }
        if let Some(owner) = owner {
            self.acquire(owner, place, 1);
        }
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
    fn a_row_is_held_by_whoever_the_database_says() {
        use interleave_vm::{Dialect, RowView, TableView};
        let database = |owners: [Option<u16>; 2]| {
            let row = |(key, owner): (&str, Option<u16>)| RowView {
                key: key.into(),
                values: Vec::new(),
                writer: ThreadId::MAIN,
                locked_by: owner.map(ThreadId),
            };
            let rows = ["1", "2"].into_iter().zip(owners).map(row).collect();
            let tables = vec![TableView { name: "account".into(), columns: Vec::new(), rows }];
            let url = "postgresql://".into();
            [DatabaseView { object: Id(1), url, dialect: Dialect::Postgresql, tables, writer: None }]
        };
        let mut holds = Holds::default();
        holds.learn_rows(2, &database([None, Some(1)]));
        holds.learn_rows(5, &database([Some(2), Some(1)]));
        holds.learn_rows(9, &database([Some(2), Some(2)]));
        holds.learn_rows(12, &database([None, None]));
        let all =
            |held: &Held| held.within(&(0..100)).map(|h| (h.thread.0, h.from, h.to)).collect::<Vec<_>>();
        let names: Vec<_> = holds.locks().iter().filter_map(|held| held.name.as_deref()).collect();
        assert_eq!(names, ["account 2", "account 1"]);
        assert_eq!(all(&holds.locks()[0]), [(1, 2, 9), (2, 9, 12)]);
        assert_eq!(all(&holds.locks()[1]), [(2, 5, 12)]);
    }

    #[test]
    fn a_semaphores_permits_lie_on_one_another() {
        let events = [(1, 1, 1), (2, 2, 1), (3, 1, 0), (4, 3, 1), (5, 2, 0)];
        assert_eq!(learned(&events), [(1, 2, 4, 0), (2, 3, 6, 1), (3, 5, u64::MAX, 0)]);
    }
}
