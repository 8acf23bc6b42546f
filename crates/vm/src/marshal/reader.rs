//! Reading: every length is checked, and what does not fit is an error.

use std::rc::Rc;

use super::layout::{VERSION, Wire, pieces};
use super::{Broken, Piece};

/// How deeply code and tuples may be in one another. The compiler takes no program that is nested more deeply.
const DEEPEST: u32 = 250;

/// Reads what [`super::writer::write`] wrote.
pub(crate) fn read(bytes: &[u8]) -> Result<Vec<Piece>, Broken> {
    let (&VERSION, rest) = bytes.split_first().ok_or(Broken)? else { return Err(Broken) };
    let mut reader = Reader { rest, texts: Vec::new(), depth: 0 };
    reader.read_texts()?;
    let mut read = Vec::new();
    pieces(&mut reader, &mut read)?;
    if reader.rest.is_empty() { Ok(read) } else { Err(Broken) }
}

struct Reader<'a> {
    rest: &'a [u8],
    texts: Vec<Rc<str>>,
    depth: u32,
}

impl Reader<'_> {
    /// All texts: how many, their lengths in bytes, and then one after another.
    fn read_texts(&mut self) -> Result<(), Broken> {
        let count = self.next()?;
        self.has(count)?;
        let lengths = (0..count).map(|_| self.next()).collect::<Result<Vec<_>, _>>()?;
        for length in lengths {
            self.has(length)?;
            let (text, rest) = self.rest.split_at(length as usize);
            self.texts.push(str::from_utf8(text).map_err(|_| Broken)?.into());
            self.rest = rest;
        }
        Ok(())
    }

    /// A number: seven bits in each byte, the lowest first, and the eighth bit in all but the last.
    fn next(&mut self) -> Result<u64, Broken> {
        let mut number = 0;
        for shift in (0..u64::BITS).step_by(7) {
            let (&byte, rest) = self.rest.split_first().ok_or(Broken)?;
            self.rest = rest;
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        Err(Broken)
    }
}

impl Wire for Reader<'_> {
    fn number(&mut self, number: &mut u64) -> Result<(), Broken> {
        *number = self.next()?;
        Ok(())
    }

    fn text(&mut self, text: &mut Rc<str>) -> Result<(), Broken> {
        let place = self.next()? as usize;
        *text = self.texts.get(place).ok_or(Broken)?.clone();
        Ok(())
    }

    fn has(&self, count: u64) -> Result<(), Broken> {
        // Everything takes a byte at least.
        if count <= self.rest.len() as u64 { Ok(()) } else { Err(Broken) }
    }

    fn nest(&mut self, goes_in: bool) -> Result<(), Broken> {
        self.depth = if goes_in { self.depth + 1 } else { self.depth - 1 };
        if self.depth <= DEEPEST { Ok(()) } else { Err(Broken) }
    }
}
