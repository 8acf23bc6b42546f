//! Calling: functions, classes, methods and natives; what becomes of what they return.

use std::rc::Rc;

use crate::attributes::Found;
use crate::class;
use crate::effect::Ready;
use crate::execute::{Done, Signal};
use crate::frame::{Frame, LoadedCode, NewCall, Then};
use crate::machine::Machine;
use crate::native::{Args, Binding, Flow, Native, NativeResult, Raise, Request};
use crate::object::{Function, Object};
use crate::text::Str;
use crate::value::{Id, Value};

impl Machine {
    /// `CALL`: the callee, the object it is bound to or nothing, and `count` arguments are on the stack.
    pub(crate) fn call_positional(&mut self, frame: &mut Frame, count: usize, may_wait_out: bool) -> Done {
        let base = frame.slots.len() - count - 2;
        self.unbind(frame, base);
        if self.enter_simple(frame, count, None) || self.construct_simple(frame, count) {
            return Ok(Signal::Go);
        }
        let start = if frame.slots[base + 1].is_unbound() { base + 2 } else { base + 1 };
        match frame.slots[base] {
            Value::Native(native) => {
                let args = Args::positional(&frame.slots[start..]);
                if !self.may_pass(native, args, may_wait_out) {
                    return Ok(Signal::Wait);
                }
                self.called_native = true;
                let flow = self.run_native(native, args);
                frame.slots.truncate(base);
                self.follow(frame, flow?, Then::Push)
            }
            _ => {
                let args = frame.slots.split_off(start);
                let callee = frame.slots[base].clone();
                frame.slots.truncate(base);
                self.call(frame, Request { callee, args, keywords: Vec::new(), then: Then::Push })
            }
        }
    }

    /// `CALL_KW`: as `CALL`, with a tuple of the names of the last arguments above them.
    pub(crate) fn call_with_keywords(&mut self, frame: &mut Frame, count: usize, may_wait_out: bool) -> Done {
        let base = frame.slots.len() - count - 3;
        self.unbind(frame, base);
        let names = self.tuple_items(frame.peek(1)).map(<[Value]>::to_vec).unwrap_or_default();
        let start = if frame.slots[base + 1].is_unbound() { base + 2 } else { base + 1 };
        let mut args = frame.slots[start..frame.slots.len() - 1].to_vec();
        let values = args.split_off(args.len() - names.len());
        let keywords = names.iter().filter_map(|n| n.as_str().cloned()).zip(values).collect();
        let callee = frame.slots[base].clone();
        self.call_or_wait(frame, base, Request { callee, args, keywords, then: Then::Push }, may_wait_out)
    }

    /// `CALL_FUNCTION_EX`: the callee, nothing, an iterable of arguments, and perhaps a dict of named ones.
    pub(crate) fn call_spread(&mut self, frame: &mut Frame, with_keywords: bool, may_wait_out: bool) -> Done {
        let base = frame.slots.len() - 3 - usize::from(with_keywords);
        let iterable = frame.slots[base + 2].clone();
        let Some(mut args) = self.native_items(&iterable) else {
            if !self.is_iterable(&iterable) {
                let (callee, class) = (self.callee_name(&frame.slots[base]), self.class_name(&iterable));
                let message = format!("{callee} argument after * must be an iterable, not {class}");
                return Err(self.type_error(message));
            }
            // The arguments are made a list first, and the instruction is executed again.
            if with_keywords {
                let keywords = frame.pop();
                frame.pop();
                let list = self.heap.add(Object::List(Vec::new()));
                frame.push(Value::Ref(list));
                frame.push(keywords);
                frame.ip -= 1;
                return self.list_extend(frame, &Value::Ref(list), iterable);
            }
            frame.pop();
            frame.ip -= 1;
            let callee = self.builtin("__to_list__");
            return self.call_values(frame, &callee, vec![iterable], Then::Push);
        };
        let keywords = if with_keywords { self.keyword_items(frame.peek(1)) } else { Vec::new() };
        self.unbind(frame, base);
        if !frame.slots[base + 1].is_unbound() {
            args.insert(0, frame.slots[base + 1].clone());
        }
        let callee = frame.slots[base].clone();
        self.call_or_wait(frame, base, Request { callee, args, keywords, then: Then::Push }, may_wait_out)
    }

