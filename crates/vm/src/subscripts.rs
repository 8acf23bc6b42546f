//! Items and slices of containers, read, written and deleted.

use crate::class;
use crate::effect::{Effect, Key, Place};
use crate::execute::{Done, Signal};
use crate::frame::{Frame, Then};
use crate::machine::Machine;
use crate::native::{Raise, Request};
use crate::numbers::{self};
use crate::object::Object;
use crate::text::Str;
use crate::value::{Id, Value};
use crate::weight;

impl Machine {
    /// An integer, as an index must be.
    ///
    /// # Errors
    /// `TypeError`
    pub(crate) fn index_of(&mut self, value: &Value) -> Result<i64, Raise> {
        match self.base_of(value) {
            Value::Int(i) => Ok(i),
            Value::Bool(b) => Ok(i64::from(b)),
            Value::Big(_) => {
                Err(self.raise(class::INDEX_ERROR, "cannot fit 'int' into an index-sized integer"))
            }
            _ => {
                let name = self.class_name(value);
                Err(self.type_error(format!("'{name}' object cannot be interpreted as an integer")))
            }
        }
    }

    /// The built-in value that an object also is, or the value itself.
    pub(crate) fn base_of(&self, value: &Value) -> Value {
        match self.as_object(value) {
            Some(Object::Instance(instance)) if !instance.base.is_unbound() => instance.base.clone(),
            _ => value.clone(),
        }
    }

    /// The text that a value is.
    pub(crate) fn text_of(&self, value: &Value) -> Option<Str> {
        match value {
            Value::Str(text) => Some(text.clone()),
            Value::Ref(_) => self.base_of(value).as_str().cloned(),
            _ => None,
        }
    }

    /// `BINARY_SUBSCR`
    pub(crate) fn subscript(&mut self, frame: &mut Frame, container: Value, key: Value) -> Done {
        if let Some(Object::Instance(instance)) = self.as_object(&container) {
            let base = instance.base.clone();
            let names = self.names();
            let own = base.is_unbound() || self.in_python(&container, &names.getitem);
            if own
                && let Some(done) =
                    self.call_special(frame, &container, &names.getitem, vec![key.clone()], Then::Push)
            {
                return done;
            }
            if !base.is_unbound() {
                return self.subscript_of_base(frame, container, base, key);
            }
        }
        if let Some(Object::Class(_)) = self.as_object(&container) {
            return self.class_subscript(frame, container, key);
        }
        if !matches!(self.as_object(&container), Some(Object::Dict(_)))
            && matches!(self.as_object(&key), Some(Object::Instance(i)) if i.base.is_unbound())
            && self.in_python(&key, &self.image.names.index)
        {
            let callee = self.builtin("__get_by_index__");
            return self.call_values(frame, &callee, vec![container, key], Then::Push);
        }
        let found = match self.get_item(&container, &key) {
            Err(raise) => {
                // That it was not there is seen, too.
                if let Some(object) = container.id().filter(|_| self.searching) {
                    self.saw(object, Key::Item(key));
                }
                return Err(raise);
            }
            Ok(found) => found,
        };
        match found {
            Some(value) => {
                if self.recording_memory
                    && let Some(object) = container.id()
                {
                    let place = Place { object, key: Key::Item(key) };
                    self.effects.push(Effect::Read { place, value: value.clone() });
                }
                frame.push(value);
                Ok(Signal::Go)
            }
            None => {
                let callee = self.builtin("__get_item__");
                self.call_values(frame, &callee, vec![container, key], Then::Push)
            }
        }
    }

    /// An object of a class that extends a built-in container: a dict's `__missing__` is asked for a missing key.
    fn subscript_of_base(&mut self, frame: &mut Frame, object: Value, base: Value, key: Value) -> Done {
        if let Some(id) = base.id()
            && matches!(self.heap.get(id), Object::Dict(_))
            && !self.asks_python(&key)?
            && self.lacks(id, &key)?
        {
            let names = self.names();
            if let Some(done) =
                self.call_special(frame, &object, &names.missing, vec![key.clone()], Then::Push)
            {
                return done;
            }
        }
        self.subscript(frame, base, key)
    }

    /// Whether a dict has no such key. In a search that is seen.
    pub(crate) fn lacks(&mut self, dict: Id, key: &Value) -> Result<bool, Raise> {
        if self.searching {
            self.saw(dict, Key::Item(key.clone()));
        }
        Ok(!self.dict_has(dict, key)?)
    }

