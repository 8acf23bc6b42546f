//! What a person has written and the page does not run: kept until it is run, also when the page is loaded again.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use web_sys::Storage;

use crate::state::State;

/// Texts that do not compile, or are too long for an address, by what they were made from.
#[derive(Clone, Default)]
pub(crate) struct Drafts(Rc<RefCell<BTreeMap<String, String>>>);

/// What tells our entries from others of the same host.
const PREFIX: &str = "interleave draft of ";

impl Drafts {
    /// The text that was made from what a state shows, if it was not run.
    pub(crate) fn of(&self, state: &State) -> Option<String> {
        let key = key(state);
        let stored = || storage()?.get_item(&key).ok()?;
        self.0.borrow().get(&key).cloned().or_else(stored)
    }

    /// Keeps a text that was made from what a state shows.
    pub(crate) fn keep(&self, state: &State, text: &str) {
        let key = key(state);
        if let Some(storage) = storage() {
            // Where there is no room left, the text is kept as long as the page is.
            let _ = storage.set_item(&key, text);
        }
        self.0.borrow_mut().insert(key, text.into());
    }

    /// Forgets what was made from what a state shows: it is run, or no longer wanted.
    pub(crate) fn forget(&self, state: &State) {
        let key = key(state);
        if let Some(storage) = storage() {
            let _ = storage.remove_item(&key);
        }
        self.0.borrow_mut().remove(&key);
    }
}

/// The tab's own storage; a sandboxed frame has none.
fn storage() -> Option<Storage> {
    gloo_utils::window().session_storage().ok()?
}

/// What a state shows, as its address says it: that is what is shown when the page is loaded again.
fn key(state: &State) -> String {
    let packed = state.own.as_ref().and_then(|own| own.packed.as_deref()).unwrap_or_default();
    format!("{PREFIX}{} {} {packed}", state.lesson.id, state.program)
}
