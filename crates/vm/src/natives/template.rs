//! `format`, `str.format` and `ascii`.
//!
//! Where a field names an attribute or an item, or a value is formatted in Python, the library's Python does it all.

use crate::class;
use crate::machine::Machine;
use crate::native::{Args, NativeDef, NativeResult, Raise};
use crate::natives::format::{self, Fault, Spec};
use crate::natives::help::give;
use crate::natives::text::this_alone;
use crate::natives::{quoting, repr};
use crate::numbers;
use crate::text::Str;
use crate::value::Value;

/// The methods of `str` in this file.
pub(crate) static METHODS: &[NativeDef] =
    &[NativeDef::method("format", str_format), NativeDef::method("format_map", format_map)];

/// The built-in functions in this file, the library's own helpers among them.
pub(crate) static FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("format", format_function),
    NativeDef::function("ascii", ascii),
    NativeDef::function("__fields__", fields),
    NativeDef::function("__split_field__", split_field),
    NativeDef::function("__only_ascii__", ascii_text),
];

impl Machine {
    /// The exception for a value that cannot be written as asked.
    pub(crate) fn format_fault(&mut self, fault: Fault) -> Raise {
        match fault {
            Fault::Value(message) => self.value_error(message),
            Fault::Overflow(message) => self.raise(class::OVERFLOW_ERROR, message),
        }
    }
}

/// `format(value, spec)` of what is built in; none if only Python can tell.
fn formatted(machine: &mut Machine, value: &Value, spec: &str) -> Result<Option<String>, Raise> {
    if let Value::Ref(_) = value
        && machine.in_python(value, &machine.image.names.format)
    {
        return Ok(None);
    }
    if spec.is_empty() {
        return Ok(repr::str(machine, value));
    }
    let base = machine.base_of(value);
    let class = machine.class_name(value);
    let parsed = Spec::parse(spec, &class, matches!(base, Value::Str(_)));
    if let Ok(spec) = &parsed {
        machine.check_size(spec.width.max(spec.precision.unwrap_or(0)))?;
    }
    let result = match &base {
        Value::Str(text) => parsed.and_then(|spec| format::format_text(text, &spec)),
        Value::Float(float) => parsed.and_then(|spec| format::format_float(*float, &spec)),
        _ => match numbers::to_big(&base) {
            Some(int) => parsed.and_then(|spec| format::format_int(&int, &spec)),
            None => {
                let message = format!("unsupported format string passed to {class}.__format__");
                return Err(machine.type_error(message));
            }
        },
    };
    result.map(Some).map_err(|fault| machine.format_fault(fault))
}

/// `format(value, spec)`, in Python where only Python can tell.
pub(crate) fn format_flow(machine: &mut Machine, value: &Value, spec: &Str) -> NativeResult {
    match formatted(machine, value, spec)? {
        Some(text) => give(text),
        None => machine.ask_python("__format_of__", vec![value.clone(), Value::Str(spec.clone())]),
    }
}

/// `ascii(value)`, in Python where only Python can tell.
pub(crate) fn ascii_flow(machine: &mut Machine, value: &Value) -> NativeResult {
    match repr::repr(machine, value) {
        Some(text) => give(only_ascii(&text)),
        None => machine.ask_python("__ascii_of__", vec![value.clone()]),
    }
}

/// A `repr` with all letters but ASCII's escaped.
pub(crate) fn only_ascii(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if c.is_ascii() {
            out.push(c);
        } else {
            let quoted = quoting::escaped(&c.to_string(), true);
            out.push_str(&quoted[1..quoted.len() - 1]);
        }
    }
    out
}

/// `__only_ascii__(text)`: a `repr` with all letters but ASCII's escaped.
fn ascii_text(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let rest = machine.function_args(args, "__only_ascii__", 1, 1)?;
    let text = machine.text_arg(&rest[0], "text")?;
    give(only_ascii(&text))
}

fn format_function(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let rest = machine.function_args(args, "format", 1, 2)?;
    let spec = match rest.get(1) {
        Some(spec) => machine.text_arg(spec, "format() argument 2")?,
        None => "".into(),
    };
    format_flow(machine, &rest[0], &spec)
}

fn ascii(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let rest = machine.function_args(args, "ascii", 1, 1)?;
    match repr::str(machine, &rest[0]) {
        Some(text) if matches!(rest[0], Value::Str(_)) => give(quoting::escaped(&text, true)),
        _ => ascii_flow(machine, &rest[0]),
    }
}

