//! Which part of an expression is marked with carets: an operator, or the brackets of a call or subscript.

use ruff_python_ast::{Expr, Stmt};
use ruff_text_size::{Ranged, TextSize};

use crate::code::Span;
use crate::compile::syntax;

/// A place in a segment of source: line and column, both from 0, in characters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    pub(crate) line: u32,
    pub(crate) column: u32,
}

/// Where the marked part begins, and where it ends behind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Anchors {
    pub(crate) left: Place,
    pub(crate) right: Place,
}

/// What is marked of an instruction's place in the source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Marked {
    /// The part that is marked with carets, and the rest with tildes; none if all is marked with carets.
    pub(crate) anchors: Option<Anchors>,
    /// Whether anything is marked at all.
    pub(crate) is_shown: bool,
}

/// What is marked, where it is known without the source being parsed. Each place is there once, in no order.
pub(crate) type Marks = Vec<(Span, Marked)>;

/// What stands before a segment so that it is read as an expression on its own lines.
const OPENING: &str = "(\n";

/// The anchors in the text of an instruction, if it is an operation, a subscript or a call.
pub(super) fn anchors(segment: &str) -> Option<Anchors> {
    let text = Segment { wrapped: &format!("{OPENING}{segment}\n)"), lines: segment.split('\n').collect() };
    let module = syntax(text.wrapped)?;
    let [Stmt::Expr(statement)] = &*module.body else { return None };
    match &*statement.value {
        Expr::BinOp(binary) => text.operator(binary.left.end(), binary.right.start()),
        Expr::Subscript(subscript) => text.brackets(subscript.value.end(), '[', subscript.end()),
        Expr::Call(call) => text.brackets(call.func.end(), '(', call.end()),
        _ => None,
    }
}

struct Segment<'a> {
    wrapped: &'a str,
    lines: Vec<&'a str>,
}

impl Segment<'_> {
    /// Where an offset into the wrapped text is in the segment.
    fn place(&self, offset: TextSize) -> Option<Place> {
        let before = self.wrapped.get(OPENING.len()..offset.to_usize())?;
        let line = before.matches('\n').count() as u32;
        let column = before.rsplit('\n').next().unwrap_or("").chars().count() as u32;
        Some(Place { line, column })
    }

    fn char_at(&self, place: Place) -> Option<char> {
        self.lines.get(place.line as usize)?.chars().nth(place.column as usize)
    }

    /// The place itself, or the first one behind it that holds a character.
    fn valid(&self, mut place: Place) -> Option<Place> {
        while self.char_at(place).is_none() {
            place = Place { line: place.line + 1, column: 0 };
            self.lines.get(place.line as usize)?;
        }
        Some(place)
    }

    /// The first character from a place on that is wanted, comments and line continuations left out.
    fn find(&self, from: Place, is_wanted: impl Fn(char) -> bool) -> Option<Place> {
        let mut place = self.valid(from)?;
        loop {
            let c = self.char_at(place)?;
            place = if c == '\\' || c == '#' {
                self.valid(Place { line: place.line + 1, column: 0 })?
            } else if is_wanted(c) {
                return Some(place);
            } else {
                self.valid(Place { column: place.column + 1, ..place })?
            };
        }
    }

    /// The operator between two operands: one character or two.
    fn operator(&self, left_end: TextSize, right_start: TextSize) -> Option<Anchors> {
        let left = self.find(self.place(left_end)?, |c| !c.is_whitespace() && c != ')')?;
        let mut right = Place { column: left.column + 1, ..left };
        let is_operator = |c: char| !c.is_whitespace() && c != '\\' && c != '#';
        if right < self.place(right_start)? && self.char_at(right).is_some_and(is_operator) {
            right.column += 1;
        }
        Some(Anchors { left, right })
    }

    fn brackets(&self, inner_end: TextSize, bracket: char, end: TextSize) -> Option<Anchors> {
        let left = self.find(self.place(inner_end)?, |c| c == bracket)?;
        Some(Anchors { left, right: self.place(end)? })
    }
}

/// Whether the marks say more than the line itself does.
pub(super) fn are_shown(lines: &[String], start: usize, end: usize, anchors: Option<&Anchors>) -> bool {
    let text = lines.join("\n");
    if let Some(module) = syntax(&text) {
        let Some(statement) = module.body.first() else { return false };
        let call = whole_call(statement);
        if call.is_some_and(|call| spans(call, &text, lines, start, end)) {
            return false;
        }
    }
    let is_blank = |mut chars: Box<dyn Iterator<Item = char> + '_>| chars.all(char::is_whitespace);
    let last = &lines[lines.len() - 1];
    anchors.is_some()
        || !is_blank(Box::new(lines[0].chars().take(start)))
        || !is_blank(Box::new(last.chars().skip(end)))
}

/// The call in `return f(...)` or `x = ...(...)`.
fn whole_call(statement: &Stmt) -> Option<&Expr> {
    match statement {
        Stmt::Return(return_) => return_.value.as_deref().filter(|value| match value {
            Expr::Call(call) => call.func.is_name_expr(),
            _ => false,
        }),
        Stmt::Assign(assign) => match &*assign.targets {
            [Expr::Name(_)] => Some(&*assign.value).filter(|value| value.is_call_expr()),
            _ => None,
        },
        _ => None,
    }
}

/// Whether an expression is all of some lines, from a column of the first to one of the last.
fn spans(expr: &Expr, text: &str, lines: &[String], start: usize, end: usize) -> bool {
    let before = |offset: TextSize| text.get(..offset.to_usize()).unwrap_or("");
    let (first, last) = (before(expr.start()), before(expr.end()));
    let column = |text: &str| text.rsplit('\n').next().unwrap_or("").len();
    !first.contains('\n')
        && last.matches('\n').count() + 1 == lines.len()
        && column(first) == start
        && column(last) == end
}
