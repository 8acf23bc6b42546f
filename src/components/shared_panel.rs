//! What the threads share: a sum, tables, variables.

use yew::prelude::*;

use super::mark_icon::MarkIcon;
use super::sum::sum;
use super::table::{cell, table};
use crate::view::{RowView, SharedView};

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) shared: SharedView,
}

#[component]
pub(super) fn SharedPanel(Props { shared }: &Props) -> Html {
    html! {
        <section aria-label="Shared state">
            <h2>{ "Shared state" }</h2>
            <div class="scroll" tabindex="0" role="group" aria-label="Shared values">
                { for shared.sum.as_ref().map(sum) }
                { for shared.tables.iter().map(table) }
                if !shared.rows.is_empty() { { variables(&shared.rows) } }
                if shared.is_empty() { <p class="none">{ "No variable is shared so far." }</p> }
            </div>
        </section>
    }
}

fn variables(rows: &[RowView]) -> Html {
    html! {
        <table>
            <thead class="hidden">
                <tr><th scope="col">{ "name" }</th><th scope="col">{ "value" }</th><th scope="col">{ "last written by" }</th></tr>
            </thead>
            <tbody>
                { for rows.iter().map(|row| html! {
                    <tr>
                        <th scope="row" class="name">{ name(&row.name) }</th>
                        { cell(&row.value, Some("number")) }
                        <td class="by">{ for row.writer.map(|mark| html! { <MarkIcon {mark} /> }) }</td>
                    </tr>
                }) }
            </tbody>
        </table>
    }
}

/// A name, which may go on in another line behind a point.
fn name(name: &str) -> Html {
    name.split_inclusive('.').map(|part| html! { <>{ part }<wbr /></> }).collect()
}
