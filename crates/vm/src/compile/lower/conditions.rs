//! Expressions that decide where to go: `and`, `or`, `not`, `if ... else`, and the tests of statements.

use ruff_python_ast::{BoolOp, CmpOp, Expr, ExprBoolOp, ExprCompare, ExprIf, UnaryOp};

use super::Lowering;
use crate::code::{Op, Span};
use crate::compile::fold;
use crate::compile::sequence::{Label, Opcode};
use crate::compile::source::NOWHERE;

impl<'a> Lowering<'a> {
    /// Jumps to `target` when the truth of `test` is `wanted`, and goes on otherwise.
    pub(super) fn jump_if(&mut self, test: &'a Expr, target: Label, wanted: bool) {
        if fold::constant(test).is_none() {
            match test {
                Expr::UnaryOp(unary)
                    if unary.op == UnaryOp::Not && fold::negated_comparison(test).is_none() =>
                {
                    return self.jump_if(&unary.operand, target, !wanted);
                }
                Expr::BoolOp(bool_op) => return self.jump_if_any(bool_op, target, wanted),
                Expr::If(if_) => return self.jump_if_either(if_, target, wanted),
                Expr::Compare(compare) if compare.ops.len() > 1 => {
                    return self.jump_if_chain(compare, target, wanted);
                }
                _ => {}
            }
        }
        self.expr(test);
        let span = match fold::negated_comparison(test) {
            Some((compare, _)) => self.span(compare),
            None => self.span(test),
        };
        self.op(span, Op::ToBool);
        self.jump(span, conditional_jump(wanted), target);
    }

    fn jump_if_any(&mut self, bool_op: &'a ExprBoolOp, target: Label, wanted: bool) {
        let short_circuit = bool_op.op == BoolOp::Or;
        let early = if short_circuit == wanted { target } else { self.new_label() };
        let Some((last, values)) = bool_op.values.split_last() else {
            return;
        };
        for value in values {
            self.jump_if(value, early, short_circuit);
        }
        self.jump_if(last, target, wanted);
        if early != target {
            self.place(early);
        }
    }

    fn jump_if_either(&mut self, if_: &'a ExprIf, target: Label, wanted: bool) {
        let end = self.new_label();
        let otherwise = self.new_label();
        self.jump_if(&if_.test, otherwise, false);
        self.jump_if(&if_.body, target, wanted);
        self.jump(NOWHERE, Opcode::JumpNoInterrupt, end);
        self.place(otherwise);
        self.jump_if(&if_.orelse, target, wanted);
        self.place(end);
    }

    fn jump_if_chain(&mut self, compare: &'a ExprCompare, target: Label, wanted: bool) {
        let span = self.span(compare);
        let cleanup = self.new_label();
        let last = compare.ops.len() - 1;
        self.expr(&compare.left);
        for i in 0..last {
            self.comparand(compare, i);
            self.emit(span, Op::Swap, 2);
            self.emit(span, Op::Copy, 2);
            self.tested_comparison(span, compare.ops[i]);
            self.jump(span, Op::PopJumpIfFalse, cleanup);
        }
        self.comparand(compare, last);
        self.tested_comparison(span, compare.ops[last]);
        self.jump(span, conditional_jump(wanted), target);
        let end = self.new_label();
        self.jump(NOWHERE, Opcode::JumpNoInterrupt, end);
        self.place(cleanup);
        self.op(span, Op::PopTop);
        if !wanted {
            self.jump(NOWHERE, Opcode::Jump, target);
        }
        self.place(end);
    }

    fn tested_comparison(&mut self, span: Span, op: CmpOp) {
        self.comparison(span, op);
        self.op(span, Op::ToBool);
    }

    pub(super) fn bool_op(&mut self, bool_op: &'a ExprBoolOp) {
        let span = self.span(bool_op);
        let op = if bool_op.op == BoolOp::And { Op::PopJumpIfFalse } else { Op::PopJumpIfTrue };
        let Some((last, values)) = bool_op.values.split_last() else {
            return;
        };
        let end = self.new_label();
        for value in values {
            self.expr(value);
            self.emit(span, Op::Copy, 1);
            self.op(span, Op::ToBool);
            self.jump(span, op, end);
            self.op(span, Op::PopTop);
        }
        self.expr(last);
        self.place(end);
    }

    pub(super) fn if_expression(&mut self, if_: &'a ExprIf) {
        let end = self.new_label();
        let otherwise = self.new_label();
        self.jump_if(&if_.test, otherwise, false);
        self.expr(&if_.body);
        self.jump(NOWHERE, Opcode::JumpNoInterrupt, end);
        self.place(otherwise);
        self.expr(&if_.orelse);
        self.place(end);
    }
}

fn conditional_jump(wanted: bool) -> Op {
    if wanted { Op::PopJumpIfTrue } else { Op::PopJumpIfFalse }
}
