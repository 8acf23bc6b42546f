//! Running a thread: one step, or many at a time.
//!
//! A step is one instruction of the program. Library code written in Python is run straight through with the
//! instruction that called it, up to the next operation that other threads can see, which is a step of its own.

use std::rc::Rc;

use thiserror::Error;

use crate::code::Op;
use crate::effect::{Effect, Operation, Ready, Stream};
use crate::execute::Signal;
use crate::frame::{Frame, LoadedCode, Then, Thread, ThreadId};
use crate::limits::Limit;
use crate::machine::{Failure, Machine};
use crate::native::{Args, Gate, NativeDef, Raise};
use crate::object::Object;
use crate::text::Str;
use crate::value::{CodeId, Id, Value};

/// How a traceback begins.
const TRACEBACK: &str = "Traceback (most recent call last):";

/// Where a switch from one thread to another can fall.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Model {
    /// Before any instruction: what the language promises.
    #[default]
    Instruction,
    /// Where CPython 3.13 with its GIL looks whether another thread wants to run.
    Gil,
}

/// Why a run of steps of one thread ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// It took the steps it was to take, and is where a switch can fall.
    Budget,
    /// It did input or output, during which CPython lets go of its lock.
    Released,
    /// It must wait: for another thread, or for the clock.
    Waiting,
    /// It has ended.
    Finished,
    /// A limit was reached.
    Limit(Limit),
}

/// What a run of steps came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ran {
    /// How many steps were taken.
    pub steps: u64,
    /// Why no more were.
    pub stop: Stop,
}

/// One step, as it was taken.
#[derive(Clone, Debug)]
pub struct Step {
    /// Whose it was.
    pub thread: ThreadId,
    /// The code of the instruction.
    pub code: CodeId,
    /// The index of the instruction.
    pub at: u32,
    /// What it did that others can see.
    pub effects: Vec<Effect>,
    /// Why a run would end here; [`Stop::Budget`] if it need not.
    pub stop: Stop,
    /// Whether a switch can fall behind it under [`Model::Gil`].
    pub gil_check: bool,
}

/// The host asked for a step of a thread that cannot take one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum NotRunnable {
    /// There is no such thread.
    #[error("there is no thread {}", .0.0)]
    NoSuchThread(ThreadId),
    /// The thread has ended.
    #[error("thread {} has ended", .0.0)]
    Finished(ThreadId),
    /// The thread waits for another.
    #[error("thread {} is waiting", .0.0)]
    Blocked(ThreadId),
    /// A limit was reached: nothing more runs.
    #[error("{0}")]
    Exhausted(Limit),
}

/// What a thread is doing, computed from its innermost frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mode {
    /// It can go on.
    Runnable,
    /// It waits for another thread.
    Blocked,
    /// It waits for the clock, which stands in microseconds.
    Sleeping(u64),
    /// It has ended.
    Finished,
}

impl Machine {
    /// Takes one step of a thread and says what it did. A sleeping thread sleeps to its end.
    ///
    /// # Errors
    /// If the thread cannot take a step; the machine is as it was.
    pub fn step(&mut self, thread: ThreadId) -> Result<Step, NotRunnable> {
        self.check_runnable(thread)?;
        let frame = self.threads[thread.index()].frames.last();
        let (code, at) = frame.map_or((CodeId(0), 0), |f| (f.code.id, f.ip));
        self.recording = true;
        self.recording_memory = true;
        let ran = self.run_steps(thread, 1, Model::Instruction);
        self.recording = false;
        self.recording_memory = false;
        let mut effects = std::mem::take(&mut self.effects);
        if self.searching {
            self.tell_what_was_looked_at(&mut effects);
        }
        Ok(Step { thread, code, at, effects, stop: ran.stop, gil_check: self.called_native })
    }

    /// Takes steps of one thread until `steps` are taken and a switch can fall, or until it cannot go on.
    ///
    /// # Errors
    /// If the thread cannot take even one step; the machine is as it was.
    pub fn run(&mut self, thread: ThreadId, steps: u64, model: Model) -> Result<Ran, NotRunnable> {
        self.check_runnable(thread)?;
        Ok(self.run_steps(thread, steps.max(1), model))
    }

