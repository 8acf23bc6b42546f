//! How much was done so far, and what is too much: the machine's side of [`Limits`](crate::Limits).

use crate::class;
use crate::code::Op;
use crate::limits::Limit;
use crate::machine::Machine;
use crate::native::Raise;
use crate::numbers::{self, Fault};
use crate::value::Value;
use crate::weight;

/// What is answered with `MemoryError`, as CPython answers what is hopeless: 2 GB.
const HOPELESS: usize = 1 << 31;

/// What making an object costs, in steps.
const OBJECT: u64 = 9;
/// What an instruction of the library costs: many of them are calls and attributes.
const LIBRARY: u64 = 6;
/// What an instruction that is not quick costs beside its step: most are calls of what is written in Rust.
const SLOW: u64 = 18;
/// What a call of what is written in Rust costs beside that, if it is no operation that others can see.
const NATIVE: u64 = 20;
/// What it costs that an exception leaves a frame.
const FRAME: u64 = 18;
/// What raising an exception costs.
const RAISE: u64 = 50;
/// What a power costs.
const POWER: u64 = 50;
/// What it costs to write a value as a format says.
const FORMAT: u64 = 60;
/// How many items of a container are handled in the time of a step.
const ITEMS: u64 = 3;
/// How many bytes of text are handled in the time of a step.
const BYTES: u64 = 24;

impl Machine {
    /// Notes work that takes as long as so many steps.
    #[inline]
    pub(crate) fn spend(&self, steps: u64) {
        self.extra_work.set(self.extra_work.get().saturating_add(steps));
    }

    /// Notes that so many instructions of the library were executed.
    #[inline]
    pub(crate) fn spend_library(&self, instructions: u64) {
        self.spend(LIBRARY * instructions);
    }

    /// How many quick instructions of the library there may be before there was too much work: at least one.
    pub(crate) fn quick_library_steps(&self) -> u64 {
        if self.recording { 1 } else { self.limits.work.saturating_sub(self.work()) / LIBRARY + 1 }
    }

    /// Notes that an instruction was executed that was not quick. One that would have been, if nobody had looked, must cost
    /// what it costs then.
    #[inline]
    pub(crate) fn spend_slow(&self, op: Op) {
        if !op.is_slow_when_watched() {
            self.spend(SLOW);
        }
    }

    /// Notes that something was done that takes about as long as an instruction that is not quick.
    #[inline]
    pub(crate) fn spend_beside(&self) {
        self.spend(SLOW);
    }

    /// Notes that an exception left a frame.
    #[inline]
    pub(crate) fn spend_frame(&self) {
        self.spend(FRAME);
    }

    /// Notes a call of what is written in Rust.
    #[inline]
    pub(crate) fn spend_native(&self) {
        self.spend(NATIVE);
    }

    /// Notes that a value was written as a format says.
    pub(crate) fn spend_format(&self) {
        self.spend(FORMAT);
    }

    /// Notes that an exception was raised.
    pub(crate) fn spend_raise(&self) {
        self.spend(RAISE);
    }

    /// Notes an operation that other threads can see. Where it waited, each of them was looked at to see who is next.
    #[inline]
    pub(crate) fn spend_operation(&self, waited: bool) {
        let threads = self.threads.len() as u64;
        self.spend(if waited { 60 + 2 * threads } else { 4 + threads / 16 });
    }

    /// Notes that so many items of a container were looked at or copied.
    #[inline]
    pub(crate) fn spend_items(&self, items: usize) {
        self.spend(items as u64 / ITEMS);
    }

    /// Notes that so many bytes of text were looked at or copied.
    #[inline]
    pub(crate) fn spend_bytes(&self, bytes: usize) {
        self.spend(bytes as u64 / BYTES);
    }

    /// How much was done, in steps.
    #[inline]
    pub(crate) fn work(&self) -> u64 {
        let beside = self.extra_work.get().saturating_add(self.heap.made() * OBJECT);
        self.steps.saturating_add(beside)
    }

    /// Whether more was done than may be.
    #[inline]
    pub(crate) fn is_overworked(&self) -> bool {
        self.work() > self.limits.work
    }

    /// Notes that a limit was reached, unless one was before.
    #[cold]
    pub(crate) fn exhaust(&mut self, limit: Limit) {
        self.exhausted = self.exhausted.or(Some(limit));
    }

    /// Stops the machine at a limit in the middle of a step. What is raised is never seen: nothing runs any more.
    #[cold]
    pub(crate) fn stop(&mut self, limit: Limit) -> Raise {
        self.exhaust(limit);
        self.raise_with(class::MEMORY_ERROR, Vec::new())
    }

    /// Refuses to do what would take longer than may be; else it is counted.
    ///
    /// # Errors
    /// If the machine is stopped.
    pub(crate) fn afford(&mut self, steps: u64) -> Result<(), Raise> {
        self.spend(steps);
        if self.is_overworked() { Err(self.stop(Limit::Work)) } else { Ok(()) }
    }

    /// Refuses to make anything larger than may be.
    ///
    /// # Errors
    /// `MemoryError` where CPython has one, or if the machine is stopped.
    pub(crate) fn check_size(&mut self, size: usize) -> Result<(), Raise> {
        if size <= self.limits.size {
            Ok(())
        } else if size >= HOPELESS {
            Err(self.raise_with(class::MEMORY_ERROR, Vec::new()))
        } else {
            Err(self.stop(Limit::Size))
        }
    }

    /// As [`Machine::check_size`], and counts it as work and as memory.
    ///
    /// # Errors
    /// As `check_size`.
    pub(crate) fn make_room(&mut self, size: usize) -> Result<(), Raise> {
        self.check_size(size)?;
        self.spend_bytes(size);
        self.heap.grow(size);
        Ok(())
    }

    /// An operator on two numbers, within the limits.
    ///
    /// # Errors
    /// As [`numbers::binary`].
    pub(crate) fn calculate(&mut self, operator: u32, a: &Value, b: &Value) -> Result<Value, Fault> {
        if matches!(a, Value::Big(_)) || matches!(b, Value::Big(_)) {
            self.spend(numbers::cost(operator, a, b));
            if self.is_overworked() {
                self.exhaust(Limit::Work);
                return Ok(Value::None);
            }
        }
        let is_power = operator % numbers::op::IN_PLACE == numbers::op::POWER;
        if is_power {
            self.spend(POWER);
        }
        let result = numbers::binary(operator, a, b, self.limits.bits())?;
        if let Value::Big(big) = &result {
            if big.bits() > self.limits.bits() {
                return Err(Fault::Digits);
            }
            let bytes = big.bits() / 8;
            let words = bytes / 8;
            // The last multiplications make up most of a power.
            self.spend(words / 16 + if is_power { words * words.isqrt() / 2 } else { 0 });
            self.heap.grow(weight::TEXT + bytes as usize);
        }
        Ok(result)
    }

    /// Counts what a native function made or looked at: text is shared, and no object of the heap's knows its length.
    #[inline]
    pub(crate) fn count_text(&mut self, value: &Value) {
        const SHORT: usize = 256;
        let bytes = match value {
            Value::Str(text) => text.len(),
            Value::Bytes(bytes) => bytes.len(),
            _ => return,
        };
        if bytes > SHORT {
            self.spend(bytes as u64 / (4 * BYTES));
        }
        self.heap.grow(bytes);
    }
}
