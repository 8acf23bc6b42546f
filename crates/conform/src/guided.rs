//! A scheduler that tries to reach a known output: a thread that would write something else has to wait.

use interleave_schedule::{Scheduler, SwitchPoint};
use interleave_vm::{Machine, Operation, Stream, ThreadId};

/// What stands for a thread's identifier in an output that is wanted.
const IDENT: &str = "<ident>";

/// A text with the identifiers of threads, which are numbers from 1000 on, replaced by what stands for them.
pub(crate) fn without_idents(text: &str) -> String {
    let mut plain = String::new();
    let mut digits = String::new();
    for c in text.chars().chain(['\0']) {
        if c.is_ascii_digit() {
            digits.push(c);
            continue;
        }
        let is_ident = digits.len() == 4 && digits.starts_with('1');
        plain.push_str(if is_ident { IDENT } else { &digits });
        digits.clear();
        plain.push(c);
    }
    plain.pop();
    plain
}

/// Chooses by chance, most often the thread that ran before, and never one that would spoil the output.
pub(crate) struct Guided {
    wanted: String,
    /// Whether the identifiers of threads in it are replaced.
    has_idents: bool,
    /// How much of it was written.
    matched: usize,
    /// How many writes were looked at.
    writes: usize,
    /// In how many of 100 cases the same thread goes on.
    stays: u64,
    state: u64,
    /// Whether something else was written.
    pub(crate) is_lost: bool,
}

impl Guided {
    pub(crate) fn new(wanted: &str, seed: u64) -> Guided {
        let stays = [0, 50, 90, 97][(seed % 4) as usize];
        Guided {
            wanted: wanted.into(),
            has_idents: wanted.contains(IDENT),
            matched: 0,
            writes: 0,
            stays,
            state: seed,
            is_lost: false,
        }
    }

    /// splitmix64
    fn below(&mut self, most: u64) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % most
    }

    fn look_at_output(&mut self, machine: &Machine) {
        let output = machine.output();
        while self.writes < output.len() {
            let written = output.get(self.writes);
            self.writes += 1;
            if written.stream == Stream::Out {
                let text = self.plain(&written.text);
                self.is_lost |= !self.continues(&text);
                self.matched += text.len();
            }
        }
    }

    fn plain(&self, text: &str) -> String {
        if self.has_idents { without_idents(text) } else { text.into() }
    }

    fn continues(&self, text: &str) -> bool {
        self.wanted.get(self.matched..).is_some_and(|rest| rest.starts_with(text))
    }

    fn is_welcome(&self, machine: &Machine, thread: ThreadId) -> bool {
        match machine.pending(thread) {
            Some(Operation::Output { text }) => self.continues(&self.plain(&text)),
            _ => true,
        }
    }
}

impl Scheduler for Guided {
    fn choose(&mut self, at: &SwitchPoint<'_>) -> ThreadId {
        self.look_at_output(at.machine);
        let mut welcome: Vec<_> =
            at.runnable.iter().copied().filter(|&thread| self.is_welcome(at.machine, thread)).collect();
        if welcome.is_empty() {
            self.is_lost = true;
            welcome = at.runnable.to_vec();
        }
        match at.current {
            Some(current) if welcome.contains(&current) && self.below(100) < self.stays => current,
            _ => welcome[self.below(welcome.len() as u64) as usize],
        }
    }
}
