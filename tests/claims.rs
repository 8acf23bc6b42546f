//! What the lessons say of many runs.
#![cfg(not(target_arch = "wasm32"))]

mod runs;

use interleave_lessons::{Holds, LESSONS, checks};
use interleave_schedule::{Interval, Schedule};
use interleave_vm::Model;
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

/// All that is said of many runs is held to by a few hundred of them; what is said of all, an exploration can prove.
#[test]
fn claims_hold_over_many_seeds() {
    for lesson in LESSONS {
        for claim in checks(lesson).claims {
            let program = &lesson.programs[claim.program];
            let runs: Vec<_> = schedules().map(|schedule| ended(program, &schedule)).collect();
            let so = runs.iter().filter(|run| claim.ending.is(&run.end())).count();
            let holds = match claim.holds {
                Holds::Always => so == runs.len(),
                Holds::Sometimes => so > 0 && so < runs.len(),
                Holds::Never => so == 0,
            };
            assert!(holds, "{}: {}: {so} of {} runs", lesson.id, claim.text, runs.len());
        }
    }
}
