//! `list`.

use crate::class;
use crate::effect::Key;
use crate::machine::Machine;
use crate::native::{Args, NativeDef, NativeResult, Raise};
use crate::natives::help::give;
use crate::natives::sorting;
use crate::object::Object;
use crate::value::{Id, Value};
use crate::weight;

/// The methods of `list`.
pub(crate) static METHODS: &[NativeDef] = &[
    NativeDef::function("__new__", new),
    NativeDef::method("__init__", init),
    NativeDef::method("append", append),
    NativeDef::method("extend", extend),
    NativeDef::method("insert", insert),
    NativeDef::method("pop", pop),
    NativeDef::method("remove", remove),
    NativeDef::method("clear", clear),
    NativeDef::method("copy", copy),
    NativeDef::method("reverse", reverse),
    NativeDef::method("index", index),
    NativeDef::method("count", count),
    NativeDef::method("sort", sorting::sort_list),
];

/// The list that a method was called on, its items and the arguments.
pub(crate) fn this<'a>(
    machine: &mut Machine,
    args: Args<'a>,
    name: &str,
    least: usize,
    most: usize,
) -> Result<(Id, Vec<Value>, &'a [Value]), Raise> {
    let (id, rest) = this_id(machine, args, name, least, most)?;
    let items = match machine.heap.get(id) {
        Object::List(items) => items.clone(),
        _ => Vec::new(),
    };
    Ok((id, items, rest))
}

fn this_id<'a>(
    machine: &mut Machine,
    args: Args<'a>,
    name: &str,
    least: usize,
    most: usize,
) -> Result<(Id, &'a [Value]), Raise> {
    let (this, rest) = machine.method_args(args, "list", name, least, most)?;
    match this.id().filter(|&id| matches!(machine.heap.get(id), Object::List(_))) {
        Some(id) => Ok((id, rest)),
        None => Err(machine.wrong_self("list", name, &this)),
    }
}

/// The list that a method changes.
fn change<'a>(
    machine: &mut Machine,
    args: Args<'a>,
    name: &str,
    least: usize,
    most: usize,
) -> Result<(Id, &'a [Value]), Raise> {
    let (id, rest) = this_id(machine, args, name, least, most)?;
    machine.changed(id, Key::Whole);
    Ok((id, rest))
}

fn items_mut(machine: &mut Machine, id: Id) -> Option<&mut Vec<Value>> {
    match machine.heap.get_mut(id) {
        Object::List(items) => Some(items),
        _ => None,
    }
}

fn len(machine: &Machine, id: Id) -> usize {
    match machine.heap.get(id) {
        Object::List(items) => items.len(),
        _ => 0,
    }
}

/// Gives a list other items.
pub(crate) fn replace(machine: &mut Machine, id: Id, new: Vec<Value>) {
    machine.heap.grow(new.len() * weight::VALUE);
    if let Some(items) = items_mut(machine, id) {
        *items = new;
    }
}

/// Whether `__init__` is left to a class's own Python: then `__new__` makes the object empty.
pub(crate) fn initializes_itself(machine: &Machine, class: &Value) -> bool {
    let init = class.id().and_then(|class| machine.class_attribute(class, &machine.image.names.init));
    init.is_some_and(|init| !matches!(init, Value::Native(_)))
}

fn new(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let list = machine.new_list(Vec::new());
    if let Some(class) = args.get(0).filter(|class| initializes_itself(machine, class)) {
        return give(machine.wrap(class, class::LIST, list));
    }
    let (class, rest) = machine.new_args(args, "list", 1)?;
    let object = machine.wrap(class, class::LIST, list.clone());
    let Some(iterable) = rest.first() else { return give(object) };
    match (machine.take_items(iterable)?, list.id()) {
        (Some(items), Some(id)) => {
            replace(machine, id, items);
            give(object)
        }
        _ => machine.ask_python("__fill_list__", vec![object, list, iterable.clone()]),
    }
}

/// `list.__init__`, for a class of one's own that calls it: elsewhere `__new__` has done all.
fn init(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let Some(this) = args.get(0).filter(|this| machine.in_python(this, &machine.image.names.init)) else {
        return give(Value::None);
    };
    let list = machine.base_of(this);
    let items = match args.get(1) {
        Some(iterable) => machine.take_items(iterable)?,
        None => Some(Vec::new()),
    };
    match (items, list.id(), args.get(1)) {
        (Some(items), Some(id), _) => {
            replace(machine, id, items);
            give(Value::None)
        }
        (_, _, Some(iterable)) => machine.ask_python("__extend__", vec![list, iterable.clone()]),
        _ => give(Value::None),
    }
}

fn append(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let (id, rest) = change(machine, args, "append", 1, 1)?;
    let size = len(machine, id).saturating_mul(weight::VALUE);
    machine.check_size(size)?;
    machine.heap.grow(weight::VALUE);
    if let Some(items) = items_mut(machine, id) {
        items.push(rest[0].clone());
    }
    give(Value::None)
}

