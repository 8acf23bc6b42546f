//! How a program can end.

use std::fmt;

use interleave_vm::{Effect, Expression, Limit, Machine, Str, Stream, ThreadId};

use crate::world::{State, Stuck};

/// How a program ends, in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ending {
    /// All is as it should be.
    Passes,
    /// What was expected does not hold.
    Fails,
    /// An exception that nothing caught ended a thread.
    Raises,
    /// Threads are left, and none of them can ever go on.
    Deadlocks,
    /// Threads are left that go on for ever and come to nothing.
    Livelocks,
    /// A limit was reached first.
    Unproven,
}

impl Ending {
    /// Whether it is a failure.
    pub fn is_failure(self) -> bool {
        !matches!(self, Ending::Passes | Ending::Unproven)
    }
}

impl fmt::Display for Ending {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Ending::Passes => "passes",
            Ending::Fails => "fails",
            Ending::Raises => "raises",
            Ending::Deadlocks => "deadlocks",
            Ending::Livelocks => "livelocks",
            Ending::Unproven => "unproven",
        })
    }
}

/// A way in which the program can end.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Outcome {
    /// How.
    pub ending: Ending,
    /// The value of the expression that was asked for, or what was written to standard output; none if the expression
    /// has none there.
    pub value: Option<String>,
    /// What is to be said of it: an exception's last line, why an expression has no value.
    pub note: Option<String>,
}

/// What is asked of each end.
#[derive(Clone, Debug, Default)]
pub struct Question {
    /// Whose value is the outcome.
    pub outcome: Option<Expression>,
    /// What must be true.
    pub expect: Option<Expression>,
}

impl Question {
    /// The outcome of a state in which nobody can make a move; what the expressions read is added to `effects`.
    pub fn answer(&self, state: &State, effects: &mut Vec<Effect>) -> Outcome {
        let machine = &state.machine;
        if let Some(stuck) = state.stuck {
            return Outcome { ending: Ending::Unproven, value: None, note: Some(in_words(machine, stuck)) };
        }
        let (value, mut note) = match &self.outcome {
            None => (Some(machine.text(Stream::Out)), None),
            Some(expression) => match evaluate(machine, expression, effects) {
                Ok(value) => (Some(value.to_string()), None),
                Err(why) => (None, Some(format!("the outcome has no value: {why}"))),
            },
        };
        let mut ending = if !machine.is_finished() {
            if state.spinning.is_empty() { Ending::Deadlocks } else { Ending::Livelocks }
        } else if let Some(failure) = machine.failures().first() {
            note = Some(raised(machine, failure.thread, &machine.exception_line(failure.exception)));
            Ending::Raises
        } else {
            Ending::Passes
        };
        if let (Ending::Passes, Some(expect)) = (ending, &self.expect) {
            match evaluate(machine, expect, effects) {
                Ok(value) if value.as_str() == "True" => {}
                Ok(_) => ending = Ending::Fails,
                Err(why) => {
                    ending = Ending::Fails;
                    note = Some(format!("what is expected has no value: {why}"));
                }
            }
        }
        Outcome { ending, value, note }
    }
}

fn evaluate(machine: &Machine, expression: &Expression, effects: &mut Vec<Effect>) -> Result<Str, String> {
    let (value, read) = machine.evaluate_observed(expression);
    effects.extend(read);
    value
}

fn raised(machine: &Machine, thread: ThreadId, line: &str) -> String {
    match thread {
        ThreadId::MAIN => line.to_string(),
        _ => format!("{line} (in {})", machine.thread_name(thread)),
    }
}

fn in_words(machine: &Machine, stuck: Stuck) -> String {
    match stuck {
        Stuck::Limit(limit) => Limit::in_words(limit, machine.limits()),
        Stuck::Threads => "the program starts more than 63 threads, which is the limit of a search".into(),
        Stuck::Quiet => "a thread goes on and on without doing anything that others can see".into(),
    }
}
