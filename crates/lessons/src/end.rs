//! How a run ended, and what can be said about that.

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct End<'a> {
    /// Its verdict: `ended`, `raised`, `deadlocked` or `limit reached`.
    pub verdict: &'a str,
    /// What it wrote to standard output.
    pub output: &'a str,
    /// What it wrote to standard error.
    pub errors: &'a str,
    /// How much virtual time it took, in microseconds.
    pub micros: u64,
}

/// What is said about how a run ends. What is left out is not said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ending {
    /// The verdict.
    pub verdict: Option<&'static str>,
    /// All that is written to standard output.
    pub output: Option<&'static str>,
    /// How standard output begins.
    pub begins: Option<&'static str>,
    /// How standard output ends.
    pub finishes: Option<&'static str>,
    /// What is somewhere in standard output.
    pub prints: Option<&'static str>,
    /// What is somewhere in standard error.
    pub warns: Option<&'static str>,
    /// What every line of standard output is, where `#` stands for a whole number.
    pub every_line: Option<&'static str>,
    /// The most virtual time that it takes, in milliseconds.
    pub at_most_ms: Option<u64>,
    /// The least virtual time that it takes, in milliseconds.
    pub at_least_ms: Option<u64>,
}

impl Ending {
    /// Whether a run ended so.
    pub fn is(&self, end: &End<'_>) -> bool {
        let millis = end.micros / 1_000;
        self.verdict.is_none_or(|verdict| verdict == end.verdict)
            && self.output.is_none_or(|output| output == end.output)
            && self.begins.is_none_or(|output| end.output.starts_with(output))
            && self.finishes.is_none_or(|output| end.output.ends_with(output))
            && self.prints.is_none_or(|text| end.output.contains(text))
            && self.warns.is_none_or(|text| end.errors.contains(text))
            && self.every_line.is_none_or(|form| end.output.lines().all(|line| has_form(line, form)))
            && self.at_most_ms.is_none_or(|most| millis <= most)
            && self.at_least_ms.is_none_or(|least| millis >= least)
    }

    /// What is said, one thing after another; nothing if nothing is.
    pub fn in_words(&self) -> Vec<String> {
        let quoted = |verb: &str, text: Option<&str>| text.map(|text| format!("{verb} {text:?}"));
        [
            self.verdict.map(|verdict| format!("its verdict is {verdict:?}")),
            self.output.map(|output| match output.lines().count() {
                1 => "it prints just this line".to_string(),
                lines => format!("it prints just these {lines} lines"),
            }),
            quoted("what it prints begins with", self.begins),
            quoted("what it prints finishes with", self.finishes),
            quoted("it prints", self.prints),
            quoted("standard error has", self.warns),
            quoted("every line is", self.every_line),
            self.at_most_ms.map(|most| format!("it takes at most {most} ms")),
            self.at_least_ms.map(|least| format!("it takes at least {least} ms")),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

/// Whether a line has a form in which `#` stands for digits.
fn has_form(line: &str, form: &str) -> bool {
    let Some((before, after)) = form.split_once('#') else { return line == form };
    let Some(rest) = line.strip_prefix(before) else { return false };
    let number = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    number > 0 && has_form(&rest[number..], after)
}

#[cfg(test)]
mod tests {
    use super::*;

    const END: End<'_> =
        End { verdict: "ended", output: "line 1\nline 12\n", errors: "IndexError\n", micros: 5_000 };

    #[test]
    fn all_that_is_said_must_be_so() {
        let said = Ending { verdict: Some("ended"), prints: Some("line 12"), ..Ending::default() };
        assert!(said.is(&END));
        assert!(!Ending { verdict: Some("deadlocked"), ..said }.is(&END));
        assert!(!Ending { prints: Some("line 2"), ..said }.is(&END));
        assert!(!Ending { output: Some("line 1\n"), ..said }.is(&END));
        assert!(Ending { begins: Some("line 1\n"), ..said }.is(&END));
        assert!(Ending { warns: Some("IndexError"), at_most_ms: Some(5), ..said }.is(&END));
        assert!(!Ending { at_least_ms: Some(6), ..said }.is(&END));
        assert!(Ending::default().is(&END));
    }

    #[test]
    fn lines_have_forms() {
        for (line, form, fits) in [
            ("line 12", "line #", true),
            ("line 1 of 12", "line # of #", true),
            ("line", "line", true),
            ("line ", "line #", false),
            ("line 1x", "line #", false),
            ("a line 1", "line #", false),
            ("", "line #", false),
        ] {
            assert_eq!(has_form(line, form), fits, "{line:?} as {form:?}");
        }
    }
}
