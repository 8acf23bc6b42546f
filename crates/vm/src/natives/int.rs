//! `int` and `bool`.

use num_bigint::{BigInt, Sign};
use num_traits::{FromPrimitive, Signed, ToPrimitive};

use crate::class;
use crate::machine::Machine;
use crate::native::{Args, Flow, NativeDef, NativeResult, Raise};
use crate::natives::help::give;
use crate::natives::numerals::{NotAnInteger, parse_int};
use crate::natives::repr;
use crate::numbers;
use crate::object::Object;
use crate::value::Value;

/// The methods of `int`.
pub(crate) static METHODS: &[NativeDef] = &[
    NativeDef::function("__new__", new),
    NativeDef::getter("real", itself),
    NativeDef::getter("numerator", itself),
    NativeDef::getter("imag", |_, _| give(0i64)),
    NativeDef::getter("denominator", |_, _| give(1i64)),
    NativeDef::method("__index__", itself),
    NativeDef::method("__int__", itself),
    NativeDef::method("bit_length", bit_length),
    NativeDef::method("bit_count", bit_count),
    NativeDef::method("as_integer_ratio", as_integer_ratio),
    NativeDef::method("conjugate", conjugate),
    NativeDef::method("is_integer", is_integer),
    NativeDef::method("to_bytes", to_bytes),
    NativeDef::method("from_bytes", from_bytes).on_class(),
    NativeDef::getter("real", conjugate),
    NativeDef::getter("imag", zero),
    NativeDef::getter("numerator", conjugate),
    NativeDef::getter("denominator", one),
];

/// The methods of `bool` alone.
pub(crate) static BOOL: &[NativeDef] = &[NativeDef::function("__new__", new_bool)];

/// What is said of a float that is no number when a whole one is asked for.
pub(crate) fn not_finite(machine: &mut Machine, float: f64) -> Raise {
    if float.is_nan() {
        return machine.value_error("cannot convert float NaN to integer");
    }
    machine.raise(class::OVERFLOW_ERROR, "cannot convert float infinity to integer")
}

fn itself(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    give(numbers::to_small(&args.values[0]).map_or_else(|| machine.base_of(&args.values[0]), Value::Int))
}

fn new(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    if let Some((name, _)) = args.keywords.iter().find(|(name, _)| name.as_str() != "base") {
        return Err(machine.type_error(format!("int() got an unexpected keyword argument '{name}'")));
    }
    let (class, rest) = machine.new_args(Args::positional(args.values), "int", 2)?;
    let base = rest.get(1).or_else(|| args.keyword("base"));
    let Some(value) = rest.first() else {
        if base.is_some() {
            return Err(machine.type_error("int() missing string argument"));
        }
        return give(machine.wrap(class, class::INT, Value::Int(0)));
    };
    if let Some(Object::Instance(_)) = machine.as_object(value) {
        for name in ["__int__", "__index__"] {
            if machine.in_python(value, &name.into()) {
                return machine
                    .ask_python("__int_of__", vec![class.clone(), value.clone(), Value::str(name)]);
            }
        }
    }
    let value = convert(machine, &machine.base_of(value), value, base)?;
    give(machine.wrap(class, class::INT, value))
}

fn convert(
    machine: &mut Machine,
    value: &Value,
    shown: &Value,
    base: Option<&Value>,
) -> Result<Value, Raise> {
    let text = match value {
        Value::Str(text) => text.to_string(),
        Value::Bytes(bytes) => bytes.iter().map(|&b| char::from(b)).collect(),
        _ if base.is_some() => {
            return Err(machine.type_error("int() can't convert non-string with explicit base"));
        }
        Value::Int(_) | Value::Big(_) => return Ok(value.clone()),
        Value::Bool(b) => return Ok(Value::Int(i64::from(*b))),
        Value::Float(float) => {
            return match BigInt::from_f64(float.trunc()) {
                Some(whole) => Ok(Value::int(whole)),
                None => Err(not_finite(machine, *float)),
            };
        }
        _ => {
            let given = machine.class_name(shown);
            return Err(machine.type_error(format!(
                "int() argument must be a string, a bytes-like object or a real number, not '{given}'"
            )));
        }
    };
    let base = match base {
        Some(base) => machine.index_of(base)?,
        None => 10,
    };
    let Some(base) = u32::try_from(base).ok().filter(|base| *base == 0 || (2..=36).contains(base)) else {
        return Err(machine.value_error("int() base must be >= 2 and <= 36, or 0"));
    };
    match parse_int(&text, base) {
        Ok(value) => Ok(Value::int(value)),
        Err(NotAnInteger::Literal) => {
            let shown = repr::repr(machine, value).unwrap_or_default();
            Err(machine.value_error(format!("invalid literal for int() with base {base}: {shown}")))
        }
        Err(NotAnInteger::TooLong(digits)) => Err(machine.value_error(format!(
            "Exceeds the limit (4300 digits) for integer string conversion: value has {digits} digits; use \
             sys.set_int_max_str_digits() to increase the limit"
        ))),
    }
}

