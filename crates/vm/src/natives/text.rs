//! The methods of `str` that look for, cut and join text. Those on letter case and the like are in `letters`.

use crate::machine::Machine;
use crate::native::{Args, Flow, NativeDef, NativeResult, Raise};
use crate::natives::help::give;
use crate::text::Str;
use crate::value::Value;

/// The methods of `str` in this file.
pub(crate) static METHODS: &[NativeDef] = &[
    NativeDef::method("find", find),
    NativeDef::method("rfind", rfind),
    NativeDef::method("index", index),
    NativeDef::method("rindex", rindex),
    NativeDef::method("count", count),
    NativeDef::method("startswith", startswith),
    NativeDef::method("endswith", endswith),
    NativeDef::method("replace", replace),
    NativeDef::method("split", split),
    NativeDef::method("rsplit", rsplit),
    NativeDef::method("splitlines", splitlines),
    NativeDef::method("partition", partition),
    NativeDef::method("rpartition", rpartition),
    NativeDef::method("join", join),
    NativeDef::method("strip", strip),
    NativeDef::method("lstrip", lstrip),
    NativeDef::method("rstrip", rstrip),
    NativeDef::method("removeprefix", removeprefix),
    NativeDef::method("removesuffix", removesuffix),
];

/// The text that a method was called on, and its arguments.
pub(crate) fn this<'a>(
    machine: &mut Machine,
    args: Args<'a>,
    name: &str,
    least: usize,
    most: usize,
) -> Result<(Str, &'a [Value]), Raise> {
    let (this, rest) = machine.method_args(args, "str", name, least, most)?;
    match this {
        Value::Str(text) => {
            // Most methods look at each character.
            machine.spend(text.len() as u64 / 10);
            Ok((text, rest))
        }
        other => Err(machine.wrong_self("str", name, &other)),
    }
}

/// The text that a method with named arguments was called on.
pub(crate) fn this_alone(machine: &mut Machine, args: Args<'_>, name: &str) -> Result<Str, Raise> {
    let first = Args::positional(&args.values[..args.values.len().min(1)]);
    Ok(this(machine, first, name, 0, 0)?.0)
}

/// Whether Python takes a character for white space.
pub(crate) fn is_space(c: char) -> bool {
    c.is_whitespace() || ('\x1c'..='\x1f').contains(&c)
}

/// The byte at which the character with an index begins, or the end.
pub(crate) fn byte_of(text: &Str, index: usize) -> usize {
    if text.is_ascii() {
        index.min(text.len())
    } else {
        text.char_indices().nth(index).map_or(text.len(), |(byte, _)| byte)
    }
}

/// How many characters come before a byte.
fn char_of(text: &Str, byte: usize) -> usize {
    if text.is_ascii() { byte } else { text[..byte].chars().count() }
}

/// The part of a text that optional bounds leave, with the byte it begins at; none if they are out of order.
fn part<'t>(
    machine: &mut Machine,
    text: &'t Str,
    start: Option<&Value>,
    stop: Option<&Value>,
) -> Result<Option<(usize, &'t str)>, Raise> {
    let (start, stop) = machine.bounds(start, stop, text.char_len())?;
    if start > stop {
        return Ok(None);
    }
    let first = byte_of(text, start);
    Ok(Some((first, &text[first..byte_of(text, stop)])))
}

fn search(machine: &mut Machine, args: Args<'_>, name: &str, from_end: bool) -> Result<Option<usize>, Raise> {
    let (text, rest) = this(machine, args, name, 1, 3)?;
    let wanted = machine.text_arg(&rest[0], &format!("{name}() argument 1"))?;
    let Some((first, part)) = part(machine, &text, rest.get(1), rest.get(2))? else { return Ok(None) };
    let found = if from_end { part.rfind(&*wanted) } else { part.find(&*wanted) };
    Ok(found.map(|byte| char_of(&text, first + byte)))
}

fn find(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let found = search(machine, args, "find", false)?;
    give(found.map_or(-1, |i| i as i64))
}

fn rfind(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let found = search(machine, args, "rfind", true)?;
    give(found.map_or(-1, |i| i as i64))
}

fn index(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    match search(machine, args, "index", false)? {
        Some(index) => give(index),
        None => Err(machine.value_error("substring not found")),
    }
}

fn rindex(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    match search(machine, args, "rindex", true)? {
        Some(index) => give(index),
        None => Err(machine.value_error("substring not found")),
    }
}

fn count(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let (text, rest) = this(machine, args, "count", 1, 3)?;
    let wanted = machine.text_arg(&rest[0], "count() argument 1")?;
    let Some((_, part)) = part(machine, &text, rest.get(1), rest.get(2))? else { return give(0i64) };
    // Nothing is found before each character and at the end.
    give(if wanted.is_empty() { part.chars().count() + 1 } else { part.matches(&*wanted).count() })
}

