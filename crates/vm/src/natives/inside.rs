//! What a program can see of its own making: running frames, compiled code, modules and its source.

use crate::code::LocalKind;
use crate::effect::{Operation, Ready};
use crate::frame::{Frame, LoadedCode};
use crate::machine::Machine;
use crate::native::{Args, Gate, NativeDef, NativeResult};
use crate::natives::help::give;
use crate::object::Object;
use crate::value::{Id, Value};

/// The attributes of compiled code.
pub(crate) static CODE: &[NativeDef] = &[
    NativeDef::getter("co_name", |machine, args| of_code(machine, args, |code| Value::str(&*code.code.name))),
    NativeDef::getter("co_qualname", |machine, args| {
        of_code(machine, args, |code| Value::str(&*code.code.qualname))
    }),
    NativeDef::getter("co_filename", |machine, args| {
        of_code(machine, args, |code| Value::str(&*code.code.file))
    }),
    NativeDef::getter("co_firstlineno", |machine, args| {
        of_code(machine, args, |code| Value::Int(code.code.first_line.into()))
    }),
    NativeDef::getter("co_argcount", |machine, args| {
        of_code(machine, args, |code| Value::Int(code.code.arg_count.into()))
    }),
    NativeDef::getter("co_posonlyargcount", |machine, args| {
        of_code(machine, args, |code| Value::Int(code.code.positional_only_count.into()))
    }),
    NativeDef::getter("co_kwonlyargcount", |machine, args| {
        of_code(machine, args, |code| Value::Int(code.code.keyword_only_count.into()))
    }),
    NativeDef::getter("co_flags", |machine, args| of_code(machine, args, |code| Value::Int(flags(code)))),
    NativeDef::getter("co_varnames", variable_names),
    NativeDef::getter("co_nlocals", |machine, args| {
        let count = own_variables(machine, args).len();
        give(Value::Int(count as i64))
    }),
    NativeDef::getter("co_cellvars", |machine, args| named(machine, args, LocalKind::Cell)),
    NativeDef::getter("co_freevars", |machine, args| named(machine, args, LocalKind::Free)),
    NativeDef::getter("co_names", |machine, args| match args.values[0] {
        Value::Code(id) => {
            let names = machine.code(id).names.iter().cloned().map(Value::Str).collect();
            give(machine.new_tuple(names))
        }
        _ => give(Value::None),
    }),
    NativeDef::getter("co_consts", |machine, args| match args.values[0] {
        Value::Code(id) => {
            let constants = machine.code(id).consts.clone();
            give(machine.new_tuple(constants))
        }
        _ => give(Value::None),
    }),
    NativeDef::getter("co_stacksize", |machine, args| {
        of_code(machine, args, |code| Value::Int(code.code.stack_size.into()))
    }),
];

/// How modules are made by a program.
pub(crate) static MODULE: &[NativeDef] = &[NativeDef::function("__new__", new_module)];

/// What the library's Python asks.
pub(crate) static FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("__begin__", |_, _| give(Value::None))
        .gated(|_, _, _| Gate { operation: Operation::Local, ready: Ready::Now(0) }),
    NativeDef::function("__begins_itself__", begins_itself),
    NativeDef::function("__collect__", |machine, _| {
        machine.collects = true;
        give(Value::None)
    }),
    NativeDef::function("__frames__", frames),
    NativeDef::function("__heap_bytes__", |machine, _| give(machine.heap_bytes())),
    NativeDef::function("__main_names__", |machine, _| give(machine.globals())),
    NativeDef::function("__module_named__", module_named),
    NativeDef::function("__source__", source),
];

fn of_code(machine: &Machine, args: Args<'_>, part: fn(&LoadedCode) -> Value) -> NativeResult {
    match args.values[0] {
        Value::Code(id) => give(part(machine.code(id))),
        _ => give(Value::None),
    }
}

/// `co_flags`, as far as they are known: what `inspect` names `CO_OPTIMIZED`, `CO_VARARGS` and so on.
fn flags(code: &LoadedCode) -> i64 {
    let code = &code.code;
    let flags = [
        (code.is_function, 0x3),
        (code.has_varargs, 0x4),
        (code.has_varkeywords, 0x8),
        (code.is_generator && !code.is_coroutine, 0x20),
        (code.is_coroutine && !code.is_generator, 0x80),
        (code.is_coroutine && code.is_generator, 0x200),
    ];
    flags.iter().filter(|(is_set, _)| *is_set).map(|(_, flag)| flag).sum()
}

/// A function's variables that are not those of another one.
fn own_variables(machine: &Machine, args: Args<'_>) -> Vec<Value> {
    let Value::Code(id) = args.values[0] else { return Vec::new() };
    let code = &machine.code(id).code;
    let own = code.locals.iter().enumerate().filter(|(place, local)| {
        local.kind == LocalKind::Fast || local.kind == LocalKind::Cell && *place < parameters(code)
    });
    own.map(|(_, local)| Value::str(&*local.name)).collect()
}

