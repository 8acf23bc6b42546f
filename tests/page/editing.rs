//! Writing a program in a browser, in the plain field that is there where the editor is not.

use interleave::run::Run;
use interleave::state::{Action, Own, State};
use wasm_bindgen_test::wasm_bindgen_test;

use super::Page;

const FIELD: &str = "textarea[aria-label=Program]";

const STATUS: &str = ".editing .foot [role=status]";

/// A program that deflates well, and imports what the page has not fetched before.
const PROGRAM: &str =
    "import threading\n\nfor number in range(3):\n    print('print', number)\n    print('print', number)\n";

fn lesson() -> State {
    State::open(interleave_lessons::find("lost-update").expect("a lesson"))
}

fn steps_of(state: &State) -> u64 {
    Run::of(state).expect("it compiles").advance(u64::MAX).steps
}

async fn opened() -> Page {
    let page = Page::open("lesson=lost-update").await;
    page.until_open(steps_of(&lesson())).await;
    page.click(".edit").await;
    page
}

fn fragment() -> String {
    gloo_utils::window().location().hash().unwrap_or_default()
}

#[wasm_bindgen_test]
async fn a_program_that_is_written_is_run_and_kept_in_the_address() {
    let own = Own { name: None, source: PROGRAM.into(), input: "".into(), packed: None, edited: true };
    let steps = steps_of(&lesson().after(Action::Own(own.into())));
    let page = opened().await;
    page.write(FIELD, PROGRAM).await;
    page.until_shown(0, steps).await;
    page.press("End").await;
    page.until(|page| page.text(".console").matches("print 2").count() == 2).await;
    // The browser has deflated it.
    page.until(|_| fragment().starts_with("#code=1")).await;
    let link = fragment();
    page.close();

    let page = Page::open(&format!("lesson=lost-update{link}")).await;
    page.until_open(steps).await;
    assert!(page.text(".lines").contains("print('print', number)"));
    assert!(page.text(".bar.own").contains("edited"));
    page.click(".bar.own .acts button:last-child").await;
    page.until_open(steps_of(&lesson())).await;
    page.close();
}

#[wasm_bindgen_test]
async fn what_does_not_compile_is_said_and_kept_until_it_is_thrown_away() {
    let page = opened().await;
    page.write(FIELD, "x = (\n").await;
    page.until(|page| page.text(STATUS).contains("Line 1")).await;
    page.until_open(steps_of(&lesson())).await;
    page.close();

    // The page is loaded again.
    let page = Page::open("lesson=lost-update").await;
    page.until(|page| page.count(STATUS) == 1 && page.text(STATUS).contains("Line 1")).await;
    page.click(".editing .acts button").await;
    page.until(|page| page.text(STATUS).contains("It runs")).await;
    page.close();
}

#[wasm_bindgen_test]
async fn a_broken_link_is_the_lesson_with_a_notice() {
    let page = Page::open("lesson=lost-update#code=1AAAA").await;
    page.until_open(steps_of(&lesson())).await;
    assert!(page.text(".notice").contains("cannot be read"));
    page.click(".notice button").await;
    assert_eq!(page.count(".notice"), 0);
    page.close();
}
