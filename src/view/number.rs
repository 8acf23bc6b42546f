//! Reading a number from the text that a program shows it as.

/// The most digits that are read exactly: all that a whole `f64` has, and as many behind a point.
const MOST_DIGITS: usize = 15;

/// A decimal number, as far as people write such: a sign, up to 15 digits, a point among them. What has an exponent, or
/// more digits, is none here. `f64::from_str` reads all numbers, and for that brings a table of powers that weighs as much as
/// all of the page's styles.
pub(crate) fn number(text: &str) -> Option<f64> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let count = whole.len() + part.len();
    let all = whole.bytes().chain(part.bytes());
    if count == 0 || count > MOST_DIGITS || !all.clone().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let value = all.fold(0_u64, |value, digit| value * 10 + u64::from(digit - b'0'));
    let scale = 10_u64.pow(part.len() as u32);
    let value = value as f64 / scale as f64;
    Some(if negative { -value } else { value })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_is_what_was_written() {
        for text in
            ["0", "90", "-10", "4.0", "0.1", "-2.675", ".5", "5.", "123456789012345", "1.23456789012345"]
        {
            assert_eq!(number(text), text.parse().ok(), "{text}");
        }
        for text in
            ["", "-", ".", "+1", "1e5", "inf", "None", "1_000", "1.2.3", "--1", "1234567890123456", "١"]
        {
            assert_eq!(number(text), None, "{text}");
        }
    }
}
