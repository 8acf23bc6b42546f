//! `dict` and its views. Keys whose hash or equality is written in Python are looked for by the library's Python.

use crate::class;
use crate::effect::Key;
use crate::machine::Machine;
use crate::native::{Args, NativeDef, NativeResult, Raise};
use crate::natives::help::give;
use crate::natives::list::initializes_itself;
use crate::object::{DictPart, Object};
use crate::text::Str;
use crate::value::{Id, Value};

/// The methods of `dict`.
pub(crate) static METHODS: &[NativeDef] = &[
    NativeDef::function("__new__", new),
    NativeDef::method("__init__", init),
    NativeDef::method("get", get),
    NativeDef::method("setdefault", setdefault),
    NativeDef::method("pop", pop),
    NativeDef::method("popitem", popitem),
    NativeDef::method("keys", keys),
    NativeDef::method("values", values),
    NativeDef::method("items", items),
    NativeDef::method("update", update),
    NativeDef::method("clear", clear),
    NativeDef::method("copy", copy),
    NativeDef::method("fromkeys", fromkeys).on_class(),
    NativeDef::method("__getitem__", getitem),
];

/// The methods of `d.keys()` and `d.items()` that sets have too.
pub(crate) static VIEW: &[NativeDef] = &[NativeDef::method("isdisjoint", crate::natives::set::isdisjoint)];

fn this<'a>(
    machine: &mut Machine,
    args: Args<'a>,
    name: &str,
    least: usize,
    most: usize,
) -> Result<(Id, &'a [Value]), Raise> {
    let (this, rest) = machine.method_args(args, "dict", name, least, most)?;
    match this.id().filter(|&id| matches!(machine.heap.get(id), Object::Dict(_))) {
        Some(id) => Ok((id, rest)),
        None => Err(machine.wrong_self("dict", name, &this)),
    }
}

fn new(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let Some(class) = args.get(0) else {
        return Err(machine.type_error("dict.__new__(): not enough arguments"));
    };
    let dict = machine.new_dict();
    let object = machine.wrap(class, class::DICT, Value::Ref(dict));
    if initializes_itself(machine, class) {
        return give(object);
    }
    fill(machine, dict, &args.values[1..], args.keywords, "dict", object)
}

/// `dict.__init__`, for a class of one's own that calls it: elsewhere `__new__` has done all.
fn init(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let Some(this) = args.get(0).filter(|this| machine.in_python(this, &machine.image.names.init)) else {
        return give(Value::None);
    };
    match machine.base_of(this) {
        Value::Ref(dict) => fill(machine, dict, &args.values[1..], args.keywords, "dict", Value::None),
        _ => give(Value::None),
    }
}

fn update(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let (dict, _) =
        this(machine, Args::positional(&args.values[..args.values.len().min(1)]), "update", 0, 0)?;
    machine.changed(dict, Key::Whole);
    fill(machine, dict, &args.values[1..], args.keywords, "update", Value::None)
}

/// Puts what `dict(...)` was given into a dict and gives `result`.
fn fill(
    machine: &mut Machine,
    dict: Id,
    values: &[Value],
    keywords: &[(Str, Value)],
    name: &str,
    result: Value,
) -> NativeResult {
    if values.len() > 1 {
        let given = values.len();
        return Err(machine.type_error(format!("{name} expected at most 1 argument, got {given}")));
    }
    if let Some(source) = values.first() {
        match pairs(machine, source)? {
            Some(pairs) => {
                for (key, value) in pairs {
                    machine.dict_set(dict, key, value)?;
                }
            }
            None => {
                let named = machine.new_dict();
                for (key, value) in keywords {
                    machine.dict_set_str(named, key, value.clone());
                }
                return machine.ask_python(
                    "__fill_dict__",
                    vec![Value::Ref(dict), source.clone(), Value::Ref(named), result],
                );
            }
        }
    }
    for (key, value) in keywords {
        machine.dict_set_str(dict, key, value.clone());
    }
    give(result)
}

/// The keys and values that something gives a dict; none if only Python can tell.
fn pairs(machine: &mut Machine, source: &Value) -> Result<Option<Vec<(Value, Value)>>, Raise> {
    let base = machine.base_of(source);
    let pairs: Vec<(Value, Value)> = match machine.as_object(&base) {
        Some(Object::Dict(dict)) => {
            base.id().into_iter().for_each(|id| machine.looked(id, Key::Whole));
            dict.iter().map(|e| (e.key.clone(), e.value.clone())).collect()
        }
        Some(Object::List(_) | Object::Tuple(_) | Object::DictView { .. }) => {
            let items = machine.take_items(&base)?.unwrap_or_default();
            let pair = |item: &Value| match machine.as_object(item)? {
                Object::Tuple(pair) if pair.len() == 2 => Some((pair[0].clone(), pair[1].clone())),
                Object::List(pair) if pair.len() == 2 => Some((pair[0].clone(), pair[1].clone())),
                _ => None,
            };
            match items.iter().map(pair).collect::<Option<Vec<_>>>() {
                Some(pairs) => pairs,
                None => return Ok(None),
            }
        }
        _ => return Ok(None),
    };
    for (key, _) in &pairs {
        if machine.asks_python(key)? {
            return Ok(None);
        }
    }
    Ok(Some(pairs))
}

