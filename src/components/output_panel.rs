//! What the program wrote, each piece marked with who wrote it.

use web_sys::HtmlElement;
use yew::prelude::*;

use super::mark_icon::MarkIcon;
use crate::state::{Action, Move};
use crate::view::{Mark, OutputRow, OutputRun, kind_of};

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) rows: Vec<OutputRow>,
    pub(super) left_out: usize,
    pub(super) act: Callback<Action>,
}

#[component]
pub(super) fn OutputPanel(Props { rows, left_out, act }: &Props) -> Html {
    let scroll = use_node_ref();
    use_effect_with((rows.len(), scroll.clone()), |(_, scroll)| {
        if let Some(scroll) = scroll.cast::<HtmlElement>() {
            scroll.set_scroll_top(scroll.scroll_height());
        }
    });
    html! {
        <section class="panel output" aria-label="Output">
            <h2>{ "Output" }</h2>
            <div class="scroll" ref={scroll} tabindex="0" role="group" aria-label="Lines of output">
                if *left_out > 0 { <p class="none">{ format!("{left_out} lines above") }</p> }
                if rows.is_empty() { <p class="none">{ "Nothing yet." }</p> }
                <div class="console">{ for rows.iter().map(|shown| row(shown, act)) }</div>
            </div>
        </section>
    }
}

fn row(row: &OutputRow, act: &Callback<Action>) -> Html {
    html! {
        <div class="row">
            { for row.runs.iter().map(|piece| run(piece, act)) }
            if row.torn { <span class="torn">{ "torn" }</span> }
        </div>
    }
}

/// A piece of text by one thread; a click goes to where it was written.
fn run(run: &OutputRun, act: &Callback<Action>) -> Html {
    let mark = Mark::author(run.thread);
    let step = run.step;
    let go = act.reform(move |_: MouseEvent| Action::Move(Move::To(step)));
    let classes = classes!("run", format!("t{}", kind_of(run.thread)), run.error.then_some("err"));
    let title = format!("written by {} in step {step}", mark.letter());
    html! {
        <span class={classes} {title} onclick={go}>
            if !run.continued { <MarkIcon {mark} /> }
            { &run.text }
        </span>
    }
}
