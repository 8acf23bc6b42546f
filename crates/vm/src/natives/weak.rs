//! `weakref`: what can still be reached, asked of the heap when it matters.
//!
//! No references are counted. A weak reference knows an object's place in the heap, and when it was asked for; whether the
//! object is alive is whether anything still leads to it. A place that is used again has another birth.

use crate::machine::{Machine, each_root};
use crate::native::{Args, NativeDef, NativeResult};
use crate::natives::help::give;
use crate::object::Object;
use crate::value::{Id, Value};

/// The functions that the Python part of `weakref` is written with.
pub(crate) static FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("_watch", watch),
    NativeDef::function("_living", living),
    NativeDef::function("_await", await_end),
];

/// `_watch(object)`: its place and birth, by which it can be found as long as it is alive; `None` for what CPython has no weak
/// references to.
fn watch(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let rest = machine.function_args(args, "_watch", 1, 1)?;
    let id = match machine.as_object(&rest[0]) {
        Some(
            Object::Instance(_)
            | Object::Function(_)
            | Object::Class(_)
            | Object::Set(_)
            | Object::FrozenSet(_)
            | Object::Generator(_)
            | Object::Method { .. }
            | Object::Module { .. }
            | Object::Exception(_)
            | Object::Sync(_),
        ) => rest[0].id(),
        _ => None,
    };
    let Some(id) = id else { return give(Value::None) };
    // In a search nothing is collected, and no place is used again.
    let now = if machine.searching { 0 } else { machine.heap.made() };
    let birth = *machine.watched.entry(id).or_insert(now);
    give(machine.new_tuple(vec![Value::Int(id.0.into()), Value::Int(birth as i64)]))
}

/// `_await(object)`: its end is noticed when it comes, as that of an object that has `__del__`.
fn await_end(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let rest = machine.function_args(args, "_await", 1, 1)?;
    let new = rest[0].id().filter(|id| !machine.finalizers.contains(id));
    machine.finalizers.extend(new);
    give(Value::None)
}

/// `_living(watches)`: for each pair of a place and a birth the object, or `None` if nothing leads to it any more.
fn living(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let rest = machine.function_args(args, "_living", 1, 1)?;
    let watches = machine.native_items(&rest[0]).unwrap_or_default();
    machine.looked_at_lives();
    let reached = machine.heap.reached(|found| each_root(machine, &[], found));
    machine.spend(machine.heap.places() as u64);
    let mut objects = Vec::with_capacity(watches.len());
    for watch in watches {
        let found = match machine.tuple_items(&watch) {
            Some([Value::Int(place), Value::Int(birth)]) => {
                let id = Id(*place as u32);
                let is_it = machine.watched.get(&id).is_some_and(|known| *known == *birth as u64);
                (is_it && reached.get(id.0 as usize) == Some(&true)).then_some(Value::Ref(id))
            }
            _ => None,
        };
        objects.push(found.unwrap_or(Value::None));
    }
    give(machine.new_list(objects))
}
