//! The command line.

use std::process::ExitCode;
use std::rc::Rc;

use interleave_vm::Program;

use crate::clock::{on_processor, processor};
use crate::explore::explore;
use crate::measure;

/// A search is made again, and its shortest time counts, until it took so many seconds in all.
const AGAIN: f64 = 2.0;

pub(crate) fn run(args: &[String]) -> ExitCode {
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    let done = match words[..] {
        ["engine", ref files @ ..] => engine(files),
        ["explore", seconds, ref files @ ..] => match seconds.parse() {
            Ok(limit) => files.iter().try_for_each(|file| explore_one(file, limit)),
            Err(_) => Err(format!("{seconds} is no number of seconds")),
        },
        _ => Err("usage: interleave-bench engine FILE... | explore SECONDS FILE...".into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("{reason}");
            ExitCode::from(2)
        }
    }
}

fn engine(files: &[&str]) -> Result<(), String> {
    for file in files {
        measure::speed(name_of(file), &*compile(file)?);
    }
    measure::snapshot();
    measure::seek();
    Ok(())
}

fn explore_one(file: &str, limit: f64) -> Result<(), String> {
    let (source, name) = (read(file)?, name_of(file));
    let (mut all, mut shortest) = (0.0, f64::INFINITY);
    loop {
        let start = processor();
        let (taken, figures) = on_processor(|| explore(&source, name, || processor() - start < limit));
        let figures = figures?;
        all += taken;
        shortest = taken.min(shortest);
        if all > AGAIN.min(limit) {
            println!("{name}\t{figures}\t{shortest}");
            return Ok(());
        }
    }
}

fn name_of(file: &str) -> &str {
    file.rsplit('/').next().unwrap_or(file).trim_end_matches(".py")
}

fn read(file: &str) -> Result<String, String> {
    std::fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))
}

fn compile(file: &str) -> Result<Rc<Program>, String> {
    Program::compile(&read(file)?, file).map_err(|diagnostics| format!("{file}: {}", diagnostics[0].message))
}
