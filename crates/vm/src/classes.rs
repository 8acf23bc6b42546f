//! Making classes, and the attributes that objects have without any dict holding them.

use crate::class::{self, Class, Traits};
use crate::code::LocalKind;
use crate::execute::{Done, Signal};
use crate::frame::{ClassBody, Frame, Then};
use crate::machine::Machine;
use crate::native::{Raise, Request};
use crate::object::Object;
use crate::text::Str;
use crate::value::{Id, Value};

impl Machine {
    /// `__build_class__(body, name, *bases, metaclass=None, **keywords)`: runs the body.
    pub(crate) fn build_class(
        &mut self,
        frame: &mut Frame,
        args: Vec<Value>,
        mut keywords: Vec<(Str, Value)>,
    ) -> Done {
        let names = self.names();
        let function = args[0].id().unwrap_or(Id(0));
        let name = args[1].as_str().cloned().unwrap_or_else(|| "?".into());
        let bases: Vec<Value> = args[2..].iter().map(|base| self.origin_of(base)).collect();
        let given = keywords.iter().position(|(k, _)| *k == names.metaclass).map(|at| keywords.remove(at).1);
        let meta = match given {
            Some(meta) if !matches!(self.as_object(&meta), Some(Object::Class(_))) => meta,
            given => Value::Ref(self.metaclass(given.and_then(|meta| meta.id()), &bases)?),
        };
        let prepared =
            keywords.iter().position(|(k, _)| *k == names.namespace).map(|at| keywords.remove(at).1);
        let prepares = meta.id().is_some_and(|id| self.class_attribute(id, &names.prepare).is_some());
        if prepares && prepared.is_none() {
            let dict = self.new_dict();
            for (name, value) in &keywords {
                self.dict_set_str(dict, name, value.clone());
            }
            let bases = self.new_tuple(bases);
            let callee = self.builtin("__prepare_class__");
            let args = vec![args[0].clone(), Value::Str(name), bases, meta, Value::Ref(dict)];
            return self.call_values(frame, &callee, args, Then::Push);
        }
        let namespace = prepared.and_then(|given| given.id()).unwrap_or_else(|| self.new_dict());
        let locals = self.base_of(&Value::Ref(namespace)).id().unwrap_or(namespace);
        let body = ClassBody { name, bases, keywords, namespace, meta };
        self.enter_body(frame, function, locals, Then::Class(Box::new(body)))
    }

    /// The class that `list[int]` stands for among the bases of a class, or the base itself.
    fn origin_of(&self, base: &Value) -> Value {
        match self.as_object(base) {
            Some(Object::Instance(alias)) => match self.dict_get_str(alias.dict, &Str::from("__origin__")) {
                Some(origin) if matches!(self.as_object(&origin), Some(Object::Class(_))) => origin,
                _ => base.clone(),
            },
            _ => base.clone(),
        }
    }

    /// The class of a new class: the one given or that of a base, whichever goes furthest.
    pub(crate) fn metaclass(&mut self, given: Option<Id>, bases: &[Value]) -> Result<Id, Raise> {
        let mut meta = given.unwrap_or(class::TYPE);
        for base in bases {
            let Some(Object::Class(base)) = self.as_object(base) else { continue };
            if self.is_subclass(base.meta, meta) {
                meta = base.meta;
            } else if !self.is_subclass(meta, base.meta) {
                return Err(self.type_error(
                    "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the \
                     metaclasses of all its bases",
                ));
            }
        }
        Ok(meta)
    }

    /// The class body has run: its metaclass makes the class.
    pub(crate) fn make_class(&mut self, frame: &mut Frame, body: ClassBody, _returned: Value) -> Done {
        let meta = body.meta.id().unwrap_or(class::TYPE);
        let bases = self.new_tuple(body.bases);
        let args = vec![Value::Str(body.name), bases, Value::Ref(body.namespace)];
        if meta == class::TYPE {
            let class = self.new_class(meta, &args)?;
            return self.after_class(frame, class, body.keywords);
        }
        let request = Request { callee: Value::Ref(meta), args, keywords: body.keywords, then: Then::Push };
        self.call(frame, request)
    }

