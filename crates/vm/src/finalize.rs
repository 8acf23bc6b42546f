//! What happens when nothing leads to an object any more: `__del__` is called, a generator that was left half-way is closed, and
//! of a coroutine that was never awaited there is a warning.
//!
//! References are not counted, so after an instruction that may have let go of such an object the heap is asked, as for weak
//! references. An object in a circle of references waits for `gc.collect()`, as it does in CPython. A program without
//! such objects pays nothing, and a generator counts only while it waits where closing it does something.

use crate::class::BUILTIN;
use crate::code::Op;
use crate::execute::Signal;
use crate::frame::{Frame, Then, ThreadId};
use crate::heap::each_child;
use crate::machine::{Machine, each_root};
use crate::object::{GeneratorKind, Object};
use crate::value::{Id, Value};

/// How many objects are looked through for one that has `__del__`.
const NEAR: usize = 64;

impl Machine {
    /// Notes a new object, if its class has `__del__`.
    pub(crate) fn note_finalizer(&mut self, class: Id, object: Id) {
        if self.finalizes && self.class_attribute(class, &"__del__".into()).is_some() {
            self.finalizers.push(object);
        }
    }

    /// Notes that a generator of the program's own has yielded to a frame, and must be closed should that let go of it: where its
    /// body has no handler around the `yield`, nobody could tell. What `contextlib` goes on with it also ends.
    pub(crate) fn note_left(&mut self, to: &Frame, body: &Frame, generator: Id) {
        if self.closes
            && !body.code.internal
            && !body.code.code.is_coroutine
            && !self.finalizers.contains(&generator)
            && body.code.is_guarded(body.last())
            && !self.is_of_module(to, "contextlib")
        {
            self.finalizers.push(generator);
        }
    }

    /// Whether to look through the heap after a call that may have let go of something: the more often that was in vain, the more
    /// seldom, for a generator may be sent thousands of values by whoever keeps it.
    fn is_worth_a_look(&self) -> bool {
        let times = self.in_vain.get().saturating_add(1);
        self.in_vain.set(times);
        self.searching || times < 64 || times.is_multiple_of(64)
    }

    fn is_of_module(&self, frame: &Frame, name: &str) -> bool {
        let module = self.image.modules.get(name).map(|id| self.heap.get(*id));
        matches!(module, Some(Object::Module { dict, .. }) if *dict == frame.globals)
    }

    /// Notes what an exception throws away of a frame's stack, but for so many values: a loop's generator, perhaps.
    pub(crate) fn note_unwound(&mut self, frame: &Frame, kept: usize) {
        if self.closes && self.awaits_ends() {
            let stack = frame.slots.get(frame.code.slots + kept..).unwrap_or_default();
            self.unwound |= stack.iter().filter_map(Value::id).any(|id| self.finalizers.contains(&id));
        }
    }

    /// Whether the last step has let go of the generator that yielded in it, whoever asked it for a value, or an exception has.
    pub(crate) fn has_let_go(&mut self, left: Option<Id>, frame: &Frame) -> bool {
        let is_left = |id: Id| {
            frame.generator != Some(id)
                && !frame.slots.iter().any(|value| value.id() == Some(id))
                && self.leads_to_one(&Value::Ref(id), true)
                && self.is_worth_a_look()
        };
        self.awaits_ends() && left.is_some_and(is_left) | std::mem::take(&mut self.unwound)
    }

    /// Whether the program has a method `__del__` or generators to close, so that what one thread lets go of can be another's
    /// business.
    pub fn finalizes(&self) -> bool {
        self.finalizes || self.closes
    }

    /// Whether there are objects whose end must be noticed.
    pub(crate) fn awaits_ends(&self) -> bool {
        !self.finalizers.is_empty() || !self.unawaited.is_empty()
    }

    /// A coroutine has begun, or never will. They begin in the order in which they were made, mostly.
    pub(crate) fn forget_unawaited(&mut self, coroutine: Id) {
        if let Some(place) = self.unawaited.iter().position(|id| *id == coroutine) {
            self.unawaited.remove(place);
        }
    }

