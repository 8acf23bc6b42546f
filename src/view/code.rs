//! The program's lines, with every thread's place in them.

use std::ops::Range;
use std::rc::Rc;

use interleave_vm::inspect::Position;
use interleave_vm::{Span, ThreadId, TokenKind};

use super::kept::Kept;
use super::mark::{Doing, Mark};

/// A program's text, cut into lines and tokens once.
#[derive(Clone, Debug)]
pub struct Listing {
    lines: Vec<Line>,
    plain: Vec<Rc<LineView>>,
}

#[derive(Clone, Debug)]
struct Line {
    chars: Vec<char>,
    /// Tokens by characters, in order.
    tokens: Vec<(TokenKind, Range<usize>)>,
}

/// A line as it is to be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineView {
    /// Its number, from 1.
    pub number: u32,
    /// Its text.
    pub pieces: Vec<Piece>,
    /// The threads whose next instruction is in it.
    pub marks: Vec<Mark>,
    /// What these threads keep to themselves.
    pub kept: Vec<Kept>,
}

/// A piece of a line that is drawn in one way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What it says.
    pub text: String,
    /// What it is; none for what is drawn as plain text.
    pub kind: Option<TokenKind>,
    /// The thread whose next instruction evaluates it.
    pub evaluated_by: Option<ThreadId>,
}

/// An expression over more lines than this is marked in its first line only: it is a whole `def` or `class`.
const LONGEST_EXPRESSION: u32 = 6;

/// A longer text is not quoted in a sentence.
const LONGEST_QUOTE: usize = 48;

impl LineView {
    /// The thread that runs in this line.
    pub fn running(&self) -> Option<ThreadId> {
        self.marks.iter().find(|mark| mark.doing == Doing::Running).map(|mark| mark.thread)
    }
}

impl Listing {
    /// Cuts a program into lines and these of its tokens, which are ranges of bytes.
    pub fn new(source: &str, tokens: &[(TokenKind, Range<usize>)]) -> Listing {
        let mut lines: Vec<Line> = source
            .split('\n')
            .map(|text| Line { chars: text.trim_end_matches('\r').chars().collect(), tokens: Vec::new() })
            .collect();
        if lines.len() > 1 && lines.last().is_some_and(|line| line.chars.is_empty()) {
            lines.pop();
        }
        place_tokens(source, tokens, &mut lines);
        let plain =
            lines.iter().zip(1..).map(|(line, number)| Rc::new(line.view(number, &[], &[], &[]))).collect();
        Listing { lines, plain }
    }

    /// The lines, with threads at their positions and what they keep. Where two threads evaluate the same text, the earlier
    /// one in the list has it.
    pub fn view(&self, threads: &[(Mark, Position)], kept: &[Kept]) -> Vec<Rc<LineView>> {
        let mut views = self.plain.clone();
        for (line, number) in self.lines.iter().zip(1..) {
            let here = threads.iter().filter(|(_, at)| at.span.line == number);
            let marks: Vec<Mark> = here.map(|(mark, _)| *mark).collect();
            let expressions: Vec<(ThreadId, Range<usize>)> = threads
                .iter()
                .filter_map(|(mark, at)| Some((mark.thread, line.part_of(number, at.span)?)))
                .collect();
            if !marks.is_empty() || !expressions.is_empty() {
                views[number as usize - 1] = Rc::new(line.view(number, &marks, &expressions, kept));
            }
        }
        views
    }

    /// The text of a span, if it is in one line and short.
    pub fn text(&self, span: Span) -> Option<String> {
        let line = self.lines.get(span.line.checked_sub(1)? as usize)?;
        let (from, to) = (span.column as usize, span.end_column as usize);
        if span.line != span.end_line || from >= to || to > line.chars.len() || to - from > LONGEST_QUOTE {
            return None;
        }
        Some(line.chars[from..to].iter().collect())
    }
}

impl Line {
    /// The characters of this line that a span covers.
    fn part_of(&self, number: u32, span: Span) -> Option<Range<usize>> {
        let last = if span.end_line >= span.line + LONGEST_EXPRESSION { span.line } else { span.end_line };
        if span.line == 0 || !(span.line..=last).contains(&number) {
            return None;
        }
        let blank = self.chars.iter().take_while(|c| c.is_whitespace()).count();
        let from = if number == span.line { span.column as usize } else { blank };
        let to = if number == span.end_line { span.end_column as usize } else { self.chars.len() };
        let to = to.min(self.chars.len());
        (from < to).then_some(from..to)
    }

