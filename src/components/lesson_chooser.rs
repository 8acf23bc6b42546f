//! Which lesson, and what to look for in it; when it has been seen, what to take away.

use interleave_lessons::{LESSONS, Lesson};
use yew::prelude::*;

use super::events::{acting, chosen};
use super::icons::Icon;
use crate::state::Action;

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) lesson: &'static Lesson,
    /// Whether the run has been seen to its end.
    pub(super) seen: bool,
    pub(super) act: Callback<Action>,
}

#[component]
pub(super) fn LessonChooser(Props { lesson, seen, act }: &Props) -> Html {
    let onchange =
        acting(act, |event: Event| Some(Action::Lesson(interleave_lessons::find(&chosen(&event)?)?)));
    let mut parts: Vec<&str> = LESSONS.iter().map(|lesson| lesson.part).collect();
    parts.dedup();
    let option = |offered: &Lesson| {
        html! { <option value={offered.id} selected={offered.id == lesson.id}>{ offered.title }</option> }
    };
    let place = LESSONS.iter().position(|other| other.id == lesson.id);
    let last = place.and_then(|place| LESSONS.get(place.checked_sub(1)?));
    let next = place.and_then(|place| LESSONS.get(place + 1));
    html! {
        <div class="lesson">
            <div class="title">
                { turn(Icon::Back, "Last lesson", last, act) }
                { turn(Icon::Forward, "Next lesson", next, act) }
                <span class="part">{ lesson.part }</span>
                <select aria-label="Lesson" {onchange}>
                    { for parts.into_iter().map(|part| html! {
                        <optgroup label={part}>
                            { for LESSONS.iter().filter(|lesson| lesson.part == part).map(option) }
                        </optgroup>
                    }) }
                </select>
            </div>
            <p role="status" class={classes!(seen.then_some("seen"))}>{ if *seen { lesson.after } else { lesson.look_for } }</p>
        </div>
    }
}

fn turn(icon: Icon, name: &'static str, to: Option<&'static Lesson>, act: &Callback<Action>) -> Html {
    let title = to.map_or(name.to_string(), |to| format!("{name}: {}", to.title));
    let onclick = acting(act, move |_: MouseEvent| to.map(Action::Lesson));
    html! {
        <button type="button" class="turn" aria-label={name} {title} disabled={to.is_none()} {onclick}>
            { icon.draw() }
        </button>
    }
}
