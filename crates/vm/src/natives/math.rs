//! `math`, with the same digits on every machine.

use num_bigint::{BigInt, BigUint};
use num_integer::Integer;
use num_traits::{FromPrimitive, Signed, ToPrimitive};

use crate::class;
use crate::machine::Machine;
use crate::native::{Args, NativeDef, NativeResult, Raise};
use crate::natives::help::give;
use crate::natives::int::not_finite;
use crate::numbers;
use crate::object::Object;
use crate::precise;
use crate::value::Value;

/// Declares the natives for functions of one float that may be outside their domain or range.
macro_rules! of_one {
    ($($name:ident = $function:expr;)+) => {
        /// The functions of `math` that take one float.
        pub(crate) static OF_ONE: &[NativeDef] = &[$(NativeDef::function(stringify!($name), $name)),+];

        $(fn $name(machine: &mut Machine, args: Args<'_>) -> NativeResult {
            let rest = args.values;
            machine.check_count(concat!("math.", stringify!($name)), stringify!($name), rest.len(), 1, 1)?;
            if let Some(flow) = by_float(machine, &rest[0], stringify!($name))? {
                return Ok(flow);
            }
            let x = float_arg(machine, &rest[0])?;
            let function: fn(f64) -> f64 = $function;
            checked(machine, function(x), x.is_nan(), x.is_infinite(), stringify!($name))
        })+
    };
}

of_one! {
    acos = precise::acos;
    acosh = libm::acosh;
    asin = precise::asin;
    asinh = libm::asinh;
    atan = precise::atan;
    atanh = |x| if x.abs() == 1.0 { f64::INFINITY } else { libm::atanh(x) };
    cbrt = libm::cbrt;
    cos = precise::cos;
    cosh = libm::cosh;
    degrees = |x| x * (180.0 / std::f64::consts::PI);
    erf = libm::erf;
    erfc = libm::erfc;
    exp = precise::exp;
    exp2 = libm::exp2;
    expm1 = libm::expm1;
    fabs = f64::abs;
    gamma = |x| if x <= 0.0 && x.fract() == 0.0 && x != 0.0 { f64::NAN } else { libm::tgamma(x) };
    lgamma = libm::lgamma;
    log1p = libm::log1p;
    radians = |x| x * (std::f64::consts::PI / 180.0);
    sin = precise::sin;
    sinh = libm::sinh;
    sqrt = f64::sqrt;
    tan = precise::tan;
    tanh = libm::tanh;
    ulp = |x| if x.is_nan() { x } else if x.is_infinite() { x.abs() } else { x.abs().next_up() - x.abs() };
}

/// The other functions of `math` that are written here.
pub(crate) static FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("atan2", |machine, args| of_two(machine, args, "atan2", precise::atan2)),
    NativeDef::function("copysign", |machine, args| of_two(machine, args, "copysign", f64::copysign)),
    NativeDef::function("fmod", |machine, args| of_two(machine, args, "fmod", |x, y| x % y)),
    NativeDef::function("remainder", |machine, args| of_two(machine, args, "remainder", libm::remainder)),
    NativeDef::function("nextafter", |machine, args| of_two(machine, args, "nextafter", libm::nextafter)),
    NativeDef::function("pow", |machine, args| of_two(machine, args, "pow", precise::pow)),
    NativeDef::function("_hypot", |machine, args| of_two(machine, args, "hypot", libm::hypot)),
    NativeDef::function("log", log),
    NativeDef::function("log2", |machine, args| log_of(machine, args, "log2", precise::log2)),
    NativeDef::function("log10", |machine, args| log_of(machine, args, "log10", precise::log10)),
    NativeDef::function("floor", |machine, args| whole(machine, args, "floor", f64::floor)),
    NativeDef::function("ceil", |machine, args| whole(machine, args, "ceil", f64::ceil)),
    NativeDef::function("trunc", |machine, args| whole(machine, args, "trunc", f64::trunc)),
    NativeDef::function("isfinite", |machine, args| test(machine, args, "isfinite", f64::is_finite)),
    NativeDef::function("isinf", |machine, args| test(machine, args, "isinf", f64::is_infinite)),
    NativeDef::function("isnan", |machine, args| test(machine, args, "isnan", f64::is_nan)),
    NativeDef::function("ldexp", ldexp),
    NativeDef::function("frexp", frexp),
    NativeDef::function("modf", modf),
    NativeDef::function("gcd", |machine, args| fold(machine, args, "gcd", |a, b| a.gcd(b))),
    NativeDef::function("lcm", |machine, args| fold(machine, args, "lcm", |a, b| a.lcm(b))),
    NativeDef::function("isqrt", isqrt),
    NativeDef::function("factorial", factorial),
];

