//! Attributes that are computed when they are asked for.

use crate::effect::Key;
use crate::frame::Frame;
use crate::machine::Machine;
use crate::native::{Args, NativeDef, NativeResult};
use crate::object::Object;
use crate::value::{Id, Value};

/// Those of classes.
pub(crate) static CLASS: &[NativeDef] = &[
    NativeDef::getter("__mro__", mro),
    NativeDef::getter("__bases__", bases),
    NativeDef::getter("__base__", base),
];

/// Those of functions.
pub(crate) static FUNCTION: &[NativeDef] = &[
    NativeDef::getter("__annotations__", annotations),
    NativeDef::getter("__defaults__", defaults),
    NativeDef::getter("__kwdefaults__", keyword_defaults),
    NativeDef::getter("__closure__", closure),
    NativeDef::getter("__dict__", function_dict),
    NativeDef::getter("__globals__", globals),
    NativeDef::getter("__code__", code),
    NativeDef::method("__get__", bind),
];

/// Those of bound methods: they are the function's.
pub(crate) static METHOD: &[NativeDef] = &[NativeDef::getter("__annotations__", annotations)];

/// Those of exceptions.
pub(crate) static EXCEPTION: &[NativeDef] =
    &[NativeDef::getter("__traceback__", traceback), NativeDef::getter("__dict__", exception_dict)];

/// Those of an `OSError`.
pub(crate) static OS_ERROR: &[NativeDef] = &[
    NativeDef::getter("errno", |machine, args| os_error_arg(machine, args, 0)),
    NativeDef::getter("strerror", |machine, args| os_error_arg(machine, args, 1)),
    NativeDef::getter("filename", |machine, args| os_error_arg(machine, args, 2)),
    NativeDef::getter("filename2", |machine, args| os_error_arg(machine, args, 4)),
];

/// Those of a `SyntaxError`.
pub(crate) static SYNTAX_ERROR: &[NativeDef] = &[
    NativeDef::getter("msg", |machine, args| {
        let message = args.values[0].id().and_then(|id| machine.exception_arg(id, 0));
        Ok(message.unwrap_or(Value::None).into())
    }),
    NativeDef::getter("filename", |machine, args| syntax_error_part(machine, args, 0)),
    NativeDef::getter("lineno", |machine, args| syntax_error_part(machine, args, 1)),
    NativeDef::getter("offset", |machine, args| syntax_error_part(machine, args, 2)),
    NativeDef::getter("text", |machine, args| syntax_error_part(machine, args, 3)),
    NativeDef::getter("end_lineno", |machine, args| syntax_error_part(machine, args, 4)),
    NativeDef::getter("end_offset", |machine, args| syntax_error_part(machine, args, 5)),
];

/// A part of where a `SyntaxError` is.
fn syntax_error_part(machine: &mut Machine, args: Args<'_>, place: usize) -> NativeResult {
    let where_ = args.values[0].id().and_then(|id| machine.exception_arg(id, 1)).unwrap_or(Value::None);
    let part = machine.tuple_items(&where_).and_then(|parts| parts.get(place)).cloned();
    Ok(part.unwrap_or(Value::None).into())
}

/// An argument of an `OSError` that has more than a message.
fn os_error_arg(machine: &mut Machine, args: Args<'_>, place: usize) -> NativeResult {
    let id = args.values[0].id().unwrap_or(Id(0));
    let is_one = machine.exception_arg(id, 1).is_some();
    Ok(machine.exception_arg(id, place).filter(|_| is_one).unwrap_or(Value::None).into())
}

/// Those of generators.
pub(crate) static GENERATOR: &[NativeDef] = &[
    NativeDef::getter("gi_running", |machine, args| give_state(machine, args, "RUNNING")),
    NativeDef::getter("gi_code", generator_code),
    NativeDef::getter("gi_suspended", |machine, args| give_state(machine, args, "SUSPENDED")),
    NativeDef::getter("__state__", |machine, args| Ok(Value::str(state(machine, args)).into())),
];

