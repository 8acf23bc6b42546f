//! Executing `INSERT`, `UPDATE`, `DELETE`, `COMMIT` and `ROLLBACK`.

use std::rc::Rc;

use crate::database::condition::Expression;
use crate::database::locks::let_go;
use crate::database::parse::Prepared;
use crate::database::query::matching;
use crate::database::refuse::{not_null, not_unique};
use crate::database::touch::{Recorder, row_name};
use crate::database::{Database, Dialect, Refusal, Row, RowName, Stored, Table, Transaction};
use crate::machine::Machine;
use crate::object::Object;
use crate::text::Str;
use crate::value::Value;

/// A change of a table.
#[derive(Clone, Debug)]
pub(crate) enum Change {
    /// A new row: values by column.
    Insert { table: Str, values: Vec<(usize, Value)> },
    /// New values for the rows that a condition holds for. `one` says that it must be exactly one.
    Update { table: Str, condition: Option<Expression>, set: Vec<(usize, Expression)>, one: bool },
    /// No more of the rows that a condition holds for.
    Delete { table: Str, condition: Option<Expression>, one: bool },
}

/// What a change came to: how many rows were changed, and the key of a new one.
pub(crate) struct Changed {
    pub(crate) rows: usize,
    pub(crate) key: Vec<Value>,
}

impl Change {
    pub(crate) fn table(&self) -> &Str {
        match self {
            Change::Insert { table, .. } | Change::Update { table, .. } | Change::Delete { table, .. } => {
                table
            }
        }
    }

    /// The name of a new row, if its key is given.
    pub(crate) fn inserted_name(&self, table: &Table, values: &[(usize, Value)]) -> Option<RowName> {
        let row = laid_out(table, values);
        let known = table.key_columns().all(|at| !row[at].is_none());
        known.then(|| row_name(table, &row))
    }
}

/// The values of a new row in the order of the columns, as they are kept.
fn laid_out(table: &Table, values: &[(usize, Value)]) -> Vec<Value> {
    let mut row = vec![Value::None; table.columns.len()];
    for (at, value) in values {
        row[*at] = table.columns[*at].kind.keep(value);
    }
    row
}

/// A transaction at work: what it changes is kept apart until all of it is known to be possible.
struct Work<'a> {
    machine: &'a Machine,
    id: crate::value::Id,
    database: Database,
    transaction: Transaction,
}

/// Makes changes, and then perhaps commits them with all that was changed before. If one is refused, all is undone.
pub(crate) fn run(
    machine: &mut Machine,
    prepared: &Prepared,
    changes: &[Change],
    commit: bool,
    recorder: &mut Recorder,
) -> Result<Vec<Changed>, Refusal> {
    let (database, transaction) = machine.opened(prepared)?;
    let (database, transaction) = (database.clone(), transaction.clone());
    let mut work = Work { machine, id: prepared.transaction, database, transaction };
    let made = changes.iter().map(|change| work.change(change, recorder)).collect::<Result<Vec<_>, _>>();
    match &made {
        Ok(_) if commit => work.commit(recorder),
        Ok(_) => {}
        Err(_) => work.undo(),
    }
    let Work { database, transaction, .. } = work;
    store(machine, prepared, database, transaction);
    made
}

/// `ROLLBACK`
pub(crate) fn roll_back(machine: &mut Machine, prepared: &Prepared) {
    let Ok((database, transaction)) = machine.opened(prepared) else { return };
    let (database, transaction) = (database.clone(), transaction.clone());
    let mut work = Work { machine, id: prepared.transaction, database, transaction };
    work.undo();
    let Work { database, transaction, .. } = work;
    store(machine, prepared, database, transaction);
}

fn store(machine: &mut Machine, prepared: &Prepared, database: Database, transaction: Transaction) {
    *machine.heap.get_mut(prepared.database) = Object::Database(Stored::Database(Rc::new(database)));
    *machine.heap.get_mut(prepared.transaction) = Object::Database(Stored::Transaction(Rc::new(transaction)));
}

