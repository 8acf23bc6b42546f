//! Queues: what of them the schedule must see. Each function is one atomic operation, and the library's Python behind it
//! is executed in the same step, unless it calls the program.

use crate::effect::{Effect, Key, Operation, Ready};
use crate::frame::ThreadId;
use crate::machine::Machine;
use crate::native::{Args, Gate, NativeDef, NativeResult};
use crate::natives::threading::{add, gate_on, object_of, sync_mut, sync_of, timeout};
use crate::natives::waiting::number;
use crate::object::Object;
use crate::sync::Sync;
use crate::value::Value;

/// What the Python part of `queue` is written with.
pub(crate) static FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("_queue", new_queue),
    NativeDef::function("_put", put).gated(put_gate),
    NativeDef::function("_take", take).gated(take_gate),
    NativeDef::function("_task_done", task_done)
        .gated(|_, _, args| gate_on(args, |object| Operation::Put { object })),
    NativeDef::function("_join", join).gated(join_gate),
    NativeDef::function("_size", size).gated(size_gate),
    NativeDef::function("_unfinished", unfinished)
        .gated(|_, _, args| gate_on(args, |object| Operation::Test { object })),
    NativeDef::function("_is_closed", is_closed)
        .gated(|_, _, args| gate_on(args, |object| Operation::Test { object })),
    NativeDef::function("_free", free),
    NativeDef::function("_close", close)
        .gated(|_, _, args| gate_on(args, |object| Operation::Put { object })),
];

fn new_queue(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let room = number(args, 0).max(0) as u32;
    add(machine, Sync::Queue { size: 0, room, unfinished: 0, closed: false, held: false })
}

/// How many items are in a queue: the list that holds them tells, where one is given.
fn filled(machine: &Machine, args: Args<'_>, list: usize) -> u32 {
    let items = args.get(list).map(|items| machine.base_of(items));
    match (items.as_ref().and_then(|items| machine.as_object(items)), sync_of(machine, object_of(args))) {
        (Some(Object::List(items)), _) => items.len() as u32,
        (_, Some(Sync::Queue { size, .. })) => *size,
        _ => 0,
    }
}

/// Whether somebody is at work in a queue: then even those who do not wait do.
fn is_held(machine: &Machine, args: Args<'_>) -> bool {
    matches!(sync_of(machine, object_of(args)), Some(Sync::Queue { held: true, .. }))
}

/// Before an operation: what is in the queue is what its list says, and the queue is held if it is asked for.
fn enter<'m>(machine: &'m mut Machine, args: Args<'_>) -> Option<&'m mut Sync> {
    let filled = filled(machine, args, 4);
    let sync = sync_mut(machine, object_of(args))?;
    if let Sync::Queue { size, .. } = sync {
        *size = filled;
    }
    Some(sync)
}

/// `_free(queue, size)`: ends the work in a queue.
fn free(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let now = number(args, 1).max(0) as u32;
    if let Some(Sync::Queue { size, held, .. }) = sync_mut(machine, object_of(args)) {
        *size = now;
        *held = false;
    }
    Ok(Value::None.into())
}

/// When an operation on a queue that may block can be done: its arguments are the queue, `block` and `timeout`.
fn queue_gate(
    machine: &Machine,
    thread: ThreadId,
    args: Args<'_>,
    possible: bool,
    operation: Operation,
) -> Gate {
    let blocking = !matches!(args.get(1), Some(Value::Bool(false) | Value::Int(0)));
    let ready = match possible || !blocking {
        _ if is_held(machine, args) => Ready::Never,
        true => Ready::Now(0),
        false => timeout(machine, thread, args.get(2)),
    };
    Gate { operation, ready }
}

fn put_gate(machine: &Machine, thread: ThreadId, args: Args<'_>) -> Gate {
    let object = object_of(args);
    let filled = filled(machine, args, 4);
    let possible = !matches!(
        sync_of(machine, object),
        Some(Sync::Queue { room, closed: false, .. }) if *room > 0 && filled >= *room
    );
    queue_gate(machine, thread, args, possible, Operation::Put { object })
}

