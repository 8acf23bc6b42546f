//! Files of the person's: opened by a button or dropped onto the page, and saved.

use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, DragEvent, File, HtmlAnchorElement, Url};
use yew::prelude::*;

use super::packing::pack;
use crate::state::packing::source_of;
use crate::state::{Action, LONGEST_PROGRAM, Own, file_name};

/// Runs the program in a file, or says why not.
pub(crate) fn open_file(file: File, act: Callback<Action>) {
    spawn_local(async move {
        act.emit(match read(&file).await {
            Ok(own) => Action::Own(Rc::new(own)),
            Err(why) => Action::Notice(Some(why.into())),
        });
    });
}

async fn read(file: &File) -> Result<Own, String> {
    let name = file_name(&file.name()).unwrap_or_else(|| "program.py".into());
    if file.size() > LONGEST_PROGRAM as f64 {
        return Err(format!(
            "{name} is too long: {} bytes, and at most {LONGEST_PROGRAM} are run here.",
            file.size()
        ));
    }
    let bytes = JsFuture::from(file.array_buffer()).await;
    let bytes = bytes.map_err(|_| format!("{name} cannot be read: it may be a folder."))?;
    let source = source_of(Uint8Array::new(&bytes).to_vec(), &name)?;
    let packed = pack(&source).await.map(Rc::from);
    Ok(Own { name: Some(name), source: source.into(), input: "".into(), packed, edited: false })
}

/// A file that is dropped onto the page is opened in it, and not in its place.
#[hook]
pub(crate) fn use_drop(act: Callback<Action>) {
    use_effect_with(act, |act| {
        let options = EventListenerOptions::enable_prevent_default;
        let document = gloo_utils::document();
        let over = EventListener::new_with_options(&document, "dragover", options(), |event| {
            if dropped(event).is_some() {
                event.prevent_default();
                show_target(true);
            }
        });
        let out = EventListener::new(&document, "dragleave", |event| {
            // From the page, and not from one part of it to another.
            let leaves = event.dyn_ref::<DragEvent>().is_some_and(|event| event.related_target().is_none());
            show_target(!leaves);
        });
        let act = act.clone();
        let drop = EventListener::new_with_options(&document, "drop", options(), move |event| {
            let Some(files) = dropped(event) else { return };
            event.prevent_default();
            show_target(false);
            if let Some(file) = files.files().and_then(|files| files.get(0)) {
                open_file(file, act.clone());
            }
        });
        move || std::mem::drop((over, out, drop))
    });
}

/// Shows that a file can be let go here, or no longer.
fn show_target(on: bool) {
    let _ = gloo_utils::document_element().toggle_attribute_with_force("data-drop", on);
}

/// What is dragged, if it is files: text that is dragged is the editor's own.
fn dropped(event: &web_sys::Event) -> Option<web_sys::DataTransfer> {
    let transfer = event.dyn_ref::<DragEvent>()?.data_transfer()?;
    transfer.types().includes(&JsValue::from("Files"), 0).then_some(transfer)
}

/// Saves a text as a file. Where a frame may not do that, nothing happens.
pub(crate) fn save(name: &str, kind: &str, text: &str) {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&JsValue::from(text));
    let Ok(blob) = Blob::new_with_str_sequence_and_options(&parts, &options) else { return };
    let Ok(address) = Url::create_object_url_with_blob(&blob) else { return };
    let link = gloo_utils::document().create_element("a").ok();
    if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok()) {
        link.set_href(&address);
        link.set_download(name);
        link.click();
    }
    // The browser has taken hold of it by then.
    gloo_timers::callback::Timeout::new(10_000, move || {
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
}