/// A part of a template: text, and perhaps a field behind it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Part {
    /// The text.
    pub(crate) literal: String,
    /// The field behind it.
    pub(crate) field: Option<Field>,
}

/// A field of a template.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Field {
    /// What is asked for.
    pub(crate) name: String,
    /// What follows `!`.
    pub(crate) conversion: Option<char>,
    /// What follows `:`.
    pub(crate) spec: String,
}

/// Takes a template of `str.format` apart.
pub(crate) fn parse(template: &str) -> Result<Vec<Part>, &'static str> {
    let chars: Vec<char> = template.chars().collect();
    let mut parts = Vec::new();
    let mut part = Part::default();
    let mut at = 0;
    while at < chars.len() {
        let c = chars[at];
        at += 1;
        if !matches!(c, '{' | '}') {
            part.literal.push(c);
        } else if chars.get(at) == Some(&c) {
            part.literal.push(c);
            at += 1;
        } else if c == '}' {
            return Err("Single '}' encountered in format string");
        } else if at == chars.len() {
            return Err("Single '{' encountered in format string");
        } else {
            part.field = Some(parse_field(&chars, &mut at)?);
            parts.push(std::mem::take(&mut part));
        }
    }
    if !part.literal.is_empty() {
        parts.push(part);
    }
    Ok(parts)
}

fn parse_field(chars: &[char], at: &mut usize) -> Result<Field, &'static str> {
    let mut field = Field::default();
    let mut in_brackets = false;
    let mut end = None;
    while let Some(&c) = chars.get(*at) {
        *at += 1;
        match c {
            '{' => return Err("unexpected '{' in field name"),
            '[' => in_brackets = true,
            ']' => in_brackets = false,
            '}' | ':' | '!' if !in_brackets => {
                end = Some(c);
                break;
            }
            _ => {}
        }
        field.name.push(c);
    }
    match end {
        Some('}') => return Ok(field),
        Some('!') => {
            field.conversion = chars.get(*at).copied();
            if field.conversion.is_none() {
                return Err("end of string while looking for conversion specifier");
            }
            *at += 1;
            match chars.get(*at) {
                Some('}') => {
                    *at += 1;
                    return Ok(field);
                }
                Some(':') => *at += 1,
                Some(_) => return Err("expected ':' after conversion specifier"),
                None => {}
            }
        }
        Some(_) => {}
        None => return Err("expected '}' before end of string"),
    }
    let mut depth = 1;
    while let Some(&c) = chars.get(*at) {
        *at += 1;
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Ok(field);
        }
        field.spec.push(c);
    }
    Err("unmatched '{' in format spec")
}

fn str_format(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let template = this_alone(machine, args, "format")?;
    let parts = match parse(&template) {
        Ok(parts) => parts,
        Err(message) => return Err(machine.value_error(message)),
    };
    match quickly(machine, &parts, &args.values[1..], args.keywords)? {
        Some(text) => give(text),
        None => {
            let positional = machine.new_tuple(args.values[1..].to_vec());
            let named = machine.new_dict();
            for (name, value) in args.keywords {
                machine.dict_set_str(named, name, value.clone());
            }
            machine.ask_python("__str_format__", vec![Value::Str(template), positional, Value::Ref(named)])
        }
    }
}

/// Fills in a template whose fields are plain and whose values are built in; none for any other.
fn quickly(
    machine: &mut Machine,
    parts: &[Part],
    positional: &[Value],
    named: &[(Str, Value)],
) -> Result<Option<String>, Raise> {
    let mut out = String::new();
    let mut next = 0;
    for part in parts {
        out.push_str(&part.literal);
        let Some(field) = &part.field else { continue };
        if field.name.contains(['.', '[']) || field.spec.contains(['{', '}']) {
            return Ok(None);
        }
        let value = if field.name.is_empty() {
            next += 1;
            positional.get(next - 1)
        } else if field.name.bytes().all(|b| b.is_ascii_digit()) {
            // Both ways of numbering in one template are an error, which Python describes.
            if next > 0 {
                return Ok(None);
            }
            field.name.parse::<usize>().ok().and_then(|i| positional.get(i))
        } else {
            named.iter().find(|(name, _)| name.as_str() == field.name).map(|(_, value)| value)
        };
        let Some(value) = value else { return Ok(None) };
        let converted = match field.conversion {
            None => Some(value.clone()),
            Some('r') => repr::repr(machine, value).map(Value::str),
            Some('s') => repr::str(machine, value).map(Value::str),
            Some(_) => None,
        };
        let Some(value) = converted else { return Ok(None) };
        let Some(text) = formatted(machine, &value, &field.spec)? else { return Ok(None) };
        out.push_str(&text);
        machine.check_size(out.len())?;
    }
    let numbered = parts
        .iter()
        .filter_map(|part| part.field.as_ref())
        .any(|field| !field.name.is_empty() && field.name.bytes().all(|b| b.is_ascii_digit()));
    Ok(if numbered && next > 0 { None } else { Some(out) })
}

