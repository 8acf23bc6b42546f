//! How many values are on the stack at each place.

use crate::code::Op;
use crate::compile::blocks::{BlockId, ENTRY, Graph, Instr};
use crate::compile::sequence::Opcode;

/// Finds the depth of the stack at the start of every block, and the most that the code needs.
pub(in crate::compile) fn stack_size(graph: &mut Graph) -> u32 {
    let mut most = 0;
    let mut todo = Vec::new();
    push(graph, ENTRY, 0, &mut todo);
    while let Some(id) = todo.pop() {
        let mut depth = i64::from(graph.blocks[id].start_depth.unwrap_or(0));
        let mut falls_through = true;
        for i in 0..graph.blocks[id].instrs.len() {
            let instr = graph.blocks[id].instrs[i];
            if let Some(target) = instr.target {
                let there = depth + effect(&instr, true);
                most = most.max(there);
                push(graph, target, there, &mut todo);
            }
            depth += effect(&instr, false);
            most = most.max(depth);
            debug_assert!(depth >= 0, "stack underflow at {instr:?}");
            falls_through = instr.opcode.falls_through();
        }
        if let Some(next) = graph.blocks[id].next.filter(|_| falls_through) {
            push(graph, next, depth, &mut todo);
        }
    }
    most as u32
}

fn push(graph: &mut Graph, id: BlockId, depth: i64, todo: &mut Vec<BlockId>) {
    let block = &mut graph.blocks[id];
    let depth = depth.max(0) as u32;
    match block.start_depth {
        None => {
            block.start_depth = Some(depth);
            todo.push(id);
        }
        Some(known) => debug_assert_eq!(known, depth, "two depths for block {id}"),
    }
}

/// By how much an instruction changes the depth, when it jumps or when it does not.
fn effect(instr: &Instr, jumps: bool) -> i64 {
    let op = match instr.opcode {
        Opcode::Op(op) => op,
        Opcode::SetupFinally | Opcode::SetupWith => return i64::from(jumps),
        Opcode::SetupCleanup => return if jumps { 2 } else { 0 },
        Opcode::Jump | Opcode::JumpNoInterrupt | Opcode::PopBlock => return 0,
        Opcode::LoadClosure => return 1,
        Opcode::StoreFastMaybeNull => return -1,
    };
    let arg = i64::from(instr.arg);
    match op {
        Op::StoreSlice => -4,
        Op::StoreSubscr => -3,
        Op::BinarySlice
        | Op::DeleteSubscr
        | Op::EndAsyncFor
        | Op::StoreAttr
        | Op::MapAdd
        | Op::MatchClass => -2,
        Op::BinarySubscr
        | Op::BinaryOp
        | Op::CleanupThrow
        | Op::CallIntrinsic2
        | Op::CompareOp
        | Op::ContainsOp
        | Op::DeleteAttr
        | Op::DictMerge
        | Op::DictUpdate
        | Op::EndFor
        | Op::EndSend
        | Op::FormatWithSpec
        | Op::ImportName
        | Op::IsOp
        | Op::ListAppend
        | Op::ListExtend
        | Op::PopExcept
        | Op::PopJumpIfFalse
        | Op::PopJumpIfNone
        | Op::PopJumpIfNotNone
        | Op::PopJumpIfTrue
        | Op::PopTop
        | Op::Reraise
        | Op::ReturnValue
        | Op::SetAdd
        | Op::SetFunctionAttribute
        | Op::SetUpdate
        | Op::StoreDeref
        | Op::StoreFast
        | Op::StoreGlobal
        | Op::StoreName => -1,
        Op::BeforeAsyncWith
        | Op::BeforeWith
        | Op::Copy
        | Op::ForIter
        | Op::GetAnext
        | Op::GetLen
        | Op::ImportFrom
        | Op::LoadAssertionError
        | Op::LoadBuildClass
        | Op::LoadConst
        | Op::LoadDeref
        | Op::LoadFast
        | Op::LoadFastAndClear
        | Op::LoadFastCheck
        | Op::LoadLocals
        | Op::LoadName
        | Op::MatchKeys
        | Op::MatchMapping
        | Op::MatchSequence
        | Op::PushExcInfo
        | Op::PushNull
        | Op::ReturnGenerator
        | Op::WithExceptStart => 1,
        Op::BuildList | Op::BuildSet | Op::BuildString | Op::BuildTuple => 1 - arg,
        Op::BuildMap => 1 - 2 * arg,
        Op::BuildConstKeyMap => -arg,
        Op::BuildSlice => 1 - arg,
        Op::Call => -1 - arg,
        Op::CallKw => -2 - arg,
        Op::CallFunctionEx => -2 - (arg & 1),
        Op::LoadAttr => arg & 1,
        Op::LoadGlobal => 1 + (arg & 1),
        Op::LoadSuperAttr => -2 + (arg & 1),
        Op::RaiseVarargs => -arg,
        Op::UnpackSequence => arg - 1,
        Op::UnpackEx => (arg & 0xFF) + (arg >> 8),
        Op::CheckEgMatch
        | Op::CheckExcMatch
        | Op::FormatSimple
        | Op::GetAiter
        | Op::GetAwaitable
        | Op::GetIter
        | Op::GetYieldFromIter
        | Op::MakeFunction
        | Op::Nop
        | Op::SetupAnnotations
        | Op::ToBool
        | Op::UnaryInvert
        | Op::UnaryNegative
        | Op::UnaryNot
        | Op::CallIntrinsic1
        | Op::ConvertValue
        | Op::CopyFreeVars
        | Op::DeleteDeref
        | Op::DeleteFast
        | Op::DeleteGlobal
        | Op::DeleteName
        | Op::JumpBackward
        | Op::JumpBackwardNoInterrupt
        | Op::JumpForward
        | Op::LoadFromDictOrDeref
        | Op::LoadFromDictOrGlobals
        | Op::MakeCell
        | Op::Resume
        | Op::ReturnConst
        | Op::Send
        | Op::Swap
        | Op::YieldValue => 0,
    }
}
