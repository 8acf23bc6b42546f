//! `object`, `type`, `super`, `property` and the other classes that classes are made with.

use crate::class;
use crate::effect::Key;
use crate::frame::Then;
use crate::machine::Machine;
use crate::native::{Args, Flow, Native, NativeDef, NativeResult, Request};
use crate::object::Object;
use crate::text::Str;
use crate::value::{Id, Value};

/// The methods of `object`.
pub(crate) static OBJECT: &[NativeDef] = &[
    NativeDef::function("__new__", new),
    NativeDef::method("__init__", init),
    NativeDef::method("__setattr__", setattr).needs(3),
    NativeDef::method("__delattr__", delattr).needs(2),
    NativeDef::method("__getattribute__", getattribute).needs(2),
    NativeDef::method("__eq__", eq).needs(2),
    NativeDef::method("__ne__", ne).needs(2),
    NativeDef::method("__hash__", hash),
    NativeDef::method("__repr__", repr),
    NativeDef::method("__str__", str),
    NativeDef::method("__format__", format),
    NativeDef::method("__dir__", dir),
    NativeDef::method("__init_subclass__", nothing).on_class(),
];

/// The methods of `type`.
pub(crate) static TYPE: &[NativeDef] = &[
    NativeDef::function("__new__", type_new),
    NativeDef::method("__init__", nothing),
    NativeDef::method("__call__", type_call),
    NativeDef::method("mro", mro),
    NativeDef::method("__subclasses__", subclasses),
    NativeDef::method("__instancecheck__", instance_check).needs(2),
];

/// The methods of `super`, `property`, `staticmethod`, `classmethod`.
pub(crate) static SUPER: &[NativeDef] =
    &[NativeDef::function("__new__", super_new), NativeDef::method("__init__", nothing)];
pub(crate) static PROPERTY: &[NativeDef] = &[
    NativeDef::function("__new__", property_new),
    NativeDef::method("__init__", nothing),
    NativeDef::method("getter", property_getter).needs(2),
    NativeDef::method("setter", property_setter).needs(2),
    NativeDef::method("deleter", property_deleter).needs(2),
    NativeDef::method("__get__", property_get),
];
pub(crate) static STATICMETHOD: &[NativeDef] = &[
    NativeDef::function("__new__", static_new).needs(2),
    NativeDef::method("__init__", nothing),
    NativeDef::method("__get__", static_get),
];
pub(crate) static CLASSMETHOD: &[NativeDef] = &[
    NativeDef::function("__new__", class_new).needs(2),
    NativeDef::method("__init__", nothing),
    NativeDef::method("__get__", class_get),
];

/// The methods of bound methods.
pub(crate) static METHOD: &[NativeDef] =
    &[NativeDef::function("__new__", method_new), NativeDef::method("__init__", nothing)];

/// The methods of exceptions.
pub(crate) static EXCEPTION: &[NativeDef] = &[
    NativeDef::function("__new__", exception_new),
    NativeDef::method("__init__", exception_init),
    NativeDef::method("with_traceback", with_traceback).needs(2),
    NativeDef::method("add_note", add_note).needs(2),
];

/// The methods of generators.
pub(crate) static GENERATOR: &[NativeDef] = &[
    NativeDef::method("send", generator_send),
    NativeDef::method("throw", generator_throw),
    NativeDef::method("close", generator_close),
    NativeDef::method("__next__", generator_next),
    NativeDef::method("__iter__", itself),
];

/// The methods of coroutines.
pub(crate) static COROUTINE: &[NativeDef] = &[
    NativeDef::method("send", generator_send),
    NativeDef::method("throw", generator_throw),
    NativeDef::method("close", generator_close),
    NativeDef::method("__await__", itself),
];

