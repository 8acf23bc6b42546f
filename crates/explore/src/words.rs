//! What a search found out, in words: the same ones wherever they are shown.

use interleave_vm::Model;
use num_bigint::BigUint;
use num_traits::ToPrimitive;

use crate::options::Options;
use crate::outcome::{Ending, Outcome};
use crate::report::{Counterexample, Report};

/// A number with its digits in threes: `63,063,000`.
pub fn grouped(number: impl ToString) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A number of things: `1 switch` and `2,000 switches`, if these are its two forms.
pub fn counted(number: impl ToString, one: &str, many: &str) -> String {
    let number = grouped(number);
    let noun = if number == "1" { one } else { many };
    format!("{number} {noun}")
}

/// A part of a whole, from 0 to 1; as near as a double comes to it. What is there is more than 0.
pub fn fraction(part: &BigUint, whole: &BigUint) -> f64 {
    // Shifted so that both fit a double: what is cut off is less than a double tells apart.
    let shift = whole.bits().saturating_sub(1_000);
    let least = if part.bits() > 0 { f64::MIN_POSITIVE } else { 0.0 };
    let [part, whole] = [part, whole].map(|number| (number >> shift).to_f64().unwrap_or(f64::MAX));
    if whole == 0.0 { 0.0 } else { part / whole }.max(least)
}

/// A fraction in percent: `13.09%`. What is there is never shown as nothing, and what is not all never as all.
pub fn percent(fraction: f64) -> String {
    let percent = 100.0 * fraction;
    match percent {
        _ if fraction > 0.0 && percent < 0.01 => "<0.01%".into(),
        _ if fraction < 1.0 && percent >= 99.995 => ">99.99%".into(),
        _ => format!("{percent:.2}%"),
    }
}

impl Outcome {
    /// What tells it from others, in one line: its value, or why it has none. Ends of lines within are written as `\n`.
    pub fn in_a_line(&self) -> String {
        in_a_line(self.note.as_ref().or(self.value.as_ref()).map_or("-", String::as_str))
    }
}

/// What tells each outcome from the others, in one line. Lines with which the values of all of them begin or end are left
/// out, `…` in their place: programs print much that is the same in every run.
pub fn told_apart(outcomes: &[&Outcome]) -> Vec<String> {
    let values: Vec<Option<Vec<&str>>> = outcomes.iter().map(|outcome| outcome.lines()).collect();
    let all: Vec<&[&str]> = values.iter().flatten().map(Vec::as_slice).collect();
    let (first, last) = if all.len() > 1 { common(&all) } else { (0, 0) };
    let (before, after) = (if first > 0 { "… " } else { "" }, if last > 0 { " …" } else { "" });
    let shown = |(outcome, lines): (&&Outcome, &Option<Vec<&str>>)| match lines {
        Some(lines) => format!("{before}{}{after}", in_a_line(&lines[first..lines.len() - last].join("\n"))),
        None => outcome.in_a_line(),
    };
    outcomes.iter().zip(&values).map(shown).collect()
}

impl Outcome {
    /// The lines of its value, if that is what tells it from others.
    fn lines(&self) -> Option<Vec<&str>> {
        let value = self.value.as_ref().filter(|_| self.note.is_none())?;
        Some(value.trim_end_matches('\n').split('\n').collect())
    }
}

/// With how many lines all texts begin, and end; at least one line of each is left.
fn common(all: &[&[&str]]) -> (usize, usize) {
    let room = all.iter().map(|lines| lines.len()).min().unwrap_or(0).saturating_sub(1);
    let alike =
        |nth: &dyn Fn(&[&str]) -> usize| all.windows(2).all(|two| two[0][nth(two[0])] == two[1][nth(two[1])]);
    let first = (0..room).take_while(|&place| alike(&|_| place)).count();
    let last = (first..room).take_while(|&place| alike(&|lines| lines.len() - 1 - (place - first))).count();
    (first, last)
}

fn in_a_line(text: &str) -> String {
    text.trim_end_matches('\n').replace('\\', "\\\\").replace('\n', "\\n").replace('\t', "\\t")
}

impl Counterexample {
    /// What it takes: `The shortest failure: 1 preemption, 3 switches, 1 of them needed`.
    pub fn in_a_line(&self) -> String {
        let switches = &self.replay.switches;
        let which = if self.fewest { "The shortest failure" } else { "A failure, there may be shorter ones" };
        format!(
            "{which}: {}, {}, {} of them needed",
            counted(self.preemptions, "preemption", "preemptions"),
            counted(switches.len(), "switch", "switches"),
            switches.iter().filter(|switch| switch.needed).count(),
        )
    }
}

