//! Fewer SWAPs: `a, b = b, a` needs none, since storing in the other order does as well.

use crate::code::Op;
use crate::compile::blocks::{Block, Instr};
use crate::compile::sequence::Opcode;

pub(super) fn optimize(block: &mut Block) {
    let mut i = 0;
    while i < block.instrs.len() {
        if block.instrs[i].is(Op::Swap) {
            i += shorten_run(&mut block.instrs[i..]);
            apply_statically(&mut block.instrs, i);
        }
        i += 1;
    }
}

/// Replaces the run of SWAPs and NOPs at the start by the shortest with the same effect; returns how far behind the
/// start its last instruction is.
fn shorten_run(instrs: &mut [Instr]) -> usize {
    let is_in_run = |instr: &&Instr| instr.is(Op::Swap) || instr.is_nop();
    let length = instrs.iter().take_while(is_in_run).count();
    let run = &mut instrs[..length];
    if run.iter().filter(|instr| instr.is(Op::Swap)).count() < 2 {
        return 0;
    }
    let depth =
        run.iter().filter(|instr| instr.is(Op::Swap)).map(|instr| instr.arg as usize).max().unwrap_or(0);
    let mut stack: Vec<usize> = (0..depth).collect();
    for instr in run.iter().filter(|instr| instr.is(Op::Swap)) {
        stack.swap(0, instr.arg as usize - 1);
    }
    let swaps = swaps_for(stack);
    for (i, instr) in run.iter_mut().rev().enumerate() {
        match swaps.get(i) {
            Some(swap) => instr.set(Op::Swap, *swap),
            None => instr.erase(),
        }
    }
    length - 1
}

/// The SWAPs that order the stack so, the last one first: each cycle of the permutation, entered through the top.
fn swaps_for(stack: Vec<usize>) -> Vec<u32> {
    let mut swaps = Vec::new();
    let mut is_seen = vec![false; stack.len()];
    for start in 0..stack.len() {
        if is_seen[start] || stack[start] == start {
            continue;
        }
        let mut at = start;
        loop {
            if at != 0 {
                swaps.push(at as u32 + 1);
            }
            if is_seen[at] {
                break;
            }
            is_seen[at] = true;
            at = stack[at];
        }
    }
    swaps
}

fn is_swappable(instr: &Instr) -> bool {
    matches!(instr.opcode, Opcode::StoreFastMaybeNull | Opcode::Op(Op::StoreFast | Op::PopTop))
}

fn stored(instr: &Instr) -> Option<u32> {
    matches!(instr.opcode, Opcode::StoreFastMaybeNull | Opcode::Op(Op::StoreFast)).then_some(instr.arg)
}

/// The next instruction that only takes the top of the stack, if nothing else comes first (on that line).
fn next_swappable(instrs: &[Instr], from: usize, line: Option<u32>) -> Option<usize> {
    for (i, instr) in instrs.iter().enumerate().skip(from + 1) {
        if line.is_some_and(|line| instr.span.line != line) {
            return None;
        }
        if !instr.is_nop() {
            return is_swappable(instr).then_some(i);
        }
    }
    None
}

/// Instead of swapping two values, swaps the two instructions that take them.
fn apply_statically(instrs: &mut [Instr], from: usize) {
    for i in (0..=from).rev() {
        if !instrs[i].is(Op::Swap) {
            if instrs[i].is_nop() || is_swappable(&instrs[i]) {
                continue;
            }
            return;
        }
        let Some((first, second)) = takers(instrs, i) else {
            return;
        };
        let (store_first, store_second) = (stored(&instrs[first]), stored(&instrs[second]));
        if store_first.is_some() || store_second.is_some() {
            let is_between = |instr: &Instr| {
                stored(instr).is_some_and(|store| Some(store) == store_first || Some(store) == store_second)
            };
            if store_first == store_second || instrs[first + 1..second].iter().any(is_between) {
                return;
            }
        }
        instrs[i].erase();
        instrs.swap(first, second);
    }
}

/// The instructions that take the two values which the SWAP at `i` exchanges.
fn takers(instrs: &[Instr], i: usize) -> Option<(usize, usize)> {
    let first = next_swappable(instrs, i, None)?;
    let line = instrs[first].has_line().then_some(instrs[first].span.line);
    let mut second = first;
    for _ in 1..instrs[i].arg {
        second = next_swappable(instrs, second, line)?;
    }
    Some((first, second))
}
