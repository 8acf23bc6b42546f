//! Measures the engine: how fast it runs with a trace and without, what a snapshot costs, how long it takes to get to a
//! step. It is given Python programs, and prints one line for each figure: its name, a tab, a number, a tab, a unit.
//! `scripts/bench` sets CPython's figures beside them.

mod clock;
mod measure;

use std::process::ExitCode;
use std::rc::Rc;

use interleave_vm::Program;

fn main() -> ExitCode {
    for path in std::env::args().skip(1) {
        let program = match compile(&path) {
            Ok(program) => program,
            Err(reason) => {
                eprintln!("{path}: {reason}");
                return ExitCode::FAILURE;
            }
        };
        let name = path.rsplit('/').next().unwrap_or(&path);
        measure::speed(name.trim_end_matches(".py"), &program);
    }
    measure::snapshot();
    measure::seek();
    ExitCode::SUCCESS
}

fn compile(path: &str) -> Result<Rc<Program>, String> {
    let source = std::fs::read_to_string(path).map_err(|error| error.to_string())?;
    Program::compile(&source, path).map_err(|diagnostics| diagnostics[0].message.clone())
}
