//! Operators: arithmetic, comparison, truth, containment, subscripts.

use std::cmp::Ordering;

use crate::class;
use crate::code::Op;
use crate::effect::{Effect, Key, Place};
use crate::execute::{Done, Signal};
use crate::frame::{Frame, Operator, OperatorKind, Then};
use crate::limits::Limit;
use crate::machine::Machine;
use crate::native::{Raise, Request};
use crate::numbers::{self, Fault, op};
use crate::object::{DictPart, Object};
use crate::text::Str;
use crate::value::{Id, Value};
use crate::weight;

const SYMBOLS: [&str; 13] = ["+", "&", "//", "<<", "@", "*", "%", "|", "** or pow()", ">>", "-", "/", "^"];
const METHODS: [&str; 13] = [
    "add", "and", "floordiv", "lshift", "matmul", "mul", "mod", "or", "pow", "rshift", "sub", "truediv",
    "xor",
];
const COMPARISONS: [&str; 6] = ["<", "<=", "==", "!=", ">", ">="];
const EQUAL: u32 = 2;
const NOT_EQUAL: u32 = 3;

impl Machine {
    /// `BINARY_OP`
    #[inline]
    pub(crate) fn binary(&mut self, frame: &mut Frame, operator: u32, left: Value, right: Value) -> Done {
        if let (Value::Int(a), Value::Int(b)) = (&left, &right) {
            let quick = match operator {
                op::ADD | 13 => a.checked_add(*b),
                op::SUBTRACT | 23 => a.checked_sub(*b),
                op::MULTIPLY | 18 => a.checked_mul(*b),
                _ => None,
            };
            if let Some(value) = quick {
                frame.push(Value::Int(value));
                return Ok(Signal::Go);
            }
        }
        self.binary_slow(frame, operator, left, right)
    }

    fn binary_slow(&mut self, frame: &mut Frame, operator: u32, left: Value, right: Value) -> Done {
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
        let mut items = self.native_items(left).unwrap_or_default();
        items.extend(self.native_items(right).unwrap_or_default());
        Ok(Some(if is_list { self.new_list(items) } else { self.new_tuple(items) }))
    }

