//! What values look like: `repr` and `str`.
//!
//! Objects whose class says in Python what they look like cannot be shown here, nor what is nested deeply: then the
//! library's Python does it.

use crate::class::{self, BUILTIN};
use crate::effect::Key;
use crate::machine::Machine;
use crate::native::{Binding, Flow, Native, NativeResult};
use crate::natives::numerals::{float_repr, int_text};
use crate::natives::quoting::{bytes_repr, escaped};
use crate::object::{DictPart, Exception, Object};
use crate::sync::Sync;
use crate::text::Str;
use crate::value::{Id, Value};

/// How deep containers are shown before the library's Python takes over.
const DEPTH: usize = 50;

/// The number that stands for an object's place in memory. It is made from the id, so that it is the same in each run.
pub(crate) fn address(id: Id) -> u64 {
    0x7f00_0000_0000 + u64::from(id.0) * 16
}

/// `repr(value)`; none if only Python can tell.
pub(crate) fn repr(machine: &Machine, value: &Value) -> Option<String> {
    Shower { machine, within: Vec::new() }.repr(value)
}

/// `repr` of something in other objects, which are shown as `[...]` where they come again.
pub(crate) fn repr_within(machine: &Machine, value: &Value, within: Vec<Id>) -> Option<String> {
    Shower { machine, within }.repr(value)
}

/// `str(value)`; none if only Python can tell.
pub(crate) fn str(machine: &Machine, value: &Value) -> Option<String> {
    match value {
        Value::Str(text) => Some(text.to_string()),
        Value::Ref(id) => match machine.heap.get(*id) {
            Object::Exception(exception) if !machine.in_python(value, &machine.image.names.str) => {
                machine.noted(*id);
                exception_text(machine, exception)
            }
            _ if machine.in_python(value, &machine.image.names.str) => None,
            Object::Instance(instance) if !machine.in_python(value, &machine.image.names.repr) => {
                match &instance.base {
                    Value::Str(text) => Some(text.to_string()),
                    _ => repr(machine, value),
                }
            }
            _ => repr(machine, value),
        },
        _ => repr(machine, value),
    }
}

/// What `BaseException.__str__` gives.
pub(crate) fn exception_text(machine: &Machine, exception: &Exception) -> Option<String> {
    let args = machine.tuple_items(&exception.args)?;
    match args {
        [] => Some(String::new()),
        [key] if machine.is_subclass(exception.class, class::KEY_ERROR) => repr(machine, key),
        [one] => str(machine, one),
        [message, place] if machine.is_subclass(exception.class, class::SYNTAX_ERROR) => {
            let message = str(machine, message)?;
            match machine.tuple_items(place) {
                Some([Value::Str(file), Value::Int(line), ..]) => {
                    let file = file.rsplit('/').next().unwrap_or_default();
                    Some(format!("{message} ({file}, line {line})"))
                }
                _ => Some(message),
            }
        }
        [number, text, files @ ..] if machine.is_subclass(exception.class, class::OS_ERROR) => {
            let mut shown = format!("[Errno {}] {}", str(machine, number)?, str(machine, text)?);
            // Between the first file and the second is an error number that only Windows has.
            for (file, mark) in files.iter().step_by(2).zip([": ", " -> "]) {
                shown += mark;
                shown += &repr(machine, file)?;
            }
            Some(shown)
        }
        _ => repr(machine, &exception.args),
    }
}

/// What `object.__repr__` gives: whatever the class says in Python is left out.
pub(crate) fn plain(machine: &Machine, value: &Value) -> String {
    match value {
        Value::Ref(id) => match machine.heap.get(*id) {
            Object::Exception(exception) => exception_repr(machine, exception).unwrap_or_default(),
            _ => format!("<{} object at 0x{:x}>", machine.full_name(machine.class_of(value)), address(*id)),
        },
        _ => repr(machine, value).unwrap_or_default(),
    }
}

/// What `BaseException.__repr__` gives.
pub(crate) fn exception_repr(machine: &Machine, exception: &Exception) -> Option<String> {
    let name = machine.name_of_class(exception.class);
    let is_os_error = machine.is_subclass(exception.class, class::OS_ERROR);
    match machine.tuple_items(&exception.args)? {
        // The files are no arguments, although they are given as such.
        [number, text, ..] if is_os_error => {
            Some(format!("{name}({}, {})", repr(machine, number)?, repr(machine, text)?))
        }
        [one] => Some(format!("{name}({})", repr(machine, one)?)),
        items => {
            let shown: Option<Vec<_>> = items.iter().map(|item| repr(machine, item)).collect();
            Some(format!("{name}({})", shown?.join(", ")))
        }
    }
}

