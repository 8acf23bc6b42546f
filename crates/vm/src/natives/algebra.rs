//! The operators of sets, of views of dicts, and `|` of dicts.

use crate::effect::Key;
use crate::machine::Machine;
use crate::native::{Flow, Raise};
use crate::natives::set::{Algebra, change, combine, is_frozen, is_subset, members};
use crate::numbers::op;
use crate::object::{DictPart, Object};
use crate::value::Value;

/// What a value is among those that the operators of sets take.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Set,
    Dict,
    View,
    Other,
}

fn kind(machine: &Machine, value: &Value) -> Kind {
    match machine.as_object(value) {
        Some(Object::Set(_) | Object::FrozenSet(_)) => Kind::Set,
        Some(Object::Dict(_)) => Kind::Dict,
        Some(Object::DictView { kind: DictPart::Keys | DictPart::Items, .. }) => Kind::View,
        _ => Kind::Other,
    }
}

/// Which operation an operator means.
fn operation(operator: u32) -> Option<Algebra> {
    match operator {
        op::OR => Some(Algebra::Union),
        op::AND => Some(Algebra::Intersection),
        op::SUBTRACT => Some(Algebra::Difference),
        op::XOR => Some(Algebra::Symmetric),
        _ => None,
    }
}

/// Whether two values are sets or views with members that only Python can compare.
fn asks_python(machine: &mut Machine, left: &Value, right: &Value) -> Result<bool, Raise> {
    let set_like = |value| matches!(kind(machine, value), Kind::Set | Kind::View);
    if !set_like(left) || !set_like(right) {
        return Ok(false);
    }
    Ok(members(machine, left)?.is_none() || members(machine, right)?.is_none())
}

/// An operator on sets with members that only Python can compare, as a call; none for any other.
pub(crate) fn operator_in_python(
    machine: &mut Machine,
    operator: u32,
    left: &Value,
    right: &Value,
) -> Result<Option<Flow>, Raise> {
    match operation(operator % op::IN_PLACE) {
        Some(how) if asks_python(machine, left, right)? => {
            if operator >= op::IN_PLACE && matches!(machine.as_object(left), Some(Object::Set(_))) {
                let args = vec![left.clone(), right.clone(), Value::str(how.name())];
                return machine.ask_python("__set_in_place__", args).map(Some);
            }
            let name = Value::str(how.name());
            machine.ask_python("__set_operator__", vec![left.clone(), right.clone(), name]).map(Some)
        }
        _ => Ok(None),
    }
}

/// A comparison of sets with members that only Python can compare, as a call; none for any other.
pub(crate) fn compare_in_python(
    machine: &mut Machine,
    which: u32,
    left: &Value,
    right: &Value,
) -> Result<Option<Flow>, Raise> {
    if !asks_python(machine, left, right)? {
        return Ok(None);
    }
    let which = Value::Int(i64::from(which));
    machine.ask_python("__set_compare__", vec![which, left.clone(), right.clone()]).map(Some)
}

/// `|`, `&`, `-`, `^` of sets and views and `|` of dicts; none if the operands have no such operator.
pub(crate) fn operator(
    machine: &mut Machine,
    operator: u32,
    in_place: bool,
    left: &Value,
    right: &Value,
) -> Result<Option<Value>, Raise> {
    let Some(how) = operation(operator) else { return Ok(None) };
    let (Some(left_id), kinds) = (left.id(), (kind(machine, left), kind(machine, right))) else {
        return Ok(None);
    };
    match kinds {
        (Kind::Dict, Kind::Dict) if how == Algebra::Union => {
            machine.noted_object(right);
            let target = match in_place {
                true => left_id,
                false => {
                    machine.noted(left_id);
                    let entries = machine.hashed(left_id).cloned().unwrap_or_default();
                    machine.heap.add(Object::Dict(Box::new(entries)))
                }
            };
            machine.changed(target, Key::Whole);
            machine.dict_merge(&Value::Ref(target), right, None)?;
            Ok(Some(Value::Ref(target)))
        }
        (Kind::Set | Kind::View, Kind::Set | Kind::View) => {
            let items =
                |machine: &mut Machine, value| machine.take_items(value).map(Option::unwrap_or_default);
            let (a, b) = (items(machine, left)?, items(machine, right)?);
            if in_place && kinds.0 == Kind::Set && !is_frozen(machine, left_id) {
                machine.changed(left_id, Key::Whole);
                change(machine, how, left_id, &a, (right, &b))?;
                return Ok(Some(left.clone()));
            }
            let frozen = is_frozen(machine, left_id);
            let result = combine(machine, how, (left, &a), (right, &b), frozen)?;
            Ok(Some(Value::Ref(result)))
        }
        _ => Ok(None),
    }
}

/// `<`, `<=`, `>`, `>=` of sets and views, numbered as `COMPARE_OP` does; none if they are others.
pub(crate) fn compare(machine: &mut Machine, which: u32, left: &Value, right: &Value) -> Option<bool> {
    let set_like = |value| matches!(kind(machine, value), Kind::Set | Kind::View);
    if !set_like(left) || !set_like(right) {
        return None;
    }
    let a = machine.take_items(left).ok()??;
    let b = machine.take_items(right).ok()??;
    let (inner, outer) = if which < 2 { (&a, &b) } else { (&b, &a) };
    let subset = is_subset(machine, inner, outer).ok()?;
    let strict = matches!(which, 0 | 4);
    Some(subset && !(strict && inner.len() == outer.len()))
}
