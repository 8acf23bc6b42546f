//! Conditions and barriers: what of them the schedule must see. Each function is one atomic operation, and the library's
//! Python behind it is executed in the same step.

use crate::effect::{Effect, Key, Operation, Ready};
use crate::frame::ThreadId;
use crate::machine::Machine;
use crate::native::{Args, Gate, NativeDef, NativeResult};
use crate::natives::locks::is_free;
use crate::natives::threading::{add, gate_on, object_of, sync_mut, sync_of, timeout};
use crate::numbers;
use crate::sync::Sync;
use crate::value::{Id, Value};

/// What the Python part of `threading` writes conditions and barriers with.
pub(crate) static THREADING: &[NativeDef] = &[
    NativeDef::function("_condition", new_condition),
    NativeDef::function("_waiting", waiting)
        .gated(|_, _, args| gate_on(args, |object| Operation::Test { object })),
    NativeDef::function("_enqueue", enqueue)
        .gated(|_, _, args| gate_on(args, |object| Operation::Wait { object })),
    NativeDef::function("_wake", wake).gated(wake_gate),
    NativeDef::function("_notify", notify)
        .gated(|_, _, args| gate_on(args, |object| Operation::Notify { object })),
    NativeDef::function("_restore", restore).gated(restore_gate),
    NativeDef::function("_barrier", new_barrier),
    NativeDef::function("_arrive", arrive)
        .gated(|_, _, args| gate_on(args, |object| Operation::Arrive { object })),
    NativeDef::function("_open", open).gated(|_, _, args| gate_on(args, |object| Operation::Open { object })),
    NativeDef::function("_pass", pass).gated(pass_gate),
    NativeDef::function("_barrier_state", barrier_state),
];

pub(super) fn number(args: Args<'_>, place: usize) -> i64 {
    args.get(place).and_then(numbers::to_small).unwrap_or(0)
}

fn new_condition(machine: &mut Machine, _: Args<'_>) -> NativeResult {
    add(machine, Sync::Condition { waiters: Default::default() })
}

/// `_waiting(condition)`: how many wait.
fn waiting(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let count = match sync_of(machine, object_of(args)) {
        Some(Sync::Condition { waiters }) => waiters.len(),
        _ => 0,
    };
    Ok(Value::Int(count as i64).into())
}

/// `_enqueue(condition, lock)`: releases the lock and waits; how often the lock had been acquired.
fn enqueue(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let object = object_of(args);
    let lock = args.get(1).and_then(Value::id).unwrap_or(Id(0));
    let current = machine.current;
    let depth = match sync_mut(machine, lock) {
        Some(Sync::Lock { owner }) => {
            *owner = None;
            1
        }
        Some(Sync::RLock { owner, depth }) => {
            *owner = None;
            std::mem::take(depth)
        }
        _ => 0,
    };
    machine.record(|| Effect::Release { object: lock, depth: 0 });
    if let Some(Sync::Condition { waiters }) = sync_mut(machine, object) {
        waiters.push_back(current);
    }
    machine.record(|| Effect::Enqueue { object });
    Ok(Value::Int(i64::from(depth)).into())
}

fn waits(machine: &Machine, object: Id, thread: ThreadId) -> bool {
    matches!(sync_of(machine, object), Some(Sync::Condition { waiters }) if waiters.contains(&thread))
}

fn wake_gate(machine: &Machine, thread: ThreadId, args: Args<'_>) -> Gate {
    let object = object_of(args);
    let lock = args.get(1).and_then(Value::id).unwrap_or(Id(0));
    let ready = if waits(machine, object, thread) {
        timeout(machine, thread, args.get(3))
    } else if is_free(machine, thread, lock) {
        Ready::Now(0)
    } else {
        Ready::Never
    };
    Gate { operation: Operation::Wait { object }, ready }
}

/// `_wake(condition, lock, depth, timeout)`: whether it was notified, and so has the lock again.
fn wake(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let object = object_of(args);
    let current = machine.current;
    let notified = !waits(machine, object, current);
    if notified {
        reacquire(machine, args, 1);
    } else if let Some(Sync::Condition { waiters }) = sync_mut(machine, object) {
        waiters.retain(|waiter| *waiter != current);
    }
    machine.record(|| Effect::Wake { object, notified });
    Ok(Value::Bool(notified).into())
}