    /// Replaces a bound method on the stack by its function and the object it is bound to.
    fn unbind(&mut self, frame: &mut Frame, base: usize) {
        if let Value::Ref(id) = frame.slots[base]
            && frame.slots[base + 1].is_unbound()
            && let Object::Method { function, this } = self.heap.get(id)
        {
            frame.slots[base] = function.clone();
            frame.slots[base + 1] = this.clone();
        }
    }

    fn call_or_wait(&mut self, frame: &mut Frame, base: usize, request: Request, may_wait_out: bool) -> Done {
        if let Value::Native(native) = request.callee {
            let args = Args { values: &request.args, keywords: &request.keywords };
            if !self.may_pass(native, args, may_wait_out) {
                return Ok(Signal::Wait);
            }
        }
        frame.slots.truncate(base);
        self.call(frame, request)
    }

    /// Whether a native function can be executed now. If it takes its time, the clock is moved.
    pub(crate) fn may_pass(&mut self, native: Native, args: Args<'_>, may_wait_out: bool) -> bool {
        let Some(gate) = native.0.gate else { return true };
        if !may_wait_out {
            // In the middle of a run of steps: the step before ended just now.
            Rc::make_mut(&mut self.threads[self.current.index()]).since = self.clock;
        }
        let passes = match gate(self, self.current, args).ready {
            Ready::Now(0) => {
                self.spend_operation(false);
                return true;
            }
            Ready::Now(time) => {
                if !self.searching {
                    self.clock = self.clock.max(time);
                }
                self.released = true;
                true
            }
            Ready::At(time) if time <= self.clock => true,
            Ready::At(time) if may_wait_out => {
                self.clock = time;
                true
            }
            _ => false,
        };
        if passes {
            self.spend_operation(true);
        }
        passes
    }

    /// Runs a native function on arguments that are at least as many as it needs.
    #[inline]
    pub(crate) fn run_native(&mut self, native: Native, args: Args<'_>) -> NativeResult {
        let native = native.0;
        if args.values.len() < native.least as usize {
            return Err(self.missing_native_arguments(native, args.values.len()));
        }
        if let Some(first) = args.values.first() {
            self.count_text(first);
        }
        let flow = (native.run)(self, args)?;
        if let Flow::Value(value) = &flow {
            self.count_text(value);
        }
        if native.gate.is_none() {
            self.spend_native();
        }
        Ok(flow)
    }

    /// Calls anything.
    pub(crate) fn call(&mut self, frame: &mut Frame, mut request: Request) -> Done {
        let id = match request.callee {
            Value::Native(native) => {
                self.called_native = true;
                let flow =
                    self.run_native(native, Args { values: &request.args, keywords: &request.keywords })?;
                return self.follow(frame, flow, request.then);
            }
            Value::Ref(id) => id,
            _ => return Err(self.not_callable(&request.callee)),
        };
        match self.heap.get(id) {
            Object::Function(_) => self.call_function(frame, id, request),
            Object::Method { function, this } => {
                request.args.insert(0, this.clone());
                request.callee = function.clone();
                self.call(frame, request)
            }
            Object::Class(class) => {
                let meta = class.meta;
                if meta != class::TYPE
                    && let Some(call) = self.class_attribute(meta, &self.image.names.call)
                    && !matches!(call, Value::Native(_))
                {
                    request.args.insert(0, Value::Ref(id));
                    request.callee = call;
                    return self.call(frame, request);
                }
                // What makes an object of a class is written in C; if it calls `__init__`, that begins with a check anyhow.
                self.called_native = true;
                self.instantiate(frame, id, request)
            }
            Object::StaticMethod(function) => {
                request.callee = function.clone();
                self.call(frame, request)
            }
            _ => {
                let class = self.class_of(&request.callee);
                match self.class_attribute(class, &self.image.names.call) {
                    Some(call) => {
                        if !self.is_static(&call) {
                            request.args.insert(0, request.callee);
                        }
                        request.callee = call;
                        self.call(frame, request)
                    }
                    None => Err(self.not_callable(&request.callee)),
                }
            }
        }
    }

