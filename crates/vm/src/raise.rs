//! Raising, catching and describing exceptions.

use crate::class;
use crate::effect::Effect;
use crate::execute::{Done, Signal};
use crate::frame::{Frame, Then};
use crate::machine::Machine;
use crate::native::{Args, Raise};
use crate::object::{Exception, Object, TracebackEntry};
use crate::text::Str;
use crate::value::{Id, Value};

impl Machine {
    /// A new exception of a built-in class with a message.
    pub(crate) fn raise(&mut self, class: Id, message: impl Into<Str>) -> Raise {
        self.raise_with(class, vec![Value::Str(message.into())])
    }

    /// A new exception of a class with arguments.
    pub(crate) fn raise_with(&mut self, class: Id, args: Vec<Value>) -> Raise {
        let args = self.new_tuple(args);
        Raise(self.heap.add(Object::Exception(Box::new(Exception {
            class,
            dict: Value::Unbound,
            args,
            cause: Value::None,
            context: Value::None,
            suppress_context: false,
            traceback: Vec::new(),
        }))))
    }

    pub(crate) fn type_error(&mut self, message: impl Into<Str>) -> Raise {
        self.raise(class::TYPE_ERROR, message)
    }

    pub(crate) fn value_error(&mut self, message: impl Into<Str>) -> Raise {
        self.raise(class::VALUE_ERROR, message)
    }

    pub(crate) fn runtime_error(&mut self, message: impl Into<Str>) -> Raise {
        self.raise(class::RUNTIME_ERROR, message)
    }

    pub(crate) fn exception(&self, id: Id) -> Option<&Exception> {
        match self.heap.get(id) {
            Object::Exception(exception) => Some(exception),
            _ => None,
        }
    }

    pub(crate) fn exception_mut(&mut self, id: Id) -> Option<&mut Exception> {
        match self.heap.get_mut(id) {
            Object::Exception(exception) => Some(exception),
            _ => None,
        }
    }

    pub(crate) fn exception_class(&self, raise: Raise) -> Id {
        self.exception(raise.0).map_or(class::EXCEPTION, |e| e.class)
    }

    /// One of an exception's arguments.
    pub(crate) fn exception_arg(&self, id: Id, place: usize) -> Option<Value> {
        let args = &self.exception(id)?.args;
        self.tuple_items(args)?.get(place).cloned()
    }

    /// Sets an attribute of an exception, such as the `name` of a `NameError`.
    pub(crate) fn set_exception_field(&mut self, raise: Raise, name: &str, value: Value) {
        let dict = match self.exception(raise.0).map(|e| e.dict.clone()) {
            Some(Value::Ref(dict)) => dict,
            _ => {
                let dict = self.new_dict();
                if let Some(exception) = self.exception_mut(raise.0) {
                    exception.dict = Value::Ref(dict);
                }
                dict
            }
        };
        self.dict_set_str(dict, &name.into(), value);
    }

    pub(crate) fn set_cause(&mut self, raise: Raise, cause: &Value) {
        if let Some(exception) = self.exception_mut(raise.0) {
            exception.cause = cause.clone();
            exception.suppress_context = true;
            if exception.context.is_none() {
                exception.context = cause.clone();
            }
        }
    }

    /// `RAISE_VARARGS`: `raise`, `raise e`, `raise e from c`
    pub(crate) fn raise_varargs(&mut self, frame: &mut Frame, count: usize) -> Done {
        if count == 0 {
            return match self.handling.id() {
                // A bare `raise` adds nothing to the traceback.
                Some(id) => Ok(self.reraise(frame, Raise(id))),
                None => Err(self.runtime_error("No active exception to reraise")),
            };
        }
        if count == 2 && frame.slots.len() >= 3 && matches!(frame.peek(3), Value::NotImplemented) {
            // The exception has been made of a class, above the cause: see `make_and_retry`.
            let top = frame.slots.len() - 1;
            frame.slots.swap(top, top - 1);
            frame.slots.remove(top - 2);
        }
        let cause = (count == 2).then(|| frame.pop());
        if let Some(Value::Ref(cause_id)) = &cause
            && matches!(self.heap.get(*cause_id), Object::Class(_))
        {
            return self.make_and_retry(frame, *cause_id, None);
        }
        let exception = frame.pop();
        let Value::Ref(id) = exception else {
            return Err(self.type_error("exceptions must derive from BaseException"));
        };
        match self.heap.get(id) {
            Object::Exception(_) => {}
            Object::Class(_) if self.is_subclass(id, class::BASE_EXCEPTION) => {
                return self.make_and_retry(frame, id, cause);
            }
            _ => return Err(self.type_error("exceptions must derive from BaseException")),
        }
        if let Some(cause) = cause {
            let is_exception = matches!(self.as_object(&cause), Some(Object::Exception(_)));
            if !is_exception && !cause.is_none() {
                return Err(self.type_error("exception causes must derive from BaseException"));
            }
            if let Some(exception) = self.exception_mut(id) {
                exception.cause = cause;
                exception.suppress_context = true;
            }
        }
        Err(Raise(id))
    }