/// The frame of a generator that is not running and has not ended.
fn paused<'a>(machine: &'a Machine, args: Args<'_>) -> Option<&'a Frame> {
    match machine.as_object(&args.values[0]) {
        Some(Object::Generator(generator)) => generator.frame.as_ref(),
        _ => None,
    }
}

/// `gi_code`, `cr_code`: the code, as long as there is a frame.
fn generator_code(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    Ok(paused(machine, args).map_or(Value::None, |frame| Value::Code(frame.code.id)).into())
}

/// `__line__`: where a coroutine is paused.
fn generator_line(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let line = paused(machine, args).and_then(|frame| {
        let place = if frame.ip == 0 { 0 } else { frame.last() };
        frame.code.code.spans.get(place as usize).map(|span| Value::Int(span.line.into()))
    });
    Ok(line.unwrap_or(Value::None).into())
}

/// Those of cells.
pub(crate) static CELL: &[NativeDef] =
    &[NativeDef::getter("cell_contents", |machine, args| match machine.as_object(&args.values[0]) {
        Some(Object::Cell(value)) if !value.is_unbound() => {
            let value = value.clone();
            args.values[0].id().into_iter().for_each(|id| machine.looked(id, Key::Whole));
            Ok(value.into())
        }
        _ => Err(machine.value_error("cell is empty")),
    })];

/// Those of coroutines.
pub(crate) static COROUTINE: &[NativeDef] = &[
    NativeDef::getter("cr_code", generator_code),
    NativeDef::getter("__line__", generator_line),
    NativeDef::getter("cr_running", |machine, args| give_state(machine, args, "RUNNING")),
    NativeDef::getter("cr_suspended", |machine, args| give_state(machine, args, "SUSPENDED")),
    NativeDef::getter("__state__", |machine, args| Ok(Value::str(state(machine, args)).into())),
];