    fn check_runnable(&self, thread: ThreadId) -> Result<(), NotRunnable> {
        if let Some(limit) = self.exhausted {
            return Err(NotRunnable::Exhausted(limit));
        }
        if thread.index() >= self.threads.len() {
            return Err(NotRunnable::NoSuchThread(thread));
        }
        match self.mode(thread) {
            Mode::Runnable | Mode::Sleeping(_) => Ok(()),
            Mode::Blocked => Err(NotRunnable::Blocked(thread)),
            Mode::Finished => Err(NotRunnable::Finished(thread)),
        }
    }

    /// What a thread is doing.
    pub fn mode(&self, thread: ThreadId) -> Mode {
        let Some(frame) = self.threads[thread.index()].frames.last() else { return Mode::Finished };
        match self.gate(thread, frame).map(|gate| gate.ready) {
            None | Some(Ready::Now(_)) => Mode::Runnable,
            Some(Ready::At(time)) if time <= self.clock => Mode::Runnable,
            Some(Ready::At(time)) => Mode::Sleeping(time),
            Some(Ready::Never) => Mode::Blocked,
        }
    }

    /// Whether the program has ended: every thread that it waits for has.
    pub fn is_finished(&self) -> bool {
        self.left || self.threads.iter().all(|t| t.daemon || t.is_finished())
    }

    /// The threads that can take the next step: those that can go on now, and if there are none, those that sleep
    /// and wake first.
    pub fn runnable(&self) -> Vec<ThreadId> {
        if self.exhausted.is_some() || self.is_finished() {
            return Vec::new();
        }
        let mut now = Vec::new();
        let mut first = u64::MAX;
        let mut asleep = Vec::new();
        for thread in self.threads() {
            match self.mode(thread) {
                Mode::Runnable => now.push(thread),
                Mode::Sleeping(time) if time < first => {
                    first = time;
                    asleep = vec![thread];
                }
                Mode::Sleeping(time) if time == first => asleep.push(thread),
                _ => {}
            }
        }
        // A daemon's sleep does not keep the program alive, but neither do others wait for it.
        if now.is_empty() { asleep } else { now }
    }

    /// What a thread's next step will do; none if it has ended.
    pub fn pending(&self, thread: ThreadId) -> Option<Operation> {
        let frame = self.threads.get(thread.index())?.frames.last()?;
        match self.gate(thread, frame) {
            Some(gate) => Some(gate.operation),
            None => Some(self.memory_operation(frame)),
        }
    }

    /// What the function that a thread is about to call waits for, if it is about to call such a one.
    #[inline]
    pub(crate) fn gate(&self, thread: ThreadId, frame: &Frame) -> Option<Gate> {
        let instruction = frame.code.instructions.get(frame.ip as usize)?;
        if !instruction.op.may_call_native() {
            return None;
        }
        self.with_native_callee(frame, instruction.op, instruction.arg as usize, |native, args| {
            native.gate.map(|gate| gate(self, thread, args))
        })?
    }

