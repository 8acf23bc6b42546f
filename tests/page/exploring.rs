//! The search over all schedules in a browser: bars, runs that they play, pause and cancel, and the keys.

use interleave::run::Run;
use interleave::state::State;
use wasm_bindgen_test::wasm_bindgen_test;

use super::Page;

async fn opened(lesson: &str) -> Page {
    let state = State::open(interleave_lessons::find(lesson).expect("a lesson"));
    let steps = Run::of(&state).expect("it compiles").advance(u64::MAX).steps;
    let page = Page::open(&format!("lesson={lesson}")).await;
    page.until_open(steps).await;
    page
}

#[wasm_bindgen_test]
async fn a_lesson_is_explored_and_each_bar_plays_its_schedule() {
    let page = opened("lost-update").await;
    page.click(".tab:last-child").await;
    page.click(".invitation button").await;
    page.until(|page| page.count(".explore .verdict") == 1).await;
    let bars = page.count(".bars .end");
    assert!(bars > 1);
    for bar in 1..=bars {
        let bar = format!(".bars li:nth-child({bar}) .end");
        let outcome = page.text(&format!("{bar} .what"));
        page.click(&bar).await;
        page.until(|page| page.count(&format!("{bar}[aria-pressed=true]")) == 1).await;
        page.press("End").await;
        let at_end = |page: &Page| {
            let counter = page.text(".counter");
            let (shown, all) = counter.trim_start_matches("step ").split_once(" of ").expect("two numbers");
            shown == all && shown != "0"
        };
        page.until(at_end).await;
        page.click(".tab:first-child").await;
        let value = outcome.split_whitespace().next().unwrap_or_default();
        assert!(page.text(".console").contains(value), "{bar}: {outcome}");
        page.click(".tab:last-child").await;
    }
    page.close();
}

#[wasm_bindgen_test]
async fn a_search_is_paused_resumed_and_cancelled() {
    let page = opened("bank-thread-pool").await;
    page.press("e").await;
    page.until(|page| page.count(".progress .beat.on") == 1).await;
    let button = |nth: usize| format!(".progress button:nth-of-type({nth})");
    page.click(&button(1)).await;
    assert_eq!(page.text(&button(1)), "Go on");
    let paused = page.text(".progress [role=status]");
    gloo_timers::future::TimeoutFuture::new(300).await;
    assert_eq!(page.text(".progress [role=status]"), paused);
    page.click(&button(1)).await;
    page.until(|page| page.count(".progress") == 0 || page.text(".progress [role=status]") != paused).await;
    page.close();
}

#[wasm_bindgen_test]
async fn a_cancelled_search_leaves_the_page_as_it_was() {
    let page = opened("bank-thread-pool").await;
    page.press("e").await;
    page.until(|page| page.count(".progress button") == 2).await;
    page.click(".progress button:last-child").await;
    assert_eq!(page.count(".invitation"), 1);
    page.press("End").await;
    page.click(".tab:first-child").await;
    page.until(|page| page.count(".console .row") > 1).await;
    page.close();
}
