//! In the place of the lesson's bar: a program of the person's own, and the way back to the lesson.

use yew::prelude::*;

use super::events::click;
use crate::control::Control;
use crate::state::{Action, Own, Sheet};

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) control: Control,
}

#[component]
pub(crate) fn OwnBar(Props { control }: &Props) -> Html {
    let asks = use_state_eq(|| false);
    let Some(own) = control.state.own.clone() else { return Html::default() };
    let back = {
        let (control, asks) = (control.clone(), asks.clone());
        Callback::from(move |_: MouseEvent| {
            asks.set(false);
            control.drafts.forget(&control.state);
            control.act.emit(Action::LeaveOwn);
        })
    };
    let ask = {
        let asks = asks.clone();
        move |on: bool| {
            let asks = asks.clone();
            Callback::from(move |_: MouseEvent| asks.set(on))
        }
    };
    html! {
        <section class="bar own" aria-label="Your program">
            <p>{ said_of(&own, control.state.lesson.title) }</p>
            <div class="acts">
                if *asks {
                    <span role="alert">{ "Leave what you changed?" }</span>
                    <button type="button" onclick={back}>{ "Leave it" }</button>
                    <button type="button" onclick={ask(false)}>{ "Keep it" }</button>
                } else {
                    <button type="button" onclick={click(&control.act, Action::Sheet(Some(Sheet::Share)))}>{ "Share" }</button>
                    <button type="button" onclick={if own.edited { ask(true) } else { back }}>
                        { "Back to the lesson’s program" }
                    </button>
                }
            </div>
        </section>
    }
}

fn said_of(own: &Own, lesson: &str) -> String {
    let what = match (&own.name, own.edited) {
        (Some(name), true) => format!("{name}, edited by you."),
        (Some(name), false) => format!("{name}, a program of your own."),
        (None, _) => format!("“{lesson}”, edited."),
    };
    let kept = match own.packed {
        Some(_) => "The page’s address holds it: a link passes it on.",
        None => "It is too long for an address: only this tab has it. Share saves it as a file.",
    };
    format!("{what} {kept}")
}
