//! The functions that the first picture does not need. In a release they are a module of their own (`crates/split` cuts it
//! off, `src/later.txt` says which they are); it comes by itself a little later, or at once when one of them is called.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Brings what comes later to the module that has these exports, and comes back when it is there: `static/start.js`.
    #[wasm_bindgen(js_name = bringLater)]
    fn bring_later(first: &JsValue);
}

/// Has all functions be there. It is called from `static/start.js`, and by what stands for a function that is not there yet.
#[wasm_bindgen]
pub fn complete() {
    bring_later(&wasm_bindgen::exports());
}
