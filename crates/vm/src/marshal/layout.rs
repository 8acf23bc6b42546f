//! What stands where. Each function here describes one thing for whoever reads and whoever writes.

use std::ops::Range;
use std::rc::Rc;

use interleave_library::find;
use num_bigint::BigInt;

use super::instructions::instructions;
use super::wire::{Column, Done, Wire, about, each, flags, near, one_of, signed, small};
use super::{Broken, Piece};
use crate::code::{Code, Const, Handler, Local, LocalKind, Span};
use crate::compile::TokenKind;
use crate::traceback::{Anchors, Marked};

/// What pieces are like before they are read.
fn blank() -> Piece {
    Piece {
        code: Rc::new(Code::default()),
        modules: Vec::new(),
        names: Vec::new(),
        tokens: Vec::new(),
        marks: Rc::default(),
    }
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
    if places {
        let mut marks = Rc::unwrap_or_clone(std::mem::take(&mut piece.marks));
        if marks.is_empty() {
            super::add_places(&code, &mut marks);
        }
        marks.iter_mut().try_for_each(|(_, marked)| mark(wire, marked))?;
        piece.marks = Rc::new(marks);
    }
    piece.code = Rc::new(code);
    Ok(())
}

/// What is marked of a place: few have more than a yes or no.
fn mark<W: Wire>(wire: &mut W, Marked { anchors, is_shown }: &mut Marked) -> Done {
    let mut has_anchors = anchors.is_some();
    flags(wire, Column::Place, [&mut has_anchors, is_shown])?;
    if !has_anchors {
        return Ok(());
    }
    let Anchors { left, right } = anchors.get_or_insert_default();
    near(wire, Column::Line, &mut left.line, 0)?;
    near(wire, Column::Place, &mut left.column, 0)?;
    near(wire, Column::Line, &mut right.line, left.line)?;
    near(wire, Column::Place, &mut right.column, left.column)
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
