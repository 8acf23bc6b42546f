//! What threads did while others ran, recorded as a run is made.

use interleave_vm::effect::Effect;
use interleave_vm::{Machine, Mode, Step, ThreadId};

use crate::lanes::SpanKind;
use crate::waiting::wait_of;

/// From a step on, a thread that is not running is this.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Change {
    /// How many steps were made before.
    pub(crate) from: u64,
    /// What the thread is from then on.
    pub(crate) kind: SpanKind,
}

/// The changes of each thread, in order; a thread is not started before the first of them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Modes {
    changes: Vec<Vec<Change>>,
    /// When the first sleeping thread will wake, in microseconds.
    next_wake: u64,
}

impl Modes {
    pub(crate) fn new(start: &Machine) -> Modes {
        let mut modes = Modes::default();
        modes.observe_all(start);
        modes
    }

    /// How many threads were started.
    pub(crate) fn threads(&self) -> usize {
        self.changes.len()
    }

    pub(crate) fn of(&self, thread: ThreadId) -> &[Change] {
        &self.changes[thread.index()]
    }

    /// Looks at a machine after a step. Only synchronisation and the clock change what other threads can do.
    pub(crate) fn observe(&mut self, machine: &Machine, step: &Step) {
        if machine.clock() >= self.next_wake || step.effects.iter().any(is_synchronisation) {
            self.observe_all(machine);
        } else {
            self.observe_one(machine, step.thread);
        }
    }

    /// Forgets what came after so many steps; the machine is as it was then.
    pub(crate) fn truncate(&mut self, machine: &Machine) {
        self.changes.truncate(machine.threads().len());
        for changes in &mut self.changes {
            let kept = changes.partition_point(|change| change.from <= machine.steps());
            changes.truncate(kept);
        }
        self.observe_all(machine);
    }

    fn observe_all(&mut self, machine: &Machine) {
        self.next_wake = u64::MAX;
        self.changes.resize_with(machine.threads().len(), Vec::new);
        machine.threads().for_each(|thread| self.observe_one(machine, thread));
    }

    fn observe_one(&mut self, machine: &Machine, thread: ThreadId) {
        let mode = machine.mode(thread);
        let kind = match (mode, wait_of(machine, thread)) {
            (Mode::Blocked, Some(wait)) => SpanKind::Blocked(wait),
            (Mode::Sleeping(_), Some(wait)) => SpanKind::Sleeping(wait),
            (Mode::Finished, _) => SpanKind::Finished,
            _ => SpanKind::Runnable,
        };
        if let Mode::Sleeping(until) = mode {
            self.next_wake = self.next_wake.min(until);
        }
        let changes = &mut self.changes[thread.index()];
        let from = machine.steps();
        match changes.last_mut() {
            Some(last) if last.kind == kind => {}
            Some(last) if last.from == from => last.kind = kind,
            _ => changes.push(Change { from, kind }),
        }
    }
}

/// Whether an effect is one that can let a thread go on or make it wait.
pub(crate) fn is_synchronisation(effect: &Effect) -> bool {
    !matches!(
        effect,
        Effect::Read { .. }
            | Effect::Write { .. }
            | Effect::Delete { .. }
            | Effect::Output { .. }
            | Effect::Raise { .. }
            | Effect::SwitchInterval { .. }
    )
}
