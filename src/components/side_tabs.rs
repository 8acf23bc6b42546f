//! What can stand beside the code, to choose from.

use yew::prelude::*;

use super::events::click;
use crate::state::{Action, Side};

/// The tabs at the head of what stands beside the code.
pub(super) fn side_tabs(current: Side, act: &Callback<Action>) -> Html {
    let tab = |side: Side, name: &'static str, title: &'static str| {
        let on = current == side;
        html! {
            <button
                type="button"
                class="tab"
                {title}
                aria-pressed={on.to_string()}
                onclick={click(act, Action::Side(side))}
            >
                { name }
            </button>
        }
    };
    html! {
        <div class="tabs" role="group" aria-label="Beside the code">
            { tab(Side::Output, "Output", "What the program wrote") }
            { tab(Side::Explore, "Explore", "All schedules of the program") }
        </div>
    }
}
