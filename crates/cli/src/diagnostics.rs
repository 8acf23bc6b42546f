//! What is wrong with a program, shown at its place.

use std::io::{self, Write};

use interleave_vm::Diagnostic;

use crate::source::Source;

/// Writes each diagnostic with its line of the source, and what to do about it.
pub(crate) fn write_all(diagnostics: &[Diagnostic], source: &Source, err: &mut dyn Write) -> io::Result<()> {
    for diagnostic in diagnostics {
        write_one(diagnostic, source, err)?;
    }
    let count = diagnostics.len();
    let things = if count == 1 { "problem" } else { "problems" };
    writeln!(err, "interleave: {} cannot be run: {count} {things}", source.name)
}

fn write_one(diagnostic: &Diagnostic, source: &Source, err: &mut dyn Write) -> io::Result<()> {
    let span = diagnostic.span;
    writeln!(err, "{}:{}:{}: {}", source.name, span.line, span.column + 1, diagnostic.message)?;
    let line = (span.line as usize).checked_sub(1).and_then(|index| source.text.lines().nth(index));
    let number = span.line.to_string();
    let margin = " ".repeat(number.len());
    if let Some(line) = line {
        writeln!(err, " {number} | {line}")?;
        writeln!(err, " {margin} | {}", carets(diagnostic, line))?;
    }
    if let Some(help) = &diagnostic.help {
        writeln!(err, " {margin} = help: {help}")?;
    }
    writeln!(err)
}

/// Carets under what is meant: to the end of the line, if it goes on behind it.
fn carets(diagnostic: &Diagnostic, line: &str) -> String {
    let span = diagnostic.span;
    let start = span.column as usize;
    let end = if span.end_line > span.line { line.chars().count() } else { span.end_column as usize };
    // A tab is as wide above as below.
    let margin = line.chars().chain(std::iter::repeat(' ')).take(start);
    let margin: String = margin.map(|c| if c == '\t' { '\t' } else { ' ' }).collect();
    margin + &"^".repeat(end.saturating_sub(start).max(1))
}

#[cfg(test)]
mod tests {
    use expect_test::expect;
    use interleave_vm::Span;

    use super::*;

    #[test]
    fn diagnostics_show_their_place() {
        let source = Source { name: "bank.py".into(), text: "import os\n\tawait f(\n  x)\n".into() };
        let diagnostic = |span, message: &str, help: Option<&str>| Diagnostic {
            span,
            message: message.into(),
            help: help.map(String::from),
        };
        let of_line = |line, column, end_line, end_column| Span { line, column, end_line, end_column };
        let diagnostics = [
            diagnostic(of_line(1, 7, 1, 9), "there is no module os here", Some("leave it out")),
            diagnostic(of_line(2, 1, 3, 4), "coroutines are not supported", None),
            diagnostic(of_line(3, 4, 3, 4), "something is missing", None),
        ];
        let mut err = Vec::new();
        write_all(&diagnostics, &source, &mut err).unwrap();
        expect![[r#"
            bank.py:1:8: there is no module os here
             1 | import os
               |        ^^
               = help: leave it out

            bank.py:2:2: coroutines are not supported
             2 | 	await f(
               | 	^^^^^^^^

            bank.py:3:5: something is missing
             3 |   x)
               |     ^

            interleave: bank.py cannot be run: 3 problems
        "#]]
        .assert_eq(&String::from_utf8(err).unwrap());
    }
}
