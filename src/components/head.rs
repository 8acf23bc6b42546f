//! What this is, which lesson, under which settings.

use std::rc::Rc;

use yew::prelude::*;

use super::brand::brand;
use super::lesson_chooser::LessonChooser;
use super::settings::Settings;
use crate::state::{Action, State};

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    /// What stays the same from step to step.
    pub(crate) state: Rc<State>,
    /// Whether the run has been seen to its end.
    pub(crate) seen: bool,
    pub(crate) act: Callback<Action>,
    pub(crate) new_seed: Callback<()>,
}

#[component]
pub(crate) fn Head(Props { state, seen, act, new_seed }: &Props) -> Html {
    html! {
        <header class="head">
            { brand() }
            <LessonChooser state={state.clone()} seen={*seen} act={act.clone()} />
            // On paper there is nothing to choose from, only what was chosen.
            <p class="chosen">
                if state.own.is_none() { { state.lesson.programs[state.program].name }{ ", " } }
                { "schedule " }<code>{ state.schedule.to_string() }</code>
            </p>
            <Settings state={state.clone()} act={act.clone()} new_seed={new_seed.clone()} />
        </header>
    }
}
