//! The mini-language of format specifications, for text and numbers. Nothing here knows the machine.

use num_bigint::{BigInt, Sign};
use num_traits::{ToPrimitive, Zero};

use crate::natives::letters::decimal;
use crate::natives::numerals::{float_repr, shortest, significant, with_exponent, with_point};
pub(crate) use crate::natives::percent::percent;

/// A format specification, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Spec {
    /// What fills the space that is left.
    pub(crate) fill: char,
    /// Where it is put: `<`, `>`, `^` or `=`.
    pub(crate) align: Option<char>,
    /// `+`, `-` or a space.
    pub(crate) sign: Option<char>,
    /// Whether a negative zero loses its sign.
    pub(crate) no_negative_zero: bool,
    /// Whether `#` is given.
    pub(crate) alternate: bool,
    /// How wide the result is at least.
    pub(crate) width: usize,
    /// `,` or `_`
    pub(crate) grouping: Option<char>,
    /// What follows the point.
    pub(crate) precision: Option<usize>,
    /// The letter at the end.
    pub(crate) kind: Option<char>,
    /// The name of the value's class, for messages.
    pub(crate) class: String,
}

/// Why a value cannot be written so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// `ValueError` with this message.
    Value(String),
    /// `OverflowError` with this message.
    Overflow(&'static str),
}

impl From<String> for Fault {
    fn from(message: String) -> Fault {
        Fault::Value(message)
    }
}

impl From<&str> for Fault {
    fn from(message: &str) -> Fault {
        Fault::Value(message.into())
    }
}

/// The largest width or precision taken.
const WIDEST: usize = i64::MAX as usize;

fn number(chars: &[char], at: &mut usize) -> Result<Option<usize>, Fault> {
    let start = *at;
    let mut value = 0usize;
    while let Some(digit) = chars.get(*at).copied().and_then(decimal) {
        value = value.saturating_mul(10).saturating_add(digit as usize);
        if value > WIDEST {
            return Err("Too many decimal digits in format string".into());
        }
        *at += 1;
    }
    Ok((*at > start).then_some(value))
}

impl Spec {
    /// A specification that says nothing.
    pub(crate) fn plain(class: &str) -> Spec {
        Spec {
            fill: ' ',
            align: None,
            sign: None,
            no_negative_zero: false,
            alternate: false,
            width: 0,
            grouping: None,
            precision: None,
            kind: None,
            class: class.into(),
        }
    }

    /// Takes a specification apart. `class` is the name of the value's class, for messages.
    pub(crate) fn parse(text: &str, class: &str, is_text: bool) -> Result<Spec, Fault> {
        let chars: Vec<char> = text.chars().collect();
        let is_align = |c: Option<&char>| matches!(c, Some('<' | '>' | '^' | '='));
        let mut spec = Spec::plain(class);
        let mut at = 0;
        let mut fill_given = false;
        if is_align(chars.get(1)) {
            (spec.fill, spec.align, at, fill_given) = (chars[0], Some(chars[1]), 2, true);
        } else if is_align(chars.first()) {
            (spec.align, at) = (Some(chars[0]), 1);
        }
        let take = |at: &mut usize, wanted: &[char]| {
            let found = chars.get(*at).copied().filter(|c| wanted.contains(c));
            *at += usize::from(found.is_some());
            found
        };
        spec.sign = take(&mut at, &['+', '-', ' ']);
        spec.no_negative_zero = take(&mut at, &['z']).is_some();
        spec.alternate = take(&mut at, &['#']).is_some();
        if !fill_given && take(&mut at, &['0']).is_some() {
            spec.fill = '0';
            // Text has no sign for zeros to come behind.
            if spec.align.is_none() && !is_text {
                spec.align = Some('=');
            }
        }
        spec.width = number(&chars, &mut at)?.unwrap_or(0);
        spec.grouping = take(&mut at, &[',', '_']);
        if let (Some(first), Some(second)) = (spec.grouping, take(&mut at, &[',', '_'])) {
            return Err(match first == second {
                true if first == ',' => "Cannot specify ',' with ','.".into(),
                true => "Cannot specify '_' with '_'.".into(),
                false => "Cannot specify both ',' and '_'.".into(),
            });
        }
        if take(&mut at, &['.']).is_some() {
            spec.precision = number(&chars, &mut at)?;
            if spec.precision.is_none() {
                return Err("Format specifier missing precision".into());
            }
        }
        if chars.len() > at + 1 {
            return Err(format!("Invalid format specifier '{text}' for object of type '{class}'").into());
        }
        spec.kind = chars.get(at).copied();
        spec.check_grouping()?;
        Ok(spec)
    }

