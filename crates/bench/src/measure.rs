//! The figures.

use interleave_schedule::{Progress, Runner, Schedule, Timeline};
use interleave_vm::{Limits, Machine, Model, Program, ThreadId};

use crate::clock::{once, seconds};

/// How often a figure is taken; the best counts.
const TIMES: usize = 11;

/// A program that goes on for ever, with something to remember in it.
const ENDLESS: &str = "\
numbers = list(range(1000))
total = 0
while True:
    total += 1
    numbers[total % 1000] = total
";

fn limits(steps: u64) -> Limits {
    Limits { steps, ..Limits::default() }
}

fn print(name: &str, number: f64, unit: &str) {
    println!("{name}\t{number}\t{unit}");
}

/// How many instructions a second it makes of a program, with a trace and without, and how long a run takes.
pub(crate) fn speed(name: &str, program: &Program) {
    let runner = || Runner::new(program, &Schedule::seeded(1), limits(100_000_000));
    let mut steps = 0;
    let plain = seconds(TIMES, || {
        let mut runner = runner();
        let verdict = runner.finish();
        steps = runner.machine().steps();
        verdict
    });
    let traced = seconds(TIMES, || {
        let mut effects = 0;
        let mut runner = runner();
        while let Ok(Progress::Running) =
            runner.advance_observed(u64::MAX, |_, step| effects += step.effects.len())
        {}
        effects
    });
    print(&format!("{name}: steps"), steps as f64, "steps");
    print(&format!("{name}: a run"), plain, "seconds");
    print(&format!("{name}: without trace"), steps as f64 / plain / 1e6, "million instructions a second");
    print(&format!("{name}: with trace"), steps as f64 / traced / 1e6, "million instructions a second");
}

/// What it costs to keep a copy of a machine: to make it, and to take the next step with it.
pub(crate) fn snapshot() {
    let Ok(program) = Program::compile(ENDLESS, "endless.py") else { return };
    let mut machine = Machine::new(&program, 0, Limits::default());
    if machine.run(ThreadId::MAIN, 50_000, Model::Instruction).is_err() {
        return;
    }
    const COPIES: usize = 10_000;
    let copies = seconds(TIMES, || vec![machine.clone(); COPIES]);
    let steps = seconds(TIMES, || {
        let mut copies = vec![machine.clone(); COPIES];
        for copy in &mut copies {
            let _ = copy.run(ThreadId::MAIN, 20, Model::Instruction);
        }
        copies
    });
    print("a snapshot", copies / COPIES as f64 * 1e6, "microseconds");
    print("a snapshot and 20 steps with it", steps / COPIES as f64 * 1e6, "microseconds");
}

/// How long it takes to get to a step of a run of a million steps.
pub(crate) fn seek() {
    let Ok(program) = Program::compile(ENDLESS, "endless.py") else { return };
    let steps = 1_000_000;
    let mut recorded = None;
    let making = once(|| recorded = Timeline::record(&program, &Schedule::seeded(1), limits(steps)).ok());
    let Some(mut timeline) = recorded else { return };
    // A walk over the whole run that never goes where it has just been.
    let mut taken: Vec<f64> = (1..=1_000u64)
        .map(|n| {
            let to = n * 617_411 % steps;
            once(|| {
                timeline.seek(to);
            })
        })
        .collect();
    taken.sort_by(f64::total_cmp);
    print("a timeline of 1,000,000 steps: to make", making, "seconds");
    print("a timeline of 1,000,000 steps: seek, median", taken[taken.len() / 2] * 1e3, "milliseconds");
    print(
        "a timeline of 1,000,000 steps: seek, slowest of 1,000",
        taken[taken.len() - 1] * 1e3,
        "milliseconds",
    );
}
