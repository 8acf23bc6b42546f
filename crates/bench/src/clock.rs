//! The one place with clocks in the engine's crates: this is what benches are for.

#[expect(clippy::disallowed_types, reason = "a bench measures real time")]
use std::time::Instant;

use rustix::time::{ClockId, clock_gettime};

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

/// How many seconds processors have worked for this process: what else the machine does makes little difference to it.
pub(crate) fn processor() -> f64 {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    time.tv_sec as f64 + time.tv_nsec as f64 / 1e9
}

/// How long a processor works to do something once, in seconds, and what comes of it.
pub(crate) fn on_processor<T>(doing: impl FnOnce() -> T) -> (f64, T) {
    let start = processor();
    let done = std::hint::black_box(doing());
    (processor() - start, done)
}
