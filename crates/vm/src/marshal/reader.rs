//! Reading: every length is checked, and what does not fit is an error.

use std::rc::Rc;

use super::layout::pieces;
use super::wire::{COLUMNS, Column, VERSION, Wire};
use super::{Broken, Piece};

/// How deeply code and tuples may be in one another. The compiler takes no program that is nested more deeply.
const DEEPEST: u32 = 250;

/// What is between texts: no text has this byte.
pub(super) const END: u8 = 0xff;

/// What was read: pieces of code, and all texts that are in them.
pub(crate) struct Read {
    pub(crate) pieces: Vec<Piece>,
    pub(crate) texts: Vec<Rc<str>>,
}

/// Reads what [`super::writer::write`] wrote, with the texts that were known to it.
pub(crate) fn read(known: &[Rc<str>], bytes: &[u8]) -> Result<Read, Broken> {
    let (&VERSION, mut rest) = bytes.split_first().ok_or(Broken)? else { return Err(Broken) };
    let mut cut = || -> Result<&[u8], Broken> {
        let length = next(&mut rest)?;
        let (part, further) = rest.split_at_checked(length as usize).ok_or(Broken)?;
        rest = further;
        Ok(part)
    };
    let mut columns = [&[][..]; COLUMNS];
    for column in &mut columns {
        *column = cut()?;
    }
    let mut texts = known.to_vec();
    // Behind the last text there is its end, and nothing more.
    let (&END, own) = rest.split_last().ok_or(Broken)? else { return Err(Broken) };
    for text in own.split(|&byte| byte == END) {
        texts.push(str::from_utf8(text).map_err(|_| Broken)?.into());
    }
    let mut reader =
        Reader { columns, texts, met: known.len(), recent: (0..known.len()).collect(), depth: 0 };
    let mut read = Vec::new();
    pieces(&mut reader, &mut read)?;
    let is_done = reader.columns.iter().all(|column| column.is_empty());
    if is_done && reader.met == reader.texts.len() {
        Ok(Read { pieces: read, texts: reader.texts })
    } else {
        Err(Broken)
    }
}

struct Reader<'a> {
    columns: [&'a [u8]; COLUMNS],
    /// All texts: those that were known, and then others in the order in which they are met. How many are known so far.
    texts: Vec<Rc<str>>,
    met: usize,
    /// The places of the texts that are known so far, the one that was met last at the end.
    recent: Vec<usize>,
    depth: u32,
}

/// A number: seven bits in each byte, the lowest first, and the eighth bit in all but the last.
fn next(bytes: &mut &[u8]) -> Result<u64, Broken> {
    let mut number = 0;
    for shift in (0..u64::BITS).step_by(7) {
        let (&byte, rest) = bytes.split_first().ok_or(Broken)?;
        *bytes = rest;
        number |= u64::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Ok(number);
        }
    }
    Err(Broken)
}

impl Wire for Reader<'_> {
    fn number(&mut self, column: Column, number: &mut u64) -> Result<(), Broken> {
        *number = next(&mut self.columns[column as usize])?;
        Ok(())
    }

    fn byte(&mut self, column: Column, byte: &mut u8) -> Result<(), Broken> {
        let (&first, rest) = self.columns[column as usize].split_first().ok_or(Broken)?;
        (*byte, self.columns[column as usize]) = (first, rest);
        Ok(())
    }

    fn text(&mut self, column: Column, text: &mut Rc<str>) -> Result<(), Broken> {
        let place = match next(&mut self.columns[column as usize])? as usize {
            0 => {
                self.met += 1;
                self.met - 1
            }
            rank => {
                let place = self.recent.len().checked_sub(rank).ok_or(Broken)?;
                self.recent.remove(place)
            }
        };
        self.recent.push(place);
        *text = self.texts.get(place).ok_or(Broken)?.clone();
        Ok(())
    }

    fn nest(&mut self, goes_in: bool) -> Result<(), Broken> {
        self.depth = if goes_in { self.depth + 1 } else { self.depth - 1 };
        if self.depth <= DEEPEST { Ok(()) } else { Err(Broken) }
    }
}
