//! Locks and semaphores: each method is one atomic operation.

use crate::class;
use crate::effect::{Effect, Key, Operation, Ready};
use crate::frame::ThreadId;
use crate::machine::Machine;
use crate::native::{Args, Gate, NativeDef, NativeResult, Raise};
use crate::natives::threading::{add, gate_on, object_of, sync_mut, sync_of, test_gate, timeout};
use crate::numbers;
use crate::sync::Sync;
use crate::value::{Id, Value};

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

fn new_lock(machine: &mut Machine, _: Args<'_>) -> NativeResult {
    add(machine, Sync::Lock { owner: None })
}

fn new_rlock(machine: &mut Machine, _: Args<'_>) -> NativeResult {
    add(machine, Sync::RLock { owner: None, depth: 0 })
}

/// `_semaphore(value, bound)`
pub(super) fn new_semaphore(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let value = args.get(0).and_then(numbers::to_small).unwrap_or(1);
    let bound = matches!(args.get(1), Some(Value::Bool(true))).then_some(value);
    add(machine, Sync::Semaphore { value, bound })
}

/// How many permits are given back one after the other.
const MANY: i64 = 1_000;

fn release_gate(_: &Machine, _: ThreadId, args: Args<'_>) -> Gate {
    gate_on(args, |object| Operation::Release { object })
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

/// Whether a timeout is none that a lock can wait for: that is said at once, whoever holds the lock.
fn is_refused(args: Args<'_>) -> bool {
    let seconds = args.find(2, "timeout").and_then(numbers::to_float);
    seconds.is_some_and(|seconds| (seconds < 0.0 && seconds != -1.0) || seconds > TIMEOUT_MAX)
}

fn acquire_gate(machine: &Machine, thread: ThreadId, args: Args<'_>) -> Gate {
    let object = object_of(args);
    let (blocking, seconds) = waiting(args);
    let ready = if !blocking || is_refused(args) || is_free(machine, thread, object) {
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
        machine.looked(object, Key::Whole);
        return Err(machine.value_error("Semaphore released too many times"));
    }
    let mut one_by_one = permits;
    if let Some(Sync::Semaphore { value, .. }) = sync_mut(machine, object) {
        if permits < 1 {
            return Err(machine.value_error("n must be one or more"));
        }
        // So many that nobody could look at each of them come in one go.
        one_by_one = permits.min(MANY);
        *value = value.saturating_add(permits - one_by_one);
    }
    for _ in 0..one_by_one.min(MANY) {
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
            machine.looked(object, Key::Whole);
            return Err(machine.value_error("Semaphore released too many times"));
        }
        Some(Sync::Semaphore { value, .. }) => {
            *value = value.saturating_add(1);
            Ok(0)
        }
        _ => Ok(0),
    };
    match left {
        Ok(depth) => {
            machine.record(|| Effect::Release { object, depth });
            Ok(())
        }
        Err(message) => {
            // Another thread may take it, or let go, before or after.
            machine.looked(object, Key::Whole);
            Err(machine.runtime_error(message))
        }
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
    if !owned {
        machine.looked(object_of(args), Key::Whole);
    }
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
