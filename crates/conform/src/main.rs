//! Runs programs under many seeds, both models and several intervals, and says on standard output, one line of JSON for each
//! program, which different outcomes there were. `scripts/conform` compares them with CPython's.
//!
//!     interleave-conform SEEDS FILE...
//!
//! With `--reach`, it reads a JSON list of outputs from standard input and tries to come to each of them, in so many attempts:
//!
//!     interleave-conform --reach ATTEMPTS FILE
//!
//! With `--search`, it searches all schedules in which sleeps may be late, up to so many states, and says what is written to
//! standard output in each of them; nothing of standard error, and no exit status but 0 for all that is not stuck.
//!
//!     interleave-conform --search STATES FILE

mod guided;
mod search;

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;
use std::rc::Rc;

use interleave_schedule::{Interval, Progress, Runner, Schedule, Verdict};
use interleave_vm::{Diagnostic, Limits, Machine, Model, Program, Stream};
use serde::Serialize;

use guided::Guided;
use search::{is_stuck, search};

/// How one or more runs ended.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
struct Outcome {
    out: String,
    err: String,
    /// The exit status, or none if it never ended.
    status: Option<i32>,
    /// What else is to be said of the end.
    verdict: String,
}

/// What is known of a program.
#[derive(Serialize)]
struct Report<'a> {
    file: &'a str,
    /// Why it cannot be run.
    refused: Vec<String>,
    runs: usize,
    /// The outcomes, each with a schedule that leads to it.
    outcomes: Vec<(Outcome, String)>,
}

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    let (how, number, files): (fn(&str, u64) -> Report<'_>, _, _) = match words[..] {
        ["--reach", number, ref files @ ..] => (reach, number, files),
        ["--search", number, ref files @ ..] => (search_all, number, files),
        [number, ref files @ ..] => (explore, number, files),
        [] => return usage(),
    };
    let Ok(number) = number.parse() else { return usage() };
    for file in files {
        let line = serde_json::to_string(&how(file, number)).map_err(io::Error::other);
        if let Err(error) = line.and_then(|line| writeln!(io::stdout(), "{line}")) {
            eprintln!("interleave-conform: {error}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

fn usage() -> ExitCode {
    eprintln!("usage: interleave-conform SEEDS FILE... | --reach ATTEMPTS FILE | --search STATES FILE");
    ExitCode::from(2)
}

fn compiled(file: &str) -> Result<Rc<Program>, Vec<String>> {
    let source = std::fs::read_to_string(file).map_err(|error| vec![error.to_string()])?;
    let name = Path::new(file).file_name().map_or(file.into(), |name| name.to_string_lossy());
    let say = |d: &Diagnostic| format!("line {}: {}", d.span.line, d.message);
    Program::compile(&source, &name).map_err(|diagnostics| diagnostics.iter().map(say).collect())
}

/// Tries to come to outputs that are given.
fn reach(file: &str, attempts: u64) -> Report<'_> {
    let mut report = Report { file, refused: Vec::new(), runs: 0, outcomes: Vec::new() };
    let wanted: Vec<String> = serde_json::from_reader(io::stdin()).unwrap_or_default();
    let Ok(program) = compiled(file) else { return report };
    for output in &wanted {
        for seed in 0..attempts {
            report.runs += 1;
            let interval = [1, 1, 4, 20][(seed / 4 % 4) as usize];
            let schedule = Schedule { interval: Some(Interval::Steps(interval)), ..Schedule::seeded(seed) };
            let machine = Machine::new(&program, seed, LIMITS());
            let mut runner = Runner::with_scheduler(machine, schedule, Guided::new(output, seed));
            let mut progress = runner.advance(200);
            while progress == Ok(Progress::Running) && !runner.scheduler_mut().is_lost {
                progress = runner.advance(200);
            }
            let Ok(Progress::Over(verdict)) = progress else { continue };
            let machine = runner.machine().clone();
            if runner.scheduler_mut().has_come(&machine) {
                let found = outcome(&machine, &verdict);
                report.outcomes.push((found, runner.explicit_schedule().to_string()));
                break;
            }
        }
    }
    report
}

/// Searches all schedules.
fn search_all(file: &str, max_states: u64) -> Report<'_> {
    let found = compiled(file).map(|program| search(&program, max_states as usize)).unwrap_or_default();
    let outcomes = found.into_iter().map(|outcome| {
        let status = (!is_stuck(&outcome)).then_some(0);
        let verdict = outcome.ending.to_string();
        let out = outcome.value.unwrap_or_default();
        (Outcome { out, err: String::new(), status, verdict }, String::new())
    });
    Report { file, refused: Vec::new(), runs: 0, outcomes: outcomes.collect() }
}

fn explore(file: &str, seeds: u64) -> Report<'_> {
    let mut report = Report { file, refused: Vec::new(), runs: 0, outcomes: Vec::new() };
    let program = match compiled(file) {
        Ok(program) => program,
        Err(refused) => return Report { refused, ..report },
    };
    let mut found: BTreeMap<Outcome, String> = BTreeMap::new();
    for schedule in schedules(seeds) {
        let outcome = run(&program, &schedule);
        report.runs += 1;
        let limited = outcome.verdict == "limit reached";
        found.entry(outcome).or_insert_with(|| schedule.to_string());
        // Another schedule would take as long to come to the same end.
        if limited && report.runs >= 4 {
            break;
        }
    }
    report.outcomes = found.into_iter().collect();
    report
}

/// The schedules that are tried: each seed with every model, at intervals from the program's own to a switch at each step.
fn schedules(seeds: u64) -> impl Iterator<Item = Schedule> {
    let intervals = [None, Some(1), Some(2), Some(5), Some(15), Some(50), Some(300)];
    (0..seeds).flat_map(move |seed| {
        [Model::Instruction, Model::Gil].into_iter().map(move |model| {
            let interval = intervals[(seed % intervals.len() as u64) as usize].map(Interval::Steps);
            Schedule { model, interval, ..Schedule::seeded(seed) }
        })
    })
}

const LIMITS: fn() -> Limits = || Limits { steps: 20_000_000, ..Limits::default() };

fn run(program: &Program, schedule: &Schedule) -> Outcome {
    let mut runner = Runner::new(program, schedule, LIMITS());
    match runner.finish() {
        Ok(verdict) => outcome(runner.machine(), &verdict),
        Err(error) => {
            Outcome { out: String::new(), err: String::new(), status: None, verdict: error.to_string() }
        }
    }
}

fn outcome(machine: &Machine, verdict: &Verdict) -> Outcome {
    Outcome {
        out: machine.text(Stream::Out),
        err: machine.text(Stream::Err),
        status: status_of(machine, verdict),
        verdict: verdict.to_string(),
    }
}

fn status_of(machine: &Machine, verdict: &Verdict) -> Option<i32> {
    match verdict {
        Verdict::Ended => Some(machine.exit_status().unwrap_or(0)),
        Verdict::Raised => Some(1),
        _ => None,
    }
}
