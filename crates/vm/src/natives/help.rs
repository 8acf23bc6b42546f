//! What every native needs: its object and arguments taken apart, with CPython's messages where they do not fit.

use crate::effect::{Effect, Key, Place};
use crate::machine::Machine;
use crate::native::{Args, Flow, NativeResult, Raise};
use crate::object::{Instance, Object};
use crate::text::Str;
use crate::value::{Id, Value};

/// `1 argument`, `2 arguments`
pub(crate) fn arguments(count: usize) -> String {
    format!("{count} argument{}", if count == 1 { "" } else { "s" })
}

/// A function's result.
pub(crate) fn give(value: impl Into<Value>) -> NativeResult {
    Ok(Flow::Value(value.into()))
}

impl From<usize> for Value {
    fn from(value: usize) -> Value {
        Value::Int(value as i64)
    }
}

impl From<String> for Value {
    fn from(value: String) -> Value {
        Value::str(value)
    }
}

impl Machine {
    /// A new object of a class: the value itself, or, for a subclass of the built-in one, an object that it is in.
    pub(crate) fn wrap(&mut self, class: &Value, builtin: Id, value: Value) -> Value {
        match class {
            Value::Ref(class) if *class != builtin => {
                let dict = self.new_dict();
                Value::Ref(self.heap.add(Object::Instance(Instance { class: *class, dict, base: value })))
            }
            _ => value,
        }
    }

    /// Calls a function of the library's Python in place of the native.
    pub(crate) fn ask_python(&mut self, function: &str, args: Vec<Value>) -> NativeResult {
        let callee = self.builtin(function);
        Ok(Flow::call(callee, args))
    }

    /// Notes that the running step read an object.
    pub(crate) fn saw(&mut self, object: Id, key: Key) {
        if self.recording_memory {
            self.effects.push(Effect::Read { place: Place { object, key }, value: Value::None });
        }
    }

    /// Notes that the running step changed an object.
    pub(crate) fn changed(&mut self, object: Id, key: Key) {
        if self.recording_memory {
            self.effects.push(Effect::Write { place: Place { object, key }, value: Value::None });
        }
    }

    /// All items of what is built in and needs no Python to be iterated, an iterator's being used up; none for the rest.
    ///
    /// # Errors
    /// `RuntimeError` if a dict changed under its iterator, `MemoryError` if there are too many.
    pub(crate) fn take_items(&mut self, iterable: &Value) -> Result<Option<Vec<Value>>, Raise> {
        if let Some(items) = self.native_items(iterable) {
            if let Some(id) = iterable.id() {
                self.saw(id, Key::Whole);
            }
            return Ok(Some(items));
        }
        let Some(id) = iterable.id() else { return Ok(None) };
        match self.heap.get(id) {
            // What is left here is too long.
            Object::Range(range) => {
                let size = range.len().saturating_mul(crate::weight::VALUE);
                self.check_size(size)?;
                Ok(None)
            }
            Object::Instance(instance) if !instance.base.is_unbound() => {
                let (class, base) = (instance.class, instance.base.clone());
                match self.class_attribute(class, &self.image.names.iter) {
                    Some(Value::Native(_)) => self.take_items(&base),
                    _ => Ok(None),
                }
            }
            Object::DictView { .. } | Object::Iter(_) => {
                let Some(Value::Ref(iter)) = self.native_iter(iterable) else { return Ok(None) };
                let mut items = Vec::new();
                while let Some(item) = self.advance(iter)? {
                    items.push(item);
                    self.check_size(items.len().saturating_mul(16))?;
                }
                Ok(Some(items))
            }
            _ => Ok(None),
        }
    }

