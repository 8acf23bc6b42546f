//! A chart of how long the lesson's programs take.

use yew::prelude::*;

use crate::chart::{ChartView, Row};

pub(super) fn chart(view: &ChartView) -> Html {
    let longest = view.longest().max(f64::MIN_POSITIVE);
    html! {
        <section class="chart" aria-label="Chart">
            <h2>{ "How long it takes" }</h2>
            <div class="scroll" tabindex="0" role="group" aria-label="Times">
                <table>
                    <tbody>{ for view.rows.iter().map(|row| table_row(row, longest)) }</tbody>
                </table>
                <p class="none">{ view.note }</p>
            </div>
        </section>
    }
}

/// A model, with a bar for each kind of work.
fn table_row(row: &Row, longest: f64) -> Html {
    let named = |(work, millis): &(&str, f64)| html! { <><span>{ format!("{work} {millis:.1} ms") }</span>{ " " }</> };
    html! {
        <tr>
            <th scope="row">{ row.model }{ " " }<span class="cost">{ row.cost }</span></th>
            <td class="drawn">
                { for row.took.iter().map(|(_, millis)| bar(millis / longest)) }
            </td>
            <td class="took">{ for row.took.iter().map(named) }</td>
        </tr>
    }
}

/// A bar of a share of the whole width.
fn bar(share: f64) -> Html {
    html! {
        <svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
            <rect width={format!("{share:.3}")} height="1" />
        </svg>
    }
}