/// Acquires the lock among the arguments as often as the argument behind it says.
fn reacquire(machine: &mut Machine, args: Args<'_>, place: usize) {
    let lock = args.get(place).and_then(Value::id).unwrap_or(Id(0));
    let times = number(args, place + 1) as u32;
    let current = machine.current;
    match sync_mut(machine, lock) {
        Some(Sync::Lock { owner }) => *owner = Some(current),
        Some(Sync::RLock { owner, depth }) => {
            *owner = Some(current);
            *depth = times;
        }
        _ => {}
    }
    machine.record(|| Effect::Acquire { object: lock, depth: times });
}

fn restore_gate(machine: &Machine, thread: ThreadId, args: Args<'_>) -> Gate {
    let object = object_of(args);
    let ready = if is_free(machine, thread, object) { Ready::Now(0) } else { Ready::Never };
    Gate { operation: Operation::Acquire { object }, ready }
}

/// `_restore(lock, depth)`: acquires a lock as often as before.
fn restore(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    reacquire(machine, args, 0);
    Ok(Value::None.into())
}

/// `_notify(condition, n)`
fn notify(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let object = object_of(args);
    let most = number(args, 1).max(0) as usize;
    let mut woken = 0;
    if let Some(Sync::Condition { waiters }) = sync_mut(machine, object) {
        woken = most.min(waiters.len());
        waiters.drain(..woken);
    }
    machine.record(|| Effect::Notify { object, woken: woken as u32 });
    Ok(Value::Int(woken as i64).into())
}

fn new_barrier(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let parties = number(args, 0) as u32;
    add(machine, Sync::Barrier { parties, arrived: 0, generation: 0, broken: false })
}

/// `_arrive(barrier)`: the number of the one who arrives and the barrier's generation, or `None` if it is broken.
fn arrive(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let object = object_of(args);
    let Some(Sync::Barrier { arrived, generation, broken: false, .. }) = sync_mut(machine, object) else {
        machine.record(|| Effect::Pass { object, broken: true });
        return Ok(Value::None.into());
    };
    let (index, generation) = (*arrived, *generation);
    *arrived += 1;
    machine.record(|| Effect::Arrive { object, index });
    Ok(machine.new_tuple(vec![Value::Int(i64::from(index)), Value::Int(generation as i64)]).into())
}

/// `_open(barrier, broken)`: lets those who arrived pass, or tells them that it is broken; `None` mends it.
fn open(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let object = object_of(args);
    let breaks = matches!(args.get(1), Some(Value::Bool(true)));
    if let Some(Sync::Barrier { arrived, generation, broken, .. }) = sync_mut(machine, object) {
        *broken = breaks;
        if !breaks {
            *generation += 1;
            *arrived = 0;
        }
    }
    machine.record(|| Effect::Open { object, broken: breaks });
    Ok(Value::None.into())
}

fn passed(machine: &Machine, args: Args<'_>) -> Option<bool> {
    match sync_of(machine, object_of(args)) {
        Some(Sync::Barrier { generation, .. }) if *generation as i64 != number(args, 1) => Some(true),
        Some(Sync::Barrier { broken: true, .. }) => Some(false),
        _ => None,
    }
}

fn pass_gate(machine: &Machine, thread: ThreadId, args: Args<'_>) -> Gate {
    let object = object_of(args);
    let ready =
        if passed(machine, args).is_some() { Ready::Now(0) } else { timeout(machine, thread, args.get(2)) };
    Gate { operation: Operation::Wait { object }, ready }
}

/// `_pass(barrier, generation, timeout)`: whether it opened.
fn pass(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let object = object_of(args);
    let opened = passed(machine, args).unwrap_or(false);
    machine.record(|| Effect::Pass { object, broken: !opened });
    Ok(Value::Bool(opened).into())
}

/// How many have arrived, and whether it is broken.
fn barrier_state(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    machine.looked(object_of(args), Key::Whole);
    let state = match sync_of(machine, object_of(args)) {
        Some(Sync::Barrier { arrived, broken, .. }) => {
            vec![Value::Int(i64::from(*arrived)), Value::Bool(*broken)]
        }
        _ => Vec::new(),
    };
    Ok(machine.new_tuple(state).into())
}
