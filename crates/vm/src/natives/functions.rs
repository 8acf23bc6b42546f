//! The built-in functions on objects, classes and attributes.

use crate::attributes::Found;
use crate::class;
use crate::effect::Key;
use crate::machine::Machine;
use crate::native::{Args, Flow, NativeDef, NativeResult, Raise};
use crate::natives::help::give;
use crate::object::Object;
use crate::text::Str;
use crate::value::{Id, Value};

/// The built-in functions in this file, the library's own helpers among them.
pub(crate) static FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("len", len),
    NativeDef::function("repr", repr),
    NativeDef::function("hash", hash),
    NativeDef::function("id", id),
    NativeDef::function("callable", callable),
    NativeDef::function("isinstance", isinstance),
    NativeDef::function("issubclass", issubclass),
    NativeDef::function("getattr", getattr),
    NativeDef::function("hasattr", hasattr),
    NativeDef::function("setattr", setattr),
    NativeDef::function("delattr", delattr),
    NativeDef::function("vars", vars),
    NativeDef::function("dir", dir),
    NativeDef::function("globals", globals),
    NativeDef::function("__native_repr__", native_repr),
    NativeDef::function("__repr_kind__", repr_kind),
    NativeDef::function("__combine_hashes__", combine_hashes),
    NativeDef::function("__wrap__", wrap),
    NativeDef::function("__base_of__", base_of),
    NativeDef::function("__is_number__", is_number),
    NativeDef::function("__is_python__", is_python),
];

fn len(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let rest = machine.function_args(args, "len", 1, 1)?;
    if let Value::Ref(id) = rest[0] {
        if machine.in_python(&rest[0], &machine.image.names.len) {
            return machine.ask_python("__len_of__", vec![rest[0].clone()]);
        }
        machine.saw(id, Key::Whole);
    }
    give(machine.builtin_len(&rest[0])?)
}

fn repr(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let rest = machine.function_args(args, "repr", 1, 1)?;
    machine.repr_flow(&rest[0])
}

/// `__native_repr__(value, within)`: what a value looks like inside others, or `None` if only Python can tell.
fn native_repr(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let rest = machine.function_args(args, "__native_repr__", 2, 2)?;
    if let Value::Big(big) = machine.base_of(&rest[0])
        && crate::natives::numerals::int_text(&big).is_none()
    {
        return Err(machine.value_error(
            "Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to \
             increase the limit",
        ));
    }
    let within = machine.tuple_items(&rest[1]).unwrap_or(&[]).iter().filter_map(Value::id).collect();
    match crate::natives::repr::repr_within(machine, &rest[0], within) {
        Some(text) => give(text),
        None => give(Value::None),
    }
}

/// `__repr_kind__(value)`: how the library's Python shows a value: by its own `__repr__`, or by its parts.
fn repr_kind(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let rest = machine.function_args(args, "__repr_kind__", 1, 1)?;
    if machine.in_python(&rest[0], &machine.image.names.repr) {
        return give(Value::str("own"));
    }
    let kind = match machine.as_object(&rest[0]) {
        Some(Object::List(_)) => "list",
        Some(Object::Tuple(_)) => "tuple",
        Some(Object::Dict(_)) => "dict",
        Some(Object::Set(_)) => "set",
        Some(Object::FrozenSet(_)) => "frozenset",
        Some(Object::DictView { .. }) => "view",
        Some(Object::Slice(_)) => "slice",
        Some(Object::Exception(_)) => "exception",
        Some(Object::Method { .. }) => "method",
        Some(Object::Instance(_)) => "subclass",
        _ => "other",
    };
    give(Value::str(kind))
}

pub(crate) fn hash(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let rest = machine.function_args(args, "hash", 1, 1)?;
    if let Some(Object::Instance(_)) = machine.as_object(&rest[0]) {
        let class = machine.class_of(&rest[0]);
        if let Some(Value::None) = machine.class_attribute(class, &machine.image.names.hash) {
            let given = machine.class_name(&rest[0]);
            return Err(machine.type_error(format!("unhashable type: '{given}'")));
        }
    }
    match machine.hash_of(&rest[0])? {
        Some(hash) => give(hash as i64),
        None => machine.ask_python("__hash__", vec![rest[0].clone()]),
    }
}

/// `__combine_hashes__(hashes)`: a tuple's hash, of those of its items.
fn combine_hashes(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let rest = machine.function_args(args, "__combine_hashes__", 1, 1)?;
    let items = machine.native_items(&rest[0]).unwrap_or_default();
    let hashes = items.iter().filter_map(crate::numbers::to_small).map(|hash| hash as u64);
    give(crate::keys::combine_hashes(hashes) as i64)
}

