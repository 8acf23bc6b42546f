//! Whether a run has come to what a person wanted of it.

use interleave_lessons::{Ending, Reach};
use interleave_schedule::Schedule;

use super::Run;
use crate::view::{Scene, Verdict};

/// Of the run from which a person begins so many steps are made: what threads write to is known by then.
const MOST_STEPS: u64 = 200_000;

impl Run {
    /// Another run of the same program, made to its end.
    pub fn with_schedule(&self, schedule: &Schedule) -> Run {
        let mut run = Run::new(&self.program, schedule, None);
        run.advance(MOST_STEPS);
        run
    }

    /// Whether a goal is reached where so much is seen of this run.
    pub fn reaches(&mut self, reach: &Reach, scene: &Scene) -> bool {
        let verdict = scene.shared.sum.as_ref().map(|sum| &sum.verdict);
        match reach {
            Reach::Less => matches!(verdict, Some(Verdict::Lost(_))),
            Reach::More => matches!(verdict, Some(Verdict::TooMuch(_))),
            Reach::Torn => scene.output.iter().any(|row| row.torn),
            Reach::Ends(ending) => scene.step == self.timeline.len() && self.ends(ending),
        }
    }

    fn ends(&mut self, ending: &Ending) -> bool {
        self.end(|end| ending.is(end)).unwrap_or(false)
    }
}
