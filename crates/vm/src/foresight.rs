//! What the next instruction of a thread will touch, for those who want to know before it does, and at no cost.

use crate::code::Op;
use crate::effect::{Key, Place};
use crate::frame::{Frame, ThreadId};
use crate::machine::Machine;
use crate::numbers::op;
use crate::object::{Iter, Object};
use crate::step::{Ran, Stop};
use crate::value::Value;

/// What the next instruction of a thread will touch.
#[derive(Clone, Debug)]
pub enum Foresight {
    /// Nothing that others could see; nor does it end the thread.
    Nothing,
    /// It reads this place and touches nothing else.
    Reads(Place),
    /// It writes this place and touches nothing else.
    Writes(Place),
    /// Only executing it tells.
    Unknown,
}

impl Machine {
    /// What the next instruction of a thread will touch, where that is certain.
    pub fn foresee(&self, thread: ThreadId) -> Foresight {
        let frames = &self.threads[thread.index()].frames;
        let Some((frame, callers)) = frames.split_last() else { return Foresight::Unknown };
        self.foresee_in(frame, callers.last())
    }

    /// Runs a thread that is foreseen to touch nothing, as long as that is so, at most so many steps.
    pub fn run_unseen(&mut self, thread: ThreadId, most: u64) -> Ran {
        let Some(mut frame) = self.swap_in(thread) else { return Ran { steps: 0, stop: Stop::Finished } };
        let mut steps = 0;
        let stop = loop {
            let stop = self.run_one(&mut frame);
            steps += u64::from(stop != Stop::Waiting);
            let goes_on = stop == Stop::Budget
                && steps < most
                && matches!(self.foresee_in(&frame, self.callers.last()), Foresight::Nothing);
            if !goes_on {
                break stop;
            }
        };
        self.swap_out(thread, frame, stop == Stop::Finished, steps > 0);
        Ran { steps, stop }
    }

    /// What the next instruction of a frame will touch, where that is certain.
    fn foresee_in(&self, frame: &Frame, caller: Option<&Frame>) -> Foresight {
        let Some(instruction) = frame.code.instructions.get(frame.ip as usize) else {
            return Foresight::Unknown;
        };
        let arg = instruction.arg as usize;
        let top = frame.slots.len();
        match instruction.op {
            Op::LoadFastCheck => match &frame.slots[arg] {
                Value::Unbound => Foresight::Unknown,
                _ => Foresight::Nothing,
            },
            Op::LoadFast
            | Op::LoadFastAndClear
            | Op::StoreFast
            | Op::LoadConst
            | Op::Copy
            | Op::Swap
            | Op::PopTop
            | Op::PushNull
            | Op::Nop
            | Op::Resume
            | Op::IsOp
            | Op::EndFor
            | Op::EndSend
            | Op::BuildTuple
            | Op::BuildString
            | Op::BuildSlice
            | Op::CopyFreeVars
            | Op::MakeCell
            | Op::BuildList
            | Op::MakeFunction
            | Op::SetFunctionAttribute
            | Op::JumpForward
            | Op::JumpBackward
            | Op::JumpBackwardNoInterrupt
            | Op::PopJumpIfFalse
            | Op::PopJumpIfTrue
            | Op::PopJumpIfNone
            | Op::PopJumpIfNotNone => Foresight::Nothing,
            // Back in the library's code, much can happen in the same step; and a generator's end is seen by who asks it next.
            Op::ReturnValue | Op::ReturnConst => match caller {
                Some(caller) if !caller.code.internal && frame.generator.is_none() => Foresight::Nothing,
                _ => Foresight::Unknown,
            },
            Op::ToBool | Op::UnaryNot => match frame.slots.last() {
                Some(Value::Bool(_) | Value::Int(_) | Value::Float(_) | Value::Str(_) | Value::None) => {
                    Foresight::Nothing
                }
                _ => Foresight::Unknown,
            },
            Op::StoreGlobal if Some(frame.globals) == self.image.globals => Foresight::Writes(Place {
                object: frame.globals,
                key: Key::Global(frame.code.names[arg].clone()),
            }),
            Op::ForIter => self.plain_iterator(frame).map_or(Foresight::Unknown, Foresight::Writes),
            Op::BinaryOp | Op::CompareOp => {
                let plain = |value: &Value| matches!(value, Value::Int(_) | Value::Float(_));
                let both = frame.slots.iter().rev().take(2).all(plain);
                // To divide may raise, and what that comes to is not known.
                let safe = instruction.op == Op::CompareOp
                    || matches!(instruction.arg % op::IN_PLACE, op::ADD | op::SUBTRACT | op::MULTIPLY);
                if both && safe { Foresight::Nothing } else { Foresight::Unknown }
            }
            Op::LoadGlobal if self.has_global(frame, arg >> 1) => Foresight::Reads(Place {
                object: frame.globals,
                key: Key::Global(frame.code.names[arg >> 1].clone()),
            }),
            Op::LoadAttr => self.own_attribute(frame, arg >> 1).map_or(Foresight::Unknown, Foresight::Reads),
            Op::StoreAttr => self.own_attribute(frame, arg).map_or(Foresight::Unknown, Foresight::Writes),
            Op::BinarySubscr => self.item(frame, top, top - 1).map_or(Foresight::Unknown, Foresight::Reads),
            Op::StoreSubscr => self.item(frame, top, top - 1).map_or(Foresight::Unknown, Foresight::Writes),
            Op::Call => {
                let called = |base: usize| {
                    let given = arg + usize::from(!frame.slots[base + 1].is_unbound());
                    self.is_own_function(&frame.slots[base], given)
                };
                if top.checked_sub(arg + 2).is_some_and(called) {
                    Foresight::Nothing
                } else {
                    Foresight::Unknown
                }
            }
            _ => Foresight::Unknown,
        }
    }

