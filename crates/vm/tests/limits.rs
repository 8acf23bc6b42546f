//! Programs that would never end or take all memory there is: each is stopped by the limit that it reaches, or raises
//! what CPython raises; and before, what it printed is there.

use interleave_vm::{Limit, Limits, Machine, Model, Program, Stream};

const LIMITS: Limits = Limits {
    steps: 700_000,
    work: 3_700_000,
    threads: 20,
    heap: 6_000_000,
    size: 1_000_000,
    output: 10_000,
    recursion: 1_000,
    digits: 10_000,
};

fn run(source: &str) -> Machine {
    let program =
        Program::compile(source, "test.py").unwrap_or_else(|d| panic!("{source}\ndoes not compile: {d:?}"));
    let mut machine = Machine::new(&program, 1, LIMITS);
    let mut turn = 0;
    loop {
        let runnable = machine.runnable();
        if runnable.is_empty() {
            return machine;
        }
        turn += 1;
        machine
            .run(runnable[turn % runnable.len()], 5_000, Model::Instruction)
            .expect("the thread can go on");
    }
}

/// Runs a program to a limit, and looks at what it used up.
fn stops(source: &str, limit: Limit) {
    let machine = run(&format!("print('so far')\n{source}"));
    assert_eq!(machine.text(Stream::Err), "", "{source}");
    assert_eq!(machine.exhausted(), Some(limit), "{source}");
    assert!(machine.text(Stream::Out).starts_with("so far\n"), "{source}");
    assert!(machine.steps() <= LIMITS.steps, "{source}: {} steps", machine.steps());
    let most = LIMITS.heap + LIMITS.heap / 2 + 2 * LIMITS.size;
    assert!(machine.heap_bytes() <= most, "{source}: {} bytes", machine.heap_bytes());
}

/// Runs a program to an exception that CPython has too.
fn raises(source: &str, last_line: &str) {
    let machine = run(source);
    assert_eq!(machine.exhausted(), None, "{source}");
    let complaint = machine.text(Stream::Err);
    assert_eq!(complaint.lines().last(), Some(last_line), "{source}\n{complaint}");
}

#[test]
fn loops_without_end() {
    stops("while True: pass", Limit::Steps);
    stops("import time\nwhile True: time.sleep(1)", Limit::Work);
    stops("while True:\n    try: [][1]\n    except IndexError: pass", Limit::Work);
    stops("while True: sorted(range(100), key=lambda x: -x)", Limit::Work);
    stops("sum(range(10**10))", Limit::Work);
    stops("while True: print('hello')", Limit::Output);
    stops(
        "class A:\n    def __iter__(self): return self\n    def __next__(self): return 1\nsum(A())",
        Limit::Work,
    );
    stops("x = list(range(20000))\nwhile True: -1 in x", Limit::Work);
    stops("x = list(range(20000))\nwhile True: x.sort()", Limit::Work);
    stops("x = 'a' * 900000\nwhile True: x.find('b')", Limit::Work);
    stops("x = list(range(20000))\nwhile True: y = x[1:]", Limit::Work);
}

#[test]
fn threads_without_end() {
    let start = "import threading\nfor i in range(10**6): threading.Thread(target=lambda: None).start()";
    stops(start, Limit::Threads);
    let spin = "import threading\nstop = False\ndef w():\n    while not stop: pass\nfor i in range(9): threading.Thread(target=w).start()";
    stops(spin, Limit::Steps);
}

#[test]
fn data_without_end() {
    stops("x = [1]\nwhile True: x = x + x", Limit::Size);
    stops("x = [1]\nwhile True: x.extend(x)", Limit::Size);
    stops("x = [1]\nwhile True: x += x", Limit::Size);
    stops("x = 'ab'\nwhile True: x = x + x", Limit::Size);
    stops("x = 'ab'\nwhile True: x = f'{x}{x}'", Limit::Size);
    stops("x = []\nwhile True: x.append('a' * 100000)", Limit::Heap);
    stops("x = []\nwhile True: x.append({})", Limit::Heap);
    stops("d, i = {}, 0\nwhile True:\n    d[i] = str(i) * 50\n    i += 1", Limit::Heap);
    stops("x = None\nwhile True: x = [x] * 20", Limit::Heap);
    stops("class A:\n    def __init__(self, n): self.next = n\nx = None\nwhile True: x = A(x)", Limit::Heap);
    stops("import queue\nq = queue.Queue()\nwhile True: q.put('x' * 30000)", Limit::Heap);
    stops("C = object\nwhile True:\n    class C(C): pass", Limit::Work);
    let chain = "e = None\nwhile True:\n    try: raise ValueError from e\n    except ValueError as x: e = x";
    stops(chain, Limit::Heap);
}

