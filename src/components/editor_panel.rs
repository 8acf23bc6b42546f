//! The program, to be written.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, HtmlTextAreaElement};
use yew::prelude::*;

use interleave_vm::Diagnostic;

use super::events::click;
use super::open_file::open_file;
use super::text_field::TextField;
use crate::control::Control;
use crate::hooks::{Checked, Editing, Editor, use_editing, use_editor};
use crate::state::Action;

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) control: Control,
    /// Whether a person asked for it.
    pub(super) asked: bool,
}

#[component]
pub(super) fn EditorPanel(Props { control, asked }: &Props) -> Html {
    let editor = use_editor();
    let editing = use_editing(control);
    let (field, done) = (use_node_ref(), use_node_ref());
    use_effect_with((editor, editing.text.0), {
        let (field, text) = (field.clone(), editing.text.1.clone());
        move |_| {
            set(&field, "value", &JsValue::from(&*text));
        }
    });
    use_effect_with(editor, {
        let (field, wanted) = (field.clone(), *asked && editor != Editor::Loading);
        move |_| {
            if let Some(field) = field.cast::<HtmlElement>().filter(|_| wanted) {
                let _ = field.focus();
            }
        }
    });
    use_effect_with((editor, editing.checked.clone()), {
        let field = field.clone();
        move |(_, checked): &(Editor, Checked)| match checked {
            Checked::Wrong(diagnostics) => set(&field, "problems", &problems(diagnostics)),
            Checked::Runs => set(&field, "problems", &Array::new()),
            Checked::Typing | Checked::TooLong(_) => {}
        }
    });
    let oninput = {
        let (field, typed) = (field.clone(), editing.typed.clone());
        Callback::from(move |_: InputEvent| {
            let value = field.get().and_then(|field| Reflect::get(&field, &"value".into()).ok());
            if let Some(text) = value.and_then(|value| value.as_string()) {
                typed.emit(text);
            }
        })
    };
    let leave = {
        let done = done.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && !event.default_prevented() {
                event.prevent_default();
                let _ = done.cast::<HtmlElement>().map(|done| done.focus());
            }
        })
    };
    html! {
        <section class="panel code editing" aria-label="Code">
            <div class="place" onkeydown={leave}>
                { match editor {
                    Editor::Loading => html! { <p class="none" role="status">{ "The editor is on its way." }</p> },
                    Editor::Here => html! { <interleave-editor ref={field.clone()} aria-label="Program" {oninput} /> },
                    Editor::Plain => html! {
                        <textarea
                            ref={field.clone()}
                            aria-label="Program"
                            spellcheck="false"
                            autocapitalize="off"
                            autocomplete="off"
                            wrap="off"
                            {oninput}
                        />
                    },
                } }
            </div>
            { input(control, &editing) }
            <div class="foot">
                { status(&editing, &field) }
                <div class="acts">
                    if matches!(editing.checked, Checked::Wrong(_) | Checked::TooLong(_)) && *editing.text.1 != *control.state.source() {
                        <button
                            type="button"
                            title="Throw away what does not run"
                            onclick={editing.drop.reform(|_: MouseEvent| ())}
                        >
                            { "Undo all" }
                        </button>
                    }
                    { open_file(&control.act) }
                    <button
                        type="button"
                        ref={done}
                        title="Show where the threads are"
                        onclick={click(&control.act, Action::Edit(false))}
                    >
                        { "Done" }
                    </button>
                </div>
            </div>
        </section>
    }
}

/// What became of the text.
fn status(editing: &Editing, field: &NodeRef) -> Html {
    const EARLIER: &str = "What is shown is a run of the earlier text.";
    match &editing.checked {
        Checked::Runs => html! { <p role="status">{ "It runs as you write." }</p> },
        Checked::Typing => html! { <p role="status">{ "…" }</p> },
        Checked::TooLong(bytes) => html! {
            <p role="status" class="wrong">
                { format!("A program of {bytes} bytes is too long: at most {} are run here. {EARLIER}", crate::state::LONGEST_PROGRAM) }
            </p>
        },
        Checked::Wrong(diagnostics) => {
            let Some(first) = diagnostics.first() else { return Html::default() };
            let more = match diagnostics.len() {
                1 => String::new(),
                2 => " One more problem.".into(),
                many => format!(" {} more problems.", many - 1),
            };
            html! {
                <p role="status" class="wrong">
                    <button type="button" title="Go to that line" onclick={go_to(first, field)}>
                        { format!("Line {}", first.span.line) }
                    </button>
                    { " " }{ sentence(first) }{ more }{ " " }<span class="earlier">{ EARLIER }</span>
                </p>
            }
        }
    }
}

fn sentence(problem: &Diagnostic) -> String {
    let help = problem.help.as_ref().map(|help| format!(" {help}"));
    format!("{}.{}", problem.message, help.unwrap_or_default())
}

/// What the program reads, where it reads anything.
fn input(control: &Control, editing: &Editing) -> Html {
    let own = control.state.own.as_deref();
    let lines = own.map_or("", |own| &*own.input).to_string();
    let reads = ["input(", "stdin"]
        .iter()
        .any(|word| editing.text.1.contains(word) || control.state.source().contains(word));
    if !reads && lines.is_empty() {
        return Html::default();
    }
    html! {
        <div class="reads">
            <TextField name="What input() reads, line by line" rows=2 value={lines} changed={editing.input.clone()} />
        </div>
    }
}

fn go_to(problem: &Diagnostic, field: &NodeRef) -> Callback<MouseEvent> {
    let (field, line, column) = (field.clone(), problem.span.line, problem.span.column);
    Callback::from(move |_: MouseEvent| {
        let Some(element) = field.get() else { return };
        let go_to =
            Reflect::get(&element, &"goTo".into()).ok().and_then(|f| f.dyn_into::<js_sys::Function>().ok());
        match go_to {
            Some(go_to) => drop(go_to.call2(&element, &line.into(), &column.into())),
            None => drop(field.cast::<HtmlTextAreaElement>().map(|field| select_line(&field, line))),
        }
    })
}

fn select_line(field: &HtmlTextAreaElement, line: u32) {
    let text = field.value();
    let units = |text: &str| text.encode_utf16().count() as u32;
    let start: u32 = text.split('\n').take(line.saturating_sub(1) as usize).map(|line| units(line) + 1).sum();
    let length = text.split('\n').nth(line.saturating_sub(1) as usize).map_or(0, units);
    let _ = field.focus();
    let _ = field.set_selection_range(start, start + length);
}

fn problems(diagnostics: &[Diagnostic]) -> Array {
    let problem = |problem: &Diagnostic| {
        let object = Object::new();
        let span = problem.span;
        for (key, value) in [
            ("line", JsValue::from(span.line)),
            ("column", span.column.into()),
            ("endLine", span.end_line.into()),
            ("endColumn", span.end_column.into()),
            ("message", sentence(problem).into()),
        ] {
            let _ = Reflect::set(&object, &key.into(), &value);
        }
        object
    };
    diagnostics.iter().map(problem).collect()
}

/// Sets a property of the field; a plain one has no use for `problems`.
fn set(field: &NodeRef, property: &str, value: &JsValue) {
    if let Some(field) = field.get() {
        let _ = Reflect::set(&field, &property.into(), value);
    }
}
