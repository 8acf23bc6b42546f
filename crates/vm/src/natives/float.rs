//! `float`.

use num_bigint::BigInt;
use num_traits::FromPrimitive;

use crate::class;
use crate::machine::Machine;
use crate::native::{Args, NativeDef, NativeResult, Raise};
use crate::natives::help::give;
use crate::natives::int::not_finite;
use crate::natives::numerals::parse_float;
use crate::natives::repr;
use crate::numbers;
use crate::object::Object;
use crate::value::Value;

/// The methods of `float`.
pub(crate) static METHODS: &[NativeDef] = &[
    NativeDef::function("__new__", new),
    NativeDef::method("is_integer", is_integer),
    NativeDef::method("as_integer_ratio", as_integer_ratio),
    NativeDef::method("conjugate", conjugate),
    NativeDef::method("hex", hex),
    NativeDef::getter("real", conjugate),
    NativeDef::getter("imag", zero),
];

fn new(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let (class, rest) = machine.new_args(args, "float", 1)?;
    let Some(value) = rest.first() else { return give(machine.wrap(class, class::FLOAT, Value::Float(0.0))) };
    if let Some(Object::Instance(_)) = machine.as_object(value) {
        for name in ["__float__", "__index__"] {
            if machine.in_python(value, &name.into()) {
                return machine
                    .ask_python("__float_of__", vec![class.clone(), value.clone(), Value::str(name)]);
            }
        }
    }
    let base = machine.base_of(value);
    let float = match &base {
        Value::Str(text) => parse_float(text),
        Value::Bytes(bytes) => std::str::from_utf8(bytes).ok().and_then(parse_float),
        other => match numbers::to_float(other) {
            Some(float) => Some(float),
            None if numbers::is_number(other) => {
                return Err(machine.raise(class::OVERFLOW_ERROR, "int too large to convert to float"));
            }
            None => {
                let given = machine.class_name(value);
                return Err(machine.type_error(format!(
                    "float() argument must be a string or a real number, not '{given}'"
                )));
            }
        },
    };
    match float {
        Some(float) => give(machine.wrap(class, class::FLOAT, Value::Float(float))),
        None => {
            let shown = repr::repr(machine, &base).unwrap_or_default();
            Err(machine.value_error(format!("could not convert string to float: {shown}")))
        }
    }
}

fn this(machine: &mut Machine, args: Args<'_>, name: &str) -> Result<f64, Raise> {
    let (this, _) = machine.method_args(args, "float", name, 0, 0)?;
    match this {
        Value::Float(float) => Ok(float),
        other => Err(machine.wrong_self("float", name, &other)),
    }
}

fn is_integer(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let float = this(machine, args, "is_integer")?;
    give(float.is_finite() && float.fract() == 0.0)
}

fn zero(_: &mut Machine, _: Args<'_>) -> NativeResult {
    give(0.0)
}

fn conjugate(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    give(this(machine, args, "conjugate")?)
}

fn as_integer_ratio(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let float = this(machine, args, "as_integer_ratio")?;
    if float.is_nan() {
        return Err(machine.value_error("cannot convert NaN to integer ratio"));
    }
    if float.is_infinite() {
        return Err(machine.raise(class::OVERFLOW_ERROR, "cannot convert Infinity to integer ratio"));
    }
    // Doubling is exact, and at most 1,074 times brings a float to a whole number.
    let (mut whole, mut shift) = (float, 0usize);
    while whole.fract() != 0.0 {
        whole *= 2.0;
        shift += 1;
    }
    let Some(numerator) = BigInt::from_f64(whole) else { return Err(not_finite(machine, float)) };
    let denominator = BigInt::from(1) << shift;
    give(machine.new_tuple(vec![Value::int(numerator), Value::int(denominator)]))
}

fn hex(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let float = this(machine, args, "hex")?;
    let sign = if float.is_sign_negative() { "-" } else { "" };
    if !float.is_finite() {
        return give(repr::repr(machine, &Value::Float(float)).unwrap_or_default());
    }
    let bits = float.to_bits();
    let mantissa = bits & ((1 << 52) - 1);
    let exponent = (bits >> 52 & 0x7ff) as i64;
    give(match (exponent, mantissa) {
        (0, 0) => format!("{sign}0x0.0p+0"),
        (0, _) => format!("{sign}0x0.{mantissa:013x}p-1022"),
        _ => format!("{sign}0x1.{mantissa:013x}p{:+}", exponent - 1023),
    })
}
