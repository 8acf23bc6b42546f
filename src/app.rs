//! The page: a state, the run that it is about, and what there is to see of that.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use interleave_vm::{Diagnostic, Library, tokens};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::chart::ChartView;
use crate::components::{CodePanel, Head, LessonBar, OwnBar, Problems, Stage, notice};
use crate::control::{Control, Made, Now};
use crate::hooks::{
    Drafts, open, query, use_address, use_drop, use_embedding, use_library, use_look, use_search, use_size,
    use_ticker,
};
use crate::run::Run;
use crate::state::{Action, Address, Frame, Sheet, Side, State};
use crate::view::{Beat, LANE_HEIGHT, LanesView, Listing, Scene, stretch_of};

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

/// The whole page, mounted once: what its address opens, as soon as the program in that is unpacked.
#[component]
pub fn App() -> Html {
    let opened = use_state(|| {
        let address = Address::read(&query());
        address.packed().is_none().then(|| Rc::new(address.open()))
    });
    use_effect_with((), {
        let opened = opened.clone();
        move |()| {
            if opened.is_none() {
                spawn_local(async move { opened.set(Some(Rc::new(open(&Address::read(&query())).await))) });
            }
        }
    });
    match &*opened {
        Some(opened) => html! { <Page opened={opened.clone()} /> },
        None => Html::default(),
    }
}

#[derive(PartialEq, Properties)]
struct PageProps {
    /// What the address opens.
    opened: Rc<State>,
}

#[component]
fn Page(PageProps { opened }: &PageProps) -> Html {
    let frame = use_memo((), |()| Frame::read(&Address::read(&query())));
    let drafts = (*use_memo((), |()| Drafts::default())).clone();
    let state = {
        let (playing, opened, drafts) = (frame.autoplay, opened.clone(), drafts.clone());
        use_reducer_eq(move || {
            // What was written when the page was closed, and did not run, is on the desk again.
            let editing = drafts.of(&opened).is_some_and(|text| *text != *opened.source());
            State { playing, editing, ..(*opened).clone() }
        })
    };
    let act = {
        let dispatcher = state.dispatcher();
        use_callback((), move |action: Action, ()| dispatcher.dispatch(action))
    };
    let new_seed = {
        let act = act.clone();
        use_callback((), move |(), ()| act.emit(Action::Seed((js_sys::Math::random() * SEEDS) as u64)))
    };
    let (library, shelf) = use_library(sources(&state), state.run_number + 1);
    let run = use_run(library.clone(), &state, &act);
    let search = use_search(&run, &state, &act);
    use_address(&state, &act);
    use_drop(act.clone());
    let place = use_node_ref();
    let scene = use_scene(&run, &state);
    let beat = scene.as_ref().as_ref().map_or(Beat::Plain, |scene| scene.beat);
    use_ticker(
        state.playing.then(|| state.speed.tick_millis()),
        (state.run_number, state.shown()),
        state.speed.rests(beat.millis()),
        act.reform(|()| Action::Tick),
    );
    let size = use_size(&place, scene.is_ok());
    let lanes = use_lanes(&run, &state, size);
    let control = Control {
        run: run.clone(),
        library: library.clone(),
        shelf,
        drafts,
        search,
        state: Rc::new((*state).clone()),
        lanes: lanes.clone(),
        frame: frame.clone(),
        act: act.clone(),
        new_seed: new_seed.clone(),
    };
    // Effects come after the drawing: what is drawn must already be what a key finds.
    let now = (*use_memo((), |()| Now::new(control.clone()))).clone();
    now.set(control.clone());
    use_embedding(&control, &now);
    use_effect_with((state.invited && state.extent.complete, now.clone()), |(wanted, now)| {
        if *wanted {
            let control = now.control();
            control.steer(control.state.goal);
        }
    });
    use_look(&frame);
    let plain = use_memo((state.source(), state.own.is_some()), |(source, own)| {
        // The tokens of a lesson's program come with its code.
        let tokens = if *own { tokens(source) } else { Vec::new() };
        Listing::new(source, &tokens).view(&[], &[])
    });
    let answer = use_answer(&run, &state);
    // Of the whole run, so that the parts stay where they are from step to step.
    let key = (Rc::as_ptr(&run), state.extent.complete);
    let output_first = *use_memo(key, |_| run.borrow_mut().as_mut().is_ok_and(Run::shares_nothing));
    let chart = use_chart(library.as_ref(), &state);
    let (lines, instructions) = match &*scene {
        Ok(scene) => (scene.code.clone(), Some(scene.instructions.clone())),
        Err(_) => ((*plain).clone(), None),
    };
    let leaps = use_leaps(&state);
    let still = Rc::new(state.still());
    html! {
        <main class={classes!("stage", room(output_first, &chart, &state), leaps.then_some("leaps"), frame.classes())}>
            // A frame has no head, and a heading all the same.
            if frame.embed { <h1 class="hidden">{ state.title() }</h1> }
            <Head state={still.clone()} seen={answer.is_some()} act={act.clone()} {new_seed} />
            if state.own.is_some() {
                <OwnBar control={control.clone()} />
            } else {
                <LessonBar state={still} {answer} act={act.clone()} />
            }
            // It stays where it is when a program no longer compiles: someone may be writing in it.
            <CodePanel {lines} {instructions} control={control.clone()} />
            { match &*scene {
                Ok(scene) => html! { <Stage {control} scene={scene.clone()} {chart} {place} {now} /> },
                // The library is on its way.
                Err(diagnostics) if diagnostics.is_empty() => Html::default(),
                Err(diagnostics) => html! { <Problems diagnostics={diagnostics.clone()} /> },
            } }
            { notice(&state, &act) }
        </main>
    }
}

