//! Numbers as text and text as numbers, as Python writes and reads them. Nothing here knows the machine.

use num_bigint::BigInt;
use num_traits::Num;

use crate::natives::letters::decimal;
use crate::natives::text::is_space;

/// The most digits a decimal integer may have when it is read or written.
pub(crate) const MAX_DIGITS: usize = 4300;
/// What is said of an integer that has more.
pub(crate) const TOO_LONG: &str = "Exceeds the limit (4300 digits) for integer string conversion; use \
                                   sys.set_int_max_str_digits() to increase the limit";

/// Why text is no integer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NotAnInteger {
    /// It is no integer literal of that base.
    Literal,
    /// It has this many digits, which are too many.
    TooLong(usize),
}

/// The shortest digits that read back as a finite positive number, and where the point comes: behind the digit of
/// this index, counted from 1.
pub(crate) fn shortest(value: f64) -> (String, i32) {
    let (digits, point) = split_exponent(&format!("{:e}", value.abs()));
    // Of two that are as short and as near, Python takes the even one.
    let nearest = format!("{:.*e}", digits.len() - 1, value.abs());
    let (even, even_point) = split_exponent(&nearest);
    if even != digits && read_decimal(&nearest) == Some(value.abs()) {
        (even, even_point)
    } else {
        (digits, point)
    }
}

/// Reads a float as Rust writes it. It stands apart, so that a page need not have the table of powers at once that this
/// takes.
#[inline(never)]
pub(crate) fn read_decimal(text: &str) -> Option<f64> {
    text.parse().ok()
}

/// A number rounded to so many significant digits, and where the point comes.
pub(crate) fn significant(value: f64, digits: usize) -> (String, i32) {
    // No float has more digits than these.
    let exact = digits.min(1_100);
    let (mut shown, point) = split_exponent(&format!("{:.*e}", exact.saturating_sub(1), value.abs()));
    shown.extend(std::iter::repeat_n('0', digits - exact));
    (shown, point)
}

fn split_exponent(text: &str) -> (String, i32) {
    let (digits, exponent) = text.split_once('e').unwrap_or((text, "0"));
    (digits.replace('.', ""), exponent.parse::<i32>().unwrap_or(0) + 1)
}

/// Digits with an exponent of at least two digits: `1.5e-07`.
pub(crate) fn with_exponent(digits: &str, point: i32, keep_dot: bool) -> String {
    let (first, rest) = digits.split_at(1);
    let dot = if rest.is_empty() && !keep_dot { "" } else { "." };
    let exponent = point - 1;
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("{first}{dot}{rest}e{sign}{:02}", exponent.abs())
}

/// Digits with a point where it belongs: `0.00015`, `15000`.
pub(crate) fn with_point(digits: &str, point: i32) -> String {
    if point <= 0 {
        return format!("0.{}{digits}", "0".repeat(point.unsigned_abs() as usize));
    }
    let point = point as usize;
    if point >= digits.len() {
        format!("{digits}{}", "0".repeat(point - digits.len()))
    } else {
        format!("{}.{}", &digits[..point], &digits[point..])
    }
}

/// `repr` of a float.
pub(crate) fn float_repr(value: f64) -> String {
    if value.is_nan() {
        return "nan".into();
    }
    let sign = if value.is_sign_negative() { "-" } else { "" };
    if value.is_infinite() {
        return format!("{sign}inf");
    }
    let (digits, point) = shortest(value);
    if value != 0.0 && !(-3..=16).contains(&point) {
        return format!("{sign}{}", with_exponent(&digits, point, false));
    }
    let text = with_point(&digits, point);
    if text.contains('.') { format!("{sign}{text}") } else { format!("{sign}{text}.0") }
}

/// The digits of a number without underscores between them; none if one is out of place.
fn without_underscores(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    for (i, byte) in bytes.iter().enumerate() {
        let digit = |at: Option<&u8>| at.is_some_and(u8::is_ascii_alphanumeric);
        if *byte == b'_' && !(i > 0 && digit(bytes.get(i - 1)) && digit(bytes.get(i + 1))) {
            return None;
        }
    }
    Some(text.replace('_', ""))
}

/// Text without white space around it and with digits of all scripts made plain.
fn plain(text: &str) -> String {
    let trimmed = text.trim_matches(is_space);
    trimmed.chars().map(|c| decimal(c).and_then(|d| char::from_digit(d, 10)).unwrap_or(c)).collect()
}

