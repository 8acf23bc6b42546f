//! What of a database a statement touches: before, for those who choose who goes next; after, with the values.

use crate::database::condition::Expression;
use crate::database::parse::{Command, Lock, Prepared};
use crate::database::{Change, Database, Dialect, RowName, Table, Transaction, plain};
use crate::effect::Touch;
use crate::text::Str;
use crate::value::Value;

/// The name of a row, for locks.
pub(crate) fn row_name(table: &Table, values: &[Value]) -> RowName {
    (table.name.clone(), table.key_of(values))
}

/// Notes the rows that a statement reads and writes, each once.
#[derive(Default)]
pub(crate) struct Recorder {
    pub(crate) touches: Vec<Touch>,
    on: bool,
}

impl Recorder {
    /// A recorder; one that is off notes nothing.
    pub(crate) fn new(on: bool) -> Recorder {
        Recorder { touches: Vec::new(), on }
    }

    pub(crate) fn row(&mut self, table: &Table, values: &[Value], write: bool) {
        if !self.on {
            return;
        }
        let key = Some(table.key_of(values));
        let columns = table.columns.iter().zip(values);
        let values = columns.map(|(column, value)| (column.name.clone(), plain(value).into())).collect();
        let touch = Touch { table: table.name.clone(), key, write, values };
        match self.touches.iter_mut().find(|t| t.table == touch.table && t.key == touch.key) {
            Some(known) if known.write == write => *known = touch,
            _ => self.touches.push(touch),
        }
    }
}

/// What a statement will touch: a row where its condition names the key, else the table.
pub(crate) fn foreseen(database: &Database, transaction: &Transaction, command: &Command) -> Vec<Touch> {
    let mut touches = Vec::new();
    match command {
        Command::Select(select) => {
            let write = database.dialect == Dialect::Postgresql && select.lock != Lock::No;
            for (source, name) in select.sources.iter().enumerate() {
                if let Some(table) = database.table(name) {
                    touches.push(touch(table, pinned(table, source, select.condition.as_ref()), write));
                }
            }
        }
        Command::Write { changes, commit } => {
            for change in changes {
                if let Some(table) = database.table(change.table()) {
                    touches.push(touch(table, key_of(table, change), true));
                }
            }
            finish(database, transaction, &mut touches);
            if database.dialect == Dialect::Sqlite {
                // Who writes keeps others from writing, unless the transaction is over at once.
                touches.push(whole("", !commit || !transaction.changes.is_empty()));
            }
        }
        Command::Rollback => {
            finish(database, transaction, &mut touches);
            touches.push(whole("", true));
        }
        Command::Create(tables) => touches.extend(tables.iter().map(|table| whole(&table.name, true))),
        Command::Drop(tables) => touches.extend(tables.iter().map(|table| whole(table, true))),
    }
    touches
}

/// The rows that end up changed, and those whose locks end, when a transaction does.
fn finish(database: &Database, transaction: &Transaction, touches: &mut Vec<Touch>) {
    for ((name, number), change) in &transaction.changes {
        let Some(table) = database.table(name) else { continue };
        let old = table.rows.get(number).map(|row| &row.values);
        let values = change.as_ref().or(old);
        touches.push(touch(table, values.map(|values| table.key_of(values)), true));
    }
}

fn touch(table: &Table, key: Option<Str>, write: bool) -> Touch {
    Touch { table: table.name.clone(), key, write, values: Vec::new() }
}

fn whole(table: &str, write: bool) -> Touch {
    Touch { table: table.into(), key: None, write, values: Vec::new() }
}

/// The key of the only row that a condition can hold for, if it says so.
fn pinned(table: &Table, source: usize, condition: Option<&Expression>) -> Option<Str> {
    let condition = condition?;
    let parts: Option<Vec<String>> = table
        .key_columns()
        .map(|at| condition.demands(source, at).map(|value| plain(&table.columns[at].kind.keep(value))))
        .collect();
    parts.filter(|parts| !parts.is_empty()).map(|parts| parts.join(", ").into())
}

fn key_of(table: &Table, change: &Change) -> Option<Str> {
    // A value that must be there only once, or that another may refer to, is a matter of the whole table.
    if table.columns.iter().any(|column| column.unique) {
        return None;
    }
    match change {
        Change::Insert { values, .. } => change.inserted_name(table, values).map(|(_, key)| key),
        Change::Update { condition, set, .. } => {
            let moves = set.iter().any(|(at, _)| table.columns[*at].primary);
            if moves { None } else { pinned(table, 0, condition.as_ref()) }
        }
        Change::Delete { condition, .. } => pinned(table, 0, condition.as_ref()),
    }
}

/// What a statement that the database does not even understand touches.
pub(crate) fn unknown() -> Vec<Touch> {
    vec![whole("", true)]
}

impl Prepared {
    /// Whether it changes rows.
    pub(crate) fn writes(&self) -> bool {
        self.statement.touches.iter().any(|touch| touch.write)
    }
}
