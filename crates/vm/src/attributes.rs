//! Looking up, setting and deleting attributes and names.

use crate::class;
use crate::effect::{Effect, Key, Place};
use crate::execute::{Done, Signal};
use crate::frame::{Frame, Then};
use crate::machine::Machine;
use crate::native::{Binding, Raise, Request};
use crate::object::{DictPart, GeneratorKind, Instance, Iter, Object};
use crate::sync::Sync;
use crate::text::Str;
use crate::value::{Id, Value};

/// What a look-up found.
pub(crate) enum Found {
    /// A value.
    Value(Value),
    /// A function, to be bound to the object that it was looked up on.
    Method(Value),
    /// A getter, to be called with the object.
    Getter(Value),
    /// An object with `__get__`, to be called with the object and its class.
    Descriptor(Value),
    /// Its class computes attributes: what is to be asked.
    Computed(Value),
    /// Nothing.
    Nothing,
}

impl Machine {
    /// The class of a value.
    pub fn class_of(&self, value: &Value) -> Id {
        match value {
            Value::Unbound | Value::None => class::NONE_TYPE,
            Value::NotImplemented => class::NOT_IMPLEMENTED_TYPE,
            Value::Ellipsis => class::ELLIPSIS_TYPE,
            Value::Bool(_) => class::BOOL,
            Value::Int(_) | Value::Big(_) => class::INT,
            Value::Float(_) => class::FLOAT,
            Value::Str(_) => class::STR,
            Value::Bytes(_) => class::BYTES,
            Value::Code(_) => class::CODE,
            Value::Native(_) => class::BUILTIN_FUNCTION,
            Value::Ref(id) => match self.heap.get(*id) {
                Object::Free(_) => class::OBJECT,
                Object::List(_) => class::LIST,
                Object::Tuple(_) => class::TUPLE,
                Object::Dict(_) => class::DICT,
                Object::Set(_) => class::SET,
                Object::FrozenSet(_) => class::FROZENSET,
                Object::Range(_) => class::RANGE,
                Object::Slice(_) => class::SLICE,
                Object::Cell(_) => class::CELL,
                Object::Function(f) if Some(f.globals) == self.image.builtins => class::BUILTIN_FUNCTION,
                Object::Function(_) => class::FUNCTION,
                Object::Method { function: Value::Native(_), .. } => class::BUILTIN_FUNCTION,
                Object::Method { .. } => class::METHOD,
                Object::Class(class) => class.meta,
                Object::Instance(instance) => {
                    self.looked_at_class(*id, &self.image.names.class);
                    instance.class
                }
                Object::Exception(exception) => exception.class,
                Object::Traceback(_) => class::TRACEBACK,
                Object::Module { .. } => class::MODULE,
                Object::Iter(Iter::Range { .. }) => class::RANGE_ITERATOR,
                Object::Iter(Iter::List { .. }) => class::LIST_ITERATOR,
                Object::Iter(Iter::Reversed { .. }) => class::REVERSE_ITERATOR,
                Object::Iter(Iter::Tuple { .. }) => class::TUPLE_ITERATOR,
                Object::Iter(Iter::Str { .. }) => class::STR_ITERATOR,
                Object::Iter(Iter::Dict { .. }) => class::DICT_ITERATOR,
                Object::Generator(generator) => match generator.kind {
                    GeneratorKind::Generator => class::GENERATOR,
                    GeneratorKind::Coroutine => class::COROUTINE,
                    GeneratorKind::AsyncGenerator => class::ASYNC_GENERATOR,
                },
                Object::Property(_) => class::PROPERTY,
                Object::StaticMethod(_) => class::STATICMETHOD,
                Object::ClassMethod(_) => class::CLASSMETHOD,
                Object::Super { .. } => class::SUPER,
                Object::DictView { kind: DictPart::Keys, .. } => class::DICT_KEYS,
                Object::DictView { kind: DictPart::Values, .. } => class::DICT_VALUES,
                Object::DictView { kind: DictPart::Items, .. } => class::DICT_ITEMS,
                Object::Sync(sync) => match **sync {
                    Sync::Lock { .. } => class::LOCK,
                    Sync::RLock { .. } => class::RLOCK,
                    Sync::Tasks { .. } => class::TASK_QUEUE,
                    Sync::Event { .. } => class::EVENT,
                    Sync::Semaphore { .. } => class::SEMAPHORE,
                    Sync::Condition { .. } => class::CONDITION,
                    Sync::Barrier { .. } => class::BARRIER,
                    Sync::Queue { .. } => class::QUEUE,
                },
                Object::Database(_) => class::DATABASE,
            },
        }
    }

