//! Finding the rows that a statement is about.

use std::rc::Rc;

use litemap::LiteMap;

use crate::database::condition::{Expression, order};
use crate::database::parse::Select;
use crate::database::{Database, Dialect, Refusal, Table, Transaction};
use crate::machine::Machine;
use crate::value::Value;

/// The most combinations of rows of several tables that are looked at.
const COMBINATIONS: usize = 10_000_000;

/// A row of each of the tables that a `SELECT` reads.
pub(crate) type Combination = Vec<Rc<[Value]>>;

/// The rows of a table that a condition holds for, with their numbers.
pub(crate) fn matching(
    machine: &Machine,
    database: &Database,
    transaction: &Transaction,
    table: &Table,
    condition: Option<&Expression>,
) -> Vec<(i64, Rc<[Value]>)> {
    let holds = |values: &[Value]| condition.is_none_or(|condition| condition.holds(machine, &[values]));
    let rows = database.rows(transaction, table);
    rows.into_iter().filter(|(_, values)| holds(values)).collect()
}

/// What a `SELECT` finds, in its order, within its limit.
pub(crate) fn found(
    machine: &Machine,
    database: &Database,
    transaction: &Transaction,
    select: &Select,
) -> Result<Vec<Combination>, Refusal> {
    let mut sources = Vec::new();
    for name in &select.sources {
        let table = database.table(name).ok_or_else(|| database.no_table(name))?;
        sources.push(database.rows(transaction, table));
    }
    let mut found = combine(machine, &sources, select.condition.as_ref())?;
    sort(machine, database.dialect, select, &mut found);
    if select.outputs.iter().any(Expression::aggregates) {
        return Ok(found);
    }
    let after = found.into_iter().skip(select.offset);
    Ok(after.take(select.limit.unwrap_or(usize::MAX)).collect())
}

/// Every combination of a row of each table that a condition holds for.
fn combine(
    machine: &Machine,
    sources: &[LiteMap<i64, Rc<[Value]>>],
    condition: Option<&Expression>,
) -> Result<Vec<Combination>, Refusal> {
    let sizes: Vec<usize> = sources.iter().map(LiteMap::len).collect();
    let total = sizes.iter().try_fold(1_usize, |all, &size| all.checked_mul(size));
    let Some(total) = total.filter(|&total| total <= COMBINATIONS) else {
        return Err(Refusal::new("OperationalError", "too many combinations of rows"));
    };
    let rows: Vec<Vec<&Rc<[Value]>>> = sources.iter().map(|source| source.values().collect()).collect();
    let mut found = Vec::new();
    for mut number in 0..total {
        let mut picked = vec![0; rows.len()];
        for (place, &size) in sizes.iter().enumerate().rev() {
            picked[place] = number % size;
            number /= size;
        }
        let combination: Vec<&Rc<[Value]>> = picked.iter().zip(&rows).map(|(&at, rows)| rows[at]).collect();
        let values: Vec<&[Value]> = combination.iter().map(|row| &***row).collect();
        if condition.is_none_or(|condition| condition.holds(machine, &values)) {
            found.push(combination.into_iter().cloned().collect());
        }
    }
    Ok(found)
}

fn sort(machine: &Machine, dialect: Dialect, select: &Select, found: &mut [Combination]) {
    if select.order.is_empty() {
        return;
    }
    let keys = |combination: &Combination| -> Vec<Value> {
        let rows: Vec<&[Value]> = combination.iter().map(|row| &**row).collect();
        select.order.iter().map(|(by, _)| by.value(machine, &rows)).collect()
    };
    found.sort_by_cached_key(|combination| Key {
        values: keys(combination),
        select,
        nothing_last: dialect == Dialect::Postgresql,
    });
}

/// What a row is ordered by.
struct Key<'a> {
    values: Vec<Value>,
    select: &'a Select,
    nothing_last: bool,
}

impl Ord for Key<'_> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let each = self.values.iter().zip(&other.values).zip(&self.select.order);
        let orders = each.map(|((left, right), (_, descending))| {
            let nothing = left.is_none() != right.is_none();
            let ordering = order(left, right);
            let ordering = if nothing && self.nothing_last { ordering.reverse() } else { ordering };
            if *descending { ordering.reverse() } else { ordering }
        });
        orders.fold(std::cmp::Ordering::Equal, std::cmp::Ordering::then)
    }
}

impl PartialOrd for Key<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Key<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Key<'_> {}
