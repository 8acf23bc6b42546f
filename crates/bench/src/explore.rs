//! A search over all schedules of a program, from its source to the counts of its ends.

use std::fmt::{self, Display};

use interleave_explore::{Exploration, Options, Progress};
use interleave_vm::Program;

/// How many operations are done between two looks at the time.
const SLICE: u64 = 1_000;

/// What a search came to. As text it is words with tabs between them.
#[derive(Debug)]
pub(crate) struct Figures {
    schedules: Option<String>,
    traces: Option<String>,
    states: usize,
    operations: u64,
    outcomes: usize,
    /// Whether everything was searched.
    proved: bool,
}

/// Searches a program as `interleave explore` does, for as long as `more` says; or what is wrong with it.
pub(crate) fn explore(source: &str, name: &str, more: impl Fn() -> bool) -> Result<Figures, String> {
    let program = Program::compile(source, name)
        .map_err(|diagnostics| format!("{name}: {}", diagnostics[0].message))?;
    let mut exploration =
        Exploration::new(&program, Options::default()).map_err(|refused| refused.to_string())?;
    while exploration.advance(SLICE) == Progress::Searching && more() {}
    let report = exploration.summary();
    Ok(Figures {
        schedules: report.schedules.map(|count| count.to_string()),
        traces: report.traces.map(|count| count.to_string()),
        states: report.states.unwrap_or_default(),
        operations: report.operations,
        outcomes: report.outcomes.len(),
        proved: report.proved,
    })
}

impl Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let or_none = |count: &Option<String>| count.clone().unwrap_or("-".into());
        let (schedules, traces) = (or_none(&self.schedules), or_none(&self.traces));
        let Figures { states, operations, outcomes, proved, .. } = self;
        let end = if *proved { "done" } else { "unproven" };
        write!(f, "{schedules}\t{traces}\t{states}\t{operations}\t{outcomes}\t{end}")
    }
}
