//! The page around the frame: what it asks for, and what it is told. `docs/embedding.md` describes the messages.

use gloo_events::EventListener;
use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{KeyboardEvent, MessageEvent, Window};
use yew::prelude::*;

/// The version of the messages. It is the value of the key `interleave` in each of them.
const VERSION: f64 = 1.0;

/// What the page around the frame asks for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Request {
    /// Say that the frame is ready, and how it stands.
    Hello,
    /// Show what a query opens.
    Load(String),
    /// Go so many steps on; back if it is less than 0.
    Step(i32),
    /// Show the place behind so many steps.
    GoTo(u64),
    /// Show the place before the first step.
    Start,
    /// Show the place behind the last step.
    End,
    /// Show the next context switch.
    NextSwitch,
    /// Show the last context switch.
    PreviousSwitch,
    /// Begin to play.
    Play,
    /// Stop playing.
    Pause,
    /// reveal.js shows the slide that the frame is in.
    SlideStart,
    /// reveal.js leaves the slide that the frame is in.
    SlideStop,
}

/// The page around the frame; none if the page is not in a frame.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Host(Window);

impl Host {
    pub(crate) fn find() -> Option<Host> {
        let window = gloo_utils::window();
        let parent = window.parent().ok()??;
        (parent != window).then_some(Host(parent))
    }

    /// Tells the page around the frame something. Nothing in it is secret, so whoever that is may hear it.
    pub(crate) fn tell(&self, kind: &str, parts: &[(&str, JsValue)]) {
        let message = Object::new();
        let head = [("interleave", JsValue::from(VERSION)), ("type", JsValue::from(kind))];
        for (key, value) in head.iter().chain(parts) {
            let _ = Reflect::set(&message, &JsValue::from(*key), value);
        }
        let _ = self.0.post_message(&message, "*");
    }

    /// Hands back a key that the frame has no use for. reveal.js takes it in a form of its own, which others ignore.
    pub(crate) fn hand_back(&self, event: &KeyboardEvent, to_reveal: bool) {
        let parts = [("key", JsValue::from(event.key())), ("shift", JsValue::from(event.shift_key()))];
        self.tell("key", &parts);
        if to_reveal {
            let call = format!(r#"{{"method":"triggerKey","args":[{}]}}"#, event.key_code());
            let _ = self.0.post_message(&JsValue::from(call), "*");
        }
    }
}

/// Calls back for every request of the page around the frame.
#[hook]
pub(crate) fn use_host(host: Option<Host>, asked: Callback<Request>) {
    use_effect_with((host, asked), |(host, asked)| {
        let listener = host.clone().map(|host| {
            let asked = asked.clone();
            EventListener::new(&gloo_utils::window(), "message", move |event| {
                let Some(event) = event.dyn_ref::<MessageEvent>() else { return };
                // Other frames have no say.
                if event.source().is_none_or(|source| JsValue::from(source) != JsValue::from(host.0.clone()))
                {
                    return;
                }
                match request(&event.data()) {
                    Some(Ok(request)) => asked.emit(request),
                    Some(Err(why)) => host.tell("error", &[("message", JsValue::from(why))]),
                    None => {}
                }
            })
        });
        move || drop(listener)
    });
}

/// What a message asks for; none if it is not for us, and a sentence if it cannot be understood.
fn request(data: &JsValue) -> Option<Result<Request, String>> {
    match data.as_string().as_deref() {
        Some("slide:start") => return Some(Ok(Request::SlideStart)),
        Some("slide:stop") => return Some(Ok(Request::SlideStop)),
        _ => {}
    }
    let get = |key: &str| Reflect::get(data, &JsValue::from(key)).ok();
    let version = get("interleave")?.as_f64()?;
    if version != VERSION {
        return Some(Err(format!("this frame understands version {VERSION}, not {version}")));
    }
    let kind = get("type")?.as_string()?;
    let text = |key| get(key).and_then(|value| value.as_string());
    let number = |key| get(key).and_then(|value| value.as_f64()).filter(|number| number.is_finite());
    let count = number("count").unwrap_or(1.0) as i32;
    Some(Ok(match kind.as_str() {
        "hello" => Request::Hello,
        "load" => match text("query") {
            Some(query) => Request::Load(query),
            None => return Some(Err("load needs a query".into())),
        },
        "step" => Request::Step(count),
        "back" => Request::Step(count.saturating_neg()),
        "goto" => match (number("step"), text("step").as_deref()) {
            (Some(step), _) if step >= 0.0 => Request::GoTo(step as u64),
            (_, Some("start")) => Request::Start,
            (_, Some("end")) => Request::End,
            (_, Some("next-switch")) => Request::NextSwitch,
            (_, Some("previous-switch")) => Request::PreviousSwitch,
            _ => {
                return Some(Err(
                    "goto needs a step: a number, start, end, next-switch or previous-switch".into()
                ));
            }
        },
        "play" => Request::Play,
        "pause" => Request::Pause,
        other => return Some(Err(format!("there is no message {other:?}"))),
    }))
}
