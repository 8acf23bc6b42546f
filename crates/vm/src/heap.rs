//! All objects of a machine, by id.

use crate::frame::{Frame, Then, Thread};
use crate::object::{Iter, Object};
use crate::pages::Pages;
use crate::value::{Id, Value};

/// The objects. Copying a heap shares its pages; see [`Pages`].
#[derive(Clone, Debug, Default)]
pub struct Heap {
    objects: Pages<Object>,
    /// The first free place, counted from 1; each free place holds the next.
    free: u32,
    live: usize,
    /// How many objects may be made before it is worth looking for garbage.
    until_collection: usize,
}

/// With fewer objects than this, no garbage is looked for.
const COLLECT_AT_LEAST: usize = 20_000;

impl Heap {
    /// Puts an object in the heap.
    #[inline]
    pub fn add(&mut self, object: Object) -> Id {
        self.live += 1;
        self.until_collection = self.until_collection.saturating_sub(1);
        if self.free != 0 {
            let place = self.free - 1;
            let slot = self.objects.get_mut(place as usize);
            if let Object::Free(next) = *slot {
                self.free = next;
            }
            *slot = object;
            return Id(place);
        }
        self.objects.push(object);
        Id(self.objects.len() as u32 - 1)
    }

    /// An object.
    #[inline]
    pub fn get(&self, id: Id) -> &Object {
        self.objects.get(id.0 as usize)
    }

    /// An object, to be changed.
    #[inline]
    pub fn get_mut(&mut self, id: Id) -> &mut Object {
        self.objects.get_mut(id.0 as usize)
    }

    /// How many objects there are.
    pub fn live(&self) -> usize {
        self.live
    }

    /// One more than the largest id in use.
    pub fn places(&self) -> usize {
        self.objects.len()
    }

    /// Whether enough was made since the last collection for another to be worth it.
    #[inline]
    pub fn wants_collection(&self) -> bool {
        self.until_collection == 0
    }

    /// Forgets every object that cannot be reached from the roots.
    pub fn collect(&mut self, roots: impl FnOnce(&mut dyn FnMut(Id))) {
        let mut reached = vec![false; self.objects.len()];
        let mut pending = Vec::new();
        roots(&mut |id| pending.push(id));
        while let Some(id) = pending.pop() {
            if !std::mem::replace(&mut reached[id.0 as usize], true) {
                each_child(self.get(id), &mut |child| pending.push(child));
            }
        }
        for (place, reached) in reached.iter().enumerate() {
            if !reached && !matches!(self.objects.get(place), Object::Free(_)) {
                *self.objects.get_mut(place) = Object::Free(self.free);
                self.free = place as u32 + 1;
                self.live -= 1;
            }
        }
        self.until_collection = self.live.max(COLLECT_AT_LEAST);
    }

    /// Puts off the first collection until there is something to collect.
    pub fn start_counting(&mut self) {
        self.until_collection = COLLECT_AT_LEAST;
    }
}

fn value(v: &Value, f: &mut dyn FnMut(Id)) {
    if let Value::Ref(id) = v {
        f(*id);
    }
}

fn values<'a>(vs: impl IntoIterator<Item = &'a Value>, f: &mut dyn FnMut(Id)) {
    for v in vs {
        value(v, f);
    }
}

/// Calls `f` with each object that this one holds, in a fixed order.
pub fn each_child(object: &Object, f: &mut dyn FnMut(Id)) {
    match object {
        Object::Free(_) | Object::Range(_) => {}
        Object::List(items) => values(items, f),
        Object::Tuple(items) => values(items.iter(), f),
        Object::Dict(d) | Object::Set(d) | Object::FrozenSet(d) => {
            for entry in d.iter() {
                value(&entry.key, f);
                value(&entry.value, f);
            }
        }
        Object::Slice(parts) | Object::Property(parts) => values(parts.iter(), f),
        Object::Cell(v) | Object::StaticMethod(v) | Object::ClassMethod(v) => value(v, f),
        Object::Function(function) => {
            f(function.globals);
            values(&function.defaults, f);
            values(&function.closure, f);
            values([&function.keyword_defaults, &function.annotations, &function.dict], f);
        }
        Object::Method { function, this } => values([function, this], f),
        Object::Class(class) => {
            class.mro.iter().chain(&class.bases).for_each(|&id| f(id));
            [class.dict, class.meta, class.layout].into_iter().for_each(f);
        }
        Object::Instance(instance) => {
            f(instance.class);
            f(instance.dict);
            value(&instance.base, f);
        }
        Object::Exception(e) => {
            f(e.class);
            values([&e.dict, &e.args, &e.cause, &e.context], f);
        }
        Object::Module { dict: id, .. } | Object::DictView { dict: id, .. } | Object::Traceback(id) => f(*id),
        Object::Iter(iter) => match iter {
            Iter::Range { .. } | Iter::Str { .. } => {}
            Iter::List { list: id, .. }
            | Iter::Reversed { list: id, .. }
            | Iter::Tuple { tuple: id, .. }
            | Iter::Dict { dict: id, .. } => f(*id),
        },
        Object::Generator(generator) => {
            value(&generator.handling, f);
            if let Some(frame) = &generator.frame {
                each_in_frame(frame, f);
            }
        }
        Object::Super { class, this } => {
            f(*class);
            value(this, f);
        }
        Object::Sync(sync) => sync.each_value(&mut |v| value(v, f)),
        Object::Database(stored) => stored.each_child(f),
    }
}

/// Calls `f` with each object that a frame holds.
pub fn each_in_frame(frame: &Frame, f: &mut dyn FnMut(Id)) {
    values(&frame.slots, f);
    f(frame.globals);
    frame.locals.iter().chain(&frame.generator).for_each(|&id| f(id));
    match &frame.then {
        Then::Push
        | Then::Callee
        | Then::Discard
        | Then::Truth { .. }
        | Then::NonZero { .. }
        | Then::ForIter(_)
        | Then::Send(_)
        | Then::Text(_)
        | Then::Finish => {}
        Then::Init(v) => value(v, f),
        Then::New(call) => {
            f(call.class);
            values(&call.args, f);
            values(call.keywords.iter().map(|(_, v)| v), f);
        }
        Then::Operator(operator) => values([&operator.left, &operator.right], f),
        Then::Class(body) => {
            values(&body.bases, f);
            values(body.keywords.iter().map(|(_, v)| v), f);
            f(body.namespace);
            value(&body.meta, f);
        }
        Then::Attribute(lookup) => value(&lookup.0, f),
    }
}

/// Calls `f` with each object that a thread holds.
pub fn each_in_thread(thread: &Thread, f: &mut dyn FnMut(Id)) {
    for frame in &thread.frames {
        each_in_frame(frame, f);
    }
    values([&thread.handling, &thread.object], f);
}