fn extend(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let (id, rest) = change(machine, args, "extend", 1, 1)?;
    match machine.take_items(&rest[0])? {
        Some(new) => {
            let size = (len(machine, id) + new.len()).saturating_mul(weight::VALUE);
            machine.check_size(size)?;
            machine.heap.grow(new.len() * weight::VALUE);
            if let Some(items) = items_mut(machine, id) {
                items.extend(new);
            }
            give(Value::None)
        }
        None => machine.ask_python("__extend__", vec![Value::Ref(id), rest[0].clone()]),
    }
}

fn insert(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let (id, rest) = change(machine, args, "insert", 2, 2)?;
    let place = machine.index_of(&rest[0])?;
    machine.spend_items(len(machine, id));
    machine.heap.grow(weight::VALUE);
    if let Some(items) = items_mut(machine, id) {
        let len = items.len() as i64;
        let place = if place < 0 { place.saturating_add(len).max(0) } else { place.min(len) };
        items.insert(place as usize, rest[1].clone());
    }
    give(Value::None)
}

fn pop(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let (id, rest) = change(machine, args, "pop", 0, 1)?;
    let index = match rest.first() {
        Some(index) => machine.index_of(index)?,
        None => -1,
    };
    let len = len(machine, id) as i64;
    if len == 0 {
        return Err(machine.raise(class::INDEX_ERROR, "pop from empty list"));
    }
    let place = if index < 0 { index.saturating_add(len) } else { index };
    machine.spend_items(usize::try_from(len - place).unwrap_or(0));
    match items_mut(machine, id) {
        Some(items) if (0..len).contains(&place) => {
            let item = items.remove(place as usize);
            give(item)
        }
        _ => Err(machine.raise(class::INDEX_ERROR, "pop index out of range")),
    }
}

/// Where a value first is in items; none if only Python can tell.
pub(crate) fn find_equal(machine: &Machine, items: &[Value], value: &Value) -> Option<Option<usize>> {
    machine.spend_items(items.len());
    for (place, item) in items.iter().enumerate() {
        if item.is(value) || machine.equal(item, value)? {
            return Some(Some(place));
        }
    }
    Some(None)
}

fn remove(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let (id, items, rest) = this(machine, args, "remove", 1, 1)?;
    machine.changed(id, Key::Whole);
    match find_equal(machine, &items, &rest[0]) {
        Some(Some(place)) => {
            if let Some(items) = items_mut(machine, id) {
                items.remove(place);
            }
            give(Value::None)
        }
        Some(None) => Err(machine.value_error("list.remove(x): x not in list")),
        None => machine.ask_python("__remove_from__", vec![Value::Ref(id), rest[0].clone()]),
    }
}

fn clear(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let (id, _) = change(machine, args, "clear", 0, 0)?;
    replace(machine, id, Vec::new());
    give(Value::None)
}

fn copy(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let (id, items, _) = this(machine, args, "copy", 0, 0)?;
    machine.saw(id, Key::Whole);
    give(machine.new_list(items))
}

fn reverse(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let (id, _) = change(machine, args, "reverse", 0, 0)?;
    if let Some(items) = items_mut(machine, id) {
        items.reverse();
    }
    give(Value::None)
}

fn index(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let (id, items, rest) = this(machine, args, "index", 1, 3)?;
    machine.saw(id, Key::Whole);
    index_in(machine, Value::Ref(id), &items, rest)
}

/// `index` of a list or tuple.
pub(crate) fn index_in(
    machine: &mut Machine,
    sequence: Value,
    items: &[Value],
    rest: &[Value],
) -> NativeResult {
    let (start, stop) = machine.bounds(rest.get(1), rest.get(2), items.len())?;
    let part = items.get(start..stop.max(start)).unwrap_or(&[]);
    match find_equal(machine, part, &rest[0]) {
        Some(Some(place)) => give(start + place),
        Some(None) if matches!(machine.as_object(&sequence), Some(Object::Tuple(_))) => {
            Err(machine.value_error("tuple.index(x): x not in tuple"))
        }
        Some(None) => match crate::natives::repr::repr(machine, &rest[0]) {
            Some(shown) => Err(machine.value_error(format!("{shown} is not in list"))),
            None => machine.ask_python("__not_in_list__", vec![rest[0].clone()]),
        },
        None => machine.ask_python(
            "__index_in__",
            vec![sequence, rest[0].clone(), Value::from(start), Value::from(stop)],
        ),
    }
}

/// `count` of a list or tuple.
pub(crate) fn count_in(
    machine: &mut Machine,
    sequence: Value,
    items: &[Value],
    value: &Value,
) -> NativeResult {
    let mut count = 0i64;
    for item in items {
        match item.is(value) || machine.equal(item, value).is_none() {
            true if item.is(value) => count += 1,
            true => return machine.ask_python("__count_in__", vec![sequence, value.clone()]),
            false => count += i64::from(machine.equal(item, value) == Some(true)),
        }
    }
    give(count)
}

fn count(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let (id, items, rest) = this(machine, args, "count", 1, 1)?;
    machine.saw(id, Key::Whole);
    count_in(machine, Value::Ref(id), &items, &rest[0])
}
