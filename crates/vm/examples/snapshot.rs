//! The two ways to take a snapshot and to take it back, side by side: shared pages that are copied when written
//! to, and a log of old values that is undone.
//!
//! The work is a search's: from one state, go on a little, look, go back, many times. Run it in release; the
//! figures in ARCHITECTURE.md are its output.
#![expect(clippy::disallowed_types, reason = "a benchmark measures time")]

use std::hint::black_box;
use std::time::Instant;

use interleave_vm::pages::Pages;

/// An object of a program, for what matters here: something of its size that owns memory.
type Object = (u64, Vec<u64>);

fn object(number: u64) -> Object {
    (number, vec![number; 4])
}

/// The places that a run from one visible operation to the next writes to: a frame, its callee's, an object, twice.
fn places(round: u64, objects: usize) -> [usize; 6] {
    let at = |salt: u64| {
        (round.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(salt * 977) >> 33) as usize % objects
    };
    [at(1), at(1), at(2), at(2), at(3), at(1)]
}

fn pages(objects: usize, rounds: u64) -> f64 {
    let mut state = Pages::default();
    (0..objects as u64).for_each(|i| state.push(object(i)));
    let start = Instant::now();
    for round in 0..rounds {
        let snapshot = state.clone();
        for place in places(round, objects) {
            state.get_mut(place).1[0] += round;
        }
        black_box(&state);
        state = snapshot;
    }
    start.elapsed().as_nanos() as f64 / rounds as f64
}

fn undo_log(objects: usize, rounds: u64) -> f64 {
    let mut state: Vec<Object> = (0..objects as u64).map(object).collect();
    let mut log: Vec<(usize, Object)> = Vec::new();
    let start = Instant::now();
    for round in 0..rounds {
        let mark = log.len();
        for place in places(round, objects) {
            log.push((place, state[place].clone()));
            state[place].1[0] += round;
        }
        black_box(&state);
        while log.len() > mark {
            if let Some((place, old)) = log.pop() {
                state[place] = old;
            }
        }
    }
    start.elapsed().as_nanos() as f64 / rounds as f64
}

/// A plain run, with no snapshot that could still be wanted: what each way costs those who do not ask for it.
fn plain(objects: usize, rounds: u64, logged: bool) -> f64 {
    let mut state = Pages::default();
    (0..objects as u64).for_each(|i| state.push(object(i)));
    let mut vector: Vec<Object> = (0..objects as u64).map(object).collect();
    let mut log: Vec<(usize, Object)> = Vec::new();
    let start = Instant::now();
    for round in 0..rounds {
        for place in places(round, objects) {
            if logged {
                log.push((place, vector[place].clone()));
                vector[place].1[0] += round;
            } else {
                state.get_mut(place).1[0] += round;
            }
        }
        if log.len() > 100_000 {
            log.clear();
        }
    }
    black_box((&state, &vector));
    start.elapsed().as_nanos() as f64 / rounds as f64
}

/// Keeping every hundredth state of a run for good, as a timeline does: only whole values can.
fn kept(objects: usize, rounds: u64) -> f64 {
    let mut state = Pages::default();
    (0..objects as u64).for_each(|i| state.push(object(i)));
    let mut kept = Vec::new();
    let start = Instant::now();
    for round in 0..rounds {
        for place in places(round, objects) {
            state.get_mut(place).1[0] += round;
        }
        if round % 100 == 0 {
            kept.push(state.clone());
        }
    }
    black_box(&kept);
    start.elapsed().as_nanos() as f64 / rounds as f64
}

fn main() {
    println!("nanoseconds a round of six writes to three objects");
    println!(
        "{:>8} {:>14} {:>10} {:>12} {:>12} {:>16}",
        "objects", "pages, back", "log, back", "pages alone", "log alone", "pages, 1% kept"
    );
    for objects in [300, 3_000, 30_000] {
        println!(
            "{objects:>8} {:>14.0} {:>10.0} {:>12.0} {:>12.0} {:>16.0}",
            pages(objects, 200_000),
            undo_log(objects, 200_000),
            plain(objects, 200_000, false),
            plain(objects, 200_000, true),
            kept(objects, 200_000),
        );
    }
}