struct Shower<'m> {
    machine: &'m Machine,
    /// The containers being shown, the outermost first.
    within: Vec<Id>,
}

impl Shower<'_> {
    fn repr(&mut self, value: &Value) -> Option<String> {
        Some(match value {
            Value::Unbound => "<NULL>".into(),
            Value::None => "None".into(),
            Value::NotImplemented => "NotImplemented".into(),
            Value::Ellipsis => "Ellipsis".into(),
            Value::Bool(true) => "True".into(),
            Value::Bool(false) => "False".into(),
            Value::Int(i) => i.to_string(),
            Value::Big(big) => return int_text(big),
            Value::Float(f) => float_repr(*f),
            Value::Str(text) => {
                // Far more than `spend_bytes`: one text can be in a list a thousand times.
                self.machine.spend(text.len() as u64 / 4);
                if self.machine.is_overworked() {
                    return None;
                }
                escaped(text, false)
            }
            Value::Bytes(bytes) => bytes_repr(bytes),
            Value::Code(id) => {
                let code = &self.machine.code(*id).code;
                format!("<code object {} at 0x{:x}>", code.name, 0x7e00_0000_0000 + u64::from(id.0) * 16)
            }
            Value::Native(native) => native_repr(*native),
            Value::Ref(id) => return self.object(*id, value),
        })
    }

    fn object(&mut self, id: Id, value: &Value) -> Option<String> {
        let machine = self.machine;
        machine.spend(8);
        if machine.is_overworked() {
            return None;
        }
        let at = address(id);
        Some(match machine.heap.get(id) {
            Object::List(_) | Object::Tuple(_) | Object::Dict(_) | Object::Set(_) | Object::FrozenSet(_) => {
                return self.container(id);
            }
            Object::DictView { dict, kind } => {
                let name = machine.class_name(value);
                let entries = machine.hashed(*dict)?;
                let mut shown = Vec::new();
                for entry in entries.iter() {
                    shown.push(match kind {
                        DictPart::Keys => self.repr(&entry.key)?,
                        DictPart::Values => self.repr(&entry.value)?,
                        DictPart::Items => {
                            format!("({}, {})", self.repr(&entry.key)?, self.repr(&entry.value)?)
                        }
                    });
                }
                format!("{name}([{}])", shown.join(", "))
            }
            Object::Range(range) => match range.step {
                1 => format!("range({}, {})", range.start, range.stop),
                step => format!("range({}, {}, {step})", range.start, range.stop),
            },
            Object::Slice(parts) => format!("slice({})", self.all(parts.iter())?.join(", ")),
            Object::Traceback(_) => format!("<traceback object at 0x{at:x}>"),
            // Built in for whoever looks at it, whatever it is written in.
            Object::Function(function) if Some(function.globals) == machine.image.builtins => {
                format!("<built-in function {}>", function.name)
            }
            Object::Function(function) => format!("<function {} at 0x{at:x}>", function.qualname),
            Object::Method { function: Value::Native(native), this } => {
                let this = match machine.as_object(this) {
                    Some(Object::Class(class)) => format!("type object at 0x{:x}", address(class.mro[0])),
                    _ => format!("{} object at 0x{:x}", machine.class_name(this), machine.identity(this)),
                };
                format!("<built-in method {} of {this}>", native.0.name)
            }
            Object::Method { function, this } => {
                let name = match machine.as_object(function) {
                    Some(Object::Function(function)) => function.qualname.to_string(),
                    _ => "?".into(),
                };
                format!("<bound method {name} of {}>", self.repr(this)?)
            }
            Object::Class(_) if machine.in_python(value, &machine.image.names.repr) => return None,
            Object::Class(_) => format!("<class '{}'>", machine.full_name(id)),
            Object::Instance(_) if machine.in_python(value, &machine.image.names.repr) => return None,
            Object::Instance(instance) => match &instance.base {
                Value::Unbound => format!("<{} object at 0x{at:x}>", machine.full_name(instance.class)),
                base => self.subclassed(instance.class, base)?,
            },
            Object::Exception(_) if machine.in_python(value, &machine.image.names.repr) => return None,
            Object::Exception(exception) => {
                let name = machine.name_of_class(exception.class);
                let is_os_error = machine.is_subclass(exception.class, class::OS_ERROR);
                match machine.tuple_items(&exception.args)? {
                    [one] => format!("{name}({})", self.repr(one)?),
                    [number, text, ..] if is_os_error => {
                        format!("{name}({})", self.all([number, text].into_iter())?.join(", "))
                    }
                    items => format!("{name}({})", self.all(items.iter())?.join(", ")),
                }
            }
            Object::Module { name, .. } => format!("<module '{name}' (built-in)>"),
            Object::Generator(generator) => {
                let kind = machine.class_name(value);
                format!("<{kind} object {} at 0x{at:x}>", generator.qualname)
            }
            Object::StaticMethod(function) => format!("<staticmethod({})>", self.repr(function)?),
            Object::ClassMethod(function) => format!("<classmethod({})>", self.repr(function)?),
            Object::Super { class, this } => {
                let (class, own) = (machine.name_of_class(*class), machine.class_name(this));
                format!("<super: <class '{class}'>, <{own} object>>")
            }
            Object::Cell(Value::Unbound) => format!("<cell at 0x{at:x}: empty>"),
            Object::Cell(value) => {
                let (name, to) = (machine.class_name(value), machine.identity(value));
                format!("<cell at 0x{at:x}: {name} object at 0x{to:x}>")
            }
            Object::Sync(sync) => {
                value.id().into_iter().for_each(|id| machine.looked(id, Key::Whole));
                sync_repr(machine, value, sync, at)
            }
            Object::Free(_) | Object::Iter(_) | Object::Property(_) | Object::Database(_) => {
                format!("<{} object at 0x{at:x}>", machine.class_name(value))
            }
        })
    }

    fn all<'v>(&mut self, values: impl Iterator<Item = &'v Value>) -> Option<Vec<String>> {
        values.map(|value| self.repr(value)).collect()
    }

    /// An object of a subclass of a built-in class.
    fn subclassed(&mut self, class: Id, base: &Value) -> Option<String> {
        let text = self.repr(base)?;
        Some(match self.machine.as_object(base) {
            Some(Object::Set(set)) if !set.is_empty() => {
                format!("{}({text})", self.machine.name_of_class(class))
            }
            Some(Object::Set(_)) => format!("{}()", self.machine.name_of_class(class)),
            Some(Object::FrozenSet(_)) => text.replacen("frozenset", &self.machine.name_of_class(class), 1),
            _ => text,
        })
    }

    fn container(&mut self, id: Id) -> Option<String> {
        let machine = self.machine;
        let object = machine.noted(id);
        if self.within.contains(&id) {
            return Some(match object {
                Object::List(_) => "[...]".into(),
                Object::Tuple(_) => "(...)".into(),
                Object::Dict(_) => "{...}".into(),
                Object::Set(_) => "set(...)".into(),
                _ => "frozenset(...)".into(),
            });
        }
        if self.within.len() >= DEPTH {
            return None;
        }
        self.within.push(id);
        let text = match object {
            Object::List(items) => format!("[{}]", self.all(items.iter())?.join(", ")),
            Object::Tuple(items) => match self.all(items.iter())?.as_slice() {
                [one] => format!("({one},)"),
                shown => format!("({})", shown.join(", ")),
            },
            Object::Dict(dict) => {
                let mut shown = Vec::new();
                for entry in dict.iter() {
                    shown.push(format!("{}: {}", self.repr(&entry.key)?, self.repr(&entry.value)?));
                }
                format!("{{{}}}", shown.join(", "))
            }
            Object::Set(set) if set.is_empty() => "set()".into(),
            Object::Set(set) => format!("{{{}}}", self.all(set.iter().map(|e| &e.key))?.join(", ")),
            Object::FrozenSet(set) if set.is_empty() => "frozenset()".into(),
            Object::FrozenSet(set) => {
                format!("frozenset({{{}}})", self.all(set.iter().map(|e| &e.key))?.join(", "))
            }
            _ => return None,
        };
        self.within.pop();
        Some(text)
    }
}

