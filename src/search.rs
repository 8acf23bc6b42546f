//! A search over all schedules of a program: how it is driven, and what there is to see of it.

use std::rc::Rc;

use interleave_explore::{Options, Outcome, Progress, Refused, Replay};
use interleave_lessons::Time;
use interleave_schedule::Schedule;
use interleave_vm::Program;

use crate::state::{Asked, Goal, Reached, State};
use crate::view::ExploreView;

/// A slice of the search takes about so many milliseconds: half of a picture's, so that the page stays at 60 of them a
/// second.
const SLICE_MILLIS: f64 = 7.0;

/// After about so many milliseconds it is seen how much of a slice is left: one operation may take as long as a hundred others.
const PART_MILLIS: f64 = 1.0;

/// How many operations a part begins with, until it is known how long they take.
const FIRST_PART: u64 = 20;

/// A search over all schedules of a program.
#[derive(Debug)]
pub struct Search {
    exploration: interleave_explore::Exploration,
    options: Options,
    fuel: u64,
    view: Rc<ExploreView>,
    /// The outcomes of the view's bars.
    outcomes: Vec<Outcome>,
    counterexample: Option<Replay>,
}

/// A run that a search found: its schedule, and the places at which it must switch, in steps made.
pub type FoundRun = (Schedule, Rc<[u64]>);

impl Search {
    /// The search that belongs to a state. Nothing is searched yet.
    ///
    /// # Errors
    /// If an expression that the lesson asks for cannot be read.
    pub fn of(state: &State, program: &Rc<Program>) -> Result<Search, Refused> {
        Search::new(program, options_of(state))
    }

    /// A search with its options. Nothing is searched yet.
    ///
    /// # Errors
    /// If an expression of the options cannot be read.
    pub fn new(program: &Rc<Program>, options: Options) -> Result<Search, Refused> {
        Ok(Search {
            exploration: interleave_explore::Exploration::new(program, options.clone())?,
            options,
            fuel: FIRST_PART,
            view: Rc::default(),
            outcomes: Vec::new(),
            counterexample: None,
        })
    }

    /// Searches one slice further, as long as that is by a clock that tells milliseconds.
    pub fn slice(&mut self, goal: Goal, now: impl Fn() -> f64) -> Reached {
        let start = now();
        let mut begun = start;
        loop {
            let over = self.exploration.advance(self.fuel) == Progress::Over;
            let done = over || goal == Goal::Failure && self.exploration.found_failure();
            let ended = now();
            self.fuel = next_fuel(self.fuel, ended - begun);
            if done || ended - start > SLICE_MILLIS - PART_MILLIS {
                let (states, frontier) = self.exploration.size();
                return Reached { states, frontier, done, over };
            }
            begun = ended;
        }
    }

    /// Looks at what was found out so far; a search that is done has more to say than one that is under way.
    pub fn look(&mut self, done: bool) {
        if done {
            let report = self.exploration.summary();
            let (view, outcomes) = ExploreView::of_report(&report, &self.options);
            (self.view, self.outcomes) = (Rc::new(view), outcomes);
            self.counterexample = report.counterexample.map(|found| found.replay);
        } else {
            self.outcomes = self.exploration.outcomes().cloned().collect();
            self.view = Rc::new(ExploreView::so_far(&self.outcomes));
        }
    }

    /// What there was to see when it was last looked at.
    pub fn view(&self) -> Rc<ExploreView> {
        self.view.clone()
    }

    /// The shortest run to the outcome of a bar.
    pub fn run_to(&mut self, bar: usize) -> Option<FoundRun> {
        let outcome = self.outcomes.get(bar)?.clone();
        self.exploration.replay_to(&outcome).as_ref().map(found_run)
    }

    /// The shortest run that fails.
    pub fn counterexample(&self) -> Option<FoundRun> {
        self.counterexample.as_ref().map(found_run)
    }
}

fn found_run(replay: &Replay) -> FoundRun {
    let needed = replay.switches.iter().filter(|switch| switch.needed).map(|switch| switch.step);
    (replay.schedule.clone(), needed.collect())
}

/// What a state asks of a search.
fn options_of(state: &State) -> Options {
    let Schedule { model, seed, .. } = state.schedule;
    let Asked { outcome, expect } = state.asked();
    let time = match state.time() {
        Time::Any => interleave_explore::Time::Any,
        Time::Virtual => interleave_explore::Time::Virtual,
    };
    let [outcome, expect] = [outcome, expect].map(|text| text.map(|text| text.to_string()));
    Options { model, seed, time, outcome, expect, ..Options::default() }
}

/// How many operations the next part should have, if one of so many took so long.
fn next_fuel(fuel: u64, millis: f64) -> u64 {
    // A clock may tell nothing below a tenth of a millisecond, and one part may be unlike the next: it changes gently.
    let fits = (PART_MILLIS / millis.max(0.1)).clamp(0.25, 2.0);
    ((fuel as f64 * fits) as u64).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_come_to_take_as_long_as_they_may() {
        for cost in [0.000_5, 0.02, 3.0] {
            let mut fuel = FIRST_PART;
            for _ in 0..30 {
                fuel = next_fuel(fuel, fuel as f64 * cost);
            }
            let millis = fuel as f64 * cost;
            assert!(millis <= PART_MILLIS.max(cost) && millis > 0.5 * PART_MILLIS - cost, "{cost}: {millis}");
        }
        assert_eq!(next_fuel(1, 1e9), 1);
        assert_eq!(next_fuel(100, 0.0), 200);
    }
}