impl Work<'_> {
    fn table(&self, name: &str) -> Result<&Table, Refusal> {
        self.database.table(name).ok_or_else(|| self.database.no_table(name))
    }

    fn change(&mut self, change: &Change, recorder: &mut Recorder) -> Result<Changed, Refusal> {
        match self.database.dialect {
            Dialect::Sqlite => self.database.writer = Some(self.id),
            Dialect::Postgresql => {}
        }
        match change {
            Change::Insert { table, values } => self.insert(table, values, recorder),
            Change::Update { table, condition, set, one } => {
                let rows = self.update(table, condition.as_ref(), set, recorder)?;
                self.expect(*one, rows, "UPDATE", "update", table)
            }
            Change::Delete { table, condition, one } => {
                let rows = self.delete(table, condition.as_ref(), recorder)?;
                self.expect(*one, rows, "DELETE", "delete", table)
            }
        }
    }

    fn expect(
        &self,
        one: bool,
        rows: usize,
        what: &str,
        verb: &str,
        table: &str,
    ) -> Result<Changed, Refusal> {
        if one && rows != 1 {
            let message = format!(
                "{what} statement on table '{table}' expected to {verb} 1 row(s); {rows} were matched."
            );
            return Err(Refusal::new("StaleDataError", message));
        }
        Ok(Changed { rows, key: Vec::new() })
    }

    fn lock(&mut self, row: RowName) {
        if self.database.dialect == Dialect::Postgresql {
            self.database.locks.insert(row, self.id);
        }
    }

    fn insert(
        &mut self,
        name: &Str,
        values: &[(usize, Value)],
        recorder: &mut Recorder,
    ) -> Result<Changed, Refusal> {
        let table = self.table(name)?;
        let mut row = laid_out(table, values);
        let rows = self.database.rows(&self.transaction, table);
        let numbering = table.numbering();
        let given = numbering.and_then(|at| crate::numbers::to_small(&row[at]));
        let next = match self.database.dialect {
            Dialect::Sqlite => rows.keys().next_back().map_or(1, |last| last + 1),
            Dialect::Postgresql => table.serial + 1,
        };
        let number = given.unwrap_or(next);
        if let Some(at) = numbering {
            row[at] = Value::Int(number);
        }
        self.check(table, &row, None)?;
        let key: Vec<Value> = table.key_columns().map(|at| row[at].clone()).collect();
        let named = row_name(table, &row);
        recorder.row(table, &row, true);
        if given.is_none()
            && let Some(table) = self.database.table_mut(name)
        {
            table.serial = table.serial.max(number);
        }
        self.lock(named);
        self.transaction.changes.insert((name.clone(), number), Some(row.into()));
        Ok(Changed { rows: 1, key })
    }

    /// Whether a row can be in its table: no `None` where there must be a value, no value twice where once is all.
    fn check(&self, table: &Table, row: &[Value], number: Option<i64>) -> Result<(), Refusal> {
        for (column, value) in table.columns.iter().zip(row) {
            if value.is_none() && (column.primary || !column.nullable) {
                return Err(not_null(self.database.dialect, table, &column.name));
            }
        }
        let keys: Vec<usize> = table.key_columns().collect();
        let uniques = (0..table.columns.len()).filter(|&at| table.columns[at].unique).map(|at| vec![at]);
        let groups: Vec<Vec<usize>> = std::iter::once(keys).chain(uniques).collect();
        for (other, values) in self.database.rows(&self.transaction, table) {
            let same = |at: &usize| self.machine.equal(&values[*at], &row[*at]) == Some(true);
            if let Some(group) = groups.iter().find(|group| Some(other) != number && group.iter().all(same)) {
                return Err(not_unique(self.database.dialect, table, group, row));
            }
        }
        Ok(())
    }

    fn update(
        &mut self,
        name: &Str,
        condition: Option<&Expression>,
        set: &[(usize, Expression)],
        recorder: &mut Recorder,
    ) -> Result<usize, Refusal> {
        let table = self.table(name)?;
        let rows = matching(self.machine, &self.database, &self.transaction, table, condition);
        let count = rows.len();
        let mut changed = Vec::new();
        for (number, old) in rows {
            let mut new = old.to_vec();
            for (at, value) in set {
                new[*at] = table.columns[*at].kind.keep(&value.value(self.machine, &[&old]));
            }
            self.check(table, &new, Some(number))?;
            recorder.row(table, &new, true);
            changed.push((row_name(table, &old), number, new));
        }
        for (named, number, new) in changed {
            self.lock(named);
            self.transaction.changes.insert((name.clone(), number), Some(new.into()));
        }
        Ok(count)
    }

    fn delete(
        &mut self,
        name: &Str,
        condition: Option<&Expression>,
        recorder: &mut Recorder,
    ) -> Result<usize, Refusal> {
        let table = self.table(name)?;
        let rows = matching(self.machine, &self.database, &self.transaction, table, condition);
        let names: Vec<RowName> = rows.iter().map(|(_, values)| row_name(table, values)).collect();
        rows.iter().for_each(|(_, values)| recorder.row(table, values, true));
        for ((number, _), named) in rows.iter().zip(names) {
            self.lock(named);
            self.transaction.changes.insert((name.clone(), *number), None);
        }
        Ok(rows.len())
    }

    fn commit(&mut self, recorder: &mut Recorder) {
        let changes = std::mem::take(&mut self.transaction.changes);
        let writer = self.transaction.thread;
        for ((name, number), change) in changes {
            let Some(table) = self.database.table_mut(&name) else { continue };
            if let Some(values) = &change {
                recorder.row(table, values, true);
            }
            match change {
                Some(values) => table.rows.insert(number, Row { values, writer }),
                None => table.rows.remove(&number),
            };
        }
        let_go(&mut self.database, self.id);
    }

    fn undo(&mut self) {
        self.transaction.changes.clear();
        let_go(&mut self.database, self.id);
    }
}
