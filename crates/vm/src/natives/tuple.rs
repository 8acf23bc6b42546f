//! `tuple`.

use crate::class;
use crate::machine::Machine;
use crate::native::{Args, NativeDef, NativeResult, Raise};
use crate::natives::help::give;
use crate::natives::list::{count_in, index_in};
use crate::object::Object;
use crate::value::Value;

/// The methods of `tuple`.
pub(crate) static METHODS: &[NativeDef] = &[
    NativeDef::function("__new__", new),
    NativeDef::method("index", index),
    NativeDef::method("count", count),
];

fn new(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let (class, rest) = machine.new_args(args, "tuple", 1)?;
    let items = match rest.first() {
        None => Vec::new(),
        Some(tuple @ Value::Ref(id))
            if class.id() == Some(class::TUPLE) && matches!(machine.heap.get(*id), Object::Tuple(_)) =>
        {
            return give(tuple.clone());
        }
        Some(iterable) => match machine.take_items(iterable)? {
            Some(items) => items,
            None => {
                return machine.ask_python(
                    "__new_from_list__",
                    vec![class.clone(), Value::Ref(class::TUPLE), iterable.clone()],
                );
            }
        },
    };
    let tuple = machine.new_tuple(items);
    give(machine.wrap(class, class::TUPLE, tuple))
}

fn this<'a>(
    machine: &mut Machine,
    args: Args<'a>,
    name: &str,
    most: usize,
) -> Result<(Value, Vec<Value>, &'a [Value]), Raise> {
    let (this, rest) = machine.method_args(args, "tuple", name, 1, most)?;
    match machine.tuple_items(&this).map(<[Value]>::to_vec) {
        Some(items) => Ok((this, items, rest)),
        None => Err(machine.wrong_self("tuple", name, &this)),
    }
}

fn index(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let (this, items, rest) = this(machine, args, "index", 3)?;
    index_in(machine, this, &items, rest)
}

fn count(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let (this, items, rest) = this(machine, args, "count", 1)?;
    count_in(machine, this, &items, &rest[0])
}
