//! What the tests have in common.

use interleave_explore::{Exploration, Options, Report};
use interleave_vm::Program;

/// The report on a program.
pub(crate) fn explore(source: &str, options: Options) -> Report {
    let program = Program::compile(source, "program.py").unwrap_or_else(|problems| panic!("{problems:?}"));
    let mut exploration = Exploration::new(&program, options).expect("the expressions are right");
    exploration.finish();
    exploration.report()
}
