//! The lessons on the command line.

use clap::Parser;
use expect_test::{Expect, expect};
use interleave_cli::{Args, Streams, run};
use interleave_lessons::LESSONS;

fn says(arguments: &[&str], expected: Expect) {
    let args = Args::try_parse_from(["interleave"].iter().chain(arguments)).expect("they can be read");
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let status = run(&args, &mut Streams { input: &mut &b""[..], out: &mut out, err: &mut err });
    let (out, err) = (String::from_utf8(out).expect("text"), String::from_utf8(err).expect("text"));
    expected.assert_eq(&format!("status {status}\n--- out\n{out}--- err\n{err}"));
}

#[test]
fn a_lesson_runs_as_it_opens() {
    says(
        &["lesson", "lost-update"],
        expect![[r#"
            status 0
            --- out
            Race conditions: A lost update
            30 in the account, and two payments of 100. If both threads read before either writes, both write 130, and one payment is gone.

            Program  Two payments (payments.py)
            Runs   * 1. The talk’s five steps
                     2. A lucky run
                     3. The shortest failure

            Balance: 130

            30, and twice 100. What will the balance be?
              130
            Claimed: it prints just this line: and so it was
            Of the 6 orders of two reads and two writes, 4 lose a payment. With the lock nobody reads between another’s read and write: none does.
            --- err
            interleave: seed 0, 145 steps, 4 switches, ended, schedule 1i5s0.M87A8B12A4M
        "#]],
    );
}

#[test]
fn a_run_is_named_by_a_part_of_its_name() {
    says(
        &["lesson", "deadlock", "--preset", "Talk"],
        expect![[r#"
            status 0
            --- out
            Synchronization primitives: A deadlock with oneself
            deposit() holds the lock and calls a method that takes it once more. Watch the thread wait for a lock that it holds itself.

            Program  Lock (account.py)
            Runs   * 1. The talk’s output
                     2. The same with an RLock

            Thread 1004 waiting to acquire lock for deposit()
            Thread 1004 acquired lock for deposit()
            Thread 1008 waiting to acquire lock for deposit()
            Thread 1012 waiting to acquire lock for deposit()
            Thread 1004 waiting to acquire lock for _update_balance()

            Three deposits of 100 into 0. How does it end?
              Never: all are stuck
            Claimed: its verdict is "deadlocked", and it prints just these 5 lines: and so it was
            A Lock does not ask who holds it: its own holder must wait, too, and for ever. The other threads wait behind it. An RLock asks.
            --- err
            interleave: deadlock: no thread can ever go on
              Thread M (MainThread) waits for thread A (Thread-1 (deposit)) to end.
              Thread A (Thread-1 (deposit)) waits for the lock `account.lock`, held by itself.
              Thread B (Thread-2 (deposit)) waits for the lock `account.lock`, held by thread A.
              Thread C (Thread-3 (deposit)) waits for the lock `account.lock`, held by thread A.
              Thread A waits for itself.
            interleave: seed 52, 277 steps, 4 switches, deadlocked, schedule 1s52
        "#]],
    );
}

#[test]
fn the_fix_runs_with_the_same_seed() {
    says(
        &["lesson", "lost-update", "--program", "fix"],
        expect![[r#"
            status 0
            --- out
            Race conditions: A lost update
            30 in the account, and two payments of 100. If both threads read before either writes, both write 130, and one payment is gone.

            Program  With a lock (locked.py)
            Runs     1. The talk’s five steps
                     2. A lucky run
                     3. The shortest failure

            Balance: 230

            30, and twice 100. What will the balance be?
              230
            Of the 6 orders of two reads and two writes, 4 lose a payment. With the lock nobody reads between another’s read and write: none does.
            --- err
            interleave: seed 0, 169 steps, 4 switches, ended, schedule 1i5s0
        "#]],
    );
}

#[test]
fn what_there_is_not_has_a_near_name() {
    says(
        &["lesson", "lost-udpate"],
        expect![[r#"
        status 2
        --- out
        --- err
        interleave: no lesson is called "lost-udpate"; perhaps lost-update
    "#]],
    );
    says(
        &["lesson", "bank"],
        expect![[r#"
        status 2
        --- out
        --- err
        interleave: no lesson is called "bank"; perhaps bank-two-apps or bank-with-lock or bank-row-locks
    "#]],
    );
    says(
        &["lesson", "quite something else"],
        expect![[r#"
        status 2
        --- out
        --- err
        interleave: no lesson is called "quite something else"; interleave lessons has them all
    "#]],
    );
    says(
        &["lesson", "lost-update", "--preset", "7"],
        expect![[r#"
            status 2
            --- out
            --- err
            interleave: no run of this lesson is called "7"; there is "The talk’s five steps", "A lucky run", "The shortest failure"
        "#]],
    );
    says(
        &["lesson", "print-one-thread", "--program", "fix"],
        expect![[r#"
        status 2
        --- out
        --- err
        interleave: the lesson print-one-thread has no fix, for nothing is wrong in it
    "#]],
    );
}

#[test]
fn all_lessons_are_listed() {
    let args = Args::try_parse_from(["interleave", "lessons"]).expect("they can be read");
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let status = run(&args, &mut Streams { input: &mut &b""[..], out: &mut out, err: &mut err });
    let out = String::from_utf8(out).expect("text");
    assert_eq!(status, 0);
    for lesson in LESSONS {
        let line = out.lines().find(|line| line.split_whitespace().next() == Some(lesson.id));
        assert!(line.is_some_and(|line| line.ends_with(lesson.title)), "{}", lesson.id);
        assert!(out.lines().any(|line| line == lesson.part), "{}", lesson.part);
    }
}
