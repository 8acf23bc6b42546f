//! Which lesson.

use interleave_lessons::{LESSONS, Lesson};
use yew::prelude::*;

use super::events::{acting, chosen};
use crate::state::Action;

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) lesson: &'static Lesson,
    pub(super) act: Callback<Action>,
}

#[component]
pub(super) fn LessonChooser(Props { lesson, act }: &Props) -> Html {
    let onchange =
        acting(act, |event: Event| Some(Action::Lesson(interleave_lessons::find(&chosen(&event)?)?)));
    let mut parts: Vec<&str> = LESSONS.iter().map(|lesson| lesson.part).collect();
    parts.dedup();
    let option = |offered: &Lesson| {
        html! { <option value={offered.id} selected={offered.id == lesson.id}>{ offered.title }</option> }
    };
    html! {
        <div class="lesson">
            <select aria-label="Lesson" {onchange}>
                { for parts.into_iter().map(|part| html! {
                    <optgroup label={part}>
                        { for LESSONS.iter().filter(|lesson| lesson.part == part).map(option) }
                    </optgroup>
                }) }
            </select>
            <p>{ lesson.look_for }</p>
        </div>
    }
}
