//! What a person sees of locks and their kin: who holds them, who waits, and where waits come round in a ring.
#![cfg(not(target_arch = "wasm32"))]

use std::fmt::Write;

use expect_test::{Expect, expect};
use interleave::run::Run;
use interleave::view::{LanesView, Mark, Scene};
use interleave_schedule::Schedule;
use interleave_vm::Program;

fn made(source: &str, schedule: &str) -> (Run, u64) {
    let schedule: Schedule = schedule.parse().expect("a schedule");
    let program = Program::compile(source, "program.py").expect("it compiles");
    let mut run = Run::new(&program, &schedule, None);
    let steps = run.advance(u64::MAX).steps;
    (run, steps)
}

fn letters(marks: &[Mark]) -> String {
    marks.iter().map(|mark| mark.letter()).collect()
}

fn locks_of(scene: &Scene) -> String {
    let lock = |lock: &interleave::view::LockView| {
        let with = |before: &str, marks: &[Mark]| match marks {
            [] => String::new(),
            _ => format!("{before}{}", letters(marks)),
        };
        let (holders, waiters) = (with(" ", &lock.holders), with(", waiting: ", &lock.waiters));
        format!("{} {}: {}{holders}{waiters}\n", lock.name, lock.kind, lock.state)
    };
    scene.locks.iter().map(lock).collect()
}

/// Holds the locks as they stand whenever they have changed to what is expected.
fn check(source: &str, schedule: &str, expected: Expect) {
    let (mut run, steps) = made(source, schedule);
    let mut story: Vec<String> = Vec::new();
    for step in 0..=steps {
        let locks = locks_of(&run.scene(step));
        if story.last() != Some(&locks) {
            story.push(locks);
        }
    }
    expected.assert_eq(&story.join("--\n"));
}

#[test]
fn an_rlock_shows_how_deep_it_is_held() {
    let source = "\
import threading
lock = threading.RLock()
with lock:
    with lock:
        pass
";
    check(
        source,
        "1s0",
        expect![[r#"
            --
            lock RLock: free
            --
            lock RLock: held by M
            --
            lock RLock: held 2 deep by M
            --
            lock RLock: held by M
            --
            lock RLock: free
        "#]],
    );
}

#[test]
fn an_event_and_a_semaphore() {
    let source = "\
import threading
ready = threading.Event()
pool = threading.Semaphore(1)
def work():
    ready.wait()
    with pool:
        pass
threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
ready.set()
for thread in threads:
    thread.join()
";
    check(
        source,
        "1i4s5",
        expect![[r#"
            --
            ready Event: not set
            --
            ready Event: not set
            pool Semaphore: 1 left
            --
            ready Event: not set, waiting: A
            pool Semaphore: 1 left
            --
            ready Event: not set, waiting: AB
            pool Semaphore: 1 left
            --
            ready Event: set
            pool Semaphore: 1 left
            --
            ready Event: set
            pool Semaphore: 0 left, used by A
            --
            ready Event: set
            pool Semaphore: 0 left, used by A, waiting: B
            --
            ready Event: set
            pool Semaphore: 1 left
            --
            ready Event: set
            pool Semaphore: 0 left, used by B
            --
            ready Event: set
            pool Semaphore: 1 left
        "#]],
    );
}

#[test]
fn a_condition_and_a_queue() {
    let source = "\
import threading, queue
not_empty = threading.Condition()
items = queue.Queue(maxsize=1)
def consume():
    with not_empty:
        not_empty.wait()
    items.get()
thread = threading.Thread(target=consume)
thread.start()
items.put(1)
items.put(2)
";
    let (mut run, steps) = made(source, "1i3s1");
    let mut seen = String::new();
    for step in 0..=steps {
        let locks = locks_of(&run.scene(step));
        if !seen.contains(&locks) {
            writeln!(seen, "{locks}--").expect("text");
        }
    }
    expect![[r#"
        not_empty Condition: free
        --
        not_empty Condition: free
        items Queue: 0 in it, room for 1
        --
        not_empty Condition: free
        items Queue: 1 in it, room for 1
        --
        not_empty Condition: held by A
        items Queue: 1 in it, room for 1
        --
        not_empty Condition: held by A
        items Queue: 1 in it, room for 1, waiting: M
        --
        not_empty Condition: free, waiting: A
        items Queue: 1 in it, room for 1, waiting: M
        --
    "#]]
    .assert_eq(&seen);
}

#[test]
fn a_barrier_shows_how_many_are_there() {
    let source = "\
import threading
gate = threading.Barrier(2)
thread = threading.Thread(target=gate.wait)
thread.start()
gate.wait()
";
    check(
        source,
        "1i4s0",
        expect![[r#"
            --
            gate Barrier: 0 of 2 there
            --
            gate Barrier: 1 of 2 there, waiting: A
            --
            gate Barrier: 2 of 2 there, waiting: A
            --
            gate Barrier: 0 of 2 there
        "#]],
    );
}

#[test]
fn rows_that_a_transaction_has_locked() {
    let source = "\
from sqlmodel import Field, Session, SQLModel, create_engine, select
import threading
class Account(SQLModel, table=True):
    id: int = Field(primary_key=True)
    balance: int
engine = create_engine('postgresql://bank')
SQLModel.metadata.create_all(engine)
with Session(engine) as session:
    session.add(Account(id=1, balance=100))
    session.commit()
def pay():
    with Session(engine) as session:
        query = select(Account).where(Account.id == 1).with_for_update()
        account = session.exec(query).one()
        account.balance += 1
        session.commit()
threads = [threading.Thread(target=pay) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
";
    check(
        source,
        "1i2s3",
        expect![[r#"
        --
        account 1 row lock: held by A
        --
        --
        account 1 row lock: held by B
        --
    "#]],
    );
}

#[test]
fn a_ring_of_waits_in_words() {
    let source = "\
import threading
class Account:
    def __init__(self):
        self.lock = threading.Lock()
a, b = Account(), Account()
both = threading.Barrier(2)
def transfer(payer, payee):
    with payer.lock:
        both.wait()
        with payee.lock:
            pass
for pair in [(a, b), (b, a)]:
    threading.Thread(target=transfer, args=pair).start()
";
    let (mut run, steps) = made(source, "1i20s0");
    let scene = run.scene(steps);
    let ring: Vec<String> = scene.ring.iter().map(|wait| wait.words.clone()).collect();
    expect![[r#"
        Thread A waits for b.lock, held by B.
        Thread B waits for a.lock, held by A."#]]
    .assert_eq(&ring.join("\n"));
    let LanesView { locks, .. } = run.lanes(0..steps, 1_000.0, &[]);
    let names: Vec<_> = locks.iter().map(|lock| lock.name.as_str()).collect();
    assert_eq!(names, ["a.lock", "b.lock"]);
}

#[test]
fn a_thread_that_waits_for_itself() {
    let source = "\
import threading
class Account:
    def __init__(self):
        self.lock = threading.Lock()
account = Account()
def deposit():
    with account.lock:
        with account.lock:
            pass
threading.Thread(target=deposit).start()
";
    let (mut run, steps) = made(source, "1s0");
    let scene = run.scene(steps);
    assert_eq!(scene.ring[0].words, "Thread A waits for account.lock, held by A itself.");
}
