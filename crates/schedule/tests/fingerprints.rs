//! Holds the machine against `tests/trace-hashes.txt`, as the browser's tests do.
//!
//! When a trace must change, `UPDATE_EXPECT=1 cargo test -p interleave-schedule --test fingerprints` writes the file anew;
//! that a schedule now means another run must then be said in the changelog, and by its version once one is released.

use std::rc::Rc;

use interleave_corpus::{program_named, programs};
use interleave_schedule::fingerprint::{RUNS, cases, differences, line};
use interleave_vm::Program;

fn compiled(name: &str) -> Option<Rc<Program>> {
    let program = program_named(name)?;
    Program::compile(program.source, &program.file()).ok()
}

#[test]
fn runs_have_the_traces_that_are_written_down() {
    let all = programs();
    let names: Vec<_> = all.iter().map(|program| program.name).collect();
    let lines: Vec<_> = cases(&names)
        .into_iter()
        .map(|case| line(case.program, &compiled(case.program).expect(case.program), &case.schedule) + "\n")
        .collect();
    assert_eq!(lines.len(), RUNS);
    expect_test::expect_file!["../../../tests/trace-hashes.txt"].assert_eq(&lines.concat());
}

#[test]
fn a_trace_that_differs_is_found() {
    let case = &cases(&["races/lost_update"])[0];
    let right = line(case.program, &compiled(case.program).unwrap(), &case.schedule);
    assert_eq!(differences(&right, compiled), []);
    let (run, _) = right.rsplit_once(' ').unwrap();
    let wrong = format!("{run} 0123456789abcdef");
    assert_eq!(differences(&wrong, compiled).len(), 1);
    assert_eq!(differences("no/such 1s1 0", compiled)[0].1, "cannot be run");
}
