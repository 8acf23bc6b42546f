//! The tables of the program's databases.

use interleave_vm::DatabaseView;

use super::mark::Mark;
use super::number::number;
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
                    from: None,
                });
                (cells.collect(), Mark::author(row.writer))
            };
            let is_number = |column: usize| {
                let mut values = table.rows.iter().map(|row| number(&row.values[column]));
                values.all(|value| value.is_some())
            };
            let columns = table.columns.iter().enumerate();
            let mut rows: Vec<_> = table.rows.iter().map(row).collect();
            (0..table.columns.len()).for_each(|column| move_amounts(&mut rows, column));
            TableView {
                name: table.name.to_string(),
                columns: columns.map(|(index, name)| (name.to_string(), is_number(index))).collect(),
                rows,
            }
        })
        .collect()
}

/// Where a step took from one row of a column just what it added to another, it went from the one to the other.
fn move_amounts(rows: &mut [(Vec<Cell>, Mark)], column: usize) {
    let changed: Vec<(usize, String)> = rows
        .iter()
        .enumerate()
        .filter_map(|(place, (cells, _))| Some((place, cells[column].difference.clone()?)))
        .collect();
    let [(one, first), (other, second)] = &changed[..] else { return };
    let amount = |text: &str, sign| text.strip_prefix(sign).map(str::to_string);
    let (payer, payee) =
        match (amount(first, '−').zip(amount(second, '+')), amount(first, '+').zip(amount(second, '−'))) {
            (Some((less, more)), _) if less == more => (*one, *other),
            (_, Some((more, less))) if less == more => (*other, *one),
            _ => return,
        };
    rows[payee].0[column].from = Some(payer as i32 - payee as i32);
}

impl TableView {
    /// The numbers in a column, which is named with the table: `account.balance`.
    pub fn numbers(&self, path: &str) -> Vec<f64> {
        let column = path.strip_prefix(&self.name).and_then(|rest| rest.strip_prefix('.'));
        let index = column.and_then(|column| self.columns.iter().position(|(name, _)| name == column));
        let Some(index) = index else { return Vec::new() };
        self.rows.iter().filter_map(|(cells, _)| number(&cells[index].text)).collect()
    }
}

#[cfg(test)]
mod tests {
    use interleave_vm::ThreadId;

    use super::*;

    fn moved(differences: &[Option<&str>]) -> Vec<Option<i32>> {
        let cell = |difference: &Option<&str>| Cell {
            text: String::new(),
            changed: true,
            difference: difference.map(String::from),
            from: None,
        };
        let mark = Mark::author(ThreadId::MAIN);
        let mut rows: Vec<_> = differences.iter().map(|difference| (vec![cell(difference)], mark)).collect();
        move_amounts(&mut rows, 0);
        rows.into_iter().map(|(cells, _)| cells[0].from).collect()
    }

    #[test]
    fn an_amount_goes_from_one_row_to_another() {
        assert_eq!(moved(&[Some("−10"), None, Some("+10")]), [None, None, Some(-2)]);
        assert_eq!(moved(&[Some("+10"), Some("−10"), None]), [Some(1), None, None]);
        assert_eq!(moved(&[Some("−10"), Some("+20")]), [None, None]);
        assert_eq!(moved(&[Some("−10"), Some("+10"), Some("+10")]), [None, None, None]);
    }
}
