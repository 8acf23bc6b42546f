//! Threads that wait for each other, drawn as a ring.

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
/// to 1. The drawing is turned by the browser: sines would weigh more than all of this.
fn link(wait: &RingWait, turn: f64, count: usize) -> Html {
    let half = turn + 0.5 / count as f64;
    let (x, y) = MIDDLE;
    let turned = |turn: f64, back: bool, radius: f64| {
        let angle = turn * 360.0;
        let back = if back { format!("rotate({:.1})", -angle) } else { String::new() };
        format!("translate({x} {y})rotate({angle:.1})translate(0 {:.1}){back}", -radius)
    };
    let anchor = match half.fract() {
        right if (0.05..0.45).contains(&right) => "start",
        left if (0.55..0.95).contains(&left) => "end",
        _ => "middle",
    };
    // A name under the ring must not touch it.
    let below = if anchor == "middle" && (0.25..0.75).contains(&half) { "8" } else { "4" };
    html! {
        <>
            <path class="head" d="M-5-6L6 0L-5 6z" transform={turned(half, false, RADIUS)} />
            <text y={below} text-anchor={anchor} transform={turned(half, true, RADIUS + 11.0)}>{ &wait.awaited }</text>
            <g transform={turned(turn, true, RADIUS)}>
                <svg x="-13" y="-13" width="26" height="26">
                    <MarkIcon mark={Mark { thread: wait.thread, doing: Doing::Blocked }} decorative=true />
                </svg>
            </g>
        </>
    }
}
