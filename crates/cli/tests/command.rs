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
    says(
        &interleave("run - --seed 7", source),
        expect![[r#"
        status 0
        --- out
        one two
        --- err
        three
        interleave: seed 7, 26 steps, 0 switches, ended, schedule 1s7
    "#]],
    );
    says(
        &interleave("run - --quiet", source),
        expect![[r#"
        status 0
        --- out
        one two
        --- err
        three
    "#]],
    );
}

#[test]
fn an_uncaught_exception() {
    says(
        &interleave("run -", "def f():\n    return 1 / 0\n\nf()\n"),
        expect![[r#"
        status 1
        --- out
        --- err
        Traceback (most recent call last):
          File "<stdin>", line 4, in <module>
          File "<stdin>", line 2, in f
        ZeroDivisionError: division by zero
        interleave: seed 0, 11 steps, 0 switches, raised, schedule 1s0
    "#]],
    );
}

#[test]
fn a_program_that_cannot_be_compiled() {
    says(
        &interleave("run -", "x = (1,\ny = 2\n"),
        expect![[r#"
        status 2
        --- out
        --- err
        <stdin>:1:5: '(' was never closed
         1 | x = (1,
           |     ^

        interleave: <stdin> cannot be run: 1 problem
    "#]],
    );
    says(
        &interleave("run -", "import tkinter\n"),
        expect![[r#"
            status 2
            --- out
            --- err
            <stdin>:1:8: Interleave has no module 'tkinter'
             1 | import tkinter
               |        ^^^^^^^
               = help: the output is text here: use `print`

            interleave: <stdin> cannot be run: 1 problem
        "#]],
    );
    says(
        &interleave("dis -", "x = = 1"),
        expect![[r#"
        status 2
        --- out
        --- err
        <stdin>:1:5: invalid syntax: an expression is expected here
         1 | x = = 1
           |     ^

        interleave: <stdin> cannot be run: 1 problem
    "#]],
    );
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
    says(
        &interleave("run - --seed 1", source),
        expect![[r#"
            status 3
            --- out
            --- err
            interleave: deadlock: no thread can ever go on
              Thread M (MainThread) waits for thread A (Thread-1 (deposit)) to end.
              Thread A (Thread-1 (deposit)) waits for the lock `account.lock`, held by thread B.
              Thread B (Thread-2 (deposit)) waits for the lock `account.lock`, held by itself.
              Thread C (Thread-3 (deposit)) waits for the lock `account.lock`, held by thread B.
              Thread B waits for itself.
            interleave: seed 1, 137 steps, 3 switches, deadlocked, schedule 1s1
        "#]],
    );
}

#[test]
fn a_limit() {
    says(
        &interleave("run - --max-steps 10K", "print('so far')\nwhile True:\n    pass\n"),
        expect![[r#"
            status 4
            --- out
            so far
            --- err
            interleave: the program took 10,000 steps, which is the limit: an endless loop? (--max-steps sets it)
            interleave: seed 0, 10000 steps, 0 switches, limit reached, schedule 1s0
        "#]],
    );
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
    says(
        &interleave("run - --schedule 1s3.M1B5", source),
        expect![[r#"
        status 2
        --- out
        --- err
        interleave: decision 2 of the schedule does not fit: at step 1, thread B has not been started
        interleave: seed 3, 1 step, 0 switches, schedule does not fit, schedule 1s3.M1B5
    "#]],
    );
}

#[test]
fn instructions() {
    says(
        &interleave("dis -", "x = 1\nx += 1\n"),
        expect![[r#"
        status 0
        --- out
          0           RESUME                   0

          1           LOAD_CONST               0 (1)
                      STORE_NAME               0 (x)

          2           LOAD_NAME                0 (x)
                      LOAD_CONST               0 (1)
                      BINARY_OP               13 (+=)
                      STORE_NAME               0 (x)
                      RETURN_CONST             1 (None)
        --- err
    "#]],
    );
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
        "run - --trace-format chrome",
        "run - --trace x --trace-format svg",
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
    expect![[r#"
        [{"at":0,"code":0,"step":0,"thread":"M"},
        {"at":1,"code":0,"step":1,"thread":"M"},
        {"at":2,"code":0,"effects":[{"kind":"write","object":0,"place":{"global":"x"},"value":1}],"step":2,"thread":"M"},
        {"at":3,"code":0,"step":3,"thread":"M"},
        {"at":4,"code":0,"step":4,"thread":"M"},
        {"at":5,"code":0,"effects":[{"kind":"read","object":0,"place":{"global":"x"},"value":1}],"step":5,"thread":"M"},
        {"at":6,"code":0,"step":6,"thread":"M"},
        {"code":1,"effects":[{"kind":"output","stream":"out","text":"1"}],"step":7,"thread":"M"},
        {"code":1,"effects":[{"kind":"output","stream":"out","text":"\n"}],"step":8,"thread":"M"},
        {"at":7,"code":0,"step":9,"thread":"M"},
        {"at":8,"code":0,"effects":[{"kind":"finish"}],"step":10,"thread":"M"}]"#]].assert_eq(&shown.replace("\"},{\"", "\"},
{\""));
    for (key, value) in
        [("format", "interleave-trace"), ("program", "-"), ("schedule", "1s5"), ("verdict", "ended")]
    {
        assert_eq!(trace[key], value);
    }
    let names: Vec<_> =
        trace["codes"].as_array().unwrap().iter().map(|code| (&code["name"], &code["library"])).collect();
    expect![[r#"[(String("<module>"), Bool(false)), (String("print"), Bool(true))]"#]]
        .assert_eq(&format!("{names:?}"));
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