/// The methods of asynchronous generators.
pub(crate) static ASYNC_GENERATOR: &[NativeDef] = &[
    NativeDef::method("__aiter__", itself),
    NativeDef::method("__anext__", |machine, args| in_python(machine, args, "__async_next__")),
    NativeDef::method("asend", |machine, args| in_python(machine, args, "__async_send__")),
    NativeDef::method("athrow", |machine, args| in_python(machine, args, "__async_throw__")),
    NativeDef::method("aclose", |machine, args| in_python(machine, args, "__async_close__")),
];

/// What a function of the library gives for the same arguments.
fn in_python(machine: &mut Machine, args: Args<'_>, name: &str) -> NativeResult {
    let function = machine.builtin(name);
    Ok(Flow::call(function, args.values.to_vec()))
}

/// What the library's Python needs of the machine.
pub(crate) static FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("__build_class__", build_class),
    NativeDef::function("__hashed_places__", hashed_places),
    NativeDef::function("__place_get__", place_get),
    NativeDef::function("__place_set__", place_set).needs(3),
    NativeDef::function("__place_delete__", place_delete),
    NativeDef::function("__insert_hashed__", insert_hashed).needs(3),
    NativeDef::function("__class_items__", class_items),
    NativeDef::function("__mro__", mro),
    NativeDef::function("__raise_in__", generator_throw),
    NativeDef::function("__send_in__", generator_send),
    NativeDef::function("__yielded__", yielded).needs(2),
    NativeDef::function("__is_coroutine_function__", is_coroutine_function).needs(1),
    NativeDef::function("__generator_state__", generator_state),
    NativeDef::function("__set_base__", set_base).needs(2),
    NativeDef::function("__uncaught__", uncaught),
    NativeDef::function("__traceback_text__", traceback_text),
];

/// The built-in class that says what objects of a class are made of.
pub(crate) fn layout(machine: &Machine, class: Id) -> Id {
    match machine.heap.get(class) {
        Object::Class(class) => class.layout,
        _ => class::OBJECT,
    }
}

fn class_arg(machine: &mut Machine, args: Args<'_>) -> Result<Id, crate::native::Raise> {
    match args.get(0).and_then(Value::id).filter(|&id| matches!(machine.heap.get(id), Object::Class(_))) {
        Some(id) => Ok(id),
        None => Err(machine.type_error("object.__new__(X): X is not a type object")),
    }
}

fn new(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let class = class_arg(machine, args)?;
    if let Some(raise) = refuse_abstract(machine, class) {
        return Err(raise);
    }
    if args.values.len() + args.keywords.len() > 1 {
        let names = machine.names();
        let is_native = |value: Option<Value>| matches!(value, Some(Value::Native(_)));
        let own_new = !is_native(machine.class_attribute(class, &names.new));
        let own_init = !is_native(machine.class_attribute(class, &names.init));
        if own_new {
            return Err(
                machine.type_error("object.__new__() takes exactly one argument (the type to instantiate)")
            );
        }
        if !own_init {
            let name = machine.name_of_class(class);
            return Err(machine.type_error(format!("{name}() takes no arguments")));
        }
    }
    let object = match layout(machine, class) {
        class::BASE_EXCEPTION => machine.raise_with(class, args.values[1..].to_vec()).0,
        _ => machine.new_instance(class),
    };
    Ok(Value::Ref(object).into())
}

/// Whether a value is `object.__new__`, the first of the methods.
pub(crate) fn is_new(value: &Value) -> bool {
    matches!(value, Value::Native(native) if *native == Native(&OBJECT[0]))
}

/// What is said where an object of an abstract class is asked for.
fn refuse_abstract(machine: &mut Machine, class: Id) -> Option<crate::native::Raise> {
    if !matches!(machine.heap.get(class), Object::Class(class) if class.traits.is_abstract) {
        return None;
    }
    let missing = machine.abstract_methods(class)?;
    let name = machine.name_of_class(class);
    let quoted: Vec<_> = missing.iter().map(|name| format!("'{name}'")).collect();
    Some(machine.type_error(format!(
        "Can't instantiate abstract class {name} without an implementation for abstract method{} {}",
        if missing.len() == 1 { "" } else { "s" },
        quoted.join(", ")
    )))
}

