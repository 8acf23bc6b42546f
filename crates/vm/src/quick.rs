//! The instructions that most steps are, in one tight loop.
//!
//! An instruction is *quick* where it makes no object, does no work beside its step, calls nothing written in Rust,
//! neither raises nor waits, and shows nobody what it did. Between two of those there is nothing to look at but how many
//! there may be: so many are executed in one go, and the result is the same as that of single steps. All other
//! instructions, and these where they do more than that, are left to [`Machine::execute`].

use crate::code::Op;
use crate::compare::holds;
use crate::frame::{Activation, Frame, LoadedCode, Then};
use crate::machine::Machine;
use crate::numbers;
use crate::operators::{EQUAL, NOT_EQUAL};
use crate::quick_access::{Attribute, Next};
use crate::value::Value;

/// What a run of quick instructions came to.
pub(crate) struct Quick {
    /// How many were executed.
    pub(crate) steps: u64,
    /// Whether a switch can fall behind the last of them under the model gil.
    pub(crate) gil_check: bool,
}

impl Op {
    /// Whether it can be quick when nobody looks, and is not when somebody does.
    pub(crate) fn is_slow_when_watched(self) -> bool {
        matches!(
            self,
            Op::LoadGlobal | Op::LoadName | Op::LoadDeref | Op::LoadAttr | Op::BinarySubscr | Op::ForIter
        ) || matches!(
            self,
            Op::StoreGlobal | Op::StoreName | Op::StoreDeref | Op::StoreAttr | Op::StoreSubscr
        )
    }
}

