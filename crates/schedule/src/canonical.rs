//! Steps as bytes, the same on every machine and in every release.
//!
//! Every variable part has its length before it and every choice its tag, so that different steps never have the same
//! bytes. Numbers are little-endian. A float that is not a number has many bit patterns, which differ between
//! processors: all of them are written as one. What depends on how the library is built is not written: objects are
//! numbered by their first appearance in the trace, the program's code from its first block on, and of the library's
//! code only the function's name counts.

use std::collections::BTreeMap;

use interleave_vm::effect::{Effect, Key, Place};
use interleave_vm::value::{CodeId, Id, Value};
use interleave_vm::{Machine, Step, Stream};

/// Turns the steps of one run, in their order, into bytes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Writer {
    /// What was written.
    pub(crate) out: Vec<u8>,
    numbers: Numbers,
}

/// Objects and code by numbers that mean the same in every release.
#[derive(Clone, Debug, Default)]
pub struct Numbers {
    objects: BTreeMap<Id, u32>,
    first_own_code: Option<u32>,
}

impl Numbers {
    /// An object's number: objects are counted from 0 in the order in which they are first asked for.
    pub fn object(&mut self, id: Id) -> u32 {
        let next = self.objects.len() as u32;
        *self.objects.entry(id).or_insert(next)
    }

    /// The number of a block of the program's code, counted from 0 for its first; none for the library's code.
    pub fn own_code(&mut self, machine: &Machine, id: CodeId) -> Option<u32> {
        if machine.code(id).internal {
            return None;
        }
        let own = || machine.codes().filter(|code| !code.internal).map(|code| code.id.0);
        let first = *self.first_own_code.get_or_insert_with(|| own().min().unwrap_or(0));
        id.0.checked_sub(first)
    }
}

impl Writer {
    /// Appends a step. The machine is one that has the code which the step is in.
    pub(crate) fn step(&mut self, machine: &Machine, step: &Step) {
        self.number(step.thread.0.into());
        match self.numbers.own_code(machine, step.code) {
            Some(code) => {
                self.tagged(0, &code.to_le_bytes());
                self.number(step.at);
            }
            None => self.text(1, &machine.code(step.code).code.qualname),
        }
        self.number(step.effects.len() as u32);
        for effect in &step.effects {
            self.effect(machine, effect);
        }
    }

    fn effect(&mut self, machine: &Machine, effect: &Effect) {
        match effect {
            Effect::Read { place, value } => self.access(machine, 0, place, Some(value)),
            Effect::Write { place, value } => self.access(machine, 1, place, Some(value)),
            Effect::Delete { place } => self.access(machine, 2, place, None),
            Effect::Acquire { object, depth } => self.sync(3, *object, *depth),
            Effect::AcquireFailed { object } => self.sync(4, *object, 0),
            Effect::Release { object, depth } => self.sync(5, *object, *depth),
            Effect::Set { object } => self.sync(6, *object, 0),
            Effect::Clear { object } => self.sync(7, *object, 0),
            Effect::Waited { object, set } => self.sync(8, *object, u32::from(*set)),
            Effect::Put { object, done } => self.sync(9, *object, u32::from(*done)),
            Effect::Take { object, done } => self.sync(10, *object, u32::from(*done)),
            Effect::Start { thread } => self.tagged(11, &thread.0.to_le_bytes()),
            Effect::Finish => self.out.push(12),
            Effect::Join { thread, ended } => {
                self.tagged(13, &thread.0.to_le_bytes());
                self.out.push(u8::from(*ended));
            }
            Effect::Sleep { microseconds } => self.tagged(14, &microseconds.to_le_bytes()),
            Effect::Output { stream, text } => {
                self.out.push(if *stream == Stream::Out { 15 } else { 16 });
                self.bytes(text.as_str().as_bytes());
            }
            Effect::SwitchInterval { microseconds } => self.tagged(17, &microseconds.to_le_bytes()),
            Effect::Database { object, statement } => {
                self.sync(18, *object, 0);
                self.bytes(statement.as_str().as_bytes());
            }
            Effect::Raise { exception } => self.sync(19, *exception, 0),
            Effect::Enqueue { object } => self.sync(20, *object, 0),
            Effect::Notify { object, woken } => self.sync(21, *object, *woken),
            Effect::Wake { object, notified } => self.sync(22, *object, u32::from(*notified)),
            Effect::Arrive { object, index } => self.sync(23, *object, *index),
            Effect::Open { object, broken } => self.sync(24, *object, u32::from(*broken)),
            Effect::Pass { object, broken } => self.sync(25, *object, u32::from(*broken)),
            Effect::TaskDone { object } => self.sync(26, *object, 0),
        }
    }

    fn tagged(&mut self, tag: u8, bytes: &[u8]) {
        self.out.push(tag);
        self.out.extend(bytes);
    }

    fn number(&mut self, number: u32) {
        self.out.extend(number.to_le_bytes());
    }

    fn sync(&mut self, tag: u8, object: Id, number: u32) {
        let object = self.numbers.object(object);
        self.tagged(tag, &object.to_le_bytes());
        self.number(number);
    }

    fn bytes(&mut self, bytes: &[u8]) {
        self.out.extend((bytes.len() as u64).to_le_bytes());
        self.out.extend(bytes);
    }

    fn access(&mut self, machine: &Machine, tag: u8, place: &Place, value: Option<&Value>) {
        let object = self.numbers.object(place.object);
        self.tagged(tag, &object.to_le_bytes());
        match &place.key {
            Key::Global(name) => self.text(0, name.as_str()),
            Key::Attribute(name) => self.text(1, name.as_str()),
            Key::Cell(name) => self.text(2, name.as_str()),
            Key::Item(key) => {
                self.out.push(3);
                self.value(machine, key);
            }
            Key::Whole => self.out.push(4),
        }
        if let Some(value) = value {
            self.value(machine, value);
        }
    }

    fn text(&mut self, tag: u8, text: &str) {
        self.out.push(tag);
        self.bytes(text.as_bytes());
    }

    fn value(&mut self, machine: &Machine, value: &Value) {
        match value {
            Value::Unbound => self.out.push(0),
            Value::None => self.out.push(1),
            Value::NotImplemented => self.out.push(2),
            Value::Ellipsis => self.out.push(3),
            Value::Bool(b) => self.tagged(4, &[u8::from(*b)]),
            Value::Int(int) => self.tagged(5, &int.to_le_bytes()),
            Value::Big(big) => self.text(6, &big.to_string()),
            Value::Float(float) => {
                let bits = if float.is_nan() { u64::MAX } else { float.to_bits() };
                self.tagged(7, &bits.to_le_bytes());
            }
            Value::Str(text) => self.text(8, text.as_str()),
            Value::Bytes(bytes) => {
                self.out.push(9);
                self.bytes(bytes);
            }
            Value::Code(id) => match self.numbers.own_code(machine, *id) {
                Some(code) => self.tagged(10, &code.to_le_bytes()),
                None => self.text(13, &machine.code(*id).code.qualname),
            },
            Value::Native(native) => self.text(11, native.0.name),
            Value::Ref(id) => {
                let object = self.numbers.object(*id);
                self.tagged(12, &object.to_le_bytes());
            }
        }
    }
}