    fn class_subscript(&mut self, frame: &mut Frame, class: Value, key: Value) -> Done {
        let id = class.id().unwrap_or(class::OBJECT);
        let names = self.names();
        if let Some(method) = self.class_attribute(id, &names.class_getitem) {
            let method = match self.as_object(&method) {
                Some(Object::ClassMethod(function)) => function.clone(),
                _ => method,
            };
            return self.call_values(frame, &method, vec![class, key], Then::Push);
        }
        if let Some(done) = self.call_special(frame, &class, &names.getitem, vec![key.clone()], Then::Push) {
            return done;
        }
        let generic = [class::LIST, class::DICT, class::TUPLE, class::SET, class::FROZENSET, class::TYPE];
        if generic.contains(&id)
            || matches!(self.heap.get(id), Object::Class(c) if generic.contains(&c.layout))
        {
            let callee = self.builtin("__GenericAlias__");
            let request = Request { callee, args: vec![class, key], keywords: Vec::new(), then: Then::Push };
            return self.call(frame, request);
        }
        let name = self.name_of_class(id);
        Err(self.type_error(format!("type '{name}' is not subscriptable")))
    }

    /// An item of a built-in container; none if only Python can find it.
    fn get_item(&mut self, container: &Value, key: &Value) -> Result<Option<Value>, Raise> {
        if let Some(Object::Slice(parts)) = self.as_object(key) {
            let parts = (**parts).clone();
            return self.get_slice(container, &parts).map(Some);
        }
        let Value::Ref(id) = *container else { return self.character(container, key).map(Some) };
        match self.heap.get(id) {
            Object::List(items) => {
                let Some(place) = self.place(key, items.len()) else {
                    return Err(self.bad_index("list", key));
                };
                Ok(Some(items[place].clone()))
            }
            Object::Tuple(items) => {
                let Some(place) = self.place(key, items.len()) else {
                    return Err(self.bad_index("tuple", key));
                };
                Ok(Some(items[place].clone()))
            }
            Object::Range(range) => {
                let Some(place) = self.place(key, range.len()) else {
                    return Err(self.bad_index("range object", key));
                };
                Ok(Some(Value::Int(range.at(place))))
            }
            Object::Dict(_) => {
                if self.asks_python(key)? {
                    return Ok(None);
                }
                match self.dict_get(id, key)? {
                    Some(value) => Ok(Some(value)),
                    None => Err(self.raise_with(class::KEY_ERROR, vec![key.clone()])),
                }
            }
            _ => {
                let name = self.class_name(container);
                Err(self.type_error(format!("'{name}' object is not subscriptable")))
            }
        }
    }

    fn character(&mut self, container: &Value, key: &Value) -> Result<Value, Raise> {
        match container {
            Value::Str(text) => {
                match self.place(key, text.char_len()).and_then(|place| text.char_at(place)) {
                    Some(found) => Ok(Value::str(found.to_string())),
                    None => Err(self.bad_index("string", key)),
                }
            }
            Value::Bytes(bytes) => match self.place(key, bytes.len()) {
                Some(place) => Ok(Value::Int(i64::from(bytes[place]))),
                None => Err(self.bad_index("index", key)),
            },
            _ => {
                let name = self.class_name(container);
                Err(self.type_error(format!("'{name}' object is not subscriptable")))
            }
        }
    }

    /// The place that an index means in a sequence of a length.
    fn place(&self, key: &Value, length: usize) -> Option<usize> {
        let index = match key {
            Value::Int(i) => *i,
            _ => numbers::to_small(&self.base_of(key))?,
        };
        place_in_sequence(index, length)
    }

    fn bad_index(&mut self, what: &str, key: &Value) -> Raise {
        match self.base_of(key) {
            Value::Int(_) | Value::Bool(_) | Value::Big(_) => {
                self.raise(class::INDEX_ERROR, format!("{what} index out of range"))
            }
            _ => {
                let name = self.class_name(key);
                let (what, integers) = match what {
                    "string" => ("string", "integers, not"),
                    "range object" => ("range", "integers or slices, not"),
                    other => (other, "integers or slices, not"),
                };
                let quote = if what == "string" { "'" } else { "" };
                let indices = if what == "list" || what == "tuple" || what == "range" {
                    format!("{what} indices must be {integers} {name}")
                } else {
                    format!("{what} indices must be {integers} {quote}{name}{quote}")
                };
                self.type_error(indices)
            }
        }
    }

    /// Start, stop and step of a slice of a sequence of a length, as `slice.indices` gives them.
    pub(crate) fn slice_indices(
        &mut self,
        parts: &[Value; 3],
        length: usize,
    ) -> Result<(i64, i64, i64), Raise> {
        let step = if parts[2].is_none() { 1 } else { self.index_of(&parts[2])? };
        if step == 0 {
            return Err(self.value_error("slice step cannot be zero"));
        }
        let length = length as i64;
        let (low, high) = if step > 0 { (0, length) } else { (-1, length - 1) };
        let mut bound = |part: &Value, default: i64| -> Result<i64, Raise> {
            if part.is_none() {
                return Ok(default);
            }
            if !matches!(self.base_of(part), Value::Int(_) | Value::Bool(_)) {
                return Err(
                    self.type_error("slice indices must be integers or None or have an __index__ method")
                );
            }
            let index = self.index_of(part)?;
            Ok((if index < 0 { index + length } else { index }).clamp(low, high))
        };
        let start = bound(&parts[0], if step > 0 { low } else { high })?;
        let stop = bound(&parts[1], if step > 0 { high } else { low })?;
        Ok((start, stop, step))
    }

