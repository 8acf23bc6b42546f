//! The built-in functions on iterators. `enumerate`, `zip`, `map` and `filter` are the library's Python.

use crate::class;
use crate::machine::Machine;
use crate::native::{Args, Flow, NativeDef, NativeResult};
use crate::natives::functions::callable;
use crate::natives::help::give;
use crate::object::{Iter, Object};
use crate::value::Value;

/// The built-in functions in this file.
pub(crate) static FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("iter", iter),
    NativeDef::function("next", next),
    NativeDef::function("reversed", reversed),
    NativeDef::function("any", any),
    NativeDef::function("all", all),
];

fn iter(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let rest = machine.function_args(args, "iter", 1, 2)?;
    if let Some(sentinel) = rest.get(1) {
        let given = callable(machine, Args::positional(&rest[..1]))?;
        if let Flow::Value(Value::Bool(false)) = given {
            return Err(machine.type_error("iter(v, w): v must be callable"));
        }
        return machine.ask_python("__iter_until__", vec![rest[0].clone(), sentinel.clone()]);
    }
    if let Some(iterator) = machine.native_iter(&rest[0]) {
        return give(iterator);
    }
    let names = machine.names();
    if machine.in_python(&rest[0], &names.iter) {
        return machine.ask_python("__iter_of__", vec![rest[0].clone()]);
    }
    let base = machine.base_of(&rest[0]);
    if let Some(iterator) = machine.native_iter(&base) {
        return give(iterator);
    }
    if machine.in_python(&rest[0], &names.getitem) {
        return machine.ask_python("__iter_by_index__", vec![rest[0].clone()]);
    }
    Err(machine.not_iterable(&rest[0]))
}

pub(crate) fn next(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let rest = machine.function_args(args, "next", 1, 2)?;
    if let Value::Ref(id) = rest[0] {
        match machine.heap.get(id) {
            Object::Iter(_) => {
                return match (machine.advance(id)?, rest.get(1)) {
                    (Some(item), _) => give(item),
                    (None, Some(default)) => give(default.clone()),
                    (None, None) => Err(machine.raise_with(class::STOP_ITERATION, Vec::new())),
                };
            }
            Object::Generator(_) if rest.len() == 1 => return Ok(Flow::Resume(id, Ok(Value::None))),
            _ => {}
        }
    }
    let class = machine.class_of(&rest[0]);
    let Some(method) = machine.class_attribute(class, &machine.image.names.next) else {
        let given = machine.class_name(&rest[0]);
        return Err(machine.type_error(format!("'{given}' object is not an iterator")));
    };
    match rest.get(1) {
        Some(default) => machine.ask_python("__next_or__", vec![rest[0].clone(), default.clone()]),
        None => Ok(Flow::call(method, vec![rest[0].clone()])),
    }
}

pub(crate) fn reversed(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let rest = machine.function_args(args, "reversed", 1, 1)?;
    if machine.in_python(&rest[0], &machine.image.names.reversed) {
        return machine.ask_python("__call_method__", vec![rest[0].clone(), Value::str("__reversed__")]);
    }
    if machine.in_python(&rest[0], &machine.image.names.getitem) {
        return machine.ask_python("__reversed_by_index__", vec![rest[0].clone()]);
    }
    let base = machine.base_of(&rest[0]);
    let list = match (&base, machine.as_object(&base)) {
        (Value::Ref(id), Some(Object::List(_) | Object::Tuple(_))) => *id,
        (_, Some(Object::Range(range))) => {
            let left = range.len();
            let next = if left == 0 { range.start } else { range.at(left - 1) };
            let step = range.step.wrapping_neg();
            return give(machine.heap.add(Object::Iter(Iter::Range { next, step, left })));
        }
        (Value::Str(_) | Value::Bytes(_), _) | (_, Some(Object::Dict(_) | Object::DictView { .. })) => {
            let items = machine.take_items(&base)?.unwrap_or_default();
            machine.heap.add(Object::List(items))
        }
        _ => {
            let given = machine.class_name(&rest[0]);
            return Err(machine.type_error(format!("'{given}' object is not reversible")));
        }
    };
    let left = machine.builtin_len(&Value::Ref(list))?;
    give(machine.heap.add(Object::Iter(Iter::Reversed { list, left })))
}

fn any(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    quantified(machine, args, "any", true)
}

fn all(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    quantified(machine, args, "all", false)
}

/// Whether some item has a truth, or none has.
fn quantified(machine: &mut Machine, args: Args<'_>, name: &str, wanted: bool) -> NativeResult {
    let rest = machine.function_args(args, name, 1, 1)?;
    if let Some(items) = machine.native_items(&rest[0]) {
        let truths: Option<Vec<bool>> = items.iter().map(|item| machine.truth_of(item)).collect();
        if let Some(truths) = truths {
            return give(truths.contains(&wanted) == wanted);
        }
    }
    machine.ask_python(if wanted { "__any__" } else { "__all__" }, vec![rest[0].clone()])
}