#[test]
fn single_operations() {
    stops("x = 10 ** 10 ** 10", Limit::Digits);
    stops("x = 1 << 10 ** 9", Limit::Digits);
    stops("x = 3\nwhile True: x = x * x", Limit::Digits);
    stops("x = 10 ** 8000\nwhile True: pow(3, x, x)", Limit::Work);
    stops("'%1000000000d' % 1", Limit::Size);
    stops("'%.1000000000f' % 1.0", Limit::Size);
    stops("format(1, '1000000000')", Limit::Size);
    stops("format(1.0, '.1000000000f')", Limit::Size);
    stops("n = 10 ** 9\nf'{1:{n}}'", Limit::Size);
    stops("'a'.center(10 ** 9)", Limit::Size);
    stops("list(range(10 ** 8))", Limit::Size);
    stops("bytes(10 ** 9)", Limit::Size);
    stops("x = ['a' * 1000] * 10000\n','.join(x)", Limit::Size);
    stops("x = []\nfor i in range(30): x = [x, x]\nrepr(x)", Limit::Work);
    stops("x = y = ()\nfor i in range(40): x, y = (x, x), (y, y)\nx == y", Limit::Work);
    stops("x = ()\nfor i in range(40): x = (x, x)\nhash(x)", Limit::Work);
}

#[test]
fn what_cpython_raises() {
    raises("'a' * 10 ** 12", "MemoryError");
    raises("[0] * 10 ** 10", "MemoryError");
    raises("list(range(10 ** 12))", "MemoryError");
    let digits = "Exceeds the limit (4300 digits) for integer string conversion";
    let setting = "use sys.set_int_max_str_digits() to increase the limit";
    raises("str(10 ** 5000)", &format!("ValueError: {digits}; {setting}"));
    raises("print(10 ** 5000)", &format!("ValueError: {digits}; {setting}"));
    raises("'%d' % (10 ** 5000)", &format!("ValueError: {digits}; {setting}"));
    raises("int('9' * 5000)", &format!("ValueError: {digits}: value has 5000 digits; {setting}"));
}

#[test]
fn calls_without_end() {
    const TOO_DEEP: &str = "RecursionError: maximum recursion depth exceeded";
    raises("class A:\n    def __getattr__(self, name): return getattr(self, name)\nA().x", TOO_DEEP);
    raises("class A:\n    def __eq__(self, o): return self == o\nA() == A()", TOO_DEEP);
    raises("class A:\n    def __repr__(self): return repr(self)\nrepr(A())", TOO_DEEP);
    raises("def g(n):\n    yield from g(n + 1)\nnext(g(0))", TOO_DEEP);
    raises("g = iter([1])\nfor i in range(2000): g = (x for x in g)\nnext(g)", TOO_DEEP);
    raises("import sys\nsys.setrecursionlimit(50)\nf = lambda: f()\nf()", TOO_DEEP);
    let nested = "x = []\nfor i in range(5000): x = [x]\ny = []\nfor i in range(5000): y = [y]\n";
    for deep in ["repr(x)", "x == y", "x < y", "hash(x)", "str(x)", "f'{x}'"] {
        let machine = run(&format!("{nested}{deep}"));
        let complaint = machine.text(Stream::Err);
        let wanted = if deep == "hash(x)" { "TypeError: unhashable type: 'list'" } else { TOO_DEEP };
        assert!(complaint.lines().last().is_some_and(|line| line.starts_with(wanted)), "{deep}: {complaint}");
    }
}

#[test]
fn endless_recursion_has_a_short_traceback() {
    let machine = run("def f(n):\n    return f(n + 1)\nf(0)");
    let expected = "\
Traceback (most recent call last):
  File \"test.py\", line 3, in <module>
    f(0)
    ~^^^
  File \"test.py\", line 2, in f
    return f(n + 1)
  File \"test.py\", line 2, in f
    return f(n + 1)
  File \"test.py\", line 2, in f
    return f(n + 1)
  [Previous line repeated 996 more times]
RecursionError: maximum recursion depth exceeded
";
    assert_eq!(machine.text(Stream::Err), expected);
}

#[test]
fn every_limit_says_what_it_is() {
    for limit in Limit::ALL {
        let said = limit.in_words(&LIMITS);
        assert!(said.contains("limit") && !said.ends_with('.'), "{said}");
        assert!(limit.to_string().ends_with("was reached"), "{limit}");
    }
}

#[test]
fn what_is_shared_is_counted_once() {
    let machine = run("text = 'a' * 100000\nall = [text] * 10000\nfor i in range(5000): all.append([])");
    assert_eq!(machine.exhausted(), None);
}
