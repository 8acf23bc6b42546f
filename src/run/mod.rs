//! A run of a program, and what there is to see at each of its steps.

mod choose;
mod compare;
mod export;
mod goal;
mod sharing;
mod story;

use std::ops::Range;
use std::rc::Rc;

use interleave_lessons::{End, Prediction, Sum};
use interleave_schedule::naming::name_of;
use interleave_schedule::{Holds, Progress, Schedule, ScheduleError, Timeline};
use interleave_vm::inspect::Position;
use interleave_vm::{Diagnostic, Effect, Library, Limits, Machine, Program, Step, Stream, ThreadId};

use crate::state::{Extent, State};
use crate::view::{
    Arrows, Beat, Before, Caption, Drawn, LanesView, Listing, Mark, Scene, Shared, SumView, Writers, height,
    instructions_view, kept_by, lanes_view, locks_view, output_view, ring_view, shown_locks, threads_view,
};

use sharing::Sharing;

pub use choose::Chosen;
pub use compare::{Comparison, Parting, RunEnd};
pub use export::{LONGEST_TRACE, TooManySteps};
pub use story::StoryRow;

/// A run of a program, as far as it was made.
#[derive(Clone, Debug)]
pub struct Run {
    program: Rc<Program>,
    timeline: Timeline,
    listing: Rc<Listing>,
    shared: Shared,
    writers: Writers,
    holds: Holds,
    arrows: Arrows,
    sharing: Sharing,
    misfit: Option<ScheduleError>,
}

impl Run {
    /// The run that a state is about, whose program imports only what was built in; no step of it is made yet.
    ///
    /// # Errors
    /// All that is wrong with the program.
    pub fn of(state: &State) -> Result<Run, Vec<Diagnostic>> {
        Run::of_with(&Library::default(), state)
    }

    /// The run that a state is about, with the library that its program needs; no step of it is made yet.
    ///
    /// # Errors
    /// All that is wrong with the program.
    pub fn of_with(library: &Library, state: &State) -> Result<Run, Vec<Diagnostic>> {
        let mut program = Program::compile_with(library, &state.source(), state.file())?;
        if let Some(own) = &state.own {
            program = program.with_input(&own.input);
        }
        Ok(Run::new(&program, &state.schedule, state.sum()))
    }

    /// The run of a program that a schedule says; no step of it is made yet.
    pub fn new(program: &Rc<Program>, schedule: &Schedule, sum: Option<Sum>) -> Run {
        let mut timeline = Timeline::new(program, schedule, Limits::default());
        let shared = Shared::new(timeline.seek(0), sum);
        let listing = Rc::new(Listing::new(&program.source, &program.tokens()));
        let (writers, holds, arrows, sharing) = Default::default();
        let program = program.clone();
        Run { program, timeline, listing, shared, writers, holds, arrows, sharing, misfit: None }
    }

    /// Makes at least so many steps more, or to the end, and says how much is known then.
    pub fn advance(&mut self, steps: u64) -> Extent {
        let progress = self.timeline.advance(steps);
        self.writers.learn(self.timeline.writes());
        self.arrows.learn(self.timeline.marks());
        let named = self.holds.locks().len();
        let known = self.holds.learn(self.timeline.marks());
        let timeline = &mut self.timeline;
        self.holds.give_names(named, |held| name_of(timeline.seek(held.first), held.object));
        self.learn_rows(known);
        let complete = !matches!(progress, Ok(Progress::Running));
        self.misfit = progress.err();
        Extent { steps: self.timeline.len(), complete, opens: self.opens() }
    }

    /// Which rows of databases were held: each statement from the `first` mark on may have changed that.
    fn learn_rows(&mut self, first: usize) {
        let statements = self.timeline.marks()[first..].iter();
        let statements = statements.filter(|mark| matches!(mark.effect, Effect::Database { .. }));
        for place in statements.map(|mark| mark.step + 1).collect::<Vec<_>>() {
            let databases = self.timeline.seek(place).databases();
            self.holds.learn_rows(place, &databases);
        }
    }

    /// Behind the step that starts the first thread; where there is none, behind the first that fills a database; the
    /// start, if neither was made so far.
    fn opens(&self) -> u64 {
        let find = |is: fn(&Effect) -> bool| self.timeline.marks().iter().find(|mark| is(&mark.effect));
        let start = find(|effect| matches!(effect, Effect::Start { .. }));
        let filled = || {
            find(
                |effect| matches!(effect, Effect::Database { statement, .. } if statement.touches.iter().any(|touch| touch.write && touch.key.is_some())),
            )
        };
        start.or_else(filled).map_or(0, |mark| mark.step + 1)
    }

    /// Whether threads share nothing but the output, as far as the run was made.
    pub fn shares_nothing(&mut self) -> bool {
        let end = self.timeline.len();
        self.scene(end).shared.is_empty()
    }

    /// Which answer is right of this run; none before it has ended.
    pub fn answer(&mut self, prediction: &Prediction) -> Option<usize> {
        self.end(|end| prediction.right(end))
    }

