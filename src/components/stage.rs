//! The picture of a step, but for the program.

use std::rc::Rc;

use yew::prelude::*;

use super::chart::chart as draw_chart;
use super::explore_panel::ExplorePanel;
use super::locks_panel::LocksPanel;
use super::output_panel::OutputPanel;
use super::shared_panel::SharedPanel;
use super::sheet::Sheet;
use super::timeline_panel::TimelinePanel;
use super::transport::Transport;
use crate::chart::ChartView;
use crate::control::{Control, Now};
use crate::state::Side;
use crate::view::Scene;

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) control: Control,
    pub(crate) scene: Rc<Scene>,
    pub(crate) chart: Rc<Option<ChartView>>,
    /// The element whose size the lanes are drawn for.
    pub(crate) place: NodeRef,
    pub(crate) now: Now,
}

#[component]
pub(crate) fn Stage(Props { control, scene, chart, place, now }: &Props) -> Html {
    let Control { state, lanes, act, .. } = control;
    html! {
        <>
            { patterns() }
            <div class="panel state">
                { match &**chart {
                    Some(chart) => draw_chart(chart),
                    None => html! { <SharedPanel shared={scene.shared.clone()} /> },
                } }
                // Where a chart is looked at, there is no room to say that there are no locks.
                if chart.is_none() || !scene.locks.is_empty() {
                    <LocksPanel locks={scene.locks.clone()} ring={scene.ring.clone()} room={scene.lock_room} />
                }
            </div>
            if state.side == Side::Explore {
                <ExplorePanel control={control.clone()} now={now.clone()} />
            } else {
                <OutputPanel
                    rows={scene.output.clone()}
                    left_out={scene.output_left_out}
                    act={act.clone()}
                    now={now.clone()}
                />
            }
            if let Some(kind) = state.sheet { <Sheet {kind} control={control.clone()} /> }
            <Transport
                caption={control.caption(scene)}
                clock={scene.clock}
                game={control.game(scene)}
                state={state.clone()}
                act={act.clone()}
                now={now.clone()}
            />
            <TimelinePanel
                threads={scene.threads.clone()}
                lanes={lanes.clone()}
                place={place.clone()}
                state={state.clone()}
                act={act.clone()}
                now={now.clone()}
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
