//! The one place that knows ruff's parser: from text to a syntax tree, or to what is wrong with it.

pub(super) mod depth;
mod messages;

use ruff_python_ast::{Mod, ModModule, PythonVersion, Stmt};
use ruff_python_parser::{Mode, ParseOptions, Parsed, parse_unchecked};

use super::source::Source;
use crate::diagnostic::Diagnostic;

/// How often this thread has asked the parser, for tests of what has to do without it.
#[cfg(debug_assertions)]
pub fn parsed() -> u64 {
    PARSED.get()
}

#[cfg(debug_assertions)]
thread_local! {
    static PARSED: std::cell::Cell<u64> = const { std::cell::Cell::new(0) };
}

/// What the parser makes of a module's text, be it right or wrong.
pub(super) fn unchecked(text: &str, options: ParseOptions) -> Parsed<Mod> {
    #[cfg(debug_assertions)]
    PARSED.set(PARSED.get() + 1);
    parse_unchecked(text, options)
}

pub(super) fn parse(source: &Source) -> Result<ModModule, Vec<Diagnostic>> {
    let diagnostic = |range, message| Diagnostic { span: source.span(&range), message, help: None };
    if let Some((range, message)) = depth::too_deep(source.text()) {
        return Err(vec![diagnostic(range, message.into())]);
    }
    let options = ParseOptions::from(Mode::Module).with_target_version(PythonVersion::PY313);
    let parsed = unchecked(source.text(), options);
    if let Some((range, message)) = messages::unclosed_bracket(&parsed, source.text()) {
        return Err(vec![diagnostic(range, message)]);
    }
    let errors =
        parsed.errors().iter().map(|error| diagnostic(error.location, messages::message(error, source)));
    let newer =
        parsed.unsupported_syntax_errors().iter().map(|error| diagnostic(error.range, error.to_string()));
    let mut diagnostics: Vec<Diagnostic> = errors.chain(newer).collect();
    // After the first error of a line the parser only guesses what was meant.
    diagnostics.dedup_by_key(|diagnostic| diagnostic.span.line);
    match parsed.into_syntax() {
        Mod::Module(module) if diagnostics.is_empty() => Ok(module),
        _ => Err(diagnostics),
    }
}

/// The tree of a piece of source, if that is Python by itself.
pub(crate) fn syntax(text: &str) -> Option<ModModule> {
    parse(&Source::new(text)).ok()
}

/// Whether a module is a single expression.
pub(super) fn is_expression(module: &ModModule) -> bool {
    matches!(module.body.as_slice(), [Stmt::Expr(_)])
}
