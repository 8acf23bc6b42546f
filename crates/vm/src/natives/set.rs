//! `set` and `frozenset`. Members whose hash or equality is written in Python are left to the library's Python.

use crate::class;
use crate::dict::Dict;
use crate::effect::Key;
use crate::machine::Machine;
use crate::native::{Args, NativeDef, NativeResult, Raise};
use crate::natives::help::give;
use crate::natives::list::initializes_itself;
use crate::object::Object;
use crate::value::{Id, Value};

/// The methods that `set` has alone.
pub(crate) static SET: &[NativeDef] = &[
    NativeDef::function("__new__", new_set),
    NativeDef::method("__init__", init),
    NativeDef::method("add", add),
    NativeDef::method("remove", remove),
    NativeDef::method("discard", discard),
    NativeDef::method("pop", pop),
    NativeDef::method("clear", clear),
    NativeDef::method("update", update),
    NativeDef::method("intersection_update", intersection_update),
    NativeDef::method("difference_update", difference_update),
    NativeDef::method("symmetric_difference_update", symmetric_difference_update),
];

/// The methods of `frozenset` alone.
pub(crate) static FROZENSET: &[NativeDef] = &[NativeDef::function("__new__", new_frozenset)];

/// The methods of both.
pub(crate) static BOTH: &[NativeDef] = &[
    NativeDef::method("copy", copy),
    NativeDef::method("union", union),
    NativeDef::method("intersection", intersection),
    NativeDef::method("difference", difference),
    NativeDef::method("symmetric_difference", symmetric_difference),
    NativeDef::method("issubset", issubset),
    NativeDef::method("issuperset", issuperset),
    NativeDef::method("isdisjoint", isdisjoint),
];

fn this<'a>(
    machine: &mut Machine,
    args: Args<'a>,
    name: &str,
    least: usize,
    most: usize,
) -> Result<(Id, &'a [Value]), Raise> {
    let (this, rest) = machine.method_args(args, "set", name, least, most)?;
    let is_set = |id: &Id| {
        matches!(machine.heap.get(*id), Object::Set(_) | Object::FrozenSet(_) | Object::DictView { .. })
    };
    match this.id().filter(is_set) {
        Some(id) => Ok((id, rest)),
        None => Err(machine.wrong_self("set", name, &this)),
    }
}

/// How two sets are put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Algebra {
    Union,
    Intersection,
    Difference,
    Symmetric,
}

impl Algebra {
    /// The method's name.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Algebra::Union => "union",
            Algebra::Intersection => "intersection",
            Algebra::Difference => "difference",
            Algebra::Symmetric => "symmetric_difference",
        }
    }
}

