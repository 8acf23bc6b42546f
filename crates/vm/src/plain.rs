//! The plain form: compiled code as text that any compiler of the same Python must agree on.
//!
//! `tests/programs/plain_dis.py` says what the plain form is and makes it of CPython's code; this makes it of ours by
//! the same steps. It leaves out what is only a matter of layout: jumps, NOPs, and how often a shared tail stands.

use std::collections::{BTreeMap, BTreeSet};

use crate::code::{Code, Const, Op};
use crate::dis;
use crate::repr::repr;

/// The plain form of a module and of everything in it.
pub fn plain(code: &Code) -> String {
    let mut inner = BTreeSet::new();
    collect(code, &mut inner);
    let mut texts = vec![block(code)];
    texts.extend(inner.into_iter().map(|(_, _, text)| text));
    texts.join("\n")
}

fn collect(code: &Code, found: &mut BTreeSet<(u32, String, String)>) {
    for constant in &code.consts {
        if let Const::Code(inner) = constant {
            found.insert((inner.first_line, inner.qualname.to_string(), block(inner)));
            collect(inner, found);
        }
    }
}

/// Where an instruction leads: to another, or round in a circle of jumps.
const SPIN: usize = usize::MAX;

/// An instruction that stays.
struct Node {
    /// Its line plus one, 0 if it has none.
    line: u32,
    name: &'static str,
    text: String,
    /// The names of its two exits, if it is a branch.
    exits: Option<[&'static str; 2]>,
    ways: Vec<usize>,
    handler: Option<usize>,
}

/// A branch's name in the plain form, with the exits in order; and which of them falls through.
fn branch(op: Op) -> Option<(&'static str, [&'static str; 2], usize)> {
    match op {
        Op::PopJumpIfTrue => Some(("POP_JUMP_IF", ["true", "false"], 1)),
        Op::PopJumpIfFalse => Some(("POP_JUMP_IF", ["true", "false"], 0)),
        Op::PopJumpIfNone => Some(("POP_JUMP_IF_NONE", ["none", "some"], 1)),
        Op::PopJumpIfNotNone => Some(("POP_JUMP_IF_NONE", ["none", "some"], 0)),
        Op::ForIter => Some(("FOR_ITER", ["next", "end"], 0)),
        Op::Send => Some(("SEND", ["yield", "end"], 0)),
        _ => None,
    }
}

fn is_dropped(op: Op) -> bool {
    matches!(op, Op::Nop | Op::JumpForward | Op::JumpBackward | Op::JumpBackwardNoInterrupt)
}

fn is_last(op: Op) -> bool {
    matches!(op, Op::ReturnValue | Op::ReturnConst | Op::RaiseVarargs | Op::Reraise)
}

fn constant(value: &Const) -> String {
    repr(value, &|code| format!("<code {}>", code.qualname), true)
}

fn text(code: &Code, at: usize, name: &str) -> String {
    let instruction = &code.instructions[at];
    let meaning = match instruction.op {
        op if branch(op).is_some() || !op.has_operand() => return name.into(),
        Op::LoadConst | Op::ReturnConst => constant(&static_attributes(code, at)),
        _ => dis::meaning(code, instruction),
    };
    if meaning.is_empty() { format!("{name} {}", instruction.arg) } else { format!("{name} {meaning}") }
}

/// The constant at `at`, in order if it is a class's `__static_attributes__`, which CPython keeps in none.
fn static_attributes(code: &Code, at: usize) -> Const {
    let value = &code.consts[code.instructions[at].arg as usize];
    let next = code.instructions.get(at + 1);
    let is_stored = next.is_some_and(|next| {
        next.op == Op::StoreName && &*code.names[next.arg as usize] == "__static_attributes__"
    });
    match value {
        Const::Tuple(names) if is_stored => {
            let mut names = names.to_vec();
            names.sort_by_key(constant);
            Const::Tuple(names.into())
        }
        _ => value.clone(),
    }
}

/// Steps 1 to 3: the instructions that stay, and the index of the first.
fn read(code: &Code) -> (Vec<Node>, usize) {
    let kept: Vec<usize> =
        (0..code.instructions.len()).filter(|at| !is_dropped(code.instructions[*at].op)).collect();
    let index: BTreeMap<usize, usize> = kept.iter().enumerate().map(|(node, at)| (*at, node)).collect();
    let land = |at: usize| {
        let mut seen = BTreeSet::new();
        let mut at = at;
        loop {
            if let Some(node) = index.get(&at) {
                return *node;
            }
            if !seen.insert(at) {
                return SPIN;
            }
            let instruction = &code.instructions[at];
            at = if instruction.op == Op::Nop { at + 1 } else { instruction.arg as usize };
        }
    };
    let nodes = kept.iter().map(|at| node(code, *at, &land)).collect();
    (nodes, land(0))
}

