//! A person is the scheduler: what becomes of a run when someone chooses who goes on.

use std::num::NonZeroU64;

use interleave_schedule::{Decision, Schedule};
use interleave_vm::{Machine, Mode, Model, Object, Operation, Place, Step, Stop, Sync, ThreadId, Value};

use super::Run;
use super::sharing::touches;

/// A run whose beginning was chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Chosen {
    /// Which run it is: after what was chosen, the seed decides.
    pub schedule: Schedule,
    /// How many steps were chosen.
    pub step: u64,
}

/// As many steps one choice lasts at most, so that an endless loop comes back to the person.
const LONGEST: u64 = 100_000;

impl Run {
    /// The same run up to the first place at which there is a choice, and from there on for someone to choose.
    pub fn first_choice(&mut self) -> Chosen {
        let schedule = self.timeline.schedule().clone();
        let mut choosing = self.choosing(0);
        choosing.settle();
        choosing.chosen(schedule)
    }

    /// The same run for so many steps; then a thread goes on and does one thing that others can see, up to the next such
    /// thing. Where only one thread can go on it does, and the main thread's starting of others is no choice. None if the
    /// thread cannot go on there.
    pub fn let_go(&mut self, step: u64, thread: ThreadId) -> Option<Chosen> {
        let schedule = self.timeline.schedule().clone();
        let mut choosing = self.choosing(step);
        if !choosing.machine.runnable().contains(&thread) {
            return None;
        }
        choosing.act(thread);
        choosing.settle();
        Some(choosing.chosen(schedule))
    }

    fn choosing(&mut self, step: u64) -> Choosing<'_> {
        self.learn_sharing();
        let step = step.min(self.timeline.len());
        let model = self.timeline.schedule().model;
        let segments = self.timeline.segments().iter().take_while(|segment| segment.from < step);
        let decisions =
            segments.map(|segment| (segment.thread, segment.to.min(step) - segment.from)).collect();
        let machine = self.timeline.seek(step).clone();
        Choosing { machine, model, decisions, run: &*self }
    }

    /// Whether a place matters: in this run more than one thread touches it, and another than the main one writes to it.
    fn matters(&self, place: &Place) -> bool {
        !self.sharing.is_private(place) && self.writers.is_written_by_others(place, &Value::Unbound)
    }

    /// Whether others can see an operation that is more than touching memory, and it matters to them.
    fn is_visible(&self, machine: &Machine, operation: &Operation) -> bool {
        match operation {
            Operation::Local
            | Operation::Read(_)
            | Operation::Write(_)
            | Operation::Start
            | Operation::Join { .. }
            | Operation::Sleep { .. } => false,
            // Whose task it is that a worker of a pool takes makes no difference.
            Operation::Put { object } | Operation::Take { object } | Operation::Test { object } => {
                !matches!(machine.object(*object), Object::Sync(sync) if matches!(**sync, Sync::Tasks { .. }))
            }
            _ => true,
        }
    }
}

/// A run in the making.
struct Choosing<'a> {
    machine: Machine,
    model: Model,
    decisions: Vec<(ThreadId, u64)>,
    run: &'a Run,
}

impl Choosing<'_> {
    /// A thread goes on up to something visible, does it, and stands before the next.
    fn act(&mut self, thread: ThreadId) {
        let mut acted = false;
        for _ in 0..LONGEST {
            let visible = self.stands_before_something_visible(thread);
            let Some(step) = self.step(thread) else { return };
            acted |= visible;
            let rests = acted && self.stands_before_something_visible(thread);
            let over = self.machine.mode(thread) != Mode::Runnable;
            if (rests || over) && self.is_switch_point(&step, over) {
                return;
            }
        }
    }

    /// What is no choice happens.
    fn settle(&mut self) {
        for _ in 0..LONGEST {
            let runnable = self.machine.runnable();
            let main = ThreadId::MAIN;
            let thread = match runnable[..] {
                [only] => only,
                _ if runnable.contains(&main) && !self.stands_before_something_visible(main) => main,
                _ => return,
            };
            // Under the model gil a thread can be left only at a switch point.
            while let Some(step) = self.step(thread) {
                if self.is_switch_point(&step, self.machine.mode(thread) != Mode::Runnable) {
                    break;
                }
            }
        }
    }

    fn stands_before_something_visible(&self, thread: ThreadId) -> bool {
        let pending = self.machine.pending(thread);
        pending.is_some_and(|operation| self.run.is_visible(&self.machine, &operation))
            || touches(&self.machine, thread).iter().any(|place| self.run.matters(place))
    }

    fn is_switch_point(&self, step: &Step, over: bool) -> bool {
        over || self.model == Model::Instruction || step.gil_check || step.stop != Stop::Budget
    }

    fn step(&mut self, thread: ThreadId) -> Option<Step> {
        let step = self.machine.step(thread).ok()?;
        match self.decisions.last_mut() {
            Some((last, steps)) if *last == thread => *steps += 1,
            _ => self.decisions.push((thread, 1)),
        }
        Some(step)
    }

    fn chosen(self, schedule: Schedule) -> Chosen {
        let decided = self
            .decisions
            .iter()
            .filter_map(|&(thread, steps)| NonZeroU64::new(steps).map(|steps| Decision { thread, steps }));
        let schedule = Schedule { decisions: decided.collect(), then: None, ..schedule };
        Chosen { step: self.machine.steps(), schedule }
    }
}
