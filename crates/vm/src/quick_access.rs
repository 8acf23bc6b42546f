//! What quick instructions read and write: names, attributes, items, iterators.
//!
//! None of this is shown to anyone who watches: where that is asked for, and where more is to be done than to find a
//! place, there is no quick way, and the instruction is executed as any other.

use std::cell::Cell;

use crate::frame::LoadedCode;
use crate::machine::Machine;
use crate::native::Binding;
use crate::object::{Iter, Object};
use crate::subscripts::place_in_sequence;
use crate::text::Str;
use crate::value::{Id, Value};

/// An attribute that was found.
pub(crate) enum Attribute<'v> {
    /// The value.
    Value(&'v Value),
    /// A function, to be bound to the object.
    Method(&'v Value),
}

/// What an iterator gives.
pub(crate) enum Next {
    /// An item.
    Item(Value),
    /// No more items.
    End,
    /// Something that is not found quickly.
    NotQuick,
}

impl Machine {
    /// The value of a name in a dict.
    #[inline]
    fn hinted(&self, dict: Id, name: &Str, hint: &Cell<u32>) -> Option<&Value> {
        let Object::Dict(dict) = self.heap.get(dict) else { return None };
        dict.find_hinted(name, hint).map(|at| &dict.entry(at).value)
    }

    /// The module's variable of a name in code, or the built-in.
    #[inline]
    pub(crate) fn quick_global(&self, globals: Id, code: &LoadedCode, name: usize) -> Option<&Value> {
        if self.recording {
            return None;
        }
        let (name, hint) = (&code.names[name], &code.hints[name]);
        self.hinted(globals, name, hint).or_else(|| self.hinted(self.image.builtins?, name, hint))
    }

    /// Sets the entry of a dict. The value that it had, if it had one, is where the new one was.
    #[inline]
    pub(crate) fn quick_store(
        &mut self,
        namespace: Id,
        code: &LoadedCode,
        name: usize,
        value: &mut Value,
    ) -> bool {
        if self.recording {
            return false;
        }
        let Object::Dict(dict) = self.heap.get_mut(namespace) else { return false };
        match dict.find_hinted(&code.names[name], &code.hints[name]) {
            Some(at) => std::mem::swap(dict.value_mut(at), value),
            None => dict.set_str(&code.names[name], value.clone()),
        }
        true
    }

    /// The attribute of an instance whose class leaves attributes to themselves, or of a module.
    #[inline]
    pub(crate) fn quick_attribute(
        &self,
        code: &LoadedCode,
        name: usize,
        object: &Value,
    ) -> Option<Attribute<'_>> {
        if self.recording {
            return None;
        }
        let (name, hint) = (&code.names[name], &code.hints[name]);
        let find = |dict: Id| self.hinted(dict, name, hint);
        let instance = match self.heap.get(object.id()?) {
            Object::Instance(instance) => instance,
            Object::Module { dict, .. } => return self.attribute_as_it_is(find(*dict)?),
            _ => return None,
        };
        let Object::Class(class) = self.heap.get(instance.class) else { return None };
        if class.traits.getattribute || class.traits.data_descriptors || class.is_deep() {
            return None;
        }
        if let Some(value) = find(instance.dict) {
            return self.attribute_as_it_is(value);
        }
        let found = class.mro.iter().find_map(|&base| match self.heap.get(base) {
            Object::Class(base) => find(base.dict),
            _ => None,
        })?;
        match found {
            Value::Ref(id) => match self.heap.get(*id) {
                Object::Function(_) => Some(Attribute::Method(found)),
                _ => None,
            },
            Value::Native(_) => None,
            _ => Some(Attribute::Value(found)),
        }
    }

    /// A value that is the attribute by itself: all but what makes class methods.
    #[inline]
    fn attribute_as_it_is<'v>(&self, value: &'v Value) -> Option<Attribute<'v>> {
        match value {
            Value::Native(native) if native.0.binding == Binding::Class => None,
            Value::Ref(id) if matches!(self.heap.get(*id), Object::ClassMethod(_)) => None,
            _ => Some(Attribute::Value(value)),
        }
    }

    #[inline]
    pub(crate) fn quick_store_attribute(
        &mut self,
        code: &LoadedCode,
        name: usize,
        object: &Value,
        value: &mut Value,
    ) -> bool {
        let Some(Object::Instance(instance)) = self.as_object(object) else { return false };
        let Object::Class(class) = self.heap.get(instance.class) else { return false };
        let traits = class.traits;
        // `__class__` and `__dict__` are among those with two underscores.
        if traits.data_descriptors || traits.setattr || traits.sealed || code.names[name].starts_with("__") {
            return false;
        }
        let dict = instance.dict;
        self.quick_store(dict, code, name, value)
    }

    /// An item of a list, tuple or dict, by a number or text.
    #[inline]
    pub(crate) fn quick_item(&self, container: &Value, key: &Value) -> Option<&Value> {
        if self.recording {
            return None;
        }
        match (self.heap.get(container.id()?), key) {
            (Object::List(items), Value::Int(index)) => items.get(place_in_sequence(*index, items.len())?),
            (Object::Tuple(items), Value::Int(index)) => items.get(place_in_sequence(*index, items.len())?),
            (Object::Dict(dict), Value::Str(key)) => dict.get_str(key),
            (Object::Dict(dict), Value::Int(number)) => {
                let same = |key: &Value| matches!(key, Value::Int(other) if other == number);
                dict.find(crate::keys::hash_int(*number), same).map(|at| &dict.entry(at).value)
            }
            _ => None,
        }
    }

    #[inline]
    pub(crate) fn quick_store_item(&mut self, container: &Value, key: &Value, value: &mut Value) -> bool {
        let (false, Value::Ref(id), Value::Int(index)) = (self.recording, container, key) else {
            return false;
        };
        if !matches!(self.heap.get(*id), Object::List(_)) {
            return false;
        }
        let Object::List(items) = self.heap.get_mut(*id) else { return false };
        match place_in_sequence(*index, items.len()) {
            Some(place) => {
                std::mem::swap(&mut items[place], value);
                true
            }
            None => false,
        }
    }

    /// The next item of an iterator over a range, list or tuple.
    #[inline]
    pub(crate) fn quick_next(&mut self, iterator: &Value) -> Next {
        let Value::Ref(id) = *iterator else { return Next::NotQuick };
        let Object::Iter(iter) = self.heap.get(id) else { return Next::NotQuick };
        // Two threads can move one iterator.
        if self.searching && self.recording {
            return Next::NotQuick;
        }
        let item = match iter {
            Iter::Range { left: 0, .. } => return Next::End,
            Iter::Range { next, .. } => Value::Int(*next),
            Iter::List { list, index } if !self.recording => match self.heap.get(*list) {
                Object::List(items) if *index < items.len() => items[*index].clone(),
                _ => return Next::NotQuick,
            },
            Iter::Tuple { tuple, index } => match self.heap.get(*tuple) {
                Object::Tuple(items) if *index < items.len() => items[*index].clone(),
                _ => return Next::NotQuick,
            },
            _ => return Next::NotQuick,
        };
        if let Object::Iter(iter) = self.heap.get_mut(id) {
            match iter {
                Iter::Range { next, step, left } => {
                    *next = next.wrapping_add(*step);
                    *left -= 1;
                }
                Iter::List { index, .. } | Iter::Tuple { index, .. } => *index += 1,
                _ => {}
            }
        }
        Next::Item(item)
    }
}
