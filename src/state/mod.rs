//! What the page is showing, and every way in which that can change. It is plain data: nothing here draws, waits
//! or runs a program.

mod address;
mod playback;
mod speed;

use interleave_lessons::{LESSONS, Lesson, Preset};
use interleave_schedule::{Interval, Schedule};
use interleave_vm::Model;

pub use address::Address;
pub use playback::{Extent, Move};
pub use speed::Speed;

/// What the page is showing.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// The lesson.
    pub lesson: &'static Lesson,
    /// Which of its programs.
    pub program: usize,
    /// Which run of it.
    pub schedule: Schedule,
    /// What was predicted of it: which of the lesson's answers.
    pub predicted: Option<usize>,
    /// Counts the runs that were looked at: what was found out about one says nothing about the next.
    pub run_number: u64,
    /// The step that is wanted; what is shown is [`State::shown`].
    pub step: u64,
    /// Whether nobody has gone anywhere yet, so that the run is shown where it opens.
    pub opening: bool,
    /// How much of the run is known.
    pub extent: Extent,
    /// Whether steps follow one another by themselves.
    pub playing: bool,
    /// How fast they do.
    pub speed: Speed,
    /// How much of the run the timeline shows.
    pub span: Span,
}

/// How much of the run the timeline shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Span {
    /// All of it.
    #[default]
    Whole,
    /// The steps around the one that is shown, wide enough to tell one from the next.
    Close,
}

/// What can happen to it.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Another lesson is chosen.
    Lesson(&'static Lesson),
    /// Another program of the lesson is chosen.
    Program(usize),
    /// An answer is given to the lesson's question, by its place.
    Predict(usize),
    /// A run that the lesson has a name for is chosen.
    Preset(&'static Preset),
    /// Another seed is chosen.
    Seed(u64),
    /// Another switch interval is chosen; none is what the program itself sets.
    Interval(Option<Interval>),
    /// It is chosen where a switch can fall.
    Model(Model),
    /// More is known of the run of a number.
    Recorded(u64, Extent),
    /// Another step is to be shown.
    Move(Move),
    /// Play begins, or stops.
    PlayOrPause,
    /// It is time for the next steps.
    Tick,
    /// Another speed is chosen.
    Speed(Speed),
    /// It is chosen how much the timeline shows.
    Span(Span),
}

impl Default for State {
    fn default() -> State {
        State::open(&LESSONS[0])
    }
}

impl State {
    /// A lesson, as it opens.
    pub fn open(lesson: &'static Lesson) -> State {
        let opening = lesson.opening();
        State {
            lesson,
            program: opening.program,
            schedule: schedule_of(opening),
            predicted: None,
            run_number: 0,
            step: 0,
            opening: true,
            extent: Extent::default(),
            playing: false,
            speed: Speed::default(),
            span: Span::default(),
        }
    }

    /// What comes of an action.
    #[must_use]
    pub fn after(&self, action: Action) -> State {
        let mut next = self.clone();
        match action {
            Action::Lesson(lesson) => {
                let run_number = self.run_number + 1;
                next = State { run_number, speed: self.speed, span: self.span, ..State::open(lesson) };
            }
            Action::Program(program) => {
                next.program = program.min(self.lesson.programs.len() - 1);
                next.schedule = self.schedule_with(next.program);
                next.run_anew();
            }
            Action::Predict(answer) => next.predicted = Some(answer),
            Action::Preset(preset) => {
                next.program = preset.program;
                next.schedule = schedule_of(preset);
                next.run_anew();
            }
            Action::Seed(seed) => next.reschedule(Schedule { seed, ..self.schedule.clone() }),
            Action::Interval(interval) => next.reschedule(Schedule { interval, ..self.schedule.clone() }),
            Action::Model(model) => next.reschedule(Schedule { model, ..self.schedule.clone() }),
            Action::Recorded(run_number, extent) if run_number == self.run_number => next.know(extent),
            Action::Recorded(..) => {}
            Action::Move(to) => next.go(to),
            Action::PlayOrPause => next.play_or_pause(),
            Action::Tick => next.tick(),
            Action::Speed(speed) => next.speed = speed,
            Action::Span(span) => next.span = span,
        }
        next
    }

    /// The step that is shown: the one that is wanted, or the last that is known.
    pub fn shown(&self) -> u64 {
        self.step.min(self.extent.steps)
    }

    /// The run that the lesson has a name for, if this is one.
    pub fn preset(&self) -> Option<&'static Preset> {
        self.lesson
            .presets
            .iter()
            .find(|preset| preset.program == self.program && schedule_of(preset) == self.schedule)
    }

    /// Whether another state is of the same run.
    pub fn same_run(&self, other: &State) -> bool {
        self.lesson.id == other.lesson.id && self.program == other.program && self.schedule == other.schedule
    }

    fn reschedule(&mut self, schedule: Schedule) {
        // What was decided for another seed or interval means nothing here.
        self.schedule = schedule.undecided();
        self.run_anew();
    }

    /// The same schedule for another of the programs. Decisions were made for one program alone; the seed stays, and leads
    /// back to them.
    fn schedule_with(&self, program: usize) -> Schedule {
        let seeded = self.schedule.clone().undecided();
        let named = self.lesson.presets.iter().filter(|preset| preset.program == program).map(schedule_of);
        named.into_iter().find(|named| named.clone().undecided() == seeded).unwrap_or(seeded)
    }
}

