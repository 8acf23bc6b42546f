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
        Kind::Help => "Keys",
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
    let button = |kind: Kind, name: &'static str, sign: &'static str| {
        let on = current == Some(kind);
        let next = (!on).then_some(kind);
        html! {
            <button
                type="button"
                class="plain"
                aria-pressed={on.to_string()}
                title={name}
                aria-label={name}
                onclick={click(act, Action::Sheet(next))}
            >
                <svg viewBox="0 0 24 24" aria-hidden="true"><path d={sign} /></svg>
            </button>
        }
    };
    html! {
        <>
            { button(Kind::Words, "The run in words (W)", "M4 6h2M9 6h11M4 12h2M9 12h11M4 18h2M9 18h11") }
            { button(Kind::Compare, "Compare two runs (C)", "M4 5h6v14H4zM14 5h6v14h-6z") }
            { button(Kind::Share, "Copy link or embed code", "M10 14l4-4M8 11l-3 3a3.500 3.500 0 0 0 5 5l3-3M16 13l3-3a3.500 3.500 0 0 0-5-5l-3 3") }
            { button(Kind::Help, "Keys (?)", "M9 9a3 3 0 1 1 4 3c-1 .5-1 1.500-1 2.500M12 18v.5") }
        </>
    }
}
