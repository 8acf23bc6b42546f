//! Whether two machines run programs the same: a fixed choice of runs, each with a number that stands for its trace.
//!
//! The runs and their numbers are kept in `tests/trace-hashes.txt`, one [`line`] each; the engine's tests and the
//! browser's both hold what they get against that one file.

use std::rc::Rc;

use interleave_vm::{Limits, Model, Program};

use crate::draws::{Draws, Stream};
use crate::interval::Interval;
use crate::misfit::ScheduleError;
use crate::runner::{Progress, Runner};
use crate::schedule::Schedule;
use crate::trace::Hasher;

/// How many runs are compared.
pub const RUNS: usize = 1_000;

/// The intervals that are tried: where nearly every step is a choice, and where few are.
const INTERVALS: [Option<u64>; 6] = [Some(1), Some(2), Some(7), Some(50), Some(1_000), None];

/// One run to be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case<'a> {
    /// The program's name.
    pub program: &'a str,
    /// Which run of it.
    pub schedule: Schedule,
}

/// The runs to be compared, of programs whose names are given: every program in turn, with everything else drawn.
pub fn cases<'a>(programs: &[&'a str]) -> Vec<Case<'a>> {
    let mut draws = Draws::new(0, Stream::Cases);
    let case = |&program: &&'a str| {
        let seed = draws.below(1_000_000);
        let interval = draws.one_of(&INTERVALS).map(Interval::Steps);
        let model = draws.one_of(&[Model::Instruction, Model::Gil]);
        Case { program, schedule: Schedule { interval, ..Schedule::seeded(seed).with_model(model) } }
    };
    programs.iter().cycle().take(if programs.is_empty() { 0 } else { RUNS }).map(case).collect()
}

/// The limits that the compared runs keep to: no program is run longer than it takes to tell machines apart.
pub fn limits() -> Limits {
    Limits { steps: 4_000, ..Limits::default() }
}

/// A run as it is written down: the program's name, the schedule, and the hash of the trace, or why there is none.
pub fn line(name: &str, program: &Program, schedule: &Schedule) -> String {
    let hash = trace_hash(program, schedule, limits());
    let hash = hash.map_or_else(|error| error.to_string(), |hash| format!("{hash:016x}"));
    format!("{name} {schedule} {hash}")
}

/// Runs again what is written down, and returns the lines that now are others: what was expected and what came.
/// `program` finds a program by its name.
pub fn differences(lines: &str, program: impl Fn(&str) -> Option<Rc<Program>>) -> Vec<(String, String)> {
    let run_again = |expected: &str| {
        let mut parts = expected.split(' ');
        let name = parts.next()?;
        let schedule = parts.next()?.parse().ok()?;
        Some(line(name, &*program(name)?, &schedule))
    };
    let come = lines
        .lines()
        .map(|expected| (expected, run_again(expected).unwrap_or_else(|| "cannot be run".into())));
    come.filter(|(expected, came)| expected != came).map(|(expected, came)| (expected.into(), came)).collect()
}

/// The hash of a run's trace.
///
/// # Errors
/// If the schedule does not fit the program.
pub fn trace_hash(program: &Program, schedule: &Schedule, limits: Limits) -> Result<u64, ScheduleError> {
    let mut runner = Runner::new(program, schedule, limits);
    let mut hasher = Hasher::default();
    loop {
        if let Progress::Over(verdict) =
            runner.advance_observed(u64::MAX, |machine, step| hasher.add(machine, step))?
        {
            return Ok(hasher.finish(runner.machine(), &verdict));
        }
    }
}
