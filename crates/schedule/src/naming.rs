//! What an object is called in the program: the shortest way to it from a global variable.

use std::collections::{BTreeSet, VecDeque};

use interleave_vm::object::Object;
use interleave_vm::value::{Id, Value};
use interleave_vm::{Machine, ThreadId};

/// How many steps a way has at most; longer ones say nothing.
const LONGEST: usize = 4;

/// What an object is called: `lock`, `account.lock`, `forks[0]`, or, in a function's own variables, `payer.lock in transfer`.
/// None if nothing leads to it.
pub fn name_of(machine: &Machine, wanted: Id) -> Option<String> {
    let globals = items(machine, machine.globals()).map(|(key, id)| (key_text(key, false), id));
    let globals = globals.filter(|(name, _)| !name.starts_with("__"));
    search(machine, globals.collect(), wanted)
        .or_else(|| machine.threads().find_map(|thread| local_name(machine, thread, wanted)))
}

/// Looks in breadth, so that the shortest way is found first, and of equal ones the first in the program.
fn search(machine: &Machine, start: Vec<(String, Id)>, wanted: Id) -> Option<String> {
    let mut seen = BTreeSet::new();
    let mut ways: VecDeque<(String, Id, usize)> = start.into_iter().map(|(name, id)| (name, id, 1)).collect();
    while let Some((name, id, length)) = ways.pop_front() {
        if id == wanted {
            return Some(name);
        }
        if length < LONGEST && seen.insert(id) {
            ways.extend(parts(machine, id).map(|(part, id)| (format!("{name}{part}"), id, length + 1)));
        }
    }
    None
}

/// The objects within an object, each with what it takes to get there from it.
fn parts(machine: &Machine, id: Id) -> Box<dyn Iterator<Item = (String, Id)> + '_> {
    match machine.object(id) {
        Object::Instance(instance) => {
            // What the library's event or condition is made of has no name but the event's.
            let made_of: Vec<Id> =
                machine.sync_in(id).into_iter().chain(machine.lock_of_condition(id)).collect();
            let attributes = items(machine, instance.dict);
            Box::new(attributes.map(move |(key, id)| match made_of.contains(&id) {
                true => (String::new(), id),
                false => (format!(".{}", key_text(key, false)), id),
            }))
        }
        Object::Dict(_) => {
            Box::new(items(machine, id).map(|(key, id)| (format!("[{}]", key_text(key, true)), id)))
        }
        Object::List(list) => Box::new(indexed(list)),
        Object::Tuple(tuple) => Box::new(indexed(tuple)),
        Object::Cell(value) => Box::new(value.id().map(|id| (String::new(), id)).into_iter()),
        Object::Class(class) => {
            let attributes = items(machine, class.dict);
            Box::new(attributes.map(|(key, id)| (format!(".{}", key_text(key, false)), id)))
        }
        _ => Box::new(std::iter::empty()),
    }
}

fn indexed(values: &[Value]) -> impl Iterator<Item = (String, Id)> + '_ {
    values.iter().enumerate().filter_map(|(index, value)| Some((format!("[{index}]"), value.id()?)))
}

fn items(machine: &Machine, dict: Id) -> impl Iterator<Item = (&Value, Id)> {
    let dict = match machine.object(dict) {
        Object::Dict(dict) => Some(dict),
        _ => None,
    };
    dict.into_iter().flat_map(|dict| dict.iter()).filter_map(|entry| Some((&entry.key, entry.value.id()?)))
}

fn key_text(key: &Value, quoted: bool) -> String {
    match key {
        Value::Str(text) if quoted => format!("'{}'", text.as_str()),
        Value::Str(text) => text.as_str().into(),
        Value::Int(int) => int.to_string(),
        _ => "...".into(),
    }
}

/// What the functions that a thread is in call an object, the innermost first.
fn local_name(machine: &Machine, thread: ThreadId, wanted: Id) -> Option<String> {
    let frames = machine.thread(thread).frames.iter().rev().filter(|frame| !frame.code.internal);
    frames.into_iter().find_map(|frame| {
        let code = &frame.code.code;
        let locals = std::iter::zip(&code.locals, &frame.slots);
        let locals = locals.filter_map(|(local, value)| Some((local.name.to_string(), value.id()?)));
        Some(format!("{} in {}", search(machine, locals.collect(), wanted)?, code.name))
    })
}