/// An object that says of itself what float it is, is asked in Python.
fn by_float(
    machine: &mut Machine,
    value: &Value,
    function: &str,
) -> Result<Option<crate::native::Flow>, Raise> {
    if matches!(machine.as_object(value), Some(Object::Instance(_)))
        && machine.in_python(value, &"__float__".into())
    {
        let function = Value::Native(crate::native::Native(find(function)));
        return machine.ask_python("__with_float__", vec![function, value.clone()]).map(Some);
    }
    Ok(None)
}

fn find(name: &str) -> &'static NativeDef {
    OF_ONE.iter().chain(FUNCTIONS).find(|native| native.name == name).unwrap_or(&OF_ONE[0])
}

fn float_arg(machine: &mut Machine, value: &Value) -> Result<f64, Raise> {
    let base = machine.base_of(value);
    match numbers::to_float(&base) {
        Some(float) => Ok(float),
        None if numbers::is_number(&base) => {
            Err(machine.raise(class::OVERFLOW_ERROR, "int too large to convert to float"))
        }
        None => {
            let given = machine.class_name(value);
            Err(machine.type_error(format!("must be real number, not {given}")))
        }
    }
}

/// A result, unless the arguments were outside of what the function is defined for.
fn checked(machine: &mut Machine, result: f64, nan: bool, infinite: bool, name: &str) -> NativeResult {
    if (result.is_nan() && !nan) || (result.is_infinite() && !nan && !infinite && is_pole(name)) {
        return Err(machine.value_error("math domain error"));
    }
    if result.is_infinite() && !nan && !infinite {
        return Err(machine.raise(class::OVERFLOW_ERROR, "math range error"));
    }
    give(result)
}

/// Whether a function is infinite only where it is not defined, and not because the result is too large.
fn is_pole(name: &str) -> bool {
    matches!(name, "atanh" | "log1p" | "gamma" | "lgamma")
}

fn of_two(machine: &mut Machine, args: Args<'_>, name: &str, f: fn(f64, f64) -> f64) -> NativeResult {
    let rest = machine.function_args(args, name, 2, 2)?;
    let (x, y) = (float_arg(machine, &rest[0])?, float_arg(machine, &rest[1])?);
    if name == "pow" && x == 0.0 && y < 0.0 && y.is_finite() {
        return Err(machine.value_error("math domain error"));
    }
    if name == "nextafter" {
        return give(f(x, y));
    }
    checked(machine, f(x, y), x.is_nan() || y.is_nan(), x.is_infinite() || y.is_infinite(), name)
}

/// A logarithm, of an integer of any size too.
fn logarithm(machine: &mut Machine, value: &Value, f: fn(f64) -> f64) -> Result<f64, Raise> {
    let base = machine.base_of(value);
    if let Value::Big(big) = &base
        && big.is_positive()
        && numbers::to_float(&base).is_none()
    {
        let shift = big.bits() - 64;
        let high = (&**big >> shift).to_f64().unwrap_or(1.0);
        return Ok(f(high) + f(2.0) * shift as f64);
    }
    let x = if matches!(base, Value::Big(_)) && numbers::to_float(&base).is_none() {
        -1.0
    } else {
        float_arg(machine, value)?
    };
    if x <= 0.0 {
        return Err(machine.value_error("math domain error"));
    }
    Ok(f(x))
}

fn log(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let rest = machine.function_args(args, "log", 1, 2)?;
    let log = logarithm(machine, &rest[0], precise::log)?;
    let Some(base) = rest.get(1) else { return give(log) };
    match logarithm(machine, base, precise::log)? {
        0.0 => Err(machine.raise(class::ZERO_DIVISION_ERROR, "division by zero")),
        base => give(log / base),
    }
}

fn log_of(machine: &mut Machine, args: Args<'_>, name: &str, f: fn(f64) -> f64) -> NativeResult {
    let rest = machine.function_args(args, name, 1, 1)?;
    give(logarithm(machine, &rest[0], f)?)
}

