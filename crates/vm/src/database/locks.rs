//! Who must wait for whom: one writer under SQLite's rules, locks on rows under PostgreSQL's.

use std::rc::Rc;

use crate::database::parse::{Command, Lock, Prepared};
use crate::database::query::{found, matching};
use crate::database::touch::row_name;
use crate::database::{COST, Change, Database, Dialect, RowName, Stored, Transaction};
use crate::effect::{Operation, Ready};
use crate::frame::ThreadId;
use crate::machine::Machine;
use crate::native::Gate;
use crate::object::Object;
use crate::value::Id;

/// How long a writer waits for another under SQLite's rules before it gives up, in microseconds.
pub(crate) const BUSY: u64 = 5_000_000;

/// How long a transaction waits for a row before PostgreSQL looks for a deadlock, in microseconds.
pub(crate) const DEADLOCK: u64 = 1_000_000;

/// The transactions, other than one's own, that hold rows.
pub(crate) fn owners<'a>(
    database: &'a Database,
    own: Id,
    rows: impl Iterator<Item = &'a RowName> + 'a,
) -> impl Iterator<Item = Id> + 'a {
    rows.filter_map(move |row| database.locks.get(row).copied().filter(|&owner| owner != own))
}

/// Gives rows to a transaction.
pub(crate) fn hold(machine: &mut Machine, prepared: &Prepared, rows: impl IntoIterator<Item = RowName>) {
    if let Some(database) = machine.database_mut(prepared.database) {
        for row in rows {
            database.locks.insert(row, prepared.transaction);
        }
    }
}

/// Takes from a transaction all that it holds.
pub(crate) fn let_go(database: &mut Database, transaction: Id) {
    if database.writer == Some(transaction) {
        database.writer = None;
    }
    database.locks.retain(|_, owner| *owner != transaction);
}

/// Whether a transaction holds anything.
pub(crate) fn holds(database: &Database, transaction: Id) -> bool {
    database.writer == Some(transaction) || database.locks.values().any(|&owner| owner == transaction)
}

/// The rows that a statement needs for itself, as things stand.
fn needed(
    machine: &Machine,
    database: &Database,
    transaction: &Transaction,
    command: &Command,
) -> Vec<RowName> {
    let mut rows = Vec::new();
    match command {
        Command::Select(select) if select.lock == Lock::Wait => {
            for combination in found(machine, database, transaction, select).unwrap_or_default() {
                let tables = select.sources.iter().filter_map(|name| database.table(name));
                rows.extend(tables.zip(&combination).map(|(table, values)| row_name(table, values)));
            }
        }
        Command::Write { changes, .. } => {
            for change in changes {
                let Some(table) = database.table(change.table()) else { continue };
                match change {
                    Change::Insert { values, .. } => rows.extend(change.inserted_name(table, values)),
                    Change::Update { condition, .. } | Change::Delete { condition, .. } => {
                        let found = matching(machine, database, transaction, table, condition.as_ref());
                        rows.extend(found.iter().map(|(_, values)| row_name(table, values)));
                    }
                }
            }
        }
        _ => {}
    }
    rows
}

/// The transactions that a statement waits for.
pub(crate) fn waits_for(machine: &Machine, prepared: &Prepared) -> Vec<Id> {
    let Ok((database, transaction)) = machine.opened(prepared) else { return Vec::new() };
    match database.dialect {
        Dialect::Sqlite => {
            let other = database.writer.filter(|&writer| writer != prepared.transaction);
            other.filter(|_| prepared.writes()).into_iter().collect()
        }
        Dialect::Postgresql => {
            if database.locks.values().all(|&owner| owner == prepared.transaction) {
                return Vec::new();
            }
            let Ok(command) = Command::parse(machine, database, &prepared.spec) else { return Vec::new() };
            let rows = needed(machine, database, transaction, &command);
            let mut owners: Vec<Id> = owners(database, prepared.transaction, rows.iter()).collect();
            owners.sort();
            owners.dedup();
            owners
        }
    }
}

/// Whether transactions wait for each other in a ring that a statement closes.
pub(crate) fn deadlocked(machine: &Machine, prepared: &Prepared) -> bool {
    let mut seen = Vec::new();
    let mut left = waits_for(machine, prepared);
    while let Some(id) = left.pop() {
        if id == prepared.transaction {
            return true;
        }
        if seen.contains(&id) {
            continue;
        }
        seen.push(id);
        if let Object::Database(Stored::Transaction(transaction)) = machine.heap.get(id)
            && let Some(pending) = machine.pending_statement(transaction.thread)
            && pending.transaction == id
        {
            left.extend(waits_for(machine, &pending));
        }
    }
    false
}

/// What a thread is about to do to a database, and when it can.
pub(crate) fn gate(machine: &Machine, thread: ThreadId, prepared: &Rc<Prepared>) -> Gate {
    let operation = Operation::Database { object: prepared.database, statement: prepared.statement.clone() };
    let since = machine.threads[thread.index()].since;
    let ready = if waits_for(machine, prepared).is_empty() {
        Ready::Now(since.saturating_add(COST))
    } else {
        match machine.database(prepared.database).map(|database| database.dialect) {
            Some(Dialect::Postgresql) if deadlocked(machine, prepared) => {
                Ready::At(since.saturating_add(DEADLOCK))
            }
            Some(Dialect::Postgresql) => Ready::Never,
            _ => Ready::At(since.saturating_add(BUSY)),
        }
    };
    Gate { operation, ready }
}
