//! Something that went wrong outside the run.

use yew::prelude::*;

use super::events::click;
use crate::state::{Action, State};

pub(crate) fn notice(state: &State, act: &Callback<Action>) -> Html {
    let Some(text) = &state.notice else { return Html::default() };
    html! {
        <div class="notice" role="alert">
            <p>{ text.to_string() }</p>
            <button type="button" onclick={click(act, Action::Notice(None))}>{ "All right" }</button>
        </div>
    }
}
