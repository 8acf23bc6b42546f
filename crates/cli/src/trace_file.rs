//! Writes a run's trace to a file: its forms are described in `crates/export`.

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;

use interleave_export::{Record, chrome, trace};
use interleave_schedule::{Progress, Runner, Timeline};
use interleave_vm::{Program, Step};

use crate::args::TraceFormat;

/// Writes the trace of a run of a program that is over.
pub(crate) fn write(path: &Path, format: TraceFormat, program: &Program, record: &Record) -> io::Result<()> {
    let mut file = File::create(path)?;
    let text = match format {
        TraceFormat::Json => trace::trace(record),
        TraceFormat::Chrome => {
            // What the lanes show is seen while a run is made.
            let mut timeline = Timeline::new(program, &record.schedule, *record.end.limits());
            while let Ok(Progress::Running) = timeline.advance(u64::MAX) {}
            chrome::chrome(&mut timeline, record)
        }
    };
    writeln!(file, "{text}")
}

/// A run that is over, with its steps and what is said of its end.
pub(crate) fn record(program: &str, runner: &Runner, steps: Vec<Step>, verdict: &str) -> Record {
    Record {
        program: program.into(),
        schedule: runner.schedule().clone(),
        explicit: runner.explicit_schedule(),
        segments: runner.segments().clone(),
        steps,
        end: runner.machine().clone(),
        verdict: verdict.into(),
    }
}