    /// `type(name, bases, namespace)`: a new class.
    ///
    /// # Errors
    /// `TypeError` if the bases do not fit together.
    pub(crate) fn new_class(&mut self, meta: Id, args: &[Value]) -> Result<Id, Raise> {
        let names = self.names();
        let name = args.first().and_then(Value::as_str).cloned().unwrap_or_else(|| "?".into());
        let mut bases = Vec::new();
        for base in args.get(1).and_then(|bases| self.tuple_items(bases)).unwrap_or(&[]) {
            match base.id() {
                Some(id) if matches!(self.heap.get(id), Object::Class(_)) => bases.push(id),
                _ => return Err(self.type_error("bases must be types")),
            }
        }
        if bases.is_empty() {
            bases.push(class::OBJECT);
        }
        if let Some(&fixed) = bases
            .iter()
            .find(|&&b| [class::BOOL, class::FUNCTION, class::NONE_TYPE, class::RANGE].contains(&b))
        {
            let base = self.name_of_class(fixed);
            return Err(self.type_error(format!("type '{base}' is not an acceptable base type")));
        }
        let source = args.get(2).and_then(Value::id).unwrap_or(Id(0));
        let dict = self.new_dict();
        let entries: Vec<_> = self
            .hashed(source)
            .map(|d| d.iter().filter_map(|e| Some((e.key.as_str()?.clone(), e.value.clone()))).collect())
            .unwrap_or_default();
        let mut cell = None;
        let mut qualname = name.clone();
        for (key, value) in entries {
            if key == names.classcell {
                cell = value.id();
            } else if key == names.qualname {
                qualname = value.as_str().cloned().unwrap_or(qualname);
            } else if key != names.static_attributes && key != names.first_line {
                self.dict_set_str(dict, &key, value);
            }
        }
        let module = self.dict_get_str(dict, &names.module).and_then(|m| m.as_str().cloned());
        let module = module.unwrap_or_else(|| "__main__".into());
        let id = self.heap.add(Object::Free(0));
        let mros: Vec<_> = bases.iter().map(|&base| self.mro(base)).collect();
        let longest = mros.iter().map(Vec::len).max().unwrap_or(0) as u64;
        self.afford(longest.saturating_mul(if bases.len() > 1 { longest } else { 16 }))?;
        let Some(mro) = class::linearize(id, &bases, mros) else {
            let list: Vec<_> = bases.iter().map(|&b| self.name_of_class(b).to_string()).collect();
            let message = format!(
                "Cannot create a consistent method resolution order (MRO) for bases {}",
                list.join(", ")
            );
            return Err(self.type_error(message));
        };
        let mut layout = class::OBJECT;
        for &base in &bases {
            let Object::Class(base) = self.heap.get(base) else { continue };
            if self.is_subclass(base.layout, layout) {
                layout = base.layout;
            } else if !self.is_subclass(layout, base.layout) {
                return Err(self.type_error("multiple bases have instance lay-out conflict"));
            }
        }
        let new = Class { name, qualname, module, bases, mro, dict, meta, layout, traits: Traits::default() };
        *self.heap.get_mut(id) = Object::Class(Box::new(new));
        if let Some(cell) = cell {
            self.set_cell(cell, Value::Ref(id));
        }
        if self.dict_get_str(dict, &names.eq).is_some() && self.dict_get_str(dict, &names.hash).is_none() {
            self.dict_set_str(dict, &names.hash, Value::None);
        }
        for hook in [&names.init_subclass, &names.class_getitem] {
            if let Some(Value::Ref(function)) = self.dict_get_str(dict, hook)
                && matches!(self.heap.get(function), Object::Function(_))
            {
                let wrapped = self.heap.add(Object::ClassMethod(Value::Ref(function)));
                self.dict_set_str(dict, hook, Value::Ref(wrapped));
            }
        }
        if let Some(Value::Ref(function)) = self.dict_get_str(dict, &names.new)
            && matches!(self.heap.get(function), Object::Function(_))
        {
            let wrapped = self.heap.add(Object::StaticMethod(Value::Ref(function)));
            self.dict_set_str(dict, &names.new, Value::Ref(wrapped));
        }
        self.refresh_traits(id);
        if self.searching {
            self.added_subclass(id);
        }
        Ok(id)
    }

    fn mro(&self, id: Id) -> Vec<Id> {
        match self.heap.get(id) {
            Object::Class(class) => class.mro.clone(),
            _ => Vec::new(),
        }
    }

