//! Operators: arithmetic, comparison, truth, containment, subscripts.

use crate::class;
use crate::code::Op;
use crate::execute::{Done, Signal};
use crate::frame::{Frame, Operator, OperatorKind, Then};
use crate::limits::Limit;
use crate::machine::Machine;
use crate::native::Raise;
use crate::numbers::{self, Fault, op};
use crate::object::Object;
use crate::text::Str;
use crate::value::{Id, Value};
use crate::weight;

const SYMBOLS: [&str; 13] = ["+", "&", "//", "<<", "@", "*", "%", "|", "** or pow()", ">>", "-", "/", "^"];
const METHODS: [&str; 13] = [
    "add", "and", "floordiv", "lshift", "matmul", "mul", "mod", "or", "pow", "rshift", "sub", "truediv",
    "xor",
];
pub(crate) const COMPARISONS: [&str; 6] = ["<", "<=", "==", "!=", ">", ">="];
pub(crate) const EQUAL: u32 = 2;
pub(crate) const NOT_EQUAL: u32 = 3;

impl Machine {
    /// `BINARY_OP`
    pub(crate) fn binary(&mut self, frame: &mut Frame, operator: u32, left: Value, right: Value) -> Done {
        if numbers::is_number(&left) && numbers::is_number(&right) {
            match self.calculate(operator, &left, &right) {
                Ok(value) => {
                    frame.push(value);
                    return Ok(Signal::Go);
                }
                Err(Fault::Type) => {}
                Err(fault) => return Err(self.fault(fault)),
            }
        }
        let asks =
            |value: &Value| matches!(self.as_object(value), Some(Object::Instance(_) | Object::Class(_)));
        if asks(&left) || asks(&right) {
            let operator =
                Operator { kind: OperatorKind::Binary(operator), left, right, stage: 0, swapped: false };
            return self.try_operator(frame, operator);
        }
        self.binary_builtin(frame, operator, &left, &right)
    }

    /// An operator on built-in values other than two numbers.
    fn binary_builtin(&mut self, frame: &mut Frame, operator: u32, left: &Value, right: &Value) -> Done {
        if operator % op::IN_PLACE == op::REMAINDER
            && let Value::Str(format) = left
        {
            let flow = crate::natives::format::percent(self, format, right)?;
            return self.follow(frame, flow, Then::Push);
        }
        if operator == op::ADD + op::IN_PLACE && matches!(self.as_object(left), Some(Object::List(_))) {
            let list = left.clone();
            self.touched(list.id().unwrap_or(Id(0)));
            frame.push(list.clone());
            return self.list_extend(frame, &list, right.clone());
        }
        if let Some(flow) = crate::natives::algebra::operator_in_python(self, operator, left, right)? {
            return self.follow(frame, flow, Then::Push);
        }
        match self.concatenate(operator, left, right)? {
            Some(value) => {
                frame.push(value);
                Ok(Signal::Go)
            }
            None => Err(self.unsupported(operator, left, right)),
        }
    }

    /// `+`, `*` of sequences and the operators of sets and dicts; none if the operands have no such operator.
    fn concatenate(&mut self, operator: u32, left: &Value, right: &Value) -> Result<Option<Value>, Raise> {
        match operator % op::IN_PLACE {
            op::ADD => match (left, right) {
                (Value::Str(a), Value::Str(b)) => {
                    self.make_room(a.len() + b.len())?;
                    Ok(Some(Value::str(format!("{a}{b}"))))
                }
                (Value::Bytes(a), Value::Bytes(b)) => {
                    self.make_room(a.len() + b.len())?;
                    Ok(Some(Value::Bytes([&**a, &**b].concat().into())))
                }
                _ => self.concatenate_items(left, right),
            },
            op::MULTIPLY => match (numbers::to_small(left), numbers::to_small(right)) {
                (Some(times), None) => self.repeat(right, times),
                (None, Some(times)) => {
                    let repeated = self.repeat(left, times)?;
                    if operator >= op::IN_PLACE
                        && let (Some(Value::Ref(new)), Some(id)) = (&repeated, left.id())
                        && let Object::List(items) = self.heap.get(*new).clone()
                        && let Object::List(own) = self.heap.get_mut(id)
                    {
                        *own = items;
                        self.touched(id);
                        return Ok(Some(left.clone()));
                    }
                    Ok(repeated)
                }
                _ => Ok(None),
            },
            other => crate::natives::algebra::operator(self, other, operator >= op::IN_PLACE, left, right),
        }
    }

