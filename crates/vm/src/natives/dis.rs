//! `dis`: the instructions of compiled code as CPython 3.13 stores them, numbered by code units.
//!
//! Here some pairs are two instructions, and a jump's operand is the instruction that it goes to. There, pairs of fast locals
//! are one (`insert_superinstructions` in `Python/flowgraph.c`), and room is left behind instructions for what was found last.

use std::collections::BTreeMap;

use crate::code::{Code, Op};
use crate::dis::{labels, meaning, shown_line};
use crate::frame::Origin;
use crate::machine::Machine;
use crate::native::{Args, NativeDef, NativeResult};
use crate::natives::help::give;
use crate::value::Value;

/// The functions that the Python part of `dis` is written with.
pub(crate) static FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("_rows", rows),
    NativeDef::function("_handlers", handlers),
    NativeDef::function("_compiled", compiled),
];

/// How many code units follow an instruction for what was found last (`_inline_cache_entries`).
fn caches(op: Op) -> usize {
    match op {
        Op::LoadAttr => 9,
        Op::LoadGlobal | Op::StoreAttr => 4,
        Op::Call | Op::ToBool => 3,
        Op::BinaryOp | Op::UnpackSequence | Op::CompareOp | Op::ContainsOp | Op::BinarySubscr => 1,
        Op::StoreSubscr | Op::LoadSuperAttr | Op::ForIter | Op::Send | Op::JumpBackward => 1,
        Op::PopJumpIfFalse | Op::PopJumpIfNone | Op::PopJumpIfNotNone | Op::PopJumpIfTrue => 1,
        _ => 0,
    }
}

/// The one instruction that CPython makes of two, if it does.
fn pair(code: &Code, at: usize, targets: &BTreeMap<u32, usize>) -> Option<&'static str> {
    let (first, second) = (code.instructions[at], *code.instructions.get(at + 1)?);
    let name = match (first.op, second.op) {
        (Op::LoadFast, Op::LoadFast) => "LOAD_FAST_LOAD_FAST",
        (Op::StoreFast, Op::LoadFast) => "STORE_FAST_LOAD_FAST",
        (Op::StoreFast, Op::StoreFast) => "STORE_FAST_STORE_FAST",
        _ => return None,
    };
    let lines = [code.spans[at].line, code.spans[at + 1].line];
    let is_one = (lines.contains(&0) || lines[0] == lines[1]) && first.arg < 16 && second.arg < 16;
    (is_one && !targets.contains_key(&(at as u32 + 1))).then_some(name)
}

/// The operand as CPython has it, of all but jumps.
fn operand(op: Op, arg: u32) -> u32 {
    const MASKS: [u32; 6] = [2, 10, 8, 7, 4, 12];
    match op {
        Op::CompareOp => arg & !15 | MASKS[(arg >> 5) as usize % MASKS.len()],
        _ => arg,
    }
}

/// How many words an operand needs before its instruction.
fn extensions(arg: u32) -> usize {
    (1..4).filter(|bytes| arg >> (8 * bytes) != 0).count()
}

struct Row {
    at: usize,
    name: &'static str,
    arg: Option<u32>,
    meaning: String,
    offset: usize,
}

/// The rows of a listing.
fn listing(code: &Code) -> Vec<Row> {
    let targets = labels(code);
    let mut rows: Vec<Row> = Vec::new();
    let mut at = 0;
    while let Some(instruction) = code.instructions.get(at) {
        let (op, arg) = (instruction.op, instruction.arg);
        let row = |name, arg, meaning| Row { at, name, arg, meaning, offset: 0 };
        if let Some(name) = pair(code, at, &targets) {
            let next = code.instructions[at + 1].arg;
            let names = [arg, next].map(|local| code.locals[local as usize].name.to_string());
            rows.push(row(name, Some(arg << 4 | next), names.join(", ")));
            at += 2;
            continue;
        }
        let shown = if op.is_jump() { format!("to L{}", targets[&arg]) } else { meaning(code, instruction) };
        rows.push(row(op.name(), op.has_operand().then(|| operand(op, arg)), shown));
        at += 1;
    }
    place(code, &mut rows);
    rows
}

/// Numbers rows by code units, and gives jumps their distances, which take up room themselves.
fn place(code: &Code, rows: &mut [Row]) {
    let is_jump = |row: &Row| code.instructions[row.at].op.is_jump();
    let mut distances = vec![0; rows.len()];
    loop {
        let mut offsets = vec![0; code.instructions.len() + 1];
        let mut offset = 0;
        for (row, distance) in rows.iter_mut().zip(&distances) {
            let arg = if is_jump(row) { *distance } else { row.arg.unwrap_or(0) };
            offset += extensions(arg);
            row.offset = offset;
            offsets[row.at] = offset - extensions(arg);
            offset += 1 + caches(code.instructions[row.at].op);
        }
        let distance = |row: &Row| {
            let instruction = code.instructions[row.at];
            let next = row.offset + 1 + caches(instruction.op);
            next.abs_diff(offsets.get(instruction.arg as usize).copied().unwrap_or(0)) as u32
        };
        let new: Vec<u32> = rows.iter().map(|row| if is_jump(row) { distance(row) } else { 0 }).collect();
        if new == distances {
            break;
        }
        distances = new;
    }
    for (row, distance) in rows.iter_mut().zip(distances) {
        if is_jump(row) {
            row.arg = Some(distance);
        }
    }
}

/// `_rows(code)`: of each instruction its name, operand, constant or what the operand means, offset, line and label.
fn rows(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let rest = machine.function_args(args, "_rows", 1, 1)?;
    let Value::Code(id) = rest[0] else { return give(Value::None) };
    let loaded = machine.image.codes[id.0 as usize].clone();
    let code = &loaded.code;
    let targets = labels(code);
    let mut shown = Vec::new();
    for row in listing(code) {
        let label = targets.get(&(row.at as u32)).map_or(Value::None, |label| Value::Int(*label as i64));
        let is_constant = matches!(code.instructions[row.at].op, Op::LoadConst | Op::ReturnConst);
        let constant = match code.instructions[row.at].arg {
            arg if is_constant => machine.new_tuple(vec![loaded.consts[arg as usize].clone()]),
            _ => Value::None,
        };
        let parts = vec![
            Value::str(row.name),
            row.arg.map_or(Value::None, |arg| Value::Int(arg.into())),
            constant,
            Value::str(row.meaning),
            Value::Int(2 * row.offset as i64),
            Value::str(shown_line(code, row.at).trim().to_string()),
            label,
        ];
        shown.push(machine.new_tuple(parts));
    }
    give(machine.new_list(shown))
}

/// `_compiled(text)`: the code of a module; `None` if the text does not compile.
fn compiled(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let rest = machine.function_args(args, "_compiled", 1, 1)?;
    let text = machine.text_arg(&rest[0], "_compiled() argument")?.to_string();
    match crate::compile::compile(&text, "<dis>") {
        Ok(compiled) => give(Value::Code(machine.load(&compiled.code, Origin::Structures))),
        Err(_) => give(Value::None),
    }
}

/// `_handlers(code)`: the rows of the exception table, as text.
fn handlers(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let rest = machine.function_args(args, "_handlers", 1, 1)?;
    let Value::Code(id) = rest[0] else { return give(Value::None) };
    let code = machine.code(id).code.clone();
    let mut text = String::new();
    crate::dis::exception_table(&code, &labels(&code), &mut text);
    give(Value::str(text))
}
