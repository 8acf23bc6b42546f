//! The built-in functions on numbers and characters.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{FromPrimitive, One, Signed, ToPrimitive, Zero};

use crate::class;
use crate::machine::Machine;
use crate::native::{Args, NativeDef, NativeResult, Raise};
use crate::natives::help::give;
use crate::natives::int::not_finite;
use crate::natives::numerals::read_decimal;
use crate::numbers::{self, op};
use crate::object::Object;
use crate::value::Value;

/// The built-in functions in this file, the library's own helpers among them.
pub(crate) static FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("abs", abs),
    NativeDef::function("bin", bin),
    NativeDef::function("chr", chr),
    NativeDef::function("divmod", divmod),
    NativeDef::function("hex", hex),
    NativeDef::function("oct", oct),
    NativeDef::function("ord", ord),
    NativeDef::function("pow", pow),
    NativeDef::function("round", round),
    NativeDef::function("sum", sum),
];

/// The method of an object's own class, if it is written in Python.
fn own_method(machine: &Machine, value: &Value, name: &str) -> bool {
    matches!(machine.as_object(value), Some(Object::Instance(_))) && machine.in_python(value, &name.into())
}

fn abs(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let rest = machine.function_args(args, "abs", 1, 1)?;
    if own_method(machine, &rest[0], "__abs__") {
        return machine.ask_python("__call_method__", vec![rest[0].clone(), Value::str("__abs__")]);
    }
    match machine.base_of(&rest[0]) {
        Value::Float(float) => give(float.abs()),
        value => match numbers::to_big(&value) {
            Some(value) => give(Value::int(value.abs())),
            None => {
                let given = machine.class_name(&rest[0]);
                Err(machine.type_error(format!("bad operand type for abs(): '{given}'")))
            }
        },
    }
}

fn in_base(machine: &mut Machine, args: Args<'_>, name: &str, base: u32, prefix: &str) -> NativeResult {
    let rest = machine.function_args(args, name, 1, 1)?;
    if own_method(machine, &rest[0], "__index__") {
        return machine.ask_python("__with_index__", vec![Value::str(name), rest[0].clone()]);
    }
    let base_value = machine.base_of(&rest[0]);
    match numbers::to_big(&base_value) {
        Some(value) => {
            let sign = if value.is_negative() { "-" } else { "" };
            give(format!("{sign}{prefix}{}", value.magnitude().to_str_radix(base)))
        }
        None => {
            let given = machine.class_name(&rest[0]);
            Err(machine.type_error(format!("'{given}' object cannot be interpreted as an integer")))
        }
    }
}

fn bin(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    in_base(machine, args, "bin", 2, "0b")
}

fn oct(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    in_base(machine, args, "oct", 8, "0o")
}

fn hex(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    in_base(machine, args, "hex", 16, "0x")
}

fn chr(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let rest = machine.function_args(args, "chr", 1, 1)?;
    let code = machine.index_of(&rest[0])?;
    match u32::try_from(code).ok().filter(|code| *code < 0x11_0000).map(char::from_u32) {
        Some(Some(c)) => give(c.to_string()),
        // Half of a pair is a character in Python, but not here.
        Some(None) => Err(machine.value_error("surrogates are not supported by Interleave")),
        None => Err(machine.value_error("chr() arg not in range(0x110000)")),
    }
}

fn ord(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let rest = machine.function_args(args, "ord", 1, 1)?;
    let length = match machine.base_of(&rest[0]) {
        Value::Str(text) => match (text.chars().next(), text.char_len()) {
            (Some(c), 1) => return give(i64::from(u32::from(c))),
            (_, length) => length,
        },
        Value::Bytes(bytes) if bytes.len() == 1 => return give(i64::from(bytes[0])),
        Value::Bytes(bytes) => bytes.len(),
        _ => {
            let given = machine.class_name(&rest[0]);
            return Err(machine.type_error(format!("ord() expected string of length 1, but {given} found")));
        }
    };
    Err(machine.type_error(format!("ord() expected a character, but string of length {length} found")))
}

