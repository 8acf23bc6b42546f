//! Iterating and unpacking, and what is built from iterables.

use crate::class;
use crate::code::Op;
use crate::dict::Dict;
use crate::effect::{Effect, Key, Place};
use crate::execute::{Done, Signal};
use crate::frame::{Frame, Then};
use crate::machine::Machine;
use crate::native::{Raise, Request};
use crate::natives;
use crate::object::{DictPart, GeneratorKind, Iter, Object};
use crate::text::Str;
use crate::value::{Id, Value};
use crate::weight;

impl Machine {
    /// An iterator over a built-in iterable; none if it is not one.
    pub(crate) fn native_iter(&mut self, iterable: &Value) -> Option<Value> {
        let iter = match iterable {
            Value::Str(text) => Iter::Str { text: text.clone(), byte: 0 },
            Value::Bytes(bytes) => {
                let items = bytes.iter().map(|&b| Value::Int(i64::from(b))).collect();
                let list = self.heap.add(Object::List(items));
                Iter::List { list, index: 0 }
            }
            Value::Ref(id) => match self.heap.get(*id) {
                Object::List(_) => Iter::List { list: *id, index: 0 },
                Object::Tuple(_) => Iter::Tuple { tuple: *id, index: 0 },
                Object::Range(range) => {
                    Iter::Range { next: range.start, step: range.step, left: range.len() }
                }
                Object::Dict(d) | Object::Set(d) | Object::FrozenSet(d) => {
                    // How much there is when it begins is held against what is there later.
                    self.noted(*id);
                    Iter::Dict { dict: *id, place: 0, len: d.len() as u32, part: DictPart::Keys }
                }
                Object::DictView { dict, kind } => {
                    self.noted(*dict);
                    let len = self.hashed(*dict).map_or(0, |d| d.len()) as u32;
                    Iter::Dict { dict: *dict, place: 0, len, part: *kind }
                }
                Object::Iter(_) => return Some(iterable.clone()),
                Object::Generator(generator) if generator.kind == GeneratorKind::Generator => {
                    return Some(iterable.clone());
                }
                _ => return None,
            },
            _ => return None,
        };
        Some(Value::Ref(self.heap.add(Object::Iter(iter))))
    }

    /// `GET_ITER`
    pub(crate) fn get_iter(&mut self, frame: &mut Frame, iterable: Value) -> Done {
        if let Some(iter) = self.native_iter(&iterable) {
            frame.push(iter);
            return Ok(Signal::Go);
        }
        let names = self.names();
        if let Some(done) = self.call_special(frame, &iterable, &names.iter, Vec::new(), Then::Push) {
            return done;
        }
        let base = self.base_of(&iterable);
        if !base.is(&iterable) {
            return self.get_iter(frame, base);
        }
        if self.class_attribute(self.class_of(&iterable), &names.getitem).is_some() {
            let callee = self.builtin("__iter_by_index__");
            return self.call_values(frame, &callee, vec![iterable], Then::Push);
        }
        Err(self.not_iterable(&iterable))
    }

    /// Whether `iter` of a value can give something.
    pub(crate) fn is_iterable(&self, value: &Value) -> bool {
        let class = self.class_of(value);
        let names = &self.image.names;
        matches!(value, Value::Str(_) | Value::Bytes(_))
            || matches!(
                self.as_object(&self.base_of(value)),
                Some(
                    Object::Iter(_)
                        | Object::List(_)
                        | Object::Tuple(_)
                        | Object::Dict(_)
                        | Object::Set(_)
                        | Object::FrozenSet(_)
                        | Object::Range(_)
                        | Object::DictView { .. }
                )
            )
            || self.class_attribute(class, &names.iter).is_some_and(|iter| !iter.is_none())
            || self.class_attribute(class, &names.getitem).is_some()
    }

    pub(crate) fn not_iterable(&mut self, value: &Value) -> Raise {
        let name = self.class_name(value);
        self.type_error(format!("'{name}' object is not iterable"))
    }

