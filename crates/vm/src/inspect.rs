//! What a machine looks like from outside, for those who show it: where its threads are, and which objects the
//! program's variables lead to, by the names that a reader of the program would call them.

use std::collections::{BTreeSet, VecDeque};

use crate::code::{Op, Span};
use crate::effect::{Key, Place};
use crate::frame::ThreadId;
use crate::machine::Machine;
use crate::object::Object;
use crate::repr;
use crate::text::Str;
use crate::value::{CodeId, Id, Value};

/// How many variables, attributes and items are looked at.
const MOST: usize = 2_000;

/// How many items of a container are shown.
const ITEMS: usize = 12;

/// How many characters of a text are shown.
const CHARS: usize = 40;

/// Where in the program a thread is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// The code that it runs.
    pub code: CodeId,
    /// The index of the instruction.
    pub at: u32,
    /// What the instruction is.
    pub op: Op,
    /// The part of the source that it evaluates.
    pub span: Span,
    /// Whether the instruction was begun: it is a call that has not yet come back.
    pub begun: bool,
}

/// A variable, attribute or item, found from a global variable of the program.
#[derive(Clone, Debug)]
pub struct Found {
    /// What a reader of the program would call it: `accounts[0].balance`.
    pub path: String,
    /// The global variable that it was found from.
    pub global: Str,
    /// Where it is.
    pub place: Place,
    /// What is in it.
    pub value: Value,
}

impl Machine {
    /// Where in the program a thread is: at the next instruction of its own, or at the call that library code is at work
    /// for. None if it has ended, or runs library code alone.
    pub fn position(&self, thread: ThreadId) -> Option<Position> {
        let frames = &self.thread(thread).frames;
        let depth = frames.iter().rposition(|frame| !frame.code.internal)?;
        let frame = &frames[depth];
        let begun = depth + 1 < frames.len();
        let at = if begun { frame.last() } else { frame.ip };
        let op = frame.code.instructions.get(at as usize)?.op;
        // What has no place of its own, as the first instruction of a module, stands where the next that has one does.
        let spans = frame.code.code.spans.get(at as usize..)?;
        let span = spans.iter().find(|span| span.line > 0).copied().unwrap_or_default();
        Some(Position { code: frame.code.id, at, op, span, begun })
    }

    /// The program's global variables, and the attributes and items they lead to, those nearest to a variable first. An
    /// object is entered once, by its shortest name; functions, classes, modules and what belongs to the library is
    /// named, but not entered.
    pub fn variables(&self) -> Vec<Found> {
        let mut found = Vec::new();
        let mut entered = BTreeSet::new();
        let mut pending = VecDeque::new();
        self.each_in_dict(self.globals(), &mut |name, value| {
            let place = Place { object: self.globals(), key: Key::Global(name.clone()) };
            pending.push_back(Found {
                path: name.to_string(),
                global: name.clone(),
                place,
                value: value.clone(),
            });
        });
        while let Some(next) = pending.pop_front() {
            if found.len() + pending.len() < MOST
                && let Value::Ref(id) = next.value
                && entered.insert(id)
            {
                self.each_part(id, &next, &mut |part| pending.push_back(part));
            }
            found.push(next);
        }
        found
    }

    /// A value in few characters. No code of the program's own runs for it.
    pub fn short(&self, value: &Value) -> String {
        self.short_to_depth(value, 2)
    }

    /// A line of the program, counted from 1.
    pub fn source_line(&self, line: u32) -> Option<String> {
        self.image.source.lines().nth(line.checked_sub(1)? as usize).map(String::from)
    }

    /// An exception in the words of a traceback's last line.
    pub fn exception_line(&self, id: Id) -> String {
        let text = self.format_exception(id, &[]);
        text.trim_end().lines().last().unwrap_or_default().into()
    }

    /// The class of an object if the program itself defines it.
    pub fn own_class(&self, value: &Value) -> Option<&Str> {
        let Value::Ref(id) = value else { return None };
        match self.object(*id) {
            Object::Instance(instance) => self.own_class_name(instance.class),
            Object::Class(_) => self.own_class_name(*id),
            _ => None,
        }
    }

    fn own_class_name(&self, class: Id) -> Option<&Str> {
        match self.object(class) {
            Object::Class(class) if class.module.as_str() == "__main__" => Some(&class.name),
            _ => None,
        }
    }

    fn each_in_dict(&self, dict: Id, f: &mut dyn FnMut(&Str, &Value)) {
        let Object::Dict(dict) = self.object(dict) else { return };
        for entry in dict.iter() {
            if let Some(name) = entry.key.as_str()
                && !name.starts_with("__")
            {
                f(name, &entry.value);
            }
        }
    }

