//! The objects of a machine's heap.

use crate::class::Class;
use crate::database::Stored;
use crate::dict::Dict;
use crate::frame::Frame;
use crate::sync::Sync;
use crate::text::Str;
use crate::value::{CodeId, Id, Value};

/// An object: what a [`Value::Ref`] names.
#[derive(Clone, Debug)]
pub enum Object {
    /// Nothing: a place in the heap to be used again. It holds the next such place.
    Free(u32),
    /// `list`
    List(Vec<Value>),
    /// `tuple`
    Tuple(Box<[Value]>),
    /// `dict`
    Dict(Box<Dict>),
    /// `set`
    Set(Box<Dict>),
    /// `frozenset`
    FrozenSet(Box<Dict>),
    /// `range`
    Range(Range),
    /// `slice`: start, stop, step
    Slice(Box<[Value; 3]>),
    /// A variable shared between functions.
    Cell(Value),
    /// A function written in Python.
    Function(Box<Function>),
    /// A function bound to the object it was looked up on.
    Method {
        /// What is called.
        function: Value,
        /// Its first argument.
        this: Value,
    },
    /// A class.
    Class(Box<Class>),
    /// An object of a class that a program defines.
    Instance(Instance),
    /// An exception.
    Exception(Box<Exception>),
    /// The traceback of an exception.
    Traceback(Id),
    /// A module.
    Module {
        /// Its dotted name.
        name: Str,
        /// Its globals, a dict.
        dict: Id,
    },
    /// An iterator over something built in.
    Iter(Iter),
    /// A generator.
    Generator(Box<Generator>),
    /// `property`: getter, setter, deleter
    Property(Box<[Value; 3]>),
    /// `staticmethod`
    StaticMethod(Value),
    /// `classmethod`
    ClassMethod(Value),
    /// `super`
    Super {
        /// Attributes are looked for behind this class.
        class: Id,
        /// What they are bound to.
        this: Value,
    },
    /// `d.keys()`, `d.values()`, `d.items()`
    DictView {
        /// The dict that is seen.
        dict: Id,
        /// What of it is seen.
        kind: DictPart,
    },
    /// A thing that threads wait for.
    Sync(Box<Sync>),
    /// A database, a transaction or a statement.
    Database(Stored),
}

/// An object of a class that a program defines.
#[derive(Clone, Debug)]
pub struct Instance {
    /// Its class.
    pub class: Id,
    /// Its attributes, a dict.
    pub dict: Id,
    /// The built-in value that it also is, where its class has a built-in one among its bases.
    pub base: Value,
}

/// `range(start, stop, step)`; the step is never 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Range {
    pub start: i64,
    pub stop: i64,
    pub step: i64,
}

impl Range {
    /// How many numbers it has.
    pub fn len(&self) -> usize {
        let (start, stop, step) = (self.start as i128, self.stop as i128, self.step as i128);
        let span = if step > 0 { stop - start } else { start - stop };
        if span <= 0 { 0 } else { ((span - 1) / step.abs() + 1) as usize }
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The number at an index below its length.
    pub fn at(&self, index: usize) -> i64 {
        self.start + self.step * index as i64
    }
}

/// A function written in Python: code with the values it was made with.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct Function {
    pub code: CodeId,
    pub name: Str,
    pub qualname: Str,
    pub globals: Id,
    /// Values of the last positional parameters.
    pub defaults: Vec<Value>,
    /// Values of keyword-only parameters: a dict or unbound.
    pub keyword_defaults: Value,
    /// Cells of the variables of enclosing functions.
    pub closure: Vec<Value>,
    /// A tuple of names and values or unbound, as `SET_FUNCTION_ATTRIBUTE` had it.
    pub annotations: Value,
    /// Attributes that were set on it: a dict or unbound.
    pub dict: Value,
}

/// An exception with what Python keeps about it.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct Exception {
    pub class: Id,
    /// Attributes that were set on it: a dict or unbound.
    pub dict: Value,
    /// `args`, a tuple.
    pub args: Value,
    pub cause: Value,
    pub context: Value,
    pub suppress_context: bool,
    /// Where it passed, innermost first.
    pub traceback: Vec<TracebackEntry>,
}

/// One frame that an exception passed through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TracebackEntry {
    /// The frame's code.
    pub code: CodeId,
    /// The index of the instruction that raised or called.
    pub at: u32,
}

/// What a frame that waits to go on is to the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum GeneratorKind {
    Generator,
    Coroutine,
    AsyncGenerator,
}

impl GeneratorKind {
    /// What messages call it.
    pub fn name(self) -> &'static str {
        match self {
            GeneratorKind::Generator => "generator",
            GeneratorKind::Coroutine => "coroutine",
            GeneratorKind::AsyncGenerator => "async generator",
        }
    }
}

/// A generator: a frame that waits to go on.
#[derive(Clone, Debug)]
pub struct Generator {
    /// The frame; none while it runs and when it has ended.
    pub frame: Option<Frame>,
    /// Whether it has begun.
    pub started: bool,
    /// Whether it is running now.
    pub running: bool,
    /// What calls and `await` make of it.
    pub kind: GeneratorKind,
    /// Its name, for `repr`.
    pub qualname: Str,
    /// What it was handling an exception of when it last paused.
    pub handling: Value,
}

/// Which part of a dict's entries is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum DictPart {
    Keys,
    Values,
    Items,
}

/// An iterator over something built in, and how far it is.
#[derive(Clone, Debug)]
pub enum Iter {
    /// Over a range of integers.
    Range {
        /// The next one.
        next: i64,
        /// The step.
        step: i64,
        /// How many are left.
        left: usize,
    },
    /// Over a list, by index, seeing changes.
    List {
        /// The list.
        list: Id,
        /// The next index.
        index: usize,
    },
    /// Over a list, from its end.
    Reversed {
        /// The list or tuple.
        list: Id,
        /// One more than the next index.
        left: usize,
    },
    /// Over a tuple.
    Tuple {
        /// The tuple.
        tuple: Id,
        /// The next index.
        index: usize,
    },
    /// Over text, by character.
    Str {
        /// The text.
        text: Str,
        /// The next byte.
        byte: usize,
    },
    /// Over a dict or set.
    Dict {
        /// The dict or set.
        dict: Id,
        /// The next place.
        place: u32,
        /// How many entries it had at first.
        len: u32,
        /// What is given of each entry.
        part: DictPart,
    },
}
