//! The address, which always says what is shown.

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsValue;
use yew::prelude::*;

use crate::state::{Address, State};

/// Browsers allow only so many changes of the address in a time.
const SETTLED_MILLIS: u32 = 250;

/// The query of the address that the page was opened with.
pub(crate) fn query() -> String {
    window().location().search().unwrap_or_default()
}

/// Keeps the address what opens the state, once it has settled: not while steps follow one another.
#[hook]
pub(crate) fn use_address(state: &State) {
    let settled = (!state.playing && state.extent.complete).then(|| Address::read(&query()).write(state));
    use_effect_with(settled, |settled| {
        let timeout = settled.clone().map(|query| Timeout::new(SETTLED_MILLIS, move || replace(&query)));
        move || drop(timeout)
    });
}

fn replace(query: &str) {
    if let Ok(history) = window().history() {
        // In some frames the address cannot be changed; then it is not.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&format!("?{query}")));
    }
}

fn window() -> web_sys::Window {
    gloo_utils::window()
}
