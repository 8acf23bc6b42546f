//! Play, pause, step; what the last step did, in words; how fast. Each part is drawn anew only when what it shows changes.

use std::rc::Rc;

use yew::prelude::*;

use super::events::{acting, chosen, click};
use super::icons::Icon;
use super::mark_icon::MarkIcon;
use super::steer::Steer;
use super::words::words;
use crate::control::Now;
use crate::state::{Action, Move, Speed, State};
use crate::view::{Caption, GameView, Mark};

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) caption: Caption,
    /// The virtual time, in microseconds.
    pub(super) clock: u64,
    /// How the person who schedules stands; none while the seed schedules.
    pub(super) game: Option<GameView>,
    /// What is shown.
    pub(super) state: Rc<State>,
    pub(super) act: Callback<Action>,
    pub(super) now: Now,
}

#[component]
pub(super) fn Transport(Props { caption, clock, game, state, act, now }: &Props) -> Html {
    let (shown, playing) = (state.shown(), state.playing);
    html! {
        <section class="transport" aria-label="Playback">
            <Buttons at_start={shown == 0} at_end={state.at_end()} {playing} act={act.clone()} />
            <Says caption={caption.clone()} {playing} />
            <Steer
                game={game.clone()}
                goal={state.goal}
                task={state.first_task().map(|task| task.text)}
                more={state.has_more_tasks()}
                act={act.clone()}
                now={now.clone()}
            />
            <div class="where">
                <p class="counter">
                    { "step " }{ grouped(shown) }{ " of " }{ grouped(state.extent.steps) }
                </p>
                <p class="clock" title="The program’s own clock: a step takes 1 µs">{ "at " }{ time(*clock) }</p>
            </div>
            <Pace speed={state.speed} act={act.clone()} />
        </section>
    }
}

#[derive(PartialEq, Properties)]
struct ButtonsProps {
    at_start: bool,
    at_end: bool,
    playing: bool,
    act: Callback<Action>,
}

#[component]
fn Buttons(ButtonsProps { at_start, at_end, playing, act }: &ButtonsProps) -> Html {
    let move_to = |icon, name, to, off| button(icon, name, Action::Move(to), off, act);
    let (play_icon, play_name) = if *playing { (Icon::Pause, "Pause") } else { (Icon::Play, "Play") };
    html! {
        <div class="buttons">
            { move_to(Icon::Start, "To the start (Home)", Move::Start, *at_start) }
            { move_to(Icon::Back, "Step back (Left)", Move::Back, *at_start) }
            <button
                type="button"
                class="play"
                aria-label={play_name}
                title={format!("{play_name} (Space)")}
                onclick={click(act, Action::PlayOrPause)}
            >
                { play_icon.draw() }
            </button>
            { move_to(Icon::Forward, "Step (Right)", Move::Forward, *at_end) }
            { move_to(Icon::End, "To the end (End)", Move::End, *at_end) }
        </div>
    }
}

fn button(icon: Icon, name: &'static str, action: Action, off: bool, act: &Callback<Action>) -> Html {
    let onclick = click(act, action);
    html! {
        <button type="button" aria-label={name} title={name} disabled={off} {onclick}>{ icon.draw() }</button>
    }
}

#[derive(PartialEq, Properties)]
struct SaysProps {
    caption: Caption,
    playing: bool,
}

/// What the last step did.
#[component]
fn Says(SaysProps { caption, playing }: &SaysProps) -> Html {
    // A live region that speaks at every step of play would never be quiet.
    let live = if *playing { "off" } else { "polite" };
    html! {
        <p class="caption" role="status" aria-live={live}>
            { for caption.thread.map(|thread| html! { <MarkIcon key={thread.0} mark={Mark::author(thread)} decorative=true /> }) }
            <span class={classes!("words", caption.failed.then_some("failed"))}>{ words(&caption.words) }</span>
        </p>
    }
}

#[derive(PartialEq, Properties)]
struct PaceProps {
    speed: Speed,
    act: Callback<Action>,
}

/// How fast it plays.
#[component]
fn Pace(PaceProps { speed, act }: &PaceProps) -> Html {
    let onchange = acting(act, |event: Event| {
        let index: usize = chosen(&event)?.parse().ok()?;
        Some(Action::Speed(*Speed::ALL.get(index)?))
    });
    let name = |speed: Speed| match speed.steps_a_second() {
        1 => "1 step/s".to_string(),
        many => format!("{} steps/s", grouped(many.into())),
    };
    html! {
        <div class="speed">
            <select aria-label="Speed" {onchange}>
                { for Speed::ALL.iter().enumerate().map(|(index, offered)| html! {
                    <option value={index.to_string()} selected={offered == speed}>{ name(*offered) }</option>
                }) }
            </select>
        </div>
    }
}

/// A time in microseconds, in the unit that it is best read in.
fn time(micros: u64) -> String {
    match micros {
        0..1_000 => format!("{micros} µs"),
        1_000..1_000_000 => format!("{:.1} ms", micros as f64 / 1e3),
        _ => format!("{:.2} s", micros as f64 / 1e6),
    }
}

/// A number with its thousands apart.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
