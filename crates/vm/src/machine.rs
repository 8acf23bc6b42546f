//! The machine: all that a running program consists of, as a value.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::effect::{Effect, Place, Stream};
use crate::frame::{Frame, LoadedCode, Spare, Thread, ThreadId};
use crate::heap::Heap;
use crate::limits::{Limit, Limits};
use crate::names::Names;
use crate::object::Object;
use crate::pages::Pages;
use crate::text::Str;
use crate::traceback::Marks;
use crate::value::{CodeId, Id, Value};
use crate::weight;

/// A running program. Copying it is cheap (pages are shared until written to), and a copy goes its own way.
#[derive(Clone, Debug)]
pub struct Machine {
    pub(crate) heap: Heap,
    pub(crate) threads: Vec<Rc<Thread>>,
    pub(crate) image: Rc<Image>,
    pub(crate) clock: u64,
    pub(crate) steps: u64,
    pub(crate) output: Pages<Written>,
    pub(crate) output_bytes: usize,
    pub(crate) limits: Limits,
    /// What was done beside the steps; see [`Limits::work`].
    pub(crate) extra_work: Cell<u64>,
    pub(crate) switch_interval: u64,
    /// What makes `random` random; the run's seed until the program sets its own.
    pub(crate) random: u64,
    /// What `input()` reads, and how many bytes of it are read.
    pub(crate) input: Rc<str>,
    pub(crate) input_read: usize,
    pub(crate) failures: Vec<Failure>,
    /// The objects that weak references were made to, and when first.
    pub(crate) watched: BTreeMap<Id, u64>,
    /// Whether the program has a method `__del__`; whether it has generators that do something when they are closed, or
    /// coroutines; the objects whose end must be noticed, coroutines that have not begun apart; and whether `gc.collect()`
    /// was called.
    pub(crate) finalizes: bool,
    pub(crate) closes: bool,
    pub(crate) finalizers: Vec<Id>,
    /// Whether the program may see which of a pool's workers does what.
    pub(crate) workers_told_apart: bool,
    pub(crate) unawaited: Vec<Id>,
    pub(crate) collects: bool,
    /// Whether an exception has thrown away one of them, which may be its end.
    pub(crate) unwound: bool,
    /// How many threads have been asked to do something that they have not done yet.
    pub(crate) interrupts: usize,
    /// How often calls might have let go of one of them and had not, since one did.
    pub(crate) in_vain: Cell<u32>,
    /// A limit that was reached; the machine takes no further step.
    pub(crate) exhausted: Option<Limit>,
    pub(crate) exit_status: Option<i32>,
    /// Whether `os._exit` has ended the program, whatever its threads are doing.
    pub(crate) left: bool,
    /// Whether the main thread has come to what is done at exit.
    pub(crate) exiting: bool,

    /// The thread that is running, with the frames below its innermost one and what it handles.
    pub(crate) current: ThreadId,
    /// Whether it is in the middle of a step, its frames being here and not with the thread.
    pub(crate) running: bool,
    pub(crate) callers: Vec<Frame>,
    pub(crate) spare: Spare,
    pub(crate) handling: Value,
    /// Whether the last call was one of a native function that is an evaluation-breaker check in CPython.
    pub(crate) called_native: bool,
    /// Whether the step did input or output, during which CPython lets go of its lock.
    pub(crate) released: bool,
    /// How much time a step takes, in microseconds: none in a search.
    pub(crate) tick: u64,
    /// Whether the machine is one of a search, which must be told more: see [`crate::search`].
    pub(crate) searching: bool,
    /// During a search: objects that the running step looked at as a whole.
    pub(crate) looked_at: RefCell<Vec<Place>>,
    /// During a search: whether the program ever asked what time it is.
    pub(crate) asked_time: bool,
    /// During a search: whether a pool's worker ever asked which thread it is.
    pub(crate) workers_know: bool,
    /// Whether all schedules are searched: steps tell more than to one who only looks ahead.
    pub(crate) exploring: bool,
    /// During a search: whether it mattered to a step which objects are alive while other threads could let go of them.
    pub(crate) lives_matter: bool,
    /// During a search: whether a class, or which class an object is of, was changed.
    pub(crate) classes_change: bool,
    /// During a search in which that happens: steps tell which attributes of classes they looked for.
    pub(crate) telling_of_classes: bool,
    pub(crate) recording: bool,
    /// Whether reads and writes of memory are recorded too: not those of the library's own.
    pub(crate) recording_memory: bool,
    pub(crate) effects: Vec<Effect>,
}

/// What of a machine never changes once its program is loaded.
#[derive(Clone, Debug, Default)]
pub(crate) struct Image {
    pub(crate) codes: Vec<Rc<LoadedCode>>,
    pub(crate) names: Rc<Names>,
    pub(crate) modules: BTreeMap<Str, Id>,
    /// The dict of `builtins`.
    pub(crate) builtins: Option<Id>,
    /// The dict of the program's own module.
    pub(crate) globals: Option<Id>,
    /// Interned text, so that equal names in code are one object.
    pub(crate) interned: BTreeMap<Str, Str>,
    /// What the program's source is, for tracebacks.
    pub(crate) source: Str,
    /// What tracebacks mark in it, where that is known; where it is not, they parse it.
    pub(crate) marks: Rc<Marks>,
}

