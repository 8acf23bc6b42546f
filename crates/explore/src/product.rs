//! The search made quick where threads do nothing but read and write memory, and acquire and release locks. What such a
//! thread does next depends on itself and on the value that it reads, and on nothing else: so it is run once for each of
//! its own states and each value, and the states of the whole program are put together from those of its threads and the
//! values in the places that they share. Which locks a thread holds is part of its own state, so that a lock is free if
//! nobody's state holds it. (Automata and their product; a cache of local transitions, as LTSmin has it: Blom, van de Pol and
//! Weber, "LTSmin: Distributed and Symbolic Reachability", CAV 2010.)
//!
//! A thread that does anything else, whatever it is, ends this: then the search is begun again with whole machines.

use std::rc::Rc;

use hashbrown::HashMap;
use interleave_vm::effect::Key;
use interleave_vm::{Foresight, Id, Mode, Model, Operation, Place, Sync, ThreadId, Value};
use rustc_hash::FxBuildHasher;

use crate::access::{Access, Footprint, Kind, Location, Owner, Spot};
use crate::graph::NodeId;
use crate::world::{State, Threads, World};

/// A state of the whole: for each thread the number of its own state, and behind them for each place the number of the
/// value in it, without those at the end that are as they were at first.
pub(crate) type Parts = Rc<[u32]>;

/// A thread in a state of its own.
#[derive(Debug)]
struct Local {
    /// A machine in which the thread is in that state, all others are where they began, and the shared places have the
    /// values that they had at first.
    state: Rc<State>,
    does: Does,
    /// The locks that it holds.
    holds: Locks,
}

/// A set of locks, by their numbers.
type Locks = u64;

/// What a thread does next.
#[derive(Clone, Debug)]
enum Does {
    /// It reads or writes the place of this number.
    Touches(usize, Footprint),
    /// It acquires the lock of this number, once nobody holds it; or nobody else, if it may be acquired again.
    Acquires(u32, bool, Footprint),
    /// It releases a lock that it holds.
    Releases(Footprint),
    /// It waits for another's end.
    Waits,
    /// Nothing: it has ended.
    Ended,
}

/// In place of a value: where a move finds none.
const NO_VALUE: u32 = u32::MAX;

/// A place that threads share.
#[derive(Debug)]
struct Shared {
    number: u32,
    place: Place,
    /// The value that it had at first.
    first: u32,
}

/// The threads' own states met so far, and what is known of how they go together.
#[derive(Debug)]
pub(crate) struct Product {
    first: Rc<State>,
    threads: usize,
    shared: Vec<Shared>,
    locks: Vec<Id>,
    values: Vec<Value>,
    locals: Vec<Local>,
    numbers: HashMap<(ThreadId, u128), u32, FxBuildHasher>,
    /// From a thread's state and the value that it finds, to its next state and the value that it leaves.
    moves: HashMap<(u32, u32), (u32, u32), FxBuildHasher>,
    /// The states of the whole that were met.
    pub(crate) known: HashMap<Parts, NodeId, FxBuildHasher>,
    /// Sets of threads that go on, for which it was seen that those who wait for others' ends do not.
    ended: Vec<Threads>,
    /// Machines in which all these threads have ended, this one last, and nobody has gone on yet.
    ends: Vec<(Box<[u32]>, ThreadId, State)>,
}

impl Product {
    /// Of a program in its first state; none if some thread does more than read and write.
    pub(crate) fn new(world: &mut World, first: &State) -> Option<Product> {
        let machine = &first.machine;
        let depends = world.knowledge().asked_time || machine.finalizes();
        if world.model != Model::Instruction || world.everything || depends {
            return None;
        }
        let threads = machine.threads().len();
        let mut product = Product {
            first: Rc::new(first.clone()),
            threads,
            shared: Vec::new(),
            locks: Vec::new(),
            values: Vec::new(),
            locals: Vec::new(),
            numbers: HashMap::default(),
            moves: HashMap::default(),
            known: HashMap::default(),
            ended: Vec::new(),
            ends: Vec::new(),
        };
        let key = world.key(first);
        for thread in machine.threads() {
            let does = product.foresee(world, first, thread)?;
            product.locals.push(Local { state: product.first.clone(), does, holds: 0 });
            product.numbers.insert((thread, key), u32::from(thread.0));
        }
        // Which locks there are is not known before. Of one that is held by nobody who could release it, nothing is known.
        for (local, thread) in machine.threads().enumerate() {
            product.locals[local].holds = product.held(first, thread);
        }
        // Were there nobody who waits, the last thread would be alone, and none of its moves a choice.
        let waits = product.locals.iter().any(|local| matches!(local.does, Does::Waits));
        (waits && first.stuck.is_none() && !product.enabled(&product.start()).is_empty()).then_some(product)
    }

