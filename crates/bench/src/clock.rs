//! The one clock there is in the engine's crates: this is what benches are for.

#[expect(clippy::disallowed_types, reason = "a bench measures real time")]
use std::time::Instant;

/// How long it takes to do something, in seconds: the shortest of several times, for what else the machine does only adds.
pub(crate) fn seconds<T>(times: usize, mut doing: impl FnMut() -> T) -> f64 {
    (0..times.max(1)).map(|_| once(&mut doing)).fold(f64::INFINITY, f64::min)
}

/// How long it takes to do something once, in seconds; what comes of it is dropped afterwards.
#[expect(clippy::disallowed_types, reason = "a bench measures real time")]
pub(crate) fn once<T>(doing: impl FnOnce() -> T) -> f64 {
    let start = Instant::now();
    let done = std::hint::black_box(doing());
    let taken = start.elapsed().as_secs_f64();
    drop(done);
    taken
}
