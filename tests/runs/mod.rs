//! Runs of the lessons' programs, made to their ends.

use interleave_lessons::{End, Program};
use interleave_schedule::{Runner, Schedule};
use interleave_vm::{Limits, Stream};

/// How a run ended.
#[derive(Debug)]
pub(crate) struct Ended {
    verdict: String,
    output: String,
    errors: String,
    micros: u64,
}

impl Ended {
    /// What can be said about it.
    pub(crate) fn end(&self) -> End<'_> {
        End { verdict: &self.verdict, output: &self.output, errors: &self.errors, micros: self.micros }
    }
}

/// Makes a run to its end.
pub(crate) fn ended(program: &Program, schedule: &Schedule) -> Ended {
    let compiled = interleave_vm::Program::compile(program.source, program.file).expect("it compiles");
    let mut runner = Runner::new(&compiled, schedule, Limits::default());
    let verdict = runner.finish().unwrap_or_else(|misfit| panic!("{}: {misfit}", program.file));
    let machine = runner.machine();
    Ended {
        verdict: verdict.to_string(),
        output: machine.text(Stream::Out),
        errors: machine.text(Stream::Err),
        micros: machine.clock(),
    }
}