    fn repeat(&mut self, sequence: &Value, times: i64) -> Result<Option<Value>, Raise> {
        let times = usize::try_from(times.max(0)).unwrap_or(usize::MAX);
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
    fn try_operator(&mut self, frame: &mut Frame, mut operator: Operator) -> Done {
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
                let done = self.binary_slow(frame, code, left, right);
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

    /// `COMPARE_OP`
    #[inline]
    pub(crate) fn compare(&mut self, frame: &mut Frame, operator: u32, left: Value, right: Value) -> Done {
        if let (Value::Int(a), Value::Int(b)) = (&left, &right) {
            frame.push(Value::Bool(holds(operator >> 5, a.cmp(b))));
            return Ok(Signal::Go);
        }
        self.compare_slow(frame, operator, left, right)
    }

    fn compare_slow(&mut self, frame: &mut Frame, operator: u32, left: Value, right: Value) -> Done {
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
            let (a, b): (&[Value], &[Value]) = match (self.as_object(&left), self.as_object(&right)) {
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
        let (xs, ys) = match (self.as_object(a), self.as_object(b)) {
            (Some(Object::List(xs)), Some(Object::List(ys))) => (xs.as_slice(), ys.as_slice()),
            (Some(Object::Tuple(xs)), Some(Object::Tuple(ys))) => (&**xs, &**ys),
            (Some(Object::Instance(_)), _) | (_, Some(Object::Instance(_))) => return None,
            _ => return Some(Err(())),
        };
        for (x, y) in xs.iter().zip(ys) {
            if x.is(y) {
                continue;
            }
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

    /// Whether a value is true; none if only Python can tell.
    pub(crate) fn truth_of(&self, value: &Value) -> Option<bool> {
        Some(match value {
            Value::Unbound | Value::None => false,
            Value::Bool(b) => *b,
            Value::Int(i) => *i != 0,
            Value::Float(f) => *f != 0.0,
            Value::Str(text) => !text.is_empty(),
            Value::Bytes(bytes) => !bytes.is_empty(),
            Value::Ref(id) => match self.heap.get(*id) {
                Object::List(items) => !items.is_empty(),
                Object::Tuple(items) => !items.is_empty(),
                Object::Dict(d) | Object::Set(d) | Object::FrozenSet(d) => !d.is_empty(),
                Object::Range(range) => !range.is_empty(),
                Object::DictView { dict, .. } => self.hashed(*dict).is_some_and(|d| !d.is_empty()),
                Object::Instance(instance) => match self.heap.get(instance.class) {
                    Object::Class(class) if class.traits.truth => return None,
                    _ => {
                        return if instance.base.is_unbound() {
                            Some(true)
                        } else {
                            self.truth_of(&instance.base)
                        };
                    }
                },
                _ => true,
            },
            _ => true,
        })
    }

    /// Pushes whether a value is true, or the opposite.
    pub(crate) fn truth(&mut self, frame: &mut Frame, value: Value, negate: bool) -> Done {
        if let Some(truth) = self.truth_of(&value) {
            frame.push(Value::Bool(truth != negate));
            return Ok(Signal::Go);
        }
        let names = self.names();
        if let Some(done) = self.call_special(frame, &value, &names.bool, Vec::new(), Then::Truth { negate })
        {
            return done;
        }
        if let Some(done) = self.call_special(frame, &value, &names.len, Vec::new(), Then::NonZero { negate })
        {
            return done;
        }
        frame.push(Value::Bool(!negate));
        Ok(Signal::Go)
    }

    /// `CONTAINS_OP`: `item in container`, or the opposite.
    pub(crate) fn contains(
        &mut self,
        frame: &mut Frame,
        container: Value,
        item: Value,
        negate: bool,
    ) -> Done {
        if let Some(Object::Instance(_) | Object::Class(_)) = self.as_object(&container) {
            let names = self.names();
            let then = Then::Operator(Box::new(Operator {
                // `__contains__` may return anything: its truth counts.
                kind: OperatorKind::Compare(if negate { (NOT_EQUAL << 5) | 16 } else { (EQUAL << 5) | 16 }),
                left: container.clone(),
                right: item.clone(),
                stage: if negate { u8::MAX } else { 2 },
                swapped: false,
            }));
            if let Some(done) =
                self.call_special(frame, &container, &names.contains, vec![item.clone()], then)
            {
                return done;
            }
            let base = self.base_of(&container);
            if !base.is(&container) {
                return self.contains(frame, base, item, negate);
            }
        }
        if self.recording_memory
            && let Some(object) = container.id()
        {
            let place = Place { object, key: Key::Item(item.clone()) };
            self.effects.push(Effect::Read { place, value: Value::None });
        }
        match self.contains_builtin(&container, &item)? {
            Some(found) => {
                frame.push(Value::Bool(found != negate));
                Ok(Signal::Go)
            }
            None => {
                let callee = self.builtin("__contains_item__");
                self.call_values(frame, &callee, vec![container, item, Value::Bool(negate)], Then::Push)
            }
        }
    }

    fn contains_builtin(&mut self, container: &Value, item: &Value) -> Result<Option<bool>, Raise> {
        if let Value::Str(text) = container {
            return match self.text_of(item) {
                Some(part) => {
                    self.spend_bytes(text.len() / 2);
                    Ok(Some(text.contains(part.as_str())))
                }
                None => {
                    let name = self.class_name(item);
                    Err(self.type_error(format!("'in <string>' requires string as left operand, not {name}")))
                }
            };
        }
        if let (Value::Bytes(bytes), Value::Int(item)) = (container, item) {
            return Ok(Some(bytes.iter().any(|&b| i64::from(b) == *item)));
        }
        let Value::Ref(id) = *container else { return self.not_a_container(container) };
        let items = match self.heap.get(id) {
            Object::List(items) => items.as_slice(),
            Object::Tuple(items) => items,
            Object::Range(range) => {
                let Some(n) = numbers::to_small(item) else { return Ok(None) };
                let inside =
                    if range.step > 0 { range.start..range.stop } else { range.stop + 1..range.start + 1 };
                return Ok(Some(inside.contains(&n) && (n - range.start) % range.step == 0));
            }
            Object::Dict(_) | Object::Set(_) | Object::FrozenSet(_) => {
                return if self.asks_python(item)? { Ok(None) } else { self.dict_has(id, item).map(Some) };
            }
            Object::DictView { dict, kind: DictPart::Keys } => {
                let dict = *dict;
                return if self.asks_python(item)? { Ok(None) } else { self.dict_has(dict, item).map(Some) };
            }
            Object::Iter(_) | Object::Generator(_) | Object::DictView { .. } => return Ok(None),
            _ => return self.not_a_container(container),
        };
        self.spend_items(items.len());
        for candidate in items {
            if candidate.is(item) {
                return Ok(Some(true));
            }
            match self.equal(candidate, item) {
                Some(true) => return Ok(Some(true)),
                Some(false) => {}
                None => return Ok(None),
            }
        }
        Ok(Some(false))
    }

    fn not_a_container(&mut self, container: &Value) -> Result<Option<bool>, Raise> {
        if self.class_attribute(self.class_of(container), &self.image.names.iter).is_some() {
            return Ok(None);
        }
        let name = self.class_name(container);
        Err(self.type_error(format!("argument of type '{name}' is not iterable")))
    }

    /// An integer, as an index must be.
    ///
    /// # Errors
    /// `TypeError`
    pub(crate) fn index_of(&mut self, value: &Value) -> Result<i64, Raise> {
        match self.base_of(value) {
            Value::Int(i) => Ok(i),
            Value::Bool(b) => Ok(i64::from(b)),
            Value::Big(_) => {
                Err(self.raise(class::INDEX_ERROR, "cannot fit 'int' into an index-sized integer"))
            }
            _ => {
                let name = self.class_name(value);
                Err(self.type_error(format!("'{name}' object cannot be interpreted as an integer")))
            }
        }
    }

    /// The built-in value that an object also is, or the value itself.
    pub(crate) fn base_of(&self, value: &Value) -> Value {
        match self.as_object(value) {
            Some(Object::Instance(instance)) if !instance.base.is_unbound() => instance.base.clone(),
            _ => value.clone(),
        }
    }

    /// The text that a value is.
    pub(crate) fn text_of(&self, value: &Value) -> Option<Str> {
        match value {
            Value::Str(text) => Some(text.clone()),
            Value::Ref(_) => self.base_of(value).as_str().cloned(),
            _ => None,
        }
    }

    /// `BINARY_SUBSCR`
    pub(crate) fn subscript(&mut self, frame: &mut Frame, container: Value, key: Value) -> Done {
        if let Some(Object::Instance(instance)) = self.as_object(&container) {
            let base = instance.base.clone();
            let names = self.names();
            let own = base.is_unbound() || self.in_python(&container, &names.getitem);
            if own
                && let Some(done) =
                    self.call_special(frame, &container, &names.getitem, vec![key.clone()], Then::Push)
            {
                return done;
            }
            if !base.is_unbound() {
                return self.subscript_of_base(frame, container, base, key);
            }
        }
        if let Some(Object::Class(_)) = self.as_object(&container) {
            return self.class_subscript(frame, container, key);
        }
        if !matches!(self.as_object(&container), Some(Object::Dict(_)))
            && matches!(self.as_object(&key), Some(Object::Instance(i)) if i.base.is_unbound())
            && self.in_python(&key, &self.image.names.index)
        {
            let callee = self.builtin("__get_by_index__");
            return self.call_values(frame, &callee, vec![container, key], Then::Push);
        }
        match self.get_item(&container, &key)? {
            Some(value) => {
                if self.recording_memory
                    && let Some(object) = container.id()
                {
                    let place = Place { object, key: Key::Item(key) };
                    self.effects.push(Effect::Read { place, value: value.clone() });
                }
                frame.push(value);
                Ok(Signal::Go)
            }
            None => {
                let callee = self.builtin("__get_item__");
                self.call_values(frame, &callee, vec![container, key], Then::Push)
            }
        }
    }

    /// An object of a class that extends a built-in container: a dict's `__missing__` is asked for a missing key.
    fn subscript_of_base(&mut self, frame: &mut Frame, object: Value, base: Value, key: Value) -> Done {
        if let Some(id) = base.id()
            && matches!(self.heap.get(id), Object::Dict(_))
            && !self.asks_python(&key)?
            && !self.dict_has(id, &key)?
        {
            let names = self.names();
            if let Some(done) =
                self.call_special(frame, &object, &names.missing, vec![key.clone()], Then::Push)
            {
                return done;
            }
        }
        self.subscript(frame, base, key)
    }

    fn class_subscript(&mut self, frame: &mut Frame, class: Value, key: Value) -> Done {
        let id = class.id().unwrap_or(class::OBJECT);
        let names = self.names();
        if let Some(method) = self.class_attribute(id, &names.class_getitem) {
            let method = match self.as_object(&method) {
                Some(Object::ClassMethod(function)) => function.clone(),
                _ => method,
            };
            return self.call_values(frame, &method, vec![class, key], Then::Push);
        }
        if let Some(done) = self.call_special(frame, &class, &names.getitem, vec![key.clone()], Then::Push) {
            return done;
        }
        let generic = [class::LIST, class::DICT, class::TUPLE, class::SET, class::FROZENSET, class::TYPE];
        if generic.contains(&id)
            || matches!(self.heap.get(id), Object::Class(c) if generic.contains(&c.layout))
        {
            let callee = self.builtin("__GenericAlias__");
            let request = Request { callee, args: vec![class, key], keywords: Vec::new(), then: Then::Push };
            return self.call(frame, request);
        }
        let name = self.name_of_class(id);
        Err(self.type_error(format!("type '{name}' is not subscriptable")))
    }

    /// An item of a built-in container; none if only Python can find it.
    fn get_item(&mut self, container: &Value, key: &Value) -> Result<Option<Value>, Raise> {
        if let Some(Object::Slice(parts)) = self.as_object(key) {
            let parts = (**parts).clone();
            return self.get_slice(container, &parts).map(Some);
        }
        let Value::Ref(id) = *container else { return self.character(container, key).map(Some) };
        match self.heap.get(id) {
            Object::List(items) => {
                let Some(place) = self.place(key, items.len()) else {
                    return Err(self.bad_index("list", key));
                };
                Ok(Some(items[place].clone()))
            }
            Object::Tuple(items) => {
                let Some(place) = self.place(key, items.len()) else {
                    return Err(self.bad_index("tuple", key));
                };
                Ok(Some(items[place].clone()))
            }
            Object::Range(range) => {
                let Some(place) = self.place(key, range.len()) else {
                    return Err(self.bad_index("range object", key));
                };
                Ok(Some(Value::Int(range.at(place))))
            }
            Object::Dict(_) => {
                if self.asks_python(key)? {
                    return Ok(None);
                }
                match self.dict_get(id, key)? {
                    Some(value) => Ok(Some(value)),
                    None => Err(self.raise_with(class::KEY_ERROR, vec![key.clone()])),
                }
            }
            _ => {
                let name = self.class_name(container);
                Err(self.type_error(format!("'{name}' object is not subscriptable")))
            }
        }
    }

    fn character(&mut self, container: &Value, key: &Value) -> Result<Value, Raise> {
        match container {
            Value::Str(text) => {
                match self.place(key, text.char_len()).and_then(|place| text.char_at(place)) {
                    Some(found) => Ok(Value::str(found.to_string())),
                    None => Err(self.bad_index("string", key)),
                }
            }
            Value::Bytes(bytes) => match self.place(key, bytes.len()) {
                Some(place) => Ok(Value::Int(i64::from(bytes[place]))),
                None => Err(self.bad_index("index", key)),
            },
            _ => {
                let name = self.class_name(container);
                Err(self.type_error(format!("'{name}' object is not subscriptable")))
            }
        }
    }

    /// The place that an index means in a sequence of a length.
    fn place(&self, key: &Value, length: usize) -> Option<usize> {
        let index = match key {
            Value::Int(i) => *i,
            _ => numbers::to_small(&self.base_of(key))?,
        };
        let index = if index < 0 { index + length as i64 } else { index };
        usize::try_from(index).ok().filter(|&i| i < length)
    }

    fn bad_index(&mut self, what: &str, key: &Value) -> Raise {
        match self.base_of(key) {
            Value::Int(_) | Value::Bool(_) | Value::Big(_) => {
                self.raise(class::INDEX_ERROR, format!("{what} index out of range"))
            }
            _ => {
                let name = self.class_name(key);
                let (what, integers) = match what {
                    "string" => ("string", "integers, not"),
                    "range object" => ("range", "integers or slices, not"),
                    other => (other, "integers or slices, not"),
                };
                let quote = if what == "string" { "'" } else { "" };
                let indices = if what == "list" || what == "tuple" || what == "range" {
                    format!("{what} indices must be {integers} {name}")
                } else {
                    format!("{what} indices must be {integers} {quote}{name}{quote}")
                };
                self.type_error(indices)
            }
        }
    }

    /// Start, stop and step of a slice of a sequence of a length, as `slice.indices` gives them.
    pub(crate) fn slice_indices(
        &mut self,
        parts: &[Value; 3],
        length: usize,
    ) -> Result<(i64, i64, i64), Raise> {
        let step = if parts[2].is_none() { 1 } else { self.index_of(&parts[2])? };
        if step == 0 {
            return Err(self.value_error("slice step cannot be zero"));
        }
        let length = length as i64;
        let (low, high) = if step > 0 { (0, length) } else { (-1, length - 1) };
        let mut bound = |part: &Value, default: i64| -> Result<i64, Raise> {
            if part.is_none() {
                return Ok(default);
            }
            if !matches!(self.base_of(part), Value::Int(_) | Value::Bool(_)) {
                return Err(
                    self.type_error("slice indices must be integers or None or have an __index__ method")
                );
            }
            let index = self.index_of(part)?;
            Ok((if index < 0 { index + length } else { index }).clamp(low, high))
        };
        let start = bound(&parts[0], if step > 0 { low } else { high })?;
        let stop = bound(&parts[1], if step > 0 { high } else { low })?;
        Ok((start, stop, step))
    }

    fn slice_places(&mut self, parts: &[Value; 3], length: usize) -> Result<Vec<usize>, Raise> {
        let (start, stop, step) = self.slice_indices(parts, length)?;
        let range = crate::object::Range { start, stop, step };
        self.spend_items(length / 4 + range.len());
        self.heap.grow(range.len());
        Ok((0..range.len()).map(|i| range.at(i) as usize).collect())
    }

    /// The items of a list or tuple that a slice names.
    fn items_at(
        &mut self,
        container: &Value,
        parts: &[Value; 3],
        length: usize,
    ) -> Result<Vec<Value>, Raise> {
        let (start, stop, step) = self.slice_indices(parts, length)?;
        let range = crate::object::Range { start, stop, step };
        self.spend_items(4 * range.len());
        let items = match self.as_object(container) {
            Some(Object::List(items)) => items.as_slice(),
            Some(Object::Tuple(items)) => items,
            _ => &[],
        };
        Ok((0..range.len()).filter_map(|i| items.get(range.at(i) as usize).cloned()).collect())
    }

    fn get_slice(&mut self, container: &Value, parts: &[Value; 3]) -> Result<Value, Raise> {
        match container {
            // The common case, without a list of places.
            Value::Str(text) if text.is_ascii() && matches!(parts[2], Value::None) => {
                let text = text.clone();
                let (start, stop, _) = self.slice_indices(parts, text.len())?;
                let part = text.get(start as usize..stop.max(start) as usize).unwrap_or_default();
                self.make_room(part.len())?;
                Ok(Value::str(part))
            }
            Value::Str(text) => {
                let text = text.clone();
                let places = self.slice_places(parts, text.char_len())?;
                if text.is_ascii() {
                    let bytes = text.as_bytes();
                    return Ok(Value::str(places.iter().map(|&i| bytes[i] as char).collect::<String>()));
                }
                let chars: Vec<char> = text.chars().collect();
                Ok(Value::str(places.iter().map(|&i| chars[i]).collect::<String>()))
            }
            Value::Bytes(bytes) => {
                let places = self.slice_places(parts, bytes.len())?;
                Ok(Value::Bytes(places.iter().map(|&i| bytes[i]).collect()))
            }
            _ => match self.as_object(container) {
                Some(Object::List(items)) => {
                    let length = items.len();
                    let part = self.items_at(container, parts, length)?;
                    Ok(self.new_list(part))
                }
                Some(Object::Tuple(items)) => {
                    let length = items.len();
                    let part = self.items_at(container, parts, length)?;
                    Ok(self.new_tuple(part))
                }
                Some(Object::Range(range)) => {
                    let range = *range;
                    let (start, stop, step) = self.slice_indices(parts, range.len())?;
                    let at = |index: i64| range.start + range.step * index;
                    let slice =
                        crate::object::Range { start: at(start), stop: at(stop), step: range.step * step };
                    Ok(Value::Ref(self.heap.add(Object::Range(slice))))
                }
                Some(Object::Dict(_)) => Err(self.type_error("unhashable type: 'slice'")),
                _ => {
                    let name = self.class_name(container);
                    Err(self.type_error(format!("'{name}' object is not subscriptable")))
                }
            },
        }
    }

    /// `STORE_SUBSCR`
    pub(crate) fn set_item(&mut self, frame: &mut Frame, container: Value, key: Value, value: Value) -> Done {
        if let Some(Object::Instance(instance)) = self.as_object(&container) {
            let base = instance.base.clone();
            let names = self.names();
            let own = base.is_unbound() || self.in_python(&container, &names.setitem);
            let args = vec![key.clone(), value.clone()];
            if own
                && let Some(done) = self.call_special(frame, &container, &names.setitem, args, Then::Discard)
            {
                return done;
            }
            if !base.is_unbound() {
                return self.set_item(frame, base, key, value);
            }
        }
        if let Some(Object::Slice(parts)) = self.as_object(&key) {
            let parts = (**parts).clone();
            return self.set_slice(frame, &container, &parts, value);
        }
        let id = container.id().unwrap_or(Id(0));
        if self.recording_memory {
            let place = Place { object: id, key: Key::Item(key.clone()) };
            self.effects.push(Effect::Write { place, value: value.clone() });
        }
        match self.as_object(&container) {
            Some(Object::List(items)) => {
                let Some(place) = self.place(&key, items.len()) else {
                    return Err(match self.bad_index("list", &key) {
                        raise if self.exception_class(raise) == class::INDEX_ERROR => {
                            self.raise(class::INDEX_ERROR, "list assignment index out of range")
                        }
                        raise => raise,
                    });
                };
                if let Object::List(items) = self.heap.get_mut(id) {
                    items[place] = value;
                }
                Ok(Signal::Go)
            }
            Some(Object::Dict(_)) => {
                if self.asks_python(&key)? {
                    let callee = self.builtin("__set_item__");
                    return self.call_values(frame, &callee, vec![container, key, value], Then::Discard);
                }
                self.dict_set(id, key, value)?;
                Ok(Signal::Go)
            }
            _ => {
                let name = self.class_name(&container);
                Err(self.type_error(format!("'{name}' object does not support item assignment")))
            }
        }
    }

    fn set_slice(&mut self, frame: &mut Frame, container: &Value, parts: &[Value; 3], value: Value) -> Done {
        let Some(Object::List(items)) = self.as_object(container) else {
            let name = self.class_name(container);
            return Err(self.type_error(format!("'{name}' object does not support item assignment")));
        };
        let length = items.len();
        let Some(new) = self.native_items(&value) else {
            let callee = self.builtin("__set_slice__");
            let slice = self.heap.add(Object::Slice(Box::new(parts.clone())));
            return self.call_values(
                frame,
                &callee,
                vec![container.clone(), slice.into(), value],
                Then::Discard,
            );
        };
        let (start, stop, step) = self.slice_indices(parts, length)?;
        if step == 1 {
            let (start, stop) = (start as usize, stop.max(start) as usize);
            self.spend_items(length);
            self.heap.grow(new.len() * weight::VALUE);
            if let Some(Object::List(items)) = container.id().map(|id| self.heap.get_mut(id)) {
                items.splice(start..stop, new);
            }
            return Ok(Signal::Go);
        }
        let places = self.slice_places(parts, length)?;
        if places.len() != new.len() {
            let (given, wanted) = (new.len(), places.len());
            let message =
                format!("attempt to assign sequence of size {given} to extended slice of size {wanted}");
            return Err(self.value_error(message));
        }
        if let Some(Object::List(items)) = container.id().map(|id| self.heap.get_mut(id)) {
            for (place, item) in places.into_iter().zip(new) {
                items[place] = item;
            }
        }
        Ok(Signal::Go)
    }

    /// `DELETE_SUBSCR`
    pub(crate) fn delete_item(&mut self, frame: &mut Frame, container: Value, key: Value) -> Done {
        if let Some(Object::Instance(instance)) = self.as_object(&container) {
            let base = instance.base.clone();
            let names = self.names();
            let args = vec![key.clone()];
            if let Some(done) = self.call_special(frame, &container, &names.delitem, args, Then::Discard) {
                return done;
            }
            if !base.is_unbound() {
                return self.delete_item(frame, base, key);
            }
        }
        let id = container.id().unwrap_or(Id(0));
        let place = Place { object: id, key: Key::Item(key.clone()) };
        self.record(|| Effect::Delete { place });
        match self.as_object(&container) {
            Some(Object::List(items)) => {
                let length = items.len();
                let places = match self.as_object(&key) {
                    Some(Object::Slice(parts)) => {
                        let parts = (**parts).clone();
                        self.slice_places(&parts, length)?
                    }
                    _ => match self.place(&key, length) {
                        Some(place) => vec![place],
                        None => {
                            return Err(self.raise(class::INDEX_ERROR, "list assignment index out of range"));
                        }
                    },
                };
                if let Object::List(items) = self.heap.get_mut(id) {
                    let mut place = 0;
                    items.retain(|_| {
                        place += 1;
                        !places.contains(&(place - 1))
                    });
                }
                Ok(Signal::Go)
            }
            Some(Object::Dict(_)) => {
                if self.asks_python(&key)? {
                    let callee = self.builtin("__delete_item__");
                    return self.call_values(frame, &callee, vec![container, key], Then::Discard);
                }
                match self.dict_remove(id, &key)? {
                    Some(_) => Ok(Signal::Go),
                    None => Err(self.raise_with(class::KEY_ERROR, vec![key])),
                }
            }
            _ => {
                let name = self.class_name(&container);
                Err(self.type_error(format!("'{name}' object doesn't support item deletion")))
            }
        }
    }
}

fn holds(which: u32, order: Ordering) -> bool {
    match which {
        0 => order.is_lt(),
        1 => order.is_le(),
        EQUAL => order.is_eq(),
        NOT_EQUAL => order.is_ne(),
        4 => order.is_gt(),
        _ => order.is_ge(),
    }
}

fn repeated(items: &[Value], times: usize) -> Vec<Value> {
    std::iter::repeat_n(items, times).flatten().cloned().collect()
}
