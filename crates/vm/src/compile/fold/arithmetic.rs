//! Operators on constants, with CPython's results and its limits on the size of what is folded.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, ToPrimitive, Zero};
use ruff_python_ast::{Operator, UnaryOp};

use crate::code::Const;
use crate::numbers::bitwise;

/// The most bits of an integer that folding makes.
const MAX_INT_BITS: u64 = 128;
/// The most elements of a tuple that folding repeats.
const MAX_COLLECTION: usize = 256;
/// The longest text that folding repeats.
const MAX_TEXT: usize = 4096;
/// The most elements, nested ones included, that folding makes.
const MAX_ITEMS: i64 = 1024;

pub(super) fn int(value: BigInt) -> Const {
    match value.to_i64() {
        Some(small) => Const::Int(small),
        None => Const::BigInt(value),
    }
}

fn as_int(value: &Const) -> Option<BigInt> {
    match value {
        Const::Bool(value) => Some(BigInt::from(u8::from(*value))),
        Const::Int(value) => Some(BigInt::from(*value)),
        Const::BigInt(value) => Some(value.clone()),
        _ => None,
    }
}

/// A number as a float, when a float holds its size.
pub(super) fn as_float(value: &Const) -> Option<f64> {
    match value {
        Const::Float(value) => Some(*value),
        _ => as_int(value)?.to_f64().filter(|float| float.is_finite()),
    }
}

pub(super) fn unary(op: UnaryOp, operand: &Const) -> Option<Const> {
    match (op, operand) {
        (UnaryOp::Not, _) => Some(Const::Bool(!super::is_true(operand))),
        (UnaryOp::USub, Const::Float(value)) => Some(Const::Float(-value)),
        (UnaryOp::UAdd, Const::Float(value)) => Some(Const::Float(*value)),
        (UnaryOp::UAdd, Const::Imaginary(value)) => Some(Const::Imaginary(*value)),
        (UnaryOp::USub, _) => as_int(operand).map(|value| int(-value)),
        (UnaryOp::UAdd, _) => as_int(operand).map(int),
        (UnaryOp::Invert, _) => as_int(operand).map(|value| int(-value - 1)),
    }
}

pub(super) fn binary(op: Operator, left: &Const, right: &Const) -> Option<Const> {
    if let (Some(l), Some(r)) = (as_int(left), as_int(right)) {
        if let (Const::Bool(l), Const::Bool(r)) = (left, right) {
            match op {
                Operator::BitAnd => return Some(Const::Bool(l & r)),
                Operator::BitOr => return Some(Const::Bool(l | r)),
                Operator::BitXor => return Some(Const::Bool(l ^ r)),
                _ => {}
            }
        }
        return integers(op, &l, &r);
    }
    match (op, left, right) {
        (Operator::Add, Const::Str(l), Const::Str(r)) => Some(Const::Str(format!("{l}{r}").into())),
        (Operator::Add, Const::Bytes(l), Const::Bytes(r)) => Some(Const::Bytes([&**l, &**r].concat().into())),
        (Operator::Add, Const::Tuple(l), Const::Tuple(r)) => Some(Const::Tuple([&**l, &**r].concat().into())),
        (Operator::Mult, sequence, count) if as_int(count).is_some() => repeat(sequence, &as_int(count)?),
        (Operator::Mult, count, sequence) if as_int(count).is_some() => repeat(sequence, &as_int(count)?),
        _ => None,
    }
    .or_else(|| floats(op, as_float(left)?, as_float(right)?))
}

fn integers(op: Operator, left: &BigInt, right: &BigInt) -> Option<Const> {
    let value = match op {
        Operator::Add => left + right,
        Operator::Sub => left - right,
        Operator::Mult => {
            if !left.is_zero() && !right.is_zero() && left.bits() + right.bits() > MAX_INT_BITS {
                return None;
            }
            left * right
        }
        Operator::Div => return true_division(left, right),
        Operator::FloorDiv if !right.is_zero() => left.div_floor(right),
        Operator::Mod if !right.is_zero() => left.mod_floor(right),
        Operator::Pow => return power(left, right),
        Operator::LShift => {
            let shift = right.to_u64()?;
            if !left.is_zero() && (shift > MAX_INT_BITS || left.bits() > MAX_INT_BITS - shift) {
                return None;
            }
            if left.is_zero() { BigInt::zero() } else { left << shift }
        }
        Operator::RShift => left >> right.to_u64()?,
        Operator::BitAnd => bitwise(left, right, |left, right| left & right),
        Operator::BitOr => bitwise(left, right, |left, right| left | right),
        Operator::BitXor => bitwise(left, right, |left, right| left ^ right),
        _ => return None,
    };
    Some(int(value))
}

