//! A run: a machine, driven by a scheduler's choices.

use std::num::NonZeroU64;

use interleave_vm::{Limits, Machine, Mode, Model, NotRunnable, Program, Ran, Step, Stop, ThreadId};

use crate::draws::{Draws, Stream};
use crate::interval::Interval;
use crate::misfit::{Misfit, ScheduleError};
use crate::schedule::{Decision, Schedule};
use crate::scheduler::{Reason, Scheduler, SwitchPoint};
use crate::schedulers::{Random, Scripted};
use crate::segments::Segments;
use crate::verdict::Verdict;

/// A run of a program. It goes on in slices as long as its owner likes ([`Runner::advance`]); where they are cut makes
/// no difference to it.
#[derive(Clone, Debug)]
pub struct Runner<S = Scripted<Random>> {
    machine: Machine,
    schedule: Schedule,
    scheduler: S,
    slices: Draws,
    turn: Option<Turn>,
    current: Option<ThreadId>,
    reason: Reason,
    /// Who can go next, where it is nobody's turn.
    runnable: Vec<ThreadId>,
    segments: Segments,
    outcome: Option<Result<Verdict, ScheduleError>>,
}

/// A thread's turn: it was chosen, and has not yet used up its slice.
#[derive(Clone, Copy, Debug)]
struct Turn {
    thread: ThreadId,
    /// How many steps are left of the slice.
    left: u64,
    /// Whether the slice ends at just this step and no later.
    exact: bool,
    /// Whether steps of it were made.
    begun: bool,
}

/// How far a run is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Progress {
    /// It can go on.
    Running,
    /// It has ended.
    Over(Verdict),
}

/// Who is told of each step: the machine after it, and what it was.
pub(crate) type Observer<'a> = &'a mut dyn FnMut(&Machine, &Step);

impl Runner {
    /// The run of a program that a schedule says, from its start.
    pub fn new(program: &Program, schedule: &Schedule, limits: Limits) -> Runner {
        Runner::of(Machine::new(program, schedule.seed, limits), schedule)
    }

    /// The run of a machine that was made with the schedule's seed and has not yet made a step.
    pub fn of(machine: Machine, schedule: &Schedule) -> Runner {
        Runner::resume(machine, Segments::default(), schedule)
    }

    /// Goes on from the middle of a run whose beginning the schedule's decisions are.
    pub(crate) fn resume(machine: Machine, segments: Segments, schedule: &Schedule) -> Runner {
        let current =
            segments.len().checked_sub(1).and_then(|last| segments.get(last)).map(|last| last.thread);
        let reason = if current.is_some() { Reason::SliceOver } else { Reason::Start };
        let scheduler = Scripted::new(schedule, Random::new(schedule.seed));
        Runner { current, reason, segments, ..Runner::with_scheduler(machine, schedule.clone(), scheduler) }
    }
}

impl<S: Scheduler> Runner<S> {
    /// A run by any scheduler. Of the schedule, the model, the interval and the seed (for the lengths of slices) count;
    /// decisions are the scheduler's, so the schedule should have none.
    pub fn with_scheduler(machine: Machine, schedule: Schedule, scheduler: S) -> Runner<S> {
        Runner {
            slices: Draws::new(schedule.seed, Stream::Slices),
            machine,
            schedule,
            scheduler,
            turn: None,
            current: None,
            reason: Reason::Start,
            runnable: Vec::new(),
            segments: Segments::default(),
            outcome: None,
        }
    }

    /// Goes on for at least so many steps, or to the end. (Under the model gil it may be some more: the cut falls where
    /// a switch could.)
    ///
    /// # Errors
    /// If the schedule does not fit the program; what was run so far stays.
    pub fn advance(&mut self, steps: u64) -> Result<Progress, ScheduleError> {
        self.drive(steps, None)
    }

    /// Like [`Runner::advance`], and tells of each step. The run is the same.
    ///
    /// # Errors
    /// If the schedule does not fit the program.
    pub fn advance_observed(
        &mut self,
        steps: u64,
        mut observer: impl FnMut(&Machine, &Step),
    ) -> Result<Progress, ScheduleError> {
        self.drive(steps, Some(&mut observer))
    }

