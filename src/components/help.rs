//! The keys, and what the signs of the timeline and the code mean.

use yew::prelude::*;

const KEYS: [(&str, &str); 15] = [
    ("Space", "play, pause"),
    ("← →", "a step back, a step on"),
    ("Shift ← →", "from switch to switch"),
    ("Home End", "to the start, to the end"),
    ("1 … 9", "let thread A, B, C … go on; 0 is main"),
    ("U", "take the last choice back"),
    ("R", "another seed"),
    ("E", "explore all schedules"),
    ("F", "find one that fails"),
    ("+ −", "look at the timeline closer, or all of it"),
    ("W", "the run in words"),
    ("C", "compare two runs"),
    ("?", "these keys"),
    ("Escape", "close this; leave the editor"),
    ("Tab Enter", "on the output: go to where it was written"),
];

/// Parts of the timeline, each as SVG elements in a box of 64 by 24: the class of a path and its shape, and what it means.
const SIGNS: [(&str, &str, &str); 8] = [
    ("running", "M2 4h60v16h-60z", "the thread runs"),
    ("runnable", "M2 8.500h60v7h-60z", "it could run, and waits for its turn"),
    ("blocked", "M2 7h60v10h-60z", "it is blocked: it waits for a lock or a thread"),
    ("sleeping", "M4 12h58", "it sleeps"),
    ("strand", "M0 20H32V4H64", "who runs: up or down, another takes over"),
    (
        "arrows",
        "M4 4C24 4 58 6 58 18m-3 -4.500l3 4.500l3 -4.500",
        "what had to come first: a start, a release …",
    ),
    ("hold", "M2 5h60v14h-60z", "under the lanes: who holds the lock"),
    ("needed", "M32 3V21", "a switch that the shortest failure needs"),
];

pub(super) fn help() -> Html {
    html! {
        <dl class="keys scroll" tabindex="0">
            { for KEYS.iter().map(|(keys, what)| html! {
                <div>
                    <dt>{ for keys.split(' ').map(|key| html! { <kbd>{ key }</kbd> }) }</dt>
                    <dd>{ *what }</dd>
                </div>
            }) }
            { for SIGNS.iter().map(|(class, shape, what)| html! {
                <div>
                    <dt>
                        <svg class="lanes-drawing t1" viewBox="0 0 64 24" aria-hidden="true">
                            <path class={*class} d={*shape} />
                        </svg>
                    </dt>
                    <dd>{ *what }</dd>
                </div>
            }) }
            <div>
                <dt><span class="expr t1">{ "x + 1" }</span></dt>
                <dd>{ "in the code: what the thread evaluates next" }</dd>
            </div>
            <div>
                <dt>{ "←" }</dt>
                <dd>{ "behind a lock: those who wait for it, in order" }</dd>
            </div>
        </dl>
    }
}
