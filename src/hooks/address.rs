//! The address, which always says what is shown.

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::packing::open;
use crate::state::{Action, Address, State};

/// Browsers allow only so many changes of the address in a time.
const SETTLED_MILLIS: u32 = 250;

/// The query of the page's address as it is now, with its fragment. A page that was saved as one file opens what was shown
/// then, unless its address says what else it is to open.
pub(crate) fn query() -> String {
    let location = window().location();
    let (search, hash) = (location.search().unwrap_or_default(), location.hash().unwrap_or_default());
    match saved_start().filter(|_| hash.is_empty() && !search.contains("lesson=")) {
        Some(start) => {
            let (query, fragment) = start.split_once('#').unwrap_or((&start, ""));
            format!("{query}&{}#{fragment}", search.trim_start_matches('?'))
        }
        None => format!("{search}{hash}"),
    }
}

/// What a page that was saved opens, the end of an address (`static/interleave-one-file.js`).
fn saved_start() -> Option<String> {
    gloo_utils::document().query_selector("meta[name=start]").ok()??.get_attribute("content")
}

/// Keeps the address what opens the state, once it has settled: not while steps follow one another. A program of the
/// person's own is in it at once. An address that is typed or pasted over it is opened.
#[hook]
pub(crate) fn use_address(state: &State, act: &Callback<Action>) {
    // A link is made when it is time for it: to make one with every step takes longer than it seems.
    let own = (state.own.clone(), state.asked.clone());
    let said = (state.lesson.id, state.program, state.schedule.clone(), state.shown());
    let settled = (!state.playing && state.extent.complete).then(|| (said, own.clone()));
    let opened = use_memo((), |()| own.clone());
    let changed = (own != *opened).then(|| state.clone());
    use_effect_with(own, move |_| {
        changed.iter().for_each(show);
    });
    use_effect_with(act.clone(), |act| {
        let act = act.clone();
        let listener = EventListener::new(&window(), "hashchange", move |_| {
            let act = act.clone();
            spawn_local(async move {
                act.emit(Action::Open(Box::new(open(&Address::read(&query())).await)));
            });
        });
        move || drop(listener)
    });
    let state = state.clone();
    use_effect_with(settled, move |settled| {
        let timeout = settled.is_some().then(|| Timeout::new(SETTLED_MILLIS, move || show(&state)));
        move || drop(timeout)
    });
}

/// Makes the address what opens a state.
fn show(state: &State) {
    let link = Address::read(&query()).link(state);
    if let Ok(history) = window().history() {
        // In some frames the address cannot be changed; then it is not.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&link));
    }
}

fn window() -> web_sys::Window {
    gloo_utils::window()
}
