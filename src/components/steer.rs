//! Who is the scheduler: the seed, or the person, with a goal and a count of moves.

use std::iter;

use yew::prelude::*;

use super::events::click;
use super::mark_icon::MarkIcon;
use crate::control::Now;
use crate::state::Action;
use crate::view::{GameView, Mark};

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    /// How the person who schedules stands; none while the seed schedules.
    pub(super) game: Option<GameView>,
    /// Which of the lesson's goals it is.
    pub(super) goal: usize,
    /// The first of them, which who begins has.
    pub(super) task: Option<&'static str>,
    /// Whether there is another behind it.
    pub(super) more: bool,
    pub(super) act: Callback<Action>,
    pub(super) now: Now,
}

#[component]
pub(super) fn Steer(Props { game, goal, task: first, more, act, now }: &Props) -> Html {
    let begin = |goal: usize| {
        let now = now.clone();
        Callback::from(move |_: MouseEvent| now.control().steer(goal))
    };
    let Some(GameView { task, state: so_far, reached, fresh, choices }) = game else {
        return html! {
            <div class="steer">
                <button type="button" title="Choose at every turn which thread goes on" onclick={begin(0)}>
                    { "Your turn" }
                    // The band has room for the goal only where it is wide.
                    { for first.map(|task| html! { <span class="goal">{ ": " }{ lower(task) }</span> }) }
                </button>
            </div>
        };
    };
    html! {
        <div class={classes!("steer", reached.then_some("reached"))}>
            <p role="status"><b>{ task }</b>{ " " }<span>{ so_far }</span></p>
            { for choices.iter().map(|mark| choice(*mark, now)) }
            <button type="button" title="Take the last move back (U)" disabled={*fresh} onclick={click(act, Action::Undo)}>
                { "Undo" }
            </button>
            if *reached && *more {
                <button type="button" title="The next goal" onclick={begin(goal + 1)}>{ "Next" }</button>
            } else {
                <button type="button" title="From the first choice on" onclick={begin(*goal)}>{ "Again" }</button>
            }
        </div>
    }
}

/// A sentence's beginning within another.
fn lower(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map_or(String::new(), |first| iter::once(first.to_ascii_lowercase()).chain(letters).collect())
}

/// A thread that can be let go on.
fn choice(mark: Mark, now: &Now) -> Html {
    let name = format!("Let {} go on (key {})", mark.letter(), mark.thread.0);
    let onclick = {
        let now = now.clone();
        Callback::from(move |_: MouseEvent| {
            now.control().let_go(mark.thread);
        })
    };
    html! {
        <button key={mark.thread.0} type="button" class="go" title={name.clone()} aria-label={name} {onclick}>
            <MarkIcon mark={Mark::author(mark.thread)} decorative=true />
        </button>
    }
}
