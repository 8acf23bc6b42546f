//! The timeline: a lane for each thread, and the strand of execution that runs through them. It is drawn for a width:
//! where steps are closer together than can be seen, a lane shows how much of the time its thread ran.

use std::fmt::Write;
use std::ops::Range;

use interleave_schedule::{Held, Holds, Lane, Segments, SpanKind, Timeline};
use interleave_vm::ThreadId;

use super::arrows::Arrows;
use super::mark::Doing;
use crate::state::Zoom;

/// The height of a lane, in the unit that widths are given in too.
pub const LANE_HEIGHT: f64 = 24.0;

/// The height of a lock's row under the lanes.
pub const HOLD_HEIGHT: f64 = 18.0;

/// Steps or spans that are closer together than this cannot be told apart.
const APART: f64 = 3.0;

/// How wide a step is drawn when steps are to be told apart.
const STEP_WIDTH: f64 = 9.0;

/// Arrows that are closer together than this are a thicket.
const ARROWS_APART: f64 = 22.0;

/// As many locks have room under the lanes.
const MOST_LOCKS: usize = 5;

/// What the timeline is drawn from.
#[derive(Clone, Copy, Debug)]
pub struct Drawn<'a> {
    /// Who ran when.
    pub timeline: &'a Timeline,
    /// Who held which lock.
    pub holds: &'a Holds,
    /// What happened before what.
    pub arrows: &'a Arrows,
    /// The places at which a counterexample must switch.
    pub needed: &'a [u64],
}

/// The lanes over a stretch of a run.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LanesView {
    /// The steps that are shown.
    pub stretch: Range<u64>,
    /// How many steps the whole run has.
    pub steps: u64,
    /// How wide it is drawn.
    pub width: f64,
    /// The lanes, in the order of the threads.
    pub lanes: Vec<LaneView>,
    /// Under the lanes, who holds which lock.
    pub locks: Vec<HoldsView>,
    /// From whom to whom execution goes, as an SVG path; empty where switches are too close together.
    pub strand: String,
    /// The switches that a counterexample needs, as an SVG path.
    pub needed: String,
    /// What happens before what, as an SVG path of one line an arrow; empty where they are too many.
    pub arrows: String,
}

/// A thread's lane: for each thing that it does, where it does that, as an SVG path.
#[derive(Clone, Debug, PartialEq)]
pub struct LaneView {
    /// Whose it is.
    pub thread: ThreadId,
    /// What is drawn.
    pub paths: Vec<(Doing, String)>,
}

/// The holds of a lock, each thread's as an SVG path.
#[derive(Clone, Debug, PartialEq)]
pub struct HoldsView {
    /// What a reader of the program would call the lock.
    pub name: String,
    /// What is drawn.
    pub paths: Vec<(ThreadId, String)>,
}

impl LanesView {
    /// Where the place behind so many steps is.
    pub fn x(&self, step: u64) -> f64 {
        x(step, &self.stretch, self.width)
    }

    /// How high it is drawn.
    pub fn height(&self) -> f64 {
        height(self.lanes.len(), self.locks.len())
    }

    /// The place behind the step at which `x` is, where 1 is the right end.
    pub fn step_at(&self, x: f64) -> u64 {
        let steps = (self.stretch.end - self.stretch.start) as f64;
        self.stretch.start + (x.clamp(0.0, 1.0) * steps).round() as u64
    }

    /// One step closer, or further away, than this.
    pub fn zoomed(&self, closer: bool) -> Zoom {
        let shown = (self.stretch.end - self.stretch.start).max(1);
        let halved = (self.steps / shown).max(1).ilog2() as u8;
        Zoom(if closer { halved + 1 } else { halved.saturating_sub(1) })
    }
}

/// How high so many lanes and locks are drawn.
pub fn height(lanes: usize, locks: usize) -> f64 {
    LANE_HEIGHT * lanes as f64 + HOLD_HEIGHT * locks as f64
}

/// The stretch around a step that a zoom shows. It moves by half of its length, and not with every step: a drawing that
/// stands still is read more easily.
pub fn stretch_of(zoom: Zoom, step: u64, steps: u64, width: f64) -> Range<u64> {
    let closest = ((width / STEP_WIDTH) as u64).max(10);
    let shown = steps.checked_shr(zoom.0.into()).unwrap_or(0).max(closest);
    if zoom == Zoom::WHOLE || shown >= steps {
        return 0..steps;
    }
    let half = shown / 2;
    let start = (step / half * half).saturating_sub(half / 2).min(steps - shown);
    start..start + shown
}

