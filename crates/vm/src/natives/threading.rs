//! `threading`: what the schedule must see. Each function is one atomic operation.

use crate::class;
use crate::effect::{Effect, Operation, Ready};
use crate::frame::ThreadId;
use crate::machine::Machine;
use crate::native::{Args, Gate, NativeDef, NativeResult};
use crate::natives::locks;
use crate::numbers;
use crate::object::Object;
use crate::sync::Sync;
use crate::text::Str;
use crate::value::{Id, Value};

/// The functions that the Python part of `threading` is written with.
pub(crate) static FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("get_ident", get_ident),
    NativeDef::function("_current", current),
    NativeDef::function("_ident_of", ident_of),
    NativeDef::function("_start", start)
        .needs(2)
        .gated(|_, _, _| Gate { operation: Operation::Start, ready: Ready::Now(0) }),
    NativeDef::function("_join", join).gated(join_gate),
    NativeDef::function("_is_finished", is_finished),
    NativeDef::function("_threads", threads),
    NativeDef::function("_interrupt", interrupt).needs(2),
    NativeDef::function("_event", new_event),
    NativeDef::function("_semaphore", locks::new_semaphore),
    NativeDef::function("_clock", crate::natives::time::monotonic),
];

/// The methods of an event.
pub(crate) static EVENT: &[NativeDef] = &[
    NativeDef::method("set", set).gated(|_, _, args| gate_on(args, |object| Operation::Set { object })),
    NativeDef::method("clear", clear).gated(|_, _, args| gate_on(args, |object| Operation::Clear { object })),
    NativeDef::method("is_set", is_set).gated(test_gate),
    NativeDef::method("wait", wait).gated(wait_gate),
];

/// Seconds as microseconds of virtual time.
pub(crate) fn microseconds(value: &Value) -> Option<u64> {
    let seconds = numbers::to_float(value)?;
    Some(if seconds <= 0.0 { 0 } else { (seconds * 1e6).round().min(9e18) as u64 })
}

pub(super) fn object_of(args: Args<'_>) -> Id {
    args.get(0).and_then(Value::id).unwrap_or(Id(0))
}

pub(super) fn gate_on(args: Args<'_>, operation: impl FnOnce(Id) -> Operation) -> Gate {
    Gate { operation: operation(object_of(args)), ready: Ready::Now(0) }
}

pub(super) fn test_gate(_: &Machine, _: ThreadId, args: Args<'_>) -> Gate {
    gate_on(args, |object| Operation::Test { object })
}

pub(super) fn sync_of(machine: &Machine, id: Id) -> Option<&Sync> {
    match machine.heap.get(id) {
        Object::Sync(sync) => Some(sync),
        _ => None,
    }
}

pub(super) fn sync_mut(machine: &mut Machine, id: Id) -> Option<&mut Sync> {
    match machine.heap.get_mut(id) {
        Object::Sync(sync) => Some(sync),
        _ => None,
    }
}

pub(super) fn add(machine: &mut Machine, sync: Sync) -> NativeResult {
    Ok(Value::Ref(machine.heap.add(Object::Sync(Box::new(sync)))).into())
}

/// The ident of a thread: small, so that it is read easily, and the same in every run.
pub(crate) fn ident(thread: ThreadId) -> i64 {
    1_000 + 4 * i64::from(thread.0)
}

/// The thread of an ident.
pub(super) fn thread_of(machine: &Machine, ident: &Value) -> Option<ThreadId> {
    let number = numbers::to_small(ident)?.checked_sub(1_000)?;
    let thread = ThreadId(u16::try_from(number / 4).ok().filter(|_| number % 4 == 0)?);
    (thread.index() < machine.threads.len()).then_some(thread)
}

/// `_interrupt(ident, what)`: has a thread raise an exception, or call a function, before it goes on; `None` takes that back. Says
/// whether there is such a thread.
fn interrupt(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let Some(thread) = thread_of(machine, &args.values[0]) else { return Ok(Value::Bool(false).into()) };
    // The running thread's frames are with the machine, so it has not ended.
    if thread != machine.current && machine.threads[thread.index()].is_finished() {
        return Ok(Value::Bool(false).into());
    }
    let what = if args.values[1].is_none() { Value::Unbound } else { args.values[1].clone() };
    machine.take_interrupt(thread, what);
    Ok(Value::Bool(true).into())
}

pub(crate) fn get_ident(machine: &mut Machine, _: Args<'_>) -> NativeResult {
    machine.looked_who_it_is();
    Ok(Value::Int(ident(machine.current)).into())
}

fn ident_of(_: &mut Machine, args: Args<'_>) -> NativeResult {
    let thread = args.get(0).and_then(numbers::to_small).unwrap_or(0);
    Ok(Value::Int(ident(ThreadId(thread as u16))).into())
}

fn current(machine: &mut Machine, _: Args<'_>) -> NativeResult {
    machine.looked_who_it_is();
    let object = machine.threads[machine.current.index()].object.clone();
    Ok(object.into())
}

