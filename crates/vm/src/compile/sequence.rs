//! Instructions as they are first written down: in one sequence, with labels for jumps.

use super::source::NOWHERE;
use crate::code::{Op, Span};

/// What an instruction does while code is being compiled: one of CPython's operations, or one of those that only its
/// compiler knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opcode {
    Op(Op),
    /// A jump, forward or backward.
    Jump,
    /// A jump at which no thread switch can happen.
    JumpNoInterrupt,
    /// From here on, until `PopBlock`, an exception goes to the target.
    SetupFinally,
    /// As `SetupFinally`, and the index of the raising instruction is pushed below the exception.
    SetupCleanup,
    /// As `SetupCleanup`, with one value less kept on the stack.
    SetupWith,
    PopBlock,
    /// Loads the cell itself, not what is in it.
    LoadClosure,
    /// Puts back what `LOAD_FAST_AND_CLEAR` took, which may be nothing.
    StoreFastMaybeNull,
}

impl From<Op> for Opcode {
    fn from(op: Op) -> Self {
        Opcode::Op(op)
    }
}

impl Opcode {
    pub(super) fn is(self, op: Op) -> bool {
        self == Opcode::Op(op)
    }

    /// Whether it opens a block whose exceptions go to its target.
    pub(super) fn is_block_push(self) -> bool {
        matches!(self, Opcode::SetupFinally | Opcode::SetupCleanup | Opcode::SetupWith)
    }

    pub(super) fn is_unconditional_jump(self) -> bool {
        matches!(
            self,
            Opcode::Jump
                | Opcode::JumpNoInterrupt
                | Opcode::Op(Op::JumpForward | Op::JumpBackward | Op::JumpBackwardNoInterrupt)
        )
    }

    pub(super) fn is_jump(self) -> bool {
        self.is_unconditional_jump() || matches!(self, Opcode::Op(op) if op.is_jump())
    }

    /// Whether the frame is left by it, or the exception raised by it.
    pub(super) fn exits_scope(self) -> bool {
        matches!(self, Opcode::Op(Op::ReturnValue | Op::ReturnConst | Op::RaiseVarargs | Op::Reraise))
    }

    /// Whether nothing in its basic block can follow it.
    pub(super) fn is_terminator(self) -> bool {
        self.is_jump() || self.exits_scope()
    }

    /// Whether control can go on to the instruction that follows.
    pub(super) fn falls_through(self) -> bool {
        !self.is_unconditional_jump() && !self.exits_scope()
    }
}

/// A place to jump to, known by number before it is known by position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Label(u32);

/// An instruction that is written but not yet placed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Draft {
    pub(super) opcode: Opcode,
    pub(super) arg: u32,
    pub(super) label: Option<Label>,
    pub(super) span: Span,
}

/// The instructions of one block of source, in the order in which they were written.
#[derive(Debug, Default)]
pub(super) struct Sequence {
    drafts: Vec<Draft>,
    /// For each label the index of the instruction that it stands before.
    labels: Vec<u32>,
}

impl Sequence {
    pub(super) fn new_label(&mut self) -> Label {
        self.labels.push(u32::MAX);
        Label(self.labels.len() as u32 - 1)
    }

    /// Places a label before the next instruction.
    pub(super) fn place(&mut self, label: Label) {
        self.labels[label.0 as usize] = self.drafts.len() as u32;
    }

    pub(super) fn push(&mut self, draft: Draft) {
        self.drafts.push(draft);
    }

    /// Opens a block around everything written so far.
    pub(super) fn insert_block_push(&mut self, opcode: Opcode, handler: Label) {
        for label in &mut self.labels {
            // A label that is not placed yet stays so.
            *label = label.saturating_add(1);
        }
        self.drafts.insert(0, Draft { opcode, arg: 0, label: Some(handler), span: NOWHERE });
    }

    pub(super) fn drafts(&self) -> &[Draft] {
        &self.drafts
    }

    pub(super) fn position(&self, label: Label) -> usize {
        self.labels[label.0 as usize] as usize
    }
}
