//! A run that can be looked at at any step, forwards and backwards.

use std::ops::Range;

use interleave_vm::effect::Effect;
use interleave_vm::{Limits, Machine, Mode, Model, Program, Step, Stop, ThreadId};

use crate::checkpoints::{Checkpoints, replay};
use crate::lanes::{Lane, lane};
use crate::misfit::{Misfit, ScheduleError};
use crate::modes::{Modes, is_synchronisation};
use crate::runner::{Progress, Runner, decisions};
use crate::schedule::Schedule;
use crate::segments::Segments;
use crate::verdict::Verdict;

/// A run, as far as it was made, with what it takes to show any step of it at once.
///
/// Places in it are counted in steps made: place 0 is the start, and step `n` leads from place `n` to place `n + 1`.
#[derive(Clone, Debug)]
pub struct Timeline {
    runner: Runner,
    checkpoints: Checkpoints,
    record: Record,
    cursor: Machine,
}

/// What was seen as the run was made.
#[derive(Clone, Debug)]
struct Record {
    modes: Modes,
    marks: Vec<Mark>,
    writes: Vec<Mark>,
}

/// Something that a step did.
#[derive(Clone, Debug)]
pub struct Mark {
    /// Which step, counted from 0.
    pub step: u64,
    /// Whose it was.
    pub thread: ThreadId,
    /// What it did.
    pub effect: Effect,
}

impl Timeline {
    /// The run of a program that a schedule says; no step of it is made yet.
    pub fn new(program: &Program, schedule: &Schedule, limits: Limits) -> Timeline {
        Timeline::of(Machine::new(program, schedule.seed, limits), schedule)
    }

    /// The run of a machine that was made with the schedule's seed and has not yet made a step.
    pub fn of(machine: Machine, schedule: &Schedule) -> Timeline {
        Timeline {
            checkpoints: Checkpoints::new(machine.clone()),
            record: Record { modes: Modes::new(&machine), marks: Vec::new(), writes: Vec::new() },
            cursor: machine.clone(),
            runner: Runner::of(machine, schedule),
        }
    }

    /// Makes the run to its end.
    ///
    /// # Errors
    /// If the schedule does not fit the program; what was made so far stays, and can be looked at.
    pub fn record(program: &Program, schedule: &Schedule, limits: Limits) -> Result<Timeline, ScheduleError> {
        let mut timeline = Timeline::new(program, schedule, limits);
        while timeline.advance(u64::MAX)? == Progress::Running {}
        Ok(timeline)
    }

    /// Makes at least so many steps more, or to the end.
    ///
    /// # Errors
    /// If the schedule does not fit the program; what was made so far stays, and can be looked at.
    pub fn advance(&mut self, steps: u64) -> Result<Progress, ScheduleError> {
        let Timeline { runner, checkpoints, record, .. } = self;
        runner.advance_observed(steps, |machine, step| {
            record.observe(machine, step);
            checkpoints.offer(machine);
        })
    }

    /// How many steps were made.
    pub fn len(&self) -> u64 {
        self.segments().steps()
    }

    /// Whether no step was made.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Goes to a place and shows the machine there; behind the end, the end is shown.
    ///
    /// It costs no more steps of the machine than [`Timeline::seek_cost`] says, and fewer close behind the place that
    /// was shown last.
    pub fn seek(&mut self, place: u64) -> &Machine {
        let place = place.min(self.len());
        let before = self.checkpoints.before(place);
        if !(before.steps()..=place).contains(&self.cursor.steps()) {
            self.cursor = before.clone();
        }
        replay(&mut self.cursor, self.runner.segments(), place);
        &self.cursor
    }

    /// The machine at the place that was gone to last.
    pub fn machine(&self) -> &Machine {
        &self.cursor
    }

    /// How many steps of the machine it takes at most to get to a place.
    pub fn seek_cost(&self) -> u64 {
        self.checkpoints.spacing()
    }

    /// A step with its effects; none if it was not made. The place that is shown is the one before it.
    pub fn step_at(&mut self, step: u64) -> Option<Step> {
        let segment = self.segments().get(self.segments().index_of(step))?;
        self.seek(step).clone().step(segment.thread).ok()
    }

    /// The thread that made a step; none if it was not made.
    pub fn thread_at(&self, step: u64) -> Option<ThreadId> {
        Some(self.segments().get(self.segments().index_of(step))?.thread)
    }

    /// Who ran when. Between each two segments lies a context switch.
    pub fn segments(&self) -> &Segments {
        self.runner.segments()
    }

