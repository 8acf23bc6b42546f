//! `range` and `slice`.

use crate::machine::Machine;
use crate::native::{Args, NativeDef, NativeResult, Raise};
use crate::natives::help::give;
use crate::numbers;
use crate::object::{Object, Range};
use crate::value::Value;

/// The methods of `range`.
pub(crate) static METHODS: &[NativeDef] = &[
    NativeDef::function("__new__", new),
    NativeDef::method("index", index),
    NativeDef::method("count", count),
];

/// The methods of `slice`.
pub(crate) static SLICE: &[NativeDef] =
    &[NativeDef::function("__new__", new_slice), NativeDef::method("indices", indices)];

fn new(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let (_, rest) = machine.new_args(args, "range", 3)?;
    let mut numbers = Vec::new();
    for value in rest {
        numbers.push(machine.index_of(value)?);
    }
    let (start, stop, step) = match numbers.as_slice() {
        [] => return Err(machine.type_error("range expected at least 1 argument, got 0")),
        [stop] => (0, *stop, 1),
        [start, stop] => (*start, *stop, 1),
        [start, stop, step, ..] => (*start, *stop, *step),
    };
    if step == 0 {
        return Err(machine.value_error("range() arg 3 must not be zero"));
    }
    give(machine.heap.add(Object::Range(Range { start, stop, step })))
}

fn this<'a>(machine: &mut Machine, args: Args<'a>, name: &str) -> Result<(Range, &'a Value), Raise> {
    let (this, rest) = machine.method_args(args, "range", name, 1, 1)?;
    match machine.as_object(&this) {
        Some(Object::Range(range)) => Ok((*range, &rest[0])),
        _ => Err(machine.wrong_self("range", name, &this)),
    }
}

/// Where a number is in a range.
fn place(range: &Range, value: &Value) -> Option<usize> {
    let number = match value {
        Value::Float(float) if float.fract() == 0.0 && float.abs() < 9e15 => *float as i64,
        _ => numbers::to_small(value)?,
    };
    let distance = i128::from(number) - i128::from(range.start);
    let (place, rest) = (distance / i128::from(range.step), distance % i128::from(range.step));
    (rest == 0 && (0..range.len() as i128).contains(&place)).then_some(place as usize)
}

fn index(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let (range, value) = this(machine, args, "index")?;
    match place(&range, value) {
        Some(place) => give(place),
        None if matches!(value, Value::Int(_) | Value::Bool(_) | Value::Big(_)) => {
            let shown = crate::natives::repr::repr(machine, value).unwrap_or_default();
            Err(machine.value_error(format!("{shown} is not in range")))
        }
        None => Err(machine.value_error("sequence.index(x): x not in sequence")),
    }
}

fn count(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let (range, value) = this(machine, args, "count")?;
    give(usize::from(place(&range, value).is_some()))
}

fn new_slice(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let (_, rest) = machine.new_args(args, "slice", 3)?;
    let parts = match rest {
        [] => return Err(machine.type_error("slice expected at least 1 argument, got 0")),
        [stop] => [Value::None, stop.clone(), Value::None],
        [start, stop] => [start.clone(), stop.clone(), Value::None],
        [start, stop, step, ..] => [start.clone(), stop.clone(), step.clone()],
    };
    give(machine.heap.add(Object::Slice(Box::new(parts))))
}

fn indices(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let (this, rest) = machine.method_args(args, "slice", "indices", 1, 1)?;
    let Some(Object::Slice(parts)) = machine.as_object(&this) else {
        return Err(machine.wrong_self("slice", "indices", &this));
    };
    let parts = (**parts).clone();
    let Ok(length) = usize::try_from(machine.index_of(&rest[0])?) else {
        return Err(machine.value_error("length should not be negative"));
    };
    let (start, stop, step) = machine.slice_indices(&parts, length)?;
    give(machine.new_tuple(vec![Value::Int(start), Value::Int(stop), Value::Int(step)]))
}