fn begins_or_ends(machine: &mut Machine, args: Args<'_>, name: &str) -> NativeResult {
    let (text, rest) = this(machine, args, name, 1, 3)?;
    let wanted = machine.base_of(&rest[0]);
    let options = match machine.tuple_items(&wanted) {
        Some(items) => items.to_vec(),
        None => vec![wanted.clone()],
    };
    let in_tuple = machine.tuple_items(&wanted).is_some();
    let part = part(machine, &text, rest.get(1), rest.get(2))?;
    let mut found = false;
    for option in options {
        let Some(option) = machine.text_of(&option) else {
            let given = machine.class_name(&option);
            return Err(machine.type_error(match in_tuple {
                true => format!("tuple for {name} must only contain str, not {given}"),
                false => format!("{name} first arg must be str or a tuple of str, not {given}"),
            }));
        };
        found = found
            || part.is_some_and(|(_, part)| match name {
                "startswith" => part.starts_with(&*option),
                _ => part.ends_with(&*option),
            });
    }
    give(found)
}

fn startswith(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    begins_or_ends(machine, args, "startswith")
}

fn endswith(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    begins_or_ends(machine, args, "endswith")
}

fn replace(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let text = this_alone(machine, args, "replace")?;
    let [old, new, limit] = machine.named_args(args, "replace", 1, ["old", "new", "count"])?;
    let (Some(old), Some(new)) = (old, new) else {
        let given = args.values.len() - 1;
        return Err(
            machine.type_error(format!("replace() takes at least 2 positional arguments ({given} given)"))
        );
    };
    let old = machine.text_arg(old, "replace() argument 1")?;
    let new = machine.text_arg(new, "replace() argument 2")?;
    let limit = match limit {
        Some(limit) => usize::try_from(machine.index_of(limit)?).unwrap_or(usize::MAX),
        None => usize::MAX,
    };
    let times = if old.is_empty() { text.char_len() + 1 } else { text.matches(&*old).count() }.min(limit);
    machine.check_size(times.saturating_mul(new.len()).saturating_add(text.len()))?;
    if times == 0 {
        return give(text);
    }
    give(text.replacen(&*old, &new, times))
}

/// The pieces of a text between white space; the last one keeps what is left after `limit` cuts.
fn split_space(text: &str, limit: usize) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = text.trim_start_matches(is_space);
    while !rest.is_empty() {
        let end = if pieces.len() == limit { None } else { rest.find(is_space) };
        let (piece, after) = rest.split_at(end.unwrap_or(rest.len()));
        pieces.push(piece);
        rest = after.trim_start_matches(is_space);
    }
    pieces
}

fn rsplit_space(text: &str, limit: usize) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = text.trim_end_matches(is_space);
    while !rest.is_empty() {
        let start = if pieces.len() == limit { None } else { rest.rfind(is_space) };
        let cut = start.map_or(0, |at| at + rest[at..].chars().next().map_or(0, char::len_utf8));
        let (before, piece) = rest.split_at(cut);
        pieces.push(piece);
        rest = before.trim_end_matches(is_space);
    }
    pieces.reverse();
    pieces
}

fn split_text(machine: &mut Machine, args: Args<'_>, name: &str) -> NativeResult {
    let text = this_alone(machine, args, name)?;
    let [separator, limit] = machine.named_args(args, name, 1, ["sep", "maxsplit"])?;
    let limit = match limit {
        Some(limit) => usize::try_from(machine.index_of(limit)?).unwrap_or(usize::MAX),
        None => usize::MAX,
    };
    let from_end = name == "rsplit";
    let pieces: Vec<&str> = match separator {
        None | Some(Value::None) if from_end => rsplit_space(&text, limit),
        None | Some(Value::None) => split_space(&text, limit),
        Some(separator) => {
            let Some(separator) = machine.text_of(separator) else {
                let given = machine.class_name(separator);
                return Err(machine.type_error(format!("must be str or None, not {given}")));
            };
            if separator.is_empty() {
                return Err(machine.value_error("empty separator"));
            }
            let most = limit.saturating_add(1);
            let pieces = if from_end {
                let mut pieces: Vec<_> = text.rsplitn(most, &*separator).collect();
                pieces.reverse();
                pieces
            } else {
                text.splitn(most, &*separator).collect()
            };
            let pieces = pieces.into_iter().map(Value::str).collect();
            return give(machine.new_list(pieces));
        }
    };
    let pieces = pieces.into_iter().map(Value::str).collect();
    give(machine.new_list(pieces))
}

