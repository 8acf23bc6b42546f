//! What counts as shared: each test is a program in which it would be wrong to take too little, or too much.

mod common;

use common::explore;
use interleave_explore::Options;

/// Schedules and outcomes, with the value of an expression as the outcome.
fn found(source: &str, outcome: &str) -> (String, Vec<String>) {
    let report = explore(source, Options { outcome: Some(outcome.into()), ..Options::default() });
    assert!(report.proved);
    let mut values: Vec<String> =
        report.outcomes.iter().filter_map(|found| found.outcome.value.clone()).collect();
    values.sort();
    (report.schedules.map_or("?".into(), |count| count.to_string()), values)
}

/// Either thread takes either number, or both.
#[test]
fn an_iterator_that_two_threads_move() {
    for numbers in ["range(1, 3)", "(1, 2)", "[1, 2]"] {
        let source = format!(
            "import threading\nnumbers = iter({numbers})\nsums = [0, 0]\n\
             def work(which):\n    for number in numbers:\n        sums[which] += number\n\
             threads = [threading.Thread(target=work, args=(which,)) for which in range(2)]\n\
             for thread in threads:\n    thread.start()\nfor thread in threads:\n    thread.join()\n"
        );
        let (_, values) = found(&source, "sums");
        assert_eq!(values, ["[0, 3]", "[1, 2]", "[2, 1]", "[3, 0]"], "{numbers}");
    }
}

/// The main thread writes before it starts the one that reads: nothing else can come of it.
#[test]
fn what_is_done_before_a_start_is_no_choice() {
    let source = "import threading\nvalues = [0]\nothers = []\n\
                  first = threading.Thread(target=others.append, args=(1,))\nfirst.start()\n\
                  values[0] = 1\n\
                  second = threading.Thread(target=lambda: values[0])\nsecond.start()\n\
                  first.join()\nsecond.join()\n";
    assert_eq!(found(source, "values"), ("1".into(), vec!["[1]".into()]));
}

/// The same, but behind the start.
#[test]
fn what_is_done_behind_a_start_is_one() {
    let source = "import threading\nvalues = [0]\nread = []\n\
                  reader = threading.Thread(target=lambda: read.append(values[0]))\nreader.start()\n\
                  values[0] = 1\nreader.join()\n";
    assert_eq!(found(source, "read").1, ["[0]", "[1]"]);
}

/// What the library has in Python is seen to be changed as what is in Rust is: with a lock around it, and without.
#[test]
fn a_structure_that_is_written_in_python() {
    for guard in ["lock", "contextlib.nullcontext()"] {
        let source = format!(
            "import contextlib\nimport threading\nlock = threading.Lock()\nbuffer = bytearray()\n\
             def write(byte):\n    with {guard}:\n        buffer.append(byte)\n\
             threads = [threading.Thread(target=write, args=(byte,)) for byte in b'ab']\n\
             for thread in threads:\n    thread.start()\nfor thread in threads:\n    thread.join()\n"
        );
        assert_eq!(found(&source, "bytes(buffer)").1, ["b'ab'", "b'ba'"], "{guard}");
    }
}
