//! What a search is to ask of every end: two expressions, to be typed.

use yew::prelude::*;

use super::events::click;
use super::text_field::TextField;
use crate::control::Control;
use crate::state::{Action, Asked, expression};

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) control: Control,
}

#[component]
pub(super) fn Asks(Props { control }: &Props) -> Html {
    let state = &control.state;
    let Asked { outcome, expect } = state.asked();
    let [outcome, expect] = [outcome, expect].map(|text| text.as_deref().unwrap_or_default().to_string());
    let ask = |change: fn(&mut Asked, String)| {
        let (act, asked) = (control.act.clone(), state.asked());
        Callback::from(move |text: String| {
            let mut asked = asked.clone();
            change(&mut asked, text);
            act.emit(Action::Asked(Some(asked)));
        })
    };
    // What the lesson asks needs no room; who writes a program has to say what is right.
    let open = state.own.is_some() || state.asked.is_some();
    html! {
        <details class="asks" {open}>
            <summary>{ "What is asked, in Python" }</summary>
            <TextField
                name="What must hold at the end"
                hint="total == 3"
                value={expect}
                changed={ask(|asked, text| asked.expect = expression(&text))}
            />
            <TextField
                name="What tells ends apart"
                hint="the output"
                value={outcome}
                changed={ask(|asked, text| asked.outcome = expression(&text))}
            />
            if state.asked.is_some() {
                <button type="button" onclick={click(&control.act, Action::Asked(None))}>{ "As it was" }</button>
            }
        </details>
    }
}
