//! What holds of the search on every program of the corpus that is small enough.

mod common;

use std::collections::BTreeSet;

use common::explore;
use interleave_corpus::{CorpusProgram, programs};
use interleave_explore::{Ending, Exploration, Options, Outcome, Progress, Reduce, Report, Time};
use interleave_schedule::{Runner, Verdict};
use interleave_vm::{Limits, Model, Program, Stream};

/// How many states a program may have to be small enough.
const SMALL: usize = 120;

/// How many states it may have if every step counts as one that others can see.
const PLAIN: usize = 8_000;

fn threaded() -> impl Iterator<Item = CorpusProgram> {
    let starts = |source: &str| ["threading", "concurrent", "queue"].iter().any(|name| source.contains(name));
    programs().into_iter().filter(move |program| starts(program.source))
}

/// The report on a program, if it is small enough.
fn small(program: &CorpusProgram, model: Model, time: Time) -> Option<Report> {
    let compiled = Program::compile(program.source, &program.file()).ok()?;
    let limits = Limits { steps: 20_000, ..Limits::default() };
    let options = Options { model, time, max_states: SMALL, limits, ..Options::default() };
    let mut exploration = Exploration::new(&compiled, options).ok()?;
    for _ in 0..4 {
        if exploration.advance(500) == Progress::Over {
            let report = exploration.report();
            return (report.proved && report.gap.is_none()).then_some(report);
        }
    }
    None
}

fn ends(report: &Report) -> BTreeSet<(Ending, Option<String>)> {
    let end = |outcome: &Outcome| (outcome.ending, outcome.value.clone());
    report.outcomes.iter().map(|found| end(&found.outcome)).collect()
}

/// A search that takes every step as one that others can see, and knows nothing of what is shared, finds the same ends.
#[test]
fn looking_only_at_what_is_visible_loses_no_end() {
    let mut compared = Vec::new();
    for program in threaded() {
        let Some(report) = small(&program, Model::Instruction, Time::Any) else { continue };
        let compiled = Program::compile(program.source, &program.file()).expect("it compiled");
        let options = Options { max_states: PLAIN, ..Options::default() };
        let mut plain = Exploration::new(&compiled, options).expect("no expressions").without_visibility();
        let mut left = 30;
        while left > 0 && plain.size().0 <= PLAIN && plain.advance(500) == Progress::Searching {
            left -= 1;
        }
        if plain.is_over() && plain.size().0 <= PLAIN {
            assert_eq!(ends(&report), ends(&plain.report()), "{}", program.name);
            compared.push(program.name);
        }
    }
    println!("{compared:?}");
    assert!(compared.len() >= 18, "only {} were compared: {compared:?}", compared.len());
}

/// States that are put together from those of threads that were run by themselves are those of whole machines: not only
/// the ends are the same, but every count and every schedule.
#[test]
fn threads_by_themselves_come_to_what_whole_machines_do() {
    for program in threaded() {
        let Some(_) = small(&program, Model::Instruction, Time::Any) else { continue };
        let compiled = Program::compile(program.source, &program.file()).expect("it compiled");
        let report = |whole: bool| {
            let exploration = Exploration::new(&compiled, Options::default()).expect("no expressions");
            let mut exploration = if whole { exploration.with_whole_machines() } else { exploration };
            exploration.finish();
            format!("{:?}", exploration.report())
        };
        assert_eq!(report(false), report(true), "{}", program.name);
    }
}

