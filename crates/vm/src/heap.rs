//! All objects of a machine, by id.

use crate::frame::{Frame, Then, Thread};
use crate::object::{Iter, Object};
use crate::pages::{PAGE, Pages};
use crate::value::{Id, Value};
use crate::weight;

/// The objects. Copying a heap shares its pages; see [`Pages`].
#[derive(Clone, Debug, Default)]
pub struct Heap {
    objects: Pages<Object>,
    /// The first free place, counted from 1; each free place holds the next.
    free: u32,
    live: usize,
    /// How many objects were ever made.
    made: u64,
    /// What was alive after the last collection, in bytes.
    live_bytes: usize,
    /// An estimate of what was made since, in bytes.
    new_bytes: usize,
    /// How much may be made before it is worth looking for garbage.
    collect_at: usize,
    /// The least that `collect_at` is.
    collect_at_least: usize,
    /// During a search: where each thread's new objects go.
    stripes: Option<Stripes>,
}

/// How many threads have places of their own during a search; more share them.
const STRIPES: usize = 16;

/// Where each thread's new objects go, so that what a thread makes has the same ids whoever ran before: the pages behind
/// the first are dealt out to the threads in turn.
#[derive(Clone, Debug)]
struct Stripes {
    /// The first page that is dealt out.
    first: usize,
    /// How many objects each stripe has.
    filled: [usize; STRIPES],
    /// The stripe of the thread that runs.
    current: usize,
}

/// Before so many bytes were made, no garbage is looked for.
const COLLECT_AT_LEAST: usize = 2_000_000;

impl Heap {
    /// Puts an object in the heap.
    #[inline]
    pub fn add(&mut self, object: Object) -> Id {
        self.live += 1;
        self.made += 1;
        self.new_bytes += weight::of_new(&object);
        if let Some(stripes) = &mut self.stripes {
            let filled = &mut stripes.filled[stripes.current];
            let page = stripes.first + *filled / PAGE * STRIPES + stripes.current;
            *filled += 1;
            return Id(self.objects.push_to_page(page, object) as u32);
        }
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
        self.new_bytes >= self.collect_at
    }

    /// Notes that something grew by so many bytes.
    #[inline]
    pub fn grow(&mut self, bytes: usize) {
        self.new_bytes = self.new_bytes.saturating_add(bytes);
    }

    /// How many objects were ever made.
    #[inline]
    pub fn made(&self) -> u64 {
        self.made
    }

    /// How many bytes are in use: exact as of the last collection, and an estimate of what was made since.
    pub fn bytes(&self) -> usize {
        self.live_bytes.saturating_add(self.new_bytes)
    }

    /// For each place, whether what is there can be reached from the roots.
    pub(crate) fn reached(&self, roots: impl FnOnce(&mut dyn FnMut(Id))) -> Vec<bool> {
        let mut reached = vec![false; self.objects.len()];
        let mut pending = Vec::new();
        roots(&mut |id| pending.push(id));
        while let Some(id) = pending.pop() {
            if !std::mem::replace(&mut reached[id.0 as usize], true) {
                each_child(self.get(id), &mut |child| pending.push(child));
            }
        }
        reached
    }

    /// Forgets every object that cannot be reached from the roots. `frames` count as in use too; `most` is how many bytes
    /// the program may use.
    pub fn collect<'f>(
        &mut self,
        most: usize,
        frames: impl Iterator<Item = &'f Frame>,
        roots: impl FnOnce(&mut dyn FnMut(Id)),
    ) {
        let reached = self.reached(roots);
        for (place, reached) in reached.iter().enumerate() {
            if !reached && !matches!(self.objects.get(place), Object::Free(_)) {
                *self.objects.get_mut(place) = Object::Free(self.free);
                self.free = place as u32 + 1;
                self.live -= 1;
            }
        }
        let mut scale = weight::Scale::default();
        let frames = frames.map(|frame| weight::of_frame(frame) + scale.values(&frame.slots)).sum::<usize>();
        self.live_bytes = frames + self.objects.iter().map(|object| scale.weigh(object)).sum::<usize>();
        self.new_bytes = 0;
        // Near the limit it is looked at more often, so that the limit is not overrun by much.
        let until_limit = most.saturating_sub(self.live_bytes).saturating_add(most / 16);
        let grown = if self.collect_at_least < COLLECT_AT_LEAST { 0 } else { self.live_bytes };
        self.collect_at = grown.min(until_limit).max(self.collect_at_least);
    }

    /// From here on each thread's new objects have ids of their own, and no garbage is looked for.
    pub(crate) fn stripe(&mut self) {
        self.collect_at = usize::MAX;
        self.objects.forget_writes();
        self.stripes = Some(Stripes { first: self.objects.pages(), filled: [0; STRIPES], current: 0 });
    }

    /// During a search: whose objects are made from here on.
    #[inline]
    pub(crate) fn set_maker(&mut self, thread: usize) {
        if let Some(stripes) = &mut self.stripes {
            stripes.current = thread % STRIPES;
        }
    }

    /// The objects, page by page.
    pub(crate) fn pages(&self) -> &Pages<Object> {
        &self.objects
    }

    /// No garbage is looked for until [`Heap::resume_collection`], which is given what this gives.
    pub(crate) fn put_off_collection(&mut self) -> usize {
        std::mem::replace(&mut self.collect_at, usize::MAX)
    }

    /// See [`Heap::put_off_collection`].
    pub(crate) fn resume_collection(&mut self, collect_at: usize) {
        self.collect_at = collect_at;
    }

    /// Begins to count: the first collection comes when there is something to collect. `most` is how many bytes the
    /// program may use.
    pub fn start_counting(&mut self, most: usize) {
        self.made = 0;
        self.new_bytes = 0;
        self.collect_at_least = COLLECT_AT_LEAST.min(most);
        self.collect_at = self.collect_at_least;
    }

    /// Garbage is looked for whenever so many bytes were made, however little there is.
    pub(crate) fn collect_every(&mut self, bytes: usize) {
        self.collect_at_least = bytes;
        self.collect_at = bytes;
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
    each_in_then(&frame.then, f);
}

/// Calls `f` with each object that what becomes of a frame's value holds.
pub(crate) fn each_in_then(then: &Then, f: &mut dyn FnMut(Id)) {
    match then {
        Then::Push
        | Then::Callee
        | Then::Discard
        | Then::Truth { .. }
        | Then::NonZero { .. }
        | Then::ForIter(_)
        | Then::Send(_)
        | Then::Text(_)
        | Then::GroupMatch
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
    values([&thread.handling, &thread.object, &thread.interrupt], f);
}
