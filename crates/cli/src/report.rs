//! What is said about a run when it is over.

use std::io::{self, Write};

use interleave_schedule::{Runner, Schedule, Segments, Verdict, thread_letter, waiting};
use interleave_vm::{Limit, Machine, ThreadId};

/// Says why a run did not come to its end: who waits for what, or which limit was reached.
pub(crate) fn write_verdict(machine: &Machine, verdict: &Verdict, err: &mut dyn Write) -> io::Result<()> {
    match verdict {
        Verdict::Ended | Verdict::Raised => Ok(()),
        Verdict::Deadlocked(waits) => {
            writeln!(err, "interleave: deadlock: no thread can ever go on")?;
            for wait in waits {
                writeln!(err, "  {}", waiting::in_words(machine, wait))?;
            }
            waiting::ring(waits).map_or(Ok(()), |ring| writeln!(err, "  {}", ring_in_words(&ring)))
        }
        Verdict::LimitReached(limit) => writeln!(err, "interleave: {}", limit_in_words(machine, *limit)),
    }
}

fn ring_in_words(ring: &[ThreadId]) -> String {
    match ring {
        [only] => format!("Thread {} waits for itself.", thread_letter(*only)),
        _ => {
            let letters: Vec<_> =
                ring.iter().chain(ring.first()).map(|&thread| thread_letter(thread)).collect();
            format!("They wait for each other in a ring: {}.", letters.join(" -> "))
        }
    }
}

fn limit_in_words(machine: &Machine, limit: Limit) -> String {
    format!("{} ({} sets it)", limit.in_words(machine.limits()), crate::limits::flag(limit))
}

/// Says in one line which run it was.
pub(crate) fn write_last_line(runner: &Runner, verdict: &str, err: &mut dyn Write) -> io::Result<()> {
    let (schedule, segments): (&Schedule, &Segments) = (runner.schedule(), runner.segments());
    let plural = |count: u64, noun: &str| format!("{count} {noun}{}", if count == 1 { "" } else { "s" });
    writeln!(
        err,
        "interleave: seed {}, {}, {}, {verdict}, schedule {schedule}",
        schedule.seed,
        plural(segments.steps(), "step"),
        plural(segments.switches() as u64, "switch").replace("switchs", "switches"),
    )
}