    fn is_static(&self, value: &Value) -> bool {
        match value {
            Value::Native(native) => native.0.binding == Binding::Static,
            _ => matches!(self.as_object(value), Some(Object::StaticMethod(_))),
        }
    }

    fn not_callable(&mut self, callee: &Value) -> Raise {
        let name = self.class_name(callee);
        self.type_error(format!("'{name}' object is not callable"))
    }

    /// Does what a native function gave back.
    pub(crate) fn follow(&mut self, frame: &mut Frame, flow: Flow, then: Then) -> Done {
        match flow {
            Flow::Value(value) => match then {
                Then::Push => {
                    frame.push(value);
                    Ok(Signal::Go)
                }
                then => self.deliver(frame, then, value),
            },
            Flow::Call(mut request) => {
                if matches!(request.then, Then::Push) {
                    request.then = then;
                }
                self.call(frame, *request)
            }
            Flow::Instantiate(request) => {
                let Value::Ref(class) = request.callee else {
                    return Err(self.not_callable(&request.callee));
                };
                self.instantiate(frame, class, *request)
            }
            Flow::Resume(generator, sent) => self.resume(frame, generator, sent, then),
            Flow::Attribute(object, name) => {
                let found = self.look_up(&object, &name);
                self.finish_look_up(frame, object, name, found, then)
            }
            Flow::OwnAttribute(object, name) => match self.look_up_plainly(&object, &name) {
                Found::Nothing => Err(self.no_attribute(&object, &name)),
                found => self.finish_look_up(frame, object, name, found, then),
            },
            Flow::BuildClass(args, keywords) => self.build_class(frame, args, keywords),
        }
    }

    /// Whether there may be one more frame.
    ///
    /// # Errors
    /// `RecursionError`
    pub(crate) fn check_depth(&mut self) -> Result<(), Raise> {
        if self.callers.len() + 2 > self.limits.recursion {
            return Err(self.raise(class::RECURSION_ERROR, "maximum recursion depth exceeded"));
        }
        Ok(())
    }

    /// Leaves the innermost frame for the one that called it, if one did.
    #[inline]
    pub(crate) fn leave(&mut self, frame: &mut Frame) -> bool {
        match self.callers.pop() {
            Some(caller) => {
                let left = std::mem::replace(frame, caller);
                self.spare.keep(left);
                true
            }
            None => false,
        }
    }

    fn call_function(&mut self, frame: &mut Frame, id: Id, request: Request) -> Done {
        let Object::Function(function) = self.heap.get(id) else {
            return Err(self.not_callable(&request.callee));
        };
        let code = self.image.codes[function.code.0 as usize].clone();
        let globals = function.globals;
        let closure = if function.closure.is_empty() { None } else { Some(id) };
        let slots = self.bind_arguments(id, &code, request.args, request.keywords)?;
        self.enter(frame, code, slots, globals, closure, request.then)
    }

    /// Makes a new innermost frame.
    #[inline]
    fn enter(
        &mut self,
        frame: &mut Frame,
        code: Rc<LoadedCode>,
        slots: Vec<Value>,
        globals: Id,
        function: Option<Id>,
        then: Then,
    ) -> Done {
        self.check_depth()?;
        let mut inner = Frame::new(code, slots, globals, then);
        if let Some(function) = function {
            self.give_closure(&mut inner, function);
        }
        self.callers.push(std::mem::replace(frame, inner));
        Ok(Signal::Go)
    }

