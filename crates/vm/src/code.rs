//! Compiled code: CPython 3.13's instructions, with its operands, for one block of source.
//!
//! The set, names and operand encodings are those of `Python/bytecodes.c` and `Lib/opcode.py` of 3.13, with two
//! differences that the machine does not need: a jump's operand is the index of its target instruction (CPython
//! stores a distance), and there are no caches, specialised forms, fused fast-local pairs or `EXTENDED_ARG`.

use std::rc::Rc;

macro_rules! operations {
    ($($variant:ident = $name:literal),+ $(,)?) => {
        /// What an instruction does; each variant is the CPython 3.13 instruction whose name it bears.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[repr(u8)]
        #[allow(missing_docs)]
        pub enum Op {
            $($variant),+
        }

        impl Op {
            /// All of them, in the order of their numbers.
            pub(crate) const ALL: &[Op] = &[$(Op::$variant),+];

            /// CPython's name for it, as `dis` prints it.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Op::$variant => $name),+
                }
            }
        }
    };
}

operations! {
    BeforeAsyncWith = "BEFORE_ASYNC_WITH",
    BeforeWith = "BEFORE_WITH",
    BinarySlice = "BINARY_SLICE",
    BinarySubscr = "BINARY_SUBSCR",
    CheckEgMatch = "CHECK_EG_MATCH",
    CheckExcMatch = "CHECK_EXC_MATCH",
    CleanupThrow = "CLEANUP_THROW",
    DeleteSubscr = "DELETE_SUBSCR",
    EndAsyncFor = "END_ASYNC_FOR",
    EndFor = "END_FOR",
    EndSend = "END_SEND",
    FormatSimple = "FORMAT_SIMPLE",
    FormatWithSpec = "FORMAT_WITH_SPEC",
    GetAiter = "GET_AITER",
    GetAnext = "GET_ANEXT",
    GetIter = "GET_ITER",
    GetLen = "GET_LEN",
    GetYieldFromIter = "GET_YIELD_FROM_ITER",
    LoadAssertionError = "LOAD_ASSERTION_ERROR",
    LoadBuildClass = "LOAD_BUILD_CLASS",
    LoadLocals = "LOAD_LOCALS",
    MakeFunction = "MAKE_FUNCTION",
    MatchKeys = "MATCH_KEYS",
    MatchMapping = "MATCH_MAPPING",
    MatchSequence = "MATCH_SEQUENCE",
    Nop = "NOP",
    PopExcept = "POP_EXCEPT",
    PopTop = "POP_TOP",
    PushExcInfo = "PUSH_EXC_INFO",
    PushNull = "PUSH_NULL",
    ReturnGenerator = "RETURN_GENERATOR",
    ReturnValue = "RETURN_VALUE",
    SetupAnnotations = "SETUP_ANNOTATIONS",
    StoreSlice = "STORE_SLICE",
    StoreSubscr = "STORE_SUBSCR",
    ToBool = "TO_BOOL",
    UnaryInvert = "UNARY_INVERT",
    UnaryNegative = "UNARY_NEGATIVE",
    UnaryNot = "UNARY_NOT",
    WithExceptStart = "WITH_EXCEPT_START",
    BinaryOp = "BINARY_OP",
    BuildConstKeyMap = "BUILD_CONST_KEY_MAP",
    BuildList = "BUILD_LIST",
    BuildMap = "BUILD_MAP",
    BuildSet = "BUILD_SET",
    BuildSlice = "BUILD_SLICE",
    BuildString = "BUILD_STRING",
    BuildTuple = "BUILD_TUPLE",
    Call = "CALL",
    CallFunctionEx = "CALL_FUNCTION_EX",
    CallIntrinsic1 = "CALL_INTRINSIC_1",
    CallIntrinsic2 = "CALL_INTRINSIC_2",
    CallKw = "CALL_KW",
    CompareOp = "COMPARE_OP",
    ContainsOp = "CONTAINS_OP",
    ConvertValue = "CONVERT_VALUE",
    Copy = "COPY",
    CopyFreeVars = "COPY_FREE_VARS",
    DeleteAttr = "DELETE_ATTR",
    DeleteDeref = "DELETE_DEREF",
    DeleteFast = "DELETE_FAST",
    DeleteGlobal = "DELETE_GLOBAL",
    DeleteName = "DELETE_NAME",
    DictMerge = "DICT_MERGE",
    DictUpdate = "DICT_UPDATE",
    ForIter = "FOR_ITER",
    GetAwaitable = "GET_AWAITABLE",
    ImportFrom = "IMPORT_FROM",
    ImportName = "IMPORT_NAME",
    IsOp = "IS_OP",
    JumpBackward = "JUMP_BACKWARD",
    JumpBackwardNoInterrupt = "JUMP_BACKWARD_NO_INTERRUPT",
    JumpForward = "JUMP_FORWARD",
    ListAppend = "LIST_APPEND",
    ListExtend = "LIST_EXTEND",
    LoadAttr = "LOAD_ATTR",
    LoadConst = "LOAD_CONST",
    LoadDeref = "LOAD_DEREF",
    LoadFast = "LOAD_FAST",
    LoadFastAndClear = "LOAD_FAST_AND_CLEAR",
    LoadFastCheck = "LOAD_FAST_CHECK",
    LoadFromDictOrDeref = "LOAD_FROM_DICT_OR_DEREF",
    LoadFromDictOrGlobals = "LOAD_FROM_DICT_OR_GLOBALS",
    LoadGlobal = "LOAD_GLOBAL",
    LoadName = "LOAD_NAME",
    LoadSuperAttr = "LOAD_SUPER_ATTR",
    MakeCell = "MAKE_CELL",
    MapAdd = "MAP_ADD",
    MatchClass = "MATCH_CLASS",
    PopJumpIfFalse = "POP_JUMP_IF_FALSE",
    PopJumpIfNone = "POP_JUMP_IF_NONE",
    PopJumpIfNotNone = "POP_JUMP_IF_NOT_NONE",
    PopJumpIfTrue = "POP_JUMP_IF_TRUE",
    RaiseVarargs = "RAISE_VARARGS",
    Reraise = "RERAISE",
    ReturnConst = "RETURN_CONST",
    Send = "SEND",
    SetAdd = "SET_ADD",
    SetFunctionAttribute = "SET_FUNCTION_ATTRIBUTE",
    SetUpdate = "SET_UPDATE",
    StoreAttr = "STORE_ATTR",
    StoreDeref = "STORE_DEREF",
    StoreFast = "STORE_FAST",
    StoreGlobal = "STORE_GLOBAL",
    StoreName = "STORE_NAME",
    Swap = "SWAP",
    UnpackEx = "UNPACK_EX",
    UnpackSequence = "UNPACK_SEQUENCE",
    YieldValue = "YIELD_VALUE",
    Resume = "RESUME",
}