    fn concatenate_items(&mut self, left: &Value, right: &Value) -> Result<Option<Value>, Raise> {
        let (size, is_list) = match (self.as_object(left), self.as_object(right)) {
            (Some(Object::List(a)), Some(Object::List(b))) => (a.len() + b.len(), true),
            (Some(Object::Tuple(a)), Some(Object::Tuple(b))) => (a.len() + b.len(), false),
            _ => return Ok(None),
        };
        self.check_size(size * weight::VALUE)?;
        self.noted_object(left);
        self.noted_object(right);
        let mut items = self.native_items(left).unwrap_or_default();
        items.extend(self.native_items(right).unwrap_or_default());
        Ok(Some(if is_list { self.new_list(items) } else { self.new_tuple(items) }))
    }

    fn repeat(&mut self, sequence: &Value, times: i64) -> Result<Option<Value>, Raise> {
        let times = usize::try_from(times.max(0)).unwrap_or(usize::MAX);
        self.noted_object(sequence);
        let size = match sequence {
            Value::Str(text) => text.len(),
            Value::Bytes(bytes) => bytes.len(),
            _ => match self.as_object(sequence) {
                Some(Object::List(items)) => items.len() * weight::VALUE,
                Some(Object::Tuple(items)) => items.len() * weight::VALUE,
                _ => return Ok(None),
            },
        };
        self.make_room(size.saturating_mul(times))?;
        Ok(Some(match sequence {
            Value::Str(text) => Value::str(text.repeat(times)),
            Value::Bytes(bytes) => Value::Bytes(bytes.repeat(times).into()),
            _ => match self.as_object(sequence) {
                Some(Object::List(items)) => {
                    let items = repeated(items, times);
                    self.new_list(items)
                }
                Some(Object::Tuple(items)) => {
                    let items = repeated(items, times);
                    self.new_tuple(items)
                }
                _ => return Ok(None),
            },
        }))
    }

    pub(crate) fn fault(&mut self, fault: Fault) -> Raise {
        match fault {
            Fault::ZeroDivision(message) => self.raise(class::ZERO_DIVISION_ERROR, message),
            Fault::Overflow(message) => self.raise(class::OVERFLOW_ERROR, message),
            Fault::Value(message) => self.value_error(message),
            Fault::Digits => self.stop(Limit::Digits),
            Fault::Type => self.type_error("unsupported operand type(s)"),
        }
    }

    fn unsupported(&mut self, operator: u32, left: &Value, right: &Value) -> Raise {
        let (l, r) = (self.class_name(left), self.class_name(right));
        if operator % op::IN_PLACE == op::ADD {
            match (left, self.as_object(left)) {
                (Value::Str(_), _) => {
                    return self.type_error(format!("can only concatenate str (not \"{r}\") to str"));
                }
                (_, Some(Object::List(_))) if operator == op::ADD => {
                    return self.type_error(format!("can only concatenate list (not \"{r}\") to list"));
                }
                (_, Some(Object::Tuple(_))) => {
                    return self.type_error(format!("can only concatenate tuple (not \"{r}\") to tuple"));
                }
                _ => {}
            }
        }
        if operator % op::IN_PLACE == op::MULTIPLY {
            let sequence = |v: &Value| {
                matches!(v, Value::Str(_) | Value::Bytes(_))
                    || matches!(self.as_object(v), Some(Object::List(_) | Object::Tuple(_)))
            };
            if sequence(left) {
                return self.type_error(format!("can't multiply sequence by non-int of type '{r}'"));
            }
            if sequence(right) {
                return self.type_error(format!("can't multiply sequence by non-int of type '{l}'"));
            }
        }
        let symbol = SYMBOLS[(operator % op::IN_PLACE) as usize];
        let symbol = match operator {
            0..op::IN_PLACE => symbol.to_string(),
            21 => "**=".to_string(),
            _ => format!("{symbol}="),
        };
        self.type_error(format!("unsupported operand type(s) for {symbol}: '{l}' and '{r}'"))
    }

