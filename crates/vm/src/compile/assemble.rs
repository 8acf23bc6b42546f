//! From a flow graph to the code that the machine runs: slots, instructions, places, exception table.

use std::rc::Rc;

use super::blocks::{Block, BlockId, ENTRY, Graph, Instr};
use super::flow;
use super::lower::unit::Unit;
use super::sequence::Opcode;
use super::source::{NOWHERE, line_start};
use crate::code::{Code, Const, Handler, Instruction, Local, LocalKind, Op, Span};

/// Optimises a finished unit and lays it out.
pub(super) fn assemble(mut unit: Unit, file: &Rc<str>) -> Code {
    let mut graph = Graph::build(&unit.sequence);
    // CPython counts the variables of a module's or class's comprehensions among its locals too.
    let locals = unit.variables.names().len();
    let parameters = unit.parameter_count();
    flow::optimize(&mut graph, &mut unit.consts, locals, parameters);
    let stack_size = flow::stack_size(&mut graph);
    let slots = Slots::of(&unit);
    insert_prefix(&mut graph, &unit, &slots);
    slots.place(&mut graph);
    flow::finish(&mut graph);

    let consts = used_consts(&mut graph, &mut unit);
    let layout = Layout::of(&graph);
    let (instructions, spans) = layout.instructions(&graph);
    let handlers = layout.handlers(&graph);
    let locals = slots.locals;
    Code { instructions, spans, consts, locals, handlers, stack_size, ..unit.without_instructions(file) }
}

/// Where each variable lives in the frame.
struct Slots {
    locals: Vec<Local>,
    /// For each cell and free variable, by the index that the compiler used, its slot.
    cells: Vec<u32>,
    cell_count: usize,
}

impl Slots {
    fn of(unit: &Unit) -> Slots {
        let mut locals: Vec<Local> = Vec::new();
        for name in unit.variables.names() {
            let kind = match (unit.cells.get(name), unit.hidden.contains_key(name)) {
                (Some(_), _) => LocalKind::Cell,
                (None, true) => LocalKind::Hidden,
                (None, false) => LocalKind::Fast,
            };
            locals.push(Local { name: name.clone(), kind });
        }
        let mut cells = Vec::new();
        for name in unit.cells.names() {
            cells.push(unit.variables.get(name).unwrap_or_else(|| {
                locals.push(Local { name: name.clone(), kind: LocalKind::Cell });
                locals.len() as u32 - 1
            }));
        }
        for name in unit.frees.names() {
            cells.push(locals.len() as u32);
            locals.push(Local { name: name.clone(), kind: LocalKind::Free });
        }
        Slots { locals, cells, cell_count: unit.cells.names().len() }
    }

    /// Turns the compiler's indices of cells into slots.
    fn place(&self, graph: &mut Graph) {
        for instr in graph.blocks.iter_mut().flat_map(|block| &mut block.instrs) {
            if matches!(
                instr.opcode,
                Opcode::LoadClosure
                    | Opcode::Op(Op::MakeCell | Op::LoadDeref | Op::StoreDeref)
                    | Opcode::Op(Op::DeleteDeref | Op::LoadFromDictOrDeref)
            ) {
                instr.arg = self.cells[instr.arg as usize];
            }
        }
    }
}

/// What every frame of the code begins with: its cells, and for a generator the making of it.
fn insert_prefix(graph: &mut Graph, unit: &Unit, slots: &Slots) {
    let mut prefix = Vec::new();
    if !unit.frees.names().is_empty() {
        prefix.push(Instr::new(Op::CopyFreeVars, unit.frees.names().len() as u32, NOWHERE));
    }
    let mut cells: Vec<u32> = (0..slots.cell_count as u32).collect();
    cells.sort_by_key(|cell| slots.cells[*cell as usize]);
    prefix.extend(cells.into_iter().map(|cell| Instr::new(Op::MakeCell, cell, NOWHERE)));
    if unit.is_generator || unit.is_coroutine {
        let span = line_start(unit.first_line);
        prefix.push(Instr::new(Op::ReturnGenerator, 0, span));
        prefix.push(Instr::new(Op::PopTop, 0, span));
    }
    graph.blocks[ENTRY].instrs.splice(0..0, prefix);
}

