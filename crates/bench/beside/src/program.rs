//! What the programs do, whichever tool runs them.

/// One of the programs of `benches/programs/explore`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Program {
    pub(crate) work: Work,
    pub(crate) threads: usize,
    /// How often each thread does its work.
    pub(crate) times: usize,
}

/// What each thread does.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Work {
    /// It reads a cell, and writes one more to it.
    Count,
    /// It reads two cells, and writes to both of them.
    Transfer {
        /// Whether it does so under a lock.
        locked: bool,
    },
}

/// From where to where, and how much.
pub(crate) const ORDERS: [(usize, usize, isize); 4] = [(0, 1, 10), (1, 2, 20), (2, 0, 30), (0, 2, 40)];

impl Program {
    /// The program of a name like `bank_4x1_lock`.
    pub(crate) fn of(name: &str) -> Option<Program> {
        let mut words = name.split('_');
        let what = words.next()?;
        let (threads, times) = words.next()?.split_once('x')?;
        let work = match (what, words.next()) {
            ("counter", None) => Work::Count,
            ("bank", None) => Work::Transfer { locked: false },
            ("bank", Some("lock")) => Work::Transfer { locked: true },
            _ => return None,
        };
        let program = Program { work, threads: threads.parse().ok()?, times: times.parse().ok()? };
        let orders = program.threads.checked_mul(program.times)?;
        (work == Work::Count || orders <= ORDERS.len()).then_some(program)
    }

    /// What is in the cells at the beginning.
    pub(crate) fn start(self) -> [isize; 3] {
        if self.work == Work::Count { [0; 3] } else { [100; 3] }
    }
}
