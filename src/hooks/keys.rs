//! The keyboard. A key that the focused element has a use for is left to it.

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};
use yew::prelude::*;

use crate::state::{Goal, Sheet};

/// A key that means something on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Key {
    /// Space: play or pause.
    PlayOrPause,
    /// Left: a step back.
    Back,
    /// Right: a step further.
    Forward,
    /// Shift and Left: to the last context switch.
    SwitchBack,
    /// Shift and Right: to the next context switch.
    SwitchForward,
    /// Home: to the start.
    Start,
    /// End: to the end.
    End,
    /// Plus: look closer.
    Closer,
    /// Minus: look from further away.
    Further,
    /// 0 to 9: let the thread of this number go on; 0 is the main thread.
    LetGo(u16),
    /// U: take the last choice back.
    Undo,
    /// E, F: explore all schedules, find one that fails.
    Explore(Goal),
    /// Escape: what lies over the picture goes.
    Close,
    /// W, C, ?: something lies over the picture, or goes.
    Show(Sheet),
    /// R: another seed.
    NewSeed,
}

/// Calls back for every key that means something; if there is no use for it after all, or it means nothing, another
/// calls back.
#[hook]
pub(crate) fn use_keys(pressed: Callback<Key, bool>, unused: Callback<KeyboardEvent>) {
    use_effect_with((pressed, unused), |(pressed, unused)| {
        let (pressed, unused) = (pressed.clone(), unused.clone());
        let options = EventListenerOptions::enable_prevent_default();
        let body = gloo_utils::document();
        let listener = EventListener::new_with_options(&body, "keydown", options, move |event| {
            let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
            if event.ctrl_key() || event.alt_key() || event.meta_key() || event.default_prevented() {
                return;
            }
            let key = key_of(event);
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            if target.is_some_and(|target| has_use_for(&target, key)) {
                return;
            }
            if key.is_some_and(|key| pressed.emit(key)) {
                event.prevent_default();
            } else {
                unused.emit(event.clone());
            }
        });
        move || drop(listener)
    });
}

fn key_of(event: &KeyboardEvent) -> Option<Key> {
    Some(match (event.key().as_str(), event.shift_key()) {
        (" ", false) => Key::PlayOrPause,
        ("ArrowLeft", false) => Key::Back,
        ("ArrowRight", false) => Key::Forward,
        ("ArrowLeft", true) => Key::SwitchBack,
        ("ArrowRight", true) => Key::SwitchForward,
        ("Home", false) => Key::Start,
        ("End", false) => Key::End,
        ("+" | "=", _) => Key::Closer,
        ("-", _) => Key::Further,
        ("u" | "U", _) => Key::Undo,
        (digit, false) if digit.len() == 1 && digit.as_bytes()[0].is_ascii_digit() => {
            Key::LetGo(digit.parse().ok()?)
        }
        ("r" | "R", _) => Key::NewSeed,
        ("e" | "E", _) => Key::Explore(Goal::All),
        ("f" | "F", _) => Key::Explore(Goal::Failure),
        ("Escape", _) => Key::Close,
        ("w" | "W", _) => Key::Show(Sheet::Words),
        ("c" | "C", _) => Key::Show(Sheet::Compare),
        ("?", _) => Key::Show(Sheet::Help),
        _ => return None,
    })
}

fn has_use_for(element: &Element, key: Option<Key>) -> bool {
    match element.tag_name().as_str() {
        "INPUT" | "SELECT" | "TEXTAREA" | "INTERLEAVE-EDITOR" => true,
        "BUTTON" | "A" | "SUMMARY" => key == Some(Key::PlayOrPause),
        _ => element.dyn_ref::<HtmlElement>().is_some_and(HtmlElement::is_content_editable),
    }
}
