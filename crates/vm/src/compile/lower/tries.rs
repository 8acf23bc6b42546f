//! `try`, `except`, `else` and `finally`.

use ruff_python_ast::{ExceptHandler, ExceptHandlerExceptHandler, StmtTry};

use super::Lowering;
use super::unit::Around;
use crate::code::Op;
use crate::compile::sequence::{Label, Opcode};
use crate::compile::source::NOWHERE;

/// The operand of CALL_INTRINSIC_2 that says what is left to raise behind `except*` clauses.
const PREPARE_RERAISE_STAR: u32 = 1;

impl<'a> Lowering<'a> {
    pub(super) fn try_(&mut self, try_: &'a StmtTry) {
        if try_.finalbody.is_empty() {
            self.try_handlers(try_);
        } else {
            self.try_finally(try_);
        }
    }

    fn try_finally(&mut self, try_: &'a StmtTry) {
        let span = self.span(try_);
        let [on_exception, cleanup, exit] = std::array::from_fn(|_| self.new_label());
        self.jump(span, Opcode::SetupFinally, on_exception);
        self.push_around(span, Around::TryFinally { body: &try_.finalbody });
        if try_.handlers.is_empty() {
            self.statements(&try_.body);
        } else {
            self.try_handlers(try_);
        }
        self.op(NOWHERE, Opcode::PopBlock);
        self.unit().around.pop();
        self.statements(&try_.finalbody);
        self.jump(NOWHERE, Opcode::JumpNoInterrupt, exit);

        self.place(on_exception);
        self.push_around(span, Around::Finally);
        self.jump(NOWHERE, Opcode::SetupCleanup, cleanup);
        self.op(NOWHERE, Op::PushExcInfo);
        self.statements(&try_.finalbody);
        self.unit().around.pop();
        self.emit(NOWHERE, Op::Reraise, 0);
        self.place(cleanup);
        self.pop_except_and_reraise();
        self.place(exit);
    }

    fn try_handlers(&mut self, try_: &'a StmtTry) {
        if try_.is_star {
            self.try_except_star(try_);
        } else {
            self.try_except(try_);
        }
    }

    fn try_except(&mut self, try_: &'a StmtTry) {
        let span = self.span(try_);
        let [on_exception, cleanup, end] = std::array::from_fn(|_| self.new_label());
        self.jump(span, Opcode::SetupFinally, on_exception);
        self.push_around(span, Around::Try);
        let first_import = self.imports.len();
        self.statements(&try_.body);
        self.forgive_imports(first_import, &try_.handlers);
        self.unit().around.pop();
        self.op(NOWHERE, Opcode::PopBlock);
        self.statements(&try_.orelse);
        self.jump(NOWHERE, Opcode::JumpNoInterrupt, end);

        self.place(on_exception);
        self.jump(NOWHERE, Opcode::SetupCleanup, cleanup);
        self.op(NOWHERE, Op::PushExcInfo);
        self.push_around(span, Around::Handlers);
        for (i, ExceptHandler::ExceptHandler(handler)) in try_.handlers.iter().enumerate() {
            if handler.type_.is_none() && i + 1 < try_.handlers.len() {
                self.refuse(handler, "default 'except:' must be last");
            }
            self.handler(handler, end);
        }
        self.unit().around.pop();
        self.emit(NOWHERE, Op::Reraise, 0);
        self.place(cleanup);
        self.pop_except_and_reraise();
        self.place(end);
    }

    /// One `except` clause, which goes on at `end` when the exception is handled.
    fn handler(&mut self, handler: &'a ExceptHandlerExceptHandler, end: Label) {
        let span = self.span(handler);
        let next = self.new_label();
        if let Some(type_) = &handler.type_ {
            self.expr(type_);
            self.op(span, Op::CheckExcMatch);
            self.jump(span, Op::PopJumpIfFalse, next);
        }
        match &handler.name {
            Some(name) => self.named_handler(handler, name, end),
            None => {
                self.op(span, Op::PopTop);
                self.push_around(span, Around::Handler { name: None });
                self.statements(&handler.body);
                self.unit().around.pop();
                self.op(NOWHERE, Opcode::PopBlock);
                self.op(NOWHERE, Op::PopExcept);
                self.jump(NOWHERE, Opcode::JumpNoInterrupt, end);
            }
        }
        self.place(next);
    }

