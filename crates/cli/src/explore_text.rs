//! What an exploration found out, for people.

use std::io::{self, Write};

use interleave_explore::words::{fraction, grouped, percent, told_apart};
use interleave_explore::{Counterexample, Outcome, Report};
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
    if report.sampled.is_some() {
        writeln!(out, "A search that keeps no states may come to its end: --reduce dpor.")?;
    }
    if let Some(found) = &report.counterexample {
        writeln!(out)?;
        write_counterexample(found, source, out)?;
    }
    Ok(())
}

/// An outcome with the number of those that come to it and which part of all that is, as they are shown.
type Row<'a> = (&'a Outcome, String, String);

fn write_outcomes(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let exact = report.outcomes.iter().map(|found| {
        let count = found.schedules.as_ref().map_or("-".into(), grouped);
        let counts = found.schedules.as_ref().zip(report.schedules.as_ref());
        let share = counts.map_or("-".into(), |(some, all)| percent(fraction(some, all)));
        (&found.outcome, count, share)
    });
    let exact: Vec<Row<'_>> = exact.collect();
    let counts = exact.iter().take(SHOWN).map(|(_, count, _)| count.len());
    let width = counts.max().unwrap_or(0).max("schedules".len());
    writeln!(out, "{:>width$}  {:>7}  {:<9}  outcome", "schedules", "share", "verdict")?;
    write_rows(&exact, width, out)?;
    if exact.len() > SHOWN {
        writeln!(out, "{:>width$}  and {} more", "", exact.len() - SHOWN)?;
    }
    if let Some(sample) = report.sampled.as_ref().filter(|sample| !sample.outcomes.is_empty()) {
        writeln!(out, "\nOf {} runs by chance:", sample.runs)?;
        let share = |runs: u64| percent(runs as f64 / sample.runs.max(1) as f64);
        let met = sample.outcomes.iter().map(|(outcome, runs)| (outcome, runs.to_string(), share(*runs)));
        write_rows(&met.collect::<Vec<_>>(), width, out)?;
    }
    writeln!(out)
}

fn write_rows(rows: &[Row<'_>], width: usize, out: &mut dyn Write) -> io::Result<()> {
    let values = told_apart(&rows.iter().map(|(outcome, ..)| *outcome).collect::<Vec<_>>());
    for ((outcome, count, share), value) in rows.iter().zip(&values).take(SHOWN) {
        let (ending, value) = (outcome.ending, cut(value, WIDE));
        writeln!(out, "{count:>width$}  {share:>7}  {ending:<9}  {value}")?;
    }
    Ok(())
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
