//! The switch interval: how long a thread goes on when nothing else makes it stop.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

/// A switch interval. A step costs a microsecond of virtual time, so that 5 ms are 5,000 steps; which of the two it
/// was given in is kept, because it is shown so.
///
/// It is the middle of what slices may be: each is drawn from `1..=2 * interval - 1` steps, so that different seeds cut
/// at different places, and an interval of 1 means a choice at every step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Interval {
    /// In steps.
    Steps(u64),
    /// In microseconds of virtual time, as `sys.setswitchinterval` has it in seconds.
    Seconds(u64),
}

/// Why a text is no interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum IntervalError {
    /// It is no number.
    #[error("an interval is a number of instructions like 5000, or of seconds like 0.005s")]
    NotANumber,
    /// It is less than one step.
    #[error("the shortest interval is 1 instruction, which is 0.000001s")]
    TooShort,
    /// It is too large to count.
    #[error("the interval is too long")]
    TooLong,
}

impl Interval {
    /// How many steps it is; at least 1.
    pub fn steps(self) -> u64 {
        let (Interval::Steps(steps) | Interval::Seconds(steps)) = self;
        steps.max(1)
    }
}

impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Interval::Steps(steps) => write!(f, "{steps}"),
            Interval::Seconds(micros) => {
                let fraction = format!("{:06}", micros % 1_000_000);
                let fraction = fraction.trim_end_matches('0');
                write!(f, "{}", micros / 1_000_000)?;
                if !fraction.is_empty() {
                    write!(f, ".{fraction}")?;
                }
                f.write_str("s")
            }
        }
    }
}

impl FromStr for Interval {
    type Err = IntervalError;

    fn from_str(text: &str) -> Result<Interval, IntervalError> {
        let interval = match text.strip_suffix('s') {
            None => Interval::Steps(number(text)?),
            Some(seconds) => Interval::Seconds(microseconds(seconds)?),
        };
        match interval {
            Interval::Steps(0) | Interval::Seconds(0) => Err(IntervalError::TooShort),
            _ => Ok(interval),
        }
    }
}

fn number(text: &str) -> Result<u64, IntervalError> {
    if text.is_empty() || !text.bytes().all(|b| b.is_ascii_digit()) {
        return Err(IntervalError::NotANumber);
    }
    text.parse().map_err(|_| IntervalError::TooLong)
}

/// Decimal seconds as microseconds, without the detour of a float; what is below a microsecond is cut off.
fn microseconds(text: &str) -> Result<u64, IntervalError> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let whole = if whole.is_empty() && text.starts_with('.') { 0 } else { number(whole)? };
    if fraction.is_empty() || !fraction.bytes().all(|b| b.is_ascii_digit()) {
        return Err(IntervalError::NotANumber);
    }
    let micros: String = fraction.chars().chain("000000".chars()).take(6).collect();
    whole
        .checked_mul(1_000_000)
        .and_then(|w| w.checked_add(number(&micros).ok()?))
        .ok_or(IntervalError::TooLong)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_and_seconds_are_read_and_shown() {
        for (text, interval) in [
            ("3", Interval::Steps(3)),
            ("0.005s", Interval::Seconds(5_000)),
            ("1s", Interval::Seconds(1_000_000)),
            ("1.5s", Interval::Seconds(1_500_000)),
        ] {
            assert_eq!(text.parse(), Ok(interval));
            assert_eq!(interval.to_string(), text);
        }
        assert_eq!(".01s".parse(), Ok(Interval::Seconds(10_000)));
        assert_eq!(Interval::Seconds(5_000).steps(), 5_000);
    }

    #[test]
    fn other_texts_are_refused() {
        for text in ["", "s", "x", "-1", "+1", "1.5", "1e3s", "0x1", "1.s", "1.-2s", " 1"] {
            assert_eq!(text.parse::<Interval>(), Err(IntervalError::NotANumber), "{text:?}");
        }
        assert_eq!("0".parse::<Interval>(), Err(IntervalError::TooShort));
        assert_eq!("0.0000009s".parse::<Interval>(), Err(IntervalError::TooShort));
        assert_eq!("99999999999999999999".parse::<Interval>(), Err(IntervalError::TooLong));
        assert_eq!("99999999999999999s".parse::<Interval>(), Err(IntervalError::TooLong));
    }
}
