//! Two runs beside each other: where they part, and how each ends.

use interleave_schedule::Schedule;
use yew::prelude::*;

use super::events::{chosen, click};
use super::mark_icon::MarkIcon;
use super::number_field::NumberField;
use super::output_panel::plain_row;
use super::sum::sum;
use super::words::words;
use crate::control::Control;
use crate::run::{Comparison, Parting, Run, RunEnd, StoryRow};
use crate::state::{Action, Move, State};
use crate::view::Mark;

/// Of the other run so many steps are made.
const MOST_STEPS: u64 = 200_000;

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) control: Control,
}

#[component]
pub(super) fn Compare(Props { control }: &Props) -> Html {
    let state = &control.state;
    // Another seed of the same program; or where there is a fix, that under the same seed.
    let (programs, own) = programs(state);
    let start = match programs.len() {
        1 => (own, state.schedule.seed.wrapping_add(1)),
        many => ((own + 1) % many, state.schedule.seed),
    };
    let choice = use_state_eq(|| start);
    let (program, seed) = (choice.0.min(programs.len() - 1), choice.1);
    let other = State {
        schedule: match program == own && seed == state.schedule.seed {
            true => state.schedule.clone(),
            false => Schedule { seed, decisions: Vec::new(), then: None, ..state.schedule.clone() },
        },
        ..programs[program].1.clone()
    };
    let key = (state.run_number, state.extent, program, seed, control.library.is_some());
    let compared = use_memo(key, |_| {
        let mut second = Run::of_with(control.library.as_ref()?, &other).ok()?;
        second.advance(MOST_STEPS);
        Some(Comparison::of(control.run.borrow_mut().as_mut().ok()?, &mut second))
    });
    let choose_program = {
        let choice = choice.clone();
        Callback::from(move |event: Event| {
            if let Some(program) = chosen(&event).and_then(|value| value.parse().ok()) {
                choice.set((program, choice.1));
            }
        })
    };
    let choose_seed = {
        let choice = choice.clone();
        Callback::from(move |seed: Option<u64>| choice.set((choice.0, seed.unwrap_or(choice.1))))
    };
    let open = {
        let other = State { step: 0, sheet: None, search: None, ..other };
        click(&control.act, Action::Open(Box::new(other)))
    };
    let name = |program: usize, seed: u64| format!("{}, seed {seed}", programs[program].0);
    html! {
        <>
            <div class="tools">
                <span>{ format!("{} beside", name(own, state.schedule.seed)) }</span>
                if programs.len() > 1 {
                    <select aria-label="Program of the other run" onchange={choose_program}>
                        { for programs.iter().enumerate().map(|(index, (name, _))| html! {
                            <option value={index.to_string()} selected={index == program}>{ name }</option>
                        }) }
                    </select>
                }
                <label class="setting-inline">
                    { "seed " }
                    <NumberField id="other-seed" value={seed} min=0 changed={choose_seed} />
                </label>
                <button type="button" onclick={open}>{ "Open the other run" }</button>
            </div>
            <div class="scroll compare">
                if let Some(compared) = &*compared {
                    { parting(compared.parting.as_ref(), control) }
                    { end(&name(own, state.schedule.seed), &compared.ends[0]) }
                    { end(&name(program, seed), &compared.ends[1]) }
                }
            </div>
        </>
    }
}

/// The programs that can be compared, each with what it is called and what runs it; and the place of the one that is run.
fn programs(state: &State) -> (Vec<(String, State)>, usize) {
    let lessons = state.lesson.programs;
    let of_lesson = |program| State { program, own: None, ..state.clone() };
    match state.own.as_deref() {
        None => {
            let all =
                lessons.iter().enumerate().map(|(place, program)| (program.name.into(), of_lesson(place)));
            (all.collect(), state.program)
        }
        Some(own) => {
            let mut all = vec![(own.name.as_deref().unwrap_or("Yours").to_string(), state.clone())];
            if own.name.is_none() {
                all.push((
                    format!("The lesson’s ({})", lessons[state.program].name),
                    of_lesson(state.program),
                ));
            }
            (all, 0)
        }
    }
}

fn parting(parting: Option<&Parting>, control: &Control) -> Html {
    let Some(Parting { last_same, next }) = parting else {
        return html! { <p class="none wide">{ "No thread sees a difference between the two runs." }</p> };
    };
    let row = |row: &StoryRow| {
        let mark = row.caption.thread.map(|thread| html! { <MarkIcon mark={Mark::author(thread)} /> });
        html! { <>{ for mark }{ " " }{ words(&row.caption.words) }</> }
    };
    let [here, there] = next.each_ref().map(|next| match next {
        Some(next) => row(next),
        None => html! { "is at its end" },
    });
    let go = next[0].as_ref().map(|next| next.step);
    let go = go.map(|step| click(&control.act, Action::Move(Move::To(step))));
    html! {
        <>
            <p class="wide">
                { for last_same.as_ref().map(|same| html! { <>{ "The same up to step " }{ same.step }{ ": " }{ row(same) }</> }) }
                if last_same.is_none() { { "They part at once." } }
            </p>
            <p class="parts"><b>{ "Then here: " }</b>{ here }{ " " }
                { for go.map(|onclick| html! { <button type="button" {onclick}>{ "Go there" }</button> }) }
            </p>
            <p class="parts"><b>{ "Then there: " }</b>{ there }</p>
        </>
    }
}

fn end(name: &str, end: &RunEnd) -> Html {
    html! {
        <section class="end" aria-label={name.to_string()}>
            <h3>{ name }</h3>
            { for end.sum.as_ref().map(sum) }
            <p class={classes!(end.failed.then_some("cycle"))}>{ &end.words }</p>
            <div class="console">{ for end.output.iter().map(plain_row) }</div>
        </section>
    }
}