/// The lanes over a stretch of a run, drawn for a width.
pub fn lanes_view(drawn: Drawn<'_>, stretch: Range<u64>, width: f64) -> LanesView {
    let Drawn { timeline, holds, arrows, needed } = drawn;
    let lanes = timeline.lanes(stretch.clone());
    let first_lock = LANE_HEIGHT * lanes.len() as f64;
    let locks = shown_locks(holds)
        .zip(0..)
        .map(|(held, row)| holds_view(held, first_lock + HOLD_HEIGHT * f64::from(row), &stretch, width));
    LanesView {
        steps: timeline.len(),
        width,
        locks: locks.collect(),
        strand: strand(timeline.segments(), &stretch, width),
        needed: needed_switches(timeline.segments(), needed, &stretch, width),
        arrows: arrow_lines(arrows, &stretch, width),
        lanes: lanes.iter().map(|lane| lane_view(lane, &stretch, width)).collect(),
        stretch,
    }
}

/// The locks that have a row of their own under the lanes.
pub fn shown_locks(holds: &Holds) -> impl Iterator<Item = &Held> {
    holds.locks().iter().filter(|held| held.name.is_some()).take(MOST_LOCKS)
}

fn holds_view(held: &Held, top: f64, stretch: &Range<u64>, width: f64) -> HoldsView {
    let mut paths: Vec<(ThreadId, String)> = Vec::new();
    let high = (HOLD_HEIGHT - 4.0) / held.layers().max(1) as f64;
    // Where holds follow each other closer than can be seen, the first in each column stands for those after it.
    let mut ends = vec![0.0f64; held.layers()];
    for hold in held.within(stretch) {
        let from = x(hold.from.max(stretch.start), stretch, width);
        let to = x(hold.to.min(stretch.end), stretch, width).max(from + 1.0);
        if from < ends[hold.layer] {
            continue;
        }
        ends[hold.layer] = to;
        let at = paths.iter().position(|(thread, _)| *thread == hold.thread).unwrap_or_else(|| {
            paths.push((hold.thread, String::new()));
            paths.len() - 1
        });
        let y = top + HOLD_HEIGHT - 2.0 - high * (hold.layer + 1) as f64;
        let _ = write!(paths[at].1, "M{from:.1} {y:.1}h{:.1}v{high:.1}h{:.1}z", to - from, from - to);
    }
    HoldsView { name: held.name.clone().unwrap_or_default(), paths }
}

fn arrow_lines(arrows: &Arrows, stretch: &Range<u64>, width: f64) -> String {
    let shown: Vec<_> = arrows.within(stretch).collect();
    if shown.len() as f64 * ARROWS_APART > width {
        return String::new();
    }
    let mut path = String::new();
    for arrow in shown {
        let (from, to) = (x(arrow.from + 1, stretch, width), x(arrow.to + 1, stretch, width));
        let (top, bottom) = (middle_of(arrow.by), middle_of(arrow.of));
        // It ends at the edge of the lane, so that its head is seen.
        let bottom = bottom - 7.0 * (bottom - top).signum();
        let bend = ((to - from) / 2.0).max(6.0);
        let _ = write!(
            path,
            "M{from:.1} {top:.1}C{:.1} {top:.1} {to:.1} {:.1} {to:.1} {bottom:.1}",
            from + bend,
            bottom - (bottom - top) / 2.0
        );
        let back = 4.5 * (bottom - top).signum();
        let _ = write!(path, "m-3 {:.1}l3 {back:.1}l3 {:.1}", -back, -back);
    }
    path
}

fn needed_switches(segments: &Segments, needed: &[u64], stretch: &Range<u64>, width: f64) -> String {
    let mut path = String::new();
    for &place in needed.iter().filter(|&&place| place > 0 && stretch.contains(&place)) {
        let index = segments.index_of(place);
        let (Some(before), Some(after)) = (segments.get(segments.index_of(place - 1)), segments.get(index))
        else {
            continue;
        };
        let _ = write!(
            path,
            "M{:.1} {}V{}",
            x(place, stretch, width),
            middle_of(before.thread),
            middle_of(after.thread)
        );
    }
    path
}

fn middle_of(thread: ThreadId) -> f64 {
    (thread.index() as f64 + 0.5) * LANE_HEIGHT
}