/// A piece of text that the program wrote by one write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Who wrote it.
    pub thread: ThreadId,
    /// In which step, counted from 0.
    pub step: u64,
    /// Where to.
    pub stream: Stream,
    /// The text.
    pub text: Str,
}

/// An exception that nothing caught.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Failure {
    /// Whose it was.
    pub thread: ThreadId,
    /// The exception.
    pub exception: Id,
}

impl Machine {
    /// How many steps were taken.
    pub fn steps(&self) -> u64 {
        self.steps
    }

    /// The virtual time in microseconds since the program's start.
    pub fn clock(&self) -> u64 {
        self.clock
    }

    /// The switch interval in microseconds, as `sys.getswitchinterval` gives it.
    pub fn switch_interval(&self) -> u64 {
        self.switch_interval
    }

    /// What was written so far.
    pub fn output(&self) -> &Pages<Written> {
        &self.output
    }

    /// What was written to one stream so far, in one piece.
    pub fn text(&self, stream: Stream) -> String {
        self.output.iter().filter(|w| w.stream == stream).map(|w| w.text.as_str()).collect()
    }

    /// Exceptions that nothing caught, in the order in which they ended their threads.
    pub fn failures(&self) -> &[Failure] {
        &self.failures
    }

    /// The limit that was reached, if one was.
    pub fn exhausted(&self) -> Option<Limit> {
        self.exhausted
    }

    /// How much the program may use.
    pub fn limits(&self) -> &Limits {
        &self.limits
    }

    /// Garbage is looked for whenever so many bytes were made: for tests, which see that it makes no difference.
    pub fn collect_every(&mut self, bytes: usize) {
        self.heap.collect_every(bytes);
    }

    /// How many bytes the program's data take up, by the machine's own count.
    pub fn heap_bytes(&self) -> usize {
        self.heap.bytes()
    }

    /// What the program asked to exit with, if it did.
    pub fn exit_status(&self) -> Option<i32> {
        self.exit_status
    }

    /// The threads started so far, those that have ended among them.
    pub fn threads(&self) -> impl DoubleEndedIterator<Item = ThreadId> + ExactSizeIterator + use<> {
        (0..self.threads.len() as u16).map(ThreadId)
    }

    /// A thread.
    pub fn thread(&self, thread: ThreadId) -> &Thread {
        &self.threads[thread.index()]
    }

    /// An object.
    pub fn object(&self, id: Id) -> &Object {
        self.heap.get(id)
    }

    /// A block of the program's code.
    pub fn code(&self, id: CodeId) -> &LoadedCode {
        &self.image.codes[id.0 as usize]
    }

    /// The dict of the program's own module.
    pub fn globals(&self) -> Id {
        self.image.globals.unwrap_or(Id(0))
    }

    pub(crate) fn names(&self) -> Rc<Names> {
        self.image.names.clone()
    }

    #[inline]
    pub(crate) fn record(&mut self, effect: impl FnOnce() -> Effect) {
        if self.recording {
            let effect = effect();
            self.effects.push(effect);
        }
    }

    /// Writes text to a stream in the current step.
    pub(crate) fn write(&mut self, stream: Stream, text: Str) {
        self.output_bytes += text.len();
        if self.output_bytes > self.limits.output {
            self.exhaust(Limit::Output);
        }
        self.heap.grow(weight::TEXT + text.len());
        self.record(|| Effect::Output { stream, text: text.clone() });
        self.output.push(Written { thread: self.current, step: self.steps, stream, text });
    }

    pub(crate) fn collect_garbage(&mut self, frame: &Frame) {
        let mut heap = std::mem::take(&mut self.heap);
        let frames =
            self.threads.iter().flat_map(|thread| &thread.frames).chain(&self.callers).chain([frame]);
        heap.collect(self.limits.heap, frames, |found| {
            each_root(self, &[frame], found);
            self.finalizers.iter().chain(&self.unawaited).for_each(|&id| found(id));
        });
        self.watched.retain(|id, _| !matches!(heap.get(*id), Object::Free(_)));
        self.heap = heap;
        self.spend(self.heap.places() as u64);
        let written = self.output.len() * weight::TEXT + self.output_bytes;
        if self.heap.bytes() + written > self.limits.heap {
            self.exhaust(Limit::Heap);
        }
    }
}

/// Calls `found` with each object that the machine holds by itself or in its threads, and in frames that are not with it now.
pub(crate) fn each_root(machine: &Machine, frames: &[&Frame], found: &mut dyn FnMut(Id)) {
    let Machine { threads, image, callers, handling, failures, .. } = machine;
    image.modules.values().chain(&image.builtins).chain(&image.globals).for_each(|&id| found(id));
    for code in &image.codes {
        code.consts.iter().filter_map(Value::id).for_each(&mut *found);
    }
    (0..crate::class::BUILTIN.len() as u32).map(Id).for_each(&mut *found);
    for thread in threads {
        crate::heap::each_in_thread(thread, found);
    }
    for frame in callers.iter().chain(frames.iter().copied()) {
        crate::heap::each_in_frame(frame, found);
    }
    handling.id().into_iter().chain(failures.iter().map(|failure| failure.exception)).for_each(found);
}