fn state(machine: &Machine, args: Args<'_>) -> &'static str {
    match machine.as_object(&args.values[0]) {
        Some(Object::Generator(generator)) if generator.running => "RUNNING",
        Some(Object::Generator(generator)) if generator.frame.is_none() => "CLOSED",
        Some(Object::Generator(generator)) if generator.started => "SUSPENDED",
        _ => "CREATED",
    }
}

fn give_state(machine: &mut Machine, args: Args<'_>, wanted: &str) -> NativeResult {
    Ok(Value::Bool(state(machine, args) == wanted).into())
}

/// Those of tracebacks.
pub(crate) static TRACEBACK: &[NativeDef] =
    &[NativeDef::getter("tb_lineno", line), NativeDef::getter("tb_next", nothing)];

fn class_list(machine: &mut Machine, args: Args<'_>, all: bool) -> NativeResult {
    let classes = match machine.as_object(&args.values[0]) {
        Some(Object::Class(class)) => if all { &class.mro } else { &class.bases }.clone(),
        _ => Vec::new(),
    };
    Ok(machine.new_tuple(classes.into_iter().map(Value::Ref).collect()).into())
}

fn mro(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    class_list(machine, args, true)
}

fn bases(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    class_list(machine, args, false)
}

fn base(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let base = match machine.as_object(&args.values[0]) {
        Some(Object::Class(class)) => class.bases.first().copied(),
        _ => None,
    };
    Ok(base.map_or(Value::None, Value::Ref).into())
}

fn function_of(machine: &Machine, args: Args<'_>) -> Option<Id> {
    match machine.as_object(&args.values[0])? {
        Object::Method { function, .. } => function.id(),
        _ => args.values[0].id(),
    }
}

fn globals(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    match function_of(machine, args).map(|id| machine.heap.get(id)) {
        Some(Object::Function(function)) => Ok(Value::Ref(function.globals).into()),
        _ => Ok(Value::None.into()),
    }
}

fn annotations(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let pairs = match function_of(machine, args).map(|id| machine.heap.get(id)) {
        Some(Object::Function(function)) => function.annotations.clone(),
        _ => Value::Unbound,
    };
    if let Some(Object::Dict(_)) = machine.as_object(&pairs) {
        return Ok(pairs.into());
    }
    let pairs = machine.tuple_items(&pairs).map(<[Value]>::to_vec).unwrap_or_default();
    let dict = machine.new_dict();
    for pair in pairs.chunks(2) {
        machine.dict_set(dict, pair[0].clone(), pair[1].clone())?;
    }
    if let Some(id) = function_of(machine, args)
        && let Object::Function(function) = machine.heap.get_mut(id)
    {
        function.annotations = Value::Ref(dict);
    }
    Ok(Value::Ref(dict).into())
}

fn defaults(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let values = match function_of(machine, args).map(|id| machine.heap.get(id)) {
        Some(Object::Function(function)) => function.defaults.clone(),
        _ => Vec::new(),
    };
    if values.is_empty() {
        return Ok(Value::None.into());
    }
    Ok(machine.new_tuple(values).into())
}

fn keyword_defaults(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    Ok(match function_of(machine, args).map(|id| machine.heap.get(id)) {
        Some(Object::Function(function)) if !function.keyword_defaults.is_unbound() => {
            function.keyword_defaults.clone()
        }
        _ => Value::None,
    }
    .into())
}

fn closure(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let cells = match function_of(machine, args).map(|id| machine.heap.get(id)) {
        Some(Object::Function(function)) => function.closure.clone(),
        _ => Vec::new(),
    };
    if cells.is_empty() {
        return Ok(Value::None.into());
    }
    Ok(machine.new_tuple(cells).into())
}

fn function_dict(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let known = match function_of(machine, args).map(|id| machine.heap.get(id)) {
        Some(Object::Function(function)) => function.dict.id(),
        _ => None,
    };
    let dict = known.unwrap_or_else(|| machine.new_dict());
    if let Some(id) = function_of(machine, args)
        && let Object::Function(function) = machine.heap.get_mut(id)
    {
        function.dict = Value::Ref(dict);
    }
    Ok(Value::Ref(dict).into())
}

fn code(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    Ok(match function_of(machine, args).map(|id| machine.heap.get(id)) {
        Some(Object::Function(function)) => Value::Code(function.code),
        _ => Value::None,
    }
    .into())
}

/// `function.__get__(object, class)`: the method of an object.
fn bind(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let (function, rest) = machine.method_args(args, "function", "__get__", 1, 2)?;
    if rest[0].is_none() {
        return Ok(function.into());
    }
    let this = rest[0].clone();
    Ok(Value::Ref(machine.heap.add(Object::Method { function, this })).into())
}

fn traceback(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    args.values[0].id().into_iter().for_each(|id| machine.looked_at_traceback(id));
    Ok(machine.traceback_of(&args.values[0]).into())
}

fn exception_dict(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let Some(id) = args.values[0].id() else { return Ok(Value::None.into()) };
    let known = machine.exception(id).and_then(|e| e.dict.id());
    let dict = known.unwrap_or_else(|| machine.new_dict());
    if let Some(exception) = machine.exception_mut(id) {
        exception.dict = Value::Ref(dict);
    }
    Ok(Value::Ref(dict).into())
}

/// The line that the outermost frame of a traceback was at.
fn line(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let entry = match machine.as_object(&args.values[0]) {
        Some(Object::Traceback(id)) => {
            machine.looked_at_traceback(*id);
            machine.exception(*id).and_then(|e| e.traceback.last().copied())
        }
        _ => None,
    };
    let line = entry.and_then(|e| machine.code(e.code).code.spans.get(e.at as usize).map(|span| span.line));
    Ok(Value::Int(i64::from(line.unwrap_or(0))).into())
}

fn nothing(_: &mut Machine, _: Args<'_>) -> NativeResult {
    Ok(Value::None.into())
}