fn get(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let (dict, rest) = this(machine, args, "get", 1, 2)?;
    let default = rest.get(1).cloned().unwrap_or(Value::None);
    machine.saw(dict, Key::Item(rest[0].clone()));
    if machine.asks_python(&rest[0])? {
        return machine.ask_python("__dict_get__", vec![Value::Ref(dict), rest[0].clone(), default]);
    }
    give(machine.dict_get(dict, &rest[0])?.unwrap_or(default))
}

/// `dict.__getitem__`: a subclass may say in `__missing__` what a missing key stands for.
fn getitem(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let (dict, rest) = this(machine, args, "__getitem__", 1, 1)?;
    let (own, key) = (args.values[0].clone(), rest[0].clone());
    machine.saw(dict, Key::Item(key.clone()));
    if machine.asks_python(&key)? {
        return machine.ask_python("__dict_getitem__", vec![own, Value::Ref(dict), key]);
    }
    match machine.dict_get(dict, &key)? {
        Some(value) => give(value),
        None if machine.in_python(&own, &machine.image.names.missing) => {
            machine.ask_python("__call_method__", vec![own, Value::str("__missing__"), key])
        }
        None => Err(machine.raise_with(class::KEY_ERROR, vec![key])),
    }
}

fn setdefault(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let (dict, rest) = this(machine, args, "setdefault", 1, 2)?;
    let default = rest.get(1).cloned().unwrap_or(Value::None);
    machine.saw(dict, Key::Item(rest[0].clone()));
    if machine.asks_python(&rest[0])? {
        return machine.ask_python("__dict_setdefault__", vec![Value::Ref(dict), rest[0].clone(), default]);
    }
    if let Some(found) = machine.dict_get(dict, &rest[0])? {
        return give(found);
    }
    machine.changed(dict, Key::Item(rest[0].clone()));
    machine.added_key(dict);
    machine.dict_set(dict, rest[0].clone(), default.clone())?;
    give(default)
}

fn pop(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let (dict, rest) = this(machine, args, "pop", 1, 2)?;
    machine.changed(dict, Key::Item(rest[0].clone()));
    if machine.asks_python(&rest[0])? {
        let defaults = machine.new_list(rest[1..].to_vec());
        return machine.ask_python("__dict_pop__", vec![Value::Ref(dict), rest[0].clone(), defaults]);
    }
    match (machine.dict_remove(dict, &rest[0])?, rest.get(1)) {
        (Some(value), _) => give(value),
        (None, Some(default)) => give(default.clone()),
        (None, None) => Err(machine.raise_with(class::KEY_ERROR, vec![rest[0].clone()])),
    }
}

fn popitem(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let (dict, _) = this(machine, args, "popitem", 0, 0)?;
    machine.changed(dict, Key::Whole);
    let last = machine.hashed(dict).and_then(|entries| {
        (0..entries.places()).rev().find(|&place| !entries.entry(place).key.is_unbound())
    });
    match (last, machine.dict_at(dict)) {
        (Some(place), Some(entries)) => {
            let entry = entries.remove(place);
            give(machine.new_tuple(vec![entry.key, entry.value]))
        }
        _ => Err(machine.raise(class::KEY_ERROR, "popitem(): dictionary is empty")),
    }
}

fn view(machine: &mut Machine, args: Args<'_>, name: &str, kind: DictPart) -> NativeResult {
    let (dict, _) = this(machine, args, name, 0, 0)?;
    machine.saw(dict, Key::Whole);
    give(machine.heap.add(Object::DictView { dict, kind }))
}

fn keys(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    view(machine, args, "keys", DictPart::Keys)
}

fn values(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    view(machine, args, "values", DictPart::Values)
}

fn items(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    view(machine, args, "items", DictPart::Items)
}

fn clear(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let (dict, _) = this(machine, args, "clear", 0, 0)?;
    machine.changed(dict, Key::Whole);
    if let Some(entries) = machine.dict_at(dict) {
        entries.clear();
    }
    give(Value::None)
}

fn copy(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let (dict, _) = this(machine, args, "copy", 0, 0)?;
    machine.saw(dict, Key::Whole);
    let entries = machine.hashed(dict).cloned().unwrap_or_default();
    give(machine.heap.add(Object::Dict(Box::new(entries))))
}

fn fromkeys(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    machine.check_count("fromkeys", "fromkeys", args.values.len().saturating_sub(1), 1, 2)?;
    let rest = args.values;
    let value = rest.get(2).cloned().unwrap_or(Value::None);
    if rest[0].id() == Some(class::DICT)
        && let Some(keys) = machine.native_items(&rest[1])
    {
        let dict = machine.new_dict();
        let mut native = true;
        for key in &keys {
            native = native && !machine.asks_python(key)?;
        }
        if native {
            for key in keys {
                machine.dict_set(dict, key, value.clone())?;
            }
            return give(dict);
        }
    }
    machine.ask_python("__fromkeys__", vec![rest[0].clone(), rest[1].clone(), value])
}
