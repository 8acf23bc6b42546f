//! The whole picture of a step.

use std::rc::Rc;

use interleave_vm::ThreadId;
use yew::prelude::*;

use super::code_panel::CodePanel;
use super::locks_panel::LocksPanel;
use super::output_panel::OutputPanel;
use super::shared_panel::SharedPanel;
use super::timeline_panel::TimelinePanel;
use super::transport::Transport;
use crate::state::{Action, State};
use crate::view::{LanesView, Scene};

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) state: State,
    pub(crate) scene: Rc<Scene>,
    pub(crate) lanes: Rc<LanesView>,
    /// The element whose size the lanes are drawn for.
    pub(crate) place: NodeRef,
    /// Says in which line of the program the last of so many steps was made.
    pub(crate) line_of: Callback<u64, Option<u32>>,
    /// Lets a thread go on from the step that is shown.
    pub(crate) let_go: Callback<ThreadId>,
    /// Makes the person the scheduler.
    pub(crate) steer: Callback<()>,
    pub(crate) act: Callback<Action>,
}

#[component]
pub(crate) fn Stage(Props { state, scene, lanes, place, line_of, let_go, steer, act }: &Props) -> Html {
    html! {
        <>
            { patterns() }
            <CodePanel lines={scene.code.clone()} instructions={scene.instructions.clone()} />
            <div class="panel state">
                <SharedPanel shared={scene.shared.clone()} />
                <LocksPanel locks={scene.locks.clone()} ring={scene.ring.clone()} />
            </div>
            <OutputPanel
                rows={scene.output.clone()}
                left_out={scene.output_left_out}
                line_of={line_of.clone()}
                act={act.clone()}
            />
            <Transport state={state.clone()} caption={scene.caption.clone()} steer={steer.clone()} act={act.clone()} />
            <TimelinePanel
                state={state.clone()}
                threads={scene.threads.clone()}
                lanes={lanes.clone()}
                place={place.clone()}
                let_go={let_go.clone()}
                act={act.clone()}
            />
        </>
    }
}

/// Patterns that drawings share: hatching means blocked.
fn patterns() -> Html {
    html! {
        <svg class="hidden" aria-hidden="true">
            <defs>
                <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <path class="hatch-ground" d="M0 0h5v5h-5z" />
                    <path class="hatch-line" d="M0 2.500h5" />
                </pattern>
            </defs>
        </svg>
    }
}
