//! What an exploration found out, for people.

use std::io::{self, Write};

use interleave_explore::words::{fraction, grouped, percent, told_apart};
use interleave_explore::{Counterexample, Report};
use interleave_schedule::thread_letter;
use interleave_vm::ThreadId;
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
    writeln!(out, "{}", report.in_sentences(&args.options()))?;
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
    let values = told_apart(&report.outcomes.iter().map(|found| &found.outcome).collect::<Vec<_>>());
    for ((found, count), value) in rows.zip(&counts).zip(&values) {
        let counts = found.schedules.as_ref().zip(report.schedules.as_ref());
        let share = counts.map_or("-".into(), |(some, all)| percent(fraction(some, all)));
        let (ending, value) = (found.outcome.ending, cut(value, WIDE));
        writeln!(out, "{count:>width$}  {share:>7}  {ending:<9}  {value}")?;
    }
    if report.outcomes.len() > SHOWN {
        writeln!(out, "{:>width$}  and {} more", "", report.outcomes.len() - SHOWN)?;
    }
    if let Some(sample) = report.sampled.as_ref().filter(|sample| !sample.outcomes.is_empty()) {
        writeln!(out, "\nOf {} runs by chance:", sample.runs)?;
        let values = told_apart(&sample.outcomes.iter().map(|(outcome, _)| outcome).collect::<Vec<_>>());
        for ((outcome, runs), value) in sample.outcomes.iter().zip(&values).take(SHOWN) {
            let share = percent(*runs as f64 / sample.runs.max(1) as f64);
            let (ending, value) = (outcome.ending, cut(value, WIDE));
            writeln!(out, "{runs:>width$}  {share:>7}  {ending:<9}  {value}")?;
        }
    }
    writeln!(out)
}

fn write_counterexample(found: &Counterexample, source: &str, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{} (marked >).", found.in_a_line())?;
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
