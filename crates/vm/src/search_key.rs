//! What tells two states of a search apart.
//!
//! It is the canonical hash of [`crate::hash`], made cheap: objects that are as they were when the search began are taken
//! as known, so only what threads hold and what was changed or made since is looked at. Steps, sleeps that are over and
//! variables that nobody will read are no part of it.

use std::cell::RefCell;

use xxhash_rust::xxh3::xxh3_128;

use crate::effect::Stream;
use crate::frame::{Frame, Then};
use crate::hash::Walk;
use crate::heap::each_in_then;
use crate::liveness::Live;
use crate::machine::Machine;
use crate::object::Object;
use crate::pages::{PAGE, Pages};
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
        KeyBase { objects, written: machine.output.len(), contents }
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
        let mut walk = Walk::new(self, base.places(), Vec::new());
        walk.number(self.switch_interval);
        walk.number(self.random);
        walk.number(self.input_read as u64);
        walk.number(self.failures.len() as u64);
        walk.number(self.exit_status.map_or(u64::MAX, |status| status as u64));
        walk.number(u64::from(self.left) + 2 * u64::from(self.exiting));
        walk.number(if parts.clock { self.clock } else { 0 });
        for thread in self.threads() {
            let state = &self.threads[thread.index()];
            walk.number(state.frames.len() as u64);
            for (depth, frame) in state.frames.iter().enumerate() {
                walk.live_frame(frame, depth + 1 < state.frames.len());
            }
            walk.value(&state.handling);
            walk.value(&state.object);
            if parts.waits
                && let Mode::Sleeping(until) = self.mode(thread)
            {
                walk.number(until - self.clock);
            }
        }
        for page in 0..base.objects.pages() {
            let Some(objects) = self.heap.pages().page_unlike(&base.objects, page) else { continue };
            for (offset, object) in objects.iter().enumerate() {
                base.changed(&mut walk, page * PAGE + offset, object);
            }
        }
        walk.objects();
        if parts.output {
            let out = self.output.iter().skip(base.written).filter(|written| written.stream == Stream::Out);
            out.for_each(|written| walk.out.extend_from_slice(written.text.as_str().as_bytes()));
        }
        xxh3_128(&walk.out)
    }
}

impl Walk<'_> {
    /// A frame without the variables that it will not read; `begun` says that a call of its has not come back.
    fn live_frame(&mut self, frame: &Frame, begun: bool) {
        let live = frame.code.live.get_or_init(|| Live::of(&frame.code.code));
        self.number(u64::from(frame.code.id.0) << 32 | u64::from(frame.ip));
        self.number(frame.slots.len() as u64);
        for (slot, value) in frame.slots.iter().enumerate() {
            let dead = slot < frame.code.slots && !live.is_live(slot, frame.ip as usize, begun);
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
