//! A line of the program.

use std::rc::Rc;

use interleave_vm::TokenKind;
use yew::prelude::*;

use super::mark_icon::MarkIcon;
use crate::view::{Kept, LineView, Mark, Piece, kind_of};

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) line: Rc<LineView>,
}

/// As many marks have room beside a line.
const MARKS: usize = 2;

#[component]
pub(super) fn CodeLine(Props { line }: &Props) -> Html {
    let running = line.running().map(|thread| classes!("now", format!("t{}", kind_of(thread))));
    let shown = if line.marks.len() > MARKS + 1 { MARKS } else { line.marks.len() };
    let more = line.marks.len() - shown;
    html! {
        <li class={classes!("line", running)}>
            <span class="marks">
                { for line.marks[..shown].iter().map(|mark| html! { <MarkIcon mark={*mark} /> }) }
                if more > 0 { <span class="more">{ format!("+{more}") }</span> }
            </span>
            <span class="number">{ line.number }</span>
            <span class="text">{ for line.pieces.iter().map(piece) }</span>
            if !line.kept.is_empty() {
                <span class="kept">{ for line.kept.iter().map(kept) }</span>
            }
        </li>
    }
}

/// What only one thread has, behind the line in which it is.
fn kept(kept: &Kept) -> Html {
    let letter = Mark::author(kept.thread).letter();
    html! {
        <span class={format!("t{}", kind_of(kept.thread))} title={format!("Only thread {letter} has this value")}>
            <b>{ letter }</b>{ " " }{ &kept.name }{ " " }<b class="value">{ &kept.value }</b>
        </span>
    }
}

fn piece(piece: &Piece) -> Html {
    let kind = piece.kind.and_then(class_of);
    let expression = piece.evaluated_by.map(|thread| format!("expr t{}", kind_of(thread)));
    if kind.is_none() && expression.is_none() {
        return html! { &piece.text };
    }
    html! { <span class={classes!(kind, expression)}>{ &piece.text }</span> }
}

fn class_of(kind: TokenKind) -> Option<&'static str> {
    match kind {
        TokenKind::Keyword => Some("tok-keyword"),
        TokenKind::Number => Some("tok-number"),
        TokenKind::String => Some("tok-string"),
        TokenKind::Comment => Some("tok-comment"),
        TokenKind::Name | TokenKind::Operator => None,
    }
}