    /// What there is to say of how this run ended; none before it has.
    fn end<T>(&mut self, say: impl FnOnce(&End<'_>) -> T) -> Option<T> {
        let verdict = self.timeline.verdict()?.to_string();
        let machine = self.timeline.seek(self.timeline.len());
        let (output, errors) = (machine.text(Stream::Out), machine.text(Stream::Err));
        let micros = machine.clock();
        Some(say(&End { verdict: &verdict, output: &output, errors: &errors, micros }))
    }

    /// What there is to see after so many steps.
    pub fn scene(&mut self, step: u64) -> Scene {
        let step = step.min(self.timeline.len());
        let running = self.timeline.thread_at(step.saturating_sub(1));
        let last = step.checked_sub(1).and_then(|last| self.timeline.step_at(last));
        // `step_at` shows the machine before the step.
        let before = last.as_ref().map(|last| Before::of(self.timeline.machine(), last)).unwrap_or_default();
        let caption = self.caption(step, last.as_ref());
        let earlier = step.checked_sub(2).and_then(|earlier| self.timeline.thread_at(earlier));
        let machine = self.timeline.seek(step);
        let positions = positions(machine, running);
        let (output, output_left_out) = output_view(machine);
        let found = machine.variables();
        let shared = self.shared.view(machine, &found, &self.writers, step, &before);
        let kept: Vec<_> = machine.threads().flat_map(|thread| kept_by(machine, thread, &found)).collect();
        let beat = Beat::of(earlier.is_some_and(|earlier| running != Some(earlier)), &shared);
        let lost = shared.sum.as_ref().and_then(SumView::lost);
        Scene {
            step,
            clock: machine.clock(),
            // Who only listens hears of it, too.
            caption: match lost {
                Some(lost) => Caption { words: caption.words.and(format!(" – {lost}")), ..caption },
                None => caption,
            },
            beat,
            threads: threads_view(machine, running),
            code: self.listing.view(&positions, &kept),
            instructions: instructions_view(machine, &positions),
            shared,
            locks: locks_view(machine, &self.holds, step),
            lock_room: shown_locks(&self.holds).count(),
            ring: ring_view(machine),
            output,
            output_left_out,
        }
    }

    /// The program that it is a run of.
    pub fn program(&self) -> &Rc<Program> {
        &self.program
    }

    /// How the run ended, in one word; none if it was not made to its end.
    pub fn verdict(&self) -> Option<String> {
        self.timeline.verdict().map(ToString::to_string)
    }

    /// The line of the program at which the thread was that made the last of so many steps, from 1; none if that cannot
    /// be said.
    pub fn line_of(&mut self, step: u64) -> Option<u32> {
        let thread = self.timeline.thread_at(step.checked_sub(1)?)?;
        let position = self.timeline.seek(step - 1).position(thread)?;
        Some(position.span.line).filter(|&line| line > 0)
    }

    /// The lanes over a stretch of the run, drawn for a width; `needed` are the places at which it must switch.
    pub fn lanes(&self, stretch: Range<u64>, width: f64, needed: &[u64]) -> LanesView {
        let Run { timeline, holds, arrows, .. } = self;
        lanes_view(Drawn { timeline, holds, arrows, needed }, stretch, width)
    }

    /// How high the lanes are, in the unit of [`crate::view::LANE_HEIGHT`]: those of threads that are yet to be started
    /// and the rows of locks among them.
    pub fn lanes_height(&self) -> f64 {
        height(self.timeline.lanes(0..0).len(), shown_locks(&self.holds).count())
    }

    /// The last context switch before a step, or the start.
    pub fn switch_before(&self, step: u64) -> u64 {
        let segments = self.timeline.segments();
        let within = step.checked_sub(1).map(|step| segments.index_of(step));
        within.and_then(|index| segments.get(index)).map_or(0, |segment| segment.from)
    }

    /// The next context switch after a step, or the end.
    pub fn switch_after(&self, step: u64) -> u64 {
        let segments = self.timeline.segments();
        segments.get(segments.index_of(step)).map_or(step, |segment| segment.to)
    }

    fn caption(&mut self, step: u64, last: Option<&Step>) -> Caption {
        let Some(last) = last else { return Caption::start() };
        if step == self.timeline.len() {
            if let Some(misfit) = &self.misfit {
                let words = crate::view::Words::plain(misfit.to_string());
                return Caption { thread: None, words, failed: true };
            }
            if let Some(verdict) = self.timeline.verdict().cloned() {
                return Caption::of_end(self.timeline.seek(step), &verdict);
            }
        }
        Caption::of_step(self.timeline.seek(step), last, &self.listing)
    }
}

/// Where each thread is, the one that runs first.
fn positions(machine: &Machine, running: Option<ThreadId>) -> Vec<(Mark, Position)> {
    let mut threads: Vec<ThreadId> = machine.threads().collect();
    threads.sort_by_key(|&thread| (Some(thread) != running, thread));
    let position = |thread| Some((Mark::of(machine, thread, running), machine.position(thread)?));
    threads.into_iter().filter_map(position).collect()
}
