//! Exact counts, each with its enumeration or its source beside it.

mod common;

use std::collections::BTreeSet;

use common::explore;
use interleave_explore::{Ending, Exploration, Options, Outcome, Reduce, Report};
use interleave_vm::Program;

/// Threads that all do the same work, and then the main thread that waits for them.
fn threads(count: usize, before: &str, work: &str) -> String {
    let start = format!(
        "threads = [threading.Thread(target=work, args=(number,)) for number in range({count})]\n\
         for thread in threads:\n    thread.start()\n\
         for thread in threads:\n    thread.join()\n"
    );
    let body: String = work.lines().map(|line| format!("    {line}\n")).collect();
    format!("import threading\n{before}\ndef work(number):\n{body}\n{start}")
}

/// Schedules, traces and outcomes, with the value of an expression as the outcome. Whole machines come to the same, and a
/// search of one run of each trace has as many of these, with the same outcomes.
fn counts(source: &str, outcome: &str) -> (String, String, usize) {
    let report = explore(source, Options { outcome: Some(outcome.into()), ..Options::default() });
    assert!(report.proved);
    let program = Program::compile(source, "program.py").expect("it compiles");
    let options = Options { outcome: Some(outcome.into()), ..Options::default() };
    let mut whole = Exploration::new(&program, options).expect("an expression").with_whole_machines();
    whole.finish();
    assert_eq!(format!("{:?}", whole.report()), format!("{report:?}"), "{source}");
    let options = Options { outcome: Some(outcome.into()), reduce: Reduce::Dpor, ..Options::default() };
    let runs = explore(source, options);
    assert_eq!((&runs.traces, outcomes(&runs)), (&report.traces, outcomes(&report)), "{source}");
    let text = |count: &Option<num_bigint::BigUint>| count.as_ref().map_or("?".into(), ToString::to_string);
    (text(&report.schedules), text(&report.traces), report.outcomes.len())
}

fn outcomes(report: &Report) -> BTreeSet<&Outcome> {
    report.outcomes.iter().map(|found| &found.outcome).collect()
}

fn check(source: &str, outcome: &str, schedules: &str, traces: &str, outcomes: usize) {
    assert_eq!(counts(source, outcome), (schedules.into(), traces.into(), outcomes), "{source}");
}

fn counter(count: usize, times: usize) -> String {
    let work = format!("global x\nfor _ in range({times}):\n    x += 1");
    threads(count, "x = 0", &work)
}

/// Each increment is a read and a write: (2nt)! / (2t)!^n orders of n threads with t increments.
#[test]
fn unlocked_counters() {
    check(&counter(2, 1), "x", "6", "4", 2);
    check(&counter(2, 2), "x", "70", "34", 3);
    check(&counter(3, 1), "x", "90", "36", 3);
    check(&counter(3, 2), "x", "34650", "7134", 5);
}

/// Transfers between three cells of 100, dealt out in order.
fn bank(count: usize, times: usize) -> String {
    let before = "cells = [100, 100, 100]\norders = [(0, 1, 10), (1, 2, 20), (2, 0, 30), (0, 2, 40)]";
    let work = format!(
        "for source, target, amount in orders[number * {times}:(number + 1) * {times}]:\n    \
             left = cells[source]\n    there = cells[target]\n    \
             cells[source] = left - amount\n    cells[target] = there + amount"
    );
    threads(count, before, &work)
}

/// Four operations a transfer: (4nt)! / (4t)!^n orders.
#[test]
fn banks() {
    check(&bank(2, 2), "cells", "12870", "42", 16);
    check(&bank(3, 1), "cells", "34650", "49", 26);
    check(&bank(4, 1), "cells", "63063000", "2210", 122);
}

#[test]
fn most_schedules_of_four_transfers_lose_money() {
    let expect = Some("sum(cells) == 300".to_string());
    let report =
        explore(&bank(4, 1), Options { expect, outcome: Some("cells".into()), ..Options::default() });
    let losing = report.outcomes.iter().filter(|found| found.outcome.ending == Ending::Fails);
    let losing: num_bigint::BigUint = losing.filter_map(|found| found.schedules.clone()).sum();
    assert_eq!(losing.to_string(), "58756523");
}

/// N threads with one locked section each come in any order: N!.
#[test]
fn locked_sections() {
    let section = "global x\nwith lock:\n    x += 1";
    for (count, orders) in [(2, "2"), (3, "6"), (4, "24"), (5, "120"), (6, "720"), (7, "5040")] {
        let program = threads(count, "x = 0\nlock = threading.Lock()", section);
        check(&program, "x", orders, orders, 1);
    }
}

