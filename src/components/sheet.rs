//! What can lie over the pictures of the machine, while playback and timeline stay in sight.

use yew::prelude::*;

use super::comparison::Compare;
use super::events::click;
use super::help::help;
use super::share::Share;
use super::story::Story;
use crate::control::Control;
use crate::state::{Action, Sheet as Kind};

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) kind: Kind,
    pub(super) control: Control,
}

#[component]
pub(super) fn Sheet(Props { kind, control }: &Props) -> Html {
    let place = use_node_ref();
    // What lies over the picture is where the keys go.
    use_effect_with((*kind, place.clone()), |(_, place)| {
        if let Some(place) = place.cast::<web_sys::HtmlElement>() {
            let _ = place.focus();
        }
    });
    let title = match kind {
        Kind::Words => "The run in words",
        Kind::Compare => "Two runs",
        Kind::Share => "Pass it on",
        Kind::Help => "Keys and signs",
    };
    html! {
        <section class="sheet" role="dialog" aria-label={title} tabindex="-1" ref={place}>
            <header>
                <h2>{ title }</h2>
                <button
                    type="button"
                    class="plain"
                    aria-label="Close"
                    title="Close (Escape)"
                    onclick={click(&control.act, Action::Sheet(None))}
                >
                    { "✕" }
                </button>
            </header>
            { match kind {
                Kind::Words => html! { <Story control={control.clone()} /> },
                Kind::Compare => html! { <Compare control={control.clone()} /> },
                Kind::Share => html! { <Share control={control.clone()} /> },
                Kind::Help => help(),
            } }
        </section>
    }
}

/// The buttons that lay something over the pictures, or take it away.
pub(super) fn sheet_buttons(current: Option<Kind>, act: &Callback<Action>) -> Html {
    let button = |kind: Kind, name: &'static str, title: &'static str| {
        let on = current == Some(kind);
        let next = (!on).then_some(kind);
        html! {
            <button
                type="button"
                class="plain"
                aria-pressed={on.to_string()}
                {title}
                aria-label={title}
                onclick={click(act, Action::Sheet(next))}
            >
                { name }
            </button>
        }
    };
    html! {
        <>
            { button(Kind::Words, "Words", "The run in words (W)") }
            { button(Kind::Compare, "Compare", "Compare two runs (C)") }
            { button(Kind::Share, "Share", "Share: copy link or embed code, save files") }
            { button(Kind::Help, "Help", "Help: keys and signs (?)") }
        </>
    }
}