    /// Gives `f` the arguments of the function that others can see which a thread is about to call.
    pub(crate) fn pending_call<T>(
        &self,
        thread: ThreadId,
        f: impl FnOnce(Args<'_>) -> Option<T>,
    ) -> Option<T> {
        let frame = self.threads.get(thread.index())?.frames.last()?;
        let instruction = frame.code.instructions.get(frame.ip as usize)?;
        self.with_native_callee(frame, instruction.op, instruction.arg as usize, |_, args| f(args))?
    }

    /// Whether a frame is about to call a function that others can see.
    fn is_visible(&self, frame: &Frame) -> bool {
        let instruction = frame.code.instructions[frame.ip as usize];
        let is_gated = |native: &'static NativeDef, _: Args<'_>| native.gate.is_some();
        instruction.op.may_call_native()
            && self
                .with_native_callee(frame, instruction.op, instruction.arg as usize, is_gated)
                .unwrap_or(false)
    }

    /// Calls `f` with the native function, and its arguments, that an instruction is about to call.
    fn with_native_callee<T>(
        &self,
        frame: &Frame,
        op: Op,
        count: usize,
        f: impl FnOnce(&'static NativeDef, Args<'_>) -> T,
    ) -> Option<T> {
        let slots = &frame.slots;
        match op {
            Op::Call => {
                let base = slots.len().checked_sub(count + 2)?;
                if let Value::Native(native) = slots[base] {
                    // The common case: the arguments are together on the stack.
                    native.0.gate?;
                    let start = if slots[base + 1].is_unbound() { base + 2 } else { base + 1 };
                    return Some(f(native.0, Args::positional(&slots[start..])));
                }
                self.native_at(&slots[base], &slots[base + 1], &slots[base + 2..], &[], f)
            }
            Op::CallKw => {
                let base = slots.len().checked_sub(count + 3)?;
                let names = self.tuple_items(slots.last()?)?;
                let positional = slots.len() - 1 - names.len();
                let keywords: Vec<_> = names
                    .iter()
                    .zip(&slots[positional..])
                    .filter_map(|(name, value)| Some((name.as_str()?.clone(), value.clone())))
                    .collect();
                self.native_at(&slots[base], &slots[base + 1], &slots[base + 2..positional], &keywords, f)
            }
            Op::CallFunctionEx => {
                let with_keywords = count & 1;
                let base = slots.len().checked_sub(3 + with_keywords)?;
                // Who only looks does no work.
                let args = self.copied_items(&slots[base + 2])?;
                let keywords = match slots.last() {
                    Some(keywords) if with_keywords == 1 => self.keyword_items(keywords),
                    _ => Vec::new(),
                };
                self.native_at(&slots[base], &slots[base + 1], &args, &keywords, f)
            }
            Op::BeforeWith => {
                let manager = slots.last()?;
                let enter = self.class_attribute(self.class_of(manager), &self.image.names.enter)?;
                self.native_at(&enter, manager, &[], &[], f)
            }
            Op::WithExceptStart => {
                let exit = slots.get(slots.len().checked_sub(4)?)?;
                let exception = slots.last()?.clone();
                let args = [Value::Ref(self.class_of(&exception)), exception, Value::None];
                self.native_at(exit, &Value::Unbound, &args, &[], f)
            }
            _ => None,
        }
    }

    fn native_at<T>(
        &self,
        callee: &Value,
        this: &Value,
        args: &[Value],
        keywords: &[(crate::text::Str, Value)],
        f: impl FnOnce(&'static NativeDef, Args<'_>) -> T,
    ) -> Option<T> {
        let (native, this) = match callee {
            Value::Native(native) => (*native, this.clone()),
            Value::Ref(id) => match self.heap.get(*id) {
                crate::object::Object::Method { function: Value::Native(native), this } => {
                    (*native, this.clone())
                }
                _ => return None,
            },
            _ => return None,
        };
        // Looking at arguments is only worth it for a function that others can see.
        native.0.gate?;
        if this.is_unbound() {
            return Some(f(native.0, Args { values: args, keywords }));
        }
        let mut values = Vec::with_capacity(args.len() + 1);
        values.push(this);
        values.extend_from_slice(args);
        Some(f(native.0, Args { values: &values, keywords }))
    }

    /// Does what another thread asked of the one that is swapped in: raises an exception, as `PyThreadState_SetAsyncExc` has it
    /// done, or calls a function. It waits until the thread is in the program's own code and has done what it waited for, as
    /// in CPython, where the evaluation loop looks for it. None if there is nothing, or not yet.
    fn interrupted(&mut self, frame: &mut Frame) -> Option<Signal> {
        let asked = &self.threads[self.current.index()].interrupt;
        if asked.is_unbound() || frame.code.internal || self.is_visible(frame) {
            return None;
        }
        let asked = self.take_interrupt(self.current, Value::Unbound);
        let mut signal = Signal::Go;
        match self.as_object(&asked) {
            Some(Object::Exception(_)) => {
                // It is raised by the instruction that would be next, so that this one's handlers see it.
                frame.ip += 1;
                signal = self.unwind(frame, Raise(asked.id()?));
            }
            _ => {
                if let Err(raise) = self.call_values(frame, &asked, Vec::new(), Then::Discard) {
                    signal = self.unwind(frame, raise);
                }
            }
        }
        if frame.code.internal && matches!(signal, Signal::Go) {
            signal = self.settle(frame);
        }
        self.clock += self.tick;
        self.steps += 1;
        Some(signal)
    }

    /// Asks a thread to do something, or nothing any more; gives back what it was asked before.
    pub(crate) fn take_interrupt(&mut self, thread: ThreadId, next: Value) -> Value {
        self.interrupts += usize::from(!next.is_unbound());
        let before = std::mem::replace(&mut Rc::make_mut(&mut self.threads[thread.index()]).interrupt, next);
        self.interrupts -= usize::from(!before.is_unbound());
        before
    }

    /// The body of `step` and `run`: the thread is known to be able to go on.
    fn run_steps(&mut self, thread: ThreadId, budget: u64, model: Model) -> Ran {
        let Some(mut frame) = self.swap_in(thread) else { return Ran { steps: 0, stop: Stop::Finished } };
        let mut done = 0;
        self.released = false;
        let stop = loop {
            if self.interrupts > 0
                && let Some(signal) = self.interrupted(&mut frame)
            {
                done += 1;
                if matches!(signal, Signal::Finished) {
                    break Stop::Finished;
                }
                if let Some(limit) = self.limit_reached() {
                    break Stop::Limit(limit);
                }
                if done >= budget {
                    break Stop::Budget;
                }
            }
            let most = self.quick_steps(budget.saturating_sub(done));
            let lets_go = self.awaits_ends() && self.may_let_go(&frame);
            let quick = self.run_quick(&mut frame, most);
            let left = frame.yielding();
            self.clock += quick.steps * self.tick;
            self.steps += quick.steps;
            done += quick.steps;
            if quick.steps < most {
                let waiting_allowed = done == 0;
                match self.run_slow(&mut frame, waiting_allowed) {
                    Signal::Go => done += 1,
                    Signal::Wait => break Stop::Waiting,
                    Signal::Finished => {
                        done += 1;
                        break Stop::Finished;
                    }
                }
            } else {
                self.called_native = quick.gil_check;
            }
            if lets_go || self.has_let_go(left, &frame) {
                self.finalize(&mut frame);
            }
            if let Some(limit) = self.limit_reached() {
                break Stop::Limit(limit);
            }
            if self.released {
                break Stop::Released;
            }
            if done >= budget && (model == Model::Instruction || self.called_native) {
                break Stop::Budget;
            }
        };
        self.swap_out(thread, frame, matches!(stop, Stop::Finished), done > 0);
        Ran { steps: done, stop }
    }

    /// One step of the thread that is swapped in.
    pub(crate) fn run_one(&mut self, frame: &mut Frame) -> Stop {
        let lets_go = self.awaits_ends() && self.may_let_go(frame);
        let quick = self.run_quick(frame, 1);
        let left = frame.yielding();
        let signal = if quick.steps == 0 { self.run_slow(frame, true) } else { Signal::Go };
        self.clock += quick.steps * self.tick;
        self.steps += quick.steps;
        if matches!(signal, Signal::Go) && (lets_go || self.has_let_go(left, frame)) {
            self.finalize(frame);
        }
        match signal {
            Signal::Go => self.limit_reached().map_or(Stop::Budget, Stop::Limit),
            Signal::Wait => Stop::Waiting,
            Signal::Finished => Stop::Finished,
        }
    }

    /// The limit that was reached, if one was.
    fn limit_reached(&mut self) -> Option<Limit> {
        if self.steps >= self.limits.steps {
            self.exhaust(Limit::Steps);
        }
        if self.is_overworked() {
            self.exhaust(Limit::Work);
        }
        self.exhausted
    }

    /// How many quick instructions there may be before a limit is reached, of so many that there are to be: at least one.
    fn quick_steps(&self, wanted: u64) -> u64 {
        if self.recording || self.awaits_ends() || self.interrupts > 0 {
            return 1;
        }
        let until_work = self.limits.work.saturating_sub(self.work()).saturating_add(1);
        wanted.min(self.limits.steps.saturating_sub(self.steps)).min(until_work).max(1)
    }

    /// One step that is not quick, with the library's code that it runs.
    fn run_slow(&mut self, frame: &mut Frame, may_wait_out: bool) -> Signal {
        let instruction = frame.code.instructions[frame.ip as usize];
        frame.ip += 1;
        self.called_native = false;
        let mut signal = match self.execute(frame, instruction, may_wait_out) {
            Ok(Signal::Wait) => {
                frame.ip -= 1;
                return Signal::Wait;
            }
            Ok(signal) => signal,
            Err(_) if self.exhausted.is_some() => Signal::Go,
            Err(raise) => self.unwind(frame, raise),
        };
        // Where `Python/bytecodes.c` of 3.13 has CHECK_EVAL_BREAKER: RESUME, JUMP_BACKWARD (both are quick), and behind a
        // call of something written in C, for which the library's Python stands in here. `BEFORE_WITH` has none.
        let library = frame.code.internal;
        let is_call = matches!(instruction.op, Op::Call | Op::CallKw | Op::CallFunctionEx);
        let checks = is_call && (self.called_native || library);
        if library && matches!(signal, Signal::Go) {
            signal = self.settle(frame);
        }
        self.called_native = checks;
        self.clock += self.tick;
        self.steps += 1;
        self.spend_slow(instruction.op);
        if matches!(signal, Signal::Finished) {
            self.record(|| Effect::Finish);
        } else if self.heap.wants_collection() {
            self.collect_garbage(frame);
        }
        signal
    }

    /// Runs library code straight through, up to the program's own code or an operation that others can see.
    pub(crate) fn settle(&mut self, frame: &mut Frame) -> Signal {
        let memory = self.recording_memory;
        let signal = self.settle_quietly(frame, memory);
        self.recording_memory = memory;
        signal
    }

    fn is_observed(&self, frame: &Frame) -> bool {
        frame.code.observed || self.exploring && frame.code.observed_in_search
    }

    fn settle_quietly(&mut self, frame: &mut Frame, memory: bool) -> Signal {
        while frame.code.internal && self.exhausted.is_none() {
            self.recording_memory = memory && self.is_observed(frame);
            let most = self.quick_library_steps();
            let quick = self.run_quick(frame, most);
            self.spend_library(quick.steps);
            if quick.steps == most {
                if self.is_overworked() {
                    self.exhaust(Limit::Work);
                }
                continue;
            }
            if self.is_visible(frame) {
                break;
            }
            self.spend_library(1);
            let instruction = frame.code.instructions[frame.ip as usize];
            // In code that tells nothing, what is called with arguments of the program's is the program's.
            let is_the_programs = self.exploring && instruction.op == Op::CallFunctionEx;
            self.recording_memory = memory && (is_the_programs || self.is_observed(frame));
            frame.ip += 1;
            let signal = match self.execute(frame, instruction, true) {
                Ok(signal) => signal,
                Err(_) if self.exhausted.is_some() => Signal::Go,
                Err(raise) => self.unwind(frame, raise),
            };
            if matches!(signal, Signal::Finished) {
                return signal;
            }
            if self.heap.wants_collection() {
                self.collect_garbage(frame);
            }
            if self.is_overworked() {
                self.exhaust(Limit::Work);
            }
        }
        Signal::Go
    }

    pub(crate) fn swap_in(&mut self, thread: ThreadId) -> Option<Frame> {
        let state = Rc::make_mut(&mut self.threads[thread.index()]);
        self.callers = std::mem::take(&mut state.frames);
        self.handling = std::mem::replace(&mut state.handling, Value::None);
        self.current = thread;
        self.running = true;
        self.heap.set_maker(thread.index());
        self.callers.pop()
    }

    pub(crate) fn swap_out(&mut self, thread: ThreadId, frame: Frame, finished: bool, moved: bool) {
        self.running = false;
        let mut frames = std::mem::take(&mut self.callers);
        if !finished {
            frames.push(frame);
        }
        let handling = std::mem::replace(&mut self.handling, Value::None);
        let clock = self.clock;
        let state = Rc::make_mut(&mut self.threads[thread.index()]);
        state.frames = frames;
        state.handling = handling;
        if moved {
            state.since = clock;
        }
    }

    /// Starts a thread that calls `callee` with `args`, up to the program's own code.
    pub(crate) fn start_thread(
        &mut self,
        object: Value,
        callee: &Value,
        daemon: bool,
    ) -> Result<ThreadId, Raise> {
        if self.threads.len() >= self.limits.threads.min(usize::from(u16::MAX)) {
            return Err(self.stop(Limit::Threads));
        }
        let mut frame = self.library_frame(callee, vec![object.clone()])?;
        frame.then = Then::Finish;
        let thread = ThreadId(self.threads.len() as u16);
        let since = self.clock;
        self.threads.push(Rc::new(Thread {
            frames: Vec::new(),
            handling: Value::None,
            since,
            object,
            daemon,
            interrupt: Value::Unbound,
        }));
        // The new thread's library code runs now, so that it begins where the program's own code does.
        let callers = std::mem::take(&mut self.callers);
        let handling = std::mem::replace(&mut self.handling, Value::None);
        let starter = std::mem::replace(&mut self.current, thread);
        // The starter's frames are out of sight: no garbage may be looked for.
        let collect_at = self.heap.put_off_collection();
        self.heap.set_maker(thread.index());
        let signal = self.settle(&mut frame);
        self.heap.set_maker(starter.index());
        self.heap.resume_collection(collect_at);
        self.swap_out(thread, frame, matches!(signal, Signal::Finished), true);
        (self.callers, self.handling, self.current) = (callers, handling, starter);
        self.running = true;
        self.record(|| Effect::Start { thread });
        Ok(thread)
    }

    /// Ends a thread that an exception has left with no frame. If saying what happened is Python's business, the
    /// library does that first.
    pub(crate) fn uncaught(&mut self, frame: &mut Frame, raise: Raise) -> Signal {
        if self.is_instance_of(&Value::Ref(raise.0), crate::class::SYSTEM_EXIT) {
            if self.current == ThreadId::MAIN {
                self.exit_with(raise);
            }
            return self.finish(frame);
        }
        if let Some(hook) = self.own_hook()
            && let Ok(reporter) = self.library_frame(&hook, vec![Value::Ref(raise.0)])
        {
            self.failures.push(Failure { thread: self.current, exception: raise.0 });
            *frame = reporter;
            return Signal::Go;
        }
        if self.needs_python_to_report(raise.0) {
            let report = self.builtin("__report__");
            if let Ok(reporter) = self.library_frame(&report, vec![Value::Ref(raise.0)]) {
                *frame = reporter;
                return Signal::Go;
            }
        }
        self.report(raise.0, &[]);
        self.finish(frame)
    }

    /// Ends a thread that has nothing left to do. The main one first does what the program asked of `atexit`.
    pub(crate) fn finish(&mut self, frame: &mut Frame) -> Signal {
        if self.current == ThreadId::MAIN
            && self.running
            && !self.exiting
            && let Some(finish) = self.module_attribute("atexit", "_finish")
            && let Ok(finisher) = self.library_frame(&finish, Vec::new())
        {
            self.exiting = true;
            *frame = finisher;
            return Signal::Go;
        }
        if self.running
            && self.awaits_ends()
            && let Some(signal) = self.finalize_last(frame)
        {
            return signal;
        }
        frame.slots.clear();
        Signal::Finished
    }

    /// What tells the program's own `sys.excepthook` of an exception, if there is one and it has not been told yet.
    fn own_hook(&self) -> Option<Value> {
        let is_told = self.failures.iter().any(|failure| failure.thread == ThreadId::MAIN);
        if self.current != ThreadId::MAIN || is_told {
            return None;
        }
        let hook = self.module_attribute("sys", "excepthook")?;
        if hook.id() == self.module_attribute("sys", "__excepthook__")?.id() {
            return None;
        }
        self.module_attribute("sys", "_call_hook")
    }

    /// Writes what an uncaught exception was.
    pub(crate) fn report(&mut self, exception: Id, texts: &[(Id, Str)]) {
        let thread = self.current;
        let mut text = self.format_exception(exception, texts);
        // It was raised somewhere, if only in code of the library, which tracebacks leave out.
        if !text.starts_with(TRACEBACK) && !text.starts_with("  +") {
            text = format!("{TRACEBACK}\n{text}");
        }
        if thread != ThreadId::MAIN {
            text = format!("Exception in thread {}:\n{text}", self.thread_name(thread));
        }
        self.failures.push(Failure { thread, exception });
        self.write(Stream::Err, text.into());
    }

    /// The code that a frame of the program's own runs, for those who look at a thread: library code is left out.
    pub fn visible_frame(&self, thread: ThreadId) -> Option<&Frame> {
        let frames = &self.threads[thread.index()].frames;
        frames.iter().rev().find(|frame| !frame.code.internal)
    }

    /// All of the program's code, library code last.
    pub fn codes(&self) -> impl Iterator<Item = &LoadedCode> {
        self.image.codes.iter().map(|code| &**code)
    }
}
