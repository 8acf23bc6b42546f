//! What becomes simpler because a constant is used at once.

use crate::code::{Const, Op};
use crate::compile::blocks::{Block, Graph};
use crate::compile::consts::Consts;
use crate::compile::fold::is_true;
use crate::compile::sequence::Opcode;

pub(super) fn fold_uses(graph: &mut Graph, consts: &mut Consts) {
    for id in graph.order() {
        fold_uses_of(&mut graph.blocks[id], consts);
    }
}

fn fold_uses_of(block: &mut Block, consts: &mut Consts) {
    let mut loaded = None;
    for i in 0..block.instrs.len() {
        let instr = block.instrs[i];
        let repeats_constant = loaded.is_some() && instr.is(Op::Copy) && instr.arg == 1;
        if !repeats_constant {
            loaded = instr.is(Op::LoadConst).then_some(instr.arg);
        }
        let (Some(constant), Some(next)) = (loaded, block.instrs.get(i + 1).copied()) else {
            continue;
        };
        let Opcode::Op(next_op) = next.opcode else {
            continue;
        };
        match next_op {
            Op::PopJumpIfFalse | Op::PopJumpIfTrue => {
                let jumps = is_true(consts.get(constant)) == (next_op == Op::PopJumpIfTrue);
                block.instrs[i].erase();
                if jumps {
                    block.instrs[i + 1].opcode = Opcode::Jump;
                } else {
                    block.instrs[i + 1].erase();
                }
            }
            Op::IsOp if matches!(consts.get(constant), Const::None) => fold_none_test(block, i),
            Op::ReturnValue => {
                block.instrs[i].set(Op::ReturnConst, constant);
                block.instrs[i + 1].erase();
            }
            Op::ToBool => {
                let value = consts.add(Const::Bool(is_true(consts.get(constant))));
                block.instrs[i].erase();
                block.instrs[i + 1].set(Op::LoadConst, value);
            }
            _ => {}
        }
    }
}

/// `x is None` before a conditional jump becomes a jump that tests for None. The constant is at `at`.
fn fold_none_test(block: &mut Block, at: usize) {
    let mut jump = at + 2;
    if block.instrs.get(jump).is_some_and(|instr| instr.is(Op::ToBool)) {
        block.instrs[jump].erase();
        jump += 1;
    }
    let Some(instr) = block.instrs.get(jump) else {
        return;
    };
    let is_negated = block.instrs[at + 1].arg == 1;
    let wants_none = match instr.opcode {
        Opcode::Op(Op::PopJumpIfTrue) => !is_negated,
        Opcode::Op(Op::PopJumpIfFalse) => is_negated,
        _ => return,
    };
    block.instrs[at].erase();
    block.instrs[at + 1].erase();
    let op = if wants_none { Op::PopJumpIfNone } else { Op::PopJumpIfNotNone };
    block.instrs[jump].opcode = op.into();
}
