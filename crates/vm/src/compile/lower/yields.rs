//! `yield` and `yield from`.

use ruff_python_ast::{ExprYield, ExprYieldFrom};

use super::Lowering;
use super::unit::Around;
use crate::code::{Const, Op, Span};
use crate::compile::sequence::Opcode;
use crate::compile::source::NOWHERE;

/// RESUME's operand behind a `yield`, and that behind a `yield from`.
const AFTER_YIELD: u32 = 1;
const AFTER_YIELD_FROM: u32 = 2;

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
        self.emit(span, Op::YieldValue, 0);
        self.emit(span, Op::Resume, AFTER_YIELD);
    }

    pub(super) fn yield_from(&mut self, yield_from: &'a ExprYieldFrom) {
        let span = self.span(yield_from);
        if !self.unit().is_function() && self.unit().inlined == 0 {
            return self.refuse(yield_from, "'yield from' outside function");
        }
        self.expr(&yield_from.value);
        self.op(span, Op::GetYieldFromIter);
        self.load_const(span, Const::None);
        let [send, on_exception, exit] = std::array::from_fn(|_| self.new_label());
        self.place(send);
        self.jump(span, Op::Send, exit);
        self.jump(span, Opcode::SetupFinally, on_exception);
        self.emit(span, Op::YieldValue, 1);
        self.op(NOWHERE, Opcode::PopBlock);
        self.emit(span, Op::Resume, AFTER_YIELD_FROM);
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
