//! What threads keep to themselves: what one has read stays as it was read, whatever others write meanwhile.

use std::collections::BTreeSet;

use interleave_vm::inspect::Found;
use interleave_vm::{Frame, Id, Machine, Object, ThreadId, Value};

/// A value that only one thread has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Who has it.
    pub thread: ThreadId,
    /// What a reader of the program would call it: `balance`, `payer.balance`.
    pub name: String,
    /// The value.
    pub value: String,
}

/// Of one thread so many are shown: there is only the rest of a line for them.
const MOST: usize = 2;

/// A longer text is not shown.
const LONGEST: usize = 16;

/// What the function in which a thread is has kept: numbers and short texts in its variables, and numbers in objects of the
/// program's classes that it made or was given by the library and that its code names. Arguments are left out, for they
/// only say again what is in the call, and so is all that a global variable leads to.
pub fn kept_by(machine: &Machine, thread: ThreadId, found: &[Found]) -> Vec<Kept> {
    let frame = machine.thread(thread).frames.iter().rfind(|frame| !frame.code.internal);
    let Some(frame) = frame.filter(|frame| frame.code.code.is_function) else { return Vec::new() };
    let code = &frame.code.code;
    let arguments = code.arg_count
        + code.keyword_only_count
        + u32::from(code.has_varargs)
        + u32::from(code.has_varkeywords);
    let locals = code.locals.iter().zip(&frame.slots).skip(arguments as usize);
    let mut shared: Option<BTreeSet<Id>> = None;
    let mut kept = Vec::new();
    for (local, value) in locals.filter(|(local, _)| !local.name.starts_with('_')) {
        match value {
            Value::Int(_) | Value::Float(_) => kept.push((local.name.to_string(), machine.short(value))),
            Value::Str(text) if text.char_len() <= LONGEST => {
                kept.push((local.name.to_string(), machine.short(value)));
            }
            Value::Ref(id) => {
                let shared =
                    shared.get_or_insert_with(|| found.iter().filter_map(|it| it.value.id()).collect());
                if !shared.contains(id) {
                    kept.extend(numbers_in(machine, frame, &local.name, *id));
                }
            }
            _ => {}
        }
    }
    // What was read of an object says more than the variable of a loop.
    kept.sort_by_key(|(name, _)| !name.contains('.'));
    kept.truncate(MOST);
    kept.into_iter().map(|(name, value)| Kept { thread, name, value }).collect()
}

/// The numbers in an object of the program's own class, by attributes that the code of a frame names.
fn numbers_in(machine: &Machine, frame: &Frame, name: &str, id: Id) -> Vec<(String, String)> {
    let Object::Instance(instance) = machine.object(id) else { return Vec::new() };
    let Object::Dict(attributes) = machine.object(instance.dict) else { return Vec::new() };
    if machine.own_class(&Value::Ref(id)).is_none() {
        return Vec::new();
    }
    let named = frame.code.code.names.iter().filter_map(|attribute| {
        let entry = attributes
            .iter()
            .find(|entry| entry.key.as_str().is_some_and(|key| key.as_str() == &**attribute))?;
        let number = matches!(entry.value, Value::Int(_) | Value::Float(_));
        number.then(|| (format!("{name}.{attribute}"), machine.short(&entry.value)))
    });
    named.collect()
}
