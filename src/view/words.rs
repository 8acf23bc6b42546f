//! A sentence in which some words are code.

use std::fmt;

/// A sentence in which some words are code.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words(Vec<(String, bool)>);

impl Words {
    /// A sentence without code.
    pub fn plain(text: impl Into<String>) -> Words {
        Words(vec![(text.into(), false)])
    }

    /// A sentence with its code in backticks.
    pub fn with_backticks(text: &str) -> Words {
        let parts = text.split('`').enumerate().filter(|(_, part)| !part.is_empty());
        Words(parts.map(|(place, part)| (part.into(), place % 2 == 1)).collect())
    }

    /// The same with more words.
    #[must_use]
    pub fn and(mut self, text: impl Into<String>) -> Words {
        self.0.push((text.into(), false));
        self
    }

    /// The same with more code.
    #[must_use]
    pub fn code(mut self, text: impl Into<String>) -> Words {
        self.0.push((text.into(), true));
        self
    }

    /// Its parts, each with whether it is code.
    pub fn parts(&self) -> impl Iterator<Item = (&str, bool)> {
        self.0.iter().map(|(text, code)| (text.as_str(), *code))
    }
}

impl fmt::Display for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|(text, _)| f.write_str(text))
    }
}
