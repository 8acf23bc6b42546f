//! The parser's errors in CPython's words, where it has some.

use ruff_python_ast::token::TokenKind;
use ruff_python_ast::{Expr, Mod, Stmt};
use ruff_python_parser::{LexicalErrorType, ParseError, ParseErrorType, Parsed};
use ruff_text_size::{Ranged, TextRange};

use crate::compile::source::Source;

pub(super) fn message(error: &ParseError, source: &Source) -> String {
    match &error.error {
        ParseErrorType::UnexpectedIndentation => "unexpected indent".into(),
        ParseErrorType::ExpectedExpression => "invalid syntax: an expression is expected here".into(),
        ParseErrorType::SimpleStatementsOnSameLine => on_same_line(error.location, source),
        ParseErrorType::SimpleAndCompoundStatementOnSameLine => SEPARATED.into(),
        ParseErrorType::PositionalAfterKeywordArgument => {
            "positional argument follows keyword argument".into()
        }
        ParseErrorType::PositionalAfterKeywordUnpacking => {
            "positional argument follows keyword argument unpacking".into()
        }
        ParseErrorType::NonDefaultParamAfterDefaultParam => {
            "parameter without a default follows parameter with a default".into()
        }
        ParseErrorType::ExpectedKeywordParam => "named arguments must follow bare *".into(),
        ParseErrorType::ParamAfterVarKeywordParam => "arguments cannot follow var-keyword argument".into(),
        ParseErrorType::InvalidAssignmentTarget | ParseErrorType::InvalidNamedAssignmentTarget => {
            assignment(error.location, source)
        }
        ParseErrorType::InvalidAugmentedAssignmentTarget => {
            let what = target(source.slice(error.location));
            format!("'{what}' is an illegal expression for augmented assignment")
        }
        ParseErrorType::InvalidDeleteTarget => {
            format!("cannot delete {}", target(source.slice(error.location)))
        }
        ParseErrorType::InvalidStarredExpressionUsage => "can't use starred expression here".into(),
        ParseErrorType::UnparenthesizedGeneratorExpression => {
            "Generator expression must be parenthesized".into()
        }
        ParseErrorType::Lexical(error_type) => lexical(error_type, error.location, source),
        ParseErrorType::ExpectedToken { expected: TokenKind::Colon, found } if *found == TokenKind::Equal => {
            "invalid syntax. Maybe you meant '==' or ':=' instead of '='?".into()
        }
        ParseErrorType::ExpectedToken { expected: TokenKind::Colon, .. } => "expected ':'".into(),
        ParseErrorType::ExpectedToken { expected: TokenKind::Else, .. } => {
            "expected 'else' after 'if' expression".into()
        }
        ParseErrorType::ExpectedToken { expected, found } => {
            format!("invalid syntax: expected {expected}, found {found}")
        }
        ParseErrorType::OtherError(text) if text.starts_with("Expected an indented block") => {
            let line = header_line(error.location, source);
            format!("{} on line {line}", lower_first(text).replace('`', "'"))
        }
        ParseErrorType::OtherError(text) if text.starts_with("Expected `except` or `finally`") => {
            "expected 'except' or 'finally' block".into()
        }
        other => lower_first(&other.to_string()),
    }
}

const SEPARATED: &str = "invalid syntax: statements are separated by newlines or semicolons";

fn lexical(error: &LexicalErrorType, range: TextRange, source: &Source) -> String {
    let is_octal = source.text()[range.start().to_usize()..].starts_with('0');
    match error {
        LexicalErrorType::UnclosedStringError => {
            format!("unterminated string literal (detected at line {})", source.position(range.start()).0)
        }
        LexicalErrorType::IndentationError => "unindent does not match any outer indentation level".into(),
        other if is_octal && other.to_string().contains("decimal integer") => {
            "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers"
                .into()
        }
        LexicalErrorType::UnicodeError if source.text()[..range.start().to_usize()].ends_with("\\N{") => {
            "Interleave does not know the names of characters: write the character itself".into()
        }
        other => lower_first(&other.to_string()),
    }
}

/// `print "text"`, or just two statements.
fn on_same_line(range: TextRange, source: &Source) -> String {
    let before = source.text()[..range.start().to_usize()].trim_end_matches([' ', '\t']);
    match before.rsplit(['\n', ' ', '\t', ';']).next() {
        Some(name @ ("print" | "exec")) => {
            format!("Missing parentheses in call to '{name}'. Did you mean {name}(...)?")
        }
        _ => SEPARATED.into(),
    }
}

fn assignment(range: TextRange, source: &Source) -> String {
    let what = target(source.slice(range));
    let behind = source.text()[range.end().to_usize()..].trim_start_matches([' ', '\t', ')']);
    let is_assignment = behind.starts_with('=') && !behind.starts_with("==");
    if is_assignment && !matches!(what, "None" | "True" | "False" | "ellipsis") {
        format!("cannot assign to {what} here. Maybe you meant '==' instead of '='?")
    } else {
        format!("cannot assign to {what}")
    }
}

/// What CPython calls an expression that cannot be assigned to.
fn target(text: &str) -> &'static str {
    let module = super::syntax(&format!("({text}\n)"));
    let Some([Stmt::Expr(statement)]) = module.as_ref().map(|module| &*module.body) else {
        return "expression";
    };
    match &*statement.value {
        Expr::Call(_) => "function call",
        Expr::NoneLiteral(_) => "None",
        Expr::BooleanLiteral(literal) if literal.value => "True",
        Expr::BooleanLiteral(_) => "False",
        Expr::EllipsisLiteral(_) => "ellipsis",
        Expr::NumberLiteral(_) | Expr::StringLiteral(_) | Expr::BytesLiteral(_) => "literal",
        Expr::FString(_) => "f-string expression",
        Expr::Compare(_) => "comparison",
        Expr::If(_) => "conditional expression",
        Expr::Named(_) => "named expression",
        Expr::Lambda(_) => "lambda",
        Expr::Dict(_) => "dict literal",
        Expr::Set(_) => "set display",
        Expr::Tuple(_) => "tuple",
        Expr::List(_) => "list",
        Expr::ListComp(_) => "list comprehension",
        Expr::SetComp(_) => "set comprehension",
        Expr::DictComp(_) => "dict comprehension",
        Expr::Generator(_) => "generator expression",
        Expr::Yield(_) | Expr::YieldFrom(_) => "yield expression",
        Expr::Await(_) => "await expression",
        _ => "expression",
    }
}

/// The line of the last text before a place: that of the statement whose block is missing.
fn header_line(range: TextRange, source: &Source) -> u32 {
    let before = source.text()[..range.start().to_usize()].trim_end();
    source.position(ruff_text_size::TextSize::of(before)).0
}

/// If the text ends inside a bracket: where that was opened.
pub(super) fn unclosed_bracket(parsed: &Parsed<Mod>, text: &str) -> Option<(TextRange, String)> {
    let mut open = Vec::new();
    for token in parsed.tokens().iter() {
        match token.kind() {
            TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace => open.push(token.range()),
            TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace => drop(open.pop()),
            _ => {}
        }
    }
    let range = open.pop().filter(|_| !parsed.errors().is_empty())?;
    Some((range, format!("'{}' was never closed", &text[range])))
}

fn lower_first(message: &str) -> String {
    let mut chars = message.chars();
    match (chars.next(), chars.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => first.to_lowercase().chain(chars).collect(),
        _ => message.to_owned(),
    }
}
