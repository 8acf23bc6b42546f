//! The program, with every thread's place in it.

use std::rc::Rc;

use web_sys::HtmlElement;
use yew::prelude::*;

use super::code_line::CodeLine;
use super::editor_panel::EditorPanel;
use super::events::click;
use super::instructions::Instructions;
use super::open_file::open_file;
use crate::control::Control;
use crate::hooks::use_size;
use crate::state::Action;
use crate::view::{InstructionsView, LineView};

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) lines: Vec<Rc<LineView>>,
    /// The instructions of the current line; none while the program is not run.
    pub(crate) instructions: Option<InstructionsView>,
    pub(crate) control: Control,
}

#[component]
pub(crate) fn CodePanel(Props { lines, instructions, control }: &Props) -> Html {
    // Who asked for the editor wants to write in it; who sees it because a draft was kept may not.
    let asked = use_mut_ref(|| false);
    if control.state.editing {
        return html! { <EditorPanel control={control.clone()} asked={*asked.borrow()} /> };
    }
    asked.replace(true);
    html! { <Program lines={lines.clone()} instructions={instructions.clone()} act={control.act.clone()} /> }
}

#[derive(PartialEq, Properties)]
struct ProgramProps {
    lines: Vec<Rc<LineView>>,
    instructions: Option<InstructionsView>,
    act: Callback<Action>,
}

/// The program as it is run.
#[component]
fn Program(ProgramProps { lines, instructions, act }: &ProgramProps) -> Html {
    let scroll = use_node_ref();
    // Where nobody runs any more, those who wait for ever are looked at.
    let running = lines.iter().position(|line| line.running().is_some());
    let current = running.or_else(|| lines.iter().position(|line| !line.marks.is_empty()));
    // The line stays in sight, too, when something is unfolded under the program.
    let height = use_size(&scroll, true).map(|(_, height)| height);
    use_effect_with((current, scroll.clone(), height), |(current, scroll, _)| {
        if let (Some(current), Some(scroll)) = (current, scroll.cast::<HtmlElement>()) {
            show_line(&scroll, *current as u32);
        }
    });
    html! {
        <section class="panel code" aria-label="Code">
            <div class="scroll" ref={scroll} tabindex="0" role="group" aria-label="Program">
                <ol class="lines">
                    { for lines.iter().map(|line| html! { <CodeLine key={line.number} line={line.clone()} /> }) }
                </ol>
            </div>
            <div class="foot">
                { for instructions.clone().map(|view| html! { <Instructions {view} /> }) }
                { acts(act) }
            </div>
        </section>
    }
}

/// What can be done about the program.
fn acts(act: &Callback<Action>) -> Html {
    html! {
        <div class="acts">
            <button
                type="button"
                class="edit"
                title="Change the program and see what becomes of it"
                onclick={click(act, Action::Edit(true))}
            >
                { "Edit" }
            </button>
            { open_file(act) }
        </div>
    }
}

/// Scrolls a line into sight, with a few lines around it, if it is not there.
fn show_line(scroll: &HtmlElement, index: u32) {
    let line = scroll.query_selector_all(".line").ok().and_then(|lines| lines.item(index));
    let Some(line) = line.and_then(|line| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(line).ok()) else {
        return;
    };
    let (top, height) = (line.offset_top() - scroll.offset_top(), line.offset_height());
    let (from, sight) = (scroll.scroll_top(), scroll.client_height());
    let margin = (2 * height).min(sight / 3);
    if top < from + margin || top + height > from + sight - margin {
        // Whole lines above it, also where there is nothing more to scroll: one that is cut in half is in the way.
        let wanted = top - (sight / 2 / height.max(1) - 1) * height;
        let beyond = (wanted - (scroll.scroll_height() - sight)).max(0);
        scroll.set_scroll_top(wanted - (beyond + height - 1) / height.max(1) * height);
    }
}
