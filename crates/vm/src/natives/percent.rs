//! `"…" % values`.

use num_bigint::{BigInt, Sign};
use num_traits::FromPrimitive;

use crate::class;
use crate::machine::Machine;
use crate::native::{Args, NativeDef, NativeResult, Raise};
use crate::natives::format::{Spec, format_float};
use crate::natives::help::give;
use crate::natives::repr;
use crate::natives::template::only_ascii;
use crate::numbers;
use crate::object::Object;
use crate::text::Str;
use crate::value::Value;

/// The library's own helpers in this file.
pub(crate) static FUNCTIONS: &[NativeDef] = &[NativeDef::function("__percent_needs__", needs)];

/// A number in a conversion: written out, or taken from the arguments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Amount {
    Given(usize),
    Argument,
}

/// What follows a `%`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Conversion {
    key: Option<String>,
    flags: String,
    width: Option<Amount>,
    precision: Option<Amount>,
    kind: char,
    /// Where the kind is, for messages.
    place: usize,
}

/// A piece of text, or a conversion.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Text(String),
    Conversion(Conversion),
}

fn amount(chars: &[char], at: &mut usize) -> Option<Amount> {
    if chars.get(*at) == Some(&'*') {
        *at += 1;
        return Some(Amount::Argument);
    }
    let start = *at;
    let mut value = 0usize;
    while let Some(digit) = chars.get(*at).and_then(|c| c.to_digit(10)) {
        value = value.saturating_mul(10).saturating_add(digit as usize);
        *at += 1;
    }
    (*at > start).then_some(Amount::Given(value))
}

fn parse(template: &str) -> Result<Vec<Piece>, &'static str> {
    let chars: Vec<char> = template.chars().collect();
    let mut pieces = Vec::new();
    let mut text = String::new();
    let mut at = 0;
    while at < chars.len() {
        if chars[at] != '%' {
            text.push(chars[at]);
            at += 1;
            continue;
        }
        at += 1;
        let mut conversion = Conversion::default();
        if chars.get(at) == Some(&'(') {
            let mut depth = 0;
            let mut key = String::new();
            loop {
                let c = *chars.get(at).ok_or("incomplete format key")?;
                at += 1;
                depth += i32::from(c == '(') - i32::from(c == ')');
                if depth == 0 {
                    break;
                }
                key.push(c);
            }
            conversion.key = Some(key[1..].to_owned());
        }
        while let Some(flag) = chars.get(at).filter(|c| "-+ #0".contains(**c)) {
            conversion.flags.push(*flag);
            at += 1;
        }
        conversion.width = amount(&chars, &mut at);
        if chars.get(at) == Some(&'.') {
            at += 1;
            conversion.precision = Some(amount(&chars, &mut at).unwrap_or(Amount::Given(0)));
        }
        if matches!(chars.get(at), Some('h' | 'l' | 'L')) {
            at += 1;
        }
        conversion.kind = *chars.get(at).ok_or("incomplete format")?;
        conversion.place = at;
        at += 1;
        if conversion.kind == '%' {
            text.push('%');
            continue;
        }
        if !text.is_empty() {
            pieces.push(Piece::Text(std::mem::take(&mut text)));
        }
        pieces.push(Piece::Conversion(conversion));
    }
    pieces.push(Piece::Text(text));
    Ok(pieces)
}

/// The values that conversions take, in order.
struct Values {
    positional: Vec<Value>,
    next: usize,
}

impl Values {
    fn next(&mut self, machine: &mut Machine) -> Result<Value, Raise> {
        self.next += 1;
        match self.positional.get(self.next - 1) {
            Some(value) => Ok(value.clone()),
            None => Err(machine.type_error("not enough arguments for format string")),
        }
    }

    fn amount(&mut self, machine: &mut Machine, amount: Option<Amount>) -> Result<Option<i64>, Raise> {
        match amount {
            None => Ok(None),
            Some(Amount::Given(value)) => Ok(Some(value as i64)),
            Some(Amount::Argument) => match numbers::to_small(&self.next(machine)?) {
                Some(value) => Ok(Some(value)),
                None => Err(machine.type_error("* wants int")),
            },
        }
    }
}

