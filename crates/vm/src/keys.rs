//! Equality and hashing of built-in values, and the dicts and sets that rest on them.
//!
//! Objects whose class defines `__eq__` or `__hash__` in Python cannot be compared here: then the library's own
//! Python does it.

use num_traits::ToPrimitive;
use xxhash_rust::xxh3::xxh3_64;

use crate::dict::Dict;
use crate::machine::Machine;
use crate::native::Raise;
use crate::numbers;
use crate::object::{DictPart, Object};
use crate::text::Str;
use crate::value::{Id, Value};
use crate::weight;

/// How deep containers are compared before the library's Python takes over, which knows the recursion limit.
const DEPTH: usize = 50;

/// The modulus of Python's numeric hashes, 2**61 - 1.
const MODULUS: u64 = (1 << 61) - 1;

impl Machine {
    /// Whether two values are equal; none if only Python can tell.
    pub(crate) fn equal(&self, a: &Value, b: &Value) -> Option<bool> {
        self.equal_to_depth(a, b, DEPTH)
    }

    fn equal_to_depth(&self, a: &Value, b: &Value, depth: usize) -> Option<bool> {
        match (a, b) {
            (Value::Int(a), Value::Int(b)) => return Some(a == b),
            (Value::Str(a), Value::Str(b)) => return Some(a == b),
            (Value::Bytes(a), Value::Bytes(b)) => return Some(a == b),
            _ => {}
        }
        if numbers::is_number(a) && numbers::is_number(b) {
            return Some(numbers::compare(a, b) == Some(std::cmp::Ordering::Equal));
        }
        let (base, other) = (self.comparable_base(a), self.comparable_base(b));
        if base.is_some() || other.is_some() {
            return self.equal_to_depth(base.unwrap_or(a), other.unwrap_or(b), depth);
        }
        let (Value::Ref(x), Value::Ref(y)) = (a, b) else {
            return match (self.as_object(a), self.as_object(b)) {
                (Some(Object::Instance(_)), _) | (_, Some(Object::Instance(_))) => None,
                _ => Some(a.is(b)),
            };
        };
        match (self.noted(*x), self.noted(*y)) {
            (Object::Instance(i), other) | (other, Object::Instance(i)) => {
                let plain = |id| matches!(self.heap.get(id), Object::Class(c) if !self.traits(id, c).eq);
                let other_is_plain = match other {
                    Object::Instance(j) => plain(j.class) && j.base.is_unbound(),
                    _ => true,
                };
                (plain(i.class) && i.base.is_unbound() && other_is_plain).then_some(x == y)
            }
            _ if x == y => Some(true),
            _ if depth == 0 => None,
            (Object::List(a), Object::List(b)) => self.equal_items(a, b, depth),
            (Object::Tuple(a), Object::Tuple(b)) => self.equal_items(a, b, depth),
            (Object::Range(a), Object::Range(b)) => Some(match a.len() {
                0 => b.is_empty(),
                1 => b.len() == 1 && a.start == b.start,
                length => length == b.len() && a.start == b.start && a.step == b.step,
            }),
            (Object::Slice(a), Object::Slice(b)) => self.equal_items(&**a, &**b, depth),
            (Object::Dict(a), Object::Dict(b)) => self.equal_dicts(a, b, depth),
            (Object::Method { function: f, this: a }, Object::Method { function: g, this: b }) => {
                Some(f.is(g) && a.is(b))
            }
            (a, b) => {
                let (Some(a), Some(b)) = (self.set_of(a), self.set_of(b)) else { return Some(false) };
                if a.len() != b.len() {
                    return Some(false);
                }
                for entry in a.iter() {
                    if self.find_or_ask(b, entry.hash, &entry.key)?.is_none() {
                        return Some(false);
                    }
                }
                Some(true)
            }
        }
    }

    /// The keys of a set, or of a dict seen as one.
    fn set_of<'a>(&'a self, object: &'a Object) -> Option<&'a Dict> {
        match object {
            Object::Set(keys) | Object::FrozenSet(keys) => Some(keys),
            Object::DictView { dict, kind: DictPart::Keys } => self.hashed(*dict),
            _ => None,
        }
    }