    /// The arguments behind the object that a method was called on, if they are as many as it takes.
    pub(crate) fn method_args<'a>(
        &mut self,
        args: Args<'a>,
        class: &str,
        name: &str,
        least: usize,
        most: usize,
    ) -> Result<(Value, &'a [Value]), Raise> {
        let Some((this, rest)) = args.values.split_first() else {
            return Err(self.type_error(format!("unbound method {class}.{name}() needs an argument")));
        };
        if !args.keywords.is_empty() {
            return Err(self.type_error(format!("{class}.{name}() takes no keyword arguments")));
        }
        if !(least..=most).contains(&rest.len()) {
            self.check_count(&format!("{class}.{name}"), name, rest.len(), least, most)?;
        }
        Ok((self.base_of(this), rest))
    }

    /// Raises CPython's `TypeError` if there are too few or too many arguments by position.
    pub(crate) fn check_count(
        &mut self,
        full_name: &str,
        name: &str,
        given: usize,
        least: usize,
        most: usize,
    ) -> Result<(), Raise> {
        if (least..=most).contains(&given) {
            return Ok(());
        }
        Err(self.type_error(match (least, most) {
            (0, 0) => format!("{full_name}() takes no arguments ({given} given)"),
            (1, 1) => format!("{full_name}() takes exactly one argument ({given} given)"),
            _ if least == most => format!("{name} expected {}, got {given}", arguments(least)),
            _ if given < least => format!("{name} expected at least {}, got {given}", arguments(least)),
            _ => format!("{name} expected at most {}, got {given}", arguments(most)),
        }))
    }

    /// The arguments of a function that takes none by name.
    pub(crate) fn function_args<'a>(
        &mut self,
        args: Args<'a>,
        name: &str,
        least: usize,
        most: usize,
    ) -> Result<&'a [Value], Raise> {
        if !args.keywords.is_empty() {
            return Err(self.type_error(format!("{name}() takes no keyword arguments")));
        }
        self.check_count(name, name, args.values.len(), least, most)?;
        Ok(args.values)
    }

    /// The class that a constructor was called for, and its arguments.
    pub(crate) fn new_args<'a>(
        &mut self,
        args: Args<'a>,
        name: &str,
        most: usize,
    ) -> Result<(&'a Value, &'a [Value]), Raise> {
        let Some((class, rest)) = args.values.split_first() else {
            return Err(self.type_error(format!("{name}.__new__(): not enough arguments")));
        };
        // A class of one's own may take names for its `__init__`.
        if !args.keywords.is_empty() && class.id().is_some_and(|id| id.0 < crate::class::BUILTIN.len() as u32)
        {
            return Err(self.type_error(format!("{name}() takes no keyword arguments")));
        }
        if rest.len() > most {
            let given = rest.len();
            return Err(self.type_error(format!("{name} expected at most {}, got {given}", arguments(most))));
        }
        Ok((class, rest))
    }

    /// Arguments that can be given by position or by name, behind the first `skip`.
    pub(crate) fn named_args<'a, const N: usize>(
        &mut self,
        args: Args<'a>,
        function: &str,
        skip: usize,
        names: [&str; N],
    ) -> Result<[Option<&'a Value>; N], Raise> {
        let mut found = [None; N];
        let given = args.values.len().saturating_sub(skip);
        if given + args.keywords.len() > N {
            let given = given + args.keywords.len();
            return Err(
                self.type_error(format!("{function}() takes at most {} ({given} given)", arguments(N)))
            );
        }
        for (slot, value) in found.iter_mut().zip(args.values.iter().skip(skip)) {
            *slot = Some(value);
        }
        for (name, value) in args.keywords {
            match names.iter().position(|known| *known == name.as_str()) {
                None => {
                    return Err(
                        self.type_error(format!("{function}() got an unexpected keyword argument '{name}'"))
                    );
                }
                Some(place) if found[place].is_some() => {
                    let place = place + 1;
                    return Err(self.type_error(format!(
                        "argument for {function}() given by name ('{name}') and position ({place})"
                    )));
                }
                Some(place) => found[place] = Some(value),
            }
        }
        Ok(found)
    }

    /// Says that a method was called on an object of another class.
    pub(crate) fn wrong_self(&mut self, class: &str, name: &str, this: &Value) -> Raise {
        let given = self.class_name(this);
        self.type_error(format!(
            "descriptor '{name}' for '{class}' objects doesn't apply to a '{given}' object"
        ))
    }

    /// An argument that must be text.
    pub(crate) fn text_arg(&mut self, value: &Value, what: &str) -> Result<Str, Raise> {
        match self.text_of(value) {
            Some(text) => Ok(text),
            None => {
                let given = if value.is_none() { "None".into() } else { self.class_name(value) };
                Err(self.type_error(format!("{what} must be str, not {given}")))
            }
        }
    }

    /// The bounds of a part of a sequence, as slices take them: negative ones count from the end.
    pub(crate) fn bounds(
        &mut self,
        start: Option<&Value>,
        stop: Option<&Value>,
        len: usize,
    ) -> Result<(usize, usize), Raise> {
        let mut place = |value: Option<&Value>, default: usize| match value {
            None | Some(Value::None) => Ok(default),
            Some(value) => match self.base_of(value) {
                Value::Big(big) => Ok(if big.sign() == num_bigint::Sign::Minus { 0 } else { len }),
                value => match crate::numbers::to_small(&value) {
                    Some(index) if index < 0 => Ok((len as i64).saturating_add(index).max(0) as usize),
                    Some(index) => Ok(usize::try_from(index).unwrap_or(usize::MAX)),
                    None => {
                        Err(self
                            .type_error("slice indices must be integers or None or have an __index__ method"))
                    }
                },
            },
        };
        let start = place(start, 0)?;
        let stop = place(stop, len)?.min(len);
        Ok((start, stop))
    }
}