    fn view(
        &self,
        number: u32,
        marks: &[Mark],
        expressions: &[(ThreadId, Range<usize>)],
        kept: &[Kept],
    ) -> LineView {
        let here = |kept: &&Kept| marks.iter().any(|mark| mark.thread == kept.thread);
        let mut cuts: Vec<usize> = vec![0, self.chars.len()];
        let ranges = self.tokens.iter().map(|(_, range)| range);
        let ranges = ranges.chain(expressions.iter().map(|(_, range)| range));
        ranges.for_each(|range| cuts.extend([range.start, range.end]));
        cuts.sort_unstable();
        cuts.dedup();
        let pieces = cuts.windows(2).map(|cut| {
            let in_it = |range: &Range<usize>| range.contains(&cut[0]);
            Piece {
                text: self.chars[cut[0]..cut[1]].iter().collect(),
                kind: self.tokens.iter().find(|(_, range)| in_it(range)).and_then(|(kind, _)| drawn(*kind)),
                evaluated_by: expressions.iter().find(|(_, range)| in_it(range)).map(|(thread, _)| *thread),
            }
        });
        LineView {
            number,
            pieces: joined(pieces),
            marks: marks.to_vec(),
            kept: kept.iter().filter(here).cloned().collect(),
        }
    }
}

/// What is drawn otherwise than plain text.
fn drawn(kind: TokenKind) -> Option<TokenKind> {
    (!matches!(kind, TokenKind::Name | TokenKind::Operator)).then_some(kind)
}

/// Joins neighbours that are drawn in the same way.
fn joined(pieces: impl Iterator<Item = Piece>) -> Vec<Piece> {
    let mut joined: Vec<Piece> = Vec::new();
    for piece in pieces {
        match joined.last_mut() {
            Some(last) if last.kind == piece.kind && last.evaluated_by == piece.evaluated_by => {
                last.text += &piece.text;
            }
            _ => joined.push(piece),
        }
    }
    joined
}

fn place_tokens(source: &str, tokens: &[(TokenKind, Range<usize>)], lines: &mut [Line]) {
    let starts: Vec<usize> =
        std::iter::once(0).chain(source.match_indices('\n').map(|(newline, _)| newline + 1)).collect();
    let place = |byte: usize| {
        let line = starts.partition_point(|&start| start <= byte) - 1;
        (line, source[starts[line]..byte].chars().count())
    };
    for (kind, range) in tokens {
        let (first, from) = place(range.start);
        let (last, to) = place(range.end);
        for (number, line) in lines.iter_mut().enumerate().take(last + 1).skip(first) {
            let from = if number == first { from } else { 0 };
            let to = if number == last { to.min(line.chars.len()) } else { line.chars.len() };
            line.tokens.push((*kind, from..to));
        }
    }
}

#[cfg(test)]
mod tests {
    use interleave_vm::{CodeId, Op, tokens};

    use super::*;

    fn at(line: u32, column: u32, end_column: u32) -> Position {
        let span = Span { line, column, end_line: line, end_column };
        Position { code: CodeId(0), at: 0, op: Op::Nop, span, begun: false }
    }

    fn listing(source: &str) -> Listing {
        Listing::new(source, &tokens(source))
    }

    fn shown(line: &LineView) -> String {
        let piece = |piece: &Piece| match (piece.evaluated_by, piece.kind) {
            (Some(thread), _) => format!("[{}:{}]", Mark::author(thread).letter(), piece.text),
            (None, Some(TokenKind::Keyword)) => piece.text.to_uppercase(),
            (None, Some(TokenKind::String)) => format!("<{}>", piece.text),
            (None, _) => piece.text.clone(),
        };
        line.pieces.iter().map(piece).collect()
    }

    fn all(lines: &[Rc<LineView>]) -> Vec<String> {
        lines.iter().map(|line| shown(line)).collect()
    }

    #[test]
    fn a_line_is_its_text_with_tokens_and_expressions() {
        let listing = listing("if ü: x = 'é' + y\n\nreturn '''a\nb'''\n");
        let running = Mark { thread: ThreadId(1), doing: Doing::Running };
        let ready = Mark { thread: ThreadId(2), doing: Doing::Runnable };
        let lines = listing.view(&[(running, at(1, 10, 17)), (ready, at(1, 16, 17))], &[]);
        assert_eq!(all(&lines), ["IF ü: x = [A:'é'][A: + y]", "", "RETURN <'''a>", "<b'''>"]);
        assert_eq!(lines[0].marks, [running, ready]);
        assert_eq!(lines[0].running(), Some(ThreadId(1)));
        assert_eq!(listing.text(at(1, 10, 17).span).as_deref(), Some("'é' + y"));
    }

    #[test]
    fn lines_without_threads_are_made_once() {
        let listing = listing("a\nb\n");
        let mark = Mark { thread: ThreadId(1), doing: Doing::Blocked };
        let (once, twice) = (listing.view(&[], &[]), listing.view(&[(mark, at(2, 0, 1))], &[]));
        assert!(Rc::ptr_eq(&once[0], &twice[0]));
        assert!(!Rc::ptr_eq(&once[1], &twice[1]));
    }

    #[test]
    fn an_expression_over_several_lines_is_marked_in_each() {
        let listing = listing("f(\n    a,\n)\n");
        let span = Span { line: 1, column: 0, end_line: 3, end_column: 1 };
        let mark = Mark { thread: ThreadId(3), doing: Doing::Runnable };
        let lines = listing.view(&[(mark, Position { span, ..at(1, 0, 0) })], &[]);
        assert_eq!(all(&lines), ["[C:f(]", "    [C:a,]", "[C:)]"]);
        assert!(lines[1].marks.is_empty());
    }
}
