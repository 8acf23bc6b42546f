//! What an exploration found out, for people.

use std::io::{self, Write};

use interleave_explore::{Counterexample, Ending, Found, Report};
use interleave_schedule::thread_letter;
use interleave_vm::ThreadId;
use num_bigint::BigUint;
use num_traits::ToPrimitive;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::args::ExploreArgs;

/// How many outcomes are shown; a table of more is for a machine, which asks for JSON.
const SHOWN: usize = 40;

/// How wide a value is at most.
const WIDE: usize = 48;

/// Writes a report: outcomes, verdict, and the shortest failure with its reason.
pub(crate) fn write(
    report: &Report,
    args: &ExploreArgs,
    source: &str,
    out: &mut dyn Write,
) -> io::Result<()> {
    write_outcomes(report, out)?;
    writeln!(out, "{}", verdict(report, args))?;
    if let Some(found) = &report.counterexample {
        writeln!(out)?;
        write_counterexample(found, source, out)?;
    }
    Ok(())
}

fn write_outcomes(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let rows = report.outcomes.iter().take(SHOWN);
    let counts: Vec<String> =
        rows.clone().map(|found| found.schedules.as_ref().map_or("-".into(), grouped)).collect();
    let width = counts.iter().map(String::len).max().unwrap_or(0).max("schedules".len());
    writeln!(out, "{:>width$}  {:>7}  {:<9}  outcome", "schedules", "share", "verdict")?;
    for (found, count) in rows.zip(&counts) {
        let share = share(found, report.schedules.as_ref());
        let value = value(found);
        writeln!(out, "{count:>width$}  {share:>7}  {:<9}  {value}", found.outcome.ending)?;
    }
    if report.outcomes.len() > SHOWN {
        writeln!(out, "{:>width$}  and {} more", "", report.outcomes.len() - SHOWN)?;
    }
    if let Some(sample) = report.sampled.as_ref().filter(|sample| !sample.outcomes.is_empty()) {
        writeln!(out, "\nOf {} runs by chance:", sample.runs)?;
        for (outcome, runs) in sample.outcomes.iter().take(SHOWN) {
            let share = 100.0 * *runs as f64 / sample.runs.max(1) as f64;
            let value = shorten(outcome.value.as_deref().unwrap_or("-"));
            writeln!(out, "{runs:>width$}  {share:>6.2}%  {:<9}  {value}", outcome.ending)?;
        }
    }
    writeln!(out)
}

fn value(found: &Found) -> String {
    match (&found.outcome.value, &found.outcome.note) {
        (_, Some(note)) => shorten(note),
        (Some(value), None) => shorten(value),
        (None, None) => "-".into(),
    }
}

/// A value in one line that is not too wide.
fn shorten(value: &str) -> String {
    let line = value.trim_end_matches('\n').replace('\\', "\\\\").replace('\n', "\\n").replace('\t', "\\t");
    if line.width() <= WIDE {
        return line;
    }
    let mut wide = 0;
    let fits = |c: &char| {
        wide += c.width().unwrap_or(0);
        wide < WIDE
    };
    line.chars().take_while(fits).chain(['…']).collect()
}

fn share(found: &Found, all: Option<&BigUint>) -> String {
    let (Some(some), Some(all)) = (&found.schedules, all) else { return "-".into() };
    let (some, all) = (some.to_f64().unwrap_or(f64::MAX), all.to_f64().unwrap_or(f64::MAX));
    let percent = 100.0 * some / all;
    if percent < 0.01 { "<0.01%".into() } else { format!("{percent:.2}%") }
}

/// A number with its digits in threes.
fn grouped(number: &BigUint) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

fn plural(count: &str, noun: &str) -> String {
    format!("{count} {noun}{}", if count == "1" { "" } else { "s" })
}