    /// The next item of a built-in iterator: an error if the dict changed under it.
    pub(crate) fn advance(&mut self, id: Id) -> Result<Option<Value>, Raise> {
        self.touched(id);
        let Object::Iter(iter) = self.heap.get(id) else { return Ok(None) };
        let mut iter = iter.clone();
        if let Iter::List { list, .. } | Iter::Reversed { list, .. } = iter
            && !self.recording_memory
        {
            self.noted(list);
        }
        let item = match &mut iter {
            Iter::Range { next, step, left } => (*left > 0).then(|| {
                *left -= 1;
                let value = *next;
                *next = next.wrapping_add(*step);
                Value::Int(value)
            }),
            Iter::List { list, index } => match self.heap.get(*list) {
                Object::List(items) => match items.get(*index) {
                    Some(item) => {
                        *index += 1;
                        Some(item.clone())
                    }
                    None => {
                        // An exhausted iterator stays so, whatever is appended.
                        *index = usize::MAX;
                        None
                    }
                },
                _ => None,
            },
            Iter::Reversed { list, left } => {
                let items = match self.heap.get(*list) {
                    Object::List(items) => items.as_slice(),
                    Object::Tuple(items) => items,
                    _ => &[],
                };
                *left = left.saturating_sub(1);
                let item = items.get(*left).cloned();
                if item.is_none() || *left == 0 {
                    let last = item.clone();
                    *left = 0;
                    if last.is_some() {
                        *list = Id(0);
                    }
                }
                item
            }
            Iter::Tuple { tuple, index } => {
                *index += 1;
                self.tuple_items(&Value::Ref(*tuple)).and_then(|items| items.get(*index - 1)).cloned()
            }
            Iter::Str { text, byte } => text[*byte..].chars().next().map(|found| {
                *byte += found.len_utf8();
                Value::str(found.to_string())
            }),
            Iter::Dict { dict, place, len, part } => {
                return self.advance_dict(id, *dict, *place, *len, *part);
            }
        };
        if let Object::Iter(Iter::List { list, index }) = self.heap.get(id)
            && self.recording_memory
            && let Some(value) = &item
        {
            let place = Place { object: *list, key: Key::Item(Value::Int(*index as i64)) };
            self.effects.push(Effect::Read { place, value: value.clone() });
        }
        if self.searching
            && item.is_none()
            && let Iter::List { list, .. } = iter
        {
            self.saw(list, Key::Whole);
        }
        *self.heap.get_mut(id) = Object::Iter(iter);
        Ok(item)
    }

    fn advance_dict(
        &mut self,
        id: Id,
        dict: Id,
        mut place: u32,
        len: u32,
        part: DictPart,
    ) -> Result<Option<Value>, Raise> {
        self.noted(dict);
        let Some(entries) = self.hashed(dict) else { return Ok(None) };
        if len != u32::MAX && entries.len() as u32 != len {
            let what = if matches!(self.heap.get(dict), Object::Dict(_)) { "dictionary" } else { "Set" };
            self.set_dict_iter(id, place, u32::MAX - 1);
            return Err(self.runtime_error(format!("{what} changed size during iteration")));
        }
        while (place as usize) < entries.places() && entries.entry(place as usize).key.is_unbound() {
            place += 1;
        }
        if place as usize >= entries.places() {
            return Ok(None);
        }
        let entry = entries.entry(place as usize).clone();
        self.set_dict_iter(id, place + 1, len);
        Ok(Some(match part {
            DictPart::Keys => entry.key,
            DictPart::Values => entry.value,
            DictPart::Items => self.new_tuple(vec![entry.key, entry.value]),
        }))
    }

    fn set_dict_iter(&mut self, id: Id, at: u32, size: u32) {
        if let Object::Iter(Iter::Dict { place, len, .. }) = self.heap.get_mut(id) {
            *place = at;
            *len = size;
        }
    }

