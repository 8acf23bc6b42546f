//! The run as a table of sentences, to be heard, copied and printed.

use yew::prelude::*;

use super::copy::copy;
use super::events::click;
use super::mark_icon::MarkIcon;
use super::words::words;
use crate::control::Control;
use crate::run::StoryRow;
use crate::state::{Action, Move};
use crate::view::Mark;

/// So many steps are in the table at a time: those around the one that is shown.
const PAGE: u64 = 1_000;

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) control: Control,
}

#[component]
pub(super) fn Story(Props { control }: &Props) -> Html {
    let all = use_state_eq(|| false);
    let (shown, steps) = (control.state.shown(), control.state.extent.steps);
    let page = shown.saturating_sub(1) / PAGE;
    let key = (control.state.run_number, page, steps.min((page + 1) * PAGE));
    let story = use_memo(key, |&(_, page, end)| match &mut *control.run.borrow_mut() {
        Ok(run) => run.story(page * PAGE..end),
        Err(_) => Vec::new(),
    });
    let listed = || story.iter().filter(|row| *all || row.visible);
    let current = listed().map(|row| row.step).take_while(|step| *step <= shown).last();
    let scroll = use_node_ref();
    use_effect_with((current, scroll.clone()), |(_, scroll)| {
        let line =
            scroll.cast::<web_sys::Element>().and_then(|scroll| scroll.query_selector(".here").ok()?);
        if let Some(line) = line {
            let options = web_sys::ScrollIntoViewOptions::new();
            options.set_block(web_sys::ScrollLogicalPosition::Nearest);
            line.scroll_into_view_with_scroll_into_view_options(&options);
        }
    });
    let text = {
        let line = |row: &StoryRow| format!("{}\t{}\n", row.step, row.caption.words);
        listed().map(line).collect::<String>()
    };
    let toggle = {
        let all = all.clone();
        Callback::from(move |_: Event| all.set(!*all))
    };
    let (first, last) = (page * PAGE, ((page + 1) * PAGE).min(steps));
    let go = |step| click(&control.act, Action::Move(Move::To(step)));
    html! {
        <>
            <div class="tools">
                <label><input type="checkbox" checked={*all} onchange={toggle} />{ " every step" }</label>
                <button type="button" onclick={copy(text)}>{ "Copy" }</button>
                <button type="button" onclick={Callback::from(|_: MouseEvent| print())}>{ "Print" }</button>
                if steps > PAGE {
                    <span>{ format!("Steps {} to {last} of {steps}", first + 1) }</span>
                    <button type="button" disabled={page == 0} onclick={go(first)}>{ "Earlier" }</button>
                    <button type="button" disabled={last == steps} onclick={go(last + 1)}>{ "Later" }</button>
                }
            </div>
            <div class="scroll" ref={scroll} tabindex="0" role="group" aria-label="Steps">
                <table class="story">
                    <thead class="hidden">
                        <tr><th scope="col">{ "step" }</th><th scope="col">{ "thread" }</th><th scope="col">{ "what it did" }</th></tr>
                    </thead>
                    <tbody>
                        { for listed().map(|row| self::row(row, current, go(row.step))) }
                    </tbody>
                </table>
            </div>
        </>
    }
}

fn row(row: &StoryRow, current: Option<u64>, go: Callback<MouseEvent>) -> Html {
    let here = current == Some(row.step);
    let failed = row.caption.failed.then_some("failed");
    html! {
        <tr key={row.step} class={classes!(here.then_some("here"), failed)} aria-current={here.then_some("step")} onclick={go}>
            <th scope="row">{ row.step }</th>
            <td>{ for row.caption.thread.map(|thread| html! { <MarkIcon mark={Mark::author(thread)} /> }) }</td>
            <td>{ words(&row.caption.words) }</td>
        </tr>
    }
}

fn print() {
    // A frame may not be allowed to; then nothing happens.
    let _ = gloo_utils::window().print();
}
