//! Instructions that do nothing, and pairs of them that come to nothing.

use crate::code::Op;
use crate::compile::blocks::{BlockId, Graph};
use crate::compile::sequence::Opcode;

/// Removes NOPs of a block, except those that alone stand for their line. Says whether there were any.
fn remove_redundant_nops_of(graph: &mut Graph, id: BlockId) -> bool {
    let mut instrs = std::mem::take(&mut graph.blocks[id].instrs);
    let before = instrs.len();
    let mut kept = Vec::with_capacity(before);
    let mut previous_line = None;
    for i in 0..before {
        let instr = instrs[i];
        let line = instr.has_line().then_some(instr.span.line);
        if instr.is_nop() {
            if line.is_none() || previous_line == line {
                continue;
            }
            if let Some(next) = instrs.get_mut(i + 1) {
                if !next.has_line() {
                    next.span = instr.span;
                    continue;
                }
                if Some(next.span.line) == line {
                    continue;
                }
            } else if line == first_line_after(graph, id) {
                continue;
            }
        }
        kept.push(instr);
        previous_line = line;
    }
    let has_changed = kept.len() < before;
    graph.blocks[id].instrs = kept;
    has_changed
}

/// The line of what follows a block, NOPs without a line aside.
fn first_line_after(graph: &Graph, id: BlockId) -> Option<u32> {
    let next = graph.next_nonempty(graph.blocks[id].next)?;
    let first = graph.blocks[next].instrs.iter().find(|instr| !instr.is_nop() || instr.has_line())?;
    first.has_line().then_some(first.span.line)
}

fn remove_redundant_nops(graph: &mut Graph) -> bool {
    let mut has_changed = false;
    for id in graph.order() {
        has_changed |= remove_redundant_nops_of(graph, id);
    }
    has_changed
}

/// Erases jumps to the block that follows anyway.
fn remove_redundant_jumps(graph: &mut Graph) -> bool {
    let mut has_changed = false;
    for id in graph.order() {
        let next = graph.next_nonempty(graph.blocks[id].next);
        let Some(last) = graph.blocks[id].last().filter(|last| last.opcode.is_unconditional_jump()) else {
            continue;
        };
        if graph.next_nonempty(last.target) == next
            && let Some(last) = graph.blocks[id].instrs.last_mut()
        {
            last.erase();
            has_changed = true;
        }
    }
    has_changed
}

pub(super) fn remove_redundant_nops_and_jumps(graph: &mut Graph) {
    loop {
        let nops = remove_redundant_nops(graph);
        let jumps = remove_redundant_jumps(graph);
        if !nops && !jumps {
            return;
        }
    }
}

/// Removes values that are pushed only to be popped.
pub(super) fn remove_redundant_pairs(graph: &mut Graph) {
    while remove_redundant_pairs_once(graph) {}
}

fn remove_redundant_pairs_once(graph: &mut Graph) -> bool {
    let mut has_changed = false;
    let mut previous: Option<(BlockId, usize)> = None;
    for id in graph.order() {
        remove_redundant_nops_of(graph, id);
        if graph.blocks[id].is_target {
            previous = None;
        }
        for i in 0..graph.blocks[id].instrs.len() {
            if let Some((block, at)) = previous
                && graph.blocks[id].instrs[i].is(Op::PopTop)
            {
                let pushed = graph.blocks[block].instrs[at];
                if pushed.is(Op::LoadConst) || (pushed.is(Op::Copy) && pushed.arg == 1) {
                    graph.blocks[block].instrs[at].erase();
                    graph.blocks[id].instrs[i].erase();
                    has_changed = true;
                }
            }
            previous = Some((id, i));
        }
        let block = &graph.blocks[id];
        if !block.falls_through() || block.last().is_some_and(|last| last.opcode.is_jump()) {
            previous = None;
        }
    }
    has_changed
}

/// Replaces what only the compiler knows by what the machine runs.
pub(super) fn drop_pseudo(graph: &mut Graph) {
    for instr in graph.blocks.iter_mut().flat_map(|block| &mut block.instrs) {
        match instr.opcode {
            Opcode::LoadClosure => instr.opcode = Op::LoadFast.into(),
            Opcode::StoreFastMaybeNull => instr.opcode = Op::StoreFast.into(),
            opcode if opcode.is_block_push() => instr.erase(),
            _ => {}
        }
    }
    remove_redundant_nops_and_jumps(graph);
}
