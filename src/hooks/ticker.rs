//! The beat of play.

use gloo_timers::callback::Interval;
use yew::prelude::*;

/// Calls back every so many milliseconds, if a number is given; but at a new `place` so many times not, because there is
/// something to see. Who has just begun to play has seen it.
#[hook]
pub(crate) fn use_ticker(millis: Option<u32>, place: (u64, u64), rests: u32, tick: Callback<()>) {
    let left = use_mut_ref(|| 0);
    use_effect_with(place, {
        let left = left.clone();
        move |_| {
            left.replace(rests);
        }
    });
    use_effect_with(millis, move |millis| {
        left.replace(0);
        let interval = millis.map(|millis| {
            Interval::new(millis, move || {
                let before = left.replace_with(|left| left.saturating_sub(1));
                if before == 0 {
                    tick.emit(());
                }
            })
        });
        move || drop(interval)
    });
}
