//! The program, with every thread's place in it.

use std::rc::Rc;

use web_sys::HtmlElement;
use yew::prelude::*;

use super::code_line::CodeLine;
use super::instructions::instructions;
use crate::view::{InstructionsView, LineView};

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) lines: Vec<Rc<LineView>>,
    pub(super) instructions: InstructionsView,
}

#[component]
pub(super) fn CodePanel(Props { lines, instructions }: &Props) -> Html {
    let scroll = use_node_ref();
    // Where nobody runs any more, those who wait for ever are looked at.
    let running = lines.iter().position(|line| line.running().is_some());
    let current = running.or_else(|| lines.iter().position(|line| !line.marks.is_empty()));
    use_effect_with((current, scroll.clone()), |(current, scroll)| {
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
            { self::instructions(instructions) }
        </section>
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
        scroll.set_scroll_top(top - sight / 2 + height);
    }
}