    /// Whether a value is a coroutine that has not begun and that no variable plainly holds. Those within other objects are left
    /// until the next one, or the end: there may be thousands in a list or in the loop's tasks.
    fn is_unawaited(&self, value: &Value, by_globals: bool) -> bool {
        let Some(Object::Generator(generator)) = self.as_object(value) else { return false };
        let has_not_begun =
            generator.kind == GeneratorKind::Coroutine && !generator.started && generator.frame.is_some();
        has_not_begun && value.id().is_some_and(|id| !self.is_plainly_held(id, by_globals))
    }

    /// Whether the instruction that a frame is about to execute may let go of an object that has `__del__`.
    pub(crate) fn may_let_go(&self, frame: &Frame) -> bool {
        let Some(instruction) = frame.code.instructions.get(frame.ip as usize) else { return false };
        let arg = instruction.arg as usize;
        let is_global =
            matches!(instruction.op, Op::StoreGlobal | Op::DeleteGlobal | Op::StoreName | Op::DeleteName);
        let holds = |value: &Value| self.leads_to_one(value, !is_global);
        let leads = |value: &Value| self.is_unawaited(value, !is_global) || holds(value);
        let named = |dict: Id| {
            let value = self.hashed(dict).and_then(|dict| dict.get_str(&frame.code.names[arg]));
            value.is_some_and(leads)
        };
        let on_stack =
            |depth: usize| frame.slots.len() >= depth && leads(&frame.slots[frame.slots.len() - depth]);
        match instruction.op {
            Op::StoreFast | Op::DeleteFast => leads(&frame.slots[arg]),
            Op::StoreDeref | Op::DeleteDeref => frame.slots[arg].id().is_some_and(|id| leads(&self.cell(id))),
            Op::StoreGlobal | Op::DeleteGlobal => named(frame.globals),
            Op::StoreName | Op::DeleteName => named(frame.locals.unwrap_or(frame.globals)),
            Op::StoreAttr | Op::DeleteAttr => {
                match frame.slots.last().and_then(|owner| self.as_object(owner)) {
                    Some(Object::Instance(instance)) => named(instance.dict),
                    _ => on_stack(1),
                }
            }
            Op::PopTop => on_stack(1),
            Op::StoreSubscr | Op::DeleteSubscr => on_stack(2),
            // What is returned is not let go of.
            Op::ReturnValue => {
                let returned = frame.slots.last().and_then(Value::id);
                frame
                    .slots
                    .iter()
                    .any(|value| value.id().is_some_and(|id| Some(id) != returned) && leads(value))
            }
            Op::ReturnConst => frame.slots.iter().any(leads),
            Op::PopExcept => true,
            Op::EndFor => self.finalizes,
            // Who calls a function of the program lets go of nothing yet.
            Op::Call | Op::CallKw | Op::CallFunctionEx => {
                let depth = arg + 2 + usize::from(instruction.op == Op::CallKw);
                let callee = frame.slots.len().checked_sub(depth).map(|place| &frame.slots[place]);
                let is_own = match callee.and_then(|callee| self.as_object(callee)) {
                    Some(Object::Function(function)) => !self.code(function.code).internal,
                    // What is made of a built-in class may be made out of an iterator.
                    Some(Object::Class(_)) => {
                        callee.and_then(Value::id).is_some_and(|id| id.0 as usize >= BUILTIN.len())
                    }
                    _ => false,
                };
                let is_local =
                    |value: &Value| frame.slots[..frame.code.slots].iter().any(|local| local.is(value));
                let holds = |value: &Value| holds(value) && !is_local(value);
                !is_own
                    && (arg == 0 || frame.slots.iter().rev().take(depth).any(holds))
                    && self.is_worth_a_look()
            }
            _ => false,
        }
    }

    /// Whether a value is, or is near, an object that has `__del__` and that no variable of the program's plainly holds.
    fn leads_to_one(&self, value: &Value, by_globals: bool) -> bool {
        if self.finalizers.is_empty() {
            return false;
        }
        let mut seen: Vec<Id> = value.id().into_iter().collect();
        let mut next = 0;
        while let Some(&id) = seen.get(next) {
            next += 1;
            if self.finalizers.contains(&id) && !self.is_plainly_held(id, by_globals) {
                return true;
            }
            if seen.len() < NEAR && !matches!(self.heap.get(id), Object::Class(_) | Object::Module { .. }) {
                each_child(self.heap.get(id), &mut |child| {
                    if !seen.contains(&child) {
                        seen.push(child);
                    }
                });
            }
        }
        false
    }

