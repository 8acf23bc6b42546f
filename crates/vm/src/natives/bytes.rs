//! `bytes`, and `str` as a constructor, for it can read bytes.

use crate::bytes::Bytes;
use crate::class;
use crate::machine::Machine;
use crate::native::{Args, Flow, NativeDef, NativeResult, Raise};
use crate::natives::help::give;
use crate::natives::letters::{encoded, plain_name};
use crate::natives::repr;
use crate::numbers;
use crate::value::Value;

macro_rules! as_text {
    ($($name:literal),+) => {
        &[$(NativeDef::method($name, |machine, args| in_text(machine, args, $name))),+]
    };
}

/// The methods of `bytes`.
pub(crate) static METHODS: &[NativeDef] = &[
    NativeDef::function("__new__", new),
    NativeDef::method("decode", decode),
    NativeDef::method("hex", hex),
    NativeDef::method("fromhex", fromhex).on_class(),
    NativeDef::method("join", join),
    NativeDef::method("find", find),
];

/// Methods that are those of text, which the library does with text of the same length.
pub(crate) static AS_TEXT: &[NativeDef] = as_text!(
    "capitalize",
    "center",
    "count",
    "endswith",
    "expandtabs",
    "index",
    "isalnum",
    "isalpha",
    "isascii",
    "isdigit",
    "islower",
    "isspace",
    "istitle",
    "isupper",
    "ljust",
    "lower",
    "lstrip",
    "partition",
    "removeprefix",
    "removesuffix",
    "replace",
    "rfind",
    "rindex",
    "rjust",
    "rpartition",
    "rsplit",
    "rstrip",
    "split",
    "splitlines",
    "startswith",
    "strip",
    "swapcase",
    "title",
    "translate",
    "upper",
    "zfill"
);

fn in_text(machine: &mut Machine, args: Args<'_>, name: &str) -> NativeResult {
    let rest = machine.new_tuple(args.values[1..].to_vec());
    let named = machine.new_dict();
    for (name, value) in args.keywords {
        machine.dict_set_str(named, name, value.clone());
    }
    machine.ask_python(
        "__bytes_as_text__",
        vec![args.values[0].clone(), Value::str(name), rest, Value::Ref(named)],
    )
}

/// The constructor of `str`.
pub(crate) static STR: &[NativeDef] = &[NativeDef::function("__new__", new_str)];

fn made(bytes: impl Into<Bytes>) -> NativeResult {
    Ok(Flow::Value(Value::Bytes(bytes.into())))
}

fn this<'a>(
    machine: &mut Machine,
    args: Args<'a>,
    name: &str,
    least: usize,
    most: usize,
) -> Result<(Bytes, &'a [Value]), Raise> {
    let (this, rest) = machine.method_args(args, "bytes", name, least, most)?;
    match this {
        Value::Bytes(bytes) => Ok((bytes, rest)),
        other => Err(machine.wrong_self("bytes", name, &other)),
    }
}

fn bytes_arg(machine: &mut Machine, value: &Value) -> Result<Bytes, Raise> {
    match machine.base_of(value) {
        Value::Bytes(bytes) => Ok(bytes),
        _ => {
            let given = machine.class_name(value);
            Err(machine.type_error(format!("a bytes-like object is required, not '{given}'")))
        }
    }
}

fn text_or(machine: &mut Machine, value: Option<&Value>, default: &str, what: &str) -> Result<String, Raise> {
    match value {
        Some(value) => Ok(machine.text_arg(value, what)?.to_string()),
        None => Ok(default.to_owned()),
    }
}

