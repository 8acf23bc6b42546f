//! The address of what is shown, and the code that puts it into another page.

use yew::prelude::*;

use super::copy::copy;
use crate::control::Control;
use crate::state::Address;

pub(super) fn share(control: &Control) -> Html {
    let location = gloo_utils::window().location();
    let base =
        format!("{}{}", location.origin().unwrap_or_default(), location.pathname().unwrap_or_default());
    let query = Address::default().write(&control.state);
    let link = format!("{base}?{query}");
    let frame = format!(
        "<iframe src=\"{base}?embed=1&amp;{}\" width=\"1280\" height=\"720\" title=\"{}\"></iframe>",
        query.replace('&', "&amp;"),
        control.state.lesson.title
    );
    html! {
        <div class="share scroll">
            { field("Link to this very step", link) }
            { field("Embed code for a page or a slide", frame) }
        </div>
    }
}

fn field(name: &'static str, text: String) -> Html {
    html! {
        <label>
            <span>{ name }</span>
            <textarea readonly=true rows="3" spellcheck="false" value={text.clone()} />
            <button type="button" onclick={copy(text)}>{ "Copy" }</button>
        </label>
    }
}
