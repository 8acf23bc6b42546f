//! `match`: cases, and the patterns of values, names and alternatives.

use std::rc::Rc;

use ruff_python_ast::{
    CmpOp, Identifier, MatchCase, Pattern, PatternMatchAs, PatternMatchOr, Singleton, StmtMatch,
};
use ruff_text_size::Ranged;

use super::Lowering;
use crate::code::{Const, Op, Span};
use crate::compile::sequence::{Label, Opcode};
use crate::compile::source::NOWHERE;

/// What is known while a case's pattern is lowered.
#[derive(Default)]
pub(super) struct Matching {
    /// The names that the pattern has captured; their values lie on the stack in this order.
    stores: Vec<Rc<str>>,
    /// Where to go on failure, by how many values must be popped there.
    failures: Vec<Label>,
    /// How many values lie above the captured ones.
    pub(super) on_top: usize,
    /// Whether a pattern that always matches may stand here.
    allows_irrefutable: bool,
}

impl<'a> Lowering<'a> {
    pub(super) fn match_(&mut self, match_: &'a StmtMatch) {
        self.expr(&match_.subject);
        let end = self.new_label();
        let cases = &match_.cases;
        let default = cases.last().filter(|case| cases.len() > 1 && is_wildcard(&case.pattern));
        let tested = cases.len() - usize::from(default.is_some());
        for (i, case) in cases[..tested].iter().enumerate() {
            let allows_irrefutable = case.guard.is_some() || i + 1 == cases.len();
            self.case(case, i + 1 < tested, allows_irrefutable, end);
        }
        if let Some(case) = default {
            let span = self.span(&case.pattern);
            self.op(span, Op::Nop);
            if let Some(guard) = &case.guard {
                self.jump_if(guard, end, false);
            }
            self.statements(&case.body);
        }
        self.place(end);
    }

    /// One case. `keeps_subject` says that another one is tested after it.
    fn case(&mut self, case: &'a MatchCase, keeps_subject: bool, allows_irrefutable: bool, end: Label) {
        let span = self.span(&case.pattern);
        if keeps_subject {
            self.emit(span, Op::Copy, 1);
        }
        let mut matching = Matching { allows_irrefutable, ..Matching::default() };
        self.pattern(&case.pattern, &mut matching);
        for name in std::mem::take(&mut matching.stores) {
            self.store_name(span, &name);
        }
        if let Some(guard) = &case.guard {
            let failure = self.failure(&mut matching, 0);
            self.jump_if(guard, failure, false);
        }
        if keeps_subject {
            self.op(span, Op::PopTop);
        }
        self.statements(&case.body);
        self.jump(NOWHERE, Opcode::Jump, end);
        self.place_failures(span, &mut matching);
    }

    pub(super) fn pattern(&mut self, pattern: &'a Pattern, matching: &mut Matching) {
        let span = self.span(pattern);
        match pattern {
            Pattern::MatchValue(value) => {
                self.expr(&value.value);
                self.comparison(span, CmpOp::Eq);
                self.op(span, Op::ToBool);
                self.fail_if_false(span, matching);
            }
            Pattern::MatchSingleton(singleton) => {
                let value = match singleton.value {
                    Singleton::None => Const::None,
                    Singleton::True => Const::Bool(true),
                    Singleton::False => Const::Bool(false),
                };
                self.load_const(span, value);
                self.comparison(span, CmpOp::Is);
                self.fail_if_false(span, matching);
            }
            Pattern::MatchSequence(sequence) => self.sequence_pattern(sequence, matching),
            Pattern::MatchMapping(mapping) => self.mapping_pattern(mapping, matching),
            Pattern::MatchClass(class) => self.class_pattern(class, matching),
            Pattern::MatchStar(star) => self.capture(span, star.name.as_ref(), matching),
            Pattern::MatchAs(as_) => self.as_pattern(as_, matching),
            Pattern::MatchOr(or) => self.or_pattern(or, matching),
        }
    }

    /// A pattern inside another one, where one that always matches is no mistake.
    pub(super) fn subpattern(&mut self, pattern: &'a Pattern, matching: &mut Matching) {
        let outer = std::mem::replace(&mut matching.allows_irrefutable, true);
        self.pattern(pattern, matching);
        matching.allows_irrefutable = outer;
    }