    /// `FOR_ITER`
    pub(crate) fn for_iter(&mut self, frame: &mut Frame, end: u32) -> Done {
        let iterator = frame.peek(1).clone();
        if let Value::Ref(id) = iterator {
            match self.heap.get(id) {
                Object::Iter(_) => {
                    match self.advance(id)? {
                        Some(item) => frame.push(item),
                        None => {
                            frame.pop();
                            frame.ip = end + 2;
                        }
                    }
                    return Ok(Signal::Go);
                }
                Object::Generator(_) => return self.resume(frame, id, Ok(Value::None), Then::ForIter(end)),
                _ => {}
            }
        }
        let names = self.names();
        match self.call_special(frame, &iterator, &names.next, Vec::new(), Then::ForIter(end)) {
            Some(done) => done,
            None => {
                let name = self.class_name(&iterator);
                Err(self.type_error(format!("'{name}' object is not an iterator")))
            }
        }
    }

    /// `SEND`: passes a value on to what a generator delegates to.
    pub(crate) fn send(&mut self, frame: &mut Frame, end: u32) -> Done {
        let value = frame.pop();
        let receiver = frame.peek(1).clone();
        if let Value::Ref(id) = receiver {
            match self.heap.get(id) {
                Object::Generator(_) => return self.resume(frame, id, Ok(value), Then::Send(end)),
                Object::Iter(_) => {
                    match self.advance(id)? {
                        Some(item) => frame.push(item),
                        None => {
                            frame.push(Value::None);
                            frame.ip = end;
                        }
                    }
                    return Ok(Signal::Go);
                }
                _ => {}
            }
        }
        let names = self.names();
        let done = match value {
            Value::None => self.call_special(frame, &receiver, &names.next, Vec::new(), Then::Send(end)),
            value => self.call_special(frame, &receiver, &Str::from("send"), vec![value], Then::Send(end)),
        };
        done.unwrap_or_else(|| Err(self.not_iterable(&receiver)))
    }

    /// `CLEANUP_THROW`: an exception was raised in what a generator delegates to.
    pub(crate) fn cleanup_throw(&mut self, frame: &mut Frame) -> Done {
        let exception = frame.pop();
        let Some(id) = exception.id() else { return Err(self.runtime_error("no exception")) };
        if self.class_of(&exception) == class::STOP_ITERATION {
            frame.pop();
            frame.pop();
            let value = self.exception_arg(id, 0).unwrap_or(Value::None);
            frame.push(Value::None);
            frame.push(value);
            return Ok(Signal::Go);
        }
        Err(Raise(id))
    }

    /// All items of a built-in iterable or iterator, which is used up; none if that needs Python.
    pub(crate) fn native_items(&self, iterable: &Value) -> Option<Vec<Value>> {
        let items = self.copied_items(iterable)?;
        self.spend_items(items.len());
        Some(items)
    }

    /// The same, where it is only looked at.
    pub(crate) fn copied_items(&self, iterable: &Value) -> Option<Vec<Value>> {
        match iterable {
            Value::Str(text) => Some(text.chars().map(|c| Value::str(c.to_string())).collect()),
            Value::Bytes(bytes) => Some(bytes.iter().map(|&b| Value::Int(i64::from(b))).collect()),
            Value::Ref(id) => match self.noted(*id) {
                Object::List(items) => Some(items.clone()),
                Object::Tuple(items) => Some(items.to_vec()),
                Object::Range(range) if range.len() <= self.limits.size / 16 => {
                    Some((0..range.len()).map(|i| Value::Int(range.at(i))).collect())
                }
                Object::Dict(d) | Object::Set(d) | Object::FrozenSet(d) => {
                    Some(d.iter().map(|e| e.key.clone()).collect())
                }
                Object::DictView { dict, kind: DictPart::Keys } => {
                    Some(self.hashed(*dict)?.iter().map(|e| e.key.clone()).collect())
                }
                Object::DictView { dict, kind: DictPart::Values } => {
                    Some(self.hashed(*dict)?.iter().map(|e| e.value.clone()).collect())
                }
                _ => None,
            },
            _ => None,
        }
    }

