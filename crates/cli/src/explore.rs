//! `interleave explore`: all schedules of a program.

use std::io::{self, IsTerminal, Write};
use std::rc::Rc;

use interleave_explore::{Ending, Exploration, Progress, Report};
use interleave_vm::{Diagnostic, Program};

use crate::args::ExploreArgs;
use crate::command::{Streams, status};
use crate::diagnostics;
use crate::source::Source;
use crate::{explore_json, explore_text};

/// How many operations are done between two looks at the progress.
const SLICE: u64 = 5_000;

/// Explores a program that compiled, and says what came of it.
pub(crate) fn explore(
    args: &ExploreArgs,
    program: &Rc<Program>,
    streams: &mut Streams<'_>,
) -> io::Result<u8> {
    let mut exploration = match Exploration::new(program, args.options()) {
        Ok(exploration) => exploration,
        Err(refused) => {
            let (flag, text, list) = match &refused {
                interleave_explore::Refused::Preemptions => {
                    writeln!(streams.err, "interleave: {refused}: leave out --preemptions or --reduce dpor")?;
                    return Ok(status::REFUSED);
                }
                interleave_explore::Refused::Outcome(list) => ("--outcome", &args.outcome, list),
                interleave_explore::Refused::Expect(list) => ("--expect", &args.expect, list),
            };
            write_expression(flag, text.as_deref().unwrap_or_default(), list, streams.err)?;
            return Ok(status::REFUSED);
        }
    };
    // Someone who looks on sees how far it is; a file does not.
    let watched = !args.json && io::stderr().is_terminal();
    while exploration.advance(SLICE) == Progress::Searching {
        if watched {
            match (exploration.runs(), exploration.size()) {
                (0, (states, frontier)) => {
                    write!(streams.err, "\r{states} states, {frontier} to go on from ")?;
                }
                (runs, _) => write!(streams.err, "\r{runs} runs ")?,
            }
            streams.err.flush()?;
        }
    }
    if watched {
        write!(streams.err, "\r{:60}\r", "")?;
    }
    // To find each outcome's schedule takes time, and only the JSON shows them.
    let report = if args.json { exploration.report() } else { exploration.summary() };
    if args.json {
        explore_json::write(&report, streams.out)?;
    } else {
        explore_text::write(&report, args, &program.source, streams.out)?;
    }
    Ok(status_of(&report))
}

fn status_of(report: &Report) -> u8 {
    match report.verdict {
        Ending::Passes => status::ENDED,
        Ending::Fails | Ending::Raises | Ending::Livelocks => status::RAISED,
        Ending::Deadlocks => status::DEADLOCK,
        Ending::Unproven => status::LIMIT,
    }
}

fn write_expression(flag: &str, text: &str, list: &[Diagnostic], err: &mut dyn Write) -> io::Result<()> {
    let source = Source { name: flag.into(), text: text.into() };
    diagnostics::write_all(list, &source, err)
}
