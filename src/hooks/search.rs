//! The search over all schedules, in slices between which the page is drawn.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_timers::future::TimeoutFuture;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::control::Made;
use crate::search::Search;
use crate::state::{Action, Goal, Reached, State};

/// A search, or why there is none.
pub(crate) type Searched = Result<Search, String>;

/// The page tells how far a search is once in so many milliseconds.
const TELL_MILLIS: f64 = 250.0;

/// The search that the state is about, made further and further until it is done; none if none is wanted.
#[hook]
pub(crate) fn use_search(
    run: &Rc<RefCell<Made>>,
    state: &State,
    act: &Callback<Action>,
) -> Rc<RefCell<Option<Searched>>> {
    // While a run is not there yet, because part of the library is asked for again, the search of its program stays as it is.
    let begun = use_mut_ref(|| None::<u64>);
    let wanted = state.search.is_some() && {
        let number = Some(state.search_number);
        if run.borrow().is_ok() {
            begun.replace(number);
        }
        *begun.borrow() == number && run.borrow().as_ref().err().is_none_or(Vec::is_empty)
    };
    let search = use_memo((state.search_number, wanted), |_| {
        let run = run.borrow();
        let program = run.as_ref().ok().filter(|_| wanted).map(|run| run.program());
        RefCell::new(program.map(|program| Search::of(state, program).map_err(|refused| refused.to_string())))
    });
    let goal = state.search.filter(|search| wanted && search.is_running()).map(|search| search.goal);
    let (searched, act) = (search.clone(), act.clone());
    use_effect_with((state.search_number, goal), move |&(number, goal)| {
        let live = Rc::new(Cell::new(true));
        if let Some(goal) = goal {
            let alive = live.clone();
            spawn_local(async move {
                let tell = |reached| act.emit(Action::Searched(number, reached));
                let done = run_to_goal(&searched, goal, &alive, tell).await;
                if done && goal == Goal::Failure {
                    let search = searched.borrow();
                    let found = search.as_ref().and_then(|search| search.as_ref().ok()?.counterexample());
                    if let Some((schedule, needed)) = found {
                        act.emit(Action::PlayFound(None, schedule, needed));
                    }
                }
            });
        }
        move || live.set(false)
    });
    search
}

/// Searches slice after slice for as long as that is wanted, and tells now and then how far it is. Whether it was done.
async fn run_to_goal(
    search: &RefCell<Option<Searched>>,
    goal: Goal,
    alive: &Cell<bool>,
    tell: impl Fn(Reached),
) -> bool {
    let clock = gloo_utils::window().performance();
    let now = || clock.as_ref().map_or(0.0, web_sys::Performance::now);
    let mut told = now();
    while alive.get() {
        let reached = match &mut *search.borrow_mut() {
            Some(Ok(search)) => search.slice(goal, now),
            _ => Reached { done: true, over: true, ..Reached::default() },
        };
        TimeoutFuture::new(0).await;
        if !reached.done && now() - told < TELL_MILLIS || !alive.get() {
            continue;
        }
        if let Some(Ok(search)) = &mut *search.borrow_mut() {
            search.look(reached.done);
        }
        // To search, to see what that came to and to draw it are each enough for one picture.
        TimeoutFuture::new(0).await;
        if alive.get() {
            told = now();
            tell(reached);
            if reached.done {
                return true;
            }
        }
    }
    false
}
