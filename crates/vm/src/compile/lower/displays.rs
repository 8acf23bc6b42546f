//! Tuples, lists, sets and dictionaries, displayed or taken apart.

use ruff_python_ast::{DictItem, Expr, ExprContext, ExprDict, ExprList, ExprSet, ExprTuple};

use super::Lowering;
use crate::code::{Const, Op, Span};
use crate::compile::fold;

/// As many values as CPython puts on the stack before it starts to collect them one by one.
pub(super) const STACK_GUIDELINE: usize = 30;

/// The operand of CALL_INTRINSIC_1 that makes a tuple of a list.
pub(super) const LIST_TO_TUPLE: u32 = 6;

/// The instructions that make a kind of collection: at once, by adding a value, by adding many.
#[derive(Clone, Copy)]
pub(super) struct Collecting {
    build: Op,
    add: Op,
    extend: Op,
    becomes_tuple: bool,
}

pub(super) const LIST: Collecting =
    Collecting { build: Op::BuildList, add: Op::ListAppend, extend: Op::ListExtend, becomes_tuple: false };
pub(super) const SET: Collecting =
    Collecting { build: Op::BuildSet, add: Op::SetAdd, extend: Op::SetUpdate, becomes_tuple: false };
pub(super) const TUPLE: Collecting = Collecting { becomes_tuple: true, ..LIST };

impl<'a> Lowering<'a> {
    pub(super) fn tuple(&mut self, tuple: &'a ExprTuple) {
        let span = self.span(tuple);
        self.sequence(span, &tuple.elts, tuple.ctx, TUPLE);
    }

    pub(super) fn list(&mut self, list: &'a ExprList) {
        let span = self.span(list);
        self.sequence(span, &list.elts, list.ctx, LIST);
    }

    fn sequence(&mut self, span: Span, elements: &'a [Expr], context: ExprContext, collecting: Collecting) {
        match context {
            ExprContext::Store => self.unpack_into(span, elements),
            ExprContext::Del => elements.iter().for_each(|element| self.expr(element)),
            _ => self.collect(span, elements, 0, collecting),
        }
    }

    pub(super) fn build_tuple(&mut self, span: Span, elements: &'a [Expr]) {
        self.collect(span, elements, 0, TUPLE);
    }

    pub(super) fn set(&mut self, set: &'a ExprSet) {
        let span = self.span(set);
        self.collect(span, &set.elts, 0, SET);
    }

    /// Makes a collection of some elements, and of `pushed` values that lie on the stack before them.
    pub(super) fn collect(&mut self, span: Span, elements: &'a [Expr], pushed: u32, collecting: Collecting) {
        if self.collect_constants(span, elements, pushed, collecting) {
            return;
        }
        let has_star = elements.iter().any(Expr::is_starred_expr);
        let is_big = elements.len() + pushed as usize > STACK_GUIDELINE;
        if !has_star && !is_big {
            elements.iter().for_each(|element| self.expr(element));
            let build = if collecting.becomes_tuple { Op::BuildTuple } else { collecting.build };
            return self.emit(span, build, elements.len() as u32 + pushed);
        }
        let mut is_built = is_big;
        if is_big {
            self.emit(span, collecting.build, pushed);
        }
        for (i, element) in elements.iter().enumerate() {
            if let Expr::Starred(starred) = element {
                if !std::mem::replace(&mut is_built, true) {
                    self.emit(span, collecting.build, i as u32 + pushed);
                }
                self.expr(&starred.value);
                self.emit(span, collecting.extend, 1);
            } else {
                self.expr(element);
                if is_built {
                    self.emit(span, collecting.add, 1);
                }
            }
        }
        if collecting.becomes_tuple {
            self.emit(span, Op::CallIntrinsic1, LIST_TO_TUPLE);
        }
    }