/// The verdict in a sentence, with what it holds for.
fn verdict(report: &Report, args: &ExploreArgs) -> String {
    let model = format!("under the model {}", args.model.name());
    let all = match (&report.schedules, &report.traces) {
        (Some(schedules), Some(traces)) => {
            format!("{} ({})", plural(&grouped(schedules), "schedule"), plural(&grouped(traces), "trace"),)
        }
        (Some(schedules), None) => plural(&grouped(schedules), "schedule"),
        (None, _) if report.endless => "endlessly many schedules".into(),
        (None, _) => "all schedules".into(),
    };
    let states = plural(&grouped(&report.states.into()), "state");
    let ends = plural(&report.outcomes.len().to_string(), "outcome");
    match report.verdict {
        Ending::Passes => {
            let held = match &args.expect {
                Some(expect) => format!("`{expect}` holds at the end of every one"),
                None => "none deadlocks, raises or goes on for ever".into(),
            };
            format!("Passes, proved {model}: of {all}, {held}. {ends}; {states}.")
        }
        Ending::Unproven => {
            let gap = report.gap.as_deref().unwrap_or("the search is not over");
            format!("Unproven {model}: no failure was found, but {gap}. So far {states} and {ends}.")
        }
        failure => {
            let what = match failure {
                Ending::Fails => match &args.expect {
                    Some(expect) => format!("`{expect}` does not hold at the end"),
                    None => "what is expected does not hold at the end".into(),
                },
                Ending::Raises => "an exception is raised that nothing catches".into(),
                Ending::Deadlocks => "threads wait for ever".into(),
                _ => "threads go on for ever and come to nothing".into(),
            };
            let scope = if report.proved {
                format!("Of {all}, {}. {ends}; {states}.", failing(report))
            } else {
                let gap = report.gap.as_deref().unwrap_or_default();
                format!("Not all was searched: {gap}. So far {ends}; {states}.")
            };
            let name = failure.to_string();
            let name = name[..1].to_uppercase() + &name[1..];
            format!("{name} {model}: {what}. {scope}")
        }
    }
}

/// How many schedules fail.
fn failing(report: &Report) -> String {
    let bad = report.outcomes.iter().filter(|found| found.outcome.ending.is_failure());
    let counts: Option<Vec<&BigUint>> = bad.clone().map(|found| found.schedules.as_ref()).collect();
    match counts {
        Some(counts) if report.schedules.is_some() => {
            let sum: BigUint = counts.into_iter().sum();
            format!("{} fail{}", grouped(&sum), if sum == BigUint::from(1_u8) { "s" } else { "" })
        }
        _ => format!("{} of the outcomes fail", bad.count()),
    }
}

fn write_counterexample(found: &Counterexample, source: &str, out: &mut dyn Write) -> io::Result<()> {
    let switches = found.replay.switches.len();
    writeln!(
        out,
        "The shortest failure: {}, {} ({} needed, marked >).",
        plural(&found.preemptions.to_string(), "preemption"),
        if switches == 1 { "1 switch".into() } else { format!("{switches} switches") },
        found.replay.switches.iter().filter(|switch| switch.needed).count(),
    )?;
    let mut threads: Vec<ThreadId> = found.replay.lines.iter().map(|line| line.thread).collect();
    threads.sort();
    threads.dedup();
    let lines: Vec<&str> = source.lines().collect();
    let text = |line: u32| {
        let code = lines.get((line as usize).wrapping_sub(1)).map_or("", |text| text.trim());
        format!("{line:>4} {code}")
    };
    let column =
        found.replay.lines.iter().map(|line| text(line.line).width()).max().unwrap_or(8).clamp(8, 38);
    let header: Vec<_> =
        threads.iter().map(|thread| format!("{:<column$}", thread_letter(*thread))).collect();
    writeln!(out, "  {}", header.join("  ").trim_end())?;
    for line in &found.replay.lines {
        let place = threads.iter().position(|thread| *thread == line.thread).unwrap_or(0);
        let mark = if line.needed { '>' } else { ' ' };
        let shown = cut(&text(line.line), column);
        writeln!(out, "{mark} {}{shown}", " ".repeat(place * (column + 2)))?;
    }
    writeln!(out, "\n{}", found.why.sentence)?;
    writeln!(out, "\nschedule {}", found.replay.schedule)
}

fn cut(text: &str, column: usize) -> String {
    if text.width() <= column {
        return text.into();
    }
    let mut wide = 0;
    let fits = |c: &char| {
        wide += c.width().unwrap_or(0);
        wide < column
    };
    text.chars().take_while(fits).chain(['…']).collect()
}
