//! Arithmetic of integers of any size and floats, as Python does it. Nothing here knows the machine.

use std::cmp::Ordering;

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{FromPrimitive, Signed, ToPrimitive, Zero};

use crate::value::Value;

/// `BINARY_OP`'s operand for an operator; an augmented assignment's is 13 more.
pub(crate) mod op {
    pub(crate) const ADD: u32 = 0;
    pub(crate) const AND: u32 = 1;
    pub(crate) const FLOOR_DIVIDE: u32 = 2;
    pub(crate) const LSHIFT: u32 = 3;
    pub(crate) const MULTIPLY: u32 = 5;
    pub(crate) const REMAINDER: u32 = 6;
    pub(crate) const OR: u32 = 7;
    pub(crate) const POWER: u32 = 8;
    pub(crate) const RSHIFT: u32 = 9;
    pub(crate) const SUBTRACT: u32 = 10;
    pub(crate) const TRUE_DIVIDE: u32 = 11;
    pub(crate) const XOR: u32 = 12;
    pub(crate) const IN_PLACE: u32 = 13;
}

/// Why an operation on numbers has no result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// It divides by zero; CPython's message.
    ZeroDivision(&'static str),
    /// It is too large for a float, or for the machine.
    Overflow(&'static str),
    /// The value has no such operation.
    Value(&'static str),
    /// The result would have more digits than an integer may have.
    Digits,
    /// The operands have no such operation.
    Type,
}

pub(crate) fn is_number(value: &Value) -> bool {
    matches!(value, Value::Int(_) | Value::Big(_) | Value::Float(_) | Value::Bool(_))
}

/// An integer or bool as a large integer.
pub(crate) fn to_big(value: &Value) -> Option<BigInt> {
    match value {
        Value::Int(i) => Some(BigInt::from(*i)),
        Value::Bool(b) => Some(BigInt::from(u8::from(*b))),
        Value::Big(big) => Some((**big).clone()),
        _ => None,
    }
}

/// An integer or bool that fits 64 bits.
pub(crate) fn to_small(value: &Value) -> Option<i64> {
    match value {
        Value::Int(i) => Some(*i),
        Value::Bool(b) => Some(i64::from(*b)),
        _ => None,
    }
}

/// A number as a float; none for an integer too large.
pub(crate) fn to_float(value: &Value) -> Option<f64> {
    match value {
        Value::Int(i) => Some(*i as f64),
        Value::Bool(b) => Some(f64::from(u8::from(*b))),
        Value::Float(f) => Some(*f),
        Value::Big(big) => big.to_f64().filter(|f| f.is_finite()),
        _ => None,
    }
}

/// The order of two numbers, exactly; none where one is not a number at all (`nan`).
pub(crate) fn compare(a: &Value, b: &Value) -> Option<Ordering> {
    match (a, b) {
        (Value::Float(a), Value::Float(b)) => a.partial_cmp(b),
        (Value::Float(a), _) => compare_float(*a, b),
        (_, Value::Float(b)) => compare_float(*b, a).map(Ordering::reverse),
        _ => match (to_small(a), to_small(b)) {
            (Some(a), Some(b)) => Some(a.cmp(&b)),
            _ => Some(to_big(a)?.cmp(&to_big(b)?)),
        },
    }
}

fn compare_float(float: f64, integer: &Value) -> Option<Ordering> {
    if float.is_nan() {
        return None;
    }
    if float.is_infinite() {
        return Some(if float > 0.0 { Ordering::Greater } else { Ordering::Less });
    }
    let whole = BigInt::from_f64(float.floor())?;
    Some(whole.cmp(&to_big(integer)?).then(if float.fract() == 0.0 {
        Ordering::Equal
    } else {
        Ordering::Greater
    }))
}

/// An operator on two numbers. An integer may have so many bits.
pub(crate) fn binary(operator: u32, a: &Value, b: &Value, max_bits: u64) -> Result<Value, Fault> {
    let operator = operator % op::IN_PLACE;
    if let (Value::Bool(a), Value::Bool(b)) = (a, b) {
        match operator {
            op::AND => return Ok(Value::Bool(a & b)),
            op::OR => return Ok(Value::Bool(a | b)),
            op::XOR => return Ok(Value::Bool(a ^ b)),
            _ => {}
        }
    }
    if matches!(a, Value::Float(_)) || matches!(b, Value::Float(_)) || operator == op::TRUE_DIVIDE {
        return floats(operator, a, b);
    }
    if let (Some(a), Some(b)) = (to_small(a), to_small(b))
        && let Some(value) = small(operator, a, b)?
    {
        return Ok(Value::Int(value));
    }
    match (to_big(a), to_big(b)) {
        (Some(a), Some(b)) => big(operator, &a, &b, max_bits),
        _ => Err(Fault::Type),
    }
}

/// An operator on two numbers that are in a database, where integers are small.
pub(crate) fn stored(operator: u32, a: &Value, b: &Value) -> Result<Value, Fault> {
    const BITS: u64 = 1_000;
    binary(operator, a, b, BITS)
}

/// An operator on two small integers; none if the result may not be small.
/// An operator on two small integers, if the result is one as well and nothing is wrong.
#[inline]
pub(crate) fn quick(operator: u32, a: i64, b: i64) -> Option<i64> {
    match operator % op::IN_PLACE {
        op::ADD => a.checked_add(b),
        op::SUBTRACT => a.checked_sub(b),
        operator => small(operator, a, b).ok().flatten(),
    }
}

/// An operator on two floats that cannot go wrong.
#[inline]
pub(crate) fn quick_floats(operator: u32, a: f64, b: f64) -> Option<f64> {
    match operator % op::IN_PLACE {
        op::ADD => Some(a + b),
        op::SUBTRACT => Some(a - b),
        op::MULTIPLY => Some(a * b),
        _ => None,
    }
}

fn small(operator: u32, a: i64, b: i64) -> Result<Option<i64>, Fault> {
    Ok(match operator {
        op::ADD => a.checked_add(b),
        op::SUBTRACT => a.checked_sub(b),
        op::MULTIPLY => a.checked_mul(b),
        op::AND => Some(a & b),
        op::OR => Some(a | b),
        op::XOR => Some(a ^ b),
        op::FLOOR_DIVIDE | op::REMAINDER if b == 0 => {
            return Err(Fault::ZeroDivision(match operator {
                op::REMAINDER => "integer modulo by zero",
                _ => "integer division or modulo by zero",
            }));
        }
        op::FLOOR_DIVIDE => a
            .checked_div(b)
            .map(|quotient| if a % b != 0 && (a < 0) != (b < 0) { quotient - 1 } else { quotient }),
        op::REMAINDER => {
            a.checked_rem(b).map(|rest| if rest != 0 && (rest < 0) != (b < 0) { rest + b } else { rest })
        }
        op::LSHIFT if (0..=62).contains(&b) && a.unsigned_abs().leading_zeros() as i64 > b + 1 => {
            Some(a << b)
        }
        op::RSHIFT if b >= 0 => Some(a >> b.min(63)),
        op::LSHIFT | op::RSHIFT if b < 0 => return Err(Fault::Value("negative shift count")),
        op::POWER if b >= 0 => u32::try_from(b).ok().and_then(|b| a.checked_pow(b)),
        _ => None,
    })
}

fn big(operator: u32, a: &BigInt, b: &BigInt, max_bits: u64) -> Result<Value, Fault> {
    let too_large = Fault::Digits;
    let divisor_is_zero = b.is_zero();
    Ok(Value::int(match operator {
        op::ADD | op::SUBTRACT if a.bits().max(b.bits()) > max_bits => return Err(too_large),
        op::ADD => a + b,
        op::SUBTRACT => a - b,
        op::MULTIPLY if a.bits() + b.bits() > max_bits + 1 => return Err(too_large),
        op::MULTIPLY => a * b,
        op::AND => bitwise(a, b, |a, b| a & b),
        op::OR => bitwise(a, b, |a, b| a | b),
        op::XOR => bitwise(a, b, |a, b| a ^ b),
        op::FLOOR_DIVIDE if divisor_is_zero => {
            return Err(Fault::ZeroDivision("integer division or modulo by zero"));
        }
        op::REMAINDER if divisor_is_zero => return Err(Fault::ZeroDivision("integer modulo by zero")),
        op::FLOOR_DIVIDE => a.div_floor(b),
        op::REMAINDER => a.mod_floor(b),
        op::LSHIFT | op::RSHIFT if b.is_negative() => return Err(Fault::Value("negative shift count")),
        op::LSHIFT => match b.to_u64() {
            _ if a.is_zero() => BigInt::zero(),
            Some(by) if a.bits().saturating_add(by) <= max_bits => a << by,
            _ => return Err(too_large),
        },
        op::RSHIFT => match b.to_u64() {
            Some(by) => a >> by,
            None => BigInt::from(if a.is_negative() { -1 } else { 0 }),
        },
        op::POWER if b.is_negative() => {
            return floats(op::POWER, &Value::int(a.clone()), &Value::int(b.clone()));
        }
        op::POWER => match b.to_u32() {
            _ if a.magnitude() <= &1u8.into() => {
                if b.is_even() { a * a } else { a.clone() }.pow(u32::from(!b.is_zero()))
            }
            Some(by) if (a.bits() - 1).saturating_mul(u64::from(by)) <= max_bits => a.pow(by),
            _ => return Err(too_large),
        },
        _ => return Err(Fault::Type),
    }))
}

fn floats(operator: u32, a: &Value, b: &Value) -> Result<Value, Fault> {
    if operator == op::TRUE_DIVIDE
        && let (Some(a), Some(b)) = (to_big(a), to_big(b))
    {
        return divide(&a, &b);
    }
    let too_large = Fault::Overflow("int too large to convert to float");
    if !is_number(a) || !is_number(b) {
        return Err(Fault::Type);
    }
    let (x, y) = (to_float(a).ok_or(too_large)?, to_float(b).ok_or(too_large)?);
    Ok(Value::Float(match operator {
        op::ADD => x + y,
        op::SUBTRACT => x - y,
        op::MULTIPLY => x * y,
        op::TRUE_DIVIDE if y == 0.0 => return Err(Fault::ZeroDivision("float division by zero")),
        op::TRUE_DIVIDE => x / y,
        op::FLOOR_DIVIDE if y == 0.0 => return Err(Fault::ZeroDivision("float floor division by zero")),
        op::REMAINDER if y == 0.0 => return Err(Fault::ZeroDivision("float modulo by zero")),
        op::FLOOR_DIVIDE => float_divmod(x, y).0,
        op::REMAINDER => float_divmod(x, y).1,
        op::POWER => return power(x, y),
        _ => return Err(Fault::Type),
    }))
}

/// How long an operator on integers takes, in instructions.
pub(crate) fn cost(operator: u32, a: &Value, b: &Value) -> u64 {
    let words = |value: &Value| if let Value::Big(big) = value { big.bits() / 64 + 1 } else { 1 };
    let (a, b) = (words(a), words(b));
    let (short, long) = (a.min(b), a.max(b));
    match operator % op::IN_PLACE {
        // Long numbers are multiplied in less than quadratic time.
        op::MULTIPLY if short < 32 => short.saturating_mul(long) / 16,
        op::MULTIPLY => (short.isqrt() * 6).saturating_mul(long) / 16,
        op::FLOOR_DIVIDE | op::REMAINDER | op::TRUE_DIVIDE => {
            a.saturating_sub(b).saturating_mul(b) / 16 + a / 16
        }
        _ => long / 16,
    }
}

/// Python's `divmod` of floats.
pub(crate) fn float_divmod(x: f64, y: f64) -> (f64, f64) {
    let mut rest = x % y;
    let mut quotient = (x - rest) / y;
    if rest != 0.0 {
        if (y < 0.0) != (rest < 0.0) {
            rest += y;
            quotient -= 1.0;
        }
    } else {
        rest = 0f64.copysign(y);
    }
    let floor = if quotient != 0.0 {
        let floor = quotient.floor();
        if quotient - floor > 0.5 { floor + 1.0 } else { floor }
    } else {
        0f64.copysign(x / y)
    };
    (floor, rest)
}

fn power(x: f64, y: f64) -> Result<Value, Fault> {
    if x == 0.0 && y < 0.0 {
        return Err(Fault::ZeroDivision("0.0 cannot be raised to a negative power"));
    }
    if x < 0.0 && y.is_finite() && y.fract() != 0.0 {
        return Err(Fault::Value("complex numbers are not supported by Interleave"));
    }
    // These digits are the same on every machine, which those of the platform's own `pow` need not be.
    let result = crate::precise::pow(x, y);
    if result.is_infinite() && x.is_finite() && y.is_finite() {
        return Err(Fault::Overflow("(34, 'Numerical result out of range')"));
    }
    Ok(Value::Float(result))
}

/// Two integers combined bit by bit, as if each had endlessly many; `combine` does it for eight. The three operators that
/// num-bigint has for it, each in a way of its own, weigh more than two kilobytes in the page.
pub(crate) fn bitwise(a: &BigInt, b: &BigInt, combine: fn(u8, u8) -> u8) -> BigInt {
    let (a, b) = (a.to_signed_bytes_le(), b.to_signed_bytes_le());
    let beyond = |bytes: &[u8]| if bytes.last().is_some_and(|last| last >> 7 == 1) { u8::MAX } else { 0 };
    let (beyond_a, beyond_b) = (beyond(&a), beyond(&b));
    let byte = |at| combine(*a.get(at).unwrap_or(&beyond_a), *b.get(at).unwrap_or(&beyond_b));
    let combined: Vec<u8> = (0..a.len().max(b.len())).map(byte).collect();
    BigInt::from_signed_bytes_le(&combined)
}

/// True division of integers, correctly rounded.
fn divide(a: &BigInt, b: &BigInt) -> Result<Value, Fault> {
    if b.is_zero() {
        return Err(Fault::ZeroDivision("division by zero"));
    }
    const EXACT: u64 = 53;
    if a.bits() <= EXACT && b.bits() <= EXACT {
        return Ok(Value::Float(a.to_f64().unwrap_or(0.0) / b.to_f64().unwrap_or(1.0)));
    }
    // Enough bits that the quotient's last one can say "and something", then scaled back.
    let shift = 66 + b.bits() as i64 - a.bits() as i64;
    let (quotient, rest) =
        if shift >= 0 { (a.abs() << shift).div_rem(&b.abs()) } else { a.abs().div_rem(&(b.abs() << -shift)) };
    let quotient = if rest.is_zero() { quotient } else { &quotient + u32::from(quotient.is_even()) };
    let magnitude = libm::scalbn(quotient.to_f64().unwrap_or(f64::INFINITY), -shift as i32);
    if magnitude.is_infinite() {
        return Err(Fault::Overflow("integer division result too large for a float"));
    }
    Ok(Value::Float(if a.is_negative() != b.is_negative() { -magnitude } else { magnitude }))
}

/// `-x` and `~x` and `+x`.
pub(crate) fn negative(value: &Value) -> Option<Value> {
    Some(match value {
        Value::Float(f) => Value::Float(-f),
        Value::Int(i) => i.checked_neg().map_or_else(|| Value::int(-BigInt::from(*i)), Value::Int),
        other => Value::int(-to_big(other)?),
    })
}

pub(crate) fn invert(value: &Value) -> Option<Value> {
    Some(match value {
        Value::Int(i) => Value::Int(!i),
        other => Value::int(-to_big(other)? - 1),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bits_are_combined_as_in_endless_two_s_complement() {
        let powers: [BigInt; 6] = [0u32, 7, 8, 63, 64, 200].map(|bits| BigInt::from(1) << bits);
        let near = powers.iter().flat_map(|power| [power - 1, power.clone(), power + 1]);
        let all: Vec<BigInt> = near.flat_map(|number| [-number.clone(), number]).collect();
        for (a, b) in all.iter().flat_map(|a| all.iter().map(move |b| (a, b))) {
            assert_eq!(bitwise(a, b, |a, b| a & b), a & b, "{a} & {b}");
            assert_eq!(bitwise(a, b, |a, b| a | b), a | b, "{a} | {b}");
            assert_eq!(bitwise(a, b, |a, b| a ^ b), a ^ b, "{a} ^ {b}");
        }
    }
}
