//! What stands where. Each function here describes one thing for whoever reads and whoever writes: a reader fills in what
//! it is given, a writer leaves it as it is.

use std::ops::Range;
use std::rc::Rc;

use interleave_library::find;
use num_bigint::BigInt;

use super::{Broken, Piece};
use crate::code::{Code, Const, Handler, Instruction, Local, LocalKind, Op, Span};
use crate::compile::TokenKind;

/// What is put first, and changed whenever anything here or in the set of instructions is.
pub(super) const VERSION: u8 = 1;

/// Where a number is kept: what is alike stands together, and is compressed the better for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// How many there are of something.
    Count,
    /// Texts: what things are called.
    Name,
    /// Texts: constants, and all others.
    Text,
    /// What code is, and how it is called.
    Flags,
    /// What instructions do.
    Op,
    /// Operands: places of names.
    NameAt,
    /// Operands: places of constants.
    ConstAt,
    /// Operands: places of local variables.
    LocalAt,
    /// Operands: where a jump goes.
    Jump,
    /// Other operands.
    Arg,
    /// What constants are.
    Kind,
    /// Numbers and bytes that are constants.
    Value,
    /// Handlers of exceptions.
    Handler,
    /// Lines.
    Line,
    /// Columns in lines, and tokens.
    Place,
}

/// How many columns there are.
pub(super) const COLUMNS: usize = Column::Place as usize + 1;

/// One who reads or writes.
pub(super) trait Wire {
    /// A number.
    fn number(&mut self, column: Column, number: &mut u64) -> Result<(), Broken>;
    /// A byte, whatever it means.
    fn byte(&mut self, column: Column, byte: &mut u8) -> Result<(), Broken>;
    /// A text. Equal ones are kept once.
    fn text(&mut self, column: Column, text: &mut Rc<str>) -> Result<(), Broken>;
    /// Goes into what can hold its like, or out of it again.
    fn nest(&mut self, goes_in: bool) -> Result<(), Broken>;
}

type Done = Result<(), Broken>;

fn small<W: Wire>(wire: &mut W, column: Column, value: &mut u32) -> Done {
    let mut number = u64::from(*value);
    wire.number(column, &mut number)?;
    *value = u32::try_from(number).map_err(|_| Broken)?;
    Ok(())
}

/// A number that can be less than zero, with its sign in the last bit.
fn signed<W: Wire>(wire: &mut W, column: Column, value: &mut i64) -> Done {
    let mut number = folded(*value);
    wire.number(column, &mut number)?;
    *value = unfolded(number);
    Ok(())
}

fn folded(value: i64) -> u64 {
    ((value << 1) ^ (value >> 63)) as u64
}

fn unfolded(number: u64) -> i64 {
    (number >> 1) as i64 ^ -((number & 1) as i64)
}

/// A number that is near another.
fn near<W: Wire>(wire: &mut W, column: Column, value: &mut u32, other: u32) -> Done {
    let mut distance = i64::from(*value) - i64::from(other);
    signed(wire, column, &mut distance)?;
    *value = moved(other, distance)?;
    Ok(())
}

fn moved(other: u32, distance: i64) -> Result<u32, Broken> {
    i64::from(other).checked_add(distance).and_then(|sum| u32::try_from(sum).ok()).ok_or(Broken)
}

fn flags<W: Wire, const N: usize>(wire: &mut W, column: Column, flags: [&mut bool; N]) -> Done {
    let mut bits = flags.iter().rev().fold(0, |bits, flag| bits << 1 | u32::from(**flag));
    small(wire, column, &mut bits)?;
    for flag in flags {
        *flag = bits & 1 != 0;
        bits >>= 1;
    }
    Ok(())
}

fn each<W: Wire, T: Clone>(
    wire: &mut W,
    items: &mut Vec<T>,
    blank: T,
    one: impl FnMut(&mut W, &mut T) -> Done,
) -> Done {
    about(wire, 0, items, blank, one)
}

/// So many items, or nearly.
fn about<W: Wire, T: Clone>(
    wire: &mut W,
    expected: u32,
    items: &mut Vec<T>,
    blank: T,
    mut one: impl FnMut(&mut W, &mut T) -> Done,
) -> Done {
    let mut count = items.len() as u32;
    near(wire, Column::Count, &mut count, expected)?;
    // An item is made only when its turn has come, and takes a byte at least: what is broken ends soon.
    for place in 0..count as usize {
        if place == items.len() {
            items.push(blank.clone());
        }
        one(wire, &mut items[place])?;
    }
    Ok(())
}

/// Something of a fixed set, by its place in it.
fn one_of<W: Wire, T: Copy + PartialEq>(wire: &mut W, column: Column, value: &mut T, all: &[T]) -> Done {
    let mut place = all.iter().position(|known| known == value).unwrap_or_default() as u64;
    wire.number(column, &mut place)?;
    *value = *all.get(place as usize).ok_or(Broken)?;
    Ok(())
}

