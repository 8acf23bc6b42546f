//! `LOAD_FAST_CHECK` where a local variable may be unbound, `LOAD_FAST` where it cannot.

use crate::code::Op;
use crate::compile::blocks::{BlockId, ENTRY, Graph};
use crate::compile::sequence::Opcode;

/// How many locals are followed through the whole graph; the others only within each block.
const FOLLOWED: usize = 64;

pub(super) fn check_loads(graph: &mut Graph, locals: usize, parameters: usize) {
    if locals == 0 {
        return;
    }
    if locals > FOLLOWED {
        check_many(graph, locals);
    }
    let mut walk = Walk { todo: Vec::new(), is_waiting: vec![false; graph.blocks.len()] };
    let unbound = (parameters..locals.min(FOLLOWED)).fold(0, |mask, i| mask | 1_u64 << i);
    walk.push(graph, ENTRY, unbound);
    for id in graph.order() {
        walk.scan(graph, id);
    }
    while let Some(id) = walk.todo.pop() {
        walk.is_waiting[id] = false;
        walk.scan(graph, id);
    }
}

struct Walk {
    todo: Vec<BlockId>,
    is_waiting: Vec<bool>,
}

impl Walk {
    fn push(&mut self, graph: &mut Graph, id: BlockId, maybe_unbound: u64) {
        let block = &mut graph.blocks[id];
        let both = block.maybe_unbound | maybe_unbound;
        if both != block.maybe_unbound {
            block.maybe_unbound = both;
            if !std::mem::replace(&mut self.is_waiting[id], true) {
                self.todo.push(id);
            }
        }
    }

    fn scan(&mut self, graph: &mut Graph, id: BlockId) {
        let mut unbound = graph.blocks[id].maybe_unbound;
        for i in 0..graph.blocks[id].instrs.len() {
            let instr = graph.blocks[id].instrs[i];
            if let Some(handler) = instr.handler {
                self.push(graph, handler, unbound);
            }
            let Some(bit) = 1_u64.checked_shl(instr.arg).filter(|bit| *bit != 0) else {
                continue;
            };
            match instr.opcode {
                Opcode::Op(Op::DeleteFast | Op::LoadFastAndClear) | Opcode::StoreFastMaybeNull => {
                    unbound |= bit
                }
                Opcode::Op(Op::StoreFast | Op::LoadFastCheck) => unbound &= !bit,
                Opcode::Op(Op::LoadFast) => {
                    if unbound & bit != 0 {
                        graph.blocks[id].instrs[i].opcode = Op::LoadFastCheck.into();
                    }
                    unbound &= !bit;
                }
                _ => {}
            }
        }
        let block = &graph.blocks[id];
        let next = block.next.filter(|_| block.falls_through());
        for successor in next.into_iter().chain(block.jump_target()) {
            self.push(graph, successor, unbound);
        }
    }
}

/// The locals behind the first 64: known to be bound only after a load or store in the same block.
fn check_many(graph: &mut Graph, locals: usize) {
    for id in graph.order() {
        let mut is_bound = vec![false; locals];
        for instr in &mut graph.blocks[id].instrs {
            let slot = instr.arg as usize;
            if slot < FOLLOWED {
                continue;
            }
            match instr.opcode {
                Opcode::Op(Op::DeleteFast | Op::LoadFastAndClear) | Opcode::StoreFastMaybeNull => {
                    is_bound[slot] = false;
                }
                Opcode::Op(Op::StoreFast) => is_bound[slot] = true,
                Opcode::Op(Op::LoadFast) if !std::mem::replace(&mut is_bound[slot], true) => {
                    instr.opcode = Op::LoadFastCheck.into();
                }
                _ => {}
            }
        }
    }
}
