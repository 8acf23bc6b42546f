//! Constant folding: what of an expression is known before the program runs, as CPython's optimiser finds it.

mod arithmetic;
mod percent;

use ruff_python_ast::{
    CmpOp, Expr, ExprBinOp, ExprCompare, ExprContext, ExprSubscript, ExprTuple, ExprUnaryOp, Int, Number,
    Operator, UnaryOp,
};

use crate::code::Const;

pub(super) use percent::{FormatPart, percent_format};

/// The value of an expression that is constant.
pub(super) fn constant(expr: &Expr) -> Option<Const> {
    match expr {
        Expr::NoneLiteral(_) => Some(Const::None),
        Expr::EllipsisLiteral(_) => Some(Const::Ellipsis),
        Expr::BooleanLiteral(literal) => Some(Const::Bool(literal.value)),
        Expr::NumberLiteral(literal) => number(&literal.value),
        Expr::StringLiteral(literal) => Some(Const::Str(literal.value.to_str().into())),
        Expr::BytesLiteral(literal) => Some(Const::Bytes(literal.value.bytes().collect())),
        Expr::Name(name) if name.ctx == ExprContext::Load && name.id == "__debug__" => {
            Some(Const::Bool(true))
        }
        Expr::Tuple(tuple) if tuple.ctx == ExprContext::Load => constants(&tuple.elts),
        Expr::UnaryOp(unary) => fold_unary(unary),
        Expr::BinOp(binary) => fold_binary(binary),
        Expr::Subscript(subscript) if subscript.ctx == ExprContext::Load => fold_subscript(subscript),
        _ => None,
    }
}

/// The tuple of some expressions' values, when all are constant.
pub(super) fn constants(elements: &[Expr]) -> Option<Const> {
    elements.iter().map(constant).collect::<Option<Vec<_>>>().map(|values| Const::Tuple(values.into()))
}

fn number(number: &Number) -> Option<Const> {
    match number {
        Number::Int(int) => Some(integer(int)),
        Number::Float(float) => Some(Const::Float(*float)),
        Number::Complex { imag, .. } => Some(Const::Imaginary(*imag)),
    }
}

fn integer(int: &Int) -> Const {
    if let Some(small) = int.as_i64() {
        return Const::Int(small);
    }
    let digits = int.to_string().replace('_', "").to_ascii_lowercase();
    let (digits, radix) = match digits.get(..2) {
        Some("0x") => (&digits[2..], 16),
        Some("0o") => (&digits[2..], 8),
        Some("0b") => (&digits[2..], 2),
        _ => (&*digits, 10),
    };
    let value = num_bigint::BigInt::parse_bytes(digits.as_bytes(), radix).unwrap_or_default();
    arithmetic::int(value)
}

fn fold_unary(unary: &ExprUnaryOp) -> Option<Const> {
    let operand = constant(&unary.operand)?;
    arithmetic::unary(unary.op, &operand)
}

fn fold_binary(binary: &ExprBinOp) -> Option<Const> {
    if binary.op == Operator::MatMult {
        return None;
    }
    let left = constant(&binary.left)?;
    let right = constant(&binary.right)?;
    arithmetic::binary(binary.op, &left, &right)
}

fn fold_subscript(subscript: &ExprSubscript) -> Option<Const> {
    let value = constant(&subscript.value)?;
    let index = match constant(&subscript.slice)? {
        Const::Int(index) => index,
        Const::Bool(index) => i64::from(index),
        _ => return None,
    };
    let at = |length: usize| {
        let index = if index < 0 { index.checked_add(length as i64)? } else { index };
        usize::try_from(index).ok().filter(|index| *index < length)
    };
    match value {
        Const::Str(text) => {
            let index = at(text.chars().count())?;
            text.chars().nth(index).map(|c| Const::Str(c.to_string().into()))
        }
        Const::Bytes(bytes) => Some(Const::Int(i64::from(bytes[at(bytes.len())?]))),
        Const::Tuple(items) => Some(items[at(items.len())?].clone()),
        _ => None,
    }
}

