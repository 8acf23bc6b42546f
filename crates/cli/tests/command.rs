//! What people read and what scripts rely on: streams, exit statuses, messages.

use std::path::PathBuf;
use std::process::{Command as Process, Stdio};

use clap::Parser;
use expect_test::{Expect, expect};
use interleave_cli::{Args, Streams, run};

/// What a command came to.
struct Came {
    status: u8,
    out: String,
    err: String,
}

/// Runs a command; the program is `source`, on standard input.
fn interleave(arguments: &str, source: &str) -> Came {
    let arguments = ["interleave"].into_iter().chain(arguments.split_whitespace());
    let args = Args::try_parse_from(arguments).unwrap_or_else(|error| panic!("{error}"));
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let status = run(&args, &mut Streams { input: &mut source.as_bytes(), out: &mut out, err: &mut err });
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Came { status, out: text(out), err: text(err) }
}

fn says(came: &Came, expected: Expect) {
    expected.assert_eq(&format!("status {}\n--- out\n{}--- err\n{}", came.status, came.out, came.err));
}

fn refused(arguments: &str) -> String {
    let arguments = ["interleave"].into_iter().chain(arguments.split_whitespace());
    let error = Args::try_parse_from(arguments).unwrap_err();
    assert_eq!(error.exit_code(), 2);
    error.to_string()
}

#[test]
fn a_program_that_ends() {
    let source = "import sys\nprint('one', 'two')\nprint('three', file=sys.stderr)\n";
    says(&interleave("run - --seed 7", source), expect![[r#""#]]);
    says(&interleave("run - --quiet", source), expect![[r#""#]]);
}

#[test]
fn an_uncaught_exception() {
    says(&interleave("run -", "def f():\n    return 1 / 0\n\nf()\n"), expect![[r#""#]]);
}

#[test]
fn a_program_that_cannot_be_compiled() {
    says(&interleave("run -", "x = (1,\ny = 2\n"), expect![[r#""#]]);
    says(&interleave("run -", "import tkinter\n\nasync def f():\n    pass\n"), expect![[r#""#]]);
    says(&interleave("dis -", "x = = 1"), expect![[r#""#]]);
}

#[test]
fn a_file_that_cannot_be_read() {
    let came = interleave("run no/such/file.py", "");
    assert_eq!((came.status, came.out.as_str()), (2, ""));
    assert!(came.err.starts_with("interleave: cannot read no/such/file.py: "), "{}", came.err);
}

#[test]
fn a_deadlock() {
    let source = "\
import threading

class Account:
    def __init__(self):
        self.lock = threading.Lock()

    def deposit(self):
        with self.lock:
            self.update()

    def update(self):
        with self.lock:
            pass

account = Account()
threads = [threading.Thread(target=account.deposit) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
";
    says(&interleave("run - --seed 1", source), expect![[r#""#]]);
}

#[test]
fn a_limit() {
    says(&interleave("run -", "while True:\n    pass\n"), expect![[r#""#]]);
}

#[test]
fn a_schedule_replays_its_run() {
    let source = "\
import threading

def work(name):
    print(name)
    print(name)

for name in 'ABC':
    threading.Thread(target=work, args=(name,)).start()
";
    let first = interleave("run - --seed 3 --interval 2 --model gil", source);
    let schedule = first.err.trim().rsplit(' ').next().unwrap();
    assert_eq!(schedule, "1gi2s3");
    let again = interleave(&format!("run - --schedule {schedule}"), source);
    assert_eq!((again.out, again.err), (first.out, first.err));
    says(&interleave("run - --schedule 1s3.M1B5", source), expect![[r#""#]]);
}

#[test]
fn instructions() {
    says(&interleave("dis -", "x = 1\nx += 1\n"), expect![[r#""#]]);
}

#[test]
fn wrong_arguments() {
    for arguments in [
        "run",
        "run - --seed x",
        "run - --interval 0",
        "run - --interval 5ms",
        "run - --model free",
        "run - --schedule 2s1",
        "run - --schedule 1s1 --seed 2",
        "dis - --seed 1",
        "walk -",
    ] {
        refused(arguments);
    }
    assert!(refused("run - --interval 5ms").contains("seconds like 0.005s"));
    assert!(refused("run - --schedule 2s1").contains("only version 1 is known here"));
}

#[test]
fn the_trace_file() {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("trace.json");
    let arguments = format!("run - --quiet --seed 5 --trace {}", path.display());
    let came = interleave(&arguments, "x = 1\nprint(x)\n");
    assert_eq!((came.status, came.err.as_str()), (0, ""));
    let trace: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
    let mut shown = serde_json::to_string_pretty(&trace["events"]).unwrap();
    shown.retain(|c| !" \n".contains(c));
    expect![[r#""#]].assert_eq(&shown.replace("},{\"at\"", "},\n{\"at\""));
    for (key, value) in
        [("format", "interleave-trace"), ("program", "-"), ("schedule", "1s5"), ("verdict", "ended")]
    {
        assert_eq!(trace[key], value);
    }
    assert_eq!(
        trace["codes"][0]["instructions"].as_array().unwrap().len(),
        trace["events"].as_array().unwrap().len()
    );
    let unwritable = interleave("run - --quiet --trace /no/such/folder/trace.json", "x = 1\n");
    assert_eq!(unwritable.status, 2);
}

#[test]
fn output_that_nobody_reads_is_no_panic() {
    let mut child = Process::new(env!("CARGO_BIN_EXE_interleave"))
        .args(["run", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut input = child.stdin.take().unwrap();
    std::io::Write::write_all(&mut input, b"while True:\n    print('x' * 1000)\n").unwrap();
    drop(input);
    let done = child.wait_with_output().unwrap();
    assert_eq!(done.status.code(), Some(0));
    assert_eq!(String::from_utf8(done.stderr).unwrap(), "");
}