    fn check_grouping(&self) -> Result<(), Fault> {
        let Some(grouping) = self.grouping else { return Ok(()) };
        let allowed = match self.kind {
            None | Some('d' | 'e' | 'f' | 'g' | 'E' | 'G' | '%' | 'F') => true,
            Some('b' | 'o' | 'x' | 'X') => grouping == '_',
            _ => false,
        };
        match self.kind {
            Some(kind) if !allowed => {
                Err(format!("Cannot specify '{grouping}' with '{}'.", shown(kind)).into())
            }
            _ => Ok(()),
        }
    }

    fn unknown(&self) -> Fault {
        let kind = self.kind.map_or(String::new(), shown);
        format!("Unknown format code '{kind}' for object of type '{}'", self.class).into()
    }

    fn group_size(&self) -> usize {
        if matches!(self.kind, Some('b' | 'o' | 'x' | 'X')) { 4 } else { 3 }
    }

    /// Fills a text that has no sign.
    pub(crate) fn pad(&self, text: &str, default: char) -> String {
        let space = self.width.saturating_sub(text.chars().count());
        let before = match self.align.unwrap_or(default) {
            '<' => 0,
            '^' => space / 2,
            _ => space,
        };
        let fill = |count| std::iter::repeat_n(self.fill, count).collect::<String>();
        format!("{}{text}{}", fill(before), fill(space - before))
    }

    /// Puts together a number from its sign and prefix, the digits before the point and all that follows.
    pub(crate) fn number(&self, negative: bool, prefix: &str, digits: &str, rest: &str) -> String {
        let sign = match self.sign {
            _ if negative => "-",
            Some('+') => "+",
            Some(' ') => " ",
            _ => "",
        };
        let zeros = self.fill == '0' && self.align == Some('=');
        let outside = sign.len() + prefix.len() + rest.chars().count();
        let least = if zeros { self.width.saturating_sub(outside) } else { 0 };
        let is_number = digits.bytes().all(|b| b.is_ascii_hexdigit());
        let digits = match self.grouping {
            Some(separator) if is_number => grouped(digits, separator, self.group_size(), least),
            _ => format!("{}{digits}", "0".repeat(least.saturating_sub(digits.len()))),
        };
        let body = format!("{digits}{rest}");
        if self.align == Some('=') {
            let space = self.width.saturating_sub(sign.len() + prefix.len() + body.chars().count());
            let fill: String = std::iter::repeat_n(self.fill, space).collect();
            return format!("{sign}{prefix}{fill}{body}");
        }
        self.pad(&format!("{sign}{prefix}{body}"), '>')
    }
}

fn shown(kind: char) -> String {
    match kind {
        '!'..='~' => kind.to_string(),
        _ => format!("\\x{:x}", kind as u32),
    }
}

/// Digits with separators, and with zeros in front up to a width.
fn grouped(digits: &str, separator: char, size: usize, least: usize) -> String {
    let mut left = digits;
    let mut wanted = least as i64;
    let mut groups = Vec::new();
    loop {
        let width = size.min(left.len().max(wanted.max(1) as usize));
        let (before, group) = left.split_at(left.len().saturating_sub(width));
        groups.push(format!("{}{group}", "0".repeat(width - group.len())));
        left = before;
        wanted -= width as i64;
        if left.is_empty() && wanted <= 0 {
            break;
        }
        wanted -= 1;
    }
    groups.reverse();
    groups.join(&separator.to_string())
}

/// Text, written as a specification says.
pub(crate) fn format_text(text: &str, spec: &Spec) -> Result<String, Fault> {
    if !matches!(spec.kind, None | Some('s')) {
        return Err(spec.unknown());
    }
    if let Some(grouping) = spec.grouping {
        return Err(format!("Cannot specify '{grouping}' with 's'.").into());
    }
    match spec.sign {
        Some(' ') => return Err("Space not allowed in string format specifier".into()),
        Some(_) => return Err("Sign not allowed in string format specifier".into()),
        None => {}
    }
    if spec.no_negative_zero {
        return Err("Negative zero coercion (z) not allowed in string format specifier".into());
    }
    if spec.alternate {
        return Err("Alternate form (#) not allowed in string format specifier".into());
    }
    if spec.align == Some('=') {
        return Err("'=' alignment not allowed in string format specifier".into());
    }
    let text = match spec.precision {
        Some(precision) => text.chars().take(precision).collect(),
        None => text.to_owned(),
    };
    Ok(spec.pad(&text, '<'))
}