    /// The object that a value names.
    pub(crate) fn as_object(&self, value: &Value) -> Option<&Object> {
        value.id().map(|id| self.heap.get(id))
    }

    /// A class's attribute, looked for in it and then its bases.
    pub(crate) fn class_attribute(&self, class: Id, name: &Str) -> Option<Value> {
        let Object::Class(class) = self.heap.get(class) else { return None };
        if class.is_deep() {
            self.spend_items(class.mro.len());
        }
        class.mro.iter().find_map(|&base| {
            self.looked_at_class(base, name);
            let Object::Class(base) = self.heap.get(base) else { return None };
            let Object::Dict(dict) = self.heap.get(base.dict) else { return None };
            dict.find_hinted(name, name.place()).map(|at| dict.entry(at).value.clone())
        })
    }

    /// Whether a class is another or has it among its bases.
    pub(crate) fn is_subclass(&self, class: Id, base: Id) -> bool {
        class == base || matches!(self.heap.get(class), Object::Class(c) if c.mro.contains(&base))
    }

    /// Whether a value is an instance of a class or of one that has it among its bases.
    pub(crate) fn is_instance_of(&self, value: &Value, class: Id) -> bool {
        self.is_subclass(self.class_of(value), class)
    }

    /// The name of a value's class, as messages have it.
    pub(crate) fn class_name(&self, value: &Value) -> Str {
        let id = self.class_of(value);
        match self.heap.get(id) {
            // CPython has these in C, where a class is named with its module.
            Object::Class(class)
                if matches!(
                    (class.module.as_str(), class.name.as_str()),
                    ("collections", "deque" | "defaultdict" | "OrderedDict")
                        | ("functools", "partial")
                        | ("itertools", _)
                        | ("types", "SimpleNamespace")
                ) =>
            {
                Str::from(format!("{}.{}", class.module, class.name))
            }
            _ => self.name_of_class(id),
        }
    }

    pub(crate) fn name_of_class(&self, id: Id) -> Str {
        match self.heap.get(id) {
            Object::Class(class) => class.name.clone(),
            _ => "?".into(),
        }
    }

    /// Looks an attribute up, without calling anything.
    pub(crate) fn look_up(&self, object: &Value, name: &Str) -> Found {
        match self.as_object(object) {
            Some(Object::Instance(instance)) => match self.computes(object, instance) {
                Some(hook) => Found::Computed(hook),
                None => self.look_up_instance(instance, name),
            },
            Some(Object::Class(class)) => self.look_up_class(object, class.meta, name),
            Some(Object::Module { dict, .. }) => match self.dict_get_str(*dict, name) {
                Some(value) => Found::Value(value),
                None => self.special_attribute(object, name).map_or(Found::Nothing, Found::Value),
            },
            Some(Object::Super { class, this }) => self.look_up_super(*class, this, name),
            _ => {
                let class = self.class_of(object);
                let own = match self.as_object(object) {
                    Some(Object::Exception(e)) => e.dict.id(),
                    Some(Object::Function(f)) => f.dict.id(),
                    Some(Object::Method { function, .. }) => match self.as_object(function) {
                        Some(Object::Function(f)) => f.dict.id(),
                        _ => None,
                    },
                    _ => None,
                };
                if let Some(value) = own.and_then(|dict| self.dict_get_str(dict, name)) {
                    return Found::Value(value);
                }
                if let Some(value) = self.special_attribute(object, name) {
                    return Found::Value(value);
                }
                match self.class_attribute(class, name) {
                    Some(found) => self.bind_found(found, class),
                    None => Found::Nothing,
                }
            }
        }
    }

    /// What computes an object's attributes, if its class has a `__getattribute__` of its own.
    fn computes(&self, object: &Value, instance: &Instance) -> Option<Value> {
        if let Some(id) = object.id() {
            self.looked_at_class(id, &self.image.names.class);
        }
        match self.heap.get(instance.class) {
            Object::Class(class) if self.traits(instance.class, class).getattribute => {
                self.class_attribute(instance.class, &self.image.names.getattribute)
            }
            _ => None,
        }
    }

