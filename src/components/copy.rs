//! Putting text on the clipboard.

use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::HtmlElement;
use yew::prelude::*;

/// What a button does that copies a text, and then says so. In a frame that may not write to the clipboard it says that.
pub(super) fn copy(text: String) -> Callback<MouseEvent> {
    Callback::from(move |event: MouseEvent| {
        let button: Option<HtmlElement> = event.target_dyn_into();
        let written = gloo_utils::window().navigator().clipboard().write_text(&text);
        spawn_local(async move {
            let said = if JsFuture::from(written).await.is_ok() { "Copied" } else { "Not allowed here" };
            if let Some(button) = button {
                let _ = button.set_attribute("data-said", said);
            }
        });
    })
}
