//! What the host of the wasm calls; it has the clock.

use wasm_bindgen::prelude::wasm_bindgen;

/// Searches all schedules of a program: what `interleave-bench explore` prints of it, without its name and the time.
///
/// # Errors
/// If it cannot be compiled: why not.
#[wasm_bindgen]
#[expect(unreachable_pub, reason = "wasm-bindgen asks for it")]
pub fn explore(source: &str) -> Result<String, String> {
    crate::explore::explore(source, "program.py", || true).map(|figures| figures.to_string())
}