    /// `raise SomeClass`: an exception is made of it first, and the instruction is executed again.
    fn make_and_retry(&mut self, frame: &mut Frame, class: Id, cause: Option<Value>) -> Done {
        frame.ip -= 1;
        if let Some(cause) = cause {
            frame.push(Value::NotImplemented);
            frame.push(cause);
        }
        self.call_values(frame, &Value::Ref(class), Vec::new(), Then::Push)
    }

    /// Notes that an exception is raised by the instruction just executed, and finds who handles it.
    pub(crate) fn unwind(&mut self, frame: &mut Frame, raise: Raise) -> Signal {
        self.record(|| Effect::Raise { exception: raise.0 });
        self.spend_raise();
        let handling = self.handling.clone();
        if let Some(Value::Ref(context)) = Some(handling)
            && context != raise.0
        {
            self.set_context(raise.0, context);
        }
        self.keep_self(frame, raise);
        self.note_traceback(frame, raise);
        self.reraise(frame, raise)
    }

    /// Chains the exception being handled behind a new one, without making a ring.
    fn set_context(&mut self, id: Id, context: Id) {
        let mut at = context;
        while let Some(next) = self.exception(at).and_then(|e| e.context.id()) {
            if next == id {
                if let Some(exception) = self.exception_mut(at) {
                    exception.context = Value::None;
                }
                break;
            }
            self.spend(1);
            if next == context || self.is_overworked() {
                break;
            }
            at = next;
        }
        if let Some(exception) = self.exception_mut(id) {
            exception.context = Value::Ref(context);
        }
    }

    fn note_traceback(&mut self, frame: &Frame, raise: Raise) {
        if frame.code.internal {
            return;
        }
        let entry = TracebackEntry { code: frame.code.id, at: frame.last() };
        if let Some(exception) = self.exception_mut(raise.0) {
            exception.traceback.push(entry);
        }
    }

    /// Finds who handles an exception: the innermost frame that covers where it was raised.
    pub(crate) fn reraise(&mut self, frame: &mut Frame, raise: Raise) -> Signal {
        loop {
            let at = frame.last();
            let handler = frame.code.code.handlers.iter().find(|h| h.start <= at && at < h.end).copied();
            if let Some(handler) = handler {
                let height = frame.code.slots + handler.depth as usize;
                frame.slots.truncate(height);
                if handler.push_lasti {
                    frame.push(Value::Int(i64::from(at)));
                }
                frame.push(Value::Ref(raise.0));
                frame.ip = handler.target;
                return Signal::Go;
            }
            self.spend_frame();
            let then = std::mem::replace(&mut frame.then, Then::Push);
            let generator = frame.generator;
            let Some(caller) = self.callers.pop() else {
                frame.slots.clear();
                return self.uncaught(frame, raise);
            };
            *frame = caller;
            if let Some(generator) = generator {
                self.pause_generator(generator, None);
            }
            if self.absorb(frame, &then, raise) {
                return Signal::Go;
            }
            if let Then::Attribute(lookup) = then
                && self.is_instance_of(&Value::Ref(raise.0), class::ATTRIBUTE_ERROR)
            {
                let names = self.names();
                let args = vec![Value::Str(lookup.1)];
                match self.call_special(frame, &lookup.0, &names.getattr, args, Then::Push) {
                    Some(Ok(signal)) => return signal,
                    Some(Err(raise)) => return self.unwind(frame, raise),
                    None => {}
                }
            }
            self.note_traceback(frame, raise);
        }
    }

    /// Whether an exception means no more than that an iterator is exhausted.
    fn absorb(&mut self, frame: &mut Frame, then: &Then, raise: Raise) -> bool {
        if !matches!(then, Then::ForIter(_) | Then::Send(_))
            || !self.is_instance_of(&Value::Ref(raise.0), class::STOP_ITERATION)
        {
            return false;
        }
        match then {
            Then::ForIter(end) => {
                frame.pop();
                frame.ip = end + 2;
            }
            Then::Send(end) => {
                let value = self.exception_arg(raise.0, 0).unwrap_or(Value::None);
                frame.push(value);
                frame.ip = *end;
            }
            _ => {}
        }
        true
    }

