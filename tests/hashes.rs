//! The law that a run is the same natively and in a browser: a thousand runs of the corpus, held against the hashes of
//! their traces that the native tests hold to as well.
#![cfg(target_arch = "wasm32")]

use std::rc::Rc;

use interleave_corpus::program_named;
use interleave_schedule::fingerprint::differences;
use interleave_vm::Program;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn compiled(name: &str) -> Option<Rc<Program>> {
    let program = program_named(name)?;
    Program::compile(program.source, &program.file()).ok()
}

#[wasm_bindgen_test]
fn a_thousand_runs_have_the_traces_that_they_have_natively() {
    let lines = include_str!("trace-hashes.txt");
    assert_eq!(lines.lines().count(), 1_000);
    assert_eq!(differences(lines, compiled), []);
}
