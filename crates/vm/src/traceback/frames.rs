//! The frames of a traceback, each with its lines of source and the marks below them.

use super::Entry;
use super::carets::{self, Anchors, Marked, Marks, Place};
use super::lines::{dedent, indent, width};
use crate::code::Span;

/// How often a frame is shown that repeats itself.
const REPEATED: usize = 3;

pub(super) fn frames<'s>(
    entries: &[Entry],
    source: &dyn Fn(&str) -> Option<&'s str>,
    marks: &Marks,
) -> String {
    let mut text = String::new();
    let mut count = 0;
    let mut previous: Option<&Entry> = None;
    for entry in entries {
        let repeats = previous.is_some_and(|previous| {
            previous.file == entry.file
                && previous.name == entry.name
                && previous.span.line == entry.span.line
        });
        if !repeats {
            text.push_str(&repetition(count));
            count = 0;
        }
        previous = Some(entry);
        count += 1;
        if count <= REPEATED {
            text.push_str(&frame(entry, source(&entry.file), marks));
        }
    }
    text.push_str(&repetition(count));
    text
}

fn repetition(count: usize) -> String {
    match count.saturating_sub(REPEATED) {
        0 => String::new(),
        1 => "  [Previous line repeated 1 more time]\n".into(),
        more => format!("  [Previous line repeated {more} more times]\n"),
    }
}

fn frame(entry: &Entry, source: Option<&str>, marks: &Marks) -> String {
    let heading = format!("  File \"{}\", line {}, in {}\n", entry.file, entry.span.line, entry.name);
    let known = marks.iter().find(|(span, _)| *span == entry.span).map(|(_, marked)| *marked);
    let excerpt = source.and_then(|source| Excerpt::of(entry.span, source));
    let text = |excerpt: Excerpt| excerpt.text(&known.unwrap_or_else(|| excerpt.marked()));
    heading + &excerpt.map(text).unwrap_or_default()
}

/// What is marked of a place in a source.
pub(crate) fn marked(span: Span, source: &str) -> Marked {
    Excerpt::of(span, source).map(|excerpt| excerpt.marked()).unwrap_or_default()
}

/// The lines of source that an instruction stands in.
struct Excerpt {
    lines: Vec<String>,
    /// Where the instruction begins in the first line and ends behind in the last one, in characters.
    start: usize,
    end: usize,
}

impl Excerpt {
    fn of(span: Span, source: &str) -> Option<Excerpt> {
        let first = (span.line as usize).checked_sub(1)?;
        let count = (span.end_line.max(span.line) - span.line) as usize + 1;
        let all: Vec<&str> = source.lines().skip(first).take(count).map(str::trim_end).collect();
        let mut original = all.join("\n");
        original.push_str(&"\n".repeat(count - all.len()));
        let dedented = dedent(&original);
        if dedented.trim().is_empty() {
            return None;
        }
        let lines: Vec<String> = dedented.split('\n').map(str::to_owned).collect();
        let removed =
            original.split('\n').next().map_or(0, |line| line.chars().count()) - lines[0].chars().count();
        let length = |line: &str| line.chars().count();
        let start = (span.column as usize).saturating_sub(removed).min(length(&lines[0]));
        let end = (span.end_column as usize).saturating_sub(removed).min(length(&lines[lines.len() - 1]));
        Some(Excerpt { lines, start, end })
    }

    fn marked(&self) -> Marked {
        let anchors = carets::anchors(&self.segment());
        let is_shown = carets::are_shown(&self.lines, self.start, self.end, anchors.as_ref());
        Marked { anchors, is_shown }
    }

    fn text(&self, &Marked { anchors, is_shown: shows_marks }: &Marked) -> String {
        let mut text = String::new();
        let mut previous: Option<usize> = None;
        for line in self.significant(anchors.as_ref()) {
            match previous.map_or(1, |previous| line - previous) {
                0 | 1 => {}
                2 => self.line(line - 1, anchors.as_ref(), shows_marks, &mut text),
                gap => text.push_str(&format!("...<{} lines>...\n", gap - 1)),
            }
            self.line(line, anchors.as_ref(), shows_marks, &mut text);
            previous = Some(line);
        }
        indent(&dedent(&text))
    }

    /// Just the text of the instruction.
    fn segment(&self) -> String {
        let last = self.lines.len() - 1;
        let cut = |i: usize| {
            let from = if i == 0 { self.start } else { 0 };
            let to = if i == last { self.end } else { usize::MAX };
            self.lines[i].chars().take(to).skip(from).collect::<String>()
        };
        (0..=last).map(cut).collect::<Vec<_>>().join("\n")
    }

    /// The lines that are shown: the first, the last, and those around the anchors.
    fn significant(&self, anchors: Option<&Anchors>) -> Vec<usize> {
        let last = self.lines.len() - 1;
        let mut lines = vec![0, last];
        for line in anchors.iter().flat_map(|anchors| [anchors.left.line, anchors.right.line]) {
            let line = line as usize;
            lines.extend(line.saturating_sub(1)..=(line + 1).min(last));
        }
        lines.sort();
        lines.dedup();
        lines
    }

    /// Writes a line, and the marks below it.
    fn line(&self, at: usize, anchors: Option<&Anchors>, shows_marks: bool, text: &mut String) {
        let line = &self.lines[at];
        text.push_str(line);
        text.push('\n');
        if !shows_marks {
            return;
        }
        let length = line.chars().count();
        let end = if at + 1 == self.lines.len() { self.end } else { length };
        let start = if at == 0 { width(line, self.start) } else { 0 };
        let blank = length - line.trim_start().chars().count();
        for column in 0..width(line, end) {
            let mark = if column < blank.max(start) {
                ' '
            } else if anchors.is_some_and(|anchors| self.is_between(anchors, at, column)) {
                '^'
            } else if anchors.is_some() {
                '~'
            } else {
                '^'
            };
            text.push(mark);
        }
        text.push('\n');
    }

    /// Whether a column lies in what the anchors enclose: an operator, or brackets.
    fn is_between(&self, anchors: &Anchors, at: usize, column: usize) -> bool {
        let shown = |place: Place| {
            let line = place.line as usize;
            let before = if line == 0 { self.start } else { 0 };
            let text = self.lines.get(line).map_or("", String::as_str);
            (line, width(text, place.column as usize + before))
        };
        let (left, right) = (shown(anchors.left), shown(anchors.right));
        (at, column) >= left && (at, column) < right
    }
}
