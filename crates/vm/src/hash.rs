//! The canonical hash of a machine's state: the same for the same state, whichever way it was reached.
//!
//! Objects are named by the order in which they are first met, walking from the threads, so that neither ids nor
//! garbage matter.

use xxhash_rust::xxh3::xxh3_128;

use crate::dict::Dict;
use crate::frame::{Frame, Then, ThreadId};
use crate::heap::{each_in_frame, each_in_thread};
use crate::machine::Machine;
use crate::object::{DictPart, Exception, Iter, Object};
use crate::sync::Sync;
use crate::text::Str;
use crate::value::{Id, Value};

/// Writes what a state consists of as bytes, in canonical order.
pub(crate) struct Walk<'m> {
    pub(crate) machine: &'m Machine,
    pub(crate) out: Vec<u8>,
    /// Objects with smaller ids are called by their ids, and not entered.
    pub(crate) known: usize,
    /// For each other place in the heap the canonical number of its object, or 0.
    pub(crate) numbers: Vec<u32>,
    pub(crate) next: u32,
    /// How often an object that is not called by its id was referred to.
    pub(crate) met: u64,
    pub(crate) pending: Vec<Id>,
    /// What each thread is called; it is its own number if there is no other.
    pub(crate) threads: Vec<u16>,
}

/// Tells an id from a canonical number.
const BY_ID: u64 = 1 << 63;

impl Machine {
    /// The canonical hash of all that can influence what the program does from here on: threads, reachable objects,
    /// clock and output are in it; garbage, ids and step counts are not.
    pub fn state_hash(&self) -> u128 {
        let mut walk = Walk::new(self, 0, Vec::new());
        walk.number(self.clock);
        walk.number(self.switch_interval);
        walk.number(self.random);
        walk.number(self.input_read as u64);
        walk.number(self.threads.len() as u64);
        for thread in &self.threads {
            walk.number(thread.frames.len() as u64);
            walk.number(u64::from(thread.daemon));
            for frame in &thread.frames {
                walk.frame(frame);
            }
            walk.value(&thread.handling);
            walk.value(&thread.object);
            walk.value(&thread.interrupt);
        }
        walk.id(self.globals());
        for module in self.image.modules.values() {
            walk.id(*module);
        }
        walk.objects();
        for written in self.output.iter() {
            walk.number(u64::from(written.thread.0));
            walk.text(&written.text);
        }
        xxh3_128(&walk.out)
    }

    /// The objects that threads and modules can reach, in canonical order.
    pub fn reachable(&self) -> Vec<Id> {
        let mut seen = vec![false; self.heap.places()];
        let mut order = Vec::new();
        let mut pending = std::collections::VecDeque::from([self.globals()]);
        for thread in &self.threads {
            each_in_thread(thread, &mut |id| pending.push_back(id));
        }
        while let Some(id) = pending.pop_front() {
            if !std::mem::replace(&mut seen[id.0 as usize], true) {
                order.push(id);
                crate::heap::each_child(self.heap.get(id), &mut |child| pending.push_back(child));
            }
        }
        order
    }
}

impl<'m> Walk<'m> {
    /// A walk that calls objects below `known` by their ids, and threads by these numbers.
    pub(crate) fn new(machine: &'m Machine, known: usize, threads: Vec<u16>) -> Walk<'m> {
        let numbers = vec![0; machine.heap.places().saturating_sub(known)];
        Walk { machine, out: Vec::new(), known, numbers, next: 1, met: 0, pending: Vec::new(), threads }
    }

    pub(crate) fn number(&mut self, number: u64) {
        self.out.extend_from_slice(&number.to_le_bytes());
    }

    pub(crate) fn thread(&mut self, thread: ThreadId) {
        let number = self.threads.get(thread.index()).copied().unwrap_or(thread.0);
        self.number(u64::from(number));
    }

    pub(crate) fn text(&mut self, text: &Str) {
        self.number(text.hash());
    }

    pub(crate) fn id(&mut self, id: Id) {
        let Some(place) = (id.0 as usize).checked_sub(self.known) else {
            self.number(u64::from(id.0) | BY_ID);
            return;
        };
        self.met += 1;
        let known = &mut self.numbers[place];
        if *known == 0 {
            *known = self.next;
            self.next += 1;
            self.pending.push(id);
        }
        let number = u64::from(*known);
        self.number(number);
    }

    pub(crate) fn value(&mut self, value: &Value) {
        match value {
            Value::Unbound => self.number(0),
            Value::None => self.number(1),
            Value::NotImplemented => self.number(2),
            Value::Ellipsis => self.number(3),
            Value::Bool(b) => self.number(4 + u64::from(*b)),
            Value::Int(i) => {
                self.number(6);
                self.number(*i as u64);
            }
            Value::Big(big) => {
                self.number(7);
                self.out.extend(big.to_signed_bytes_le());
            }
            Value::Float(f) => {
                self.number(8);
                self.number(f.to_bits());
            }
            Value::Str(text) => {
                self.number(9);
                self.text(text);
            }
            Value::Bytes(bytes) => {
                self.number(10);
                self.number(bytes.len() as u64);
                self.out.extend_from_slice(bytes);
            }
            Value::Code(code) => {
                self.number(11);
                self.number(u64::from(code.0));
            }
            Value::Native(native) => {
                self.number(12);
                self.out.extend_from_slice(native.0.name.as_bytes());
            }
            Value::Ref(id) => {
                self.number(13);
                self.id(*id);
            }
        }
    }

    pub(crate) fn values<'a>(&mut self, values: impl IntoIterator<Item = &'a Value>) {
        let mut count = 0;
        for value in values {
            self.value(value);
            count += 1;
        }
        self.number(count);
    }

