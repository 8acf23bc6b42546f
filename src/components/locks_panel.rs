//! Locks and their kin: who holds them, who waits.

use yew::prelude::*;

use super::mark_icon::MarkIcon;
use crate::view::LockView;

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) locks: Vec<LockView>,
    pub(super) ring: Vec<String>,
}

#[component]
pub(super) fn LocksPanel(Props { locks, ring }: &Props) -> Html {
    html! {
        <section aria-label="Locks">
            <h2>{ "Locks" }</h2>
            if locks.is_empty() && ring.is_empty() {
                <p class="none">{ "None: nothing keeps two threads apart." }</p>
            } else {
                <ul class="locks">
                    { for locks.iter().map(lock) }
                    { for ring.iter().map(|words| html! { <li class="cycle">{ words }</li> }) }
                </ul>
            }
        </section>
    }
}

fn lock(lock: &LockView) -> Html {
    html! {
        <li>
            <span class="name">{ &lock.name }{ " " }<span class="kind">{ lock.kind }</span></span>
            <span>{ &lock.state }{ " " }{ for lock.owner.map(|mark| html! { <MarkIcon {mark} /> }) }</span>
            if !lock.waiters.is_empty() {
                <span class="queue">
                    { "waiting: " }
                    { for lock.waiters.iter().map(|mark| html! { <MarkIcon mark={*mark} /> }) }
                </span>
            }
        </li>
    }
}
