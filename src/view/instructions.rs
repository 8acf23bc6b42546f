//! The instructions of the line in which a thread runs, with every thread's place in them.

use interleave_vm::inspect::Position;
use interleave_vm::{Machine, dis};

use super::mark::Mark;

/// The instructions of a line, as CPython 3.13 names them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InstructionsView {
    /// Which line.
    pub line: u32,
    /// Which function it is in; a module's own code is `<module>`.
    pub function: String,
    /// The instructions, in order.
    pub rows: Vec<InstructionView>,
}

/// An instruction.
#[derive(Clone, Debug, PartialEq)]
pub struct InstructionView {
    /// CPython's name for it.
    pub name: &'static str,
    /// What its operand means, as `dis` says it; a jump's is the line that it goes to.
    pub operand: String,
    /// The threads whose next instruction it is, or whose call has not come back.
    pub marks: Vec<Mark>,
}

/// The instructions of the line that the first of the threads is in.
pub fn instructions_view(machine: &Machine, threads: &[(Mark, Position)]) -> InstructionsView {
    let Some((_, first)) = threads.first() else { return InstructionsView::default() };
    let loaded = machine.code(first.code);
    let code = &loaded.code;
    let line = first.span.line;
    let line_of = |at: usize| code.spans.get(at).map_or(0, |span| span.line);
    let row = |at: usize| {
        let instruction = &code.instructions[at];
        let here = threads.iter().filter(|(_, place)| place.code == first.code && place.at as usize == at);
        let operand = match instruction.op.is_jump() {
            true => format!("to line {}", line_of(instruction.arg as usize)),
            false => dis::meaning(code, instruction),
        };
        InstructionView { name: instruction.op.name(), operand, marks: here.map(|(mark, _)| *mark).collect() }
    };
    let in_line = (0..code.instructions.len()).filter(|&at| line_of(at) == line || at == first.at as usize);
    InstructionsView { line, function: code.name.to_string(), rows: in_line.map(row).collect() }
}
