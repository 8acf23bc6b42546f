//! `yield`, `yield from`, `await` and `async for`.

use ruff_python_ast::{ExprAwait, ExprYield, ExprYieldFrom, StmtFor};
use ruff_text_size::Ranged;

use super::Lowering;
use super::unit::Around;
use crate::code::{Const, Op, Span};
use crate::compile::sequence::{Label, Opcode};
use crate::compile::source::NOWHERE;

/// RESUME's operand behind a `yield`, and that behind a `yield from`.
const AFTER_YIELD: u32 = 1;
const AFTER_YIELD_FROM: u32 = 2;
const AFTER_AWAIT: u32 = 3;

/// GET_AWAITABLE's operand: what is awaited.
const EXPRESSION: u32 = 0;
pub(super) const ENTER: u32 = 1;
pub(super) const EXIT: u32 = 2;

/// The operand of CALL_INTRINSIC_1 that tells what an asynchronous generator yields from what it waits for.
const ASYNC_GENERATOR_WRAP: u32 = 4;

/// The operand of CALL_INTRINSIC_1 that makes a RuntimeError of a StopIteration.
const STOP_ITERATION_ERROR: u32 = 3;

impl<'a> Lowering<'a> {
    pub(super) fn yield_(&mut self, yield_: &'a ExprYield) {
        let span = self.span(yield_);
        if !self.unit().is_function() && self.unit().inlined == 0 {
            return self.refuse(yield_, "'yield' outside function");
        }
        match &yield_.value {
            Some(value) => self.expr(value),
            None => self.load_const(span, Const::None),
        }
        self.yield_value(span);
    }

    pub(super) fn yield_value(&mut self, span: Span) {
        if self.unit().is_coroutine {
            self.emit(span, Op::CallIntrinsic1, ASYNC_GENERATOR_WRAP);
        }
        self.emit(span, Op::YieldValue, 0);
        self.emit(span, Op::Resume, AFTER_YIELD);
    }

    pub(super) fn yield_from(&mut self, yield_from: &'a ExprYieldFrom) {
        let span = self.span(yield_from);
        if !self.unit().is_function() && self.unit().inlined == 0 {
            return self.refuse(yield_from, "'yield from' outside function");
        }
        if self.unit().is_coroutine {
            return self.refuse(yield_from, "'yield from' inside async function");
        }
        self.expr(&yield_from.value);
        self.op(span, Op::GetYieldFromIter);
        self.delegate(span, AFTER_YIELD_FROM);
    }

    pub(super) fn await_(&mut self, await_: &'a ExprAwait) {
        let span = self.span(await_);
        if !self.unit().is_function() && self.unit().inlined == 0 {
            return self.refuse(await_, "'await' outside function");
        }
        if !self.in_coroutine(await_, "'await' outside async function") {
            return;
        }
        self.expr(&await_.value);
        self.wait_for(span, EXPRESSION);
    }

    /// Waits for what lies on the stack, which becomes what it gives.
    pub(super) fn wait_for(&mut self, span: Span, what: u32) {
        self.emit(span, Op::GetAwaitable, what);
        self.delegate(span, AFTER_AWAIT);
    }

    /// Whether what is being lowered stands in an `async def`; if not, `message` is what is wrong.
    pub(super) fn in_coroutine(&mut self, node: &impl Ranged, message: &str) -> bool {
        let is_coroutine = self.unit().is_coroutine;
        if !is_coroutine {
            self.refuse(node, message);
        }
        is_coroutine
    }

    pub(super) fn async_for(&mut self, for_: &'a StmtFor) {
        if !self.in_coroutine(for_, "'async for' outside async function") {
            return;
        }
        let span = self.span(for_);
        let [next, on_exception, end] = std::array::from_fn(|_| self.new_label());
        self.expr(&for_.iter);
        let iter = self.span(&*for_.iter);
        self.op(iter, Op::GetAiter);
        self.place(next);
        self.push_around(span, Around::ForLoop { next, end });
        self.next_awaited(span, on_exception);
        self.expr(&for_.target);
        self.statements(&for_.body);
        self.jump(NOWHERE, Opcode::Jump, next);
        self.unit().around.pop();
        self.place(on_exception);
        self.op(iter, Op::EndAsyncFor);
        self.statements(&for_.orelse);
        self.place(end);
    }

    /// Waits for the next item of the asynchronous iterator that lies on the stack.
    pub(super) fn next_awaited(&mut self, span: Span, on_exception: Label) {
        self.jump(span, Opcode::SetupFinally, on_exception);
        self.op(span, Op::GetAnext);
        self.delegate(span, AFTER_AWAIT);
        self.op(span, Opcode::PopBlock);
    }

    /// Yields what the iterator on the stack yields, until it ends: what it returns is left.
    fn delegate(&mut self, span: Span, after: u32) {
        self.load_const(span, Const::None);
        let [send, on_exception, exit] = std::array::from_fn(|_| self.new_label());
        self.place(send);
        self.jump(span, Op::Send, exit);
        self.jump(span, Opcode::SetupFinally, on_exception);
        self.emit(span, Op::YieldValue, 1);
        self.op(NOWHERE, Opcode::PopBlock);
        self.emit(span, Op::Resume, after);
        self.jump(span, Opcode::JumpNoInterrupt, send);
        self.place(on_exception);
        self.op(span, Op::CleanupThrow);
        self.place(exit);
        self.op(span, Op::EndSend);
    }

    /// Puts the whole of a generator's block, lowered by `body`, into a handler for StopIteration.
    pub(super) fn generator_body(&mut self, body: impl FnOnce(&mut Self)) {
        self.push_around(NOWHERE, Around::Generator);
        body(self);
        self.unit().around.pop();
        let handler = self.new_label();
        self.load_const(NOWHERE, Const::None);
        self.op(NOWHERE, Op::ReturnValue);
        self.place(handler);
        self.emit(NOWHERE, Op::CallIntrinsic1, STOP_ITERATION_ERROR);
        self.emit(NOWHERE, Op::Reraise, 1);
        self.unit().sequence.insert_block_push(Opcode::SetupCleanup, handler);
    }
}
