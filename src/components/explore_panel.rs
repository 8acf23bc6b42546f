//! All schedules: how the search for them goes, what came of it, and the outcomes as bars that open their runs.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use interleave_explore::Ending;
use interleave_explore::words::{counted, grouped};
use yew::prelude::*;

use super::asks::Asks;
use super::events::click;
use super::side_tabs::side_tabs;
use super::words::words;
use crate::control::{Control, Now};
use crate::state::{Action, Goal, Searching, Side};
use crate::view::{ExploreView, VerdictView};

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) control: Control,
    pub(super) now: Now,
}

#[component]
pub(super) fn ExplorePanel(Props { control, now }: &Props) -> Html {
    let found = match &*control.search.borrow() {
        Some(Ok(search)) => Ok(search.view()),
        Some(Err(refused)) => Err(refused.clone()),
        None => Ok(Default::default()),
    };
    html! {
        <section class="panel output explore" aria-label="Explore">
            { side_tabs(Side::Explore, &control.act) }
            <Asks control={control.clone()} />
            { match (found, control.state.search) {
                (Err(refused), _) => html! { <p class="cycle refused" role="alert">{ refused }</p> },
                (_, None) => invitation(control),
                (Ok(view), Some(search)) => html! {
                    <>
                        { for view.verdict.as_ref().filter(|_| search.reached.done).map(|it| verdict(it, control)) }
                        { progress(&search, control) }
                        <Bars {view} opened={control.state.opened_outcome()} done={search.reached.done} now={now.clone()} />
                    </>
                },
            } }
        </section>
    }
}

fn button(name: &'static str, title: &'static str, action: Action, control: &Control) -> Html {
    html! { <button type="button" {title} onclick={click(&control.act, action)}>{ name }</button> }
}

fn explore_all(control: &Control) -> Html {
    button("Explore all", "Every schedule there is (E)", Action::Explore(Goal::All), control)
}

fn invitation(control: &Control) -> Html {
    html! {
        <div class="invitation">
            <p>{ "One run shows one schedule. Here the threads of this program are let go on in every order there is, and each way to end is counted." }</p>
            <div class="acts">
                { explore_all(control) }
                { button("Find a failure", "The first schedule that fails (F)", Action::Explore(Goal::Failure), control) }
            </div>
        </div>
    }
}

fn verdict(view: &VerdictView, control: &Control) -> Html {
    let tone = match view.ending {
        Ending::Passes if view.expects => "passes",
        Ending::Passes => "ends",
        Ending::Unproven => "unproven",
        _ => "fails",
    };
    let play = {
        let control = control.clone();
        Callback::from(move |_: MouseEvent| control.play_counterexample())
    };
    html! {
        <div class={classes!("verdict", tone)}>
            <div role="status"><h3>{ &view.headline }</h3></div>
            { for view.why.as_ref().map(|why| html! { <p class="why">{ why }</p> }) }
            { for view.shortest.as_ref().map(|shortest| html! {
                <p class="shortest">
                    <button type="button" onclick={play}>{ "Play it" }</button>{ " " }{ shortest }
                </p>
            }) }
        </div>
    }
}

/// How far the search is, and what can be done about it.
fn progress(search: &Searching, control: &Control) -> Html {
    let reached = search.reached;
    if reached.over {
        return Html::default();
    }
    let met = counted(reached.states, "state", "states");
    let left = match reached.frontier {
        0 => "counting schedules".into(),
        frontier => format!("{} to go on from", grouped(frontier)),
    };
    html! {
        <div class="progress">
            if reached.done {
                <span>{ "It stopped at the first failure." }</span>
                { explore_all(control) }
            } else {
                <span class={classes!("beat", (!search.paused).then_some("on"))} aria-hidden="true" />
                <span role="status" aria-live="off">{ met }{ ", " }{ left }</span>
                if search.paused {
                    { button("Go on", "Go on with the search", Action::PauseSearch(false), control) }
                } else {
                    { button("Pause", "Pause the search", Action::PauseSearch(true), control) }
                }
                { button("Cancel", "Give the search up", Action::DropSearch, control) }
            }
        </div>
    }
}

/// So many outcomes are drawn at a time.
const AT_ONCE: usize = 25;

#[derive(Properties)]
struct BarsProps {
    view: Rc<ExploreView>,
    /// The outcome whose run is shown, by its place.
    opened: Option<usize>,
    done: bool,
    now: Now,
}

impl PartialEq for BarsProps {
    fn eq(&self, other: &BarsProps) -> bool {
        // Another view is made when there is more to see.
        Rc::ptr_eq(&self.view, &other.view)
            && (self.opened, self.done) == (other.opened, other.done)
            && self.now == other.now
    }
}

/// The outcomes. They may be hundreds: they are drawn a few at a time, and nothing of them anew while the run of one is played.
#[component]
fn Bars(BarsProps { view, opened, done, now }: &BarsProps) -> Html {
    let drawn = use_state_eq(|| AT_ONCE);
    use_effect_with((*drawn, view.bars.len()), {
        let drawn = drawn.clone();
        move |&(already, all)| {
            let more = (already < all).then(|| Timeout::new(0, move || drawn.set(already + AT_ONCE)));
            move || drop(more)
        }
    });
    let bar = |place: usize| {
        html! { <Bar key={place} view={view.clone()} {place} opened={*opened == Some(place)} now={now.clone()} /> }
    };
    html! {
        if !view.bars.is_empty() {
            <div class="scroll">
                <p class="counted">
                    { counted(view.bars.len() + view.left_out, "outcome", "outcomes") }
                    <span>{ &view.counted }</span>
                </p>
                <ol class="bars">{ for (0..view.bars.len().min(*drawn)).map(bar) }</ol>
                if view.left_out > 0 { <p class="none">{ format!("and {} more", view.left_out) }</p> }
                // What the verdict holds for, in full.
                { for view.verdict.as_ref().filter(|_| *done).map(|verdict| html! {
                    <p class="scope">{ words(&verdict.sentences) }</p>
                }) }
            </div>
        }
    }
}

#[derive(Properties)]
struct BarProps {
    view: Rc<ExploreView>,
    /// Which of the view's bars.
    place: usize,
    opened: bool,
    now: Now,
}

impl PartialEq for BarProps {
    fn eq(&self, other: &BarProps) -> bool {
        Rc::ptr_eq(&self.view, &other.view) && (self.place, self.opened) == (other.place, other.opened)
    }
}

/// An outcome, which opens its shortest run.
#[component]
fn Bar(BarProps { view, place, opened, now }: &BarProps) -> Html {
    let Some(bar) = view.bars.get(*place) else { return Html::default() };
    let onclick = {
        let (now, place) = (now.clone(), *place);
        Callback::from(move |_: MouseEvent| now.control().play_outcome(place))
    };
    let failed = bar.ending.is_failure();
    let width = format!("{:.2}", 100.0 * bar.length);
    html! {
        <li>
            <button
                type="button"
                class={classes!("end", failed.then_some("fails"))}
                aria-pressed={opened.to_string()}
                title={format!("{}\nPlay the shortest schedule that ends so", bar.whole.trim_end())}
                {onclick}
            >
                <span class="what">
                    { &bar.text }
                    if bar.ending != Ending::Passes {
                        { " " }<span class="ending">{ bar.ending.to_string() }</span>
                    }
                </span>
                <span class="count">{ for bar.count.clone() }</span>
                <span class="share">{ for bar.share.clone() }</span>
                if bar.count.is_some() {
                    <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
                        <rect {width} height="1" />
                    </svg>
                }
            </button>
        </li>
    }
}
