//! What this is, which lesson, under which settings.

use yew::prelude::*;

use super::brand::brand;
use super::lesson_chooser::LessonChooser;
use super::settings::Settings;
use crate::state::{Action, State};

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) state: State,
    pub(super) act: Callback<Action>,
    pub(super) new_seed: Callback<()>,
}

#[component]
pub(super) fn Head(Props { state, act, new_seed }: &Props) -> Html {
    html! {
        <header class="head">
            { brand() }
            <LessonChooser lesson={state.lesson} act={act.clone()} />
            <Settings state={state.clone()} act={act.clone()} new_seed={new_seed.clone()} />
        </header>
    }
}
