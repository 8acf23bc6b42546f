//! Which run of the program: seed, switch interval, switch model, or one that the lesson has a name for.

use interleave_schedule::Interval;
use interleave_vm::Model;
use yew::prelude::*;

use super::events::{acting, chosen};
use super::icons::die;
use super::number_field::NumberField;
use crate::state::{Action, State};

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) state: State,
    pub(super) act: Callback<Action>,
    pub(super) new_seed: Callback<()>,
}

#[component]
pub(super) fn Settings(Props { state, act, new_seed }: &Props) -> Html {
    let schedule = &state.schedule;
    html! {
        <form class="settings" aria-label="Settings" onsubmit={Callback::from(|event: SubmitEvent| event.prevent_default())}>
            if state.lesson.programs.len() > 1 { { programs(state, act) } }
            { presets(state, act) }
            <div class="setting">
                <label class="label" for="seed">{ "Seed" }</label>
                <span class="joined">
                    <NumberField
                        id="seed"
                        value={schedule.seed}
                        min=0
                        changed={acting(act, |seed: Option<u64>| seed.map(Action::Seed))}
                    />
                    <button
                        type="button"
                        aria-label="New seed"
                        title="New seed (R)"
                        onclick={new_seed.reform(|_: MouseEvent| ())}
                    >
                        { die() }
                    </button>
                </span>
            </div>
            <div class="setting">
                <label class="label" for="interval">{ "Switch about every" }</label>
                <span class="with-unit">
                    <NumberField
                        id="interval"
                        value={schedule.interval.map(Interval::steps)}
                        min=1
                        optional=true
                        placeholder="own"
                        changed={act.reform(|steps: Option<u64>| Action::Interval(steps.map(Interval::Steps)))}
                    />
                    <span class="unit">{ "instructions" }</span>
                </span>
            </div>
            <fieldset class="setting">
                <legend class="label">{ "Where a switch can fall" }</legend>
                <span class="choice">
                    { model(schedule.model, Model::Instruction, "Anywhere", act) }
                    { model(schedule.model, Model::Gil, "CPython’s GIL", act) }
                </span>
            </fieldset>
        </form>
    }
}

fn model(current: Model, offered: Model, name: &str, act: &Callback<Action>) -> Html {
    html! {
        <label>
            <input
                type="radio"
                name="model"
                checked={current == offered}
                onchange={act.reform(move |_: Event| Action::Model(offered))}
            />
            { name }
        </label>
    }
}

fn presets(state: &State, act: &Callback<Action>) -> Html {
    let (lesson, current) = (state.lesson, state.preset());
    let onchange = acting(act, move |event: Event| {
        let index: usize = chosen(&event)?.parse().ok()?;
        Some(Action::Preset(lesson.presets.get(index)?))
    });
    html! {
        <div class="setting">
            <label class="label" for="preset">{ "Run" }</label>
            <select id="preset" {onchange}>
                if current.is_none() { <option value="" selected=true>{ "your own" }</option> }
                { for lesson.presets.iter().enumerate().map(|(index, preset)| html! {
                    <option value={index.to_string()} selected={current == Some(preset)}>{ preset.name }</option>
                }) }
            </select>
        </div>
    }
}

fn programs(state: &State, act: &Callback<Action>) -> Html {
    let onchange = acting(act, |event: Event| Some(Action::Program(chosen(&event)?.parse().ok()?)));
    html! {
        <div class="setting">
            <label class="label" for="program">{ "Program" }</label>
            <select id="program" {onchange}>
                { for state.lesson.programs.iter().enumerate().map(|(index, program)| html! {
                    <option value={index.to_string()} selected={index == state.program}>{ program.name }</option>
                }) }
            </select>
        </div>
    }
}
