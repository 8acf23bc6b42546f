//! The databases of `sqlmodel`: what four transfers can come to, and what of it others see.

use std::collections::BTreeMap;
use std::rc::Rc;

use interleave_vm::{DatabaseView, Effect, Limits, Machine, Mode, Model, Operation, Program, ThreadId};
use xxhash_rust::xxh3::xxh3_64;

/// Four transfers between three accounts, each in a thread of its own.
const TRANSFERS: &str = r#"
from concurrent.futures import ThreadPoolExecutor
from sqlmodel import Field, Session, SQLModel, create_engine, select

class Account(SQLModel, table=True):
    id: int = Field(primary_key=True)
    balance: float

engine = create_engine("sqlite://")
SQLModel.metadata.create_all(engine)

def move(source_id, target_id, amount):
    with Session(engine) as session:
        source = session.exec(select(Account).where(Account.id == source_id)).one()
        target = session.exec(select(Account).where(Account.id == target_id)).one()
        source.balance -= amount
        target.balance += amount
        session.add(source)
        session.add(target)
        session.commit()

with Session(engine) as session:
    for number in (1, 2, 3):
        session.add(Account(id=number, balance=100))
    session.commit()

with ThreadPoolExecutor(max_workers=4) as pool:
    for order in [(1, 2, 10), (2, 3, 10), (1, 3, 10), (3, 1, 10)]:
        pool.submit(move, *order)
"#;

fn machine(source: &str) -> Machine {
    let program: Rc<Program> = Program::compile(source, "program.py").expect("the program compiles");
    Machine::new(&program, 1, Limits::default())
}

fn at_database(machine: &Machine, thread: ThreadId) -> bool {
    matches!(machine.pending(thread), Some(Operation::Database { .. }))
}

/// Lets one thread go on for as long as it can without an operation of the database.
fn up_to_database(machine: &mut Machine, thread: ThreadId) {
    while machine.mode(thread) == Mode::Runnable && !at_database(machine, thread) {
        machine.step(thread).expect("it can go on");
    }
}

fn balances(view: &[DatabaseView]) -> Vec<String> {
    let balance = |row: &interleave_vm::RowView| row.values.last().expect("a row has columns").to_string();
    view[0].tables[0].rows.iter().map(balance).collect()
}

/// What a thread has read so far, one entry for each operation.
type Seen = BTreeMap<u16, Vec<String>>;

/// Final balances, each with the number of orders that end so.
type Ends = BTreeMap<Vec<String>, u64>;

/// The final balances of every order of the operations, each with the number of orders that end so.
fn outcomes(machine: &Machine, seen: &Seen, known: &mut BTreeMap<(Vec<String>, Seen), Ends>) -> Ends {
    let now = balances(&machine.databases());
    let able: Vec<_> = machine.threads().filter(|&thread| at_database(machine, thread)).collect();
    if able.is_empty() {
        return BTreeMap::from([(now, 1)]);
    }
    let state = (now, seen.clone());
    if let Some(known) = known.get(&state) {
        return known.clone();
    }
    let mut all = BTreeMap::new();
    for thread in able {
        let mut next = machine.clone();
        let step = next.step(thread).expect("a database lets everybody in");
        let mut seen = seen.clone();
        seen.entry(thread.0).or_default().push(format!("{:?}", step.effects));
        up_to_database(&mut next, thread);
        for (end, count) in outcomes(&next, &seen, known) {
            *all.entry(end).or_default() += count;
        }
    }
    known.insert(state, all.clone());
    all
}

/// The program where every transfer is about to read for the first time.
fn before_the_transfers() -> Machine {
    let mut machine = machine(TRANSFERS);
    while machine.mode(ThreadId::MAIN) == Mode::Runnable {
        machine.step(ThreadId::MAIN).expect("it can go on");
    }
    for thread in machine.threads().skip(1) {
        up_to_database(&mut machine, thread);
    }
    machine
}

#[test]
fn four_transfers_have_369600_orders_and_45_ends() {
    let ends = outcomes(&before_the_transfers(), &Seen::new(), &mut BTreeMap::new());
    let talk = ["90.0", "90.0", "110.0"].map(String::from).to_vec();
    assert_eq!(ends.values().sum::<u64>(), 369_600);
    assert_eq!(ends.len(), 45);
    assert_eq!(ends[&talk], 48_384);
}

#[test]
fn a_transfer_is_read_read_commit() {
    let mut machine = before_the_transfers();
    let thread = ThreadId(1);
    let mut statements = Vec::new();
    while at_database(&machine, thread) {
        let before = machine.clock();
        let step = machine.step(thread).expect("it can go on");
        assert!(machine.clock() >= before, "time does not go back");
        for effect in step.effects {
            if let Effect::Database { statement, .. } = effect {
                let touched: Vec<_> = statement.touches.iter().map(|t| (t.key.clone(), t.write)).collect();
                statements.push((statement.text.to_string(), touched));
            }
        }
        up_to_database(&mut machine, thread);
    }
    let read = |key: u8| {
        let text = format!("SELECT account.id, account.balance FROM account WHERE account.id = {key}");
        (text, vec![(Some(key.to_string().as_str().into()), false)])
    };
    let commit = "UPDATE account SET balance=90.0 WHERE account.id = 1; \
                  UPDATE account SET balance=110.0 WHERE account.id = 2; COMMIT";
    let written = vec![(Some("1".into()), true), (Some("2".into()), true)];
    assert_eq!(statements, [read(1), read(2), (commit.to_string(), written)]);
}

#[test]
fn random_schedules_end_in_many_ways_all_of_them_possible() {
    let possible = outcomes(&before_the_transfers(), &Seen::new(), &mut BTreeMap::new());
    let mut met = BTreeMap::new();
    let start = machine(TRANSFERS);
    for seed in 0..300_u64 {
        let mut machine = start.clone();
        let mut draw = seed;
        while let runnable = machine.runnable()
            && !runnable.is_empty()
        {
            draw = xxh3_64(&draw.to_le_bytes());
            let thread = runnable[(draw >> 32) as usize % runnable.len()];
            machine.run(thread, 1 + draw % 100, Model::Instruction).expect("it can go on");
        }
        *met.entry(balances(&machine.databases())).or_insert(0) += 1;
    }
    assert!(met.keys().all(|end| possible.contains_key(end)), "{met:?}");
    assert!(met.len() >= 20, "only {} ends in 300 runs: {met:?}", met.len());
}
