//! Modules that are loaded when they are wanted. Each defines an element, by whose name it is found.

use js_sys::{Array, Function, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CustomElementRegistry, Document, HtmlMetaElement, HtmlScriptElement};

/// A module that comes later.
#[derive(Clone, Copy, Debug)]
pub(super) struct Module {
    /// The name of the `<meta>` that says where it is.
    pub(super) name: &'static str,
    /// The element that it defines.
    pub(super) element: &'static str,
}

impl Module {
    /// The class of its element, if it is here.
    pub(super) fn class(self) -> Option<Function> {
        registry().get(self.element).dyn_into().ok()
    }

    /// Where it is: an address, or in the page that is one file, `#` and the id of the element that holds it; none if the
    /// page was built without it.
    pub(super) fn address(self) -> Option<String> {
        let meta = gloo_utils::document().query_selector(&format!("meta[name={}]", self.name)).ok()??;
        Some(meta.dyn_into::<HtmlMetaElement>().ok()?.content())
    }

    /// Waits until it has defined its element; none if it cannot be loaded.
    pub(super) async fn load(self) -> Option<Function> {
        if let Some(class) = self.class() {
            return Some(class);
        }
        let document = gloo_utils::document();
        let script = script(&document, &self.address()?)?;
        let failed = Promise::new(&mut |_, reject| {
            script.set_onerror(Some(&reject));
        });
        document.head()?.append_child(&script).ok()?;
        let defined: JsValue = registry().when_defined(self.element).ok()?.into();
        let first = Promise::race(&Array::of2(&defined, &failed));
        if JsFuture::from(first).await.is_err() {
            // So that it is tried again, the next time.
            script.remove();
        }
        self.class()
    }
}

fn registry() -> CustomElementRegistry {
    gloo_utils::window().custom_elements()
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
