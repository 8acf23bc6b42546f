//! The ends that a search over all schedules comes to, where a sleep promises nothing: a machine with much else to do may wake a
//! sleeper late.

use std::rc::Rc;

use interleave_explore::{Ending, Exploration, Options, Outcome, Time};
use interleave_vm::Program;

/// The ends of all schedules; fewer, if there are more than so many states.
pub(crate) fn search(program: &Rc<Program>, max_states: usize) -> Vec<Outcome> {
    let options = Options { time: Time::Any, max_states, ..Options::default() };
    let Ok(mut exploration) = Exploration::new(program, options) else { return Vec::new() };
    exploration.finish();
    exploration.outcomes().cloned().collect()
}

/// Whether threads are left that never come to their end.
pub(crate) fn is_stuck(outcome: &Outcome) -> bool {
    matches!(outcome.ending, Ending::Deadlocks | Ending::Livelocks)
}