/// Whether what is shown is more than a step away from what was shown before. What moves then explains nothing.
#[hook]
fn use_leaps(state: &State) -> bool {
    let last = use_mut_ref(|| (0, 0, false));
    let (run_number, step) = (state.run_number, state.shown());
    let mut last = last.borrow_mut();
    if (last.0, last.1) != (run_number, step) {
        *last = (run_number, step, last.0 != run_number || last.1.abs_diff(step) > 1);
    }
    last.2
}

/// What the parts beside the code need room for.
fn room(output_first: bool, chart: &Option<ChartView>, state: &State) -> Option<&'static str> {
    match (chart, state.side == Side::Explore, output_first) {
        (_, true, _) => Some("exploring"),
        (Some(_), false, _) => Some("chart-first"),
        (None, false, true) => Some("output-first"),
        (None, false, false) => None,
    }
}

/// The programs that are run: the one that is shown, those of the lesson's chart, and all while runs are compared.
fn sources(state: &State) -> Vec<Rc<str>> {
    let of_chart = state.lesson.chart.iter().flat_map(|chart| chart.bars);
    let of_chart = of_chart.map(|bar| &state.lesson.programs[bar.program]);
    let compared = state.lesson.programs.iter().filter(|_| state.sheet == Some(Sheet::Compare));
    let others = of_chart.chain(compared).map(|program| program.source.into());
    others.chain([state.source()]).collect()
}

/// The lesson's chart; a program of the person's own has none.
#[hook]
fn use_chart(library: Option<&Library>, state: &State) -> Rc<Option<ChartView>> {
    let seeded = state.schedule.clone().undecided();
    let key = (state.lesson.id, seeded, library.is_some(), state.own.is_some());
    use_memo(key, |(_, schedule, _, own)| ChartView::of(library.filter(|_| !own)?, state.lesson, schedule))
}

/// The run that the state is about, made further and further until it is all there. Without a library nothing is wrong
/// with the program, and there is no run of it.
#[hook]
fn use_run(library: Option<Library>, state: &State, act: &Callback<Action>) -> Rc<RefCell<Made>> {
    let ready = library.is_some();
    let run = use_memo((state.run_number, ready), |_| {
        RefCell::new(library.map_or_else(|| Err(Vec::new()), |library| Run::of_with(&library, state)))
    });
    let (made, act) = (run.clone(), act.clone());
    use_effect_with((state.run_number, ready, state.extent), move |&(run_number, _, extent)| {
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

/// What there is to see, or what keeps the program from running; nothing does while the library is on its way.
type Scened = Result<Rc<Scene>, Vec<Diagnostic>>;

#[hook]
fn use_scene(run: &Rc<RefCell<Made>>, state: &State) -> Rc<Scened> {
    let key = (Rc::as_ptr(run), state.shown(), state.extent);
    use_memo(key, |(_, step, _)| match &mut *run.borrow_mut() {
        Ok(run) => Ok(Rc::new(run.scene(*step))),
        Err(diagnostics) => Err(diagnostics.clone()),
    })
}

/// Which answer is right of the run, once its end is shown.
#[hook]
fn use_answer(run: &Rc<RefCell<Made>>, state: &State) -> Option<usize> {
    let lesson = state.lesson;
    let asked = state.at_end() && state.own.is_none();
    *use_memo((Rc::as_ptr(run), asked), |(_, asked)| {
        let mut run = run.borrow_mut();
        run.as_mut().ok().filter(|_| *asked)?.answer(&lesson.prediction)
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
