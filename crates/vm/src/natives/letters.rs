//! The methods of `str` on letter case, kinds of characters, padding and translation.

use crate::class;
use crate::machine::Machine;
use crate::native::{Args, Flow, NativeDef, NativeResult, Raise};
use crate::natives::help::give;
use crate::natives::text::{is_space, this, this_alone};
use crate::object::Object;
use crate::text::Str;
use crate::value::Value;

/// The methods of `str` in this file.
pub(crate) static METHODS: &[NativeDef] = &[
    NativeDef::method("upper", upper),
    NativeDef::method("lower", lower),
    NativeDef::method("casefold", casefold),
    NativeDef::method("title", title),
    NativeDef::method("capitalize", capitalize),
    NativeDef::method("swapcase", swapcase),
    NativeDef::method("isalnum", isalnum),
    NativeDef::method("isalpha", isalpha),
    NativeDef::method("isascii", isascii),
    NativeDef::method("isdecimal", isdecimal),
    NativeDef::method("isdigit", isdigit),
    NativeDef::method("isidentifier", isidentifier),
    NativeDef::method("islower", islower),
    NativeDef::method("isnumeric", isnumeric),
    NativeDef::method("isprintable", isprintable),
    NativeDef::method("isspace", isspace),
    NativeDef::method("istitle", istitle),
    NativeDef::method("isupper", isupper),
    NativeDef::method("center", center),
    NativeDef::method("ljust", ljust),
    NativeDef::method("rjust", rjust),
    NativeDef::method("zfill", zfill),
    NativeDef::method("expandtabs", expandtabs),
    NativeDef::method("translate", translate),
    NativeDef::function("maketrans", maketrans),
    NativeDef::method("encode", encode),
];

/// Whether `repr` shows a character as it is.
pub(crate) fn is_printable(c: char) -> bool {
    match c {
        ' '..='~' => true,
        _ if c.is_ascii() || c.is_whitespace() => false,
        // Behind another character, combining ones are shown as they are too.
        _ => ['a', c].iter().collect::<String>().escape_debug().count() == 2,
    }
}

/// The value of a decimal digit of any script.
pub(crate) fn decimal(c: char) -> Option<u32> {
    const ZEROS: &[u32] = &[
        0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6,
        0xe50, 0xed0, 0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0,
        0x1c40, 0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10,
    ];
    let code = c as u32;
    ZEROS.iter().find(|&&zero| (zero..zero + 10).contains(&code)).map(|zero| code - zero)
}

fn is_digit(c: char) -> bool {
    decimal(c).is_some() || matches!(c, '²' | '³' | '¹' | '⁰' | '⁴'..='⁹' | '₀'..='₉' | '①'..='⑨')
}

fn is_cased(c: char) -> bool {
    c.is_lowercase() || c.is_uppercase() || matches!(c, 'ǅ' | 'ǈ' | 'ǋ' | 'ǲ')
}

fn push_title(c: char, out: &mut String) {
    let mut upper = c.to_uppercase();
    out.extend(upper.next());
    out.extend(upper.flat_map(char::to_lowercase));
}

macro_rules! changed {
    ($($name:ident => $change:expr),+ $(,)?) => {$(
        fn $name(machine: &mut Machine, args: Args<'_>) -> NativeResult {
            let (text, _) = this(machine, args, stringify!($name), 0, 0)?;
            let change: fn(&str) -> String = $change;
            give(change(&text))
        }
    )+};
}

changed! {
    upper => |text| text.to_uppercase(),
    lower => |text| if text.is_ascii() { text.to_ascii_lowercase() } else { lower_of_any(text) },
    casefold => |text| text.to_lowercase().replace('ß', "ss").replace('ς', "σ").replace('ſ', "s"),
    title => title_case,
    capitalize => |text| {
        let mut chars = text.chars();
        let mut out = String::new();
        if let Some(first) = chars.next() {
            push_title(first, &mut out);
        }
        out + &chars.as_str().to_lowercase()
    },
    swapcase => |text| {
        let mut out = String::new();
        for c in text.chars() {
            if c.is_uppercase() { out.extend(c.to_lowercase()) } else { out.extend(c.to_uppercase()) }
        }
        out
    },
}

/// By Unicode's tables. It stands apart, so that a page need not have them at once.
#[inline(never)]
fn lower_of_any(text: &str) -> String {
    text.to_lowercase()
}

fn title_case(text: &str) -> String {
    let mut out = String::new();
    let mut in_word = false;
    for c in text.chars() {
        if in_word {
            out.extend(c.to_lowercase());
        } else {
            push_title(c, &mut out);
        }
        in_word = is_cased(c);
    }
    out
}

macro_rules! tested {
    ($($name:ident => $test:expr),+ $(,)?) => {$(
        fn $name(machine: &mut Machine, args: Args<'_>) -> NativeResult {
            let (text, _) = this(machine, args, stringify!($name), 0, 0)?;
            let test: fn(&str) -> bool = $test;
            give(test(&text))
        }
    )+};
}

