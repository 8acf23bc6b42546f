//! `time`, on the virtual clock.

use crate::effect::{Effect, Operation, Ready};
use crate::frame::ThreadId;
use crate::machine::Machine;
use crate::native::{Args, Gate, NativeDef, NativeResult};
use crate::natives::threading::microseconds;
use crate::numbers;
use crate::value::Value;

/// The functions of `time`.
pub(crate) static FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("sleep", sleep).gated(sleep_gate),
    NativeDef::function("time", time),
    NativeDef::function("monotonic", monotonic),
    NativeDef::function("perf_counter", monotonic),
    NativeDef::function("process_time", process_time),
    NativeDef::function("thread_time", process_time),
    NativeDef::function("process_time_ns", process_time_ns),
    NativeDef::function("thread_time_ns", process_time_ns),
    NativeDef::function("time_ns", time_ns),
    NativeDef::function("monotonic_ns", monotonic_ns),
    NativeDef::function("perf_counter_ns", monotonic_ns),
];

/// When the virtual clock starts: 2024-07-12 12:00:00 UTC, in seconds of Unix time.
pub(crate) const EPOCH: u64 = 1_720_785_600;

fn sleep_gate(machine: &Machine, thread: ThreadId, args: Args<'_>) -> Gate {
    let wait = args.get(0).and_then(microseconds).unwrap_or(0);
    let ready = match wait {
        0 => Ready::Now(machine.clock.max(1)),
        wait => Ready::At(machine.threads[thread.index()].since.saturating_add(wait)),
    };
    Gate { operation: Operation::Sleep { microseconds: wait }, ready }
}

fn sleep(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let Some(seconds) = args.get(0) else {
        return Err(machine.type_error("time.sleep() takes exactly one argument (0 given)"));
    };
    match numbers::to_float(seconds) {
        Some(wait) if wait < 0.0 => Err(machine.value_error("sleep length must be non-negative")),
        Some(_) => {
            let microseconds = microseconds(seconds).unwrap_or(0);
            machine.record(|| Effect::Sleep { microseconds });
            Ok(Value::None.into())
        }
        None => {
            let name = machine.class_name(seconds);
            Err(machine.type_error(format!("'{name}' object cannot be interpreted as an integer")))
        }
    }
}

fn time(machine: &mut Machine, _: Args<'_>) -> NativeResult {
    machine.looked_at_clock();
    Ok(Value::Float(EPOCH as f64 + machine.clock as f64 / 1e6).into())
}

pub(crate) fn monotonic(machine: &mut Machine, _: Args<'_>) -> NativeResult {
    machine.looked_at_clock();
    Ok(Value::Float(machine.clock as f64 / 1e6).into())
}

/// The time that steps took, in microseconds: who sleeps takes none. In a search no step takes time.
fn worked(machine: &Machine) -> u64 {
    if machine.searching { 0 } else { machine.steps() }
}

fn process_time(machine: &mut Machine, _: Args<'_>) -> NativeResult {
    Ok(Value::Float(worked(machine) as f64 / 1e6).into())
}

fn process_time_ns(machine: &mut Machine, _: Args<'_>) -> NativeResult {
    Ok(Value::Int((worked(machine) * 1_000) as i64).into())
}

fn time_ns(machine: &mut Machine, _: Args<'_>) -> NativeResult {
    machine.looked_at_clock();
    Ok(Value::Int(((EPOCH * 1_000_000 + machine.clock) * 1_000) as i64).into())
}

fn monotonic_ns(machine: &mut Machine, _: Args<'_>) -> NativeResult {
    machine.looked_at_clock();
    Ok(Value::Int((machine.clock * 1_000) as i64).into())
}