    /// The built-in value by which an object of a subclass is compared, if its class says nothing else.
    fn comparable_base(&self, value: &Value) -> Option<&Value> {
        let Object::Instance(instance) = self.as_object(value)? else { return None };
        match self.heap.get(instance.class) {
            Object::Class(class) if !self.traits(instance.class, class).eq && !instance.base.is_unbound() => {
                Some(&instance.base)
            }
            _ => None,
        }
    }

    fn equal_items(&self, a: &[Value], b: &[Value], depth: usize) -> Option<bool> {
        if a.len() != b.len() || self.is_overworked() {
            return Some(false);
        }
        self.spend_items(a.len() + 4);
        for (x, y) in a.iter().zip(b) {
            if !x.is(y) && !self.equal_to_depth(x, y, depth - 1)? {
                return Some(false);
            }
        }
        Some(true)
    }

    fn equal_dicts(&self, a: &Dict, b: &Dict, depth: usize) -> Option<bool> {
        if a.len() != b.len() || self.is_overworked() {
            return Some(false);
        }
        self.spend_items(4 * a.len() + 4);
        for entry in a.iter() {
            let Some(place) = self.find_or_ask(b, entry.hash, &entry.key)? else { return Some(false) };
            let other = &b.entry(place).value;
            if !entry.value.is(other) && !self.equal_to_depth(&entry.value, other, depth - 1)? {
                return Some(false);
            }
        }
        Some(true)
    }

    /// A value's hash, the same on every machine; none if only Python can tell.
    ///
    /// # Errors
    /// `TypeError` if it has none.
    pub(crate) fn hash_of(&mut self, value: &Value) -> Result<Option<u64>, Raise> {
        match self.try_hash(value, DEPTH) {
            Ok(hash) => Ok(hash),
            Err(class) => {
                let name = self.name_of_class(class);
                Err(self.type_error(format!("unhashable type: '{name}'")))
            }
        }
    }

    fn try_hash(&self, value: &Value, depth: usize) -> Result<Option<u64>, Id> {
        Ok(Some(match value {
            Value::Unbound | Value::None => 0xfca8_6420,
            Value::NotImplemented => 0xfca8_6421,
            Value::Ellipsis => 0xfca8_6422,
            Value::Bool(b) => u64::from(*b),
            Value::Int(i) => hash_int(*i),
            Value::Big(big) => {
                let modulus = num_bigint::BigInt::from(MODULUS);
                let hash = (&**big % modulus).to_i64().unwrap_or(0);
                if hash == -1 { -2i64 as u64 } else { hash as u64 }
            }
            Value::Float(f) => hash_float(*f),
            Value::Str(text) => text.hash(),
            Value::Bytes(bytes) => xxh3_64(bytes),
            Value::Code(id) => xxh3_64(&id.0.to_le_bytes()),
            Value::Native(native) => xxh3_64(native.0.name.as_bytes()),
            Value::Ref(id) => match self.heap.get(*id) {
                Object::Tuple(items) => {
                    if depth == 0 {
                        return Ok(None);
                    }
                    return self.hash_items(items, depth - 1);
                }
                Object::FrozenSet(set) => hash_members(set.iter().map(|entry| entry.hash)),
                Object::List(_) | Object::Dict(_) | Object::Set(_) => return Err(self.class_of(value)),
                Object::Instance(instance) => {
                    let Object::Class(class) = self.heap.get(instance.class) else { return Ok(None) };
                    let traits = self.traits(instance.class, class);
                    if traits.hash || traits.eq {
                        return Ok(None);
                    }
                    match &instance.base {
                        Value::Unbound => mix(u64::from(id.0)),
                        base => return self.try_hash(base, depth.saturating_sub(1)),
                    }
                }
                Object::Range(r) => mix(hash_int(r.start) ^ mix(r.len() as u64)),
                _ => mix(u64::from(id.0)),
            },
        }))
    }

