//! What keeps a program from running.

use interleave_vm::Diagnostic;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) diagnostics: Vec<Diagnostic>,
}

#[component]
pub(crate) fn Problems(Props { diagnostics }: &Props) -> Html {
    html! {
        <section class="problems" role="alert">
            <h2>{ "This program cannot run here" }</h2>
            <ul>
                { for diagnostics.iter().map(|problem| html! {
                    <li>
                        { format!("Line {}: {}.", problem.span.line, problem.message) }
                        { for problem.help.as_ref().map(|help| html! { <> { " " } { help } </> }) }
                    </li>
                }) }
            </ul>
        </section>
    }
}
