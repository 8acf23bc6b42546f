//! What the page is showing, and every way in which that can change. It is plain data: nothing here draws, waits
//! or runs a program.

mod address;
mod frame;
mod own;
pub mod packing;
mod playback;
mod search;
mod speed;

use std::rc::Rc;

use interleave_lessons::{Goal as Task, LESSONS, Lesson, Preset};
use interleave_schedule::{Interval, Schedule};
use interleave_vm::Model;

pub use address::{Address, file_name};
pub use frame::Frame;
pub use own::{Asked, LONGEST_PROGRAM, Own, expression};
pub use playback::{Extent, Move};
pub use search::{Goal, Reached, Searching, Side};
pub use speed::Speed;

/// What the page is showing.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// The lesson.
    pub lesson: &'static Lesson,
    /// Which of its programs.
    pub program: usize,
    /// The person's own program that is run in its place.
    pub own: Option<Rc<Own>>,
    /// The last program of the person's own, to come back to.
    pub kept: Option<Rc<Own>>,
    /// What a search is asked, if the person said so.
    pub asked: Option<Rc<Asked>>,
    /// Whether the program is being edited.
    pub editing: bool,
    /// Something that went wrong outside the run, for the person to read.
    pub notice: Option<Rc<str>>,
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
    /// How close the timeline looks.
    pub zoom: Zoom,
    /// What lies over the pictures of the machine.
    pub sheet: Option<Sheet>,
    /// The moves of the person who is the scheduler, each with the run and the step that it was made at; none while the
    /// seed is.
    pub moves: Option<Vec<(Schedule, u64)>>,
    /// Which of the goals that the lesson has for the program is the person's.
    pub goal: usize,
    /// The places at which a counterexample must switch, in steps made, in order; empty for a run that is none.
    pub needed: Rc<[u64]>,
    /// What stands beside the code.
    pub side: Side,
    /// The search over all schedules, if there is one.
    pub search: Option<Searching>,
    /// Counts the searches: what was found out by one says nothing about the next.
    pub search_number: u64,
}

/// How close the timeline looks at the run: so many times it was cut in half. At 0 all of it is seen, and no nearer than
/// where steps can be told apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Zoom(pub u8);

impl Zoom {
    /// All of the run.
    pub const WHOLE: Zoom = Zoom(0);
    /// The steps around the one that is shown, wide enough to tell one from the next.
    pub const CLOSEST: Zoom = Zoom(u8::MAX);
}

/// What can lie over the pictures of the machine; the playback and the timeline stay in sight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// The run in words, step by step.
    Words,
    /// Two runs beside each other.
    Compare,
    /// The address of what is shown, to be passed on.
    Share,
    /// The keys.
    Help,
}

