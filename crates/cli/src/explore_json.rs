//! What an exploration found out, as JSON: its form is described in this crate's README.

use std::io::{self, Write};

use interleave_explore::{Counterexample, Found, Part, Report, Switch};
use interleave_schedule::thread_letter;
use serde_json::{Value as Json, json};

/// Writes a report in one line.
pub(crate) fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let json = json!({
        "verdict": report.verdict.to_string(),
        "proved": report.proved,
        "gap": report.gap,
        "schedules": count(report.schedules.as_ref()),
        "traces": count(report.traces.as_ref()),
        "redundant": report.redundant,
        "states": report.states,
        "operations": report.operations,
        "endless": report.endless,
        "outcomes": report.outcomes.iter().map(outcome).collect::<Vec<_>>(),
        "counterexample": report.counterexample.as_ref().map(counterexample),
        "sampled": report.sampled.as_ref().map(|sample| json!({
            "runs": sample.runs,
            "estimate": sample.estimate,
            "outcomes": sample.outcomes.iter().map(|(outcome, runs)| json!({
                "value": outcome.value, "verdict": outcome.ending.to_string(), "runs": runs,
            })).collect::<Vec<_>>(),
        })),
    });
    writeln!(out, "{json}")
}

/// A count; one that a double cannot hold exactly is text.
fn count<T: ToString>(count: Option<&T>) -> Json {
    const EXACT: u64 = 1 << 53;
    let Some(text) = count.map(ToString::to_string) else { return Json::Null };
    match text.parse::<u64>() {
        Ok(small) if small <= EXACT => small.into(),
        _ => text.into(),
    }
}

fn outcome(found: &Found) -> Json {
    json!({
        "value": found.outcome.value,
        "verdict": found.outcome.ending.to_string(),
        "note": found.outcome.note,
        "schedules": count(found.schedules.as_ref()),
        "schedule": found.schedule.as_ref().map(ToString::to_string),
    })
}

fn counterexample(found: &Counterexample) -> Json {
    json!({
        "value": found.outcome.value,
        "verdict": found.outcome.ending.to_string(),
        "schedule": found.replay.schedule.to_string(),
        "preemptions": found.preemptions,
        "switches": found.replay.switches.len(),
        "needed": found.replay.switches.iter().filter(|switch| switch.needed).map(switch).collect::<Vec<_>>(),
        "why": found.why.sentence,
        "race": found.why.race.iter().map(part).collect::<Vec<_>>(),
    })
}

fn switch(switch: &Switch) -> Json {
    json!({ "step": switch.step, "from": thread_letter(switch.from), "to": thread_letter(switch.to) })
}

fn part(part: &Part) -> Json {
    json!({
        "thread": thread_letter(part.thread),
        "step": part.step,
        "line": part.line,
        "what": part.verb,
        "place": part.place,
    })
}
