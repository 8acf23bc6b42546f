//! What each thread did from step to step, to be drawn.

use std::ops::Range;

use interleave_vm::ThreadId;

use crate::modes::Change;
use crate::waiting::Wait;

/// What a thread did over a stretch of a run. Its spans follow each other without gaps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lane {
    /// Whose it is.
    pub thread: ThreadId,
    /// What it did, in order.
    pub spans: Vec<Span>,
}

/// What a thread did from one step to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// How many steps were made before.
    pub from: u64,
    /// How many steps were made at its end.
    pub to: u64,
    /// What the thread did.
    pub kind: SpanKind,
}

/// What a thread does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpanKind {
    /// It is yet to be started.
    NotStarted,
    /// The steps are its own.
    Running,
    /// It could go on, but another thread runs.
    Runnable,
    /// It waits for another thread.
    Blocked(Wait),
    /// It waits for the clock, or for another thread and the clock.
    Sleeping(Wait),
    /// It has ended.
    Finished,
}

/// Makes the lane of a thread over a stretch of steps, from its own segments there, in order, and from what it was in
/// between.
pub(crate) fn lane(
    thread: ThreadId,
    stretch: Range<u64>,
    own: impl Iterator<Item = Range<u64>>,
    changes: &[Change],
) -> Lane {
    let mut lane = Lane { thread, spans: Vec::new() };
    let mut at = stretch.start;
    let mut next = changes.partition_point(|change| change.from <= at);
    for own in own.chain(std::iter::once(stretch.end..stretch.end)) {
        let own = own.start.max(stretch.start)..own.end.min(stretch.end);
        while at < own.start {
            while changes.get(next).is_some_and(|change| change.from <= at) {
                next += 1;
            }
            let kind = next.checked_sub(1).map_or(SpanKind::NotStarted, |last| changes[last].kind);
            let to = changes.get(next).map_or(own.start, |change| change.from.min(own.start));
            lane.push(Span { from: at, to, kind });
            at = to;
        }
        lane.push(Span { from: own.start, to: own.end, kind: SpanKind::Running });
        at = at.max(own.end);
    }
    lane
}

impl Lane {
    fn push(&mut self, span: Span) {
        match self.spans.last_mut() {
            _ if span.from >= span.to => {}
            Some(last) if last.kind == span.kind && last.to == span.from => last.to = span.to,
            _ => self.spans.push(span),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spans(stretch: Range<u64>) -> Vec<(u64, u64, SpanKind)> {
        let change = |from, kind| Change { from, kind };
        let changes = [change(2, SpanKind::Runnable), change(6, SpanKind::Finished)];
        let own = [3..4, 5..6].into_iter().filter(|own| own.end > stretch.start && own.start < stretch.end);
        let lane = lane(ThreadId(1), stretch.clone(), own, &changes);
        lane.spans.iter().map(|span| (span.from, span.to, span.kind)).collect()
    }

    #[test]
    fn what_a_thread_was_fills_the_gaps_between_its_own_steps() {
        use SpanKind::{Finished, NotStarted, Runnable, Running};
        let all = [
            (0, 2, NotStarted),
            (2, 3, Runnable),
            (3, 4, Running),
            (4, 5, Runnable),
            (5, 6, Running),
            (6, 9, Finished),
        ];
        assert_eq!(spans(0..9), all);
        assert_eq!(spans(4..6), all[3..5]);
        assert_eq!(spans(7..9), [(7, 9, Finished)]);
        assert_eq!(spans(1..1), []);
    }
}
