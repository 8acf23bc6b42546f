//! What can stand beside the code, to choose from.

use yew::prelude::*;

use super::events::click;
use crate::control::Control;
use crate::state::{Action, Side};

/// The tabs at the head of what stands beside the code.
pub(super) fn side_tabs(control: &Control) -> Html {
    let tab = |side: Side, name: &'static str, title: &'static str| {
        let on = control.state.side == side;
        html! {
            <button
                type="button"
                class="tab"
                {title}
                aria-pressed={on.to_string()}
                onclick={click(&control.act, Action::Side(side))}
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