/// What pieces are like before they are read.
fn blank() -> Piece {
    Piece { code: Rc::new(Code::default()), modules: Vec::new(), names: Vec::new(), tokens: Vec::new() }
}

pub(super) fn pieces<W: Wire>(wire: &mut W, pieces: &mut Vec<Piece>) -> Done {
    each(wire, pieces, blank(), piece)
}

fn piece<W: Wire>(wire: &mut W, piece: &mut Piece) -> Done {
    let mut modules: Vec<Rc<str>> = piece.modules.iter().map(|module| module.name.into()).collect();
    each(wire, &mut modules, "".into(), |wire, name| wire.text(Column::Text, name))?;
    let found = modules.iter().map(|name| find(name));
    piece.modules = found.collect::<Option<_>>().ok_or(Broken)?;
    each(wire, &mut piece.names, "".into(), |wire, name| wire.text(Column::Name, name))?;
    let mut end = 0;
    each(wire, &mut piece.tokens, (TokenKind::Name, 0..0), |wire, one| token(wire, one, &mut end))?;
    let mut code = Rc::unwrap_or_clone(std::mem::take(&mut piece.code));
    wire.text(Column::Text, &mut code.file)?;
    // A name that no file has is a module's of the library, and nothing ever shows places in there.
    let places = !code.file.starts_with('<');
    let around = Around { file: &code.file.clone(), qualname: "", in_function: false, line: 1, places };
    block(wire, &mut code, around)?;
    piece.code = Rc::new(code);
    Ok(())
}

fn token<W: Wire>(wire: &mut W, (kind, range): &mut (TokenKind, Range<usize>), end: &mut u32) -> Done {
    one_of(wire, Column::Kind, kind, TokenKind::ALL)?;
    let (mut from, mut to) = (range.start as u32, range.end as u32);
    near(wire, Column::Place, &mut from, *end)?;
    near(wire, Column::Place, &mut to, from)?;
    *range = from as usize..to as usize;
    *end = to;
    Ok(())
}

/// What code is in.
#[derive(Clone, Copy)]
struct Around<'a> {
    file: &'a Rc<str>,
    qualname: &'a str,
    in_function: bool,
    line: u32,
    /// Whether lines and columns are there.
    places: bool,
}

impl Around<'_> {
    /// What something of a name is called there, unless it was declared to be elsewhere.
    fn qualname(&self, name: &str) -> Rc<str> {
        match (self.qualname, self.in_function) {
            ("" | "<module>", _) => name.into(),
            (outer, true) => format!("{outer}.<locals>.{name}").into(),
            (outer, false) => format!("{outer}.{name}").into(),
        }
    }
}

fn block<W: Wire>(wire: &mut W, code: &mut Code, around: Around<'_>) -> Done {
    wire.text(Column::Name, &mut code.name)?;
    let usual = around.qualname(&code.name);
    let mut is_elsewhere = code.qualname != usual;
    flags(
        wire,
        Column::Flags,
        [
            &mut code.is_function,
            &mut is_elsewhere,
            &mut code.has_varargs,
            &mut code.has_varkeywords,
            &mut code.is_generator,
            &mut code.is_coroutine,
            &mut code.has_docstring,
        ],
    )?;
    if is_elsewhere {
        wire.text(Column::Text, &mut code.qualname)?;
    } else {
        code.qualname = usual;
    }
    code.file = around.file.clone();
    for count in [
        &mut code.arg_count,
        &mut code.positional_only_count,
        &mut code.keyword_only_count,
        &mut code.stack_size,
    ] {
        small(wire, Column::Flags, count)?;
    }
    each(wire, &mut code.locals, Local { name: "".into(), kind: LocalKind::Fast }, local)?;
    let used = instructions(wire, &mut code.instructions)?;
    about(wire, used.names, &mut code.names, "".into(), |wire, name| wire.text(Column::Name, name))?;
    if around.places {
        near(wire, Column::Line, &mut code.first_line, around.line)?;
        places(wire, code)?;
    }
    let blank = Handler { start: 0, end: 0, target: 0, depth: 0, push_lasti: false };
    each(wire, &mut code.handlers, blank, handler)?;
    let inside =
        Around { qualname: &code.qualname, in_function: code.is_function, line: code.first_line, ..around };
    about(wire, used.consts, &mut code.consts, Const::None, |wire, one| constant(wire, one, inside))
}

fn local<W: Wire>(wire: &mut W, Local { name, kind }: &mut Local) -> Done {
    wire.text(Column::Name, name)?;
    one_of(wire, Column::Flags, kind, &[LocalKind::Fast, LocalKind::Cell, LocalKind::Free, LocalKind::Hidden])
}

