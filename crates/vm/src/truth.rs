//! Truth and containment.

use crate::effect::{Effect, Key, Place};
use crate::execute::{Done, Signal};
use crate::frame::{Frame, Operator, OperatorKind, Then};
use crate::machine::Machine;
use crate::native::Raise;
use crate::numbers::{self};
use crate::object::{DictPart, Object};
use crate::value::Value;

use crate::operators::{EQUAL, NOT_EQUAL};

impl Machine {
    /// Whether a value is true; none if only Python can tell.
    pub(crate) fn truth_of(&self, value: &Value) -> Option<bool> {
        Some(match value {
            Value::Unbound | Value::None => false,
            Value::Bool(b) => *b,
            Value::Int(i) => *i != 0,
            Value::Float(f) => *f != 0.0,
            Value::Str(text) => !text.is_empty(),
            Value::Bytes(bytes) => !bytes.is_empty(),
            Value::Ref(id) => match self.noted(*id) {
                Object::List(items) => !items.is_empty(),
                Object::Tuple(items) => !items.is_empty(),
                Object::Dict(d) | Object::Set(d) | Object::FrozenSet(d) => !d.is_empty(),
                Object::Range(range) => !range.is_empty(),
                Object::DictView { dict, .. } => self.hashed(*dict).is_some_and(|d| !d.is_empty()),
                Object::Instance(instance) => match self.heap.get(instance.class) {
                    Object::Class(class) if self.traits(instance.class, class).truth => return None,
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
        if let (Value::Bytes(bytes), Value::Bytes(part)) = (container, item) {
            self.spend_bytes(bytes.len());
            return Ok(Some(part.is_empty() || bytes.windows(part.len()).any(|there| *there == part[..])));
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
}
