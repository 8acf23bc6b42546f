//! Generators: frames that leave the stack, wait, and go on.

use crate::class;
use crate::code::Op;
use crate::execute::{Done, Signal};
use crate::frame::{Frame, Then};
use crate::machine::Machine;
use crate::native::Raise;
use crate::object::{Generator, GeneratorKind, Object};
use crate::text::Str;
use crate::value::{Id, Value};

impl Machine {
    /// `RETURN_GENERATOR`: the frame becomes a generator's, which is what the call gives.
    pub(crate) fn return_generator(&mut self, frame: &mut Frame) -> Done {
        let Some(caller) = self.callers.pop() else {
            return Err(self.runtime_error("a generator needs a caller"));
        };
        let mut body = std::mem::replace(frame, caller);
        let then = std::mem::replace(&mut body.then, Then::Push);
        let code = &body.code.code;
        let kind = match (code.is_coroutine, code.is_generator) {
            (false, _) => GeneratorKind::Generator,
            (true, false) => GeneratorKind::Coroutine,
            (true, true) => GeneratorKind::AsyncGenerator,
        };
        let qualname = Str::from(&*code.qualname);
        let generator =
            Generator { frame: None, running: false, started: false, kind, qualname, handling: Value::None };
        let id = self.heap.add(Object::Generator(Box::new(generator)));
        body.generator = Some(id);
        if kind == GeneratorKind::Coroutine && self.closes && !body.code.internal {
            self.unawaited.push(id);
        }
        self.set_generator_frame(id, Some(body));
        self.deliver(frame, then, Value::Ref(id))
    }

    fn set_generator_frame(&mut self, id: Id, body: Option<Frame>) {
        if let Object::Generator(generator) = self.heap.get_mut(id) {
            generator.frame = body;
        }
    }

    /// Lets a generator go on: it is sent a value, or an exception is raised where it waits.
    pub(crate) fn resume(
        &mut self,
        frame: &mut Frame,
        id: Id,
        sent: Result<Value, Raise>,
        then: Then,
    ) -> Done {
        self.touched(id);
        let Object::Generator(generator) = self.heap.get_mut(id) else {
            return Err(self.type_error("not a generator"));
        };
        let kind = generator.kind;
        if generator.running {
            return Err(self.value_error(format!("{} already executing", kind.name())));
        }
        let Some(mut body) = generator.frame.take() else {
            return match sent {
                _ if kind == GeneratorKind::Coroutine => {
                    Err(self.runtime_error("cannot reuse already awaited coroutine"))
                }
                Ok(_) => self.generator_returned(frame, id, then, Value::None),
                Err(raise) => Err(raise),
            };
        };
        if let (false, Ok(value)) = (generator.started, &sent)
            && !value.is_none()
        {
            generator.frame = Some(body);
            let message = format!("can't send non-None value to a just-started {}", kind.name());
            return Err(self.type_error(message));
        }
        generator.running = true;
        let is_first = !std::mem::replace(&mut generator.started, true);
        std::mem::swap(&mut generator.handling, &mut self.handling);
        if is_first && kind == GeneratorKind::Coroutine {
            self.forget_unawaited(id);
        }
        if let Err(raise) = self.check_depth() {
            self.pause_generator(id, Some(body));
            return Err(raise);
        }
        body.then = then;
        let raise = match sent {
            Ok(value) => {
                body.push(value);
                None
            }
            Err(raise) => {
                body.ip += 1;
                Some(raise)
            }
        };
        self.callers.push(std::mem::replace(frame, body));
        match raise {
            Some(raise) => self.raise_in_innermost(frame, raise),
            None => Ok(Signal::Go),
        }
    }

    /// Raises an exception in a generator that goes on with it: where it waits for another one, that one is told first.
    fn raise_in_innermost(&mut self, frame: &mut Frame, raise: Raise) -> Done {
        let at = frame.ip as usize - 1;
        let instructions = &frame.code.instructions;
        let sends = at.checked_sub(2).map(|send| instructions[send]).filter(|send| send.op == Op::Send);
        let (Some(send), Op::YieldValue) = (sends, instructions[at - 1].op) else { return Err(raise) };
        let receiver = frame.peek(1).clone();
        // What it yields next is yielded here again.
        let yields = frame.ip - 2;
        if let Some(id) = receiver.id()
            && matches!(self.heap.get(id), Object::Generator(_))
        {
            frame.ip = yields;
            return self.resume(frame, id, Err(raise), Then::Send(send.arg));
        }
        let class = self.class_of(&receiver);
        match self.class_attribute(class, &Str::from("throw")) {
            Some(throw) if class != class::GENERATOR => {
                frame.ip = yields;
                self.call_values(frame, &throw, vec![receiver, Value::Ref(raise.0)], Then::Send(send.arg))
            }
            _ => Err(raise),
        }
    }

    /// Notes that a generator no longer runs; its frame is kept if it can go on.
    pub(crate) fn pause_generator(&mut self, id: Id, body: Option<Frame>) {
        self.touched(id);
        if body.is_none() && self.awaits_ends() {
            self.finalizers.retain(|awaited| *awaited != id);
            self.forget_unawaited(id);
        }
        if let Object::Generator(generator) = self.heap.get_mut(id) {
            generator.running = false;
            generator.frame = body;
            std::mem::swap(&mut generator.handling, &mut self.handling);
        }
    }

    /// `YIELD_VALUE`: the generator's frame leaves the stack and waits.
    pub(crate) fn yield_value(&mut self, frame: &mut Frame) -> Done {
        let value = frame.pop();
        let (Some(id), Some(caller)) = (frame.generator, self.callers.pop()) else {
            return Err(self.runtime_error("yield outside a generator"));
        };
        let mut body = std::mem::replace(frame, caller);
        let then = std::mem::replace(&mut body.then, Then::Push);
        self.note_left(frame, &body, id);
        self.pause_generator(id, Some(body));
        self.deliver(frame, then, value)
    }

    /// What becomes of the value that a generator's frame returned: who asked for the next item hears that there is none.
    pub(crate) fn generator_returned(&mut self, frame: &mut Frame, id: Id, then: Then, value: Value) -> Done {
        if let Object::Generator(generator) = self.heap.get(id)
            && generator.running
        {
            self.pause_generator(id, None);
        }
        match then {
            Then::ForIter(end) => {
                frame.pop();
                frame.ip = end + 2;
                Ok(Signal::Go)
            }
            Then::Send(end) => {
                frame.push(value);
                frame.ip = end;
                Ok(Signal::Go)
            }
            _ => {
                let args = if value.is_none() { Vec::new() } else { vec![value] };
                Err(self.raise_with(class::STOP_ITERATION, args))
            }
        }
    }
}
