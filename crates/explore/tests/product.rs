//! Threads that are run by themselves, held against whole machines, on programs that are almost of that kind.

use interleave_explore::{Exploration, Options};
use interleave_vm::Program;

/// Both ways give the same report; gives the number of states.
fn both(source: &str, outcome: Option<&str>) -> usize {
    let program = Program::compile(source, "program.py").unwrap_or_else(|problems| panic!("{problems:?}"));
    let options = Options { outcome: outcome.map(Into::into), max_states: 5_000, ..Options::default() };
    let mut parts = Exploration::new(&program, options.clone()).expect("the expression is right");
    let mut whole =
        Exploration::new(&program, options).expect("the expression is right").with_whole_machines();
    parts.finish();
    whole.finish();
    let (parts, whole) = (parts.report(), whole.report());
    assert_eq!(format!("{parts:?}"), format!("{whole:?}"), "{source}");
    parts.states.unwrap_or_default()
}

/// Threads that each run `work(number)`, and a main thread that waits for them.
fn threads(count: usize, before: &str, work: &str, after: &str) -> String {
    let body: String = work.lines().map(|line| format!("    {line}\n")).collect();
    format!(
        "import threading\n{before}\ndef work(number):\n{body}\n\
         threads = [threading.Thread(target=work, args=(number,)) for number in range({count})]\n\
         for thread in threads:\n    thread.start()\nfor thread in threads:\n    thread.join()\n{after}\n"
    )
}

#[test]
fn places_of_all_kinds() {
    let states = both(&threads(2, "x = 0", "global x\nx += 1\nx += number", ""), Some("x"));
    assert!(states > 10, "{states}");
    let account = "class Account:\n    def __init__(self):\n        self.balance = 0\naccount = Account()";
    both(&threads(3, account, "account.balance += number", "print(account.balance)"), None);
    both(&threads(2, "d = {'a': 1, 2: 3}", "d['a'] += d[2]\nd[2] = d['a']", ""), Some("d"));
    let closure = "def make():\n    x = 0\n    def add(n):\n        nonlocal x\n        x += n\n        return x\n    \
                   return add\nadd = make()";
    both(&threads(2, closure, "add(number + 1)\nadd(2)", ""), Some("add(0)"));
}

#[test]
fn what_a_thread_keeps_to_itself_is_part_of_its_state() {
    let kept = "kept = [[], []]\nx = 0";
    both(
        &threads(2, kept, "global x\nmine = kept[number]\nmine.append(x)\nx += 1\nx += mine[0]", ""),
        Some("x"),
    );
    both(
        &threads(2, "x = 0\nseen = {}", "global x\nbefore = x\nx = before + 1\nseen[number] = before", ""),
        Some("seen"),
    );
    let one = "global x\nif number:\n    x = 1\nelse:\n    print('saw', x)\n    print('then', x)";
    both(&threads(2, "x = 0", one, "print('end')"), None);
}

#[test]
fn loops_that_wait_for_each_other() {
    both(
        &threads(
            2,
            "flag = False",
            "global flag\nif number:\n    flag = True\nelse:\n    while not flag:\n        pass",
            "",
        ),
        None,
    );
    both(
        &threads(2, "turn = 0", "global turn\nwhile turn != number:\n    pass\nturn += 1", ""),
        Some("turn"),
    );
    both(&threads(2, "flag = False", "global flag\nwhile not flag:\n    pass", ""), None);
}

#[test]
fn what_ends_it() {
    // New objects in a shared place, an exception, a lock after all, a write after all.
    both(&threads(2, "x = (0,)", "global x\nx = (x[0] + 1,)", ""), Some("x"));
    both(&threads(2, "x = 0", "global x\nx += 1\nif x > 1:\n    raise ValueError(x)", ""), Some("x"));
    both(
        &threads(2, "x = 0\nlock = threading.Lock()", "global x\nx += 1\nwith lock:\n    x += 1", ""),
        Some("x"),
    );
    both(&threads(2, "x = 0", "global x\nx += 1\nprint(x)", ""), None);
    both(&threads(2, "x = [0]", "x[0] += 1\nif x[0] == 2:\n    del x[0]", ""), Some("x"));
    both(&threads(2, "x = 0", "global x\nx += 1\ndel x", ""), Some("'x' in globals()"));
}

#[test]
fn a_main_thread_that_does_not_only_wait() {
    let source = |start: &str, between: &str| {
        format!(
            "import threading\nx = 0\ndef work():\n    global x\n    x += 1\n\
             a = threading.Thread(target=work)\nb = threading.Thread(target=work)\n\
             a.start()\nb.start()\n{start}a.join()\n{between}b.join()\nprint(x)\n"
        )
    };
    both(&source("", ""), None);
    both(&source("x += 1\n", ""), None);
    both(&source("", "x += 1\n"), None);
    both(&source("", "print('a')\n"), None);
    let rounds = "for _ in range(2):\n    c = threading.Thread(target=work)\n    d = threading.Thread(target=work)\n    \
                  c.start()\n    d.start()\n    c.join()\n    d.join()\n";
    both(&source("", &format!("b.join()\n{rounds}")), None);
    let daemons = "import threading\nx = 0\ndef work():\n    global x\n    x += 1\n\
                   for _ in range(2):\n    threading.Thread(target=work, daemon=True).start()\nprint(x)\n";
    both(daemons, None);
    both(&daemons.replace(", daemon=True", "").replace("print(x)\n", ""), Some("x"));
}
