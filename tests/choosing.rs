//! A person is the scheduler: three moves lose the money.
#![cfg(not(target_arch = "wasm32"))]

use interleave::run::{Chosen, Run};
use interleave::state::{Action, State};
use interleave::view::Verdict;
use interleave_vm::ThreadId;

fn made(state: &State) -> Run {
    let mut run = Run::of(state).expect("it compiles");
    run.advance(u64::MAX);
    run
}

fn begun(lesson: &str) -> (State, Run) {
    let state = State::open(interleave_lessons::find(lesson).expect("a lesson"));
    let Chosen { schedule, step } = made(&state).first_choice();
    let state = state.after(Action::Steer(schedule, step, 0));
    let run = made(&state);
    (state, run)
}

/// The state and run after someone lets a thread go on.
fn moved(state: &State, run: &mut Run, thread: u16) -> (State, Run) {
    let Chosen { schedule, step } = run.let_go(state.step, ThreadId(thread)).expect("it can go on");
    let state = state.after(Action::Chosen(schedule, step));
    let run = made(&state);
    (state, run)
}

#[test]
fn three_moves_lose_a_payment() {
    let (mut state, mut run) = begun("lost-update");
    let mut said = Vec::new();
    // With A at its end only B can go on, so it does: it writes what it had read.
    for thread in [1, 2, 1] {
        (state, run) = moved(&state, &mut run, thread);
        let rows = run.scene(state.step).shared.rows;
        said.push(rows.iter().map(|row| row.value.text.clone()).collect::<Vec<_>>().join(" "));
    }
    assert_eq!(said, ["30", "30", "130"]);
    assert_eq!(state.moves.map(|moves| moves.len()), Some(3));
    let steps = run.advance(0).steps;
    let sum = run.scene(steps).shared.sum.expect("a sum");
    assert_eq!(sum.verdict, Verdict::Lost("100".into()));
}

#[test]
fn one_after_the_other_loses_nothing() {
    let (mut state, mut run) = begun("lost-update");
    for thread in [1, 1] {
        (state, run) = moved(&state, &mut run, thread);
    }
    let steps = run.advance(0).steps;
    assert_eq!(run.scene(steps).shared.sum.expect("a sum").verdict, Verdict::Kept);
}

#[test]
fn who_cannot_go_on_is_not_let_go() {
    let (state, mut run) = begun("lost-update");
    assert_eq!(run.let_go(state.step, ThreadId::MAIN), None);
    assert_eq!(run.let_go(state.step, ThreadId(9)), None);
}

#[test]
fn every_choice_fits_both_models_in_every_lesson() {
    for lesson in interleave_lessons::LESSONS {
        for model in [interleave_vm::Model::Instruction, interleave_vm::Model::Gil] {
            let mut state = State::open(lesson).after(Action::Model(model));
            let mut run = made(&state);
            let Chosen { schedule, step } = run.first_choice();
            state = state.after(Action::Steer(schedule, step, 0));
            run = made(&state);
            for turn in 0..6 {
                let thread =
                    (0..16).map(|n| (n + turn) % 16).find(|&n| run.let_go(state.step, ThreadId(n)).is_some());
                let Some(thread) = thread else { break };
                (state, run) = moved(&state, &mut run, thread);
                let scene = run.scene(u64::MAX);
                assert!(
                    !scene.caption.words.to_string().contains("decision"),
                    "{}: {}",
                    lesson.id,
                    scene.caption.words
                );
            }
        }
    }
}
