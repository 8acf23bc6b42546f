//! What the program wrote, each piece marked with who wrote it.

use web_sys::HtmlElement;
use yew::prelude::*;

use super::mark_icon::MarkIcon;
use super::side_tabs::side_tabs;
use crate::control::Control;
use crate::state::{Action, Move};
use crate::view::{Mark, OutputRow, OutputRun, kind_of};

/// In so many of the last lines the Tab key stops at each piece: who uses keys should not have to go through hundreds.
const TAB_STOPS: usize = 12;

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) rows: Vec<OutputRow>,
    pub(super) left_out: usize,
    pub(super) control: Control,
}

#[component]
pub(super) fn OutputPanel(Props { rows, left_out, control }: &Props) -> Html {
    let act = &control.act;
    let scroll = use_node_ref();
    use_effect_with((rows.len(), scroll.clone()), |(_, scroll)| {
        if let Some(scroll) = scroll.cast::<HtmlElement>() {
            scroll.set_scroll_top(scroll.scroll_height());
        }
    });
    let origin = use_state_eq(String::new);
    let point = {
        let (origin, control) = (origin.setter(), control.clone());
        Callback::from(move |pointed: Option<(Mark, u64)>| {
            origin.set(pointed.map_or(String::new(), |(mark, step)| {
                let line = control.line_of(step).map_or(String::new(), |line| format!("line {line}, "));
                format!("by {}, {line}step {step}", mark.letter())
            }));
        })
    };
    html! {
        <section class="panel output" aria-label="Output">
            { side_tabs(control) }
            <span class="origin" role="status">{ &*origin }</span>
            <div class="scroll" ref={scroll} tabindex="0" role="group" aria-label="Lines of output">
                if *left_out > 0 { <p class="none">{ format!("{left_out} lines above") }</p> }
                if rows.is_empty() { <p class="none">{ "Nothing yet." }</p> }
                <div class="console" onpointerleave={point.reform(|_: PointerEvent| None)}>
                    { for rows.iter().enumerate().map(|(index, shown)| row(shown, index + TAB_STOPS >= rows.len(), act, &point)) }
                </div>
            </div>
        </section>
    }
}

fn row(row: &OutputRow, stops: bool, act: &Callback<Action>, point: &Callback<Option<(Mark, u64)>>) -> Html {
    html! {
        <div class="row">
            { for row.runs.iter().map(|piece| run(piece, stops, act, point)) }
            if row.torn { <span class="torn">{ "torn" }</span> }
        </div>
    }
}

/// A line of output that leads nowhere.
pub(super) fn plain_row(row: &OutputRow) -> Html {
    let run = |run: &OutputRun| {
        let classes = classes!("run", format!("t{}", kind_of(run.thread)), run.error.then_some("err"));
        html! {
            <span class={classes}>
                if !run.continued { <MarkIcon mark={Mark::author(run.thread)} /> }
                { &run.text }
            </span>
        }
    };
    html! {
        <div class="row">
            { for row.runs.iter().map(run) }
            if row.torn { <span class="torn">{ "torn" }</span> }
        </div>
    }
}

/// A piece of text by one thread. Pointing at it, or coming to it by keys, says whose it is; a click or Enter goes to
/// where it was written.
fn run(run: &OutputRun, stops: bool, act: &Callback<Action>, point: &Callback<Option<(Mark, u64)>>) -> Html {
    let mark = Mark::author(run.thread);
    let step = run.step;
    let go = act.reform(move |()| Action::Move(Move::To(step)));
    let classes = classes!("run", format!("t{}", kind_of(run.thread)), run.error.then_some("err"));
    let onkeydown = {
        let go = go.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" {
                go.emit(());
            }
        })
    };
    html! {
        <span
            class={classes}
            role="button"
            tabindex={if stops { "0" } else { "-1" }}
            onclick={go.reform(|_: MouseEvent| ())}
            {onkeydown}
            onpointerenter={point.reform(move |_: PointerEvent| Some((mark, step)))}
            onfocus={point.reform(move |_: FocusEvent| Some((mark, step)))}
        >
            if !run.continued { <MarkIcon {mark} /> }
            { &run.text }
        </span>
    }
}
