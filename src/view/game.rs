//! A person is the scheduler: the goal, and how far from it that is, in words.

use interleave_lessons::Goal;

use super::mark::Mark;

/// How a person who schedules stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// What the lesson asks for, if it asks for something.
    pub task: Option<&'static Goal>,
    /// The fewest moves that do it, if that is known.
    pub fewest: Option<usize>,
    /// How many moves were made.
    pub moves: usize,
    /// Whether what is shown is what the lesson asks for.
    pub reached: bool,
    /// Whether what is shown is the end of the run.
    pub at_end: bool,
    /// What has gone wrong, if something has: where the lesson asks for nothing, that is the goal.
    pub failure: Option<String>,
    /// The threads that can go on.
    pub choices: Vec<Mark>,
}

/// The same in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GameView {
    /// The goal.
    pub task: String,
    /// How far from it that is.
    pub state: String,
    /// Whether it is reached.
    pub reached: bool,
    /// Whether no move was made yet.
    pub fresh: bool,
    /// The threads that can go on.
    pub choices: Vec<Mark>,
}

impl GameView {
    /// The words for how a person stands.
    pub fn of(standing: Standing) -> GameView {
        let Standing { task, fewest, moves, reached, at_end, failure, choices } = standing;
        let counted = match moves {
            1 => "1 move".to_string(),
            many => format!("{many} moves"),
        };
        let reached = moves > 0 && (reached || task.is_none() && failure.is_some());
        let state = match (fewest, &failure) {
            (Some(fewest), _) if reached && moves <= fewest => {
                format!("Done in {counted}, the fewest possible")
            }
            (Some(fewest), _) if reached => format!("Done in {counted}; the fewest possible is {fewest}"),
            (None, Some(failure)) if reached => format!("{counted}: {failure}"),
            (None, None) if reached => format!("Done in {counted}"),
            _ if at_end && moves > 0 => format!("{counted}, and it ended otherwise"),
            (Some(fewest), _) if moves == 0 => format!("{fewest} moves can do it: who goes first?"),
            (Some(fewest), _) => format!("{counted}; {fewest} can do it"),
            (None, _) if moves == 0 => "Who goes first?".into(),
            (None, _) => counted,
        };
        let task = task.map_or("Make it fail", |task| task.text).into();
        GameView { task, state, reached, fresh: moves == 0, choices }
    }
}

#[cfg(test)]
mod tests {
    use interleave_lessons::{Goal, Reach};

    use super::*;

    static TASK: Goal = Goal { text: "Lose money", program: 0, reach: Reach::Less, moves: 3 };

    fn said(fewest: Option<usize>, moves: usize, reached: bool, at_end: bool) -> String {
        let task = fewest.map(|_| &TASK);
        let failure = (task.is_none() && reached).then(|| "10 lost".to_string());
        GameView::of(Standing { task, fewest, moves, reached, at_end, failure, choices: Vec::new() }).state
    }

    #[test]
    fn a_goal_says_how_far_away_it_is() {
        assert_eq!(said(Some(3), 0, false, false), "3 moves can do it: who goes first?");
        assert_eq!(said(Some(3), 2, false, false), "2 moves; 3 can do it");
        assert_eq!(said(Some(3), 3, true, true), "Done in 3 moves, the fewest possible");
        assert_eq!(said(Some(3), 5, true, false), "Done in 5 moves; the fewest possible is 3");
        assert_eq!(said(Some(3), 4, false, true), "4 moves, and it ended otherwise");
    }

    #[test]
    fn without_a_goal_any_failure_is_one() {
        assert_eq!(said(None, 0, false, false), "Who goes first?");
        assert_eq!(said(None, 1, false, false), "1 move");
        assert_eq!(said(None, 2, true, false), "2 moves: 10 lost");
        assert_eq!(said(None, 2, false, true), "2 moves, and it ended otherwise");
    }
}
