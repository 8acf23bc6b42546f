//! What the program wrote, each piece marked with who wrote it.

use std::rc::Rc;

use interleave_vm::ThreadId;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::events::acting;
use super::mark_icon::MarkIcon;
use super::side_tabs::side_tabs;
use crate::control::Now;
use crate::state::{Action, Move, Side};
use crate::view::{Mark, OutputRow, OutputRun, kind_of};

/// In so many of the last lines the Tab key stops at each piece: who uses keys should not have to go through hundreds.
const TAB_STOPS: usize = 12;

/// So many lines are drawn unless more are asked for: to draw them all anew takes longer than a frame. No panel is higher.
const DRAWN: usize = 40;

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) rows: Vec<Rc<OutputRow>>,
    pub(super) left_out: usize,
    pub(super) act: Callback<Action>,
    pub(super) now: Now,
}

#[component]
pub(super) fn OutputPanel(Props { rows, left_out, act, now }: &Props) -> Html {
    let scroll = use_node_ref();
    use_effect_with((rows.len(), scroll.clone()), |(_, scroll)| {
        if let Some(scroll) = scroll.cast::<HtmlElement>() {
            scroll.set_scroll_top(scroll.scroll_height());
        }
    });
    let origin = use_state_eq(String::new);
    let point = {
        let (origin, now, rows) = (origin.setter(), now.clone(), rows.clone());
        Callback::from(move |step: Option<u64>| {
            let thread = step.and_then(|step| author(&rows, step));
            origin.set(step.zip(thread).map_or(String::new(), |(step, thread)| {
                let line = now.control().line_of(step).map_or(String::new(), |line| format!("line {line}, "));
                format!("by {}, {line}step {step}", Mark::author(thread).letter())
            }));
        })
    };
    // In the line that is looked at each write is a piece of its own; in all others what one thread wrote in a row is one: a
    // line can be made of dozens.
    let looked_at = use_state_eq(|| None);
    let look = |event: &Event, looked_at: &UseStateHandle<Option<String>>| {
        looked_at.set(near(event, ".row").and_then(|row| row.get_attribute("data-row")));
        step_of(event)
    };
    let more = use_state_eq(|| false);
    let first = if *more { 0 } else { rows.len().saturating_sub(DRAWN) };
    // A line takes the elements of the one that it drives out, and each other line keeps its own.
    let kept = if *more { usize::MAX } else { DRAWN };
    let show_more = {
        let more = more.setter();
        Callback::from(move |_: MouseEvent| more.set(true))
    };
    let go = |step| Action::Move(Move::To(step));
    let is_enter = |event: &KeyboardEvent| event.key() == "Enter";
    html! {
        <section class="panel output" aria-label="Output">
            { side_tabs(Side::Output, act) }
            <span class="origin" role="status">{ &*origin }</span>
            <div class="scroll" ref={scroll} tabindex="0" role="group" aria-label="Lines of output">
                if first > 0 {
                    <button type="button" class="more" onclick={show_more}>
                        { format!("Show {first} of {} lines above", left_out + first) }
                    </button>
                } else if *left_out > 0 {
                    <p class="none">{ format!("{left_out} lines above") }</p>
                }
                if rows.is_empty() { <p class="none">{ "Nothing printed yet." }</p> }
                // What happens to a piece is taken here: there may be thousands of them.
                <div
                    class="console"
                    onclick={acting(act, move |event: MouseEvent| step_of(&event).map(go))}
                    onkeydown={acting(act, move |event: KeyboardEvent| {
                        step_of(&event).filter(|_| is_enter(&event)).map(go)
                    })}
                    onpointerover={point.reform({
                        let looked_at = looked_at.clone();
                        move |event: PointerEvent| look(&event, &looked_at)
                    })}
                    onpointerleave={point.reform(|_: PointerEvent| None)}
                    onfocusin={point.reform({
                        let looked_at = looked_at.clone();
                        move |event: FocusEvent| look(&event, &looked_at)
                    })}
                >
                    { for rows.iter().enumerate().skip(first).map(|(index, row)| html! {
                        <Row
                            key={(left_out + index) % kept}
                            number={left_out + index}
                            row={row.clone()}
                            stops={index + TAB_STOPS >= rows.len()}
                            piecewise={*looked_at == Some((left_out + index).to_string())}
                        />
                    }) }
                </div>
            </div>
        </section>
    }
}

/// The step behind which the piece of output was written that something happens to.
fn step_of(event: &Event) -> Option<u64> {
    near(event, "[data-step]")?.get_attribute("data-step")?.parse().ok()
}

/// The element around what something happens to that a selector says.
fn near(event: &Event, selector: &str) -> Option<Element> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest(selector).ok()?
}

/// Who wrote the piece that was written in a step.
fn author(rows: &[Rc<OutputRow>], step: u64) -> Option<ThreadId> {
    let mut runs = rows.iter().flat_map(|row| &row.runs);
    runs.find(|run| run.step == step).map(|run| run.thread)
}

#[derive(PartialEq, Properties)]
struct RowProps {
    /// Its place among all lines.
    number: usize,
    row: Rc<OutputRow>,
    /// Whether the Tab key stops at its pieces.
    stops: bool,
    /// Whether each write is a piece of its own.
    piecewise: bool,
}

/// A line of output. It stays as it is from step to step.
#[component]
fn Row(RowProps { number, row, stops, piecewise }: &RowProps) -> Html {
    html! {
        <div class="row" data-row={number.to_string()}>
            { for row.runs.chunk_by(|run, next| joins(run, next) && !piecewise).map(|runs| run(runs, *stops)) }
            if row.torn { <span class="torn">{ "torn" }</span> }
        </div>
    }
}

/// Whether what is written after a piece looks like the rest of it.
fn joins(run: &OutputRun, next: &OutputRun) -> bool {
    next.continued && run.error == next.error
}

/// A line of output that leads nowhere.
pub(super) fn plain_row(row: &Rc<OutputRow>) -> Html {
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

/// Text by one thread, written at once or in a row. Pointing at it, or coming to it by keys, says whose it is; a click or Enter goes to
/// where it was written.
fn run(runs: &[OutputRun], stops: bool) -> Html {
    let Some(run) = runs.first() else { return Html::default() };
    let text: String = runs.iter().map(|run| run.text.as_str()).collect();
    let classes = classes!("run", format!("t{}", kind_of(run.thread)), run.error.then_some("err"));
    html! {
        <span class={classes} role="button" tabindex={if stops { "0" } else { "-1" }} data-step={run.step.to_string()}>
            if !run.continued { <MarkIcon mark={Mark::author(run.thread)} /> }
            { text }
        </span>
    }
}
