//! The run that a depth-first search is in: its moves, what comes before what, and which of them are in a race: dependent,
//! of different threads, and next to each other but for what comes neither before the one nor behind the other.

use std::rc::Rc;

use interleave_vm::ThreadId;

use crate::access::Places;
use crate::graph::Footprints;
use crate::world::{Follows, Threads};

/// For each thread, how many moves of the run there were up to its last one that comes before: a vector clock (Mattern,
/// "Virtual Time and Global States of Distributed Systems", 1989) that counts the moves of all threads together.
pub(crate) type Clock = Rc<[u32]>;

/// A move of the run.
#[derive(Debug)]
struct Event {
    thread: ThreadId,
    footprint: u32,
    /// What comes before it, and itself.
    clock: Clock,
    /// The threads' clocks as they were before it.
    before: Vec<Clock>,
}

/// The run so far.
#[derive(Debug, Default)]
pub(crate) struct Past {
    events: Vec<Event>,
    /// The moves of each thread.
    of: Vec<Vec<u32>>,
    /// What comes before whatever each thread does next.
    clocks: Vec<Clock>,
}

/// What a thread does next, or waits to do, as seen from the run so far.
#[derive(Debug)]
pub(crate) struct Races {
    /// The moves with which it is in a race, the last one first.
    pub(crate) with: Vec<usize>,
    /// What comes before it.
    pub(crate) clock: Vec<u32>,
}

/// Whether a clock has seen a thread's move.
fn has_seen(clock: &[u32], thread: ThreadId, event: usize) -> bool {
    clock.get(thread.index()).is_some_and(|&seen| seen as usize > event)
}

fn join(own: &mut Vec<u32>, other: &[u32]) {
    own.resize(own.len().max(other.len()), 0);
    own.iter_mut().zip(other).for_each(|(own, &other)| *own = (*own).max(other));
}

impl Past {
    /// Who made the moves.
    pub(crate) fn way(&self) -> Vec<ThreadId> {
        self.events.iter().map(|event| event.thread).collect()
    }

    /// The last move: who made it, and what it touched.
    pub(crate) fn last(&self) -> Option<(ThreadId, u32)> {
        self.events.last().map(|event| (event.thread, event.footprint))
    }

    /// Whether a thread has made a move since there were so many.
    pub(crate) fn moved_since(&self, thread: ThreadId, count: usize) -> bool {
        self.of(thread).last().is_some_and(|&last| last as usize >= count)
    }

    fn of(&self, thread: ThreadId) -> &[u32] {
        self.of.get(thread.index()).map_or(&[], Vec::as_slice)
    }

    fn clock(&self, thread: ThreadId) -> &[u32] {
        self.clocks.get(thread.index()).map_or(&[], |clock| clock)
    }

    /// The races of what a thread does next. `is_certain` says of a move whether the thread can do it without that move:
    /// where it cannot, or may not be able to, the moves before that one are looked at, too. (Of a lock's release and the
    /// acquisition that comes behind it the order is fixed; of the two acquisitions it is not.)
    pub(crate) fn races(
        &self,
        thread: ThreadId,
        footprint: u32,
        (footprints, places): (&mut Footprints, &Places),
        is_certain: impl Fn(usize) -> bool,
    ) -> Races {
        let mut clock = self.clock(thread).to_vec();
        let mut found = Vec::new();
        for (other, events) in self.of.iter().enumerate().filter(|(other, _)| *other != thread.index()) {
            let other = ThreadId(other as u16);
            let mut is_last = true;
            for event in events.iter().rev().map(|&event| event as usize) {
                if has_seen(self.clock(thread), other, event) {
                    break;
                }
                if !footprints.dependent(places, self.events[event].footprint, footprint) {
                    continue;
                }
                if std::mem::take(&mut is_last) {
                    join(&mut clock, &self.events[event].clock);
                }
                let certain = is_certain(event);
                found.push((event, certain));
                if certain {
                    break;
                }
            }
        }
        found.sort_unstable_by_key(|(event, _)| usize::MAX - event);
        let is_between = |event: usize, (other, certain): (usize, bool)| {
            certain && other > event && has_seen(&self.events[other].clock, self.events[event].thread, event)
        };
        let direct = |event: &usize| !found.iter().any(|&other| is_between(*event, other));
        Races { with: found.iter().map(|(event, _)| *event).filter(direct).collect(), clock }
    }

    /// The initials of a run in which what a thread does next, with this clock, comes before an event: who can be the first
    /// of those that do not come behind that event.
    pub(crate) fn initials(&self, event: usize, thread: ThreadId, clock: &[u32]) -> Threads {
        let first = &self.events[event];
        let mut seen: Vec<(ThreadId, usize)> = Vec::new();
        let mut initials = Threads::default();
        let mut look_at = |thread: ThreadId, at: usize, clock: &[u32]| {
            if seen.iter().any(|(known, _)| *known == thread) {
                return;
            }
            if !seen.iter().any(|&(other, first)| has_seen(clock, other, first)) {
                initials = initials.with(thread);
            }
            seen.push((thread, at));
        };
        for (later, at) in self.events[event + 1..].iter().zip(event + 1..) {
            if !has_seen(&later.clock, first.thread, event) {
                look_at(later.thread, at, &later.clock);
            }
        }
        look_at(thread, self.events.len(), clock);
        initials
    }

    /// One more move, with what comes before it; and who could go on because of it.
    pub(crate) fn push(&mut self, thread: ThreadId, footprint: u32, mut clock: Vec<u32>, follows: Follows) {
        let before = self.clocks.clone();
        let number = self.events.len() as u32;
        clock.resize(clock.len().max(thread.index() + 1), 0);
        clock[thread.index()] = number + 1;
        let clock: Clock = clock.into();
        self.set(thread, clock.clone());
        for later in follows.went_on.iter().filter(|later| *later != thread) {
            self.join_into(later, &clock);
        }
        self.follow(&follows);
        self.of.resize(self.of.len().max(thread.index() + 1), Vec::new());
        self.of[thread.index()].push(number);
        self.events.push(Event { thread, footprint, clock, before });
    }

    /// Takes note of who comes behind whom.
    pub(crate) fn follow(&mut self, follows: &Follows) {
        for &(later, earlier) in &follows.pairs {
            let earlier: Clock = self.clock(earlier).into();
            self.join_into(later, &earlier);
        }
    }

    fn join_into(&mut self, thread: ThreadId, clock: &[u32]) {
        let mut own = self.clock(thread).to_vec();
        join(&mut own, clock);
        self.set(thread, own.into());
    }

    fn set(&mut self, thread: ThreadId, clock: Clock) {
        self.clocks.resize(self.clocks.len().max(thread.index() + 1), Rc::new([]));
        self.clocks[thread.index()] = clock;
    }

    /// The last move is taken back.
    pub(crate) fn pop(&mut self) {
        let Some(Event { thread, before, .. }) = self.events.pop() else { return };
        self.of[thread.index()].pop();
        self.clocks = before;
    }
}
