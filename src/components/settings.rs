//! Which run of the program: seed, switch interval, switch model.

use std::rc::Rc;

use interleave_schedule::Interval;
use interleave_vm::Model;
use yew::prelude::*;

use super::events::acting;
use super::icons::die;
use super::number_field::NumberField;
use crate::state::{Action, State};

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) state: Rc<State>,
    pub(super) act: Callback<Action>,
    pub(super) new_seed: Callback<()>,
}

#[component]
pub(super) fn Settings(Props { state, act, new_seed }: &Props) -> Html {
    let schedule = &state.schedule;
    html! {
        <form class="settings" aria-label="Settings" onsubmit={Callback::from(|event: SubmitEvent| event.prevent_default())}>
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
                <label class="label" for="interval">{ "Switch threads about every" }</label>
                <span class="with-unit">
                    <NumberField
                        id="interval"
                        value={schedule.interval.map(Interval::steps)}
                        min=1
                        optional=true
                        placeholder="default"
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