fn format_map(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let (template, rest) = crate::natives::text::this(machine, args, "format_map", 1, 1)?;
    machine.ask_python("__str_format__", vec![Value::Str(template), Value::None, rest[0].clone()])
}

/// `__fields__(template)`: its parts, as `(literal, name, conversion, spec)`.
fn fields(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let rest = machine.function_args(args, "__fields__", 1, 1)?;
    let template = machine.text_arg(&rest[0], "template")?;
    let parts = match parse(&template) {
        Ok(parts) => parts,
        Err(message) => return Err(machine.value_error(message)),
    };
    let mut shown = Vec::new();
    for part in parts {
        let (name, conversion, spec) = match part.field {
            Some(field) => (
                Value::str(field.name),
                field.conversion.map_or(Value::None, |c| Value::str(c.to_string())),
                Value::str(field.spec),
            ),
            None => (Value::None, Value::None, Value::None),
        };
        shown.push(machine.new_tuple(vec![Value::str(part.literal), name, conversion, spec]));
    }
    give(machine.new_list(shown))
}

/// `__split_field__("a.b[0]")`: `("a", [(True, "b"), (False, 0)])`
fn split_field(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let rest = machine.function_args(args, "__split_field__", 1, 1)?;
    let name = machine.text_arg(&rest[0], "name")?;
    let end = name.find(['.', '[']).unwrap_or(name.len());
    let (first, mut left) = name.split_at(end);
    let number = |text: &str| match text.parse::<i64>() {
        Ok(number) if text.bytes().all(|b| b.is_ascii_digit()) => Value::Int(number),
        _ => Value::str(text),
    };
    let mut steps = Vec::new();
    while !left.is_empty() {
        let (is_attribute, part) = if let Some(behind) = left.strip_prefix('.') {
            let end = behind.find(['.', '[']).unwrap_or(behind.len());
            left = &behind[end..];
            (true, &behind[..end])
        } else if let Some(behind) = left.strip_prefix('[') {
            let Some(end) = behind.find(']') else {
                return Err(machine.value_error("Missing ']' in format string"));
            };
            left = &behind[end + 1..];
            (false, &behind[..end])
        } else {
            return Err(machine.value_error("Only '.' or '[' may follow ']' in format field specifier"));
        };
        if part.is_empty() {
            return Err(machine.value_error("Empty attribute in format string"));
        }
        let part = if is_attribute { Value::str(part) } else { number(part) };
        steps.push(machine.new_tuple(vec![Value::Bool(is_attribute), part]));
    }
    let steps = machine.new_list(steps);
    give(machine.new_tuple(vec![number(first), steps]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn templates_are_taken_apart() {
        let parts = parse("a{0!r:>{1}}b{{c}}{x}").unwrap_or_default();
        assert_eq!(parts.len(), 2);
        assert_eq!(parts[0].literal, "a");
        let field = Field { name: "0".into(), conversion: Some('r'), spec: ">{1}".into() };
        assert_eq!(parts[0].field, Some(field));
        assert_eq!(parts[1].literal, "b{c}");
    }

    #[test]
    fn broken_templates_are_refused() {
        for (template, message) in [
            ("{", "Single '{' encountered in format string"),
            ("}", "Single '}' encountered in format string"),
            ("{0", "expected '}' before end of string"),
            ("{0!r", "unmatched '{' in format spec"),
            ("{0:", "unmatched '{' in format spec"),
            ("{0!rx}", "expected ':' after conversion specifier"),
        ] {
            assert_eq!(parse(template), Err(message), "{template}");
        }
    }
}
