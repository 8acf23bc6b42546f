//! Reading: every length is checked, and what does not fit is an error.

use std::rc::Rc;

use super::layout::{COLUMNS, Column, VERSION, Wire, pieces};
use super::{Broken, Piece};

/// How deeply code and tuples may be in one another. The compiler takes no program that is nested more deeply.
const DEEPEST: u32 = 250;

/// What is between texts: no text has this byte.
pub(super) const END: u8 = 0xff;

/// Reads what [`super::writer::write`] wrote.
pub(crate) fn read(bytes: &[u8]) -> Result<Vec<Piece>, Broken> {
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
    let texts = rest.split(|&byte| byte == END).map(|text| str::from_utf8(text).map_err(|_| Broken));
    let texts = texts.map(|text| text.map(Rc::from)).collect::<Result<_, _>>()?;
    let mut reader = Reader { columns, texts, met: 0, depth: 0 };
    let mut read = Vec::new();
    pieces(&mut reader, &mut read)?;
    let is_done = reader.columns.iter().all(|column| column.is_empty());
    // Behind the last text there is nothing.
    if is_done && reader.met + 1 == reader.texts.len() { Ok(read) } else { Err(Broken) }
}

struct Reader<'a> {
    columns: [&'a [u8]; COLUMNS],
    /// All texts, in the order in which they are met first, and how many were.
    texts: Vec<Rc<str>>,
    met: usize,
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

    fn text(&mut self, column: Column, text: &mut Rc<str>) -> Result<(), Broken> {
        let number = next(&mut self.columns[column as usize])? as usize;
        let place = number.checked_sub(1).unwrap_or(self.met);
        self.met = self.met.max(place.checked_add(1).ok_or(Broken)?);
        *text = self.texts.get(place).ok_or(Broken)?.clone();
        Ok(())
    }

    fn nest(&mut self, goes_in: bool) -> Result<(), Broken> {
        self.depth = if goes_in { self.depth + 1 } else { self.depth - 1 };
        if self.depth <= DEEPEST { Ok(()) } else { Err(Broken) }
    }
}