fn id(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let rest = machine.function_args(args, "id", 1, 1)?;
    give(machine.identity(&rest[0]) as i64)
}

pub(crate) fn callable(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let rest = machine.function_args(args, "callable", 1, 1)?;
    let always = matches!(rest[0], Value::Native(_))
        || matches!(
            machine.as_object(&rest[0]),
            Some(Object::Function(_) | Object::Method { .. } | Object::Class(_) | Object::StaticMethod(_))
        );
    let class = machine.class_of(&rest[0]);
    give(always || machine.class_attribute(class, &machine.image.names.call).is_some())
}

/// Whether one of the classes wanted, which tuples may nest, passes a test; none if only Python can tell.
fn any_class(
    machine: &mut Machine,
    wanted: &Value,
    hook: &str,
    complaint: &str,
    test: &dyn Fn(&Machine, Id) -> bool,
) -> Result<Option<bool>, Raise> {
    if let Some(items) = machine.tuple_items(wanted).map(<[Value]>::to_vec) {
        for item in items {
            match any_class(machine, &item, hook, complaint, test)? {
                Some(false) => {}
                decided => return Ok(decided),
            }
        }
        return Ok(Some(false));
    }
    match machine.as_object(wanted) {
        Some(Object::Class(found)) => {
            let meta = found.meta;
            let id = wanted.id().unwrap_or(class::OBJECT);
            let hooked = meta != class::TYPE
                && !matches!(machine.class_attribute(meta, &hook.into()), None | Some(Value::Native(_)));
            Ok(if hooked { None } else { Some(test(machine, id)) })
        }
        Some(Object::Instance(instance)) => {
            let part = |name: &str| machine.dict_get_str(instance.dict, &name.into());
            match (part("__origin__"), part("__args__")) {
                (None | Some(Value::None), Some(args)) => any_class(machine, &args, hook, complaint, test),
                (Some(_), Some(_)) => {
                    let function = complaint.split(' ').next().unwrap_or_default();
                    let message = format!("{function} argument 2 cannot be a parameterized generic");
                    Err(machine.type_error(message))
                }
                _ => Err(machine.type_error(complaint)),
            }
        }
        _ if wanted.is_none() => Ok(Some(test(machine, class::NONE_TYPE))),
        _ => Err(machine.type_error(complaint)),
    }
}

fn isinstance(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let rest = machine.function_args(args, "isinstance", 2, 2)?;
    if rest[1].is_none() {
        return Err(machine.type_error("isinstance() arg 2 must be a type, a tuple of types, or a union"));
    }
    let own = machine.class_of(&rest[0]);
    let complaint = "isinstance() arg 2 must be a type, a tuple of types, or a union";
    let test = |machine: &Machine, class| machine.is_subclass(own, class);
    match any_class(machine, &rest[1], "__instancecheck__", complaint, &test)? {
        Some(found) => give(found),
        None => machine.ask_python("__isinstance__", rest.to_vec()),
    }
}

fn issubclass(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let rest = machine.function_args(args, "issubclass", 2, 2)?;
    let Some((own, Object::Class(_))) = rest[0].id().map(|id| (id, machine.heap.get(id))) else {
        return Err(machine.type_error("issubclass() arg 1 must be a class"));
    };
    let complaint = "issubclass() arg 2 must be a class, a tuple of classes, or a union";
    let test = |machine: &Machine, class| machine.is_subclass(own, class);
    match any_class(machine, &rest[1], "__subclasscheck__", complaint, &test)? {
        Some(found) => give(found),
        None => machine.ask_python("__issubclass__", rest.to_vec()),
    }
}

fn attribute_name(machine: &mut Machine, value: &Value) -> Result<Str, Raise> {
    match machine.text_of(value) {
        Some(name) => Ok(machine.intern(&name)),
        None => {
            let given = machine.class_name(value);
            Err(machine.type_error(format!("attribute name must be string, not '{given}'")))
        }
    }
}

/// Whether a look-up that found nothing may find something yet, in Python.
fn may_be_found(machine: &Machine, object: &Value) -> bool {
    machine.in_python(object, &machine.image.names.getattr)
        || machine.in_python(object, &machine.image.names.getattribute)
}

fn getattr(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let rest = machine.function_args(args, "getattr", 2, 3)?;
    let name = attribute_name(machine, &rest[1])?;
    let found = machine.look_up(&rest[0], &name);
    let simple = matches!(found, Found::Value(_) | Found::Method(_)) && !may_be_found(machine, &rest[0]);
    match rest.get(2) {
        Some(default) if matches!(found, Found::Nothing) && !may_be_found(machine, &rest[0]) => {
            if let Value::Ref(id) = rest[0] {
                machine.saw(id, Key::Attribute(name));
            }
            give(default.clone())
        }
        Some(default) if !simple => {
            machine.ask_python("__getattr_or__", vec![rest[0].clone(), Value::Str(name), default.clone()])
        }
        _ => Ok(Flow::Attribute(rest[0].clone(), name)),
    }
}

