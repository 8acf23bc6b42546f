//! Going from step to step.

use std::rc::Rc;

use super::State;

/// How much of a run is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extent {
    /// How many steps.
    pub steps: u64,
    /// Whether that is all there are.
    pub complete: bool,
    /// Where there is first something to see, if that is known: behind so many steps.
    pub opens: u64,
}

/// Where to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// One step further.
    Forward,
    /// One step back.
    Back,
    /// Before the first step.
    Start,
    /// Behind the last step.
    End,
    /// Behind so many steps.
    To(u64),
}

impl State {
    /// A run begins that nothing is known of. Who looked at the end of the last one looks at the end of this one.
    pub(super) fn run_anew(&mut self) {
        let at_end = self.at_end() && self.extent.steps > 0;
        self.step = if at_end { u64::MAX } else { 0 };
        self.opening = !at_end;
        self.predicted = None;
        self.playing &= !at_end;
        self.extent = Extent::default();
        self.run_number += 1;
        self.needed = Rc::new([]);
        self.moves = None;
    }

    pub(super) fn know(&mut self, extent: Extent) {
        self.extent = extent;
        if self.opening {
            self.step = extent.opens;
        }
        if extent.complete {
            self.step = self.shown();
        }
    }

    pub(super) fn go(&mut self, to: Move) {
        self.playing = false;
        self.opening = false;
        self.step = match to {
            Move::Forward => self.shown().saturating_add(1),
            // Who waits for a step that is not known yet goes on waiting.
            Move::Back if !self.extent.complete && self.step > self.shown() => self.step,
            Move::Back => self.shown().saturating_sub(1),
            Move::Start => 0,
            Move::End => u64::MAX,
            Move::To(step) => step,
        };
        if self.extent.complete {
            self.step = self.shown();
        }
    }

    pub(super) fn play_or_pause(&mut self) {
        self.playing = !self.playing;
        if self.playing && self.at_end() {
            self.step = self.extent.opens;
        }
    }

    pub(super) fn tick(&mut self) {
        if self.playing {
            self.opening = false;
            self.step = self.shown().saturating_add(self.speed.steps_a_tick()).min(self.extent.steps);
            self.playing = !self.at_end();
        }
    }

    /// Whether what is shown is the end of the run.
    pub fn at_end(&self) -> bool {
        self.extent.complete && self.shown() == self.extent.steps
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Action, Speed};
    use super::*;

    fn known(steps: u64, complete: bool) -> State {
        State::default().after(recorded(steps, complete))
    }

    fn recorded(steps: u64, complete: bool) -> Action {
        Action::Recorded(State::default().run_number, Extent { steps, complete, opens: 0 })
    }

    fn moved(state: &State, to: Move) -> State {
        state.after(Action::Move(to))
    }

    #[test]
    fn moves_stay_within_the_run() {
        let state = known(3, true);
        assert_eq!(moved(&state, Move::Back).shown(), 0);
        assert_eq!(moved(&state, Move::Forward).shown(), 1);
        let end = moved(&state, Move::End);
        assert_eq!(end.shown(), 3);
        assert_eq!(moved(&moved(&end, Move::Forward), Move::Back).shown(), 2);
        assert_eq!(moved(&end, Move::Start).shown(), 0);
        assert_eq!(moved(&state, Move::To(99)).shown(), 3);
    }

    #[test]
    fn a_step_that_is_not_known_yet_is_shown_once_it_is() {
        let waiting = moved(&known(10, false), Move::To(25));
        assert_eq!(waiting.shown(), 10);
        assert_eq!(waiting.after(recorded(40, true)).shown(), 25);
        let end = moved(&moved(&known(0, false), Move::End), Move::Back);
        assert_eq!(end.after(recorded(40, true)).shown(), 40);
    }

    #[test]
    fn play_goes_on_to_the_end_and_stops_there() {
        let mut state = known(4, true).after(Action::PlayOrPause);
        let mut seen = vec![state.shown()];
        while state.playing {
            state = state.after(Action::Tick);
            seen.push(state.shown());
        }
        assert_eq!(seen, [0, 1, 2, 3, 4]);
        assert_eq!(state.after(Action::Tick).shown(), 4);
    }

    #[test]
    fn play_at_the_end_begins_at_the_start() {
        let end = moved(&known(4, true), Move::End);
        let playing = end.after(Action::PlayOrPause);
        assert!(playing.playing);
        assert_eq!(playing.shown(), 0);
    }

    #[test]
    fn play_waits_for_what_is_not_known_yet() {
        let mut state = known(2, false).after(Action::Speed(Speed::FASTEST)).after(Action::PlayOrPause);
        state = state.after(Action::Tick).after(Action::Tick);
        assert!(state.playing);
        assert_eq!(state.shown(), 2);
        assert!(state.after(recorded(3, true)).playing);
    }

    #[test]
    fn a_move_pauses() {
        assert!(!moved(&known(4, true).after(Action::PlayOrPause), Move::Forward).playing);
    }
}
