//! What `sqlalchemy`'s Python part needs of the machine: a database, transactions, and statements, each of which is
//! one operation that others can see.

use std::rc::Rc;

use crate::database::{self, COST, Command, Database, Dialect, Prepared, Refusal, Stored, Transaction};
use crate::effect::{Effect, Operation, Ready, Statement};
use crate::frame::ThreadId;
use crate::machine::Machine;
use crate::native::{Args, Gate, NativeDef, NativeResult};
use crate::object::Object;
use crate::value::{Id, Value};

/// The functions that the Python part is written with.
pub(crate) static FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("_database", open),
    NativeDef::function("_transaction", begin),
    NativeDef::function("_is_open", is_open),
    NativeDef::function("_has_table", has_table),
    NativeDef::function("_statement", statement),
    NativeDef::function("_run", run).gated(run_gate),
    NativeDef::function("_referenced", referenced),
];

fn add(machine: &mut Machine, stored: Stored) -> NativeResult {
    Ok(Value::Ref(machine.heap.add(Object::Database(stored))).into())
}

/// `_database(url, dialect)`
fn open(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let url = args.get(0).and_then(Value::as_str).cloned().unwrap_or_default();
    let postgresql = args.get(1).and_then(Value::as_str).is_some_and(|dialect| &**dialect == "postgresql");
    let dialect = if postgresql { Dialect::Postgresql } else { Dialect::Sqlite };
    let database = Database { url, dialect, tables: Vec::new(), writer: None, locks: Default::default() };
    add(machine, Stored::Database(Rc::new(database)))
}

/// `_transaction(database)`
fn begin(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let database = args.get(0).and_then(Value::id).unwrap_or(Id(0));
    if machine.database(database).is_none() {
        return Err(machine.type_error("not a database"));
    }
    let transaction = Transaction { database, thread: machine.current, changes: Default::default() };
    add(machine, Stored::Transaction(Rc::new(transaction)))
}

/// `_is_open(transaction)`: whether there is anything to commit or to undo.
fn is_open(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let id = args.get(0).and_then(Value::id).unwrap_or(Id(0));
    let open = machine.transaction(id).is_some_and(|transaction| {
        let holds = machine.database(transaction.database).is_some_and(|d| database::holds(d, id));
        holds || !transaction.changes.is_empty()
    });
    Ok(Value::Bool(open).into())
}

/// `_has_table(database, name)`
fn has_table(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let database = args.get(0).and_then(Value::id).and_then(|id| machine.database(id));
    let name = args.get(1).and_then(Value::as_str).cloned().unwrap_or_default();
    Ok(Value::Bool(database.is_some_and(|database| database.table(&name).is_some())).into())
}

/// `_statement(transaction, text, spec)`: a statement to be run.
fn statement(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let (Some(Value::Ref(id)), Some(Value::Str(text)), Some(spec)) = (args.get(0), args.get(1), args.get(2))
    else {
        return Err(machine.type_error("not a statement"));
    };
    let Some(transaction) = machine.transaction(*id) else {
        return Err(machine.type_error("not a transaction"));
    };
    let touches = match machine.database(transaction.database) {
        Some(database) => match Command::parse(machine, database, spec) {
            Ok(command) => database::foreseen(database, transaction, &command),
            Err(_) => database::unknown(),
        },
        None => Vec::new(),
    };
    let prepared = Prepared {
        transaction: *id,
        database: transaction.database,
        statement: Rc::new(Statement { text: text.clone(), touches }),
        spec: spec.clone(),
    };
    add(machine, Stored::Statement(Rc::new(prepared)))
}

fn prepared(machine: &Machine, args: Args<'_>) -> Option<Rc<Prepared>> {
    match machine.as_object(args.get(0)?) {
        Some(Object::Database(Stored::Statement(prepared))) => Some(prepared.clone()),
        _ => None,
    }
}

fn run_gate(machine: &Machine, thread: ThreadId, args: Args<'_>) -> Gate {
    match prepared(machine, args) {
        Some(prepared) => database::gate(machine, thread, &prepared),
        None => Gate { operation: Operation::Local, ready: Ready::Now(COST) },
    }
}

/// `_run(statement)`: a list of rows or of results, or a tuple of what was raised and its message.
fn run(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let Some(prepared) = prepared(machine, args) else {
        return Err(machine.type_error("not a statement"));
    };
    let mut recorder = database::Recorder::new(machine.recording);
    let result = database::execute(machine, &prepared, &mut recorder);
    let text = &prepared.statement.text;
    let (object, statement) = (prepared.database, database::done(text, recorder.touches));
    machine.record(|| Effect::Database { object, statement });
    match result {
        Ok(rows) => {
            let rows = rows.into_iter().map(|row| machine.new_tuple(row)).collect();
            Ok(machine.new_list(rows).into())
        }
        Err(Refusal { exception, message }) => {
            Ok(machine.new_tuple(vec![Value::str(exception), Value::str(message)]).into())
        }
    }
}

/// `_referenced(identities, key)`: whether the program still has the object that a session knows by a key. The
/// session itself keeps it only as long as someone else does.
fn referenced(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let (Some(Value::Ref(identities)), Some(key)) = (args.get(0), args.get(1)) else {
        return Ok(Value::Bool(false).into());
    };
    let found = machine.dict_get(*identities, key)?.and_then(|value| value.id());
    Ok(Value::Bool(found.is_some_and(|id| machine.is_referenced(id, *identities))).into())
}