fn split(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    split_text(machine, args, "split")
}

fn rsplit(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    split_text(machine, args, "rsplit")
}

fn splitlines(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let text = this_alone(machine, args, "splitlines")?;
    let [keep] = machine.named_args(args, "splitlines", 1, ["keepends"])?;
    let keep = keep.is_some_and(|keep| machine.truth_of(keep).unwrap_or(true));
    let is_end = |c| {
        matches!(
            c,
            '\n' | '\r' | '\x0b' | '\x0c' | '\x1c' | '\x1d' | '\x1e' | '\u{85}' | '\u{2028}' | '\u{2029}'
        )
    };
    let mut lines = Vec::new();
    let mut rest: &str = &text;
    while !rest.is_empty() {
        let end = rest.find(is_end).unwrap_or(rest.len());
        let width = match rest[end..].chars().next() {
            Some('\r') if rest[end..].starts_with("\r\n") => 2,
            Some(c) => c.len_utf8(),
            None => 0,
        };
        lines.push(Value::str(&rest[..if keep { end + width } else { end }]));
        rest = &rest[end + width..];
    }
    give(machine.new_list(lines))
}

fn cut(machine: &mut Machine, args: Args<'_>, name: &str) -> NativeResult {
    let (text, rest) = this(machine, args, name, 1, 1)?;
    let Some(separator) = machine.text_of(&rest[0]) else {
        let given = machine.class_name(&rest[0]);
        return Err(machine.type_error(format!("must be str, not {given}")));
    };
    if separator.is_empty() {
        return Err(machine.value_error("empty separator"));
    }
    let from_end = name == "rpartition";
    let found = if from_end { text.rfind(&*separator) } else { text.find(&*separator) };
    let parts = match found {
        Some(at) => {
            vec![
                Value::str(&text[..at]),
                Value::Str(separator.clone()),
                Value::str(&text[at + separator.len()..]),
            ]
        }
        None if from_end => vec![Value::str(""), Value::str(""), Value::Str(text)],
        None => vec![Value::Str(text), Value::str(""), Value::str("")],
    };
    give(machine.new_tuple(parts))
}

fn partition(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    cut(machine, args, "partition")
}

fn rpartition(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    cut(machine, args, "rpartition")
}

fn join(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let (separator, rest) = this(machine, args, "join", 1, 1)?;
    let Some(items) = machine.native_items(&rest[0]) else {
        return machine.ask_python("__join__", vec![Value::Str(separator), rest[0].clone()]);
    };
    let mut joined = String::new();
    for (i, item) in items.iter().enumerate() {
        let Some(item) = machine.text_of(item) else {
            let given = machine.class_name(item);
            return Err(
                machine.type_error(format!("sequence item {i}: expected str instance, {given} found"))
            );
        };
        if i > 0 {
            joined.push_str(&separator);
        }
        joined.push_str(&item);
        machine.check_size(joined.len())?;
    }
    give(joined)
}

fn strip_ends(machine: &mut Machine, args: Args<'_>, name: &str) -> NativeResult {
    let (text, rest) = this(machine, args, name, 0, 1)?;
    let set: Option<Str> = match rest.first() {
        None | Some(Value::None) => None,
        Some(set) => match machine.text_of(set) {
            Some(set) => Some(set),
            None => return Err(machine.type_error(format!("{name} arg must be None or str"))),
        },
    };
    let out = |c: char| set.as_ref().map_or_else(|| is_space(c), |set| set.contains(c));
    let mut part: &str = &text;
    if name != "rstrip" {
        part = part.trim_start_matches(out);
    }
    if name != "lstrip" {
        part = part.trim_end_matches(out);
    }
    if part.len() == text.len() { give(text) } else { Ok(Flow::Value(Value::str(part))) }
}

fn strip(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    strip_ends(machine, args, "strip")
}

fn lstrip(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    strip_ends(machine, args, "lstrip")
}

fn rstrip(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    strip_ends(machine, args, "rstrip")
}

fn removeprefix(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let (text, rest) = this(machine, args, "removeprefix", 1, 1)?;
    let prefix = machine.text_arg(&rest[0], "removeprefix() argument")?;
    Ok(Flow::Value(text.strip_prefix(&*prefix).map_or(Value::Str(text.clone()), Value::str)))
}

fn removesuffix(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let (text, rest) = this(machine, args, "removesuffix", 1, 1)?;
    let suffix = machine.text_arg(&rest[0], "removesuffix() argument")?;
    Ok(Flow::Value(text.strip_suffix(&*suffix).map_or(Value::Str(text.clone()), Value::str)))
}