    /// The first state.
    pub(crate) fn start(&self) -> Parts {
        (0..self.threads as u32).collect()
    }

    /// Who can make a move.
    pub(crate) fn enabled(&self, parts: &[u32]) -> Threads {
        let held = |lock: u32, by: &Local| by.holds >> lock & 1 == 1;
        let locals = || parts[..self.threads].iter().map(|&local| &self.locals[local as usize]);
        self.threads_of(parts, |local| match local.does {
            Does::Touches(..) | Does::Releases(_) => true,
            Does::Acquires(lock, again, _) => {
                let holders = locals().filter(|other| held(lock, other)).count();
                holders == usize::from(again && held(lock, local))
            }
            Does::Waits | Does::Ended => false,
        })
    }

    /// Who has not ended, and does not wait for others' ends.
    fn going_on(&self, parts: &[u32]) -> Threads {
        self.threads_of(parts, |local| !matches!(local.does, Does::Waits | Does::Ended))
    }

    fn threads_of(&self, parts: &[u32], is_it: impl Fn(&Local) -> bool) -> Threads {
        let locals = parts[..self.threads].iter().zip(0..);
        let found = locals.filter(|&(&local, _)| is_it(&self.locals[local as usize]));
        found.fold(Threads::default(), |found, (_, thread)| found.with(ThreadId(thread)))
    }

    /// What a thread that can go on, waits or has ended does next, if it is nothing else than to read or write.
    fn foresee(&mut self, world: &mut World, state: &State, thread: ThreadId) -> Option<Does> {
        let machine = &state.machine;
        if machine.thread(thread).daemon || !machine.failures().is_empty() || !state.spinning.is_empty() {
            return None;
        }
        let gated = machine.gated(thread).map(|(operation, _)| operation);
        let (place, kind) = match (machine.mode(thread), gated) {
            (Mode::Finished, _) => return Some(Does::Ended),
            (Mode::Blocked, Some(Operation::Join { .. })) => return Some(Does::Waits),
            (Mode::Blocked | Mode::Runnable, Some(Operation::Acquire { object })) => {
                let plain = machine.waits_as_long_as_it_takes(thread);
                let again = matches!(machine.sync(object), Some(Sync::RLock { .. }));
                let (lock, footprint) = plain.then(|| self.lock(world, object)).flatten()?;
                return Some(Does::Acquires(lock, again, footprint));
            }
            (Mode::Runnable, Some(Operation::Release { object })) => {
                let (lock, footprint) = self.lock(world, object)?;
                // Of another's lock it would be told that nobody holds it.
                let own = self.held(state, thread) >> lock & 1 == 1;
                return own.then_some(Does::Releases(footprint));
            }
            (Mode::Sleeping(_) | Mode::Blocked, _) => return None,
            (Mode::Runnable, Some(_)) => return None,
            (Mode::Runnable, None) => match machine.foresee(thread) {
                Foresight::Reads(place) => (place, Kind::Read),
                Foresight::Writes(place) => (place, Kind::Write),
                Foresight::Nothing | Foresight::Unknown => return None,
            },
        };
        let access = world.places.access(machine, &place, kind);
        let shared = self.shared(world, access)?;
        Some(Does::Touches(shared, Rc::new([access])))
    }

    /// The number of a lock that two threads use, and what it is to acquire or release it.
    fn lock(&mut self, world: &mut World, object: Id) -> Option<(u32, Footprint)> {
        let machine = &self.first.machine;
        let is_lock = matches!(machine.sync(object), Some(Sync::Lock { .. } | Sync::RLock { .. }));
        let access = world.places.whole(object, Kind::Write);
        if !is_lock || !world.sharing.is_shared(access.place) {
            return None;
        }
        let number = self.locks.iter().position(|known| *known == object).unwrap_or_else(|| {
            self.locks.push(object);
            self.locks.len() - 1
        });
        (number < Locks::BITS as usize).then(|| (number as u32, Footprint::from([access])))
    }

