//! `repr` of constants, as `dis` and the plain form show them.

use std::fmt::Write;

use crate::code::{Code, Const};

/// A constant's `repr`, with code objects as `code` shows them.
pub(crate) fn repr(value: &Const, code: &dyn Fn(&Code) -> String, sorts_sets: bool) -> String {
    match value {
        Const::None => "None".into(),
        Const::Ellipsis => "Ellipsis".into(),
        Const::Bool(true) => "True".into(),
        Const::Bool(false) => "False".into(),
        Const::Int(value) => value.to_string(),
        Const::BigInt(value) => value.to_string(),
        Const::Float(value) => float(*value),
        Const::Imaginary(value) => format!("{}j", float(*value).trim_end_matches(".0")),
        Const::Str(text) => string(text),
        Const::Bytes(bytes) => bytes_repr(bytes),
        Const::Tuple(items) => {
            let items: Vec<String> = items.iter().map(|item| repr(item, code, sorts_sets)).collect();
            match &*items {
                [only] => format!("({only},)"),
                _ => format!("({})", items.join(", ")),
            }
        }
        Const::FrozenSet(items) => {
            let mut items: Vec<String> = items.iter().map(|item| repr(item, code, sorts_sets)).collect();
            if sorts_sets {
                items.sort();
            }
            format!("frozenset({{{}}})", items.join(", "))
        }
        Const::Code(inner) => code(inner),
    }
}

/// A float's `repr`: the shortest digits that mean it, with an exponent below 1e-4 and from 1e16 on.
pub(crate) fn float(value: f64) -> String {
    if value.is_nan() {
        return "nan".into();
    }
    if value.is_infinite() {
        return if value > 0.0 { "inf".into() } else { "-inf".into() };
    }
    let size = value.abs();
    if size != 0.0 && !(1e-4..1e16).contains(&size) {
        let text = format!("{value:e}");
        let (digits, exponent) = text.split_once('e').unwrap_or((&text, "0"));
        let (sign, exponent) = match exponent.strip_prefix('-') {
            Some(exponent) => ('-', exponent),
            None => ('+', exponent),
        };
        return format!("{digits}e{sign}{exponent:0>2}");
    }
    let text = value.to_string();
    if text.contains('.') { text } else { format!("{text}.0") }
}

fn quote_for(has_single: bool, has_double: bool) -> char {
    if has_single && !has_double { '"' } else { '\'' }
}

/// A string's `repr`.
pub(crate) fn string(text: &str) -> String {
    let quote = quote_for(text.contains('\''), text.contains('"'));
    let mut shown = String::from(quote);
    for c in text.chars() {
        match c {
            '\n' => shown.push_str("\\n"),
            '\r' => shown.push_str("\\r"),
            '\t' => shown.push_str("\\t"),
            '\\' => shown.push_str("\\\\"),
            c if c == quote => {
                shown.push('\\');
                shown.push(c);
            }
            c if is_printable(c) => shown.push(c),
            c if (c as u32) < 0x100 => {
                let _ = write!(shown, "\\x{:02x}", c as u32);
            }
            c if (c as u32) < 0x10000 => {
                let _ = write!(shown, "\\u{:04x}", c as u32);
            }
            c => {
                let _ = write!(shown, "\\U{:08x}", c as u32);
            }
        }
    }
    shown.push(quote);
    shown
}

/// Whether `repr` shows a character as itself: an approximation of Unicode's categories by Rust's.
fn is_printable(c: char) -> bool {
    c == ' ' || !(c.is_control() || c.is_whitespace() || is_invisible(c))
}

fn is_invisible(c: char) -> bool {
    matches!(c as u32,
        0xAD | 0x600..=0x605 | 0x61C | 0x6DD | 0x70F | 0x180E | 0x200B..=0x200F | 0x202A..=0x202E
        | 0x2060..=0x206F | 0xD800..=0xF8FF | 0xFEFF | 0xFFF0..=0xFFFB | 0xFFFE..=0xFFFF | 0xE0000..=0x10FFFF)
}

fn bytes_repr(bytes: &[u8]) -> String {
    let quote = quote_for(bytes.contains(&b'\''), bytes.contains(&b'"'));
    let mut shown = format!("b{quote}");
    for byte in bytes {
        match *byte {
            b'\n' => shown.push_str("\\n"),
            b'\r' => shown.push_str("\\r"),
            b'\t' => shown.push_str("\\t"),
            b'\\' => shown.push_str("\\\\"),
            byte if byte as char == quote => {
                shown.push('\\');
                shown.push(quote);
            }
            0x20..0x7F => shown.push(*byte as char),
            byte => {
                let _ = write!(shown, "\\x{byte:02x}");
            }
        }
    }
    shown.push(quote);
    shown
}
