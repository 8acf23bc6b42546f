//! Exception handlers go behind everything else.

use super::nops;
use crate::code::Op;
use crate::compile::blocks::{Block, BlockId, ENTRY, Graph, Instr};
use crate::compile::sequence::Opcode;
use crate::compile::source::NOWHERE;

/// Lays out the blocks that only an exception leads to behind the others.
pub(super) fn move_to_end(graph: &mut Graph) {
    mark(graph);
    for id in graph.order() {
        let block = &graph.blocks[id];
        let Some(next) = block.next.filter(|_| block.is_cold && block.falls_through()) else {
            continue;
        };
        if graph.blocks[next].is_warm {
            let mut jump = Instr::new(Opcode::JumpNoInterrupt, 0, NOWHERE);
            jump.target = Some(next);
            graph.blocks[next].is_target = true;
            let block = Block { instrs: vec![jump], is_cold: true, predecessors: 1, ..Block::default() };
            graph.insert_after(id, block);
        }
    }
    let (cold, warm): (Vec<BlockId>, Vec<BlockId>) =
        graph.order().into_iter().partition(|id| graph.blocks[*id].is_cold);
    let has_cold = !cold.is_empty();
    let order: Vec<BlockId> = warm.into_iter().chain(cold).collect();
    for (i, id) in order.iter().enumerate() {
        graph.blocks[*id].next = order.get(i + 1).copied();
    }
    if has_cold {
        nops::remove_redundant_nops_and_jumps(graph);
    }
}

/// Marks as warm what can be reached without an exception, and as cold what can only be reached with one.
fn mark(graph: &mut Graph) {
    let mut is_seen = vec![false; graph.blocks.len()];
    let mut todo = vec![ENTRY];
    is_seen[ENTRY] = true;
    while let Some(id) = todo.pop() {
        graph.blocks[id].is_warm = true;
        push_successors(graph, id, &mut todo, &mut is_seen);
    }
    for id in graph.order() {
        if graph.blocks[id].is_handler {
            todo.push(id);
            is_seen[id] = true;
        }
    }
    while let Some(id) = todo.pop() {
        graph.blocks[id].is_cold = true;
        push_successors(graph, id, &mut todo, &mut is_seen);
    }
}

fn push_successors(graph: &Graph, id: BlockId, todo: &mut Vec<BlockId>, is_seen: &mut [bool]) {
    let block = &graph.blocks[id];
    let next = block.next.filter(|_| block.falls_through());
    for successor in next.into_iter().chain(block.jump_target()) {
        if !std::mem::replace(&mut is_seen[successor], true) {
            todo.push(successor);
        }
    }
}

/// Conditional jumps only go forward: one that would go backward skips a backward jump instead.
pub(super) fn normalize_jumps(graph: &mut Graph) {
    let mut is_behind = vec![false; graph.blocks.len()];
    let mut cursor = Some(ENTRY);
    while let Some(id) = cursor {
        is_behind[id] = true;
        cursor = graph.blocks[id].next;
        let next = cursor;
        let Some(last) = graph.blocks[id].instrs.last_mut() else {
            continue;
        };
        let opposite = match last.opcode {
            Opcode::Op(Op::PopJumpIfFalse) => Op::PopJumpIfTrue,
            Opcode::Op(Op::PopJumpIfTrue) => Op::PopJumpIfFalse,
            Opcode::Op(Op::PopJumpIfNone) => Op::PopJumpIfNotNone,
            Opcode::Op(Op::PopJumpIfNotNone) => Op::PopJumpIfNone,
            _ => continue,
        };
        let Some(target) = last.target.filter(|target| is_behind.get(*target) == Some(&true)) else {
            continue;
        };
        last.opcode = opposite.into();
        last.target = next;
        let mut jump = Instr::new(Opcode::Jump, 0, last.span);
        jump.target = Some(target);
        jump.handler = None;
        let is_cold = graph.blocks[id].is_cold;
        graph.insert_after(id, Block { instrs: vec![jump], is_cold, ..Block::default() });
    }
}
