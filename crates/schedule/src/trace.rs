//! What happened in a run, step by step.

use interleave_vm::{Machine, Step};
use xxhash_rust::xxh3::Xxh3Default;

pub use crate::canonical::Numbers;
use crate::canonical::Writer;
use crate::misfit::ScheduleError;
use crate::runner::{Progress, Runner};
use crate::scheduler::Scheduler;
use crate::verdict::Verdict;

/// Every step of a run with its effects. It is only made when it is asked for: a run is several times faster without.
#[derive(Clone, Debug)]
pub struct Trace {
    /// The steps, in order.
    pub steps: Vec<Step>,
    /// How the run ended.
    pub verdict: Verdict,
}

impl Trace {
    /// Goes on with a run to its end, and keeps every step.
    ///
    /// # Errors
    /// If the schedule does not fit the program.
    pub fn record<S: Scheduler>(runner: &mut Runner<S>) -> Result<Trace, ScheduleError> {
        let mut steps = Vec::new();
        loop {
            let progress = runner.advance_observed(u64::MAX, |_, step| steps.push(step.clone()))?;
            if let Progress::Over(verdict) = progress {
                return Ok(Trace { steps, verdict });
            }
        }
    }

    /// A number that is the same for the same trace, and for no other: see [`Hasher`].
    pub fn hash(&self, end: &Machine) -> u64 {
        let mut hasher = Hasher::default();
        self.steps.iter().for_each(|step| hasher.add(end, step));
        hasher.finish(end, &self.verdict)
    }
}

/// Makes a trace's hash as the run goes: XXH3, 64 bits, over every step's thread, code, instruction and effects, then
/// the clock at the end and the verdict, in a form that is the same on every machine and in every release.
#[derive(Clone, Default)]
pub struct Hasher {
    state: Xxh3Default,
    writer: Writer,
}

impl Hasher {
    /// Adds a step of the machine's run.
    pub fn add(&mut self, machine: &Machine, step: &Step) {
        self.writer.out.clear();
        self.writer.step(machine, step);
        self.state.update(&self.writer.out);
    }

    /// The hash of a run that ended so.
    pub fn finish(mut self, end: &Machine, verdict: &Verdict) -> u64 {
        self.state.update(&end.steps().to_le_bytes());
        self.state.update(&end.clock().to_le_bytes());
        self.state.update(verdict.to_string().as_bytes());
        self.state.digest()
    }
}
