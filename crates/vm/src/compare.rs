//! Comparison: `COMPARE_OP`, and the order of built-in values.

use std::cmp::Ordering;

use crate::execute::{Done, Signal};
use crate::frame::{Frame, Operator, OperatorKind, Then};
use crate::machine::Machine;
use crate::numbers::{self};
use crate::object::Object;
use crate::value::Value;

use crate::operators::{COMPARISONS, EQUAL, NOT_EQUAL};

impl Machine {
    /// `COMPARE_OP`
    pub(crate) fn compare(&mut self, frame: &mut Frame, operator: u32, left: Value, right: Value) -> Done {
        let which = operator >> 5;
        let asks = |value: &Value| matches!(self.as_object(value), Some(Object::Instance(_)));
        if asks(&left) || asks(&right) {
            let operator =
                Operator { kind: OperatorKind::Compare(operator), left, right, stage: 0, swapped: false };
            return self.try_operator(frame, operator);
        }
        let result = match which {
            EQUAL => self.equal(&left, &right),
            NOT_EQUAL => self.equal(&left, &right).map(|equal| !equal),
            _ => match self.order(&left, &right) {
                Some(Ok(order)) => Some(order.is_some_and(|order| holds(which, order))),
                Some(Err(())) => {
                    if let Some(flow) =
                        crate::natives::algebra::compare_in_python(self, which, &left, &right)?
                    {
                        return self.follow(frame, flow, Then::Push);
                    }
                    if let Some(subset) = crate::natives::algebra::compare(self, which, &left, &right) {
                        frame.push(Value::Bool(subset));
                        return Ok(Signal::Go);
                    }
                    let (left, right) = self.first_difference(left, right);
                    let (l, r) = (self.class_name(&left), self.class_name(&right));
                    let symbol = COMPARISONS[which as usize];
                    return Err(self.type_error(format!(
                        "'{symbol}' not supported between instances of '{l}' and '{r}'"
                    )));
                }
                None => None,
            },
        };
        match result {
            Some(result) => {
                frame.push(Value::Bool(result));
                Ok(Signal::Go)
            }
            None => {
                let callee = self.builtin("__compare__");
                self.call_values(frame, &callee, vec![Value::Int(i64::from(which)), left, right], Then::Push)
            }
        }
    }

    /// Where two lists or tuples differ, or the values themselves: what an order would have to be told of.
    fn first_difference(&self, mut left: Value, mut right: Value) -> (Value, Value) {
        loop {
            let (a, b): (&[Value], &[Value]) = match (self.noted_object(&left), self.noted_object(&right)) {
                (Some(Object::List(a)), Some(Object::List(b))) => (a, b),
                (Some(Object::Tuple(a)), Some(Object::Tuple(b))) => (a, b),
                _ => return (left, right),
            };
            match a.iter().zip(b).find(|(a, b)| !a.is(b) && self.equal(a, b) != Some(true)) {
                Some((a, b)) => (left, right) = (a.clone(), b.clone()),
                None => return (left, right),
            }
        }
    }

    /// The order of two values: none if only Python can tell, an error if they have none, `Ok(None)` for `nan`.
    #[allow(clippy::result_unit_err)]
    pub(crate) fn order(&self, a: &Value, b: &Value) -> Option<Result<Option<Ordering>, ()>> {
        if numbers::is_number(a) && numbers::is_number(b) {
            return Some(Ok(numbers::compare(a, b)));
        }
        match (a, b) {
            (Value::Str(a), Value::Str(b)) => return Some(Ok(Some(a.cmp(b)))),
            (Value::Bytes(a), Value::Bytes(b)) => return Some(Ok(Some(a.cmp(b)))),
            _ => {}
        }
        let (xs, ys) = match (self.noted_object(a), self.noted_object(b)) {
            (Some(Object::List(xs)), Some(Object::List(ys))) => (xs.as_slice(), ys.as_slice()),
            (Some(Object::Tuple(xs)), Some(Object::Tuple(ys))) => (&**xs, &**ys),
            (Some(Object::Instance(_)), _) | (_, Some(Object::Instance(_))) => return None,
            _ => return Some(Err(())),
        };
        for (at, (x, y)) in xs.iter().zip(ys).enumerate() {
            if x.is(y) {
                continue;
            }
            self.spend_items(at);
            // Containers in containers are left to Python, which knows the recursion limit.
            let nested = |v: &Value| matches!(self.as_object(v), Some(Object::List(_)));
            if nested(x) || nested(y) {
                return None;
            }
            if !self.equal(x, y)? {
                return self.order(x, y);
            }
        }
        Some(Ok(Some(xs.len().cmp(&ys.len()))))
    }
}

/// Whether a comparison holds between what is in this order.
#[inline]
pub(crate) fn holds(which: u32, order: Ordering) -> bool {
    match which {
        0 => order.is_lt(),
        1 => order.is_le(),
        EQUAL => order.is_eq(),
        NOT_EQUAL => order.is_ne(),
        4 => order.is_gt(),
        _ => order.is_ge(),
    }
}
