//! A thread's mark: letter, shape and colour, drawn as what the thread does.

use yew::prelude::*;

use crate::view::{Mark, kind_of, shape_of};

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) mark: Mark,
    /// Whether the words beside it say the same.
    #[prop_or_default]
    pub(super) decorative: bool,
}

#[component]
pub(super) fn MarkIcon(Props { mark, decorative }: &Props) -> Html {
    let kind = kind_of(mark.thread);
    let (shape, baseline) = shape_of(mark.thread);
    let letter = mark.letter();
    let label = (!decorative).then(|| format!("thread {letter}"));
    html! {
        <svg
            class={classes!("mark", format!("t{kind}"), mark.doing.class(), (letter.len() > 1).then_some("long"))}
            viewBox="0 0 24 24"
            role={(!decorative).then_some("img")}
            aria-label={label}
            aria-hidden={decorative.then_some("true")}
        >
            <path d={shape} />
            <text x="12" y={baseline.to_string()}>{ letter }</text>
        </svg>
    }
}
