//! What programs import, and the programs of lessons: fetched, compiled as they are, or found in the page itself where it
//! is one file.

use std::cell::RefCell;
use std::rc::Rc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use interleave_compiled::{BUILTINS, File};
use interleave_lessons::{LESSONS, Lesson};
use interleave_vm::{Library, LibraryModule};
use js_sys::{Promise, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Response, Window};
use yew::prelude::*;

/// Where the files are, from the page.
const FOLDER: &str = "library";

/// What is here, and how often it was tried to get more.
#[derive(Clone)]
pub(crate) struct Shelf(Rc<RefCell<Contents>>);

struct Contents {
    library: Library,
    /// The lessons whose programs are here.
    lessons: Vec<&'static str>,
    tried: u64,
}

/// Something that is not here yet, and the file that has it.
#[derive(Clone, Copy)]
struct Missing {
    what: What,
    file: &'static File,
}

#[derive(Clone, Copy)]
enum What {
    Module(&'static LibraryModule),
    Lesson(&'static Lesson),
}

impl Default for Shelf {
    fn default() -> Shelf {
        let mut library = Library::default();
        // It was built together with what reads it: if that does not take it, no program runs, and says so.
        let _ = library.give_builtins(BUILTINS);
        Shelf(Rc::new(RefCell::new(Contents { library, lessons: Vec::new(), tried: 0 })))
    }
}

impl Shelf {
    /// Gets what a program imports and is not here yet, and gives the library as far as it has come.
    pub(crate) async fn library_for(&self, source: &str) -> Library {
        let missing = self.0.borrow().missing(&[source.into()]);
        fill(self, &missing).await;
        self.0.borrow().library.clone()
    }
}

impl Contents {
    /// What programs need. A lesson's program is known by its source, and so is what it imports; any other is compiled.
    fn missing(&self, sources: &[Rc<str>]) -> Vec<Missing> {
        let mut missing: Vec<Missing> = Vec::new();
        let mut add = |what, file: &'static File| {
            if !missing.iter().any(|known| std::ptr::eq(known.file, file)) {
                missing.push(Missing { what, file });
            }
        };
        for source in sources {
            let is_it = |lesson: &&Lesson| lesson.programs.iter().any(|program| *program.source == **source);
            let lesson = LESSONS.iter().find(is_it);
            let known = lesson.and_then(|lesson| Some((lesson, interleave_compiled::lesson(lesson.id)?)));
            if let Some((lesson, compiled)) = known.filter(|(lesson, _)| !self.lessons.contains(&lesson.id)) {
                add(What::Lesson(lesson), &compiled.file);
            }
            let modules = match known {
                Some((_, compiled)) => self.library.missing_of(&compiled.modules().collect::<Vec<_>>()),
                None => self.library.missing(source),
            };
            for module in modules {
                if let Some(compiled) = interleave_compiled::module(module.name) {
                    add(What::Module(module), &compiled.file);
                }
            }
        }
        missing
    }

    /// Takes what a file had. Another release's is as good as none: the program says what it lacks.
    fn take(&mut self, missing: Missing, code: &[u8]) {
        if !missing.file.is(code) {
            return;
        }
        match missing.what {
            What::Module(module) => {
                let _ = self.library.give(module, code);
            }
            What::Lesson(lesson) => {
                let sources: Vec<_> = lesson.programs.iter().map(|program| program.source).collect();
                if self.library.give_programs(&sources, code).is_ok() {
                    self.lessons.push(lesson.id);
                }
            }
        }
    }
}

/// The library with all that programs need, or none while that is on its way; and where more can be had. What could not be
/// fetched is missing then, and asked for again by the next `attempt`, counted from 1.
#[hook]
pub(crate) fn use_library(sources: Vec<Rc<str>>, attempt: u64) -> (Option<Library>, Shelf) {
    let shelf = (*use_memo((), |()| Shelf::default())).clone();
    let render = use_force_update();
    // What other programs than lessons' need is found by compiling: once for each program and attempt, and each time
    // something has come.
    let tried = shelf.0.borrow().tried;
    let missing = use_memo((sources.clone(), attempt, tried), {
        let shelf = shelf.clone();
        move |(sources, ..)| shelf.0.borrow().missing(sources)
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

/// Gets files, all at once. What does not come, or not as it should be, stays missing.
async fn fill(shelf: &Shelf, missing: &[Missing]) {
    let window = gloo_utils::window();
    let asked: Vec<_> =
        missing.iter().map(|missing| (*missing, ask(&window, &missing.file.name()))).collect();
    for (missing, answer) in asked {
        let code = match answer {
            Answer::Here(text) => STANDARD.decode(text).ok(),
            Answer::Asked(answer) => bytes(answer).await,
        };
        if let Some(code) = code {
            shelf.0.borrow_mut().take(missing, &code);
        }
    }
}

enum Answer {
    Here(String),
    Asked(Promise),
}

/// A file: the text of the element that has its address as id, if the page has such a one (see `scripts/one-file.mjs`), or
/// else asked for.
fn ask(window: &Window, file: &str) -> Answer {
    let address = format!("{FOLDER}/{file}");
    let element = window.document().and_then(|document| document.get_element_by_id(&address));
    match element.and_then(|element| element.text_content()) {
        Some(text) => Answer::Here(text),
        None => Answer::Asked(window.fetch_with_str(&address)),
    }
}

async fn bytes(answer: Promise) -> Option<Vec<u8>> {
    let response = JsFuture::from(answer).await.ok()?.dyn_into::<Response>().ok()?;
    let bytes = response.ok().then(|| response.array_buffer())?.ok()?;
    Some(Uint8Array::new(&JsFuture::from(bytes).await.ok()?).to_vec())
}