/// An integer, written as a specification says.
pub(crate) fn format_int(value: &BigInt, spec: &Spec) -> Result<String, Fault> {
    let kind = match spec.kind {
        Some('e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%') => {
            let float = value.to_f64().filter(|f| f.is_finite());
            return format_float(float.ok_or(Fault::Overflow("int too large to convert to float"))?, spec);
        }
        None => 'd',
        Some(kind @ ('b' | 'c' | 'd' | 'n' | 'o' | 'x' | 'X')) => kind,
        _ => return Err(spec.unknown()),
    };
    if spec.precision.is_some() {
        return Err("Precision not allowed in integer format specifier".into());
    }
    if spec.no_negative_zero {
        return Err("Negative zero coercion (z) not allowed in integer format specifier".into());
    }
    if kind == 'c' {
        return format_character(value, spec);
    }
    let (base, prefix) = match kind {
        'b' => (2, "0b"),
        'o' => (8, "0o"),
        'x' => (16, "0x"),
        'X' => (16, "0X"),
        _ => (10, ""),
    };
    let magnitude = BigInt::from_biguint(Sign::Plus, value.magnitude().clone());
    let digits = match base {
        10 => super::numerals::int_text(&magnitude).ok_or(super::numerals::TOO_LONG)?,
        _ => magnitude.to_str_radix(base),
    };
    let digits = if kind == 'X' { digits.to_uppercase() } else { digits };
    let prefix = if spec.alternate { prefix } else { "" };
    Ok(spec.number(value.sign() == Sign::Minus, prefix, &digits, ""))
}

fn format_character(value: &BigInt, spec: &Spec) -> Result<String, Fault> {
    if spec.sign.is_some() {
        return Err("Sign not allowed with integer format specifier 'c'".into());
    }
    if spec.alternate {
        return Err("Alternate form (#) not allowed with integer format specifier 'c'".into());
    }
    let c = value.to_u32().and_then(char::from_u32);
    let c = c.ok_or(Fault::Overflow("%c arg not in range(0x110000)"))?;
    Ok(spec.pad(&c.to_string(), '>'))
}

/// A float, written as a specification says.
pub(crate) fn format_float(value: f64, spec: &Spec) -> Result<String, Fault> {
    let Some(kind @ ('e' | 'E' | 'f' | 'F' | 'g' | 'G' | 'n' | '%')) = spec.kind.or(Some('n')) else {
        return Err(spec.unknown());
    };
    let mut negative = value.is_sign_negative() && !value.is_nan();
    let magnitude = value.abs();
    let scaled = if kind == '%' { magnitude * 100.0 } else { magnitude };
    let mut text = if !scaled.is_finite() {
        if scaled.is_nan() { "nan".to_owned() } else { "inf".to_owned() }
    } else {
        match kind {
            'f' | 'F' | '%' => fixed(scaled, spec.precision.unwrap_or(6), spec.alternate),
            'e' | 'E' => {
                let (digits, point) = significant(scaled, spec.precision.unwrap_or(6) + 1);
                with_exponent(&digits, point_of(scaled, point), spec.alternate)
            }
            _ if spec.kind.is_none() && spec.precision.is_none() => match spec.alternate {
                false => float_repr(scaled),
                true => general(shortest(scaled), 17, true, true),
            },
            _ => {
                let precision = spec.precision.unwrap_or(6).max(1);
                let (digits, point) = significant(scaled, precision);
                general((digits, point_of(scaled, point)), precision, spec.kind.is_none(), spec.alternate)
            }
        }
    };
    if kind == '%' {
        text.push('%');
    }
    if spec.no_negative_zero && negative && !text.bytes().any(|b| (b'1'..=b'9').contains(&b)) {
        negative = false;
    }
    if matches!(kind, 'E' | 'F' | 'G') {
        text = text.to_uppercase();
    }
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    Ok(spec.number(negative, "", digits, rest))
}

/// Zero has the exponent zero.
fn point_of(value: f64, point: i32) -> i32 {
    if value.is_zero() { 1 } else { point }
}