    /// Goes on to the end.
    ///
    /// # Errors
    /// If the schedule does not fit the program.
    pub fn finish(&mut self) -> Result<Verdict, ScheduleError> {
        loop {
            if let Progress::Over(verdict) = self.advance(u64::MAX)? {
                return Ok(verdict);
            }
        }
    }

    /// The machine as it stands.
    pub fn machine(&self) -> &Machine {
        &self.machine
    }

    /// The scheduler, to tell it something.
    pub fn scheduler_mut(&mut self) -> &mut S {
        &mut self.scheduler
    }

    /// Who ran so far.
    pub fn segments(&self) -> &Segments {
        &self.segments
    }

    /// How the run ended; none if it has not, or the schedule does not fit.
    pub fn verdict(&self) -> Option<&Verdict> {
        self.outcome.as_ref()?.as_ref().ok()
    }

    /// The schedule it was begun with.
    pub fn schedule(&self) -> &Schedule {
        &self.schedule
    }

    /// A schedule that decides all of the run so far: it replays it under every release that runs the program the same,
    /// and shows who ran when. Neighbouring turns of one thread are one decision.
    pub fn explicit_schedule(&self) -> Schedule {
        Schedule { decisions: decisions(&self.segments), then: None, ..self.schedule.clone() }
    }

    fn drive(&mut self, steps: u64, mut observer: Option<Observer<'_>>) -> Result<Progress, ScheduleError> {
        let end = self.machine.steps().saturating_add(steps);
        self.look_round();
        while self.outcome.is_none() && self.machine.steps() < end {
            match self.go_on(end - self.machine.steps(), &mut observer) {
                // Now and not when it next goes on, so that a run of just so many steps is known to be over.
                Ok(()) => self.look_round(),
                Err(error) => self.outcome = Some(Err(error)),
            }
        }
        match &self.outcome {
            None => Ok(Progress::Running),
            Some(Ok(verdict)) => Ok(Progress::Over(verdict.clone())),
            Some(Err(error)) => Err(error.clone()),
        }
    }

    /// Goes on with the thread whose turn it is, after choosing it if it is nobody's.
    fn go_on(&mut self, budget: u64, observer: &mut Option<Observer<'_>>) -> Result<(), ScheduleError> {
        let mut turn = match self.turn.take() {
            Some(turn) => turn,
            None => self.choose()?,
        };
        // Where a turn was cut, its thread may have come to a wait; uncut, the turn would have ended there.
        if turn.begun && self.machine.mode(turn.thread) != Mode::Runnable {
            self.reason = Reason::Waiting;
            return Ok(());
        }
        let from = self.machine.steps();
        let ran = match observer {
            None => self.machine.run(turn.thread, turn.left.min(budget), self.schedule.model),
            Some(observe) => self.run_observed(turn.thread, turn.left.min(budget), observe),
        };
        let ran = ran.map_err(|_| self.misfit(turn.thread, from))?;
        self.segments.push(turn.thread, ran.steps);
        self.current = Some(turn.thread);
        if turn.exact && ran.steps > turn.left {
            return Err(self.error(turn.thread, from + turn.left, Misfit::NoSwitchPoint(from + ran.steps)));
        }
        turn.begun = true;
        turn.left = turn.left.saturating_sub(ran.steps);
        self.reason = match ran.stop {
            Stop::Budget if turn.left > 0 => {
                self.turn = Some(turn);
                return Ok(());
            }
            Stop::Budget | Stop::Limit(_) => Reason::SliceOver,
            Stop::Released => Reason::Released,
            Stop::Waiting => Reason::Waiting,
            Stop::Finished => Reason::Finished,
        };
        Ok(())
    }

