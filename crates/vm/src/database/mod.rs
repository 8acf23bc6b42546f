//! The databases of a program: tables in memory, with the rules of the engine that their URL names.
//!
//! A database, a transaction and a statement are objects of the heap, so that they are part of the machine's state.
//! What a statement does is in [`select`] and [`change`]; who must wait for whom is in [`locks`].

mod change;
mod condition;
mod execute;
mod locks;
mod parse;
mod query;
mod reach;
mod read;
mod refuse;
mod select;
mod state;
mod touch;
mod view;

use std::rc::Rc;

use litemap::LiteMap;

use crate::effect::Statement;
use crate::frame::ThreadId;
use crate::natives::numerals::read_decimal;
use crate::text::Str;
use crate::value::{Id, Value};

pub(crate) use change::Change;
pub(crate) use execute::execute;
pub(crate) use locks::{gate, holds};
pub(crate) use parse::Command;
pub use parse::Prepared;
pub(crate) use touch::{Recorder, foreseen, unknown};
pub use view::{DatabaseView, RowView, TableView};

/// How long a statement takes, in microseconds of virtual time: a round trip to a database nearby.
pub(crate) const COST: u64 = 1_000;

/// An object that a program's use of a database is made of.
#[derive(Clone, Debug)]
pub enum Stored {
    /// The tables, shared by all sessions of an engine.
    Database(Rc<Database>),
    /// What one session changed and did not yet commit.
    Transaction(Rc<Transaction>),
    /// A statement that is about to be executed.
    Statement(Rc<Prepared>),
}

/// The rules that a database follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// Reads see what is committed, one transaction writes at a time, `FOR UPDATE` means nothing.
    Sqlite,
    /// READ COMMITTED; a row that a transaction changed or selected `FOR UPDATE` is locked to the transaction's end.
    Postgresql,
}

/// A database, as it is committed.
#[derive(Clone, Debug)]
pub struct Database {
    /// What `create_engine` was given.
    pub url: Str,
    /// Its rules.
    pub dialect: Dialect,
    /// The tables, in the order in which they were created.
    pub tables: Vec<Rc<Table>>,
    /// Under [`Dialect::Sqlite`]: the transaction that writes.
    pub writer: Option<Id>,
    /// Under [`Dialect::Postgresql`]: the transactions that hold rows, by table and key.
    pub locks: LiteMap<RowName, Id>,
}

/// A row's table and primary key, as text.
pub type RowName = (Str, Str);

/// A table.
#[derive(Clone, Debug)]
pub struct Table {
    /// Its name.
    pub name: Str,
    /// Its columns.
    pub columns: Vec<Column>,
    /// The rows, by a number that says in which order they are read: the primary key if that is one integer.
    pub rows: LiteMap<i64, Row>,
    /// The last number given out under [`Dialect::Postgresql`], which is never given out again.
    pub serial: i64,
}

/// A column of a table.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its name.
    pub name: Str,
    /// What it keeps.
    pub kind: Kind,
    /// Whether it can be `None`.
    pub nullable: bool,
    /// Whether it is part of the primary key.
    pub primary: bool,
    /// Whether no two rows may have the same value.
    pub unique: bool,
}

/// What a column keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Kind {
    Integer,
    Float,
    Text,
    Boolean,
    Any,
}

/// A row, as it is committed.
#[derive(Clone, Debug)]
pub struct Row {
    /// A value for each column.
    pub values: Rc<[Value]>,
    /// Who committed it last. Nothing that a program does depends on it.
    pub writer: ThreadId,
}

/// What one session changed and did not yet commit.
#[derive(Clone, Debug)]
pub struct Transaction {
    /// The database.
    pub database: Id,
    /// The thread that used it last.
    pub thread: ThreadId,
    /// Rows by table and number: as they will be, or none where they will be gone.
    pub changes: LiteMap<(Str, i64), Option<Rc<[Value]>>>,
}

/// Why a database refused a statement.
#[derive(Clone, Debug)]
pub(crate) struct Refusal {
    /// The name of SQLAlchemy's exception.
    pub(crate) exception: &'static str,
    /// What the engine's driver says.
    pub(crate) message: String,
}

