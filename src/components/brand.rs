//! The name of the page and its sign: two strands, one passing under the other.

use yew::prelude::*;

pub(super) fn brand() -> Html {
    html! {
        <h1 class="brand">
            <svg viewBox="0 0 32 32" aria-hidden="true">
                <path class="over" d="M2 8h9c6 0 4 16 10 16h9" />
                <path class="under" d="M2 24h9c2.4 0 3.6-2.6 4.4-5.600M17.4 12c.8-2.4 1.8-4 3.6-4h9" />
            </svg>
            { "Interleave" }
        </h1>
    }
}