fn node(code: &Code, at: usize, land: &dyn Fn(usize) -> usize) -> Node {
    let instruction = &code.instructions[at];
    let covers = |row: &&crate::code::Handler| (row.start as usize..row.end as usize).contains(&at);
    let handler = code.handlers.iter().find(covers).map(|row| land(row.target as usize));
    let (name, exits, ways) = match branch(instruction.op) {
        Some((name, exits, falls)) => {
            let mut ways = vec![land(instruction.arg as usize); 2];
            ways[falls] = land(at + 1);
            (name, Some(exits), ways)
        }
        None if is_last(instruction.op) => (instruction.op.name(), None, Vec::new()),
        None => (instruction.op.name(), None, vec![land(at + 1)]),
    };
    Node { line: plain_line(code, at), name, text: text(code, at, name), exits, ways, handler }
}

/// Step 4: which instructions can be reached.
fn reach(nodes: &[Node], first: usize) -> BTreeSet<usize> {
    let mut kept = BTreeSet::new();
    let mut todo = vec![first];
    while let Some(at) = todo.pop() {
        if at != SPIN && kept.insert(at) {
            todo.extend(&nodes[at].ways);
            todo.extend(nodes[at].handler);
        }
    }
    kept
}

/// Step 5: for each instruction the one that stands for it.
fn merge(nodes: &[Node], kept: &BTreeSet<usize>) -> BTreeMap<usize, usize> {
    let mut group = number(kept, |at| (nodes[at].line, nodes[at].text.as_str()));
    loop {
        let finer = number(kept, |at| {
            let ways: Vec<Option<usize>> = nodes[at].ways.iter().map(|way| group.get(way).copied()).collect();
            (group[&at], ways)
        });
        let count = |groups: &BTreeMap<usize, usize>| groups.values().collect::<BTreeSet<_>>().len();
        if count(&finer) == count(&group) {
            break;
        }
        group = finer;
    }
    let mut stands = BTreeMap::new();
    kept.iter().map(|at| (*at, *stands.entry(group[at]).or_insert(*at))).collect()
}

fn number<K: Ord>(kept: &BTreeSet<usize>, key: impl Fn(usize) -> K) -> BTreeMap<usize, usize> {
    let mut numbers = BTreeMap::new();
    kept.iter()
        .map(|at| {
            let next = numbers.len();
            (*at, *numbers.entry(key(*at)).or_insert(next))
        })
        .collect()
}

/// Steps 4 to 6: for each line the texts of its runs.
fn runs(code: &Code) -> BTreeMap<u32, BTreeSet<String>> {
    let (nodes, first) = read(code);
    let kept = reach(&nodes, first);
    let stand = merge(&nodes, &kept);
    let members: BTreeSet<usize> = stand.values().copied().collect();
    let way = |way: &usize| stand.get(way).copied().unwrap_or(SPIN);
    let ways: BTreeMap<usize, Vec<usize>> =
        members.iter().map(|at| (*at, nodes[*at].ways.iter().map(way).collect())).collect();

    let mut comes_from: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for at in &members {
        for way in &ways[at] {
            comes_from.entry(*way).or_default().insert(*at);
        }
    }
    let mut starts: BTreeSet<usize> =
        kept.iter().filter_map(|at| nodes[*at].handler).map(|at| way(&at)).collect();
    starts.insert(way(&first));
    for at in &members {
        let before: Vec<usize> = comes_from.get(at).into_iter().flatten().copied().collect();
        let follows = match *before {
            [before] => nodes[before].line == nodes[*at].line && ways[&before].len() == 1,
            _ => false,
        };
        if !follows {
            starts.insert(*at);
        }
    }
    let mut by_line: BTreeMap<u32, BTreeSet<String>> = BTreeMap::new();
    for start in &starts {
        by_line.entry(nodes[*start].line).or_default().insert(run(&nodes, &ways, &starts, *start));
    }
    by_line
}

fn run(nodes: &[Node], ways: &BTreeMap<usize, Vec<usize>>, starts: &BTreeSet<usize>, start: usize) -> String {
    let place = |way: usize| match way {
        SPIN => "spin".to_owned(),
        way => format!("{}:{}", shown_line(nodes[way].line), nodes[way].name),
    };
    let mut rows = Vec::new();
    let mut at = start;
    loop {
        let node = &nodes[at];
        if let (Some([first, second]), [a, b]) = (node.exits, &*ways[&at]) {
            rows.push(format!("    {} {first} {} {second} {}", node.text, place(*a), place(*b)));
            break;
        }
        rows.push(format!("    {}", node.text));
        let Some(way) = ways[&at].first().copied() else { break };
        if way == SPIN || starts.contains(&way) {
            rows.push(format!("    -> {}", place(way)));
            break;
        }
        at = way;
    }
    rows.join("\n")
}

/// An instruction's line plus one, 0 for none. Only a module's RESUME is really on line 0.
fn plain_line(code: &Code, at: usize) -> u32 {
    match code.spans[at].line {
        0 if code.instructions[at].op == Op::Resume => 1,
        0 => 0,
        line => line + 1,
    }
}

fn shown_line(line: u32) -> String {
    if line == 0 { "-".into() } else { (line - 1).to_string() }
}

/// Step 7: one block of code.
fn block(code: &Code) -> String {
    let mut out = format!("== {}\n", code.qualname);
    for (line, runs) in runs(code) {
        let runs: Vec<String> = runs.into_iter().collect();
        out.push_str(&format!("{}:\n{}\n", shown_line(line), runs.join("\n    --\n")));
    }
    out
}
