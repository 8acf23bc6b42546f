//! Databases for those who look at a machine.

use crate::database::{Database, Dialect, Stored, plain};
use crate::frame::ThreadId;
use crate::machine::Machine;
use crate::object::Object;
use crate::text::Str;
use crate::value::Id;

/// A database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatabaseView {
    /// The object that operations and effects name.
    pub object: Id,
    /// What `create_engine` was given.
    pub url: Str,
    /// Its rules.
    pub dialect: Dialect,
    /// The tables, in the order in which they were created.
    pub tables: Vec<TableView>,
    /// Under SQLite's rules: who has changed something and not yet committed it, and keeps others from writing.
    pub writer: Option<ThreadId>,
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableView {
    /// Its name.
    pub name: Str,
    /// The names of its columns.
    pub columns: Vec<Str>,
    /// The committed rows, in the order in which they are read.
    pub rows: Vec<RowView>,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowView {
    /// The primary key, as [`crate::effect::Touch`] has it.
    pub key: Str,
    /// The values, as `str` gives them.
    pub values: Vec<Str>,
    /// Who committed it last.
    pub writer: ThreadId,
    /// Who holds the row's lock.
    pub locked_by: Option<ThreadId>,
}

impl Machine {
    /// The databases that there are, in the order of their making.
    pub fn databases(&self) -> Vec<DatabaseView> {
        let all = (0..self.heap.places() as u32).map(Id);
        all.filter_map(|id| self.database(id).map(|database| self.view(id, database))).collect()
    }

    fn view(&self, object: Id, database: &Database) -> DatabaseView {
        let tables = database.tables.iter().map(|table| {
            let rows = table.rows.values().map(|row| {
                let key = table.key_of(&row.values);
                let owner = database.locks.get(&(table.name.clone(), key.clone()));
                RowView {
                    values: row.values.iter().map(|value| plain(value).into()).collect(),
                    writer: row.writer,
                    locked_by: owner.and_then(|&owner| self.thread_of(owner)),
                    key,
                }
            });
            TableView {
                name: table.name.clone(),
                columns: table.columns.iter().map(|column| column.name.clone()).collect(),
                rows: rows.collect(),
            }
        });
        DatabaseView {
            object,
            url: database.url.clone(),
            dialect: database.dialect,
            tables: tables.collect(),
            writer: database.writer.and_then(|id| self.thread_of(id)),
        }
    }

    /// The threads that hold what a thread's next statement waits for.
    pub fn statement_waits_for(&self, thread: ThreadId) -> Vec<ThreadId> {
        let Some(prepared) = self.pending_statement(thread) else { return Vec::new() };
        let owners = crate::database::locks::waits_for(self, &prepared);
        owners.into_iter().filter_map(|id| self.thread_of(id)).collect()
    }

    fn thread_of(&self, transaction: Id) -> Option<ThreadId> {
        match self.heap.get(transaction) {
            Object::Database(Stored::Transaction(transaction)) => Some(transaction.thread),
            _ => None,
        }
    }
}