fn new(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let class = args.get(0).cloned().unwrap_or(Value::None);
    let [source, encoding, errors] =
        machine.named_args(args, "bytes", 1, ["source", "encoding", "errors"])?;
    let bytes: Bytes = match source.map(|source| machine.base_of(source)) {
        None => Bytes::from(Vec::new()),
        Some(Value::Str(text)) => {
            if encoding.is_none() {
                return Err(machine.type_error("string argument without an encoding"));
            }
            let encoding = text_or(machine, encoding, "utf-8", "bytes() argument 'encoding'")?;
            let errors = text_or(machine, errors, "strict", "bytes() argument 'errors'")?;
            encoded(machine, &text, &encoding, &errors)?.into()
        }
        Some(Value::Bytes(bytes)) => bytes,
        Some(count @ (Value::Int(_) | Value::Bool(_))) => {
            let Ok(count) = usize::try_from(machine.index_of(&count)?) else {
                return Err(machine.value_error("negative count"));
            };
            machine.check_size(count)?;
            vec![0; count].into()
        }
        Some(iterable) => match machine.take_items(&iterable)? {
            Some(items) => {
                let mut bytes = Vec::new();
                for item in items {
                    let byte = machine.index_of(&item)?;
                    match u8::try_from(byte) {
                        Ok(byte) => bytes.push(byte),
                        Err(_) => return Err(machine.value_error("bytes must be in range(0, 256)")),
                    }
                }
                bytes.into()
            }
            None => {
                return machine
                    .ask_python("__new_from_list__", vec![class, Value::Ref(class::BYTES), iterable]);
            }
        },
    };
    give(machine.wrap(&class, class::BYTES, Value::Bytes(bytes)))
}

fn new_str(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let class = args.get(0).cloned().unwrap_or(Value::None);
    let [object, encoding, errors] = machine.named_args(args, "str", 1, ["object", "encoding", "errors"])?;
    let Some(object) = object else { return give(machine.wrap(&class, class::STR, Value::str(""))) };
    if encoding.is_none() && errors.is_none() {
        if class.id() == Some(class::STR) {
            return machine.str_flow(object);
        }
        return match repr::str(machine, object) {
            Some(text) => give(machine.wrap(&class, class::STR, Value::str(text))),
            None => machine.ask_python("__new_str__", vec![class, object.clone()]),
        };
    }
    let encoding = text_or(machine, encoding, "utf-8", "str() argument 'encoding'")?;
    let errors = text_or(machine, errors, "strict", "str() argument 'errors'")?;
    match machine.base_of(object) {
        Value::Bytes(bytes) => {
            let text = decoded(machine, &bytes, &encoding, &errors)?;
            give(machine.wrap(&class, class::STR, Value::str(text)))
        }
        Value::Str(_) => Err(machine.type_error("decoding str is not supported")),
        other => {
            let given = machine.class_name(&other);
            Err(machine.type_error(format!("decoding to str: need a bytes-like object, {given} found")))
        }
    }
}

fn decoded(machine: &mut Machine, bytes: &[u8], encoding: &str, errors: &str) -> Result<String, Raise> {
    let name = plain_name(encoding);
    let (limit, shown) = match name.as_str() {
        "latin1" | "iso88591" | "l1" => return Ok(bytes.iter().map(|&b| char::from(b)).collect()),
        "utf8" => (256, "utf-8"),
        "ascii" | "usascii" => (128, "ascii"),
        _ => return Err(machine.raise(class::LOOKUP_ERROR, format!("unknown encoding: {encoding}"))),
    };
    let bad = match std::str::from_utf8(bytes) {
        Ok(text) if limit == 256 || text.is_ascii() => return Ok(text.to_owned()),
        Ok(_) => bytes.iter().position(|b| !b.is_ascii()).unwrap_or(0),
        Err(error) if limit == 256 => error.valid_up_to(),
        Err(_) => bytes.iter().position(|b| !b.is_ascii()).unwrap_or(0),
    };
    let ascii = |with: &str| -> String {
        bytes
            .iter()
            .map(|&b| if b.is_ascii() { char::from(b).to_string() } else { with.to_owned() })
            .collect()
    };
    match (errors, limit) {
        ("ignore", 256) => return Ok(String::from_utf8_lossy(bytes).replace('\u{fffd}', "")),
        ("replace", 256) => return Ok(String::from_utf8_lossy(bytes).into_owned()),
        ("ignore", _) => return Ok(ascii("")),
        ("replace", _) => return Ok(ascii("\u{fffd}")),
        _ => {}
    }
    let byte = bytes[bad];
    let why = match limit {
        128 => "ordinal not in range(128)",
        _ if !(0xc2..=0xf4).contains(&byte) => "invalid start byte",
        _ if bad + 1 == bytes.len() => "unexpected end of data",
        _ => "invalid continuation byte",
    };
    let message = format!("'{shown}' codec can't decode byte 0x{byte:02x} in position {bad}: {why}");
    Err(machine.raise(class::UNICODE_DECODE_ERROR, message))
}