impl Refusal {
    pub(crate) fn new(exception: &'static str, message: impl Into<String>) -> Refusal {
        Refusal { exception, message: message.into() }
    }
}

impl Database {
    /// A table by its name.
    pub fn table(&self, name: &str) -> Option<&Table> {
        self.tables.iter().find(|table| &*table.name == name).map(|table| &**table)
    }

    pub(crate) fn table_mut(&mut self, name: &str) -> Option<&mut Table> {
        self.tables.iter_mut().find(|table| &*table.name == name).map(Rc::make_mut)
    }

    /// Says that there is no such table, in the engine's words.
    pub(crate) fn no_table(&self, name: &str) -> Refusal {
        match self.dialect {
            Dialect::Sqlite => {
                Refusal::new("OperationalError", format!("(sqlite3.OperationalError) no such table: {name}"))
            }
            Dialect::Postgresql => Refusal::new(
                "ProgrammingError",
                format!("(psycopg2.errors.UndefinedTable) relation \"{name}\" does not exist\n"),
            ),
        }
    }

    /// The rows of a table as a transaction sees them, in the order in which they are read.
    pub(crate) fn rows(&self, transaction: &Transaction, table: &Table) -> LiteMap<i64, Rc<[Value]>> {
        let mut rows: LiteMap<i64, Rc<[Value]>> =
            table.rows.iter().map(|(&number, row)| (number, row.values.clone())).collect();
        let own = transaction.changes.iter().filter(|((name, _), _)| *name == table.name);
        for ((_, number), change) in own {
            match change {
                Some(values) => rows.insert(*number, values.clone()),
                None => rows.remove(number),
            };
        }
        rows
    }
}

impl Table {
    /// The index of a column.
    pub(crate) fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| &*column.name == name)
    }

    /// The columns of the primary key.
    pub(crate) fn key_columns(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.columns.len()).filter(|&at| self.columns[at].primary)
    }

    /// The column that numbers the rows: a primary key of one integer.
    pub(crate) fn numbering(&self) -> Option<usize> {
        let mut keys = self.key_columns();
        let first = keys.next()?;
        (keys.next().is_none() && self.columns[first].kind == Kind::Integer).then_some(first)
    }

    /// The text that names a row in its table.
    pub(crate) fn key_of(&self, values: &[Value]) -> Str {
        let parts: Vec<String> = self.key_columns().map(|at| plain(&values[at])).collect();
        parts.join(", ").into()
    }
}

impl Kind {
    /// A value as a column of this kind keeps it.
    pub(crate) fn keep(self, value: &Value) -> Value {
        match (self, value) {
            (Kind::Float, Value::Int(_) | Value::Big(_) | Value::Bool(_)) => {
                crate::numbers::to_float(value).map_or(value.clone(), Value::Float)
            }
            (Kind::Float, Value::Str(text)) => read_decimal(text.trim()).map_or(value.clone(), Value::Float),
            (Kind::Integer, Value::Bool(truth)) => Value::Int(i64::from(*truth)),
            (Kind::Integer, Value::Float(float)) if float.fract() == 0.0 && float.abs() < 9e15 => {
                Value::Int(*float as i64)
            }
            (Kind::Integer, Value::Str(text)) => text.trim().parse().map_or(value.clone(), Value::Int),
            (Kind::Text, Value::Int(_) | Value::Float(_)) => Value::str(plain(value)),
            (Kind::Boolean, Value::Int(number)) => Value::Bool(*number != 0),
            _ => value.clone(),
        }
    }
}

/// A value as text, for keys and for those who look at a database.
pub(crate) fn plain(value: &Value) -> String {
    match value {
        Value::Str(text) => text.to_string(),
        Value::Int(number) => number.to_string(),
        Value::Big(number) => number.to_string(),
        Value::Float(number) => crate::repr::float(*number),
        Value::Bool(true) => "True".into(),
        Value::Bool(false) => "False".into(),
        Value::None | Value::Unbound => "None".into(),
        Value::Ref(id) => format!("<object {}>", id.0),
        _ => "...".into(),
    }
}

/// What was done, for those who look.
pub(crate) fn done(text: &Str, touches: Vec<crate::effect::Touch>) -> Rc<Statement> {
    Rc::new(Statement { text: text.clone(), touches })
}
