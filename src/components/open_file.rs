//! The button that opens a file.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::hooks;
use crate::state::Action;

pub(super) fn open_file(act: &Callback<Action>) -> Html {
    let act = act.clone();
    let onchange = Callback::from(move |event: Event| {
        let Some(field) = event.target_dyn_into::<HtmlInputElement>() else { return };
        if let Some(file) = field.files().and_then(|files| files.get(0)) {
            hooks::open_file(file, act.clone());
        }
        // So that the same file can be opened again.
        field.set_value("");
    });
    html! {
        <label class="button" title="Run a program of yours: open its file, or drop it onto the page">
            <input type="file" class="hidden" accept=".py,text/x-python,text/plain" {onchange} />
            { "Open a file" }
        </label>
    }
}
