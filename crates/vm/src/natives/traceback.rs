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

/// `_caller(up)`: the file, line, function and line of source from which the library was called, or so many calls up.
fn caller(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let up = args.get(0).and_then(crate::numbers::to_small).unwrap_or(0) as usize;
    let entries = stack(machine);
    let entry = entries.iter().rev().nth(up).map(|entry| machine.traceback_entry(entry));
    let (file, line, name) = match entry {
        Some(Entry { file, name, span }) => (file.to_string(), span.line, name.to_string()),
        None => ("sys".into(), 1, "<module>".into()),
    };
    let source = source_line(&machine.image.source, line);
    give(machine.new_tuple(vec![
        Value::str(file),
        Value::Int(line.into()),
        Value::str(name),
        Value::str(source),
    ]))
}

fn source_line(source: &str, line: u32) -> String {
    source.lines().nth((line as usize).saturating_sub(1)).unwrap_or_default().trim().to_string()
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
    let (source, marks) = (machine.image.source.clone(), machine.image.marks.clone());
    let mut shown = Vec::with_capacity(entries.len());
    for entry in entries {
        let entry = machine.traceback_entry(&entry);
        let line = source_line(&source, entry.span.line);
        let text = frame_text(&entry, &source, &marks);
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
