//! The program, with every thread's place in it.

use std::ops::Range;
use std::rc::Rc;

use interleave_vm::ThreadId;
use wasm_bindgen::JsCast;
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
use crate::view::{InstructionsView, LineView, Mark};

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
    let wanted = current.map(|current| wanted(lines, current));
    // The line stays in sight, too, when something is unfolded under the program.
    let height = use_size(&scroll, true).map(|(_, height)| height);
    use_effect_with((wanted, scroll.clone(), height), |(wanted, scroll, _)| {
        if let (Some(wanted), Some(scroll)) = (wanted, scroll.cast::<HtmlElement>()) {
            show_lines(&scroll, wanted);
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

/// Which lines are to be seen, by their places: the one in which a thread runs, and with it, if there is room, those of all
/// threads, or at least of all but the main one, which mostly waits for the others.
fn wanted(lines: &[Rc<LineView>], current: usize) -> [Range<usize>; 3] {
    let around = |counts: fn(&Mark) -> bool| {
        let places = lines.iter().enumerate().filter(|(_, line)| line.marks.iter().any(counts));
        let places = places.map(|(place, _)| place).chain([current]);
        places.fold(current..current + 1, |all, place| all.start.min(place)..all.end.max(place + 1))
    };
    [around(|_| true), around(|mark| mark.thread != ThreadId::MAIN), current..current + 1]
}

/// Scrolls lines into sight, the most of them for which there is room, with a few lines around, if they are not there.
fn show_lines(scroll: &HtmlElement, wanted: &[Range<usize>; 3]) {
    let Some(first) = scroll.query_selector(".line").ok().flatten() else { return };
    let Ok(first) = first.dyn_into::<HtmlElement>() else { return };
    // All lines are of one height.
    let (begin, height) = (first.offset_top() - scroll.offset_top(), first.offset_height().max(1));
    let (from, sight) = (scroll.scroll_top(), scroll.client_height());
    let margin = (2 * height).min(sight / 3);
    let bounds =
        |lines: &Range<usize>| (begin + lines.start as i32 * height, begin + lines.end as i32 * height);
    let [.., current] = wanted;
    let fits = |lines: &&Range<usize>| (lines.len() as i32 + 1) * height <= sight;
    let chosen = wanted.iter().find(fits).unwrap_or(current);
    let ((top, bottom), (line, below)) = (bounds(chosen), bounds(current));
    if from <= top && bottom <= from + sight && from + margin <= line && below <= from + sight - margin {
        return;
    }
    // In the middle, by whole lines, also where there is nothing more to scroll: one that is cut in half is in the way.
    let lines = sight / height;
    let above = (lines - chosen.len() as i32) / 2;
    let goal = top - above * height;
    let beyond = (goal - (scroll.scroll_height() - sight)).max(0);
    scroll.set_scroll_top(goal - (beyond + height - 1) / height * height);
}