    /// Looks an attribute up as `object.__getattribute__` does.
    pub(crate) fn look_up_plainly(&self, object: &Value, name: &Str) -> Found {
        match self.as_object(object) {
            Some(Object::Instance(instance)) => self.look_up_instance(instance, name),
            _ => self.look_up(object, name),
        }
    }

    fn look_up_instance(&self, instance: &Instance, name: &Str) -> Found {
        let Object::Class(class) = self.heap.get(instance.class) else { return Found::Nothing };
        if self.traits(instance.class, class).data_descriptors
            && let Some(found) = self.class_attribute(instance.class, name)
        {
            let found = self.bind_found(found, instance.class);
            match &found {
                Found::Getter(_) => return found,
                Found::Descriptor(descriptor)
                    if self.class_attribute(self.class_of(descriptor), &self.image.names.set).is_some() =>
                {
                    return found;
                }
                _ => {}
            }
        }
        if let Object::Dict(dict) = self.heap.get(instance.dict)
            && let Some(value) = dict.get_str(name)
        {
            return Found::Value(value.clone());
        }
        match self.class_attribute(instance.class, name) {
            Some(found) => self.bind_found(found, instance.class),
            None if *name == self.image.names.class => Found::Value(Value::Ref(instance.class)),
            None if *name == self.image.names.dict && !class.traits.sealed => {
                Found::Value(Value::Ref(instance.dict))
            }
            None => Found::Nothing,
        }
    }

    fn look_up_class(&self, object: &Value, meta: Id, name: &Str) -> Found {
        let Value::Ref(id) = *object else { return Found::Nothing };
        if let Some(value) = self.special_attribute(object, name) {
            return Found::Value(value);
        }
        if let Some(found) = self.class_attribute(id, name) {
            return match self.bind_found(found, id) {
                // A function looked up on its class is the function itself.
                Found::Method(function) => Found::Value(function),
                Found::Getter(Value::Native(getter)) if getter.0.binding == Binding::Getter => {
                    // A class has this attribute of its own, such as its `__mro__`.
                    match self.class_attribute(meta, name) {
                        Some(found) => self.bind_found(found, meta),
                        None => Found::Nothing,
                    }
                }
                Found::Getter(Value::Ref(class)) if class == id => Found::Getter(Value::Ref(class)),
                Found::Getter(_) => Found::Value(self.class_attribute(id, name).unwrap_or(Value::None)),
                other => other,
            };
        }
        match self.class_attribute(meta, name) {
            Some(found) => self.bind_found(found, meta),
            None => Found::Nothing,
        }
    }

    fn look_up_super(&self, class: Id, this: &Value, name: &Str) -> Found {
        let Some((value, own)) = self.attribute_behind(class, this, name) else { return Found::Nothing };
        match self.bind_found(value, own) {
            // In a class method, `super()` gives plain functions of the class.
            Found::Method(function) if this.id() == Some(own) && *name == self.image.names.new => {
                Found::Value(function)
            }
            found => found,
        }
    }

    /// The attribute that comes after a class in the order of those of `this`, and whose order that is.
    fn attribute_behind(&self, class: Id, this: &Value, name: &Str) -> Option<(Value, Id)> {
        let own = match this.id() {
            Some(id)
                if matches!(self.heap.get(id), Object::Class(_)) && !self.is_instance_of(this, class) =>
            {
                id
            }
            _ => self.class_of(this),
        };
        let Object::Class(start) = self.heap.get(own) else { return None };
        let mut behind = start.mro.iter().skip_while(|&&id| id != class).skip(1);
        let found = behind.find_map(|&base| match self.heap.get(base) {
            Object::Class(base) => self.dict_get_str(base.dict, name),
            _ => None,
        })?;
        Some((found, own))
    }

    /// What becomes of a class's attribute that is looked up on one of its instances.
    fn bind_found(&self, found: Value, class: Id) -> Found {
        match &found {
            Value::Native(native) => match native.0.binding {
                Binding::Method => Found::Method(found),
                Binding::Static => Found::Value(found),
                Binding::Class => Found::Getter(Value::Ref(class)),
                Binding::Getter => Found::Getter(found),
            },
            Value::Ref(id) => match self.heap.get(*id) {
                Object::Function(_) => Found::Method(found),
                Object::Property(parts) => Found::Getter(parts[0].clone()),
                Object::StaticMethod(function) => Found::Value(function.clone()),
                Object::Instance(instance) => {
                    match self.class_attribute(instance.class, &self.image.names.get) {
                        Some(_) => Found::Descriptor(found),
                        None => Found::Value(found),
                    }
                }
                _ => Found::Value(found),
            },
            _ => Found::Value(found),
        }
    }

