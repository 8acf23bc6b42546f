//! Classes, and those that are always there.

use crate::text::Str;
use crate::value::Id;

/// A class.
#[derive(Clone, Debug)]
pub struct Class {
    /// `__name__`
    pub name: Str,
    /// `__qualname__`
    pub qualname: Str,
    /// `__module__`
    pub module: Str,
    /// The direct bases.
    pub bases: Vec<Id>,
    /// Where attributes are looked for, in order, itself first (C3).
    pub mro: Vec<Id>,
    /// Its attributes, a dict.
    pub dict: Id,
    /// The class of the class.
    pub meta: Id,
    /// The built-in class that says what its objects are made of.
    pub layout: Id,
    /// What must be looked at before the fast way is taken.
    pub traits: Traits,
}

/// What a class or one of its bases defines that changes how attributes are read and written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Traits {
    /// Properties, or objects with `__set__`: they come before the object's own attributes.
    pub data_descriptors: bool,
    pub getattr: bool,
    pub getattribute: bool,
    pub setattr: bool,
    pub delattr: bool,
    /// Defined in Python: equality, hash, truth.
    pub eq: bool,
    pub hash: bool,
    pub truth: bool,
    /// Methods that a subclass has yet to define: there are no objects of the class.
    pub is_abstract: bool,
    /// Its objects have only the attributes that `__slots__` names.
    pub sealed: bool,
}

impl Class {
    /// Whether it has so many bases that it is slow to look things up in, which is counted as work.
    pub(crate) fn is_deep(&self) -> bool {
        self.mro.len() > 32
    }
}

macro_rules! builtin_classes {
    ($($constant:ident = $name:literal : $base:ident),+ $(,)?) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum Order { $($constant),+ }

        $(
            #[doc = concat!("The class `", $name, "`.")]
            pub const $constant: Id = Id(Order::$constant as u32);
        )+

        /// The classes that are always there, each with its name and base, in the order of their ids.
        pub(crate) const BUILTIN: &[(Id, &str, Id)] = &[$(($constant, $name, $base)),+];
    };
}