fn hasattr(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let rest = machine.function_args(args, "hasattr", 2, 2)?;
    let name = attribute_name(machine, &rest[1])?;
    match machine.look_up(&rest[0], &name) {
        _ if may_be_found(machine, &rest[0]) => {}
        Found::Value(_) | Found::Method(_) => {
            if let Value::Ref(id) = rest[0] {
                machine.saw(id, Key::Attribute(name));
            }
            return give(true);
        }
        Found::Nothing => {
            if let Value::Ref(id) = rest[0] {
                machine.saw(id, Key::Attribute(name));
            }
            return give(false);
        }
        _ => {}
    }
    machine.ask_python("__hasattr__", vec![rest[0].clone(), Value::Str(name)])
}

fn setattr(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let rest = machine.function_args(args, "setattr", 3, 3)?;
    let name = attribute_name(machine, &rest[1])?;
    let class = machine.class_of(&rest[0]);
    if machine.in_python(&rest[0], &machine.image.names.setattr) {
        let hook = machine.class_attribute(class, &machine.image.names.setattr).unwrap_or(Value::None);
        return machine
            .ask_python("__call_quietly__", vec![hook, rest[0].clone(), Value::Str(name), rest[2].clone()]);
    }
    if let Some((setter, mut args)) = machine.data_descriptor(class, &rest[0], &name, Some(&rest[2]))? {
        args.insert(0, setter);
        return machine.ask_python("__call_quietly__", args);
    }
    machine.set_plain_attribute(&rest[0], &name, rest[2].clone())?;
    give(Value::None)
}

fn delattr(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let rest = machine.function_args(args, "delattr", 2, 2)?;
    let name = attribute_name(machine, &rest[1])?;
    let class = machine.class_of(&rest[0]);
    if machine.in_python(&rest[0], &machine.image.names.delattr) {
        let hook = machine.class_attribute(class, &machine.image.names.delattr).unwrap_or(Value::None);
        return machine.ask_python("__call_quietly__", vec![hook, rest[0].clone(), Value::Str(name)]);
    }
    if let Some((deleter, mut args)) = machine.data_descriptor(class, &rest[0], &name, None)? {
        args.insert(0, deleter);
        return machine.ask_python("__call_quietly__", args);
    }
    machine.delete_plain_attribute(&rest[0], &name)?;
    give(Value::None)
}

fn vars(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let rest = machine.function_args(args, "vars", 0, 1)?;
    let Some(object) = rest.first() else { return machine.ask_python("locals", Vec::new()) };
    let name = machine.names().dict.clone();
    match machine.look_up_plainly(object, &name) {
        Found::Value(dict) => give(dict),
        _ => Err(machine.type_error("vars() argument must have __dict__ attribute")),
    }
}

fn dir(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let rest = machine.function_args(args, "dir", 0, 1)?;
    let names = match rest.first() {
        None => return machine.ask_python("__names_here__", Vec::new()),
        Some(object) => {
            let own = machine.class_attribute(machine.class_of(object), &Str::from("__dir__"));
            if own.is_some_and(|own| !matches!(own, Value::Native(_))) {
                return machine.ask_python("__dir_of__", vec![object.clone()]);
            }
            machine.looked_at_names(object);
            machine.names_in(object)
        }
    };
    let names = names.into_iter().map(Value::Str).collect();
    give(machine.new_list(names))
}

fn globals(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    machine.function_args(args, "globals", 0, 0)?;
    give(machine.globals())
}

/// `__wrap__(cls, builtin, value)`: an object of a subclass of a built-in class.
fn wrap(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let rest = machine.function_args(args, "__wrap__", 3, 3)?;
    let builtin = rest[1].id().unwrap_or(class::OBJECT);
    give(machine.wrap(&rest[0], builtin, rest[2].clone()))
}

/// `__base_of__(value)`: the built-in value that an object also is.
fn base_of(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let rest = machine.function_args(args, "__base_of__", 1, 1)?;
    give(machine.base_of(&rest[0]))
}

/// `__is_number__(value)`: whether a value is a built-in number, none of a subclass.
fn is_number(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let rest = machine.function_args(args, "__is_number__", 1, 1)?;
    give(crate::numbers::is_number(&rest[0]))
}

/// `__is_python__(function)`: whether a method is written in Python.
fn is_python(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let rest = machine.function_args(args, "__is_python__", 1, 1)?;
    give(!matches!(rest[0], Value::Native(_)))
}
