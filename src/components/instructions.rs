//! The instructions of the current line, to be unfolded under the program.

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::mark_icon::MarkIcon;
use crate::view::{InstructionView, InstructionsView};

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) view: InstructionsView,
}

#[component]
pub(super) fn Instructions(Props { view }: &Props) -> Html {
    // What is folded away is not drawn: it would be drawn anew with every step.
    let is_open = use_state_eq(|| false);
    let ontoggle = {
        let is_open = is_open.setter();
        Callback::from(move |event: Event| {
            let details = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            is_open.set(details.is_some_and(|details| details.has_attribute("open")));
        })
    };
    html! {
        <details class="instructions" {ontoggle}>
            <summary>
                if view.rows.is_empty() {
                    { "Instructions" }
                } else {
                    { format!("Line {} as CPython 3.13 runs it, in ", view.line) }
                    <span class="function">{ &view.function }</span>
                }
            </summary>
            if *is_open { <ol>{ for view.rows.iter().map(row) }</ol> }
        </details>
    }
}

fn row(row: &InstructionView) -> Html {
    html! {
        <li class={classes!((!row.marks.is_empty()).then_some("next"))}>
            <span class="marks">{ for row.marks.iter().take(2).map(|mark| html! { <MarkIcon mark={*mark} /> }) }</span>
            <span class="op">{ row.name }</span>
            { " " }
            <span class="operand">{ &row.operand }</span>
        </li>
    }
}
