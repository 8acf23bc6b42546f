//! A table of a database.

use yew::prelude::*;

use super::mark_icon::MarkIcon;
use crate::view::{Cell, TableView};

pub(super) fn table(table: &TableView) -> Html {
    let kinds: Vec<_> = table.columns.iter().map(|(_, number)| number.then_some("number")).collect();
    let cells =
        |cells: &[Cell]| -> Html { cells.iter().zip(&kinds).map(|(c, kind)| cell(c, *kind)).collect() };
    html! {
        <table>
            <caption><b>{ &table.name }</b>{ " in the database" }</caption>
            <thead>
                <tr>
                    { for table.columns.iter().zip(&kinds).map(|((name, _), kind)| html! {
                        <th scope="col" class={classes!(*kind)}>{ name }</th>
                    }) }
                    <th scope="col" class="by"><span class="hidden">{ "last written by" }</span></th>
                </tr>
            </thead>
            <tbody>
                { for table.rows.iter().map(|(row, writer)| html! {
                    <tr>
                        { cells(row) }
                        <td class="by"><MarkIcon mark={*writer} /></td>
                    </tr>
                }) }
            </tbody>
        </table>
    }
}

/// A value, which flashes when it has just been written.
pub(super) fn cell(cell: &Cell, kind: Option<&'static str>) -> Html {
    let difference = cell.difference.clone();
    // What another row paid is seen to come from there. The page's policy allows no style in an attribute.
    let from = cell.from.map(|rows| format!("paid paid{}", rows.clamp(-3, 3)));
    let class = classes!("value", kind, cell.changed.then_some("changed"), from);
    html! { <td {class} data-difference={difference}>{ &cell.text }</td> }
}
