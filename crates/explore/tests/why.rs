//! The sentence that says why a program fails names the lines and the pattern that a learner should look at.

mod common;

use common::explore;
use interleave_explore::Options;

const START: &str = "threads = [threading.Thread(target=work) for work in (a, b)]\n\
                     for thread in threads: thread.start()\nfor thread in threads: thread.join()\n";

/// What is said of a program of two threads, and the lines of what it speaks of.
fn why(program: &str, expect: &str) -> (String, Vec<u32>) {
    let options = Options { expect: Some(expect.into()), ..Options::default() };
    let report = explore(&format!("import threading\nr = []\n{program}{START}"), options);
    let found = report.counterexample.expect("it fails");
    (found.why.sentence, found.why.race.iter().map(|part| part.line).collect())
}

fn said(program: &str, expect: &str, sentence: &str, lines: &[u32]) {
    assert_eq!(why(program, expect), (sentence.to_string(), lines.to_vec()), "{program}");
}

#[test]
fn a_lock_that_is_let_go_of_in_between() {
    said(
        "lock = threading.Lock()\nbalance = 0\ndef get():\n    with lock:\n        return balance\n\
         def put(value):\n    global balance\n    with lock:\n        balance = value\n\
         def a(): put(get() + 1)\nb = a\n",
        "balance == 2",
        "Lost update: B wrote balance (line 11) after A had read it (line 7) and before A wrote it (line 11). A lock was held each time, but not from the one to the other.",
        &[7, 11, 11],
    );
}

#[test]
fn operations_in_an_order_that_nobody_wanted() {
    said(
        "ready = threading.Event()\ndef a(): r.append(ready.wait(1))\ndef b(): ready.set()\n",
        "r == [True]",
        "The order decides: A gave up waiting for `ready` (line 4) before B set it (line 5). Nothing sees to it that they come in another.",
        &[4, 5],
    );
    said(
        "c = threading.Condition()\ndef a():\n    with c: r.append(c.wait(1))\ndef b():\n    with c: c.notify()\n",
        "r == [True]",
        "The order decides: A gave up waiting for `c` (line 5) before B notified it (line 7). Nothing sees to it that they come in another.",
        &[5, 7],
    );
}

/// What fails in every order is not put down to one.
#[test]
fn what_always_fails() {
    let sentence = "What is expected does not hold at the end, whoever goes first.";
    said("e = threading.Event()\ndef a(): e.set()\ndef b(): e.clear()\n", "r == [1]", sentence, &[]);
}

#[test]
fn patterns() {
    let begins = |program: &str, expect: &str, pattern: &str, lines: &[u32]| {
        let (sentence, found) = why(program, expect);
        assert!(sentence.starts_with(pattern), "{sentence}");
        assert_eq!(found, lines, "{sentence}");
    };
    begins("n = 0\ndef a():\n    global n\n    n += 1\nb = a\n", "n == 2", "Lost update", &[6, 6, 6]);
    begins(
        "d = {}\ndef a():\n    if 1 not in d:\n        d[1] = r.append(1)\nb = a\n",
        "len(r) == 1",
        "Check, then act",
        &[5, 6, 6],
    );
    begins(
        "one, two = threading.Lock(), threading.Lock()\ndef a():\n    with one:\n        with two: pass\n\
         def b():\n    with two:\n        with one: pass\n",
        "True",
        "Deadlock by lock order",
        &[12, 6, 9],
    );
    begins(
        "lock = threading.Lock()\ndef a():\n    with lock:\n        with lock: pass\ndef b(): pass\n",
        "True",
        "Deadlock with itself",
        &[10, 6],
    );
    begins(
        "c = threading.Condition()\ndef a():\n    with c: c.wait()\ndef b():\n    with c: c.notify()\n",
        "True",
        "Lost wakeup",
        &[10, 5],
    );
}