    /// Calls `__set_name__` of the attributes and `__init_subclass__` of the bases, then pushes the class.
    pub(crate) fn after_class(&mut self, frame: &mut Frame, id: Id, keywords: Vec<(Str, Value)>) -> Done {
        let names = self.names();
        let Object::Class(new) = self.heap.get(id) else { return Ok(Signal::Go) };
        let named = self.hashed(new.dict).is_some_and(|dict| {
            dict.iter().any(|e| match self.as_object(&e.value) {
                Some(Object::Instance(i)) => self.class_attribute(i.class, &names.set_name).is_some(),
                _ => false,
            })
        });
        let inherits = new.mro[1..].iter().any(|&base| match self.heap.get(base) {
            Object::Class(base) => match self.dict_get_str(base.dict, &names.init_subclass) {
                Some(Value::Native(_)) | None => false,
                Some(_) => true,
            },
            _ => false,
        });
        if !named && !inherits {
            if let Some((name, _)) = keywords.first() {
                let class = self.name_of_class(id);
                let message = format!("{class}.__init_subclass__() takes no keyword arguments");
                let _ = name;
                return Err(self.type_error(message));
            }
            frame.push(Value::Ref(id));
            return Ok(Signal::Go);
        }
        let callee = self.builtin("__finish_class__");
        self.call(frame, Request { callee, args: vec![Value::Ref(id)], keywords, then: Then::Push })
    }

    /// Computes anew what a class and its bases define in Python.
    pub(crate) fn refresh_traits(&mut self, id: Id) -> bool {
        let names = self.names();
        let in_python = |name: &Str| match self.class_attribute(id, name) {
            None | Some(Value::Native(_)) => false,
            Some(_) => true,
        };
        let data_descriptors = self.mro(id).iter().any(|&base| {
            let Object::Class(base) = self.heap.get(base) else { return false };
            self.hashed(base.dict).is_some_and(|dict| {
                dict.iter().any(|e| match self.as_object(&e.value) {
                    Some(Object::Property(_)) => true,
                    Some(Object::Instance(i)) => {
                        self.class_attribute(i.class, &names.set).is_some()
                            || self.class_attribute(i.class, &names.delete).is_some()
                    }
                    _ => false,
                })
            })
        });
        let traits = Traits {
            data_descriptors,
            getattr: in_python(&names.getattr),
            getattribute: in_python(&names.getattribute),
            setattr: in_python(&names.setattr),
            delattr: in_python(&names.delattr),
            eq: in_python(&names.eq),
            hash: in_python(&names.hash),
            truth: in_python(&names.bool) || in_python(&names.len),
            is_abstract: self.abstract_methods(id).is_some(),
            sealed: self.is_sealed(id),
        };
        match self.heap.get_mut(id) {
            Object::Class(class) => std::mem::replace(&mut class.traits, traits) != traits,
            _ => false,
        }
    }

    /// The names in the `__abstractmethods__` of a class, if there are any.
    pub(crate) fn abstract_methods(&self, id: Id) -> Option<Vec<Str>> {
        let Object::Class(class) = self.heap.get(id) else { return None };
        let names = self.dict_get_str(class.dict, &self.image.names.abstract_methods)?;
        let mut names: Vec<Str> =
            self.native_items(&names)?.iter().filter_map(|name| name.as_str().cloned()).collect();
        names.sort();
        (!names.is_empty()).then_some(names)
    }

    /// Whether a class and all its bases have `__slots__`, without a `__dict__` among them.
    fn is_sealed(&self, id: Id) -> bool {
        let Object::Class(class) = self.heap.get(id) else { return false };
        class.layout == class::OBJECT
            && class.mro.iter().all(|&base| {
                base == class::OBJECT
                    || !self.slots_of(base).is_none_or(|slots| slots.contains(&self.image.names.dict))
            })
    }

    /// The names in a class's own `__slots__`, as its objects have them.
    fn slots_of(&self, id: Id) -> Option<Vec<Str>> {
        let Object::Class(class) = self.heap.get(id) else { return None };
        let slots = self.dict_get_str(class.dict, &self.image.names.slots)?;
        let private = |name: &Str| match name.starts_with("__") && !name.ends_with("__") {
            true => Str::from(format!("_{}{name}", class.name.trim_start_matches('_'))),
            false => name.clone(),
        };
        match slots.as_str() {
            Some(one) => Some(vec![private(one)]),
            None => Some(self.native_items(&slots)?.iter().filter_map(Value::as_str).map(private).collect()),
        }
    }

