//! A field for text, of one line or more, with its name. It says what was typed when the person is done with it.

use yew::prelude::*;

use super::events::written;
use super::typed::use_typed;

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) name: AttrValue,
    pub(super) value: AttrValue,
    /// What may be typed here; none where the name says it.
    #[prop_or_default]
    pub(super) hint: AttrValue,
    /// How many lines are seen; what is one line is sent by Enter.
    #[prop_or(1)]
    pub(super) rows: u32,
    pub(super) changed: Callback<String>,
}

#[component]
pub(super) fn TextField(props: &Props) -> Html {
    let typed = use_typed(&props.value);
    let onchange = {
        let (changed, taken) = (props.changed.clone(), typed.taken);
        Callback::from(move |event: Event| {
            let Some(text) = written(&event) else { return };
            taken.emit(());
            changed.emit(text);
        })
    };
    let (value, oninput) = (typed.text, typed.oninput);
    html! {
        <label>
            <span>{ props.name.clone() }</span>
            if props.rows > 1 {
                <textarea rows={props.rows.to_string()} spellcheck="false" {value} {oninput} {onchange} />
            } else {
                <input
                    type="text"
                    placeholder={props.hint.clone()}
                    spellcheck="false"
                    autocapitalize="off"
                    autocomplete="off"
                    {value}
                    {oninput}
                    {onchange}
                />
            }
        </label>
    }
}