/// The schedule of a preset. That each can be read is held to by a test.
fn schedule_of(preset: &Preset) -> Schedule {
    preset.schedule.parse().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A run of so many steps that opens at its start.
    fn recorded(steps: u64) -> State {
        known(&State::default(), steps)
    }

    fn known(state: &State, steps: u64) -> State {
        state.after(Action::Recorded(state.run_number, Extent { steps, complete: true, ..Extent::default() }))
    }

    #[test]
    fn every_preset_can_be_read() {
        for preset in LESSONS.iter().flat_map(|lesson| lesson.presets) {
            assert!(preset.schedule.parse::<Schedule>().is_ok(), "{}", preset.schedule);
        }
    }

    #[test]
    fn a_lesson_opens_with_its_first_preset() {
        for lesson in LESSONS {
            assert_eq!(State::open(lesson).preset(), Some(lesson.opening()));
        }
    }

    #[test]
    fn another_seed_begins_another_run() {
        let before = recorded(90).after(Action::Move(Move::To(40)));
        let after = before.after(Action::Seed(before.schedule.seed + 1));
        assert!(!after.same_run(&before));
        assert_eq!((after.shown(), after.extent), (0, Extent::default()));
        assert_eq!(known(&after, 80).shown(), 0);
    }

    #[test]
    fn another_seed_at_the_end_shows_the_end() {
        let before = recorded(90).after(Action::Move(Move::End));
        let after = before.after(Action::Seed(before.schedule.seed + 1));
        assert_eq!(known(&after, 120).shown(), 120);
    }

    #[test]
    fn what_comes_late_of_the_last_run_is_not_taken_for_this_one() {
        let before = recorded(90);
        let after = before.after(Action::Seed(before.schedule.seed + 1));
        let late =
            Action::Recorded(before.run_number, Extent { steps: 91, complete: true, ..Extent::default() });
        assert_eq!(after.after(late), after);
    }

    #[test]
    fn another_lesson_keeps_the_speed() {
        let fast = State::default().after(Action::Speed(Speed::FASTEST));
        let other = fast.after(Action::Lesson(LESSONS.last().expect("a lesson")));
        assert_eq!(other.speed, Speed::FASTEST);
        assert_eq!(other.shown(), 0);
    }
    #[test]
    fn the_fix_keeps_the_seed_and_leads_back() {
        let lesson = interleave_lessons::find("lost-update").expect("a lesson");
        let broken = State::open(lesson);
        assert!(broken.schedule.decided_steps() > 0);
        let fixed = broken.after(Action::Program(1));
        assert_eq!(fixed.schedule, broken.schedule.clone().undecided());
        assert!(fixed.after(Action::Program(0)).same_run(&broken));
    }

    #[test]
    fn a_prediction_is_about_one_run() {
        let predicted = recorded(90).after(Action::Predict(1));
        assert_eq!(predicted.after(Action::Move(Move::End)).predicted, Some(1));
        assert_eq!(predicted.after(Action::Seed(99)).predicted, None);
    }

    #[test]
    fn a_run_opens_where_there_is_something_to_see() {
        let opened = |state: &State| {
            let extent = Extent { steps: 90, complete: true, opens: 40 };
            state.after(Action::Recorded(state.run_number, extent))
        };
        let state = opened(&State::default());
        assert_eq!(state.shown(), 40);
        assert_eq!(state.after(Action::Move(Move::Start)).shown(), 0);
        assert_eq!(opened(&state.after(Action::Move(Move::Start)).after(Action::Seed(5))).shown(), 40);
        assert_eq!(opened(&State::default().after(Action::Move(Move::To(7)))).shown(), 7);
        let again = state.after(Action::Move(Move::End)).after(Action::PlayOrPause);
        assert_eq!((again.shown(), again.playing), (40, true));
    }
}
