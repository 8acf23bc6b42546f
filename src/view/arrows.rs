//! What happens before what: from a release to the next acquisition, from a set to the wait that it ends, and so on.

use std::collections::{BTreeMap, VecDeque};
use std::ops::Range;

use interleave_schedule::timeline::Mark as Event;
use interleave_vm::{Effect, Id, ThreadId};

/// A step of one thread lets a step of another go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arrow {
    /// The earlier step, counted from 0.
    pub from: u64,
    /// Whose it is.
    pub by: ThreadId,
    /// The later step; a thread's start is an arrow within one step.
    pub to: u64,
    /// Whose it is.
    pub of: ThreadId,
}

/// The happens-before arrows of a run, learned as it is made.
#[derive(Clone, Debug, Default)]
pub struct Arrows {
    /// In the order of the later steps.
    arrows: Vec<Arrow>,
    places: BTreeMap<Id, usize>,
    /// For each object, at its place, the steps with it that let others go on and were not answered yet: all that was put
    /// in a queue, and of all else the last.
    steps: Vec<VecDeque<(u64, ThreadId)>>,
    /// The threads that have ended, with their last steps.
    ends: Vec<(u64, ThreadId)>,
    seen: usize,
}

impl Arrows {
    /// Takes in what is new in what a run did to what threads wait for.
    pub fn learn(&mut self, events: &[Event]) {
        for event in &events[self.seen.min(events.len())..] {
            self.take_in(event);
        }
        self.seen = events.len();
    }

    /// The arrows that begin or end in a stretch of steps and are not longer than it.
    pub fn within(&self, stretch: &Range<u64>) -> impl Iterator<Item = &Arrow> {
        let length = stretch.end - stretch.start;
        let first = self.arrows.partition_point(|arrow| arrow.to < stretch.start);
        let last = self.arrows.partition_point(|arrow| arrow.to < stretch.end.saturating_add(length));
        let end = stretch.end;
        self.arrows[first..last].iter().filter(move |arrow| arrow.from < end)
    }

    fn take_in(&mut self, event: &Event) {
        let here = (event.step, event.thread);
        match event.effect {
            Effect::Release { object, .. }
            | Effect::Set { object }
            | Effect::Notify { object, .. }
            | Effect::Open { object, .. } => *self.of(object) = VecDeque::from([here]),
            Effect::Acquire { object, .. }
            | Effect::Waited { object, set: true }
            | Effect::Wake { object, notified: true }
            | Effect::Pass { object, .. } => {
                let last = self.of(object).back().copied();
                self.draw(last, here);
            }
            Effect::Put { object, done: true } => self.of(object).push_back(here),
            Effect::Take { object, done: true } => {
                let put = self.of(object).pop_front();
                self.draw(put, here);
            }
            Effect::Start { thread } => self.draw(Some(here), (event.step, thread)),
            Effect::Finish => self.ends.push(here),
            Effect::Join { thread, ended: true } => {
                let end = self.ends.iter().find(|(_, ended)| *ended == thread).copied();
                self.draw(end, here);
            }
            _ => {}
        }
    }

    fn of(&mut self, object: Id) -> &mut VecDeque<(u64, ThreadId)> {
        let next = self.steps.len();
        let place = *self.places.entry(object).or_insert(next);
        if place == next {
            self.steps.push(VecDeque::new());
        }
        &mut self.steps[place]
    }

    fn draw(&mut self, from: Option<(u64, ThreadId)>, (to, of): (u64, ThreadId)) {
        if let Some((from, by)) = from.filter(|&(_, by)| by != of) {
            self.arrows.push(Arrow { from, by, to, of });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arrows(events: &[(u64, u16, Effect)]) -> Vec<(u64, u16, u64, u16)> {
        let event = |(step, thread, effect): &(u64, u16, Effect)| Event {
            step: *step,
            thread: ThreadId(*thread),
            effect: effect.clone(),
        };
        let events: Vec<_> = events.iter().map(event).collect();
        let mut arrows = Arrows::default();
        arrows.learn(&events);
        arrows.within(&(0..100)).map(|arrow| (arrow.from, arrow.by.0, arrow.to, arrow.of.0)).collect()
    }

    #[test]
    fn a_release_comes_before_the_next_acquisition_by_another() {
        let object = Id(1);
        let acquire = Effect::Acquire { object, depth: 1 };
        let release = Effect::Release { object, depth: 0 };
        let events = [
            (1, 1, acquire.clone()),
            (4, 1, release.clone()),
            (6, 1, acquire.clone()),
            (7, 1, release),
            (9, 2, acquire),
        ];
        assert_eq!(arrows(&events), [(7, 1, 9, 2)]);
    }

    #[test]
    fn starts_joins_and_what_is_handed_over() {
        let (object, thread) = (Id(1), ThreadId(1));
        let put = Effect::Put { object, done: true };
        let take = Effect::Take { object, done: true };
        let events = [
            (1, 0, Effect::Start { thread }),
            (2, 0, put.clone()),
            (3, 0, put),
            (5, 1, take.clone()),
            (6, 1, take),
            (7, 1, Effect::Finish),
            (8, 0, Effect::Join { thread, ended: true }),
        ];
        assert_eq!(arrows(&events), [(1, 0, 1, 1), (2, 0, 5, 1), (3, 0, 6, 1), (7, 1, 8, 0)]);
    }
}
