//! What a lesson is made of.

use crate::end::{End, Ending};

/// A program worth watching.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lesson {
    /// Its name in addresses and on the command line: its folder's.
    pub id: &'static str,
    /// What it is about.
    pub title: &'static str,
    /// The part of the talk it belongs to.
    pub part: &'static str,
    /// What to watch.
    pub look_for: &'static str,
    /// What to take away, once the run has been seen.
    pub after: &'static str,
    /// The program; where there is a fix, that comes second. There is at least one.
    pub programs: &'static [Program],
    /// Shared values whose sum says whether all is well.
    pub sum: Option<Sum>,
    /// How to search all its schedules.
    pub exploration: Exploration,
    /// A question to answer before a run is seen.
    pub prediction: Prediction,
    /// Runs worth naming. There is at least one, and the first is what the lesson opens with.
    pub presets: &'static [Preset],
    /// A chart of how long the programs take.
    pub chart: Option<Chart>,
    /// What to bring about by choosing who goes on; the easiest comes first.
    pub goals: &'static [Goal],
}

/// A Python program of a lesson.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Program {
    /// What it is called beside the lesson's others.
    pub name: &'static str,
    /// Its file's name, as tracebacks show it.
    pub file: &'static str,
    /// Its source.
    pub source: &'static str,
}

/// Shared values whose sum says whether all is well.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sum {
    /// What the sum is.
    pub label: &'static str,
    /// What is added up: columns of tables (`account.balance`), attributes of global variables, or these themselves.
    pub of: &'static [&'static str],
    /// What it comes to if all is well.
    pub expected: i64,
    /// Whether it has to be so only when the program has ended.
    pub at_end: bool,
}

/// How to search all schedules of a lesson's programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exploration {
    /// The Python expression that tells ends apart; where there is none, the output does.
    pub outcome: Option<&'static str>,
    /// The Python expression that must be true at every end.
    pub expect: Option<&'static str>,
    /// What sleeping counts for.
    pub time: Time,
}

/// What sleeping counts for in a search of all schedules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Time {
    /// A sleep can take any time.
    Any,
    /// Who sleeps longer wakes later.
    Virtual,
}

/// A question about how a run will end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Prediction {
    /// The question.
    pub question: &'static str,
    /// Two to four answers; of a run, the first whose ending it has is right. The last is right of every run.
    pub answers: &'static [Answer],
}

/// An answer to choose.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Answer {
    /// What it says.
    pub text: &'static str,
    /// How the runs end that it is right of.
    pub ending: Ending,
}

/// A run worth naming.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Preset {
    /// What is special about it.
    pub name: &'static str,
    /// Which run it is, as `interleave run` prints it.
    pub schedule: &'static str,
    /// Which of the lesson's programs it is a run of.
    pub program: usize,
}

/// Something to bring about by choosing who goes on, from where the lesson's first run has its first choice.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Goal {
    /// What to bring about, as a request.
    pub text: &'static str,
    /// In which of the lesson's programs.
    pub program: usize,
    /// What that means.
    pub reach: Reach,
    /// The fewest moves that bring it about. Tests find them by trying all.
    pub moves: usize,
}

/// What is to be brought about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reach {
    /// The lesson's sum is less than it must be.
    Less,
    /// The lesson's sum is more than it must be.
    More,
    /// A line of output is by more than one thread.
    Torn,
    /// The run ends so.
    Ends(Ending),
}

/// What a lesson says of its runs, for tests to hold it to. It stands apart from the lesson, so that a page need not
/// carry it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Checks {
    /// How each of the presets ends.
    pub presets: &'static [Ending],
    /// What is said of many runs.
    pub claims: &'static [Claim],
}

/// Something that is said of many runs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Claim {
    /// What is said.
    pub text: &'static str,
    /// Which of the lesson's programs it is said of.
    pub program: usize,
    /// What that means.
    pub said: Said,
}

/// What is said of many runs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Said {
    /// Of so many runs, how they end.
    Of(Holds, Ending),
    /// What exploring all schedules comes to.
    Explored(Explored),
}

/// What exploring all schedules comes to. What is left out is not said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Explored {
    /// The verdict: `passes`, `fails`, `raises` or `deadlocks`.
    pub verdict: &'static str,
    /// How many schedules there are.
    pub schedules: Option<u64>,
    /// How many of them fail.
    pub failing: Option<u64>,
    /// How many outcomes they have.
    pub outcomes: Option<usize>,
}

/// Of how many runs something is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Of all.
    Always,
    /// Of some, but not of all.
    Sometimes,
    /// Of none.
    Never,
}

/// How long kinds of work take in each of some models of concurrency, made from what the programs print about it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Chart {
    /// The kinds of work.
    pub works: &'static [Work],
    /// The models.
    pub bars: &'static [Bar],
    /// What the chart leaves out.
    pub note: &'static str,
}

/// A kind of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Work {
    /// What it is.
    pub text: &'static str,
    /// What the programs call it: they print `name: 4.0 ms`.
    pub name: &'static str,
}

/// A model of concurrency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    /// What it is.
    pub text: &'static str,
    /// Which of the lesson's programs runs in it.
    pub program: usize,
    /// On how many machines at once, each with an interpreter and a core of its own.
    pub machines: u64,
    /// What it costs to start one, and how data gets there.
    pub cost: &'static str,
}

impl Lesson {
    /// The run that the lesson opens with.
    pub fn opening(&self) -> &'static Preset {
        &self.presets[0]
    }
}

impl Prediction {
    /// Which answer is right of a run.
    pub fn right(&self, end: &End<'_>) -> usize {
        let last = self.answers.len() - 1;
        self.answers.iter().position(|answer| answer.ending.is(end)).unwrap_or(last)
    }
}

impl Chart {
    /// How long a kind of work took in milliseconds, as a program printed it.
    pub fn milliseconds<'a>(work: &Work, output: &'a str) -> Option<&'a str> {
        let figure = |line: &'a str| line.strip_prefix(work.name)?.strip_prefix(": ")?.strip_suffix(" ms");
        output.lines().find_map(figure)
    }
}
