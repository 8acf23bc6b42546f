//! Every run that a lesson has a name for ends as the lesson says, natively and in a browser.

mod runs;

use interleave_lessons::{LESSONS, Preset, checks};
use interleave_schedule::{Interval, Schedule};
use runs::ended;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::{wasm_bindgen_test as test, wasm_bindgen_test_configure};

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test_configure!(run_in_browser);

fn schedule_of(preset: &Preset) -> Schedule {
    preset.schedule.parse().expect("it can be read")
}

#[test]
fn presets_end_as_they_say() {
    for lesson in LESSONS {
        for (preset, ending) in lesson.presets.iter().zip(checks(lesson).presets) {
            let run = ended(&lesson.programs[preset.program], &schedule_of(preset));
            let said = ending.in_words().join(", ");
            assert!(ending.is(&run.end()), "{}: {}: not {said}, but {run:?}", lesson.id, preset.name);
        }
    }
}

#[test]
fn what_is_to_be_predicted_is_not_always_the_same() {
    for lesson in LESSONS.iter().filter(|lesson| lesson.programs.len() > 1) {
        let right = |preset: &Preset| {
            let run = ended(&lesson.programs[preset.program], &schedule_of(preset));
            lesson.prediction.right(&run.end())
        };
        let all: Vec<_> = lesson.presets.iter().map(right).collect();
        let settled = lesson.id == "lock";
        assert_eq!(all.iter().all(|answer| *answer == all[0]), settled, "{}: {all:?}", lesson.id);
    }
}

#[test]
fn a_run_without_decisions_is_another_run() {
    let schedule: Schedule = "1i5s0.M87A8B12A4M".parse().expect("it can be read");
    let undecided = schedule.undecided();
    assert_eq!(undecided, Schedule::seeded(0).with_interval(Interval::Steps(5)));
}
