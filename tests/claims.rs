//! What the lessons say of many runs.
#![cfg(not(target_arch = "wasm32"))]

mod runs;

use interleave_explore::{Exploration, Options, Report};
use interleave_lessons::{Explored, Holds, LESSONS, Lesson, Said, Time, checks};
use interleave_schedule::{Interval, Schedule};
use interleave_vm::{Model, Program};
use runs::ended;

/// Many schedules, of all kinds.
fn schedules() -> impl Iterator<Item = Schedule> {
    let intervals = [None, Some(1), Some(5), Some(20), Some(200)];
    let kinds = intervals.into_iter().flat_map(|i| [(i, Model::Instruction), (i, Model::Gil)]);
    kinds.flat_map(|(interval, model)| {
        (0..25).map(move |seed| Schedule {
            interval: interval.map(Interval::Steps),
            model,
            ..Schedule::seeded(seed)
        })
    })
}

#[test]
fn claims_hold_over_many_seeds() {
    for lesson in LESSONS {
        for claim in checks(lesson).claims {
            let Said::Of(holds, ending) = claim.said else { continue };
            let program = &lesson.programs[claim.program];
            let runs: Vec<_> = schedules().map(|schedule| ended(program, &schedule)).collect();
            let so = runs.iter().filter(|run| ending.is(&run.end())).count();
            let true_of_them = match holds {
                Holds::Always => so == runs.len(),
                Holds::Sometimes => so > 0 && so < runs.len(),
                Holds::Never => so == 0,
            };
            assert!(true_of_them, "{}: {}: {so} of {} runs", lesson.id, claim.text, runs.len());
        }
    }
}

/// What exploring all schedules of a program of a lesson comes to.
fn explored(lesson: &Lesson, program: usize) -> Report {
    let interleave_lessons::Exploration { outcome, expect, time } = lesson.exploration;
    let program = &lesson.programs[program];
    let compiled = Program::compile(program.source, program.file).expect("it compiles");
    let options = Options {
        outcome: outcome.map(String::from),
        expect: expect.map(String::from),
        time: match time {
            Time::Any => interleave_explore::Time::Any,
            Time::Virtual => interleave_explore::Time::Virtual,
        },
        ..Options::default()
    };
    let mut exploration = Exploration::new(&compiled, options).expect("the expressions compile");
    exploration.finish();
    exploration.report()
}

#[test]
fn claims_hold_over_all_schedules() {
    for lesson in LESSONS {
        for claim in checks(lesson).claims {
            let Said::Explored(said) = claim.said else { continue };
            let report = explored(lesson, claim.program);
            let failing = report.outcomes.iter().filter(|found| found.outcome.ending.is_failure());
            let failing = failing.map(|found| found.schedules.clone()).reduce(|a, b| Some(a? + b?)).flatten();
            let came = Explored {
                verdict: said.verdict,
                schedules: said.schedules.and(report.schedules.as_ref()).and_then(|n| n.try_into().ok()),
                failing: said.failing.and(failing).and_then(|n| n.try_into().ok()),
                outcomes: said.outcomes.map(|_| report.outcomes.len()),
            };
            assert!(report.proved, "{}: {}", lesson.id, claim.text);
            assert_eq!(report.verdict.to_string(), said.verdict, "{}: {}", lesson.id, claim.text);
            assert_eq!(came, said, "{}: {}", lesson.id, claim.text);
        }
    }
}

#[test]
fn the_shortest_failures_are_what_an_exploration_finds() {
    for lesson in LESSONS {
        for preset in lesson.presets.iter().filter(|preset| preset.name == "The shortest failure") {
            let found = explored(lesson, preset.program).counterexample.expect("a failure");
            assert_eq!(found.replay.schedule.to_string(), preset.schedule, "{}", lesson.id);
        }
    }
}
