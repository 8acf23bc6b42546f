//! Threads that wait for each other, drawn as a ring.

use std::f64::consts::TAU;

use yew::prelude::*;

use super::mark_icon::MarkIcon;
use crate::view::{Doing, Mark, RingWait};

/// The middle of the drawing and the radius of the ring.
const MIDDLE: (f64, f64) = (150.0, 62.0);
const RADIUS: f64 = 40.0;

pub(super) fn ring(ring: &[RingWait]) -> Html {
    let number = |number: f64| format!("{number:.1}");
    html! {
        <div class="ring" key="ring">
            <svg viewBox="0 0 300 124" aria-hidden="true">
                <circle class="round" cx={number(MIDDLE.0)} cy={number(MIDDLE.1)} r={number(RADIUS)} />
                { for ring.iter().zip(0..).map(|(wait, index)| link(wait, f64::from(index) / ring.len() as f64, ring.len())) }
            </svg>
            { for ring.iter().map(|wait| html! { <p class="cycle">{ &wait.words }</p> }) }
        </div>
    }
}

/// A thread, and half-way to the next an arrow that is named for what it waits for. `turn` is where on the ring, from 0
/// to 1.
fn link(wait: &RingWait, turn: f64, count: usize) -> Html {
    let at = |turn: f64, radius: f64| {
        let angle = (turn - 0.25) * TAU;
        (MIDDLE.0 + radius * angle.cos(), MIDDLE.1 + radius * angle.sin())
    };
    let half = turn + 0.5 / count as f64;
    let (mark, head, label) = (at(turn, RADIUS), at(half, RADIUS), at(half, RADIUS + 11.0));
    let anchor = match label.0 - MIDDLE.0 {
        right if right > 12.0 => "start",
        left if left < -12.0 => "end",
        _ => "middle",
    };
    // A name under the ring must not touch it.
    let below = if anchor == "middle" && label.1 > MIDDLE.1 { 8.0 } else { 4.0 };
    html! {
        <>
            <path
                class="head"
                d="M-5-6L6 0L-5 6z"
                transform={format!("translate({:.1} {:.1}) rotate({:.0})", head.0, head.1, half * 360.0)}
            />
            <text x={format!("{:.1}", label.0)} y={format!("{:.1}", label.1 + below)} text-anchor={anchor}>
                { &wait.awaited }
            </text>
            <svg x={format!("{:.1}", mark.0 - 13.0)} y={format!("{:.1}", mark.1 - 13.0)} width="26" height="26">
                <MarkIcon mark={Mark { thread: wait.thread, doing: Doing::Blocked }} decorative=true />
            </svg>
        </>
    }
}
