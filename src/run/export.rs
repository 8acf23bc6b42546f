//! What a person can take away of a run.

use std::ops::Range;

use interleave_export::{Record, chrome, trace};

use super::Run;
use crate::view::{Drawing, threads_view};

/// A trace of a longer run is made on the command line: a browser's tab may have no room for it.
pub const LONGEST_TRACE: u64 = 200_000;

/// How wide a drawing's lanes are.
const WIDTH: f64 = 1_000.0;

/// The run has so many steps, and that is too many to have all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooManySteps(pub u64);

impl std::fmt::Display for TooManySteps {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let TooManySteps(steps) = self;
        write!(
            f,
            "The run has {steps} steps, and a trace of at most {LONGEST_TRACE} is saved here. `interleave run --trace` writes all of it."
        )
    }
}

impl Run {
    /// The trace as Interleave's JSON.
    ///
    /// # Errors
    /// The run is too long.
    pub fn trace_json(&mut self) -> Result<String, TooManySteps> {
        let record = self.record()?;
        Ok(trace::trace(&record))
    }

    /// The trace for Perfetto and `chrome://tracing`.
    ///
    /// # Errors
    /// The run is too long.
    pub fn chrome_json(&mut self) -> Result<String, TooManySteps> {
        let record = self.record()?;
        Ok(chrome::chrome(&mut self.timeline, &record))
    }

    /// The timeline over a stretch of the run as an SVG file; `step` is the place that is pointed at.
    pub fn drawing(&mut self, title: &str, stretch: Range<u64>, needed: &[u64], step: u64) -> String {
        let view = self.lanes(stretch, WIDTH, needed);
        let machine = self.timeline.seek(self.timeline.len());
        let names: Vec<_> = threads_view(machine, None).into_iter().map(|thread| thread.short_name).collect();
        let (schedule, steps) = (self.timeline.schedule(), self.timeline.len());
        let verdict = self.verdict().map_or(String::new(), |verdict| format!(", {verdict}"));
        let subtitle = match schedule.decisions.is_empty() {
            true => format!("seed {}, {steps} steps{verdict}", schedule.seed),
            false => format!("{steps} steps{verdict}, by a schedule that was decided"),
        };
        Drawing { title, subtitle: &subtitle, view: &view, names: &names, step }.svg()
    }

    fn record(&mut self) -> Result<Record, TooManySteps> {
        let steps = self.timeline.len();
        if steps > LONGEST_TRACE {
            return Err(TooManySteps(steps));
        }
        let file = self.program.file.clone();
        Ok(Record::of(&mut self.timeline, &file))
    }
}
