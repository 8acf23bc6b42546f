//! The page in a real browser: `wasm-pack test --headless --chrome`.
#![cfg(target_arch = "wasm32")]

mod page;

use interleave::chart::ChartView;
use interleave::run::Run;
use interleave::state::{Action, Address, Extent, Speed, State};
use interleave_lessons::LESSONS;
use page::Page;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// What is shown is looked at so often, but for long runs.
const EVERY: u64 = 25;

/// No run is looked at more often than so.
const MOST: u64 = 60;

/// So many steps are gone back one by one.
const MOST_BACK: u64 = 700;

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
        page.until_shown(extent.opens, extent.steps).await;
        for step in (0..extent.steps).step_by(EVERY.max(extent.steps / MOST) as usize) {
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
        page.until_shown(extent.opens, extent.steps).await;
        page.choose(".speed select", &(Speed::ALL.len() - 1).to_string()).await;
        page.press(" ").await;
        page.until_shown(extent.steps, extent.steps).await;
        page.shows(&run.scene(extent.steps), lesson.id);
        for _ in 0..extent.steps.min(MOST_BACK) {
            page.press_at_once("ArrowLeft");
        }
        page.until_shown(extent.steps.saturating_sub(MOST_BACK), extent.steps).await;
        page.press("Home").await;
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
        page.until_shown(extent.opens, extent.steps).await;
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
    let page = Page::open("lesson=bank-thread-pool&seed=1").await;
    let state = State::open(lesson).after(Action::Seed(1));
    let (_, extent) = beside(&state);
    page.until_shown(extent.opens, extent.steps).await;
    page.press("End").await;
    page.until_shown(extent.steps, extent.steps).await;

    let (mut run, extent) = beside(&state.after(Action::Seed(2)));
    page.type_number("#seed", 2).await;
    page.until_shown(extent.steps, extent.steps).await;
    page.shows(&run.scene(extent.steps), "seed 2");

    page.press("r").await;
    page.until(|page| {
        let counter = page.counter();
        !counter.is_empty() && (counter != format!("step {0} of {0}", extent.steps) || page.seed() != "2")
    })
    .await;
    page.close();
}

#[wasm_bindgen_test]
async fn keys_in_a_field_are_the_fields() {
    let page = Page::open("lesson=lost-update").await;
    let (_, extent) = beside(&State::open(interleave_lessons::find("lost-update").expect("a lesson")));
    page.until_shown(extent.opens, extent.steps).await;
    for key in ["ArrowRight", "End", " ", "r"] {
        page.press_in("#seed", key).await;
    }
    page.until_shown(extent.opens, extent.steps).await;
    assert_eq!(page.seed(), "0");
    page.close();
}

#[wasm_bindgen_test]
async fn switches_are_gone_to_from_one_to_the_next() {
    let state = State::open(interleave_lessons::find("lost-update").expect("a lesson"));
    let (run, extent) = beside(&state);
    let page = Page::open("lesson=lost-update&step=0").await;
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

#[wasm_bindgen_test]
async fn a_prediction_is_answered_by_the_run() {
    for lesson in LESSONS {
        let (mut run, extent) = beside(&State::open(lesson));
        let right = run.answer(&lesson.prediction).expect("the run has ended");
        let page = Page::open(&format!("lesson={}", lesson.id)).await;
        page.until_shown(extent.opens, extent.steps).await;
        assert_eq!(page.text(".question"), format!("Predict: {}", lesson.prediction.question));
        assert_eq!(page.texts(".answers .right"), [""; 0], "{}", lesson.id);
        page.click(".answers button:last-child").await;
        page.press("End").await;
        page.until_shown(extent.steps, extent.steps).await;
        let last = lesson.prediction.answers.len() - 1;
        let said = if right == last { "as you said" } else { "so it was" };
        let answer = format!("{} – {said}", lesson.prediction.answers[right].text);
        assert_eq!(page.texts(".answers .right"), [answer], "{}", lesson.id);
        assert_eq!(page.text(".lesson .seen"), lesson.after);
        page.close();
    }
}

#[wasm_bindgen_test]
async fn the_fix_keeps_the_seed() {
    let lesson = interleave_lessons::find("lost-update").expect("a lesson");
    let state = State::open(lesson);
    let (mut run, extent) = beside(&state.after(Action::Program(1)));
    let page = Page::open("lesson=lost-update").await;
    page.click(".bar label:last-child input").await;
    page.until_shown(extent.opens, extent.steps).await;
    page.shows(&run.scene(extent.opens), "with the fix");
    assert_eq!(page.seed(), state.schedule.seed.to_string());

    let (mut run, extent) = beside(&state);
    page.click(".bar label:first-child input").await;
    page.until_shown(extent.opens, extent.steps).await;
    page.shows(&run.scene(extent.opens), "and back");
    page.close();
}

#[wasm_bindgen_test]
async fn lessons_follow_one_another() {
    let page = Page::open(&format!("lesson={}", LESSONS[0].id)).await;
    for lesson in &LESSONS[1..4] {
        page.click(".turn:nth-child(2)").await;
        page.settled_query(&format!("lesson={}&", lesson.id)).await;
        assert_eq!(page.text(".part"), lesson.part);
    }
    page.click(".turn").await;
    page.settled_query(&format!("lesson={}&", LESSONS[2].id)).await;
    page.close();
}

#[wasm_bindgen_test]
async fn a_chart_is_drawn_from_runs() {
    let lesson = interleave_lessons::find("models").expect("a lesson");
    let chart = ChartView::of(&interleave_vm::Library::default(), lesson, &State::open(lesson).schedule)
        .expect("a chart");
    let page = Page::open("lesson=models").await;
    page.until(|page| !page.texts(".chart tr").is_empty()).await;
    let times =
        chart.rows.iter().flat_map(|row| &row.took).map(|(work, millis)| format!("{work} {millis:.1} ms"));
    assert_eq!(page.texts(".chart .took span"), times.collect::<Vec<_>>());
    page.close();
}
