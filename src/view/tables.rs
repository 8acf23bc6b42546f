//! The tables of the program's databases.

use interleave_vm::DatabaseView;

use super::mark::Mark;
use super::shared::{Cell, difference};

/// A table of a database.
#[derive(Clone, Debug, PartialEq)]
pub struct TableView {
    /// Its name.
    pub name: String,
    /// The names of its columns, and whether they hold numbers.
    pub columns: Vec<(String, bool)>,
    /// Its committed rows, each with the thread that committed it last.
    pub rows: Vec<(Vec<Cell>, Mark)>,
}

/// The tables, where `before` is what the databases were before a step that wrote to them.
pub fn tables_view(databases: &[DatabaseView], before: Option<&[DatabaseView]>) -> Vec<TableView> {
    let tables =
        databases.iter().flat_map(|database| database.tables.iter().map(move |table| (database, table)));
    tables
        .map(|(database, table)| {
            let old = before.map(|before| {
                let same = before.iter().find(|old| old.object == database.object);
                same.and_then(|old| old.tables.iter().find(|old| old.name == table.name))
            });
            let row = |row: &interleave_vm::RowView| {
                let old = old.map(|old| old.and_then(|old| old.rows.iter().find(|old| old.key == row.key)));
                let cells = row.values.iter().enumerate().map(|(column, value)| Cell {
                    text: value.to_string(),
                    changed: old.is_some_and(|old| old.is_none_or(|old| old.values[column] != *value)),
                    difference: old.flatten().and_then(|old| difference(&old.values[column], value)),
                });
                (cells.collect(), Mark::author(row.writer))
            };
            let is_number = |column: usize| {
                let mut values = table.rows.iter().map(|row| row.values[column].parse::<f64>());
                values.all(|value| value.is_ok())
            };
            let columns = table.columns.iter().enumerate();
            TableView {
                name: table.name.to_string(),
                columns: columns.map(|(index, name)| (name.to_string(), is_number(index))).collect(),
                rows: table.rows.iter().map(row).collect(),
            }
        })
        .collect()
}

impl TableView {
    /// The numbers in a column, which is named with the table: `account.balance`.
    pub fn numbers(&self, path: &str) -> Vec<f64> {
        let column = path.strip_prefix(&self.name).and_then(|rest| rest.strip_prefix('.'));
        let index = column.and_then(|column| self.columns.iter().position(|(name, _)| name == column));
        let Some(index) = index else { return Vec::new() };
        self.rows.iter().filter_map(|(cells, _)| cells[index].text.parse().ok()).collect()
    }
}
