//! The lessons keep what they promise: every preset runs, and prints what it says it prints.
#![cfg(not(target_arch = "wasm32"))]

use interleave::run::Run;
use interleave::state::{Action, Move, State};
use interleave_lessons::{LESSONS, Lesson, Preset};
use interleave_vm::{Limits, Program, Stream};

fn printed(lesson: &Lesson, preset: &Preset) -> String {
    let program = &lesson.programs[preset.program];
    let compiled = Program::compile(program.source, program.file).expect("it compiles");
    let schedule = preset.schedule.parse().expect("it can be read");
    let mut timeline =
        interleave_schedule::Timeline::record(&compiled, &schedule, Limits::default()).expect("it fits");
    let steps = timeline.len();
    timeline.seek(steps).text(Stream::Out)
}

#[test]
fn presets_print_what_they_say() {
    for lesson in LESSONS {
        for preset in lesson.presets {
            let printed = printed(lesson, preset);
            if let Some(output) = preset.output {
                assert_eq!(printed, output, "{}: {}", lesson.id, preset.name);
            }
        }
    }
}

/// What the sum of a lesson comes to at the end of a run: its total and whether it is right.
fn sum_at_the_end(state: &State) -> String {
    let mut run = Run::of(state).expect("it compiles");
    let steps = run.advance(u64::MAX).steps;
    let sum = run.scene(steps).shared.sum.expect("the lesson has a sum");
    format!("{} {:?}", sum.total.unwrap_or_default(), sum.verdict)
}

#[test]
fn one_thread_keeps_the_money_whatever_the_seed() {
    let lesson = interleave_lessons::find("bank-one-thread").expect("a lesson");
    for seed in 0..50 {
        assert_eq!(sum_at_the_end(&State::open(lesson).after(Action::Seed(seed))), "300 Kept");
    }
}

#[test]
fn the_talks_bank_loses_ten() {
    let lesson = interleave_lessons::find("bank-thread-pool").expect("a lesson");
    assert_eq!(sum_at_the_end(&State::open(lesson)), "290 Lost(\"10\")");
}

#[test]
fn a_state_is_shown_as_far_as_it_is_known() {
    let state = State::open(&LESSONS[0]).after(Action::Move(Move::End));
    let mut run = Run::of(&state).expect("it compiles");
    let state = state.after(Action::Recorded(state.run_number, run.advance(10)));
    assert_eq!(run.scene(state.shown()).step, state.extent.steps);
}