/// Whether there is room, which is then taken; `None` if the queue is shut down.
fn put(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let object = object_of(args);
    let hold = matches!(args.get(3), Some(Value::Bool(true)));
    let result = match enter(machine, args) {
        Some(Sync::Queue { closed: true, .. }) => Value::None,
        Some(Sync::Queue { size, room, unfinished, held, .. }) if *room == 0 || *size < *room => {
            *size += 1;
            *unfinished += 1;
            *held = hold;
            Value::Bool(true)
        }
        _ => Value::Bool(false),
    };
    let done = matches!(result, Value::Bool(true));
    machine.record(|| Effect::Put { object, done });
    Ok(result.into())
}

fn take_gate(machine: &Machine, thread: ThreadId, args: Args<'_>) -> Gate {
    let object = object_of(args);
    let possible = filled(machine, args, 4) > 0
        || !matches!(sync_of(machine, object), Some(Sync::Queue { closed: false, .. }));
    queue_gate(machine, thread, args, possible, Operation::Take { object })
}

/// Whether there is an item, which is then taken; `None` if the queue is shut down.
fn take(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let object = object_of(args);
    let hold = matches!(args.get(3), Some(Value::Bool(true)));
    let result = match enter(machine, args) {
        Some(Sync::Queue { size: 0, closed, .. }) => {
            if *closed {
                Value::None
            } else {
                Value::Bool(false)
            }
        }
        Some(Sync::Queue { size, held, .. }) => {
            *size -= 1;
            *held = hold;
            Value::Bool(true)
        }
        _ => Value::Bool(false),
    };
    let done = matches!(result, Value::Bool(true));
    machine.record(|| Effect::Take { object, done });
    Ok(result.into())
}

fn task_done(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let object = object_of(args);
    match sync_mut(machine, object) {
        Some(Sync::Queue { unfinished, .. }) if *unfinished > 0 => *unfinished -= 1,
        _ => {
            machine.looked(object, Key::Whole);
            return Err(machine.value_error("task_done() called too many times"));
        }
    }
    machine.record(|| Effect::TaskDone { object });
    Ok(Value::None.into())
}

fn join_gate(machine: &Machine, _: ThreadId, args: Args<'_>) -> Gate {
    let object = object_of(args);
    let done = matches!(sync_of(machine, object), Some(Sync::Queue { unfinished: 0, .. }));
    Gate { operation: Operation::Wait { object }, ready: if done { Ready::Now(0) } else { Ready::Never } }
}

fn join(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let object = object_of(args);
    machine.record(|| Effect::Waited { object, set: true });
    Ok(Value::None.into())
}

fn size_gate(machine: &Machine, _: ThreadId, args: Args<'_>) -> Gate {
    let ready = if is_held(machine, args) { Ready::Never } else { Ready::Now(0) };
    Gate { operation: Operation::Test { object: object_of(args) }, ready }
}

fn size(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    Ok(Value::Int(filled(machine, args, 1).into()).into())
}

fn unfinished(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    machine.looked(object_of(args), Key::Whole);
    let count = match sync_of(machine, object_of(args)) {
        Some(Sync::Queue { unfinished, .. }) => i64::from(*unfinished),
        _ => 0,
    };
    Ok(Value::Int(count).into())
}

fn is_closed(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let closed = matches!(sync_of(machine, object_of(args)), Some(Sync::Queue { closed: true, .. }));
    Ok(Value::Bool(closed).into())
}

/// `_close(queue, immediate)`: shuts the queue down.
fn close(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let object = object_of(args);
    let immediate = matches!(args.get(1), Some(Value::Bool(true)));
    if let Some(Sync::Queue { size, unfinished, closed, .. }) = sync_mut(machine, object) {
        *closed = true;
        if immediate {
            *unfinished -= (*size).min(*unfinished);
            *size = 0;
        }
    }
    machine.record(|| Effect::Put { object, done: true });
    Ok(Value::None.into())
}
