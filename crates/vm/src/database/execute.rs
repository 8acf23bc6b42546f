//! Executing a statement whose turn it is.

use std::rc::Rc;

use crate::database::locks::{deadlocked, waits_for};
use crate::database::parse::{Command, Prepared};
use crate::database::touch::Recorder;
use crate::database::{Dialect, Refusal, Stored, Table, change, select};
use crate::machine::Machine;
use crate::object::Object;
use crate::text::Str;
use crate::value::Value;

/// What a statement gives: rows; or for each change how many rows it changed, followed by the key of a new one.
pub(crate) fn execute(
    machine: &mut Machine,
    prepared: &Prepared,
    recorder: &mut Recorder,
) -> Result<Vec<Vec<Value>>, Refusal> {
    let current = machine.current;
    if let Object::Database(Stored::Transaction(transaction)) = machine.heap.get_mut(prepared.transaction) {
        Rc::make_mut(transaction).thread = current;
    }
    if let Some(refusal) = gave_up(machine, prepared) {
        change::roll_back(machine, prepared);
        return Err(refusal);
    }
    let (database, _) = machine.opened(prepared)?;
    match Command::parse(machine, database, &prepared.spec)? {
        Command::Select(command) => select::run(machine, prepared, &command, recorder),
        Command::Write { changes, commit } => {
            let changed = change::run(machine, prepared, &changes, commit, recorder)?;
            let give = |done: change::Changed| {
                std::iter::once(Value::Int(done.rows as i64)).chain(done.key).collect()
            };
            Ok(changed.into_iter().map(give).collect())
        }
        Command::Rollback => {
            change::roll_back(machine, prepared);
            Ok(Vec::new())
        }
        Command::Create(tables) => {
            create(machine, prepared, tables);
            Ok(Vec::new())
        }
        Command::Drop(names) => {
            drop_tables(machine, prepared, &names);
            Ok(Vec::new())
        }
    }
}

/// What a statement is told that still waits when its time is over.
fn gave_up(machine: &Machine, prepared: &Prepared) -> Option<Refusal> {
    if waits_for(machine, prepared).is_empty() {
        return None;
    }
    let message = match machine.database(prepared.database)?.dialect {
        Dialect::Sqlite => "(sqlite3.OperationalError) database is locked",
        Dialect::Postgresql if deadlocked(machine, prepared) => {
            "(psycopg2.errors.DeadlockDetected) deadlock detected\n"
        }
        Dialect::Postgresql => return None,
    };
    Some(Refusal::new("OperationalError", message))
}

fn create(machine: &mut Machine, prepared: &Prepared, tables: Vec<Table>) {
    let Some(database) = machine.database_mut(prepared.database) else { return };
    for table in tables {
        if database.table(&table.name).is_none() {
            database.tables.push(Rc::new(table));
        }
    }
}

fn drop_tables(machine: &mut Machine, prepared: &Prepared, names: &[Str]) {
    if let Some(database) = machine.database_mut(prepared.database) {
        database.tables.retain(|table| !names.contains(&table.name));
    }
}
