//! The text of a field while a person types. The page is drawn again whenever there is more of a run, and each time a
//! field gets the text that it is said to have: what was typed and is not yet sent would be lost.

use yew::prelude::*;

use super::events::written;

/// A field's text, and what keeps it.
pub(super) struct Typed {
    /// What the field must show.
    pub(super) text: AttrValue,
    /// For the field's event of the same name.
    pub(super) oninput: Callback<InputEvent>,
    /// What was typed has been taken, or given up: the value counts again.
    pub(super) taken: Callback<()>,
}

/// What was typed over a value, for as long as the value stays the same.
#[hook]
pub(super) fn use_typed(value: &str) -> Typed {
    let typed = use_state_eq(|| None::<(String, String)>);
    let text = match &*typed {
        Some((over, text)) if over == value => text.clone(),
        _ => value.to_string(),
    };
    let oninput = {
        let (typed, value) = (typed.setter(), value.to_string());
        Callback::from(move |event: InputEvent| typed.set(written(&event).map(|text| (value.clone(), text))))
    };
    let typed = typed.setter();
    Typed { text: text.into(), oninput, taken: Callback::from(move |()| typed.set(None)) }
}
