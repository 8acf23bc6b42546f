//! `traceback` and who called: the frames of the program, as plain data.

use crate::machine::Machine;
use crate::native::{Args, NativeDef, NativeResult};
use crate::natives::help::give;
use crate::object::{Object, TracebackEntry};
use crate::traceback::{Entry, frame_text};
use crate::value::Value;

/// The functions that the Python part of `traceback` is written with.
pub(crate) static FUNCTIONS: &[NativeDef] = &[NativeDef::function("_frames", frames)];

/// What others of the library ask.
pub(crate) static CALLER: &[NativeDef] = &[NativeDef::function("_caller", caller)];

/// The program's frames below the innermost one, the outermost first.
fn stack(machine: &Machine) -> Vec<TracebackEntry> {
    let own = machine.callers.iter().filter(|frame| !frame.code.internal);
    own.map(|frame| TracebackEntry { code: frame.code.id, at: frame.last() }).collect()
}

/// `_caller()`: the file, line and function from which the library was called.
fn caller(machine: &mut Machine, _: Args<'_>) -> NativeResult {
    let entry = stack(machine).last().map(|entry| machine.traceback_entry(entry));
    let (file, line, name) = match entry {
        Some(Entry { file, name, span }) => (file.to_string(), i64::from(span.line), name.to_string()),
        None => ("(unknown file)".into(), 0, "(unknown function)".into()),
    };
    give(machine.new_tuple(vec![Value::str(file), Value::Int(line), Value::str(name)]))
}

/// `_frames(exception)`: of each frame that an exception or traceback went through, or of each that is running, its
/// file, line, function, line of source, and the text that a traceback has for it.
fn frames(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let id = match args.get(0).and_then(Value::id).map(|id| (id, machine.heap.get(id))) {
        Some((_, Object::Traceback(exception))) => Some(*exception),
        Some((id, Object::Exception(_))) => Some(id),
        _ => None,
    };
    let entries = match id.and_then(|id| machine.exception(id)) {
        Some(exception) => exception.traceback.iter().rev().copied().collect(),
        None => stack(machine),
    };
    let source = machine.image.source.clone();
    let mut shown = Vec::with_capacity(entries.len());
    for entry in entries {
        let entry = machine.traceback_entry(&entry);
        let at = (entry.span.line as usize).saturating_sub(1);
        let line = source.lines().nth(at).unwrap_or_default().trim().to_string();
        let text = frame_text(&entry, &source);
        let Entry { file, name, span } = entry;
        let parts = vec![
            Value::str(&*file),
            Value::Int(span.line.into()),
            Value::str(&*name),
            Value::str(line),
            Value::str(text),
        ];
        shown.push(machine.new_tuple(parts));
    }
    give(machine.new_list(shown))
}