fn divmod(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let rest = machine.function_args(args, "divmod", 2, 2)?;
    if own_method(machine, &rest[0], "__divmod__") || own_method(machine, &rest[1], "__rdivmod__") {
        return machine.ask_python("__divmod__", rest.to_vec());
    }
    let (a, b) = (machine.base_of(&rest[0]), machine.base_of(&rest[1]));
    if !numbers::is_number(&a) || !numbers::is_number(&b) {
        let (a, b) = (machine.class_name(&rest[0]), machine.class_name(&rest[1]));
        return Err(machine.type_error(format!("unsupported operand type(s) for divmod(): '{a}' and '{b}'")));
    }
    let floats = matches!(a, Value::Float(_)) || matches!(b, Value::Float(_));
    if floats && numbers::to_float(&b) == Some(0.0) {
        return Err(machine.raise(class::ZERO_DIVISION_ERROR, "float divmod()"));
    }
    let quotient = machine.calculate(op::FLOOR_DIVIDE, &a, &b).map_err(|fault| machine.fault(fault))?;
    let remainder = machine.calculate(op::REMAINDER, &a, &b).map_err(|fault| machine.fault(fault))?;
    give(machine.new_tuple(vec![quotient, remainder]))
}

fn pow(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let [base, exponent, modulus] = machine.named_args(args, "pow", 0, ["base", "exp", "mod"])?;
    let (Some(base), Some(exponent)) = (base, exponent) else {
        let (name, place) = if base.is_none() { ("base", 1) } else { ("exp", 2) };
        return Err(machine.type_error(format!("pow() missing required argument '{name}' (pos {place})")));
    };
    let Some(modulus) = modulus.filter(|modulus| !modulus.is_none()) else {
        return machine.ask_python("__pow__", vec![base.clone(), exponent.clone()]);
    };
    let values = [base, exponent, modulus].map(|value| numbers::to_big(&machine.base_of(value)));
    let [Some(base), Some(mut exponent), Some(modulus)] = values else {
        return Err(machine.type_error("pow() 3rd argument not allowed unless all arguments are integers"));
    };
    if modulus.is_zero() {
        return Err(machine.value_error("pow() 3rd argument cannot be 0"));
    }
    let mut base = base.mod_floor(&modulus);
    if exponent.is_negative() {
        let euclid = base.extended_gcd(&modulus);
        if !euclid.gcd.abs().is_one() {
            return Err(machine.value_error("base is not invertible for the given modulus"));
        }
        base = (euclid.x * euclid.gcd).mod_floor(&modulus);
        exponent = -exponent;
    }
    let words = modulus.bits() / 64 + 1;
    machine.afford(exponent.bits().saturating_mul(words.saturating_mul(words)) / 8)?;
    give(Value::int(base.modpow(&exponent, &modulus.abs()).mod_floor(&modulus)))
}

fn round(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let [number, digits] = machine.named_args(args, "round", 0, ["number", "ndigits"])?;
    let Some(number) = number else {
        return Err(machine.type_error("round() missing required argument 'number' (pos 1)"));
    };
    let digits = digits.filter(|digits| !digits.is_none());
    if own_method(machine, number, "__round__") {
        let mut args = vec![number.clone(), Value::str("__round__")];
        args.extend(digits.cloned());
        return machine.ask_python("__call_method__", args);
    }
    match machine.base_of(number) {
        Value::Float(float) => match digits {
            None => match BigInt::from_f64(float.round_ties_even()) {
                Some(whole) => give(Value::int(whole)),
                None => Err(not_finite(machine, float)),
            },
            Some(digits) => {
                let digits = machine.index_of(digits)?;
                match round_float(float, digits) {
                    Some(rounded) => give(rounded),
                    None => Err(machine.raise(class::OVERFLOW_ERROR, "rounded value too large to represent")),
                }
            }
        },
        value => match numbers::to_big(&value) {
            Some(whole) => {
                let digits = match digits {
                    Some(digits) => machine.index_of(digits)?,
                    None => 0,
                };
                give(Value::int(round_int(whole, digits)))
            }
            None => {
                let given = machine.class_name(number);
                Err(machine.type_error(format!("type {given} doesn't define __round__ method")))
            }
        },
    }
}