    fn each_part(&self, id: Id, whole: &Found, f: &mut dyn FnMut(Found)) {
        let part = |path: String, key: Key, value: &Value| Found {
            path,
            global: whole.global.clone(),
            place: Place { object: id, key },
            value: value.clone(),
        };
        let path = &whole.path;
        let mut attributes = |dict: Id| {
            self.each_in_dict(dict, &mut |name, value| {
                f(part(format!("{path}.{name}"), Key::Attribute(name.clone()), value));
            });
        };
        match self.object(id) {
            Object::Instance(instance) => {
                if self.own_class_name(instance.class).is_some() {
                    attributes(instance.dict);
                }
                if let Some(inner) = self.contents(instance) {
                    self.each_part(inner, whole, f);
                }
            }
            Object::Class(class) if class.module.as_str() == "__main__" => attributes(class.dict),
            Object::List(items) => {
                for (item, index) in items.iter().zip(0..) {
                    f(part(format!("{path}[{index}]"), Key::Item(Value::Int(index)), item));
                }
            }
            Object::Tuple(items) => {
                for (item, index) in items.iter().zip(0..) {
                    f(part(format!("{path}[{index}]"), Key::Item(Value::Int(index)), item));
                }
            }
            Object::Dict(dict) => {
                for entry in dict.iter() {
                    let key = self.short(&entry.key);
                    f(part(format!("{path}[{key}]"), Key::Item(entry.key.clone()), &entry.value));
                }
            }
            _ => {}
        }
    }

    pub(crate) fn short_to_depth(&self, value: &Value, depth: usize) -> String {
        match value {
            Value::Unbound => String::new(),
            Value::None => "None".into(),
            Value::NotImplemented => "NotImplemented".into(),
            Value::Ellipsis => "Ellipsis".into(),
            Value::Bool(truth) => if *truth { "True" } else { "False" }.into(),
            Value::Int(number) => number.to_string(),
            Value::Big(number) => cut(&number.to_string()),
            Value::Float(number) => repr::float(*number),
            Value::Str(text) if text.char_len() > CHARS => repr::string(&cut(text)),
            Value::Str(text) => repr::string(text),
            Value::Bytes(bytes) => format!("<{} bytes>", bytes.len()),
            Value::Code(_) => "<code>".into(),
            Value::Native(native) => native.0.name.into(),
            Value::Ref(id) => self.short_object(*id, depth),
        }
    }

    fn short_object(&self, id: Id, depth: usize) -> String {
        let items = |items: &[Value]| self.short_items(items.iter(), items.len(), depth);
        match self.object(id) {
            Object::List(list) => format!("[{}]", items(list)),
            Object::Tuple(tuple) if tuple.len() == 1 => format!("({},)", items(tuple)),
            Object::Tuple(tuple) => format!("({})", items(tuple)),
            Object::Set(set) | Object::FrozenSet(set) if set.is_empty() => "set()".into(),
            Object::Set(set) | Object::FrozenSet(set) => {
                format!("{{{}}}", self.short_items(set.iter().map(|entry| &entry.key), set.len(), depth))
            }
            Object::Dict(_) if depth == 0 => "{…}".into(),
            Object::Dict(dict) => {
                let shown = dict.iter().take(ITEMS).map(|entry| {
                    format!("{}: {}", self.short(&entry.key), self.short_to_depth(&entry.value, depth - 1))
                });
                let shown: Vec<_> = shown.collect();
                let more = if dict.len() > ITEMS { ", …" } else { "" };
                format!("{{{}{more}}}", shown.join(", "))
            }
            Object::Instance(instance) => self.short_instance(instance, depth),
            Object::Function(function) => function.name.to_string(),
            Object::Class(class) => class.name.to_string(),
            Object::Module { name, .. } => name.to_string(),
            Object::Range(range) => format!("range({}, {}, {})", range.start, range.stop, range.step),
            Object::Cell(value) => self.short_to_depth(value, depth),
            _ => format!("<{}>", self.name_of_class(self.class_of(&Value::Ref(id)))),
        }
    }

    fn short_items<'a>(&self, items: impl Iterator<Item = &'a Value>, len: usize, depth: usize) -> String {
        if depth == 0 && len > 0 {
            return "…".into();
        }
        let shown: Vec<_> = items.take(ITEMS).map(|item| self.short_to_depth(item, depth - 1)).collect();
        shown.join(", ") + if len > ITEMS { ", …" } else { "" }
    }
}

fn cut(text: &str) -> String {
    let mut shown: String = text.chars().take(CHARS).collect();
    if text.chars().nth(CHARS).is_some() {
        shown.push('…');
    }
    shown
}
