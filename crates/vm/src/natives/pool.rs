//! The queue of tasks that a `ThreadPoolExecutor`'s workers take from.

use crate::effect::{Effect, Key, Operation, Place, Ready};
use crate::frame::ThreadId;
use crate::machine::Machine;
use crate::native::{Args, Gate, NativeDef, NativeResult};
use crate::object::Object;
use crate::sync::Sync;
use crate::value::{Id, Value};

/// The functions that the Python part of `concurrent.futures` is written with.
pub(crate) static FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("_tasks", new),
    NativeDef::function("_put", put)
        .needs(2)
        .needs(2)
        .gated(|_, _, args| gate(args, |object| Operation::Put { object }, Ready::Now(0))),
    NativeDef::function("_take", take).gated(take_gate),
    NativeDef::function("_close", close)
        .gated(|_, _, args| gate(args, |object| Operation::Put { object }, Ready::Now(0))),
    NativeDef::function("_idle", idle),
    NativeDef::function("_ask_for_workers", |machine, _| {
        machine.workers_know |= machine.searching;
        Ok(Value::None.into())
    }),
    NativeDef::function("_told_apart", |machine, _| Ok(Value::Bool(machine.workers_told_apart).into())),
    NativeDef::function("_rest", |_, _| Ok(Value::None.into()))
        .gated(|_, _, args| gate(args, |object| Operation::Put { object }, Ready::Now(0))),
    NativeDef::function("_drain", drain)
        .gated(|_, _, args| gate(args, |object| Operation::Test { object }, Ready::Now(0))),
    NativeDef::function("_claim", |_, _| Ok(Value::None.into()))
        .gated(|_, _, args| gate(args, |object| Operation::Test { object }, Ready::Now(0))),
    NativeDef::function("_peek", |_, _| Ok(Value::None.into()))
        .gated(|_, _, args| gate(args, |object| Operation::Test { object }, Ready::Now(0))),
    NativeDef::function("_backlog", backlog)
        .gated(|_, _, args| gate(args, |object| Operation::Test { object }, Ready::Now(0))),
    NativeDef::function("_ended", ended),
    NativeDef::function("_look", look),
    NativeDef::function("_see_shutdown", |machine, args| {
        machine.looked(object_of(args), Key::Attribute(SHUTDOWN.into()));
        Ok(Value::None.into())
    }),
    NativeDef::function("_show_shutdown", show_shutdown),
];

/// Names that a program asks by which thread it is in, or which there are.
const WHO: &[&str] = &[
    "current_thread",
    "currentThread",
    "get_ident",
    "get_native_id",
    "local",
    "_threads",
    "active_count",
    "basicConfig",
    "Formatter",
];

/// Names by which a program waits for the end of a task, or is told of it.
const WAITS: &[&str] =
    &["result", "exception", "done", "running", "cancel", "wait", "as_completed", "map", "add_done_callback"];

/// Whether a program may see which of a pool's workers does what after it saw the end of a task. Only then does it matter when a
/// worker is known to be idle, and is a step of its own.
pub(crate) fn may_tell_workers_apart(machine: &Machine) -> bool {
    let names = |known: &[&str]| {
        let own = machine.codes().filter(|code| !code.internal);
        own.flat_map(|code| &code.code.names).any(|name| known.contains(&&**name))
    };
    names(WHO) && names(WAITS)
}

/// The attribute of a pool that tells whether it is shut down.
const SHUTDOWN: &str = "_shutdown";

fn object_of(args: Args<'_>) -> Id {
    args.get(0).and_then(Value::id).unwrap_or(Id(0))
}

fn gate(args: Args<'_>, operation: impl FnOnce(Id) -> Operation, ready: Ready) -> Gate {
    Gate { operation: operation(object_of(args)), ready }
}

fn new(machine: &mut Machine, _: Args<'_>) -> NativeResult {
    let tasks = Sync::Tasks { items: Default::default(), closed: false };
    Ok(Value::Ref(machine.heap.add(Object::Sync(Box::new(tasks)))).into())
}

fn put(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let object = object_of(args);
    if let Object::Sync(sync) = machine.heap.get_mut(object)
        && let Sync::Tasks { items, .. } = &mut **sync
    {
        items.push_back(args.values[1].clone());
    }
    machine.record(|| Effect::Put { object, done: true });
    Ok(Value::None.into())
}

fn take_gate(machine: &Machine, _: ThreadId, args: Args<'_>) -> Gate {
    let ready = match machine.sync(object_of(args)) {
        Some(Sync::Tasks { items, closed }) if items.is_empty() && !closed && !has_ended(machine) => {
            Ready::Never
        }
        _ => Ready::Now(0),
    };
    gate(args, |object| Operation::Take { object }, ready)
}

/// The next task, or `None` if there will be no more.
fn take(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let object = object_of(args);
    let mut task = None;
    if let Object::Sync(sync) = machine.heap.get_mut(object)
        && let Sync::Tasks { items, .. } = &mut **sync
    {
        task = items.pop_front();
    }
    let done = task.is_some();
    machine.takes_with_locks();
    machine.record(|| Effect::Take { object, done });
    Ok(task.unwrap_or(Value::None).into())
}

fn close(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let object = object_of(args);
    if let Object::Sync(sync) = machine.heap.get_mut(object)
        && let Sync::Tasks { closed, .. } = &mut **sync
    {
        *closed = true;
    }
    machine.record(|| Effect::Put { object, done: true });
    Ok(Value::None.into())
}

/// Takes the next task that nobody took, to be cancelled; `None` if there is none.
fn drain(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let mut next = None;
    if let Object::Sync(sync) = machine.heap.get_mut(object_of(args))
        && let Sync::Tasks { items, .. } = &mut **sync
    {
        next = items.pop_front();
    }
    if next.is_some() {
        machine.touched(object_of(args));
    }
    Ok(next.unwrap_or(Value::None).into())
}

/// Whether the main thread has ended: then no pool gets any more tasks, and the workers end when theirs are done.
fn has_ended(machine: &Machine) -> bool {
    let is_running = machine.running && machine.current == ThreadId::MAIN;
    !is_running && machine.threads[ThreadId::MAIN.index()].is_finished()
}

/// `_look(event)`: notes that what is read next of a future depends on its event.
fn look(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    machine.looked(object_of(args), Key::Whole);
    Ok(Value::None.into())
}

/// `_show_shutdown(pool)`: notes that whoever gives the pool a task could tell that it is shut down.
fn show_shutdown(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let place = Place { object: object_of(args), key: Key::Attribute(SHUTDOWN.into()) };
    machine.record(|| Effect::Write { place, value: Value::Bool(true) });
    Ok(Value::None.into())
}

fn ended(machine: &mut Machine, _: Args<'_>) -> NativeResult {
    Ok(Value::Bool(has_ended(machine)).into())
}

/// How many tasks nobody has taken yet.
fn backlog(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let count = match machine.sync(object_of(args)) {
        Some(Sync::Tasks { items, .. }) => items.len(),
        _ => 0,
    };
    Ok(Value::Int(count as i64).into())
}

/// How many workers wait for a task that is not yet there.
fn idle(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let queue = object_of(args);
    let queued = match machine.sync(queue) {
        Some(Sync::Tasks { items, .. }) => items.len() as i64,
        _ => 0,
    };
    let waits = |thread: &ThreadId| matches!(machine.pending(*thread), Some(Operation::Take { object }) if object == queue);
    let waiting = machine.threads().filter(waits).count() as i64;
    Ok(Value::Int(waiting - queued).into())
}
