//! Databases as a part of the machine's state: what they hold, and what distinguishes one state from another.

use std::rc::Rc;

use crate::database::parse::Prepared;
use crate::database::{Database, Refusal, Stored, Transaction};
use crate::frame::ThreadId;
use crate::hash::Walk;
use crate::machine::Machine;
use crate::object::Object;
use crate::value::{Id, Value};

impl Stored {
    /// Calls `f` with each object that it holds, in a fixed order.
    pub fn each_child(&self, f: &mut dyn FnMut(Id)) {
        let value = |value: &Value, f: &mut dyn FnMut(Id)| value.id().into_iter().for_each(f);
        match self {
            Stored::Database(database) => {
                let rows = database.tables.iter().flat_map(|table| table.rows.values());
                rows.flat_map(|row| row.values.iter()).for_each(|v| value(v, f));
                database.writer.iter().chain(database.locks.values()).for_each(|&id| f(id));
            }
            Stored::Transaction(transaction) => {
                f(transaction.database);
                let rows = transaction.changes.values().flatten();
                rows.flat_map(|values| values.iter()).for_each(|v| value(v, f));
            }
            Stored::Statement(prepared) => {
                f(prepared.transaction);
                f(prepared.database);
                value(&prepared.spec, f);
            }
        }
    }
}

impl Walk<'_> {
    /// Hashes all of it that a program can notice: not who wrote a row last.
    pub(crate) fn stored(&mut self, stored: &Stored) {
        match stored {
            Stored::Database(database) => self.database(database),
            Stored::Transaction(transaction) => {
                self.id(transaction.database);
                self.thread(transaction.thread);
                self.number(transaction.changes.len() as u64);
                for ((table, number), change) in &transaction.changes {
                    self.text(table);
                    self.number(*number as u64);
                    self.values(change.iter().flat_map(|values| values.iter()));
                }
            }
            Stored::Statement(prepared) => {
                self.text(&prepared.statement.text);
                self.id(prepared.transaction);
                self.value(&prepared.spec);
            }
        }
    }

    fn database(&mut self, database: &Database) {
        self.text(&database.url);
        self.number(database.tables.len() as u64);
        for table in &database.tables {
            self.text(&table.name);
            self.number(table.serial as u64);
            self.number(table.rows.len() as u64);
            for (number, row) in &table.rows {
                self.number(*number as u64);
                self.values(row.values.iter());
            }
        }
        self.number(u64::from(database.writer.is_some()));
        database.writer.iter().for_each(|&id| self.id(id));
        self.number(database.locks.len() as u64);
        for ((table, key), &owner) in &database.locks {
            self.text(table);
            self.text(key);
            self.id(owner);
        }
    }
}

impl Machine {
    /// A database.
    pub fn database(&self, id: Id) -> Option<&Database> {
        match self.heap.get(id) {
            Object::Database(Stored::Database(database)) => Some(database),
            _ => None,
        }
    }

    pub(crate) fn database_mut(&mut self, id: Id) -> Option<&mut Database> {
        match self.heap.get_mut(id) {
            Object::Database(Stored::Database(database)) => Some(Rc::make_mut(database)),
            _ => None,
        }
    }

    pub(crate) fn transaction(&self, id: Id) -> Option<&Transaction> {
        match self.heap.get(id) {
            Object::Database(Stored::Transaction(transaction)) => Some(transaction),
            _ => None,
        }
    }

    /// The database and the transaction of a statement.
    pub(crate) fn opened(&self, prepared: &Prepared) -> Result<(&Database, &Transaction), Refusal> {
        match (self.database(prepared.database), self.transaction(prepared.transaction)) {
            (Some(database), Some(transaction)) => Ok((database, transaction)),
            _ => Err(Refusal::new("InvalidRequestError", "not a transaction of a database")),
        }
    }

    /// The statement that a thread is about to execute.
    pub(crate) fn pending_statement(&self, thread: ThreadId) -> Option<Rc<Prepared>> {
        self.pending_call(thread, |args| {
            args.values.iter().find_map(|value| match self.as_object(value) {
                Some(Object::Database(Stored::Statement(prepared))) => Some(prepared.clone()),
                _ => None,
            })
        })
    }
}
