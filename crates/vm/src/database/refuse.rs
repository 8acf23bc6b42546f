//! What the engines say of a row that breaks a rule of its table.

use crate::database::{Dialect, Refusal, Table, plain};
use crate::value::Value;

/// There is no value where there must be one.
pub(crate) fn not_null(dialect: Dialect, table: &Table, column: &str) -> Refusal {
    let name = &table.name;
    let message = match dialect {
        Dialect::Sqlite => format!("(sqlite3.IntegrityError) NOT NULL constraint failed: {name}.{column}"),
        Dialect::Postgresql => format!(
            "(psycopg2.errors.NotNullViolation) null value in column \"{column}\" of relation \"{name}\" violates \
             not-null constraint\n"
        ),
    };
    Refusal::new("IntegrityError", message)
}

/// Another row has the same values where no two may.
pub(crate) fn not_unique(dialect: Dialect, table: &Table, group: &[usize], row: &[Value]) -> Refusal {
    let name = &table.name;
    let names: Vec<&str> = group.iter().map(|&at| table.columns[at].name.as_str()).collect();
    let message = match dialect {
        Dialect::Sqlite => {
            let full: Vec<String> = names.iter().map(|column| format!("{name}.{column}")).collect();
            format!("(sqlite3.IntegrityError) UNIQUE constraint failed: {}", full.join(", "))
        }
        Dialect::Postgresql => {
            let values: Vec<String> = group.iter().map(|&at| plain(&row[at])).collect();
            let primary = table.columns[group[0]].primary;
            let constraint =
                if primary { format!("{name}_pkey") } else { format!("{name}_{}_key", names[0]) };
            format!(
                "(psycopg2.errors.UniqueViolation) duplicate key value violates unique constraint \
                 \"{constraint}\"\nDETAIL:  Key ({})=({}) already exists.\n",
                names.join(", "),
                values.join(", ")
            )
        }
    };
    Refusal::new("IntegrityError", message)
}