fn new_bool(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let (_, rest) = machine.new_args(args, "bool", 1)?;
    let Some(value) = rest.first() else { return give(false) };
    match machine.truth_of(value) {
        Some(truth) => give(truth),
        None => machine.ask_python("__truth_of__", vec![value.clone()]),
    }
}

fn this(machine: &mut Machine, args: Args<'_>, name: &str) -> Result<BigInt, Raise> {
    let (this, _) = machine.method_args(args, "int", name, 0, 0)?;
    match numbers::to_big(&this) {
        Some(value) => Ok(value),
        None => Err(machine.wrong_self("int", name, &this)),
    }
}

fn bit_length(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let bits = this(machine, args, "bit_length")?.bits();
    give(bits as i64)
}

fn bit_count(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let value = this(machine, args, "bit_count")?;
    give(value.magnitude().count_ones() as i64)
}

fn as_integer_ratio(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let value = this(machine, args, "as_integer_ratio")?;
    give(machine.new_tuple(vec![Value::int(value), Value::Int(1)]))
}

fn conjugate(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    give(Value::int(this(machine, args, "conjugate")?))
}

fn zero(_: &mut Machine, _: Args<'_>) -> NativeResult {
    give(0i64)
}

fn one(_: &mut Machine, _: Args<'_>) -> NativeResult {
    give(1i64)
}

fn is_integer(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    this(machine, args, "is_integer")?;
    give(true)
}

fn byte_order(machine: &mut Machine, order: Option<&Value>) -> Result<bool, Raise> {
    match order.and_then(|order| machine.text_of(order)).as_deref() {
        None | Some("big") => Ok(true),
        Some("little") => Ok(false),
        Some(_) => Err(machine.value_error("byteorder must be either 'little' or 'big'")),
    }
}

fn to_bytes(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let value = this(machine, Args::positional(&args.values[..args.values.len().min(1)]), "to_bytes")?;
    let [length, order, signed] =
        machine.named_args(args, "to_bytes", 1, ["length", "byteorder", "signed"])?;
    let length = match length {
        Some(length) => machine.index_of(length)?,
        None => 1,
    };
    let Ok(length) = usize::try_from(length) else {
        return Err(machine.value_error("length argument must be non-negative"));
    };
    machine.check_size(length)?;
    let big = byte_order(machine, order)?;
    let signed = signed.is_some_and(|signed| machine.truth_of(signed).unwrap_or(true));
    if value.is_negative() && !signed {
        return Err(machine.raise(class::OVERFLOW_ERROR, "can't convert negative int to unsigned"));
    }
    let mut bytes = if signed { value.to_signed_bytes_le() } else { value.to_bytes_le().1 };
    if value.sign() == Sign::NoSign {
        bytes.clear();
    }
    if bytes.len() > length {
        return Err(machine.raise(class::OVERFLOW_ERROR, "int too big to convert"));
    }
    bytes.resize(length, if value.is_negative() { 0xff } else { 0 });
    if big {
        bytes.reverse();
    }
    Ok(Flow::Value(Value::Bytes(bytes.into())))
}

fn from_bytes(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let [bytes, order, signed] =
        machine.named_args(args, "from_bytes", 1, ["bytes", "byteorder", "signed"])?;
    let big = byte_order(machine, order)?;
    let signed = signed.is_some_and(|signed| machine.truth_of(signed).unwrap_or(true));
    let Some(bytes) = bytes else {
        return Err(machine.type_error("from_bytes() missing required argument 'bytes' (pos 1)"));
    };
    let bytes: Vec<u8> = match machine.base_of(bytes) {
        Value::Bytes(bytes) => bytes.to_vec(),
        other => {
            let items = machine.native_items(&other).unwrap_or_default();
            items.iter().filter_map(|i| numbers::to_small(i)?.to_u8()).collect()
        }
    };
    let value = match (big, signed) {
        (true, true) => BigInt::from_signed_bytes_be(&bytes),
        (true, false) => BigInt::from_bytes_be(Sign::Plus, &bytes),
        (false, true) => BigInt::from_signed_bytes_le(&bytes),
        (false, false) => BigInt::from_bytes_le(Sign::Plus, &bytes),
    };
    let class = args.values.first().cloned().unwrap_or(Value::None);
    let value = machine.wrap(&class, class::INT, Value::int(value));
    give(value)
}