    /// `LIST_EXTEND`: the list stays on the stack.
    pub(crate) fn list_extend(&mut self, frame: &mut Frame, list: &Value, iterable: Value) -> Done {
        if let Some(items) = self.native_items(&iterable) {
            self.heap.grow(items.len() * weight::VALUE);
            let mut length = 0;
            if let Some(Object::List(list)) = list.id().map(|id| self.heap.get_mut(id)) {
                list.extend(items);
                length = list.len();
            }
            self.check_size(length * weight::VALUE)?;
            return Ok(Signal::Go);
        }
        if !self.is_iterable(&iterable) {
            let name = self.class_name(&iterable);
            let is_display = frame.code.instructions[frame.last() as usize].op != Op::BinaryOp;
            return Err(self.type_error(match is_display {
                true => format!("Value after * must be an iterable, not {name}"),
                false => format!("'{name}' object is not iterable"),
            }));
        }
        let callee = self.builtin("__extend__");
        self.call_values(frame, &callee, vec![list.clone(), iterable], Then::Discard)
    }

    /// `SET_UPDATE`: the set stays on the stack.
    pub(crate) fn set_update(&mut self, frame: &mut Frame, set: &Value, iterable: Value) -> Done {
        if let (Some(id), Some(Object::FrozenSet(_))) = (set.id(), self.as_object(&iterable))
            && let Some(items) = natives::set::members(self, &iterable)?
        {
            natives::set::extend(self, id, &iterable, &items)?;
            return Ok(Signal::Go);
        }
        let callee = self.builtin("__set_update__");
        self.call_values(frame, &callee, vec![set.clone(), iterable], Then::Discard)
    }

    /// `UNPACK_SEQUENCE` and `UNPACK_EX`: `before` items, perhaps a list of others, and `after` items.
    pub(crate) fn unpack(&mut self, frame: &mut Frame, before: usize, after: Option<usize>) -> Done {
        let value = frame.pop();
        let Some(items) = self.native_items(&value) else {
            if !self.is_iterable(&value) {
                let name = self.class_name(&value);
                return Err(self.type_error(format!("cannot unpack non-iterable {name} object")));
            }
            // The items are made a list first, no more than tells whether they fit, and the instruction is executed again.
            frame.ip -= 1;
            let callee = self.builtin("__take__");
            let most = if after.is_some() { Value::None } else { Value::Int(before as i64 + 1) };
            return self.call_values(frame, &callee, vec![value, most], Then::Push);
        };
        let count = items.len();
        match after {
            None if count == before => frame.slots.extend(items.into_iter().rev()),
            None if count < before => {
                let message = format!("not enough values to unpack (expected {before}, got {count})");
                return Err(self.value_error(message));
            }
            None => {
                return Err(self.value_error(format!("too many values to unpack (expected {before})")));
            }
            Some(after) if count < before + after => {
                let wanted = before + after;
                let message =
                    format!("not enough values to unpack (expected at least {wanted}, got {count})");
                return Err(self.value_error(message));
            }
            Some(after) => {
                let mut items = items;
                let last = items.split_off(count - after);
                let rest = items.split_off(before);
                let rest = self.new_list(rest);
                frame.slots.extend(last.into_iter().rev());
                frame.push(rest);
                frame.slots.extend(items.into_iter().rev());
            }
        }
        Ok(Signal::Go)
    }

    /// `BUILD_MAP` and `BUILD_SET` of values; keys that are Python's business go through the library.
    pub(crate) fn build_hashed(
        &mut self,
        frame: &mut Frame,
        items: Vec<Value>,
        width: usize,
        callee: Value,
    ) -> Done {
        for key in items.iter().step_by(width) {
            if self.asks_python(key)? {
                return self
                    .call(frame, Request { callee, args: items, keywords: Vec::new(), then: Then::Push });
            }
        }
        let id = match width {
            1 => self.heap.add(Object::Set(Box::new(Dict::of_set()))),
            _ => self.new_dict(),
        };
        for item in items.chunks(width) {
            let value = item.get(1).cloned().unwrap_or(Value::None);
            self.dict_set(id, item[0].clone(), value)?;
        }
        frame.push(Value::Ref(id));
        Ok(Signal::Go)
    }

