//! A field for a whole number. What is no number is marked as wrong, and changes nothing.

use yew::prelude::*;

use super::events::field;
use super::typed::use_typed;

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) id: AttrValue,
    pub(super) value: Option<u64>,
    pub(super) min: u64,
    #[prop_or_default]
    pub(super) placeholder: AttrValue,
    /// Whether it may be empty.
    #[prop_or_default]
    pub(super) optional: bool,
    pub(super) changed: Callback<Option<u64>>,
}

#[component]
pub(super) fn NumberField(props: &Props) -> Html {
    let typed = use_typed(&props.value.map(|value| value.to_string()).unwrap_or_default());
    let onchange = {
        let (changed, taken) = (props.changed.clone(), typed.taken);
        let (min, optional) = (props.min, props.optional);
        Callback::from(move |event: Event| {
            let Some(input) = field(&event) else { return };
            let number = match input.value().parse::<u64>() {
                Ok(number) if number >= min => Some(number),
                Err(_) if optional && input.value().is_empty() && input.check_validity() => None,
                _ => return,
            };
            taken.emit(());
            changed.emit(number);
        })
    };
    html! {
        <input
            type="number"
            id={props.id.clone()}
            value={typed.text}
            min={props.min.to_string()}
            step="1"
            required={!props.optional}
            placeholder={props.placeholder.clone()}
            oninput={typed.oninput}
            {onchange}
        />
    }
}