fn init(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    if args.values.len() + args.keywords.len() > 1 {
        let names = machine.names();
        let class = machine.class_of(&args.values[0]);
        let own_init = !matches!(machine.class_attribute(class, &names.init), Some(Value::Native(_)));
        if own_init {
            return Err(machine
                .type_error("object.__init__() takes exactly one argument (the instance to initialize)"));
        }
    }
    Ok(Value::None.into())
}

fn nothing(_: &mut Machine, _: Args<'_>) -> NativeResult {
    Ok(Value::None.into())
}

fn itself(_: &mut Machine, args: Args<'_>) -> NativeResult {
    Ok(args.values[0].clone().into())
}

fn name_arg(machine: &mut Machine, args: Args<'_>) -> Result<Str, crate::native::Raise> {
    match args.get(1).and_then(|name| machine.text_of(name)) {
        Some(name) => Ok(machine.intern(&name)),
        None => {
            let class = args.get(1).map_or("nothing".into(), |value| machine.class_name(value));
            Err(machine.type_error(format!("attribute name must be string, not '{class}'")))
        }
    }
}

/// `object.__setattr__(obj, name, value)`: what a class's own `__setattr__` calls.
fn setattr(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let name = name_arg(machine, args)?;
    let (object, value) = (args.values[0].clone(), args.values[2].clone());
    let class = machine.class_of(&object);
    if let Some((setter, args)) = machine.data_descriptor(class, &object, &name, Some(&value))? {
        return Ok(Flow::Call(Box::new(Request {
            callee: setter,
            args,
            keywords: Vec::new(),
            then: Then::Push,
        })));
    }
    machine.set_plain_attribute(&object, &name, value)?;
    Ok(Value::None.into())
}

fn delattr(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let name = name_arg(machine, args)?;
    machine.delete_plain_attribute(&args.values[0], &name)?;
    Ok(Value::None.into())
}

fn getattribute(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let name = name_arg(machine, args)?;
    Ok(Flow::OwnAttribute(args.values[0].clone(), name))
}

fn eq(_: &mut Machine, args: Args<'_>) -> NativeResult {
    let same = args.values[0].is(&args.values[1]);
    Ok(if same { Value::Bool(true) } else { Value::NotImplemented }.into())
}

fn ne(_: &mut Machine, args: Args<'_>) -> NativeResult {
    let same = args.values[0].is(&args.values[1]);
    Ok(if same { Value::Bool(false) } else { Value::NotImplemented }.into())
}

fn hash(_: &mut Machine, args: Args<'_>) -> NativeResult {
    let id = args.values[0].id().map_or(0, |id| i64::from(id.0));
    Ok(Value::Int(id + 1_000_003).into())
}

fn repr(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let text = crate::natives::repr::plain(machine, &args.values[0]);
    Ok(Value::str(text).into())
}

fn dir(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    machine.looked_at_names(&args.values[0]);
    let names = machine.names_in(&args.values[0]).into_iter().map(Value::Str).collect();
    Ok(machine.new_list(names).into())
}

fn str(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let repr = machine.builtin("repr");
    Ok(Flow::call(repr, vec![args.values[0].clone()]))
}

fn format(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    if let Some(spec) = args.get(1).and_then(Value::as_str)
        && !spec.is_empty()
    {
        let name = machine.class_name(&args.values[0]);
        return Err(machine.type_error(format!("unsupported format string passed to {name}.__format__")));
    }
    let str = Value::Ref(class::STR);
    Ok(Flow::call(str, vec![args.values[0].clone()]))
}

