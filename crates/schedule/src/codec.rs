//! A schedule as text.
//!
//! ```text
//! 1 g i5000 s42 .A120B13C
//! | | |     |   `- decisions, if any: thread A goes for 120 steps, B for 13; then C, for a slice as the seed draws it
//! | | |     `----- the seed
//! | | `----------- the interval, if one is given: i and steps, or t and microseconds
//! | `------------- g: the model is gil; without it, instruction
//! `--------------- the version of this form, and of what a seed means
//! ```
//!
//! It is written without the spaces, `1gi5000s42.A120B13C`, and needs no escaping in an address. There is one text for
//! each schedule. A release in which the same text would mean another run has another version.

use std::fmt;
use std::num::NonZeroU64;
use std::str::FromStr;

use interleave_vm::Model;
use thiserror::Error;

use crate::interval::Interval;
use crate::letters::{thread_letter, thread_of_letter};
use crate::schedule::{Decision, Schedule};

/// The version that is written, and the only one there is.
const VERSION: u64 = 1;

/// Why a text is no schedule.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ParseError {
    /// It does not begin with a version.
    #[error("a schedule begins with its version, as in 1s42; {0:?} does not")]
    NoVersion(String),
    /// It is of another version.
    #[error("the schedule is of version {0}, and only version 1 is known here: it is from another release")]
    OtherVersion(String),
    /// A letter is followed by no number.
    #[error("{0:?} in the schedule must be followed by a number from 1 up")]
    NoNumber(char),
    /// A number is larger than can be counted.
    #[error("the number {0} in the schedule is too large")]
    TooLarge(String),
    /// There is no seed.
    #[error("the schedule has no seed: s and a number, as in 1s42")]
    NoSeed,
    /// Something follows the seed that no decisions are.
    #[error("after the seed come decisions, begun by a dot, as in .A120B13; {0:?} is none")]
    Trailing(String),
    /// Letters that no thread is called by.
    #[error("decision {number} of the schedule is for {letter:?}, and no thread is called that")]
    NoSuchLetter {
        /// Which decision, counted from 1.
        number: usize,
        /// What is there in place of a thread's letter.
        letter: String,
    },
}

impl fmt::Display for Schedule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{VERSION}")?;
        if self.model == Model::Gil {
            f.write_str("g")?;
        }
        match self.interval {
            None => {}
            Some(Interval::Steps(steps)) => write!(f, "i{}", steps.max(1))?,
            Some(Interval::Seconds(micros)) => write!(f, "t{}", micros.max(1))?,
        }
        write!(f, "s{}", self.seed)?;
        if !self.decisions.is_empty() || self.then.is_some() {
            f.write_str(".")?;
        }
        for decision in &self.decisions {
            write!(f, "{}{}", thread_letter(decision.thread), decision.steps)?;
        }
        self.then.map_or(Ok(()), |thread| f.write_str(&thread_letter(thread)))
    }
}

impl FromStr for Schedule {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Schedule, ParseError> {
        let mut rest = Rest(text);
        match rest.digits() {
            "1" => {}
            "" => return Err(ParseError::NoVersion(text.into())),
            other => return Err(ParseError::OtherVersion(other.into())),
        }
        let model = if rest.take('g') { Model::Gil } else { Model::Instruction };
        let interval = if rest.take('i') {
            Some(Interval::Steps(rest.count('i')?.get()))
        } else if rest.take('t') {
            Some(Interval::Seconds(rest.count('t')?.get()))
        } else {
            None
        };
        if !rest.take('s') {
            return Err(ParseError::NoSeed);
        }
        let seed = rest.number()?.ok_or(ParseError::NoSeed)?;
        let mut schedule = Schedule { seed, model, interval, decisions: Vec::new(), then: None };
        if rest.take('.') {
            rest.decisions(&mut schedule)?;
        } else if !rest.0.is_empty() {
            return Err(ParseError::Trailing(rest.0.into()));
        }
        Ok(schedule)
    }
}

/// What is still to be read.
struct Rest<'a>(&'a str);

impl<'a> Rest<'a> {
    fn take(&mut self, letter: char) -> bool {
        match self.0.strip_prefix(letter) {
            Some(rest) => {
                self.0 = rest;
                true
            }
            None => false,
        }
    }

