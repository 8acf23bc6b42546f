//! The program's text, and where in it things are.

use ruff_text_size::{Ranged, TextRange, TextSize};

use crate::code::Span;

/// An instruction that CPython gives no place of its own; flow analysis may lend it a neighbour's.
pub(super) const NOWHERE: Span = Span { line: u32::MAX, column: 0, end_line: u32::MAX, end_column: 0 };

/// A program's text with the start of each of its lines.
pub(super) struct Source<'a> {
    text: &'a str,
    line_starts: Vec<u32>,
    is_ascii: bool,
}

impl<'a> Source<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let bytes = text.as_bytes();
        let mut line_starts = vec![0];
        for (i, byte) in bytes.iter().enumerate() {
            let ends_line = *byte == b'\n' || (*byte == b'\r' && bytes.get(i + 1) != Some(&b'\n'));
            if ends_line {
                line_starts.push(i as u32 + 1);
            }
        }
        Source { text, line_starts, is_ascii: text.is_ascii() }
    }

    pub(super) fn text(&self) -> &'a str {
        self.text
    }

    pub(super) fn slice(&self, range: TextRange) -> &'a str {
        &self.text[range]
    }

    /// The line, from 1, and the column, from 0 and in characters, of a byte offset.
    pub(super) fn position(&self, offset: TextSize) -> (u32, u32) {
        let offset = offset.to_u32();
        let line = self.line_starts.partition_point(|&start| start <= offset);
        let start = self.line_starts[line - 1] as usize;
        let column = if self.is_ascii {
            offset as usize - start
        } else {
            self.text.get(start..offset as usize).unwrap_or("").chars().count()
        };
        (line as u32, column as u32)
    }

    pub(super) fn span(&self, node: &impl Ranged) -> Span {
        let range = node.range();
        let (line, column) = self.position(range.start());
        let (end_line, end_column) = self.position(range.end());
        Span { line, column, end_line, end_column }
    }
}

/// The place of an instruction that belongs to a whole block: the start of a line.
pub(super) const fn line_start(line: u32) -> Span {
    Span { line, column: 0, end_line: line, end_column: 0 }
}
