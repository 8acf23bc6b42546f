//! Programs that no one would write: the corpus's with damage, and random ones. Nothing panics, nothing hangs, and what
//! holds for every program holds for them. `INTERLEAVE_FUZZ=20` tries twenty times as many.

#[path = "fuzz/dice.rs"]
mod dice;
#[path = "fuzz/grammar.rs"]
mod grammar;
#[path = "fuzz/mutate.rs"]
mod mutate;

use std::panic::{AssertUnwindSafe, catch_unwind};

use interleave_corpus::programs;
use interleave_schedule::{Interval, Runner, Schedule, Timeline};
use interleave_vm::{Limits, Machine, Model, Program, Stream, tokens};

use dice::Dice;

const LIMITS: fn() -> Limits = || Limits {
    steps: 20_000,
    work: 100_000,
    threads: 50,
    heap: 8_000_000,
    size: 1_000_000,
    output: 20_000,
    digits: 2_000,
    ..Limits::default()
};

fn rounds(standard: u64) -> u64 {
    let times = std::env::var("INTERLEAVE_FUZZ").ok().and_then(|times| times.parse().ok()).unwrap_or(1);
    standard * times
}

fn any_schedule(dice: &mut Dice) -> Schedule {
    let interval = [None, Some(1), Some(3), Some(40)][dice.below(4)];
    Schedule {
        interval: interval.map(Interval::Steps),
        model: if dice.below(2) == 0 { Model::Instruction } else { Model::Gil },
        ..Schedule::seeded(dice.next())
    }
}

/// What a run came to.
fn run(
    program: &Program,
    schedule: &Schedule,
    collect_every: Option<usize>,
) -> (String, String, String, u64) {
    // Looking for garbage is work, of which there is more here than there ought to be.
    let work = if collect_every.is_some() { u64::MAX / 2 } else { LIMITS().work };
    let mut machine = Machine::new(program, schedule.seed, Limits { work, ..LIMITS() });
    if let Some(bytes) = collect_every {
        machine.collect_every(bytes);
    }
    let mut runner = Runner::of(machine, schedule);
    let verdict = runner.finish().expect("a schedule without decisions fits");
    let machine = runner.machine();
    (machine.text(Stream::Out), machine.text(Stream::Err), verdict.to_string(), machine.steps())
}

/// Whether a run's text has an address in it, which the collection of garbage may change.
fn is_comparable(run: &(String, String, String, u64)) -> bool {
    !run.0.contains("0x") && !run.1.contains("0x") && !run.2.contains("limit")
}

fn check(source: &str, dice: &mut Dice) {
    tokens(source);
    let Ok(program) = Program::compile(source, "fuzz.py") else { return };
    interleave_vm::dis::dis(&program.code);
    let schedule = any_schedule(dice);
    let first = run(&program, &schedule, None);
    assert_eq!(first, run(&program, &schedule, None), "the same run again");
    if is_comparable(&first) && !source.contains("id(") && !source.contains("hash(") {
        assert_eq!(
            first,
            run(&program, &schedule, Some(1 + 2 * first.3 as usize)),
            "garbage is looked for all the time"
        );
    }
    if dice.below(8) == 0 {
        seeks(&program, &schedule, dice);
    }
}

/// Seeking goes where running goes.
fn seeks(program: &Program, schedule: &Schedule, dice: &mut Dice) {
    let mut timeline = Timeline::record(program, schedule, LIMITS()).expect("it fits");
    let last = timeline.len();
    let hash = timeline.seek(last).state_hash();
    for _ in 0..3 {
        let at = dice.below(last as usize + 1) as u64;
        let there = timeline.seek(at).state_hash();
        timeline.seek(dice.below(last as usize + 1) as u64);
        assert_eq!(there, timeline.seek(at).state_hash(), "step {at} again");
    }
    assert_eq!(hash, timeline.seek(last).state_hash(), "the end again");
}

fn try_all(cases: u64, mut source: impl FnMut(&mut Dice) -> String) {
    for seed in 0..rounds(cases) {
        let mut dice = Dice::new(seed);
        let source = source(&mut dice);
        let done = catch_unwind(AssertUnwindSafe(|| check(&source, &mut dice)));
        assert!(done.is_ok(), "seed {seed} fails:\n{source}");
    }
}

#[test]
fn damaged_programs() {
    let corpus = programs();
    try_all(350, |dice| {
        let (one, other) = (&corpus[dice.below(corpus.len())], &corpus[dice.below(corpus.len())]);
        mutate::mutated(one.source, other.source, dice)
    });
}

#[test]
fn random_programs() {
    try_all(350, grammar::program);
}

#[test]
fn random_characters() {
    const PIECES: [&str; 24] = [
        "(", ")", "[", "]", "{", "}", ":", "\n", "    ", "def ", "class ", "x", "=", "f\"{", "\"", "'''",
        "\\", "lambda ", "*", "@", "é", "\t", "if ", "0x",
    ];
    try_all(1_000, |dice| (0..dice.below(40)).map(|_| PIECES[dice.below(PIECES.len())]).collect());
}
