//! The page.

use yew::prelude::*;

/// The whole page, mounted once.
#[component]
pub fn App() -> Html {
    html! { <h1>{ "Interleave" }</h1> }
}
