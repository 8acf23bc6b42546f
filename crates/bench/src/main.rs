//! Measures the engine, for `scripts/bench`, which sets the figures of others beside what it prints.
//!
//!     interleave-bench engine FILE...
//!
//! How fast it runs each program with a trace and without, what a snapshot costs, how long it takes to get to a step: one line
//! for each figure: its name, a number, a unit, with tabs between them.
//!
//!     interleave-bench explore SECONDS FILE...
//!
//! How long it takes to search all schedules of each program: its name, schedules, traces, states, operations, outcomes, whether
//! it was done, and seconds of processor time.
//!
//! Built for wasm, it gives the host the function `explore` in their place.

#[cfg(not(target_arch = "wasm32"))]
mod clock;
mod explore;
#[cfg(not(target_arch = "wasm32"))]
mod measure;
#[cfg(not(target_arch = "wasm32"))]
mod native;
#[cfg(target_arch = "wasm32")]
mod wasm;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    native::run(&std::env::args().skip(1).collect::<Vec<_>>())
}

#[cfg(target_arch = "wasm32")]
fn main() {}
