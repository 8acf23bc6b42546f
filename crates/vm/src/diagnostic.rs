//! What is wrong with a program before it runs, said at the place where it is wrong.

use crate::code::Span;

/// One thing that keeps a program from being compiled: a syntax error, or Python that Interleave does not run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Where in the source.
    pub span: Span,
    /// What is wrong, in the user's terms: one sentence, no full stop needed.
    pub message: String,
    /// What to do about it, when that is known.
    pub help: Option<String>,
}
