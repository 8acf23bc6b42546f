//! Which of the lesson's programs and runs, and what to predict of it.

use std::rc::Rc;

use interleave_lessons::Lesson;
use yew::prelude::*;

use super::events::{acting, chosen};
use super::prediction::Predict;
use crate::state::{Action, State};

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) state: Rc<State>,
    /// Which answer is right of the run that is shown, once it has been seen.
    pub(crate) answer: Option<usize>,
    pub(crate) act: Callback<Action>,
}

#[component]
pub(crate) fn LessonBar(Props { state, answer, act }: &Props) -> Html {
    let State { lesson, predicted, .. } = &**state;
    html! {
        <section class="bar" aria-label="Lesson">
            if lesson.programs.len() > 1 { { programs(lesson, state.program, act) } }
            { presets(state, act) }
            <Predict lesson={*lesson} predicted={*predicted} answer={*answer} act={act.clone()} />
        </section>
    }
}

fn programs(lesson: &'static Lesson, current: usize, act: &Callback<Action>) -> Html {
    html! {
        <fieldset class="setting">
            <legend class="label">{ "Program" }</legend>
            <span class="choice">
                { for lesson.programs.iter().enumerate().map(|(place, program)| html! {
                    <label>
                        <input
                            type="radio"
                            name="program"
                            checked={place == current}
                            onchange={act.reform(move |_: Event| Action::Program(place))}
                        />
                        { program.name }
                    </label>
                }) }
            </span>
        </fieldset>
    }
}

fn presets(state: &State, act: &Callback<Action>) -> Html {
    let (lesson, current) = (state.lesson, state.preset());
    let onchange = acting(act, move |event: Event| {
        let index: usize = chosen(&event)?.parse().ok()?;
        Some(Action::Preset(lesson.presets.get(index)?))
    });
    html! {
        <div class="setting">
            <label class="label" for="preset">{ "Run" }</label>
            <select id="preset" {onchange}>
                if current.is_none() { <option value="" selected=true>{ "your own" }</option> }
                { for lesson.presets.iter().enumerate().map(|(index, preset)| html! {
                    <option value={index.to_string()} selected={current == Some(preset)}>{ preset.name }</option>
                }) }
            </select>
        </div>
    }
}