builtin_classes! {
    OBJECT = "object": OBJECT,
    TYPE = "type": OBJECT,
    NONE_TYPE = "NoneType": OBJECT,
    NOT_IMPLEMENTED_TYPE = "NotImplementedType": OBJECT,
    ELLIPSIS_TYPE = "ellipsis": OBJECT,
    INT = "int": OBJECT,
    BOOL = "bool": INT,
    FLOAT = "float": OBJECT,
    STR = "str": OBJECT,
    BYTES = "bytes": OBJECT,
    LIST = "list": OBJECT,
    TUPLE = "tuple": OBJECT,
    DICT = "dict": OBJECT,
    SET = "set": OBJECT,
    FROZENSET = "frozenset": OBJECT,
    RANGE = "range": OBJECT,
    SLICE = "slice": OBJECT,
    CELL = "cell": OBJECT,
    CODE = "code": OBJECT,
    FUNCTION = "function": OBJECT,
    BUILTIN_FUNCTION = "builtin_function_or_method": OBJECT,
    METHOD = "method": OBJECT,
    MODULE = "module": OBJECT,
    TRACEBACK = "traceback": OBJECT,
    GENERATOR = "generator": OBJECT,
    COROUTINE = "coroutine": OBJECT,
    ASYNC_GENERATOR = "async_generator": OBJECT,
    PROPERTY = "property": OBJECT,
    STATICMETHOD = "staticmethod": OBJECT,
    CLASSMETHOD = "classmethod": OBJECT,
    SUPER = "super": OBJECT,
    DICT_KEYS = "dict_keys": OBJECT,
    DICT_VALUES = "dict_values": OBJECT,
    DICT_ITEMS = "dict_items": OBJECT,
    RANGE_ITERATOR = "range_iterator": OBJECT,
    LIST_ITERATOR = "list_iterator": OBJECT,
    REVERSE_ITERATOR = "list_reverseiterator": OBJECT,
    TUPLE_ITERATOR = "tuple_iterator": OBJECT,
    STR_ITERATOR = "str_ascii_iterator": OBJECT,
    DICT_ITERATOR = "dict_keyiterator": OBJECT,
    LOCK = "lock": OBJECT,
    RLOCK = "RLock": OBJECT,
    EVENT = "Event": OBJECT,
    SEMAPHORE = "Semaphore": OBJECT,
    CONDITION = "Condition": OBJECT,
    BARRIER = "Barrier": OBJECT,
    QUEUE = "Queue": OBJECT,
    TASK_QUEUE = "task_queue": OBJECT,
    DATABASE = "database": OBJECT,
    BASE_EXCEPTION = "BaseException": OBJECT,
    EXCEPTION = "Exception": BASE_EXCEPTION,
    SYSTEM_EXIT = "SystemExit": BASE_EXCEPTION,
    KEYBOARD_INTERRUPT = "KeyboardInterrupt": BASE_EXCEPTION,
    GENERATOR_EXIT = "GeneratorExit": BASE_EXCEPTION,
    STOP_ITERATION = "StopIteration": EXCEPTION,
    STOP_ASYNC_ITERATION = "StopAsyncIteration": EXCEPTION,
    ARITHMETIC_ERROR = "ArithmeticError": EXCEPTION,
    FLOATING_POINT_ERROR = "FloatingPointError": ARITHMETIC_ERROR,
    OVERFLOW_ERROR = "OverflowError": ARITHMETIC_ERROR,
    ZERO_DIVISION_ERROR = "ZeroDivisionError": ARITHMETIC_ERROR,
    ASSERTION_ERROR = "AssertionError": EXCEPTION,
    ATTRIBUTE_ERROR = "AttributeError": EXCEPTION,
    BUFFER_ERROR = "BufferError": EXCEPTION,
    EOF_ERROR = "EOFError": EXCEPTION,
    IMPORT_ERROR = "ImportError": EXCEPTION,
    MODULE_NOT_FOUND_ERROR = "ModuleNotFoundError": IMPORT_ERROR,
    LOOKUP_ERROR = "LookupError": EXCEPTION,
    INDEX_ERROR = "IndexError": LOOKUP_ERROR,
    KEY_ERROR = "KeyError": LOOKUP_ERROR,
    MEMORY_ERROR = "MemoryError": EXCEPTION,
    NAME_ERROR = "NameError": EXCEPTION,
    UNBOUND_LOCAL_ERROR = "UnboundLocalError": NAME_ERROR,
    OS_ERROR = "OSError": EXCEPTION,
    BLOCKING_IO_ERROR = "BlockingIOError": OS_ERROR,
    CHILD_PROCESS_ERROR = "ChildProcessError": OS_ERROR,
    CONNECTION_ERROR = "ConnectionError": OS_ERROR,
    BROKEN_PIPE_ERROR = "BrokenPipeError": CONNECTION_ERROR,
    CONNECTION_ABORTED_ERROR = "ConnectionAbortedError": CONNECTION_ERROR,
    CONNECTION_REFUSED_ERROR = "ConnectionRefusedError": CONNECTION_ERROR,
    CONNECTION_RESET_ERROR = "ConnectionResetError": CONNECTION_ERROR,
    FILE_EXISTS_ERROR = "FileExistsError": OS_ERROR,
    FILE_NOT_FOUND_ERROR = "FileNotFoundError": OS_ERROR,
    INTERRUPTED_ERROR = "InterruptedError": OS_ERROR,
    IS_A_DIRECTORY_ERROR = "IsADirectoryError": OS_ERROR,
    NOT_A_DIRECTORY_ERROR = "NotADirectoryError": OS_ERROR,
    PERMISSION_ERROR = "PermissionError": OS_ERROR,
    PROCESS_LOOKUP_ERROR = "ProcessLookupError": OS_ERROR,
    TIMEOUT_ERROR = "TimeoutError": OS_ERROR,
    REFERENCE_ERROR = "ReferenceError": EXCEPTION,
    RUNTIME_ERROR = "RuntimeError": EXCEPTION,
    NOT_IMPLEMENTED_ERROR = "NotImplementedError": RUNTIME_ERROR,
    RECURSION_ERROR = "RecursionError": RUNTIME_ERROR,
    SYNTAX_ERROR = "SyntaxError": EXCEPTION,
    INDENTATION_ERROR = "IndentationError": SYNTAX_ERROR,
    TAB_ERROR = "TabError": INDENTATION_ERROR,
    SYSTEM_ERROR = "SystemError": EXCEPTION,
    TYPE_ERROR = "TypeError": EXCEPTION,
    VALUE_ERROR = "ValueError": EXCEPTION,
    UNICODE_ERROR = "UnicodeError": VALUE_ERROR,
    UNICODE_DECODE_ERROR = "UnicodeDecodeError": UNICODE_ERROR,
    UNICODE_ENCODE_ERROR = "UnicodeEncodeError": UNICODE_ERROR,
    WARNING = "Warning": EXCEPTION,
    DEPRECATION_WARNING = "DeprecationWarning": WARNING,
    RUNTIME_WARNING = "RuntimeWarning": WARNING,
    USER_WARNING = "UserWarning": WARNING,
    FUTURE_WARNING = "FutureWarning": WARNING,
}

/// The linearisation that Python calls C3: each class before its bases, bases in their order.
///
/// `mros` are those of the bases. None if there is no such order.
pub(crate) fn linearize(class: Id, bases: &[Id], mros: Vec<Vec<Id>>) -> Option<Vec<Id>> {
    if let ([_], [mro]) = (bases, &*mros) {
        return Some(std::iter::once(class).chain(mro.iter().copied()).collect());
    }
    let mut lists: Vec<Vec<Id>> = mros;
    lists.push(bases.to_vec());
    let mut order = vec![class];
    loop {
        lists.retain(|list| !list.is_empty());
        if lists.is_empty() {
            return Some(order);
        }
        let in_a_tail = |id: &Id| lists.iter().any(|list| list[1..].contains(id));
        let next = lists.iter().map(|list| list[0]).find(|id| !in_a_tail(id))?;
        order.push(next);
        for list in &mut lists {
            if list[0] == next {
                list.remove(0);
            }
        }
    }
}