    fn slice_places(&mut self, parts: &[Value; 3], length: usize) -> Result<Vec<usize>, Raise> {
        let (start, stop, step) = self.slice_indices(parts, length)?;
        let range = crate::object::Range { start, stop, step };
        self.spend_items(length / 4 + range.len());
        self.heap.grow(range.len());
        Ok((0..range.len()).map(|i| range.at(i) as usize).collect())
    }

    /// The items of a list or tuple that a slice names.
    fn items_at(
        &mut self,
        container: &Value,
        parts: &[Value; 3],
        length: usize,
    ) -> Result<Vec<Value>, Raise> {
        let (start, stop, step) = self.slice_indices(parts, length)?;
        let range = crate::object::Range { start, stop, step };
        self.spend_items(4 * range.len());
        let items = match self.noted_object(container) {
            Some(Object::List(items)) => items.as_slice(),
            Some(Object::Tuple(items)) => items,
            _ => &[],
        };
        Ok((0..range.len()).filter_map(|i| items.get(range.at(i) as usize).cloned()).collect())
    }

    fn get_slice(&mut self, container: &Value, parts: &[Value; 3]) -> Result<Value, Raise> {
        match container {
            // The common case, without a list of places.
            Value::Str(text) if text.is_ascii() && matches!(parts[2], Value::None) => {
                let text = text.clone();
                let (start, stop, _) = self.slice_indices(parts, text.len())?;
                let part = text.get(start as usize..stop.max(start) as usize).unwrap_or_default();
                self.make_room(part.len())?;
                Ok(Value::str(part))
            }
            Value::Str(text) => {
                let text = text.clone();
                let places = self.slice_places(parts, text.char_len())?;
                if text.is_ascii() {
                    let bytes = text.as_bytes();
                    return Ok(Value::str(places.iter().map(|&i| bytes[i] as char).collect::<String>()));
                }
                let chars: Vec<char> = text.chars().collect();
                Ok(Value::str(places.iter().map(|&i| chars[i]).collect::<String>()))
            }
            Value::Bytes(bytes) => {
                let places = self.slice_places(parts, bytes.len())?;
                Ok(Value::Bytes(places.iter().map(|&i| bytes[i]).collect()))
            }
            _ => match self.as_object(container) {
                Some(Object::List(items)) => {
                    let length = items.len();
                    let part = self.items_at(container, parts, length)?;
                    Ok(self.new_list(part))
                }
                Some(Object::Tuple(items)) => {
                    let length = items.len();
                    let part = self.items_at(container, parts, length)?;
                    Ok(self.new_tuple(part))
                }
                Some(Object::Range(range)) => {
                    let range = *range;
                    let (start, stop, step) = self.slice_indices(parts, range.len())?;
                    let at = |index: i64| range.start + range.step * index;
                    let slice =
                        crate::object::Range { start: at(start), stop: at(stop), step: range.step * step };
                    Ok(Value::Ref(self.heap.add(Object::Range(slice))))
                }
                Some(Object::Dict(_)) => Err(self.type_error("unhashable type: 'slice'")),
                _ => {
                    let name = self.class_name(container);
                    Err(self.type_error(format!("'{name}' object is not subscriptable")))
                }
            },
        }
    }

    /// `STORE_SUBSCR`
    pub(crate) fn set_item(&mut self, frame: &mut Frame, container: Value, key: Value, value: Value) -> Done {
        if let Some(Object::Instance(instance)) = self.as_object(&container) {
            let base = instance.base.clone();
            let names = self.names();
            let own = base.is_unbound() || self.in_python(&container, &names.setitem);
            let args = vec![key.clone(), value.clone()];
            if own
                && let Some(done) = self.call_special(frame, &container, &names.setitem, args, Then::Discard)
            {
                return done;
            }
            if !base.is_unbound() {
                return self.set_item(frame, base, key, value);
            }
        }
        if let Some(Object::Slice(parts)) = self.as_object(&key) {
            let parts = (**parts).clone();
            return self.set_slice(frame, &container, &parts, value);
        }
        let id = container.id().unwrap_or(Id(0));
        if self.recording_memory {
            let place = Place { object: id, key: Key::Item(key.clone()) };
            self.effects.push(Effect::Write { place, value: value.clone() });
        }
        match self.as_object(&container) {
            Some(Object::List(items)) => {
                let Some(place) = self.place(&key, items.len()) else {
                    return Err(match self.bad_index("list", &key) {
                        raise if self.exception_class(raise) == class::INDEX_ERROR => {
                            self.raise(class::INDEX_ERROR, "list assignment index out of range")
                        }
                        raise => raise,
                    });
                };
                if let Object::List(items) = self.heap.get_mut(id) {
                    items[place] = value;
                }
                Ok(Signal::Go)
            }
            Some(Object::Dict(_)) => {
                if self.asks_python(&key)? {
                    let callee = self.builtin("__set_item__");
                    return self.call_values(frame, &callee, vec![container, key, value], Then::Discard);
                }
                if self.searching && !self.dict_has(id, &key)? {
                    self.added_key(id);
                }
                self.dict_set(id, key, value)?;
                Ok(Signal::Go)
            }
            _ => {
                let name = self.class_name(&container);
                Err(self.type_error(format!("'{name}' object does not support item assignment")))
            }
        }
    }

