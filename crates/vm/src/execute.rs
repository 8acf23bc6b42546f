//! What each instruction does that is not quick: one flat `match`, in the order of `Op`.

use crate::code::{Instruction, Op};
use crate::effect::{Effect, Key, Place};
use crate::frame::{Activation, Frame, Then};
use crate::machine::Machine;
use crate::native::Raise;
use crate::object::Object;
use crate::value::{Id, Value};

/// Where an instruction leaves its thread.
pub(crate) enum Signal {
    /// It can go on with the next instruction of the frame that is now the innermost.
    Go,
    /// It must wait; nothing was done.
    Wait,
    /// It has no frame left.
    Finished,
}

pub(crate) type Done = Result<Signal, Raise>;

impl Activation {
    #[inline]
    pub(crate) fn push(&mut self, value: Value) {
        self.slots.push(value);
    }

    #[inline]
    pub(crate) fn pop(&mut self) -> Value {
        self.slots.pop().unwrap_or(Value::Unbound)
    }

    /// The value `depth` below the top: 1 is the top itself.
    #[inline]
    pub(crate) fn peek(&self, depth: usize) -> &Value {
        &self.slots[self.slots.len() - depth]
    }

    /// Takes the upper `count` values, the lowest first.
    pub(crate) fn pop_many(&mut self, count: usize) -> Vec<Value> {
        let at = self.slots.len() - count;
        self.slots.split_off(at)
    }
}

