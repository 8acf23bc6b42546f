//! The keys.

use yew::prelude::*;

const KEYS: [(&str, &str); 15] = [
    ("Space", "play, pause"),
    ("← →", "a step back, a step on"),
    ("Shift ← →", "from switch to switch"),
    ("Home End", "to the start, to the end"),
    ("1 … 9", "let thread A, B, C … go on from here; 0 is the main thread"),
    ("U", "take the last choice back"),
    ("R", "another seed"),
    ("E", "explore all schedules"),
    ("F", "find one that fails"),
    ("+ −", "look closer at the timeline, or from further away"),
    ("W", "the run in words"),
    ("C", "compare two runs"),
    ("?", "these keys"),
    ("Escape", "close what lies over the picture; leave the editor"),
    ("Tab Enter", "come to a piece of output, and go to where it was written"),
];

pub(super) fn help() -> Html {
    html! {
        <dl class="keys scroll">
            { for KEYS.iter().map(|(keys, what)| html! {
                <div>
                    <dt>{ for keys.split(' ').map(|key| html! { <kbd>{ key }</kbd> }) }</dt>
                    <dd>{ *what }</dd>
                </div>
            }) }
        </dl>
    }
}