/// One writes and N read, each before or after: 2^N (Abdulla et al., "Optimal Dynamic Partial Order Reduction", 2014).
#[test]
fn readers() {
    let work = "global x\nif number == 0:\n    x = 1\nelse:\n    seen = x";
    for count in 1..=6 {
        let (_, traces, _) = counts(&threads(count + 1, "x = 0", work), "x");
        assert_eq!(traces, (1 << count).to_string());
    }
}

/// The same paper's `lastzero`: thread 0 looks for the last zero from behind, thread j writes its neighbour's value and
/// one; (N + 3) 2^(N - 2) traces.
#[test]
fn last_zero() {
    for count in 2..=6_usize {
        let work = format!(
            "if number == 0:\n    i = {count}\n    while cells[i] != 0:\n        i -= 1\n\
             else:\n    before = cells[number - 1]\n    cells[number] = before + 1"
        );
        let program = threads(count + 1, &format!("cells = [0] * {}", count + 1), &work);
        let (_, traces, _) = counts(&program, "cells");
        assert_eq!(traces, ((count + 3) << (count - 2)).to_string(), "{count}");
    }
}

/// Each fork has two neighbours, one of whom is first: 2^N orders but the one in which nobody can be; and in one of the
/// others all hold their left fork.
#[test]
fn dining_philosophers() {
    for count in 2..=6_usize {
        let before = format!("forks = [threading.Lock() for _ in range({count})]");
        let work = format!("with forks[number]:\n    with forks[(number + 1) % {count}]:\n        pass");
        for reduce in [Reduce::Full, Reduce::Dpor] {
            let options = Options { outcome: Some("None".into()), reduce, ..Options::default() };
            let report = explore(&threads(count, &before, &work), options);
            assert_eq!(report.traces.map(|traces| traces.to_string()), Some(((1 << count) - 1).to_string()));
            assert_eq!((report.verdict, report.proved), (Ending::Deadlocks, true));
        }
    }
}

/// Four transfers of read, read, commit: 12! / 3!^4 orders; of the 45 ends (90, 90, 110) comes from 48,384.
#[test]
fn the_pool_over_sqlite() {
    let source = r#"
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

def balances():
    with Session(engine) as session:
        return [account.balance for account in session.exec(select(Account)).all()]

with Session(engine) as session:
    for number in (1, 2, 3):
        session.add(Account(id=number, balance=100))
    session.commit()

with ThreadPoolExecutor(max_workers=10) as pool:
    for order in [(1, 2, 10), (2, 3, 10), (1, 3, 10), (3, 1, 10)]:
        pool.submit(move, *order)
"#;
    let report = explore(source, Options { outcome: Some("balances()".into()), ..Options::default() });
    assert_eq!(report.schedules.map(|count| count.to_string()), Some("369600".into()));
    assert_eq!(report.outcomes.len(), 45);
    let talk =
        report.outcomes.iter().find(|found| found.outcome.value.as_deref() == Some("[90.0, 90.0, 110.0]"));
    assert_eq!(
        talk.and_then(|found| found.schedules.clone()).map(|count| count.to_string()),
        Some("48384".into())
    );
}

/// Threads that each count into a slot of their own and then, with a lock, into one for all. Of each thread's twelve increments
/// every order with the others' is another state: more than 25^4. But they commute, and so only who has the lock first makes
/// a difference: 4! traces. States do not fit, and traces do.
#[test]
fn many_states_and_few_traces() {
    let source = threads(
        4,
        "slots = [0, 0, 0, 0]\ntotal = 0\nlock = threading.Lock()",
        "global total\nfor _ in range(12):\n    slots[number] += 1\nwith lock:\n    total += slots[number]",
    );
    let options = |reduce: Reduce| Options {
        outcome: Some("total, slots".into()),
        expect: Some("total == sum(slots) == 48".into()),
        reduce,
        max_states: 20_000,
        ..Options::default()
    };
    let states = explore(&source, options(Reduce::Full));
    assert_eq!((states.verdict, states.proved), (Ending::Unproven, false));
    let runs = explore(&source, options(Reduce::Dpor));
    assert_eq!((runs.verdict, runs.proved), (Ending::Passes, true));
    assert_eq!(
        (runs.traces, runs.redundant, runs.schedules, runs.states),
        (Some(24_u8.into()), Some(15), None, None)
    );
    assert_eq!(runs.outcomes.len(), 1);
}
