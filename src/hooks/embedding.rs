//! The page in a frame: keys, requests of the page around it, and what that is told.

use std::cell::Cell;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, KeyboardEvent};
use yew::prelude::*;

use super::address::query;
use super::host::{Host, Request, use_host};
use super::keys::use_keys;
use crate::control::{Control, Now};
use crate::state::{Address, Frame};

/// Keys and the messages of the page around the frame come to what they ask for, and that page is told how things stand.
#[hook]
pub(crate) fn use_embedding(control: &Control, now: &Now) {
    let host = (*use_memo((), |()| Host::find())).clone();
    // Whether that page is a deck of reveal.js.
    let reveal = use_memo((), |()| Cell::new(false));
    let pressed = use_callback(now.clone(), |key, now: &Now| now.control().key(key));
    let unused = {
        let reveal = reveal.clone();
        use_callback(host.clone(), move |event: KeyboardEvent, host| {
            if let Some(host) = host {
                host.hand_back(&event, reveal.get());
            }
        })
    };
    use_keys(pressed, unused);
    let asked = {
        let host = host.clone();
        use_callback(now.clone(), move |request, now: &Now| {
            let control = now.control();
            reveal.set(reveal.get() || matches!(request, Request::SlideStart | Request::SlideStop));
            if request == Request::Hello {
                let version = JsValue::from(env!("CARGO_PKG_VERSION"));
                host.iter().for_each(|host| host.tell("ready", &[("release", version.clone())]));
                host.iter().for_each(|host| tell_state(host, &control));
            }
            if let Request::Load(query) = &request
                && let Some(name) = Address::read(query).unknown_lesson()
            {
                let why = JsValue::from(format!("there is no lesson {name:?}"));
                return host.iter().for_each(|host| host.tell("error", &[("message", why.clone())]));
            }
            control.request(&request);
        })
    };
    use_host(host.clone(), asked);
    use_effect_with(host.clone(), |host| {
        let version = JsValue::from(env!("CARGO_PKG_VERSION"));
        host.iter().for_each(|host| host.tell("ready", &[("release", version.clone())]));
    });
    let state = &control.state;
    let told = (state.shown(), state.extent, state.playing, state.run_number);
    let control = control.clone();
    use_effect_with(told, move |_| {
        host.iter().for_each(|host| tell_state(host, &control));
    });
}

fn tell_state(host: &Host, control: &Control) {
    let state = &control.state;
    let verdict = control.run.borrow().as_ref().ok().and_then(|run| run.verdict());
    let verdict = verdict.filter(|_| state.extent.complete);
    let whole = Address::read(&query()).link(state);
    host.tell(
        "state",
        &[
            ("query", JsValue::from(whole.trim_start_matches('?'))),
            ("step", JsValue::from(state.shown() as f64)),
            ("steps", JsValue::from(state.extent.steps as f64)),
            ("complete", JsValue::from(state.extent.complete)),
            ("playing", JsValue::from(state.playing)),
            ("verdict", verdict.map_or(JsValue::NULL, JsValue::from)),
        ],
    );
    // How high it would be without a bound: a page that stacks its parts can give it that.
    let height = gloo_utils::document_element().scroll_height();
    host.tell("resize", &[("height", JsValue::from(height))]);
}

/// Gives the whole document the colours and the size of type that a frame asks for.
#[hook]
pub(crate) fn use_look(frame: &Frame) {
    use_effect_with((frame.theme, frame.font, frame.embed), |&(theme, font, embed)| {
        let root = gloo_utils::document_element();
        if let Some(theme) = theme {
            let _ = root.set_attribute("data-theme", theme);
        }
        if embed {
            let _ = root.set_attribute("data-embed", "");
        }
        if let Some(root) = root.dyn_ref::<HtmlElement>() {
            let _ = root.style().set_property("--scale", &font.to_string());
        }
    });
}
