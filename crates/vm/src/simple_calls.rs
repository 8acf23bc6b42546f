//! Calls that need no more than to move the arguments from one stack to another, which most are.

use crate::class;
use crate::frame::{Frame, Then};
use crate::machine::Machine;
use crate::natives::object;
use crate::object::{Instance, Object};
use crate::value::{Id, Value};

impl Machine {
    /// Makes the call that a `CALL` of so many arguments makes, if it is of a function in Python that takes them as they
    /// are, that is the library's or not as `internal` says if it says so, and there is room on the stack of calls. Else
    /// nothing is changed.
    pub(crate) fn enter_simple(&mut self, frame: &mut Frame, count: usize, internal: Option<bool>) -> bool {
        let slots = &mut frame.slots;
        let base = slots.len() - count - 2;
        let Value::Ref(id) = slots[base] else { return false };
        let Object::Function(function) = self.heap.get(id) else { return false };
        let code = &self.image.codes[function.code.0 as usize];
        let start = base + 1 + usize::from(slots[base + 1].is_unbound());
        let Some(missing) = code.simple.and_then(|simple| simple.checked_sub(slots.len() - start)) else {
            return false;
        };
        let fits = internal.is_none_or(|internal| code.internal == internal);
        if missing > function.defaults.len() || !fits || self.callers.len() + 2 > self.limits.recursion {
            return false;
        }
        let mut inner = self.spare.take(code, function.globals);
        for argument in &mut slots[start..] {
            inner.slots.push(std::mem::replace(argument, Value::Unbound));
        }
        slots.truncate(base);
        if missing > 0 {
            let first = function.defaults.len() - missing;
            inner.slots.extend_from_slice(&function.defaults[first..]);
        }
        // The cells are the last, where `COPY_FREE_VARS` says they are.
        let free = code.slots - function.closure.len();
        if inner.slots.len() < free {
            inner.slots.resize(free, Value::Unbound);
        }
        if !function.closure.is_empty() {
            inner.slots.extend_from_slice(&function.closure);
        }
        self.callers.push(std::mem::replace(frame, inner));
        true
    }

    /// Makes the object that a `CALL` of so many arguments makes, if it is of a class whose objects `object` makes, and
    /// calls its `__init__`, if that is as [`Machine::enter_simple`] wants it. Else nothing is changed.
    pub(crate) fn construct_simple(&mut self, frame: &mut Frame, count: usize) -> bool {
        let base = frame.slots.len() - count - 2;
        let Value::Ref(class) = frame.slots[base] else { return false };
        let Object::Class(made) = self.heap.get(class) else { return false };
        let is_plain = made.meta == class::TYPE && made.layout == class::OBJECT && !made.traits.is_abstract;
        if !is_plain || !frame.slots[base + 1].is_unbound() {
            return false;
        }
        let new = self.class_attribute(class, &self.image.names.new);
        let Some(init) = self.class_attribute(class, &self.image.names.init) else { return false };
        if !new.is_some_and(|new| object::is_new(&new)) {
            return false;
        }
        // The object is made when it is known that the call can be: until then its place is taken.
        frame.slots[base] = init;
        frame.slots[base + 1] = Value::None;
        if !self.enter_simple(frame, count, None) {
            frame.slots[base] = Value::Ref(class);
            frame.slots[base + 1] = Value::Unbound;
            return false;
        }
        let object = Value::Ref(self.new_instance(class));
        frame.slots[0] = object.clone();
        frame.then = Then::Init(object);
        true
    }

    /// An object of a class whose objects are made of nothing else, without attributes.
    pub(crate) fn new_instance(&mut self, class: Id) -> Id {
        let dict = self.new_dict();
        let object = self.heap.add(Object::Instance(Instance { class, dict, base: Value::Unbound }));
        if self.finalizes {
            self.note_finalizer(class, object);
        }
        object
    }
}