impl Machine {
    /// Executes one instruction of the current thread, whose innermost frame is `frame`. `may_wait_out` says that a
    /// sleep or a timeout may be waited out now, by moving the clock.
    pub(crate) fn execute(
        &mut self,
        frame: &mut Frame,
        instruction: Instruction,
        may_wait_out: bool,
    ) -> Done {
        let arg = instruction.arg as usize;
        match instruction.op {
            Op::BeforeAsyncWith => return self.before_async_with(frame),
            Op::BeforeWith => return self.before_with(frame, may_wait_out),
            Op::BinarySlice => {
                let (stop, start) = (frame.pop(), frame.pop());
                let slice = self.heap.add(Object::Slice(Box::new([start, stop, Value::None])));
                let container = frame.pop();
                return self.subscript(frame, container, Value::Ref(slice));
            }
            Op::BinarySubscr => {
                let key = frame.pop();
                let container = frame.pop();
                return self.subscript(frame, container, key);
            }
            Op::CheckEgMatch => {
                let wanted = frame.pop();
                let exception = frame.pop();
                let callee = self.builtin("__match_group__");
                return self.call_values(frame, &callee, vec![exception, wanted], Then::GroupMatch);
            }
            Op::CheckExcMatch => {
                let wanted = frame.pop();
                let exception = frame.peek(1).clone();
                let matches = self.exception_matches(&exception, &wanted)?;
                frame.push(Value::Bool(matches));
            }
            Op::CleanupThrow => return self.cleanup_throw(frame),
            Op::DeleteSubscr => {
                let key = frame.pop();
                let container = frame.pop();
                return self.delete_item(frame, container, key);
            }
            Op::FormatSimple => {
                let value = frame.pop();
                if matches!(value, Value::Str(_)) {
                    frame.push(value);
                } else {
                    return self.format_value(frame, value, "".into());
                }
            }
            Op::FormatWithSpec => {
                let spec = frame.pop();
                let value = frame.pop();
                let spec = spec.as_str().cloned().unwrap_or_else(|| "".into());
                return self.format_value(frame, value, spec);
            }
            Op::EndAsyncFor => return self.end_async_for(frame),
            Op::GetAiter => {
                let iterable = frame.pop();
                let callee = self.builtin("aiter");
                return self.call_values(frame, &callee, vec![iterable], Then::Push);
            }
            Op::GetAnext => {
                let iterator = frame.peek(1).clone();
                let callee = self.builtin("__next_awaited__");
                return self.call_values(frame, &callee, vec![iterator], Then::Push);
            }
            Op::GetAwaitable => return self.get_awaitable(frame, instruction.arg),
            Op::GetIter => {
                let iterable = frame.pop();
                return self.get_iter(frame, iterable);
            }
            Op::GetLen => {
                let value = frame.peek(1).clone();
                let len = self.builtin_len(&value)?;
                frame.push(Value::Int(len as i64));
            }
            Op::GetYieldFromIter => {
                if !matches!(self.as_object(frame.peek(1)), Some(Object::Generator(_))) {
                    let iterable = frame.pop();
                    return self.get_iter(frame, iterable);
                }
            }
            Op::LoadAssertionError => frame.push(Value::Ref(crate::class::ASSERTION_ERROR)),
            Op::LoadBuildClass => {
                let build = self.builtin("__build_class__");
                frame.push(build);
            }
            Op::LoadLocals => {
                let locals = frame.locals.map_or(Value::None, Value::Ref);
                frame.push(locals);
            }
            Op::MakeFunction => {
                let code = frame.pop();
                let function = self.make_function(&code, frame.globals);
                frame.push(function);
            }
            Op::MatchKeys => return self.match_keys(frame),
            Op::MatchMapping => {
                let matches = self.is_mapping(frame.peek(1));
                frame.push(Value::Bool(matches));
            }
            Op::MatchSequence => {
                let matches = self.is_sequence(frame.peek(1));
                frame.push(Value::Bool(matches));
            }
            Op::PopExcept => self.handling = frame.pop(),
            Op::PushExcInfo => {
                let exception = frame.pop();
                let before = std::mem::replace(&mut self.handling, exception.clone());
                frame.push(before);
                frame.push(exception);
            }
            Op::ReturnGenerator => return self.return_generator(frame),
            Op::ReturnValue => {
                let value = frame.pop();
                return self.return_value(frame, value);
            }
            Op::SetupAnnotations => self.setup_annotations(frame),
            Op::StoreSlice => {
                let (stop, start) = (frame.pop(), frame.pop());
                let slice = self.heap.add(Object::Slice(Box::new([start, stop, Value::None])));
                let container = frame.pop();
                let value = frame.pop();
                return self.set_item(frame, container, Value::Ref(slice), value);
            }
            Op::StoreSubscr => {
                let key = frame.pop();
                let container = frame.pop();
                let value = frame.pop();
                return self.set_item(frame, container, key, value);
            }
            Op::ToBool => {
                let value = frame.pop();
                return self.truth(frame, value, false);
            }
            Op::UnaryInvert | Op::UnaryNegative => {
                let value = frame.pop();
                return self.unary(frame, instruction.op, value);
            }
            Op::UnaryNot => {
                let value = frame.pop();
                return self.truth(frame, value, true);
            }
            Op::WithExceptStart => return self.with_except_start(frame, may_wait_out),
            Op::BinaryOp => {
                let right = frame.pop();
                let left = frame.pop();
                return self.binary(frame, instruction.arg, left, right);
            }
            Op::BuildConstKeyMap => {
                let keys = frame.pop();
                let values = frame.pop_many(arg);
                let keys = self.tuple_items(&keys).map(<[Value]>::to_vec).unwrap_or_default();
                let dict = self.new_dict();
                for (key, value) in keys.into_iter().zip(values) {
                    self.dict_set(dict, key, value)?;
                }
                frame.push(Value::Ref(dict));
            }
            Op::BuildList => {
                let items = frame.pop_many(arg);
                let list = self.heap.add(Object::List(items));
                frame.push(Value::Ref(list));
            }
            Op::BuildMap => {
                let items = frame.pop_many(2 * arg);
                let callee = self.builtin("__build_map__");
                return self.build_hashed(frame, items, 2, callee);
            }
            Op::BuildSet => {
                let items = frame.pop_many(arg);
                let callee = self.builtin("__build_set__");
                return self.build_hashed(frame, items, 1, callee);
            }
            Op::BuildSlice => {
                let step = if arg == 3 { frame.pop() } else { Value::None };
                let (stop, start) = (frame.pop(), frame.pop());
                let slice = self.heap.add(Object::Slice(Box::new([start, stop, step])));
                frame.push(Value::Ref(slice));
            }
            Op::BuildString => {
                let parts = frame.pop_many(arg);
                let text: String = parts.iter().filter_map(Value::as_str).map(|s| s.as_str()).collect();
                self.make_room(text.len())?;
                frame.push(Value::str(text));
            }
            Op::BuildTuple => {
                let items = frame.pop_many(arg);
                let tuple = self.new_tuple(items);
                frame.push(tuple);
            }
            Op::Call => return self.call_positional(frame, arg, may_wait_out),
            Op::CallFunctionEx => return self.call_spread(frame, arg & 1 == 1, may_wait_out),
            Op::CallIntrinsic1 => return self.intrinsic_1(frame, arg),
            Op::CallIntrinsic2 => {
                let second = frame.pop();
                let first = frame.pop();
                let callee = match arg {
                    // `except*` asks what is left to raise.
                    1 => self.builtin("__rest_of_group__"),
                    _ => self.of_typing(
                        ["_with_bound", "_with_constraints", "_set_parameters", "_set_default"][arg - 2],
                    ),
                };
                return self.call_values(frame, &callee, vec![first, second], Then::Push);
            }
            Op::CallKw => return self.call_with_keywords(frame, arg, may_wait_out),
            Op::CompareOp => {
                let right = frame.pop();
                let left = frame.pop();
                return self.compare(frame, instruction.arg, left, right);
            }
            Op::ContainsOp => {
                let container = frame.pop();
                let item = frame.pop();
                return self.contains(frame, container, item, arg == 1);
            }
            Op::ConvertValue => {
                let value = frame.pop();
                return self.convert(frame, value, arg);
            }
            Op::DeleteAttr => {
                let object = frame.pop();
                let name = frame.code.names[arg].clone();
                return self.delete_attribute(frame, object, name);
            }
            Op::DeleteDeref => {
                let cell = frame.slots[arg].id();
                cell.into_iter().for_each(|id| self.changed(id, Key::Cell(self.slot_name(frame, arg))));
                let old = cell.map(|id| self.set_cell(id, Value::Unbound));
                if old.is_none_or(|old| old.is_unbound()) {
                    return Err(self.unbound_variable(frame, arg));
                }
            }
            Op::DeleteFast => {
                let old = std::mem::replace(&mut frame.slots[arg], Value::Unbound);
                if old.is_unbound() {
                    return Err(self.unbound_variable(frame, arg));
                }
            }
            Op::DeleteGlobal => {
                let name = frame.code.names[arg].clone();
                self.delete_name(frame.globals, &name)?;
            }
            Op::DeleteName => {
                let name = frame.code.names[arg].clone();
                self.delete_name(frame.locals.unwrap_or(frame.globals), &name)?;
            }
            Op::DictMerge => {
                let other = frame.pop();
                let dict = frame.peek(arg).clone();
                let callee = frame.peek(arg + 3).clone();
                self.dict_merge(&dict, &other, Some(&callee))?;
            }
            Op::DictUpdate => {
                let other = frame.pop();
                let dict = frame.peek(arg).clone();
                self.dict_merge(&dict, &other, None)?;
            }
            Op::ForIter => return self.for_iter(frame, instruction.arg),
            Op::ImportFrom => {
                let module = frame.peek(1).clone();
                let name = frame.code.names[arg].clone();
                let value = self.import_from(&module, &name)?;
                frame.push(value);
            }
            Op::ImportName => {
                let names = frame.pop();
                frame.pop();
                let name = frame.code.names[arg].clone();
                let module = self.import_name(&name, &names)?;
                frame.push(module);
            }
            Op::ListAppend => {
                let value = frame.pop();
                self.heap.grow(crate::weight::VALUE);
                if let Some(Object::List(items)) = frame.peek(arg).id().map(|id| self.heap.get_mut(id)) {
                    items.push(value);
                }
            }
            Op::ListExtend => {
                let iterable = frame.pop();
                let list = frame.peek(arg).clone();
                return self.list_extend(frame, &list, iterable);
            }
            Op::LoadAttr => return self.load_attribute(frame, arg >> 1, arg & 1 == 1),
            Op::LoadDeref => {
                let Some(id) = frame.slots[arg].id() else { return Err(self.unbound_variable(frame, arg)) };
                let value = self.cell(id);
                if value.is_unbound() {
                    self.looked(id, Key::Cell(self.slot_name(frame, arg)));
                    return Err(self.unbound_variable(frame, arg));
                }
                if self.recording_memory {
                    let place = Place { object: id, key: Key::Cell(self.slot_name(frame, arg)) };
                    self.effects.push(Effect::Read { place, value: value.clone() });
                }
                frame.push(value);
            }
            Op::LoadFastCheck => return Err(self.unbound_variable(frame, arg)),
            Op::LoadFromDictOrDeref => {
                let namespace = frame.pop();
                let name = self.slot_name(frame, arg);
                let found = namespace.id().and_then(|id| self.dict_get_str(id, &name));
                let value = match found {
                    Some(value) => value,
                    None => frame.slots[arg].id().map_or(Value::Unbound, |id| {
                        self.looked(id, Key::Cell(name));
                        self.cell(id)
                    }),
                };
                if value.is_unbound() {
                    return Err(self.unbound_variable(frame, arg));
                }
                frame.push(value);
            }
            Op::LoadFromDictOrGlobals => {
                let namespace = frame.pop();
                let name = frame.code.names[arg].clone();
                let value = match namespace.id().and_then(|id| self.dict_get_str(id, &name)) {
                    Some(value) => value,
                    None => self.load_global(frame.globals, &name)?,
                };
                frame.push(value);
            }
            Op::LoadGlobal => {
                let globals = frame.globals;
                let value = self.load_global(globals, &frame.code.names[arg >> 1])?;
                frame.push(value);
                if arg & 1 == 1 {
                    frame.push(Value::Unbound);
                }
            }
            Op::LoadName => {
                let value = self.load_name(frame, arg)?;
                frame.push(value);
            }
            Op::LoadSuperAttr => return self.load_super_attribute(frame, arg),
            Op::MakeCell => {
                let value = std::mem::replace(&mut frame.slots[arg], Value::Unbound);
                let cell = self.heap.add(Object::Cell(value));
                frame.slots[arg] = Value::Ref(cell);
            }
            Op::MapAdd => {
                let value = frame.pop();
                let key = frame.pop();
                let dict = frame.peek(arg).clone();
                return self.hashed_add(frame, &dict, key, Some(value));
            }
            Op::MatchClass => return self.match_class(frame, arg),
            Op::RaiseVarargs => return self.raise_varargs(frame, arg),
            Op::Reraise => {
                let exception = frame.pop();
                let Some(id) = exception.id() else {
                    return Err(self.runtime_error("No active exception to reraise"));
                };
                return Ok(self.reraise(frame, Raise(id)));
            }
            Op::ReturnConst => {
                let value = frame.code.consts[arg].clone();
                return self.return_value(frame, value);
            }
            Op::Send => return self.send(frame, instruction.arg),
            Op::SetAdd => {
                let value = frame.pop();
                let set = frame.peek(arg).clone();
                return self.hashed_add(frame, &set, value, None);
            }
            Op::SetFunctionAttribute => {
                let function = frame.pop();
                let value = frame.pop();
                self.set_function_attribute(&function, arg, value);
                frame.push(function);
            }
            Op::SetUpdate => {
                let iterable = frame.pop();
                let set = frame.peek(arg).clone();
                return self.set_update(frame, &set, iterable);
            }
            Op::StoreAttr => {
                let object = frame.pop();
                let value = frame.pop();
                let name = frame.code.names[arg].clone();
                return self.store_attribute(frame, object, name, value);
            }
            Op::StoreDeref => {
                let value = frame.pop();
                if let Some(id) = frame.slots[arg].id() {
                    if self.recording_memory {
                        let place = Place { object: id, key: Key::Cell(self.slot_name(frame, arg)) };
                        self.effects.push(Effect::Write { place, value: value.clone() });
                    }
                    self.set_cell(id, value);
                }
            }
            Op::StoreGlobal => {
                let value = frame.pop();
                let globals = frame.globals;
                self.store_name(globals, &frame.code.names[arg], value);
            }
            Op::StoreName => {
                let value = frame.pop();
                let namespace = frame.locals.unwrap_or(frame.globals);
                self.store_name(namespace, &frame.code.names[arg], value);
            }
            Op::UnpackEx => return self.unpack(frame, arg & 0xff, Some(arg >> 8)),
            Op::UnpackSequence => return self.unpack(frame, arg, None),
            Op::YieldValue => return self.yield_value(frame),
            Op::Copy
            | Op::CopyFreeVars
            | Op::EndFor
            | Op::EndSend
            | Op::IsOp
            | Op::JumpBackward
            | Op::JumpBackwardNoInterrupt
            | Op::JumpForward
            | Op::LoadConst
            | Op::LoadFast
            | Op::LoadFastAndClear
            | Op::Nop
            | Op::PopJumpIfFalse
            | Op::PopJumpIfNone
            | Op::PopJumpIfNotNone
            | Op::PopJumpIfTrue
            | Op::PopTop
            | Op::PushNull
            | Op::Resume
            | Op::StoreFast
            | Op::Swap => unreachable!("it is always quick"),
        }
        Ok(Signal::Go)
    }

    /// Calls something with values at once, for what the value it gives is pushed.
    pub(crate) fn call_values(
        &mut self,
        frame: &mut Frame,
        callee: &Value,
        args: Vec<Value>,
        then: Then,
    ) -> Done {
        self.call(frame, crate::native::Request { callee: callee.clone(), args, keywords: Vec::new(), then })
    }

    pub(crate) fn cell(&self, id: Id) -> Value {
        match self.heap.get(id) {
            Object::Cell(value) => value.clone(),
            _ => Value::Unbound,
        }
    }

    pub(crate) fn set_cell(&mut self, id: Id, value: Value) -> Value {
        match self.heap.get_mut(id) {
            Object::Cell(old) => std::mem::replace(old, value),
            _ => Value::Unbound,
        }
    }
}
