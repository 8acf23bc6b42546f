//! Expressions: which construct each is, and the operators.

use ruff_python_ast::{
    CmpOp, Expr, ExprAttribute, ExprBinOp, ExprCompare, ExprContext, ExprNamed, ExprSlice, ExprStarred,
    ExprSubscript, ExprUnaryOp, Operator, UnaryOp,
};
use ruff_text_size::Ranged;

use super::Lowering;
use crate::code::{Const, Op, Span};
use crate::compile::fold::{self, Iterable};
use crate::compile::sequence::Opcode;
use crate::compile::source::NOWHERE;

/// The operand of CALL_INTRINSIC_1 for a unary plus.
const UNARY_POSITIVE: u32 = 5;

impl<'a> Lowering<'a> {
    /// Lowers an expression: its value is pushed, or the value on the stack stored in it, or it is deleted.
    pub(super) fn expr(&mut self, expr: &'a Expr) {
        let span = self.span(expr);
        if let Some(value) = fold::constant(expr) {
            return self.load_const(span, value);
        }
        match expr {
            Expr::Name(name) => self.variable(span, &name.id, name.ctx),
            Expr::Attribute(attribute) => self.attribute(attribute),
            Expr::Subscript(subscript) => self.subscript(subscript),
            Expr::Call(call) => self.call(call),
            Expr::BinOp(binary) => self.binary(binary),
            Expr::UnaryOp(unary) => self.unary(unary),
            Expr::BoolOp(bool_op) => self.bool_op(bool_op),
            Expr::Compare(compare) => self.compare(compare),
            Expr::If(if_) => self.if_expression(if_),
            Expr::Named(named) => self.named(named),
            Expr::Lambda(lambda) => self.lambda(lambda),
            Expr::Tuple(tuple) => self.tuple(tuple),
            Expr::List(list) => self.list(list),
            Expr::Set(set) => self.set(set),
            Expr::Dict(dict) => self.dict(dict),
            Expr::ListComp(_) | Expr::SetComp(_) | Expr::DictComp(_) | Expr::Generator(_) => {
                self.comprehension(expr)
            }
            Expr::FString(string) => self.f_string(string),
            Expr::Yield(yield_) => self.yield_(yield_),
            Expr::YieldFrom(yield_from) => self.yield_from(yield_from),
            Expr::Slice(slice) => {
                let count = self.slice(slice);
                self.emit(span, Op::BuildSlice, count);
            }
            Expr::Starred(starred) => self.stray_star(starred),
            Expr::Await(await_) => self.await_(await_),
            Expr::TString(_) => self.unsupported(expr, "a t-string"),
            Expr::IpyEscapeCommand(_) => self.unsupported(expr, "an IPython command"),
            Expr::NumberLiteral(_)
            | Expr::StringLiteral(_)
            | Expr::BytesLiteral(_)
            | Expr::BooleanLiteral(_)
            | Expr::NoneLiteral(_)
            | Expr::EllipsisLiteral(_) => self.load_const(span, Const::None),
        }
    }

    /// Lowers an expression whose span is its own but which is evaluated as what is iterated or searched.
    pub(super) fn iterable(&mut self, expr: &'a Expr) {
        let span = self.span(expr);
        match fold::iterable(expr) {
            Iterable::Constant(value) => self.load_const(span, value),
            Iterable::Tuple(elements) => self.build_tuple(span, elements),
            Iterable::Other => self.expr(expr),
        }
    }

    fn stray_star(&mut self, starred: &'a ExprStarred) {
        let message = match starred.ctx {
            ExprContext::Store => "starred assignment target must be in a list or tuple",
            _ => "can't use starred expression here",
        };
        self.refuse(starred, message);
    }

    fn named(&mut self, named: &'a ExprNamed) {
        self.expr(&named.value);
        let span = self.span(named);
        self.emit(span, Op::Copy, 1);
        self.expr(&named.target);
    }

