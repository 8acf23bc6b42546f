//! Runs programs under many seeds, both models and several intervals, and says on standard output, one line of JSON for each
//! program, which different outcomes there were. `scripts/conform` compares them with CPython's.
//!
//!     interleave-conform SEEDS FILE...

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use interleave_schedule::{Interval, Runner, Schedule, Verdict};
use interleave_vm::{Limits, Machine, Model, Program, Stream};
use serde::Serialize;

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
    let Some((seeds, files)) =
        args.split_first().and_then(|(seeds, files)| Some((seeds.parse().ok()?, files)))
    else {
        eprintln!("usage: interleave-conform SEEDS FILE...");
        return ExitCode::from(2);
    };
    for file in files {
        let report = explore(file, seeds);
        let line = serde_json::to_string(&report).map_err(io::Error::other);
        if let Err(error) = line.and_then(|line| writeln!(io::stdout(), "{line}")) {
            eprintln!("interleave-conform: {error}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

fn explore(file: &str, seeds: u64) -> Report<'_> {
    let mut report = Report { file, refused: Vec::new(), runs: 0, outcomes: Vec::new() };
    let source = match std::fs::read_to_string(file) {
        Ok(source) => source,
        Err(error) => {
            report.refused.push(error.to_string());
            return report;
        }
    };
    let name = Path::new(file).file_name().map_or(file.into(), |name| name.to_string_lossy());
    let program = match Program::compile(&source, &name) {
        Ok(program) => program,
        Err(diagnostics) => {
            let say = |d: &interleave_vm::Diagnostic| format!("line {}: {}", d.span.line, d.message);
            report.refused = diagnostics.iter().map(say).collect();
            return report;
        }
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

fn run(program: &Program, schedule: &Schedule) -> Outcome {
    let limits = Limits { steps: 20_000_000, ..Limits::default() };
    let mut runner = Runner::new(program, schedule, limits);
    let (status, verdict) = match runner.finish() {
        Ok(verdict) => (status_of(runner.machine(), &verdict), verdict.to_string()),
        Err(error) => (None, error.to_string()),
    };
    let machine = runner.machine();
    Outcome { out: machine.text(Stream::Out), err: machine.text(Stream::Err), status, verdict }
}

fn status_of(machine: &Machine, verdict: &Verdict) -> Option<i32> {
    match verdict {
        Verdict::Ended => Some(machine.exit_status().unwrap_or(0)),
        Verdict::Raised => Some(1),
        _ => None,
    }
}
