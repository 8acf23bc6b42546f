//! Ways to share something that are easily overlooked: of each program all ends are known, and in each at least two come about
//! by what one thread does between two steps of another.

mod common;

use std::collections::BTreeSet;

use common::explore;
use interleave_explore::{Options, Reduce, Time};
use interleave_vm::Model;

/// What is prepared, what each of two threads does, and what `r` is in the end.
type Case<'a> = (&'a str, &'a str, &'a str, &'a [&'a str]);

fn program((setup, a, b, _): &Case<'_>) -> String {
    let body = |text: &str| text.replace('\n', "\n    ");
    format!(
        "import threading\nr = []\n{setup}\ndef a():\n    {}\ndef b():\n    {}\n\
         threads = [threading.Thread(target=work) for work in (a, b)]\n\
         for thread in threads:\n    thread.start()\nfor thread in threads:\n    thread.join()\n",
        body(a),
        body(b)
    )
}

/// Every search finds these ends, under both models.
fn hold(cases: &[Case<'_>]) {
    hold_under(&[Model::Instruction, Model::Gil], cases);
}

/// Every search finds these ends, under these models.
fn hold_under(models: &[Model], cases: &[Case<'_>]) {
    for case in cases {
        let source = program(case);
        for &model in models {
            for reduce in [Reduce::Full, Reduce::None, Reduce::Dpor] {
                let options = Options { model, reduce, outcome: Some("r".into()), ..Options::default() };
                let report = explore(&source, options);
                assert!(report.proved, "{source}");
                let values = report.outcomes.iter().filter_map(|found| found.outcome.value.as_deref());
                let expected: BTreeSet<_> = case.3.iter().copied().collect();
                assert_eq!(values.collect::<BTreeSet<_>>(), expected, "{model:?} {reduce:?}\n{source}");
            }
        }
    }
}

#[test]
fn classes_that_are_changed() {
    hold(&[
        (
            "class A: pass\nx = A()",
            "r.append(bool(x))",
            "A.__bool__ = lambda self: False",
            &["[False]", "[True]"],
        ),
        (
            "class A: pass\nx = A()\ny = A()",
            "r.append(x == y)",
            "A.__eq__ = lambda x, y: True",
            &["[False]", "[True]"],
        ),
        (
            "class A:\n    def f(self): return 1\nx = A()",
            "r.append(x.f())",
            "A.f = lambda self: 2",
            &["[1]", "[2]"],
        ),
        (
            "class A:\n    def f(self): return 1\nx = A()",
            "r.append(x.f())",
            "x.f = lambda: 2",
            &["[1]", "[2]"],
        ),
        (
            "class A:\n    n = 1\nclass B:\n    n = 2\nx = A()",
            "r.append(x.n)",
            "x.__class__ = B",
            &["[1]", "[2]"],
        ),
        (
            "class A:\n    __match_args__ = ('n',)\n    n = 1\nx = A()",
            "match x:\n    case A(1): r.append(1)\n    case _: r.append(2)",
            "x.n = 2",
            &["[1]", "[2]"],
        ),
        ("class A: pass\nx = A()", "r.append('n' in dir(x))", "x.n = 1", &["[False]", "[True]"]),
    ]);
}

#[test]
fn attributes_of_functions_and_exceptions() {
    hold(&[
        ("def f(): pass", "r.append(getattr(f, 'calls', 0))", "f.calls = 1", &["[0]", "[1]"]),
        ("e = ValueError('x')", "r.append(str(e))", "e.args = ('y',)", &["['x']", "['y']"]),
    ]);
}

#[test]
fn containers_read_as_a_whole() {
    hold(&[
        (
            "d = {'k': 1}",
            "r.append(d | {'m': 0})",
            "d['k'] = 2",
            &["[{'k': 1, 'm': 0}]", "[{'k': 2, 'm': 0}]"],
        ),
        ("d = {'k': 1}", "r.append('%(k)d' % d)", "d['k'] = 2", &["['1']", "['2']"]),
        ("x = [1]", "r.append(x * 2)", "x[0] = 2", &["[[1, 1]]", "[[2, 2]]"]),
        ("x = [1]", "r.append(x + [0])", "x[0] = 2", &["[[1, 0]]", "[[2, 0]]"]),
        ("d = {}", "try: r.append(d['k'])\nexcept KeyError: r.append(0)", "d['k'] = 1", &["[0]", "[1]"]),
        (
            "d = {1: 0}",
            "keys = iter(d)\ntry: r.append(next(keys))\nexcept RuntimeError: r.append(0)",
            "d[2] = 0",
            &["[0]", "[1]"],
        ),
    ]);
}

/// Keys that are added to a dict come in the order in which they were added.
#[test]
fn keys_that_are_missing_where_something_stands_for_them() {
    let ends = &["[1]", "[2]"];
    // Under the GIL, nothing comes between reading and writing: what stands for a key is one step of the library's.
    hold_under(
        &[Model::Instruction],
        &[
            (
                "from collections import Counter\nc = Counter()",
                "c['k'] += 1\nr[:] = [c['k']]",
                "c.update('k')\nr[:] = [c['k']]",
                ends,
            ),
            (
                "from collections import defaultdict\nc = defaultdict(int)",
                "c['k'] += 1\nr[:] = [c['k']]",
                "c['k'] += 1\nr[:] = [c['k']]",
                ends,
            ),
            (
                "class D(dict):\n    def __missing__(self, key): return 0\nc = D()",
                "c['k'] += 1\nr[:] = [c['k']]",
                "c['k'] = dict.__getitem__(c, 'k') + 1\nr[:] = [c['k']]",
                ends,
            ),
        ],
    );
}

#[test]
fn the_order_of_keys() {
    for reduce in [Reduce::Full, Reduce::None, Reduce::Dpor] {
        let case = ("d = {}", "d['a'] = 1", "d['b'] = 2", &[] as &[_]);
        let options = Options { reduce, outcome: Some("list(d)".into()), ..Options::default() };
        let report = explore(&program(&case), options);
        assert_eq!(report.outcomes.len(), 2, "{reduce:?}");
    }
}

#[test]
fn what_the_library_keeps() {
    hold(&[
        (
            "import contextlib\nstack = contextlib.ExitStack()\nstack.callback(r.append, 1)",
            "stack.close()",
            "stack.callback(r.append, 2)",
            &["[1]", "[2, 1]"],
        ),
        (
            "import warnings",
            "try:\n    warnings.warn('x')\n    r.append(1)\nexcept UserWarning: r.append(2)",
            "warnings.simplefilter('error')",
            &["[1]", "[2]"],
        ),
        ("import queue\nq = queue.Queue()", "r.extend(q.queue)", "q.put(1)", &["[1]", "[]"]),
        (
            "import sys",
            "r.append(sys.getswitchinterval())",
            "sys.setswitchinterval(1)",
            &["[0.005]", "[1.0]"],
        ),
        (
            "u = threading.Thread(target=len, args=('',))",
            "r.append(u.ident is None)",
            "u.start()",
            &["[False]", "[True]"],
        ),
        (
            "def fails(): 1 / 0\nu = threading.Thread(target=fails)",
            "threading.excepthook = lambda args: r.append(1)",
            "u.start()\nu.join()",
            &["[1]", "[]"],
        ),
    ]);
}

#[test]
fn locks_that_are_released_or_looked_at_in_vain() {
    let refused = "except RuntimeError: r.append(0)";
    let release = format!("try:\n    lock.release()\n    r.append(1)\n{refused}");
    hold(&[
        ("lock = threading.Lock()", &release, "lock.acquire()", &["[0]", "[1]"]),
        (
            "s = threading.BoundedSemaphore(1)",
            "try:\n    s.release()\n    r.append(1)\nexcept ValueError: r.append(0)",
            "s.acquire()",
            &["[0]", "[1]"],
        ),
        (
            "lock = threading.Lock()",
            "r.append('unlocked' in repr(lock))",
            "lock.acquire()",
            &["[False]", "[True]"],
        ),
        (
            "barrier = threading.Barrier(2)",
            "try: barrier.wait(1)\nexcept threading.BrokenBarrierError: pass",
            "r.append(barrier.n_waiting)",
            &["[0]", "[1]"],
        ),
    ]);
}

/// A generator runs from where it is asked for an item to where it yields it.
#[test]
fn generators_that_run_already() {
    let ask =
        |name: &str| format!("try: r.append(('{name}', next(g)))\nexcept ValueError: r.append('{name}')");
    let source = program(&(
        "def items():\n    n = 0\n    while True:\n        n += 1\n        yield n\ng = items()",
        &ask("a"),
        &ask("b"),
        &[],
    ));
    let options = Options { outcome: Some("sorted(map(str, r))".into()), ..Options::default() };
    let report = explore(&source, options);
    let values = report.outcomes.iter().filter_map(|found| found.outcome.value.as_deref());
    assert_eq!(
        values.collect::<BTreeSet<_>>(),
        BTreeSet::from([
            r#"["('a', 1)", "('b', 2)"]"#,
            r#"["('a', 1)", 'b']"#,
            r#"["('a', 2)", "('b', 1)"]"#,
            r#"["('b', 1)", 'a']"#
        ])
    );
}

/// A thread whose start others can see makes no moves before its first that they can see.
#[test]
fn a_start_that_is_seen() {
    let case = ("", "r.append(threading.active_count())", "pass", &[] as &[_]);
    let report = explore(&program(&case), Options { outcome: Some("r".into()), ..Options::default() });
    for found in &report.outcomes {
        let schedule = found.schedule.as_ref().expect("it is proved");
        assert!(schedule.decisions.iter().all(|decision| decision.steps.get() > 1), "{schedule}");
    }
    assert_eq!(report.outcomes.len(), 2);
    assert_eq!(report.schedules.map(|count| count.to_string()).as_deref(), Some("10"));
}

const POOL: &str = "import threading\nfrom concurrent.futures import Future, ThreadPoolExecutor\nr = []\n";

fn pool(rest: &str, reduce: Reduce) -> BTreeSet<String> {
    let options = Options { reduce, outcome: Some("r".into()), ..Options::default() };
    let report = explore(&format!("{POOL}{rest}"), options);
    assert!(report.proved, "{rest}");
    report.outcomes.into_iter().filter_map(|found| found.outcome.value).collect()
}

/// A worker that keeps a lock which knows its owner is not like the others.
#[test]
fn a_worker_that_keeps_a_lock() {
    let source = "lock = threading.RLock()\nwith ThreadPoolExecutor(2) as pool:\n    \
                  r += pool.map(lambda _: lock.acquire(blocking=False), range(2))\n";
    for reduce in [Reduce::Full, Reduce::None, Reduce::Dpor] {
        let expected = ["[False, True]", "[True, False]", "[True, True]"].map(String::from);
        assert_eq!(pool(source, reduce), BTreeSet::from(expected), "{reduce:?}");
    }
}

/// Whoever is idle first takes the last task: which of the first two ends last is seen by what it finds.
#[test]
fn who_is_idle_first() {
    let source = "n = 0\ndef work(x):\n    global n\n    n += x\n    return n\n\
                  with ThreadPoolExecutor(2) as pool:\n    r += pool.map(work, [1, 2, 3])\n";
    let all = pool(source, Reduce::Full);
    assert_eq!(all, pool(source, Reduce::None));
    assert_eq!(all, pool(source, Reduce::Dpor));
}

#[test]
fn tasks_that_are_cancelled_one_by_one() {
    let source = "pool = ThreadPoolExecutor(1)\nfutures = [pool.submit(len, '') for _ in range(2)]\n\
                  pool.shutdown(cancel_futures=True)\nr += [future.cancelled() for future in futures]\n";
    // The worker may take the second while the first is being cancelled.
    let expected = ["[False, False]", "[False, True]", "[True, False]", "[True, True]"].map(String::from);
    for reduce in [Reduce::Full, Reduce::None, Reduce::Dpor] {
        assert_eq!(pool(source, reduce), BTreeSet::from(expected.clone()), "{reduce:?}");
    }
}

#[test]
fn a_future_that_two_threads_set() {
    let source = "future = Future()\ndef work(x):\n    try: future.set_result(x)\n    except Exception: pass\n\
                  threads = [threading.Thread(target=work, args=(x,)) for x in range(2)]\n\
                  for thread in threads: thread.start()\nfor thread in threads: thread.join()\n\
                  r.append(future.result())\n";
    assert_eq!(pool(source, Reduce::Full), BTreeSet::from(["[0]", "[1]"].map(String::from)));
}

/// The reduction by which a pool's workers are exchanged for each other can be left out: there are more states, and the same ends.
#[test]
fn workers_are_told_apart_without_reduction() {
    let source = "with ThreadPoolExecutor(2) as pool:\n    list(pool.map(r.append, [1, 2, 3]))\n";
    let states = |reduce| {
        let report = explore(
            &format!("{POOL}{source}"),
            Options { reduce, outcome: Some("r".into()), ..Options::default() },
        );
        report.states.unwrap_or_default()
    };
    assert_eq!(pool(source, Reduce::Full), pool(source, Reduce::None));
    assert!(states(Reduce::None) > states(Reduce::Full));
}

/// Bound methods and slices are no more than what they are of; states in which a thread holds another one are others.
#[test]
fn what_a_thread_holds() {
    let method = "f = r.append if n else r.extend\nx = n\nf([x])";
    hold_under(&[Model::Instruction], &[("n = 0", method, "global n\nn = 1", &["[0]", "[1]", "[[1]]"])]);
    let part = "s = slice(n)\nx = n\nr.append((len([1, 2][s]), x))";
    hold(&[("n = 1", part, "global n\nn = 2", &["[(1, 1)]", "[(1, 2)]", "[(2, 2)]"])]);
}

/// That there was nothing to delete is seen by whoever tried.
#[test]
fn what_is_deleted_in_vain() {
    let delete = |what: &str| {
        let run = |name: &str| {
            format!(
                "global x\ntry:\n    {what}\n    r.append('{name}')\nexcept (AttributeError, NameError): r.append('no')"
            )
        };
        (run("a"), run("b"))
    };
    let ends = &["['a', 'no']", "['b', 'no']", "['no', 'a']", "['no', 'b']"];
    let cell = "def make():\n    n = 1\n    def delete():\n        nonlocal n\n        del n\n    return delete\nx = make()";
    for (setup, what) in [
        ("class A: pass\nx = A()\nx.n = 1", "del x.n"),
        ("class A: pass\nx = A()\nx.n = 1", "delattr(x, 'n')"),
        ("class x: n = 1", "del x.n"),
        ("def x(): pass\nx.n = 1", "del x.n"),
        ("x = ValueError()\nx.n = 1", "del x.n"),
        ("import math as x\nx.n = 1", "del x.n"),
        ("x = 1", "del x"),
        (cell, "x()"),
    ] {
        let (a, b) = delete(what);
        hold_under(&[Model::Instruction], &[(setup, &a, &b, ends)]);
    }
}

/// The work of a thread that is no function of the program's begins when the thread does, and not when it is started.
#[test]
fn work_that_is_written_in_c() {
    let any =
        ["[0, 1, 2]", "[0, 2, 1]", "[1, 0, 2]", "[1, 2, 0]", "[2, 0, 1]", "[2, 1, 0]"].map(String::from);
    for reduce in [Reduce::Full, Reduce::None, Reduce::Dpor] {
        for source in [
            "threads = [threading.Thread(target=r.append, args=(n,)) for n in (1, 2)]\n\
             for thread in threads: thread.start()\nr.append(0)\nfor thread in threads: thread.join()\n",
            "with ThreadPoolExecutor(2) as pool:\n    pool.submit(r.append, 1)\n    pool.submit(r.append, 2)\n    r.append(0)\n",
            "threads = [threading.Timer(0, r.append, [n]) for n in (1, 2)]\n\
             for thread in threads: thread.start()\nr.append(0)\nfor thread in threads: thread.join()\n",
        ] {
            assert_eq!(pool(source, reduce), BTreeSet::from(any.clone()), "{reduce:?}\n{source}");
        }
    }
}

/// How many workers a pool has is seen by whoever counts them.
#[test]
fn how_many_workers_there_are() {
    let source = "with ThreadPoolExecutor(2) as pool:\n    pool.submit(len, '').result()\n    \
                  pool.submit(len, '').result()\n    r.append(COUNT)\n";
    for count in ["len(pool._threads)", "threading.active_count() - 1"] {
        for reduce in [Reduce::Full, Reduce::None, Reduce::Dpor] {
            let found = pool(&source.replace("COUNT", count), reduce);
            assert_eq!(found, BTreeSet::from(["[1]", "[2]"].map(String::from)), "{reduce:?} {count}");
        }
    }
}

/// On the virtual clock, two that wake at the same time do so in any order, and neither because of the other.
#[test]
fn who_wakes_at_the_same_time() {
    let case = (
        "e = threading.Event()\nimport time",
        "r.append(e.wait(0.01))",
        "time.sleep(0.01)\ne.set()",
        &[] as &[_],
    );
    for reduce in [Reduce::Full, Reduce::None, Reduce::Dpor] {
        let options =
            Options { reduce, time: Time::Virtual, outcome: Some("r".into()), ..Options::default() };
        let report = explore(&program(&case), options);
        let values = report.outcomes.iter().filter_map(|found| found.outcome.value.as_deref());
        assert_eq!(values.collect::<BTreeSet<_>>(), BTreeSet::from(["[False]", "[True]"]), "{reduce:?}");
    }
}

/// What the last thread does is no choice; it is not counted again where it could have done it before.
#[test]
fn traces_that_end_with_one_thread_alone() {
    let source = "import threading\nr = []\nthreads = [threading.Thread(target=lambda: r.append(0)) for _ in range(2)]\n\
                  for thread in threads: thread.start()\nfor thread in threads: thread.join(0.2)\n";
    for reduce in [Reduce::Full, Reduce::Dpor] {
        // The appends come in two orders; each thread ends before or after it is waited for, which is two each.
        let report = explore(source, Options { reduce, ..Options::default() });
        assert_eq!(report.traces, Some(8_u32.into()), "{reduce:?}");
    }
}

/// Whoever has a task's result may submit another before the worker is known to be idle: then CPython starts one more.
#[test]
fn a_worker_that_is_not_idle_yet() {
    let source = "def name(): return threading.current_thread().name[-1]\nwith ThreadPoolExecutor(2) as pool:\n    \
                  r += [pool.submit(name).result(), pool.submit(name).result()]\n";
    for reduce in [Reduce::Full, Reduce::None, Reduce::Dpor] {
        assert_eq!(
            pool(source, reduce),
            BTreeSet::from(["['0', '0']", "['0', '1']"].map(String::from)),
            "{reduce:?}"
        );
    }
}
