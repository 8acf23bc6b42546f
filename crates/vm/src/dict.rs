//! A hash table in the order that Python shows: of insertion in a `dict`, of slots in a `set` (`slots.rs`).
//!
//! It never compares keys itself beyond text: equality of keys can need the heap, so the caller brings it.

use std::cell::Cell;

use hashbrown::HashTable;

use crate::slots::Slots;
use crate::text::{Str, hash_text};
use crate::value::Value;

/// A key with its hash and what it maps to.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The key's hash; equal keys have equal hashes.
    pub hash: u64,
    /// The key; [`Value::Unbound`] where an entry was deleted.
    pub key: Value,
    /// What the key maps to; [`Value::None`] in a set.
    pub value: Value,
}

/// Above this many entries an index is kept; up to it, looking at each is faster.
const SMALL: usize = 8;

/// Keys in the order of their first insertion, each with a value; or the slots of a set.
#[derive(Clone, Debug, Default)]
pub struct Dict {
    pub(crate) entries: Vec<Entry>,
    pub(crate) index: HashTable<u32>,
    pub(crate) live: usize,
    /// Of a set: how its slots are used.
    pub(crate) slots: Option<Slots>,
}

impl Dict {
    /// How many keys there are.
    pub fn len(&self) -> usize {
        self.live
    }

    /// Whether there is no key.
    pub fn is_empty(&self) -> bool {
        self.live == 0
    }

    /// Where the key with this hash is for which `same` holds, for [`Dict::entry`].
    #[inline]
    pub fn find(&self, hash: u64, same: impl Fn(&Value) -> bool) -> Option<usize> {
        if self.entries.len() <= SMALL {
            self.entries.iter().position(|e| e.hash == hash && !e.key.is_unbound() && same(&e.key))
        } else if self.slots.is_some() {
            self.find_slot(hash, same)
        } else {
            let at = |&i: &u32| {
                let entry = &self.entries[i as usize];
                entry.hash == hash && same(&entry.key)
            };
            self.index.find(hash, at).map(|&i| i as usize)
        }
    }

    /// Where a key that is text is.
    #[inline]
    pub fn find_str(&self, name: &Str) -> Option<usize> {
        self.find(name.hash(), |key| matches!(key, Value::Str(text) if text == name))
    }

    /// Where a key that is text is; `hint` remembers it for the next time.
    #[inline]
    pub(crate) fn find_hinted(&self, name: &Str, hint: &Cell<u32>) -> Option<usize> {
        let guess = hint.get() as usize;
        if let Some(Entry { key: Value::Str(key), .. }) = self.entries.get(guess)
            && key.same(name)
        {
            return Some(guess);
        }
        self.find_anew(name, hint)
    }

    #[inline(never)]
    fn find_anew(&self, name: &Str, hint: &Cell<u32>) -> Option<usize> {
        let place = self.find_str(name)?;
        hint.set(place as u32);
        Some(place)
    }

    /// The value of a key that is text.
    #[inline]
    pub fn get_str(&self, name: &Str) -> Option<&Value> {
        self.find_str(name).map(|i| &self.entries[i].value)
    }

    /// The same, where there is no Python text of it.
    pub(crate) fn get_text(&self, name: &str) -> Option<&Value> {
        let same = |key: &Value| matches!(key, Value::Str(text) if text.as_str() == name);
        self.find(hash_text(name), same).map(|i| &self.entries[i].value)
    }

    /// Sets the value of a key that is text.
    pub fn set_str(&mut self, name: &Str, value: Value) {
        match self.find_str(name) {
            Some(i) => self.entries[i].value = value,
            None => self.insert_new(name.hash(), Value::Str(name.clone()), value),
        }
    }

    /// The entry at a place that `find` gave, or that is below [`Dict::places`]; a deleted one has no key.
    #[inline]
    pub fn entry(&self, place: usize) -> &Entry {
        &self.entries[place]
    }

    /// The value at a place, to be changed.
    #[inline]
    pub fn value_mut(&mut self, place: usize) -> &mut Value {
        &mut self.entries[place].value
    }

    /// One more than the last place an entry can be at.
    pub fn places(&self) -> usize {
        self.entries.len()
    }

    /// Adds a key that is known not to be there.
    pub fn insert_new(&mut self, hash: u64, key: Value, value: Value) {
        if self.slots.is_some() {
            return self.insert_slot(hash, key);
        }
        let place = self.entries.len() as u32;
        self.entries.push(Entry { hash, key, value });
        self.live += 1;
        match self.entries.len() {
            n if n <= SMALL => {}
            n if n == SMALL + 1 => self.rebuild_index(),
            _ => {
                let entries = &self.entries;
                self.index.insert_unique(hash, place, |&i| entries[i as usize].hash);
            }
        }
    }

    /// Deletes the entry at a place and gives it back.
    pub fn remove(&mut self, place: usize) -> Entry {
        if self.slots.is_some() {
            return self.remove_slot(place);
        }
        if self.entries.len() > SMALL
            && let Ok(found) = self.index.find_entry(self.entries[place].hash, |&i| i as usize == place)
        {
            found.remove();
        }
        self.live -= 1;
        let gone = Entry { hash: 0, key: Value::Unbound, value: Value::Unbound };
        let entry = std::mem::replace(&mut self.entries[place], gone);
        if place + 1 == self.entries.len() {
            while self.entries.last().is_some_and(|e| e.key.is_unbound()) {
                self.entries.pop();
            }
            if self.entries.len() <= SMALL {
                self.index.clear();
            }
        } else if self.entries.len() > 32 && self.live * 2 < self.entries.len() {
            self.compact();
        }
        entry
    }

    /// Forgets every key.
    pub fn clear(&mut self) {
        let slots = self.slots.as_ref().map(|slots| Slots { fill: 0, finger: slots.finger });
        *self = Dict { slots, ..Dict::default() };
    }

    /// The entries in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Entry> {
        self.entries.iter().filter(|e| !e.key.is_unbound())
    }

    fn compact(&mut self) {
        self.entries.retain(|e| !e.key.is_unbound());
        self.rebuild_index();
    }

    fn rebuild_index(&mut self) {
        self.index.clear();
        if self.entries.len() > SMALL {
            for (i, entry) in self.entries.iter().enumerate() {
                if !entry.key.is_unbound() {
                    let entries = &self.entries;
                    self.index.insert_unique(entry.hash, i as u32, |&i| entries[i as usize].hash);
                }
            }
        }
    }
}
