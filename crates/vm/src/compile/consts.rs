//! The constants of a block, each kept once.

use std::collections::BTreeMap;
use std::rc::Rc;

use num_bigint::BigInt;

use crate::code::Const;

/// What tells two constants apart: their type and value, so that `1`, `1.0` and `True` stay different.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    None,
    Ellipsis,
    Bool(bool),
    Int(i64),
    BigInt(BigInt),
    Float(u64),
    Imaginary(u64),
    Str(Rc<str>),
    Bytes(Rc<[u8]>),
    Tuple(Vec<Key>),
    FrozenSet(Vec<Key>),
    /// The index of the code, see [`Consts::same_code`].
    Code(usize),
}

#[derive(Default)]
pub(super) struct Consts {
    values: Vec<Const>,
    index: BTreeMap<Key, u32>,
}

impl Consts {
    /// The index of a constant, which is added if it is new.
    pub(super) fn add(&mut self, value: Const) -> u32 {
        if let Some(same) = self.same_code(&value) {
            return same;
        }
        let key = key(&value, self.values.len());
        let next = self.values.len() as u32;
        let values = &mut self.values;
        *self.index.entry(key).or_insert_with(|| {
            values.push(value);
            next
        })
    }

    /// The same code is lowered twice where a test or a `finally` stands twice.
    fn same_code(&self, value: &Const) -> Option<u32> {
        let is_same = |other: &Const| matches!((other, value), (Const::Code(a), Const::Code(b)) if a == b);
        matches!(value, Const::Code(_)).then(|| self.values.iter().position(is_same))?.map(|at| at as u32)
    }

    pub(super) fn get(&self, index: u32) -> &Const {
        &self.values[index as usize]
    }

    pub(super) fn len(&self) -> usize {
        self.values.len()
    }

    pub(super) fn into_values(self) -> Vec<Const> {
        self.values
    }
}

fn key(value: &Const, next: usize) -> Key {
    match value {
        Const::None => Key::None,
        Const::Ellipsis => Key::Ellipsis,
        Const::Bool(value) => Key::Bool(*value),
        Const::Int(value) => Key::Int(*value),
        Const::BigInt(value) => Key::BigInt(value.clone()),
        Const::Float(value) => Key::Float(value.to_bits()),
        Const::Imaginary(value) => Key::Imaginary(value.to_bits()),
        Const::Str(value) => Key::Str(value.clone()),
        Const::Bytes(value) => Key::Bytes(value.clone()),
        Const::Tuple(values) => Key::Tuple(values.iter().map(|value| key(value, next)).collect()),
        Const::FrozenSet(values) => Key::FrozenSet(values.iter().map(|value| key(value, next)).collect()),
        Const::Code(_) => Key::Code(next),
    }
}

/// Names (or variables) of a block by the index that instructions use for them.
#[derive(Clone, Default)]
pub(super) struct NameTable {
    names: Vec<Rc<str>>,
    index: BTreeMap<Rc<str>, u32>,
}

impl NameTable {
    pub(super) fn new(names: Vec<Rc<str>>) -> Self {
        let index = names.iter().enumerate().map(|(i, name)| (name.clone(), i as u32)).collect();
        NameTable { names, index }
    }

    /// The index of a name, which is added if it is new.
    pub(super) fn add(&mut self, name: &Rc<str>) -> u32 {
        let next = self.names.len() as u32;
        let names = &mut self.names;
        *self.index.entry(name.clone()).or_insert_with(|| {
            names.push(name.clone());
            next
        })
    }

    pub(super) fn get(&self, name: &str) -> Option<u32> {
        self.index.get(name).copied()
    }

    pub(super) fn names(&self) -> &[Rc<str>] {
        &self.names
    }
}