fn decode(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let (bytes, _) =
        this(machine, Args::positional(&args.values[..args.values.len().min(1)]), "decode", 0, 0)?;
    let [encoding, errors] = machine.named_args(args, "decode", 1, ["encoding", "errors"])?;
    let encoding = text_or(machine, encoding, "utf-8", "decode() argument 'encoding'")?;
    let errors = text_or(machine, errors, "strict", "decode() argument 'errors'")?;
    let text = decoded(machine, &bytes, &encoding, &errors)?;
    give(text)
}

fn hex(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let (bytes, rest) = this(machine, args, "hex", 0, 1)?;
    let separator = match rest.first() {
        Some(separator) => machine.text_arg(separator, "sep")?.to_string(),
        None => String::new(),
    };
    give(bytes.iter().map(|b| format!("{b:02x}")).collect::<Vec<_>>().join(&separator))
}

fn fromhex(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let rest = machine.function_args(args, "fromhex", 2, 2)?;
    let text = machine.text_arg(&rest[1], "fromhex() argument")?;
    let mut bytes = Vec::new();
    let mut at = 0;
    let chars: Vec<char> = text.chars().collect();
    while at < chars.len() {
        if chars[at].is_ascii_whitespace() {
            at += 1;
            continue;
        }
        let digit = |place: usize| chars.get(place).and_then(|c| c.to_digit(16));
        let Some(high) = digit(at) else { return Err(bad_hex(machine, at)) };
        let Some(low) = digit(at + 1) else { return Err(bad_hex(machine, at + 1)) };
        bytes.push((high * 16 + low) as u8);
        at += 2;
    }
    made(bytes)
}

fn bad_hex(machine: &mut Machine, at: usize) -> Raise {
    machine.value_error(format!("non-hexadecimal number found in fromhex() arg at position {at}"))
}

fn join(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let (separator, rest) = this(machine, args, "join", 1, 1)?;
    let Some(items) = machine.take_items(&rest[0])? else {
        return machine.ask_python("__join__", vec![Value::Bytes(separator), rest[0].clone()]);
    };
    let mut joined: Vec<u8> = Vec::new();
    for (i, item) in items.iter().enumerate() {
        let Value::Bytes(bytes) = machine.base_of(item) else {
            let given = machine.class_name(item);
            let message = format!("sequence item {i}: expected a bytes-like object, {given} found");
            return Err(machine.type_error(message));
        };
        if i > 0 {
            joined.extend_from_slice(&separator);
        }
        joined.extend_from_slice(&bytes);
        machine.check_size(joined.len())?;
    }
    made(joined)
}

fn position(bytes: &[u8], part: &[u8]) -> Option<usize> {
    if part.is_empty() { Some(0) } else { bytes.windows(part.len()).position(|window| window == part) }
}

fn part_arg(machine: &mut Machine, value: &Value) -> Result<Bytes, Raise> {
    match numbers::to_small(value) {
        Some(byte) => match u8::try_from(byte) {
            Ok(byte) => Ok(Bytes::from(&[byte][..])),
            Err(_) => Err(machine.value_error("byte must be in range(0, 256)")),
        },
        None => bytes_arg(machine, value),
    }
}

fn find(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let (bytes, rest) = this(machine, args, "find", 1, 3)?;
    let part = part_arg(machine, &rest[0])?;
    let length = bytes.len() as i64;
    let bound = |place: usize, default: i64| match rest.get(place).and_then(crate::numbers::to_small) {
        Some(given) if given < 0 => (given + length).max(0),
        Some(given) => given.min(length + 1),
        None => default,
    };
    let (start, stop) = (bound(1, 0) as usize, bound(2, length).min(length) as usize);
    let found = bytes.get(start..stop).and_then(|within| position(within, &part));
    give(found.map_or(-1, |at| (start + at) as i64))
}
