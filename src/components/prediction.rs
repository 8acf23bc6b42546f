//! The lesson's question: asked before a run is seen, and answered by the run.

use interleave_lessons::{Answer, Lesson};
use yew::prelude::*;

use crate::state::Action;

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) lesson: &'static Lesson,
    /// What was predicted: which of the answers.
    pub(super) predicted: Option<usize>,
    /// Which of them is right of the run that is shown, once it has been seen.
    pub(super) answer: Option<usize>,
    pub(super) act: Callback<Action>,
}

#[component]
pub(super) fn Predict(Props { lesson, predicted, answer, act }: &Props) -> Html {
    let prediction = &lesson.prediction;
    html! {
        <div class="predict">
            <p class="question" id="question"><b>{ "Predict: " }</b>{ prediction.question }</p>
            <div class="answers" role="group" aria-labelledby="question">
                { for prediction.answers.iter().enumerate().map(|(place, offered)| {
                    choice(place, offered, *predicted, *answer, act)
                }) }
            </div>
            if predicted.is_some() && answer.is_none() { <p class="hint">{ "Now play it, and see." }</p> }
        </div>
    }
}

/// An answer; once the run has been seen, it says whether it is right.
fn choice(
    place: usize,
    offered: &Answer,
    predicted: Option<usize>,
    answer: Option<usize>,
    act: &Callback<Action>,
) -> Html {
    let (mine, right) = (predicted == Some(place), answer == Some(place));
    let said = match (right, mine, answer.is_some()) {
        (true, true, _) => " – as you said",
        (true, false, _) => " – so it was",
        (false, true, true) => " – you said",
        _ => "",
    };
    let classes = classes!(right.then_some("right"), (mine && answer.is_some() && !right).then_some("wrong"));
    let onclick = act.reform(move |_: MouseEvent| Action::Predict(place));
    html! {
        <button
            type="button"
            class={classes}
            aria-pressed={mine.to_string()}
            disabled={answer.is_some()}
            {onclick}
        >
            { offered.text }{ said }
        </button>
    }
}
