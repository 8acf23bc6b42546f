//! Frames, and the threads they make up. The call stack is data.

use std::cell::Cell;
use std::rc::Rc;

use crate::code::{Code, Instruction};
use crate::text::Str;
use crate::value::{CodeId, Id, Value};

/// A thread of the program. Threads are numbered from 0, the main thread, in the order of their start.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ThreadId(pub u16);

impl ThreadId {
    /// The thread that runs the module.
    pub const MAIN: ThreadId = ThreadId(0);

    /// Its place among the threads.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// Whose code it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The program's.
    Program,
    /// The library's, whose state only operations in Rust show.
    Kept,
    /// The library's, which keeps to objects of its own.
    Library,
    /// The library's, where it is about the program's own objects: collections, dataclasses and the like.
    Structures,
}

/// Compiled code made ready to run in a machine: constants are values, names are interned.
#[derive(Debug)]
pub struct LoadedCode {
    /// Its name in the program.
    pub id: CodeId,
    /// What was compiled.
    pub code: Rc<Code>,
    /// The instructions, close at hand.
    pub instructions: Vec<Instruction>,
    /// Constants.
    pub consts: Vec<Value>,
    /// Names of globals and attributes.
    pub names: Vec<Str>,
    /// For each name the place in a dict where it was found last. It is only a guess, which whoever uses it verifies, so it
    /// makes no difference that machines share it.
    pub(crate) hints: Vec<Cell<u32>>,
    /// How many fast slots there are; the stack begins behind them.
    pub slots: usize,
    /// Whether it belongs to the library: its instructions are run straight through, and no traceback shows them.
    pub internal: bool,
    /// Whether what it reads and writes is seen although it belongs to the library.
    pub observed: bool,
    /// The same, while it is searched.
    pub observed_in_search: bool,
    /// Which slots can still be read, by instruction; see [`crate::liveness`]. Made when it is first asked for.
    pub(crate) live: std::cell::OnceCell<crate::liveness::Live>,
    /// How many positional parameters there are, if there are no others: a call by position needs no more than to copy its
    /// arguments.
    pub simple: Option<usize>,
    /// How much room a frame needs for its slots and its stack.
    pub room: usize,
    /// How many names come first among the slots: parameters, `*args` and `**kwargs`.
    pub parameters: usize,
}

/// One call that has not yet returned. It stays where it is in memory while it is called from, returned to, and kept.
#[derive(Clone, Debug)]
pub struct Frame(Box<Activation>);

/// What a frame holds.
#[derive(Clone, Debug)]
pub struct Activation {
    /// What it runs.
    pub code: Rc<LoadedCode>,
    /// The index of the next instruction.
    pub ip: u32,
    /// The fast slots, and behind them the stack.
    pub slots: Vec<Value>,
    /// The module's variables.
    pub globals: Id,
    /// The names of a module or class body.
    pub locals: Option<Id>,
    /// What becomes of the value it returns.
    pub then: Then,
    /// The generator that it is the body of, if it is one's.
    pub generator: Option<Id>,
}

impl std::ops::Deref for Frame {
    type Target = Activation;

    #[inline]
    fn deref(&self) -> &Activation {
        &self.0
    }
}

impl std::ops::DerefMut for Frame {
    #[inline]
    fn deref_mut(&mut self) -> &mut Activation {
        &mut self.0
    }
}

impl Frame {
    /// A frame that begins, with arguments and cells in its slots.
    pub(crate) fn new(code: Rc<LoadedCode>, slots: Vec<Value>, globals: Id, then: Then) -> Frame {
        Frame(Box::new(Activation { code, ip: 0, slots, globals, locals: None, then, generator: None }))
    }
}

impl Activation {
    /// The index of the instruction that was executed last, which is the one that waits where there is a callee.
    pub fn last(&self) -> u32 {
        self.ip.saturating_sub(1)
    }
}

