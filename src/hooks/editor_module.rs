//! The editor: a module of its own, loaded when a person wants to edit. `scripts/editor.mjs` makes it, if it can be had.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::module::Module;

/// It defines `<interleave-editor>`.
const EDITOR: Module = Module { name: "editor", element: "interleave-editor" };

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
                    editor.set(if EDITOR.load().await.is_some() { Editor::Here } else { Editor::Plain });
                });
            }
        }
    });
    *editor
}

fn first_look() -> Editor {
    if EDITOR.class().is_some() {
        return Editor::Here;
    }
    if EDITOR.address().is_some() { Editor::Loading } else { Editor::Plain }
}
