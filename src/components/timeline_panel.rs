//! The timeline: threads with what they do, their lanes, and a scrubber over the whole run.

use std::rc::Rc;

use interleave_vm::ThreadId;
use yew::prelude::*;

use super::events::{acting, click, field};
use super::lanes::Lanes;
use super::mark_icon::MarkIcon;
use super::sheet::sheet_buttons;
use crate::control::Control;
use crate::state::{Action, Move, Zoom};
use crate::view::{Doing, LanesView, ThreadView};

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) threads: Vec<ThreadView>,
    pub(super) lanes: Rc<LanesView>,
    /// The element whose size the lanes are drawn for.
    pub(super) place: NodeRef,
    pub(super) control: Control,
}

#[component]
pub(super) fn TimelinePanel(Props { threads, lanes, place, control }: &Props) -> Html {
    let Control { state, act, .. } = control;
    let let_go = {
        let control = control.clone();
        Callback::from(move |thread| {
            control.let_go(thread);
        })
    };
    let go = act.reform(|step: u64| Action::Move(Move::To(step)));
    let scrub =
        acting(act, |event: InputEvent| Some(Action::Move(Move::To(field(&event)?.value().parse().ok()?))));
    let whole = state.zoom == Zoom::WHOLE;
    let zoom = click(act, Action::Zoom(if whole { Zoom::CLOSEST } else { Zoom::WHOLE }));
    let zoom_to = act.reform(Action::Zoom);
    let running = threads.iter().find(|thread| thread.mark.doing == Doing::Running);
    let running = running.map(|thread| thread.mark.thread);
    html! {
        <section class="panel timeline" aria-label="Timeline">
            <div class="threads">
                <ul class="names">
                    { for (0..lanes.lanes.len()).map(|index| name(threads.get(index), &let_go)) }
                    { for lanes.locks.iter().map(|lock| html! { <li class="held">{ &lock.name }</li> }) }
                </ul>
                <div class="lanes" ref={place.clone()}>
                    <Lanes view={lanes.clone()} step={state.shown()} {running} {go} {zoom_to} />
                </div>
            </div>
            <div class="scrubbing">
                <div class="more">
                    <button
                        type="button"
                        class="plain"
                        aria-pressed={(!whole).to_string()}
                        title="Zoom to single steps, or out to the whole run"
                        aria-label="Zoom to single steps"
                        onclick={zoom}
                    >
                        <svg viewBox="0 0 24 24" aria-hidden="true">
                            <path d="M10 4a6 6 0 1 0 0 12a6 6 0 1 0 0-12zM14.500 14.500L20 20M7 10h6M10 7v6" />
                        </svg>
                    </button>
                    { sheet_buttons(control) }
                </div>
                <input
                    type="range"
                    class="scrubber"
                    aria-label="Step"
                    min="0"
                    max={state.extent.steps.to_string()}
                    step="1"
                    value={state.shown().to_string()}
                    oninput={scrub}
                />
            </div>
        </section>
    }
}

/// A thread, and if it can go on, a button that lets it.
fn name(thread: Option<&ThreadView>, let_go: &Callback<ThreadId>) -> Html {
    let Some(thread) = thread else { return html! { <li class="unborn">{ "not started" }</li> } };
    let now = (thread.mark.doing == Doing::Running).then_some("now");
    let mark = thread.mark;
    let can_go = matches!(mark.doing, Doing::Running | Doing::Runnable);
    let key = if mark.thread.0 < 10 { format!(" (key {})", mark.thread.0) } else { String::new() };
    let title = match can_go {
        true => format!("{}: let {} go on from here{key}", thread.name, mark.letter()),
        false => thread.name.clone(),
    };
    html! {
        <li class={classes!(now)}>
            <button
                type="button"
                class="pick"
                {title}
                disabled={!can_go}
                onclick={let_go.reform(move |_: MouseEvent| mark.thread)}
            >
                <MarkIcon {mark} />
                <span class="who">{ &thread.short_name }</span>
                { " " }
                <span class="doing">{ &thread.doing }</span>
            </button>
        </li>
    }
}
