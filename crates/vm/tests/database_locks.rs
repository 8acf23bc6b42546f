//! Who waits for whom at a database: one writer under SQLite's rules, row locks under PostgreSQL's.

use interleave_vm::{Limits, Machine, Mode, Model, Operation, Program, Stream, ThreadId};

const ACCOUNTS: &str = r#"
import threading
from sqlalchemy.exc import OperationalError
from sqlmodel import Field, Session, SQLModel, create_engine, select

class Account(SQLModel, table=True):
    id: int = Field(primary_key=True)
    balance: float

engine = create_engine("URL")
SQLModel.metadata.create_all(engine)
with Session(engine) as session:
    session.add_all([Account(id=1, balance=100), Account(id=2, balance=100)])
    session.commit()

def in_threads(*targets):
    threads = [threading.Thread(target=target) for target in targets]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

def balances():
    with Session(engine) as session:
        return [account.balance for account in session.exec(select(Account))]
"#;

fn machine(url: &str, body: &str) -> Machine {
    let source = ACCOUNTS.replace("URL", url) + body;
    let program = Program::compile(&source, "program.py").expect("the program compiles");
    Machine::new(&program, 1, Limits::default())
}

/// Runs a program to its end, a step at a time; `choose` says who goes next.
fn finish(machine: &mut Machine, mut choose: impl FnMut(&Machine, &[ThreadId]) -> ThreadId) {
    while let runnable = machine.runnable()
        && !runnable.is_empty()
    {
        let thread = choose(machine, &runnable);
        machine.run(thread, 1, Model::Instruction).expect("it can go on");
    }
    assert_eq!(machine.text(Stream::Err), "");
}

fn at_database(machine: &Machine, thread: ThreadId) -> bool {
    matches!(machine.pending(thread), Some(Operation::Database { .. }))
}

/// Everybody goes on to the next operation of the database before anyone takes one, who went longest ago first.
fn by_turns() -> impl FnMut(&Machine, &[ThreadId]) -> ThreadId {
    let mut turns: Vec<ThreadId> = Vec::new();
    move |machine, runnable| {
        if let Some(&thread) = runnable.iter().find(|&&thread| !at_database(machine, thread)) {
            return thread;
        }
        let last = |thread: &ThreadId| turns.iter().rposition(|turn| turn == thread);
        let next = *runnable.iter().min_by_key(|thread| last(thread)).expect("somebody can go on");
        turns.push(next);
        next
    }
}

const DEPOSITS: &str = r#"
def deposit():
    with Session(engine) as session:
        account = session.exec(select(Account).where(Account.id == 1).with_for_update()).one()
        account.balance += 100
        session.add(account)
        session.commit()

in_threads(deposit, deposit)
print(balances())
"#;

#[test]
fn for_update_means_nothing_to_sqlite() {
    let mut machine = machine("sqlite://", DEPOSITS);
    finish(&mut machine, by_turns());
    assert_eq!(machine.text(Stream::Out), "[200.0, 100.0]\n");
}

#[test]
fn for_update_keeps_others_out_in_postgresql() {
    let mut machine = machine("postgresql://user:secret@host/bank", DEPOSITS);
    let mut waited = false;
    let mut turns = by_turns();
    finish(&mut machine, |machine, runnable| {
        for thread in machine.threads() {
            let owners = machine.statement_waits_for(thread);
            if !owners.is_empty() {
                waited = true;
                assert_eq!(machine.mode(thread), Mode::Blocked);
                let rows = &machine.databases()[0].tables[0].rows;
                assert_eq!(rows[0].locked_by, Some(owners[0]));
                assert_eq!(rows[1].locked_by, None);
            }
        }
        turns(machine, runnable)
    });
    assert!(waited, "nobody waited");
    assert_eq!(machine.text(Stream::Out), "[300.0, 100.0]\n");
}

#[test]
fn postgresql_ends_a_deadlock_after_a_second() {
    let body = r#"
def move(first, second):
    with Session(engine) as session:
        try:
            a = session.exec(select(Account).where(Account.id == first).with_for_update()).one()
            b = session.exec(select(Account).where(Account.id == second).with_for_update()).one()
        except OperationalError as error:
            print(str(error).splitlines()[0])
            return
        a.balance -= 10
        b.balance += 10
        session.commit()

in_threads(lambda: move(1, 2), lambda: move(2, 1))
print(sum(balances()))
"#;
    let mut machine = machine("postgresql://host/bank", body);
    finish(&mut machine, by_turns());
    let wanted = "(psycopg2.errors.DeadlockDetected) deadlock detected\n200.0\n";
    assert_eq!(machine.text(Stream::Out), wanted);
    assert!(machine.clock() >= 1_000_000);
}

#[test]
fn a_second_writer_waits_in_sqlite_and_gives_up_after_five_seconds() {
    let body = r#"
def write():
    with Session(engine) as session:
        session.add(Account(id=4, balance=0))
        try:
            session.commit()
        except OperationalError as error:
            print(str(error).splitlines()[0])

with Session(engine) as session:
    session.add(Account(id=3, balance=0))
    session.flush()
    print(len(balances()))
    in_threads(write)
    session.commit()
print(len(balances()))
"#;
    let mut machine = machine("sqlite://", body);
    finish(&mut machine, by_turns());
    assert_eq!(machine.text(Stream::Out), "2\n(sqlite3.OperationalError) database is locked\n3\n");
    assert!(machine.clock() >= 5_000_000);
}

#[test]
fn an_update_waits_for_a_row_in_postgresql_and_then_changes_only_its_columns() {
    let body = r#"
class Note(SQLModel, table=True):
    id: int = Field(primary_key=True)
    text: str
    count: int

SQLModel.metadata.create_all(engine)
with Session(engine) as session:
    session.add(Note(id=1, text="old", count=0))
    session.commit()

def retitle():
    with Session(engine) as session:
        session.get(Note, 1).text = "new"
        session.commit()

def count():
    with Session(engine) as session:
        session.get(Note, 1).count += 1
        session.commit()

in_threads(retitle, count)
with Session(engine) as session:
    note = session.get(Note, 1)
    print(note.text, note.count)
"#;
    let mut machine = machine("postgresql://host/notes", body);
    finish(&mut machine, by_turns());
    assert_eq!(machine.text(Stream::Out), "new 1\n");
}
