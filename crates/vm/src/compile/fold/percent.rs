//! `"%s and %r" % (a, b)` is compiled like an f-string.

/// A part of a `%` format.
#[derive(Debug, PartialEq)]
pub(in crate::compile) enum FormatPart {
    Literal(String),
    /// The next argument, converted (`s`, `r` or `a`) and formatted.
    Argument {
        conversion: char,
        spec: Option<String>,
    },
}

const MAX_DIGITS: usize = 2;

/// Splits a `%` format into parts, when it holds nothing but `%s`, `%r`, `%a` and `%%` for exactly `arguments`.
pub(in crate::compile) fn percent_format(format: &str, arguments: usize) -> Option<Vec<FormatPart>> {
    let mut parts = Vec::new();
    let mut literal = String::new();
    let mut count = 0;
    let mut rest = format.chars().peekable();
    while let Some(c) = rest.next() {
        if c != '%' {
            literal.push(c);
        } else if rest.next_if_eq(&'%').is_some() {
            literal.push('%');
        } else {
            if !literal.is_empty() {
                parts.push(FormatPart::Literal(std::mem::take(&mut literal)));
            }
            count += 1;
            parts.push(argument(&mut rest)?);
        }
    }
    if !literal.is_empty() {
        parts.push(FormatPart::Literal(literal));
    }
    (count == arguments).then_some(parts)
}

fn argument(rest: &mut std::iter::Peekable<std::str::Chars>) -> Option<FormatPart> {
    let mut is_left = false;
    while let Some(flag) = rest.next_if(|c| "-+ #0".contains(*c)) {
        is_left |= flag == '-';
    }
    let width = digits(rest)?;
    let mut precision = None;
    if rest.next_if_eq(&'.').is_some() {
        precision = Some(digits(rest)?.unwrap_or(0));
    }
    let conversion = rest.next().filter(|c| "sra".contains(*c))?;
    let mut spec = String::new();
    if let Some(width) = width {
        if !is_left && width > 0 {
            spec.push('>');
        }
        spec.push_str(&width.to_string());
    }
    if let Some(precision) = precision {
        spec.push_str(&format!(".{precision}"));
    }
    Some(FormatPart::Argument { conversion, spec: (!spec.is_empty()).then_some(spec) })
}

/// A number of at most two digits: `None` if it is longer, `Some(None)` if there is none.
fn digits(rest: &mut std::iter::Peekable<std::str::Chars>) -> Option<Option<u32>> {
    let mut text = String::new();
    while let Some(digit) = rest.next_if(char::is_ascii_digit) {
        text.push(digit);
    }
    match text.len() {
        0 => Some(None),
        1..=MAX_DIGITS => Some(text.parse().ok()),
        _ => None,
    }
}
