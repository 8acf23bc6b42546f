//! The search made quick where threads do nothing but read and write memory. What such a thread does next depends on
//! itself and on the value that it reads, and on nothing else: so it is run once for each of its own states and each
//! value, and the states of the whole program are put together from those of its threads and the values in the places
//! that they share. (Automata and their product; a cache of local transitions, as LTSmin has it: Blom, van de Pol and
//! Weber, "LTSmin: Distributed and Symbolic Reachability", CAV 2010.)
//!
//! A thread that does anything else, whatever it is, ends this: then the search is begun again with whole machines.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use hashbrown::HashMap;
use interleave_vm::effect::Key;
use interleave_vm::{Foresight, Mode, Model, Operation, Place, ThreadId, Value};
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
}

/// What a thread does next.
#[derive(Clone, Debug)]
enum Does {
    /// It reads or writes the place of this number.
    Touches(usize, Footprint),
    /// It waits for another's end.
    Waits,
    /// Nothing: it has ended.
    Ended,
}

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
    values: Vec<Value>,
    locals: Vec<Local>,
    numbers: HashMap<(ThreadId, u128), u32, FxBuildHasher>,
    /// From a thread's state and the value that it finds, to its next state and the value that it leaves.
    moves: HashMap<(u32, u32), (u32, u32), FxBuildHasher>,
    /// The states of the whole that were met.
    pub(crate) known: HashMap<Parts, NodeId, FxBuildHasher>,
    /// Sets of threads that have ended, for which it was seen that those who wait go on waiting.
    ended: BTreeSet<u64>,
    /// Machines in which all these threads have ended, this one last, and nobody has gone on yet.
    ends: BTreeMap<(Box<[u32]>, ThreadId), State>,
}

impl Product {
    /// Of a program in its first state; none if some thread does more than read and write.
    pub(crate) fn new(world: &mut World, first: &State) -> Option<Product> {
        let machine = &first.machine;
        if world.model != Model::Instruction || world.everything || world.knowledge().1 {
            return None;
        }
        let threads = machine.threads().len();
        let mut product = Product {
            first: Rc::new(first.clone()),
            threads,
            shared: Vec::new(),
            values: Vec::new(),
            locals: Vec::new(),
            numbers: HashMap::default(),
            moves: HashMap::default(),
            known: HashMap::default(),
            ended: BTreeSet::new(),
            ends: BTreeMap::new(),
        };
        let key = world.key(first);
        for thread in machine.threads() {
            let does = product.foresee(world, first, thread)?;
            product.locals.push(Local { state: product.first.clone(), does });
            product.numbers.insert((thread, key), u32::from(thread.0));
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
        let locals = parts[..self.threads].iter().zip(0..);
        let able =
            locals.filter(|&(&local, _)| matches!(self.locals[local as usize].does, Does::Touches(..)));
        able.fold(Threads::default(), |able, (_, thread)| able.with(ThreadId(thread)))
    }

    /// What a thread that can go on, waits or has ended does next, if it is nothing else than to read or write.
    fn foresee(&mut self, world: &mut World, state: &State, thread: ThreadId) -> Option<Does> {
        let machine = &state.machine;
        if machine.thread(thread).daemon || !machine.failures().is_empty() || !state.spinning.is_empty() {
            return None;
        }
        let (place, kind) = match machine.mode(thread) {
            Mode::Finished => return Some(Does::Ended),
            Mode::Blocked => {
                let joins = matches!(machine.gated(thread), Some((Operation::Join { .. }, _)));
                return joins.then_some(Does::Waits);
            }
            Mode::Sleeping(_) => return None,
            Mode::Runnable => match machine.foresee(thread) {
                Foresight::Reads(place) => (place, Kind::Read),
                Foresight::Writes(place) => (place, Kind::Write),
                Foresight::Nothing | Foresight::Unknown => return None,
            },
        };
        let access = world.places.access(machine, &place, kind);
        let shared = self.shared(world, access)?;
        Some(Does::Touches(shared, Rc::new([access])))
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
        let Does::Touches(shared, footprint) = self.locals[local as usize].does.clone() else { return None };
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

    /// Runs a thread by itself, from a state of its own and a value that it finds.
    fn run(&mut self, world: &mut World, thread: ThreadId, local: u32, found: u32) -> Option<(u32, u32)> {
        let Local { state, does: Does::Touches(shared, footprint) } = &self.locals[local as usize] else {
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
        world.settle_thread(&mut state, thread);
        world.learn(&state);
        if state.stuck.is_some()
            || state.machine.threads().len() != self.threads
            || state.machine.is_finished()
        {
            return None;
        }
        let left = state.machine.value_at(&place)?.clone();
        let left = self.value(&left)?;
        state.machine.set_value_at(&place, self.values[first as usize].clone());
        let number = (thread, world.key(&state));
        if let Some(&known) = self.numbers.get(&number) {
            return Some((known, left));
        }
        let does = match self.foresee(world, &state, thread)? {
            // Whether it goes on depends on more than itself.
            Does::Waits => return None,
            does => does,
        };
        self.locals.push(Local { state: Rc::new(state), does });
        let next = self.locals.len() as u32 - 1;
        self.numbers.insert(number, next);
        Some((next, left))
    }

    /// The threads that have ended or wait.
    fn idle(&self, parts: &[u32]) -> u64 {
        !self.enabled(parts).0
    }

    /// Whether a way to this state must be gone with a whole machine, for [`Product::holds`].
    pub(crate) fn is_new(&self, parts: &[u32]) -> bool {
        !self.ended.contains(&self.idle(parts))
    }

    /// Whether those who wait for others' ends wait on, when the threads that have ended in this state have; seen by
    /// going the way there with a whole machine.
    pub(crate) fn holds(&mut self, world: &mut World, parts: &[u32], way: &[ThreadId]) -> bool {
        let whole = self.go(world, way);
        self.ended.insert(self.idle(parts));
        whole.stuck.is_none()
            && whole.machine.threads().len() == self.threads
            && world.enabled(&whole) == self.enabled(parts)
            && whole.machine.threads().any(|thread| whole.machine.mode(thread) == Mode::Blocked)
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
        let key = (parts[..self.threads].into(), last);
        if !self.ends.contains_key(&key) {
            let mut state = self.go(world, &way());
            world.make_alone(&mut state, last);
            world.settle_thread(&mut state, last);
            self.ends.insert(key.clone(), state);
        }
        let mut state = self.ends[&key].clone();
        for (at, shared) in self.shared.iter().enumerate() {
            let value = parts.get(self.threads + at).copied().unwrap_or(shared.first);
            state.machine.set_value_at(&shared.place, self.values[value as usize].clone());
        }
        world.settle(&mut state, Some(last));
        state
    }
}
