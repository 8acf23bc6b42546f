//! Whether the shared values add up to what they must.

use interleave_lessons::Sum;

use super::shared::difference;

/// A sum of shared values, and whether it is right.
#[derive(Clone, Debug, PartialEq)]
pub struct SumView {
    /// What the sum is.
    pub label: String,
    /// What it comes to; none if there is nothing to add up yet.
    pub total: Option<String>,
    /// Whether that is right.
    pub verdict: Verdict,
    /// How much of it the last step took away (`−10`) or made of nothing (`+10`), where it must always be right.
    pub change: Option<String>,
}

/// Whether a sum is right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is yet to come.
    Pending(String),
    /// It is right.
    Kept,
    /// So much is missing.
    Lost(String),
    /// So much is there that should not be.
    TooMuch(String),
}

impl SumView {
    /// Adds values up. `over` is whether the program has ended.
    pub fn of(sum: &Sum, values: &[f64], over: bool) -> SumView {
        let label = sum.label.into();
        if values.is_empty() {
            return SumView { label, total: None, verdict: Verdict::Pending(String::new()), change: None };
        }
        let total: f64 = values.iter().sum();
        let difference = total - sum.expected as f64;
        let verdict = if sum.at_end && !over {
            Verdict::Pending(format!("must end at {}", sum.expected))
        } else if difference < 0.0 {
            Verdict::Lost(number(-difference))
        } else if difference > 0.0 {
            Verdict::TooMuch(number(difference))
        } else {
            Verdict::Kept
        };
        SumView { label, total: Some(number(total)), verdict, change: None }
    }

    /// What the last step did to the sum, in words, if that is wrong.
    pub fn lost(&self) -> Option<String> {
        let change = self.change.as_deref()?;
        let amount = change.trim_start_matches(['−', '+']);
        Some(format!("{amount} {}", if change.starts_with('−') { "lost" } else { "too much" }))
    }

    /// The same, after a step before which the sum was of other values.
    pub fn after(self, sum: &Sum, earlier: &[f64]) -> SumView {
        let total = SumView::of(sum, earlier, false).total;
        let broken = matches!(self.verdict, Verdict::Lost(_) | Verdict::TooMuch(_));
        let change = total.zip(self.total.as_ref()).filter(|_| broken);
        SumView { change: change.and_then(|(before, now)| difference(&before, now)), ..self }
    }
}

/// A number without the `.0` of a whole one.
fn number(value: f64) -> String {
    format!("{}", (value * 100.0).round() / 100.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_is_held_against_what_it_must_be() {
        let always = Sum { label: "Money in bank", of: &["account.balance"], expected: 300, at_end: false };
        let at_end = Sum { at_end: true, ..always };
        let verdict = |sum: &Sum, values: &[f64], over| SumView::of(sum, values, over).verdict;
        assert_eq!(verdict(&always, &[90.0, 100.0, 110.0], false), Verdict::Kept);
        assert_eq!(verdict(&always, &[90.0, 90.0, 110.0], false), Verdict::Lost("10".into()));
        assert_eq!(verdict(&always, &[100.5, 100.0, 100.0], true), Verdict::TooMuch("0.5".into()));
        assert_eq!(verdict(&at_end, &[30.0], false), Verdict::Pending("must end at 300".into()));
        assert_eq!(verdict(&at_end, &[30.0], true), Verdict::Lost("270".into()));
        assert_eq!(SumView::of(&always, &[], true).total, None);
        assert_eq!(SumView::of(&always, &[90.0, 90.0, 110.0], true).total.as_deref(), Some("290"));
    }

    #[test]
    fn what_a_step_takes_out_of_a_sum() {
        let sum = Sum { label: "Money in bank", of: &["account.balance"], expected: 300, at_end: false };
        let change = |before: &[f64], now: &[f64]| SumView::of(&sum, now, false).after(&sum, before).change;
        assert_eq!(change(&[100.0, 100.0, 100.0], &[90.0, 100.0, 100.0]).as_deref(), Some("−10"));
        assert_eq!(change(&[100.0, 100.0, 100.0], &[90.0, 110.0, 100.0]), None);
        assert_eq!(change(&[90.0, 100.0, 100.0], &[100.0, 100.0, 100.0]), None);
        assert_eq!(change(&[], &[100.0, 100.0, 110.0]), None);
    }
}