    fn hash_items(&self, items: &[Value], depth: usize) -> Result<Option<u64>, Id> {
        self.spend_items(items.len() + 4);
        if self.is_overworked() {
            return Ok(None);
        }
        let mut hashes = Vec::with_capacity(items.len());
        for item in items {
            let Some(hash) = self.try_hash(item, depth)? else { return Ok(None) };
            hashes.push(hash);
        }
        Ok(Some(combine_hashes(hashes)))
    }

    fn find_hashed(&self, dict: &Dict, hash: u64, key: &Value) -> Option<usize> {
        dict.find(hash, |other| other.is(key) || self.equal(other, key) == Some(true))
    }

    /// As `find_hashed`; none at all if a key of the same hash may be the same, and only Python can tell.
    fn find_or_ask(&self, dict: &Dict, hash: u64, key: &Value) -> Option<Option<usize>> {
        let found = self.find_hashed(dict, hash, key);
        let unsure = || dict.iter().any(|e| e.hash == hash && self.equal(&e.key, key).is_none());
        if found.is_none() && matches!(key, Value::Ref(_)) && unsure() { None } else { Some(found) }
    }

    pub(crate) fn new_dict(&mut self) -> Id {
        self.heap.add(Object::Dict(Box::default()))
    }

    pub(crate) fn new_tuple(&mut self, items: Vec<Value>) -> Value {
        Value::Ref(self.heap.add(Object::Tuple(items.into_boxed_slice())))
    }

    pub(crate) fn new_list(&mut self, items: Vec<Value>) -> Value {
        Value::Ref(self.heap.add(Object::List(items)))
    }

    /// The items of a tuple.
    pub(crate) fn tuple_items(&self, value: &Value) -> Option<&[Value]> {
        match self.as_object(value)? {
            Object::Tuple(items) => Some(items),
            _ => None,
        }
    }

    /// The entries of a dict or set.
    pub(crate) fn hashed(&self, id: Id) -> Option<&Dict> {
        match self.heap.get(id) {
            Object::Dict(dict) | Object::Set(dict) | Object::FrozenSet(dict) => Some(dict),
            Object::Instance(instance) => match &instance.base {
                Value::Ref(base) if *base != id => self.hashed(*base),
                _ => None,
            },
            _ => None,
        }
    }

    /// A dict or set that is to be changed: it may get one more key.
    fn hashed_mut(&mut self, id: Id) -> Option<&mut Dict> {
        self.heap.grow(weight::ENTRY);
        let id = match self.heap.get(id) {
            Object::Instance(instance) => instance.base.id()?,
            _ => id,
        };
        match self.heap.get_mut(id) {
            Object::Dict(dict) | Object::Set(dict) | Object::FrozenSet(dict) => Some(dict),
            _ => None,
        }
    }

    /// Whether a key's hash and equality are Python's business.
    pub(crate) fn asks_python(&mut self, key: &Value) -> Result<bool, Raise> {
        Ok(match key {
            Value::Ref(_) => self.hash_of(key)?.is_none(),
            _ => false,
        })
    }

    /// The value of a key of a dict, the key being a built-in value.
    pub(crate) fn dict_get(&mut self, id: Id, key: &Value) -> Result<Option<Value>, Raise> {
        if let Value::Str(name) = key
            && let Some(value) = self.dict_get_str(id, name)
        {
            return Ok(Some(value));
        }
        let hash = self.hash_of(key)?.unwrap_or(0);
        let Some(dict) = self.hashed(id) else { return Ok(None) };
        Ok(self.find_hashed(dict, hash, key).map(|place| dict.entry(place).value.clone()))
    }

    /// Whether a dict or set has a key, the key being a built-in value.
    pub(crate) fn dict_has(&mut self, id: Id, key: &Value) -> Result<bool, Raise> {
        let hash = self.hash_of(key)?.unwrap_or(0);
        Ok(self.hashed(id).is_some_and(|dict| self.find_hashed(dict, hash, key).is_some()))
    }

