//! A program of the person's own, in place of the lesson's, and what is asked of a search.

use std::rc::Rc;

use interleave_lessons::{Exploration, Lesson, Sum, Time};

use super::State;

/// A program may have at most so many bytes: more is no program that anyone would read on a page.
pub const LONGEST_PROGRAM: usize = 100_000;

/// A program of the person's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Own {
    /// The name of the file that it came from; none if it is the lesson's program, edited.
    pub name: Option<Rc<str>>,
    /// Its source.
    pub source: Rc<str>,
    /// What `input()` reads, line by line.
    pub input: Rc<str>,
    /// Its source as an address has it; none if it is too long for an address.
    pub packed: Option<Rc<str>>,
    /// Whether it was changed since it was opened.
    pub edited: bool,
}

/// What a person asks of a search, in place of what the lesson does. Both are Python expressions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Whose value tells ends apart; without it, the output does.
    pub outcome: Option<Rc<str>>,
    /// What must be true at every end.
    pub expect: Option<Rc<str>>,
}

impl Asked {
    /// Two expressions, each as [`expression`] reads it.
    pub fn given(outcome: &str, expect: &str) -> Asked {
        Asked { outcome: expression(outcome), expect: expression(expect) }
    }
}

/// An expression as it was typed; what is blank is none.
pub fn expression(text: &str) -> Option<Rc<str>> {
    Some(text.trim()).filter(|text| !text.is_empty()).map(Rc::from)
}

impl State {
    /// The source of the program that is run.
    pub fn source(&self) -> Rc<str> {
        match &self.own {
            Some(own) => own.source.clone(),
            None => self.lesson.programs[self.program].source.into(),
        }
    }

    /// What tracebacks call the program's file.
    pub fn file(&self) -> &str {
        let lessons = self.lesson.programs[self.program].file;
        self.own.as_ref().and_then(|own| own.name.as_deref()).unwrap_or(lessons)
    }

    /// What the program is called.
    pub fn title(&self) -> String {
        match self.own.as_deref() {
            None => self.lesson.title.into(),
            Some(Own { name: Some(name), .. }) => name.to_string(),
            Some(Own { name: None, .. }) => format!("{}, edited", self.lesson.title),
        }
    }

    /// What a file that is saved of what is shown is called, without its kind: it says of what, and of which run.
    pub fn file_stem(&self) -> String {
        let own = self.own.as_ref().and_then(|own| own.name.as_deref());
        let name = own.map_or(self.lesson.id, |name| name.trim_end_matches(".py"));
        let plain = |c: char| if c.is_alphanumeric() || "-_.".contains(c) { c } else { '-' };
        let edited = if self.own.is_some() && own.is_none() { "-edited" } else { "" };
        let name: String = name.chars().map(plain).collect();
        format!("{name}{edited}-seed{}-step{}", self.schedule.seed, self.shown())
    }

    /// The lesson, as far as it still has a say: nothing that it says holds of a file that a person opened.
    fn about(&self) -> Option<&'static Lesson> {
        let other = self.own.as_ref().is_some_and(|own| own.name.is_some());
        (!other).then_some(self.lesson)
    }

    /// The sum that is watched.
    pub fn sum(&self) -> Option<Sum> {
        self.about()?.sum
    }

    /// What a search is asked, but for sleeping: the person's words, or else the lesson's.
    pub fn asked(&self) -> Asked {
        let lessons = || self.about().map_or(Asked::default(), |lesson| Asked::of(&lesson.exploration));
        self.asked.as_deref().cloned().unwrap_or_else(lessons)
    }

    /// What sleeping counts for in a search.
    pub fn time(&self) -> Time {
        self.about().map_or(Time::Any, |lesson| lesson.exploration.time)
    }

    /// A program is run in place of the one before, under the same seed.
    pub(super) fn adopt(&mut self, own: Rc<Own>) {
        let same_file = self.own.as_ref().is_some_and(|before| before.name == own.name);
        // What was asked of an opened file says nothing about another.
        if own.name.is_some() && !same_file {
            self.asked = None;
        }
        self.schedule = self.schedule.clone().undecided();
        self.kept = Some(own.clone());
        self.own = Some(own);
        self.run_anew();
        // Whoever looks at the end while writing sees what becomes of it; all others see the run from its start.
        self.opening = false;
        self.playing = false;
    }

    /// The lesson's program is run again.
    pub(super) fn leave_own(&mut self) {
        if self.own.take().is_some() {
            self.asked = None;
            self.editing = false;
            self.schedule = self.schedule_with(self.program);
            self.run_anew();
        }
    }
}

