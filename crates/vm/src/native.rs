//! Functions written in Rust, as the machine sees them.

use std::fmt;

use crate::effect::{Operation, Ready};
use crate::frame::{Then, ThreadId};
use crate::machine::Machine;
use crate::text::Str;
use crate::value::{Id, Value};

/// A function written in Rust.
#[derive(Clone, Copy)]
pub struct Native(pub &'static NativeDef);

/// How a function written in Rust is found and called.
pub struct NativeDef {
    /// Its name.
    pub name: &'static str,
    /// What becomes of the object it is looked up on.
    pub binding: Binding,
    /// How many arguments it needs by position, the object that it is called on among them. It may rely on them.
    pub least: u8,
    /// What it does.
    pub run: fn(&mut Machine, Args<'_>) -> NativeResult,
    /// For a function that other threads can see or that can wait: what it is about to do, and when it can.
    pub gate: Option<fn(&Machine, ThreadId, Args<'_>) -> Gate>,
}

/// What becomes of the object that a native function is looked up on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Binding {
    /// It is a function of a module, or a static method: nothing.
    Static,
    /// It becomes the first argument.
    Method,
    /// Its class becomes the first argument.
    Class,
    /// It is not called by the program, but gives the value of an attribute.
    Getter,
}

/// What a function that can wait is about to do, and when it can.
pub struct Gate {
    /// What it is about to do.
    pub operation: Operation,
    /// When it can.
    pub ready: Ready,
}

/// The arguments of a call.
#[derive(Clone, Copy)]
pub struct Args<'a> {
    /// By position.
    pub values: &'a [Value],
    /// By name.
    pub keywords: &'a [(Str, Value)],
}

/// An exception on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Raise(pub Id);

/// What a function written in Rust gives back: nothing recurses, so calling back is a request.
pub enum Flow {
    /// Its value.
    Value(Value),
    /// The value is what this call gives.
    Call(Box<Request>),
    /// The value is a new object of a class, made as `type.__call__` makes it.
    Instantiate(Box<Request>),
    /// The value is what a generator next yields, when it is sent a value or an exception is raised in it.
    Resume(Id, Result<Value, Raise>),
    /// The value is an attribute of an object.
    Attribute(Value, Str),
    /// The same, without asking the object's own `__getattribute__` and `__getattr__`.
    OwnAttribute(Value, Str),
    /// The value is a new class, whose body is to run: the arguments of `__build_class__`.
    BuildClass(Vec<Value>, Vec<(Str, Value)>),
}

/// A call that is to be made.
#[derive(Debug)]
#[allow(missing_docs)]
pub struct Request {
    pub callee: Value,
    pub args: Vec<Value>,
    pub keywords: Vec<(Str, Value)>,
    /// What becomes of what it returns.
    pub then: Then,
}

/// What a function written in Rust gives back, or the exception it raises.
pub type NativeResult = Result<Flow, Raise>;

impl NativeDef {
    /// A function of a module.
    pub const fn function(name: &'static str, run: fn(&mut Machine, Args<'_>) -> NativeResult) -> NativeDef {
        NativeDef { name, binding: Binding::Static, least: 0, run, gate: None }
    }

    /// A method of a class.
    pub const fn method(name: &'static str, run: fn(&mut Machine, Args<'_>) -> NativeResult) -> NativeDef {
        NativeDef { name, binding: Binding::Method, least: 1, run, gate: None }
    }

    /// An attribute that is computed.
    pub const fn getter(name: &'static str, run: fn(&mut Machine, Args<'_>) -> NativeResult) -> NativeDef {
        NativeDef { name, binding: Binding::Getter, least: 1, run, gate: None }
    }

    /// The same, with so many arguments needed by position, the object that it is called on among them.
    pub const fn needs(self, least: u8) -> NativeDef {
        NativeDef { least, ..self }
    }

    /// The same, with what it waits for.
    pub const fn gated(self, gate: fn(&Machine, ThreadId, Args<'_>) -> Gate) -> NativeDef {
        NativeDef { gate: Some(gate), ..self }
    }

    /// The same as a class method.
    pub const fn on_class(self) -> NativeDef {
        NativeDef { binding: Binding::Class, least: if self.least == 0 { 1 } else { self.least }, ..self }
    }
}

impl Flow {
    /// A request to call something with arguments by position.
    pub fn call(callee: Value, args: Vec<Value>) -> Flow {
        Flow::Call(Box::new(Request { callee, args, keywords: Vec::new(), then: Then::Push }))
    }
}

impl<'a> Args<'a> {
    /// Arguments by position alone.
    pub fn positional(values: &'a [Value]) -> Args<'a> {
        Args { values, keywords: &[] }
    }

    /// The argument at a place, if it is given by position.
    pub fn get(&self, place: usize) -> Option<&'a Value> {
        self.values.get(place)
    }

    /// The argument given by position or by name.
    pub fn find(&self, place: usize, name: &str) -> Option<&'a Value> {
        self.get(place).or_else(|| self.keyword(name))
    }

    /// The argument given by name.
    pub fn keyword(&self, name: &str) -> Option<&'a Value> {
        self.keywords.iter().find(|(key, _)| key.as_str() == name).map(|(_, value)| value)
    }
}

impl From<Value> for Flow {
    fn from(value: Value) -> Flow {
        Flow::Value(value)
    }
}

impl PartialEq for Native {
    fn eq(&self, other: &Native) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

impl Eq for Native {}

impl fmt::Debug for Native {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<native {}>", self.0.name)
    }
}
