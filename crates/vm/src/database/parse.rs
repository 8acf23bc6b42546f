//! Statements, read from the tuples that the Python part makes of them.

use std::rc::Rc;

use litemap::LiteMap;

use crate::database::condition::Expression;
use crate::database::{Change, Column, Database, Kind, Refusal, Table};
use crate::effect::Statement;
use crate::machine::Machine;
use crate::numbers;
use crate::text::Str;
use crate::value::{Id, Value};

/// A statement that is about to be executed, in the transaction that will.
#[derive(Clone, Debug)]
pub struct Prepared {
    /// The transaction.
    pub(crate) transaction: Id,
    /// The database.
    pub(crate) database: Id,
    /// Its text, and what it will read and write.
    pub(crate) statement: Rc<Statement>,
    /// What [`Command::parse`] reads.
    pub(crate) spec: Value,
}

/// What a statement does.
#[derive(Clone, Debug)]
pub(crate) enum Command {
    Select(Select),
    /// Changes, and then perhaps a commit: nobody sees anything between them.
    Write {
        changes: Vec<Change>,
        commit: bool,
    },
    Rollback,
    Create(Vec<Table>),
    Drop(Vec<Str>),
}

/// `SELECT`
#[derive(Clone, Debug)]
pub(crate) struct Select {
    pub(crate) sources: Vec<Str>,
    pub(crate) outputs: Vec<Expression>,
    pub(crate) condition: Option<Expression>,
    /// Each with whether the order is descending.
    pub(crate) order: Vec<(Expression, bool)>,
    pub(crate) limit: Option<usize>,
    pub(crate) offset: usize,
    pub(crate) lock: Lock,
}

/// Whether rows are selected `FOR UPDATE`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lock {
    No,
    Wait,
    NoWait,
    Skip,
}

impl Command {
    /// Reads a statement.
    pub(crate) fn parse(machine: &Machine, database: &Database, spec: &Value) -> Result<Command, Refusal> {
        let parser = Parser { machine, database };
        let items = parser.items(spec)?;
        let at = |place: usize| items.get(place).unwrap_or(&Value::None);
        match at(0).as_str().map_or("", Str::as_str) {
            "select" => Ok(Command::Select(parser.select(&items[1..])?)),
            "write" => {
                let changes = parser.items(at(1))?;
                let changes = changes.iter().map(|change| parser.change(change)).collect::<Result<_, _>>()?;
                Ok(Command::Write { changes, commit: matches!(at(2), Value::Bool(true)) })
            }
            "rollback" => Ok(Command::Rollback),
            "create" => {
                let tables = parser.items(at(1))?;
                Ok(Command::Create(tables.iter().map(|table| parser.table(table)).collect::<Result<_, _>>()?))
            }
            "drop" => Ok(Command::Drop(parser.items(at(1))?.iter().map(text).collect())),
            _ => Err(wrong()),
        }
    }
}

struct Parser<'a> {
    machine: &'a Machine,
    database: &'a Database,
}

fn wrong() -> Refusal {
    Refusal::new("ArgumentError", "not a statement")
}

fn text(value: &Value) -> Str {
    value.as_str().cloned().unwrap_or_default()
}