    /// The methods that an operator tries, in order: each with the object it belongs to and its argument.
    fn operator_methods(&self, operator: &Operator) -> Vec<(Str, bool)> {
        let mut methods = Vec::with_capacity(3);
        let (l, r) = (self.class_of(&operator.left), self.class_of(&operator.right));
        let right_first = l != r && self.is_subclass(r, l);
        match operator.kind {
            OperatorKind::Binary(code) => {
                let name = METHODS[(code % op::IN_PLACE) as usize];
                if code >= op::IN_PLACE {
                    methods.push((Str::from(format!("__i{name}__")), false));
                }
                let forward = (Str::from(format!("__{name}__")), false);
                let reflected = (Str::from(format!("__r{name}__")), true);
                if right_first && self.class_attribute(r, &reflected.0).is_some() {
                    methods.extend([reflected, forward]);
                } else {
                    methods.push(forward);
                    if l != r {
                        methods.push(reflected);
                    }
                }
            }
            OperatorKind::Compare(code) => {
                let names =
                    [("lt", "gt"), ("le", "ge"), ("eq", "eq"), ("ne", "ne"), ("gt", "lt"), ("ge", "le")];
                let (forward, reflected) = names[(code >> 5) as usize];
                let forward = (Str::from(format!("__{forward}__")), false);
                let reflected = (Str::from(format!("__{reflected}__")), true);
                methods.extend(if right_first { [reflected, forward] } else { [forward, reflected] });
            }
        }
        methods
    }

    /// Tries the methods of an operator from its stage on.
    pub(crate) fn try_operator(&mut self, frame: &mut Frame, mut operator: Operator) -> Done {
        let methods = self.operator_methods(&operator);
        while let Some((name, reflected)) = methods.get(operator.stage as usize).cloned() {
            operator.stage += 1;
            let (this, other) = match reflected {
                false => (operator.left.clone(), operator.right.clone()),
                true => (operator.right.clone(), operator.left.clone()),
            };
            if let Some(method) = self.class_attribute(self.class_of(&this), &name)
                && !method.is_none()
                && !matches!(method, Value::Native(_))
            {
                let then = Then::Operator(Box::new(operator));
                return self.call_values(frame, &method, vec![this, other], then);
            }
        }
        self.operator_of_bases(frame, operator)
    }

