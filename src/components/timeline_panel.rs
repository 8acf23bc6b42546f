//! The timeline: threads with what they do, their lanes, and a scrubber over the whole run.

use std::rc::Rc;

use yew::prelude::*;

use super::events::{acting, click, field};
use super::lanes::Lanes;
use super::mark_icon::MarkIcon;
use super::sheet::sheet_buttons;
use crate::control::Now;
use crate::state::{Action, Move, Sheet, State, Zoom};
use crate::view::{Doing, LanesView, ThreadView};

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) threads: Vec<ThreadView>,
    pub(super) lanes: Rc<LanesView>,
    /// The element whose size the lanes are drawn for.
    pub(super) place: NodeRef,
    /// What is shown.
    pub(super) state: Rc<State>,
    pub(super) act: Callback<Action>,
    pub(super) now: Now,
}

#[component]
pub(super) fn TimelinePanel(Props { threads, lanes, place, state, act, now }: &Props) -> Html {
    let running = threads.iter().find(|thread| thread.mark.doing == Doing::Running);
    let running = running.map(|thread| thread.mark.thread);
    html! {
        <section class="panel timeline" aria-label="Timeline">
            <div class="threads">
                <ul class="names">
                    { for (0..lanes.lanes.len()).map(|index| html! {
                        <Name key={index} thread={threads.get(index).cloned()} now={now.clone()} />
                    }) }
                    { for lanes.locks.iter().map(|lock| html! { <li class="held">{ &lock.name }</li> }) }
                </ul>
                <div class="lanes" ref={place.clone()}>
                    <Lanes view={lanes.clone()} step={state.shown()} {running} act={act.clone()} />
                </div>
            </div>
            <div class="scrubbing">
                <Tools whole={state.zoom == Zoom::WHOLE} sheet={state.sheet} act={act.clone()} />
                <Scrubber step={state.shown()} steps={state.extent.steps} act={act.clone()} />
            </div>
        </section>
    }
}

#[derive(PartialEq, Properties)]
struct ScrubberProps {
    step: u64,
    steps: u64,
    act: Callback<Action>,
}

#[component]
fn Scrubber(ScrubberProps { step, steps, act }: &ScrubberProps) -> Html {
    let scrub =
        acting(act, |event: InputEvent| Some(Action::Move(Move::To(field(&event)?.value().parse().ok()?))));
    html! {
        <input
            type="range"
            class="scrubber"
            aria-label="Step"
            min="0"
            max={steps.to_string()}
            step="1"
            value={step.to_string()}
            oninput={scrub}
        />
    }
}

#[derive(PartialEq, Properties)]
struct ToolsProps {
    /// Whether the whole run is seen.
    whole: bool,
    sheet: Option<Sheet>,
    act: Callback<Action>,
}

/// How close the timeline looks, and what can lie over the pictures.
#[component]
fn Tools(ToolsProps { whole, sheet, act }: &ToolsProps) -> Html {
    let zoom = click(act, Action::Zoom(if *whole { Zoom::CLOSEST } else { Zoom::WHOLE }));
    html! {
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
            { sheet_buttons(*sheet, act) }
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct NameProps {
    /// None if it is not started yet.
    thread: Option<ThreadView>,
    now: Now,
}

/// A thread, and if it can go on, a button that lets it.
#[component]
fn Name(NameProps { thread, now }: &NameProps) -> Html {
    let Some(thread) = thread else { return html! { <li class="unborn">{ "not started" }</li> } };
    let running = (thread.mark.doing == Doing::Running).then_some("now");
    let mark = thread.mark;
    let can_go = matches!(mark.doing, Doing::Running | Doing::Runnable);
    let key = if mark.thread.0 < 10 { format!(" (key {})", mark.thread.0) } else { String::new() };
    let title = match can_go {
        true => format!("{}: let {} go on from here{key}", thread.name, mark.letter()),
        false => thread.name.clone(),
    };
    let onclick = {
        let now = now.clone();
        Callback::from(move |_: MouseEvent| {
            now.control().let_go(mark.thread);
        })
    };
    html! {
        <li class={classes!(running)}>
            <button type="button" class="pick" {title} disabled={!can_go} {onclick}>
                <MarkIcon {mark} />
                <span class="who">{ &thread.short_name }</span>
                { " " }
                <span class="doing">{ &thread.doing }</span>
            </button>
        </li>
    }
}
