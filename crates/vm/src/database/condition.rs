//! Expressions in statements: what `where`, `order_by` and `values` are given.

use std::cmp::Ordering;

use crate::machine::Machine;
use crate::numbers;
use crate::text::Str;
use crate::value::Value;

/// An expression over the rows of some tables.
#[derive(Clone, Debug)]
pub(crate) enum Expression {
    Value(Value),
    /// A column of one of the tables.
    Column {
        source: usize,
        column: usize,
    },
    Compare(Comparison, Box<(Expression, Expression)>),
    Calculate(u32, Box<(Expression, Expression)>),
    All(Vec<Expression>),
    Any(Vec<Expression>),
    Not(Box<Expression>),
    /// The first is one of the others.
    In(Vec<Expression>),
    Like(Box<(Expression, Expression)>),
    IsNull(Box<Expression>),
    /// One value from many rows: of an expression, or `count` of the rows themselves.
    Aggregate(Aggregate, Option<Box<Expression>>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Comparison {
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Aggregate {
    Count,
    Sum,
    Average,
    Least,
    Greatest,
}

impl Expression {
    /// Its value for one row of each table; `None` is SQL's `NULL`.
    pub(crate) fn value(&self, machine: &Machine, rows: &[&[Value]]) -> Value {
        let of = |expression: &Expression| expression.value(machine, rows);
        match self {
            Expression::Value(value) => value.clone(),
            Expression::Column { source, column } => rows[*source][*column].clone(),
            Expression::Compare(how, sides) => compare(machine, *how, &of(&sides.0), &of(&sides.1)),
            Expression::Calculate(operator, sides) => {
                let (left, right) = (of(&sides.0), of(&sides.1));
                if left.is_none() || right.is_none() {
                    return Value::None;
                }
                numbers::stored(*operator, &left, &right).unwrap_or(Value::None)
            }
            Expression::All(parts) => logic(parts.iter().map(of), false),
            Expression::Any(parts) => logic(parts.iter().map(of), true),
            Expression::Not(part) => match truth(&of(part)) {
                Some(truth) => Value::Bool(!truth),
                None => Value::None,
            },
            Expression::In(parts) => {
                let first = of(&parts[0]);
                let equal = |other| compare(machine, Comparison::Equal, &first, &of(other));
                logic(parts[1..].iter().map(equal), true)
            }
            Expression::Like(sides) => match (of(&sides.0), of(&sides.1)) {
                (Value::Str(text), Value::Str(pattern)) => Value::Bool(like(&text, &pattern)),
                _ => Value::None,
            },
            Expression::IsNull(part) => Value::Bool(of(part).is_none()),
            Expression::Aggregate(..) => Value::None,
        }
    }

    /// Whether a condition holds.
    pub(crate) fn holds(&self, machine: &Machine, rows: &[&[Value]]) -> bool {
        truth(&self.value(machine, rows)) == Some(true)
    }

    /// What an aggregate, or any other expression, gives for many rows.
    pub(crate) fn over(&self, machine: &Machine, all: &[Vec<&[Value]>]) -> Value {
        match self {
            Expression::Aggregate(Aggregate::Count, None) => Value::Int(all.len() as i64),
            Expression::Aggregate(which, Some(part)) => {
                let values = all.iter().map(|rows| part.value(machine, rows)).filter(|v| !v.is_none());
                which.of(values.collect())
            }
            Expression::Calculate(operator, sides) => {
                let (left, right) = (sides.0.over(machine, all), sides.1.over(machine, all));
                numbers::stored(*operator, &left, &right).unwrap_or(Value::None)
            }
            _ => all.last().map_or(Value::None, |rows| self.value(machine, rows)),
        }
    }

    /// Whether it is an aggregate or has one in it.
    pub(crate) fn aggregates(&self) -> bool {
        match self {
            Expression::Aggregate(..) => true,
            Expression::Calculate(_, sides) => sides.0.aggregates() || sides.1.aggregates(),
            _ => false,
        }
    }

    /// The value that a condition demands of a column, if it demands one.
    pub(crate) fn demands(&self, source: usize, column: usize) -> Option<&Value> {
        let is_it = |e: &Expression| matches!(e, Expression::Column { source: s, column: c } if (*s, *c) == (source, column));
        match self {
            Expression::All(parts) => parts.iter().find_map(|part| part.demands(source, column)),
            Expression::Compare(Comparison::Equal, sides) => match &**sides {
                (column, Expression::Value(value)) | (Expression::Value(value), column) if is_it(column) => {
                    Some(value)
                }
                _ => None,
            },
            _ => None,
        }
    }
}

impl Aggregate {
    fn of(self, values: Vec<Value>) -> Value {
        let add = |a: Value, b: &Value| numbers::stored(numbers::op::ADD, &a, b).unwrap_or(Value::None);
        let least = |best: Value, next: &Value, wanted| {
            if order(&best, next) == wanted { next.clone() } else { best }
        };
        let Some((first, rest)) = values.split_first() else {
            return if self == Aggregate::Count { Value::Int(0) } else { Value::None };
        };
        match self {
            Aggregate::Count => Value::Int(values.len() as i64),
            Aggregate::Sum => rest.iter().fold(first.clone(), add),
            Aggregate::Average => {
                let sum = rest.iter().fold(first.clone(), add);
                let count = Value::Int(values.len() as i64);
                numbers::stored(numbers::op::TRUE_DIVIDE, &sum, &count).unwrap_or(Value::None)
            }
            Aggregate::Least => rest.iter().fold(first.clone(), |a, b| least(a, b, Ordering::Greater)),
            Aggregate::Greatest => rest.iter().fold(first.clone(), |a, b| least(a, b, Ordering::Less)),
        }
    }
}

fn truth(value: &Value) -> Option<bool> {
    match value {
        Value::None => None,
        Value::Bool(truth) => Some(*truth),
        Value::Int(number) => Some(*number != 0),
        Value::Float(number) => Some(*number != 0.0),
        _ => Some(true),
    }
}

/// SQL's `AND` and `OR`: `decisive` decides by itself, and what is unknown stays unknown.
fn logic(values: impl Iterator<Item = Value>, decisive: bool) -> Value {
    let mut unknown = false;
    for value in values {
        match truth(&value) {
            Some(truth) if truth == decisive => return Value::Bool(decisive),
            Some(_) => {}
            None => unknown = true,
        }
    }
    if unknown { Value::None } else { Value::Bool(!decisive) }
}

fn compare(machine: &Machine, how: Comparison, left: &Value, right: &Value) -> Value {
    if left.is_none() || right.is_none() {
        return Value::None;
    }
    let equal = || machine.equal(left, right).unwrap_or(false);
    Value::Bool(match how {
        Comparison::Equal => equal(),
        Comparison::NotEqual => !equal(),
        Comparison::Less => order(left, right).is_lt(),
        Comparison::LessEqual => order(left, right).is_le(),
        Comparison::Greater => order(left, right).is_gt(),
        Comparison::GreaterEqual => order(left, right).is_ge(),
    })
}

/// The order of values of any kind: nothing, numbers, text, everything else.
pub(crate) fn order(left: &Value, right: &Value) -> Ordering {
    let rank = |value: &Value| match value {
        Value::None | Value::Unbound => 0,
        value if numbers::is_number(value) => 1,
        Value::Str(_) => 2,
        _ => 3,
    };
    match (left, right) {
        (Value::Str(left), Value::Str(right)) => left.cmp(right),
        _ => rank(left).cmp(&rank(right)).then(numbers::compare(left, right).unwrap_or(Ordering::Equal)),
    }
}

/// SQL's `LIKE`, which takes no notice of the case of ASCII's letters, as SQLite's does not: `%` is any text, `_` any character.
fn like(text: &Str, pattern: &Str) -> bool {
    let text: Vec<char> = text.to_ascii_lowercase().chars().collect();
    let pattern: Vec<char> = pattern.to_ascii_lowercase().chars().collect();
    let (mut at, mut place) = (0, 0);
    let mut retry: Option<(usize, usize)> = None;
    while at < text.len() {
        match pattern.get(place) {
            Some('%') => {
                retry = Some((place, at));
                place += 1;
            }
            Some(&c) if c == '_' || c == text[at] => {
                at += 1;
                place += 1;
            }
            _ => match retry {
                Some((star, from)) => {
                    retry = Some((star, from + 1));
                    at = from + 1;
                    place = star + 1;
                }
                None => return false,
            },
        }
    }
    pattern[place..].iter().all(|&c| c == '%')
}