    /// Puts the cells of a function in its frame's last slots, where `COPY_FREE_VARS` says they are.
    fn give_closure(&mut self, frame: &mut Frame, function: Id) {
        if let Object::Function(function) = self.heap.get(function) {
            let first = frame.code.slots - function.closure.len();
            frame.slots[first..].clone_from_slice(&function.closure);
        }
    }

    /// A frame that calls a function of the library with arguments by position.
    pub(crate) fn library_frame(&mut self, callee: &Value, args: Vec<Value>) -> Result<Frame, Raise> {
        let Some((id, Object::Function(function))) = callee.id().map(|id| (id, self.heap.get(id))) else {
            return Err(self.not_callable(callee));
        };
        let code = self.image.codes[function.code.0 as usize].clone();
        let globals = function.globals;
        let slots = self.bind_arguments(id, &code, args, Vec::new())?;
        let mut frame = Frame::new(code, slots, globals, Then::Push);
        self.give_closure(&mut frame, id);
        Ok(frame)
    }

    /// Makes a class body's frame, whose names are kept in `namespace`.
    pub(crate) fn enter_body(&mut self, frame: &mut Frame, function: Id, namespace: Id, then: Then) -> Done {
        let request = Request { callee: Value::Ref(function), args: Vec::new(), keywords: Vec::new(), then };
        self.call_function(frame, function, request)?;
        frame.locals = Some(namespace);
        Ok(Signal::Go)
    }

    /// Makes an object of a class: `__new__`, then `__init__`.
    pub(crate) fn instantiate(&mut self, frame: &mut Frame, class: Id, request: Request) -> Done {
        let Request { mut args, keywords, .. } = request;
        match self.class_attribute(class, &self.image.names.new) {
            Some(Value::Native(native)) => {
                args.insert(0, Value::Ref(class));
                let flow = self.run_native(native, Args { values: &args, keywords: &keywords })?;
                args.remove(0);
                match flow {
                    Flow::Value(object) => self.initialize(frame, class, object, args, keywords),
                    flow => self.follow(frame, flow, Then::New(Box::new(NewCall { class, args, keywords }))),
                }
            }
            Some(new) => {
                let mut passed = vec![Value::Ref(class)];
                passed.extend(args.iter().cloned());
                let then = Then::New(Box::new(NewCall { class, args, keywords: keywords.clone() }));
                self.call(frame, Request { callee: new, args: passed, keywords, then })
            }
            None => Err(self.type_error("object has no __new__")),
        }
    }

    /// Calls `__init__` of a new object, if it is one of the class that was called.
    fn initialize(
        &mut self,
        frame: &mut Frame,
        class: Id,
        object: Value,
        mut args: Vec<Value>,
        keywords: Vec<(Str, Value)>,
    ) -> Done {
        let own = self.class_of(&object);
        let asked_for_class = class == class::TYPE && args.len() == 1;
        if asked_for_class || !self.is_subclass(own, class) {
            frame.push(object);
            return Ok(Signal::Go);
        }
        match self.class_attribute(own, &self.image.names.init) {
            Some(Value::Native(native)) => {
                args.insert(0, object.clone());
                match self.run_native(native, Args { values: &args, keywords: &keywords })? {
                    Flow::Value(_) => {
                        frame.push(object);
                        Ok(Signal::Go)
                    }
                    flow => self.follow(frame, flow, Then::Init(object)),
                }
            }
            Some(init) => {
                args.insert(0, object.clone());
                self.call(frame, Request { callee: init, args, keywords, then: Then::Init(object) })
            }
            None => {
                frame.push(object);
                Ok(Signal::Go)
            }
        }
    }

