//! What no place stands for: whether an object is alive, what names are built in, what an exception keeps of those who raised
//! it. Every end is found, or nothing is proved; of each program all ends are known.

mod common;

use std::collections::BTreeSet;

use common::explore;
use interleave_explore::{Options, Reduce, Report};
use interleave_schedule::{Runner, Verdict};
use interleave_vm::{Limits, Model, Program};

/// What is prepared, what each of two threads does, and what `r` is in the end under the models instruction and gil.
type Case<'a> = (&'a str, &'a str, &'a str, &'a [&'a str], &'a [&'a str]);

fn program((setup, a, b, ..): &Case<'_>) -> String {
    let body = |text: &str| text.replace('\n', "\n    ");
    format!(
        "import threading\nr = []\n{setup}\ndef a():\n    {}\ndef b():\n    {}\n\
         threads = [threading.Thread(target=work) for work in (a, b)]\n\
         for thread in threads:\n    thread.start()\nfor thread in threads:\n    thread.join()\nprint(r)\n",
        body(a),
        body(b)
    )
}

fn values(report: &Report) -> BTreeSet<&str> {
    let values = report.outcomes.iter().filter_map(|found| found.outcome.value.as_deref());
    values.map(str::trim_end).collect()
}

/// Searches of states find these ends, and say why they look at every step; each end's schedule leads there. A search without
/// states proves nothing. `why` is what the program does, in words.
fn hold(why: &str, cases: &[Case<'_>]) {
    for case in cases {
        let source = program(case);
        let compiled = Program::compile(&source, "program.py").expect("it compiles");
        for (model, ends) in [(Model::Instruction, case.3), (Model::Gil, case.4)] {
            let expected: BTreeSet<_> = ends.iter().copied().collect();
            for reduce in [Reduce::Full, Reduce::None] {
                let options = Options { model, reduce, ..Options::default() };
                let report = explore(&source, options.clone());
                assert!(report.proved, "{:?}\n{source}", report.gap);
                assert_eq!(values(&report), expected, "{model:?} {reduce:?}\n{source}");
                assert!(report.in_sentences(&options).contains(why), "{}", report.in_sentences(&options));
                assert!(report.traces.is_none());
                for found in report.outcomes {
                    let schedule = found.schedule.expect("there is one");
                    let mut run = Runner::new(&compiled, &schedule, Limits::default());
                    assert!(matches!(run.finish(), Ok(Verdict::Ended)), "{source}");
                    let written = run.machine().text(interleave_vm::Stream::Out);
                    assert_eq!(Some(written), found.outcome.value, "{source}");
                }
            }
            let report = explore(&source, Options { model, reduce: Reduce::Dpor, ..Options::default() });
            assert!(!report.proved, "{source}");
            assert!(report.gap.as_deref().expect("it says why").contains(why));
            assert!(values(&report).is_subset(&expected));
        }
    }
}

#[test]
fn whether_an_object_is_alive() {
    let class = "class A:\n    def __init__(self, n=0): self.n = n\n";
    let dying = format!("{class}    def __del__(self): r.append(self.n)\n");
    let weak = format!("import weakref\n{class}x = [A()]\nw = weakref.ref(x[0])");
    let told = format!("import weakref\n{class}x = A()\nweakref.finalize(x, r.append, 'gone')");
    let kept = format!("import weakref\n{class}x = A()\nd = weakref.WeakValueDictionary(k=x)");
    let ring = format!("import gc\n{dying}x = A(1)\nx.me = x");
    hold(
        "depends on whether an object is still alive",
        &[
            (
                &weak,
                "r.append(w() is None)",
                "x.pop()\nr.append('b')",
                &["['b', False]", "['b', True]", "[False, 'b']", "[True, 'b']"],
                &["['b', False]", "['b', True]", "[False, 'b']"],
            ),
            (
                &dying,
                "x = A(1)\nx = None",
                "x = A(2)\nx = None",
                &["[1, 2]", "[2, 1]"],
                &["[1, 2]", "[2, 1]"],
            ),
            (
                &told,
                "global x\nx = None",
                "r.append('b')",
                &["['b', 'gone']", "['gone', 'b']"],
                &["['b', 'gone']", "['gone', 'b']"],
            ),
            (&kept, "r.append(len(d))", "global x\nx = None", &["[0]", "[1]"], &["[0]", "[1]"]),
            (&ring, "global x\nx = None", "gc.collect()", &["[1]", "[]"], &["[1]", "[]"]),
        ],
    );
}

/// Two objects that differ in nothing but which of them a weak reference is to.
#[test]
fn which_of_two_objects_is_alive() {
    let setup = "import weakref\nclass A: pass\nn = 0\nw = None\nkept = None";
    let make = "global n, w, kept\none, two = A(), A()\nw = weakref.ref(one)\nkept = one if n else two";
    let source =
        program(&(setup, make, "global n\nn = 1", &[], &[])).replace("print(r)", "print(w() is None)");
    for reduce in [Reduce::Full, Reduce::None] {
        let report = explore(&source, Options { reduce, ..Options::default() });
        assert!(report.proved);
        assert_eq!(values(&report), BTreeSet::from(["False", "True"]), "{reduce:?}");
    }
}

#[test]
fn names_that_are_built_in() {
    let ends = &["[0]", "[3]"][..];
    hold(
        "changes a built-in name",
        &[
            ("import builtins", "r.append(len('abc'))", "builtins.len = lambda x: 0", ends, ends),
            ("import builtins", "r.append(len('abc'))", "vars(builtins)['len'] = lambda x: 0", ends, ends),
        ],
    );
}

#[test]
fn the_dict_of_an_object() {
    let ends = &["[1]", "[2]"][..];
    hold(
        "exchanges the `__dict__` of an object",
        &[("class A: pass\nx = A()\nx.n = 1", "r.append(x.n)", "x.__dict__ = {'n': 2}", ends, ends)],
    );
}

#[test]
fn the_code_of_a_function() {
    let (setup, ends) = ("def f(n=1): return n\ndef g(n=1): return 2", &["[1]", "[2]"][..]);
    hold(
        "exchanges the code or the defaults of a function",
        &[
            (setup, "r.append(f())", "f.__code__ = g.__code__", ends, ends),
            (setup, "r.append(f())", "f.__defaults__ = (2,)", ends, ends),
        ],
    );
}

#[test]
fn what_an_exception_keeps() {
    let setup = "import traceback\ne = ValueError()";
    let first = "try: raise e\nexcept ValueError as x: r.append(len(traceback.extract_tb(x.__traceback__)))";
    let other = "try: raise e\nexcept ValueError: pass";
    let context = "try: {}\nexcept Exception:\n    try: raise e\n    except ValueError as x: {}";
    let shown = context.replacen("{}", "1 / 0", 1).replace("{}", "r.append(type(x.__context__).__name__)");
    let unseen = context.replacen("{}", "[][0]", 1).replace("{}", "pass");
    hold(
        "an exception that several threads raise",
        &[
            (setup, first, other, &["[1]", "[2]"], &["[1]", "[2]"]),
            (
                setup,
                &shown,
                &unseen,
                &["['IndexError']", "['ZeroDivisionError']"],
                &["['ZeroDivisionError']"],
            ),
        ],
    );
}

/// Where there are too many states if every step is a move, what is found otherwise is shown, and not called a proof.
#[test]
fn too_many_states_to_look_at_every_step() {
    let case: Case<'_> = (
        "import weakref\nclass A: pass\nx = A()\nw = weakref.ref(x)",
        "r.append(w() is x)",
        "pass",
        &[],
        &[],
    );
    let options = Options { max_states: 50, ..Options::default() };
    let report = explore(&program(&case), options.clone());
    assert!(!report.proved && report.sampled.is_none());
    assert_eq!(values(&report), BTreeSet::from(["[True]"]));
    let expected = "line 8 depends on whether an object is still alive, and there are more than 50 states if every step counts";
    assert_eq!(report.gap.as_deref(), Some(expected));
    assert!(report.in_sentences(&options).starts_with("Unproven"));
}

