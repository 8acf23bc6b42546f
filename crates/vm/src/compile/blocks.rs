//! The flow graph of a block of source: basic blocks, in the order in which they will be laid out.

use super::sequence::{Draft, Opcode, Sequence};
use super::source::NOWHERE;
use crate::code::{Op, Span};

pub(super) type BlockId = usize;

/// An instruction of a basic block.
#[derive(Clone, Copy, Debug)]
pub(super) struct Instr {
    pub(super) opcode: Opcode,
    pub(super) arg: u32,
    /// The block that it jumps to, or whose exceptions handler it sets up.
    pub(super) target: Option<BlockId>,
    pub(super) span: Span,
    /// The block that handles what it raises.
    pub(super) handler: Option<BlockId>,
}

impl Instr {
    pub(super) fn new(opcode: impl Into<Opcode>, arg: u32, span: Span) -> Self {
        Instr { opcode: opcode.into(), arg, target: None, span, handler: None }
    }

    pub(super) fn is(&self, op: Op) -> bool {
        self.opcode.is(op)
    }

    pub(super) fn is_nop(&self) -> bool {
        self.is(Op::Nop)
    }

    pub(super) fn set(&mut self, op: Op, arg: u32) {
        self.opcode = op.into();
        self.arg = arg;
        self.target = None;
    }

    /// Turns it into a NOP, which keeps its place in the source until it is known not to be needed.
    pub(super) fn erase(&mut self) {
        self.set(Op::Nop, 0);
    }

    pub(super) fn has_line(&self) -> bool {
        self.span.line != NOWHERE.line
    }
}

/// Instructions that are entered only at the first one and left only at the last one.
#[derive(Debug, Default)]
pub(super) struct Block {
    pub(super) instrs: Vec<Instr>,
    /// The block laid out behind this one.
    pub(super) next: Option<BlockId>,
    /// Whether some instruction named it as its target when it was made.
    pub(super) is_target: bool,
    pub(super) is_handler: bool,
    /// As a handler: whether the index of the raising instruction is pushed below the exception.
    pub(super) preserve_lasti: bool,
    pub(super) predecessors: u32,
    pub(super) is_cold: bool,
    pub(super) is_warm: bool,
    pub(super) start_depth: Option<u32>,
    /// Which of the first 64 locals may be unbound at its start, as bits.
    pub(super) maybe_unbound: u64,
}

impl Block {
    pub(super) fn last(&self) -> Option<&Instr> {
        self.instrs.last()
    }

    pub(super) fn falls_through(&self) -> bool {
        self.last().is_none_or(|last| last.opcode.falls_through())
    }

    pub(super) fn exits_scope(&self) -> bool {
        self.last().is_some_and(|last| last.opcode.exits_scope())
    }

    pub(super) fn has_no_line(&self) -> bool {
        !self.instrs.iter().any(Instr::has_line)
    }

    /// The block that its last instruction jumps to.
    pub(super) fn jump_target(&self) -> Option<BlockId> {
        self.last().filter(|last| last.opcode.is_jump()).and_then(|last| last.target)
    }
}

#[derive(Debug, Default)]
pub(super) struct Graph {
    pub(super) blocks: Vec<Block>,
}

pub(super) const ENTRY: BlockId = 0;

impl Graph {
    /// Cuts a sequence into basic blocks.
    pub(super) fn build(sequence: &Sequence) -> Graph {
        let drafts = sequence.drafts();
        let mut is_target = vec![false; drafts.len() + 1];
        for label in drafts.iter().filter_map(|draft| draft.label) {
            is_target[sequence.position(label)] = true;
        }
        let mut graph = Graph { blocks: vec![Block::default()] };
        let mut block_at = vec![ENTRY; drafts.len() + 1];
        for (i, draft) in drafts.iter().enumerate() {
            let current = &graph.blocks[graph.blocks.len() - 1];
            let is_closed = current.last().is_some_and(|last| last.opcode.is_terminator());
            if is_closed || (is_target[i] && !current.instrs.is_empty()) {
                graph.append_block();
            }
            let id = graph.blocks.len() - 1;
            graph.blocks[id].is_target |= is_target[i];
            block_at[i] = id;
            graph.blocks[id].instrs.push(instr(draft));
        }
        let mut next_draft = drafts.iter();
        for instr in graph.blocks.iter_mut().flat_map(|block| &mut block.instrs) {
            let label = next_draft.next().and_then(|draft| draft.label);
            instr.target = label.map(|label| block_at[sequence.position(label)]);
        }
        graph
    }

    fn append_block(&mut self) {
        let id = self.blocks.len();
        self.blocks[id - 1].next = Some(id);
        self.blocks.push(Block::default());
    }

    /// Adds a block behind another one.
    pub(super) fn insert_after(&mut self, before: BlockId, mut block: Block) -> BlockId {
        let id = self.blocks.len();
        block.next = self.blocks[before].next;
        self.blocks[before].next = Some(id);
        self.blocks.push(block);
        id
    }

    /// The blocks in the order in which they are laid out.
    pub(super) fn order(&self) -> Vec<BlockId> {
        std::iter::successors(Some(ENTRY), |id| self.blocks[*id].next).collect()
    }

    /// The first block from `id` on that has instructions.
    pub(super) fn next_nonempty(&self, id: Option<BlockId>) -> Option<BlockId> {
        std::iter::successors(id, |id| self.blocks[*id].next).find(|id| !self.blocks[*id].instrs.is_empty())
    }
}

fn instr(draft: &Draft) -> Instr {
    Instr::new(draft.opcode, draft.arg, draft.span)
}