    /// `CHECK_EXC_MATCH`: whether an exception is of a class or of one of a tuple of classes.
    pub(crate) fn exception_matches(&mut self, exception: &Value, wanted: &Value) -> Result<bool, Raise> {
        let classes = match self.tuple_items(wanted) {
            Some(items) => items.to_vec(),
            None => vec![wanted.clone()],
        };
        for class in classes {
            let class = class.id().filter(|&id| self.is_subclass(id, class::BASE_EXCEPTION));
            match class {
                Some(class) if self.is_instance_of(exception, class) => return Ok(true),
                Some(_) => {}
                None => {
                    return Err(self.type_error(
                        "catching classes that do not inherit from BaseException is not allowed",
                    ));
                }
            }
        }
        Ok(false)
    }

    /// `BEFORE_WITH`: the manager makes place for its `__exit__` and what its `__enter__` gives.
    pub(crate) fn before_with(&mut self, frame: &mut Frame, may_wait_out: bool) -> Done {
        let manager = frame.peek(1).clone();
        let class = self.class_of(&manager);
        let names = self.names();
        let (Some(enter), Some(exit)) =
            (self.class_attribute(class, &names.enter), self.class_attribute(class, &names.exit))
        else {
            let name = self.class_name(&manager);
            let missing = if self.class_attribute(class, &names.enter).is_some() {
                " (missed __exit__ method)"
            } else {
                ""
            };
            let message = format!("'{name}' object does not support the context manager protocol{missing}");
            return Err(self.type_error(message));
        };
        let args = [manager];
        if let Value::Native(native) = enter
            && !self.may_pass(native, Args::positional(&args), may_wait_out)
        {
            return Ok(Signal::Wait);
        }
        frame.pop();
        let exit = self.heap.add(Object::Method { function: exit, this: args[0].clone() });
        frame.push(Value::Ref(exit));
        match enter {
            Value::Native(native) => {
                self.called_native = true;
                let flow = self.run_native(native, Args::positional(&args))?;
                self.follow(frame, flow, Then::Push)
            }
            enter => self.call_values(frame, &enter, args.into(), Then::Push),
        }
    }

    /// `WITH_EXCEPT_START`: `__exit__` is told of the exception.
    pub(crate) fn with_except_start(&mut self, frame: &mut Frame, _may_wait_out: bool) -> Done {
        let exception = frame.peek(1).clone();
        let exit = frame.peek(4).clone();
        let class = Value::Ref(self.class_of(&exception));
        let traceback = self.traceback_of(&exception);
        self.call_values(frame, &exit, vec![class, exception, traceback], Then::Push)
    }

    /// The traceback object of an exception.
    pub(crate) fn traceback_of(&mut self, exception: &Value) -> Value {
        match exception.id() {
            Some(id) if self.exception(id).is_some_and(|e| !e.traceback.is_empty()) => {
                Value::Ref(self.heap.add(Object::Traceback(id)))
            }
            _ => Value::None,
        }
    }

    /// Ends the program because `SystemExit` was raised in the main thread.
    pub(crate) fn exit_with(&mut self, raise: Raise) {
        let status = match self.exception_arg(raise.0, 0) {
            None | Some(Value::None) => 0,
            Some(Value::Int(status)) => status as i32,
            Some(Value::Bool(b)) => i32::from(b),
            Some(other) => {
                let text = crate::natives::repr::str(self, &other).unwrap_or_default();
                self.write(crate::effect::Stream::Err, format!("{text}\n").into());
                1
            }
        };
        self.exit_status = Some(status);
    }

    /// Sets one of the attributes that every exception has; false if it is another.
    pub(crate) fn set_exception_special(&mut self, id: Id, name: &Str, value: &Value) -> bool {
        if self.exception(id).is_none() {
            return false;
        }
        let names = self.names();
        let Some(exception) = self.exception_mut(id) else { return false };
        if *name == names.cause {
            exception.cause = value.clone();
            exception.suppress_context = true;
        } else if *name == names.context {
            exception.context = value.clone();
        } else if *name == names.suppress_context {
            exception.suppress_context = matches!(value, Value::Bool(true));
        } else if *name == names.args {
            exception.args = value.clone();
        } else {
            return *name == names.traceback;
        }
        true
    }
}
