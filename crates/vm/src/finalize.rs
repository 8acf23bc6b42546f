//! `__del__`: called when nothing leads to an object any more.
//!
//! References are not counted, so after an instruction that may have let go of such an object the heap is asked, as for weak
//! references. An object in a circle of references waits for `gc.collect()`, as it does in CPython. A program without a
//! method of that name pays nothing.

use crate::code::Op;
use crate::execute::Signal;
use crate::frame::{Frame, Then, ThreadId};
use crate::heap::each_child;
use crate::machine::{Machine, each_root};
use crate::object::Object;
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

    /// Whether the program has a method `__del__`, so that what one thread lets go of can be another's business.
    pub fn finalizes(&self) -> bool {
        self.finalizes
    }

    /// Whether there are objects whose end must be noticed.
    pub(crate) fn awaits_ends(&self) -> bool {
        !self.finalizers.is_empty()
    }

    /// Whether the instruction that a frame is about to execute may let go of an object that has `__del__`.
    pub(crate) fn may_let_go(&self, frame: &Frame) -> bool {
        let Some(instruction) = frame.code.instructions.get(frame.ip as usize) else { return false };
        let arg = instruction.arg as usize;
        let is_global =
            matches!(instruction.op, Op::StoreGlobal | Op::DeleteGlobal | Op::StoreName | Op::DeleteName);
        let leads = |value: &Value| self.leads_to_one(value, !is_global);
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
            Op::ReturnValue | Op::ReturnConst => frame.slots.iter().any(leads),
            Op::PopExcept | Op::EndFor => true,
            // Who calls a function of the program lets go of nothing yet.
            Op::Call | Op::CallKw | Op::CallFunctionEx => {
                let depth = arg + 2 + usize::from(instruction.op == Op::CallKw);
                let callee = frame.slots.len().checked_sub(depth).map(|place| &frame.slots[place]);
                let is_own = match callee.and_then(|callee| self.as_object(callee)) {
                    Some(Object::Function(function)) => !self.code(function.code).internal,
                    Some(Object::Class(_)) => true,
                    _ => false,
                };
                !is_own && (arg == 0 || frame.slots.iter().rev().take(depth).any(leads))
            }
            _ => false,
        }
    }

    /// Whether a value is, or is near, an object that has `__del__` and that no variable of the program's plainly holds.
    fn leads_to_one(&self, value: &Value, by_globals: bool) -> bool {
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
        self.finalizers.retain(|id| !ended.contains(id));
        if !ended.is_empty() {
            self.looked_at_lives();
        }
        ended
    }

    fn is_in_circle(&self, id: Id) -> bool {
        let mut seen = std::collections::BTreeSet::new();
        let mut pending = Vec::new();
        each_child(self.heap.get(id), &mut |child| pending.push(child));
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

    /// Calls `__del__` of those whose end has come with the last instruction.
    pub(crate) fn finalize(&mut self, frame: &mut Frame) {
        let circles = std::mem::take(&mut self.collects);
        let ended = self.take_ended(Some(frame), circles);
        if ended.is_empty() {
            return;
        }
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
        std::mem::take(&mut self.finalizers)
    }
}