fn native_repr(native: Native) -> String {
    let name = native.0.name;
    if native.0.binding == Binding::Static {
        return format!("<built-in function {name}>");
    }
    let owner = crate::natives::methods()
        .into_iter()
        .find(|(_, methods)| methods.iter().any(|method| std::ptr::eq(method, native.0)))
        .and_then(|(class, _)| BUILTIN.iter().find(|(id, ..)| *id == class));
    match owner {
        Some((_, class, _)) if name.starts_with("__") => {
            format!("<slot wrapper '{name}' of '{class}' objects>")
        }
        Some((_, class, _)) => format!("<method '{name}' of '{class}' objects>"),
        None => format!("<built-in function {name}>"),
    }
}

fn sync_repr(machine: &Machine, value: &Value, sync: &Sync, at: u64) -> String {
    let state = |held: bool| if held { "locked" } else { "unlocked" };
    match sync {
        Sync::Lock { owner } => format!("<{} _thread.lock object at 0x{at:x}>", state(owner.is_some())),
        Sync::RLock { owner, depth } => {
            let thread = owner.map_or(0, crate::natives::threading::ident);
            format!(
                "<{} _thread.RLock object owner={thread} count={depth} at 0x{at:x}>",
                state(owner.is_some())
            )
        }
        _ => format!("<{} object at 0x{at:x}>", machine.class_name(value)),
    }
}

