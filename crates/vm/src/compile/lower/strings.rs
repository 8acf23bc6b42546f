//! f-strings, and `%` formats that are compiled like them.

use ruff_python_ast::{
    ConversionFlag, Expr, ExprBinOp, ExprFString, ExprTuple, FStringPart, InterpolatedElement,
    InterpolatedStringElement,
};
use ruff_text_size::{Ranged, TextRange, TextSize};

use super::Lowering;
use super::displays::STACK_GUIDELINE;
use crate::code::{Const, Op, Span};
use crate::compile::fold::{self, FormatPart};
use crate::compile::source::NOWHERE;

/// A part of an f-string, after joining the literal text that stands together.
enum Part<'a> {
    Literal { text: String, range: TextRange },
    Value(&'a InterpolatedElement),
}

/// The parts of an f-string as they are found.
#[derive(Default)]
struct Parts<'a> {
    parts: Vec<Part<'a>>,
}

impl<'a> Parts<'a> {
    fn literal(&mut self, more: &str, more_range: TextRange) {
        match self.parts.last_mut() {
            Some(Part::Literal { text, range }) => {
                text.push_str(more);
                *range = range.cover(more_range);
            }
            _ => self.parts.push(Part::Literal { text: more.into(), range: more_range }),
        }
    }

    fn elements(&mut self, elements: impl IntoIterator<Item = &'a InterpolatedStringElement>) {
        for element in elements {
            match element {
                InterpolatedStringElement::Literal(literal) => self.literal(&literal.value, literal.range),
                InterpolatedStringElement::Interpolation(value) => {
                    if let Some(debug) = &value.debug_text {
                        let start = value.range.start() + TextSize::of('{');
                        let range = TextRange::at(start, TextSize::of(debug.as_str()));
                        self.literal(debug.as_str(), range);
                    }
                    self.parts.push(Part::Value(value));
                }
            }
        }
    }

    /// Without the literals that are empty.
    fn finish(mut self) -> Vec<Part<'a>> {
        self.parts.retain(|part| !matches!(part, Part::Literal { text, .. } if text.is_empty()));
        self.parts
    }
}

impl<'a> Lowering<'a> {
    pub(super) fn f_string(&mut self, string: &'a ExprFString) {
        let mut parts = Parts::default();
        for part in string.value.iter() {
            match part {
                FStringPart::Literal(literal) => parts.literal(&literal.value, literal.range),
                FStringPart::FString(string) => parts.elements(&string.elements),
            }
        }
        let span = self.span(string);
        self.joined(span, parts.finish());
    }

    fn joined(&mut self, span: Span, parts: Vec<Part<'a>>) {
        let count = parts.len();
        if count > STACK_GUIDELINE {
            self.load_str(span, "");
            self.load_attr(span, "join", true);
            self.emit(span, Op::BuildList, 0);
            for part in parts {
                self.part(part);
                self.emit(span, Op::ListAppend, 1);
            }
            return self.emit(span, Op::Call, 1);
        }
        parts.into_iter().for_each(|part| self.part(part));
        match count {
            0 => self.load_str(span, ""),
            1 => {}
            _ => self.emit(span, Op::BuildString, count as u32),
        }
    }

    fn part(&mut self, part: Part<'a>) {
        match part {
            Part::Literal { text, range } => {
                let span = self.span(&range);
                self.load_str(span, &text);
            }
            Part::Value(value) => self.interpolation(value),
        }
    }

    fn interpolation(&mut self, value: &'a InterpolatedElement) {
        let span = self.span(value);
        self.expr(&value.expression);
        let is_plain_debug = value.debug_text.is_some() && value.format_spec.is_none();
        match value.conversion {
            ConversionFlag::None if is_plain_debug => self.emit(span, Op::ConvertValue, 2),
            ConversionFlag::None => {}
            ConversionFlag::Str => self.emit(span, Op::ConvertValue, 1),
            ConversionFlag::Repr => self.emit(span, Op::ConvertValue, 2),
            ConversionFlag::Ascii => self.emit(span, Op::ConvertValue, 3),
        }
        match &value.format_spec {
            Some(spec) => {
                let mut parts = Parts::default();
                parts.elements(&spec.elements);
                // CPython counts the colon to the format.
                let place = self.span(&spec.range.sub_start(TextSize::of(':')));
                self.joined(place, parts.finish());
                self.op(span, Op::FormatWithSpec);
            }
            None => self.op(span, Op::FormatSimple),
        }
    }

    /// `"..." % (a, b)`. Says whether the format was simple enough.
    pub(super) fn percent_format(
        &mut self,
        binary: &ExprBinOp,
        format: &Const,
        arguments: &'a ExprTuple,
    ) -> bool {
        let Const::Str(format) = format else { return false };
        let Some(parts) = fold::percent_format(format, arguments.elts.len()) else {
            return false;
        };
        let span = self.span(binary);
        let count = parts.len();
        let is_long = count > STACK_GUIDELINE;
        if is_long {
            self.load_str(span, "");
            self.load_attr(span, "join", true);
            self.emit(span, Op::BuildList, 0);
        }
        let mut arguments = arguments.elts.iter();
        for part in parts {
            self.percent_part(part, &mut arguments);
            if is_long {
                self.emit(span, Op::ListAppend, 1);
            }
        }
        match count {
            _ if is_long => self.emit(span, Op::Call, 1),
            0 => self.load_str(span, ""),
            1 => {}
            _ => self.emit(span, Op::BuildString, count as u32),
        }
        true
    }

    fn percent_part(&mut self, part: FormatPart, arguments: &mut std::slice::Iter<'a, Expr>) {
        let (conversion, spec) = match part {
            FormatPart::Literal(text) => return self.load_str(NOWHERE, &text),
            FormatPart::Argument { conversion, spec } => (conversion, spec),
        };
        let Some(argument) = arguments.next() else { return };
        self.expr(argument);
        let span = self.span(&argument.range());
        let conversion = match conversion {
            's' => 1,
            'r' => 2,
            _ => 3,
        };
        self.emit(span, Op::ConvertValue, conversion);
        match spec {
            Some(spec) => {
                self.load_str(NOWHERE, &spec);
                self.op(span, Op::FormatWithSpec);
            }
            None => self.op(span, Op::FormatSimple),
        }
    }
}
