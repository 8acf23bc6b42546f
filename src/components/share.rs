//! The address of what is shown, the code that puts it into another page, and what can be saved as a file.

use yew::prelude::*;

use super::copy::copy;
use crate::control::Control;
use crate::hooks::save;
use crate::state::{Address, State};

pub(super) fn share(control: &Control) -> Html {
    let state = control.state.clone();
    let too_long = state.own.as_ref().is_some_and(|own| own.packed.is_none());
    html! {
        <div class="share scroll">
            if too_long {
                <p class="wrong">{ "This program is too long for a link. Save it as a file, and pass that on." }</p>
            } else {
                { links(&state) }
            }
            <div class="files">
                <span>{ "Save as a file" }</span>
                <div class="acts">{ program(state) }</div>
            </div>
        </div>
    }
}

fn links(state: &State) -> Html {
    let location = gloo_utils::window().location();
    let base =
        format!("{}{}", location.origin().unwrap_or_default(), location.pathname().unwrap_or_default());
    let link = Address::default().link(state);
    let frame = format!(
        "<iframe src=\"{base}?embed=1&amp;{}\" width=\"1280\" height=\"720\" title=\"{}\"></iframe>",
        attribute(link.trim_start_matches('?')),
        attribute(&state.title())
    );
    html! {
        <>
            { field("Link to this very step", format!("{base}{link}")) }
            { field("Embed code for a page or a slide", frame) }
        </>
    }
}

/// A text as the value of an attribute.
fn attribute(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}

fn program(state: std::rc::Rc<State>) -> Html {
    let onclick = Callback::from(move |_: MouseEvent| {
        save(state.file(), "text/x-python", &state.source());
    });
    html! { <button type="button" title="The program" {onclick}>{ "Program" }</button> }
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
