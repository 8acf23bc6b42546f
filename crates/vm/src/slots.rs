//! The slots of a `set`, in which CPython 3.13 puts a member by its hash: their order is the one that a set is shown in.
//!
//! Source: `Objects/setobject.c`. Numbers hash there as they do here, so sets of numbers, and of tuples of them, come in the
//! same order; text hashes otherwise in every run there.

use crate::dict::{Dict, Entry};
use crate::value::Value;

/// How the slots of a set are used.
#[derive(Clone, Debug, Default)]
pub(crate) struct Slots {
    /// Slots that have or had a member.
    pub(crate) fill: usize,
    /// Where `pop` looks next.
    pub(crate) finger: usize,
}

/// The fewest slots of a set.
const LEAST: usize = 8;
/// How many slots are tried beside one, where there are as many.
const BESIDE: usize = 9;
const PERTURB_SHIFT: u32 = 5;

/// A slot that never had a member; one that lost its member has `None` for a value.
const UNUSED: Entry = Entry { hash: 0, key: Value::Unbound, value: Value::Unbound };

/// The slots in which a member is looked for, in their order.
struct Probes {
    mask: usize,
    at: usize,
    beside: usize,
    perturb: u64,
}

impl Probes {
    fn new(hash: u64, mask: usize) -> Probes {
        Probes { mask, at: hash as usize & mask, beside: 0, perturb: hash }
    }
}

impl Iterator for Probes {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let place = self.at + self.beside;
        if self.beside < BESIDE && self.at + BESIDE <= self.mask {
            self.beside += 1;
        } else {
            self.perturb >>= PERTURB_SHIFT;
            let next = (self.at as u64).wrapping_mul(5).wrapping_add(1).wrapping_add(self.perturb);
            (self.at, self.beside) = (next as usize & self.mask, 0);
        }
        Some(place)
    }
}

impl Dict {
    /// A set without members.
    pub(crate) fn of_set() -> Dict {
        Dict { slots: Some(Slots::default()), ..Dict::default() }
    }

    fn mask(&self) -> usize {
        self.entries.len().max(LEAST) - 1
    }

    /// The slots for a hash, each of them at least once: behind the hash's own come all, one after the other.
    fn probes(&self, hash: u64) -> impl Iterator<Item = usize> + use<> {
        let mask = self.mask();
        Probes::new(hash, mask).take((BESIDE + 1) * (mask + 1 + 64 / PERTURB_SHIFT as usize))
    }

    fn fill(&self) -> usize {
        self.slots.as_ref().map_or(0, |slots| slots.fill)
    }

    fn is_unused(&self, place: usize) -> bool {
        matches!(&self.entries[place], Entry { key: Value::Unbound, value: Value::Unbound, .. })
    }

    /// Where a member of a set is.
    pub(crate) fn find_slot(&self, hash: u64, same: impl Fn(&Value) -> bool) -> Option<usize> {
        for place in self.probes(hash) {
            let entry = &self.entries[place];
            if entry.key.is_unbound() {
                if self.is_unused(place) {
                    break;
                }
            } else if entry.hash == hash && same(&entry.key) {
                return Some(place);
            }
        }
        None
    }

    /// Adds a member that is known not to be there.
    pub(crate) fn insert_slot(&mut self, hash: u64, key: Value) {
        if self.entries.is_empty() {
            self.entries.resize(LEAST, UNUSED);
        }
        self.fill_slot(Entry { hash, key, value: Value::None });
        if self.fill() * 5 >= self.mask() * 3 {
            self.resize(self.live * if self.live > 50_000 { 2 } else { 4 });
        }
    }

    fn fill_slot(&mut self, entry: Entry) {
        if let Some(place) = self.probes(entry.hash).find(|&place| self.is_unused(place)) {
            self.entries[place] = entry;
            self.live += 1;
            if let Some(slots) = &mut self.slots {
                slots.fill += 1;
            }
        }
    }