    /// Whether `__slots__` leave no place for an attribute of a class's objects.
    pub(crate) fn has_no_slot(&self, id: Id, name: &Str) -> bool {
        let Object::Class(class) = self.heap.get(id) else { return false };
        class.traits.sealed
            && !class.mro.iter().any(|&base| self.slots_of(base).is_some_and(|slots| slots.contains(name)))
    }

    /// An attribute that no dict holds: `__class__`, `__name__`, `__dict__` and the like.
    pub(crate) fn special_attribute(&self, object: &Value, name: &Str) -> Option<Value> {
        let names = &self.image.names;
        if !name.starts_with("__")
            && !matches!(
                self.as_object(object),
                Some(Object::Exception(_) | Object::Range(_) | Object::Slice(_) | Object::Property(_))
            )
        {
            return None;
        }
        if *name == names.class {
            return Some(Value::Ref(self.class_of(object)));
        }
        if let Value::Native(native) = object
            && (*name == names.name || *name == names.qualname)
        {
            return Some(Value::str(native.0.name));
        }
        let text = |text: &Str| Some(Value::Str(text.clone()));
        match self.as_object(object)? {
            Object::Class(class) => {
                if *name == names.name {
                    text(&class.name)
                } else if *name == names.qualname {
                    text(&class.qualname)
                } else if *name == names.module && self.dict_get_str(class.dict, name).is_none() {
                    text(&class.module)
                } else if *name == names.dict {
                    Some(Value::Ref(class.dict))
                } else if *name == names.doc && self.dict_get_str(class.dict, name).is_none() {
                    Some(Value::None)
                } else {
                    None
                }
            }
            Object::Function(function) => {
                if *name == names.name {
                    text(&function.name)
                } else if *name == names.qualname {
                    text(&function.qualname)
                } else if *name == names.module {
                    self.dict_get_str(function.globals, &names.name)
                } else if *name == names.doc {
                    let code = self.code(function.code);
                    Some(if code.code.has_docstring { code.consts[0].clone() } else { Value::None })
                } else {
                    None
                }
            }
            Object::Method { function, this } => {
                if *name == names.self_ {
                    Some(this.clone())
                } else if *name == names.func {
                    Some(function.clone())
                } else {
                    self.special_attribute(function, name)
                }
            }
            Object::Module { name: module, dict } => {
                if *name == names.name {
                    text(module)
                } else if *name == names.dict {
                    Some(Value::Ref(*dict))
                } else {
                    None
                }
            }
            Object::Generator(generator) if *name == names.name || *name == names.qualname => {
                text(&generator.qualname)
            }
            Object::Exception(exception) => {
                if *name == names.args {
                    Some(exception.args.clone())
                } else if *name == names.cause || *name == names.context {
                    object.id().into_iter().for_each(|id| self.looked_at_traceback(id));
                    Some(if *name == names.cause { &exception.cause } else { &exception.context }.clone())
                } else if *name == names.suppress_context {
                    Some(Value::Bool(exception.suppress_context))
                } else if (*name == names.value && self.is_subclass(exception.class, class::STOP_ITERATION))
                    || (name.as_str() == "code" && self.is_subclass(exception.class, class::SYSTEM_EXIT))
                {
                    Some(self.tuple_items(&exception.args)?.first().cloned().unwrap_or(Value::None))
                } else {
                    None
                }
            }
            Object::StaticMethod(function) | Object::ClassMethod(function)
                if *name == names.func || *name == names.wrapped =>
            {
                Some(function.clone())
            }
            Object::StaticMethod(function) | Object::ClassMethod(function)
                if *name == names.name || *name == names.qualname || *name == names.doc =>
            {
                self.special_attribute(function, name)
            }
            Object::Property(parts) => match name.as_str() {
                "fget" => Some(parts[0].clone()),
                "fset" => Some(parts[1].clone()),
                "fdel" => Some(parts[2].clone()),
                "__doc__" | "__name__" => self.special_attribute(&parts[0], name),
                _ => None,
            },
            Object::Range(range) => match name.as_str() {
                "start" => Some(Value::Int(range.start)),
                "stop" => Some(Value::Int(range.stop)),
                "step" => Some(Value::Int(range.step)),
                _ => None,
            },
            Object::Slice(parts) => match name.as_str() {
                "start" => Some(parts[0].clone()),
                "stop" => Some(parts[1].clone()),
                "step" => Some(parts[2].clone()),
                _ => None,
            },
            _ => None,
        }
    }

