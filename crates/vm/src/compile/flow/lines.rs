//! Lending places in the source to instructions that have none, so that whatever leaves a frame has a line.

use crate::code::Op;
use crate::compile::blocks::{Block, Graph};
use crate::compile::sequence::Opcode;
use crate::compile::source::NOWHERE;

pub(super) fn resolve(graph: &mut Graph) {
    duplicate_lineless_exits(graph);
    propagate(graph);
}

fn may_switch_threads(opcode: Opcode) -> bool {
    matches!(
        opcode,
        Opcode::Jump | Opcode::Op(Op::JumpBackward | Op::Resume | Op::Call | Op::CallKw | Op::CallFunctionEx)
    )
}

/// Whether the block needs a line and has none: it leaves the frame, or threads may be switched in it.
fn is_lineless_exit(block: &Block) -> bool {
    let needs_line = block.exits_scope() || block.instrs.iter().any(|instr| may_switch_threads(instr.opcode));
    needs_line && block.has_no_line()
}

/// Gives each jump to an exit without a line its own copy of it, and so its own line.
fn duplicate_lineless_exits(graph: &mut Graph) {
    let mut cursor = Some(0);
    while let Some(id) = cursor {
        if let Some(target) = graph.next_nonempty(graph.blocks[id].jump_target())
            && is_lineless_exit(&graph.blocks[target])
            && graph.blocks[target].predecessors > 1
        {
            let mut instrs = graph.blocks[target].instrs.clone();
            let jump = graph.blocks[id].instrs.len() - 1;
            instrs[0].span = graph.blocks[id].instrs[jump].span;
            graph.blocks[target].predecessors -= 1;
            let copy = Block { instrs, predecessors: 1, is_target: true, ..Block::default() };
            let copy = graph.insert_after(target, copy);
            graph.blocks[id].instrs[jump].target = Some(copy);
        }
        cursor = graph.blocks[id].next;
    }
    for id in graph.order() {
        let block = &graph.blocks[id];
        let (Some(last), Some(next), true) = (block.last(), block.next, block.falls_through()) else {
            continue;
        };
        if is_lineless_exit(&graph.blocks[next]) {
            let span = last.span;
            graph.blocks[next].instrs[0].span = span;
        }
    }
}

/// Copies places forward, within blocks and into blocks that only one way leads to.
fn propagate(graph: &mut Graph) {
    for id in graph.order() {
        let block = &mut graph.blocks[id];
        if block.instrs.is_empty() {
            continue;
        }
        let mut previous = NOWHERE;
        for instr in &mut block.instrs {
            if instr.has_line() {
                previous = instr.span;
            } else {
                instr.span = previous;
            }
        }
        let next = block.next.filter(|_| block.falls_through());
        let target = block.jump_target();
        for successor in next.into_iter().chain(target) {
            let successor = &mut graph.blocks[successor];
            if successor.predecessors == 1
                && let Some(first) = successor.instrs.first_mut()
                && !first.has_line()
            {
                first.span = previous;
            }
        }
    }
}
