//! How much a program may use, as it is asked for.

use interleave_vm::{Limit, Limits};

/// How much a program may use before it is stopped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::Args)]
#[command(next_help_heading = "Limits")]
pub struct LimitArgs {
    /// Steps of all threads together.
    #[arg(long, value_name = "N", value_parser = count)]
    pub max_steps: Option<u64>,
    /// All work, the library's among it, in the time of steps; if it is not given, ten times --max-steps where that is.
    #[arg(long, value_name = "N", value_parser = count)]
    pub max_work: Option<u64>,
    /// Threads started.
    #[arg(long, value_name = "N", value_parser = count)]
    pub max_threads: Option<u64>,
    /// Memory that the program's data take up, in bytes.
    #[arg(long, value_name = "N[K|M|G]", value_parser = count)]
    pub max_heap: Option<u64>,
    /// Memory that one operation may take, in bytes.
    #[arg(long, value_name = "N[K|M|G]", value_parser = count)]
    pub max_size: Option<u64>,
    /// Output, in bytes.
    #[arg(long, value_name = "N[K|M|G]", value_parser = count)]
    pub max_output: Option<u64>,
    /// Digits of an integer.
    #[arg(long, value_name = "N", value_parser = count)]
    pub max_digits: Option<u64>,
    /// Calls within calls; beyond them is a RecursionError.
    #[arg(long, value_name = "N", value_parser = count)]
    pub max_recursion: Option<u64>,
}

impl LimitArgs {
    /// The limits that are asked for.
    pub fn limits(&self) -> Limits {
        let standard = Limits::default();
        let size = |given: Option<u64>, standard: usize| {
            given.map_or(standard, |given| usize::try_from(given).unwrap_or(usize::MAX))
        };
        let steps = self.max_steps.unwrap_or(standard.steps);
        let heap = size(self.max_heap, standard.heap);
        Limits {
            steps,
            // Who asks for more steps wants them taken.
            work: self.max_work.unwrap_or(match self.max_steps {
                Some(steps) => standard.work.max(steps.saturating_mul(10)),
                None => standard.work,
            }),
            threads: size(self.max_threads, standard.threads),
            heap,
            // With more memory, an operation may take its share of it.
            size: size(self.max_size, standard.size.max(heap / 4)),
            output: size(self.max_output, standard.output),
            recursion: size(self.max_recursion, standard.recursion),
            digits: size(self.max_digits, standard.digits),
        }
    }
}

/// The flag that sets a limit.
pub(crate) fn flag(limit: Limit) -> String {
    format!("--max-{}", limit.setting())
}

/// A number, with a K, M or G behind it for thousands, millions or billions.
fn count(text: &str) -> Result<u64, String> {
    let (digits, unit) = match text.strip_suffix(['k', 'K', 'm', 'M', 'g', 'G']) {
        Some(digits) => (digits, &text[digits.len()..]),
        None => (text, ""),
    };
    let unit = match unit {
        "" => 1,
        "k" | "K" => 1_000,
        "m" | "M" => 1_000_000,
        _ => 1_000_000_000,
    };
    let number: u64 = digits
        .replace(['_', ','], "")
        .parse()
        .map_err(|_| format!("{text:?} is not a number, perhaps with K, M or G behind it"))?;
    match number.checked_mul(unit) {
        Some(0) => Err("it must be at least 1".into()),
        Some(number) => Ok(number),
        None => Err(format!("{text} is too large")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_units() {
        for (text, wanted) in
            [("7", 7), ("10K", 10_000), ("1_000", 1_000), ("256m", 256_000_000), ("2G", 2_000_000_000)]
        {
            assert_eq!(count(text), Ok(wanted), "{text}");
        }
        for text in ["", "0", "x", "1T", "-1", "99999999999G", "1.5M"] {
            assert!(count(text).is_err(), "{text}");
        }
    }

    #[test]
    fn what_is_not_given_is_standard() {
        assert_eq!(LimitArgs::default().limits().steps, Limits::default().steps);
        let more = LimitArgs { max_steps: Some(1_000_000_000), ..LimitArgs::default() };
        assert!(more.limits().work >= 1_000_000_000);
        assert_eq!(flag(Limit::Heap), "--max-heap");
    }
}
