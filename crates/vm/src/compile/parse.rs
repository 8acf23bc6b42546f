//! The one place that knows ruff's parser: from text to a syntax tree, or to what is wrong with it.

use ruff_python_ast::token::TokenKind;
use ruff_python_ast::{Mod, ModModule, PythonVersion};
use ruff_python_parser::{
    LexicalErrorType, Mode, ParseError, ParseErrorType, ParseOptions, lexer, parse_unchecked,
};
use ruff_text_size::{TextRange, TextSize};

use super::source::Source;
use crate::diagnostic::Diagnostic;

/// As many brackets may be open at once as CPython allows.
const MAX_BRACKETS: usize = 200;
/// How deep one expression may be nested by its operators, calls and attributes.
const MAX_DEPTH: usize = 600;
/// As many levels of indentation as CPython allows.
const MAX_INDENTATION: usize = 100;

pub(super) fn parse(source: &Source) -> Result<ModModule, Vec<Diagnostic>> {
    let diagnostic =
        |range: TextRange, message: String| Diagnostic { span: source.span(&range), message, help: None };
    if let Some((range, message)) = too_deep(source.text()) {
        return Err(vec![diagnostic(range, message.into())]);
    }
    let options = ParseOptions::from(Mode::Module).with_target_version(PythonVersion::PY313);
    let parsed = parse_unchecked(source.text(), options);
    let errors = parsed.errors().iter().map(|error| diagnostic(error.location, message(error)));
    let newer =
        parsed.unsupported_syntax_errors().iter().map(|error| diagnostic(error.range, error.to_string()));
    let diagnostics: Vec<Diagnostic> = errors.chain(newer).collect();
    match parsed.into_syntax() {
        Mod::Module(module) if diagnostics.is_empty() => Ok(module),
        _ => Err(diagnostics),
    }
}

/// The tree of a piece of source, if that is Python by itself.
pub(crate) fn syntax(text: &str) -> Option<ModModule> {
    parse(&Source::new(text)).ok()
}

/// A parser's error in CPython's words, where it has some.
fn message(error: &ParseError) -> String {
    match &error.error {
        ParseErrorType::UnexpectedIndentation => "unexpected indent".into(),
        ParseErrorType::ExpectedExpression => "invalid syntax: an expression is expected here".into(),
        ParseErrorType::SimpleStatementsOnSameLine | ParseErrorType::SimpleAndCompoundStatementOnSameLine => {
            "invalid syntax: statements are separated by newlines or semicolons".into()
        }
        ParseErrorType::PositionalAfterKeywordArgument => {
            "positional argument follows keyword argument".into()
        }
        ParseErrorType::PositionalAfterKeywordUnpacking => {
            "positional argument follows keyword argument unpacking".into()
        }
        ParseErrorType::NonDefaultParamAfterDefaultParam => {
            "parameter without a default follows parameter with a default".into()
        }
        ParseErrorType::ExpectedKeywordParam => "named parameters must follow bare *".into(),
        ParseErrorType::InvalidAssignmentTarget | ParseErrorType::InvalidNamedAssignmentTarget => {
            "cannot assign to this expression".into()
        }
        ParseErrorType::InvalidAugmentedAssignmentTarget => {
            "this expression is an illegal expression for augmented assignment".into()
        }
        ParseErrorType::InvalidDeleteTarget => "cannot delete this expression".into(),
        ParseErrorType::InvalidStarredExpressionUsage => "can't use starred expression here".into(),
        ParseErrorType::UnparenthesizedGeneratorExpression => {
            "Generator expression must be parenthesized".into()
        }
        ParseErrorType::Lexical(LexicalErrorType::UnclosedStringError) => {
            "unterminated string literal".into()
        }
        ParseErrorType::Lexical(LexicalErrorType::IndentationError) => {
            "unindent does not match any outer indentation level".into()
        }
        ParseErrorType::ExpectedToken { expected: TokenKind::Colon, .. } => "expected ':'".into(),
        ParseErrorType::ExpectedToken { expected: TokenKind::Indent, .. } => {
            "expected an indented block".into()
        }
        ParseErrorType::ExpectedToken { expected, found } => {
            format!("invalid syntax: expected {expected}, found {found}")
        }
        other => lower_first(&other.to_string()),
    }
}

fn lower_first(message: &str) -> String {
    let mut chars = message.chars();
    match (chars.next(), chars.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => first.to_lowercase().chain(chars).collect(),
        _ => message.to_owned(),
    }
}

/// Finds what is nested too deeply to be parsed by recursion, from the tokens alone.
fn too_deep(text: &str) -> Option<(TextRange, &'static str)> {
    let message = depth_error(text)?;
    // The lexer keeps its place to itself; the shortest text that is too deep ends there.
    let (mut fits, mut exceeds) = (0, text.len());
    while fits + 1 < exceeds {
        let middle = fits + (exceeds - fits) / 2;
        let end = (middle..exceeds).find(|end| text.is_char_boundary(*end)).unwrap_or(exceeds);
        if end == exceeds {
            break;
        }
        match depth_error(&text[..end]) {
            Some(_) => exceeds = end,
            None => fits = end,
        }
    }
    let start = (0..exceeds).rev().find(|start| text.is_char_boundary(*start)).unwrap_or(0);
    Some((TextRange::new(TextSize::of(&text[..start]), TextSize::of(&text[..exceeds])), message))
}

fn depth_error(text: &str) -> Option<&'static str> {
    let mut lexer = lexer::lex(text, Mode::Module);
    // How many operators each open bracket, the innermost last, has seen since its last separator.
    let mut open = vec![0_usize];
    let mut depth = 0;
    let mut indentation = 0;
    loop {
        let kind = lexer.next_token();
        let bracket_count = open.len();
        let innermost = open.last_mut()?;
        match kind {
            TokenKind::EndOfFile => return None,
            TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace => {
                *innermost += 1;
                depth += 1;
                open.push(0);
            }
            TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace if bracket_count > 1 => {
                depth -= open.pop().unwrap_or(0);
            }
            TokenKind::Newline => {
                open = vec![0];
                depth = 0;
            }
            TokenKind::Comma | TokenKind::Semi | TokenKind::And | TokenKind::Or => {
                depth -= std::mem::take(innermost);
            }
            TokenKind::Indent => indentation += 1,
            TokenKind::Dedent => indentation -= 1,
            kind if deepens(kind) => {
                *innermost += 1;
                depth += 1;
            }
            _ => {}
        }
        if open.len() > MAX_BRACKETS {
            return Some("too many nested parentheses");
        }
        if indentation > MAX_INDENTATION {
            return Some("too many levels of indentation");
        }
        if depth > MAX_DEPTH {
            return Some("expression is nested too deeply");
        }
    }
}

fn deepens(kind: TokenKind) -> bool {
    kind.is_operator()
        || matches!(
            kind,
            TokenKind::Dot
                | TokenKind::Not
                | TokenKind::If
                | TokenKind::Else
                | TokenKind::Lambda
                | TokenKind::Await
                | TokenKind::Yield
                | TokenKind::Equal
                | TokenKind::Elif
        )
}