/// `type(x)` and `type(name, bases, namespace)`
fn type_new(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let meta = class_arg(machine, args)?;
    match args.values.len() {
        2 if meta == class::TYPE => Ok(Value::Ref(machine.class_of(&args.values[1])).into()),
        4 => {
            let bases = machine.tuple_items(&args.values[2]).map(<[Value]>::to_vec).unwrap_or_default();
            let winner = machine.metaclass(Some(meta), &bases)?;
            if winner != meta
                && let Some(new) = machine.class_attribute(winner, &machine.image.names.new)
            {
                let mut passed = args.values.to_vec();
                passed[0] = Value::Ref(winner);
                let keywords = args.keywords.to_vec();
                let request = Request { callee: new, args: passed, keywords, then: Then::Push };
                return Ok(Flow::Call(Box::new(request)));
            }
            let class = machine.new_class(meta, &args.values[1..])?;
            let finish = machine.builtin("__finish_class__");
            let request = Request {
                callee: finish,
                args: vec![Value::Ref(class)],
                keywords: args.keywords.to_vec(),
                then: Then::Push,
            };
            Ok(Flow::Call(Box::new(request)))
        }
        _ => Err(machine.type_error("type() takes 1 or 3 arguments")),
    }
}

fn type_call(_: &mut Machine, args: Args<'_>) -> NativeResult {
    let request = Request {
        callee: args.values[0].clone(),
        args: args.values[1..].to_vec(),
        keywords: args.keywords.to_vec(),
        then: Then::Push,
    };
    Ok(Flow::Instantiate(Box::new(request)))
}

fn mro(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let class = class_arg(machine, args)?;
    let classes = match machine.heap.get(class) {
        Object::Class(class) => class.mro.iter().map(|&id| Value::Ref(id)).collect(),
        _ => Vec::new(),
    };
    Ok(machine.new_list(classes).into())
}

fn subclasses(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let class = class_arg(machine, args)?;
    machine.looked_at_subclasses(class);
    let all = (0..machine.heap.places() as u32).map(Id).filter(|&id| machine.has_object(id));
    let found = all
        .filter(|&id| matches!(machine.heap.get(id), Object::Class(c) if c.bases.contains(&class)))
        .map(Value::Ref)
        .collect();
    Ok(machine.new_list(found).into())
}

fn instance_check(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let class = class_arg(machine, args)?;
    Ok(Value::Bool(machine.is_instance_of(&args.values[1], class)).into())
}

fn super_new(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let (Some(Value::Ref(class)), Some(this)) = (args.get(1), args.get(2)) else {
        return Err(machine.runtime_error("super(): no arguments"));
    };
    Ok(Value::Ref(machine.heap.add(Object::Super { class: *class, this: this.clone() })).into())
}

fn property_new(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let part = |place, name| args.find(place, name).cloned().unwrap_or(Value::None);
    let parts = [part(1, "fget"), part(2, "fset"), part(3, "fdel")];
    Ok(Value::Ref(machine.heap.add(Object::Property(Box::new(parts)))).into())
}

fn property_with(machine: &mut Machine, args: Args<'_>, which: usize) -> NativeResult {
    let Some(Object::Property(parts)) = machine.as_object(&args.values[0]) else {
        return Err(machine.type_error("not a property"));
    };
    let mut parts = parts.clone();
    parts[which] = args.values[1].clone();
    Ok(Value::Ref(machine.heap.add(Object::Property(parts))).into())
}

fn property_getter(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    property_with(machine, args, 0)
}

fn property_setter(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    property_with(machine, args, 1)
}

fn property_deleter(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    property_with(machine, args, 2)
}

fn static_new(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    Ok(Value::Ref(machine.heap.add(Object::StaticMethod(args.values[1].clone()))).into())
}

fn class_new(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    Ok(Value::Ref(machine.heap.add(Object::ClassMethod(args.values[1].clone()))).into())
}

/// `property.__get__(object, class)` and the like: what a look-up on an object gives.
fn property_get(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    match (machine.as_object(&args.values[0]), args.get(1)) {
        (Some(Object::Property(parts)), Some(this)) if !this.is_none() => {
            Ok(Flow::call(parts[0].clone(), vec![this.clone()]))
        }
        _ => Ok(args.values[0].clone().into()),
    }
}

