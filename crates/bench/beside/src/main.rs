//! Searches all schedules of a program with another tool, as `interleave-bench explore` does with ours.
//!
//!     interleave-beside TOOL SECONDS PROGRAM
//!
//! A program is named like its file in `benches/programs/explore`, a tool as in `tools::TOOLS`. It prints words with tabs between
//! them: the program, the tool, how many executions it made, how many different ends it saw, in how many seconds of processor
//! time, and whether it was done or its time was up.

mod program;
mod tools;

use std::process::ExitCode;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use rustix::time::{ClockId, clock_gettime};

use program::Program;
use tools::{Search, Seen, TOOLS};

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [tool, seconds, name] = &args[..] else { return usage() };
    let known = TOOLS.iter().find(|(name, _)| name == tool);
    let (Some(&(_, search)), Ok(limit), Some(program)) = (known, seconds.parse::<f64>(), Program::of(name))
    else {
        return usage();
    };
    let seen = Seen::default();
    let (over, end) = channel();
    let start = processor_seconds();
    begin(search, program, seen.clone(), over);
    // Neither tool can be told to stop after so much processor time; the end of the process stops both.
    let done = loop {
        match end.recv_timeout(Duration::from_millis(20)) {
            Ok(()) => break "done",
            Err(RecvTimeoutError::Disconnected) => break "gave up",
            Err(RecvTimeoutError::Timeout) if processor_seconds() - start > limit => break "time is up",
            Err(RecvTimeoutError::Timeout) => {}
        }
    };
    let seconds = processor_seconds() - start;
    let (executions, outcomes) = seen.counts();
    println!("{name}\t{tool}\t{executions}\t{outcomes}\t{seconds}\t{done}");
    ExitCode::SUCCESS
}

/// Begins a search beside the caller, and says when it is over.
#[expect(clippy::disallowed_methods, reason = "what waits must be able to end while the search goes on")]
fn begin(search: Search, program: Program, seen: Seen, over: Sender<()>) {
    thread::spawn(move || {
        search(program, seen);
        // Nobody listens any more if the time is up.
        let _ = over.send(());
    });
}

fn usage() -> ExitCode {
    let tools: Vec<&str> = TOOLS.iter().map(|(name, _)| *name).collect();
    eprintln!("usage: interleave-beside TOOL SECONDS PROGRAM");
    eprintln!("tools: {}; programs: counter_3x2, bank_4x1, bank_4x1_lock and the like", tools.join(", "));
    ExitCode::from(2)
}

/// How long processors have worked for this program: what else the machine does makes little difference to it.
fn processor_seconds() -> f64 {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    time.tv_sec as f64 + time.tv_nsec as f64 / 1e9
}
