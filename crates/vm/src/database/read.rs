//! Expressions, read from the tuples that the Python part makes of them.

use crate::database::condition::{Aggregate, Comparison, Expression};
use crate::database::{Refusal, Table};
use crate::machine::Machine;
use crate::numbers;
use crate::value::Value;

/// How deep expressions may be nested.
const DEPTH: usize = 100;

impl Expression {
    /// Reads an expression over the rows of some tables.
    pub(crate) fn parse(machine: &Machine, spec: &Value, sources: &[&Table]) -> Result<Expression, Refusal> {
        parse(machine, spec, sources, DEPTH)
    }
}

fn parse(machine: &Machine, spec: &Value, sources: &[&Table], depth: usize) -> Result<Expression, Refusal> {
    let wrong = || Refusal::new("ArgumentError", "not an expression of a statement");
    let items = machine.tuple_items(spec).ok_or_else(wrong)?;
    let (Some(Value::Str(kind)), Some(depth)) = (items.first(), depth.checked_sub(1)) else {
        return Err(wrong());
    };
    let part = |at: usize| parse(machine, items.get(at).unwrap_or(&Value::None), sources, depth);
    let parts =
        || items[1..].iter().map(|item| parse(machine, item, sources, depth)).collect::<Result<Vec<_>, _>>();
    let sides = || Ok::<_, Refusal>(Box::new((part(1)?, part(2)?)));
    if let Some(comparison) = comparison(kind) {
        return Ok(Expression::Compare(comparison, sides()?));
    }
    if let Some(operator) = operator(kind) {
        return Ok(Expression::Calculate(operator, sides()?));
    }
    if let Some(aggregate) = aggregate(kind) {
        let of = if items.len() > 1 { Some(Box::new(part(1)?)) } else { None };
        return Ok(Expression::Aggregate(aggregate, of));
    }
    Ok(match kind.as_str() {
        "value" => Expression::Value(items.get(1).cloned().unwrap_or(Value::None)),
        "column" => column(sources, &items[1..])?,
        "and" => Expression::All(parts()?),
        "or" => Expression::Any(parts()?),
        "not" => Expression::Not(Box::new(part(1)?)),
        "in" => Expression::In(parts()?),
        "like" => Expression::Like(sides()?),
        "null" => Expression::IsNull(Box::new(part(1)?)),
        _ => return Err(wrong()),
    })
}

fn column(sources: &[&Table], names: &[Value]) -> Result<Expression, Refusal> {
    let [Value::Str(table), Value::Str(name)] = names else {
        return Err(Refusal::new("ArgumentError", "not a column"));
    };
    let found = sources.iter().enumerate().find_map(|(source, candidate)| {
        (candidate.name == *table).then(|| candidate.column(name).map(|column| (source, column)))?
    });
    match found {
        Some((source, column)) => Ok(Expression::Column { source, column }),
        None => Err(Refusal::new(
            "OperationalError",
            format!("(sqlite3.OperationalError) no such column: {table}.{name}"),
        )),
    }
}

fn comparison(name: &str) -> Option<Comparison> {
    Some(match name {
        "==" => Comparison::Equal,
        "!=" => Comparison::NotEqual,
        "<" => Comparison::Less,
        "<=" => Comparison::LessEqual,
        ">" => Comparison::Greater,
        ">=" => Comparison::GreaterEqual,
        _ => return None,
    })
}

fn operator(name: &str) -> Option<u32> {
    Some(match name {
        "+" => numbers::op::ADD,
        "-" => numbers::op::SUBTRACT,
        "*" => numbers::op::MULTIPLY,
        "/" => numbers::op::TRUE_DIVIDE,
        "%" => numbers::op::REMAINDER,
        _ => return None,
    })
}

fn aggregate(name: &str) -> Option<Aggregate> {
    Some(match name {
        "count" => Aggregate::Count,
        "sum" => Aggregate::Sum,
        "avg" => Aggregate::Average,
        "min" => Aggregate::Least,
        "max" => Aggregate::Greatest,
        _ => return None,
    })
}
