//! `match`: the patterns of sequences, mappings and classes.

use ruff_python_ast::{
    CmpOp, Expr, Operator, Pattern, PatternMatchClass, PatternMatchMapping, PatternMatchSequence,
    PatternMatchStar,
};

use super::Lowering;
use super::expressions::operator;
use super::patterns::{Matching, is_wildcard};
use crate::code::{Const, Op, Span};
use crate::compile::fold;

impl<'a> Lowering<'a> {
    pub(super) fn sequence_pattern(&mut self, sequence: &'a PatternMatchSequence, matching: &mut Matching) {
        let span = self.span(sequence);
        let patterns = &sequence.patterns;
        let is_star: Vec<bool> =
            patterns.iter().map(|pattern| matches!(pattern, Pattern::MatchStar(_))).collect();
        if is_star.iter().filter(|star| **star).count() > 1 {
            return self.refuse(sequence, "multiple starred expressions in sequence pattern");
        }
        let star = is_star.iter().position(|star| *star);
        matching.on_top += 1;
        self.op(span, Op::MatchSequence);
        self.fail_if_false(span, matching);
        match star {
            None => self.check_length(span, patterns.len(), CmpOp::Eq, matching),
            Some(_) if patterns.len() > 1 => {
                self.check_length(span, patterns.len() - 1, CmpOp::GtE, matching)
            }
            Some(_) => {}
        }
        matching.on_top -= 1;
        if patterns.iter().all(|pattern| is_wildcard(pattern) || is_wildcard_star(pattern)) {
            return self.op(span, Op::PopTop);
        }
        match star.filter(|star| is_wildcard_star(&patterns[*star])) {
            Some(star) => self.sequence_items(span, patterns, star, matching),
            None => {
                self.unpack(span, &is_star);
                matching.on_top += patterns.len();
                for pattern in patterns {
                    matching.on_top -= 1;
                    self.subpattern(pattern, matching);
                }
            }
        }
    }

    fn check_length(&mut self, span: Span, length: usize, op: CmpOp, matching: &mut Matching) {
        self.op(span, Op::GetLen);
        self.load_const(span, Const::Int(length as i64));
        self.comparison(span, op);
        self.fail_if_false(span, matching);
    }

    /// Around a `*_` only the items that are wanted are taken out.
    fn sequence_items(&mut self, span: Span, patterns: &'a [Pattern], star: usize, matching: &mut Matching) {
        matching.on_top += 1;
        for (i, pattern) in patterns.iter().enumerate() {
            if i == star || is_wildcard(pattern) {
                continue;
            }
            self.emit(span, Op::Copy, 1);
            if i < star {
                self.load_const(span, Const::Int(i as i64));
            } else {
                self.op(span, Op::GetLen);
                self.load_const(span, Const::Int((patterns.len() - i) as i64));
                self.emit(span, Op::BinaryOp, operator(Operator::Sub));
            }
            self.op(span, Op::BinarySubscr);
            self.subpattern(pattern, matching);
        }
        matching.on_top -= 1;
        self.op(span, Op::PopTop);
    }

    pub(super) fn mapping_pattern(&mut self, mapping: &'a PatternMatchMapping, matching: &mut Matching) {
        let span = self.span(mapping);
        let size = mapping.keys.len();
        matching.on_top += 1;
        self.op(span, Op::MatchMapping);
        self.fail_if_false(span, matching);
        if size == 0 && mapping.rest.is_none() {
            matching.on_top -= 1;
            return self.op(span, Op::PopTop);
        }
        if size > 0 {
            self.check_length(span, size, CmpOp::GtE, matching);
        }
        self.mapping_keys(mapping);
        self.emit(span, Op::BuildTuple, size as u32);
        self.op(span, Op::MatchKeys);
        matching.on_top += 2;
        self.emit(span, Op::Copy, 1);
        self.load_const(span, Const::None);
        self.comparison(span, CmpOp::IsNot);
        self.fail_if_false(span, matching);
        self.emit(span, Op::UnpackSequence, size as u32);
        matching.on_top = matching.on_top + size - 1;
        for pattern in &mapping.patterns {
            matching.on_top -= 1;
            self.subpattern(pattern, matching);
        }
        matching.on_top -= 2;
        if mapping.rest.is_some() {
            self.mapping_rest(span, size as u32);
            self.capture(span, mapping.rest.as_ref(), matching);
        } else {
            self.op(span, Op::PopTop);
            self.op(span, Op::PopTop);
        }
    }

    fn mapping_keys(&mut self, mapping: &'a PatternMatchMapping) {
        let mut seen = Vec::new();
        for key in &mapping.keys {
            match fold::constant(key) {
                Some(value) if seen.contains(&value) => {
                    let shown = crate::dis::constant(&value);
                    self.refuse(mapping, format!("mapping pattern checks duplicate key ({shown})"));
                }
                Some(value) => seen.push(value),
                None if matches!(key, Expr::Attribute(_) | Expr::BinOp(_) | Expr::UnaryOp(_)) => {}
                None => {
                    self.refuse(
                        mapping,
                        "mapping pattern keys may only match literals and attribute lookups",
                    );
                }
            }
            self.expr(key);
        }
    }

    /// A copy of the subject, from which the keys that were matched are deleted.
    fn mapping_rest(&mut self, span: Span, size: u32) {
        self.emit(span, Op::BuildMap, 0);
        self.emit(span, Op::Swap, 3);
        self.emit(span, Op::DictUpdate, 2);
        self.emit(span, Op::UnpackSequence, size);
        for left in (1..=size).rev() {
            self.emit(span, Op::Copy, 1 + left);
            self.emit(span, Op::Swap, 2);
            self.op(span, Op::DeleteSubscr);
        }
    }

    pub(super) fn class_pattern(&mut self, class: &'a PatternMatchClass, matching: &mut Matching) {
        let span = self.span(class);
        let arguments = &class.arguments;
        for (i, keyword) in arguments.keywords.iter().enumerate() {
            if arguments.keywords[..i].iter().any(|other| other.attr.id == keyword.attr.id) {
                self.refuse(keyword, format!("attribute name repeated in class pattern: {}", keyword.attr));
            }
        }
        self.expr(&class.cls);
        let names = arguments.keywords.iter().map(|keyword| Const::Str(keyword.attr.as_str().into()));
        let names = Const::Tuple(names.collect());
        self.load_const(span, names);
        self.emit(span, Op::MatchClass, arguments.patterns.len() as u32);
        self.emit(span, Op::Copy, 1);
        self.load_const(span, Const::None);
        self.comparison(span, CmpOp::IsNot);
        matching.on_top += 1;
        self.fail_if_false(span, matching);
        let count = arguments.patterns.len() + arguments.keywords.len();
        self.emit(span, Op::UnpackSequence, count as u32);
        matching.on_top = matching.on_top + count - 1;
        let keywords = arguments.keywords.iter().map(|keyword| &keyword.pattern);
        for pattern in arguments.patterns.iter().chain(keywords) {
            matching.on_top -= 1;
            if is_wildcard(pattern) {
                self.op(span, Op::PopTop);
            } else {
                self.subpattern(pattern, matching);
            }
        }
    }
}

/// `*_`
fn is_wildcard_star(pattern: &Pattern) -> bool {
    matches!(pattern, Pattern::MatchStar(PatternMatchStar { name: None, .. }))
}