fn threads(machine: &mut Machine, _: Args<'_>) -> NativeResult {
    machine.looked_at_thread(None);
    let running = |t: &std::rc::Rc<crate::frame::Thread>| !t.is_finished();
    // The main thread stays among them, as it does in CPython.
    let stays = [ThreadId::MAIN.index(), machine.current.index()];
    let alive = machine.threads.iter().enumerate().filter(|(i, t)| stays.contains(i) || running(t));
    let objects = alive.map(|(_, t)| t.object.clone()).collect();
    Ok(machine.new_list(objects).into())
}

/// `_start(thread, bootstrap, daemon)`: the number of the new thread.
fn start(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let (object, bootstrap) = (args.values[0].clone(), args.values[1].clone());
    let daemon = matches!(args.get(2), Some(Value::Bool(true)));
    let thread = machine.start_thread(object, &bootstrap, daemon)?;
    Ok(Value::Int(i64::from(thread.0)).into())
}

fn thread_arg(args: Args<'_>) -> ThreadId {
    ThreadId(args.get(0).and_then(numbers::to_small).unwrap_or(0) as u16)
}

/// Whether a thread has nothing left to do. The main thread may still wait for the others, and call what `atexit` has.
fn is_done(machine: &Machine, thread: ThreadId) -> bool {
    let finished = machine.threads.get(thread.index()).is_some_and(|t| t.is_finished());
    finished || thread == ThreadId::MAIN && machine.exiting
}

fn has_ended(machine: &Machine, thread: ThreadId) -> bool {
    thread != machine.current && is_done(machine, thread)
}

fn is_finished(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    machine.looked_at_thread(Some(thread_arg(args)));
    Ok(Value::Bool(has_ended(machine, thread_arg(args))).into())
}

fn join_gate(machine: &Machine, thread: ThreadId, args: Args<'_>) -> Gate {
    let other = thread_arg(args);
    let ended = is_done(machine, other);
    let ready = if ended { Ready::Now(0) } else { timeout(machine, thread, args.get(1)) };
    Gate { operation: Operation::Join { thread: other }, ready }
}

fn join(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let thread = thread_arg(args);
    let ended = is_done(machine, thread);
    machine.record(|| Effect::Join { thread, ended });
    Ok(Value::Bool(ended).into())
}

/// When a wait with a timeout that began with the thread's last step is over.
pub(crate) fn timeout(machine: &Machine, thread: ThreadId, seconds: Option<&Value>) -> Ready {
    match seconds {
        None | Some(Value::None) => Ready::Never,
        Some(seconds) => match microseconds(seconds) {
            Some(0) => Ready::Now(0),
            Some(wait) => Ready::At(machine.threads[thread.index()].since.saturating_add(wait)),
            None => Ready::Now(0),
        },
    }
}

/// `_event(of_future=False)`
fn new_event(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let of_future = matches!(args.get(0), Some(Value::Bool(true)));
    add(machine, Sync::Event { set: false, of_future })
}

fn event_is_set(machine: &Machine, id: Id) -> bool {
    matches!(sync_of(machine, id), Some(Sync::Event { set: true, .. }))
}

fn set_event(machine: &mut Machine, args: Args<'_>, to: bool) -> Id {
    let object = object_of(args);
    if let Some(Sync::Event { set, .. }) = sync_mut(machine, object) {
        *set = to;
    }
    object
}

fn set(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let object = set_event(machine, args, true);
    machine.record(|| Effect::Set { object });
    Ok(Value::None.into())
}

fn clear(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let object = set_event(machine, args, false);
    machine.record(|| Effect::Clear { object });
    Ok(Value::None.into())
}

fn is_set(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    Ok(Value::Bool(event_is_set(machine, object_of(args))).into())
}

fn wait_gate(machine: &Machine, thread: ThreadId, args: Args<'_>) -> Gate {
    let object = object_of(args);
    let ready = if event_is_set(machine, object) {
        Ready::Now(0)
    } else {
        timeout(machine, thread, args.find(1, "timeout"))
    };
    Gate { operation: Operation::Wait { object }, ready }
}

fn wait(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let object = object_of(args);
    let set = event_is_set(machine, object);
    machine.record(|| Effect::Waited { object, set });
    Ok(Value::Bool(set).into())
}

impl Machine {
    /// A thread's name, as `threading` gives it.
    pub fn thread_name(&self, thread: ThreadId) -> Str {
        let object = self.threads.get(thread.index()).map(|thread| &thread.object);
        let name = match object.and_then(|object| self.as_object(object)) {
            Some(Object::Instance(instance)) => self.dict_get_str(instance.dict, &Str::from("_name")),
            _ => None,
        };
        match name.and_then(|name| name.as_str().cloned()) {
            Some(name) => name,
            None if thread == ThreadId::MAIN => "MainThread".into(),
            None => format!("Thread-{}", thread.0).into(),
        }
    }

    /// A thing that threads wait for.
    pub fn sync(&self, id: Id) -> Option<&Sync> {
        sync_of(self, id)
    }
}

/// The constructors of locks make no subclasses.
pub(crate) fn classes() -> [(Id, &'static [NativeDef]); 5] {
    [
        (class::LOCK, locks::LOCK),
        (class::RLOCK, locks::LOCK),
        (class::RLOCK, locks::RLOCK),
        (class::EVENT, EVENT),
        (class::SEMAPHORE, locks::SEMAPHORE),
    ]
}
