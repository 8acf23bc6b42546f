//! What a variable can hold: small things by themselves, everything else by the id of an object in the heap.

use std::rc::Rc;

use num_bigint::BigInt;

use crate::bytes::Bytes;
use crate::native::Native;
use crate::text::Str;

/// The name of an object in a machine's heap. The same program under the same schedule gives the same ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(pub u32);

/// The name of a block of compiled code in a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CodeId(pub u32);

/// A Python value, or none at all.
///
/// Values that cannot change and hold no other values are here; those that can or do are objects in the heap, so
/// that a machine owns all that may change, and dropping or copying a value never follows a chain.
///
/// The tag takes a word of its own: with small contents beside it in one word, processors stall at each copy.
#[derive(Debug)]
#[repr(u64)]
pub enum Value {
    /// No value: an unassigned variable, or the empty place below a call's arguments (CPython's `NULL`).
    Unbound,
    /// `None`
    None,
    /// `NotImplemented`
    NotImplemented,
    /// `...`
    Ellipsis,
    /// `True`, `False`
    Bool(bool),
    /// An integer that fits 64 bits; larger ones are always [`Value::Big`].
    Int(i64),
    /// A larger integer.
    Big(Rc<BigInt>),
    /// A floating-point number.
    Float(f64),
    /// Text.
    Str(Str),
    /// Bytes.
    Bytes(Bytes),
    /// Compiled code.
    Code(CodeId),
    /// A function written in Rust.
    Native(Native),
    /// Any other object.
    Ref(Id),
}

impl Clone for Value {
    /// Most copies are of integers and of names of objects: these are made on the spot, but for the page, which is to be small.
    #[cfg_attr(target_family = "wasm", inline(never))]
    #[cfg_attr(not(target_family = "wasm"), inline)]
    fn clone(&self) -> Value {
        match self {
            Value::Int(number) => Value::Int(*number),
            Value::Ref(id) => Value::Ref(*id),
            other => other.clone_other(),
        }
    }
}

impl Value {
    #[cfg_attr(target_family = "wasm", inline)]
    #[cfg_attr(not(target_family = "wasm"), inline(never))]
    fn clone_other(&self) -> Value {
        match self {
            Value::Unbound => Value::Unbound,
            Value::None => Value::None,
            Value::NotImplemented => Value::NotImplemented,
            Value::Ellipsis => Value::Ellipsis,
            Value::Bool(truth) => Value::Bool(*truth),
            Value::Int(number) => Value::Int(*number),
            Value::Big(number) => Value::Big(number.clone()),
            Value::Float(number) => Value::Float(*number),
            Value::Str(text) => Value::Str(text.clone()),
            Value::Bytes(bytes) => Value::Bytes(bytes.clone()),
            Value::Code(id) => Value::Code(*id),
            Value::Native(native) => Value::Native(*native),
            Value::Ref(id) => Value::Ref(*id),
        }
    }

    /// Text as a value.
    pub fn str(text: impl Into<Str>) -> Value {
        Value::Str(text.into())
    }

    /// An integer of any size, in its canonical form.
    pub fn int(value: BigInt) -> Value {
        match i64::try_from(&value) {
            Ok(small) => Value::Int(small),
            Err(_) => Value::Big(Rc::new(value)),
        }
    }

    /// The id of the object it names, if it names one.
    pub fn id(&self) -> Option<Id> {
        match self {
            Value::Ref(id) => Some(*id),
            _ => None,
        }
    }

    /// Whether there is no value.
    pub fn is_unbound(&self) -> bool {
        matches!(self, Value::Unbound)
    }

    /// Whether it is `None`.
    pub fn is_none(&self) -> bool {
        matches!(self, Value::None)
    }

    /// The text, if it is text.
    pub fn as_str(&self) -> Option<&Str> {
        match self {
            Value::Str(text) => Some(text),
            _ => None,
        }
    }

    /// Python's `is`: the same object. Equal small integers and equal one-character texts are one object.
    pub fn is(&self, other: &Value) -> bool {
        match (self, other) {
            (Value::Unbound, Value::Unbound)
            | (Value::None, Value::None)
            | (Value::NotImplemented, Value::NotImplemented)
            | (Value::Ellipsis, Value::Ellipsis) => true,
            (Value::Bool(a), Value::Bool(b)) => a == b,
            (Value::Int(a), Value::Int(b)) => a == b,
            (Value::Big(a), Value::Big(b)) => Rc::ptr_eq(a, b),
            (Value::Float(a), Value::Float(b)) => a.to_bits() == b.to_bits(),
            (Value::Str(a), Value::Str(b)) => a.same(b) || (a.char_len() <= 1 && a == b),
            (Value::Bytes(a), Value::Bytes(b)) => a.same(b),
            (Value::Code(a), Value::Code(b)) => a == b,
            (Value::Native(a), Value::Native(b)) => a == b,
            (Value::Ref(a), Value::Ref(b)) => a == b,
            _ => false,
        }
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Value {
        Value::Bool(value)
    }
}

impl From<i64> for Value {
    fn from(value: i64) -> Value {
        Value::Int(value)
    }
}

impl From<f64> for Value {
    fn from(value: f64) -> Value {
        Value::Float(value)
    }
}

impl From<Id> for Value {
    fn from(id: Id) -> Value {
        Value::Ref(id)
    }
}

impl From<Str> for Value {
    fn from(text: Str) -> Value {
        Value::Str(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_takes_two_words() {
        assert!(size_of::<Value>() <= 16);
        assert_eq!(size_of::<Option<Value>>(), size_of::<Value>());
    }
}