    fn as_pattern(&mut self, as_: &'a PatternMatchAs, matching: &mut Matching) {
        let span = self.span(as_);
        let Some(pattern) = &as_.pattern else {
            if !matching.allows_irrefutable {
                let what = match &as_.name {
                    Some(name) => format!("name capture '{name}'"),
                    None => "wildcard".into(),
                };
                self.refuse(as_, format!("{what} makes remaining patterns unreachable"));
            }
            return self.capture(span, as_.name.as_ref(), matching);
        };
        matching.on_top += 1;
        self.emit(span, Op::Copy, 1);
        self.pattern(pattern, matching);
        matching.on_top -= 1;
        self.capture(span, as_.name.as_ref(), matching);
    }

    /// Puts the value on the stack below those that are still needed, under a name; or drops it.
    pub(super) fn capture(&mut self, span: Span, name: Option<&Identifier>, matching: &mut Matching) {
        let Some(name) = name else { return self.op(span, Op::PopTop) };
        self.note_capture(span, name.as_str().into(), matching);
        let depth = matching.on_top + matching.stores.len();
        self.repeat_down(span, depth as u32);
    }

    fn note_capture(&mut self, span: Span, name: Rc<str>, matching: &mut Matching) {
        if matching.stores.contains(&name) {
            let message = format!("multiple assignments to name '{name}' in pattern");
            self.diagnostics.push(crate::Diagnostic { span, message, help: None });
        }
        matching.stores.push(name);
    }

    fn or_pattern(&mut self, or: &'a PatternMatchOr, matching: &mut Matching) {
        let span = self.span(or);
        let end = self.new_label();
        let mut captured: Option<Vec<Rc<str>>> = None;
        for (i, alternative) in or.patterns.iter().enumerate() {
            let is_last = i + 1 == or.patterns.len();
            let allows_irrefutable = is_last && matching.allows_irrefutable;
            let mut inner = Matching { allows_irrefutable, ..Matching::default() };
            let place = self.span(alternative);
            self.emit(place, Op::Copy, 1);
            self.pattern(alternative, &mut inner);
            match &captured {
                None => captured = Some(inner.stores.clone()),
                Some(first) => self.reorder(place, alternative, first, &mut inner.stores),
            }
            self.jump(place, Opcode::Jump, end);
            self.place_failures(place, &mut inner);
        }
        // No alternative matched: the copy of the subject goes, and so does the match.
        self.op(span, Op::PopTop);
        let failure = self.failure_here(matching);
        self.jump(span, Opcode::Jump, failure);
        self.place(end);
        let captured = captured.unwrap_or_default();
        let depth = captured.len() + 1 + matching.on_top + matching.stores.len();
        for name in captured {
            self.repeat_down(span, depth as u32);
            self.note_capture(span, name, matching);
        }
        self.op(span, Op::PopTop);
    }

    /// Brings an alternative's captured values into the order of the first alternative's.
    fn reorder(&mut self, span: Span, alternative: &Pattern, first: &[Rc<str>], stores: &mut Vec<Rc<str>>) {
        if stores.len() != first.len() || first.iter().any(|name| !stores.contains(name)) {
            return self.refuse(&alternative.range(), "alternative patterns bind different names");
        }
        for wanted in (0..first.len()).rev() {
            let Some(at) = stores.iter().position(|name| *name == first[wanted]) else { continue };
            if at != wanted {
                let rotated: Vec<Rc<str>> = stores.drain(..=at).collect();
                stores.splice(wanted - at..wanted - at, rotated);
                (0..=at).for_each(|_| self.repeat_down(span, wanted as u32 + 1));
            }
        }
    }

    /// The label to fail at with `pops` values to pop.
    fn failure(&mut self, matching: &mut Matching, pops: usize) -> Label {
        while matching.failures.len() <= pops {
            let label = self.new_label();
            matching.failures.push(label);
        }
        matching.failures[pops]
    }

    /// The label to fail at from where the pattern stands now.
    fn failure_here(&mut self, matching: &mut Matching) -> Label {
        let pops = matching.on_top + matching.stores.len();
        self.failure(matching, pops)
    }

    pub(super) fn fail_if_false(&mut self, span: Span, matching: &mut Matching) {
        let failure = self.failure_here(matching);
        self.jump(span, Op::PopJumpIfFalse, failure);
    }

    /// Where failures end up: each pops what it must.
    fn place_failures(&mut self, span: Span, matching: &mut Matching) {
        let Some((none, some)) = matching.failures.split_first() else { return };
        let (none, some) = (*none, some.to_vec());
        for label in some.into_iter().rev() {
            self.place(label);
            self.op(span, Op::PopTop);
        }
        self.place(none);
        matching.failures.clear();
    }
}

/// `_`
pub(super) fn is_wildcard(pattern: &Pattern) -> bool {
    matches!(pattern, Pattern::MatchAs(PatternMatchAs { pattern: None, name: None, .. }))
}
