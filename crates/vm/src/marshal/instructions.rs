//! Instructions: a byte for what they do, and numbers for operands that are not in that byte.

use super::Broken;
use super::wire::{Column, Done, Wire, each, folded, moved, unfolded};
use crate::code::{Instruction, Op};

/// How many instructions there were, and how many names and constants they used: these stand in the order of their use.
#[derive(Default)]
pub(super) struct Used {
    pub(super) instructions: u32,
    pub(super) names: u32,
    pub(super) consts: u32,
}

pub(super) fn instructions<W: Wire>(
    wire: &mut W,
    instructions: &mut Vec<Instruction>,
) -> Result<Used, Broken> {
    let mut used = Used::default();
    each(wire, instructions, Instruction { op: Op::Nop, arg: 0 }, |wire, one| {
        instruction(wire, one, &mut used)?;
        used.instructions += 1;
        Ok(())
    })?;
    Ok(used)
}

/// What an instruction does is a byte, which also has the number of an operand that is frequent.
fn instruction<W: Wire>(wire: &mut W, Instruction { op, arg }: &mut Instruction, used: &mut Used) -> Done {
    let mut number = match *op {
        op if op.is_jump() => folded(i64::from(*arg) - i64::from(used.instructions)),
        Op::LoadConst | Op::ReturnConst if *arg == used.consts => 0,
        Op::LoadConst | Op::ReturnConst => u64::from(*arg) + 1,
        Op::LoadGlobal | Op::LoadAttr => u64::from(*arg & 1),
        _ => u64::from(*arg),
    };
    let mut byte = together(*op, number).unwrap_or(*op as u8);
    wire.byte(Column::Op, &mut byte)?;
    match apart(byte) {
        Some(known) => (*op, number) = known,
        None => {
            *op = *Op::ALL.get(usize::from(byte)).ok_or(Broken)?;
            if let Some(column) = column_of(*op) {
                wire.number(column, &mut number)?;
            }
        }
    }
    let value = u32::try_from(number);
    *arg = match *op {
        op if op.is_jump() => moved(used.instructions, unfolded(number))?,
        Op::LoadConst | Op::ReturnConst => {
            let place = value.map_err(|_| Broken)?.checked_sub(1).unwrap_or(used.consts);
            used.consts = used.consts.max(place.checked_add(1).ok_or(Broken)?);
            place
        }
        Op::LoadGlobal | Op::LoadAttr => {
            let mut place = *arg >> 1;
            named(wire, &mut place, &mut used.names)?;
            place.checked_mul(2).ok_or(Broken)? | u32::from(number & 1 != 0)
        }
        op if is_name(op) => {
            let mut place = *arg;
            named(wire, &mut place, &mut used.names)?;
            place
        }
        _ => value.map_err(|_| Broken)?,
    };
    Ok(())
}

/// The place of a name: 0 is the first that was not used so far.
fn named<W: Wire>(wire: &mut W, place: &mut u32, used: &mut u32) -> Done {
    let mut number = if *place == *used { 0 } else { u64::from(*place) + 1 };
    wire.number(Column::NameAt, &mut number)?;
    *place = u32::try_from(number).map_err(|_| Broken)?.checked_sub(1).unwrap_or(*used);
    *used = (*used).max(place.checked_add(1).ok_or(Broken)?);
    Ok(())
}

fn is_name(op: Op) -> bool {
    use Op::*;
    matches!(op, LoadName | StoreName | StoreAttr | StoreGlobal | ImportName | ImportFrom)
}

/// Where the number of an operand is that is not in the byte.
fn column_of(op: Op) -> Option<Column> {
    match op {
        Op::LoadFast | Op::StoreFast => Some(Column::LocalAt),
        Op::LoadConst | Op::ReturnConst => Some(Column::ConstAt),
        op if op.is_jump() => Some(Column::Jump),
        op if op.has_operand() && !is_name(op) => Some(Column::Arg),
        _ => None,
    }
}

/// Instructions with frequent operands: their numbers from 0 to below this are one byte with the instruction.
const FREQUENT: &[(Op, u8)] = &[
    (Op::LoadFast, 20),
    (Op::StoreFast, 16),
    (Op::BinaryOp, 14),
    (Op::Call, 6),
    (Op::LoadDeref, 6),
    (Op::LoadConst, 4),
    (Op::Swap, 4),
    (Op::BuildTuple, 4),
    (Op::BuildString, 4),
    (Op::Copy, 4),
    (Op::ReturnConst, 3),
    (Op::SetFunctionAttribute, 3),
    (Op::ListAppend, 3),
    (Op::UnpackSequence, 3),
    (Op::ConvertValue, 3),
    (Op::CopyFreeVars, 3),
    (Op::LoadAttr, 2),
    (Op::LoadGlobal, 2),
    (Op::RaiseVarargs, 2),
    (Op::BuildList, 2),
    (Op::Reraise, 2),
    (Op::ContainsOp, 2),
    (Op::IsOp, 2),
    (Op::CallFunctionEx, 2),
    (Op::Resume, 1),
    (Op::BuildMap, 1),
];

/// The byte that stands for an instruction with a number.
fn together(op: Op, number: u64) -> Option<u8> {
    let mut byte = Op::ALL.len() as u8;
    for &(frequent, count) in FREQUENT {
        if frequent == op {
            return (number < u64::from(count)).then(|| byte + number as u8);
        }
        byte += count;
    }
    None
}

/// The instruction and the number that a byte stands for.
fn apart(byte: u8) -> Option<(Op, u64)> {
    let mut rest = byte.checked_sub(Op::ALL.len() as u8)?;
    for &(op, count) in FREQUENT {
        if rest < count {
            return Some((op, u64::from(rest)));
        }
        rest -= count;
    }
    None
}