    fn attribute(&mut self, attribute: &'a ExprAttribute) {
        if attribute.ctx == ExprContext::Load && self.super_attribute(attribute, false) {
            return;
        }
        self.note_static_attribute(attribute);
        self.expr(&attribute.value);
        let span = self.attribute_span(self.span(attribute), attribute);
        match attribute.ctx {
            ExprContext::Store => {
                self.check_attribute(attribute, "assign to");
                self.emit_name(span, Op::StoreAttr, &attribute.attr);
            }
            ExprContext::Del => {
                self.check_attribute(attribute, "delete");
                self.emit_name(span, Op::DeleteAttr, &attribute.attr);
            }
            _ => self.load_attr(span, &attribute.attr, false),
        }
    }

    pub(super) fn check_attribute(&mut self, attribute: &ExprAttribute, word: &str) {
        if &*attribute.attr == "__debug__" {
            self.refuse(attribute, format!("cannot {word} __debug__"));
        }
    }

    /// `self.x = ...` in a method: `x` is one of the class's `__static_attributes__`.
    fn note_static_attribute(&mut self, attribute: &ExprAttribute) {
        let is_self = matches!(&*attribute.value, Expr::Name(name) if name.id == "self");
        if attribute.ctx != ExprContext::Store || !is_self {
            return;
        }
        let enclosing = self.units.iter_mut().rev().skip(1);
        if let Some(class) = enclosing.into_iter().find(|unit| unit.kind == super::ScopeKind::Class) {
            class.static_attributes.insert(attribute.attr.as_str().into());
        }
    }

    /// The place of an attribute's access: where its chain of calls goes over several lines, the line of its name.
    pub(super) fn attribute_span(&self, span: Span, attribute: &ExprAttribute) -> Span {
        let (line, end_column) = self.source.position(attribute.end());
        if span.line == line {
            return span;
        }
        let length = attribute.attr.chars().count() as u32;
        Span { line, column: end_column.saturating_sub(length), ..span }
    }

    fn subscript(&mut self, subscript: &'a ExprSubscript) {
        let span = self.span(subscript);
        self.expr(&subscript.value);
        if let (Some(slice), true) = (plain_slice(&subscript.slice), subscript.ctx != ExprContext::Del) {
            self.slice(slice);
            let op = if subscript.ctx == ExprContext::Store { Op::StoreSlice } else { Op::BinarySlice };
            return self.op(span, op);
        }
        self.expr(&subscript.slice);
        self.op(
            span,
            match subscript.ctx {
                ExprContext::Store => Op::StoreSubscr,
                ExprContext::Del => Op::DeleteSubscr,
                _ => Op::BinarySubscr,
            },
        );
    }

    /// Pushes a slice's bounds, and says how many they are.
    pub(super) fn slice(&mut self, slice: &'a ExprSlice) -> u32 {
        let span = self.span(slice);
        for bound in [&slice.lower, &slice.upper] {
            match bound {
                Some(bound) => self.expr(bound),
                None => self.load_const(span, Const::None),
            }
        }
        if let Some(step) = &slice.step {
            self.expr(step);
            return 3;
        }
        2
    }

    fn binary(&mut self, binary: &'a ExprBinOp) {
        if let Some((format, arguments)) = fold::percent_operands(binary)
            && self.percent_format(binary, &format, arguments)
        {
            return;
        }
        self.expr(&binary.left);
        self.expr(&binary.right);
        let span = self.span(binary);
        self.emit(span, Op::BinaryOp, operator(binary.op));
    }