    /// The same as the machine's own `run`, one step at a time.
    fn run_observed(
        &mut self,
        thread: ThreadId,
        steps: u64,
        observe: Observer<'_>,
    ) -> Result<Ran, NotRunnable> {
        let mut done = 0;
        let stop = loop {
            let step = self.machine.step(thread)?;
            observe(&self.machine, &step);
            done += 1;
            if step.stop != Stop::Budget {
                break step.stop;
            }
            if done >= steps && (self.schedule.model == Model::Instruction || step.gil_check) {
                break Stop::Budget;
            }
            if self.machine.mode(thread) != Mode::Runnable {
                break Stop::Waiting;
            }
        };
        Ok(Ran { steps: done, stop })
    }

    fn choose(&mut self) -> Result<Turn, ScheduleError> {
        let Runner { machine, scheduler, current, runnable, reason, .. } = self;
        let step = machine.steps();
        let at = SwitchPoint { machine, current: *current, runnable, step, reason: *reason };
        let thread = scheduler.choose(&at);
        let exactly = self.scheduler.exactly();
        // A decision may let a sleeping thread wake before its turn: the others were slow.
        let early = || exactly.is_some() && matches!(self.machine.mode(thread), Mode::Sleeping(_));
        let known = thread.index() < self.machine.threads().len();
        if !(self.runnable.contains(&thread) || known && early()) {
            return Err(self.misfit(thread, step));
        }
        let left = exactly.map_or_else(|| self.draw_slice(), NonZeroU64::get);
        Ok(Turn { thread, left, exact: exactly.is_some(), begun: false })
    }

    fn draw_slice(&mut self) -> u64 {
        let interval =
            self.schedule.interval.unwrap_or(Interval::Seconds(self.machine.switch_interval())).steps();
        1 + self.slices.below(interval.saturating_mul(2).saturating_sub(1))
    }

    /// Where it is nobody's turn: sees who can go next, or how the run ended.
    fn look_round(&mut self) {
        if self.outcome.is_some() || self.turn.is_some() {
            return;
        }
        self.runnable = self.machine.runnable();
        if !self.runnable.is_empty() {
            return;
        }
        let verdict = Verdict::of(&self.machine);
        let step = self.machine.steps();
        self.outcome = match (verdict, self.decision_at(step)) {
            // A limit is the host's, and says nothing about the schedule.
            (Some(verdict @ Verdict::LimitReached(_)), _) | (Some(verdict), None) => Some(Ok(verdict)),
            (Some(_), Some((_, thread))) => Some(Err(self.error(thread, step, Misfit::RunOver))),
            (None, _) => None,
        };
    }

    /// The decision that says who makes a step, if it is not left to chance: its number from 1, and the thread.
    fn decision_at(&self, step: u64) -> Option<(usize, ThreadId)> {
        let mut end = 0u64;
        for (index, decision) in self.schedule.decisions.iter().enumerate() {
            end = end.saturating_add(decision.steps.get());
            if step < end {
                return Some((index + 1, decision.thread));
            }
        }
        let then = self.schedule.then.filter(|_| step == end);
        then.map(|thread| (self.schedule.decisions.len() + 1, thread))
    }

    fn misfit(&self, thread: ThreadId, step: u64) -> ScheduleError {
        let known = thread.index() < self.machine.threads().len();
        let why = if Verdict::of(&self.machine).is_some() {
            Misfit::RunOver
        } else if known {
            self.machine.mode(thread).into()
        } else {
            Misfit::NoSuchThread
        };
        self.error(thread, step, why)
    }

    fn error(&self, thread: ThreadId, step: u64, why: Misfit) -> ScheduleError {
        let decision = match why {
            // It was the decision before that ended where no switch can fall.
            Misfit::NoSwitchPoint(_) => self.decision_at(step.saturating_sub(1)),
            _ => self.decision_at(step),
        };
        ScheduleError { decision: decision.map(|(number, _)| number), thread, step, why }
    }
}

/// The decisions that make just these segments.
pub(crate) fn decisions(segments: &Segments) -> Vec<Decision> {
    let decision = |(thread, steps)| Some(Decision { thread, steps: NonZeroU64::new(steps)? });
    segments.iter().map(|segment| (segment.thread, segment.steps())).filter_map(decision).collect()
}
