//! A program's source, from a file or from standard input.

use std::fs;
use std::io::{self, Read};
use std::path::Path;

/// A program's source, and what it is called.
pub(crate) struct Source {
    pub(crate) name: String,
    pub(crate) text: String,
}

impl Source {
    /// Reads a file, or `input` if it is `-`.
    pub(crate) fn read(file: &Path, input: &mut dyn Read) -> io::Result<Source> {
        let mut bytes = Vec::new();
        let name = if file == Path::new("-") {
            input.read_to_end(&mut bytes)?;
            "<stdin>".into()
        } else {
            bytes = fs::read(file)?;
            file.display().to_string()
        };
        let text = String::from_utf8(bytes).map_err(|_| io::Error::other("it is not UTF-8 text"))?;
        // Editors on Windows mark UTF-8 by a character that no program means.
        let text = text.strip_prefix('\u{feff}').map(String::from).unwrap_or(text);
        Ok(Source { name, text })
    }
}
