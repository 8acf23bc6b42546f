//! The beat of play.

use gloo_timers::callback::Interval;
use yew::prelude::*;

/// Calls back every so many milliseconds, if a number is given.
#[hook]
pub(crate) fn use_ticker(millis: Option<u32>, tick: Callback<()>) {
    use_effect_with(millis, move |millis| {
        let interval = millis.map(|millis| Interval::new(millis, move || tick.emit(())));
        move || drop(interval)
    });
}
