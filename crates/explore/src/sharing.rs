//! Which places are shared: touched by two threads in ways that do not commute. What a thread did before it started the
//! other does not count; what it does after the other has ended does, so that what is read at the end is shared.

use std::rc::Rc;

use hashbrown::{HashMap, HashSet};
use interleave_vm::ThreadId;
use rustc_hash::FxBuildHasher;

use crate::access::{Access, Owner, Places};

/// Which part of each thread's life comes before a moment of one thread, by starts alone. It is the same in all schedules.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Forks(Rc<[Rc<[u32]>]>);

impl Forks {
    /// Those of a program that has one thread.
    pub fn new() -> Forks {
        Forks(Rc::new([Rc::new([1])]))
    }

    fn clock(&self, thread: ThreadId) -> Rc<[u32]> {
        self.0[thread.index()].clone()
    }

    /// How many threads a thread has started, and one.
    fn now(&self, thread: ThreadId) -> u32 {
        self.0[thread.index()][thread.index()]
    }

    fn set(&mut self, thread: usize, clock: Vec<u32>) {
        let mut all = self.0.to_vec();
        all.resize(all.len().max(thread + 1), Rc::new([]));
        all[thread] = clock.into();
        self.0 = all.into();
    }

    /// A thread was started.
    pub fn start(&mut self, by: ThreadId, thread: ThreadId) {
        let mut own = self.clock(by).to_vec();
        let mut new = own.clone();
        new.resize(new.len().max(thread.index() + 1), 0);
        new[thread.index()] = 1;
        self.set(thread.index(), new);
        own[by.index()] += 1;
        self.set(by.index(), own);
    }
}

impl Default for Forks {
    fn default() -> Self {
        Forks::new()
    }
}

/// A place as one thread touched it.
#[derive(Clone, Debug)]
struct Entry {
    access: Access,
    thread: ThreadId,
    clock: Rc<[u32]>,
}

impl Entry {
    /// Whether what was done here comes before what was done there, by starts.
    fn precedes(&self, other: &Entry) -> bool {
        let index = self.thread.index();
        other.clock.get(index).is_some_and(|&seen| seen >= self.clock[index])
    }
}

/// The places that are known to be shared, and what was touched so far.
#[derive(Clone, Debug, Default)]
pub struct Sharing {
    shared: Vec<bool>,
    known: HashSet<(Access, ThreadId, u32), FxBuildHasher>,
    entries: HashMap<Owner, Vec<Entry>, FxBuildHasher>,
    /// How many places are known to be shared.
    count: usize,
    /// Whether nothing more is found out.
    frozen: bool,
}

impl Sharing {
    /// Whether a place is known to be shared.
    pub fn is_shared(&self, place: u32) -> bool {
        self.shared.get(place as usize).copied().unwrap_or(false)
    }

    /// Whether a step touches a place that is known to be shared.
    pub fn touches_shared(&self, footprint: &[Access]) -> bool {
        footprint.iter().any(|access| self.is_shared(access.place))
    }

    /// How many places are known to be shared.
    pub fn count(&self) -> usize {
        self.count
    }

    /// Forgets who touched what; what is known to be shared stays. For a run that has nothing to do with those before: where
    /// it goes other ways, an object of the same name may be another.
    pub fn begin_run(&mut self) {
        self.known.clear();
        self.entries.clear();
    }

    /// From here on nothing more is found out.
    pub fn freeze(&mut self) {
        self.frozen = true;
    }

    /// Takes note of what a thread touched.
    pub fn note(&mut self, places: &Places, forks: &Forks, thread: ThreadId, footprint: &[Access]) {
        if self.frozen {
            return;
        }
        for &access in footprint {
            if !self.known.insert((access, thread, forks.now(thread))) {
                continue;
            }
            let clock = forks.clock(thread);
            let entry = Entry { access, thread, clock };
            let others = self.entries.entry(places.get(access.place).object).or_default();
            let mut found = Vec::new();
            for other in others.iter().filter(|other| other.thread != thread) {
                if places.conflict(access, other.access) && !other.precedes(&entry) && !entry.precedes(other)
                {
                    found.extend([access.place, other.access.place]);
                }
            }
            others.push(entry);
            found.into_iter().for_each(|place| self.share(place));
        }
    }

    /// The places that are known to be shared.
    pub fn all(&self) -> impl Iterator<Item = u32> {
        self.shared.iter().zip(0..).filter(|(shared, _)| **shared).map(|(_, place)| place)
    }

    /// Takes a place as shared.
    pub fn share(&mut self, place: u32) {
        let place = place as usize;
        if place >= self.shared.len() {
            self.shared.resize(place + 1, false);
        }
        if !std::mem::replace(&mut self.shared[place], true) {
            self.count += 1;
        }
    }
}