/// Whether every member can be looked for here.
fn all_native(machine: &mut Machine, items: &[Value]) -> Result<bool, Raise> {
    for item in items {
        if machine.asks_python(item)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The members of a set, view or any iterable, if they can be looked for here.
pub(crate) fn members(machine: &mut Machine, value: &Value) -> Result<Option<Vec<Value>>, Raise> {
    let base = machine.base_of(value);
    match machine.take_items(&base)? {
        Some(items) if all_native(machine, &items)? => Ok(Some(items)),
        _ => Ok(None),
    }
}

/// A new set of members that can be looked for here, added one by one.
fn collect(machine: &mut Machine, items: &[Value], frozen: bool) -> Result<Id, Raise> {
    let id = add_set(machine, Dict::of_set(), frozen);
    for item in items {
        machine.dict_set(id, item.clone(), Value::None)?;
    }
    Ok(id)
}

fn add_set(machine: &mut Machine, dict: Dict, frozen: bool) -> Id {
    let dict = Box::new(dict);
    machine.heap.add(if frozen { Object::FrozenSet(dict) } else { Object::Set(dict) })
}

/// A copy of a set, or a new set of what else has members.
fn copy_of(machine: &mut Machine, value: &Value, items: &[Value], frozen: bool) -> Result<Id, Raise> {
    match machine.as_object(value) {
        Some(Object::Set(set) | Object::FrozenSet(set)) => {
            let copy = set.copy_of_set();
            Ok(add_set(machine, copy, frozen))
        }
        _ => {
            let id = add_set(machine, Dict::of_set(), frozen);
            extend(machine, id, value, items)?;
            Ok(id)
        }
    }
}

/// Adds the members of a value to a set: of sets and dicts it is known how many there are.
pub(crate) fn extend(machine: &mut Machine, id: Id, value: &Value, items: &[Value]) -> Result<(), Raise> {
    if let Some(Object::Set(_) | Object::FrozenSet(_) | Object::Dict(_)) = machine.as_object(value)
        && let Some(set) = machine.dict_at(id)
    {
        set.make_room(items.len());
    }
    for item in items {
        // A member that is there already stays the object that it is.
        if !machine.dict_has(id, item)? {
            machine.dict_set(id, item.clone(), Value::None)?;
        }
    }
    Ok(())
}

/// Takes each item out of a set, or puts it in if it was not there and is to be.
fn toggle(machine: &mut Machine, id: Id, items: &[Value], adds: bool) -> Result<(), Raise> {
    for item in items {
        if machine.dict_remove(id, item)?.is_none() && adds {
            machine.dict_set(id, item.clone(), Value::None)?;
        }
    }
    Ok(())
}

/// A set or something else with members that can be looked for here, and these.
pub(crate) type Members<'a> = (&'a Value, &'a [Value]);

/// A new set of two sets' members, which can be looked for here; in the order that CPython's own ways lead to.
pub(crate) fn combine(
    machine: &mut Machine,
    how: Algebra,
    left: Members<'_>,
    right: Members<'_>,
    frozen: bool,
) -> Result<Id, Raise> {
    let is_set =
        |value: &Value| matches!(machine.as_object(value), Some(Object::Set(_) | Object::FrozenSet(_)));
    let (left_is_set, right_is_set) = (is_set(left.0), is_set(right.0));
    match how {
        Algebra::Union => {
            let result = copy_of(machine, left.0, left.1, frozen)?;
            extend(machine, result, right.0, right.1)?;
            Ok(result)
        }
        Algebra::Intersection => {
            let left_is_less = right_is_set && right.1.len() > left.1.len();
            let (less, more) = if left_is_less { (left, right) } else { (right, left) };
            let known = collect(machine, more.1, false)?;
            let result = add_set(machine, Dict::of_set(), frozen);
            for item in less.1 {
                if machine.dict_has(known, item)? {
                    machine.dict_set(result, item.clone(), Value::None)?;
                }
            }
            Ok(result)
        }
        Algebra::Difference if !left_is_set || !right_is_set || left.1.len() / 4 > right.1.len() => {
            let result = copy_of(machine, left.0, left.1, frozen)?;
            toggle(machine, result, right.1, false)?;
            Ok(result)
        }
        Algebra::Difference => {
            let known = collect(machine, right.1, false)?;
            let result = add_set(machine, Dict::of_set(), frozen);
            for item in left.1 {
                if !machine.dict_has(known, item)? {
                    machine.dict_set(result, item.clone(), Value::None)?;
                }
            }
            Ok(result)
        }
        Algebra::Symmetric => {
            let result = copy_of(machine, right.0, right.1, frozen)?;
            toggle(machine, result, left.1, true)?;
            Ok(result)
        }
    }
}

/// Changes a set by the members of another value.
pub(crate) fn change(
    machine: &mut Machine,
    how: Algebra,
    id: Id,
    own: &[Value],
    other: Members<'_>,
) -> Result<(), Raise> {
    match how {
        Algebra::Union => extend(machine, id, other.0, other.1),
        Algebra::Difference => toggle(machine, id, other.1, false),
        Algebra::Symmetric => {
            let once = collect(machine, other.1, false)?;
            let once = machine.native_items(&Value::Ref(once)).unwrap_or_default();
            toggle(machine, id, &once, true)
        }
        Algebra::Intersection => {
            let kept = combine(machine, how, (&Value::Ref(id), own), other, false)?;
            let kept = machine.hashed(kept).cloned().unwrap_or_default();
            if let Some(set) = machine.dict_at(id) {
                *set = kept;
            }
            Ok(())
        }
    }
}

/// Whether a set is a `frozenset`.
pub(crate) fn is_frozen(machine: &Machine, id: Id) -> bool {
    matches!(machine.heap.get(id), Object::FrozenSet(_))
}

/// A method that makes a new set of this one and others.
fn algebra(machine: &mut Machine, args: Args<'_>, how: Algebra) -> NativeResult {
    let most = if how == Algebra::Symmetric { 1 } else { usize::MAX };
    let least = usize::from(how == Algebra::Symmetric);
    let (id, rest) = this(machine, args, how.name(), least, most)?;
    machine.saw(id, Key::Whole);
    let frozen = is_frozen(machine, id);
    let mut all = Vec::with_capacity(rest.len());
    let own = members(machine, &Value::Ref(id))?;
    for other in rest {
        all.extend(members_of(machine, other)?);
    }
    let (Some(own), true) = (own, all.len() == rest.len()) else {
        let others = machine.new_list(rest.to_vec());
        return machine.ask_python("__set_algebra__", vec![Value::Ref(id), others, Value::str(how.name())]);
    };
    let (mut result, mut items) = (id, own);
    for (other, right) in rest.iter().zip(&all) {
        let other = machine.base_of(other);
        result = combine(machine, how, (&Value::Ref(result), &items), (&other, right), frozen)?;
        items = machine.native_items(&Value::Ref(result)).unwrap_or_default();
    }
    if rest.is_empty() {
        result = copy_of(machine, &Value::Ref(id), &items, frozen)?;
    }
    give(result)
}

/// As `members`, but an iterator is left alone, for it might have to be given to Python yet.
fn members_of(machine: &mut Machine, value: &Value) -> Result<Option<Vec<Value>>, Raise> {
    match machine.as_object(value) {
        Some(Object::Iter(_)) => Ok(None),
        _ => members(machine, value),
    }
}

/// A method that changes this set by others.
fn algebra_update(machine: &mut Machine, args: Args<'_>, how: Algebra) -> NativeResult {
    let name = if how == Algebra::Union { "update".into() } else { format!("{}_update", how.name()) };
    let (id, rest) = this(machine, args, &name, 0, usize::MAX)?;
    machine.changed(id, Key::Whole);
    for (place, other) in rest.iter().enumerate() {
        let (Some(left), Some(right)) = (members(machine, &Value::Ref(id))?, members_of(machine, other)?)
        else {
            let others = machine.new_list(rest[place..].to_vec());
            return machine
                .ask_python("__set_change__", vec![Value::Ref(id), others, Value::str(how.name())]);
        };
        let other = machine.base_of(other);
        change(machine, how, id, &left, (&other, &right))?;
    }
    give(Value::None)
}

macro_rules! algebra_methods {
    ($($name:ident, $update:ident => $how:expr);+ $(;)?) => {$(
        fn $name(machine: &mut Machine, args: Args<'_>) -> NativeResult {
            algebra(machine, args, $how)
        }

        fn $update(machine: &mut Machine, args: Args<'_>) -> NativeResult {
            algebra_update(machine, args, $how)
        }
    )+};
}

algebra_methods! {
    union, update => Algebra::Union;
    intersection, intersection_update => Algebra::Intersection;
    difference, difference_update => Algebra::Difference;
    symmetric_difference, symmetric_difference_update => Algebra::Symmetric;
}

fn new_set(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    new(machine, args, false)
}

fn new_frozenset(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    new(machine, args, true)
}

fn new(machine: &mut Machine, args: Args<'_>, frozen: bool) -> NativeResult {
    let (name, builtin) = if frozen { ("frozenset", class::FROZENSET) } else { ("set", class::SET) };
    if let Some(class) = args.get(0).filter(|class| !frozen && initializes_itself(machine, class)) {
        let set = collect(machine, &[], false)?;
        return give(machine.wrap(class, builtin, Value::Ref(set)));
    }
    let (class, rest) = machine.new_args(args, name, 1)?;
    if let (true, Some(same @ Value::Ref(id))) = (frozen && class.id() == Some(builtin), rest.first())
        && is_frozen(machine, *id)
    {
        return give(same.clone());
    }
    let items = match rest.first() {
        Some(iterable) => members_of(machine, iterable)?,
        None => Some(Vec::new()),
    };
    match items {
        Some(items) => {
            let from = rest.first().map_or(Value::None, |from| machine.base_of(from));
            let set = copy_of(machine, &from, &items, frozen)?;
            give(machine.wrap(class, builtin, Value::Ref(set)))
        }
        None => {
            let set = collect(machine, &[], frozen)?;
            let object = machine.wrap(class, builtin, Value::Ref(set));
            machine.ask_python("__fill_set__", vec![object, Value::Ref(set), rest[0].clone()])
        }
    }
}

/// `set.__init__`, for a class of one's own that calls it: elsewhere `__new__` has done all.
fn init(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let Some(this) = args.get(0).filter(|this| machine.in_python(this, &machine.image.names.init)) else {
        return give(Value::None);
    };
    let set = machine.base_of(this);
    match args.get(1) {
        Some(iterable) => machine.ask_python("__fill_set__", vec![Value::None, set, iterable.clone()]),
        None => give(Value::None),
    }
}

fn add(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let (id, rest) = this(machine, args, "add", 1, 1)?;
    machine.changed(id, Key::Item(rest[0].clone()));
    if machine.asks_python(&rest[0])? {
        return machine.ask_python("__set_add__", vec![Value::Ref(id), rest[0].clone()]);
    }
    if !machine.dict_has(id, &rest[0])? {
        machine.dict_set(id, rest[0].clone(), Value::None)?;
    }
    give(Value::None)
}

fn remove(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let (id, rest) = this(machine, args, "remove", 1, 1)?;
    machine.changed(id, Key::Item(rest[0].clone()));
    if machine.asks_python(&rest[0])? {
        return machine.ask_python("__delete_item__", vec![Value::Ref(id), rest[0].clone()]);
    }
    match machine.dict_remove(id, &rest[0])? {
        Some(_) => give(Value::None),
        None => Err(machine.raise_with(class::KEY_ERROR, vec![rest[0].clone()])),
    }
}

fn discard(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let (id, rest) = this(machine, args, "discard", 1, 1)?;
    machine.changed(id, Key::Item(rest[0].clone()));
    if machine.asks_python(&rest[0])? {
        return machine.ask_python("__set_discard__", vec![Value::Ref(id), rest[0].clone()]);
    }
    machine.dict_remove(id, &rest[0])?;
    give(Value::None)
}

fn pop(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let (id, _) = this(machine, args, "pop", 0, 0)?;
    machine.changed(id, Key::Whole);
    match (machine.hashed(id).and_then(Dict::pop_place), machine.dict_at(id)) {
        (Some(place), Some(set)) => {
            let entry = set.pop_slot(place);
            give(entry.key)
        }
        _ => Err(machine.raise(class::KEY_ERROR, "pop from an empty set")),
    }
}

fn clear(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let (id, _) = this(machine, args, "clear", 0, 0)?;
    machine.changed(id, Key::Whole);
    if let Some(set) = machine.dict_at(id) {
        set.clear();
    }
    give(Value::None)
}

fn copy(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let (id, _) = this(machine, args, "copy", 0, 0)?;
    machine.saw(id, Key::Whole);
    let copy = match machine.heap.get(id) {
        Object::Set(set) => Object::Set(Box::new(set.copy_of_set())),
        same => same.clone(),
    };
    give(machine.heap.add(copy))
}

/// Whether all members of one are in the other.
pub(crate) fn is_subset(machine: &mut Machine, inner: &[Value], outer: &[Value]) -> Result<bool, Raise> {
    let outer = collect(machine, outer, false)?;
    for item in inner {
        if !machine.dict_has(outer, item)? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn relation(machine: &mut Machine, args: Args<'_>, name: &str) -> NativeResult {
    let (id, rest) = this(machine, args, name, 1, 1)?;
    machine.saw(id, Key::Whole);
    let (Some(own), Some(other)) = (members(machine, &Value::Ref(id))?, members_of(machine, &rest[0])?)
    else {
        return machine
            .ask_python("__set_relation__", vec![Value::Ref(id), rest[0].clone(), Value::str(name)]);
    };
    match name {
        "issubset" => give(is_subset(machine, &own, &other)?),
        "issuperset" => give(is_subset(machine, &other, &own)?),
        _ => {
            let own = collect(machine, &own, false)?;
            for item in &other {
                if machine.dict_has(own, item)? {
                    return give(false);
                }
            }
            give(true)
        }
    }
}

fn issubset(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    relation(machine, args, "issubset")
}

fn issuperset(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    relation(machine, args, "issuperset")
}

/// `isdisjoint`, of sets and of views of dicts.
pub(crate) fn isdisjoint(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    relation(machine, args, "isdisjoint")
}