    /// What an operator gives when no method of Python's has it: that of the built-in values that the objects also are.
    fn operator_of_bases(&mut self, frame: &mut Frame, operator: Operator) -> Done {
        let (left, right) = (self.base_of(&operator.left), self.base_of(&operator.right));
        let unwrapped = !left.is(&operator.left) || !right.is(&operator.right);
        match operator.kind {
            // What is put into a text is shown as its own class says.
            OperatorKind::Binary(code)
                if code % op::IN_PLACE == op::REMAINDER && matches!(left, Value::Str(_)) =>
            {
                self.binary_builtin(frame, code, &left, &operator.right)
            }
            OperatorKind::Binary(code) if unwrapped => {
                let done = self.binary(frame, code, left, right);
                match done {
                    Err(raise) if self.exception_class(raise) == class::TYPE_ERROR => {
                        Err(self.unsupported(code, &operator.left, &operator.right))
                    }
                    done => done,
                }
            }
            OperatorKind::Compare(code) if unwrapped => self.compare(frame, code, left, right),
            OperatorKind::Binary(code) => {
                if code % op::IN_PLACE == op::OR && self.is_type_union(&operator.left, &operator.right) {
                    let callee = self.builtin("__union__");
                    return self.call_values(frame, &callee, vec![operator.left, operator.right], Then::Push);
                }
                self.binary_builtin(frame, code, &operator.left, &operator.right)
            }
            OperatorKind::Compare(code) => match code >> 5 {
                EQUAL | NOT_EQUAL => {
                    // Without `__ne__`, `!=` is the opposite of `__eq__`.
                    let methods = (code >> 5 == NOT_EQUAL).then(|| self.equality_method(&operator)).flatten();
                    if let Some((method, this, other)) = methods {
                        let flag = code & 16;
                        let then = Then::Operator(Box::new(Operator {
                            kind: OperatorKind::Compare((NOT_EQUAL << 5) | flag),
                            stage: u8::MAX,
                            ..operator
                        }));
                        return self.call_values(frame, &method, vec![this, other], then);
                    }
                    let same = operator.left.is(&operator.right);
                    frame.push(Value::Bool(same == (code >> 5 == EQUAL)));
                    Ok(Signal::Go)
                }
                which => {
                    let (l, r) = (self.class_name(&operator.left), self.class_name(&operator.right));
                    let symbol = COMPARISONS[which as usize];
                    Err(self
                        .type_error(format!("'{symbol}' not supported between instances of '{l}' and '{r}'")))
                }
            },
        }
    }

    fn is_type_union(&self, left: &Value, right: &Value) -> bool {
        let class = |v: &Value| v.is_none() || matches!(self.as_object(v), Some(Object::Class(_)));
        class(left) && class(right) && !(left.is_none() && right.is_none())
    }

    fn equality_method(&self, operator: &Operator) -> Option<(Value, Value, Value)> {
        [(&operator.left, &operator.right), (&operator.right, &operator.left)].into_iter().find_map(
            |(a, b)| {
                let method = self.class_attribute(self.class_of(a), &self.image.names.eq)?;
                (!matches!(method, Value::Native(_))).then(|| (method, a.clone(), b.clone()))
            },
        )
    }

    /// A method of an operator has returned.
    pub(crate) fn operator_returned(&mut self, frame: &mut Frame, operator: Operator, value: Value) -> Done {
        let refused = matches!(value, Value::NotImplemented);
        if operator.stage == u8::MAX {
            // `__eq__` stood in for `__ne__`.
            if refused {
                let same = operator.left.is(&operator.right);
                frame.push(Value::Bool(!same));
                return Ok(Signal::Go);
            }
            return self.truth(frame, value, true);
        }
        if refused {
            return self.try_operator(frame, operator);
        }
        match operator.kind {
            OperatorKind::Compare(code) if code & 16 != 0 => self.truth(frame, value, false),
            _ => {
                frame.push(value);
                Ok(Signal::Go)
            }
        }
    }

    /// `-x`, `~x`
    pub(crate) fn unary(&mut self, frame: &mut Frame, which: Op, value: Value) -> Done {
        let (method, symbol) = match which {
            Op::UnaryNegative => (self.image.names.neg.clone(), "-"),
            _ => (self.image.names.invert.clone(), "~"),
        };
        let result = match which {
            Op::UnaryNegative => numbers::negative(&value),
            _ => numbers::invert(&value),
        };
        if let Some(result) = result {
            frame.push(result);
            return Ok(Signal::Go);
        }
        if let Some(done) = self.call_special(frame, &value, &method, Vec::new(), Then::Push) {
            return done;
        }
        let base = self.base_of(&value);
        if !base.is(&value) {
            return self.unary(frame, which, base);
        }
        let name = self.class_name(&value);
        Err(self.type_error(format!("bad operand type for unary {symbol}: '{name}'")))
    }
}

fn repeated(items: &[Value], times: usize) -> Vec<Value> {
    std::iter::repeat_n(items, times).flatten().cloned().collect()
}
