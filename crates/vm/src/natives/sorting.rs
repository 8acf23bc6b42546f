//! Sorting, and looking for the smallest and largest.

use std::cmp::Ordering;

use crate::effect::Key;
use crate::machine::Machine;
use crate::native::{Args, NativeDef, NativeResult, Raise};
use crate::natives::help::give;
use crate::natives::list;
use crate::numbers;
use crate::object::Object;
use crate::value::Value;
use crate::weight;

/// The built-in functions in this file, the library's own helpers among them.
pub(crate) static FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("sorted", sorted),
    NativeDef::function("min", min),
    NativeDef::function("max", max),
    NativeDef::function("__sort_natively__", sort_natively),
];

/// Why a comparison did not say which is less.
pub(crate) enum Undecided {
    /// Only Python can tell.
    Python,
    /// The values have no order.
    Unordered(Value, Value),
}

/// `a < b`, which is counted as the steps that it takes about the time of: most of it is spent fetching the values.
fn less(machine: &Machine, a: &Value, b: &Value) -> Result<bool, Undecided> {
    machine.spend(if numbers::is_number(a) { 2 } else { 5 });
    match machine.order(a, b) {
        Some(Ok(order)) => Ok(order == Some(Ordering::Less)),
        Some(Err(())) if machine.set_like(a) && machine.set_like(b) => Err(Undecided::Python),
        Some(Err(())) => Err(Undecided::Unordered(a.clone(), b.clone())),
        None => Err(Undecided::Python),
    }
}

impl Machine {
    fn set_like(&self, value: &Value) -> bool {
        matches!(self.as_object(value), Some(Object::Set(_) | Object::FrozenSet(_) | Object::DictView { .. }))
    }

    fn unordered(&mut self, symbol: &str, a: &Value, b: &Value) -> Raise {
        let (a, b) = (self.class_name(a), self.class_name(b));
        self.type_error(format!("'{symbol}' not supported between instances of '{a}' and '{b}'"))
    }
}

/// The places of keys in sorted order: equal ones stay in theirs. A later key is asked whether it is less than an
/// earlier one, as CPython does, so that what cannot be compared is named in its order.
fn order_of(machine: &Machine, keys: &[Value], reverse: bool) -> Result<Vec<usize>, Undecided> {
    let mut places: Vec<usize> = (0..keys.len()).collect();
    if reverse {
        places.reverse();
    }
    let mut scratch = Vec::with_capacity(places.len());
    merge_sort(machine, keys, &mut places, &mut scratch)?;
    if reverse {
        places.reverse();
    }
    Ok(places)
}

