//! Writing. A page has no use for it, and does not have it.

use std::rc::Rc;

use super::layout::pieces;
use super::reader::END;
use super::wire::{COLUMNS, Column, VERSION, Wire};
use super::{Broken, Piece};

/// Writes pieces of code, without the texts that whoever reads them knows.
pub(super) fn write(known: &[Rc<str>], code: &[Piece]) -> Vec<u8> {
    let mut writer = Writer { recent: known.to_vec(), ..Writer::default() };
    // A writer is given all that it writes, and refuses nothing.
    let written = pieces(&mut writer, &mut code.to_vec());
    debug_assert_eq!(written, Ok(()));
    let mut bytes = vec![VERSION];
    for column in &writer.columns {
        put(&mut bytes, column.len() as u64);
        bytes.extend(column);
    }
    for text in &writer.texts {
        bytes.extend(text.as_bytes());
        bytes.push(END);
    }
    bytes
}

#[derive(Default)]
struct Writer {
    columns: [Vec<u8>; COLUMNS],
    /// The texts that were not known, in the order in which they are met.
    texts: Vec<Rc<str>>,
    /// All texts that are known so far, the one that was met last at the end.
    recent: Vec<Rc<str>>,
}

fn put(bytes: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

impl Wire for Writer {
    fn number(&mut self, column: Column, number: &mut u64) -> Result<(), Broken> {
        put(&mut self.columns[column as usize], *number);
        Ok(())
    }

    fn byte(&mut self, column: Column, byte: &mut u8) -> Result<(), Broken> {
        self.columns[column as usize].push(*byte);
        Ok(())
    }

    fn text(&mut self, column: Column, text: &mut Rc<str>) -> Result<(), Broken> {
        // 0 is the next that is new; others are told by how many were met since.
        let known = self.recent.iter().rposition(|known| known == text);
        let rank = known.map_or(0, |place| self.recent.len() - place);
        put(&mut self.columns[column as usize], rank as u64);
        match known {
            Some(place) => {
                self.recent.remove(place);
            }
            None => self.texts.push(text.clone()),
        }
        self.recent.push(text.clone());
        Ok(())
    }

    fn nest(&mut self, _: bool) -> Result<(), Broken> {
        Ok(())
    }
}