fn static_get(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    match machine.as_object(&args.values[0]) {
        Some(Object::StaticMethod(function)) => Ok(function.clone().into()),
        _ => Err(machine.type_error("not a staticmethod")),
    }
}

fn class_get(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let Some(Object::ClassMethod(function)) = machine.as_object(&args.values[0]).cloned() else {
        return Err(machine.type_error("not a classmethod"));
    };
    let this = match (args.get(2), args.get(1)) {
        (Some(class), _) if !class.is_none() => class.clone(),
        (_, Some(this)) => Value::Ref(machine.class_of(this)),
        _ => Value::None,
    };
    Ok(Value::Ref(machine.heap.add(Object::Method { function, this })).into())
}

/// `types.MethodType(function, object)`
fn method_new(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let rest = machine.function_args(args, "method", 3, 3)?;
    if rest[2].is_none() {
        return Err(machine.type_error("instance must not be None"));
    }
    let (function, this) = (rest[1].clone(), rest[2].clone());
    Ok(Value::Ref(machine.heap.add(Object::Method { function, this })).into())
}

fn exception_new(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let mut class = class_arg(machine, args)?;
    if class == class::OS_ERROR && args.values.len() >= 3 {
        class = os_error(&args.values[1]).unwrap_or(class);
    }
    let raise = machine.raise_with(class, args.values[1..].to_vec());
    Ok(Value::Ref(raise.0).into())
}

/// The subclass of `OSError` that stands for an error number of Linux.
fn os_error(number: &Value) -> Option<Id> {
    Some(match number {
        Value::Int(11 | 114 | 115) => class::BLOCKING_IO_ERROR,
        Value::Int(10) => class::CHILD_PROCESS_ERROR,
        Value::Int(32 | 108) => class::BROKEN_PIPE_ERROR,
        Value::Int(103) => class::CONNECTION_ABORTED_ERROR,
        Value::Int(111) => class::CONNECTION_REFUSED_ERROR,
        Value::Int(104) => class::CONNECTION_RESET_ERROR,
        Value::Int(17) => class::FILE_EXISTS_ERROR,
        Value::Int(2) => class::FILE_NOT_FOUND_ERROR,
        Value::Int(4) => class::INTERRUPTED_ERROR,
        Value::Int(21) => class::IS_A_DIRECTORY_ERROR,
        Value::Int(20) => class::NOT_A_DIRECTORY_ERROR,
        Value::Int(1 | 13) => class::PERMISSION_ERROR,
        Value::Int(3) => class::PROCESS_LOOKUP_ERROR,
        Value::Int(110) => class::TIMEOUT_ERROR,
        _ => return None,
    })
}

fn exception_init(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let class = machine.class_of(&args.values[0]);
    let named = |base: Id, names: &'static [&'static str]| machine.is_subclass(class, base).then_some(names);
    let fields = named(class::ATTRIBUTE_ERROR, &["name", "obj"])
        .or_else(|| named(class::NAME_ERROR, &["name"]))
        .or_else(|| named(class::IMPORT_ERROR, &["name", "path"]))
        .unwrap_or(&[]);
    if args.keywords.iter().any(|(name, _)| !fields.contains(&name.as_str())) {
        let class = machine.class_name(&args.values[0]);
        return Err(machine.type_error(format!("{class}() takes no keyword arguments")));
    }
    for field in fields {
        let given = args.keywords.iter().find(|(name, _)| name.as_str() == *field);
        let value = given.map_or(Value::None, |(_, value)| value.clone());
        if let Some(id) = args.values[0].id() {
            machine.set_exception_field(crate::native::Raise(id), field, value);
        }
    }
    let given = machine.new_tuple(args.values[1..].to_vec());
    if let Some(exception) = args.values[0].id().and_then(|id| machine.exception_mut(id)) {
        exception.args = given;
    }
    Ok(Value::None.into())
}