    /// `MAP_ADD` and `SET_ADD`: the dict or set stays on the stack.
    pub(crate) fn hashed_add(
        &mut self,
        frame: &mut Frame,
        target: &Value,
        key: Value,
        value: Option<Value>,
    ) -> Done {
        if self.asks_python(&key)? {
            let (name, args) = match value {
                Some(value) => ("__set_item__", vec![target.clone(), key, value]),
                None => ("__set_add__", vec![target.clone(), key]),
            };
            let callee = self.builtin(name);
            return self.call_values(frame, &callee, args, Then::Discard);
        }
        if let Some(id) = target.id() {
            self.dict_set(id, key, value.unwrap_or(Value::None))?;
        }
        Ok(Signal::Go)
    }

    /// `len` of a built-in container.
    pub(crate) fn builtin_len(&mut self, value: &Value) -> Result<usize, Raise> {
        match self.base_of(value) {
            Value::Str(text) => return Ok(text.char_len()),
            Value::Bytes(bytes) => return Ok(bytes.len()),
            Value::Ref(id) => match self.noted(id) {
                Object::List(items) => return Ok(items.len()),
                Object::Tuple(items) => return Ok(items.len()),
                Object::Dict(d) | Object::Set(d) | Object::FrozenSet(d) => return Ok(d.len()),
                Object::Range(range) => return Ok(range.len()),
                Object::DictView { dict, .. } => return Ok(self.hashed(*dict).map_or(0, |d| d.len())),
                _ => {}
            },
            _ => {}
        }
        let name = self.class_name(value);
        Err(self.type_error(format!("object of type '{name}' has no len()")))
    }

    /// `CALL_INTRINSIC_1`
    /// What `typing` makes of type parameters.
    pub(crate) fn of_typing(&self, name: &str) -> Value {
        self.module_attribute("typing", name).unwrap_or(Value::None)
    }

    pub(crate) fn intrinsic_1(&mut self, frame: &mut Frame, which: usize) -> Done {
        const IMPORT_STAR: usize = 2;
        const STOPITERATION_ERROR: usize = 3;
        const ASYNC_GENERATOR_WRAP: usize = 4;
        const UNARY_POSITIVE: usize = 5;
        const LIST_TO_TUPLE: usize = 6;
        const FIRST_OF_TYPES: usize = 7;
        let value = frame.pop();
        if let Some(maker) = which.checked_sub(FIRST_OF_TYPES) {
            let makers = ["_type_variable", "_parameters", "_type_variable_tuple", "_generic", "_type_alias"];
            let callee = self.of_typing(makers[maker]);
            return self.call_values(frame, &callee, vec![value], Then::Push);
        }
        match which {
            IMPORT_STAR => {
                self.import_star(frame, &value);
                frame.push(Value::None);
                Ok(Signal::Go)
            }
            STOPITERATION_ERROR => {
                if self.is_instance_of(&value, class::STOP_ITERATION) {
                    let code = &frame.code.code;
                    let kind = match (code.is_coroutine, code.is_generator) {
                        (false, _) => "generator",
                        (true, false) => "coroutine",
                        (true, true) => "async generator",
                    };
                    let raise = self.runtime_error(format!("{kind} raised StopIteration"));
                    self.set_cause(raise, &value);
                    frame.push(Value::Ref(raise.0));
                } else {
                    frame.push(value);
                }
                Ok(Signal::Go)
            }
            ASYNC_GENERATOR_WRAP => {
                // No program yields a cell of its own.
                let cell = self.heap.add(Object::Cell(value));
                frame.push(Value::Ref(cell));
                Ok(Signal::Go)
            }
            UNARY_POSITIVE => {
                let base = self.base_of(&value);
                if crate::numbers::is_number(&base) {
                    let result = match base {
                        Value::Bool(b) => Value::Int(i64::from(b)),
                        other => other,
                    };
                    frame.push(result);
                    return Ok(Signal::Go);
                }
                let names = self.names();
                self.call_special(frame, &value, &names.pos, Vec::new(), Then::Push).unwrap_or_else(|| {
                    let name = self.class_name(&value);
                    Err(self.type_error(format!("bad operand type for unary +: '{name}'")))
                })
            }
            LIST_TO_TUPLE => {
                let items = self.native_items(&value).unwrap_or_default();
                let tuple = self.new_tuple(items);
                frame.push(tuple);
                Ok(Signal::Go)
            }
            _ => Err(self.runtime_error("this is not supported by Interleave")),
        }
    }
}
