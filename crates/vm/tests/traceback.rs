//! Tracebacks are those that python3.13 prints for the same program.

use interleave_vm::Span;
use interleave_vm::traceback::{Entry, Uncaught, traceback};

fn entry(name: &str, line: u32, column: u32, end_line: u32, end_column: u32) -> Entry {
    Entry { file: "x.py".into(), name: name.into(), span: Span { line, column, end_line, end_column } }
}

#[track_caller]
fn check(source: &str, exception: Uncaught, expected: &str) {
    let shown = traceback(&exception, &|file| (file == "x.py").then_some(source));
    assert!(shown == expected, "--- shown\n{shown}\n--- CPython\n{expected}");
}

#[test]
fn operators_calls_and_subscripts() {
    check(
        r#"def first(data):
    return data["a"]["b"] + data[
        0
    ]

def second(data):
    total = first(data)
    return total

print("é", second({"a": {"b": 1}}) * 2)
"#,
        Uncaught {
            entries: vec![
                entry("<module>", 10, 11, 10, 34),
                entry("second", 7, 12, 7, 23),
                entry("first", 2, 28, 4, 5),
            ],
            type_name: "KeyError".into(),
            message: "0".into(),
            ..Uncaught::default()
        },
        r#"Traceback (most recent call last):
  File "x.py", line 10, in <module>
    print("é", second({"a": {"b": 1}}) * 2)
               ~~~~~~^^^^^^^^^^^^^^^^^
  File "x.py", line 7, in second
    total = first(data)
  File "x.py", line 2, in first
    return data["a"]["b"] + data[
                            ~~~~^
        0
        ^
    ]
    ^
KeyError: 0
"#,
    );
}

#[test]
fn a_whole_line_needs_no_marks() {
    check(
        r#"def fail():
    raise ValueError("no")

def call(f):
    return f()

call(
    fail,
)
"#,
        Uncaught {
            entries: vec![
                entry("<module>", 7, 0, 9, 1),
                entry("call", 5, 11, 5, 14),
                entry("fail", 2, 4, 2, 26),
            ],
            type_name: "ValueError".into(),
            message: "no".into(),
            ..Uncaught::default()
        },
        r#"Traceback (most recent call last):
  File "x.py", line 7, in <module>
    call(
    ~~~~^
        fail,
        ^^^^^
    )
    ^
  File "x.py", line 5, in call
    return f()
  File "x.py", line 2, in fail
    raise ValueError("no")
ValueError: no
"#,
    );
}

#[test]
fn many_lines_are_cut_short() {
    check(
        r#"value = sum(
    [
        1,
        2,
        3,
        4,
        "five",
    ]
)
"#,
        Uncaught {
            entries: vec![entry("<module>", 1, 8, 9, 1)],
            type_name: "TypeError".into(),
            message: "unsupported operand type(s) for +: 'int' and 'str'".into(),
            ..Uncaught::default()
        },
        r#"Traceback (most recent call last):
  File "x.py", line 1, in <module>
    value = sum(
        [
    ...<5 lines>...
        ]
    )
TypeError: unsupported operand type(s) for +: 'int' and 'str'
"#,
    );
}

#[test]
fn the_same_frame_again_and_again() {
    check(
        r#"def down(n):
    return 1 / n if n == 0 else down(n - 1)

down(9)
"#,
        Uncaught {
            entries: vec![
                entry("<module>", 4, 0, 4, 7),
                entry("down", 2, 32, 2, 43),
                entry("down", 2, 32, 2, 43),
                entry("down", 2, 32, 2, 43),
                entry("down", 2, 32, 2, 43),
                entry("down", 2, 32, 2, 43),
                entry("down", 2, 32, 2, 43),
                entry("down", 2, 32, 2, 43),
                entry("down", 2, 32, 2, 43),
                entry("down", 2, 32, 2, 43),
                entry("down", 2, 11, 2, 16),
            ],
            type_name: "ZeroDivisionError".into(),
            message: "division by zero".into(),
            ..Uncaught::default()
        },
        r#"Traceback (most recent call last):
  File "x.py", line 4, in <module>
    down(9)
    ~~~~^^^
  File "x.py", line 2, in down
    return 1 / n if n == 0 else down(n - 1)
                                ~~~~^^^^^^^
  File "x.py", line 2, in down
    return 1 / n if n == 0 else down(n - 1)
                                ~~~~^^^^^^^
  File "x.py", line 2, in down
    return 1 / n if n == 0 else down(n - 1)
                                ~~~~^^^^^^^
  [Previous line repeated 7 more times]
ZeroDivisionError: division by zero
"#,
    );
}

#[test]
fn cause_context_and_notes() {
    check(
        r#"def load():
    try:
        open_it()
    except NameError as error:
        raise KeyError("missing") from error

try:
    load()
except KeyError:
    problem = RuntimeError("while loading")
    problem.add_note("one note")
    problem.add_note("two\nlines")
    raise problem
"#,
        Uncaught {
            entries: vec![entry("<module>", 13, 4, 13, 17)],
            type_name: "RuntimeError".into(),
            message: "while loading".into(),
            notes: vec!["one note".into(), "two\nlines".into()],
            context: Some(Box::new(Uncaught {
                entries: vec![entry("<module>", 8, 4, 8, 10), entry("load", 5, 8, 5, 44)],
                type_name: "KeyError".into(),
                message: "'missing'".into(),
                cause: Some(Box::new(Uncaught {
                    entries: vec![entry("load", 3, 8, 3, 15)],
                    type_name: "NameError".into(),
                    message: "name 'open_it' is not defined".into(),
                    ..Uncaught::default()
                })),
                suppress_context: true,
                ..Uncaught::default()
            })),
            ..Uncaught::default()
        },
        r#"Traceback (most recent call last):
  File "x.py", line 3, in load
    open_it()
    ^^^^^^^
NameError: name 'open_it' is not defined

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
  File "x.py", line 8, in <module>
    load()
    ~~~~^^
  File "x.py", line 5, in load
    raise KeyError("missing") from error
KeyError: 'missing'

During handling of the above exception, another exception occurred:

Traceback (most recent call last):
  File "x.py", line 13, in <module>
    raise problem
RuntimeError: while loading
one note
two
lines
"#,
    );
}

#[test]
fn context_suppressed() {
    check(
        r#"try:
    {}["x"]
except KeyError:
    raise ValueError from None
"#,
        Uncaught {
            entries: vec![entry("<module>", 4, 4, 4, 30)],
            type_name: "ValueError".into(),
            message: "".into(),
            context: Some(Box::new(Uncaught {
                entries: vec![entry("<module>", 2, 4, 2, 11)],
                type_name: "KeyError".into(),
                message: "'x'".into(),
                ..Uncaught::default()
            })),
            suppress_context: true,
            ..Uncaught::default()
        },
        r#"Traceback (most recent call last):
  File "x.py", line 4, in <module>
    raise ValueError from None
ValueError
"#,
    );
}

#[test]
fn a_file_without_source_has_no_lines() {
    let exception = Uncaught {
        entries: vec![entry("f", 3, 0, 3, 5)],
        type_name: "KeyError".into(),
        ..Uncaught::default()
    };
    let shown = traceback(&exception, &|_| None);
    assert_eq!(shown, "Traceback (most recent call last):\n  File \"x.py\", line 3, in f\nKeyError\n");
}