impl Parser<'_> {
    fn items(&self, value: &Value) -> Result<Vec<Value>, Refusal> {
        self.machine.native_items(value).ok_or_else(wrong)
    }

    fn source(&self, name: &Value) -> Result<&Table, Refusal> {
        let name = text(name);
        self.database.table(&name).ok_or_else(|| self.database.no_table(&name))
    }

    fn condition(&self, spec: &Value, sources: &[&Table]) -> Result<Option<Expression>, Refusal> {
        if spec.is_none() {
            return Ok(None);
        }
        Expression::parse(self.machine, spec, sources).map(Some)
    }

    /// `(tables, outputs, condition, order, limit, offset, lock)`
    fn select(&self, items: &[Value]) -> Result<Select, Refusal> {
        let [tables, outputs, condition, order, limit, offset, lock] = items else { return Err(wrong()) };
        let names = self.items(tables)?;
        let sources = names.iter().map(|name| self.source(name)).collect::<Result<Vec<_>, _>>()?;
        let parse = |spec: &Value| Expression::parse(self.machine, spec, &sources);
        let order = self.items(order)?.into_iter().map(|spec| {
            let pair = self.items(&spec)?;
            let [of, descending] = &*pair else { return Err(wrong()) };
            Ok((parse(of)?, matches!(descending, Value::Bool(true))))
        });
        Ok(Select {
            outputs: self.items(outputs)?.iter().map(parse).collect::<Result<_, _>>()?,
            condition: self.condition(condition, &sources)?,
            order: order.collect::<Result<_, _>>()?,
            limit: numbers::to_small(limit).map(|limit| limit.max(0) as usize),
            offset: numbers::to_small(offset).unwrap_or(0).max(0) as usize,
            lock: match lock.as_str().map_or("", Str::as_str) {
                "wait" => Lock::Wait,
                "nowait" => Lock::NoWait,
                "skip" => Lock::Skip,
                _ => Lock::No,
            },
            sources: names.iter().map(text).collect(),
        })
    }

    /// `("insert", table, names, values)`, `("update", table, condition, names, expressions, one)` or
    /// `("delete", table, condition, one)`; `one` says that exactly one row must be there.
    fn change(&self, spec: &Value) -> Result<Change, Refusal> {
        let items = self.items(spec)?;
        let at = |place: usize| items.get(place).unwrap_or(&Value::None);
        let table = self.source(at(1))?;
        let columns = |names: &Value| -> Result<Vec<usize>, Refusal> {
            let names = self.items(names)?;
            names.iter().map(|name| table.column(&text(name)).ok_or_else(wrong)).collect()
        };
        let name = table.name.clone();
        match at(0).as_str().map_or("", Str::as_str) {
            "insert" => {
                let values = columns(at(2))?.into_iter().zip(self.items(at(3))?).collect();
                Ok(Change::Insert { table: name, values })
            }
            "update" => {
                let parse = |spec: &Value| Expression::parse(self.machine, spec, &[table]);
                let values = self.items(at(4))?.iter().map(parse).collect::<Result<Vec<_>, _>>()?;
                let set = columns(at(3))?.into_iter().zip(values).collect();
                let one = matches!(at(5), Value::Bool(true));
                Ok(Change::Update { table: name, condition: self.condition(at(2), &[table])?, set, one })
            }
            "delete" => {
                let one = matches!(at(3), Value::Bool(true));
                Ok(Change::Delete { table: name, condition: self.condition(at(2), &[table])?, one })
            }
            _ => Err(wrong()),
        }
    }

    /// `(name, ((name, kind, nullable, primary, unique), ...))`
    fn table(&self, spec: &Value) -> Result<Table, Refusal> {
        let items = self.items(spec)?;
        let [name, columns] = &*items else { return Err(wrong()) };
        let columns = self.items(columns)?.into_iter().map(|spec| {
            let items = self.items(&spec)?;
            let [name, kind, nullable, primary, unique] = &*items else { return Err(wrong()) };
            let is = |flag: &Value| matches!(flag, Value::Bool(true));
            let kind = match kind.as_str().map_or("", Str::as_str) {
                "INTEGER" => Kind::Integer,
                "FLOAT" => Kind::Float,
                "VARCHAR" => Kind::Text,
                "BOOLEAN" => Kind::Boolean,
                _ => Kind::Any,
            };
            let (nullable, primary, unique) = (is(nullable), is(primary), is(unique));
            Ok(Column { name: text(name), kind, nullable, primary, unique })
        });
        let columns = columns.collect::<Result<_, _>>()?;
        Ok(Table { name: text(name), columns, rows: LiteMap::new(), serial: 0 })
    }
}
