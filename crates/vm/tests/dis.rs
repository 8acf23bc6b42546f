//! The corpus compiles to CPython 3.13's instructions, compared in the plain form; and `dis` shows them as CPython does.

use std::fmt::Write;

use interleave_corpus::{CorpusProgram, programs};
use interleave_vm::compile;
use interleave_vm::dis::dis;
use interleave_vm::plain::plain;

/// How a program's instructions differ from CPython's; none if they do not.
fn complaint(program: &CorpusProgram) -> Option<String> {
    match compile(program.source, &program.file()) {
        Ok(compiled) => {
            let ours = plain(&compiled.code);
            (ours != program.dis).then(|| difference(&ours, program.dis))
        }
        Err(diagnostics) => {
            Some(diagnostics.iter().map(|d| format!("  {}: {}\n", d.span.line, d.message)).collect())
        }
    }
}

/// The first line in which two texts differ, with the lines around it.
fn difference(ours: &str, golden: &str) -> String {
    let ours: Vec<&str> = ours.lines().collect();
    let golden: Vec<&str> = golden.lines().collect();
    let at = (0..).find(|at| ours.get(*at) != golden.get(*at)).unwrap_or(0);
    let excerpt = |lines: &[&str]| {
        let from = at.saturating_sub(3).min(lines.len());
        let to = (at + 4).min(lines.len());
        lines[from..to].iter().map(|line| format!("    | {line}\n")).collect::<String>()
    };
    format!("  from line {}:\n  ours:\n{}  CPython:\n{}", at + 1, excerpt(&ours), excerpt(&golden))
}

#[test]
fn corpus_compiles_to_cpythons_instructions() {
    let programs = programs();
    let mut report = String::new();
    let mut failures = 0;
    for program in &programs {
        if let Some(complaint) = complaint(program) {
            failures += 1;
            let _ = writeln!(report, "{}\n{complaint}", program.name);
        }
    }
    assert!(programs.len() >= 60, "the corpus has only {} programs", programs.len());
    assert!(failures == 0, "{failures} of {} programs differ:\n{report}", programs.len());
}

/// What `python3.13 -m dis` prints, except that fused instructions are apart, jumps are indices and code has no address.
#[track_caller]
fn check(source: &str, expected: &str) {
    let compiled = compile(source, "x.py").unwrap_or_else(|diagnostics| panic!("{diagnostics:?}"));
    let shown = dis(&compiled.code);
    assert!(shown == expected, "{source}\n--- shown\n{shown}\n--- expected\n{expected}");
}

#[test]
fn augmented_assignment_of_an_attribute() {
    check(
        "def add(self, amount):\n    self.balance += amount\n",
        r#"  0           RESUME                   0

  1           LOAD_CONST               0 (<code object add, file "x.py", line 1>)
              MAKE_FUNCTION
              STORE_NAME               0 (add)
              RETURN_CONST             1 (None)

Disassembly of <code object add, file "x.py", line 1>:
  1           RESUME                   0

  2           LOAD_FAST                0 (self)
              COPY                     1
              LOAD_ATTR                0 (balance)
              LOAD_FAST                1 (amount)
              BINARY_OP               13 (+=)
              SWAP                     2
              STORE_ATTR               0 (balance)
              RETURN_CONST             0 (None)
"#,
    );
}

#[test]
fn handlers_are_behind_everything_else() {
    check(
        "with lock:\n    for i in range(3):\n        if i > 1:\n            print(i)\n",
        r#"   0            RESUME                   0

   1            LOAD_NAME                0 (lock)
                BEFORE_WITH
        L1:     POP_TOP

   2            LOAD_NAME                1 (range)
                PUSH_NULL
                LOAD_CONST               0 (3)
                CALL                     1
                GET_ITER
        L2:     FOR_ITER                22 (to L5)
                STORE_NAME               2 (i)

   3            LOAD_NAME                2 (i)
                LOAD_CONST               1 (1)
                COMPARE_OP             148 (bool(>))
        L3:     POP_JUMP_IF_TRUE        16 (to L4)
                JUMP_BACKWARD            9 (to L2)

   4    L4:     LOAD_NAME                3 (print)
                PUSH_NULL
                LOAD_NAME                2 (i)
                CALL                     1
                POP_TOP
                JUMP_BACKWARD            9 (to L2)

   2    L5:     END_FOR
                POP_TOP

   1    L6:     LOAD_CONST               2 (None)
                LOAD_CONST               2 (None)
                LOAD_CONST               2 (None)
                CALL                     2
                POP_TOP
                RETURN_CONST             2 (None)
        L7:     PUSH_EXC_INFO
                WITH_EXCEPT_START
                TO_BOOL
                POP_JUMP_IF_TRUE        35 (to L8)
                RERAISE                  2
        L8:     POP_TOP
        L9:     POP_EXCEPT
                POP_TOP
                POP_TOP
                RETURN_CONST             2 (None)

  --   L10:     COPY                     3
                POP_EXCEPT
                RERAISE                  1
ExceptionTable:
  L1 to L3 -> L7 [1] lasti
  L4 to L6 -> L7 [1] lasti
  L7 to L9 -> L10 [3] lasti
"#,
    );
}
