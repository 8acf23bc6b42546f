//! From what a person does to actions.

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::state::Action;

/// Passes an action on, if an event comes to one.
pub(super) fn acting<E: 'static>(
    act: &Callback<Action>,
    meaning: impl Fn(E) -> Option<Action> + 'static,
) -> Callback<E> {
    let act = act.clone();
    Callback::from(move |event| {
        if let Some(action) = meaning(event) {
            act.emit(action);
        }
    })
}

/// What a button does that comes to an action.
pub(super) fn click(act: &Callback<Action>, action: Action) -> Callback<MouseEvent> {
    act.reform(move |_: MouseEvent| action.clone())
}

/// The value that was chosen in a list.
pub(super) fn chosen(event: &Event) -> Option<String> {
    Some(event.target()?.dyn_into::<HtmlSelectElement>().ok()?.value())
}

/// The field that was changed.
pub(super) fn field(event: &Event) -> Option<HtmlInputElement> {
    event.target()?.dyn_into().ok()
}

/// The text of the field that was changed, of one line or more.
pub(super) fn written(event: &Event) -> Option<String> {
    let lines = || Some(event.target()?.dyn_into::<HtmlTextAreaElement>().ok()?.value());
    field(event).map(|field| field.value()).or_else(lines)
}