impl Asked {
    /// What a lesson asks.
    pub fn of(exploration: &Exploration) -> Asked {
        let Exploration { outcome, expect, .. } = exploration;
        Asked { outcome: outcome.map(Rc::from), expect: expect.map(Rc::from) }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Action, Extent, Goal, Move};
    use super::*;

    fn own(name: Option<&str>, source: &str) -> Rc<Own> {
        let packed = Some(source.into());
        Rc::new(Own {
            name: name.map(Rc::from),
            source: source.into(),
            input: "".into(),
            packed,
            edited: true,
        })
    }

    fn bank() -> State {
        State::open(interleave_lessons::find("bank-thread-pool").expect("a lesson"))
    }

    fn known(state: &State, steps: u64) -> State {
        state.after(Action::Recorded(state.run_number, Extent { steps, complete: true, opens: 5 }))
    }

    #[test]
    fn an_edited_program_is_run_from_its_start_under_the_same_seed() {
        let before = known(&bank().after(Action::Seed(12)), 90).after(Action::Move(Move::To(40)));
        let after = before.after(Action::Own(own(None, "x = 1\n")));
        assert_eq!((after.schedule.seed, after.shown(), &*after.source()), (12, 0, "x = 1\n"));
        assert_eq!(known(&after, 80).shown(), 0);
        assert!(!after.same_run(&before) && after.run_number > before.run_number);
        assert_eq!((after.file(), after.title().as_str()), ("bank.py", "A bank on a thread pool, edited"));
    }

    #[test]
    fn whoever_looks_at_the_end_sees_the_end() {
        let at_end = known(&bank(), 90).after(Action::Move(Move::End));
        let after = at_end.after(Action::Own(own(None, "x = 1\n")));
        assert_eq!(known(&after, 120).shown(), 120);
    }

    #[test]
    fn the_lesson_says_nothing_of_a_file() {
        let edited = bank().after(Action::Own(own(None, "x = 1\n")));
        assert_eq!((edited.sum(), edited.asked()), (bank().sum(), bank().asked()));
        let file = bank().after(Action::Own(own(Some("mine.py"), "x = 1\n")));
        assert_eq!((file.sum(), file.asked(), file.file()), (None, Asked::default(), "mine.py"));
        assert_eq!((file.preset(), file.title().as_str()), (None, "mine.py"));
        assert_eq!(file.after(Action::Seed(7)).file_stem(), "mine-seed7-step0");
        assert_eq!(edited.after(Action::Seed(7)).file_stem(), "bank-thread-pool-edited-seed7-step0");
    }

    #[test]
    fn another_program_or_question_is_another_search() {
        let begun = bank().after(Action::Own(own(None, "x = 1\n"))).after(Action::Explore(Goal::All));
        assert!(begun.search.is_some());
        assert!(begun.after(Action::Own(own(None, "x = 2\n"))).search.is_none());
        let asked = begun.after(Action::Asked(Some(Asked::given(" x ", ""))));
        assert!(asked.search.is_none());
        assert_eq!(asked.asked(), Asked { outcome: Some("x".into()), expect: None });
    }

    #[test]
    fn the_way_back_to_the_lesson_and_to_ones_own() {
        let before = bank();
        let mine = own(Some("mine.py"), "x = 1\n");
        let back = before.after(Action::Own(mine.clone())).after(Action::LeaveOwn);
        assert!(back.same_run(&before) && back.kept.is_some());
        let other = interleave_lessons::LESSONS.last().expect("a lesson");
        let elsewhere = before.after(Action::Own(mine.clone())).after(Action::Lesson(other));
        assert_eq!((elsewhere.own.as_ref(), elsewhere.kept.as_ref()), (None, Some(&mine)));
    }
}
