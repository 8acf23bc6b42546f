//! The editor: a module of its own, loaded when a person wants to edit. `scripts/editor` makes it, if it can be had.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{CustomElementRegistry, Document, HtmlMetaElement, HtmlScriptElement};
use yew::prelude::*;

/// The element that the module defines.
const ELEMENT: &str = "interleave-editor";

/// What there is to edit in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Editor {
    /// It is on its way.
    Loading,
    /// The editor.
    Here,
    /// A plain field for text: the page was built without the editor, or it cannot be had now.
    Plain,
}

/// Loads the editor, once.
#[hook]
pub(crate) fn use_editor() -> Editor {
    let editor = use_state_eq(first_look);
    use_effect_with((), {
        let editor = editor.clone();
        move |()| {
            if *editor == Editor::Loading {
                spawn_local(async move {
                    editor.set(if load().await.is_some() { Editor::Here } else { Editor::Plain });
                });
            }
        }
    });
    *editor
}

fn first_look() -> Editor {
    if !registry().get(ELEMENT).is_undefined() {
        return Editor::Here;
    }
    if address().is_some() { Editor::Loading } else { Editor::Plain }
}

fn registry() -> CustomElementRegistry {
    gloo_utils::window().custom_elements()
}

/// Where the module is: an address, or in the page that is one file, `#` and the id of the element that holds it.
fn address() -> Option<String> {
    let meta = gloo_utils::document().query_selector("meta[name=editor]").ok()??;
    Some(meta.dyn_into::<HtmlMetaElement>().ok()?.content())
}

/// Waits until the module has defined its element; none if it cannot be loaded.
async fn load() -> Option<()> {
    let document = gloo_utils::document();
    let script = script(&document, &address()?)?;
    let failed = js_sys::Promise::new(&mut |_, reject| {
        script.set_onerror(Some(&reject));
    });
    document.head()?.append_child(&script).ok()?;
    let defined: JsValue = registry().when_defined(ELEMENT).ok()?.into();
    let first = js_sys::Promise::race(&js_sys::Array::of2(&defined, &failed));
    let loaded = JsFuture::from(first).await;
    if loaded.is_err() {
        // So that it is tried again, the next time.
        script.remove();
    }
    loaded.ok().map(drop)
}

fn script(document: &Document, address: &str) -> Option<HtmlScriptElement> {
    let script: HtmlScriptElement = document.create_element("script").ok()?.dyn_into().ok()?;
    script.set_type("module");
    match address.strip_prefix('#') {
        Some(id) => script.set_text(&document.get_element_by_id(id)?.text_content()?).ok()?,
        None => script.set_src(address),
    }
    Some(script)
}
