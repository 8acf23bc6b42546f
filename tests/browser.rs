//! The page in a real browser: `wasm-pack test --headless --chrome`.
#![cfg(target_arch = "wasm32")]

mod page;

use interleave::run::Run;
use interleave::state::{Action, Address, Extent, Speed, State};
use interleave_lessons::LESSONS;
use page::Page;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// What is shown is looked at so often.
const EVERY: u64 = 25;

/// A lesson as it opens, with its run made natively beside the page.
fn beside(state: &State) -> (Run, Extent) {
    let mut run = Run::of(state).expect("the program compiles");
    let extent = run.advance(u64::MAX);
    (run, extent)
}

#[wasm_bindgen_test]
async fn every_lesson_is_shown_as_its_trace_has_it() {
    for lesson in LESSONS {
        let state = State::open(lesson);
        let (mut run, extent) = beside(&state);
        let page = Page::open(&format!("lesson={}", lesson.id)).await;
        page.until_shown(0, extent.steps).await;
        for step in (0..extent.steps).step_by(EVERY as usize) {
            page.scrub_to(step).await;
            page.until_shown(step, extent.steps).await;
            page.shows(&run.scene(step), lesson.id);
        }
        page.press("End").await;
        page.until_shown(extent.steps, extent.steps).await;
        page.shows(&run.scene(extent.steps), lesson.id);
        for back in 1..=EVERY {
            page.press("ArrowLeft").await;
            page.until_shown(extent.steps - back, extent.steps).await;
        }
        page.shows(&run.scene(extent.steps - EVERY), lesson.id);
        page.press("Home").await;
        page.until_shown(0, extent.steps).await;
        page.shows(&run.scene(0), lesson.id);
        page.close();
    }
}

#[wasm_bindgen_test]
async fn every_lesson_plays_to_its_end_and_steps_back_to_its_start() {
    for lesson in LESSONS {
        let (mut run, extent) = beside(&State::open(lesson));
        let page = Page::open(&format!("lesson={}", lesson.id)).await;
        page.until_shown(0, extent.steps).await;
        page.choose(".speed select", &(Speed::ALL.len() - 1).to_string()).await;
        page.press(" ").await;
        page.until_shown(extent.steps, extent.steps).await;
        page.shows(&run.scene(extent.steps), lesson.id);
        for _ in 0..extent.steps {
            page.press_at_once("ArrowLeft");
        }
        page.until_shown(0, extent.steps).await;
        page.shows(&run.scene(0), lesson.id);
        page.close();
    }
}

#[wasm_bindgen_test]
async fn the_address_restores_the_very_step() {
    for lesson in LESSONS {
        let state = State::open(lesson).after(Action::Seed(17));
        let (mut run, extent) = beside(&state);
        let step = extent.steps / 2;
        let page = Page::open(&format!("lesson={}", lesson.id)).await;
        page.type_number("#seed", 17).await;
        page.until_shown(0, extent.steps).await;
        page.scrub_to(step).await;
        page.until_shown(step, extent.steps).await;
        let kept = page.settled_query(&format!("step={step}")).await;
        page.close();

        let opened = Address::read(&kept).open();
        assert!(opened.same_run(&state), "{kept}");
        let page = Page::open(&kept).await;
        page.until_shown(step, extent.steps).await;
        page.shows(&run.scene(step), &kept);
        page.close();
    }
}

#[wasm_bindgen_test]
async fn another_seed_at_the_end_shows_its_end() {
    let lesson = interleave_lessons::find("bank-thread-pool").expect("a lesson");
    let page = Page::open("lesson=bank-thread-pool&seed=1&interval=20").await;
    let state = State::open(lesson).after(Action::Seed(1));
    let (_, extent) = beside(&state);
    page.until_shown(0, extent.steps).await;
    page.press("End").await;
    page.until_shown(extent.steps, extent.steps).await;

    let (mut run, extent) = beside(&state.after(Action::Seed(2)));
    page.type_number("#seed", 2).await;
    page.until_shown(extent.steps, extent.steps).await;
    page.shows(&run.scene(extent.steps), "seed 2");

    page.press("r").await;
    page.until(|page| {
        page.text(".counter") != format!("step {0} of {0}", extent.steps) || page.seed() != "2"
    })
    .await;
    page.close();
}

#[wasm_bindgen_test]
async fn keys_in_a_field_are_the_fields() {
    let page = Page::open("lesson=lost-update").await;
    let (_, extent) = beside(&State::open(interleave_lessons::find("lost-update").expect("a lesson")));
    page.until_shown(0, extent.steps).await;
    for key in ["ArrowRight", "End", " ", "r"] {
        page.press_in("#seed", key).await;
    }
    page.until_shown(0, extent.steps).await;
    assert_eq!(page.seed(), "0");
    page.close();
}

#[wasm_bindgen_test]
async fn switches_are_gone_to_from_one_to_the_next() {
    let state = State::open(interleave_lessons::find("lost-update").expect("a lesson"));
    let (run, extent) = beside(&state);
    let page = Page::open("lesson=lost-update").await;
    page.until_shown(0, extent.steps).await;
    let mut step = 0;
    while step < extent.steps {
        step = run.switch_after(step);
        page.press_with_shift("ArrowRight").await;
        page.until_shown(step, extent.steps).await;
    }
    while step > 0 {
        step = run.switch_before(step);
        page.press_with_shift("ArrowLeft").await;
        page.until_shown(step, extent.steps).await;
    }
    page.close();
}