    fn set_slice(&mut self, frame: &mut Frame, container: &Value, parts: &[Value; 3], value: Value) -> Done {
        let Some(Object::List(items)) = self.as_object(container) else {
            let name = self.class_name(container);
            return Err(self.type_error(format!("'{name}' object does not support item assignment")));
        };
        let length = items.len();
        self.touched(container.id().unwrap_or(Id(0)));
        let Some(new) = self.native_items(&value) else {
            let callee = self.builtin("__set_slice__");
            let slice = self.heap.add(Object::Slice(Box::new(parts.clone())));
            return self.call_values(
                frame,
                &callee,
                vec![container.clone(), slice.into(), value],
                Then::Discard,
            );
        };
        let (start, stop, step) = self.slice_indices(parts, length)?;
        if step == 1 {
            let (start, stop) = (start as usize, stop.max(start) as usize);
            self.spend_items(length);
            self.heap.grow(new.len() * weight::VALUE);
            if let Some(Object::List(items)) = container.id().map(|id| self.heap.get_mut(id)) {
                items.splice(start..stop, new);
            }
            return Ok(Signal::Go);
        }
        let places = self.slice_places(parts, length)?;
        if places.len() != new.len() {
            let (given, wanted) = (new.len(), places.len());
            let message =
                format!("attempt to assign sequence of size {given} to extended slice of size {wanted}");
            return Err(self.value_error(message));
        }
        if let Some(Object::List(items)) = container.id().map(|id| self.heap.get_mut(id)) {
            for (place, item) in places.into_iter().zip(new) {
                items[place] = item;
            }
        }
        Ok(Signal::Go)
    }

    /// `DELETE_SUBSCR`
    pub(crate) fn delete_item(&mut self, frame: &mut Frame, container: Value, key: Value) -> Done {
        if let Some(Object::Instance(instance)) = self.as_object(&container) {
            let base = instance.base.clone();
            let names = self.names();
            let args = vec![key.clone()];
            if let Some(done) = self.call_special(frame, &container, &names.delitem, args, Then::Discard) {
                return done;
            }
            if !base.is_unbound() {
                return self.delete_item(frame, base, key);
            }
        }
        let id = container.id().unwrap_or(Id(0));
        let place = Place { object: id, key: Key::Item(key.clone()) };
        self.record(|| Effect::Delete { place });
        match self.as_object(&container) {
            Some(Object::List(items)) => {
                let length = items.len();
                let places = match self.as_object(&key) {
                    Some(Object::Slice(parts)) => {
                        let parts = (**parts).clone();
                        self.slice_places(&parts, length)?
                    }
                    _ => match self.place(&key, length) {
                        Some(place) => vec![place],
                        None => {
                            return Err(self.raise(class::INDEX_ERROR, "list assignment index out of range"));
                        }
                    },
                };
                if let Object::List(items) = self.heap.get_mut(id) {
                    let mut place = 0;
                    items.retain(|_| {
                        place += 1;
                        !places.contains(&(place - 1))
                    });
                }
                Ok(Signal::Go)
            }
            Some(Object::Dict(_)) => {
                if self.asks_python(&key)? {
                    let callee = self.builtin("__delete_item__");
                    return self.call_values(frame, &callee, vec![container, key], Then::Discard);
                }
                match self.dict_remove(id, &key)? {
                    Some(_) => Ok(Signal::Go),
                    None => Err(self.raise_with(class::KEY_ERROR, vec![key])),
                }
            }
            _ => {
                let name = self.class_name(&container);
                Err(self.type_error(format!("'{name}' object doesn't support item deletion")))
            }
        }
    }
}

/// The place that an index means in a sequence of a length, if there is one.
#[inline]
pub(crate) fn place_in_sequence(index: i64, length: usize) -> Option<usize> {
    let index = if index < 0 { index + length as i64 } else { index };
    usize::try_from(index).ok().filter(|&index| index < length)
}