    /// Class methods need the class they are bound to, which is found here.
    fn class_method(&self, object: &Value, name: &Str) -> Option<(Value, Id)> {
        let (raw, class) = match self.as_object(object) {
            Some(Object::Class(_)) => {
                let id = object.id()?;
                match self.class_attribute(id, name) {
                    Some(raw) => (raw, id),
                    None => (self.class_attribute(self.class_of(object), name)?, self.class_of(object)),
                }
            }
            Some(Object::Super { class, this }) => self.attribute_behind(*class, this, name)?,
            _ => {
                let class = self.class_of(object);
                (self.class_attribute(class, name)?, class)
            }
        };
        match &raw {
            Value::Native(native) if native.0.binding == Binding::Class => Some((raw, class)),
            Value::Ref(id) => match self.heap.get(*id) {
                Object::ClassMethod(function) => Some((function.clone(), class)),
                _ => None,
            },
            _ => None,
        }
    }

    /// `LOAD_ATTR`: pushes the attribute, or, in the method form, a function and what it is bound to.
    pub(crate) fn load_attribute(&mut self, frame: &mut Frame, name: usize, method: bool) -> Done {
        let object = frame.pop();
        let found = self.look_up(&object, &frame.code.names[name]);
        // Of all others no attribute is quick.
        if !matches!(self.as_object(&object), Some(Object::Instance(_) | Object::Module { .. })) {
            self.spend_beside();
        }
        if let Found::Method(function) = found {
            if self.searching {
                self.missed_in(&object, &frame.code.names[name]);
            }
            if method {
                frame.push(function);
                frame.push(object);
            } else {
                self.spend_beside();
                let bound = self.heap.add(Object::Method { function, this: object });
                frame.push(Value::Ref(bound));
            }
            return Ok(Signal::Go);
        }
        let name = frame.code.names[name].clone();
        let then = if method { Then::Callee } else { Then::Push };
        self.finish_look_up(frame, object, name, found, then)
    }

    /// Pushes what a look-up found, which may mean calling a getter first.
    pub(crate) fn finish_look_up(
        &mut self,
        frame: &mut Frame,
        object: Value,
        name: Str,
        found: Found,
        then: Then,
    ) -> Done {
        if !matches!(found, Found::Value(_)) {
            self.spend_beside();
        }
        match found {
            Found::Value(value) => {
                if let Some((function, class)) = self.plain_class_method(&object, &name, &value) {
                    let bound = self.heap.add(Object::Method { function, this: Value::Ref(class) });
                    return self.deliver(frame, then, Value::Ref(bound));
                }
                if self.recording_memory
                    && let Some(place) = self.place_of_attribute(&object, &name)
                {
                    self.effects.push(Effect::Read { place, value: value.clone() });
                    self.searched_for(&object, &name);
                }
                self.deliver(frame, then, value)
            }
            Found::Method(function) => {
                self.missed_in(&object, &name);
                let bound = self.heap.add(Object::Method { function, this: object });
                self.deliver(frame, then, Value::Ref(bound))
            }
            Found::Getter(getter) => {
                if let Some((function, class)) = self.class_method(&object, &name) {
                    let bound = self.heap.add(Object::Method { function, this: Value::Ref(class) });
                    return self.deliver(frame, then, Value::Ref(bound));
                }
                let this = self.super_target(&object);
                self.call_values(frame, &getter, vec![this], then)
            }
            Found::Descriptor(descriptor) => {
                let get = self.class_attribute(self.class_of(&descriptor), &self.image.names.get);
                let this = self.super_target(&object);
                let (this, owner) = match self.as_object(&this) {
                    Some(Object::Class(_)) => (Value::None, this.clone()),
                    _ => (this.clone(), Value::Ref(self.class_of(&this))),
                };
                self.call_values(frame, &get.unwrap_or(Value::None), vec![descriptor, this, owner], then)
            }
            Found::Computed(hook) => {
                let callee = self.builtin("__computed__");
                self.call_values(frame, &callee, vec![hook, object, Value::Str(name)], then)
            }
            Found::Nothing => {
                self.searched_for(&object, &name);
                let class = self.class_of(&object);
                match self.class_attribute(class, &self.image.names.getattr) {
                    Some(getattr) => self.call_values(frame, &getattr, vec![object, Value::Str(name)], then),
                    None => Err(self.no_attribute(&object, &name)),
                }
            }
        }
    }

