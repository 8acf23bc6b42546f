//! How large an element is drawn.

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver};
use yew::prelude::*;

/// The width and height of an element in pixels, from when it is first drawn on. `is_there` says whether the page has it: it
/// may come later, and go.
#[hook]
pub(crate) fn use_size(node: &NodeRef, is_there: bool) -> Option<(i32, i32)> {
    let size = use_state_eq(|| None);
    let result = *size;
    use_effect_with((node.clone(), is_there), move |(node, _)| {
        let observed = node.cast::<Element>().and_then(|element| {
            let seen = element.clone();
            let mut later = None;
            let changed = Closure::<dyn FnMut()>::new(move || {
                // What it changes may not be drawn while sizes are being observed.
                let (size, seen) = (size.clone(), seen.clone());
                later.replace(Timeout::new(0, move || {
                    size.set(Some((seen.client_width(), seen.client_height())))
                }));
            });
            let observer = ResizeObserver::new(changed.as_ref().unchecked_ref()).ok()?;
            observer.observe(&element);
            Some((observer, changed))
        });
        move || {
            if let Some((observer, _)) = &observed {
                observer.disconnect();
            }
        }
    });
    result
}
