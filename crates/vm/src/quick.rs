//! The instructions that most steps are, in one tight loop.
//!
//! An instruction is *quick* where it makes no object, does no work beside its step, calls nothing written in Rust,
//! neither raises nor waits, and shows nobody what it did. Between two of those there is nothing to look at but how many
//! there may be: so many are executed in one go, and the result is the same as that of single steps. All other
//! instructions, and these where they do more than that, are left to [`Machine::execute`].

use crate::code::Op;
use crate::compare::holds;
use crate::frame::{Frame, LoadedCode, Then};
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
        let mut last = Op::Nop;
        'frame: while left > 0 {
            // A frame's code is held as long as the frame is the innermost.
            let code = frame.code.clone();
            while left > 0 {
                let instruction = code.instructions[frame.ip as usize];
                let arg = instruction.arg as usize;
                let mut next = frame.ip + 1;
                match instruction.op {
                    Op::LoadFast => {
                        let value = frame.slots[arg].clone();
                        frame.push(value);
                    }
                    Op::StoreFast => frame.slots[arg] = frame.pop(),
                    Op::LoadConst => frame.push(code.consts[arg].clone()),
                    Op::LoadGlobal => {
                        let Some(value) = self.quick_global(frame.globals, &code, arg >> 1) else {
                            break 'frame;
                        };
                        let value = value.clone();
                        frame.push(value);
                        if arg & 1 == 1 {
                            frame.push(Value::Unbound);
                        }
                    }
                    // A class body's names are looked for elsewhere first.
                    Op::LoadName if frame.locals == Some(frame.globals) => {
                        let Some(value) = self.quick_global(frame.globals, &code, arg) else { break 'frame };
                        let value = value.clone();
                        frame.push(value);
                    }
                    Op::StoreGlobal => {
                        if !self.quick_store(frame.globals, &code, arg, frame.peek_mut(1)) {
                            break 'frame;
                        }
                        frame.pop();
                    }
                    Op::StoreName => {
                        let namespace = frame.locals.unwrap_or(frame.globals);
                        if !self.quick_store(namespace, &code, arg, frame.peek_mut(1)) {
                            break 'frame;
                        }
                        frame.pop();
                    }
                    Op::LoadDeref => {
                        let value = frame.slots[arg].id().map_or(Value::Unbound, |id| self.cell(id));
                        if self.recording || value.is_unbound() {
                            break 'frame;
                        }
                        frame.push(value);
                    }
                    Op::StoreDeref if !self.recording => {
                        let value = frame.pop();
                        if let Some(id) = frame.slots[arg].id() {
                            self.set_cell(id, value);
                        }
                    }
                    Op::LoadAttr => {
                        let Some(found) = self.quick_attribute(&code, arg >> 1, frame.peek(1)) else {
                            break 'frame;
                        };
                        let (value, this) = match found {
                            Attribute::Value(value) => (value.clone(), Value::Unbound),
                            // To be bound, it takes an object of its own.
                            Attribute::Method(_) if arg & 1 == 0 => break 'frame,
                            Attribute::Method(function) => (function.clone(), frame.pop()),
                        };
                        if this.is_unbound() {
                            frame.pop();
                        }
                        frame.push(value);
                        if arg & 1 == 1 {
                            frame.push(this);
                        }
                    }
                    Op::StoreAttr => {
                        let [.., value, object] = &mut frame.slots[..] else { break 'frame };
                        if !self.quick_store_attribute(&code, arg, object, value) {
                            break 'frame;
                        }
                        frame.pop();
                        frame.pop();
                    }
                    Op::BinarySubscr => {
                        let Some(value) = self.quick_item(frame.peek(2), frame.peek(1)) else { break 'frame };
                        let value = value.clone();
                        frame.pop();
                        frame.pop();
                        frame.push(value);
                    }
                    Op::StoreSubscr => {
                        let [.., value, container, key] = &mut frame.slots[..] else { break 'frame };
                        if !self.quick_store_item(container, key, value) {
                            break 'frame;
                        }
                        frame.pop();
                        frame.pop();
                        frame.pop();
                    }
                    Op::BinaryOp => {
                        let Some(value) = arithmetic(instruction.arg, frame.peek(2), frame.peek(1)) else {
                            break 'frame;
                        };
                        frame.pop();
                        frame.pop();
                        frame.push(value);
                    }
                    Op::CompareOp => {
                        let Some(holds) = comparison(instruction.arg, frame.peek(2), frame.peek(1)) else {
                            break 'frame;
                        };
                        frame.pop();
                        frame.pop();
                        frame.push(Value::Bool(holds));
                    }
                    Op::IsOp => {
                        let right = frame.pop();
                        let left = frame.pop();
                        frame.push(Value::Bool(left.is(&right) != (arg == 1)));
                    }
                    Op::ToBool => {
                        let Some(truth) = self.truth_of(frame.peek(1)) else { break 'frame };
                        frame.pop();
                        frame.push(Value::Bool(truth));
                    }
                    Op::UnaryNot => {
                        let Some(truth) = self.truth_of(frame.peek(1)) else { break 'frame };
                        frame.pop();
                        frame.push(Value::Bool(!truth));
                    }
                    Op::ForIter => match self.quick_next(frame.peek(1)) {
                        Next::Item(item) => frame.push(item),
                        Next::End => {
                            frame.pop();
                            next = instruction.arg + 2;
                        }
                        Next::NotQuick => break 'frame,
                    },
                    Op::PopJumpIfFalse => {
                        if matches!(frame.pop(), Value::Bool(false)) {
                            next = instruction.arg;
                        }
                    }
                    Op::PopJumpIfTrue => {
                        if matches!(frame.pop(), Value::Bool(true)) {
                            next = instruction.arg;
                        }
                    }
                    Op::PopJumpIfNone => {
                        if frame.pop().is_none() {
                            next = instruction.arg;
                        }
                    }
                    Op::PopJumpIfNotNone => {
                        if !frame.pop().is_none() {
                            next = instruction.arg;
                        }
                    }
                    Op::JumpBackward | Op::JumpBackwardNoInterrupt | Op::JumpForward => {
                        next = instruction.arg;
                    }
                    Op::EndFor | Op::PopTop => {
                        frame.pop();
                    }
                    Op::EndSend => {
                        let value = frame.pop();
                        frame.pop();
                        frame.push(value);
                    }
                    Op::Copy => {
                        let value = frame.peek(arg).clone();
                        frame.push(value);
                    }
                    Op::Swap => {
                        let top = frame.slots.len() - 1;
                        frame.slots.swap(top, top + 1 - arg);
                    }
                    Op::PushNull => frame.push(Value::Unbound),
                    Op::LoadFastCheck if !frame.slots[arg].is_unbound() => {
                        let value = frame.slots[arg].clone();
                        frame.push(value);
                    }
                    Op::LoadFastAndClear => {
                        let value = std::mem::replace(&mut frame.slots[arg], Value::Unbound);
                        frame.push(value);
                    }
                    // The cells are in their slots since the call.
                    Op::CopyFreeVars | Op::Nop | Op::Resume => {}
                    Op::Call => {
                        if self.callers.len() + 2 > self.limits.recursion {
                            break 'frame;
                        }
                        let among_us = |callee: &LoadedCode| callee.internal == code.internal;
                        let Some(call) = self.simple_call(frame, arg, among_us) else { break 'frame };
                        frame.ip = next;
                        self.enter_simple(frame, call, Then::Push);
                        left -= 1;
                        last = Op::Call;
                        continue 'frame;
                    }
                    Op::ReturnValue | Op::ReturnConst => {
                        if frame.generator.is_some()
                            || self.callers.last().is_none_or(|caller| caller.code.internal != code.internal)
                        {
                            break 'frame;
                        }
                        let returned = match instruction.op {
                            Op::ReturnValue => frame.peek(1),
                            _ => &code.consts[arg],
                        };
                        let value = match &frame.then {
                            Then::Push => returned.clone(),
                            Then::Init(object) if returned.is_none() => object.clone(),
                            _ => break 'frame,
                        };
                        self.leave(frame);
                        frame.push(value);
                        left -= 1;
                        last = Op::ReturnValue;
                        continue 'frame;
                    }
                    _ => break 'frame,
                }
                frame.ip = next;
                left -= 1;
                last = instruction.op;
            }
        }
        Quick { steps: most - left, gil_check: matches!(last, Op::Resume | Op::JumpBackward) }
    }
}

/// `BINARY_OP` on two numbers of one kind, where the result is small.
#[inline]
fn arithmetic(operator: u32, left: &Value, right: &Value) -> Option<Value> {
    match (left, right) {
        (Value::Int(a), Value::Int(b)) => numbers::quick(operator, *a, *b).map(Value::Int),
        (Value::Float(a), Value::Float(b)) => numbers::quick_floats(operator, *a, *b).map(Value::Float),
        _ => None,
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
