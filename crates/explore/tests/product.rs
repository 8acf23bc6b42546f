//! Threads that are run by themselves, held against whole machines, on programs that are almost of that kind.

use interleave_explore::{Exploration, Options};
use interleave_vm::Program;

/// Both ways give the same report; gives the number of states.
fn both(source: &str, outcome: Option<&str>) -> usize {
    whether_in_parts(source, outcome).1
}

/// The same for a program whose threads do nothing else than to read, write, acquire and release.
fn both_in_parts(source: &str, outcome: Option<&str>) {
    assert!(whether_in_parts(source, outcome).0, "{source}");
}

/// The same for one whose threads do more.
fn not_in_parts(source: &str, outcome: Option<&str>) {
    assert!(!whether_in_parts(source, outcome).0, "{source}");
}

/// Whether it went on with threads by themselves to the end, and the number of states.
fn whether_in_parts(source: &str, outcome: Option<&str>) -> (bool, usize) {
    let program = Program::compile(source, "program.py").unwrap_or_else(|problems| panic!("{problems:?}"));
    let options = Options { outcome: outcome.map(Into::into), max_states: 5_000, ..Options::default() };
    let mut parts = Exploration::new(&program, options.clone()).expect("the expression is right");
    let mut whole =
        Exploration::new(&program, options).expect("the expression is right").with_whole_machines();
    parts.finish();
    whole.finish();
    let in_parts = parts.is_in_parts();
    let (parts, whole) = (parts.report(), whole.report());
    assert_eq!(format!("{parts:?}"), format!("{whole:?}"), "{source}");
    (in_parts, parts.states.unwrap_or_default())
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
fn locks() {
    let lock = "x = 0\nlock = threading.Lock()";
    both_in_parts(&threads(3, lock, "global x\nwith lock:\n    x += 1", ""), Some("x"));
    both_in_parts(&threads(2, lock, "global x\nx += 1\nwith lock:\n    x += 1\nx += 1", ""), Some("x"));
    let by_hand = "global x\nlock.acquire()\ntry:\n    x += number\nfinally:\n    lock.release()";
    both_in_parts(&threads(3, lock, by_hand, "print(x)"), None);
    let two = "x = 0\na = threading.Lock()\nb = threading.Lock()";
    both_in_parts(&threads(2, two, "global x\nwith a if number else b:\n    x += 1", ""), Some("x"));
    // Whoever ends with a lock keeps it.
    both_in_parts(&threads(2, lock, "global x\nx += 1\nlock.acquire()", ""), Some("x"));
    both_in_parts(
        &threads(2, lock, "global x\nwith lock:\n    if x:\n        return\n    x = 1", ""),
        Some("x"),
    );
    // The main thread has it while the others begin, and goes on to wait for them.
    both(&threads(2, &format!("{lock}\nlock.acquire()"), "global x\nwith lock:\n    x += 1", ""), Some("x"));
    let later = "lock.release()\nfor thread in threads:\n    thread.join()";
    let source = threads(2, &format!("{lock}\nlock.acquire()"), "global x\nwith lock:\n    x += 1", later);
    both(&source.replacen("for thread in threads:\n    thread.join()\n", "", 1), Some("x"));
}

#[test]
fn locks_that_are_acquired_again() {
    let lock = "x = 0\nlock = threading.RLock()";
    both_in_parts(
        &threads(2, lock, "global x\nwith lock:\n    x += 1\n    with lock:\n        x += 1\n    x += 1", ""),
        Some("x"),
    );
    // A thread that waits for itself, of all or of one.
    let plain = "x = 0\nlock = threading.Lock()";
    both_in_parts(
        &threads(2, plain, "global x\nwith lock:\n    x += 1\n    with lock:\n        x += 1", ""),
        Some("x"),
    );
    both_in_parts(
        &threads(
            2,
            plain,
            "global x\nwith lock:\n    x += 1\nif number:\n    lock.acquire()\n    x += 1",
            "",
        ),
        Some("x"),
    );
}

#[test]
fn locks_in_rings() {
    for count in 2..=4 {
        let before = format!("x = 0\nforks = [threading.Lock() for _ in range({count})]");
        let work =
            format!("global x\nwith forks[number]:\n    with forks[(number + 1) % {count}]:\n        x += 1");
        both_in_parts(&threads(count, &before, &work, ""), Some("x"));
    }
}

#[test]
fn locks_that_are_used_otherwise() {
    let lock = "x = 0\nlock = threading.Lock()";
    for otherwise in [
        "if lock.acquire(False):\n    x += 1",
        "if lock.acquire(blocking=False):\n    x += 1",
        "if lock.acquire(timeout=1):\n    x += 1",
        "if lock.acquire(True, 1):\n    x += 1",
        "with lock:\n    x += 1\nif not lock.locked():\n    x += 1",
        "lock.acquire() if number else x and lock.release()",
        "if number:\n    lock.release()\nelse:\n    lock.acquire()\n    x += 1",
    ] {
        not_in_parts(&threads(2, lock, &format!("global x\nx += 1\n{otherwise}"), ""), Some("x"));
    }
    let condition = "x = 0\nlock = threading.Condition()";
    not_in_parts(
        &threads(2, condition, "global x\nwith lock:\n    x += 1\n    lock.notify()", ""),
        Some("x"),
    );
    let semaphore = "x = 0\nlock = threading.Semaphore(2)";
    not_in_parts(&threads(3, semaphore, "global x\nwith lock:\n    x += 1", ""), Some("x"));
}

#[test]
fn what_ends_it() {
    // New objects in a shared place, an exception, a write after all.
    both(&threads(2, "x = (0,)", "global x\nx = (x[0] + 1,)", ""), Some("x"));
    both(&threads(2, "x = 0", "global x\nx += 1\nif x > 1:\n    raise ValueError(x)", ""), Some("x"));
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