fn x(step: u64, stretch: &Range<u64>, width: f64) -> f64 {
    let steps = (stretch.end - stretch.start).max(1) as f64;
    (step.saturating_sub(stretch.start) as f64 / steps * width * 10.0).round() / 10.0
}

/// A piece of a lane that is drawn in one way; `share` is how much of it that takes up.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Bar {
    doing: Doing,
    share: f64,
    from: f64,
    to: f64,
}

fn lane_view(lane: &Lane, stretch: &Range<u64>, width: f64) -> LaneView {
    let too_many = lane.spans.len() as f64 * APART > width;
    let bars = if too_many { columns(lane, stretch, width) } else { bars(lane, stretch, width) };
    let middle = middle_of(lane.thread);
    let mut paths: Vec<(Doing, String)> = Vec::new();
    for bar in bars {
        let at = paths.iter().position(|(doing, _)| *doing == bar.doing).unwrap_or_else(|| {
            paths.push((bar.doing, String::new()));
            paths.len() - 1
        });
        let length = bar.to - bar.from;
        let path = &mut paths[at].1;
        let _ = match half_height(bar) {
            None => write!(path, "M{:.1} {middle}h{length:.1}", bar.from),
            Some(half) => {
                let (top, high) = (middle - half, 2.0 * half);
                write!(path, "M{:.1} {top:.1}h{length:.1}v{high:.1}h{:.1}z", bar.from, -length)
            }
        };
    }
    LaneView { thread: lane.thread, paths }
}

/// Half of how high a bar is; none for what is drawn as a line.
fn half_height(bar: Bar) -> Option<f64> {
    match bar.doing {
        Doing::Running => Some(2.0 + 6.0 * bar.share),
        Doing::Runnable => Some(3.5),
        Doing::Blocked => Some(5.0),
        Doing::Sleeping | Doing::Finished => None,
    }
}

fn doing_of(kind: SpanKind) -> Option<Doing> {
    match kind {
        SpanKind::Running => Some(Doing::Running),
        SpanKind::Runnable => Some(Doing::Runnable),
        SpanKind::Blocked(_) => Some(Doing::Blocked),
        SpanKind::Sleeping(_) => Some(Doing::Sleeping),
        SpanKind::NotStarted | SpanKind::Finished => None,
    }
}

/// Every span by itself.
fn bars(lane: &Lane, stretch: &Range<u64>, width: f64) -> Vec<Bar> {
    let mut bars: Vec<Bar> = Vec::new();
    for span in &lane.spans {
        let Some(doing) = doing_of(span.kind) else { continue };
        let (from, to) = (x(span.from, stretch, width), x(span.to, stretch, width));
        match bars.last_mut() {
            // Two waits in a row are drawn as one.
            Some(last) if last.doing == doing && last.to == from => last.to = to,
            _ => bars.push(Bar { doing, share: 1.0, from, to }),
        }
    }
    bars
}

/// Column by column: how much of it the thread ran, and if it did not, what it did most.
fn columns(lane: &Lane, stretch: &Range<u64>, width: f64) -> Vec<Bar> {
    const ALL: [Doing; 4] = [Doing::Running, Doing::Runnable, Doing::Blocked, Doing::Sleeping];
    let count = width.max(1.0) as usize;
    let steps = (stretch.end - stretch.start).max(1) as f64;
    let scale = count as f64 / steps;
    let mut shares = vec![[0.0f64; 4]; count];
    for span in &lane.spans {
        let Some(kind) = doing_of(span.kind).and_then(|doing| ALL.iter().position(|d| *d == doing)) else {
            continue;
        };
        let from = (span.from - stretch.start) as f64 * scale;
        let to = (span.to - stretch.start) as f64 * scale;
        for (column, share) in shares.iter_mut().enumerate().take(to.ceil() as usize).skip(from as usize) {
            share[kind] += (to.min(column as f64 + 1.0) - from.max(column as f64)).max(0.0);
        }
    }
    let mut bars: Vec<Bar> = Vec::new();
    for (column, share) in shares.iter().enumerate() {
        let most = (1..4).max_by(|&a, &b| share[a].total_cmp(&share[b])).unwrap_or(1);
        let (kind, share) =
            if share[0] > 0.01 { (0, (share[0] * 4.0 - 0.01).ceil() / 4.0) } else { (most, share[most]) };
        let (from, to) = (column as f64, column as f64 + 1.0);
        let share = if kind == 0 { share.min(1.0) } else { share.min(1.0).ceil() };
        match bars.last_mut() {
            _ if share == 0.0 => {}
            Some(last) if last.doing == ALL[kind] && last.share == share && last.to == from => last.to = to,
            _ => bars.push(Bar { doing: ALL[kind], share, from, to }),
        }
    }
    bars
}

