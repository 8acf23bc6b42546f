//! One who reads or writes, and how numbers, lists and choices are given to either: a reader fills in what it is given, a
//! writer leaves it as it is.

use std::rc::Rc;

use super::Broken;

/// What is put first, and changed whenever what stands where, or the set of instructions, is.
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

pub(super) type Done = Result<(), Broken>;

pub(super) fn small<W: Wire>(wire: &mut W, column: Column, value: &mut u32) -> Done {
    let mut number = u64::from(*value);
    wire.number(column, &mut number)?;
    *value = u32::try_from(number).map_err(|_| Broken)?;
    Ok(())
}

/// A number that can be less than zero, with its sign in the last bit.
pub(super) fn signed<W: Wire>(wire: &mut W, column: Column, value: &mut i64) -> Done {
    let mut number = folded(*value);
    wire.number(column, &mut number)?;
    *value = unfolded(number);
    Ok(())
}

pub(super) fn folded(value: i64) -> u64 {
    ((value << 1) ^ (value >> 63)) as u64
}

pub(super) fn unfolded(number: u64) -> i64 {
    (number >> 1) as i64 ^ -((number & 1) as i64)
}

/// A number that is near another.
pub(super) fn near<W: Wire>(wire: &mut W, column: Column, value: &mut u32, other: u32) -> Done {
    let mut distance = i64::from(*value) - i64::from(other);
    signed(wire, column, &mut distance)?;
    *value = moved(other, distance)?;
    Ok(())
}

pub(super) fn moved(other: u32, distance: i64) -> Result<u32, Broken> {
    i64::from(other).checked_add(distance).and_then(|sum| u32::try_from(sum).ok()).ok_or(Broken)
}

pub(super) fn flags<W: Wire, const N: usize>(wire: &mut W, column: Column, flags: [&mut bool; N]) -> Done {
    let mut bits = flags.iter().rev().fold(0, |bits, flag| bits << 1 | u32::from(**flag));
    small(wire, column, &mut bits)?;
    for flag in flags {
        *flag = bits & 1 != 0;
        bits >>= 1;
    }
    Ok(())
}

pub(super) fn each<W: Wire, T: Clone>(
    wire: &mut W,
    items: &mut Vec<T>,
    blank: T,
    one: impl FnMut(&mut W, &mut T) -> Done,
) -> Done {
    about(wire, 0, items, blank, one)
}

/// So many items, or nearly.
pub(super) fn about<W: Wire, T: Clone>(
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
pub(super) fn one_of<W: Wire, T: Copy + PartialEq>(
    wire: &mut W,
    column: Column,
    value: &mut T,
    all: &[T],
) -> Done {
    let mut place = all.iter().position(|known| known == value).unwrap_or_default() as u64;
    wire.number(column, &mut place)?;
    *value = *all.get(place as usize).ok_or(Broken)?;
    Ok(())
}