    /// Three constants or more are kept as one, which the collection is extended with.
    fn collect_constants(
        &mut self,
        span: Span,
        elements: &[Expr],
        pushed: u32,
        collecting: Collecting,
    ) -> bool {
        let Some(Const::Tuple(values)) = fold::constants(elements).filter(|_| elements.len() > 2) else {
            return false;
        };
        if collecting.becomes_tuple && pushed == 0 {
            self.load_const(span, Const::Tuple(values));
            return true;
        }
        let is_set = collecting.add == Op::SetAdd;
        let folded = if is_set { fold::frozen_set(&values) } else { Const::Tuple(values) };
        self.emit(span, collecting.build, pushed);
        self.load_const(span, folded);
        self.emit(span, collecting.extend, 1);
        if collecting.becomes_tuple {
            self.emit(span, Op::CallIntrinsic1, LIST_TO_TUPLE);
        }
        true
    }

    pub(super) fn dict(&mut self, dict: &'a ExprDict) {
        let span = self.span(dict);
        let mut has_dict = false;
        let mut start = 0;
        let items = &dict.items;
        for (i, item) in items.iter().enumerate() {
            if item.key.is_none() {
                if start < i {
                    self.dict_part(span, &items[start..i], &mut has_dict);
                }
                if !std::mem::replace(&mut has_dict, true) {
                    self.emit(span, Op::BuildMap, 0);
                }
                self.expr(&item.value);
                self.emit(span, Op::DictUpdate, 1);
                start = i + 1;
            } else if (i - start) * 2 > STACK_GUIDELINE {
                self.dict_part(span, &items[start..=i], &mut has_dict);
                start = i + 1;
            }
        }
        if start < items.len() {
            self.dict_part(span, &items[start..], &mut has_dict);
        }
        if !has_dict {
            self.emit(span, Op::BuildMap, 0);
        }
    }

    /// Makes a dictionary of some items, and merges it into the one on the stack if there is one.
    fn dict_part(&mut self, span: Span, items: &'a [DictItem], has_dict: &mut bool) {
        self.items(span, items);
        if std::mem::replace(has_dict, true) {
            self.emit(span, Op::DictUpdate, 1);
        }
    }

    fn items(&mut self, span: Span, items: &'a [DictItem]) {
        let count = items.len();
        let is_big = count * 2 > STACK_GUIDELINE;
        if count > 1 && !is_big {
            let keys: Option<Vec<Const>> =
                items.iter().map(|item| fold::constant(item.key.as_ref()?)).collect();
            if let Some(keys) = keys {
                items.iter().for_each(|item| self.expr(&item.value));
                self.load_const(span, Const::Tuple(keys.into()));
                return self.emit(span, Op::BuildConstKeyMap, count as u32);
            }
        }
        if is_big {
            self.emit(span, Op::BuildMap, 0);
        }
        for item in items {
            if let Some(key) = &item.key {
                self.expr(key);
            }
            self.expr(&item.value);
            if is_big {
                self.emit(span, Op::MapAdd, 1);
            }
        }
        if !is_big {
            self.emit(span, Op::BuildMap, count as u32);
        }
    }

    /// Takes the value on the stack apart into some targets.
    fn unpack_into(&mut self, span: Span, targets: &'a [Expr]) {
        let is_star: Vec<bool> = targets.iter().map(Expr::is_starred_expr).collect();
        self.unpack(span, &is_star);
        for target in targets {
            match target {
                Expr::Starred(starred) => self.expr(&starred.value),
                _ => self.expr(target),
            }
        }
    }

    /// Pushes the elements of the value on the stack, those that a star gathers as a list.
    pub(super) fn unpack(&mut self, span: Span, is_star: &[bool]) {
        let count = is_star.len();
        let mut stars = (0..count).filter(|i| is_star[*i]);
        let Some(star) = stars.next() else {
            return self.emit(span, Op::UnpackSequence, count as u32);
        };
        if stars.next().is_some() {
            let message = "multiple starred expressions in assignment".into();
            self.diagnostics.push(crate::Diagnostic { span, message, help: None });
        }
        let behind = count - star - 1;
        if star >= 1 << 8 || behind >= 1 << 23 {
            let message = "too many expressions in star-unpacking assignment".into();
            self.diagnostics.push(crate::Diagnostic { span, message, help: None });
        }
        self.emit(span, Op::UnpackEx, (star | behind << 8) as u32);
    }
}