/// How many instructions there were, and how many names and constants they used: these stand in the order of their use.
#[derive(Default)]
struct Used {
    instructions: u32,
    names: u32,
    consts: u32,
}

fn instructions<W: Wire>(wire: &mut W, instructions: &mut Vec<Instruction>) -> Result<Used, Broken> {
    let mut used = Used::default();
    each(wire, instructions, Instruction { op: Op::Nop, arg: 0 }, |wire, one| {
        instruction(wire, one, &mut used)?;
        used.instructions += 1;
        Ok(())
    })?;
    Ok(used)
}

/// What an instruction does is a byte, which also has the number of an operand that is frequent.
fn instruction<W: Wire>(wire: &mut W, Instruction { op, arg }: &mut Instruction, used: &mut Used) -> Done {
    let mut number = match *op {
        op if op.is_jump() => folded(i64::from(*arg) - i64::from(used.instructions)),
        Op::LoadConst | Op::ReturnConst if *arg == used.consts => 0,
        Op::LoadConst | Op::ReturnConst => u64::from(*arg) + 1,
        Op::LoadGlobal | Op::LoadAttr => u64::from(*arg & 1),
        _ => u64::from(*arg),
    };
    let mut byte = together(*op, number).unwrap_or(*op as u8);
    wire.byte(Column::Op, &mut byte)?;
    match apart(byte) {
        Some(known) => (*op, number) = known,
        None => {
            *op = *Op::ALL.get(usize::from(byte)).ok_or(Broken)?;
            if let Some(column) = column_of(*op) {
                wire.number(column, &mut number)?;
            }
        }
    }
    let value = u32::try_from(number);
    *arg = match *op {
        op if op.is_jump() => moved(used.instructions, unfolded(number))?,
        Op::LoadConst | Op::ReturnConst => {
            let place = value.map_err(|_| Broken)?.checked_sub(1).unwrap_or(used.consts);
            used.consts = used.consts.max(place.checked_add(1).ok_or(Broken)?);
            place
        }
        Op::LoadGlobal | Op::LoadAttr => {
            let mut place = *arg >> 1;
            named(wire, &mut place, &mut used.names)?;
            place.checked_mul(2).ok_or(Broken)? | u32::from(number & 1 != 0)
        }
        op if is_name(op) => {
            let mut place = *arg;
            named(wire, &mut place, &mut used.names)?;
            place
        }
        _ => value.map_err(|_| Broken)?,
    };
    Ok(())
}

/// The place of a name: 0 is the first that was not used so far.
fn named<W: Wire>(wire: &mut W, place: &mut u32, used: &mut u32) -> Done {
    let mut number = if *place == *used { 0 } else { u64::from(*place) + 1 };
    wire.number(Column::NameAt, &mut number)?;
    *place = u32::try_from(number).map_err(|_| Broken)?.checked_sub(1).unwrap_or(*used);
    *used = (*used).max(place.checked_add(1).ok_or(Broken)?);
    Ok(())
}

fn is_name(op: Op) -> bool {
    use Op::*;
    matches!(op, LoadName | StoreName | StoreAttr | StoreGlobal | ImportName | ImportFrom)
}

/// Where the number of an operand is that is not in the byte.
fn column_of(op: Op) -> Option<Column> {
    match op {
        Op::LoadFast | Op::StoreFast => Some(Column::LocalAt),
        Op::LoadConst | Op::ReturnConst => Some(Column::ConstAt),
        op if op.is_jump() => Some(Column::Jump),
        op if op.has_operand() && !is_name(op) => Some(Column::Arg),
        _ => None,
    }
}

/// Instructions with frequent operands: their numbers from 0 to below this are one byte with the instruction.
const FREQUENT: &[(Op, u8)] = &[
    (Op::LoadFast, 20),
    (Op::StoreFast, 16),
    (Op::BinaryOp, 14),
    (Op::Call, 6),
    (Op::LoadDeref, 6),
    (Op::LoadConst, 4),
    (Op::Swap, 4),
    (Op::BuildTuple, 4),
    (Op::BuildString, 4),
    (Op::Copy, 4),
    (Op::ReturnConst, 3),
    (Op::SetFunctionAttribute, 3),
    (Op::ListAppend, 3),
    (Op::UnpackSequence, 3),
    (Op::ConvertValue, 3),
    (Op::CopyFreeVars, 3),
    (Op::LoadAttr, 2),
    (Op::LoadGlobal, 2),
    (Op::RaiseVarargs, 2),
    (Op::BuildList, 2),
    (Op::Reraise, 2),
    (Op::ContainsOp, 2),
    (Op::IsOp, 2),
    (Op::CallFunctionEx, 2),
    (Op::Resume, 1),
    (Op::BuildMap, 1),
];

