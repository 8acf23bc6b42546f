//! Blocks that cannot be reached, and blocks that are better repeated than jumped to.

use crate::compile::blocks::{BlockId, ENTRY, Graph};
use crate::compile::sequence::Opcode;

/// The most instructions of a block that is repeated.
const MAX_REPEATED: usize = 4;

/// Where a block ends with a jump to a short exit, or to a block without a line, repeats that block instead.
pub(super) fn inline_small_exits(graph: &mut Graph) {
    let mut has_changed = true;
    while has_changed {
        has_changed = false;
        for id in graph.order() {
            has_changed |= inline_small_exit(graph, id);
        }
    }
}

fn inline_small_exit(graph: &mut Graph, id: BlockId) -> bool {
    let Some(last) = graph.blocks[id].last().copied() else {
        return false;
    };
    let Some(target) = last.target.filter(|target| last.opcode.is_unconditional_jump() && *target != id)
    else {
        return false;
    };
    let block = &graph.blocks[target];
    let is_small_exit = block.exits_scope() && block.instrs.len() <= MAX_REPEATED;
    let is_lineless = block.has_no_line() && !block.falls_through();
    if !is_small_exit && !is_lineless {
        return false;
    }
    let repeated = block.instrs.clone();
    let instrs = &mut graph.blocks[id].instrs;
    if let Some(last) = instrs.last_mut() {
        last.erase();
    }
    instrs.extend(repeated);
    if let Some(end) = instrs.last_mut()
        && is_lineless
        && end.opcode.is_unconditional_jump()
        && last.opcode == Opcode::Jump
    {
        // A jump at which threads may be switched stays one.
        end.opcode = Opcode::Jump;
    }
    true
}

/// Empties the blocks that cannot be reached, and counts for the others how many ways lead there.
pub(super) fn remove_unreachable(graph: &mut Graph) {
    for block in &mut graph.blocks {
        block.predecessors = 0;
    }
    let mut is_seen = vec![false; graph.blocks.len()];
    let mut todo = vec![ENTRY];
    graph.blocks[ENTRY].predecessors = 1;
    is_seen[ENTRY] = true;
    while let Some(id) = todo.pop() {
        let block = &graph.blocks[id];
        let next = block.next.filter(|_| block.falls_through());
        let targets = block.instrs.iter().filter_map(|instr| instr.target);
        for successor in next.into_iter().chain(targets).collect::<Vec<_>>() {
            graph.blocks[successor].predecessors += 1;
            if !std::mem::replace(&mut is_seen[successor], true) {
                todo.push(successor);
            }
        }
    }
    for id in graph.order() {
        let block = &mut graph.blocks[id];
        if block.predecessors == 0 {
            block.instrs.clear();
            block.is_handler = false;
        }
    }
}
