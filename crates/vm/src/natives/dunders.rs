//! The special methods of the built-in classes, for those who ask for them by name: a subclass that calls
//! `super().__getitem__(key)`, or a program that looks whether there is an `__iter__`.
//!
//! Operators and built-in functions on built-in values do not come by here.

use crate::effect::Key;
use crate::machine::Machine;
use crate::native::{Args, NativeDef, NativeResult};
use crate::natives::{functions, help::give, iterators, repr, template};
use crate::object::Object;
use crate::value::Value;

macro_rules! in_python {
    ($($name:ident, $method:literal, $python:literal, $count:literal);+ $(;)?) => {$(
        fn $name(machine: &mut Machine, args: Args<'_>) -> NativeResult {
            let class = args.get(0).map_or("object".into(), |this| machine.class_name(this));
            let (this, rest) = machine.method_args(args, &class, $method, $count, $count)?;
            let mut values = vec![this];
            values.extend_from_slice(rest);
            machine.ask_python($python, values)
        }
    )+};
}

in_python! {
    setitem, "__setitem__", "__op_setitem__", 2;
    delitem, "__delitem__", "__op_delitem__", 1;
    contains, "__contains__", "__op_contains__", 1;
    eq, "__eq__", "__op_eq__", 1;
    ne, "__ne__", "__op_ne__", 1;
    lt, "__lt__", "__op_lt__", 1;
    le, "__le__", "__op_le__", 1;
    gt, "__gt__", "__op_gt__", 1;
    ge, "__ge__", "__op_ge__", 1;
    add, "__add__", "__op_add__", 1;
    sub, "__sub__", "__op_sub__", 1;
    mul, "__mul__", "__op_mul__", 1;
    truediv, "__truediv__", "__op_truediv__", 1;
    floordiv, "__floordiv__", "__op_floordiv__", 1;
    modulo, "__mod__", "__op_mod__", 1;
    pow, "__pow__", "__op_pow__", 1;
    and, "__and__", "__op_and__", 1;
    or, "__or__", "__op_or__", 1;
    xor, "__xor__", "__op_xor__", 1;
    neg, "__neg__", "__op_neg__", 0;
}

/// What all built-in values have.
pub(crate) static VALUE: &[NativeDef] = &[
    NativeDef::method("__repr__", show),
    NativeDef::method("__str__", text),
    NativeDef::method("__format__", format),
    NativeDef::method("__hash__", hash),
    NativeDef::method("__eq__", eq),
    NativeDef::method("__ne__", ne),
];

/// What has an order has besides.
pub(crate) static ORDERED: &[NativeDef] = &[
    NativeDef::method("__lt__", lt),
    NativeDef::method("__le__", le),
    NativeDef::method("__gt__", gt),
    NativeDef::method("__ge__", ge),
];

/// What holds others has besides.
pub(crate) static CONTAINER: &[NativeDef] = &[
    NativeDef::method("__len__", len),
    NativeDef::method("__iter__", iter),
    NativeDef::method("__contains__", contains),
];

/// What has items has besides.
pub(crate) static SEQUENCE: &[NativeDef] = &[NativeDef::method("__getitem__", getitem)];

/// What can be added to and repeated has besides.
pub(crate) static JOINED: &[NativeDef] =
    &[NativeDef::method("__add__", add), NativeDef::method("__mul__", mul)];

/// What items can be put into has besides.
pub(crate) static MUTABLE: &[NativeDef] =
    &[NativeDef::method("__setitem__", setitem), NativeDef::method("__delitem__", delitem)];

/// What can be turned round has besides.
pub(crate) static REVERSIBLE: &[NativeDef] = &[NativeDef::method("__reversed__", reversed)];

/// What numbers have besides.
pub(crate) static NUMBER: &[NativeDef] = &[
    NativeDef::method("__add__", add),
    NativeDef::method("__sub__", sub),
    NativeDef::method("__mul__", mul),
    NativeDef::method("__truediv__", truediv),
    NativeDef::method("__floordiv__", floordiv),
    NativeDef::method("__mod__", modulo),
    NativeDef::method("__pow__", pow),
    NativeDef::method("__neg__", neg),
    NativeDef::method("__bool__", truth),
];

/// What text has besides.
pub(crate) static FORMATTED: &[NativeDef] = &[NativeDef::method("__mod__", modulo)];

