//! What a search over all schedules asks of a machine beyond running it: that threads' objects have ids of their own, that
//! a step tells all that it read, and that time stands still unless somebody waits for it.

use crate::class::{Class, Traits};
use crate::dict::Dict;
use crate::effect::{Effect, Key, Operation, Place, Ready};
use crate::frame::{Frame, ThreadId};
use crate::keys::hash_int;
use crate::machine::Machine;
use crate::native::Args;
use crate::object::Object;
use crate::step::{NotRunnable, Step};
use crate::sync::Sync;
use crate::text::Str;
use crate::value::{Id, Value};

/// The attribute that stands for whether a thread is running.
const ALIVE: &str = "is_alive()";

/// The attribute that stands for how objects of a class behave, as far as operators and the like ask.
const TRAITS: &str = "__special__()";

/// The attribute that stands for what `os.urandom` and generators without a seed draw from.
const CHANCE: &str = "urandom()";

/// The attribute that stands for which classes have a class as their base.
const SUBCLASSES: &str = "__subclasses__()";

/// The attribute of an exception that stands for what it keeps of those who raised it: its traceback, and what they were
/// handling.
pub const TRACEBACK: &str = "__traceback__";

/// The attribute that stands for which keys a dict has, in which order.
const KEYS: &str = "keys()";

impl Machine {
    /// Makes the machine one of a search, from here on. What a thread makes then has the same ids whichever thread ran
    /// before; garbage is no longer looked for; steps take no time, so that only what waits moves the clock; and steps
    /// tell also of what they did not find, and of what library code that others can see looked at.
    pub fn begin_search(&mut self) {
        self.searching = true;
        self.exploring = true;
        self.tick = 0;
        self.asked_time = false;
        self.heap.stripe();
    }

    /// What the next step of a thread would do, told as in a search; the machine stays as it is.
    ///
    /// # Errors
    /// If the thread cannot go on.
    pub fn preview(&self, thread: ThreadId) -> Result<Step, NotRunnable> {
        let mut copy = self.clone();
        // No more of a search than its telling: to begin one costs as much as the heap is large.
        copy.searching = true;
        copy.step(thread)
    }

    /// Whether the program has asked what time it is since the search began: then the clock is part of its state.
    pub fn asked_time(&self) -> bool {
        self.asked_time
    }

    /// What a thread is about to do, if that is more than touching memory, and when it can.
    pub fn gated(&self, thread: ThreadId) -> Option<(Operation, Ready)> {
        let frame = self.threads.get(thread.index())?.frames.last()?;
        let gate = self.gate(thread, frame)?;
        Some((gate.operation, gate.ready))
    }

    /// Whether a thread that is about to wait for an event or a thread's end was given a time limit.
    pub fn has_time_limit(&self, thread: ThreadId) -> bool {
        let limit = self.pending_call(thread, |args| args.find(1, "timeout").cloned());
        limit.is_some_and(|limit| !limit.is_none())
    }