impl Machine {
    /// Executes the current thread's instructions, at most `most`, up to the first that is not quick.
    ///
    /// It stays among the program's code, or among the library's: where one calls the other or returns to it is not
    /// quick, for that is where steps begin and end.
    pub(crate) fn run_quick(&mut self, frame: &mut Frame, most: u64) -> Quick {
        let mut left = most;
        'frame: loop {
            let Activation { code, ip, slots, globals, locals, then, generator } = &mut **frame;
            let code: &LoadedCode = code;
            let mut at = *ip;
            loop {
                let instruction = code.instructions[at as usize];
                let arg = instruction.arg as usize;
                let mut next = at + 1;
                match instruction.op {
                    Op::LoadFast => {
                        let value = slots[arg].clone();
                        slots.push(value);
                    }
                    Op::StoreFast => slots[arg] = pop(slots),
                    Op::LoadConst => slots.push(code.consts[arg].clone()),
                    Op::LoadGlobal => {
                        let Some(value) = self.quick_global(*globals, code, arg >> 1) else {
                            break 'frame;
                        };
                        let value = value.clone();
                        slots.push(value);
                        if arg & 1 == 1 {
                            slots.push(Value::Unbound);
                        }
                    }
                    // A class body's names are looked for elsewhere first.
                    Op::LoadName if *locals == Some(*globals) => {
                        let Some(value) = self.quick_global(*globals, code, arg) else { break 'frame };
                        let value = value.clone();
                        slots.push(value);
                    }
                    Op::StoreGlobal => {
                        if !self.quick_store(*globals, code, arg, peek_mut(slots, 1)) {
                            break 'frame;
                        }
                        pop(slots);
                    }
                    Op::StoreName => {
                        let namespace = locals.unwrap_or(*globals);
                        if !self.quick_store(namespace, code, arg, peek_mut(slots, 1)) {
                            break 'frame;
                        }
                        pop(slots);
                    }
                    Op::LoadDeref => {
                        let value = slots[arg].id().map_or(Value::Unbound, |id| self.cell(id));
                        if self.recording || value.is_unbound() {
                            break 'frame;
                        }
                        slots.push(value);
                    }
                    Op::StoreDeref if !self.recording => {
                        let value = pop(slots);
                        if let Some(id) = slots[arg].id() {
                            self.set_cell(id, value);
                        }
                    }
                    Op::LoadAttr => {
                        let Some(found) = self.quick_attribute(code, arg >> 1, peek(slots, 1)) else {
                            break 'frame;
                        };
                        let (value, is_method) = match found {
                            Attribute::Value(value) => (value.clone(), false),
                            // To be bound, it takes an object of its own.
                            Attribute::Method(_) if arg & 1 == 0 => break 'frame,
                            Attribute::Method(function) => (function.clone(), true),
                        };
                        let object = std::mem::replace(peek_mut(slots, 1), value);
                        if arg & 1 == 1 {
                            slots.push(if is_method { object } else { Value::Unbound });
                        }
                    }
                    Op::StoreAttr => {
                        let [.., value, object] = &mut slots[..] else { break 'frame };
                        if !self.quick_store_attribute(code, arg, object, value) {
                            break 'frame;
                        }
                        pop(slots);
                        pop(slots);
                    }
                    Op::BinarySubscr => {
                        let Some(value) = self.quick_item(peek(slots, 2), peek(slots, 1)) else {
                            break 'frame;
                        };
                        let value = value.clone();
                        put_for_two(slots, value);
                    }
                    Op::StoreSubscr => {
                        let [.., value, container, key] = &mut slots[..] else { break 'frame };
                        if !self.quick_store_item(container, key, value) {
                            break 'frame;
                        }
                        pop(slots);
                        pop(slots);
                        pop(slots);
                    }
                    Op::BinaryOp => {
                        let [.., left, right] = &mut slots[..] else { break 'frame };
                        if !arithmetic(instruction.arg, left, right) {
                            break 'frame;
                        }
                        pop(slots);
                    }
                    Op::CompareOp => {
                        let Some(holds) = comparison(instruction.arg, peek(slots, 2), peek(slots, 1)) else {
                            break 'frame;
                        };
                        put_for_two(slots, Value::Bool(holds));
                    }
                    Op::IsOp => {
                        let is = peek(slots, 2).is(peek(slots, 1));
                        put_for_two(slots, Value::Bool(is != (arg == 1)));
                    }
                    Op::ToBool => {
                        let Some(truth) = self.truth_of(peek(slots, 1)) else { break 'frame };
                        *peek_mut(slots, 1) = Value::Bool(truth);
                    }
                    Op::UnaryNot => {
                        let Some(truth) = self.truth_of(peek(slots, 1)) else { break 'frame };
                        *peek_mut(slots, 1) = Value::Bool(!truth);
                    }
                    Op::ForIter => match self.quick_next(peek(slots, 1)) {
                        Next::Item(item) => slots.push(item),
                        Next::End => {
                            pop(slots);
                            next = instruction.arg + 2;
                        }
                        Next::NotQuick => break 'frame,
                    },
                    Op::PopJumpIfFalse => {
                        if matches!(pop(slots), Value::Bool(false)) {
                            next = instruction.arg;
                        }
                    }
                    Op::PopJumpIfTrue => {
                        if matches!(pop(slots), Value::Bool(true)) {
                            next = instruction.arg;
                        }
                    }
                    Op::PopJumpIfNone => {
                        if pop(slots).is_none() {
                            next = instruction.arg;
                        }
                    }
                    Op::PopJumpIfNotNone => {
                        if !pop(slots).is_none() {
                            next = instruction.arg;
                        }
                    }
                    Op::JumpBackward | Op::JumpBackwardNoInterrupt | Op::JumpForward => {
                        next = instruction.arg;
                    }
                    Op::EndFor | Op::PopTop => {
                        pop(slots);
                    }
                    Op::EndSend => {
                        let value = pop(slots);
                        pop(slots);
                        slots.push(value);
                    }
                    Op::Copy => {
                        let value = peek(slots, arg).clone();
                        slots.push(value);
                    }
                    Op::Swap => {
                        let top = slots.len() - 1;
                        slots.swap(top, top + 1 - arg);
                    }
                    Op::PushNull => slots.push(Value::Unbound),
                    Op::LoadFastCheck if !slots[arg].is_unbound() => {
                        let value = slots[arg].clone();
                        slots.push(value);
                    }
                    Op::LoadFastAndClear => {
                        let value = std::mem::replace(&mut slots[arg], Value::Unbound);
                        slots.push(value);
                    }
                    // The cells are in their slots since the call.
                    Op::CopyFreeVars | Op::Nop | Op::Resume => {}
                    Op::Call => {
                        *ip = next;
                        let internal = Some(code.internal);
                        if !self.enter_simple(frame, arg, internal) {
                            frame.ip = at;
                            break 'frame;
                        }
                        left -= 1;
                        if left == 0 {
                            break 'frame;
                        }
                        continue 'frame;
                    }
                    Op::ReturnValue | Op::ReturnConst => {
                        if generator.is_some()
                            || self.callers.last().is_none_or(|caller| caller.code.internal != code.internal)
                        {
                            break 'frame;
                        }
                        let returned = match instruction.op {
                            Op::ReturnValue => peek(slots, 1),
                            _ => &code.consts[arg],
                        };
                        let value = match &*then {
                            Then::Push => returned.clone(),
                            Then::Init(object) if returned.is_none() => object.clone(),
                            _ => break 'frame,
                        };
                        self.leave(frame);
                        frame.push(value);
                        left -= 1;
                        if left == 0 {
                            break 'frame;
                        }
                        continue 'frame;
                    }
                    _ => break 'frame,
                }
                at = next;
                *ip = next;
                left -= 1;
                if left == 0 {
                    let gil_check = matches!(instruction.op, Op::Resume | Op::JumpBackward);
                    return Quick { steps: most, gil_check };
                }
            }
        }
        Quick { steps: most - left, gil_check: false }
    }
}

#[inline]
fn pop(slots: &mut Vec<Value>) -> Value {
    slots.pop().unwrap_or(Value::Unbound)
}

/// The value `depth` below the top: 1 is the top itself.
#[inline]
fn peek(slots: &[Value], depth: usize) -> &Value {
    &slots[slots.len() - depth]
}

#[inline]
fn peek_mut(slots: &mut [Value], depth: usize) -> &mut Value {
    let at = slots.len() - depth;
    &mut slots[at]
}

/// Puts one value in the place of the two on top.
#[inline(always)]
fn put_for_two(slots: &mut Vec<Value>, value: Value) {
    *peek_mut(slots, 2) = value;
    slots.pop();
}

/// `BINARY_OP` on two numbers of one kind, where the result is small: it takes the left one's place.
#[inline]
fn arithmetic(operator: u32, left: &mut Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Int(a), Value::Int(b)) => {
            numbers::quick(operator, *a, *b).map(|result| *a = result).is_some()
        }
        (Value::Float(a), Value::Float(b)) => {
            numbers::quick_floats(operator, *a, *b).map(|result| *a = result).is_some()
        }
        _ => false,
    }
}

/// `COMPARE_OP` on two numbers of one kind or two texts.
#[inline]
fn comparison(operator: u32, left: &Value, right: &Value) -> Option<bool> {
    let which = operator >> 5;
    match (left, right) {
        (Value::Int(a), Value::Int(b)) => Some(holds(which, a.cmp(b))),
        (Value::Float(a), Value::Float(b)) => Some(holds(which, a.partial_cmp(b)?)),
        (Value::Str(a), Value::Str(b)) if which == EQUAL || which == NOT_EQUAL => {
            Some((a == b) == (which == EQUAL))
        }
        _ => None,
    }
}
