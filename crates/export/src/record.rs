//! A run with every step of it.

use interleave_schedule::{Schedule, Segments, Timeline};
use interleave_vm::{Machine, Step};

/// A run, as far as it was made, with every step of it.
#[derive(Clone, Debug)]
pub struct Record {
    /// The program's file.
    pub program: String,
    /// The schedule that it was begun with.
    pub schedule: Schedule,
    /// A schedule in which every turn is a decision.
    pub explicit: Schedule,
    /// Who ran when.
    pub segments: Segments,
    /// The steps, in order.
    pub steps: Vec<Step>,
    /// The machine behind the last of them.
    pub end: Machine,
    /// How the run ended, in a word or two.
    pub verdict: String,
}

impl Record {
    /// Makes the steps of a run once more, to have them all; `program` is the file's name. Without a verdict, the schedule
    /// does not fit the program.
    pub fn of(timeline: &mut Timeline, program: &str) -> Record {
        let segments = timeline.segments().clone();
        let mut end = timeline.seek(0).clone();
        let mut steps = Vec::new();
        for segment in segments.iter() {
            for _ in segment.from..segment.to {
                // What could be made once can be made again.
                steps.extend(end.step(segment.thread));
            }
        }
        let verdict = timeline.verdict().map(ToString::to_string);
        Record {
            program: program.into(),
            schedule: timeline.schedule().clone(),
            explicit: timeline.explicit_schedule(),
            segments,
            steps,
            end,
            verdict: verdict.unwrap_or_else(|| "schedule does not fit".into()),
        }
    }
}
