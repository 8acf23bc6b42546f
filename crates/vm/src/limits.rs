//! How much a program may use.

use std::fmt;

/// How much a program may use before it is stopped. Each has a default that no lesson comes near, and together they
/// see to it that every program ends in a second or two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Steps of all threads together.
    pub steps: u64,
    /// All that is done, in the time of quick steps: a step counts as one, a call of what is written in Rust as some forty, an
    /// instruction of the library as six; what takes longer, like copying a long list, as so many as it takes about the
    /// time of.
    pub work: u64,
    /// Threads started, those that have ended among them.
    pub threads: usize,
    /// Bytes of all objects together, as they are counted here.
    pub heap: usize,
    /// Bytes that a single operation may make.
    pub size: usize,
    /// Bytes of output.
    pub output: usize,
    /// Calls within calls, as `sys.getrecursionlimit` first gives it.
    pub recursion: usize,
    /// Decimal digits of an integer.
    pub digits: usize,
}

/// A megabyte.
const MB: usize = 1_000_000;

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            steps: 500_000_000,
            work: 500_000_000,
            threads: 2_000,
            heap: 256 * MB,
            size: 64 * MB,
            output: MB,
            recursion: 1_000,
            digits: MB,
        }
    }
}

impl Limits {
    /// The most bits an integer may have.
    pub(crate) fn bits(&self) -> u64 {
        // log2(10) is 3.3219...
        (self.digits as u64).saturating_mul(33_220) / 10_000 + 1
    }
}

/// A limit that was reached. Recursion is not among them: that one ends in a `RecursionError`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Limit {
    Steps,
    Work,
    Threads,
    Heap,
    Size,
    Output,
    Digits,
}

impl Limit {
    /// All limits.
    pub const ALL: [Limit; 7] =
        [Limit::Steps, Limit::Work, Limit::Threads, Limit::Heap, Limit::Size, Limit::Output, Limit::Digits];

    /// The name of its setting.
    pub fn setting(self) -> &'static str {
        match self {
            Limit::Steps => "steps",
            Limit::Work => "work",
            Limit::Threads => "threads",
            Limit::Heap => "heap",
            Limit::Size => "size",
            Limit::Output => "output",
            Limit::Digits => "digits",
        }
    }

    /// What happened, in a sentence without its end.
    pub fn in_words(self, limits: &Limits) -> String {
        match self {
            Limit::Steps => {
                format!(
                    "the program took {} steps, which is the limit: an endless loop?",
                    grouped(limits.steps)
                )
            }
            Limit::Work => format!(
                "the program did as much as {} steps would, which is the limit: an endless loop, or too much data?",
                grouped(limits.work)
            ),
            Limit::Threads => {
                format!("the program started {} threads, which is the limit", grouped(limits.threads as u64))
            }
            Limit::Heap => {
                format!("the program's data take up more than {}, which is the limit", bytes(limits.heap))
            }
            Limit::Size => format!(
                "one operation would make something larger than {}, which is the limit",
                bytes(limits.size)
            ),
            Limit::Output => {
                format!("the program wrote more than {}, which is the limit", bytes(limits.output))
            }
            Limit::Digits => format!(
                "an integer would have more than {} digits, which is the limit",
                grouped(limits.digits as u64)
            ),
        }
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Limit::Size => f.write_str("the limit on the size of one operation was reached"),
            other => write!(f, "the limit on {} was reached", other.setting()),
        }
    }
}

/// A number with its thousands apart.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// A number of bytes, in the largest unit that it is a whole number of.
fn bytes(number: usize) -> String {
    let units = [(1_000_000_000, "GB"), (MB, "MB"), (1_000, "kB")];
    match units.into_iter().find(|(unit, _)| number >= *unit && number.is_multiple_of(*unit)) {
        Some((unit, name)) => format!("{} {name}", number / unit),
        None => format!("{} bytes", grouped(number as u64)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_easy_to_read() {
        assert_eq!(["7", "1,000", "12,345,678"], [7, 1_000, 12_345_678].map(grouped));
        assert_eq!(["64 MB", "2 GB", "1,500 bytes", "5 kB"], [64 * MB, 2000 * MB, 1_500, 5_000].map(bytes));
    }
}