impl Machine {
    /// Whether a value's class has a method that is written in Python.
    pub(crate) fn in_python(&self, value: &Value, method: &Str) -> bool {
        // Built-in classes have no method in Python, and most values are theirs.
        let class = match self.as_object(value) {
            Some(Object::Instance(instance)) => instance.class,
            Some(Object::Exception(exception)) => exception.class,
            Some(Object::Class(class)) => class.meta,
            _ => return false,
        };
        !matches!(self.class_attribute(class, method), None | Some(Value::Native(_)))
    }

    /// A class's name with its module's in front, as tracebacks have it: without that of the program itself.
    pub(crate) fn name_in_traceback(&self, class: Id) -> String {
        match self.heap.get(class) {
            Object::Class(c) if &*c.module == "__main__" => c.qualname.to_string(),
            _ => self.full_name(class),
        }
    }

    /// A class's name with its module's in front, as `repr` has it.
    pub(crate) fn full_name(&self, class: Id) -> String {
        match self.heap.get(class) {
            Object::Class(c) if &*c.module == "builtins" => c.qualname.to_string(),
            Object::Class(c) => format!("{}.{}", c.module, c.qualname),
            _ => "?".into(),
        }
    }

    /// The number that `id` gives: the same for what is the same object, in each run.
    pub(crate) fn identity(&self, value: &Value) -> u64 {
        const BY_VALUE: u64 = 0x5500_0000_0000;
        match value {
            Value::Ref(id) => address(*id),
            Value::Int(i) => BY_VALUE + ((*i as u64).wrapping_mul(32) & 0xff_ffff_ffff),
            Value::Bool(b) => 0x5600_0000_0000 + u64::from(*b) * 32,
            Value::None | Value::Unbound => 0x5600_0000_1000,
            Value::NotImplemented => 0x5600_0000_2000,
            Value::Ellipsis => 0x5600_0000_3000,
            Value::Code(id) => 0x7e00_0000_0000 + u64::from(id.0) * 16,
            Value::Str(text) => 0x5700_0000_0000 + (text.hash() & 0xff_ffff_fff0),
            Value::Float(f) => 0x5800_0000_0000 + (f.to_bits().rotate_left(20) & 0xff_ffff_fff0),
            Value::Bytes(b) => 0x5900_0000_0000 + (xxhash_rust::xxh3::xxh3_64(b) & 0xff_ffff_fff0),
            Value::Big(b) => {
                0x5a00_0000_0000 + (xxhash_rust::xxh3::xxh3_64(&b.to_signed_bytes_le()) & 0xff_ffff_fff0)
            }
            Value::Native(n) => {
                0x5b00_0000_0000 + (xxhash_rust::xxh3::xxh3_64(n.0.name.as_bytes()) & 0xff_ffff_fff0)
            }
        }
    }

    /// `repr(value)`, in Python where only Python can tell.
    pub(crate) fn repr_flow(&mut self, value: &Value) -> NativeResult {
        match repr(self, value) {
            Some(text) => Ok(Flow::Value(Value::str(text))),
            None => self.ask_python("__repr_of__", vec![value.clone()]),
        }
    }

    /// `str(value)`, in Python where only Python can tell.
    pub(crate) fn str_flow(&mut self, value: &Value) -> NativeResult {
        if let Value::Str(_) = value {
            return Ok(Flow::Value(value.clone()));
        }
        match str(self, value) {
            Some(text) => Ok(Flow::Value(Value::str(text))),
            None => self.ask_python("__str_of__", vec![value.clone()]),
        }
    }
}
