//! `return`, `break` and `continue`, and what is undone on the way.

use ruff_python_ast::{ExprContext, StmtReturn};

use super::Lowering;
use super::unit::Around;
use crate::code::{Const, Op, Span};
use crate::compile::fold;
use crate::compile::sequence::Opcode;
use crate::compile::source::NOWHERE;
use crate::diagnostic::Diagnostic;

const MAX_AROUND: usize = 20;

impl<'a> Lowering<'a> {
    pub(super) fn return_(&mut self, return_: &'a StmtReturn) {
        let mut span = self.span(return_);
        if !self.unit().is_function() {
            return self.refuse(return_, "'return' outside function");
        }
        if return_.value.is_some() && self.unit().is_generator && self.unit().is_coroutine {
            return self.refuse(return_, "'return' with value in async generator");
        }
        let constant = match &return_.value {
            Some(value) => fold::constant(value),
            None => Some(Const::None),
        };
        if let Some(value) = &return_.value {
            let place = self.span(&**value);
            if constant.is_none() {
                self.expr(value);
            } else {
                span = place;
                self.op(span, Op::Nop);
            }
        }
        let line = self.span(return_).line;
        if return_.value.as_ref().is_none_or(|value| self.span(&**value).line != line) {
            span = self.span(return_);
            self.op(span, Op::Nop);
        }
        self.leave_all(&mut span, constant.is_none());
        if let Some(constant) = constant {
            self.load_const(span, constant);
        }
        self.op(span, Op::ReturnValue);
    }

    pub(super) fn break_(&mut self, span: Span) {
        self.op(span, Op::Nop);
        let mut place = span;
        match self.leave_to_loop(&mut place) {
            Some(Around::ForLoop { end, .. }) => {
                self.op(place, Op::PopTop);
                self.jump(place, Opcode::Jump, end);
            }
            Some(Around::WhileLoop { end, .. }) => self.jump(place, Opcode::Jump, end),
            _ => self.outside_loop(span, "'break' outside loop"),
        }
    }

    pub(super) fn continue_(&mut self, span: Span) {
        self.op(span, Op::Nop);
        let mut place = span;
        match self.leave_to_loop(&mut place) {
            Some(Around::ForLoop { next, .. } | Around::WhileLoop { next, .. }) => {
                self.jump(place, Opcode::Jump, next);
            }
            _ => self.outside_loop(span, "'continue' not properly in loop"),
        }
    }

    /// Notes that what follows stands in a construct, of which CPython allows only so many in one another.
    pub(super) fn push_around(&mut self, span: Span, construct: Around<'a>) {
        if self.unit().around.len() == MAX_AROUND {
            let message = "too many statically nested blocks".into();
            self.diagnostics.push(Diagnostic { span, message, help: None });
        }
        self.unit().around.push(construct);
    }

    fn outside_loop(&mut self, span: Span, message: &str) {
        self.diagnostics.push(Diagnostic { span, message: message.into(), help: None });
    }

    /// Undoes everything up to the function.
    fn leave_all(&mut self, span: &mut Span, has_value: bool) {
        let around = std::mem::take(&mut self.unit().around);
        for (i, construct) in around.iter().enumerate().rev() {
            self.unit().around = around[..i].to_vec();
            self.leave(span, construct, has_value);
        }
        self.unit().around = around;
    }

    /// Undoes everything up to the innermost loop, and says which that is.
    fn leave_to_loop(&mut self, span: &mut Span) -> Option<Around<'a>> {
        let around = std::mem::take(&mut self.unit().around);
        let mut found = None;
        for (i, construct) in around.iter().enumerate().rev() {
            if matches!(construct, Around::ForLoop { .. } | Around::WhileLoop { .. }) {
                found = Some(construct.clone());
                break;
            }
            self.unit().around = around[..i].to_vec();
            self.leave(span, construct, false);
        }
        self.unit().around = around;
        found
    }

    /// Undoes one construct. `has_value` says that a value to be returned lies on the stack.
    fn leave(&mut self, span: &mut Span, construct: &Around<'a>, has_value: bool) {
        match construct {
            Around::WhileLoop { .. } | Around::Handlers | Around::Generator => {}
            Around::GroupHandlers => {
                let message = "'break', 'continue' and 'return' cannot appear in an except* block";
                self.diagnostics.push(Diagnostic { span: *span, message: message.into(), help: None });
            }
            Around::ForLoop { .. } | Around::Value => self.pop_below(*span, has_value),
            Around::Try => self.op(*span, Opcode::PopBlock),
            Around::TryFinally { body } => {
                self.op(*span, Opcode::PopBlock);
                if has_value {
                    self.push_around(*span, Around::Value);
                }
                self.statements(body);
                if has_value {
                    self.unit().around.pop();
                }
                // What follows seems to happen after the `finally` statements, at no place of its own.
                *span = NOWHERE;
            }
            Around::Finally => {
                self.pop_below(*span, has_value);
                self.swap_if(*span, has_value);
                self.op(*span, Opcode::PopBlock);
                self.op(*span, Op::PopExcept);
            }
            Around::With { span: with, is_async } => {
                *span = *with;
                self.op(*span, Opcode::PopBlock);
                self.swap_if(*span, has_value);
                self.call_exit_with_nones(*span, *is_async);
                self.op(*span, Op::PopTop);
                *span = NOWHERE;
            }
            Around::Handler { name } => self.leave_handler(*span, *name, has_value),
        }
    }

    fn leave_handler(&mut self, span: Span, name: Option<&str>, has_value: bool) {
        if name.is_some() {
            self.op(span, Opcode::PopBlock);
        }
        self.swap_if(span, has_value);
        self.op(span, Opcode::PopBlock);
        self.op(span, Op::PopExcept);
        if let Some(name) = name {
            self.unbind(span, name);
        }
    }

    /// `name = None; del name`, as happens to the name of an exception.
    pub(super) fn unbind(&mut self, span: Span, name: &str) {
        self.load_const(span, Const::None);
        self.store_name(span, name);
        self.variable(span, name, ExprContext::Del);
    }

    fn swap_if(&mut self, span: Span, has_value: bool) {
        if has_value {
            self.emit(span, Op::Swap, 2);
        }
    }

    fn pop_below(&mut self, span: Span, has_value: bool) {
        self.swap_if(span, has_value);
        self.op(span, Op::PopTop);
    }
}