    /// `RETURN_VALUE`: leaves the innermost frame.
    pub(crate) fn return_value(&mut self, frame: &mut Frame, value: Value) -> Done {
        let then = std::mem::replace(&mut frame.then, Then::Push);
        let generator = frame.generator;
        if !self.leave(frame) {
            return Ok(self.finish(frame));
        }
        if let Some(generator) = generator {
            return self.generator_returned(frame, generator, then, value);
        }
        self.deliver(frame, then, value)
    }

    /// Does with the value of a call what was to become of it.
    pub(crate) fn deliver(&mut self, frame: &mut Frame, then: Then, value: Value) -> Done {
        match then {
            Then::Push | Then::ForIter(_) | Then::Send(_) | Then::Attribute(_) => frame.push(value),
            Then::Callee => {
                frame.push(value);
                frame.push(Value::Unbound);
            }
            Then::Discard => {}
            Then::Init(object) => {
                if !value.is_none() {
                    let name = self.class_name(&value);
                    return Err(self.type_error(format!("__init__() should return None, not '{name}'")));
                }
                frame.push(object);
            }
            Then::New(call) => {
                let NewCall { class, args, keywords } = *call;
                return self.initialize(frame, class, value, args, keywords);
            }
            Then::Truth { negate } => match value {
                Value::Bool(truth) => frame.push(Value::Bool(truth != negate)),
                other => {
                    let name = self.class_name(&other);
                    return Err(self.type_error(format!("__bool__ should return bool, returned {name}")));
                }
            },
            Then::NonZero { negate } => {
                let length = match value {
                    Value::Int(length) => length,
                    Value::Bool(truth) => i64::from(truth),
                    other => {
                        let name = self.class_name(&other);
                        return Err(
                            self.type_error(format!("'{name}' object cannot be interpreted as an integer"))
                        );
                    }
                };
                if length < 0 {
                    return Err(self.value_error("__len__() should return >= 0"));
                }
                frame.push(Value::Bool((length != 0) != negate));
            }
            Then::Operator(operator) => return self.operator_returned(frame, *operator, value),
            Then::Text(method) => {
                if self.text_of(&value).is_none() {
                    let name = self.class_name(&value);
                    return Err(self.type_error(format!("{method} returned non-string (type {name})")));
                }
                frame.push(value);
            }
            Then::Class(body) => return self.make_class(frame, *body, value),
            Then::GroupMatch => {
                let parts = self.tuple_items(&value).map(<[Value]>::to_vec).unwrap_or_default();
                let [taken, left] = <[Value; 2]>::try_from(parts).unwrap_or([Value::None, Value::None]);
                if !taken.is_none() {
                    self.handling = taken.clone();
                }
                frame.push(left);
                frame.push(taken);
            }
            Then::Finish => return Ok(Signal::Finished),
        }
        Ok(Signal::Go)
    }

    /// `MAKE_FUNCTION`
    pub(crate) fn make_function(&mut self, code: &Value, globals: Id) -> Value {
        let Value::Code(id) = code else { return Value::None };
        let code = &self.image.codes[id.0 as usize].code;
        let function = Function {
            code: *id,
            name: Str::from(&*code.name),
            qualname: Str::from(&*code.qualname),
            globals,
            defaults: Vec::new(),
            keyword_defaults: Value::Unbound,
            closure: Vec::new(),
            annotations: Value::Unbound,
            dict: Value::Unbound,
        };
        Value::Ref(self.heap.add(Object::Function(Box::new(function))))
    }

    /// `SET_FUNCTION_ATTRIBUTE`
    pub(crate) fn set_function_attribute(&mut self, function: &Value, which: usize, value: Value) {
        let items = self.tuple_items(&value).map(<[Value]>::to_vec).unwrap_or_default();
        if let Some(Object::Function(function)) = function.id().map(|id| self.heap.get_mut(id)) {
            match which {
                1 => function.defaults = items,
                2 => function.keyword_defaults = value,
                4 => function.annotations = value,
                _ => function.closure = items,
            }
        }
    }
}
