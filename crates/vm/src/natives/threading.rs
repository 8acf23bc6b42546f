//! `threading`: what the schedule must see. Each function is one atomic operation.

use crate::class;
use crate::effect::{Effect, Operation, Ready};
use crate::frame::ThreadId;
use crate::machine::Machine;
use crate::native::{Args, Gate, NativeDef, NativeResult, Raise};
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
    NativeDef::function("_event", new_event),
    NativeDef::function("_semaphore", new_semaphore),
    NativeDef::function("_clock", crate::natives::time::monotonic),
];

/// The methods of `Lock`.
pub(crate) static LOCK: &[NativeDef] = &[
    NativeDef::function("__new__", new_lock),
    NativeDef::method("acquire", acquire).gated(acquire_gate),
    NativeDef::method("__enter__", acquire).gated(acquire_gate),
    NativeDef::method("release", release).gated(release_gate),
    NativeDef::method("__exit__", exit).gated(release_gate),
    NativeDef::method("locked", locked).gated(test_gate),
    NativeDef::method("_is_owned", is_owned),
];

/// The methods of `RLock`, besides those of `Lock`.
pub(crate) static RLOCK: &[NativeDef] =
    &[NativeDef::function("__new__", new_rlock), NativeDef::method("_recursion_count", recursion_count)];

/// The methods of an event.
pub(crate) static EVENT: &[NativeDef] = &[
    NativeDef::method("set", set).gated(|_, _, args| gate_on(args, |object| Operation::Set { object })),
    NativeDef::method("clear", clear).gated(|_, _, args| gate_on(args, |object| Operation::Clear { object })),
    NativeDef::method("is_set", is_set).gated(test_gate),
    NativeDef::method("wait", wait).gated(wait_gate),
];

/// The methods of a semaphore.
pub(crate) static SEMAPHORE: &[NativeDef] = &[
    NativeDef::method("acquire", acquire).gated(acquire_gate),
    NativeDef::method("__enter__", acquire).gated(acquire_gate),
    NativeDef::method("release", release).gated(release_gate),
    NativeDef::method("__exit__", exit).gated(release_gate),
    NativeDef::method("_value", semaphore_value).gated(test_gate),
];

/// The longest time that a lock can be waited for, in seconds.
const TIMEOUT_MAX: f64 = 9_223_372_036.0;

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

fn test_gate(_: &Machine, _: ThreadId, args: Args<'_>) -> Gate {
    gate_on(args, |object| Operation::Test { object })
}