/// Division is folded where both numbers are floats without loss, which makes its rounding CPython's.
fn true_division(left: &BigInt, right: &BigInt) -> Option<Const> {
    let exact = |value: &BigInt| (value.bits() <= 53).then(|| value.to_f64()).flatten();
    let (left, right) = (exact(left)?, exact(right)?);
    (right != 0.0).then(|| Const::Float(left / right))
}

fn power(base: &BigInt, exponent: &BigInt) -> Option<Const> {
    if exponent.is_negative() {
        return floats(Operator::Pow, base.to_f64()?, exponent.to_f64()?);
    }
    let exponent = exponent.to_u64()?;
    if !base.is_zero() && exponent > 0 && base.bits() > MAX_INT_BITS / exponent {
        return None;
    }
    match (base.is_zero(), exponent) {
        (_, 0) => Some(Const::Int(1)),
        (true, _) => Some(Const::Int(0)),
        _ => Some(int(base.pow(u32::try_from(exponent).ok()?))),
    }
}

fn repeat(sequence: &Const, count: &BigInt) -> Option<Const> {
    let length = match sequence {
        Const::Str(text) => text.chars().count(),
        Const::Bytes(bytes) => bytes.len(),
        Const::Tuple(items) => items.len(),
        _ => return None,
    };
    let most = if matches!(sequence, Const::Tuple(_)) { MAX_COLLECTION } else { MAX_TEXT };
    let count = count.to_i64()?;
    if length > 0 && (count < 0 || count as u64 > (most / length) as u64) {
        return None;
    }
    let times = if length == 0 { 0 } else { count as usize };
    Some(match sequence {
        Const::Str(text) => Const::Str(text.repeat(times).into()),
        Const::Bytes(bytes) => Const::Bytes(bytes.repeat(times).into()),
        Const::Tuple(items) => {
            if times > 0 && weight(items, MAX_ITEMS / times as i64) < 0 {
                return None;
            }
            Const::Tuple(std::iter::repeat_n(items, times).flat_map(|items| items.iter().cloned()).collect())
        }
        _ => return None,
    })
}

/// What is left of a limit after counting the elements of a tuple and of the tuples in it.
fn weight(items: &[Const], limit: i64) -> i64 {
    items.iter().fold(limit - items.len() as i64, |limit, item| match item {
        Const::Tuple(items) if limit >= 0 => weight(items, limit),
        _ => limit,
    })
}

fn floats(op: Operator, left: f64, right: f64) -> Option<Const> {
    let value = match op {
        Operator::Add => left + right,
        Operator::Sub => left - right,
        Operator::Mult => left * right,
        Operator::Div if right != 0.0 => left / right,
        Operator::FloorDiv if right != 0.0 => floor_division(left, right),
        Operator::Mod if right != 0.0 => modulo(left, right),
        Operator::Pow => return float_power(left, right),
        _ => return None,
    };
    Some(Const::Float(value))
}

fn modulo(left: f64, right: f64) -> f64 {
    let rest = left % right;
    if rest == 0.0 {
        0.0_f64.copysign(right)
    } else if (rest < 0.0) != (right < 0.0) {
        rest + right
    } else {
        rest
    }
}

fn floor_division(left: f64, right: f64) -> f64 {
    let quotient = (left - modulo(left, right)) / right;
    if quotient == 0.0 {
        return 0.0_f64.copysign(left / right);
    }
    let floor = quotient.floor();
    if quotient - floor > 0.5 { floor + 1.0 } else { floor }
}

fn float_power(base: f64, exponent: f64) -> Option<Const> {
    let is_error = base == 0.0 && exponent < 0.0;
    let is_complex = base < 0.0 && exponent.is_finite() && exponent.fract() != 0.0;
    if is_error || is_complex {
        return None;
    }
    let value = libm::pow(base, exponent);
    let has_overflowed = value.is_infinite() && base.is_finite() && exponent.is_finite();
    (!has_overflowed).then_some(Const::Float(value))
}
