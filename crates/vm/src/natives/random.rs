//! `random`: the Mersenne Twister, with CPython's sequence for a seed.
//!
//! A generator's state is a list of the 624 numbers that come next, as bytes, and how many of them are used up: plain
//! values like all else in a machine. An empty list is a generator that the run's seed begins when it is first asked.

use num_bigint::{BigInt, Sign};
use rand_mt::Mt;

use crate::machine::Machine;
use crate::native::{Args, NativeDef, NativeResult, Raise};
use crate::natives::help::give;
use crate::numbers;
use crate::object::Object;
use crate::value::{Id, Value};

/// The functions that the Python part of `random` is written with.
pub(crate) static FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("_seeded", seeded),
    NativeDef::function("_float", float),
    NativeDef::function("_bits", bits),
    NativeDef::function("_below", below),
    NativeDef::function("_ready", ready),
];

/// What of the run's chance other modules ask for.
pub(crate) static ENTROPY: &[NativeDef] = &[NativeDef::function("urandom", urandom)];

/// How many numbers are made at a time.
const BLOCK: usize = 624;

/// The next numbers of a generator, as a state holds them.
fn block(mt: &mut Mt) -> Value {
    let mut bytes = Vec::with_capacity(BLOCK * 4);
    for _ in 0..BLOCK {
        bytes.extend(mt.next_u32().to_le_bytes());
    }
    Value::Bytes(bytes.into())
}

/// The generator that has just given a block of numbers.
fn behind(bytes: &[u8]) -> Mt {
    let mut numbers = [0; BLOCK];
    for (number, bytes) in numbers.iter_mut().zip(bytes.as_chunks::<4>().0) {
        *number = u32::from_le_bytes(*bytes);
    }
    Mt::from(numbers)
}

/// `_seeded(number)`: the state of a generator that begins at a seed.
fn seeded(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let key = args.get(0).and_then(numbers::to_big).unwrap_or_default().magnitude().to_u32_digits();
    let mut mt = Mt::new_with_key(if key.is_empty() { vec![0] } else { key });
    let state = vec![block(&mut mt), Value::Int(0)];
    give(machine.new_list(state))
}

/// A generator that was given no seed but the run's: each has a sequence of its own.
fn generator(machine: &mut Machine) -> Mt {
    machine.touched_chance();
    let seed = machine.random;
    machine.random = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    Mt::new_with_key([seed as u32, (seed >> 32) as u32])
}

/// `urandom(size)`: bytes that the run's seed makes.
fn urandom(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let size = match args.get(0) {
        Some(size) => machine.index_of(size)?,
        None => return Err(machine.type_error("urandom() missing required argument 'size' (pos 1)")),
    };
    let Ok(size) = usize::try_from(size) else {
        return Err(machine.value_error("negative argument not allowed"));
    };
    machine.check_size(size)?;
    let mut bytes = vec![0; size];
    generator(machine).fill_bytes(&mut bytes);
    give(Value::Bytes(bytes.into()))
}

/// Takes the next numbers of a generator.
fn draw(machine: &mut Machine, state: Option<&Value>, count: usize) -> Result<Vec<u32>, Raise> {
    let id = state.and_then(Value::id).unwrap_or(Id(0));
    machine.touched(id);
    let (mut bytes, mut used) = match machine.heap.get(id) {
        Object::List(items) => match items.as_slice() {
            [Value::Bytes(bytes), Value::Int(used)] if bytes.len() == BLOCK * 4 => {
                (Value::Bytes(bytes.clone()), usize::try_from(*used).unwrap_or(BLOCK))
            }
            _ => (block(&mut generator(machine)), 0),
        },
        _ => return Err(machine.type_error("a generator's state was expected")),
    };
    let mut drawn = Vec::with_capacity(count);
    while drawn.len() < count {
        let Value::Bytes(numbers) = &bytes else { break };
        match numbers.as_chunks::<4>().0.get(used) {
            Some(number) => {
                drawn.push(u32::from_le_bytes(*number));
                used += 1;
            }
            None => {
                bytes = block(&mut behind(numbers));
                used = 0;
            }
        }
    }
    if let Object::List(items) = machine.heap.get_mut(id) {
        *items = vec![bytes, Value::Int(used as i64)];
    }
    Ok(drawn)
}

/// `_ready(state)`: begins a generator that was given no seed.
fn ready(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    draw(machine, args.get(0), 0)?;
    give(Value::None)
}

/// `_float(state)`: a number from 0 up to 1.
fn float(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let drawn = draw(machine, args.get(0), 2)?;
    let (high, low) = (f64::from(drawn[0] >> 5), f64::from(drawn[1] >> 6));
    give((high * 67_108_864.0 + low) / 9_007_199_254_740_992.0)
}

/// A number of so many bits.
fn random_bits(machine: &mut Machine, state: Option<&Value>, count: u64) -> Result<Value, Raise> {
    if count <= 32 {
        let drawn = if count == 0 { 0 } else { draw(machine, state, 1)?[0] >> (32 - count) };
        return Ok(Value::Int(drawn.into()));
    }
    let words = count.div_ceil(32) as usize;
    machine.check_size(words.saturating_mul(4))?;
    let mut drawn = draw(machine, state, words)?;
    if let (Some(last), rest @ 1..) = (drawn.last_mut(), count % 32) {
        *last >>= 32 - rest;
    }
    Ok(Value::int(BigInt::from_slice(Sign::Plus, &drawn)))
}

/// `_bits(state, k)`: an integer of `k` bits.
fn bits(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let count = match args.get(1) {
        Some(count) => machine.index_of(count)?,
        None => return Err(machine.type_error("getrandbits() takes exactly one argument (0 given)")),
    };
    match u64::try_from(count) {
        Ok(count) => give(random_bits(machine, args.get(0), count)?),
        Err(_) => Err(machine.value_error("number of bits must be non-negative")),
    }
}

/// `_below(state, n)`: an integer from 0 up to `n`, which is above 0.
fn below(machine: &mut Machine, args: Args<'_>) -> NativeResult {
    let Some(bound) = args.get(1).and_then(numbers::to_big).filter(|bound| bound.sign() == Sign::Plus) else {
        return Err(machine.value_error("empty range"));
    };
    let count = bound.bits();
    loop {
        let number = random_bits(machine, args.get(0), count)?;
        if numbers::to_big(&number).is_some_and(|number| number < bound) {
            return give(number);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_goes_on_where_the_last_one_ended() {
        let mut mt = Mt::new_with_key([42]);
        let (Value::Bytes(first), Value::Bytes(second)) = (block(&mut mt), block(&mut mt)) else { panic!() };
        let Value::Bytes(again) = block(&mut behind(&first)) else { panic!() };
        assert_eq!(second, again);
    }
}
