//! The lanes of the timeline and the strand of execution through them.

use std::rc::Rc;

use interleave_schedule::thread_letter;
use interleave_vm::ThreadId;
use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent, WheelEvent};
use yew::prelude::*;

use crate::state::{Action, Move};
use crate::view::{LANE_HEIGHT, LaneView, LanesView, kind_of};

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) view: Rc<LanesView>,
    /// How many steps were made at the place that is shown.
    pub(super) step: u64,
    /// Who made the last of them.
    pub(super) running: Option<ThreadId>,
    pub(super) act: Callback<Action>,
}

#[component]
pub(super) fn Lanes(Props { view, step, running, act }: &Props) -> Html {
    let onwheel = {
        let view = view.clone();
        act.reform(move |event: WheelEvent| Action::Zoom(view.zoomed(event.delta_y() < 0.0)))
    };
    let point = {
        let (view, act) = (view.clone(), act.clone());
        Callback::from(move |event: PointerEvent| {
            let pressed = event.buttons() & 1 == 1;
            let within = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
            if let Some(within) = within.filter(|_| pressed) {
                let bounds = within.get_bounding_client_rect();
                let across = (f64::from(event.client_x()) - bounds.left()) / bounds.width().max(1.0);
                act.emit(Action::Move(Move::To(view.step_at(across))));
            }
        })
    };
    let (width, height) = (view.width, view.height());
    let x = format!("{:.1}", view.x(*step));
    html! {
        <svg
            class="lanes-drawing"
            viewBox={format!("0 0 {width} {height}")}
            preserveAspectRatio="none"
            aria-hidden="true"
            onpointerdown={point.clone()}
            onpointermove={point}
            {onwheel}
        >
            <Drawing view={view.clone()} />
            <line class="playhead" x1={x.clone()} x2={x.clone()} y1="-4" y2={(height + 4.0).to_string()} />
            // Control is seen to go from one thread's lane to another's: along the playhead, which itself does not lag behind.
            { for running.map(|thread| html! {
                <g transform={format!("translate({x})")}>
                    <g
                        class={format!("control t{}", kind_of(thread))}
                        transform={format!("translate(0 {})", (f64::from(thread.0) + 0.5) * LANE_HEIGHT)}
                    >
                        <circle r="9.5" />
                        <text y="4">{ thread_letter(thread) }</text>
                    </g>
                </g>
            }) }
        </svg>
    }
}

#[derive(PartialEq, Properties)]
struct DrawingProps {
    view: Rc<LanesView>,
}

/// All but the playhead: it stays as it is while that moves.
#[component]
fn Drawing(DrawingProps { view }: &DrawingProps) -> Html {
    html! {
        <>
            { for view.lanes.iter().map(|lane| self::lane(lane, view.width)) }
            { for view.locks.iter().flat_map(|lock| &lock.paths).map(|(holder, path)| html! {
                <path class={format!("hold t{}", kind_of(*holder))} d={path.clone()} />
            }) }
            <path class="strand" d={view.strand.clone()} />
            <path class="arrows" d={view.arrows.clone()} />
            <path class="needed" d={view.needed.clone()} />
        </>
    }
}

fn lane(lane: &LaneView, width: f64) -> Html {
    let middle = (f64::from(lane.thread.0) + 0.5) * LANE_HEIGHT;
    html! {
        <g class={format!("t{}", kind_of(lane.thread))}>
            <line class="base" x1="0" x2={width.to_string()} y1={middle.to_string()} y2={middle.to_string()} />
            { for lane.paths.iter().map(|(doing, path)| html! { <path class={doing.class()} d={path.clone()} /> }) }
        </g>
    }
}
