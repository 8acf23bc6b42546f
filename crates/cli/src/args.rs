//! What can be asked for.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};
use interleave_explore::{MAX_STATES, MAX_TRACES, Options, Reduce, Time};
use interleave_schedule::{Interval, Schedule};
use interleave_vm::Model;

use crate::lessons::LessonArgs;
use crate::limits::LimitArgs;

/// Runs threaded Python under a seeded schedule.
#[derive(Clone, Debug, Parser)]
#[command(name = "interleave", version)]
pub struct Args {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Clone, Debug, Subcommand)]
pub enum Command {
    /// Run a program.
    #[command(
        after_help = "Exit status: 0 ended, 1 uncaught exception, 2 could not compile or bad arguments, \
                            3 deadlock, 4 a limit was reached; or what the program gave to sys.exit."
    )]
    Run(Box<RunArgs>),
    /// Explore all schedules of a program: every outcome with its count, the shortest failure, or a proof.
    #[command(
        after_help = "Exit status: 0 proved, 1 a failure found, 2 could not compile or bad arguments, \
                            3 a deadlock found, 4 unproven."
    )]
    Explore(Box<ExploreArgs>),
    /// Show a program's instructions, as python3.13 -m dis does.
    Dis {
        /// The program; - is standard input.
        file: PathBuf,
    },
    /// List the lessons.
    Lessons,
    /// Run a lesson, and hold the run to what the lesson claims of it.
    #[command(after_help = "Exit status: 0 as claimed, 1 not as claimed, 2 there is no such lesson.")]
    Lesson(LessonArgs),
}

/// How to run a program.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct RunArgs {
    /// The program; - is standard input.
    pub file: PathBuf,
    /// What chance is drawn from.
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub seed: u64,
    /// The switch interval in instructions, or in seconds with an s behind it; if it is not given, the program's own,
    /// which is 0.005s at first.
    #[arg(long, value_name = "N|Ns")]
    pub interval: Option<Interval>,
    /// Where a switch can fall: before any instruction, or where CPython 3.13 with its GIL looks.
    #[arg(long, value_enum, default_value_t)]
    pub model: ModelName,
    /// Run by a schedule, as the last line of an earlier run has it.
    #[arg(long, value_name = "S", conflicts_with_all = ["seed", "interval", "model"])]
    pub schedule: Option<Schedule>,
    /// Write every step with its effects to a file.
    #[arg(long, value_name = "OUT.json")]
    pub trace: Option<PathBuf>,
    /// The form of that file: Interleave's own, or the one that Perfetto and chrome://tracing read.
    #[arg(long, value_enum, default_value_t, requires = "trace")]
    pub trace_format: TraceFormat,
    /// What `input()` reads: the lines of a file.
    #[arg(long, value_name = "FILE")]
    pub input: Option<PathBuf>,
    /// Leave out the last line, which says which run it was.
    #[arg(long)]
    pub quiet: bool,
    /// How much it may use.
    #[command(flatten)]
    pub limits: LimitArgs,
}

/// What to explore of a program, and how far.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct ExploreArgs {
    /// The program; - is standard input.
    pub file: PathBuf,
    /// Where a switch can fall: before any instruction, or where CPython 3.13 with its GIL looks.
    #[arg(long, value_enum, default_value_t)]
    pub model: ModelName,
    /// A Python expression whose value at the end is the outcome; if it is not given, the program's output is.
    #[arg(long, value_name = "EXPR")]
    pub outcome: Option<String>,
    /// A Python expression that must be true at the end; `output` in it is what the program wrote.
    #[arg(long, value_name = "EXPR")]
    pub expect: Option<String>,
    /// What a sleep promises: the order of events on an idle machine, or nothing.
    #[arg(long, value_enum, default_value_t)]
    pub time: TimeName,
    /// Only schedules with at most so many switches away from a thread that could have gone on.
    #[arg(long, value_name = "N")]
    pub preemptions: Option<u32>,
    /// What is made use of to look at less: that operations commute, and that a pool's workers are alike.
    #[arg(long, value_enum, default_value_t)]
    pub reduce: ReduceName,
    /// How many states are looked at before it gives up.
    #[arg(long, value_name = "N", default_value_t = MAX_STATES)]
    pub max_states: usize,
    /// With --reduce dpor: how many runs are gone through before it gives up.
    #[arg(long, value_name = "N", default_value_t = MAX_TRACES)]
    pub max_traces: u64,
    /// Write the report as JSON.
    #[arg(long)]
    pub json: bool,
    /// What `input()` reads: the lines of a file.
    #[arg(long, value_name = "FILE")]
    pub input: Option<PathBuf>,
    /// What chance is drawn from, where the program asks for it.
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub seed: u64,
    /// How much it may use on each of its ways.
    #[command(flatten)]
    pub limits: LimitArgs,
}

impl ExploreArgs {
    /// What is asked for.
    pub fn options(&self) -> Options {
        Options {
            model: self.model.into(),
            time: match self.time {
                TimeName::Any => Time::Any,
                TimeName::Virtual => Time::Virtual,
            },
            reduce: match self.reduce {
                ReduceName::Full => Reduce::Full,
                ReduceName::Dpor => Reduce::Dpor,
                ReduceName::None => Reduce::None,
            },
            outcome: self.outcome.clone(),
            expect: self.expect.clone(),
            preemptions: self.preemptions,
            max_states: self.max_states,
            max_traces: self.max_traces,
            limits: self.limits.limits(),
            seed: self.seed,
        }
    }
}

/// The form of a trace, by its name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum TraceFormat {
    /// Interleave's own.
    #[default]
    Json,
    /// Chrome's trace event format.
    Chrome,
}

/// What a sleep promises, by its name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum TimeName {
    /// Nothing: any order.
    #[default]
    Any,
    /// The order of events on an idle machine.
    Virtual,
}

/// Which use is made of it that operations commute, by its name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum ReduceName {
    /// All states are looked at, schedules and traces counted; which of a pool's workers takes a task is a move only if the
    /// program can tell them apart.
    #[default]
    Full,
    /// One run of each trace is gone through: for what has too many states.
    Dpor,
    /// Nothing: all states are looked at, traces are not counted, and who takes a task is a move of its own.
    None,
}

impl ModelName {
    /// Its name, as it is given.
    pub fn name(self) -> &'static str {
        match self {
            ModelName::Instruction => "instruction",
            ModelName::Gil => "gil",
        }
    }
}

/// A switch model by its name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum ModelName {
    /// Before any instruction.
    #[default]
    Instruction,
    /// Where CPython 3.13 with its GIL looks.
    Gil,
}

impl From<ModelName> for Model {
    fn from(name: ModelName) -> Model {
        match name {
            ModelName::Instruction => Model::Instruction,
            ModelName::Gil => Model::Gil,
        }
    }
}

impl RunArgs {
    /// The schedule that is asked for.
    pub fn schedule(&self) -> Schedule {
        let by_seed =
            || Schedule { interval: self.interval, model: self.model.into(), ..Schedule::seeded(self.seed) };
        self.schedule.clone().unwrap_or_else(by_seed)
    }
}
