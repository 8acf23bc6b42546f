//! Copies of a machine along a run, to go back to.

use interleave_vm::{Machine, Model};

use crate::segments::Segments;

/// How many copies are kept at most. A copy costs little (pages are shared), but not nothing.
const MOST: usize = 512;

/// How far apart copies are at first, in steps.
const FIRST_SPACING: u64 = 512;

/// Copies of a machine, the first of them at the start. They are spread evenly, and thinned out as the run grows:
/// memory stays bounded, and getting to a step costs at most [`Checkpoints::spacing`] steps.
#[derive(Clone, Debug)]
pub(crate) struct Checkpoints {
    spacing: u64,
    kept: Vec<Machine>,
}

impl Checkpoints {
    pub(crate) fn new(start: Machine) -> Checkpoints {
        Checkpoints { spacing: FIRST_SPACING, kept: vec![start] }
    }

    /// How far apart copies are at most, in steps.
    pub(crate) fn spacing(&self) -> u64 {
        self.spacing
    }

    /// Keeps a copy of the machine, if it is far enough from the last.
    pub(crate) fn offer(&mut self, machine: &Machine) {
        let last = self.kept.last().map_or(0, Machine::steps);
        if machine.steps() < last + self.spacing {
            return;
        }
        self.kept.push(machine.clone());
        if self.kept.len() > MOST {
            let mut index = 0;
            self.kept.retain(|_| {
                index += 1;
                index % 2 == 1
            });
            self.spacing *= 2;
        }
    }

    /// The last copy that is not behind a step.
    pub(crate) fn before(&self, step: u64) -> &Machine {
        let place = self.kept.partition_point(|machine| machine.steps() <= step);
        &self.kept[place.saturating_sub(1)]
    }

    /// Forgets the copies behind a step.
    pub(crate) fn truncate(&mut self, step: u64) {
        let kept = self.kept.partition_point(|machine| machine.steps() <= step);
        self.kept.truncate(kept.max(1));
    }
}

/// Takes a machine on along a run until it has made so many steps.
pub(crate) fn replay(machine: &mut Machine, segments: &Segments, to: u64) {
    let mut index = segments.index_of(machine.steps());
    while machine.steps() < to {
        let Some(segment) = segments.get(index) else { return };
        if segment.to <= machine.steps() {
            index += 1;
            continue;
        }
        let steps = segment.to.min(to) - machine.steps();
        // A thread that goes on after input, output or a wait stops in between: it is told to go on.
        let ran = machine.run(segment.thread, steps, Model::Instruction);
        debug_assert!(ran.is_ok_and(|ran| ran.steps > 0), "the machine does not run as it was recorded");
        if !ran.is_ok_and(|ran| ran.steps > 0) {
            return;
        }
    }
}