    /// Sets the code or the defaults of a function; false if it is another attribute, or not such a value.
    fn exchange_in_function(&mut self, id: Id, name: &Str, value: &Value) -> bool {
        let names = self.names();
        let frees = |code| self.code(code).code.locals.iter().filter(|l| l.kind == LocalKind::Free).count();
        let fits = match (self.heap.get(id), value) {
            (Object::Function(function), Value::Code(code)) => frees(*code) == function.closure.len(),
            _ => false,
        };
        let items =
            if value.is_none() { Some(Vec::new()) } else { self.tuple_items(value).map(<[Value]>::to_vec) };
        let is_dict = matches!(self.as_object(value), Some(Object::Dict(_)));
        let Object::Function(function) = self.heap.get_mut(id) else { return false };
        match (value, items) {
            (Value::Code(code), _) if *name == names.code && fits => function.code = *code,
            (_, Some(items)) if *name == names.defaults => function.defaults = items,
            (Value::None, _) if *name == names.kwdefaults => function.keyword_defaults = Value::Unbound,
            _ if *name == names.kwdefaults && is_dict => function.keyword_defaults = value.clone(),
            _ => return false,
        }
        true
    }

    /// Sets the name of a function or class, or the code or the defaults of a function; false if it is another attribute.
    pub(crate) fn set_function_special(&mut self, id: Id, name: &Str, value: &Value) -> bool {
        let names = self.names();
        if [&names.code, &names.defaults, &names.kwdefaults].contains(&name)
            && matches!(self.heap.get(id), Object::Function(_))
        {
            return self.exchange_in_function(id, name, value);
        }
        let Value::Str(text) = value else { return false };
        if *name != names.name && *name != names.qualname {
            return false;
        }
        let place = match self.heap.get_mut(id) {
            Object::Function(function) if *name == names.name => &mut function.name,
            Object::Function(function) => &mut function.qualname,
            Object::Class(_) if id.0 < class::BUILTIN.len() as u32 => return false,
            Object::Class(class) if *name == names.name => &mut class.name,
            Object::Class(class) => &mut class.qualname,
            _ => return false,
        };
        *place = text.clone();
        true
    }

    /// `SETUP_ANNOTATIONS`
    pub(crate) fn setup_annotations(&mut self, frame: &Frame) {
        let names = self.names();
        let namespace = frame.locals.unwrap_or(frame.globals);
        if self.dict_get_str(namespace, &names.annotations).is_none() {
            let dict = self.new_dict();
            self.dict_set_str(namespace, &names.annotations, Value::Ref(dict));
        }
    }

    /// `MATCH_SEQUENCE`
    pub(crate) fn is_sequence(&self, value: &Value) -> bool {
        matches!(
            self.as_object(&self.base_of(value)),
            Some(Object::List(_) | Object::Tuple(_) | Object::Range(_))
        )
    }

    /// `MATCH_MAPPING`
    pub(crate) fn is_mapping(&self, value: &Value) -> bool {
        matches!(self.as_object(&self.base_of(value)), Some(Object::Dict(_)))
    }

    /// `MATCH_KEYS`: the values of the keys, or `None` if one is missing.
    pub(crate) fn match_keys(&mut self, frame: &mut Frame) -> Done {
        let keys = self.tuple_items(frame.peek(1)).map(<[Value]>::to_vec).unwrap_or_default();
        let subject = self.base_of(frame.peek(2));
        let mut values = Vec::new();
        for key in keys {
            match subject.id() {
                Some(id) => match self.dict_get(id, &key)? {
                    Some(value) => values.push(value),
                    None => {
                        frame.push(Value::None);
                        return Ok(Signal::Go);
                    }
                },
                None => break,
            }
        }
        let tuple = self.new_tuple(values);
        frame.push(tuple);
        Ok(Signal::Go)
    }

    /// `MATCH_CLASS`: the attributes that a class pattern asks for, or `None` if it does not match.
    pub(crate) fn match_class(&mut self, frame: &mut Frame, positional: usize) -> Done {
        let names = frame.pop();
        let class = frame.pop();
        let subject = frame.pop();
        let callee = self.builtin("__match_class__");
        let args = vec![subject, class, Value::Int(positional as i64), names];
        self.call_values(frame, &callee, args, Then::Push)
    }
}