fn each(text: &str, test: fn(char) -> bool) -> bool {
    !text.is_empty() && text.chars().all(test)
}

tested! {
    isalnum => |text| each(text, |c| c.is_alphanumeric() || is_digit(c)),
    isalpha => |text| each(text, char::is_alphabetic),
    isascii => str::is_ascii,
    isdecimal => |text| each(text, |c| decimal(c).is_some()),
    isdigit => |text| each(text, is_digit),
    isidentifier => is_identifier,
    islower => |text| text.chars().any(char::is_lowercase) && !text.chars().any(char::is_uppercase),
    isnumeric => |text| each(text, |c| c.is_numeric() || is_digit(c)),
    isprintable => |text| text.chars().all(is_printable),
    isspace => |text| each(text, is_space),
    istitle => is_title,
    isupper => |text| text.chars().any(char::is_uppercase) && !text.chars().any(char::is_lowercase),
}

fn is_identifier(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(|c| c == '_' || c.is_alphabetic())
        && chars.all(|c| c == '_' || c.is_alphanumeric())
}

fn is_title(text: &str) -> bool {
    let (mut in_word, mut any) = (false, false);
    for c in text.chars() {
        if c.is_uppercase() && in_word || c.is_lowercase() && !in_word {
            return false;
        }
        in_word = is_cased(c);
        any |= in_word;
    }
    any
}

/// How the space that is left is dealt out.
#[derive(Clone, Copy, PartialEq)]
enum Side {
    Left,
    Right,
    Both,
}

fn pad(machine: &mut Machine, args: Args<'_>, name: &str, side: Side) -> NativeResult {
    let (text, rest) = this(machine, args, name, 1, 2)?;
    let width = usize::try_from(machine.index_of(&rest[0])?.max(0)).unwrap_or(usize::MAX);
    let fill = match rest.get(1) {
        None => ' ',
        Some(fill) => {
            let Some(fill) = machine.text_of(fill) else {
                let given = machine.class_name(fill);
                return Err(machine
                    .type_error(format!("The fill character must be a unicode character, not {given}")));
            };
            match (fill.chars().next(), fill.char_len()) {
                (Some(c), 1) => c,
                _ => return Err(machine.type_error("The fill character must be exactly one character long")),
            }
        }
    };
    let len = text.char_len();
    if width <= len {
        return give(text);
    }
    machine.check_size(width)?;
    let space = width - len;
    let before = match side {
        Side::Left => space,
        Side::Right => 0,
        // Where the space is odd, CPython puts the larger half before the text of an odd width.
        Side::Both => space / 2 + (space & width & 1),
    };
    let fill = |count| std::iter::repeat_n(fill, count).collect::<String>();
    give(format!("{}{text}{}", fill(before), fill(space - before)))
}

fn center(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    pad(machine, args, "center", Side::Both)
}

fn ljust(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    pad(machine, args, "ljust", Side::Right)
}

fn rjust(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    pad(machine, args, "rjust", Side::Left)
}

fn zfill(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let (text, rest) = this(machine, args, "zfill", 1, 1)?;
    let width = usize::try_from(machine.index_of(&rest[0])?.max(0)).unwrap_or(usize::MAX);
    machine.check_size(width)?;
    let zeros = "0".repeat(width.saturating_sub(text.char_len()));
    give(match text.strip_prefix(['+', '-']) {
        Some(digits) => format!("{}{zeros}{digits}", &text[..1]),
        None => format!("{zeros}{text}"),
    })
}

fn expandtabs(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let text = this_alone(machine, args, "expandtabs")?;
    let [size] = machine.named_args(args, "expandtabs", 1, ["tabsize"])?;
    let size = match size {
        Some(size) => usize::try_from(machine.index_of(size)?.max(0)).unwrap_or(usize::MAX),
        None => 8,
    };
    machine.check_size(size.saturating_mul(text.len()))?;
    let (mut out, mut column) = (String::new(), 0);
    for c in text.chars() {
        match c {
            '\t' if size > 0 => {
                let width = size - column % size;
                out.extend(std::iter::repeat_n(' ', width));
                column += width;
            }
            '\t' => {}
            _ => {
                out.push(c);
                column = if matches!(c, '\n' | '\r') { 0 } else { column + 1 };
            }
        }
    }
    give(out)
}