/// The constants that are left in use, renumbered. The first one stays: it may be a docstring.
fn used_consts(graph: &mut Graph, unit: &mut Unit) -> Vec<Const> {
    let all = std::mem::take(&mut unit.consts);
    let mut is_used = vec![false; all.len()];
    let mut uses: Vec<&mut Instr> = graph
        .blocks
        .iter_mut()
        .flat_map(|block| &mut block.instrs)
        .filter(|instr| instr.is(Op::LoadConst) || instr.is(Op::ReturnConst))
        .collect();
    if let Some(first) = is_used.first_mut() {
        *first = true;
    }
    for instr in &uses {
        is_used[instr.arg as usize] = true;
    }
    let mut next = 0;
    let renumbered: Vec<u32> = is_used
        .iter()
        .map(|used| {
            let number = next;
            next += u32::from(*used);
            number
        })
        .collect();
    for instr in &mut uses {
        instr.arg = renumbered[instr.arg as usize];
    }
    all.into_values().into_iter().zip(is_used).filter_map(|(value, used)| used.then_some(value)).collect()
}

/// Where each block begins, NOPs left out.
struct Layout {
    order: Vec<BlockId>,
    starts: Vec<u32>,
}

impl Layout {
    fn of(graph: &Graph) -> Layout {
        let order = graph.order();
        let mut starts = vec![0; graph.blocks.len()];
        let mut next = 0;
        for id in &order {
            starts[*id] = next;
            next += kept(&graph.blocks[*id]).count() as u32;
        }
        Layout { order, starts }
    }

    fn instructions(&self, graph: &Graph) -> (Vec<Instruction>, Vec<Span>) {
        let mut instructions = Vec::new();
        let mut spans = Vec::new();
        for instr in self.order.iter().flat_map(|id| kept(&graph.blocks[*id])) {
            let here = instructions.len() as u32;
            let target = instr.target.map(|target| self.starts[target]);
            let is_backward = target.is_some_and(|target| target <= here);
            let op = match instr.opcode {
                Opcode::Op(op) => op,
                Opcode::Jump if is_backward => Op::JumpBackward,
                Opcode::JumpNoInterrupt if is_backward => Op::JumpBackwardNoInterrupt,
                _ => Op::JumpForward,
            };
            instructions.push(Instruction { op, arg: target.unwrap_or(instr.arg) });
            spans.push(if instr.has_line() { instr.span } else { Span::default() });
        }
        (instructions, spans)
    }

    /// The exception table. Each instruction has one handler, so no two rows overlap.
    fn handlers(&self, graph: &Graph) -> Vec<Handler> {
        let mut rows: Vec<Handler> = Vec::new();
        let instrs = self.order.iter().flat_map(|id| kept(&graph.blocks[*id]));
        for (at, instr) in instrs.enumerate() {
            let at = at as u32;
            let Some(block) = instr.handler else { continue };
            let target = self.starts[block];
            match rows.last_mut() {
                Some(row) if row.end == at && row.target == target => row.end = at + 1,
                _ => {
                    let block = &graph.blocks[block];
                    let below = 1 + u32::from(block.preserve_lasti);
                    let depth = block.start_depth.unwrap_or(below).saturating_sub(below);
                    let push_lasti = block.preserve_lasti;
                    rows.push(Handler { start: at, end: at + 1, target, depth, push_lasti });
                }
            }
        }
        rows
    }
}

fn kept(block: &Block) -> impl Iterator<Item = &Instr> {
    block.instrs.iter().filter(|instr| !instr.is_nop())
}