/// What integers, sets and the like have besides.
pub(crate) static ALGEBRA: &[NativeDef] = &[
    NativeDef::method("__and__", and),
    NativeDef::method("__or__", or),
    NativeDef::method("__xor__", xor),
    NativeDef::method("__sub__", sub),
];

/// What dicts have besides.
pub(crate) static MERGED: &[NativeDef] = &[NativeDef::method("__or__", or)];

/// What iterators have.
pub(crate) static ITERATOR: &[NativeDef] =
    &[NativeDef::method("__iter__", itself), NativeDef::method("__next__", next)];

/// What exceptions say of themselves.
pub(crate) static EXCEPTION: &[NativeDef] =
    &[NativeDef::method("__str__", exception_text), NativeDef::method("__repr__", exception_repr)];

/// `__getitem__`, where a dict's `__missing__` is asked too.
fn getitem(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let class = args.get(0).map_or("object".into(), |this| machine.class_name(this));
    let (base, rest) = machine.method_args(args, &class, "__getitem__", 1, 1)?;
    if let (Some(this), Some(Object::Dict(_))) = (args.get(0), machine.as_object(&base)) {
        let missing = machine.image.names.missing.clone();
        let method = machine.class_attribute(machine.class_of(this), &missing);
        if let (Some(method), Some(dict), false) = (method, base.id(), machine.asks_python(&rest[0])?)
            && machine.lacks(dict, &rest[0])?
        {
            return Ok(crate::native::Flow::call(method, vec![this.clone(), rest[0].clone()]));
        }
    }
    machine.ask_python("__op_getitem__", vec![base, rest[0].clone()])
}

fn show(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let (this, _) = machine.method_args(args, "object", "__repr__", 0, 0)?;
    machine.repr_flow(&this)
}

fn text(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let (this, _) = machine.method_args(args, "object", "__str__", 0, 0)?;
    // Without a `__str__` of its own, an object is shown as its `__repr__` says.
    match args.get(0) {
        Some(own) if !matches!(this, Value::Str(_)) => machine.repr_flow(own),
        _ => give(this),
    }
}

fn format(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let (this, rest) = machine.method_args(args, "object", "__format__", 1, 1)?;
    let spec = machine.text_arg(&rest[0], "__format__() argument")?;
    match args.get(0) {
        Some(own) if spec.is_empty() => machine.str_flow(own),
        _ => template::format_flow(machine, &this, &spec),
    }
}

fn hash(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let (this, _) = machine.method_args(args, "object", "__hash__", 0, 0)?;
    functions::hash(machine, Args::positional(&[this]))
}

fn len(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let (this, _) = machine.method_args(args, "object", "__len__", 0, 0)?;
    if let Value::Ref(id) = this {
        machine.saw(id, Key::Whole);
    }
    give(machine.builtin_len(&this)?)
}

fn iter(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let (this, _) = machine.method_args(args, "object", "__iter__", 0, 0)?;
    match machine.native_iter(&this) {
        Some(iterator) => give(iterator),
        None => Err(machine.not_iterable(&this)),
    }
}

fn reversed(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let (this, _) = machine.method_args(args, "object", "__reversed__", 0, 0)?;
    iterators::reversed(machine, Args::positional(&[this]))
}

fn truth(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let (this, _) = machine.method_args(args, "object", "__bool__", 0, 0)?;
    give(machine.truth_of(&this).unwrap_or(true))
}

fn itself(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let (this, _) = machine.method_args(args, "object", "__iter__", 0, 0)?;
    give(this)
}

fn next(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let (this, _) = machine.method_args(args, "object", "__next__", 0, 0)?;
    iterators::next(machine, Args::positional(&[this]))
}

fn exception_text(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let (this, _) = machine.method_args(args, "BaseException", "__str__", 0, 0)?;
    let text = match machine.as_object(&this) {
        Some(Object::Exception(exception)) => repr::exception_text(machine, exception),
        _ => return Err(machine.wrong_self("BaseException", "__str__", &this)),
    };
    match text {
        Some(text) => give(text),
        None => machine.ask_python("__exception_text__", vec![this]),
    }
}

fn exception_repr(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let (this, _) = machine.method_args(args, "BaseException", "__repr__", 0, 0)?;
    let text = match machine.as_object(&this) {
        Some(Object::Exception(exception)) => repr::exception_repr(machine, exception),
        _ => return Err(machine.wrong_self("BaseException", "__repr__", &this)),
    };
    match text {
        Some(text) => give(text),
        None => machine.ask_python("__exception_repr__", vec![this]),
    }
}
