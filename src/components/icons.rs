//! Pictures on buttons.

use yew::prelude::*;

/// A picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Icon {
    Start,
    Back,
    Play,
    Pause,
    Forward,
    End,
    Last,
    Next,
}

impl Icon {
    fn path(self) -> &'static str {
        match self {
            Icon::Start => "M6 5h2.500v14H6zM19 5v14L9.5 12z",
            Icon::Back => "M17 5v14L6 12z",
            Icon::Play => "M7 4.500v15L20 12z",
            Icon::Pause => "M6.5 5h4v14h-4zM13.5 5h4v14h-4z",
            Icon::Forward => "M7 5v14l11-7z",
            // Not those of the playback: they turn pages.
            Icon::Last => "M15.5 3.500l2.500 2.500-6.500 6.500 6.500 6.500-2.500 2.500-9-9z",
            Icon::Next => "M8.5 3.500l-2.500 2.500 6.500 6.500-6.500 6.500 2.500 2.500 9-9z",
            Icon::End => "M5 5v14l9.5-7zM15.5 5H18v14h-2.500z",
        }
    }

    pub(super) fn draw(self) -> Html {
        html! { <svg viewBox="0 0 24 24" aria-hidden="true"><path d={self.path()} /></svg> }
    }
}

/// A die that shows five.
pub(super) fn die() -> Html {
    let pips = [(8.4, 8.4), (15.6, 8.4), (12.0, 12.0), (8.4, 15.6), (15.6, 15.6)];
    let pip = |(x, y): (f32, f32)| html! { <circle cx={x.to_string()} cy={y.to_string()} r="1.7" /> };
    html! {
        <svg class="die" viewBox="0 0 24 24" aria-hidden="true">
            <rect x="3.5" y="3.5" width="17" height="17" rx="3.5" />
            { for pips.into_iter().map(pip) }
        </svg>
    }
}
