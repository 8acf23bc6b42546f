//! The timeline: a lane for each thread, and the strand of execution that runs through them. It is drawn for a width:
//! where steps are closer together than can be seen, a lane shows how much of the time its thread ran.

use std::fmt::Write;
use std::ops::Range;

use interleave_schedule::{Lane, Segments, SpanKind, Timeline};
use interleave_vm::ThreadId;

use super::mark::Doing;

/// The height of a lane, in the unit that widths are given in too.
pub const LANE_HEIGHT: f64 = 24.0;

/// Steps or spans that are closer together than this cannot be told apart.
const APART: f64 = 3.0;

/// How wide a step is drawn when steps are to be told apart.
const STEP_WIDTH: f64 = 9.0;

/// The lanes over a stretch of a run.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LanesView {
    /// The steps that are shown.
    pub stretch: Range<u64>,
    /// How wide it is drawn.
    pub width: f64,
    /// The lanes, in the order of the threads.
    pub lanes: Vec<LaneView>,
    /// From whom to whom execution goes, as an SVG path; empty where switches are too close together.
    pub strand: String,
}

/// A thread's lane: for each thing that it does, where it does that, as an SVG path.
#[derive(Clone, Debug, PartialEq)]
pub struct LaneView {
    /// Whose it is.
    pub thread: ThreadId,
    /// What is drawn.
    pub paths: Vec<(Doing, String)>,
}

impl LanesView {
    /// Where the place behind so many steps is.
    pub fn x(&self, step: u64) -> f64 {
        x(step, &self.stretch, self.width)
    }

    /// How high it is drawn.
    pub fn height(&self) -> f64 {
        LANE_HEIGHT * self.lanes.len() as f64
    }

    /// The place behind the step at which `x` is, where 1 is the right end.
    pub fn step_at(&self, x: f64) -> u64 {
        let steps = (self.stretch.end - self.stretch.start) as f64;
        self.stretch.start + (x.clamp(0.0, 1.0) * steps).round() as u64
    }
}

/// The stretch around a step in which steps can be told apart.
pub fn close_stretch(step: u64, steps: u64, width: f64) -> Range<u64> {
    let shown = ((width / STEP_WIDTH) as u64).max(10);
    let start = step.saturating_sub(shown / 2).min(steps.saturating_sub(shown));
    start..(start + shown).min(steps)
}

/// The lanes over a stretch of a run, drawn for a width.
pub fn lanes_view(timeline: &Timeline, stretch: Range<u64>, width: f64) -> LanesView {
    let lanes = timeline.lanes(stretch.clone());
    let views = lanes.iter().map(|lane| lane_view(lane, &stretch, width)).collect();
    let strand = strand(timeline.segments(), &stretch, width);
    LanesView { stretch, width, lanes: views, strand }
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
    let middle = (lane.thread.index() as f64 + 0.5) * LANE_HEIGHT;
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
        let y = (segment.thread.index() as f64 + 0.5) * LANE_HEIGHT;
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
    fn the_close_stretch_stays_within_the_run() {
        assert_eq!(close_stretch(0, 1_000, 900.0), 0..100);
        assert_eq!(close_stretch(500, 1_000, 900.0), 450..550);
        assert_eq!(close_stretch(1_000, 1_000, 900.0), 900..1_000);
        assert_eq!(close_stretch(5, 20, 900.0), 0..20);
    }
}