/// A float rounded to a number of decimal places, by way of its exact digits, as CPython rounds.
pub(crate) fn round_float(value: f64, digits: i64) -> Option<f64> {
    if !value.is_finite() || digits > 323 {
        return Some(value);
    }
    if digits < -308 {
        return Some(0f64.copysign(value));
    }
    let rounded: f64 = if digits >= 0 {
        read_decimal(&format!("{value:.*}", digits as usize))?
    } else {
        // Whole digits are cut from the exact integer; what is behind the point counts only at a tie.
        let unit = BigInt::from(10).pow(digits.unsigned_abs() as u32);
        let whole = BigInt::from_f64(value.abs().trunc())?;
        let (quotient, rest) = whole.div_rem(&unit);
        let twice = &rest * 2;
        let up = twice > unit || (twice == unit && (value.fract() != 0.0 || quotient.is_odd()));
        let quotient = if up { quotient + 1 } else { quotient };
        (quotient * unit).to_f64()?.copysign(value)
    };
    rounded.is_finite().then_some(rounded)
}

/// An integer rounded to a power of ten, ties to even.
pub(crate) fn round_int(value: BigInt, digits: i64) -> BigInt {
    if digits >= 0 {
        return value;
    }
    let places = digits.unsigned_abs();
    if places > value.bits() {
        return BigInt::zero();
    }
    let unit = BigInt::from(10).pow(places as u32);
    let (quotient, rest) = value.div_mod_floor(&unit);
    let twice = rest * 2;
    let up = twice > unit || (twice == unit && quotient.is_odd());
    (if up { quotient + 1 } else { quotient }) * unit
}

fn sum(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    if args.values.is_empty() {
        return Err(machine.type_error("sum() takes at least 1 positional argument (0 given)"));
    }
    let [iterable, start] = machine.named_args(args, "sum", 0, ["iterable", "start"])?;
    let iterable = iterable.cloned().unwrap_or(Value::None);
    let start = start.cloned().unwrap_or(Value::Int(0));
    for (kind, what) in
        [(class::STR, "strings [use ''.join(seq)"), (class::BYTES, "bytes [use b''.join(seq)")]
    {
        if machine.is_instance_of(&start, kind) {
            return Err(machine.type_error(format!("sum() can't sum {what} instead]")));
        }
    }
    match machine.native_items(&iterable) {
        Some(items) if numbers::is_number(&start) && items.iter().all(numbers::is_number) => {
            give(total(machine, &start, &items)?)
        }
        _ => {
            let total = machine.builtin("__sum__");
            Ok(crate::native::Flow::call(total, vec![iterable, start]))
        }
    }
}

/// The sum of numbers. Floats are added with what each addition lost carried along, as CPython does since 3.12.
fn total(machine: &mut Machine, start: &Value, items: &[Value]) -> Result<Value, Raise> {
    let mut whole = start.clone();
    let mut at = 0;
    while !matches!(whole, Value::Float(_)) {
        let Some(item) = items.get(at) else { return Ok(whole) };
        whole = machine.calculate(op::ADD, &whole, item).map_err(|fault| machine.fault(fault))?;
        at += 1;
    }
    let Value::Float(mut sum) = whole else { return Ok(whole) };
    let mut lost = 0.0;
    for item in &items[at..] {
        let Some(x) = numbers::to_float(item) else {
            return Err(machine.raise(class::OVERFLOW_ERROR, "int too large to convert to float"));
        };
        if !matches!(item, Value::Float(_)) {
            sum += x;
            continue;
        }
        let next = sum + x;
        lost += if sum.abs() >= x.abs() { (sum - next) + x } else { (x - next) + sum };
        sum = next;
    }
    Ok(Value::Float(if lost != 0.0 && lost.is_finite() { sum + lost } else { sum }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floats_round_by_their_exact_digits() {
        for (value, digits, wanted) in [
            (2.675, 2, 2.67),
            (1.005, 2, 1.0),
            (1234.5678, -2, 1200.0),
            (1250.0, -2, 1200.0),
            (1350.0, -2, 1400.0),
            (1250.5, -2, 1300.0),
            (5e300, -300, 5e300),
        ] {
            assert_eq!(round_float(value, digits), Some(wanted), "{value} {digits}");
        }
    }

    #[test]
    fn integers_round_to_even() {
        for (value, digits, wanted) in
            [(1250, -2, 1200), (15, -1, 20), (25, -1, 20), (-15, -1, -20), (7, 1, 7)]
        {
            assert_eq!(round_int(value.into(), digits), wanted.into(), "{value} {digits}");
        }
    }
}
