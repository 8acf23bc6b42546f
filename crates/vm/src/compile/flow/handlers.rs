//! Which block handles the exceptions of each instruction.

use crate::code::Op;
use crate::compile::blocks::{BlockId, ENTRY, Graph};
use crate::compile::sequence::Opcode;

/// Operand bit of RESUME: the only handler around it is the generator's own.
const DEPTH_ONE: u32 = 4;

/// Follows every path through the graph with the handlers that are set up on it.
pub(super) fn assign(graph: &mut Graph) {
    let mut is_seen = vec![false; graph.blocks.len()];
    let mut todo: Vec<(BlockId, Vec<BlockId>)> = vec![(ENTRY, Vec::new())];
    is_seen[ENTRY] = true;
    while let Some((id, mut handlers)) = todo.pop() {
        let mut depth_of_yield = None;
        for i in 0..graph.blocks[id].instrs.len() {
            let mut instr = graph.blocks[id].instrs[i];
            instr.handler = handlers.last().copied();
            match instr.opcode {
                opcode if opcode.is_block_push() => {
                    let Some(target) = instr.target else { continue };
                    instr.handler = None;
                    graph.blocks[target].is_handler = true;
                    graph.blocks[target].preserve_lasti |= opcode != Opcode::SetupFinally;
                    if !std::mem::replace(&mut is_seen[target], true) {
                        todo.push((target, handlers.clone()));
                    }
                    handlers.push(target);
                }
                Opcode::PopBlock => {
                    handlers.pop();
                    instr.erase();
                    instr.handler = None;
                }
                Opcode::Op(Op::YieldValue) => depth_of_yield = Some(handlers.len()),
                Opcode::Op(Op::Resume) if instr.arg != 0 && depth_of_yield.take() == Some(1) => {
                    instr.arg |= DEPTH_ONE;
                }
                opcode if opcode.is_jump() => {
                    let Some(target) = instr.target else { continue };
                    if !std::mem::replace(&mut is_seen[target], true) {
                        todo.push((target, handlers.clone()));
                    }
                }
                _ => {}
            }
            graph.blocks[id].instrs[i] = instr;
        }
        let block = &graph.blocks[id];
        if let Some(next) = block.next.filter(|_| block.falls_through())
            && !std::mem::replace(&mut is_seen[next], true)
        {
            todo.push((next, handlers));
        }
    }
}
