//! Executing `SELECT`.

use crate::database::locks::{hold, owners};
use crate::database::parse::{Lock, Prepared, Select};
use crate::database::query::{Combination, found};
use crate::database::touch::{Recorder, row_name};
use crate::database::{Dialect, Refusal};
use crate::machine::Machine;
use crate::value::Value;

/// The rows that a `SELECT` gives, and what it read.
pub(crate) fn run(
    machine: &mut Machine,
    prepared: &Prepared,
    select: &Select,
    recorder: &mut Recorder,
) -> Result<Vec<Vec<Value>>, Refusal> {
    let (database, transaction) = machine.opened(prepared)?;
    let mut rows = found(machine, database, transaction, select)?;
    if database.dialect == Dialect::Postgresql && select.lock != Lock::No {
        let names = |combination: &Combination| -> Vec<_> {
            let tables = select.sources.iter().filter_map(|name| database.table(name));
            tables.zip(combination).map(|(table, values)| row_name(table, values)).collect()
        };
        if select.lock == Lock::Skip {
            let free = |row: &Combination| {
                owners(database, prepared.transaction, names(row).iter()).next().is_none()
            };
            rows.retain(free);
        }
        let wanted: Vec<_> = rows.iter().flat_map(names).collect();
        if owners(database, prepared.transaction, wanted.iter()).next().is_some() {
            let table = &select.sources[0];
            return Err(Refusal::new(
                "OperationalError",
                format!(
                    "(psycopg2.errors.LockNotAvailable) could not obtain lock on row in relation \"{table}\"\n"
                ),
            ));
        }
        hold(machine, prepared, wanted);
    }
    let (database, _) = machine.opened(prepared)?;
    for combination in &rows {
        for (values, name) in combination.iter().zip(&select.sources) {
            if let Some(table) = database.table(name) {
                recorder.row(table, values, false);
            }
        }
    }
    Ok(outputs(machine, select, &rows))
}

fn outputs(machine: &Machine, select: &Select, rows: &[Combination]) -> Vec<Vec<Value>> {
    let borrowed =
        |row: &Combination| -> Vec<Vec<Value>> { row.iter().map(|values| values.to_vec()).collect() };
    if select.outputs.iter().any(|output| output.aggregates()) {
        let all: Vec<Vec<&[Value]>> =
            rows.iter().map(|row| row.iter().map(|values| &**values).collect()).collect();
        return vec![select.outputs.iter().map(|output| output.over(machine, &all)).collect()];
    }
    let give = |row: &Combination| {
        let values = borrowed(row);
        let values: Vec<&[Value]> = values.iter().map(|values| &**values).collect();
        select.outputs.iter().map(|output| output.value(machine, &values)).collect()
    };
    rows.iter().map(give).collect()
}
