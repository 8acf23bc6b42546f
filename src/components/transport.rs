//! Play, pause, step; what the last step did, in words; how fast.

use yew::prelude::*;

use super::events::{acting, chosen, click};
use super::icons::Icon;
use super::mark_icon::MarkIcon;
use super::words::words;
use crate::control::Control;
use crate::state::{Action, Move, Speed};
use crate::view::{Caption, GameView, Mark};

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) caption: Caption,
    /// The virtual time, in microseconds.
    pub(super) clock: u64,
    /// How the person who schedules stands; none while the seed schedules.
    pub(super) game: Option<GameView>,
    pub(super) control: Control,
}

#[component]
pub(super) fn Transport(Props { caption, clock, game, control }: &Props) -> Html {
    let Control { state, act, .. } = control;
    let (shown, at_end) = (state.shown(), state.at_end());
    let move_to = |icon, name, to, off| button(icon, name, Action::Move(to), off, act);
    let (play_icon, play_name) = if state.playing { (Icon::Pause, "Pause") } else { (Icon::Play, "Play") };
    // A live region that speaks at every step of play would never be quiet.
    let live = if state.playing { "off" } else { "polite" };
    html! {
        <section class="transport" aria-label="Playback">
            <div class="buttons">
                { move_to(Icon::Start, "To the start (Home)", Move::Start, shown == 0) }
                { move_to(Icon::Back, "Step back (Left)", Move::Back, shown == 0) }
                <button
                    type="button"
                    class="play"
                    aria-label={play_name}
                    title={format!("{play_name} (Space)")}
                    onclick={click(act, Action::PlayOrPause)}
                >
                    { play_icon.draw() }
                </button>
                { move_to(Icon::Forward, "Step (Right)", Move::Forward, at_end) }
                { move_to(Icon::End, "To the end (End)", Move::End, at_end) }
            </div>
            <p class="caption" role="status" aria-live={live}>
                { for caption.thread.map(|thread| html! { <MarkIcon key={thread.0} mark={Mark::author(thread)} decorative=true /> }) }
                <span class={classes!("words", caption.failed.then_some("failed"))}>{ words(&caption.words) }</span>
            </p>
            { steer(control, game.as_ref()) }
            <div class="where">
                <p class="counter">
                    <span class="hidden">{ "step " }</span>
                    { grouped(shown) }{ " of " }{ grouped(state.extent.steps) }
                </p>
                <p class="clock" title="Virtual time since the start"><span class="hidden">{ "virtual time " }</span>{ time(*clock) }</p>
            </div>
            { speed(state.speed, act) }
        </section>
    }
}

fn button(icon: Icon, name: &'static str, action: Action, off: bool, act: &Callback<Action>) -> Html {
    let onclick = click(act, action);
    html! {
        <button type="button" aria-label={name} title={name} disabled={off} {onclick}>{ icon.draw() }</button>
    }
}

/// Who is the scheduler: the seed, or the person, with a goal and a count of moves.
fn steer(control: &Control, game: Option<&GameView>) -> Html {
    let Control { state, act, .. } = control;
    let begin = |goal: usize| {
        let control = control.clone();
        Callback::from(move |_: MouseEvent| control.steer(goal))
    };
    let Some(GameView { task, state: so_far, reached, fresh, choices }) = game else {
        return html! {
            <div class="steer">
                <button type="button" title="Choose at every turn who goes on" onclick={begin(0)}>{ "You schedule" }</button>
            </div>
        };
    };
    html! {
        <div class={classes!("steer", reached.then_some("reached"))}>
            <p role="status"><b>{ task }</b>{ " " }<span>{ so_far }</span></p>
            { for choices.iter().map(|mark| choice(*mark, control)) }
            <button type="button" title="Take the last move back (U)" disabled={*fresh} onclick={click(act, Action::Undo)}>
                { "Undo" }
            </button>
            if *reached && state.has_more_tasks() {
                <button type="button" title="The next goal" onclick={begin(state.goal + 1)}>{ "Next" }</button>
            } else {
                <button type="button" title="From the first choice on" onclick={begin(state.goal)}>{ "Again" }</button>
            }
        </div>
    }
}

/// A thread that can be let go on.
fn choice(mark: Mark, control: &Control) -> Html {
    let name = format!("Let {} go on (key {})", mark.letter(), mark.thread.0);
    let onclick = {
        let control = control.clone();
        Callback::from(move |_: MouseEvent| {
            control.let_go(mark.thread);
        })
    };
    html! {
        <button key={mark.thread.0} type="button" class="go" title={name.clone()} aria-label={name} {onclick}>
            <MarkIcon mark={Mark::author(mark.thread)} decorative=true />
        </button>
    }
}

fn speed(current: Speed, act: &Callback<Action>) -> Html {
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
                { for Speed::ALL.iter().enumerate().map(|(index, &speed)| html! {
                    <option value={index.to_string()} selected={speed == current}>{ name(speed) }</option>
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
