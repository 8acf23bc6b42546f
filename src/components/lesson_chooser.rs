//! Which lesson, and what to look for in it; when it has been seen, what to take away.

use std::rc::Rc;

use interleave_lessons::{LESSONS, Lesson};
use yew::prelude::*;

use super::events::{acting, chosen};
use super::icons::Icon;
use crate::state::{Action, State};

/// The value of the person's own program in the list; no lesson has it.
const OWN: &str = "+own";

/// What there is to say of it.
const YOURS: &str = "Your program runs in this tab, on no server. Play it, shuffle it with a new seed, or explore every schedule it has.";

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) state: Rc<State>,
    /// Whether the run has been seen to its end.
    pub(super) seen: bool,
    pub(super) act: Callback<Action>,
}

#[component]
pub(super) fn LessonChooser(Props { state, seen, act }: &Props) -> Html {
    let lesson = state.lesson;
    let own = state.own.clone().or_else(|| state.kept.clone());
    let onchange = {
        let own = own.clone();
        acting(act, move |event: Event| match chosen(&event)?.as_str() {
            OWN => own.clone().map(Action::Own),
            id => interleave_lessons::find(id).map(Action::Lesson),
        })
    };
    let mut parts: Vec<&str> = LESSONS.iter().map(|lesson| lesson.part).collect();
    parts.dedup();
    let option = |offered: &Lesson| {
        html! { <option value={offered.id} selected={state.own.is_none() && offered.id == lesson.id}>{ offered.title }</option> }
    };
    let place = LESSONS.iter().position(|other| other.id == lesson.id);
    let last = place.and_then(|place| LESSONS.get(place.checked_sub(1)?));
    let next = place.and_then(|place| LESSONS.get(place + 1));
    html! {
        <div class="lesson">
            <div class="title">
                { turn(Icon::Last, "Last lesson", last, act) }
                { turn(Icon::Next, "Next lesson", next, act) }
                if state.own.is_none() { <span class="part">{ lesson.part }</span> }
                <select aria-label="Lesson" {onchange}>
                    if let Some(own) = &own {
                        <optgroup label="Yours">
                            <option value={OWN} selected={state.own.is_some()}>
                                { own.name.as_deref().unwrap_or("Your program").to_string() }
                            </option>
                        </optgroup>
                    }
                    { for parts.into_iter().map(|part| html! {
                        <optgroup label={part}>
                            { for LESSONS.iter().filter(|lesson| lesson.part == part).map(option) }
                        </optgroup>
                    }) }
                </select>
            </div>
            <p role="status">{ match (&state.own, *seen) {
                (Some(_), _) => YOURS,
                (None, true) => lesson.after,
                (None, false) => lesson.look_for,
            } }</p>
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