    /// Sets the value of a key of a dict, or adds one to a set, the key being a built-in value.
    pub(crate) fn dict_set(&mut self, id: Id, key: Value, value: Value) -> Result<(), Raise> {
        let hash = self.hash_of(&key)?.unwrap_or(0);
        let place = self.hashed(id).and_then(|dict| self.find_hashed(dict, hash, &key));
        if let Some(dict) = self.hashed_mut(id) {
            match place {
                Some(place) => *dict.value_mut(place) = value,
                None => dict.insert_new(hash, key, value),
            }
        }
        Ok(())
    }

    /// Takes a key out of a dict or set, the key being a built-in value.
    pub(crate) fn dict_remove(&mut self, id: Id, key: &Value) -> Result<Option<Value>, Raise> {
        let hash = self.hash_of(key)?.unwrap_or(0);
        let place = self.hashed(id).and_then(|dict| self.find_hashed(dict, hash, key));
        Ok(match (place, self.hashed_mut(id)) {
            (Some(place), Some(dict)) => Some(dict.remove(place).value),
            _ => None,
        })
    }

    /// Adds a key whose hash Python gave and that Python found not to be there.
    pub(crate) fn dict_insert_hashed(&mut self, id: Id, hash: u64, key: Value, value: Value) {
        if let Some(dict) = self.hashed_mut(id) {
            dict.insert_new(hash, key, value);
        }
    }

    /// Changes or removes the entry at a place that Python found.
    pub(crate) fn dict_at(&mut self, id: Id) -> Option<&mut Dict> {
        self.hashed_mut(id)
    }

    pub(crate) fn dict_get_str(&self, id: Id, name: &Str) -> Option<Value> {
        self.hashed(id)?.get_str(name).cloned()
    }

    pub(crate) fn dict_set_str(&mut self, id: Id, name: &Str, value: Value) {
        if let Some(dict) = self.hashed_mut(id) {
            dict.set_str(name, value);
        }
    }

    pub(crate) fn dict_remove_str(&mut self, id: Id, name: &Str) -> Option<Value> {
        let place = self.hashed(id)?.find_str(name)?;
        Some(self.hashed_mut(id)?.remove(place).value)
    }

    /// The entries of a dict whose keys are text, as the named arguments of a call.
    pub(crate) fn keyword_items(&self, dict: &Value) -> Vec<(Str, Value)> {
        let Some(dict) = dict.id().and_then(|id| self.hashed(id)) else { return Vec::new() };
        dict.iter().filter_map(|e| Some((e.key.as_str()?.clone(), e.value.clone()))).collect()
    }

    /// `DICT_UPDATE` and `DICT_MERGE`; a merge, which has a callee, does not take a name twice.
    pub(crate) fn dict_merge(
        &mut self,
        dict: &Value,
        other: &Value,
        callee: Option<&Value>,
    ) -> Result<(), Raise> {
        other.id().map(|id| self.noted(id));
        let (Some(id), Some(from)) = (dict.id(), other.id().and_then(|id| self.hashed(id))) else {
            let name = self.class_name(other);
            return Err(match callee {
                Some(callee) => {
                    let function = self.callee_name(callee);
                    self.type_error(format!("{function} argument after ** must be a mapping, not {name}"))
                }
                None => self.type_error(format!("'{name}' object is not a mapping")),
            });
        };
        let entries: Vec<_> = from.iter().map(|e| (e.hash, e.key.clone(), e.value.clone())).collect();
        self.spend_items(8 * entries.len());
        for (hash, key, value) in entries {
            let place = self.hashed(id).and_then(|dict| self.find_hashed(dict, hash, &key));
            if let (Some(callee), Some(name)) = (callee, key.as_str()) {
                if place.is_some() {
                    let function = self.callee_name(callee);
                    let message = format!("{function} got multiple values for keyword argument '{name}'");
                    return Err(self.type_error(message));
                }
            } else if callee.is_some() {
                return Err(self.type_error("keywords must be strings"));
            }
            if let Some(dict) = self.hashed_mut(id) {
                match place {
                    Some(place) => *dict.value_mut(place) = value,
                    None => dict.insert_new(hash, key, value),
                }
            }
        }
        Ok(())
    }