/// To go through one run of each trace finds the same ends as to look at all states, with sleep sets and without; and as
/// many traces, but where workers of a pool are exchanged for each other, or the program's end may cut daemons off.
#[test]
fn one_run_of_each_trace_finds_every_end() {
    let (mut compared, mut counted) = (0, 0);
    for program in threaded() {
        for model in [Model::Instruction, Model::Gil] {
            for time in [Time::Any, Time::Virtual] {
                let Some(report) = small(&program, model, time) else { continue };
                let few = report.traces.as_ref().is_none_or(|traces| *traces <= 400_u32.into());
                let compiled = Program::compile(program.source, &program.file()).expect("it compiled");
                let other = |reduce: Reduce| {
                    let limits = Limits { steps: 20_000, ..Limits::default() };
                    let options = Options { model, time, reduce, limits, ..Options::default() };
                    let mut exploration = Exploration::new(&compiled, options).expect("no expressions");
                    exploration.finish();
                    exploration.summary()
                };
                assert_eq!(ends(&report), ends(&other(Reduce::None)), "{} {model:?} {time:?}", program.name);
                if !few {
                    continue;
                }
                let runs = other(Reduce::Dpor);
                if report.untold.is_some() {
                    let found = ends(&runs).is_subset(&ends(&report));
                    assert!(found && !runs.proved, "{} {model:?} {time:?}", program.name);
                    continue;
                }
                assert_eq!(ends(&report), ends(&runs), "{} {model:?} {time:?}", program.name);
                compared += 1;
                let exchanged = ["concurrent", "ThreadPool", "daemon"];
                if runs.proved && !exchanged.iter().any(|word| program.source.contains(word)) {
                    assert_eq!(report.traces, runs.traces, "{} {model:?} {time:?}", program.name);
                    counted += 1;
                }
            }
        }
    }
    assert!(compared >= 200 && counted >= 150, "only {compared} were compared, {counted} of them counted");
}

/// Every outcome's schedule, followed by a run, comes to that outcome.
#[test]
fn every_schedule_replays() {
    let mut replayed = 0;
    for program in threaded() {
        for model in [Model::Instruction, Model::Gil] {
            let Some(report) = small(&program, model, Time::Any) else { continue };
            let compiled = Program::compile(program.source, &program.file()).expect("it compiled");
            let options = Options { model, reduce: Reduce::Dpor, max_traces: 200, ..Options::default() };
            let mut runs = Exploration::new(&compiled, options).expect("no expressions");
            runs.finish();
            for found in report.outcomes.iter().chain(&runs.report().outcomes) {
                let Some(schedule) = &found.schedule else { continue };
                let text = schedule.to_string();
                let mut runner =
                    Runner::new(&compiled, &text.parse().expect("a schedule"), Limits::default());
                let verdict = runner.finish().unwrap_or_else(|why| panic!("{} {text}: {why}", program.name));
                let deadlocks = matches!(verdict, Verdict::Deadlocked(_));
                assert_eq!(deadlocks, found.outcome.ending == Ending::Deadlocks, "{} {text}", program.name);
                let out = runner.machine().text(Stream::Out);
                // What depends on the clock is another matter: steps take time in a run.
                if !program.source.contains("time") {
                    assert_eq!(Some(out), found.outcome.value, "{} {text}", program.name);
                }
                replayed += 1;
            }
        }
    }
    assert!(replayed >= 100, "only {replayed} schedules were replayed");
}

/// What a run by a seed shows is among what the search says can happen.
#[test]
fn runs_by_chance_end_as_the_search_says() {
    for program in threaded() {
        for model in [Model::Instruction, Model::Gil] {
            let Some(report) = small(&program, model, Time::Any) else { continue };
            if program.source.contains("time") {
                continue;
            }
            let compiled = Program::compile(program.source, &program.file()).expect("it compiled");
            let known = ends(&report);
            for seed in 0..12 {
                let interval = Some(interleave_schedule::Interval::Steps(1 + seed % 7));
                let schedule = interleave_schedule::Schedule {
                    seed,
                    model,
                    interval,
                    ..interleave_schedule::Schedule::default()
                };
                let mut runner = Runner::new(&compiled, &schedule, Limits::default());
                let Ok(verdict) = runner.finish() else { panic!("{}: {schedule}", program.name) };
                let ending = match verdict {
                    Verdict::Deadlocked(_) => Ending::Deadlocks,
                    _ if !runner.machine().failures().is_empty() => Ending::Raises,
                    _ => Ending::Passes,
                };
                let end = (ending, Some(runner.machine().text(Stream::Out)));
                assert!(
                    known.contains(&end),
                    "{} {schedule} {model:?}: {end:?} is not in {known:?}",
                    program.name
                );
            }
        }
    }
}

/// The same program, explored twice, gives the same report.
#[test]
fn a_search_is_the_same_every_time() {
    let program = interleave_corpus::program_named("deck/lost_update").expect("a program of the corpus");
    let report = || format!("{:?}", explore(program.source, Options::default()));
    assert_eq!(report(), report());
}
