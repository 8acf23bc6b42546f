//! The sum that the lesson watches, large.

use yew::prelude::*;

use crate::view::{SumView, Verdict};

pub(super) fn sum(sum: &SumView) -> Html {
    html! {
        <p class="sum">
            <span class="label">{ &sum.label }</span>
            { " " }
            { match &sum.total {
                Some(total) => html! { <span class="total">{ total }</span> },
                None => html! { <span class="total none">{ "not there yet" }</span> },
            } }
            { " " }
            { verdict(&sum.verdict) }
            // What is lost for good is seen to go.
            { for sum.lost().map(|lost| html! { <span class="gone" aria-hidden="true">{ lost }</span> }) }
        </p>
    }
}

fn verdict(verdict: &Verdict) -> Html {
    match verdict {
        Verdict::Pending(words) => html! { <span class="verdict">{ words }</span> },
        Verdict::Kept => html! { <span class="verdict">{ "as it must be" }</span> },
        Verdict::Lost(amount) => html! { <span class="verdict broken">{ format!("{amount} lost") }</span> },
        Verdict::TooMuch(amount) => {
            html! { <span class="verdict broken">{ format!("{amount} too much") }</span> }
        }
    }
}
