//! Holds the machine against `tests/trace-hashes.txt`, as the browser's tests do.

use interleave_corpus::{program_named, programs};
use interleave_schedule::fingerprint::{RUNS, cases, limits, trace_hash};
use interleave_vm::Program;

#[test]
fn runs_have_the_traces_that_are_written_down() {
    let all = programs();
    let names: Vec<_> = all.iter().map(|program| program.name).collect();
    let lines = cases(&names).into_iter().map(|case| {
        let program = program_named(case.program).unwrap();
        let compiled = Program::compile(program.source, &program.file())
            .unwrap_or_else(|d| panic!("{}: {d:?}", case.program));
        let hash = trace_hash(&compiled, &case.schedule, limits()).unwrap();
        format!("{} {} {hash:016x}\n", case.program, case.schedule)
    });
    let lines: Vec<_> = lines.collect();
    assert_eq!(lines.len(), RUNS);
    expect_test::expect_file!["../../../tests/trace-hashes.txt"].assert_eq(&lines.concat());
}