    pub(crate) fn callee_name(&self, callee: &Value) -> String {
        let name = |module: &str, name: &Str| match module {
            "builtins" => format!("{name}()"),
            _ => format!("{module}.{name}()"),
        };
        match self.as_object(callee) {
            Some(Object::Function(f)) => {
                let module = self.dict_get_str(f.globals, &self.image.names.name);
                name(module.as_ref().and_then(Value::as_str).map_or("builtins", |m| m), &f.qualname)
            }
            Some(Object::Class(c)) => name(&c.module, &c.qualname),
            _ => match callee {
                Value::Native(native) => format!("{}()", native.0.name),
                _ => format!("{} object", self.class_name(callee)),
            },
        }
    }
}

/// A tuple's hash, of those of its items, as CPython's `tuplehash`: the lanes of xxHash.
pub(crate) fn combine_hashes(hashes: impl IntoIterator<Item = u64>) -> u64 {
    const FIRST: u64 = 11_400_714_785_074_694_791;
    const SECOND: u64 = 14_029_467_366_897_019_727;
    const FIFTH: u64 = 2_870_177_450_012_600_261;
    let mut count = 0;
    let combined = hashes.into_iter().fold(FIFTH, |combined: u64, hash| {
        count += 1;
        combined.wrapping_add(hash.wrapping_mul(SECOND)).rotate_left(31).wrapping_mul(FIRST)
    });
    match combined.wrapping_add(count ^ FIFTH ^ 3_527_539) {
        u64::MAX => 1_546_275_796,
        hash => hash,
    }
}

/// A frozen set's hash, of those of its members, as CPython's `frozenset_hash`.
fn hash_members(hashes: impl Iterator<Item = u64>) -> u64 {
    let mut count = 0;
    let all = hashes.fold(0, |all, hash| {
        count += 1;
        all ^ ((hash ^ 89_869_747) ^ (hash << 16)).wrapping_mul(3_644_798_167)
    });
    let hash = all ^ (count + 1_u64).wrapping_mul(1_927_868_237);
    let hash = hash ^ (hash >> 11) ^ (hash >> 25);
    match hash.wrapping_mul(69_069).wrapping_add(907_133_923) {
        u64::MAX => 590_923_713,
        hash => hash,
    }
}

fn mix(hash: u64) -> u64 {
    let hash = (hash ^ (hash >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    (hash ^ (hash >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53)
}

/// `hash` of an integer, as CPython's `long_hash`.
pub(crate) fn hash_int(value: i64) -> u64 {
    let magnitude = value.unsigned_abs() % MODULUS;
    let hash = if value < 0 { -(magnitude as i64) } else { magnitude as i64 };
    if hash == -1 { -2i64 as u64 } else { hash as u64 }
}

/// `hash` of a float, as CPython's `_Py_HashDouble`: that of the equal integer where there is one.
pub(crate) fn hash_float(value: f64) -> u64 {
    if value.is_infinite() {
        return if value > 0.0 { 314_159 } else { -314_159i64 as u64 };
    }
    if value.is_nan() {
        return 0;
    }
    let bits = value.abs().to_bits();
    if value == 0.0 {
        return 0;
    }
    let (mantissa, exponent) = match bits >> 52 {
        0 => (bits & ((1 << 52) - 1), -1074i64),
        e => (bits & ((1 << 52) - 1) | 1 << 52, e as i64 - 1075),
    };
    let shift = exponent.rem_euclid(61) as u32;
    let hash = ((u128::from(mantissa) << shift) % u128::from(MODULUS)) as i64;
    let hash = if value < 0.0 { -hash } else { hash };
    if hash == -1 { -2i64 as u64 } else { hash as u64 }
}
