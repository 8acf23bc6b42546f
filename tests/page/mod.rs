//! The page, as a test drives it and reads it.

mod editing;
mod exploring;
mod reading;
mod views;

use gloo_timers::future::TimeoutFuture;
use interleave::App;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Document, Element, Event, EventInit, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement,
    InputEvent, InputEventInit, KeyboardEvent, KeyboardEventInit,
};
use yew::AppHandle;

/// The page, opened at an address.
pub(crate) struct Page {
    root: Element,
    app: AppHandle<App>,
}

/// How long a test waits for what it expects, in milliseconds.
const PATIENCE: u32 = 20_000;

fn document() -> Document {
    gloo_utils::document()
}

fn bubbling() -> EventInit {
    let init = EventInit::new();
    init.set_bubbles(true);
    init
}

fn bubbling_input() -> InputEventInit {
    let init = InputEventInit::new();
    init.set_bubbles(true);
    init
}

impl Page {
    /// Opens the page at an address with a query.
    pub(crate) async fn open(query: &str) -> Page {
        let history = gloo_utils::window().history().expect("a history");
        history.replace_state_with_url(&JsValue::NULL, "", Some(&format!("?{query}"))).expect("an address");
        let root = document().create_element("div").expect("an element");
        gloo_utils::body().append_child(&root).expect("a place for it");
        let app = yew::Renderer::<App>::with_root(root.clone()).render();
        TimeoutFuture::new(0).await;
        Page { root, app }
    }

    /// Takes the page away.
    pub(crate) fn close(self) {
        self.app.destroy();
        self.root.remove();
    }

    /// Waits for something to be so.
    pub(crate) async fn until(&self, so: impl Fn(&Page) -> bool) {
        let mut waited = 0;
        while !so(self) {
            assert!(
                waited < PATIENCE,
                "waited in vain; the page says {:?}, and {:?}",
                self.counter(),
                self.texts(".output")
            );
            TimeoutFuture::new(5).await;
            waited += 5;
        }
    }

    /// Waits for a step to be shown of a run of so many.
    pub(crate) async fn until_shown(&self, step: u64, steps: u64) {
        let counter = format!("step {} of {}", grouped(step), grouped(steps));
        self.until(|page| page.counter() == counter).await;
        // On a busy machine Yew draws in slices of 16 ms: the counter may be there before the rest.
        for _ in 0..3 {
            TimeoutFuture::new(0).await;
        }
    }

    /// Waits for a run of so many steps to be made, wherever it opens.
    pub(crate) async fn until_open(&self, steps: u64) {
        let all = format!(" of {}", grouped(steps));
        self.until(|page| page.counter().ends_with(&all)).await;
    }

    /// Which step of how many is shown; nothing before the page is there.
    pub(crate) fn counter(&self) -> String {
        self.texts(".counter").concat()
    }

    /// Drags the scrubber to a step.
    pub(crate) async fn scrub_to(&self, step: u64) {
        let scrubber: HtmlInputElement = self.element(".scrubber").unchecked_into();
        scrubber.set_value(&step.to_string());
        let event = InputEvent::new_with_event_init_dict("input", &bubbling_input()).expect("an event");
        scrubber.dispatch_event(&event).expect("it is sent");
        TimeoutFuture::new(0).await;
    }

    /// Types a number into a field.
    pub(crate) async fn type_number(&self, selector: &str, number: u64) {
        let field: HtmlInputElement = self.element(selector).unchecked_into();
        field.set_value(&number.to_string());
        self.send_change(&field).await;
    }

    /// Writes a text into a field, in the place of what is there.
    pub(crate) async fn write(&self, selector: &str, text: &str) {
        let field: HtmlTextAreaElement = self.element(selector).unchecked_into();
        field.set_value(text);
        let event = InputEvent::new_with_event_init_dict("input", &bubbling_input()).expect("an event");
        field.dispatch_event(&event).expect("it is sent");
        TimeoutFuture::new(0).await;
    }

    /// Chooses from a list by value.
    pub(crate) async fn choose(&self, selector: &str, value: &str) {
        let select: HtmlSelectElement = self.element(selector).unchecked_into();
        select.set_value(value);
        self.send_change(&select).await;
    }

    /// Clicks on an element.
    pub(crate) async fn click(&self, selector: &str) {
        let element: web_sys::HtmlElement = self.element(selector).unchecked_into();
        element.click();
        TimeoutFuture::new(0).await;
    }

    async fn send_change(&self, element: &Element) {
        let event = Event::new_with_event_init_dict("change", &bubbling()).expect("an event");
        element.dispatch_event(&event).expect("it is sent");
        TimeoutFuture::new(0).await;
    }

    /// Presses a key while nothing has the focus.
    pub(crate) async fn press(&self, key: &str) {
        self.press_at_once(key);
        TimeoutFuture::new(0).await;
    }

    /// Presses a key and does not wait for the page to be drawn.
    pub(crate) fn press_at_once(&self, key: &str) {
        send_key(&gloo_utils::body(), key, false);
    }

    /// Presses a key with Shift.
    pub(crate) async fn press_with_shift(&self, key: &str) {
        send_key(&gloo_utils::body(), key, true);
        TimeoutFuture::new(0).await;
    }

    /// Presses a key while an element has the focus.
    pub(crate) async fn press_in(&self, selector: &str, key: &str) {
        send_key(&self.element(selector), key, false);
        TimeoutFuture::new(0).await;
    }

    /// Points at the first element that a selector finds.
    pub(crate) async fn point_at(&self, selector: &str) {
        self.send(selector, "pointerover").await;
    }

    async fn send(&self, selector: &str, kind: &str) {
        let event = Event::new_with_event_init_dict(kind, &bubbling()).expect("an event");
        self.element(selector).dispatch_event(&event).expect("it is sent");
        TimeoutFuture::new(0).await;
    }

    /// The query of the address, once it has settled on one that contains something.
    pub(crate) async fn settled_query(&self, part: &str) -> String {
        let query = || gloo_utils::window().location().search().unwrap_or_default();
        self.until(|_| query().contains(part)).await;
        query().trim_start_matches('?').into()
    }

    /// The seed that the page shows.
    pub(crate) fn seed(&self) -> String {
        self.element("#seed").unchecked_into::<HtmlInputElement>().value()
    }
}

fn send_key(target: &Element, key: &str, shift: bool) {
    let init = KeyboardEventInit::new();
    init.set_key(key);
    init.set_shift_key(shift);
    init.set_bubbles(true);
    init.set_cancelable(true);
    let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).expect("an event");
    target.dispatch_event(&event).expect("it is sent");
}

/// A number with its thousands apart, as the page shows it.
fn grouped(number: u64) -> String {
    let (thousands, rest) = (number / 1_000, number % 1_000);
    if thousands > 0 { format!("{thousands},{rest:03}") } else { rest.to_string() }
}
