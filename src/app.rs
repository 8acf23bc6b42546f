//! The page: a state, the run that it is about, and what there is to see of that.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use interleave_vm::Diagnostic;
use yew::prelude::*;

use crate::components::{Head, Problems, Stage};
use crate::control::{Control, Made};
use crate::hooks::{query, use_address, use_embedding, use_look, use_search, use_size, use_ticker};
use crate::run::Run;
use crate::state::{Action, Address, Frame, Side, State};
use crate::view::{LANE_HEIGHT, LanesView, Scene, stretch_of};

/// A run is made in slices of so many steps, so that the page stays alive.
const SLICE: u64 = 20_000;

/// Seeds that the die throws are small enough to be said aloud.
const SEEDS: f64 = 1_000.0;

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let next = self.after(action);
        if next == *self { self } else { Rc::new(next) }
    }
}

/// The whole page, mounted once.
#[component]
pub fn App() -> Html {
    let frame = use_memo((), |()| Frame::read(&Address::read(&query())));
    let state = {
        let playing = frame.autoplay;
        use_reducer_eq(move || State { playing, ..Address::read(&query()).open() })
    };
    let act = {
        let dispatcher = state.dispatcher();
        use_callback((), move |action: Action, ()| dispatcher.dispatch(action))
    };
    let new_seed = {
        let act = act.clone();
        use_callback((), move |(), ()| act.emit(Action::Seed((js_sys::Math::random() * SEEDS) as u64)))
    };
    let run = use_run(&state, &act);
    let search = use_search(&run, &state, &act);
    use_address(&state);
    use_ticker(state.playing.then(|| state.speed.tick_millis()), act.reform(|()| Action::Tick));
    let place = use_node_ref();
    let size = use_size(&place);
    let lanes = use_lanes(&run, &state, size);
    let control = Control {
        run: run.clone(),
        search,
        state: Rc::new((*state).clone()),
        lanes: lanes.clone(),
        frame: frame.clone(),
        act: act.clone(),
        new_seed: new_seed.clone(),
    };
    use_embedding(&control);
    use_look(&frame);
    let scene = use_scene(&run, &state);
    let output_first = scene.as_ref().as_ref().is_ok_and(|scene| scene.shared.is_empty());
    let exploring = state.side == Side::Explore;
    html! {
        <main class={classes!("stage", output_first.then_some("output-first"), exploring.then_some("exploring"), frame.classes())}>
            <Head state={(*state).clone()} act={act.clone()} {new_seed} />
            { match &*scene {
                Ok(scene) => html! { <Stage {control} scene={scene.clone()} {place} /> },
                Err(diagnostics) => html! { <Problems diagnostics={diagnostics.clone()} /> },
            } }
        </main>
    }
}

/// The run that the state is about, made further and further until it is all there.
#[hook]
fn use_run(state: &State, act: &Callback<Action>) -> Rc<RefCell<Made>> {
    let run = use_memo(state.run_number, |_| RefCell::new(Run::of(state)));
    let (made, act) = (run.clone(), act.clone());
    use_effect_with((state.run_number, state.extent), move |&(run_number, extent)| {
        let advance = move || {
            if let Ok(run) = &mut *made.borrow_mut() {
                act.emit(Action::Recorded(run_number, run.advance(SLICE)));
            }
        };
        let mut later = None;
        match (extent.complete, extent.steps) {
            (true, _) => {}
            (false, 0) => advance(),
            (false, _) => later = Some(Timeout::new(0, advance)),
        }
        move || drop(later)
    });
    run
}

#[hook]
fn use_scene(run: &Rc<RefCell<Made>>, state: &State) -> Rc<Result<Rc<Scene>, Vec<Diagnostic>>> {
    let key = (Rc::as_ptr(run), state.shown(), state.extent);
    use_memo(key, |(_, step, _)| match &mut *run.borrow_mut() {
        Ok(run) => Ok(Rc::new(run.scene(*step))),
        Err(diagnostics) => Err(diagnostics.clone()),
    })
}

#[hook]
fn use_lanes(run: &Rc<RefCell<Made>>, state: &State, size: Option<(i32, i32)>) -> Rc<LanesView> {
    // A lane is as high as 1.5 rem; in the unit of the lanes the width is what keeps it so.
    let width = size.map_or(1_000.0, |(width, height)| {
        let lanes = run.borrow().as_ref().map_or(LANE_HEIGHT, Run::lanes_height).max(LANE_HEIGHT);
        f64::from(width) / f64::from(height.max(1)) * lanes
    });
    let stretch = stretch_of(state.zoom, state.shown(), state.extent.steps, width);
    let key = (Rc::as_ptr(run), stretch, width.round() as u32, state.needed.clone());
    use_memo(key, |(_, stretch, width, needed)| match &*run.borrow() {
        Ok(run) => run.lanes(stretch.clone(), f64::from(*width), needed),
        Err(_) => LanesView::default(),
    })
}