/// What looks like one of these, and is none.
#[test]
fn what_is_told_is_not_taken_for_what_is_not() {
    for (setup, a, b) in [
        ("class A:\n    def __del__(self): r.append(1)\nx = A()", "r.append(2)", "r.append(3)"),
        (
            "e = ValueError()",
            "try: raise e\nexcept ValueError: r.append(1)",
            "try: raise e\nexcept ValueError: r.append(1)",
        ),
        ("class A: pass\nx = A()", "x.__dict__['n'] = 1", "x.n = 2"),
    ] {
        let report = explore(&program(&(setup, a, b, &[], &[])), Options::default());
        assert!(report.proved && report.untold.is_none() && report.traces.is_some(), "{a}");
    }
}

/// A thread is interrupted wherever it is: before it looks out for that, between what it does, behind all of it.
#[test]
fn a_thread_interrupts_another() {
    let setup = "import ctypes\nclass Stop(Exception): pass";
    let counts = "try:\n    r.append(1)\n    r.append(2)\nexcept Stop: r.append('s')";
    let stops = "who = ctypes.c_ulong(threads[0].ident)\n\
                 ctypes.pythonapi.PyThreadState_SetAsyncExc(who, ctypes.py_object(Stop))";
    let source = program(&(setup, counts, stops, &[], &[]));
    for reduce in [Reduce::Full, Reduce::None] {
        let options = Options { reduce, ..Options::default() };
        let report = explore(&source, options.clone());
        assert!(report.proved, "{:?}", report.gap);
        assert!(report.in_sentences(&options).contains("has one thread interrupt another"));
        let ends = ["['s']", "[1, 's']", "[1, 2, 's']", "[1, 2]", "[]"];
        assert_eq!(values(&report), BTreeSet::from(ends));
    }
    let report = explore(&source, Options { reduce: Reduce::Dpor, ..Options::default() });
    assert!(!report.proved);
}