    /// Whether a local variable of a call other than the innermost is an object, or a global one: to know that costs little.
    fn is_plainly_held(&self, id: Id, by_globals: bool) -> bool {
        let is_it = |value: &Value| value.id() == Some(id);
        let frames = self.threads.iter().flat_map(|thread| &thread.frames).chain(&self.callers);
        let globals = self.hashed(self.globals()).filter(|_| by_globals);
        frames.flat_map(|frame| &frame.slots).any(is_it)
            || globals.is_some_and(|globals| globals.iter().any(|entry| is_it(&entry.value)))
    }

    /// The objects whose end has come, which are then no longer waited for; those in circles only if `circles` says so.
    fn take_ended(&mut self, frame: Option<&Frame>, circles: bool) -> Vec<Id> {
        let frames: Vec<&Frame> = frame.into_iter().collect();
        let reached = self.heap.reached(|found| each_root(self, &frames, found));
        self.spend(self.heap.places() as u64);
        let is_over = |id: &Id| !reached[id.0 as usize] && (circles || !self.is_in_circle(*id));
        let ended: Vec<Id> = self.finalizers.iter().copied().filter(is_over).collect();
        let unawaited: Vec<Id> = self.unawaited.iter().copied().filter(is_over).collect();
        self.finalizers.retain(|id| !ended.contains(id));
        self.unawaited.retain(|id| !unawaited.contains(id));
        let ended = [ended, unawaited].concat();
        if !ended.is_empty() {
            self.looked_at_lives();
        }
        ended
    }

    fn is_in_circle(&self, id: Id) -> bool {
        let mut seen = std::collections::BTreeSet::new();
        let mut pending = Vec::new();
        // A generator's frame says whose it is.
        let is_generator = matches!(self.heap.get(id), Object::Generator(_));
        each_child(self.heap.get(id), &mut |child| {
            if !is_generator || child != id {
                pending.push(child);
            }
        });
        while let Some(next) = pending.pop() {
            if next == id {
                return true;
            }
            if seen.insert(next) && !matches!(self.heap.get(next), Object::Class(_) | Object::Module { .. }) {
                each_child(self.heap.get(next), &mut |child| pending.push(child));
            }
        }
        false
    }

    /// Does what is to be done for those whose end has come with the last instruction.
    pub(crate) fn finalize(&mut self, frame: &mut Frame) {
        let circles = std::mem::take(&mut self.collects);
        let ended = self.take_ended(Some(frame), circles);
        if ended.is_empty() {
            return;
        }
        self.in_vain.set(0);
        let objects = self.new_list(ended.into_iter().map(Value::Ref).collect());
        let callee = self.builtin("__finalize__");
        if self.call_values(frame, &callee, vec![objects], Then::Discard).is_ok() {
            self.settle(frame);
        }
    }

    /// A thread has nothing left to do: whose end has come with it? With the main one's end, everybody's.
    pub(crate) fn finalize_last(&mut self, frame: &mut Frame) -> Option<Signal> {
        let is_main = self.current == ThreadId::MAIN;
        frame.slots.clear();
        if is_main
            && !std::mem::replace(&mut self.exiting, true)
            && let Some(wait) = self.module_attribute("threading", "_wait_for_all")
        {
            *frame = self.library_frame(&wait, Vec::new()).ok()?;
            return Some(Signal::Go);
        }
        let objects = if is_main { self.take_all() } else { self.take_ended(None, false) };
        if objects.is_empty() {
            return None;
        }
        let objects = self.new_list(objects.into_iter().map(Value::Ref).collect());
        let callee = self.builtin("__finalize__");
        *frame = self.library_frame(&callee, vec![objects]).ok()?;
        Some(Signal::Go)
    }

    /// All that are left, the oldest first. Nobody's end comes if a daemon thread goes on: what it could still reach is all that
    /// the program has.
    fn take_all(&mut self) -> Vec<Id> {
        let is_last = |(place, thread): (usize, &std::rc::Rc<crate::frame::Thread>)| {
            place == self.current.index() || thread.is_finished()
        };
        if !self.threads.iter().enumerate().all(is_last) {
            return Vec::new();
        }
        [std::mem::take(&mut self.finalizers), std::mem::take(&mut self.unawaited)].concat()
    }
}