fn translate(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let (text, rest) = this(machine, args, "translate", 1, 1)?;
    let table = machine.base_of(&rest[0]);
    let Some(Object::Dict(_)) = machine.as_object(&table) else {
        return machine.ask_python("__translate__", vec![Value::Str(text), rest[0].clone()]);
    };
    let Some(id) = table.id() else { return give(text) };
    let mut out = String::new();
    for c in text.chars() {
        let found = machine.dict_get(id, &Value::Int(i64::from(c as u32)))?;
        match found {
            None => out.push(c),
            Some(Value::None) => {}
            Some(Value::Str(with)) => out.push_str(&with),
            Some(Value::Int(code)) => match u32::try_from(code).ok().and_then(char::from_u32) {
                Some(with) => out.push(with),
                None => {
                    return Err(machine.value_error("character mapping must be in range(0x110000)"));
                }
            },
            Some(_) => {
                return Err(machine.type_error("character mapping must return integer, None or str"));
            }
        }
    }
    give(out)
}

fn maketrans(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let rest = machine.function_args(args, "maketrans", 1, 3)?;
    let table = machine.new_dict();
    if let [only] = rest {
        let only = machine.base_of(only);
        let Some(Object::Dict(dict)) = machine.as_object(&only) else {
            return Err(machine.type_error("if you give only one argument to maketrans it must be a dict"));
        };
        let entries: Vec<_> = dict.iter().map(|e| (e.key.clone(), e.value.clone())).collect();
        for (key, value) in entries {
            let key = match &key {
                Value::Str(text) if text.char_len() == 1 => code_of(text),
                Value::Str(_) => {
                    return Err(machine.value_error("string keys in translate table must be of length 1"));
                }
                Value::Int(_) => key,
                _ => return Err(machine.type_error("keys in translate table must be strings or integers")),
            };
            machine.dict_set(table, key, value)?;
        }
        return give(table);
    }
    let mut texts = Vec::new();
    for (i, text) in rest.iter().enumerate() {
        texts.push(machine.text_arg(text, &format!("maketrans() argument {}", i + 1))?);
    }
    if texts[0].char_len() != texts[1].char_len() {
        return Err(machine.value_error("the first two maketrans arguments must have equal length"));
    }
    for (from, to) in texts[0].chars().zip(texts[1].chars()) {
        machine.dict_set(table, Value::Int(i64::from(from as u32)), Value::Int(i64::from(to as u32)))?;
    }
    for gone in texts.get(2).iter().flat_map(|text| text.chars()) {
        machine.dict_set(table, Value::Int(i64::from(gone as u32)), Value::None)?;
    }
    give(table)
}

fn code_of(text: &Str) -> Value {
    Value::Int(text.chars().next().map_or(0, |c| i64::from(c as u32)))
}

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

/// The bytes of a text in an encoding.
pub(crate) fn encoded(
    machine: &mut Machine,
    text: &Str,
    encoding: &str,
    errors: &str,
) -> Result<Vec<u8>, Raise> {
    let (limit, name) = match plain_name(encoding).as_str() {
        "utf8" => return Ok(text.as_bytes().to_vec()),
        "ascii" | "usascii" => (128, "ascii"),
        "latin1" | "iso88591" | "l1" => (256, "latin-1"),
        "utf16" => return Ok(utf16(&format!("\u{feff}{text}"), u16::to_le_bytes)),
        "utf16le" => return Ok(utf16(text, u16::to_le_bytes)),
        "utf16be" => return Ok(utf16(text, u16::to_be_bytes)),
        _ => return Err(machine.raise(class::LOOKUP_ERROR, format!("unknown encoding: {encoding}"))),
    };
    let mut bytes = Vec::new();
    for (place, c) in text.chars().enumerate() {
        match (u32::from(c), errors) {
            (code, _) if code < limit => bytes.push(code as u8),
            (_, "ignore") => {}
            (_, "replace") => bytes.push(b'?'),
            (code, "xmlcharrefreplace") => bytes.extend(format!("&#{code};").bytes()),
            (_, "backslashreplace") => {
                let shown = crate::natives::quoting::escaped(&c.to_string(), true);
                bytes.extend(shown.trim_matches('\'').bytes());
            }
            _ => {
                let shown = crate::natives::quoting::escaped(&c.to_string(), true);
                let message = format!(
                    "'{name}' codec can't encode character {shown} in position {place}: ordinal not in range({limit})"
                );
                return Err(machine.raise(class::UNICODE_ENCODE_ERROR, message));
            }
        }
    }
    Ok(bytes)
}

/// An encoding's name without what does not matter in it.
pub(crate) fn plain_name(encoding: &str) -> String {
    encoding.to_lowercase().replace(['-', '_', ' '], "")
}

fn encode(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let text = this_alone(machine, args, "encode")?;
    let [encoding, errors] = machine.named_args(args, "encode", 1, ["encoding", "errors"])?;
    let encoding = match encoding {
        Some(encoding) => machine.text_arg(encoding, "encode() argument 'encoding'")?,
        None => "utf-8".into(),
    };
    let errors = match errors {
        Some(errors) => machine.text_arg(errors, "encode() argument 'errors'")?,
        None => "strict".into(),
    };
    let bytes = encoded(machine, &text, &encoding, &errors)?;
    Ok(Flow::Value(Value::Bytes(bytes.into())))
}