/// Whether a constant counts as true.
pub(super) fn is_true(value: &Const) -> bool {
    match value {
        Const::None => false,
        Const::Ellipsis | Const::Code(_) | Const::BigInt(_) => true,
        Const::Bool(value) => *value,
        Const::Int(value) => *value != 0,
        Const::Float(value) | Const::Imaginary(value) => *value != 0.0,
        Const::Str(text) => !text.is_empty(),
        Const::Bytes(bytes) => !bytes.is_empty(),
        Const::Tuple(items) | Const::FrozenSet(items) => !items.is_empty(),
    }
}

/// `not (a in b)` is compiled as `a not in b`: the operator that says the opposite, where there is one.
pub(super) fn opposite(compare: &ExprCompare) -> Option<CmpOp> {
    match *compare.ops {
        [CmpOp::Is] => Some(CmpOp::IsNot),
        [CmpOp::IsNot] => Some(CmpOp::Is),
        [CmpOp::In] => Some(CmpOp::NotIn),
        [CmpOp::NotIn] => Some(CmpOp::In),
        _ => None,
    }
}

/// If an expression is `not` of a single `in` or `is` comparison: the comparison and its opposite operator.
pub(super) fn negated_comparison(expr: &Expr) -> Option<(&ExprCompare, CmpOp)> {
    match expr {
        Expr::UnaryOp(ExprUnaryOp { op: UnaryOp::Not, operand, .. }) => match &**operand {
            Expr::Compare(compare) => Some((compare, opposite(compare)?)),
            _ => None,
        },
        _ => None,
    }
}

/// What is iterated or searched: a list or set display there need not be a fresh object.
pub(super) enum Iterable<'a> {
    Constant(Const),
    /// A list whose elements are only known when it runs: a tuple does.
    Tuple(&'a [Expr]),
    Other,
}

pub(super) fn iterable(expr: &Expr) -> Iterable<'_> {
    match expr {
        Expr::List(list) => match constants(&list.elts) {
            Some(tuple) => Iterable::Constant(tuple),
            None if list.elts.iter().any(Expr::is_starred_expr) => Iterable::Other,
            None => Iterable::Tuple(&list.elts),
        },
        Expr::Set(set) => match constants(&set.elts) {
            Some(Const::Tuple(items)) => Iterable::Constant(frozen_set(&items)),
            _ => Iterable::Other,
        },
        _ => Iterable::Other,
    }
}

/// A frozenset of constants, each once.
pub(super) fn frozen_set(items: &[Const]) -> Const {
    let mut kept: Vec<Const> = Vec::new();
    for item in items {
        if !kept.iter().any(|other| equal(other, item)) {
            kept.push(item.clone());
        }
    }
    Const::FrozenSet(kept.into())
}

/// Python's `==` between constants, as far as sets of them need it.
fn equal(left: &Const, right: &Const) -> bool {
    match (left, right) {
        (Const::Tuple(left), Const::Tuple(right)) => {
            left.len() == right.len() && left.iter().zip(right.iter()).all(|(left, right)| equal(left, right))
        }
        _ => match (arithmetic::as_float(left), arithmetic::as_float(right)) {
            (Some(left), Some(right)) => left == right,
            _ => left == right,
        },
    }
}

/// If an expression is `"..." % (a, b)` with a plain format: its parts.
pub(super) fn percent_operands(binary: &ExprBinOp) -> Option<(Const, &ExprTuple)> {
    if binary.op != Operator::Mod {
        return None;
    }
    let Expr::Tuple(tuple) = &*binary.right else {
        return None;
    };
    if tuple.elts.iter().any(Expr::is_starred_expr) || constants(&tuple.elts).is_some() {
        return None;
    }
    match constant(&binary.left)? {
        text @ Const::Str(_) => Some((text, tuple)),
        _ => None,
    }
}