    /// The locks that a thread holds.
    fn held(&self, state: &State, thread: ThreadId) -> Locks {
        let holds = |lock: &Id| state.machine.sync(*lock).and_then(Sync::owner) == Some(thread);
        self.locks
            .iter()
            .zip(0..)
            .filter(|(lock, _)| holds(lock))
            .fold(0, |all, (_, number)| all | 1 << number)
    }

    /// The number of a place among those that are shared.
    fn shared(&mut self, world: &World, access: Access) -> Option<usize> {
        if !world.sharing.is_shared(access.place) {
            return None;
        }
        if let Some(known) = self.shared.iter().position(|shared| shared.number == access.place) {
            return Some(known);
        }
        let machine = &self.first.machine;
        let Location { object: Owner::Object(object), spot } = world.places.get(access.place) else {
            return None;
        };
        if !machine.has_object(*object) {
            return None;
        }
        let keys = match spot {
            Spot::Name(name) => [Key::Global(name.clone()), Key::Cell(name.clone())],
            Spot::Index(index) => [Key::Item(Value::Int(*index)), Key::Whole],
            Spot::Whole | Spot::Row(..) => return None,
        };
        let places = keys.into_iter().map(|key| Place { object: *object, key });
        let (place, first) = { places }.find_map(|place| {
            let value = machine.value_at(&place)?.clone();
            Some((place, value))
        })?;
        let first = self.value(&first)?;
        self.shared.push(Shared { number: access.place, place, first });
        Some(self.shared.len() - 1)
    }

    /// The number of a value, unless it is an object that was made since: that could hold others.
    fn value(&mut self, value: &Value) -> Option<u32> {
        let is_old = |value: &Value| value.id().is_none_or(|id| self.first.machine.has_object(id));
        if value.is_unbound() || !is_old(value) {
            return None;
        }
        let same = |known: &Value| match (known, value) {
            (Value::Big(a), Value::Big(b)) => a == b,
            (Value::Str(a), Value::Str(b)) => a == b,
            _ => known.is(value),
        };
        if let Some(known) = self.values.iter().position(same) {
            return Some(known as u32);
        }
        self.values.push(value.clone());
        Some(self.values.len() as u32 - 1)
    }

    /// Makes the move of a thread that can: where it leads, and what it touches. None if a thread comes to something else
    /// than to read and write.
    pub(crate) fn make(
        &mut self,
        world: &mut World,
        parts: &[u32],
        thread: ThreadId,
    ) -> Option<(Parts, Footprint)> {
        let local = parts[thread.index()];
        let (shared, footprint) = match self.locals[local as usize].does.clone() {
            Does::Touches(shared, footprint) => (shared, footprint),
            Does::Acquires(_, _, footprint) | Does::Releases(footprint) => {
                let next = self.make_with_lock(world, thread, local)?;
                let mut parts = parts.to_vec();
                parts[thread.index()] = next;
                return Some((parts.into(), footprint));
            }
            Does::Waits | Does::Ended => return None,
        };
        let at = self.threads + shared;
        let found = parts.get(at).copied().unwrap_or(self.shared[shared].first);
        // Whoever writes does not look.
        let found = if footprint[0].kind == Kind::Read { found } else { self.shared[shared].first };
        let (next, left) = match self.moves.get(&(local, found)) {
            Some(&known) => known,
            None => {
                let made = self.run(world, thread, local, found)?;
                self.moves.insert((local, found), made);
                made
            }
        };
        let mut parts = parts.to_vec();
        for behind in &self.shared[parts.len() - self.threads..] {
            parts.push(behind.first);
        }
        parts[thread.index()] = next;
        if footprint[0].kind != Kind::Read {
            parts[at] = left;
        }
        while parts.len() > self.threads
            && parts.last() == Some(&self.shared[parts.len() - self.threads - 1].first)
        {
            parts.pop();
        }
        Some((parts.into(), footprint))
    }

    /// Lets a thread acquire or release a lock: gives its next state.
    fn make_with_lock(&mut self, world: &mut World, thread: ThreadId, local: u32) -> Option<u32> {
        if let Some(&(known, _)) = self.moves.get(&(local, NO_VALUE)) {
            return Some(known);
        }
        let Local { state, does: Does::Acquires(_, _, footprint) | Does::Releases(footprint), .. } =
            &self.locals[local as usize]
        else {
            return None;
        };
        let mut state = State::clone(state);
        if world.make_alone(&mut state, thread)? != *footprint {
            return None;
        }
        let next = self.arrive(world, state, thread, |_, _| Some(()))?.0;
        self.moves.insert((local, NO_VALUE), (next, NO_VALUE));
        Some(next)
    }

