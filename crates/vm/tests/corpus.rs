//! Every deterministic program of the corpus writes what CPython 3.13 writes: standard output and standard error, byte
//! for byte, tracebacks included, and ends with the same status, whichever thread is let go first.

use interleave_corpus::{CorpusProgram, programs};
use interleave_vm::{Limits, Machine, Model, Program, Stream, ThreadId};

/// Who goes next of those who can.
type Choice = fn(&[ThreadId]) -> ThreadId;

/// What is wrong with a run of a program; none if nothing is.
fn complaint(program: &CorpusProgram, choice: Choice, steps: u64, model: Model) -> Option<String> {
    let compiled = match Program::compile(program.source, &program.file()) {
        Ok(compiled) => compiled,
        Err(diagnostics) => return Some(format!("does not compile: {diagnostics:?}")),
    };
    let mut machine = Machine::new(&compiled, 1, Limits::default());
    while let runnable = machine.runnable()
        && !runnable.is_empty()
    {
        if let Err(error) = machine.run(choice(&runnable), steps, model) {
            return Some(error.to_string());
        }
    }
    if let Some(limit) = machine.exhausted() {
        return Some(format!("reached a limit: {limit}"));
    }
    if program.marks.deadlock == machine.is_finished() {
        return Some(if machine.is_finished() { "ended" } else { "did not end" }.into());
    }
    let difference = |what: &str, wanted: &str, got: String| {
        let line = wanted.lines().zip(got.lines()).position(|(a, b)| a != b);
        let line = line.unwrap_or_else(|| wanted.lines().count().min(got.lines().count()));
        let at = |text: &str| text.lines().nth(line).unwrap_or("nothing more").to_string();
        (wanted != got)
            .then(|| format!("{what}, line {}: CPython writes {:?}, we {:?}", line + 1, at(wanted), at(&got)))
    };
    let out = program.out.and_then(|out| difference("stdout", out, machine.text(Stream::Out)));
    let status = machine.exit_status().unwrap_or_else(|| {
        i32::from(machine.failures().iter().any(|failure| failure.thread == ThreadId::MAIN))
    });
    let err = || match program.out {
        Some(_) => difference("stderr", program.err, machine.text(Stream::Err)),
        None => None,
    };
    let ended = || match program.status {
        Some(wanted) if wanted != status => {
            Some(format!("ended with status {status}, CPython with {wanted}"))
        }
        _ => None,
    };
    out.or_else(err).or_else(ended)
}

fn check_all(choice: Choice, steps: u64, model: Model) {
    let failed: Vec<_> = programs()
        .iter()
        .filter_map(|program| {
            Some(format!("{}: {}", program.name, complaint(program, choice, steps, model)?))
        })
        .collect();
    assert!(failed.is_empty(), "{} programs differ:\n{}", failed.len(), failed.join("\n"));
}

#[test]
fn first_come_first_served() {
    check_all(|runnable| runnable[0], 5_000, Model::Gil);
}

#[test]
fn a_switch_at_every_instruction() {
    check_all(|runnable| runnable[runnable.len() - 1], 1, Model::Instruction);
}

#[test]
fn the_one_in_the_middle_for_a_while() {
    check_all(|runnable| runnable[runnable.len() / 2], 7, Model::Instruction);
}
