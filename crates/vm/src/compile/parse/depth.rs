//! What is nested too deeply to be parsed by recursion, seen from the tokens alone.

use ruff_python_ast::token::TokenKind;
use ruff_python_parser::{Mode, lexer};
use ruff_text_size::{TextRange, TextSize};

/// As many brackets may be open at once as CPython allows.
const MAX_BRACKETS: usize = 200;
/// How deep one expression may be nested by its operators, calls and attributes.
const MAX_DEPTH: usize = 600;
/// As many levels of indentation as CPython allows.
const MAX_INDENTATION: usize = 100;

/// Where a text is too deep, and what to say of it.
pub(in crate::compile) fn too_deep(text: &str) -> Option<(TextRange, &'static str)> {
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