fn release_gate(_: &Machine, _: ThreadId, args: Args<'_>) -> Gate {
    gate_on(args, |object| Operation::Release { object })
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

pub(crate) fn get_ident(machine: &mut Machine, _: Args<'_>) -> NativeResult {
    Ok(Value::Int(ident(machine.current)).into())
}

fn ident_of(_: &mut Machine, args: Args<'_>) -> NativeResult {
    let thread = args.get(0).and_then(numbers::to_small).unwrap_or(0);
    Ok(Value::Int(ident(ThreadId(thread as u16))).into())
}

fn current(machine: &mut Machine, _: Args<'_>) -> NativeResult {
    let object = machine.threads[machine.current.index()].object.clone();
    Ok(object.into())
}

fn threads(machine: &mut Machine, _: Args<'_>) -> NativeResult {
    let running = |t: &std::rc::Rc<crate::frame::Thread>| !t.is_finished();
    let current = machine.current.index();
    let alive = machine.threads.iter().enumerate().filter(|(i, t)| *i == current || running(t));
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

fn has_ended(machine: &Machine, thread: ThreadId) -> bool {
    thread != machine.current && machine.threads.get(thread.index()).is_some_and(|t| t.is_finished())
}

fn is_finished(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    Ok(Value::Bool(has_ended(machine, thread_arg(args))).into())
}

fn join_gate(machine: &Machine, thread: ThreadId, args: Args<'_>) -> Gate {
    let other = thread_arg(args);
    let ended = machine.threads.get(other.index()).is_some_and(|t| t.is_finished());
    let ready = if ended { Ready::Now(0) } else { timeout(machine, thread, args.get(1)) };
    Gate { operation: Operation::Join { thread: other }, ready }
}

fn join(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let thread = thread_arg(args);
    let ended = machine.threads.get(thread.index()).is_some_and(|t| t.is_finished());
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

fn new_lock(machine: &mut Machine, _: Args<'_>) -> NativeResult {
    add(machine, Sync::Lock { owner: None })
}

fn new_rlock(machine: &mut Machine, _: Args<'_>) -> NativeResult {
    add(machine, Sync::RLock { owner: None, depth: 0 })
}

fn new_event(machine: &mut Machine, _: Args<'_>) -> NativeResult {
    add(machine, Sync::Event { set: false })
}

/// `_semaphore(value, bound)`
fn new_semaphore(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let value = args.get(0).and_then(numbers::to_small).unwrap_or(1);
    let bound = matches!(args.get(1), Some(Value::Bool(true))).then_some(value);
    add(machine, Sync::Semaphore { value, bound })
}

pub(super) fn is_free(machine: &Machine, thread: ThreadId, id: Id) -> bool {
    match sync_of(machine, id) {
        Some(Sync::Lock { owner }) => owner.is_none(),
        Some(Sync::RLock { owner, .. }) => owner.is_none_or(|owner| owner == thread),
        Some(Sync::Semaphore { value, .. }) => *value > 0,
        _ => true,
    }
}

/// Whether an acquisition may wait, and how long.
fn waiting(args: Args<'_>) -> (bool, Option<Value>) {
    let blocking = !matches!(args.find(1, "blocking"), Some(Value::Bool(false) | Value::Int(0)));
    let timeout = args.find(2, "timeout").filter(|t| !matches!(t, Value::None));
    let timeout = timeout.filter(|t| numbers::to_float(t).is_none_or(|seconds| seconds >= 0.0)).cloned();
    (blocking, timeout)
}

fn acquire_gate(machine: &Machine, thread: ThreadId, args: Args<'_>) -> Gate {
    let object = object_of(args);
    let (blocking, seconds) = waiting(args);
    let ready = if !blocking || is_free(machine, thread, object) {
        Ready::Now(0)
    } else {
        timeout(machine, thread, seconds.as_ref())
    };
    Gate { operation: Operation::Acquire { object }, ready }
}

fn acquire(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let object = object_of(args);
    let (blocking, seconds) = waiting(args);
    if !blocking && seconds.is_some() {
        return Err(machine.value_error("can't specify a timeout for a non-blocking call"));
    }
    match args.find(2, "timeout").map(|timeout| (timeout, numbers::to_float(timeout))) {
        Some((_, Some(seconds))) if seconds < 0.0 && seconds != -1.0 => {
            return Err(machine.value_error("timeout value must be a non-negative number"));
        }
        Some((_, Some(seconds))) if seconds > TIMEOUT_MAX => {
            return Err(machine.raise(class::OVERFLOW_ERROR, "timestamp out of range for platform time_t"));
        }
        Some((timeout, None)) => {
            let name = machine.class_name(timeout);
            let message = format!("'{name}' object cannot be interpreted as an integer");
            return Err(machine.type_error(message));
        }
        _ => {}
    }
    let current = machine.current;
    if !is_free(machine, current, object) {
        machine.record(|| Effect::AcquireFailed { object });
        return Ok(Value::Bool(false).into());
    }
    let depth = match sync_mut(machine, object) {
        Some(Sync::Lock { owner }) => {
            *owner = Some(current);
            1
        }
        Some(Sync::RLock { owner, depth }) => {
            *owner = Some(current);
            *depth += 1;
            *depth
        }
        Some(Sync::Semaphore { value, .. }) => {
            *value -= 1;
            1
        }
        _ => 0,
    };
    machine.record(|| Effect::Acquire { object, depth });
    Ok(Value::Bool(true).into())
}

fn release(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let object = object_of(args);
    let permits = args.find(1, "n").and_then(numbers::to_small).unwrap_or(1);
    if let Some(Sync::Semaphore { value, bound: Some(bound) }) = sync_of(machine, object)
        && value.saturating_add(permits) > *bound
    {
        return Err(machine.value_error("Semaphore released too many times"));
    }
    for _ in 0..permits {
        release_once(machine, object)?;
    }
    Ok(Value::None.into())
}

fn exit(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    release_once(machine, object_of(args))?;
    Ok(Value::None.into())
}

fn release_once(machine: &mut Machine, object: Id) -> Result<(), Raise> {
    let current = machine.current;
    let left = match sync_mut(machine, object) {
        Some(Sync::Lock { owner }) if owner.is_none() => Err("release unlocked lock"),
        Some(Sync::Lock { owner }) => {
            *owner = None;
            Ok(0)
        }
        Some(Sync::RLock { owner, .. }) if *owner != Some(current) => Err("cannot release un-acquired lock"),
        Some(Sync::RLock { owner, depth }) => {
            *depth -= 1;
            if *depth == 0 {
                *owner = None;
            }
            Ok(*depth)
        }
        Some(Sync::Semaphore { value, bound }) if bound.is_some_and(|bound| *value >= bound) => {
            return Err(machine.value_error("Semaphore released too many times"));
        }
        Some(Sync::Semaphore { value, .. }) => {
            *value += 1;
            Ok(0)
        }
        _ => Ok(0),
    };
    match left {
        Ok(depth) => {
            machine.record(|| Effect::Release { object, depth });
            Ok(())
        }
        Err(message) => Err(machine.runtime_error(message)),
    }
}

fn locked(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let held = sync_of(machine, object_of(args)).is_some_and(|sync| sync.owner().is_some());
    Ok(Value::Bool(held).into())
}

fn is_owned(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    // Anyone may release a plain lock: whoever asks, it counts as theirs while it is held.
    let owned = match sync_of(machine, object_of(args)) {
        Some(Sync::Lock { owner }) => owner.is_some(),
        Some(sync) => sync.owner() == Some(machine.current),
        None => false,
    };
    Ok(Value::Bool(owned).into())
}

fn recursion_count(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let depth = match sync_of(machine, object_of(args)) {
        Some(Sync::RLock { owner, depth }) if *owner == Some(machine.current) => *depth,
        _ => 0,
    };
    Ok(Value::Int(depth.into()).into())
}

fn semaphore_value(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let value = match sync_of(machine, object_of(args)) {
        Some(Sync::Semaphore { value, .. }) => *value,
        _ => 0,
    };
    Ok(Value::Int(value).into())
}

fn event_is_set(machine: &Machine, id: Id) -> bool {
    matches!(sync_of(machine, id), Some(Sync::Event { set: true }))
}

fn set_event(machine: &mut Machine, args: Args<'_>, to: bool) -> Id {
    let object = object_of(args);
    if let Some(Sync::Event { set }) = sync_mut(machine, object) {
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
        let object = &self.threads[thread.index()].object;
        let name = match self.as_object(object) {
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
        (class::LOCK, LOCK),
        (class::RLOCK, LOCK),
        (class::RLOCK, RLOCK),
        (class::EVENT, EVENT),
        (class::SEMAPHORE, SEMAPHORE),
    ]
}
