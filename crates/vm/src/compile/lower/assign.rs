//! Assignment: plain, augmented, annotated.

use ruff_python_ast::{Expr, ExprContext, StmtAnnAssign, StmtAssign, StmtAugAssign};

use super::Lowering;
use super::expressions::{operator, plain_slice};
use crate::code::{Op, Span};

/// What BINARY_OP's operand for `+` and that for `+=` differ by, and likewise for the others.
const IN_PLACE: u32 = 13;

impl<'a> Lowering<'a> {
    pub(super) fn assign(&mut self, assign: &'a StmtAssign) {
        let span = self.span(assign);
        self.expr(&assign.value);
        for (i, target) in assign.targets.iter().enumerate() {
            if i + 1 < assign.targets.len() {
                self.emit(span, Op::Copy, 1);
            }
            self.expr(target);
        }
    }

    pub(super) fn augmented_assign(&mut self, assign: &'a StmtAugAssign) {
        let span = self.span(assign);
        let place = self.span(&*assign.target);
        let value = |lowering: &mut Self| {
            lowering.expr(&assign.value);
            lowering.emit(span, Op::BinaryOp, operator(assign.op) + IN_PLACE);
        };
        match &*assign.target {
            Expr::Name(name) => {
                self.load_name(place, &name.id);
                value(self);
                self.store_name(place, &name.id);
            }
            Expr::Attribute(attribute) => {
                self.expr(&attribute.value);
                self.emit(place, Op::Copy, 1);
                let place = self.attribute_span(place, attribute);
                self.load_attr(place, &attribute.attr, false);
                value(self);
                self.emit(place, Op::Swap, 2);
                self.check_attribute(attribute, "assign to");
                self.emit_name(place, Op::StoreAttr, &attribute.attr);
            }
            Expr::Subscript(subscript) => {
                self.expr(&subscript.value);
                match plain_slice(&subscript.slice) {
                    Some(slice) => {
                        self.slice(slice);
                        self.repeat(place, Op::Copy, 3, 3);
                        self.op(place, Op::BinarySlice);
                        value(self);
                        self.repeat_down(place, 4);
                        self.op(place, Op::StoreSlice);
                    }
                    None => {
                        self.expr(&subscript.slice);
                        self.repeat(place, Op::Copy, 2, 2);
                        self.op(place, Op::BinarySubscr);
                        value(self);
                        self.repeat_down(place, 3);
                        self.op(place, Op::StoreSubscr);
                    }
                }
            }
            target => {
                self.refuse(target, "this expression is an illegal expression for augmented assignment")
            }
        }
    }

    fn repeat(&mut self, span: Span, op: Op, arg: u32, times: u32) {
        (0..times).for_each(|_| self.emit(span, op, arg));
    }

    /// Moves the top of the stack below `depth - 1` others.
    pub(super) fn repeat_down(&mut self, span: Span, depth: u32) {
        (2..=depth).rev().for_each(|arg| self.emit(span, Op::Swap, arg));
    }

    pub(super) fn annotated_assign(&mut self, assign: &'a StmtAnnAssign) {
        let span = self.span(assign);
        if let Some(value) = &assign.value {
            self.expr(value);
            self.expr(&assign.target);
        }
        match &*assign.target {
            Expr::Name(name) if assign.simple && self.is_module_or_class() => {
                self.annotation(&assign.annotation);
                self.emit_name(span, Op::LoadName, "__annotations__");
                let mangled = self.mangled(&name.id);
                self.load_str(span, &mangled);
                self.op(span, Op::StoreSubscr);
            }
            Expr::Attribute(attribute) if assign.value.is_none() => self.evaluate(&attribute.value),
            Expr::Subscript(subscript) if assign.value.is_none() => {
                self.evaluate(&subscript.value);
                self.evaluate_subscript(&subscript.slice);
            }
            _ => {}
        }
        if !assign.simple && !self.future.has_annotations && self.is_module_or_class() {
            self.evaluate(&assign.annotation);
        }
    }

    /// Evaluates an expression only for its effects.
    fn evaluate(&mut self, expr: &'a Expr) {
        let span = self.span(expr);
        self.expr(expr);
        self.op(span, Op::PopTop);
    }

    fn evaluate_subscript(&mut self, index: &'a Expr) {
        match index {
            Expr::Slice(slice) => {
                for bound in [&slice.lower, &slice.upper, &slice.step].into_iter().flatten() {
                    self.evaluate(bound);
                }
            }
            Expr::Tuple(tuple) if tuple.ctx == ExprContext::Load => {
                tuple.elts.iter().for_each(|element| self.evaluate_subscript(element));
            }
            _ => self.evaluate(index),
        }
    }
}