/// `template % right`, in Python where only Python can tell.
pub(crate) fn percent(machine: &mut Machine, template: &Str, right: &Value) -> NativeResult {
    let pieces = match parse(template) {
        Ok(pieces) => pieces,
        Err(message) => return Err(machine.value_error(message)),
    };
    let base = machine.base_of(right);
    let items = machine.tuple_items(&base).map(<[Value]>::to_vec);
    let is_mapping = items.is_none()
        && matches!(
            machine.as_object(&base),
            Some(Object::Dict(_) | Object::List(_) | Object::Instance(_) | Object::Range(_))
        );
    let mut values = Values { positional: items.unwrap_or_else(|| vec![right.clone()]), next: 0 };
    let mut out = String::new();
    let mut keyed = false;
    for piece in &pieces {
        match piece {
            Piece::Text(text) => out.push_str(text),
            Piece::Conversion(conversion) => {
                let value = match &conversion.key {
                    None => None,
                    Some(key) => match machine.as_object(&base) {
                        Some(Object::Dict(_)) => {
                            keyed = true;
                            machine.noted_object(&base);
                            let found =
                                base.id().and_then(|id| machine.dict_get_str(id, &Str::from(key.as_str())));
                            match found {
                                Some(value) => Some(value),
                                None => {
                                    return machine.ask_python(
                                        "__percent__",
                                        vec![template.clone().into(), right.clone()],
                                    );
                                }
                            }
                        }
                        Some(Object::Instance(_)) => {
                            return machine
                                .ask_python("__percent__", vec![template.clone().into(), right.clone()]);
                        }
                        _ => return Err(machine.type_error("format requires a mapping")),
                    },
                };
                match convert(machine, conversion, value, &mut values)? {
                    Some(text) => out.push_str(&text),
                    None => {
                        return machine
                            .ask_python("__percent__", vec![template.clone().into(), right.clone()]);
                    }
                }
                machine.check_size(out.len())?;
            }
        }
    }
    if !keyed && !is_mapping && values.next < values.positional.len() {
        return Err(machine.type_error("not all arguments converted during string formatting"));
    }
    give(out)
}

fn convert(
    machine: &mut Machine,
    conversion: &Conversion,
    value: Option<Value>,
    values: &mut Values,
) -> Result<Option<String>, Raise> {
    let width = values.amount(machine, conversion.width)?.unwrap_or(0);
    let precision = values.amount(machine, conversion.precision)?.map(|p| p.max(0) as usize);
    let value = match value {
        Some(value) => value,
        None => values.next(machine)?,
    };
    let flag = |flag| conversion.flags.contains(flag);
    let mut spec = Spec::plain("");
    spec.width = usize::try_from(width.unsigned_abs()).unwrap_or(usize::MAX);
    machine.check_size(spec.width.max(precision.unwrap_or(0)))?;
    spec.precision = precision;
    spec.alternate = flag('#');
    spec.sign = if flag('+') { Some('+') } else { flag(' ').then_some(' ') };
    let left = flag('-') || width < 0;
    spec.align = Some(if left { '<' } else { '>' });
    let kind = conversion.kind;
    let text = match kind {
        's' => repr::str(machine, &value),
        'r' => repr::repr(machine, &value),
        'a' => repr::repr(machine, &value).map(|text| only_ascii(&text)),
        'c' => Some(character(machine, &value)?),
        'd' | 'i' | 'u' | 'o' | 'x' | 'X' | 'e' | 'E' | 'f' | 'F' | 'g' | 'G' => {
            if flag('0') && !left {
                (spec.fill, spec.align) = ('0', Some('='));
            }
            if let Some(Object::Instance(_)) = machine.as_object(&value)
                && ["__index__", "__int__", "__float__"]
                    .iter()
                    .any(|name| machine.in_python(&value, &(*name).into()))
            {
                return Ok(None);
            }
            let value = machine.base_of(&value);
            return match kind {
                'e' | 'E' | 'f' | 'F' | 'g' | 'G' => float(machine, kind, &value, spec),
                _ => integer(machine, kind, &value, &spec),
            }
            .map(Some);
        }
        _ => {
            let (code, place) = (u32::from(kind), conversion.place);
            return Err(machine.value_error(format!(
                "unsupported format character '{kind}' (0x{code:x}) at index {place}"
            )));
        }
    };
    Ok(text.map(|text| {
        let text: String = match precision {
            Some(precision) if kind != 'c' => text.chars().take(precision).collect(),
            _ => text,
        };
        spec.pad(&text, '>')
    }))
}