    /// The place of an attribute that an object has itself, and whose class does not come before it.
    fn own_attribute(&self, frame: &Frame, name: usize) -> Option<Place> {
        let id = frame.slots.last()?.id()?;
        let Object::Instance(instance) = self.heap.get(id) else { return None };
        if self.telling_of_classes {
            return None;
        }
        let name = &frame.code.names[name];
        self.dict_get_str(instance.dict, name)?;
        let Object::Class(class) = self.heap.get(instance.class) else { return None };
        let plain =
            class.module.as_str() == "__main__" && self.class_attribute(instance.class, name).is_none();
        let hooks = [&self.image.names.setattr, &self.image.names.getattribute];
        let hooked = hooks.iter().any(|hook| {
            self.class_attribute(instance.class, hook).is_some_and(|hook| !matches!(hook, Value::Native(_)))
        });
        (plain && !hooked).then(|| Place { object: id, key: Key::Attribute(name.clone()) })
    }

    /// The iterator that a loop asks for its next item, if that depends on the iterator alone.
    fn plain_iterator(&self, frame: &Frame) -> Option<Place> {
        let object = frame.slots.last()?.id()?;
        let plain = matches!(self.heap.get(object), Object::Iter(Iter::Range { .. } | Iter::Tuple { .. }));
        plain.then_some(Place { object, key: Key::Whole })
    }

    /// The place of an item of a list or a dict, by a key that is an integer or text.
    fn item(&self, frame: &Frame, top: usize, key: usize) -> Option<Place> {
        let object = frame.slots.get(top.checked_sub(2)?)?.id()?;
        let key = frame.slots.get(key)?;
        let place = Place { object, key: Key::Item(key.clone()) };
        // That it is not there raises, or is seen in other ways.
        match (self.heap.get(object), key) {
            (Object::List(_) | Object::Dict(_), Value::Int(_) | Value::Str(_)) => {
                self.value_at(&place).is_some().then_some(place)
            }
            _ => None,
        }
    }

    /// Whether a value is a function of the program's own that takes so many arguments, or a method of an object that is one.
    fn is_own_function(&self, callee: &Value, given: usize) -> bool {
        match self.as_object(callee) {
            Some(Object::Function(function)) => {
                let code = &self.image.codes[function.code.0 as usize];
                let missing = code.simple.and_then(|parameters| parameters.checked_sub(given));
                !code.internal && missing.is_some_and(|missing| missing <= function.defaults.len())
            }
            Some(Object::Method { function, .. }) => self.is_own_function(function, given + 1),
            _ => false,
        }
    }

    /// Whether a global name, or a built-in one, has a value.
    fn has_global(&self, frame: &Frame, name: usize) -> bool {
        let name = &frame.code.names[name];
        let has = |dict| self.dict_get_str(dict, name).is_some();
        has(frame.globals) || self.image.builtins.is_some_and(has)
    }
}
