//! Writing. A page has no use for it, and does not have it.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::layout::{VERSION, Wire, pieces};
use super::{Broken, Piece};

/// Writes pieces of code.
pub(super) fn write(code: &[Piece]) -> Vec<u8> {
    let mut writer = Writer::default();
    // A writer is given all that it writes, and refuses nothing.
    let written = pieces(&mut writer, &mut code.to_vec());
    debug_assert_eq!(written, Ok(()));
    let Writer { body, texts, places } = writer;
    let mut bytes = vec![VERSION];
    put(&mut bytes, places.len() as u64);
    texts.iter().for_each(|text| put(&mut bytes, text.len() as u64));
    texts.iter().for_each(|text| bytes.extend(text.as_bytes()));
    bytes.extend(body);
    bytes
}

#[derive(Default)]
struct Writer {
    body: Vec<u8>,
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
    fn number(&mut self, number: &mut u64) -> Result<(), Broken> {
        put(&mut self.body, *number);
        Ok(())
    }

    fn text(&mut self, text: &mut Rc<str>) -> Result<(), Broken> {
        let next = self.texts.len() as u64;
        let place = *self.places.entry(text.clone()).or_insert(next);
        if place == next {
            self.texts.push(text.clone());
        }
        put(&mut self.body, place);
        Ok(())
    }

    fn has(&self, _: u64) -> Result<(), Broken> {
        Ok(())
    }

    fn nest(&mut self, _: bool) -> Result<(), Broken> {
        Ok(())
    }
}
