//! The whole picture of a step.

use std::rc::Rc;

use yew::prelude::*;

use super::code_panel::CodePanel;
use super::explore_panel::ExplorePanel;
use super::locks_panel::LocksPanel;
use super::output_panel::OutputPanel;
use super::shared_panel::SharedPanel;
use super::sheet::Sheet;
use super::timeline_panel::TimelinePanel;
use super::transport::Transport;
use crate::control::Control;
use crate::state::Side;
use crate::view::Scene;

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) control: Control,
    pub(crate) scene: Rc<Scene>,
    /// The element whose size the lanes are drawn for.
    pub(crate) place: NodeRef,
}

#[component]
pub(crate) fn Stage(Props { control, scene, place }: &Props) -> Html {
    let Control { state, lanes, .. } = control;
    html! {
        <>
            { patterns() }
            <CodePanel lines={scene.code.clone()} instructions={scene.instructions.clone()} />
            <div class="panel state">
                <SharedPanel shared={scene.shared.clone()} />
                <LocksPanel locks={scene.locks.clone()} ring={scene.ring.clone()} />
            </div>
            if state.side == Side::Explore {
                <ExplorePanel control={control.clone()} />
            } else {
                <OutputPanel
                    rows={scene.output.clone()}
                    left_out={scene.output_left_out}
                    control={control.clone()}
                />
            }
            if let Some(kind) = state.sheet { <Sheet {kind} control={control.clone()} /> }
            <Transport caption={scene.caption.clone()} failure={scene.failure()} control={control.clone()} />
            <TimelinePanel
                threads={scene.threads.clone()}
                lanes={lanes.clone()}
                place={place.clone()}
                control={control.clone()}
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
