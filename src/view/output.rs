//! What the program wrote, and who wrote it.

use std::rc::Rc;

use interleave_vm::{Machine, Stream, ThreadId};

/// A line of output.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OutputRow {
    /// What it is made of.
    pub runs: Vec<OutputRun>,
    /// Whether more than one thread wrote it.
    pub torn: bool,
}

/// Text that one write wrote, as far as it is in one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutputRun {
    /// Who wrote it.
    pub thread: ThreadId,
    /// What it says, without the line's end.
    pub text: String,
    /// Whether it is standard error.
    pub error: bool,
    /// How many steps were made when it was written.
    pub step: u64,
    /// Whether what stands before it in the line is by the same thread: it needs no mark of its own.
    pub continued: bool,
}

/// As many lines are shown, the last ones.
const MOST: usize = 300;

/// The output so far, line by line, and how many lines before them are left out.
pub fn output_view(machine: &Machine) -> (Vec<Rc<OutputRow>>, usize) {
    let mut rows = vec![OutputRow::default()];
    for written in machine.output().iter() {
        for (index, text) in written.text.as_str().split('\n').enumerate() {
            if index > 0 {
                rows.push(OutputRow::default());
            }
            let Some(row) = rows.last_mut().filter(|_| !text.is_empty()) else { continue };
            let last = row.runs.last().map(|run| run.thread);
            row.torn |= last.is_some_and(|last| last != written.thread);
            row.runs.push(OutputRun {
                thread: written.thread,
                text: text.into(),
                error: written.stream == Stream::Err,
                step: written.step + 1,
                continued: last == Some(written.thread),
            });
        }
    }
    if rows.last().is_some_and(|row| row.runs.is_empty()) {
        rows.pop();
    }
    let left_out = rows.len().saturating_sub(MOST);
    (rows.split_off(left_out).into_iter().map(Rc::new).collect(), left_out)
}