    /// The body of `except ... as name`, behind which the name is unbound whatever happens.
    fn named_handler(&mut self, handler: &'a ExceptHandlerExceptHandler, name: &'a str, end: Label) {
        let span = self.span(handler);
        let unbind = self.new_label();
        self.store_name(span, name);
        self.jump(span, Opcode::SetupCleanup, unbind);
        self.push_around(span, Around::Handler { name: Some(name) });
        self.statements(&handler.body);
        self.unit().around.pop();
        self.op(NOWHERE, Opcode::PopBlock);
        self.op(NOWHERE, Opcode::PopBlock);
        self.op(NOWHERE, Op::PopExcept);
        self.unbind(NOWHERE, name);
        self.jump(NOWHERE, Opcode::JumpNoInterrupt, end);

        self.place(unbind);
        self.unbind(NOWHERE, name);
        self.emit(NOWHERE, Op::Reraise, 1);
    }

    fn try_except_star(&mut self, try_: &'a StmtTry) {
        let span = self.span(try_);
        let [on_exception, cleanup, reraise_star, reraise, otherwise, end] =
            std::array::from_fn(|_| self.new_label());
        self.jump(span, Opcode::SetupFinally, on_exception);
        self.push_around(span, Around::Try);
        self.statements(&try_.body);
        self.unit().around.pop();
        self.op(NOWHERE, Opcode::PopBlock);
        self.jump(NOWHERE, Opcode::JumpNoInterrupt, otherwise);

        self.place(on_exception);
        self.jump(NOWHERE, Opcode::SetupCleanup, cleanup);
        self.op(NOWHERE, Op::PushExcInfo);
        self.push_around(span, Around::GroupHandlers);
        for (i, ExceptHandler::ExceptHandler(handler)) in try_.handlers.iter().enumerate() {
            if i == 0 {
                // What the clauses raise is collected, beside what none of them has taken yet.
                let place = self.span(handler);
                self.emit(place, Op::BuildList, 0);
                self.emit(place, Op::Copy, 2);
            }
            self.group_handler(handler);
        }
        self.emit(NOWHERE, Op::ListAppend, 1);
        self.jump(NOWHERE, Opcode::JumpNoInterrupt, reraise_star);
        self.unit().around.pop();

        self.place(reraise_star);
        self.emit(NOWHERE, Op::CallIntrinsic2, PREPARE_RERAISE_STAR);
        self.emit(NOWHERE, Op::Copy, 1);
        self.jump(NOWHERE, Op::PopJumpIfNotNone, reraise);
        self.op(NOWHERE, Op::PopTop);
        self.op(NOWHERE, Opcode::PopBlock);
        self.op(NOWHERE, Op::PopExcept);
        self.jump(NOWHERE, Opcode::JumpNoInterrupt, end);
        self.place(reraise);
        self.op(NOWHERE, Opcode::PopBlock);
        self.emit(NOWHERE, Op::Swap, 2);
        self.op(NOWHERE, Op::PopExcept);
        self.emit(NOWHERE, Op::Reraise, 0);
        self.place(cleanup);
        self.pop_except_and_reraise();
        self.place(otherwise);
        self.statements(&try_.orelse);
        self.place(end);
    }

    /// One `except*` clause.
    fn group_handler(&mut self, handler: &'a ExceptHandlerExceptHandler) {
        let span = self.span(handler);
        let [next, no_match, raised, on_error] = std::array::from_fn(|_| self.new_label());
        if let Some(type_) = &handler.type_ {
            self.expr(type_);
            self.op(span, Op::CheckEgMatch);
            self.emit(span, Op::Copy, 1);
            self.jump(span, Op::PopJumpIfNone, no_match);
        }
        let name = handler.name.as_ref().map(|name| name.as_str());
        match name {
            Some(name) => self.store_name(span, name),
            None => self.op(span, Op::PopTop),
        }
        self.jump(span, Opcode::SetupCleanup, raised);
        self.push_around(span, Around::Handler { name });
        self.statements(&handler.body);
        self.unit().around.pop();
        self.op(NOWHERE, Opcode::PopBlock);
        if let Some(name) = name {
            self.unbind(NOWHERE, name);
        }
        self.jump(NOWHERE, Opcode::JumpNoInterrupt, next);

        self.place(raised);
        if let Some(name) = name {
            self.unbind(NOWHERE, name);
        }
        self.emit(NOWHERE, Op::ListAppend, 3);
        self.op(NOWHERE, Op::PopTop);
        self.jump(NOWHERE, Opcode::JumpNoInterrupt, on_error);

        self.place(next);
        self.op(NOWHERE, Op::Nop);
        self.jump(NOWHERE, Opcode::JumpNoInterrupt, on_error);
        self.place(no_match);
        self.op(span, Op::PopTop);
        self.place(on_error);
    }

    pub(super) fn pop_except_and_reraise(&mut self) {
        self.emit(NOWHERE, Op::Copy, 3);
        self.op(NOWHERE, Op::PopExcept);
        self.emit(NOWHERE, Op::Reraise, 1);
    }
}