/// The strand of execution: along the lane of who runs, and at each switch over to the next.
fn strand(segments: &Segments, stretch: &Range<u64>, width: f64) -> String {
    let first = segments.index_of(stretch.start);
    let end = segments.index_of(stretch.end.max(1) - 1) + 1;
    let end = end.min(segments.len());
    if stretch.is_empty() || end.saturating_sub(first) as f64 * APART > width {
        return String::new();
    }
    let mut path = String::new();
    for segment in (first..end).filter_map(|index| segments.get(index)) {
        let (from, to) = (segment.from.max(stretch.start), segment.to.min(stretch.end));
        let y = middle_of(segment.thread);
        let _ = match path.is_empty() {
            true => write!(path, "M{:.1} {y}", x(from, stretch, width)),
            false => write!(path, "V{y}"),
        };
        let _ = write!(path, "H{:.1}", x(to, stretch, width));
    }
    path
}

#[cfg(test)]
mod tests {
    use interleave_schedule::Span;

    use super::*;

    fn lane(spans: &[(u64, u64, SpanKind)]) -> Lane {
        let spans = spans.iter().map(|&(from, to, kind)| Span { from, to, kind }).collect();
        Lane { thread: ThreadId(1), spans }
    }

    #[test]
    fn spans_that_can_be_told_apart_are_drawn_one_by_one() {
        use SpanKind::{Finished, NotStarted, Runnable, Running};
        let lane = lane(&[(0, 2, NotStarted), (2, 4, Runnable), (4, 6, Running), (6, 10, Finished)]);
        let view = lane_view(&lane, &(0..10), 100.0);
        let expected = [
            (Doing::Runnable, "M20.0 32.5h20.0v7.0h-20.0z".to_string()),
            (Doing::Running, "M40.0 28.0h20.0v16.0h-20.0z".to_string()),
        ];
        assert_eq!(view.paths, expected);
    }

    #[test]
    fn spans_that_cannot_be_told_apart_are_drawn_as_shares() {
        use SpanKind::{Runnable, Running};
        let spans: Vec<_> =
            (0..10_000).map(|n| (n, n + 1, if n % 2 == 0 { Running } else { Runnable })).collect();
        let view = lane_view(&lane(&spans), &(0..10_000), 100.0);
        assert_eq!(view.paths, [(Doing::Running, "M0.0 31.0h100.0v10.0h-100.0z".to_string())]);
    }

    #[test]
    fn a_lane_is_never_longer_than_its_width_allows() {
        use SpanKind::{Runnable, Running};
        let spans: Vec<_> =
            (0..100_000).map(|n| (n, n + 1, if (n * n) % 7 < 3 { Running } else { Runnable })).collect();
        let bars = columns(&lane(&spans), &(0..100_000), 1_200.0);
        assert!(bars.len() <= 1_200);
    }

    #[test]
    fn a_zoom_stays_within_the_run_and_stands_still_for_half_its_length() {
        let closest = |step, steps| stretch_of(Zoom::CLOSEST, step, steps, 900.0);
        assert_eq!(closest(0, 1_000), 0..100);
        assert_eq!(closest(500, 1_000), 475..575);
        assert_eq!(closest(549, 1_000), 475..575);
        assert_eq!(closest(550, 1_000), 525..625);
        assert_eq!(closest(1_000, 1_000), 900..1_000);
        assert_eq!(closest(5, 20), 0..20);
        assert_eq!(stretch_of(Zoom(2), 0, 1_000, 900.0), 0..250);
        assert_eq!(stretch_of(Zoom::WHOLE, 7, 1_000, 900.0), 0..1_000);
        let view = |stretch| LanesView { stretch, steps: 1_000, ..LanesView::default() };
        assert_eq!([view(0..250).zoomed(true), view(0..250).zoomed(false)], [Zoom(3), Zoom(1)]);
        assert_eq!([view(0..1_000).zoomed(true), view(0..1_000).zoomed(false)], [Zoom(1), Zoom(0)]);
    }
}