impl Op {
    /// Whether `dis` prints an operand for it.
    pub const fn has_operand(self) -> bool {
        self as u8 >= Op::BinaryOp as u8
    }

    /// Whether it calls, at once, what may be a function that other threads can see.
    pub(crate) const fn may_call_native(self) -> bool {
        matches!(self, Op::Call | Op::CallKw | Op::CallFunctionEx | Op::BeforeWith | Op::WithExceptStart)
    }

    /// Whether its operand is the index of an instruction.
    pub const fn is_jump(self) -> bool {
        matches!(
            self,
            Op::ForIter
                | Op::JumpBackward
                | Op::JumpBackwardNoInterrupt
                | Op::JumpForward
                | Op::PopJumpIfFalse
                | Op::PopJumpIfNone
                | Op::PopJumpIfNotNone
                | Op::PopJumpIfTrue
                | Op::Send
        )
    }
}

/// One instruction: what to do, and CPython's operand for it (0 where there is none).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Instruction {
    /// What to do.
    pub op: Op,
    /// The operand as CPython encodes it; for a jump, the index of the target instruction.
    pub arg: u32,
}

/// A place in the source: from its first character to just behind its last one.
///
/// Lines count from 1 and columns from 0, in characters (not bytes), so that an editor can mark it. Line 0 means
/// that CPython gives the instruction no place at all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub struct Span {
    pub line: u32,
    pub column: u32,
    pub end_line: u32,
    pub end_column: u32,
}

