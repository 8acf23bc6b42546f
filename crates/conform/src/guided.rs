//! A scheduler that tries to reach a known output: a thread that would write something else has to wait.

use interleave_schedule::{Scheduler, SwitchPoint};
use interleave_vm::{Machine, Operation, Stream, ThreadId};

/// What stands in a wanted output for what differs from run to run: it is a number here, or a time.
const STAND_INS: [&str; 5] = ["<ident>", "<address>", "<date>", "<time>", "<duration>"];

/// How much of what is wanted a text is, or none if it is something else.
fn matched(wanted: &str, text: &str) -> Option<usize> {
    let (mut at, mut rest) = (0, text);
    while let Some(c) = rest.chars().next() {
        let behind = wanted.get(at..)?;
        if let Some(stand_in) = STAND_INS.iter().find(|stand_in| behind.starts_with(**stand_in)) {
            let is_part = |c: char| c.is_ascii_hexdigit() || matches!(c, '.' | ':' | '-' | 'x');
            let end = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
            if end == 0 {
                return None;
            }
            (at, rest) = (at + stand_in.len(), &rest[end..]);
        } else {
            rest = behind.starts_with(c).then(|| &rest[c.len_utf8()..])?;
            at += c.len_utf8();
        }
    }
    Some(at)
}

/// Chooses by chance, most often the thread that ran before, and never one that would spoil the output.
pub(crate) struct Guided {
    wanted: String,
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
        Guided { wanted: wanted.into(), matched: 0, writes: 0, stays, state: seed, is_lost: false }
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
                match self.continues(&written.text) {
                    Some(length) => self.matched += length,
                    None => self.is_lost = true,
                }
            }
        }
    }

    fn continues(&self, text: &str) -> Option<usize> {
        matched(self.wanted.get(self.matched..)?, text)
    }

    /// Whether all that is wanted was written, and nothing else.
    pub(crate) fn has_come(&mut self, machine: &Machine) -> bool {
        self.look_at_output(machine);
        !self.is_lost && self.matched == self.wanted.len()
    }

    fn is_welcome(&self, machine: &Machine, thread: ThreadId) -> bool {
        match machine.pending(thread) {
            Some(Operation::Output { text }) => self.continues(&text).is_some(),
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
