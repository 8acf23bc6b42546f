//! What the library's own Python needs beside what programs have.

use crate::diagnostic::Diagnostic;
use crate::effect::Key;
use crate::frame::Origin;
use crate::machine::Machine;
use crate::native::{Args, Flow, NativeDef, NativeResult, Raise};
use crate::natives::help::give;
use crate::object::{Function, Object};
use crate::text::Str;
use crate::value::Value;

/// Helpers of the library; their names begin and end with two underscores.
pub(crate) static FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("__define__", define),
    NativeDef::function("__ident__", crate::natives::threading::get_ident),
    NativeDef::function("__is_keyword__", is_keyword),
    NativeDef::function("__stdout__", stdout),
    NativeDef::function("__traceback_size__", traceback_size),
    NativeDef::function("__traceback_cut__", traceback_cut),
];

/// The words that are no names.
const KEYWORDS: &str = " False None True and as assert async await break class continue def del elif else except finally \
                        for from global if import in is lambda nonlocal not or pass raise return try while with yield ";

/// `__define__(source, names, file="<string>", before=0)`: runs text that the library made, such as the `__init__` of a
/// dataclass, with a dict as its global variables; without one the text is only looked at. So many lines of it are the
/// library's own.
fn define(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let rest = machine.function_args(args, "__define__", 2, 4)?;
    let Some(source) = rest[0].as_str() else {
        return Err(machine.type_error("__define__() needs text"));
    };
    let compiled = match crate::compile::compile(source, "<library>") {
        Ok(compiled) => compiled,
        Err(diagnostics) => {
            let file = rest.get(2).cloned().unwrap_or(Value::str("<string>"));
            let before = rest.get(3).and_then(crate::numbers::to_small).unwrap_or(0);
            return Err(syntax_error(machine, source, diagnostics.first(), file, before));
        }
    };
    let Some(globals) = rest[1].id() else { return give(Value::None) };
    let is_missing = |name: &str| name.starts_with('_') && !machine.image.modules.contains_key(name);
    if let Some(missing) = compiled.imports.iter().find(|import| is_missing(&import.module)) {
        let what = missing.module.trim_start_matches('_');
        let message = format!(
            "Interleave brings what a program names, and '{what}' is only in a text that it evaluates"
        );
        return Err(machine.raise(crate::class::RUNTIME_ERROR, message));
    }
    let code = machine.load(&compiled.code, Origin::Structures);
    let function = Function {
        code,
        name: Str::from("<library>"),
        qualname: Str::from("<library>"),
        globals,
        defaults: Vec::new(),
        keyword_defaults: Value::Unbound,
        closure: Vec::new(),
        annotations: Value::Unbound,
        dict: Value::Unbound,
    };
    let function = machine.heap.add(Object::Function(Box::new(function)));
    Ok(Flow::call(Value::Ref(function), Vec::new()))
}

/// The exception that CPython would raise for a text: with its words, where the parser has others.
fn syntax_error(
    machine: &mut Machine,
    source: &str,
    found: Option<&Diagnostic>,
    file: Value,
    before: i64,
) -> Raise {
    let message = found.map_or("", |found| &found.message);
    let class = match message {
        _ if message.contains("indent") => crate::class::INDENTATION_ERROR,
        _ => crate::class::SYNTAX_ERROR,
    };
    let foreign =
        ["invalid syntax:", "expected a statement", "expected an identifier", "got unexpected token"];
    let message =
        if foreign.iter().any(|start| message.starts_with(start)) { "invalid syntax" } else { message };
    let span = found.map(|found| found.span).unwrap_or_default();
    let text = source.lines().nth((span.line as usize).saturating_sub(1)).unwrap_or_default();
    // As many lines of the library's own stand behind the text as before it.
    let last = source.lines().count() as i64 - before;
    let place = [
        file,
        Value::Int(i64::from(span.line).min(last) - before),
        Value::Int(i64::from(span.column) + 1),
        Value::str(format!("{text}\n")),
        Value::Int(i64::from(span.end_line) - before),
        Value::Int(i64::from(span.end_column) + 1),
    ];
    let place = machine.new_tuple(place.to_vec());
    machine.raise_with(class, vec![Value::str(message), place])
}

fn is_keyword(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let rest = machine.function_args(args, "__is_keyword__", 1, 1)?;
    let word = machine.text_arg(&rest[0], "__is_keyword__() argument")?;
    give(KEYWORDS.contains(&format!(" {word} ")))
}

/// `__traceback_size__(exception)`: how many frames it has passed through.
fn traceback_size(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let exception = args.get(0).and_then(Value::id).and_then(|id| machine.exception(id));
    give(exception.map_or(0, |exception| exception.traceback.len()))
}

/// `__traceback_cut__(exception, size)`: forgets the frames that it passed through since.
fn traceback_cut(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let size = args.get(1).and_then(crate::numbers::to_small).unwrap_or(0) as usize;
    if let Some(exception) = args.get(0).and_then(Value::id).and_then(|id| machine.exception_mut(id)) {
        exception.traceback.truncate(size);
    }
    give(Value::None)
}

/// `__stdout__()`: what the program put in the place of `sys.stdout`, or `None`.
fn stdout(machine: &mut Machine, _: Args<'_>) -> NativeResult {
    let sys = machine.image.modules.get("sys").map(|&module| machine.heap.get(module));
    let Some(Object::Module { dict, .. }) = sys else { return give(Value::None) };
    let own = machine.dict_get_str(*dict, &Str::from("__stdout__"));
    machine.looked(*dict, Key::Global(Str::from("stdout")));
    match machine.dict_get_str(*dict, &Str::from("stdout")) {
        Some(stdout) if !own.is_some_and(|own| own.is(&stdout)) => give(stdout),
        _ => give(Value::None),
    }
}