    pub(crate) fn frame(&mut self, frame: &Frame) {
        self.number(u64::from(frame.code.id.0));
        self.number(u64::from(frame.ip));
        self.values(&frame.slots);
        let kind = match &frame.then {
            Then::Push => 0,
            Then::Callee => 1,
            Then::Discard => 2,
            Then::Init(_) => 3,
            Then::New(_) => 4,
            Then::Truth { negate } => 5 + u64::from(*negate),
            Then::NonZero { negate } => 7 + u64::from(*negate),
            Then::ForIter(_) => 9,
            Then::Send(_) => 10,
            Then::Operator(operator) => 16 + u64::from(operator.stage),
            Then::Text(_) => 11,
            Then::Class(_) => 12,
            Then::Attribute(_) => 13,
            Then::Finish => 14,
            Then::GroupMatch => 15,
        };
        self.number(kind);
        let mut held = Vec::new();
        each_in_frame(frame, &mut |id| held.push(id));
        for id in held {
            self.id(id);
        }
    }

    /// Writes the objects that were met, and those that they hold.
    pub(crate) fn objects(&mut self) {
        let mut next = 0;
        while next < self.pending.len() {
            let id = self.pending[next];
            next += 1;
            let machine = self.machine;
            self.object(machine.heap.get(id));
        }
        self.pending.clear();
    }

    pub(crate) fn object(&mut self, object: &Object) {
        self.out.push(kind(object));
        match object {
            Object::List(items) => self.values(items),
            Object::Tuple(items) => self.values(items.iter()),
            Object::Dict(dict) | Object::Set(dict) | Object::FrozenSet(dict) => self.dict(dict),
            Object::Range(range) => {
                self.number(range.start as u64);
                self.number(range.stop as u64);
                self.number(range.step as u64);
            }
            Object::Cell(value) | Object::StaticMethod(value) | Object::ClassMethod(value) => {
                self.value(value)
            }
            Object::Function(function) => {
                self.number(u64::from(function.code.0));
                self.text(&function.qualname);
                self.values(&function.defaults);
                self.values(&function.closure);
                self.values([&function.keyword_defaults, &function.dict]);
            }
            Object::Instance(instance) => {
                self.id(instance.class);
                self.id(instance.dict);
                self.value(&instance.base);
            }
            Object::Class(class) => {
                self.text(&class.qualname);
                self.id(class.dict);
            }
            Object::Iter(iter) => self.iter(iter),
            Object::Generator(generator) => {
                self.number(u64::from(generator.started) + 2 * u64::from(generator.running));
                match &generator.frame {
                    Some(frame) => self.frame(frame),
                    None => self.number(0),
                }
            }
            Object::Sync(sync) => self.sync(sync),
            Object::Database(stored) => self.stored(stored),
            Object::Slice(parts) | Object::Property(parts) => self.values(parts.iter()),
            Object::Method { function, this } => self.values([function, this]),
            Object::Super { class, this } => {
                self.id(*class);
                self.value(this);
            }
            Object::DictView { dict, kind } => {
                self.id(*dict);
                self.dict_part(*kind);
            }
            Object::Exception(exception) => self.exception(exception),
            _ => {
                let mut held = Vec::new();
                crate::heap::each_child(object, &mut |id| held.push(id));
                for id in held {
                    self.id(id);
                }
            }
        }
    }

