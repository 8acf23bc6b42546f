//! The tools. Both have the standard library's names for what a program needs, so the programs are written once for them all.
//!
//! The Python programs read and write plain names and lists, whose reads and writes are atomic there and happen in one order.
//! Here that is an atomic number with `SeqCst`. loom takes that for `AcqRel` (its documentation says so), so that a read may see
//! an older value: it looks for ends that no order of the operations has. With a lock around each read and each write there is
//! one order for loom, too.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use crate::program::Program;

/// A search of all schedules of a program.
pub(crate) type Search = fn(Program, Seen);

pub(crate) const TOOLS: [(&str, Search); 3] =
    [("loom", with_loom), ("loom, locked cells", with_loom_and_locks), ("shuttle", with_shuttle)];

/// How many executions there were so far, and how they ended.
#[derive(Clone, Default)]
pub(crate) struct Seen(Arc<Mutex<(u64, BTreeSet<[isize; 3]>)>>);

impl Seen {
    fn note(&self, end: [isize; 3]) {
        let mut seen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        seen.0 += 1;
        seen.1.insert(end);
    }

    /// How many executions there were, and how many different ends.
    pub(crate) fn counts(&self) -> (u64, usize) {
        let seen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        (seen.0, seen.1.len())
    }
}

/// loom with its defaults: no bound on preemptions, five threads at most with the main one, 1,000 choices in an execution.
fn with_loom(program: Program, seen: Seen) {
    loom::model::Builder::new().check(move || seen.note(on_loom::run(program)));
}

fn with_loom_and_locks(program: Program, seen: Seen) {
    loom::model::Builder::new().check(move || seen.note(on_loom_with_locks::run(program)));
}

/// shuttle's depth-first search, without a bound.
fn with_shuttle(program: Program, seen: Seen) {
    shuttle::check_dfs(move || seen.note(on_shuttle::run(program)), None);
}

/// The programs in a module of their own, with the tool's threads and locks, and cells made of one of its types.
macro_rules! programs {
    ($name:ident, $tool:ident, $cell:ident) => {
        mod $name {
            use std::sync::Arc;

            use $tool::sync::Mutex;
            use $tool::thread;

            use super::Cell;
            use crate::program::{ORDERS, Program, Work};

            type Number = super::$cell!($tool);

            /// One execution: what is in the cells at its end.
            pub(super) fn run(program: Program) -> [isize; 3] {
                let cells = Arc::new(program.start().map(Number::new));
                let lock = Arc::new(Mutex::new(()));
                let threads: Vec<_> = (0..program.threads)
                    .map(|number| {
                        let (cells, lock) = (cells.clone(), lock.clone());
                        thread::spawn(move || work(program, number, &cells, &lock))
                    })
                    .collect();
                for thread in threads {
                    thread.join().expect("no thread panics");
                }
                [0, 1, 2].map(|cell: usize| cells[cell].read())
            }

            fn work(program: Program, number: usize, cells: &[Number; 3], lock: &Mutex<()>) {
                for order in (number * program.times..).take(program.times) {
                    let Work::Transfer { locked } = program.work else {
                        let seen = cells[0].read();
                        cells[0].write(seen + 1);
                        continue;
                    };
                    let held = locked.then(|| lock.lock().expect("no thread panics"));
                    let (source, target, amount) = ORDERS[order];
                    let left = cells[source].read();
                    let there = cells[target].read();
                    cells[source].write(left - amount);
                    cells[target].write(there + amount);
                    drop(held);
                }
            }
        }
    };
}

/// A number that threads read and write.
trait Cell {
    fn read(&self) -> isize;
    fn write(&self, number: isize);
}

macro_rules! atomic {
    ($tool:ident) => {
        $tool::sync::atomic::AtomicIsize
    };
}
macro_rules! locked {
    ($tool:ident) => {
        $tool::sync::Mutex<isize>
    };
}
use {atomic, locked};

macro_rules! atomic_cell {
    ($tool:ident) => {
        impl Cell for atomic!($tool) {
            fn read(&self) -> isize {
                self.load($tool::sync::atomic::Ordering::SeqCst)
            }
            fn write(&self, number: isize) {
                self.store(number, $tool::sync::atomic::Ordering::SeqCst);
            }
        }
    };
}

atomic_cell!(loom);
atomic_cell!(shuttle);

impl Cell for locked!(loom) {
    fn read(&self) -> isize {
        *self.lock().expect("no thread panics")
    }
    fn write(&self, number: isize) {
        *self.lock().expect("no thread panics") = number;
    }
}

programs!(on_loom, loom, atomic);
programs!(on_loom_with_locks, loom, locked);
programs!(on_shuttle, shuttle, atomic);
