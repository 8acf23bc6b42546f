//! What the threads share: variables, and the tables of a database.

use std::collections::BTreeSet;

use interleave_lessons::Sum;
use interleave_vm::inspect::Found;
use interleave_vm::{DatabaseView, Effect, Machine, Object, Op, Step, Value};

use super::mark::Mark;
use super::number::number;
use super::sum::SumView;
use super::tables::{TableView, tables_view};
use super::writers::Writers;

/// What the threads share.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SharedView {
    /// The sum that the lesson watches.
    pub sum: Option<SumView>,
    /// The tables of the program's databases.
    pub tables: Vec<TableView>,
    /// Variables, attributes and items.
    pub rows: Vec<RowView>,
}

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// The value.
    pub text: String,
    /// Whether the last step wrote it.
    pub changed: bool,
    /// By how much that made a number more (`+10`) or less (`−10`).
    pub difference: Option<String>,
    /// How many rows further down the same step took away what it added here; less than none is further up.
    pub from: Option<i32>,
}

/// By how much a number was made more or less, if both are numbers and they differ; `±0` if one was written over itself, for
/// then something else may have been written over.
pub(super) fn written_over(before: &str, now: &str) -> Option<String> {
    let same = before == now && number(now).is_some();
    if same { Some("±0".into()) } else { difference(before, now) }
}

/// By how much a number was made more or less, if both are numbers and they differ.
pub(super) fn difference(before: &str, now: &str) -> Option<String> {
    let difference = number(now)? - number(before)?;
    let sign = if difference < 0.0 { '−' } else { '+' };
    let amount = (difference.abs() * 100.0).round() / 100.0;
    (amount > 0.0 && amount.is_finite()).then(|| format!("{sign}{amount}"))
}

/// A variable that threads share.
#[derive(Clone, Debug, PartialEq)]
pub struct RowView {
    /// What a reader of the program would call it.
    pub name: String,
    /// Its value.
    pub value: Cell,
    /// The last thread that wrote it.
    pub writer: Option<Mark>,
}

impl SharedView {
    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.sum.is_none() && self.tables.is_empty() && self.rows.is_empty()
    }
}

/// What there is to know about a program before it runs: which of its variables can be shared, and what is watched.
#[derive(Clone, Debug, Default)]
pub struct Shared {
    used_by_functions: BTreeSet<String>,
    sum: Option<Sum>,
}

/// What was there before the last step, as far as that wrote to it.
#[derive(Clone, Debug, Default)]
pub struct Before {
    /// The databases, if it wrote to one.
    pub databases: Option<Vec<DatabaseView>>,
    /// The numbers that variables led to, if it wrote to a variable.
    pub numbers: Vec<(String, String)>,
}

impl Before {
    /// What there is to know of a machine before it takes a step.
    pub fn of(machine: &Machine, step: &Step) -> Before {
        let to_database = step.effects.iter().any(|effect| match effect {
            Effect::Database { statement, .. } => statement.touches.iter().any(|touch| touch.write),
            _ => false,
        });
        let to_variable = step.effects.iter().any(|effect| matches!(effect, Effect::Write { .. }));
        let variables = if to_variable { machine.variables() } else { Vec::new() };
        let numbers =
            variables.into_iter().filter(|found| matches!(found.value, Value::Int(_) | Value::Float(_)));
        Before {
            databases: to_database.then(|| machine.databases()),
            numbers: numbers.map(|found| (found.path, machine.short(&found.value))).collect(),
        }
    }
}

/// A dict with more entries is shown in one row.
const MOST_ENTRIES: usize = 8;

impl Shared {
    /// Looks at a program that has not run yet.
    pub fn new(machine: &Machine, sum: Option<Sum>) -> Shared {
        let mut used_by_functions = BTreeSet::new();
        for code in machine.codes().filter(|code| !code.internal && code.code.is_function) {
            for instruction in &code.instructions {
                let name = match instruction.op {
                    Op::LoadGlobal => instruction.arg >> 1,
                    Op::StoreGlobal | Op::DeleteGlobal => instruction.arg,
                    _ => continue,
                };
                used_by_functions.extend(code.code.names.get(name as usize).map(ToString::to_string));
            }
        }
        Shared { used_by_functions, sum }
    }

    /// What the threads share after so many steps; `before` is what was there before the last of them.
    pub fn view(&self, machine: &Machine, writers: &Writers, step: u64, before: &Before) -> SharedView {
        let found = machine.variables();
        let tables = tables_view(&machine.databases(), before.databases.as_deref());
        let sum = self.sum.map(|sum| {
            let view = SumView::of(&sum, &values(&sum, &found, &tables), machine.is_finished());
            match &before.databases {
                Some(databases) => view.after(&sum, &values(&sum, &[], &tables_view(databases, None))),
                None => view,
            }
        });
        let rows = found
            .iter()
            .filter(|found| is_shown(machine, found) && self.is_shared(found, writers))
            .map(|found| row(machine, found, writers, step, before))
            .collect();
        SharedView { sum, tables, rows }
    }

    /// Whether threads can share a variable: a function uses the global variable that leads to it, or a thread other than
    /// the main one writes to it in this run.
    fn is_shared(&self, found: &Found, writers: &Writers) -> bool {
        self.used_by_functions.contains(found.global.as_str())
            || self.sum.is_some_and(|sum| sum.of.contains(&found.path.as_str()))
            || writers.is_written_by_others(&found.place, &found.value)
    }
}

fn row(machine: &Machine, found: &Found, writers: &Writers, step: u64, before: &Before) -> RowView {
    let last = writers.last(&found.place, &found.value, step);
    let changed = last.is_some_and(|last| last.step + 1 == step);
    let text = machine.short(&found.value);
    let earlier = before.numbers.iter().find(|(path, _)| changed && *path == found.path);
    RowView {
        name: found.path.clone(),
        value: Cell {
            difference: earlier.and_then(|(_, earlier)| written_over(earlier, &text)),
            from: None,
            text,
            changed,
        },
        writer: last.map(|last| Mark::author(last.thread)),
    }
}

/// The values that a sum adds up.
fn values(sum: &Sum, found: &[Found], tables: &[TableView]) -> Vec<f64> {
    let in_tables = sum.of.iter().flat_map(|path| tables.iter().flat_map(|table| table.numbers(path)));
    let watched = found.iter().filter(|found| sum.of.contains(&found.path.as_str()));
    let in_variables = watched.filter_map(|found| match found.value {
        Value::Int(number) => Some(number as f64),
        Value::Float(number) => Some(number),
        _ => None,
    });
    in_tables.chain(in_variables).collect()
}

/// Whether something found is a row of its own: not what is shown by its parts, or elsewhere, or never changes.
fn is_shown(machine: &Machine, found: &Found) -> bool {
    let within = match machine.object(found.place.object) {
        Object::List(_) | Object::Tuple(_) => false,
        Object::Dict(dict) if found.place.object != machine.globals() => dict.len() <= MOST_ENTRIES,
        _ => true,
    };
    within && is_data(machine, &found.value)
}

fn is_data(machine: &Machine, value: &Value) -> bool {
    let Value::Ref(id) = value else {
        return !matches!(value, Value::Unbound | Value::Native(_) | Value::Code(_));
    };
    let all_data = |items: &[Value]| items.iter().all(|item| is_data(machine, item));
    match machine.object(*id) {
        Object::List(items) => all_data(items),
        Object::Tuple(items) => all_data(items),
        Object::Dict(dict) => dict.len() > MOST_ENTRIES || dict.is_empty(),
        Object::Set(_) | Object::FrozenSet(_) => true,
        _ => false,
    }
}
