//! The talk's bank: on a pool of threads it ends in many ways, on one thread in one.

use std::collections::BTreeSet;

use interleave_corpus::program_named;
use interleave_schedule::{Runner, Schedule};
use interleave_vm::{Limits, Program, Stream};

/// What a program of the corpus prints under a schedule.
fn printed(name: &str, schedule: &str) -> String {
    let program = program_named(name).unwrap();
    let compiled = Program::compile(program.source, &program.file()).unwrap();
    let mut runner = Runner::new(&compiled, &schedule.parse::<Schedule>().unwrap(), Limits::default());
    runner.finish().unwrap();
    runner.machine().text(Stream::Out)
}

#[test]
fn on_a_pool_it_ends_in_many_ways_the_talks_among_them() {
    let ends: BTreeSet<_> =
        (0..200).map(|seed| printed("deck/bank_thread_pool", &format!("1s{seed}"))).collect();
    assert!(ends.len() >= 10, "only {} ends", ends.len());
    let talk = "1 John 90.0\n2 Jane 90.0\n3 Alice 110.0\nmoney in the bank: 290.0\n";
    assert!(ends.iter().any(|end| end.ends_with(talk)), "{ends:?}");
}

#[test]
fn on_one_thread_it_ends_in_one_whatever_the_schedule() {
    let ends: BTreeSet<_> = ["1s", "1gs", "1i1s", "1gi1s", "1i50s"]
        .into_iter()
        .flat_map(|settings| {
            (0..20).map(move |seed| printed("deck/bank_one_thread", &format!("{settings}{seed}")))
        })
        .collect();
    assert_eq!(ends.len(), 1, "{ends:?}");
    assert!(
        ends.iter().all(|end| end.contains("90.0") && end.contains("110.0") && end.contains("300")),
        "{ends:?}"
    );
}