    /// Runs a thread by itself, from a state of its own and a value that it finds.
    fn run(&mut self, world: &mut World, thread: ThreadId, local: u32, found: u32) -> Option<(u32, u32)> {
        let Local { state, does: Does::Touches(shared, footprint), .. } = &self.locals[local as usize] else {
            return None;
        };
        let mut state = State::clone(state);
        let Shared { place, first, .. } = &self.shared[*shared];
        let (place, first) = (place.clone(), *first);
        if found != first {
            state.machine.set_value_at(&place, self.values[found as usize].clone());
        }
        if world.make_alone(&mut state, thread)? != *footprint {
            return None;
        }
        self.arrive(world, state, thread, |product, state| {
            let left = state.machine.value_at(&place)?.clone();
            let left = product.value(&left)?;
            state.machine.set_value_at(&place, product.values[first as usize].clone());
            Some(left)
        })
    }

    /// Lets a thread that made a move by itself go on to where it is about to do the next one; gives the number of that state.
    /// `tidy` makes the shared places what they were at first.
    fn arrive<T>(
        &mut self,
        world: &mut World,
        mut state: State,
        thread: ThreadId,
        tidy: impl FnOnce(&mut Product, &mut State) -> Option<T>,
    ) -> Option<(u32, T)> {
        world.settle_thread(&mut state, thread);
        world.learn(&state);
        if state.stuck.is_some()
            || state.machine.threads().len() != self.threads
            || state.machine.is_finished()
        {
            return None;
        }
        let left = tidy(self, &mut state)?;
        let number = (thread, world.key(&state));
        if let Some(&known) = self.numbers.get(&number) {
            return Some((known, left));
        }
        let does = match self.foresee(world, &state, thread)? {
            // Whether it goes on depends on more than itself.
            Does::Waits => return None,
            does => does,
        };
        let holds = self.held(&state, thread);
        self.locals.push(Local { state: Rc::new(state), does, holds });
        let next = self.locals.len() as u32 - 1;
        self.numbers.insert(number, next);
        Some((next, left))
    }

    /// Whether a way to this state must be gone with a whole machine, for [`Product::holds`].
    pub(crate) fn is_new(&self, parts: &[u32]) -> bool {
        !self.ended.contains(&self.going_on(parts))
    }

    /// Whether those who wait for others' ends wait on, when the threads that have ended in this state have; seen by
    /// going the way there with a whole machine.
    pub(crate) fn holds(&mut self, world: &mut World, parts: &[u32], way: &[ThreadId]) -> bool {
        let whole = self.go(world, way);
        self.ended.push(self.going_on(parts));
        let waits = |thread: &ThreadId| {
            matches!(self.locals[parts[thread.index()] as usize].does, Does::Waits)
                && whole.machine.mode(*thread) == Mode::Blocked
        };
        whole.stuck.is_none()
            && whole.machine.threads().len() == self.threads
            && world.enabled(&whole) == self.enabled(parts)
            && whole.machine.threads().any(|thread| waits(&thread))
    }

    fn go(&self, world: &mut World, way: &[ThreadId]) -> State {
        way.iter().fold(State::clone(&self.first), |state, &thread| world.make(state, thread).state)
    }

    /// The whole machine in a state in which no thread can go on by itself, once those who waited have gone on. `way` gives
    /// a way there.
    pub(crate) fn end(
        &mut self,
        world: &mut World,
        parts: &[u32],
        last: ThreadId,
        way: impl FnOnce() -> Vec<ThreadId>,
    ) -> State {
        let locals = &parts[..self.threads];
        let known = self.ends.iter().find(|(known, by, _)| **known == *locals && *by == last);
        let mut state = match known {
            Some((.., state)) => state.clone(),
            None => {
                let mut state = self.go(world, &way());
                world.make_alone(&mut state, last);
                world.settle_thread(&mut state, last);
                self.ends.push((locals.into(), last, state.clone()));
                state
            }
        };
        for (at, shared) in self.shared.iter().enumerate() {
            let value = parts.get(self.threads + at).copied().unwrap_or(shared.first);
            state.machine.set_value_at(&shared.place, self.values[value as usize].clone());
        }
        let threads = state.machine.threads().len();
        world.settle(&mut state, Some((last, threads)));
        state
    }
}