    /// What each thread did over a stretch of the run, in the order of their start.
    pub fn lanes(&self, stretch: Range<u64>) -> Vec<Lane> {
        let end = stretch.end.min(self.len());
        let stretch = stretch.start.min(end)..end;
        let segments = self.segments();
        let within = segments.index_of(stretch.start)..segments.len().min(segments.index_of(stretch.end) + 1);
        let mut own = vec![Vec::new(); self.record.modes.threads()];
        for segment in within.filter_map(|index| segments.get(index)) {
            if segment.from < stretch.end {
                own[segment.thread.index()].push(segment.from..segment.to);
            }
        }
        own.into_iter()
            .zip(0..)
            .map(|(own, number)| {
                let thread = ThreadId(number);
                lane(thread, stretch.clone(), own.into_iter(), self.record.modes.of(thread))
            })
            .collect()
    }

    /// What steps did to locks and to whatever else threads wait for, threads' starts and ends among it.
    pub fn marks(&self) -> &[Mark] {
        &self.record.marks
    }

    /// What steps wrote to shared places.
    pub fn writes(&self) -> &[Mark] {
        &self.record.writes
    }

    /// How the run ended; none if it was not made to its end, or the schedule does not fit.
    pub fn verdict(&self) -> Option<&Verdict> {
        self.runner.verdict()
    }

    /// The schedule of this run. It changes when a thread is chosen.
    pub fn schedule(&self) -> &Schedule {
        self.runner.schedule()
    }

    /// A schedule that decides all of the run so far.
    pub fn explicit_schedule(&self) -> Schedule {
        self.runner.explicit_schedule()
    }

    /// Whether a switch can fall at a place, under the run's model.
    pub fn is_switch_point(&mut self, place: u64) -> bool {
        if place == 0 || self.schedule().model == Model::Instruction {
            return true;
        }
        let Some(step) = self.step_at(place - 1) else { return false };
        step.gil_check || step.stop != Stop::Budget || self.seek(place).mode(step.thread) != Mode::Runnable
    }

    /// Forgets what comes after a place, and lets a thread go on there instead, for a slice as the seed draws it; from
    /// then on the seed decides. The schedule becomes that of the new run.
    ///
    /// # Errors
    /// If the thread cannot go on there, or no switch can fall there; nothing has changed then.
    pub fn truncate_and_choose(&mut self, place: u64, thread: ThreadId) -> Result<(), ScheduleError> {
        let place = place.min(self.len());
        self.check_choice(place, thread)?;
        let machine = self.seek(place).clone();
        let mut segments = self.segments().clone();
        segments.truncate(place);
        let schedule =
            Schedule { decisions: decisions(&segments), then: Some(thread), ..self.schedule().clone() };
        self.checkpoints.truncate(place);
        self.record.truncate(&machine);
        self.runner = Runner::resume(machine, segments, &schedule);
        Ok(())
    }

    fn check_choice(&mut self, place: u64, thread: ThreadId) -> Result<(), ScheduleError> {
        let refuse = |why| Err(ScheduleError { decision: None, thread, step: place, why });
        let machine = self.seek(place);
        if machine.runnable().is_empty() {
            return refuse(Misfit::RunOver);
        }
        if thread.index() >= machine.threads().len() {
            return refuse(Misfit::NoSuchThread);
        }
        if !machine.runnable().contains(&thread) {
            return refuse(machine.mode(thread).into());
        }
        if !self.is_switch_point(place) {
            let next = (place + 1..=self.len()).find(|&next| self.is_switch_point(next));
            return refuse(Misfit::NoSwitchPoint(next.unwrap_or_else(|| self.len())));
        }
        Ok(())
    }
}

impl Record {
    fn observe(&mut self, machine: &Machine, step: &Step) {
        let number = machine.steps() - 1;
        for effect in &step.effects {
            let marks = match effect {
                Effect::Write { .. } | Effect::Delete { .. } => &mut self.writes,
                _ if is_synchronisation(effect) => &mut self.marks,
                _ => continue,
            };
            marks.push(Mark { step: number, thread: step.thread, effect: effect.clone() });
        }
        self.modes.observe(machine, step);
    }

    /// Forgets what came after the place at which the machine is.
    fn truncate(&mut self, machine: &Machine) {
        for marks in [&mut self.marks, &mut self.writes] {
            let kept = marks.partition_point(|mark| mark.step < machine.steps());
            marks.truncate(kept);
        }
        self.modes.truncate(machine);
    }
}
