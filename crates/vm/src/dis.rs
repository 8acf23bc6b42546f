//! `dis`: compiled code as text, as `python3.13 -m dis` prints it.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::code::{Code, Const, Instruction, Op};
use crate::repr::repr;

const OPERATION_WIDTH: usize = 20;
const OPERAND_WIDTH: usize = 5;
/// What stands for the line of an instruction that has none.
const NO_LINE: &str = "  --";

/// Disassembles a block of code and all blocks in it. Code objects are shown without an address.
pub fn dis(code: &Code) -> String {
    let mut text = String::new();
    disassemble(code, &mut text);
    text
}

fn disassemble(code: &Code, text: &mut String) {
    let labels = labels(code);
    let line_width = line_width(code);
    let label_width = 4 + labels.len().to_string().len();
    let mut previous_line = None;
    for (at, instruction) in code.instructions.iter().enumerate() {
        let line = shown_line(code, at);
        let starts_line = previous_line.as_ref() != Some(&line);
        if starts_line && at > 0 {
            text.push('\n');
        }
        let column = if starts_line { &*line } else { "" };
        let label = labels.get(&(at as u32)).map(|label| format!("L{label}:")).unwrap_or_default();
        let row = format!(
            "{column:>line_width$} {label:>label_width$}     {}",
            operation(code, instruction, &labels)
        );
        text.push_str(row.trim_end());
        text.push('\n');
        previous_line = Some(line);
    }
    exception_table(code, &labels, text);
    for constant in &code.consts {
        if let Const::Code(inner) = constant {
            let _ = write!(text, "\nDisassembly of {}:\n", code_repr(inner));
            disassemble(inner, text);
        }
    }
}

/// The line of an instruction as text: a module begins at line 0, elsewhere 0 means that there is none.
pub(crate) fn shown_line(code: &Code, at: usize) -> String {
    match code.spans[at].line {
        0 if &*code.name == "<module>" && code.instructions[at].op == Op::Resume => "0".into(),
        0 => NO_LINE.into(),
        line => line.to_string(),
    }
}

fn line_width(code: &Code) -> usize {
    let digits = code.spans.iter().map(|span| span.line.to_string().len()).max().unwrap_or(0).max(3);
    let has_none = (0..code.instructions.len()).any(|at| shown_line(code, at) == NO_LINE);
    if has_none { digits.max(NO_LINE.len()) } else { digits }
}

/// The labels of the places that are jumped to or that the exception table names, numbered from the first.
pub(crate) fn labels(code: &Code) -> BTreeMap<u32, usize> {
    let mut places: BTreeMap<u32, usize> = BTreeMap::new();
    let jumps = code.instructions.iter().filter(|instruction| instruction.op.is_jump());
    places.extend(jumps.map(|instruction| (instruction.arg, 0)));
    for handler in &code.handlers {
        places.extend([(handler.start, 0), (handler.end, 0), (handler.target, 0)]);
    }
    for (number, label) in places.values_mut().enumerate() {
        *label = number + 1;
    }
    places
}

fn operation(code: &Code, instruction: &Instruction, labels: &BTreeMap<u32, usize>) -> String {
    let name = instruction.op.name();
    if !instruction.op.has_operand() {
        return name.into();
    }
    let width = OPERAND_WIDTH - name.len().saturating_sub(OPERATION_WIDTH).min(OPERAND_WIDTH);
    let mut row = format!("{name:<OPERATION_WIDTH$} {:>width$}", instruction.arg);
    let meaning = match labels.get(&instruction.arg) {
        Some(label) if instruction.op.is_jump() => format!("to L{label}"),
        _ => self::meaning(code, instruction),
    };
    if !meaning.is_empty() {
        let _ = write!(row, " ({meaning})");
    }
    row
}

/// A constant as `dis` shows it.
pub fn constant(value: &Const) -> String {
    repr(value, &code_repr, false)
}