fn character(machine: &mut Machine, value: &Value) -> Result<String, Raise> {
    match machine.base_of(value) {
        Value::Str(text) if text.char_len() == 1 => Ok(text.to_string()),
        Value::Int(code) => match u32::try_from(code).ok().and_then(char::from_u32) {
            Some(c) => Ok(c.to_string()),
            None => Err(machine.raise(class::OVERFLOW_ERROR, "%c arg not in range(0x110000)")),
        },
        _ => Err(machine.type_error("%c requires int or char")),
    }
}

fn integer(machine: &mut Machine, kind: char, value: &Value, spec: &Spec) -> Result<String, Raise> {
    let decimal = matches!(kind, 'd' | 'i' | 'u');
    let whole = match value {
        Value::Float(float) if decimal => match BigInt::from_f64(float.trunc()) {
            Some(whole) => whole,
            None => return Err(crate::natives::int::not_finite(machine, *float)),
        },
        _ => match numbers::to_big(value) {
            Some(whole) => whole,
            None => {
                let given = machine.class_name(value);
                let wanted = if decimal { "a real number" } else { "an integer" };
                return Err(machine.type_error(format!("%{kind} format: {wanted} is required, not {given}")));
            }
        },
    };
    let (base, prefix) = match kind {
        'o' => (8, "0o"),
        'x' => (16, "0x"),
        'X' => (16, "0X"),
        _ => (10, ""),
    };
    let mut digits = match base {
        10 => match super::numerals::int_text(&num_bigint::BigInt::from(whole.magnitude().clone())) {
            Some(digits) => digits,
            None => return Err(machine.value_error(super::numerals::TOO_LONG)),
        },
        _ => whole.magnitude().to_str_radix(base),
    };
    if kind == 'X' {
        digits = digits.to_uppercase();
    }
    let least = spec.precision.unwrap_or(0);
    let digits = format!("{}{digits}", "0".repeat(least.saturating_sub(digits.len())));
    let prefix = if spec.alternate { prefix } else { "" };
    Ok(spec.number(whole.sign() == Sign::Minus, prefix, &digits, ""))
}

fn float(machine: &mut Machine, kind: char, value: &Value, mut spec: Spec) -> Result<String, Raise> {
    let Some(float) = numbers::to_float(value) else {
        if numbers::is_number(value) {
            return Err(machine.raise(class::OVERFLOW_ERROR, "int too large to convert to float"));
        }
        let given = machine.class_name(value);
        return Err(machine.type_error(format!("must be real number, not {given}")));
    };
    spec.kind = Some(kind);
    format_float(float, &spec).map_err(|fault| machine.format_fault(fault))
}

/// `__percent_needs__(template)`: the template without keys and with `%s` for `%r` and `%a`, and a list of what each
/// argument is for, as `(key, kind)`.
fn needs(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let rest = machine.function_args(args, "__percent_needs__", 1, 1)?;
    let template = machine.text_arg(&rest[0], "template")?;
    let pieces = match parse(&template) {
        Ok(pieces) => pieces,
        Err(message) => return Err(machine.value_error(message)),
    };
    let mut plain = String::new();
    let mut wanted = Vec::new();
    for piece in pieces {
        let conversion = match piece {
            Piece::Text(text) => {
                plain.push_str(&text.replace('%', "%%"));
                continue;
            }
            Piece::Conversion(conversion) => conversion,
        };
        plain.push('%');
        plain.push_str(&conversion.flags);
        for (amount, dot) in [(conversion.width, ""), (conversion.precision, ".")] {
            match amount {
                None => {}
                Some(Amount::Given(value)) => plain.push_str(&format!("{dot}{value}")),
                Some(Amount::Argument) => {
                    plain.push_str(&format!("{dot}*"));
                    wanted.push(machine.new_tuple(vec![Value::None, Value::str("*")]));
                }
            }
        }
        plain.push(if matches!(conversion.kind, 'r' | 'a') { 's' } else { conversion.kind });
        let key = conversion.key.map_or(Value::None, Value::str);
        wanted.push(machine.new_tuple(vec![key, Value::str(conversion.kind.to_string())]));
    }
    let wanted = machine.new_list(wanted);
    give(machine.new_tuple(vec![Value::str(plain), wanted]))
}
