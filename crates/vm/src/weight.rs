//! How many bytes things take up, by a count that is the same on every machine.
//!
//! What matters is that the count is the same in each run of a schedule, whether or not states of it are kept; so it
//! never asks for the capacity of a vector or the number of a text's owners, which copies change.

use std::rc::Rc;

use hashbrown::HashSet;

use crate::dict::Dict;
use crate::frame::Frame;
use crate::object::{Iter, Object};
use crate::value::Value;

/// An object by itself.
const OBJECT: usize = 56;
/// What the small parts of an object of its own size take up.
const PART: usize = 96;
/// A value in a container.
pub(crate) const VALUE: usize = 16;
/// A key and its value, with its place in the index.
pub(crate) const ENTRY: usize = 64;
/// A text by itself.
pub(crate) const TEXT: usize = 80;

fn of_dict(dict: &Dict) -> usize {
    // The first entries come four at a time.
    let entries = match dict.places() {
        0 => 0,
        places => places.max(4),
    };
    PART + entries * ENTRY
}

/// A frame, without what its values are.
pub(crate) fn of_frame(frame: &Frame) -> usize {
    2 * PART + frame.slots.len() * VALUE
}

/// What a new object takes up, or, in a collection, one that is alive; without the texts and large integers in it.
#[inline]
pub(crate) fn of_new(object: &Object) -> usize {
    OBJECT
        + match object {
            Object::List(items) => items.len() * VALUE,
            Object::Tuple(items) => items.len() * VALUE,
            Object::Dict(dict) | Object::Set(dict) | Object::FrozenSet(dict) => of_dict(dict),
            Object::Generator(generator) => PART + generator.frame.as_ref().map_or(0, of_frame),
            Object::Exception(exception) => 4 * PART + exception.traceback.len() * 8,
            Object::Function(function) => PART + function.closure.len() * VALUE,
            Object::Class(class) => 2 * PART + class.mro.len() * 4,
            Object::Slice(_) | Object::Property(_) | Object::Sync(_) => PART,
            _ => 0,
        }
}

/// Weighs objects: what several of them share is counted once.
#[derive(Default)]
pub(crate) struct Scale {
    seen: HashSet<usize, xxhash_rust::xxh3::Xxh3DefaultBuilder>,
}

impl Scale {
    /// An object, with the texts and large integers in it.
    pub(crate) fn weigh(&mut self, object: &Object) -> usize {
        let mut bytes = of_new(object);
        match object {
            Object::Free(_) => return OBJECT,
            Object::List(items) => bytes += self.values(items),
            Object::Tuple(items) => bytes += self.values(items),
            Object::Dict(dict) | Object::Set(dict) | Object::FrozenSet(dict) => {
                for entry in dict.iter() {
                    bytes += self.value(&entry.key) + self.value(&entry.value);
                }
            }
            Object::Cell(value) => bytes += self.value(value),
            Object::Instance(instance) => bytes += self.value(&instance.base),
            Object::Iter(Iter::Str { text, .. }) => bytes += self.value(&Value::Str(text.clone())),
            Object::Generator(generator) => {
                bytes += generator.frame.as_ref().map_or(0, |frame| self.values(&frame.slots));
            }
            Object::Sync(sync) => sync.each_value(&mut |value| bytes += VALUE + self.value(value)),
            _ => {}
        }
        bytes
    }

    /// Values, without the places they are in.
    pub(crate) fn values(&mut self, values: &[Value]) -> usize {
        values.iter().map(|value| self.value(value)).sum()
    }

    fn value(&mut self, value: &Value) -> usize {
        match value {
            Value::Str(text) => {
                let counts = !text.is_shared() || self.seen.insert(text.address());
                if counts { TEXT + text.len() } else { 0 }
            }
            Value::Bytes(bytes) => self.shared(bytes.owner(), || bytes.len()),
            Value::Big(big) => self.shared(big, || big.bits() as usize / 8),
            _ => 0,
        }
    }

    fn shared<T>(&mut self, owner: &Rc<T>, bytes: impl FnOnce() -> usize) -> usize {
        // What has one owner need not be remembered.
        let counts = Rc::strong_count(owner) == 1 || self.seen.insert(Rc::as_ptr(owner).addr());
        if counts { TEXT + bytes() } else { 0 }
    }
}