fn with_traceback(_: &mut Machine, args: Args<'_>) -> NativeResult {
    Ok(args.values[0].clone().into())
}

fn add_note(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let names = machine.names();
    let Some(id) = args.values[0].id() else { return Ok(Value::None.into()) };
    machine.touched(id);
    let dict = machine.exception(id).and_then(|e| e.dict.id());
    let notes = dict.and_then(|dict| machine.dict_get_str(dict, &names.notes)).and_then(|notes| notes.id());
    let notes = match notes {
        Some(notes) => notes,
        None => {
            let notes = machine.heap.add(Object::List(Vec::new()));
            machine.set_exception_field(crate::native::Raise(id), "__notes__", Value::Ref(notes));
            notes
        }
    };
    if let Object::List(items) = machine.heap.get_mut(notes) {
        items.push(args.values[1].clone());
    }
    Ok(Value::None.into())
}

fn generator_id(machine: &mut Machine, args: Args<'_>) -> Result<Id, crate::native::Raise> {
    match args.get(0).and_then(Value::id) {
        Some(id) if matches!(machine.heap.get(id), Object::Generator(_)) => Ok(id),
        _ => Err(machine.type_error("not a generator")),
    }
}

fn generator_next(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    Ok(Flow::Resume(generator_id(machine, args)?, Ok(Value::None)))
}

fn generator_send(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let value = args.get(1).cloned().unwrap_or(Value::None);
    Ok(Flow::Resume(generator_id(machine, args)?, Ok(value)))
}

/// `throw(exception)`: an exception is raised where the generator waits.
fn generator_throw(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let generator = generator_id(machine, args)?;
    match args.get(1).and_then(Value::id) {
        Some(id) if machine.exception(id).is_some() => {
            Ok(Flow::Resume(generator, Err(crate::native::Raise(id))))
        }
        Some(class) if machine.is_subclass(class, class::BASE_EXCEPTION) => {
            let raise = machine.raise_with(class, args.get(2).cloned().into_iter().collect());
            Ok(Flow::Resume(generator, Err(raise)))
        }
        _ => Err(machine.type_error("exceptions must be classes or instances deriving from BaseException")),
    }
}

/// Whether calling a value makes a coroutine.
fn is_coroutine_function(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let function = match machine.as_object(&args.values[0]) {
        Some(Object::Method { function, .. }) => function.clone(),
        _ => args.values[0].clone(),
    };
    let is_one = match machine.as_object(&function) {
        Some(Object::Function(function)) => {
            let code = &machine.image.codes[function.code.0 as usize].code;
            code.is_coroutine && !code.is_generator
        }
        _ => false,
    };
    Ok(Value::Bool(is_one).into())
}

/// `__yielded__(result, otherwise)`: what an asynchronous generator yielded, if it did not wait.
fn yielded(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    Ok(match machine.as_object(&args.values[0]) {
        Some(Object::Cell(value)) => value.clone(),
        _ => args.values[1].clone(),
    }
    .into())
}

fn generator_close(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let close = machine.builtin("__close_generator__");
    Ok(Flow::call(close, vec![args.values[0].clone()]))
}

/// 0 before its first item, 1 while it waits or runs, 2 when it has ended.
fn generator_state(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let id = generator_id(machine, args)?;
    let state = match machine.heap.get(id) {
        Object::Generator(g) if g.frame.is_none() && !g.running => 2,
        Object::Generator(g) => i64::from(g.started),
        _ => 2,
    };
    Ok(Value::Int(state).into())
}

fn build_class(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    machine.called_native = false;
    Ok(Flow::BuildClass(args.values.to_vec(), args.keywords.to_vec()))
}

