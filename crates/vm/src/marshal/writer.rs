//! Writing. A page has no use for it, and does not have it.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::layout::{COLUMNS, Column, VERSION, Wire, pieces};
use super::reader::END;
use super::{Broken, Piece};

/// Writes pieces of code.
pub(super) fn write(code: &[Piece]) -> Vec<u8> {
    let mut writer = Writer::default();
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
    /// Every text once, in the order in which they are met, and the place of each.
    texts: Vec<Rc<str>>,
    places: BTreeMap<Rc<str>, u64>,
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

    fn text(&mut self, column: Column, text: &mut Rc<str>) -> Result<(), Broken> {
        let next = self.texts.len() as u64;
        let place = *self.places.entry(text.clone()).or_insert(next);
        if place == next {
            self.texts.push(text.clone());
        }
        // 0 is the first that was not met so far.
        put(&mut self.columns[column as usize], if place == next { 0 } else { place + 1 });
        Ok(())
    }

    fn nest(&mut self, _: bool) -> Result<(), Broken> {
        Ok(())
    }
}