/// What becomes of the value that a frame returns.
#[derive(Clone, Debug)]
pub enum Then {
    /// It is pushed on the caller's stack.
    Push,
    /// It is pushed with an empty place above it, ready to be called.
    Callee,
    /// It is thrown away.
    Discard,
    /// It must be `None`; the new instance is pushed.
    Init(Value),
    /// It is the object that `__new__` made; if it is one of the class, `__init__` follows.
    New(Box<NewCall>),
    /// It must be a bool; it is pushed, turned round if asked for.
    Truth {
        /// Whether to push the opposite.
        negate: bool,
    },
    /// `__len__` stood in for `__bool__`: whether it is not 0 is pushed.
    NonZero {
        /// Whether to push the opposite.
        negate: bool,
    },
    /// It is the next item of a `for` loop; `StopIteration` ends the loop at the instruction given.
    ForIter(u32),
    /// It is the next item that `SEND` waits for; `StopIteration` ends the delegation at the instruction given.
    Send(u32),
    /// It is what a comparison or an operator gave; `NotImplemented` means that the next way is tried.
    Operator(Box<Operator>),
    /// It must be text; it is pushed.
    Text(&'static str),
    /// The class body has run: the class is made.
    Class(Box<ClassBody>),
    /// It is the attribute that `__getattribute__` or a property gave; if it raised `AttributeError`, `__getattr__` of
    /// the object is asked for the name.
    Attribute(Box<(Value, Str)>),
    /// It is what an `except*` clause takes of an exception and what it leaves: both are pushed, what it leaves first.
    GroupMatch,
    /// The thread ends.
    Finish,
}

/// A call of a class whose `__new__` is running.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct NewCall {
    pub class: Id,
    pub args: Vec<Value>,
    pub keywords: Vec<(Str, Value)>,
}

/// An operator one of whose methods is running.
#[derive(Clone, Debug)]
pub struct Operator {
    /// The operator.
    pub kind: OperatorKind,
    /// The left operand.
    pub left: Value,
    /// The right operand.
    pub right: Value,
    /// Which method is running: 0 the first way, 1 the second.
    pub stage: u8,
    /// Whether the right operand was asked first.
    pub swapped: bool,
}

/// Which operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OperatorKind {
    /// `BINARY_OP` with its operand.
    Binary(u32),
    /// `COMPARE_OP` with its operand.
    Compare(u32),
}

/// A class whose body is running.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct ClassBody {
    pub name: Str,
    pub bases: Vec<Value>,
    pub keywords: Vec<(Str, Value)>,
    pub namespace: Id,
    pub meta: Value,
}

/// Room that frames have left, for those to come. It is no part of a machine's state: a copy begins without any.
#[derive(Debug, Default)]
pub(crate) struct Spare(Vec<Frame>);

impl Spare {
    /// A frame without values, with room for so many as its code needs. What it returns is pushed.
    #[inline]
    pub(crate) fn take(&mut self, code: &Rc<LoadedCode>, globals: Id) -> Frame {
        let Some(mut frame) = self.0.pop() else {
            return Frame::new(code.clone(), Vec::with_capacity(code.room), globals, Then::Push);
        };
        frame.slots.reserve(code.room);
        if !Rc::ptr_eq(&frame.code, code) {
            frame.code = code.clone();
        }
        frame.ip = 0;
        frame.globals = globals;
        frame
    }

    /// Keeps the room of a frame that is no longer needed.
    #[inline]
    pub(crate) fn keep(&mut self, mut frame: Frame) {
        // Few calls are deeper than this and return all at once.
        if self.0.len() < 16 {
            frame.slots.clear();
            frame.locals = None;
            frame.generator = None;
            if !matches!(frame.then, Then::Push) {
                frame.then = Then::Push;
            }
            self.0.push(frame);
        }
    }
}

impl Clone for Spare {
    fn clone(&self) -> Spare {
        Spare::default()
    }
}

/// A thread of the program.
#[derive(Clone, Debug)]
pub struct Thread {
    /// Calls that have not yet returned, the innermost last. A thread without frames has ended.
    pub frames: Vec<Frame>,
    /// The exception that is being handled, or none.
    pub handling: Value,
    /// When its last step ended, in microseconds of virtual time: what it waits for, it has waited for since then.
    pub since: u64,
    /// The `threading.Thread` object.
    pub object: Value,
    /// Whether the program may end without it.
    pub daemon: bool,
}

impl Thread {
    /// Whether it has nothing left to do.
    pub fn is_finished(&self) -> bool {
        self.frames.is_empty()
    }
}