fn merge_sort(
    machine: &Machine,
    keys: &[Value],
    places: &mut [usize],
    scratch: &mut Vec<usize>,
) -> Result<(), Undecided> {
    const SHORT: usize = 32;
    if places.len() <= SHORT {
        for i in 1..places.len() {
            let pivot = places[i];
            let (mut low, mut high) = (0, i);
            while low < high {
                // Sorted input, which is common, takes one comparison an item.
                let middle = if low == 0 && high == i { i - 1 } else { (low + high) / 2 };
                if less(machine, &keys[pivot], &keys[places[middle]])? {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            places[low..=i].rotate_right(1);
        }
        return Ok(());
    }
    if machine.is_overworked() {
        // The order does not matter any more: the machine stops behind this step.
        return Ok(());
    }
    let middle = places.len() / 2;
    merge_sort(machine, keys, &mut places[..middle], scratch)?;
    merge_sort(machine, keys, &mut places[middle..], scratch)?;
    scratch.clear();
    let (mut left, mut right) = (0, middle);
    while left < middle && right < places.len() {
        if less(machine, &keys[places[right]], &keys[places[left]])? {
            scratch.push(places[right]);
            right += 1;
        } else {
            scratch.push(places[left]);
            left += 1;
        }
    }
    scratch.extend_from_slice(&places[left..middle]);
    places[..scratch.len()].copy_from_slice(scratch);
    Ok(())
}

/// Items in the order of their keys; none if only Python can tell it.
fn sort(
    machine: &mut Machine,
    keys: &[Value],
    items: &[Value],
    reverse: bool,
) -> Result<Option<Vec<Value>>, Raise> {
    machine.spend_items(4 * keys.len());
    machine.check_size(keys.len() * weight::VALUE)?;
    match order_of(machine, keys, reverse) {
        Ok(places) => Ok(Some(places.into_iter().filter_map(|place| items.get(place).cloned()).collect())),
        Err(Undecided::Python) => Ok(None),
        Err(Undecided::Unordered(a, b)) => Err(machine.unordered("<", &a, &b)),
    }
}

fn options(machine: &mut Machine, args: Args<'_>, name: &str) -> Result<(Value, Option<bool>), Raise> {
    if let Some((unknown, _)) = args.keywords.iter().find(|(k, _)| !matches!(k.as_str(), "key" | "reverse")) {
        return Err(machine.type_error(format!("{name}() got an unexpected keyword argument '{unknown}'")));
    }
    let key = args.keyword("key").cloned().unwrap_or(Value::None);
    let reverse = args.keyword("reverse").map_or(Some(false), |reverse| machine.truth_of(reverse));
    Ok((key, reverse))
}

fn sorted(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    machine.check_count("sorted", "sorted", args.values.len(), 1, 1).map_err(|_| {
        let given = args.values.len();
        machine.type_error(format!("sorted expected 1 argument, got {given}"))
    })?;
    let (key, reverse) = options(machine, args, "sort")?;
    let items = match &args.values[0] {
        // An iterator may be used up only once it is known that all of it can be done here.
        Value::Ref(id) if matches!(machine.heap.get(*id), Object::Iter(_)) => None,
        iterable => machine.take_items(iterable)?,
    };
    if let (Value::None, Some(reverse), Some(items)) = (&key, reverse, items)
        && let Some(sorted) = sort(machine, &items, &items, reverse)?
    {
        return give(machine.new_list(sorted));
    }
    let reverse = args.keyword("reverse").cloned().unwrap_or(Value::Bool(false));
    machine.ask_python("__sorted__", vec![args.values[0].clone(), key, reverse])
}

/// `list.sort`
pub(crate) fn sort_list(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let positional = Args::positional(args.values);
    if args.values.len() > 1 {
        return Err(machine.type_error("sort() takes no positional arguments"));
    }
    let (id, items, _) = list::this(machine, positional, "sort", 0, 0)?;
    let (key, reverse) = options(machine, args, "sort")?;
    if let (Value::None, Some(reverse)) = (&key, reverse)
        && let Some(sorted) = sort(machine, &items, &items, reverse)?
    {
        machine.changed(id, Key::Whole);
        list::replace(machine, id, sorted);
        return give(Value::None);
    }
    let reverse = args.keyword("reverse").cloned().unwrap_or(Value::Bool(false));
    machine.ask_python("__sort_list__", vec![Value::Ref(id), key, reverse])
}

/// `__sort_natively__(keys, items, reverse)`: a sorted list, or `None` if only Python can tell the order.
fn sort_natively(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let rest = machine.function_args(args, "__sort_natively__", 3, 3)?;
    let keys = machine.native_items(&rest[0]).unwrap_or_default();
    let items = machine.native_items(&rest[1]).unwrap_or_default();
    let reverse = machine.truth_of(&rest[2]).unwrap_or(false);
    match sort(machine, &keys, &items, reverse)? {
        Some(sorted) => give(machine.new_list(sorted)),
        None => give(Value::None),
    }
}

fn min(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    extreme(machine, args, "min")
}

fn max(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    extreme(machine, args, "max")
}

fn extreme(machine: &mut Machine, args: Args<'_>, name: &str) -> NativeResult {
    if let Some((unknown, _)) = args.keywords.iter().find(|(k, _)| !matches!(k.as_str(), "key" | "default")) {
        return Err(machine.type_error(format!("{name}() got an unexpected keyword argument '{unknown}'")));
    }
    let key = args.keyword("key").cloned().unwrap_or(Value::None);
    let default = args.keyword("default");
    let iterable = match args.values {
        [] => return Err(machine.type_error(format!("{name} expected at least 1 argument, got 0"))),
        [iterable] => iterable.clone(),
        several => {
            if default.is_some() {
                let message =
                    format!("Cannot specify a default for {name}() with multiple positional arguments");
                return Err(machine.type_error(message));
            }
            machine.new_tuple(several.to_vec())
        }
    };
    let is_iterator = matches!(machine.as_object(&iterable), Some(Object::Iter(_)));
    if let (Value::None, false) = (&key, is_iterator)
        && let Some(items) = machine.take_items(&iterable)?
    {
        let Some(mut best) = items.first() else {
            return match default {
                Some(default) => give(default.clone()),
                None => Err(machine.value_error(format!("{name}() iterable argument is empty"))),
            };
        };
        let mut decided = true;
        for item in &items[1..] {
            let better = match name {
                "min" => less(machine, item, best),
                _ => less(machine, best, item),
            };
            match better {
                Ok(true) => best = item,
                Ok(false) => {}
                Err(Undecided::Python) => {
                    decided = false;
                    break;
                }
                Err(Undecided::Unordered(..)) => {
                    return Err(machine.unordered(if name == "min" { "<" } else { ">" }, item, best));
                }
            }
        }
        if decided {
            return give(best.clone());
        }
    }
    let defaults = machine.new_list(default.cloned().into_iter().collect());
    machine.ask_python("__extreme__", vec![iterable, key, defaults, Value::str(name)])
}
