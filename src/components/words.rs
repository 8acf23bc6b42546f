//! A sentence in which some words are code.

use yew::prelude::*;

use crate::view::Words;

pub(super) fn words(words: &Words) -> Html {
    words
        .parts()
        .map(|(text, code)| {
            if code {
                html! { <code>{ text }</code> }
            } else {
                html! { text }
            }
        })
        .collect()
}