impl Report {
    /// How many schedules fail. None if they were not counted.
    pub fn failing(&self) -> Option<BigUint> {
        self.schedules.as_ref()?;
        let failing = self.outcomes.iter().filter(|found| found.outcome.ending.is_failure());
        failing.map(|found| found.schedules.as_ref()).sum()
    }

    /// The verdict in sentences, with what it holds for. Python is in backticks.
    pub fn in_sentences(&self, options: &Options) -> String {
        let model = match options.model {
            Model::Instruction => "under the model instruction",
            Model::Gil => "under the model gil",
        };
        let size = match self.states {
            Some(states) => counted(states, "state", "states"),
            None => counted(self.operations, "operation", "operations"),
        };
        let mut size = format!("{}; {size}.", counted(self.outcomes.len(), "outcome", "outcomes"));
        if let Some(untold) = self.untold.filter(|_| self.proved) {
            size += &format!(" Every step counts as an operation, because {}.", untold.in_words());
        }
        match self.verdict {
            Ending::Passes => {
                let held = match &options.expect {
                    Some(expect) => format!("`{expect}` holds at the end of every one"),
                    None => "none deadlocks, raises or goes on for ever".into(),
                };
                format!("Passes, proved {model}: of {}, {held}. {size}", self.all_schedules())
            }
            Ending::Unproven => {
                format!("Unproven {model}: no failure was found, but {}. So far {size}", self.gap())
            }
            failure => {
                let what = what_fails(failure, options.expect.as_deref());
                let scope = match self.proved {
                    true => format!("Of {}, {}. {size}", self.all_schedules(), self.how_many_fail()),
                    false => format!("Not all was searched: {}. So far {size}", self.gap()),
                };
                let name = failure.to_string();
                format!("{}{} {model}: {what}. {scope}", name[..1].to_uppercase(), &name[1..])
            }
        }
    }

    fn gap(&self) -> &str {
        self.gap.as_deref().unwrap_or("the search is not over")
    }

    fn all_schedules(&self) -> String {
        match (&self.schedules, &self.traces) {
            (Some(schedules), Some(traces)) => format!(
                "{} ({})",
                counted(schedules, "schedule", "schedules"),
                counted(traces, "trace", "traces")
            ),
            (Some(schedules), None) => counted(schedules, "schedule", "schedules"),
            (None, Some(traces)) => {
                let again = self.redundant.filter(|&redundant| redundant > 0);
                let again = again.map(|redundant| {
                    format!(" (and {} that only repeat others)", counted(redundant, "run", "runs"))
                });
                format!("{}{}", counted(traces, "trace", "traces"), again.unwrap_or_default())
            }
            (None, _) if self.endless => "endlessly many schedules".into(),
            (None, _) => "all schedules".into(),
        }
    }

    fn how_many_fail(&self) -> String {
        match self.failing() {
            Some(failing) => counted(failing, "fails", "fail"),
            None => {
                let failing = self.outcomes.iter().filter(|found| found.outcome.ending.is_failure());
                counted(failing.count(), "of the outcomes fails", "of the outcomes fail")
            }
        }
    }
}

fn what_fails(failure: Ending, expect: Option<&str>) -> String {
    match (failure, expect) {
        (Ending::Fails, Some(expect)) => format!("`{expect}` does not hold at the end"),
        (Ending::Fails, None) => "what is expected does not hold at the end".into(),
        (Ending::Raises, _) => "an exception is raised that nothing catches".into(),
        (Ending::Deadlocks, _) => "threads wait for ever".into(),
        _ => "threads go on for ever and come to nothing".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_grouped_in_threes() {
        assert_eq!([1_u32, 999, 1_000, 63_063_000].map(grouped), ["1", "999", "1,000", "63,063,000"]);
        assert_eq!(counted(1, "fails", "fail"), "1 fails");
        assert_eq!(counted(2_000, "switch", "switches"), "2,000 switches");
    }

    #[test]
    fn shares_of_large_numbers_are_right() {
        let large = BigUint::from(7_u8).pow(2_000);
        assert_eq!(fraction(&large, &(&large * 8_u8)), 0.125);
        assert_eq!(fraction(&BigUint::ZERO, &BigUint::ZERO), 0.0);
        assert_eq!(percent(fraction(&BigUint::from(1_u8), &large)), "<0.01%");
    }

    #[test]
    fn something_is_never_shown_as_nothing_nor_as_all() {
        assert_eq!(
            [0.0, 1e-9, 0.130_915, 0.999_999, 1.0].map(percent),
            ["0.00%", "<0.01%", "13.09%", ">99.99%", "100.00%"]
        );
    }
}
