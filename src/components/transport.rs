//! Play, pause, step; what the last step did, in words; how fast.

use yew::prelude::*;

use super::events::{acting, chosen, click};
use super::icons::Icon;
use super::mark_icon::MarkIcon;
use super::words::words;
use crate::control::Control;
use crate::state::{Action, Move, Speed};
use crate::view::{Caption, Mark};

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) caption: Caption,
    /// The virtual time, in microseconds.
    pub(super) clock: u64,
    /// What has gone wrong, if something has.
    pub(super) failure: Option<String>,
    pub(super) control: Control,
}

#[component]
pub(super) fn Transport(Props { caption, clock, failure, control }: &Props) -> Html {
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
                { for caption.thread.map(|thread| html! { <MarkIcon mark={Mark::author(thread)} decorative=true /> }) }
                <span class={classes!("words", caption.failed.then_some("failed"))}>{ words(&caption.words) }</span>
            </p>
            { steer(control, failure.as_deref()) }
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

/// Who is the scheduler: the seed, or the person, with a count of moves.
fn steer(control: &Control, failure: Option<&str>) -> Html {
    let Control { state, act, .. } = control;
    let begin = {
        let control = control.clone();
        Callback::from(move |_: MouseEvent| control.steer())
    };
    let Some(moves) = &state.moves else {
        return html! {
            <div class="steer">
                <button type="button" title="Choose at every turn who goes on" onclick={begin}>{ "You schedule" }</button>
            </div>
        };
    };
    let count = match moves.len() {
        0 => "Make it fail: who goes first?".to_string(),
        1 => "1 move".into(),
        many => format!("{many} moves"),
    };
    let so_far = match failure.filter(|_| !moves.is_empty()) {
        Some(failure) => html! { <b class="failed">{ format!("{count}: {failure}") }</b> },
        None if state.at_end() && !moves.is_empty() => html! { { format!("{count}: all went well") } },
        None => html! { { count } },
    };
    html! {
        <div class="steer">
            <span role="status">{ so_far }</span>
            <button
                type="button"
                title="Take the last move back (U)"
                disabled={moves.is_empty()}
                onclick={click(act, Action::Undo)}
            >
                { "Undo" }
            </button>
            <button type="button" onclick={begin}>{ "Again" }</button>
        </div>
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
