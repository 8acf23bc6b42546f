//! Locks and their kin: who holds them, who waits.

use yew::prelude::*;

use super::mark_icon::MarkIcon;
use super::ring::ring;
use crate::view::{LockView, RingWait};

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) locks: Vec<LockView>,
    pub(super) ring: Vec<RingWait>,
    /// How many locks are held at one time or another in the run: so much room they have from its start.
    pub(super) room: usize,
}

#[component]
pub(super) fn LocksPanel(Props { locks, ring, room }: &Props) -> Html {
    html! {
        <section aria-label="Locks" class={format!("room{room}")}>
            <h2>{ "Locks" }</h2>
            if locks.is_empty() && ring.is_empty() {
                <p class="none">
                    { if *room > 0 { "None is held." } else { "None: nothing keeps two threads apart." } }
                </p>
            } else {
                <div class="scroll" tabindex="0" role="group" aria-label="Locks and who waits">
                    if !ring.is_empty() { { self::ring(ring) } }
                    <ul class="locks">{ for locks.iter().map(lock) }</ul>
                </div>
            }
        </section>
    }
}

fn lock(lock: &LockView) -> Html {
    html! {
        <li>
            <span class="name">{ &lock.name }{ " " }<span class="kind">{ &lock.kind }</span></span>
            <span class="held">{ &lock.state }{ " " }{ for lock.holders.iter().map(|mark| html! { <MarkIcon mark={*mark} /> }) }</span>
            if !lock.waiters.is_empty() {
                <span class="queue" title="Who waits, in order">
                    <span class="hidden">{ "waiting: " }</span>
                    <span aria-hidden="true">{ "← " }</span>
                    { for lock.waiters.iter().map(|mark| html! { <MarkIcon mark={*mark} /> }) }
                </span>
            }
        </li>
    }
}