    fn take_while(&mut self, wanted: impl Fn(char) -> bool) -> &'a str {
        let end = self.0.find(|c| !wanted(c)).unwrap_or(self.0.len());
        let (taken, rest) = self.0.split_at(end);
        self.0 = rest;
        taken
    }

    fn digits(&mut self) -> &'a str {
        self.take_while(|c| c.is_ascii_digit())
    }

    fn number(&mut self) -> Result<Option<u64>, ParseError> {
        let digits = self.digits();
        if digits.is_empty() {
            return Ok(None);
        }
        digits.parse().map(Some).map_err(|_| ParseError::TooLarge(digits.into()))
    }

    /// A number from 1 up; `after` is the letter before it.
    fn count(&mut self, after: char) -> Result<NonZeroU64, ParseError> {
        self.number()?.and_then(NonZeroU64::new).ok_or(ParseError::NoNumber(after))
    }

    fn decisions(&mut self, schedule: &mut Schedule) -> Result<(), ParseError> {
        if self.0.is_empty() {
            return Err(ParseError::Trailing(".".into()));
        }
        while !self.0.is_empty() {
            let number = schedule.decisions.len() + 1;
            let letter = self.take_while(|c| !c.is_ascii_digit());
            let thread = thread_of_letter(letter)
                .ok_or_else(|| ParseError::NoSuchLetter { number, letter: letter.into() })?;
            if self.0.is_empty() {
                schedule.then = Some(thread);
            } else {
                let steps = self.count(letter.chars().last().unwrap_or('.'))?;
                schedule.decisions.push(Decision { thread, steps });
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use interleave_vm::ThreadId;
    use proptest::prelude::*;

    use super::*;

    fn decision(thread: u16, steps: u64) -> Decision {
        Decision { thread: ThreadId(thread), steps: NonZeroU64::new(steps).unwrap() }
    }

    #[test]
    fn the_texts_of_version_1() {
        let seeded = Schedule::seeded(42);
        let decided = Schedule {
            decisions: vec![decision(1, 120), decision(2, 13), decision(26, 9)],
            then: Some(ThreadId::MAIN),
            ..seeded.clone().with_model(Model::Gil).with_interval(Interval::Steps(5_000))
        };
        for (text, schedule) in [
            ("1s42", seeded.clone()),
            ("1i3s42", seeded.clone().with_interval(Interval::Steps(3))),
            ("1t5000s42", seeded.clone().with_interval(Interval::Seconds(5_000))),
            ("1gs42", seeded.with_model(Model::Gil)),
            ("1gi5000s42.A120B13AA9M", decided),
        ] {
            assert_eq!(schedule.to_string(), text);
            assert_eq!(text.parse(), Ok(schedule));
        }
    }

    #[test]
    fn what_is_wrong_is_said() {
        let said: String = [
            "",
            "s42",
            "2s42",
            "1",
            "1i5",
            "1is42",
            "1i0s42",
            "1s",
            "1s99999999999999999999",
            "1s42x",
            "1s42.",
            "1s42.A0",
            "1s42.A5a7",
            "1s42.5",
            "1s42.A5.B6",
            "1s42.A18446744073709551616",
            "1i5t5s1",
        ]
        .iter()
        .map(|text| format!("{text}: {}\n", text.parse::<Schedule>().unwrap_err()))
        .collect();
        expect_test::expect![[r#"
            : a schedule begins with its version, as in 1s42; "" does not
            s42: a schedule begins with its version, as in 1s42; "s42" does not
            2s42: the schedule is of version 2, and only version 1 is known here: it is from another release
            1: the schedule has no seed: s and a number, as in 1s42
            1i5: the schedule has no seed: s and a number, as in 1s42
            1is42: 'i' in the schedule must be followed by a number from 1 up
            1i0s42: 'i' in the schedule must be followed by a number from 1 up
            1s: the schedule has no seed: s and a number, as in 1s42
            1s99999999999999999999: the number 99999999999999999999 in the schedule is too large
            1s42x: after the seed come decisions, begun by a dot, as in .A120B13; "x" is none
            1s42.: after the seed come decisions, begun by a dot, as in .A120B13; "." is none
            1s42.A0: 'A' in the schedule must be followed by a number from 1 up
            1s42.A5a7: decision 2 of the schedule is for "a", and no thread is called that
            1s42.5: decision 1 of the schedule is for "", and no thread is called that
            1s42.A5.B6: decision 2 of the schedule is for ".B", and no thread is called that
            1s42.A18446744073709551616: the number 18446744073709551616 in the schedule is too large
            1i5t5s1: the schedule has no seed: s and a number, as in 1s42
        "#]]
        .assert_eq(&said);
    }

    fn any_interval() -> impl Strategy<Value = Option<Interval>> {
        prop_oneof![
            Just(None),
            (1..u64::MAX).prop_map(|n| Some(Interval::Steps(n))),
            (1..u64::MAX).prop_map(|n| Some(Interval::Seconds(n))),
        ]
    }

    fn any_decision() -> impl Strategy<Value = Decision> {
        (any::<u16>(), 1..u64::MAX).prop_map(|(thread, steps)| decision(thread, steps))
    }

    proptest! {
        #[test]
        fn a_schedule_is_read_as_it_was_written(
            seed in any::<u64>(),
            gil in any::<bool>(),
            interval in any_interval(),
            decisions in prop::collection::vec(any_decision(), 0..8),
            then in prop::option::of(any::<u16>().prop_map(ThreadId)),
        ) {
            let model = if gil { Model::Gil } else { Model::Instruction };
            let schedule = Schedule { seed, model, interval, decisions, then };
            let text = schedule.to_string();
            prop_assert!(text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'.'));
            prop_assert_eq!(text.parse(), Ok(schedule));
        }

        #[test]
        fn no_text_is_too_strange_to_read(text in "[0-9A-Zgits.]{0,20}|.{0,10}") {
            let read = text.parse::<Schedule>();
            if let Ok(schedule) = read {
                prop_assert_eq!(schedule.to_string().parse(), Ok(schedule));
            }
        }
    }
}
