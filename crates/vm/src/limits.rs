//! How much a program may use.

use std::fmt;

/// How much a program may use before it is stopped. Each has a default that no lesson comes near.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Steps of all threads together.
    pub steps: u64,
    /// Threads started, those that have ended among them.
    pub threads: usize,
    /// Objects alive at one time.
    pub objects: usize,
    /// Bytes of a single text, or items of a single container, made in one operation.
    pub size: usize,
    /// Bytes of output.
    pub output: usize,
    /// Calls within calls, as `sys.getrecursionlimit` gives it.
    pub recursion: usize,
    /// Instructions of the library within one step.
    pub library: u64,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            steps: 10_000_000,
            threads: 1_000,
            objects: 2_000_000,
            size: 50_000_000,
            output: 1_000_000,
            recursion: 1_000,
            library: 20_000_000,
        }
    }
}

/// A limit that was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Limit {
    Steps,
    Threads,
    Objects,
    Output,
    Library,
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Limit::Steps => "the limit on steps was reached: an endless loop?",
            Limit::Threads => "the limit on threads was reached",
            Limit::Objects => "the limit on objects in memory was reached",
            Limit::Output => "the limit on output was reached",
            Limit::Library => "one call into the library took too long",
        })
    }
}