/// What can happen to it.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Another lesson is chosen.
    Lesson(&'static Lesson),
    /// A whole state is opened, as an address has it.
    Open(Box<State>),
    /// Another program of the lesson is chosen.
    Program(usize),
    /// A program of the person's own is run, and nobody's but theirs.
    Own(Rc<Own>),
    /// The lesson's program is run again.
    LeaveOwn,
    /// The person says what a search is to ask; none leaves that to the lesson.
    Asked(Option<Asked>),
    /// The program is to be edited, or no longer.
    Edit(bool),
    /// Something went wrong outside the run, or was read.
    Notice(Option<Rc<str>>),
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
    /// The person begins to choose who goes on, from a step of a run on, towards one of the goals.
    Steer(Schedule, u64, usize),
    /// The person has chosen who goes on: what became of the run, and where to choose next.
    Chosen(Schedule, u64),
    /// The last move is taken back.
    Undo,
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
    /// It is chosen how close the timeline looks.
    Zoom(Zoom),
    /// Something is laid over the pictures of the machine, or taken away.
    Sheet(Option<Sheet>),
    /// A run is chosen as a whole, with the places at which it must switch to fail as it does.
    Schedule(Schedule, Rc<[u64]>),
    /// Another part of the page is to stand beside the code.
    Side(Side),
    /// A search over the schedules begins, or goes on with another goal.
    Explore(Goal),
    /// The search is paused, or goes on.
    PauseSearch(bool),
    /// The search is given up, with all that it found.
    DropSearch,
    /// The search of a number came so far.
    Searched(u64, Reached),
    /// The run that a search found is played: the place of its outcome among the bars, if it has one, and as in
    /// [`Action::Schedule`] the run and the places at which it must switch.
    PlayFound(Option<usize>, Schedule, Rc<[u64]>),
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
            own: None,
            kept: None,
            asked: None,
            editing: false,
            notice: None,
            schedule: schedule_of(opening),
            predicted: None,
            run_number: 0,
            step: 0,
            opening: true,
            extent: Extent::default(),
            playing: false,
            speed: Speed::default(),
            zoom: Zoom::default(),
            sheet: None,
            moves: None,
            goal: 0,
            needed: Rc::new([]),
            side: Side::default(),
            search: None,
            search_number: 0,
        }
    }

    /// What comes of an action.
    #[must_use]
    pub fn after(&self, action: Action) -> State {
        let wanted = match &action {
            Action::Open(opened) => opened.search.map(|search| search.goal),
            _ => None,
        };
        let mut next = self.acted(action);
        // What was found out about one program or model says nothing about another.
        if next.subject() != self.subject() {
            next.drop_search();
        }
        wanted.into_iter().for_each(|goal| next.explore(goal));
        next
    }

    fn acted(&self, action: Action) -> State {
        let mut next = self.clone();
        match action {
            Action::Lesson(lesson) => {
                next = self.opened(State { side: self.side, ..State::open(lesson) });
            }
            Action::Open(state) => next = self.opened(*state),
            Action::Own(own) => next.adopt(own),
            Action::LeaveOwn => next.leave_own(),
            Action::Asked(asked) => next.asked = asked.map(Rc::new),
            Action::Edit(editing) => next.editing = editing,
            Action::Notice(notice) => next.notice = notice,
            Action::Program(program) => {
                next.own = None;
                next.program = program.min(self.lesson.programs.len() - 1);
                next.schedule = self.schedule_with(next.program);
                next.run_anew();
            }
            Action::Predict(answer) => next.predicted = Some(answer),
            Action::Preset(preset) => {
                next.own = None;
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
            Action::Zoom(zoom) => next.zoom = zoom,
            Action::Sheet(sheet) => next.sheet = sheet,
            Action::Steer(schedule, step, goal) => {
                next.goal = goal;
                next.steer(schedule, step, Vec::new());
            }
            Action::Chosen(schedule, step) => {
                let mut moves = self.moves.clone().unwrap_or_default();
                moves.push((self.schedule.clone(), self.shown()));
                next.steer(schedule, step, moves);
            }
            Action::Undo => {
                let mut moves = self.moves.clone().unwrap_or_default();
                if let Some((schedule, step)) = moves.pop() {
                    next.steer(schedule, step, moves);
                }
            }
            Action::Schedule(schedule, needed) => {
                next.schedule = schedule;
                next.run_anew();
                next.needed = needed;
            }
            Action::Side(side) => next.side = side,
            Action::Explore(goal) => next.explore(goal),
            Action::PauseSearch(paused) => {
                next.search = self.search.map(|search| Searching { paused, ..search });
            }
            Action::DropSearch => next.drop_search(),
            Action::Searched(number, reached) if number == self.search_number => {
                next.search = self.search.map(|search| Searching { reached, ..search });
            }
            Action::Searched(..) => {}
            Action::PlayFound(bar, schedule, needed) => next.play_found(bar, schedule, needed),
        }
        next
    }

    /// Another state, with what belongs to the person and not to the run.
    fn opened(&self, state: State) -> State {
        let State { speed, zoom, search, search_number, .. } = *self;
        let kept = state.own.clone().or_else(|| self.kept.clone());
        State { run_number: self.run_number + 1, speed, zoom, search, search_number, kept, ..state }
    }

    /// What of it stays the same from step to step, so that what shows only that is not drawn anew with each.
    #[must_use]
    pub fn still(&self) -> State {
        State {
            step: 0,
            opening: true,
            extent: Extent::default(),
            playing: false,
            speed: Speed::default(),
            zoom: Zoom::default(),
            sheet: None,
            moves: None,
            needed: Rc::new([]),
            side: Side::default(),
            search: None,
            search_number: 0,
            ..self.clone()
        }
    }

    /// The step that is shown: the one that is wanted, or the last that is known.
    pub fn shown(&self) -> u64 {
        self.step.min(self.extent.steps)
    }

    /// The run that the lesson has a name for, if this is one.
    pub fn preset(&self) -> Option<&'static Preset> {
        let lesson = self.own.is_none().then_some(self.lesson)?;
        lesson
            .presets
            .iter()
            .find(|preset| preset.program == self.program && schedule_of(preset) == self.schedule)
    }

    /// What the person who schedules is to bring about, if the lesson says so: one of its goals for the program.
    pub fn task(&self) -> Option<&'static Task> {
        self.tasks().nth(self.goal)
    }

    /// What there is to bring about first for who begins to schedule, if the lesson says so.
    pub fn first_task(&self) -> Option<&'static Task> {
        self.tasks().next()
    }

    /// Whether there is another goal behind the person's.
    pub fn has_more_tasks(&self) -> bool {
        self.tasks().nth(self.goal + 1).is_some()
    }

    fn tasks(&self) -> impl Iterator<Item = &'static Task> {
        // What the lesson says of its program it does not say of another.
        let program = Some(self.program).filter(|_| self.own.is_none());
        self.lesson.goals.iter().filter(move |task| Some(task.program) == program)
    }

    /// The run from whose first choice a person begins: with a goal always the same, since how many moves it takes is known
    /// of that alone. Under the GIL's rules it is known of none.
    pub fn start_of_task(&self) -> Option<Schedule> {
        let counted = self.tasks().next().is_some() && self.schedule.model == Model::Instruction;
        let opening = schedule_of(self.lesson.opening()).undecided();
        counted.then_some(Schedule { model: Model::Instruction, ..opening })
    }

    /// Whether another state is of the same run.
    pub fn same_run(&self, other: &State) -> bool {
        self.lesson.id == other.lesson.id
            && self.program == other.program
            && self.own == other.own
            && self.schedule == other.schedule
    }

    fn steer(&mut self, schedule: Schedule, step: u64, moves: Vec<(Schedule, u64)>) {
        self.schedule = schedule;
        self.run_anew();
        self.moves = Some(moves);
        self.go(Move::To(step));
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
    fn a_move_is_taken_back_by_undo() {
        let chosen = |seed| Schedule { interval: None, ..Schedule::seeded(seed) };
        let begun = recorded(90).after(Action::Steer(chosen(1), 20, 0));
        let moved = known(&begun, 90).after(Action::Chosen(chosen(2), 30));
        assert_eq!((moved.step, moved.moves.as_ref().map(Vec::len)), (30, Some(1)));
        let back = known(&moved, 95).after(Action::Undo);
        assert_eq!((back.step, back.schedule.seed, back.moves.as_ref().map(Vec::len)), (20, 1, Some(0)));
        assert_eq!(known(&back, 90).after(Action::Undo).schedule.seed, 1);
        assert_eq!(back.after(Action::Seed(7)).moves, None);
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