    fn plain_class_method(&self, object: &Value, name: &Str, value: &Value) -> Option<(Value, Id)> {
        match (value, self.as_object(value)) {
            (Value::Native(native), _) if native.0.binding == Binding::Class => {
                self.class_method(object, name)
            }
            (_, Some(Object::ClassMethod(_))) => self.class_method(object, name),
            _ => None,
        }
    }

    fn super_target(&self, object: &Value) -> Value {
        match self.as_object(object) {
            Some(Object::Super { this, .. }) => this.clone(),
            _ => object.clone(),
        }
    }

    /// The place an attribute is in, if it is one that threads share: an instance's, class's or module's.
    pub(crate) fn place_of_attribute(&self, object: &Value, name: &Str) -> Option<Place> {
        let id = object.id()?;
        match self.heap.get(id) {
            Object::Instance(_) | Object::Class(_) => {
                Some(Place { object: id, key: Key::Attribute(name.clone()) })
            }
            Object::Module { dict, .. } => Some(Place { object: *dict, key: Key::Global(name.clone()) }),
            Object::Function(_) => Some(Place { object: id, key: Key::Attribute(name.clone()) }),
            Object::Exception(_) => Some(Place { object: id, key: Key::Whole }),
            _ => None,
        }
    }

    pub(crate) fn no_attribute(&mut self, object: &Value, name: &Str) -> Raise {
        let message = match self.as_object(object) {
            Some(Object::Class(class)) => format!("type object '{}' has no attribute '{name}'", class.name),
            Some(Object::Module { name: module, .. }) => {
                format!("module '{module}' has no attribute '{name}'")
            }
            Some(Object::Super { .. }) => format!("'super' object has no attribute '{name}'"),
            _ => format!("'{}' object has no attribute '{name}'", self.class_name(object)),
        };
        let raise = self.raise(class::ATTRIBUTE_ERROR, message);
        self.set_exception_field(raise, "name", Value::Str(name.clone()));
        self.set_exception_field(raise, "obj", object.clone());
        raise
    }

    /// `LOAD_SUPER_ATTR`: `super().name` in one instruction.
    pub(crate) fn load_super_attribute(&mut self, frame: &mut Frame, arg: usize) -> Done {
        let this = frame.pop();
        let class = frame.pop();
        let global = frame.pop();
        let name = frame.code.names[arg >> 2].clone();
        let then = if arg & 1 == 1 { Then::Callee } else { Then::Push };
        if global.id() != Some(class::SUPER) {
            return Err(self.runtime_error("a redefined super is not supported by Interleave"));
        }
        let Value::Ref(class) = class else {
            return Err(self.type_error("super() argument 1 must be a type"));
        };
        let found = self.look_up_super(class, &this, &name);
        if let (Found::Method(function), Then::Callee) = (&found, &then) {
            frame.push(function.clone());
            frame.push(this);
            return Ok(Signal::Go);
        }
        if let Found::Method(function) = found {
            let bound = self.heap.add(Object::Method { function, this });
            return self.deliver(frame, then, Value::Ref(bound));
        }
        let object = Value::Ref(self.heap.add(Object::Super { class, this }));
        self.finish_look_up(frame, object, name, found, then)
    }

    /// Calls a special method of an object with arguments, if its class has it.
    pub(crate) fn call_special(
        &mut self,
        frame: &mut Frame,
        object: &Value,
        method: &Str,
        mut args: Vec<Value>,
        then: Then,
    ) -> Option<Done> {
        let class = self.class_of(object);
        let callee = self.class_attribute(class, method)?;
        if callee.is_none() {
            return None;
        }
        let callee = match self.bind_found(callee, class) {
            Found::Method(function) => {
                args.insert(0, object.clone());
                function
            }
            Found::Value(function) => function,
            _ => return None,
        };
        Some(self.call(frame, Request { callee, args, keywords: Vec::new(), then }))
    }
}