/// No float has more digits than this behind its point, nor does Rust write more than some ten thousand.
const EXACT_DIGITS: usize = 1_100;

fn fixed(value: f64, precision: usize, keep_dot: bool) -> String {
    let exact = precision.min(EXACT_DIGITS);
    let mut text = format!("{value:.exact$}");
    text.extend(std::iter::repeat_n('0', precision - exact));
    if precision == 0 && keep_dot { text + "." } else { text }
}

/// The shorter of the two ways to write digits of a number rounded to so many significant ones.
fn general((mut digits, point): (String, i32), precision: usize, dot_zero: bool, alternate: bool) -> String {
    if !alternate {
        let kept = digits.trim_end_matches('0').len().max(1);
        digits.truncate(kept);
    }
    let most = precision as i32 - i32::from(dot_zero);
    if point <= -4 || point > most {
        return with_exponent(&digits, point, alternate);
    }
    let text = with_point(&digits, point);
    match text.contains('.') {
        false if dot_zero => text + ".0",
        false if alternate => text + ".",
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn int(value: i64, spec: &str) -> Result<String, Fault> {
        format_int(&value.into(), &Spec::parse(spec, "int", false)?)
    }

    fn float(value: f64, spec: &str) -> Result<String, Fault> {
        format_float(value, &Spec::parse(spec, "float", false)?)
    }

    fn text(value: &str, spec: &str) -> Result<String, Fault> {
        format_text(value, &Spec::parse(spec, "str", true)?)
    }

    #[test]
    fn integers() {
        for (value, spec, wanted) in [
            (1234567, "10", "   1234567"),
            (1234567, "<10", "1234567   "),
            (1234567, "^10", " 1234567  "),
            (-5, "05d", "-0005"),
            (-5, "=5d", "-   5"),
            (1234567, ",", "1,234,567"),
            (1234, "08,", "0,001,234"),
            (1234, "010,", "00,001,234"),
            (255, "#x", "0xff"),
            (255, "#010b", "0b11111111"),
            (65535, "_x", "ffff"),
            (1048575, "_x", "f_ffff"),
            (65, "c", "A"),
            (42, "+", "+42"),
            (3, "%", "300.000000%"),
            (7, ".2f", "7.00"),
        ] {
            assert_eq!(int(value, spec).as_deref(), Ok(wanted), "{value} {spec}");
        }
        assert_eq!(int(1, "s"), Err("Unknown format code 's' for object of type 'int'".into()));
        assert_eq!(int(1, ".2"), Err("Precision not allowed in integer format specifier".into()));
        assert_eq!(int(1, "5d5"), Err("Invalid format specifier '5d5' for object of type 'int'".into()));
    }

    #[test]
    fn floats() {
        for (value, spec, wanted) in [
            (2.14159265, ".2f", "2.14"),
            (2.14159265, "08.2f", "00002.14"),
            (2.5, ".0f", "2"),
            (0.5, ".0f", "0"),
            (1234.5, ",.2f", "1,234.50"),
            (1e10, "g", "1e+10"),
            (0.00001, "g", "1e-05"),
            (100.0, "g", "100"),
            (1e300, ".3g", "1e+300"),
            (0.0, "e", "0.000000e+00"),
            (0.256, ".1%", "25.6%"),
            (1.0, "", "1.0"),
            (1234.0, ".3", "1.23e+03"),
            (123.0, ".3", "1.23e+02"),
            (12.0, ".3", "12.0"),
            (f64::INFINITY, "010", "0000000inf"),
            (-0.001, "z.1f", "0.0"),
            (1.0, "#.0f", "1."),
        ] {
            assert_eq!(float(value, spec).as_deref(), Ok(wanted), "{value} {spec}");
        }
        assert_eq!(float(1.0, "d"), Err("Unknown format code 'd' for object of type 'float'".into()));
    }

    #[test]
    fn texts() {
        for (spec, wanted) in
            [("6", "text  "), (">6", "  text"), ("*^6", "*text*"), (".2", "te"), ("06", "text00")]
        {
            assert_eq!(text("text", spec).as_deref(), Ok(wanted), "{spec}");
        }
        assert_eq!(text("x", "d"), Err("Unknown format code 'd' for object of type 'str'".into()));
        assert_eq!(text("x", "="), Err("'=' alignment not allowed in string format specifier".into()));
    }
}