/// Reads an integer as `int(text, base)` does; base 0 means that a prefix says which.
pub(crate) fn parse_int(text: &str, base: u32) -> Result<BigInt, NotAnInteger> {
    let text = plain(text);
    let (negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text.strip_prefix('+').unwrap_or(&text)),
    };
    let lower = digits.to_ascii_lowercase();
    let mut base = base;
    let mut rest: &str = &lower;
    for (prefix, its_base) in [("0x", 16), ("0o", 8), ("0b", 2)] {
        if let Some(behind) = lower.strip_prefix(prefix)
            && (base == its_base || base == 0)
        {
            base = its_base;
            // An underscore may come between the prefix and the digits.
            rest = behind.strip_prefix('_').unwrap_or(behind);
        }
    }
    if base == 0 {
        if rest.starts_with('0') && rest.bytes().any(|b| !matches!(b, b'0' | b'_')) {
            return Err(NotAnInteger::Literal);
        }
        base = 10;
    }
    let digits = without_underscores(rest).ok_or(NotAnInteger::Literal)?;
    if digits.is_empty() || !digits.chars().all(|c| c.is_digit(base)) {
        return Err(NotAnInteger::Literal);
    }
    if digits.len() > MAX_DIGITS && !base.is_power_of_two() {
        return Err(NotAnInteger::TooLong(digits.len()));
    }
    let value = BigInt::from_str_radix(&digits, base).map_err(|_| NotAnInteger::Literal)?;
    Ok(if negative { -value } else { value })
}

/// Reads a float as `float(text)` does.
pub(crate) fn parse_float(text: &str) -> Option<f64> {
    let text = plain(text).to_ascii_lowercase();
    let (negative, number) = match text.strip_prefix('-') {
        Some(number) => (true, number),
        None => (false, text.strip_prefix('+').unwrap_or(&text)),
    };
    let value = match number {
        "inf" | "infinity" => f64::INFINITY,
        "nan" => f64::NAN,
        _ => {
            let number = without_underscores(number)?;
            if !number.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'e' | b'+' | b'-'))
                || number.starts_with(['+', '-', 'e'])
            {
                return None;
            }
            read_decimal(&number)?
        }
    };
    Some(if negative { -value } else { value })
}

/// An integer in decimal; none if it has too many digits.
pub(crate) fn int_text(value: &BigInt) -> Option<String> {
    // Three bits are at most one digit, so that nothing endless is written before it is found to be too long.
    if value.bits() > MAX_DIGITS as u64 * 4 {
        return None;
    }
    let text = value.to_string();
    (text.trim_start_matches('-').len() <= MAX_DIGITS).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floats_are_written_as_cpython_writes_them() {
        for (value, text) in [
            (0.1, "0.1"),
            (1.0, "1.0"),
            (-0.0, "-0.0"),
            (1e16, "1e+16"),
            (1e15, "1000000000000000.0"),
            (217059316665129.12, "217059316665129.12"),
            (123456789012345680.0, "1.2345678901234568e+17"),
            (0.0001, "0.0001"),
            (0.00001, "1e-05"),
            (5e-324, "5e-324"),
            (1.7976931348623157e308, "1.7976931348623157e+308"),
            (f64::INFINITY, "inf"),
            (f64::NAN, "nan"),
        ] {
            assert_eq!(float_repr(value), text);
        }
    }

    #[test]
    fn integers_are_read() {
        let read = |text, base| parse_int(text, base).map(|i| i.to_string());
        assert_eq!(read(" -1_000\n", 10).as_deref(), Ok("-1000"));
        assert_eq!(read("0x_1F", 16).as_deref(), Ok("31"));
        assert_eq!(read("0b101", 0).as_deref(), Ok("5"));
        assert_eq!(read("٣", 10).as_deref(), Ok("3"));
        for (text, base) in
            [("", 10), ("-", 10), ("1__0", 10), ("_1", 10), ("12", 2), ("010", 0), ("1 2", 10)]
        {
            assert_eq!(read(text, base), Err(NotAnInteger::Literal), "{text}");
        }
        assert_eq!(read(&"1".repeat(5000), 10), Err(NotAnInteger::TooLong(5000)));
    }

    #[test]
    fn floats_are_read() {
        assert_eq!(parse_float(" 1e3 "), Some(1000.0));
        assert_eq!(parse_float("1_0.5"), Some(10.5));
        assert_eq!(parse_float("-Infinity"), Some(f64::NEG_INFINITY));
        assert_eq!(parse_float(".5"), Some(0.5));
        assert_eq!(parse_float("5."), Some(5.0));
        for text in ["", "abc", "1e", "--1", "1__0", "."] {
            assert_eq!(parse_float(text), None, "{text}");
        }
    }
}