    fn dict(&mut self, dict: &Dict) {
        self.number(dict.len() as u64);
        let slots = dict.slots.as_ref();
        if let Some(slots) = slots {
            for number in [dict.places(), slots.fill, slots.finger] {
                self.number(number as u64);
            }
        }
        for (place, entry) in (0..dict.places()).map(|place| (place, dict.entry(place))) {
            if entry.key.is_unbound() {
                continue;
            }
            if slots.is_some() {
                self.number(place as u64);
            }
            self.value(&entry.key);
            self.value(&entry.value);
        }
    }

    fn iter(&mut self, iter: &Iter) {
        match iter {
            Iter::Range { next, step, left } => {
                self.number(*next as u64);
                self.number(*step as u64);
                self.number(*left as u64);
            }
            Iter::List { list: id, index } | Iter::Tuple { tuple: id, index } => {
                self.id(*id);
                self.number(*index as u64);
            }
            Iter::Reversed { list, left } => {
                self.id(*list);
                self.number(*left as u64);
            }
            Iter::Str { text, byte } => {
                self.text(text);
                self.number(*byte as u64);
            }
            Iter::Dict { dict, place, len, part } => {
                self.id(*dict);
                self.number(u64::from(*place));
                self.number(u64::from(*len));
                self.dict_part(*part);
            }
        }
    }

    fn dict_part(&mut self, part: DictPart) {
        self.number(match part {
            DictPart::Keys => 0,
            DictPart::Values => 1,
            DictPart::Items => 2,
        });
    }

    fn exception(&mut self, exception: &Exception) {
        let Exception { class, dict, args, cause, context, suppress_context, traceback } = exception;
        self.id(*class);
        self.values([dict, args, cause, context]);
        self.number(u64::from(*suppress_context));
        for entry in traceback {
            self.number(u64::from(entry.code.0) << 32 | u64::from(entry.at));
        }
    }

    fn owner(&mut self, owner: Option<ThreadId>) {
        match owner {
            None => self.number(0),
            Some(thread) => {
                let number = self.threads.get(thread.index()).copied().unwrap_or(thread.0);
                self.number(u64::from(number) + 1);
            }
        }
    }

    fn sync(&mut self, sync: &Sync) {
        match sync {
            Sync::Lock { owner } => self.owner(*owner),
            Sync::RLock { owner, depth } => {
                self.owner(*owner);
                self.number(u64::from(*depth));
            }
            Sync::Event { set, .. } => self.number(u64::from(*set)),
            Sync::Semaphore { value, bound } => {
                self.number(*value as u64);
                self.number(bound.map_or(u64::MAX, |bound| bound as u64));
            }
            Sync::Condition { waiters } => {
                self.number(waiters.len() as u64);
                waiters.iter().for_each(|waiter| self.thread(*waiter));
            }
            Sync::Barrier { parties, arrived, generation, broken } => {
                self.number(u64::from(*parties));
                self.number(u64::from(*arrived));
                self.number(2 * generation + u64::from(*broken));
            }
            Sync::Queue { size, room, unfinished, closed, held } => {
                let flags = u32::from(*closed) + 2 * u32::from(*held);
                for number in [*size, *room, *unfinished, flags] {
                    self.number(u64::from(number));
                }
            }
            Sync::Tasks { items, closed } => {
                self.number(u64::from(*closed));
                self.values(items);
            }
        }
    }
}

fn kind(object: &Object) -> u8 {
    match object {
        Object::Free(_) => 0,
        Object::List(_) => 1,
        Object::Tuple(_) => 2,
        Object::Dict(_) => 3,
        Object::Set(_) => 4,
        Object::FrozenSet(_) => 5,
        Object::Range(_) => 6,
        Object::Slice(_) => 7,
        Object::Cell(_) => 8,
        Object::Function(_) => 9,
        Object::Method { .. } => 10,
        Object::Class(_) => 11,
        Object::Instance(_) => 12,
        Object::Exception(_) => 13,
        Object::Module { .. } => 14,
        Object::Iter(_) => 15,
        Object::Generator(_) => 16,
        Object::Property(_) => 17,
        Object::StaticMethod(_) => 18,
        Object::ClassMethod(_) => 19,
        Object::Super { .. } => 20,
        Object::DictView { .. } => 21,
        Object::Sync(_) => 22,
        Object::Traceback(_) => 23,
        Object::Database(_) => 24,
    }
}