fn whole(machine: &mut Machine, args: Args<'_>, name: &str, f: fn(f64) -> f64) -> NativeResult {
    let rest = machine.function_args(args, name, 1, 1)?;
    let special = format!("__{name}__");
    if matches!(machine.as_object(&rest[0]), Some(Object::Instance(_)))
        && machine.in_python(&rest[0], &special.as_str().into())
    {
        return machine.ask_python("__call_method__", vec![rest[0].clone(), Value::str(special)]);
    }
    match machine.base_of(&rest[0]) {
        Value::Float(float) => match BigInt::from_f64(f(float)) {
            Some(whole) => give(Value::int(whole)),
            None => Err(not_finite(machine, float)),
        },
        value => match numbers::to_big(&value) {
            Some(whole) => give(Value::int(whole)),
            None => {
                let given = machine.class_name(&rest[0]);
                Err(machine.type_error(match name {
                    "trunc" => format!("type {given} doesn't define __trunc__ method"),
                    _ => format!("must be real number, not {given}"),
                }))
            }
        },
    }
}

fn test(machine: &mut Machine, args: Args<'_>, name: &str, f: fn(f64) -> bool) -> NativeResult {
    let rest = machine.function_args(args, name, 1, 1)?;
    give(f(float_arg(machine, &rest[0])?))
}

fn ldexp(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let rest = machine.function_args(args, "ldexp", 2, 2)?;
    let (x, exponent) = (float_arg(machine, &rest[0])?, machine.index_of(&rest[1])?);
    let result = libm::ldexp(x, exponent.clamp(-5_000, 5_000) as i32);
    checked(machine, result, x.is_nan(), x.is_infinite(), "ldexp")
}

fn frexp(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let rest = machine.function_args(args, "frexp", 1, 1)?;
    let x = float_arg(machine, &rest[0])?;
    let (mantissa, exponent) = if x.is_finite() { libm::frexp(x) } else { (x, 0) };
    give(machine.new_tuple(vec![Value::Float(mantissa), Value::Int(exponent.into())]))
}

fn modf(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let rest = machine.function_args(args, "modf", 1, 1)?;
    let x = float_arg(machine, &rest[0])?;
    let fraction = if x.is_infinite() { 0f64.copysign(x) } else { x.fract().copysign(x) };
    give(machine.new_tuple(vec![Value::Float(fraction), Value::Float(x.trunc())]))
}

fn integer(machine: &mut Machine, value: &Value) -> Result<BigInt, Raise> {
    let base = machine.base_of(value);
    match numbers::to_big(&base) {
        Some(integer) => Ok(integer),
        None => {
            let given = machine.class_name(value);
            Err(machine.type_error(format!("'{given}' object cannot be interpreted as an integer")))
        }
    }
}

fn fold(
    machine: &mut Machine,
    args: Args<'_>,
    name: &str,
    f: fn(&BigInt, &BigInt) -> BigInt,
) -> NativeResult {
    let rest = machine.function_args(args, name, 0, usize::MAX)?;
    let mut result = BigInt::from(u8::from(name == "lcm"));
    for value in rest {
        result = f(&result, &integer(machine, value)?);
        machine.check_size(result.bits() as usize)?;
    }
    give(Value::int(result.abs()))
}

fn isqrt(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let rest = machine.function_args(args, "isqrt", 1, 1)?;
    let integer = integer(machine, &rest[0])?;
    if integer.is_negative() {
        return Err(machine.value_error("isqrt() argument must be nonnegative"));
    }
    give(Value::int(integer.sqrt()))
}

/// The largest number whose factorial is computed.
const LARGEST_FACTORIAL: i64 = 100_000;

fn factorial(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let rest = machine.function_args(args, "factorial", 1, 1)?;
    match integer(machine, &rest[0])?.to_i64() {
        Some(..0) => Err(machine.value_error("factorial() not defined for negative values")),
        Some(n @ 0..=LARGEST_FACTORIAL) => give(Value::int(product(1, n as u64).into())),
        _ => {
            let message = "integer too large for Interleave: factorial() takes at most 100000";
            Err(machine.raise(class::OVERFLOW_ERROR, message))
        }
    }
}

/// The product of the numbers from one to another, halved so that the factors are of a size.
fn product(from: u64, to: u64) -> BigUint {
    match to.saturating_sub(from) {
        _ if from > to => 1u8.into(),
        ..8 => (from..=to).map(BigUint::from).product(),
        span => product(from, from + span / 2) * product(from + span / 2 + 1, to),
    }
}
