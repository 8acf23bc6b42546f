//! A run in words: what each of its steps did, one after another.

use std::ops::Range;

use interleave_vm::{Effect, Machine, Step, Value};

use super::Run;
use crate::view::Caption;

/// A step in words.
#[derive(Clone, Debug, PartialEq)]
pub struct StoryRow {
    /// How many steps were made when it was.
    pub step: u64,
    /// Who made it, and what it did.
    pub caption: Caption,
    /// Whether other threads can see what it did.
    pub visible: bool,
}

impl Run {
    /// Some steps of the run in words, counted from 0. It costs as much as making them once more.
    pub fn story(&mut self, steps: Range<u64>) -> Vec<StoryRow> {
        let mut rows = Vec::new();
        self.tell(steps, |row| {
            rows.push(row);
            true
        });
        rows
    }

    /// Tells the steps one after another for as long as `go_on` wants to hear them.
    pub(super) fn tell(&mut self, steps: Range<u64>, mut go_on: impl FnMut(StoryRow) -> bool) {
        self.learn_sharing();
        let end = steps.end.min(self.timeline.len());
        let mut machine = self.timeline.seek(steps.start.min(end)).clone();
        let segments = self.timeline.segments();
        let mut segment = segments.index_of(machine.steps());
        while machine.steps() < end {
            let Some(current) = segments.get(segment) else { return };
            if current.to <= machine.steps() {
                segment += 1;
                continue;
            }
            let Ok(step) = machine.step(current.thread) else { return };
            let caption = Caption::of_step(&machine, &step, &self.listing);
            let visible = step.effects.iter().any(|effect| self.others_see(&machine, &step, effect));
            if !go_on(StoryRow { step: machine.steps(), caption, visible }) {
                return;
            }
        }
    }

    /// The last thing that others can see of what some steps did.
    pub fn gist(&mut self, steps: Range<u64>) -> Option<Caption> {
        self.story(steps).into_iter().rfind(|row| row.visible).map(|row| row.caption)
    }

    /// Whether an effect is worth telling by itself: others can see it, and it is no read of what never changes.
    fn others_see(&self, machine: &Machine, step: &Step, effect: &Effect) -> bool {
        match effect {
            Effect::Read { place, .. } | Effect::Write { place, .. } | Effect::Delete { place } => {
                !self.sharing.is_private(place) && self.writers.is_written_by_others(place, &Value::Unbound)
            }
            _ => !machine.code(step.code).internal || !matches!(effect, Effect::Raise { .. }),
        }
    }
}
