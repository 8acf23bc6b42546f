//! The address of what is shown, the code that puts it into another page, and what can be saved as a file.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::copy::copy;
use crate::control::Control;
use crate::hooks::{one_file, save};
use crate::run::Run;
use crate::state::{Address, State};

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) control: Control,
}

#[component]
pub(super) fn Share(Props { control }: &Props) -> Html {
    let refused = use_state_eq(|| None::<String>);
    let state = &control.state;
    let too_long = state.own.as_ref().is_some_and(|own| own.packed.is_none());
    let file = |name: &'static str, title: &'static str, make: fn(&Control) -> Made| {
        let (control, refused) = (control.clone(), refused.clone());
        let onclick = Callback::from(move |_: MouseEvent| match make(&control) {
            Ok(file) => {
                save(&file.name, file.kind, &file.text);
                refused.set(None);
            }
            Err(why) => refused.set(Some(why)),
        });
        html! { <button type="button" {title} {onclick}>{ name }</button> }
    };
    let making = use_state_eq(|| false);
    let save_page = {
        let (state, refused, making) = (state.clone(), refused.clone(), making.clone());
        Callback::from(move |_: MouseEvent| {
            let (state, refused, making) = (state.clone(), refused.clone(), making.clone());
            making.set(true);
            spawn_local(async move {
                match one_file(&Address::default().link(&state)).await {
                    Ok(page) => {
                        save(&format!("{}.html", state.file_stem()), "text/html", &page);
                        refused.set(None);
                    }
                    Err(why) => refused.set(Some(why)),
                }
                making.set(false);
            });
        })
    };
    html! {
        <div class="share scroll">
            if too_long {
                <p class="wrong">{ "This program is too long for a link. Save it as a file, and pass that on." }</p>
            } else {
                { links(state) }
            }
            <div class="files" role="group" aria-label="Save as a file">
                <span>{ "Save as a file" }</span>
                <div class="acts">
                    <button
                        type="button"
                        title="What is shown, with the whole page: one file that opens from a disk, without a network"
                        disabled={*making || too_long}
                        onclick={save_page}
                    >
                        { if *making { "Packing…" } else { "Page, HTML" } }
                    </button>
                    { file("Program", "The program, in Python", program) }
                    { file("Timeline, SVG", "The timeline as it is seen, as a drawing for a slide", timeline) }
                    { file("Trace, JSON", "Every step with all that it did", trace) }
                    { file("Trace for Perfetto", "Opens in ui.perfetto.dev and chrome://tracing", perfetto) }
                </div>
                { for (*refused).as_ref().map(|why| html! { <p class="wrong" role="alert">{ why }</p> }) }
            </div>
        </div>
    }
}

fn links(state: &State) -> Html {
    let location = gloo_utils::window().location();
    let base =
        format!("{}{}", location.origin().unwrap_or_default(), location.pathname().unwrap_or_default());
    let link = Address::default().link(state);
    let frame = format!(
        "<iframe src=\"{base}?embed=1&amp;{}\" width=\"1280\" height=\"720\" title=\"{}\"></iframe>",
        attribute(link.trim_start_matches('?')),
        attribute(&state.title())
    );
    html! {
        <>
            if state.moves.is_some() {
                { field("Link to this game, from its first move", format!("{base}{}", Address::game(state))) }
            }
            { field("Link to this very step", format!("{base}{link}")) }
            { field("Embed code for a page or a slide", frame) }
        </>
    }
}

/// A text as the value of an attribute.
fn attribute(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}

/// A file that is saved.
struct Saved {
    name: String,
    /// Its media type.
    kind: &'static str,
    text: String,
}

/// A file, or why there is none.
type Made = Result<Saved, String>;

fn program(control: &Control) -> Made {
    let state = &control.state;
    Ok(Saved { name: state.file().into(), kind: "text/x-python", text: state.source().to_string() })
}

fn timeline(control: &Control) -> Made {
    let Control { state, lanes, .. } = control;
    let (stretch, needed, step) = (lanes.stretch.clone(), &state.needed, state.shown());
    let text = of_run(control, |run| Ok(run.drawing(&state.title(), stretch, needed, step)))?;
    Ok(Saved { name: format!("{}.svg", state.file_stem()), kind: "image/svg+xml", text })
}

fn trace(control: &Control) -> Made {
    let text = of_run(control, |run| run.trace_json().map_err(|why| why.to_string()))?;
    Ok(Saved { name: format!("{}.trace.json", control.state.file_stem()), kind: "application/json", text })
}

fn perfetto(control: &Control) -> Made {
    let text = of_run(control, |run| run.chrome_json().map_err(|why| why.to_string()))?;
    Ok(Saved { name: format!("{}.perfetto.json", control.state.file_stem()), kind: "application/json", text })
}

fn of_run(
    control: &Control,
    make: impl FnOnce(&mut Run) -> Result<String, String>,
) -> Result<String, String> {
    if !control.state.extent.complete {
        return Err("The run is not known to its end yet.".into());
    }
    match &mut *control.run.borrow_mut() {
        Ok(run) => make(run),
        Err(_) => Err("This program cannot run here.".into()),
    }
}

fn field(name: &'static str, text: String) -> Html {
    html! {
        <label>
            <span>{ name }</span>
            <textarea readonly=true rows="2" spellcheck="false" value={text.clone()} />
            <button type="button" onclick={copy(text)}>{ "Copy" }</button>
        </label>
    }
}
