//! The search over all schedules: what is wanted of it, and how far it is.

use std::rc::Rc;

use interleave_schedule::Schedule;
use interleave_vm::Model;

use super::{Asked, Own, State};

/// What stands beside the code: one of them at a time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Side {
    /// What the program wrote.
    #[default]
    Output,
    /// The search over all schedules.
    Explore,
}

/// What a search is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    /// All schedules.
    All,
    /// The first that fails.
    Failure,
}

/// A search over the schedules of the program that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Searching {
    /// What it is for.
    pub goal: Goal,
    /// Whether it waits for the person.
    pub paused: bool,
    /// How far it is.
    pub reached: Reached,
    /// The outcome whose schedule was opened last, by its place among the bars, with the number of the run that this became.
    pub opened: Option<(usize, u64)>,
}

/// How far a search is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reached {
    /// How many states were met.
    pub states: usize,
    /// How many of them wait to be looked at.
    pub frontier: usize,
    /// Whether what it is for was reached, or nothing is left to search.
    pub done: bool,
    /// Whether nothing is left to search.
    pub over: bool,
}

/// What a search depends on: of two states with the same subject, one search tells all.
pub(super) type Subject = (&'static str, usize, Option<Rc<Own>>, Asked, Model);

impl Searching {
    fn new(goal: Goal) -> Searching {
        Searching { goal, paused: false, reached: Reached::default(), opened: None }
    }

    /// Whether it is being searched right now.
    pub fn is_running(&self) -> bool {
        !self.paused && !self.reached.done
    }
}

impl State {
    pub(super) fn subject(&self) -> Subject {
        (self.lesson.id, self.program, self.own.clone(), self.asked(), self.schedule.model)
    }

    /// A search begins, or goes on with another goal.
    pub(super) fn explore(&mut self, goal: Goal) {
        self.side = Side::Explore;
        self.sheet = None;
        match &mut self.search {
            Some(search) => {
                let found = goal == Goal::Failure && search.goal == goal;
                let done = search.reached.over || found && search.reached.done;
                let reached = Reached { done, ..search.reached };
                *search = Searching { goal, paused: false, reached, ..*search };
            }
            None => {
                self.search = Some(Searching::new(goal));
                self.search_number += 1;
            }
        }
    }

    pub(super) fn drop_search(&mut self) {
        self.search = None;
        self.search_number += 1;
    }

    /// The run of an outcome is played from its start.
    pub(super) fn play_found(&mut self, bar: Option<usize>, schedule: Schedule, needed: Rc<[u64]>) {
        self.schedule = schedule;
        self.run_anew();
        (self.step, self.playing, self.needed) = (0, true, needed);
        if let Some(search) = &mut self.search {
            search.opened = bar.map(|bar| (bar, self.run_number));
        }
    }

    /// The outcome whose run is shown, by its place among the bars.
    pub fn opened_outcome(&self) -> Option<usize> {
        let (bar, run_number) = self.search?.opened?;
        (run_number == self.run_number).then_some(bar)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Action, Move};
    use super::*;

    fn reached(state: &State, done: bool, over: bool) -> State {
        state.after(Action::Searched(state.search_number, Reached { states: 9, frontier: 1, done, over }))
    }

    fn running(state: &State) -> bool {
        state.search.is_some_and(|search| search.is_running())
    }

    #[test]
    fn a_search_is_paused_resumed_and_cancelled() {
        let begun = State::default().after(Action::Explore(Goal::All));
        assert!(begun.side == Side::Explore && running(&begun));
        let paused = reached(&begun, false, false).after(Action::PauseSearch(true));
        assert!(!running(&paused));
        let resumed = paused.after(Action::PauseSearch(false));
        assert!(running(&resumed) && resumed.search.is_some_and(|search| search.reached.states == 9));
        let cancelled = resumed.after(Action::DropSearch);
        assert_eq!((cancelled.search, cancelled.side), (None, Side::Explore));
        let late = Action::Searched(resumed.search_number, Reached::default());
        assert_eq!(cancelled.after(late), cancelled);
    }

    #[test]
    fn a_search_for_a_failure_goes_on_to_all() {
        let found = reached(&State::default().after(Action::Explore(Goal::Failure)), true, false);
        assert!(!running(&found) && !running(&found.after(Action::Explore(Goal::Failure))));
        let all = found.after(Action::Explore(Goal::All));
        assert!(running(&all) && all.search_number == found.search_number);
        assert!(!running(&reached(&all, true, true).after(Action::Explore(Goal::Failure))));
    }

    #[test]
    fn another_program_or_model_is_another_search() {
        let begun = State::default().after(Action::Explore(Goal::All));
        assert!(begun.after(Action::Seed(5)).search.is_some());
        assert!(begun.after(Action::Model(Model::Gil)).search.is_none());
        let other = interleave_lessons::LESSONS.last().expect("a lesson");
        let chosen = begun.after(Action::Lesson(other));
        assert!(chosen.search.is_none() && chosen.search_number > begun.search_number);
    }

    #[test]
    fn an_outcome_is_shown_until_another_run_is() {
        let begun = State::default().after(Action::Explore(Goal::All)).after(Action::Move(Move::End));
        let played = begun.after(Action::PlayFound(Some(3), Schedule::seeded(2), Rc::new([7])));
        assert!(played.playing && played.step == 0 && *played.needed == [7]);
        assert_eq!(played.opened_outcome(), Some(3));
        assert_eq!(played.after(Action::Seed(1)).opened_outcome(), None);
    }
}