    fn unary(&mut self, unary: &'a ExprUnaryOp) {
        let span = self.span(unary);
        if let (UnaryOp::Not, Expr::Compare(compare)) = (unary.op, &*unary.operand)
            && let Some(opposite) = fold::opposite(compare)
        {
            return self.single_comparison(self.span(compare), compare, opposite);
        }
        self.expr(&unary.operand);
        match unary.op {
            UnaryOp::UAdd => self.emit(span, Op::CallIntrinsic1, UNARY_POSITIVE),
            UnaryOp::Not => {
                self.op(span, Op::ToBool);
                self.op(span, Op::UnaryNot);
            }
            UnaryOp::USub => self.op(span, Op::UnaryNegative),
            UnaryOp::Invert => self.op(span, Op::UnaryInvert),
        }
    }

    fn single_comparison(&mut self, span: Span, compare: &'a ExprCompare, op: CmpOp) {
        self.expr(&compare.left);
        self.comparand(compare, 0);
        self.comparison(span, op);
    }

    /// The operand behind the operator `i`. Only what is searched last is known to be searched.
    pub(super) fn comparand(&mut self, compare: &'a ExprCompare, i: usize) {
        let is_searched = matches!(compare.ops[i], CmpOp::In | CmpOp::NotIn);
        if is_searched && i + 1 == compare.ops.len() {
            self.iterable(&compare.comparators[i]);
        } else {
            self.expr(&compare.comparators[i]);
        }
    }

    pub(super) fn comparison(&mut self, span: Span, op: CmpOp) {
        // The upper bits say which comparison, the lower ones for which results of it the answer is true.
        let compare = |index: u32, mask: u32| (Op::CompareOp, index << 5 | mask);
        let (op, arg) = match op {
            CmpOp::Lt => compare(0, 2),
            CmpOp::LtE => compare(1, 10),
            CmpOp::Eq => compare(2, 8),
            CmpOp::NotEq => compare(3, 7),
            CmpOp::Gt => compare(4, 4),
            CmpOp::GtE => compare(5, 12),
            CmpOp::Is => (Op::IsOp, 0),
            CmpOp::IsNot => (Op::IsOp, 1),
            CmpOp::In => (Op::ContainsOp, 0),
            CmpOp::NotIn => (Op::ContainsOp, 1),
        };
        self.emit(span, op, arg);
    }

    fn compare(&mut self, compare: &'a ExprCompare) {
        let span = self.span(compare);
        let last = compare.ops.len() - 1;
        if last == 0 {
            return self.single_comparison(span, compare, compare.ops[0]);
        }
        self.expr(&compare.left);
        let cleanup = self.new_label();
        for i in 0..last {
            self.comparand(compare, i);
            self.emit(span, Op::Swap, 2);
            self.emit(span, Op::Copy, 2);
            self.comparison(span, compare.ops[i]);
            self.emit(span, Op::Copy, 1);
            self.op(span, Op::ToBool);
            self.jump(span, Op::PopJumpIfFalse, cleanup);
            self.op(span, Op::PopTop);
        }
        self.comparand(compare, last);
        self.comparison(span, compare.ops[last]);
        let end = self.new_label();
        self.jump(NOWHERE, Opcode::JumpNoInterrupt, end);
        self.place(cleanup);
        self.emit(span, Op::Swap, 2);
        self.op(span, Op::PopTop);
        self.place(end);
    }
}

/// A slice without a step, for which there are instructions of its own.
pub(super) fn plain_slice(expr: &Expr) -> Option<&ExprSlice> {
    match expr {
        Expr::Slice(slice) if slice.step.is_none() => Some(slice),
        _ => None,
    }
}

/// BINARY_OP's operand for an operator; 13 more is the same in place.
pub(super) fn operator(op: Operator) -> u32 {
    match op {
        Operator::Add => 0,
        Operator::BitAnd => 1,
        Operator::FloorDiv => 2,
        Operator::LShift => 3,
        Operator::MatMult => 4,
        Operator::Mult => 5,
        Operator::Mod => 6,
        Operator::BitOr => 7,
        Operator::Pow => 8,
        Operator::RShift => 9,
        Operator::Sub => 10,
        Operator::Div => 11,
        Operator::BitXor => 12,
    }
}
