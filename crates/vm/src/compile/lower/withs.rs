//! `with` and `async with`.

use ruff_python_ast::{Stmt, StmtWith, WithItem};

use super::Lowering;
use super::unit::Around;
use super::yields::{ENTER, EXIT};
use crate::code::{Const, Op, Span};
use crate::compile::sequence::{Label, Opcode};
use crate::compile::source::NOWHERE;

/// More context managers than this are too many wherever they stand.
const MAX_ITEMS: usize = 20;

impl<'a> Lowering<'a> {
    pub(super) fn with(&mut self, with: &'a StmtWith) {
        if with.items.len() > MAX_ITEMS {
            return self.refuse(with, "too many statically nested blocks");
        }
        if with.is_async && !self.in_coroutine(with, "'async with' outside async function") {
            return;
        }
        self.with_items(&with.items, &with.body, with.is_async);
    }

    /// The first of some context managers, with the others and the body inside it.
    fn with_items(&mut self, items: &'a [WithItem], body: &'a [Stmt], is_async: bool) {
        let Some((item, inner)) = items.split_first() else {
            return self.statements(body);
        };
        let [on_exception, exit, cleanup] = std::array::from_fn(|_| self.new_label());
        self.expr(&item.context_expr);
        let span = self.span(&item.context_expr);
        if is_async {
            self.op(span, Op::BeforeAsyncWith);
            self.wait_for(span, ENTER);
        } else {
            self.op(span, Op::BeforeWith);
        }
        self.jump(span, Opcode::SetupWith, on_exception);
        self.push_around(span, Around::With { span, is_async });
        match &item.optional_vars {
            Some(target) => self.expr(target),
            None => self.op(span, Op::PopTop),
        }
        self.with_items(inner, body, is_async);
        self.op(if is_async { span } else { NOWHERE }, Opcode::PopBlock);
        self.unit().around.pop();

        self.call_exit_with_nones(span, is_async);
        self.op(span, Op::PopTop);
        self.jump(span, Opcode::Jump, exit);

        self.place(on_exception);
        self.jump(span, Opcode::SetupCleanup, cleanup);
        self.op(span, Op::PushExcInfo);
        self.op(span, Op::WithExceptStart);
        if is_async {
            self.wait_for(span, EXIT);
        }
        self.finish_exceptional_exit(cleanup);
        self.place(exit);
    }

    /// Calls `__exit__(None, None, None)`, or `__aexit__`, for which is waited.
    pub(super) fn call_exit_with_nones(&mut self, span: Span, is_async: bool) {
        (0..3).for_each(|_| self.load_const(span, Const::None));
        self.emit(span, Op::Call, 2);
        if is_async {
            self.wait_for(span, EXIT);
        }
    }

    /// What `__exit__` returned for an exception is on the stack: it says whether the exception goes on.
    fn finish_exceptional_exit(&mut self, cleanup: Label) {
        let suppress = self.new_label();
        let exit = self.new_label();
        self.op(NOWHERE, Op::ToBool);
        self.jump(NOWHERE, Op::PopJumpIfTrue, suppress);
        self.emit(NOWHERE, Op::Reraise, 2);
        self.place(suppress);
        self.op(NOWHERE, Op::PopTop);
        self.op(NOWHERE, Opcode::PopBlock);
        self.op(NOWHERE, Op::PopExcept);
        self.op(NOWHERE, Op::PopTop);
        self.op(NOWHERE, Op::PopTop);
        self.jump(NOWHERE, Opcode::JumpNoInterrupt, exit);
        self.place(cleanup);
        self.pop_except_and_reraise();
        self.place(exit);
    }
}