/// The byte that stands for an instruction with a number.
fn together(op: Op, number: u64) -> Option<u8> {
    let mut byte = Op::ALL.len() as u8;
    for &(frequent, count) in FREQUENT {
        if frequent == op {
            return (number < u64::from(count)).then(|| byte + number as u8);
        }
        byte += count;
    }
    None
}

/// The instruction and the number that a byte stands for.
fn apart(byte: u8) -> Option<(Op, u64)> {
    let mut rest = byte.checked_sub(Op::ALL.len() as u8)?;
    for &(op, count) in FREQUENT {
        if rest < count {
            return Some((op, u64::from(rest)));
        }
        rest -= count;
    }
    None
}

fn places<W: Wire>(wire: &mut W, Code { spans, instructions, first_line, .. }: &mut Code) -> Done {
    spans.resize(instructions.len(), Span::default());
    let mut last = Span { line: *first_line, ..Span::default() };
    for span in spans {
        near(wire, Column::Line, &mut span.line, last.line)?;
        let line = span.line;
        near(wire, Column::Line, &mut span.end_line, line)?;
        near(wire, Column::Place, &mut span.column, if line > 0 { last.column } else { 0 })?;
        let column = span.column;
        near(wire, Column::Place, &mut span.end_column, column)?;
        // Line 0 is no place.
        if span.line > 0 {
            last = *span;
        }
    }
    Ok(())
}

fn handler<W: Wire>(wire: &mut W, Handler { start, end, target, depth, push_lasti }: &mut Handler) -> Done {
    small(wire, Column::Handler, start)?;
    near(wire, Column::Handler, end, *start)?;
    near(wire, Column::Handler, target, *end)?;
    small(wire, Column::Handler, depth)?;
    flags(wire, Column::Handler, [push_lasti])
}

/// The number of a kind of constant.
fn kind_of(constant: &Const) -> u64 {
    match constant {
        Const::None => 0,
        Const::Code(_) => 1,
        Const::Str(_) => 2,
        Const::Int(_) => 3,
        Const::Tuple(_) => 4,
        Const::Bool(false) => 5,
        Const::Bool(true) => 6,
        Const::Ellipsis => 7,
        Const::Float(_) => 8,
        Const::BigInt(_) => 9,
        Const::Imaginary(_) => 10,
        Const::Bytes(_) => 11,
        Const::FrozenSet(_) => 12,
    }
}

/// A constant of a kind, before it is read.
fn blank_of(kind: u64) -> Result<Const, Broken> {
    Ok(match kind {
        0 => Const::None,
        1 => Const::Code(Rc::default()),
        2 => Const::Str("".into()),
        3 => Const::Int(0),
        4 => Const::Tuple(Rc::new([])),
        5 => Const::Bool(false),
        6 => Const::Bool(true),
        7 => Const::Ellipsis,
        8 => Const::Float(0.0),
        9 => Const::BigInt(BigInt::ZERO),
        10 => Const::Imaginary(0.0),
        11 => Const::Bytes(Rc::new([])),
        12 => Const::FrozenSet(Rc::new([])),
        _ => return Err(Broken),
    })
}

fn constant<W: Wire>(wire: &mut W, constant: &mut Const, around: Around<'_>) -> Done {
    let known = kind_of(constant);
    let mut kind = known;
    wire.number(Column::Kind, &mut kind)?;
    if kind != known {
        *constant = blank_of(kind)?;
    }
    match constant {
        Const::None | Const::Ellipsis | Const::Bool(_) => Ok(()),
        Const::Int(value) => signed(wire, Column::Value, value),
        Const::Float(value) | Const::Imaginary(value) => {
            let mut bits = value.to_bits().reverse_bits();
            wire.number(Column::Value, &mut bits)?;
            *value = f64::from_bits(bits.reverse_bits());
            Ok(())
        }
        Const::BigInt(value) => {
            let mut digits = value.to_signed_bytes_le();
            each(wire, &mut digits, 0, |wire, byte| wire.byte(Column::Value, byte))?;
            *value = BigInt::from_signed_bytes_le(&digits);
            Ok(())
        }
        Const::Str(text) => wire.text(Column::Text, text),
        Const::Bytes(bytes) => {
            let mut read = bytes.to_vec();
            each(wire, &mut read, 0, |wire, byte| wire.byte(Column::Value, byte))?;
            *bytes = read.into();
            Ok(())
        }
        Const::Tuple(items) | Const::FrozenSet(items) => {
            wire.nest(true)?;
            let mut read = items.to_vec();
            each(wire, &mut read, Const::None, |wire, item| self::constant(wire, item, around))?;
            *items = read.into();
            wire.nest(false)
        }
        Const::Code(code) => {
            wire.nest(true)?;
            let mut read = Rc::unwrap_or_clone(std::mem::take(code));
            block(wire, &mut read, around)?;
            *code = Rc::new(read);
            wire.nest(false)
        }
    }
}
