//! The `interleave` command.

use std::io::{self, BufWriter};
use std::process::ExitCode;

use clap::Parser;
use interleave_cli::{Args, Streams, run};

fn main() -> ExitCode {
    let mut out = BufWriter::new(io::stdout().lock());
    let mut streams =
        Streams { input: &mut io::stdin().lock(), out: &mut out, err: &mut io::stderr().lock() };
    ExitCode::from(run(&Args::parse(), &mut streams))
}
