//! The library's modules, fetched when a program imports them, or found in the page itself where it is one file.

use std::cell::RefCell;
use std::rc::Rc;

use interleave_vm::{Library, LibraryModule};
use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Response, Window};
use yew::prelude::*;

/// Where the modules' files are, from the page.
const FOLDER: &str = "library";

/// The modules that are here, and how often it was tried to get more.
#[derive(Clone, Default)]
pub(crate) struct Shelf(Rc<RefCell<Contents>>);

#[derive(Default)]
struct Contents {
    library: Library,
    tried: u64,
}

impl Shelf {
    /// Gets what a program imports and is not here yet, and gives the library as far as it has come.
    pub(crate) async fn library_for(&self, source: &str) -> Library {
        let missing = self.0.borrow().library.missing(source);
        fill(self, &missing).await;
        self.0.borrow().library.clone()
    }
}

/// The library with all that programs import, or none while that is on its way; and where more can be had. What could not be
/// fetched is missing then, and asked for again by the next `attempt`, counted from 1.
#[hook]
pub(crate) fn use_library(sources: Vec<Rc<str>>, attempt: u64) -> (Option<Library>, Shelf) {
    let shelf = (*use_memo((), |()| Shelf::default())).clone();
    let render = use_force_update();
    // What is missing is found by compiling: once for each program and attempt, and each time something has come.
    let tried = shelf.0.borrow().tried;
    let missing = use_memo((sources.clone(), attempt, tried), {
        let shelf = shelf.clone();
        move |(sources, ..)| {
            let library = &shelf.0.borrow().library;
            let mut missing: Vec<_> = sources.iter().flat_map(|source| library.missing(source)).collect();
            missing.sort_by_key(|module| module.file);
            missing.dedup_by_key(|module| module.file);
            missing
        }
    });
    let ready = missing.is_empty() || tried >= attempt;
    use_effect_with((sources, attempt), {
        let (shelf, missing) = (shelf.clone(), missing.clone());
        move |&(_, attempt): &(Vec<Rc<str>>, u64)| {
            if !missing.is_empty() {
                spawn_local(async move {
                    fill(&shelf, &missing).await;
                    let mut contents = shelf.0.borrow_mut();
                    contents.tried = contents.tried.max(attempt);
                    render.force_update();
                });
            }
        }
    });
    let library = ready.then(|| shelf.0.borrow().library.clone());
    (library, shelf)
}

/// Gets modules, all at once. One that does not come, or not as it should be, stays missing.
async fn fill(shelf: &Shelf, missing: &[&'static LibraryModule]) {
    let window = gloo_utils::window();
    let asked: Vec<_> = missing.iter().map(|module| (*module, ask(&window, module.file))).collect();
    for (module, answer) in asked {
        let text = match answer {
            Answer::Here(text) => Some(text),
            Answer::Asked(answer) => text(answer).await,
        };
        if let Some(text) = text {
            // Another release's file is as good as none: the program says what it lacks.
            let _ = shelf.0.borrow_mut().library.give(module, &text);
        }
    }
}

enum Answer {
    Here(String),
    Asked(Promise),
}

/// A file of the library: the text of the element that has its address as id, if the page has such a one (see
/// `scripts/one-file.mjs`), or else asked for.
fn ask(window: &Window, file: &str) -> Answer {
    let address = format!("{FOLDER}/{file}");
    let element = window.document().and_then(|document| document.get_element_by_id(&address));
    match element.and_then(|element| element.text_content()) {
        Some(text) => Answer::Here(text),
        None => Answer::Asked(window.fetch_with_str(&address)),
    }
}

async fn text(answer: Promise) -> Option<String> {
    let response = JsFuture::from(answer).await.ok()?.dyn_into::<Response>().ok()?;
    let text = response.ok().then(|| response.text())?.ok()?;
    JsFuture::from(text).await.ok()?.as_string()
}