fn variable_names(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let names = own_variables(machine, args);
    give(machine.new_tuple(names))
}

/// The names of a function's variables of a kind.
fn named(machine: &mut Machine, args: Args<'_>, kind: LocalKind) -> NativeResult {
    let Value::Code(id) = args.values[0] else { return give(Value::None) };
    let locals = machine.code(id).code.locals.iter().filter(|local| local.kind == kind);
    let names = locals.map(|local| Value::str(&*local.name)).collect();
    give(machine.new_tuple(names))
}

fn parameters(code: &crate::code::Code) -> usize {
    (code.arg_count + code.keyword_only_count) as usize
        + usize::from(code.has_varargs)
        + usize::from(code.has_varkeywords)
}

/// `types.ModuleType(name, doc=None)`
fn new_module(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let name = match args.find(1, "name") {
        Some(name) => machine.text_arg(name, "module.__init__() argument 1")?,
        None => return Err(machine.type_error("module.__init__() missing required argument: 'name' (pos 1)")),
    };
    let doc = args.find(2, "doc").cloned().unwrap_or(Value::None);
    let dict = machine.new_dict();
    let names = machine.names();
    machine.dict_set_str(dict, &names.name, Value::Str(name.clone()));
    machine.dict_set_str(dict, &names.doc, doc);
    give(Value::Ref(machine.heap.add(Object::Module { name, dict })))
}

/// `__frames__()`: of each of the program's frames that called the library, the outermost first: its code, global variables,
/// local variables and line. `__frames__(ident)`: the same of another thread, as it stands.
fn frames(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let other = args.get(0).and_then(|ident| super::threading::thread_of(machine, ident));
    let running = match other.filter(|thread| *thread != machine.current) {
        Some(thread) => &machine.threads[thread.index()].frames,
        None => &machine.callers,
    };
    let frames: Vec<Frame> = running.iter().filter(|frame| !frame.code.internal).cloned().collect();
    let mut shown = Vec::with_capacity(frames.len());
    for frame in frames {
        let locals = match frame.locals {
            Some(names) => names,
            None => variables(machine, &frame)?,
        };
        let line = frame.code.code.spans.get(frame.last() as usize).map_or(0, |span| span.line);
        let parts = vec![
            Value::Code(frame.code.id),
            Value::Ref(frame.globals),
            Value::Ref(locals),
            Value::Int(line.into()),
        ];
        shown.push(machine.new_tuple(parts));
    }
    give(machine.new_list(shown))
}

/// A new dict of a function's variables that have values.
fn variables(machine: &mut Machine, frame: &Frame) -> Result<Id, crate::native::Raise> {
    let dict = machine.new_dict();
    for (local, slot) in frame.code.code.locals.iter().zip(&frame.slots) {
        let value = match machine.as_object(slot) {
            Some(Object::Cell(value)) if matches!(local.kind, LocalKind::Cell | LocalKind::Free) => {
                value.clone()
            }
            _ => slot.clone(),
        };
        if !value.is_unbound() {
            machine.dict_set(dict, Value::str(&*local.name), value)?;
        }
    }
    Ok(dict)
}

/// `__begins_itself__(function)`: whether a call of it comes to the program's own code, or to an operation that others see, before
/// it does anything. Before another is called as the work of a thread, `__begin__()` is where a switch can fall.
fn begins_itself(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let rest = machine.function_args(args, "__begins_itself__", 1, 1)?;
    let function = match machine.as_object(&rest[0]) {
        Some(Object::Method { function, .. }) => function,
        _ => &rest[0],
    };
    give(match function {
        Value::Native(native) => native.0.gate.is_some(),
        function => match machine.as_object(function) {
            // What is kept by operations of its own does nothing else that others could tell.
            Some(Object::Function(function)) => {
                let code = machine.code(function.code);
                !code.internal || !code.observed_in_search
            }
            _ => false,
        },
    })
}

/// `__source__()`: the program's text.
fn source(machine: &mut Machine, _: Args<'_>) -> NativeResult {
    give(Value::Str(machine.image.source.clone()))
}

/// `__module_named__(name)`: a module that was loaded, or that the program is, or `None`.
fn module_named(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let rest = machine.function_args(args, "__module_named__", 1, 1)?;
    let name = machine.text_arg(&rest[0], "__module_named__() argument")?;
    if &*name == "__main__" {
        let dict = machine.globals();
        return give(Value::Ref(machine.heap.add(Object::Module { name, dict })));
    }
    give(machine.image.modules.get(name.as_str()).map_or(Value::None, |&module| Value::Ref(module)))
}
