//! What tells two states of a search apart.
//!
//! It is the canonical hash of [`crate::hash`], made cheap: objects that are as they were when the search began are taken
//! as known, so only what threads hold and what was changed or made since is looked at. Steps, sleeps that are over and
//! variables that nobody will read are no part of it.
//!
//! From one state to the next most threads and pages of the heap are the very same, shared by both. What such a part comes
//! to is remembered, unless it names objects made since: what those are called depends on the rest of the state.

use std::cell::RefCell;
use std::rc::Rc;

use xxhash_rust::xxh3::xxh3_128;

use crate::effect::Stream;
use crate::frame::{Frame, Then, Thread};
use crate::hash::Walk;
use crate::heap::each_in_then;
use crate::liveness::Live;
use crate::machine::Machine;
use crate::object::Object;
use crate::pages::{PAGE, Page, Pages};
use crate::step::Mode;
use crate::value::{Id, Value};

/// The state that a search began with, against which others are compared.
#[derive(Debug)]
pub struct KeyBase {
    objects: Pages<Object>,
    /// How many pieces of output there were.
    written: usize,
    /// What each object consisted of, once that was asked.
    contents: RefCell<Vec<Option<Box<[u8]>>>>,
    remembered: RefCell<Remembered>,
}

/// The parts of the state that was asked for last, with what they came to; and room for the next to be written in.
#[derive(Debug, Default)]
struct Remembered {
    threads: Parts<Thread, u128>,
    /// A page without anything that changed has no digest.
    pages: Parts<Page<Object>, Option<u128>>,
    out: Vec<u8>,
    numbers: Vec<u32>,
    pending: Vec<Id>,
}

/// Parts of a state by their place, each with what it came to.
type Parts<T, D> = Vec<Option<(Rc<T>, D)>>;

/// What is remembered of a part, if it is the very same.
fn recall<T, D: Copy>(parts: &Parts<T, D>, place: usize, part: &Rc<T>) -> Option<D> {
    let (known, digest) = parts.get(place)?.as_ref()?;
    Rc::ptr_eq(known, part).then_some(*digest)
}

fn remember<T, D>(parts: &mut Parts<T, D>, place: usize, part: &Rc<T>, digest: D) {
    if place >= parts.len() {
        parts.resize_with(place + 1, || None);
    }
    parts[place] = Some((part.clone(), digest));
}

/// What of a state counts besides its objects and threads.
#[derive(Clone, Copy, Debug, Default)]
pub struct KeyParts {
    /// The text written to standard output.
    pub output: bool,
    /// How long sleepers have still to wait.
    pub waits: bool,
    /// What time it is.
    pub clock: bool,
}

impl KeyBase {
    /// A machine on which [`Machine::begin_search`] was just called.
    pub fn new(machine: &Machine) -> KeyBase {
        let objects = machine.heap.pages().clone();
        let contents = RefCell::new(vec![None; objects.pages() * PAGE]);
        KeyBase { objects, written: machine.output.len(), contents, remembered: RefCell::default() }
    }

    /// How many objects there were.
    fn places(&self) -> usize {
        self.objects.pages() * PAGE
    }

    /// Writes what an object that was there consists of; nothing if it is as it was.
    fn changed(&self, walk: &mut Walk<'_>, place: usize, object: &Object) {
        let from = walk.out.len();
        walk.number(place as u64);
        let content = walk.out.len();
        walk.object(object);
        let mut contents = self.contents.borrow_mut();
        let before = contents[place].get_or_insert_with(|| {
            let mut before = Walk::new(walk.machine, self.places(), Vec::new());
            before.object(self.objects.get(place));
            before.out.into()
        });
        if **before == walk.out[content..] {
            walk.out.truncate(from);
        }
    }
}