/// A value that is known when the code is compiled.
#[derive(Clone, Debug, PartialEq)]
pub enum Const {
    /// `None`
    None,
    /// `...`
    Ellipsis,
    /// `True`, `False`
    Bool(bool),
    /// An integer that fits 64 bits.
    Int(i64),
    /// A larger integer.
    BigInt(num_bigint::BigInt),
    /// A floating-point number.
    Float(f64),
    /// The imaginary part of a complex literal.
    Imaginary(f64),
    /// Text.
    Str(Rc<str>),
    /// Bytes.
    Bytes(Rc<[u8]>),
    /// A tuple of constants.
    Tuple(Rc<[Const]>),
    /// A frozenset of constants, as `x in {1, 2}` is compiled to.
    FrozenSet(Rc<[Const]>),
    /// The code of a function, class body, lambda or comprehension.
    Code(Rc<Code>),
}

/// What lives in one of a frame's fast slots.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LocalKind {
    /// An argument or local variable held in the slot itself.
    Fast,
    /// A local variable that an inner function uses: the slot holds a cell (an argument too, after `MAKE_CELL`).
    Cell,
    /// A variable of an enclosing function: the slot holds its cell (after `COPY_FREE_VARS`).
    Free,
    /// A comprehension's own variable, inlined into this code (PEP 709), not a variable of the function itself.
    Hidden,
}

/// One fast slot (`co_localsplusnames` and `co_localspluskinds`): arguments first, then locals, cells, free variables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Local {
    /// The variable's name.
    pub name: Rc<str>,
    /// What the slot holds.
    pub kind: LocalKind,
}

/// One row of the exception table: where to go when an instruction in `start..end` raises.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Handler {
    /// The first instruction covered.
    pub start: u32,
    /// The first instruction no longer covered.
    pub end: u32,
    /// The handler's first instruction.
    pub target: u32,
    /// How many values stay on the stack below the exception.
    pub depth: u32,
    /// Whether the index of the raising instruction is pushed below the exception (`RERAISE` wants it).
    pub push_lasti: bool,
}

/// A block of compiled source: the module, a function, a class body, a lambda, a generator expression.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Code {
    /// The name (`co_name`), `<module>` for the whole program.
    pub name: Rc<str>,
    /// The dotted name with `<locals>` (`co_qualname`), as tracebacks and `repr` show it.
    pub qualname: Rc<str>,
    /// The file's name as tracebacks show it.
    pub file: Rc<str>,
    /// The line of the `def`, `class` or first decorator; 1 for the module (`co_firstlineno`).
    pub first_line: u32,
    /// The instructions.
    pub instructions: Vec<Instruction>,
    /// For each instruction its place in the source.
    pub spans: Vec<Span>,
    /// Constants, by `LOAD_CONST`'s operand.
    pub consts: Vec<Const>,
    /// Names of globals, attributes and modules, by operand.
    pub names: Vec<Rc<str>>,
    /// The fast slots.
    pub locals: Vec<Local>,
    /// Positional parameters, those before `/` included (`co_argcount`).
    pub arg_count: u32,
    /// Positional-only parameters (`co_posonlyargcount`).
    pub positional_only_count: u32,
    /// Keyword-only parameters (`co_kwonlyargcount`).
    pub keyword_only_count: u32,
    /// Whether there is a `*args`; its slot follows the keyword-only parameters.
    pub has_varargs: bool,
    /// Whether there is a `**kwargs`; its slot follows that of `*args`.
    pub has_varkeywords: bool,
    /// Whether calling it makes a generator.
    pub is_generator: bool,
    /// Whether calling it makes a coroutine, or, if it yields, an asynchronous generator.
    pub is_coroutine: bool,
    /// Whether it is a function's body (has fast locals; `CO_OPTIMIZED`), not a module's or a class's.
    pub is_function: bool,
    /// Whether its first statement is a docstring, kept as the first constant (functions only).
    pub has_docstring: bool,
    /// Where to go when an instruction raises; the first row that covers it counts, innermost first.
    pub handlers: Vec<Handler>,
    /// The most values that its stack ever holds, exception handling included.
    pub stack_size: u32,
}