    /// Whether a thread that is about to acquire a lock waits for it as long as it takes.
    pub fn waits_as_long_as_it_takes(&self, thread: ThreadId) -> bool {
        let plain = |args: Args<'_>| {
            let asked = [args.find(1, "blocking"), args.find(2, "timeout")];
            Some(asked.iter().all(Option::is_none))
        };
        self.pending_call(thread, plain) == Some(true)
    }

    /// Notes that the running step asked what time it is. In a search that is all that takes time, so that whoever waits by
    /// looking at the clock does not wait for ever.
    pub(crate) fn looked_at_clock(&mut self) {
        if self.searching {
            self.asked_time = true;
            self.clock += 1;
        }
    }

    /// The place that stands for whether a thread is running: its end writes it.
    pub fn aliveness(&self, thread: ThreadId) -> Place {
        let object = self.threads.get(thread.index()).and_then(|thread| thread.object.id());
        Place { object: object.unwrap_or(Id(0)), key: Key::Attribute(ALIVE.into()) }
    }

    /// The place that stands for which threads there are: each start and end writes it.
    pub fn thread_list(&self) -> Place {
        Place { object: Id(0), key: Key::Attribute(ALIVE.into()) }
    }

    /// Notes that the running step asked whether a thread is running, or which threads are.
    pub(crate) fn looked_at_thread(&mut self, thread: Option<ThreadId>) {
        if self.searching && self.recording {
            // How many threads there are tells how many workers pools have.
            let is_pool = |object: &Object| matches!(object, Object::Sync(sync) if matches!(&**sync, Sync::Tasks { .. }));
            if thread.is_none() && !self.workers_know && self.heap.pages().iter().any(is_pool) {
                self.workers_know = true;
            }
            let place = thread.map_or_else(|| self.thread_list(), |thread| self.aliveness(thread));
            self.effects.push(Effect::Read { place, value: Value::None });
        }
    }

    /// Whether an object of this name was ever made.
    pub fn has_object(&self, id: Id) -> bool {
        self.heap.pages().has(id.0 as usize)
    }

    /// During a search: whether a pool's worker ever asked which thread it is. As long as none does, it makes no difference
    /// which of them takes a task.
    pub fn workers_know_who_they_are(&self) -> bool {
        self.workers_know
    }

    /// Notes that the running thread asked which one it is.
    pub(crate) fn looked_who_it_is(&mut self) {
        if self.searching && !self.workers_know {
            let is_work = |frame: &Frame| frame.code.internal && &*frame.code.code.name == "_work";
            self.workers_know = self.callers.iter().any(is_work);
        }
    }

    /// Notes that the running step drew from what all of the program draws from.
    pub(crate) fn touched_chance(&mut self) {
        self.told(CHANCE, true);
    }

    /// Notes that the running step read or changed something that the whole program has but once.
    pub(crate) fn told(&mut self, name: &str, changed: bool) {
        if self.exploring && self.recording {
            let place = Place { object: Id(0), key: Key::Attribute(name.into()) };
            self.effects.push(match changed {
                true => Effect::Write { place, value: Value::None },
                false => Effect::Read { place, value: Value::None },
            });
        }
    }

    /// Notes that the running thread, which takes a task, may hold locks that know their owner: then it matters which worker
    /// does.
    pub(crate) fn takes_with_locks(&mut self) {
        let current = self.current;
        let holds = |object: &Object| matches!(object, Object::Sync(sync) if matches!(&**sync, Sync::RLock { owner, .. } if *owner == Some(current)));
        if self.searching && !self.workers_know && self.heap.pages().iter().any(holds) {
            self.workers_know = true;
        }
    }

    /// Notes that the running step used and changed something that has a state of its own: an iterator, a generator.
    #[inline]
    pub(crate) fn touched(&mut self, object: Id) {
        if self.searching && self.recording {
            self.effects.push(Effect::Write { place: Place { object, key: Key::Whole }, value: Value::None });
        }
    }

    /// Notes that the running step gave a dict a key that it did not have: the order of its keys is that of their coming.
    pub(crate) fn added_key(&mut self, dict: Id) {
        if self.exploring {
            self.changed(dict, Key::Attribute(KEYS.into()));
        }
    }

    /// Notes that the running step made a class, which its bases can tell.
    pub(crate) fn added_subclass(&mut self, class: Id) {
        let Object::Class(new) = self.heap.get(class) else { return };
        if self.recording {
            let place = |&object: &Id| Place { object, key: Key::Attribute(SUBCLASSES.into()) };
            self.effects
                .extend(new.bases.iter().map(place).map(|place| Effect::Write { place, value: Value::None }));
        }
    }

    /// Notes that the running step asked a class for those that are made of it.
    pub(crate) fn looked_at_subclasses(&self, class: Id) {
        self.looked(class, Key::Attribute(SUBCLASSES.into()));
    }

    /// The entries of a dict or a set that the running step changes.
    pub(crate) fn dict_changed_at(&mut self, id: Id) -> Option<&mut Dict> {
        self.touched(id);
        self.dict_at(id)
    }

    /// An object that the running step looks at as a whole.
    #[inline]
    pub(crate) fn noted(&self, id: Id) -> &Object {
        if self.searching {
            self.note(id);
        }
        self.heap.get(id)
    }

    /// The same, of a value.
    pub(crate) fn noted_object(&self, value: &Value) -> Option<&Object> {
        value.id().map(|id| self.noted(id))
    }

    fn note(&self, id: Id) {
        let id = match self.heap.get(id) {
            Object::DictView { dict, .. } => *dict,
            Object::List(_) | Object::Dict(_) | Object::Set(_) | Object::Exception(_) => id,
            _ => return,
        };
        // What library code changes is its own, but what it reads can be the program's.
        self.looked(id, Key::Whole);
    }

    /// Notes that the running step looked at a place, whoever's code it is.
    pub(crate) fn looked(&self, object: Id, key: Key) {
        let told = self.exploring || matches!(key, Key::Whole);
        if self.searching && self.recording && told {
            let mut looked_at = self.looked_at.borrow_mut();
            let place = Place { object, key };
            let is_it = |known: &Place| match (&known.key, &place.key) {
                (Key::Whole, Key::Whole) => known.object == object,
                (Key::Attribute(one), Key::Attribute(other)) | (Key::Global(one), Key::Global(other)) => {
                    known.object == object && one == other
                }
                _ => false,
            };
            if !looked_at.iter().any(is_it) {
                looked_at.push(place);
            }
        }
    }

    pub(crate) fn tell_what_was_looked_at(&mut self, effects: &mut Vec<Effect>) {
        for place in self.looked_at.get_mut().drain(..) {
            effects.push(Effect::Read { place, value: Value::None });
        }
    }

    /// During a search: whether it ever mattered to a step which objects are alive, while other threads could let go of them.
    /// Nothing tells who does: that is for whoever searches to make up for.
    pub fn lives_matter(&self) -> bool {
        self.lives_matter
    }

    /// Notes that it matters to the running step which objects are alive.
    pub(crate) fn looked_at_lives(&mut self) {
        let others = self.threads.iter().enumerate().filter(|(place, _)| *place != self.current.index());
        let is_alone = others.map(|(_, thread)| thread).all(|thread| thread.is_finished());
        self.lives_matter |= self.searching && !is_alone;
    }

    /// Whether a thread has been told to raise an exception, or to handle a signal, and has not done so yet.
    pub fn interrupts(&self) -> bool {
        self.interrupts > 0
    }

    /// Notes that the running step looked at what an exception keeps of those who raised it.
    pub(crate) fn looked_at_traceback(&self, exception: Id) {
        self.looked(exception, Key::Attribute(TRACEBACK.into()));
    }

    /// The dict of the module `builtins`.
    pub fn builtins(&self) -> Option<Id> {
        self.image.builtins
    }

    /// During a search: whether a class was ever changed, or which class an object is of. As long as none is, nobody need
    /// know who looks at them, and that is at every step.
    pub fn classes_change(&self) -> bool {
        self.classes_change
    }

    /// From here on steps tell which attributes of classes they looked for.
    pub fn tell_of_classes(&mut self) {
        self.telling_of_classes = true;
    }

    /// Notes that the running step looked for an attribute in a class.
    #[inline]
    pub(crate) fn looked_at_class(&self, class: Id, name: &Str) {
        if self.telling_of_classes {
            self.looked(class, Key::Attribute(name.clone()));
        }
    }

    /// What must be looked at of a class before the fast way is taken; that it was looked at is noted.
    #[inline]
    pub(crate) fn traits(&self, id: Id, class: &Class) -> Traits {
        if self.telling_of_classes {
            self.looked(id, Key::Attribute(TRAITS.into()));
        }
        class.traits
    }

    /// Notes that the running step changed a class: an attribute, and with it perhaps how objects behave.
    pub(crate) fn changed_class(&mut self, class: Id, behaves: bool) {
        self.classes_change |= self.searching;
        if self.searching && self.recording && behaves {
            let place = Place { object: class, key: Key::Attribute(TRAITS.into()) };
            self.effects.push(Effect::Write { place, value: Value::None });
        }
    }

    /// Notes that the running step looked for an attribute in an object and, where the object itself does not have it,
    /// in its classes up to the one that has.
    pub(crate) fn searched_for(&mut self, object: &Value, name: &Str) {
        if !self.searching || !self.recording_memory {
            return;
        }
        let Some(id) = object.id() else { return };
        let has = |machine: &Machine, dict: Id| machine.dict_get_str(dict, name).is_some();
        let class = match self.heap.get(id) {
            Object::Instance(instance) if has(self, instance.dict) => return,
            Object::Instance(instance) => instance.class,
            Object::Class(_) => id,
            _ => return,
        };
        self.saw(id, Key::Attribute(name.clone()));
        let Object::Class(class) = self.heap.get(class) else { return };
        for place in class.mro.clone() {
            let Object::Class(class) = self.heap.get(place) else { return };
            let dict = class.dict;
            self.saw(place, Key::Attribute(name.clone()));
            if has(self, dict) {
                return;
            }
        }
    }

    /// Notes that the running step looked at all names that an object has itself.
    pub(crate) fn looked_at_names(&self, object: &Value) {
        let dict = match self.as_object(object) {
            Some(Object::Instance(instance)) => Some(instance.dict),
            Some(Object::Module { dict, .. }) => Some(*dict),
            Some(Object::Class(class)) => Some(class.dict),
            _ => object.id(),
        };
        dict.into_iter().for_each(|dict| self.looked(dict, Key::Whole));
    }

    /// Notes that the running step found no attribute in an object itself, so that a method of its class is taken.
    pub(crate) fn missed_in(&self, object: &Value, name: &Str) {
        if self.recording_memory
            && let Some(Object::Instance(_)) = self.as_object(object)
        {
            self.looked(object.id().unwrap_or(Id(0)), Key::Attribute(name.clone()));
        }
    }

    /// What is in a place of memory: an entry of a dict, an item of a list or a variable in a cell. None where that is not
    /// there, or is looked for in some other way.
    pub fn value_at(&self, place: &Place) -> Option<&Value> {
        match (self.heap.get(place.object), &place.key) {
            (Object::Dict(dict), key) => Some(&dict.entry(entry_of(dict, key)?).value),
            (Object::List(items), Key::Item(Value::Int(index))) => items.get(usize::try_from(*index).ok()?),
            (Object::Cell(value), Key::Cell(_)) => Some(value),
            _ => None,
        }
    }

    /// Puts a value into a place that [`Machine::value_at`] knows: the machine becomes one in which another thread did so.
    pub fn set_value_at(&mut self, place: &Place, value: Value) {
        match (self.heap.get_mut(place.object), &place.key) {
            (Object::Dict(dict), key) => {
                if let Some(entry) = entry_of(dict, key) {
                    *dict.value_mut(entry) = value;
                }
            }
            (Object::List(items), Key::Item(Value::Int(index))) => {
                if let Some(item) = usize::try_from(*index).ok().and_then(|index| items.get_mut(index)) {
                    *item = value;
                }
            }
            (Object::Cell(cell), Key::Cell(_)) => *cell = value,
            _ => {}
        }
    }
}

/// The entry of a dict that a key names, if the key is text or an integer.
fn entry_of(dict: &Dict, key: &Key) -> Option<usize> {
    match key {
        Key::Global(name) | Key::Attribute(name) | Key::Item(Value::Str(name)) => dict.find_str(name),
        Key::Item(Value::Int(index)) => {
            dict.find(hash_int(*index), |known| matches!(known, Value::Int(known) if known == index))
        }
        _ => None,
    }
}
