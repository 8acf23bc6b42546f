//! What there is to see of a search over all schedules: the outcomes as bars, and the verdict.

use std::collections::BTreeSet;

use interleave_explore::words::{counted, fraction, grouped, percent, told_apart};
use interleave_explore::{Ending, Found, Options, Outcome, Report, Sample};

use super::words::Words;

/// So many outcomes are shown; no one reads more of them.
const SHOWN: usize = 200;

/// And so many while the search is under way, for they are drawn again and again.
const SHOWN_SO_FAR: usize = 12;

/// What there is to see of a search.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExploreView {
    /// What came of it, once it is done.
    pub verdict: Option<VerdictView>,
    /// The outcomes: those first that most come to.
    pub bars: Vec<OutcomeBar>,
    /// How many outcomes more there are.
    pub left_out: usize,
    /// What the bars count.
    pub counted: String,
}

/// What came of a search.
#[derive(Clone, Debug, PartialEq)]
pub struct VerdictView {
    /// Whether it failed, passed, or cannot be told.
    pub ending: Ending,
    /// Whether it was said what must hold at the end.
    pub expects: bool,
    /// The verdict in a few words.
    pub headline: String,
    /// The verdict in sentences, with what it holds for.
    pub sentences: Words,
    /// Why the shortest failure fails, if there is one.
    pub why: Option<String>,
    /// What that failure takes.
    pub shortest: Option<String>,
}

/// An outcome as a bar.
#[derive(Clone, Debug, PartialEq)]
pub struct OutcomeBar {
    /// What tells it from the others, in one line.
    pub text: String,
    /// Its whole text.
    pub whole: String,
    /// How the program ends.
    pub ending: Ending,
    /// How many come to it, with its digits in groups; none if they were not counted.
    pub count: Option<String>,
    /// Which part of all that is, in percent.
    pub share: Option<String>,
    /// How long the bar is, of the longest, from 0 to 1.
    pub length: f64,
}

impl ExploreView {
    /// What there is to see of a search that is under way.
    pub fn so_far(outcomes: &[Outcome]) -> ExploreView {
        let rows: Vec<Row<'_>> = outcomes.iter().take(SHOWN_SO_FAR).map(|outcome| (outcome, None)).collect();
        let bars = bars(&rows);
        ExploreView { left_out: outcomes.len() - bars.len(), bars, ..ExploreView::default() }
    }

    /// What there is to see of a search that is done, and the outcomes of its bars.
    pub fn of_report(report: &Report, options: &Options) -> (ExploreView, Vec<Outcome>) {
        let (mut rows, counted) = match &report.sampled {
            Some(sample) => (sampled(report, sample), format!("of {} runs by chance", grouped(sample.runs))),
            None => (exact(report), report.schedules.as_ref().map_or(String::new(), |_| "schedules".into())),
        };
        let all = rows.len();
        rows.truncate(SHOWN);
        let longest = rows.iter().filter_map(|(_, count)| Some(count.as_ref()?.1)).fold(0.0, f64::max);
        let mut bars = bars(&rows);
        for bar in &mut bars {
            bar.length /= if longest > 0.0 { longest } else { 1.0 };
        }
        let verdict = Some(verdict(report, options));
        let outcomes = rows.into_iter().map(|(outcome, _)| outcome.clone()).collect();
        (ExploreView { verdict, left_out: all - bars.len(), bars, counted }, outcomes)
    }
}

/// An outcome with the number of those that come to it, and which part of all that is.
type Row<'a> = (&'a Outcome, Option<(String, f64)>);

fn exact(report: &Report) -> Vec<Row<'_>> {
    let row = |found: &'_ Found| {
        let counts = found.schedules.as_ref().zip(report.schedules.as_ref());
        counts.map(|(some, all)| (grouped(some), fraction(some, all)))
    };
    report.outcomes.iter().map(|found| (&found.outcome, row(found))).collect()
}

/// The outcomes of runs by chance, and behind them those that only the search came to.
fn sampled<'a>(report: &'a Report, sample: &'a Sample) -> Vec<Row<'a>> {
    let rate = |runs: u64| (grouped(runs), runs as f64 / sample.runs.max(1) as f64);
    let met: BTreeSet<&Outcome> = sample.outcomes.iter().map(|(outcome, _)| outcome).collect();
    let others = report.outcomes.iter().map(|found| &found.outcome).filter(|outcome| !met.contains(outcome));
    let rows = sample.outcomes.iter().map(|(outcome, runs)| (outcome, Some(rate(*runs))));
    rows.chain(others.map(|outcome| (outcome, None))).collect()
}

fn bars(rows: &[Row<'_>]) -> Vec<OutcomeBar> {
    let texts = told_apart(&rows.iter().map(|(outcome, _)| *outcome).collect::<Vec<_>>());
    rows.iter().zip(texts).map(|((outcome, count), text)| bar(outcome, text, count.clone())).collect()
}

fn bar(outcome: &Outcome, text: String, count: Option<(String, f64)>) -> OutcomeBar {
    let (count, fraction) = count.unzip();
    OutcomeBar {
        text: match text {
            empty if empty.is_empty() => "no output".into(),
            line => line.replace("\\n", " ⏎ "),
        },
        whole: outcome.note.iter().chain(&outcome.value).cloned().collect::<Vec<_>>().join("\n"),
        ending: outcome.ending,
        count,
        share: fraction.map(percent),
        length: fraction.unwrap_or(0.0),
    }
}

fn verdict(report: &Report, options: &Options) -> VerdictView {
    let found = report.counterexample.as_ref();
    VerdictView {
        ending: report.verdict,
        expects: options.expect.is_some(),
        headline: headline(report, options.expect.is_some()),
        sentences: Words::with_backticks(&report.in_sentences(options)),
        why: found.map(|found| found.why.sentence.clone()),
        shortest: found.map(|found| format!("{}.", found.in_a_line())),
    }
}

/// The verdict in a few words. Where nothing is expected, what passes is only known not to break down; then how many ways
/// there are to end says more.
fn headline(report: &Report, expects: bool) -> String {
    let all = report.schedules.as_ref();
    let ways = || counted(report.outcomes.len(), "way", "ways");
    match (report.verdict, all.zip(report.failing())) {
        (Ending::Unproven, _) => "No failure found".into(),
        (Ending::Passes, None) if !expects => format!("{} to end", ways()),
        (Ending::Passes, Some((all, _))) if !expects && all.bits() > 1 => match report.outcomes.len() {
            1 => format!("All {} schedules end the same", grouped(all)),
            _ => format!("{} schedules, {} to end", grouped(all), ways()),
        },
        (Ending::Passes, None) => "Every schedule passes".into(),
        (Ending::Passes, Some((all, _))) if all.bits() == 1 => "The only schedule passes".into(),
        (Ending::Passes, Some((all, _))) => format!("All {} schedules pass", grouped(all)),
        (_, Some((all, failing))) if *all == failing && all.bits() == 1 => "The only schedule fails".into(),
        (_, Some((all, failing))) if *all == failing => format!("All {} schedules fail", grouped(all)),
        (_, Some((all, failing))) => format!("{} of {} schedules fail", grouped(failing), grouped(all)),
        (Ending::Raises, None) => "It can raise an exception".into(),
        (Ending::Deadlocks, None) => "It can deadlock".into(),
        (Ending::Livelocks, None) => "It can go on for ever".into(),
        (Ending::Fails, None) => "It can fail".into(),
    }
}
