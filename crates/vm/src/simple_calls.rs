//! Calls that need no more than to move the arguments from one stack to another, which most are.

use crate::class;
use crate::frame::{Frame, LoadedCode, Then};
use crate::machine::Machine;
use crate::natives::object;
use crate::object::{Instance, Object};
use crate::value::{Id, Value};

/// A call of a function in Python with all its arguments, by position, on the stack. It is small, so that it is handed on
/// in registers.
#[derive(Clone, Copy)]
pub(crate) struct SimpleCall {
    /// The function.
    function: Id,
    /// Where the callee is on the stack.
    base: u32,
    /// How many of the last arguments are the function's defaults.
    missing: u32,
}

/// A call of a class that makes an object and calls its `__init__`, which is a simple call.
pub(crate) struct SimpleConstruction {
    /// The class.
    pub(crate) class: Id,
    /// Where the object is to be put on the stack.
    pub(crate) this: usize,
    /// The call of `__init__`.
    pub(crate) init: SimpleCall,
}

impl Machine {
    /// The call that a `CALL` of so many arguments makes, if it is of a function in Python that takes them as they are, and
    /// whose code `fits`.
    #[inline]
    pub(crate) fn simple_call(
        &self,
        frame: &Frame,
        count: usize,
        fits: impl FnOnce(&LoadedCode) -> bool,
    ) -> Option<SimpleCall> {
        let base = frame.slots.len() - count - 2;
        let Value::Ref(id) = frame.slots[base] else { return None };
        let Object::Function(function) = self.heap.get(id) else { return None };
        let code = &self.image.codes[function.code.0 as usize];
        let given = count + usize::from(!frame.slots[base + 1].is_unbound());
        let missing = code.simple?.checked_sub(given)?;
        if missing > function.defaults.len() || !fits(code) {
            return None;
        }
        Some(SimpleCall { function: id, base: base as u32, missing: missing as u32 })
    }

    /// The call of `__init__` that a `CALL` of so many arguments makes, if it is of a class whose objects `object` makes.
    /// The method is on the stack then in the place of the class, and the object's place is still to be filled.
    pub(crate) fn simple_construction(&self, frame: &mut Frame, count: usize) -> Option<SimpleConstruction> {
        let base = frame.slots.len() - count - 2;
        let Value::Ref(class) = frame.slots[base] else { return None };
        let Object::Class(made) = self.heap.get(class) else { return None };
        let is_plain = made.meta == class::TYPE && made.layout == class::OBJECT && !made.traits.is_abstract;
        if !is_plain || !frame.slots[base + 1].is_unbound() {
            return None;
        }
        let new = self.class_attribute(class, &self.image.names.new)?;
        let init = self.class_attribute(class, &self.image.names.init)?;
        if !object::is_new(&new) {
            return None;
        }
        frame.slots[base] = init;
        frame.slots[base + 1] = Value::None;
        let init = self.simple_call(frame, count, |_| true);
        if init.is_none() {
            frame.slots[base] = Value::Ref(class);
            frame.slots[base + 1] = Value::Unbound;
        }
        Some(SimpleConstruction { class, this: base + 1, init: init? })
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

    /// Makes a simple call, for which there must be room on the stack of calls.
    #[inline]
    pub(crate) fn enter_simple(&mut self, frame: &mut Frame, call: SimpleCall, then: Then) {
        let Object::Function(function) = self.heap.get(call.function) else { return };
        let code = self.image.codes[function.code.0 as usize].clone();
        let base = call.base as usize;
        let start = base + 1 + usize::from(frame.slots[base + 1].is_unbound());
        let mut slots = self.spare.take(code.room);
        for at in start..frame.slots.len() {
            slots.push(std::mem::replace(&mut frame.slots[at], Value::Unbound));
        }
        frame.slots.truncate(base);
        if call.missing > 0 {
            let first = function.defaults.len() - call.missing as usize;
            slots.extend_from_slice(&function.defaults[first..]);
        }
        // The cells are the last, where `COPY_FREE_VARS` says they are.
        while slots.len() + function.closure.len() < code.slots {
            slots.push(Value::Unbound);
        }
        if !function.closure.is_empty() {
            slots.extend_from_slice(&function.closure);
        }
        let globals = function.globals;
        let inner = Frame { code, ip: 0, slots, globals, locals: None, then, generator: None };
        self.callers.push(std::mem::replace(frame, inner));
    }
}
