//! `await`, `async with` and `async for`: what they ask of objects. How a coroutine waits and goes on is as for generators.

use crate::class;
use crate::execute::{Done, Signal};
use crate::frame::{Frame, Then};
use crate::machine::Machine;
use crate::native::Raise;
use crate::object::{GeneratorKind, Object};
use crate::text::Str;
use crate::value::Value;

impl Machine {
    /// `GET_AWAITABLE`: what gives the value that is waited for. `what` says what is: 0 an expression, 1 what `__aenter__`
    /// gave, 2 what `__aexit__` gave.
    pub(crate) fn get_awaitable(&mut self, frame: &mut Frame, what: u32) -> Done {
        let value = frame.pop();
        if let Some(Object::Generator(generator)) = self.as_object(&value)
            && generator.kind == GeneratorKind::Coroutine
        {
            let is_awaited = generator.started && !generator.running && generator.frame.is_some();
            if is_awaited {
                return Err(self.runtime_error("coroutine is being awaited already"));
            }
            frame.push(value);
            return Ok(Signal::Go);
        }
        let class = self.class_of(&value);
        match self.class_attribute(class, &Str::from("__await__")) {
            Some(method) => self.call_values(frame, &method, vec![value], Then::Push),
            None => {
                let name = self.class_name(&value);
                let message = match what {
                    1 => format!(
                        "'async with' received an object from __aenter__ that does not implement __await__: {name}"
                    ),
                    2 => format!(
                        "'async with' received an object from __aexit__ that does not implement __await__: {name}"
                    ),
                    _ => format!("object {name} can't be used in 'await' expression"),
                };
                Err(self.type_error(message))
            }
        }
    }

    /// `BEFORE_ASYNC_WITH`: as `BEFORE_WITH`, with `__aenter__` and `__aexit__`.
    pub(crate) fn before_async_with(&mut self, frame: &mut Frame) -> Done {
        let manager = frame.pop();
        let class = self.class_of(&manager);
        let enter = self.class_attribute(class, &Str::from("__aenter__"));
        let exit = self.class_attribute(class, &Str::from("__aexit__"));
        let (Some(enter), Some(function)) = (&enter, exit) else {
            let name = self.class_name(&manager);
            let missing = if enter.is_some() { " (missed __aexit__ method)" } else { "" };
            let message = format!(
                "'{name}' object does not support the asynchronous context manager protocol{missing}"
            );
            return Err(self.type_error(message));
        };
        let exit = self.heap.add(Object::Method { function, this: manager.clone() });
        frame.push(Value::Ref(exit));
        self.call_values(frame, enter, vec![manager], Then::Push)
    }

    /// `END_ASYNC_FOR`: `StopAsyncIteration` ends the loop, any other exception goes on.
    pub(crate) fn end_async_for(&mut self, frame: &mut Frame) -> Done {
        let exception = frame.pop();
        if self.is_instance_of(&exception, class::STOP_ASYNC_ITERATION) {
            frame.pop();
            return Ok(Signal::Go);
        }
        match exception.id() {
            Some(id) => Ok(self.reraise(frame, Raise(id))),
            None => Err(self.runtime_error("no exception")),
        }
    }
}
