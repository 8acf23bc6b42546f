//! A thread's mark: letter, shape and colour, drawn as what the thread does.

use yew::prelude::*;

use crate::view::{Mark, kind_of};

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) mark: Mark,
    /// Whether the words beside it say the same.
    #[prop_or_default]
    pub(super) decorative: bool,
}

/// Each kind of thread's shape, and how high its letter stands in it.
const SHAPES: [(&str, f32); 10] = [
    ("M6 3h12a4 4 0 0 1 4 4v10a4 4 0 0 1-4 4h-12a4 4 0 0 1-4-4v-10a4 4 0 0 1 4-4z", 16.6),
    ("M12 1.500a10.5 10.5 0 1 1 0 21a10.5 10.5 0 1 1 0-21z", 16.6),
    ("M2.5 2.500h19v19h-19z", 16.6),
    ("M12 0l12 12l-12 12l-12-12z", 16.6),
    ("M6.5 1.500h11l6 10.500l-6 10.500h-11l-6-10.500z", 16.6),
    ("M12 0l12.5 22.500h-25z", 19.6),
    ("M12 24l12.5-22.500h-25z", 13.4),
    ("M12 .5l12 9l-4.6 13.500h-14.800l-4.6-13.500z", 17.4),
    ("M8 1h8v7h7v8h-7v7h-8v-7h-7v-8h7z", 16.6),
    ("M1.5 2.500h21v9c0 6-4 11-10.5 11s-10.5-5-10.5-11z", 15.4),
];

#[component]
pub(super) fn MarkIcon(Props { mark, decorative }: &Props) -> Html {
    let kind = kind_of(mark.thread);
    let (shape, baseline) = SHAPES[usize::from(kind)];
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