/// `__hashed_places__(d, hash)`: the places of the keys with a hash.
fn hashed_places(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let hash = args.get(1).and_then(crate::numbers::to_small).unwrap_or(0) as u64;
    args.get(0).and_then(|table| machine.noted_object(table));
    let Some(dict) = args.get(0).and_then(Value::id).and_then(|id| machine.hashed(id)) else {
        return Err(machine.type_error("not a dict or set"));
    };
    let places = (0..dict.places())
        .filter(|&place| dict.entry(place).hash == hash && !dict.entry(place).key.is_unbound())
        .map(|place| (place as i64, dict.entry(place).key.clone()))
        .collect::<Vec<_>>();
    let pairs =
        places.into_iter().map(|(place, key)| machine.new_tuple(vec![Value::Int(place), key])).collect();
    Ok(machine.new_list(pairs).into())
}

/// The dict or set that a helper works on and the place in it, if it has one there.
fn place_arg(machine: &Machine, args: Args<'_>) -> Option<(Id, usize)> {
    let id = args.get(0)?.id()?;
    let place = usize::try_from(crate::numbers::to_small(args.get(1)?)?).ok()?;
    (place < machine.hashed(id)?.places()).then_some((id, place))
}

fn place_get(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let found = place_arg(machine, args);
    found.into_iter().for_each(|(id, _)| machine.looked(id, Key::Whole));
    let value = found.and_then(|(id, place)| Some(machine.hashed(id)?.entry(place).value.clone()));
    Ok(value.unwrap_or(Value::None).into())
}

fn place_set(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    if let Some((id, place)) = place_arg(machine, args)
        && let Some(dict) = machine.dict_changed_at(id)
    {
        *dict.value_mut(place) = args.values[2].clone();
    }
    Ok(Value::None.into())
}

fn place_delete(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    if let Some((id, place)) = place_arg(machine, args)
        && let Some(dict) = machine.dict_changed_at(id)
    {
        dict.remove(place);
    }
    Ok(Value::None.into())
}

/// `__insert_hashed__(d, hash, key, value)`
fn insert_hashed(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let hash = args.get(1).and_then(crate::numbers::to_small).unwrap_or(0) as u64;
    if let Some(id) = args.get(0).and_then(Value::id) {
        let value = args.get(3).cloned().unwrap_or(Value::None);
        machine.touched(id);
        machine.dict_insert_hashed(id, hash, args.values[2].clone(), value);
    }
    Ok(Value::None.into())
}

/// The names and values in a class's own dict.
fn class_items(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let class = class_arg(machine, args)?;
    let Object::Class(class) = machine.heap.get(class) else { return Ok(Value::None.into()) };
    let items = machine.keyword_items(&Value::Ref(class.dict));
    let pairs =
        items.into_iter().map(|(name, value)| machine.new_tuple(vec![Value::Str(name), value])).collect();
    Ok(machine.new_list(pairs).into())
}

/// `__set_base__(object, value)`: makes an object also the built-in value.
fn set_base(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    if let Some(Object::Instance(instance)) =
        args.get(0).and_then(Value::id).map(|id| machine.heap.get_mut(id))
    {
        instance.base = args.values[1].clone();
    }
    Ok(Value::None.into())
}

/// The pairs of an exception and its text in a list.
fn texts(machine: &Machine, list: Option<&Value>) -> Vec<(Id, Str)> {
    let pairs = list.and_then(|list| machine.native_items(list)).unwrap_or_default();
    let pair = |pair: &Value| {
        let items = machine.tuple_items(pair)?;
        Some((items.first()?.id()?, items.get(1)?.as_str()?.clone()))
    };
    pairs.iter().filter_map(pair).collect()
}

/// `__uncaught__(exception, texts)`
fn uncaught(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let texts = texts(machine, args.get(1));
    if let Some(exception) = args.get(0).and_then(Value::id) {
        machine.report(exception, &texts);
    }
    Ok(Value::None.into())
}

/// `__traceback_text__(exception, texts)`
fn traceback_text(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let texts = texts(machine, args.get(1));
    let text = args.get(0).and_then(Value::id).map(|id| machine.format_exception(id, &texts));
    Ok(Value::str(text.unwrap_or_default()).into())
}