/// What an operand means, other than a jump's; nothing if it is just a number.
pub fn meaning(code: &Code, instruction: &Instruction) -> String {
    let arg = instruction.arg as usize;
    let suffixed = |name: &str, suffix: &str| {
        if arg & 1 == 1 { format!("{name}{suffix}") } else { name.to_owned() }
    };
    match instruction.op {
        Op::LoadConst | Op::ReturnConst => constant(&code.consts[arg]),
        Op::LoadGlobal => suffixed(&code.names[arg >> 1], " + NULL"),
        Op::LoadAttr => suffixed(&code.names[arg >> 1], " + NULL|self"),
        Op::LoadSuperAttr => suffixed(&code.names[arg >> 2], " + NULL|self"),
        op => named_operand(code, op, instruction.arg).unwrap_or_default(),
    }
}

/// An operand that names something, without what only its low bits say. Shared with the plain form.
pub(crate) fn named_operand(code: &Code, op: Op, arg: u32) -> Option<String> {
    let index = arg as usize;
    Some(match op {
        Op::DeleteAttr
        | Op::DeleteGlobal
        | Op::DeleteName
        | Op::ImportFrom
        | Op::ImportName
        | Op::LoadFromDictOrGlobals
        | Op::LoadName
        | Op::StoreAttr
        | Op::StoreGlobal
        | Op::StoreName => code.names[index].to_string(),
        Op::DeleteDeref
        | Op::DeleteFast
        | Op::LoadDeref
        | Op::LoadFast
        | Op::LoadFastAndClear
        | Op::LoadFastCheck
        | Op::LoadFromDictOrDeref
        | Op::MakeCell
        | Op::StoreDeref
        | Op::StoreFast => code.locals[index].name.to_string(),
        Op::BinaryOp => binary_operator(arg),
        Op::CompareOp => {
            let comparison = ["<", "<=", "==", "!=", ">", ">="][index >> 5];
            if arg & 16 == 0 { comparison.into() } else { format!("bool({comparison})") }
        }
        Op::ConvertValue => ["", "str", "repr", "ascii"][index].into(),
        Op::SetFunctionAttribute => match arg {
            1 => "defaults",
            2 => "kwdefaults",
            4 => "annotations",
            _ => "closure",
        }
        .into(),
        Op::CallIntrinsic1 => ["1_INVALID", "PRINT", "IMPORT_STAR", "STOPITERATION_ERROR", "ASYNC_GEN_WRAP"]
            .into_iter()
            .chain(["UNARY_POSITIVE", "LIST_TO_TUPLE", "TYPEVAR", "PARAMSPEC", "TYPEVARTUPLE"])
            .chain(["SUBSCRIPT_GENERIC", "TYPEALIAS"])
            .nth(index)
            .map(|name| format!("INTRINSIC_{name}"))?,
        Op::CallIntrinsic2 => ["2_INVALID", "PREP_RERAISE_STAR", "TYPEVAR_WITH_BOUND"]
            .into_iter()
            .chain(["TYPEVAR_WITH_CONSTRAINTS", "SET_FUNCTION_TYPE_PARAMS", "SET_TYPEPARAM_DEFAULT"])
            .nth(index)
            .map(|name| format!("INTRINSIC_{name}"))?,
        _ => return None,
    })
}

fn binary_operator(arg: u32) -> String {
    const OPERATORS: [&str; 13] = ["+", "&", "//", "<<", "@", "*", "%", "|", "**", ">>", "-", "/", "^"];
    let operator = OPERATORS[arg as usize % OPERATORS.len()];
    if arg as usize >= OPERATORS.len() { format!("{operator}=") } else { operator.into() }
}

fn code_repr(code: &Code) -> String {
    format!("<code object {}, file \"{}\", line {}>", code.name, code.file, code.first_line)
}

pub(crate) fn exception_table(code: &Code, labels: &BTreeMap<u32, usize>, text: &mut String) {
    if !code.handlers.is_empty() {
        text.push_str("ExceptionTable:\n");
    }
    for row in &code.handlers {
        let [start, end, target] = [row.start, row.end, row.target].map(|place| labels[&place]);
        let lasti = if row.push_lasti { " lasti" } else { "" };
        let _ = writeln!(text, "  L{start} to L{end} -> L{target} [{}]{lasti}", row.depth);
    }
}