impl Machine {
    /// What tells this state from others of the same search: equal for equal states, whichever way they were reached.
    pub fn search_key(&self, base: &KeyBase, parts: KeyParts) -> u128 {
        let mut remembered = base.remembered.borrow_mut();
        // Where the program can tell whether an object is alive, all that keeps one alive is part of the state.
        let lives = !self.watched.is_empty() || self.awaits_ends();
        let mut walk = remembered.walk(self, base.places());
        walk.number(self.switch_interval);
        walk.number(self.random);
        walk.number(self.input_read as u64);
        walk.number(self.failures.len() as u64);
        walk.number(self.exit_status.map_or(u64::MAX, |status| status as u64));
        walk.number(u64::from(self.left) + 2 * u64::from(self.exiting));
        walk.number(if parts.clock { self.clock } else { 0 });
        for thread in self.threads() {
            let state = &self.threads[thread.index()];
            match recall(&remembered.threads, thread.index(), state) {
                _ if lives => walk.live_thread(state, true),
                Some(digest) => walk.digest(digest),
                None => {
                    if let Some(digest) = walk.part(|walk| walk.live_thread(state, false)) {
                        walk.digest(digest);
                        remember(&mut remembered.threads, thread.index(), state, digest);
                    }
                }
            }
            if parts.waits
                && let Mode::Sleeping(until) = self.mode(thread)
            {
                walk.number(until - self.clock);
            }
        }
        for page in 0..base.objects.pages() {
            let Some(objects) = self.heap.pages().page_unlike(&base.objects, page) else { continue };
            if let Some(digest) = recall(&remembered.pages, page, objects) {
                digest.into_iter().for_each(|digest| walk.digest(digest));
                continue;
            }
            let mut changes = false;
            let digest = walk.part(|walk| {
                let from = walk.out.len();
                for (offset, object) in objects.written() {
                    base.changed(walk, page * PAGE + offset, object);
                }
                changes = walk.out.len() > from;
            });
            if let Some(digest) = digest {
                let digest = changes.then_some(digest);
                digest.into_iter().for_each(|digest| walk.digest(digest));
                remember(&mut remembered.pages, page, objects, digest);
            }
        }
        walk.objects();
        if lives {
            walk.lives();
        }
        if parts.output {
            let out = self.output.iter().skip(base.written).filter(|written| written.stream == Stream::Out);
            out.for_each(|written| walk.out.extend_from_slice(written.text.as_str().as_bytes()));
        }
        let key = xxh3_128(&walk.out);
        remembered.keep(walk);
        key
    }
}

impl Remembered {
    /// A walk that writes where the last one did.
    fn walk<'m>(&mut self, machine: &'m Machine, known: usize) -> Walk<'m> {
        let mut numbers = std::mem::take(&mut self.numbers);
        numbers.clear();
        numbers.resize(machine.heap.places().saturating_sub(known), 0);
        let (mut out, mut pending) = (std::mem::take(&mut self.out), std::mem::take(&mut self.pending));
        out.clear();
        pending.clear();
        Walk { machine, out, known, numbers, next: 1, met: 0, pending, threads: Vec::new() }
    }

    fn keep(&mut self, walk: Walk<'_>) {
        (self.out, self.numbers, self.pending) = (walk.out, walk.numbers, walk.pending);
    }
}

impl Walk<'_> {
    /// Writes a part of the state; if it does not refer to any object made since, takes it back and gives its digest.
    fn part(&mut self, write: impl FnOnce(&mut Self)) -> Option<u128> {
        let (from, met) = (self.out.len(), self.met);
        write(self);
        (self.met == met).then(|| {
            let digest = xxh3_128(&self.out[from..]);
            self.out.truncate(from);
            digest
        })
    }

    fn digest(&mut self, digest: u128) {
        self.out.extend_from_slice(&digest.to_le_bytes());
    }

    /// Which of the objects that the program can ask after are alive, and whose end is waited for.
    fn lives(&mut self) {
        let machine = self.machine;
        for id in machine.watched.keys() {
            self.number(u64::from(id.0));
            let number = (id.0 as usize).checked_sub(self.known).map_or(0, |place| self.numbers[place]);
            self.number(u64::from(number));
        }
        machine.finalizers.iter().for_each(|&id| self.id(id));
        self.objects();
    }

    /// Writes what a thread holds; `all` says that variables which it will not read are part of that.
    fn live_thread(&mut self, thread: &Thread, all: bool) {
        self.number(thread.frames.len() as u64);
        for (depth, frame) in thread.frames.iter().enumerate() {
            self.live_frame(frame, depth + 1 < thread.frames.len(), all);
        }
        self.value(&thread.handling);
        self.value(&thread.object);
        self.value(&thread.interrupt);
    }

    /// A frame, without the variables that it will not read unless `all` says so; `begun` says that a call of its has not
    /// come back.
    fn live_frame(&mut self, frame: &Frame, begun: bool, all: bool) {
        let live = frame.code.live.get_or_init(|| Live::of(&frame.code.code));
        self.number(u64::from(frame.code.id.0) << 32 | u64::from(frame.ip));
        self.number(frame.slots.len() as u64);
        for (slot, value) in frame.slots.iter().enumerate() {
            let dead = !all && slot < frame.code.slots && !live.is_live(slot, frame.ip as usize, begun);
            self.value(if dead { &Value::Unbound } else { value });
        }
        self.id(frame.globals);
        let stage = match &frame.then {
            Then::Operator(operator) => u64::from(operator.stage),
            _ => 0,
        };
        self.number(stage);
        let mut held: Vec<Id> = frame.locals.iter().chain(&frame.generator).copied().collect();
        each_in_then(&frame.then, &mut |id| held.push(id));
        held.into_iter().for_each(|id| self.id(id));
    }
}
