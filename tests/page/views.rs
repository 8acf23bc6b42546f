//! What a person does with the views in a browser: choosing who goes on, pointing at output, laying something over the
//! picture, and a frame's settings.

use interleave::run::{Chosen, Run};
use interleave::state::{Action, Address, State};
use interleave_vm::ThreadId;
use wasm_bindgen_test::wasm_bindgen_test;

use super::Page;

fn made(state: &State) -> (Run, u64) {
    let mut run = Run::of(state).expect("the program compiles");
    let steps = run.advance(u64::MAX).steps;
    (run, steps)
}

fn lesson(id: &str) -> State {
    State::open(interleave_lessons::find(id).expect("a lesson"))
}

#[wasm_bindgen_test]
async fn digits_let_threads_go_on_and_undo_takes_it_back() {
    let mut state = lesson("lost-update");
    let (mut run, steps) = made(&state);
    let page = Page::open("lesson=lost-update&step=0").await;
    page.until_shown(0, steps).await;
    page.press("w").await;
    let Chosen { schedule, step } = run.first_choice();
    state = state.after(Action::Steer(schedule, step, 0));
    page.click(".steer button").await;
    let mut places = vec![(step, made(&state).1)];
    page.until_shown(places[0].0, places[0].1).await;
    for (thread, key) in [(1, "1"), (2, "2"), (1, "1")] {
        let (mut run, _) = made(&state);
        let Chosen { schedule, step } = run.let_go(state.step, ThreadId(thread)).expect("it can go on");
        state = state.after(Action::Chosen(schedule, step));
        places.push((step, made(&state).1));
        page.press(key).await;
        page.until_shown(step, made(&state).1).await;
    }
    assert_eq!(page.text(".steer span"), "Done in 3 moves, the fewest possible");
    page.press("u").await;
    page.until_shown(places[2].0, places[2].1).await;
    assert_eq!(page.text(".steer span"), "2 moves; 3 can do it");
    page.close();
}

#[wasm_bindgen_test]
async fn output_names_and_leads_to_where_it_was_written() {
    let (mut run, steps) = made(&lesson("print-thread-pool"));
    let page = Page::open("lesson=print-thread-pool&step=99999").await;
    page.until_shown(steps, steps).await;
    let first = run.scene(steps).output[0].runs[0].clone();
    let line = run.line_of(first.step).expect("a line");
    page.point_at(".console .run").await;
    assert_eq!(page.text(".origin"), format!("by A, line {line}, step {}", first.step));
    page.click(".console .run").await;
    page.until_shown(first.step, steps).await;
    page.close();
}

#[wasm_bindgen_test]
async fn the_run_in_words_follows_the_step_and_leads_to_others() {
    let query = "lesson=lost-update&schedule=1i5s0.M87A8B12A4M&step=106";
    let (mut run, steps) = made(&Address::read(query).open());
    let page = Page::open(query).await;
    page.until_shown(106, steps).await;
    page.press("w").await;
    assert_eq!(page.text(".story .here"), "106BB writes account.balance: 130");
    let rows: Vec<_> = run.story(0..steps).into_iter().filter(|row| row.visible).collect();
    assert_eq!(page.count(".story tbody tr"), rows.len());
    page.click(".story tbody tr").await;
    page.until_shown(rows[0].step, steps).await;
    page.press("Escape").await;
    assert_eq!(page.count(".sheet"), 0);
    page.close();
}

#[wasm_bindgen_test]
async fn two_runs_are_compared_from_where_they_part() {
    let query = "lesson=bank-thread-pool&seed=12&interval=20&step=0";
    let page = Page::open(query).await;
    let (_, steps) = made(&Address::read(query).open());
    page.until_shown(0, steps).await;
    page.press("c").await;
    assert!(page.text(".compare .wide").starts_with("The same up to step "));
    assert_eq!(page.count(".compare .end"), 2);
    page.close();
}

#[wasm_bindgen_test]
async fn a_frame_shows_what_it_asks_for() {
    let page = Page::open("lesson=lost-update&embed=1&view=code,timeline&keys=none&step=0").await;
    let (_, steps) = made(&lesson("lost-update"));
    page.until_shown(0, steps).await;
    for class in ["embed", "no-state", "no-output", "no-transport"] {
        assert_eq!(page.count(&format!("main.{class}")), 1, "{class}");
    }
    page.press("End").await;
    page.until_shown(0, steps).await;
    page.close();
}
