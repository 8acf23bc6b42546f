//! `sys`, and the writing of output.

use crate::effect::{Effect, Operation, Ready, Stream};
use crate::frame::ThreadId;
use crate::machine::Machine;
use crate::native::{Args, Gate, NativeDef, NativeResult};
use crate::natives::threading::microseconds;
use crate::text::Str;
use crate::value::Value;

/// The functions of `sys`.
pub(crate) static FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("getswitchinterval", get_switch_interval),
    NativeDef::function("setswitchinterval", set_switch_interval),
    NativeDef::function("getrecursionlimit", get_recursion_limit),
    NativeDef::function("setrecursionlimit", set_recursion_limit),
    NativeDef::function("getrefcount", get_reference_count),
    NativeDef::function("_exc", exception),
];

/// The ending of the program, for `os`.
pub(crate) static LEAVE: &[NativeDef] = &[NativeDef::function("_leave", leave)];

/// The writing of output, for the built-in part of the library.
pub(crate) static OUTPUT: &[NativeDef] = &[
    NativeDef::function("__write__", write).gated(write_gate),
    NativeDef::function("__write_error__", write_error).gated(write_gate),
    NativeDef::function("__read_line__", read_line).gated(read_gate),
];

/// How long a write takes, in microseconds of virtual time.
pub(crate) const WRITE: u64 = 20;

fn write_gate(machine: &Machine, thread: ThreadId, args: Args<'_>) -> Gate {
    let text = args.get(0).and_then(Value::as_str).cloned().unwrap_or_else(|| Str::from(""));
    let ready = Ready::Now(machine.threads[thread.index()].since + WRITE);
    Gate { operation: Operation::Output { text }, ready }
}

fn write(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    write_to(machine, Stream::Out, args)
}

fn write_error(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    write_to(machine, Stream::Err, args)
}

fn write_to(machine: &mut Machine, stream: Stream, args: Args<'_>) -> NativeResult {
    let Some(text) = args.get(0).and_then(|text| machine.text_of(text)) else {
        let name = args.get(0).map_or("nothing".into(), |value| machine.class_name(value));
        return Err(machine.type_error(format!("write() argument must be str, not {name}")));
    };
    let length = text.char_len() as i64;
    if !text.is_empty() {
        machine.write(stream, text);
    }
    Ok(Value::Int(length).into())
}

/// Input is read at the terminal, where output goes: the two do not commute.
fn read_gate(machine: &Machine, thread: ThreadId, _: Args<'_>) -> Gate {
    let ready = Ready::Now(machine.threads[thread.index()].since + WRITE);
    Gate { operation: Operation::Output { text: Str::from("") }, ready }
}

/// The next line of the input with its end, or nothing if it is used up.
fn read_line(machine: &mut Machine, _: Args<'_>) -> NativeResult {
    let input = machine.input.clone();
    let line = input[machine.input_read..].split_inclusive('\n').next().unwrap_or_default();
    machine.input_read += line.len();
    Ok(Value::str(line).into())
}

fn get_switch_interval(machine: &mut Machine, _: Args<'_>) -> NativeResult {
    machine.told("getswitchinterval()", false);
    Ok(Value::Float(machine.switch_interval as f64 / 1e6).into())
}

fn set_switch_interval(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    machine.told("getswitchinterval()", true);
    match args.get(0).and_then(microseconds) {
        Some(interval) if interval > 0 => {
            machine.switch_interval = interval;
            machine.record(|| Effect::SwitchInterval { microseconds: interval });
            Ok(Value::None.into())
        }
        Some(_) if args.get(0).and_then(crate::numbers::to_float).is_some_and(|seconds| seconds > 0.0) => {
            machine.switch_interval = 1;
            machine.record(|| Effect::SwitchInterval { microseconds: 1 });
            Ok(Value::None.into())
        }
        Some(_) => Err(machine.value_error("switch interval must be strictly positive")),
        None => {
            let given = args.get(0).map(|value| machine.class_name(value));
            let given = given.unwrap_or_else(|| "NoneType".into());
            Err(machine.type_error(format!("must be real number, not {given}")))
        }
    }
}

fn get_recursion_limit(machine: &mut Machine, _: Args<'_>) -> NativeResult {
    machine.told("getrecursionlimit()", false);
    Ok(Value::Int(machine.limits.recursion as i64).into())
}

fn set_recursion_limit(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    machine.told("getrecursionlimit()", true);
    match args.get(0) {
        Some(Value::Int(limit)) if *limit > 0 => {
            machine.limits.recursion = (*limit as usize).min(100_000);
            Ok(Value::None.into())
        }
        _ => Err(machine.value_error("recursion limit must be greater or equal than 1")),
    }
}

fn get_reference_count(_: &mut Machine, _: Args<'_>) -> NativeResult {
    Ok(Value::Int(2).into())
}

/// The exception being handled.
fn exception(machine: &mut Machine, _: Args<'_>) -> NativeResult {
    Ok(machine.handling.clone().into())
}

/// `_leave(status)`: ends the program at once.
fn leave(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let status = args.get(0).and_then(crate::numbers::to_small).unwrap_or(0);
    machine.exit_status = Some(status as i32);
    machine.left = true;
    machine.released = true;
    Ok(Value::None.into())
}
