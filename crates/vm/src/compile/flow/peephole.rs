//! Short runs of instructions that can be said shorter.

use super::swaps;
use crate::code::{Const, Op};
use crate::compile::blocks::{BlockId, Graph, Instr};
use crate::compile::consts::Consts;
use crate::compile::sequence::Opcode;

/// The operand bit of `COMPARE_OP` that asks for a plain bool.
const TO_BOOL: u32 = 16;

pub(super) fn optimize(graph: &mut Graph, consts: &mut Consts) {
    for id in graph.order() {
        optimize_block(graph, id, consts);
        swaps::optimize(&mut graph.blocks[id]);
    }
}

fn optimize_block(graph: &mut Graph, id: BlockId, consts: &mut Consts) {
    let mut i = 0;
    while i < graph.blocks[id].instrs.len() {
        if !thread_jump(graph, id, i) {
            optimize_at(&mut graph.blocks[id].instrs, i, consts);
        }
        i += 1;
    }
}

/// A jump to a jump goes where that one goes. Says whether the instruction was such a jump.
fn thread_jump(graph: &mut Graph, id: BlockId, i: usize) -> bool {
    let instr = graph.blocks[id].instrs[i];
    let Some(target) = instr.target.filter(|_| instr.opcode.is_jump()) else {
        return false;
    };
    let Some(landing) = graph.blocks[target].instrs.first().copied() else {
        return false;
    };
    let is_conditional = matches!(
        instr.opcode,
        Opcode::Op(Op::PopJumpIfFalse | Op::PopJumpIfTrue | Op::PopJumpIfNone | Op::PopJumpIfNotNone)
    );
    let opcode = match (instr.opcode, landing.opcode) {
        (_, Opcode::Jump) if is_conditional => instr.opcode,
        (Opcode::Jump | Opcode::JumpNoInterrupt, Opcode::Jump) => Opcode::Jump,
        (Opcode::Jump | Opcode::JumpNoInterrupt, Opcode::JumpNoInterrupt) => instr.opcode,
        _ => return false,
    };
    if instr.target == landing.target {
        return false;
    }
    let instrs = &mut graph.blocks[id].instrs;
    instrs[i].erase();
    instrs.push(Instr { opcode, target: landing.target, span: landing.span, handler: None, arg: 0 });
    true
}

fn optimize_at(instrs: &mut [Instr], i: usize, consts: &mut Consts) {
    let instr = instrs[i];
    let next = instrs.get(i + 1).copied();
    let next_is = |op: Op| next.is_some_and(|next| next.is(op));
    let Opcode::Op(op) = instr.opcode else { return };
    match op {
        Op::BuildTuple => {
            if next_is(Op::UnpackSequence) && next.is_some_and(|next| next.arg == instr.arg) {
                if instr.arg == 1 {
                    instrs[i].erase();
                    return instrs[i + 1].erase();
                } else if instr.arg == 2 || instr.arg == 3 {
                    instrs[i].erase();
                    return instrs[i + 1].set(Op::Swap, instr.arg);
                }
            }
            fold_tuple(instrs, i, consts);
        }
        Op::StoreFast if next_is(Op::StoreFast) => {
            let next = instrs[i + 1];
            if next.arg == instr.arg && next.span.line == instr.span.line {
                instrs[i].set(Op::PopTop, 0);
            }
        }
        Op::Swap if instr.arg == 1 => instrs[i].erase(),
        Op::LoadGlobal if next_is(Op::PushNull) && instr.arg & 1 == 0 => {
            instrs[i].arg |= 1;
            instrs[i + 1].erase();
        }
        Op::CompareOp if next_is(Op::ToBool) => {
            instrs[i].erase();
            instrs[i + 1].set(Op::CompareOp, instr.arg | TO_BOOL);
        }
        Op::ContainsOp | Op::IsOp | Op::UnaryNot if next_is(Op::ToBool) => {
            instrs[i].erase();
            instrs[i + 1].set(op, instr.arg);
        }
        Op::ToBool if next_is(Op::ToBool) => instrs[i].erase(),
        Op::UnaryNot if next_is(Op::UnaryNot) => {
            instrs[i].erase();
            instrs[i + 1].erase();
        }
        _ => {}
    }
}

/// A tuple built of constants is a constant. `at` is where it is built.
fn fold_tuple(instrs: &mut [Instr], at: usize, consts: &mut Consts) {
    let Some(start) = at.checked_sub(instrs[at].arg as usize) else {
        return;
    };
    if !instrs[start..at].iter().all(|instr| instr.is(Op::LoadConst)) {
        return;
    }
    let values: Vec<Const> = instrs[start..at].iter().map(|instr| consts.get(instr.arg).clone()).collect();
    let tuple = consts.add(Const::Tuple(values.into()));
    instrs[start..at].iter_mut().for_each(Instr::erase);
    instrs[at].set(Op::LoadConst, tuple);
}
