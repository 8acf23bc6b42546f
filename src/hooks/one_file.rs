//! The page as one file. A module of its own puts it together (`static/interleave-one-file.js`), loaded when someone saves it.

use js_sys::{Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::module::Module;

/// Its class can `make` the file.
const ONE_FILE: Module = Module { name: "one-file", element: "interleave-one-file" };

/// The whole page as the text of one file, which opens what `start` says, the end of an address.
///
/// # Errors
/// Why it cannot be made, in words.
pub(crate) async fn one_file(start: &str) -> Result<String, String> {
    const FAILED: &str = "The page cannot be saved now: part of it cannot be had.";
    let class = ONE_FILE.load().await.ok_or(FAILED)?;
    let made = async {
        let make = Reflect::get(&class, &"make".into())?.dyn_into::<js_sys::Function>()?;
        JsFuture::from(make.call1(&JsValue::NULL, &start.into())?.dyn_into::<Promise>()?).await
    };
    match made.await {
        Ok(text) => text.as_string().ok_or_else(|| FAILED.into()),
        Err(why) => {
            Err(why.dyn_into::<js_sys::Error>().map_or(FAILED.into(), |why| String::from(why.message())))
        }
    }
}