    /// Takes a member out. Its slot is not used again before the set grows.
    pub(crate) fn remove_slot(&mut self, place: usize) -> Entry {
        if self.entries[place].key.is_unbound() {
            return UNUSED;
        }
        self.live -= 1;
        std::mem::replace(&mut self.entries[place], Entry { value: Value::None, ..UNUSED })
    }

    /// Where the member is that `pop` takes.
    pub(crate) fn pop_place(&self) -> Option<usize> {
        let start = self.slots.as_ref().map_or(0, |slots| slots.finger) & self.mask();
        let places = (start..self.entries.len()).chain(0..start.min(self.entries.len()));
        places.into_iter().find(|&place| !self.entries[place].key.is_unbound())
    }

    /// Takes the member at the place that `pop_place` gave.
    pub(crate) fn pop_slot(&mut self, place: usize) -> Entry {
        if let Some(slots) = &mut self.slots {
            slots.finger = place + 1;
        }
        self.remove_slot(place)
    }

    /// Makes room for so many members of another set or dict.
    pub(crate) fn make_room(&mut self, more: usize) {
        if (self.fill() + more) * 5 >= self.mask() * 3 {
            self.resize((self.live + more) * 2);
        }
    }

    /// A copy, as `set.copy` makes it: what was taken out leaves no trace.
    pub(crate) fn copy_of_set(&self) -> Dict {
        let mut copy = Dict::of_set();
        copy.make_room(self.live);
        if copy.mask() == self.mask() && self.fill() == self.live {
            copy.entries = self.entries.clone();
            copy.live = self.live;
            copy.slots = Some(Slots { fill: self.live, finger: 0 });
        } else {
            for entry in self.iter() {
                copy.entries.resize(copy.mask() + 1, UNUSED);
                copy.fill_slot(entry.clone());
            }
        }
        copy
    }

    /// Gives a set more than `least` slots, and fewer if that is enough.
    fn resize(&mut self, least: usize) {
        let mut size = LEAST;
        while size <= least {
            size *= 2;
        }
        if size == LEAST && self.entries.len() <= LEAST && self.fill() == self.live {
            return;
        }
        let old = std::mem::replace(&mut self.entries, vec![UNUSED; size]);
        self.live = 0;
        if let Some(slots) = &mut self.slots {
            slots.fill = 0;
        }
        for entry in old.into_iter().filter(|entry| !entry.key.is_unbound()) {
            self.fill_slot(entry);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The members of a set that got these numbers one after the other.
    fn set_of(numbers: impl IntoIterator<Item = i64>) -> Dict {
        let mut set = Dict::of_set();
        for number in numbers {
            if set.find(number as u64, |key| matches!(key, Value::Int(known) if *known == number)).is_none() {
                set.insert_new(number as u64, Value::Int(number), Value::None);
            }
        }
        set
    }

    fn shown(set: &Dict) -> Vec<i64> {
        let number = |entry: &Entry| match entry.key {
            Value::Int(number) => number,
            _ => unreachable!(),
        };
        set.iter().map(number).collect()
    }

    /// What CPython 3.13 shows of the same.
    #[test]
    fn members_come_in_the_order_of_their_slots() {
        assert_eq!(shown(&set_of([3, 1, 2])), [1, 2, 3]);
        assert_eq!(shown(&set_of([8, 0, 16, 1])), [8, 0, 16, 1]);
        assert_eq!(shown(&set_of([100, 7, 50, 33, 1, 64, 999])), [64, 33, 1, 100, 7, 999, 50]);
        let set = set_of((0..40).rev().map(|n| n * 7 % 40));
        assert_eq!(shown(&set), (0..40).collect::<Vec<_>>());
    }

    #[test]
    fn a_copy_forgets_what_was_taken_out() {
        let mut set = set_of([8, 0, 16, 1]);
        let place = set.find(8, |key| matches!(key, Value::Int(8))).unwrap();
        set.remove(place);
        assert_eq!(set.len(), 3);
        assert_eq!(set.copy_of_set().len(), 3);
        assert!(set.copy_of_set().find(16, |key| matches!(key, Value::Int(16))).is_some());
    }
}
