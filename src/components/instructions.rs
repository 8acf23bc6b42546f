//! The instructions of the current line, to be unfolded under the program.

use yew::prelude::*;

use super::mark_icon::MarkIcon;
use crate::view::{InstructionView, InstructionsView};

pub(super) fn instructions(view: &InstructionsView) -> Html {
    html! {
        <details class="instructions">
            <summary>
                if view.rows.is_empty() {
                    { "Instructions" }
                } else {
                    { format!("Line {} as CPython 3.13 runs it, in ", view.line) }
                    <span class="function">{ &view.function }</span>
                }
            </summary>
            <ol>{ for view.rows.iter().map(row) }</ol>
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
