//! What a search is to ask of every end: two expressions, to be typed.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::events::click;
use crate::control::Control;
use crate::state::{Action, Asked};

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) control: Control,
}

#[component]
pub(super) fn Asks(Props { control }: &Props) -> Html {
    let (outcome, expect) = (use_node_ref(), use_node_ref());
    let onchange = {
        let (act, outcome, expect) = (control.act.clone(), outcome.clone(), expect.clone());
        Callback::from(move |_: Event| {
            let [outcome, expect] = [&outcome, &expect]
                .map(|field| field.cast::<HtmlInputElement>().map_or(String::new(), |field| field.value()));
            act.emit(Action::Asked(Some(Asked::given(&outcome, &expect))));
        })
    };
    let state = &control.state;
    let asked = state.asked();
    // What the lesson asks needs no room; who writes a program has to say what is right.
    let open = state.own.is_some() || state.asked.is_some();
    let field = |name: &'static str, text: Option<&str>, hint: &'static str, place: &NodeRef| {
        html! {
            <label>
                <span>{ name }</span>
                <input
                    type="text"
                    ref={place.clone()}
                    value={text.unwrap_or_default().to_string()}
                    placeholder={hint}
                    spellcheck="false"
                    autocapitalize="off"
                    autocomplete="off"
                    onchange={onchange.clone()}
                />
            </label>
        }
    };
    html! {
        <details class="asks" {open}>
            <summary>{ "What is asked, in Python" }</summary>
            { field("What must hold at the end", asked.expect.as_deref(), "total == 3", &expect) }
            { field("What tells ends apart", asked.outcome.as_deref(), "the output", &outcome) }
            if state.asked.is_some() {
                <button type="button" onclick={click(&control.act, Action::Asked(None))}>{ "As it was" }</button>
            }
        </details>
    }
}
