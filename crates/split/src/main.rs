//! The command: see `split --help`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use clap::{Parser, Subcommand};
use interleave_split::{Linked, List, Shape, cut, note_calls};

/// The exported function that brings what comes later.
const BRING: &str = "complete";

/// Cuts a wasm module in two: what is needed first, and what can come later.
#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Cuts a module.
    Cut {
        /// The module, with the names of its functions.
        wasm: PathBuf,
        /// The module as it was linked, with --emit-relocs; without it all data comes first.
        #[arg(long)]
        linked: Option<PathBuf>,
        /// What can come later.
        list: PathBuf,
        /// Where the first part is written.
        first: PathBuf,
        /// Where the later part is written.
        later: PathBuf,
    },
    /// Writes a module that notes in a memory of its own, `called`, which of its functions are called.
    Note {
        /// The module.
        wasm: PathBuf,
        /// Where the other is written.
        to: PathBuf,
    },
    /// Prints what can come later, from what was noted.
    List {
        /// The module, with the names of its functions.
        wasm: PathBuf,
        /// The memory `called` after all was done that must not wait.
        called: PathBuf,
    },
}

fn main() -> Result<()> {
    match Arguments::parse().task {
        Task::Cut { wasm, linked, list, first, later } => {
            let list = List::read(&String::from_utf8(read(&list)?)?);
            let linked =
                linked.map_or_else(|| Ok(Linked::default()), |linked| Linked::read(&read(&linked)?))?;
            let cut = cut(&read(&wasm)?, &linked, BRING, |name| list.has(name))?;
            write(&first, &cut.first)?;
            write(&later, &cut.later)
        }
        Task::Note { wasm, to } => write(&to, &note_calls(&read(&wasm)?)?),
        Task::List { wasm, called } => {
            let called = read(&called)?;
            let list =
                List::of_uncalled(&Shape::read(&read(&wasm)?)?, |function| called[function as usize] != 0);
            print!("{list}");
            Ok(())
        }
    }
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("{} cannot be read", path.display()))
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    fs::write(path, bytes).with_context(|| format!("{} cannot be written", path.display()))
}
