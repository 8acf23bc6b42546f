//! A program's text in coloured pieces, for those who show it.

use std::ops::Range;

use ruff_python_ast::token::TokenKind as Ruff;
use ruff_python_parser::{Mode, ParseOptions};
use ruff_text_size::Ranged;

use super::parse::depth::too_deep;
use super::parse::unchecked;

/// What a piece of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// `def`, `if`, `None`
    Keyword,
    /// A name.
    Name,
    /// A number.
    Number,
    /// Text, or the fixed parts of an f-string.
    String,
    /// From `#` to the end of the line.
    Comment,
    /// Any other sign.
    Operator,
}

impl TokenKind {
    pub(crate) const ALL: &[TokenKind] = &[
        TokenKind::Keyword,
        TokenKind::Name,
        TokenKind::Number,
        TokenKind::String,
        TokenKind::Comment,
        TokenKind::Operator,
    ];
}

/// The tokens of a program in order, each with its range in bytes; between them is nothing but blanks. What cannot be
/// parsed has tokens too; what is nested too deeply to be parsed has those before it gets too deep.
pub fn tokens(source: &str) -> Vec<(TokenKind, Range<usize>)> {
    let end = too_deep(source).map_or(source.len(), |(range, _)| range.start().to_usize());
    let parsed = unchecked(&source[..end], ParseOptions::from(Mode::Module));
    let with_kind = parsed.tokens().iter().filter_map(|token| Some((kind(token.kind())?, token)));
    with_kind
        .map(|(kind, token)| (kind, token.start().to_usize()..token.end().to_usize()))
        .filter(|(_, range)| !range.is_empty())
        .collect()
}

fn kind(kind: Ruff) -> Option<TokenKind> {
    Some(match kind {
        Ruff::Newline | Ruff::NonLogicalNewline | Ruff::Indent | Ruff::Dedent | Ruff::EndOfFile => {
            return None;
        }
        Ruff::Comment => TokenKind::Comment,
        Ruff::Int | Ruff::Float | Ruff::Complex => TokenKind::Number,
        Ruff::String | Ruff::FStringStart | Ruff::FStringMiddle | Ruff::FStringEnd => TokenKind::String,
        kind if kind.is_non_soft_keyword() => TokenKind::Keyword,
        kind if kind.is_soft_keyword() => TokenKind::Name,
        Ruff::Name => TokenKind::Name,
        _ => TokenKind::Operator,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_but_blanks_is_in_a_token() {
        let source = "# a bank\ndef pay(n=1.5):\n    return f\"{n:>4} paid\" if n else None\n";
        let found = tokens(source);
        let covered: String = found.iter().map(|(_, range)| &source[range.clone()]).collect();
        assert_eq!(covered, "# a bankdefpay(n=1.5):returnf\"{n:>4} paid\"ifnelseNone");
        let of = |wanted| {
            let texts =
                found.iter().filter(|(kind, _)| *kind == wanted).map(|(_, range)| &source[range.clone()]);
            texts.collect::<Vec<_>>()
        };
        assert_eq!(of(TokenKind::Keyword), ["def", "return", "if", "else", "None"]);
        assert_eq!(of(TokenKind::Comment), ["# a bank"]);
        assert_eq!(of(TokenKind::Number), ["1.5"]);
        assert_eq!(of(TokenKind::String), ["f\"", ">4", " paid", "\""]);
    }

    #[test]
    fn what_is_too_deep_has_tokens_to_where_it_gets_so() {
        let found = tokens(&format!("x = {}1", "(".repeat(100_000)));
        assert!((150..=202).contains(&found.len()), "{} tokens", found.len());
        assert_eq!(tokens(&"-".repeat(100_000)).len(), 600);
    }

    #[test]
    fn what_cannot_be_parsed_has_tokens_too() {
        assert_eq!(tokens("def (:").len(), 3);
    }
}
