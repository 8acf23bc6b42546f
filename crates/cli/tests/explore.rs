//! `interleave explore`: what people read, what scripts rely on.

use clap::Parser;
use expect_test::{Expect, expect};
use interleave_cli::{Args, Streams, run};
use serde_json::Value as Json;

/// Runs a command on a program; its exit status and what it wrote, the two streams one after the other.
fn explore(arguments: &[&str], source: &str) -> (u8, String) {
    let args = Args::try_parse_from(["interleave", "explore", "-"].iter().chain(arguments))
        .expect("right arguments");
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let status = run(&args, &mut Streams { input: &mut source.as_bytes(), out: &mut out, err: &mut err });
    out.extend(err);
    (status, String::from_utf8(out).expect("text"))
}

fn says(arguments: &[&str], source: &str, status: u8, expected: Expect) {
    let (came, text) = explore(arguments, source);
    expected.assert_eq(&text);
    assert_eq!(came, status);
}

/// The verdict, and whether it is proved.
fn verdict(arguments: &[&str], source: &str) -> (u8, String, bool) {
    let (status, text) = explore(&[arguments, &["--json"]].concat(), source);
    let json: Json = serde_json::from_str(&text).unwrap_or_else(|why| panic!("{why}: {text}"));
    (status, json["verdict"].as_str().unwrap_or_default().into(), json["proved"] == true)
}

const LOST: &str = "\
import threading

balance = 30

def pay(amount):
    global balance
    balance += amount

threads = [threading.Thread(target=pay, args=(100,)) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
";

const LOCKED: &str = "\
import threading

balance = 30
lock = threading.Lock()

def pay(amount):
    global balance
    with lock:
        balance += amount

threads = [threading.Thread(target=pay, args=(100,)) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
";

const TWICE: &str = "\
import threading

lock = threading.Lock()

def update():
    with lock:
        print('updated')

def deposit():
    with lock:
        update()

thread = threading.Thread(target=deposit)
thread.start()
thread.join()
";

#[test]
fn a_lost_update() {
    says(
        &["--outcome", "balance", "--expect", "balance == 230"],
        LOST,
        1,
        expect![[r#"
        schedules    share  verdict    outcome
                4   66.67%  fails      130
                2   33.33%  passes     230

        Fails under the model instruction: `balance == 230` does not hold at the end. Of 6 schedules (4 traces), 4 fail. 2 outcomes; 12 states.

        The shortest failure: 1 preemption, 4 switches, 1 of them needed (marked >).
          A                       B
             7 balance += amount
        >                            7 balance += amount
             7 balance += amount

        Lost update: B wrote balance (line 7) after A had read it (line 7) and before A wrote it (line 7), so what B wrote is lost.

        schedule 1s0.M69A4B6A2M13
    "#]],
    );
}

/// Lines that every run prints are left out of the table: it has no room for them.
#[test]
fn outcomes_of_output_that_begin_alike() {
    let source =
        format!("print('the bank opens')\nprint(30)\n{LOST}print('closed')\nprint(balance)\nprint('bye')\n");
    let (_, text) = explore(&[], &source);
    let ends: Vec<_> = text.lines().skip(1).take(2).map(|row| row.split("passes").last()).collect();
    assert_eq!(ends, [Some("     … 130 …"), Some("     … 230 …")]);
}

#[test]
fn a_proof() {
    says(
        &["--outcome", "balance", "--expect", "balance == 230"],
        LOCKED,
        0,
        expect![[r#"
        schedules    share  verdict    outcome
                2  100.00%  passes     230

        Passes, proved under the model instruction: of 2 schedules (2 traces), `balance == 230` holds at the end of every one. 1 outcome; 16 states.
    "#]],
    );
}

#[test]
fn a_deadlock_with_itself() {
    says(
        &[],
        TWICE,
        3,
        expect![[r#"
        schedules    share  verdict    outcome
                1  100.00%  deadlocks  

        Deadlocks under the model instruction: threads wait for ever. Of 1 schedule (1 trace), 1 fails. 1 outcome; 1 state.

        The shortest failure: 0 preemptions, 1 switch, 0 of them needed (marked >).
          M                                       A
             1 import threading
             3 lock = threading.Lock()
             5 def update():
             9 def deposit():
            13 thread = threading.Thread(target…
            14 thread.start()
            15 thread.join()
                                                    10 with lock:
                                                    11 update()
                                                     6 with lock:

        Deadlock with itself: Thread A (Thread-1 (deposit)) waits for the lock `lock`, held by itself. Nobody else can release it.

        schedule 1s0.M31A8
    "#]],
    );
}

#[test]
fn one_run_of_each_trace() {
    says(
        &["--reduce", "dpor", "--expect", "balance == 130"],
        LOCKED,
        1,
        expect![[r#"
            schedules    share  verdict    outcome
                    -        -  fails      

            Fails under the model instruction: `balance == 130` does not hold at the end. Of 2 traces, 1 of the outcomes fails. 1 outcome; 16 operations.

            A failure, there may be shorter ones: 0 preemptions, 3 switches, 0 of them needed (marked >).
              A                       B
                 8 with lock:
                 9 balance += amount
                 8 with lock:
                                         8 with lock:
                                         9 balance += amount
                                         8 with lock:

            What is expected does not hold at the end, whoever goes first.

            schedule 1s0.M74A14B14M13
        "#]],
    );
    let (_, text) = explore(&["--reduce", "dpor", "--json"], LOCKED);
    let json: Json = serde_json::from_str(&text).expect("JSON");
    let counts = ["schedules", "traces", "redundant", "states"].map(|key| json[key].clone());
    assert_eq!(counts, [Json::Null, 2.into(), 0.into(), Json::Null]);
}

#[test]
fn limits_of_runs() {
    says(
        &["--reduce", "dpor", "--max-traces", "1"],
        LOCKED,
        4,
        expect![[r#"
        schedules    share  verdict    outcome
                -        -  passes     

        Unproven under the model instruction: no failure was found, but there are more than 1 run to go through, which is the limit. So far 1 outcome; 8 operations.
    "#]],
    );
    says(
        &["--reduce", "dpor", "--preemptions", "1"],
        LOCKED,
        2,
        expect![[r#"
            interleave: a limit of preemptions does not go with a search that keeps no states: leave out --preemptions or --reduce dpor
        "#]],
    );
    let endless = "import threading\nflag = False\ndef work():\n    global flag\n    flag = True\n\
                   threading.Thread(target=work).start()\nwhile not flag:\n    pass\n";
    says(
        &["--reduce", "dpor"],
        endless,
        4,
        expect![[r#"
        schedules    share  verdict    outcome
                -        -  passes     

        Unproven under the model instruction: no failure was found, but the program can go round in circles, where runs have no end. So far 1 outcome; 6 operations.
    "#]],
    );
}

#[test]
fn a_report_for_scripts() {
    says(
        &["--outcome", "balance", "--expect", "balance == 230", "--json"],
        LOST,
        1,
        expect![[r#"
            {"counterexample":{"needed":[{"from":"A","step":73,"to":"B"}],"preemptions":1,"race":[{"line":7,"place":"balance","step":70,"thread":"A","what":"read"},{"line":7,"place":"balance","step":77,"thread":"B","what":"wrote"},{"line":7,"place":"balance","step":79,"thread":"A","what":"wrote"}],"schedule":"1s0.M69A4B6A2M13","switches":4,"value":"130","verdict":"fails","why":"Lost update: B wrote balance (line 7) after A had read it (line 7) and before A wrote it (line 7), so what B wrote is lost."},"endless":false,"gap":null,"operations":14,"outcomes":[{"note":null,"schedule":"1s0.M69A4B6A2M13","schedules":4,"value":"130","verdict":"fails"},{"note":null,"schedule":"1s0.M69A6B6M13","schedules":2,"value":"230","verdict":"passes"}],"proved":true,"redundant":null,"sampled":null,"schedules":6,"states":12,"traces":4,"verdict":"fails"}
        "#]],
    );
}

#[test]
fn a_wrong_expression_is_shown_at_its_place() {
    says(
        &["--expect", "balance =="],
        LOST,
        2,
        expect![[r#"
        --expect:1:11: invalid syntax: an expression is expected here
         1 | balance ==
           |           ^

        interleave: --expect cannot be run: 1 problem
    "#]],
    );
    says(
        &["--outcome", "x = 1"],
        LOST,
        2,
        expect![[r#"
        --outcome:1:1: an expression was expected
         1 | x = 1
           | ^^^^^

        interleave: --outcome cannot be run: 1 problem
    "#]],
    );
}

#[test]
fn what_the_exit_status_says() {
    assert_eq!(verdict(&[], LOST), (0, "passes".into(), true));
    // It looks twice, and in between it changes.
    let looks =
        LOST.replace("balance += amount", "balance += amount\n    assert balance != 130 or balance == 130");
    assert_eq!(verdict(&[], &looks), (1, "raises".into(), true));
    let raises = LOST.replace("    balance += amount", "    raise ValueError(balance)");
    assert_eq!(verdict(&[], &raises), (1, "raises".into(), true));
    let endless = LOST.replace("balance += amount", "while True:\n        balance += amount");
    assert_eq!(verdict(&["--max-states", "500"], &endless), (4, "unproven".into(), false));
    let spins = LOST.replace("balance += amount", "while balance == 30:\n        pass");
    assert_eq!(verdict(&[], &spins), (1, "livelocks".into(), true));
    let bounded = verdict(&["--preemptions", "0", "--expect", "balance == 230"], LOST);
    assert_eq!(bounded, (4, "unproven".into(), false));
    let bounded = verdict(&["--preemptions", "1", "--expect", "balance == 230"], LOST);
    assert_eq!(bounded.1, "fails");
}

/// The talk's faults are found and its fixes proved.
#[test]
fn faults_are_found_and_fixes_proved() {
    let says = |name: &str, expect: &str| {
        let source = interleave_corpus::program_named(name).expect(name).source;
        let arguments =
            if expect.is_empty() { vec![] } else { vec!["--expect", expect, "--outcome", expect] };
        verdict(&arguments, source)
    };
    let proved = |verdict| (0, String::from("passes"), true) == verdict;
    let fails = |verdict| (1, String::from("fails"), true) == verdict;
    assert_eq!(says("deck/account_deadlock", ""), (3, "deadlocks".into(), true));
    assert!(proved(says("deck/account_rlock", "account.balance == 300")));
    assert!(fails(says("deck/lost_update", "balance['user'] == 230")));
    assert!(fails(says("deck/singleton_threads", "made[0] is made[1]")));
    assert!(proved(says("deck/singleton_with_lock", "True")));
    assert!(proved(says("deck/bank_with_lock", "'[90.0, 100.0, 110.0]' in output")));
    assert!(fails(says("deck/bank_thread_pool", "'[90.0, 100.0, 110.0]' in output")));
}

/// Every thread that can be first is, though the others never get anywhere.
#[test]
fn whoever_waits_for_ever_could_have_been_first() {
    let source = TWICE.replace("lambda: 0", "").replace(
        "thread = threading.Thread(target=deposit)\nthread.start()\nthread.join()\n",
        "first = []\n\ndef run(me):\n    with lock:\n        first.append(me)\n        update()\n\n\
         threads = [threading.Thread(target=run, args=(me,)) for me in range(3)]\n\
         for thread in threads:\n    thread.start()\n",
    );
    let (_, text) = explore(&["--outcome", "first", "--json"], &source);
    let json: Json = serde_json::from_str(&text).expect("JSON");
    let mut values: Vec<_> = json["outcomes"]
        .as_array()
        .expect("outcomes")
        .iter()
        .map(|found| found["value"].to_string())
        .collect();
    values.sort();
    assert_eq!(values, ["\"[0]\"", "\"[1]\"", "\"[2]\""]);
}

/// The pitfalls of other engines.
#[test]
fn pitfalls() {
    let program = |work: &str, before: &str| {
        format!(
            "import threading\n{before}\ndef work(me):\n{}\n\
             threads = [threading.Thread(target=work, args=(me,)) for me in range(2)]\n\
             for thread in threads:\n    thread.start()\nfor thread in threads:\n    thread.join()\n",
            work.lines().map(|line| format!("    {line}\n")).collect::<String>()
        )
    };
    let outcomes = |source: &str, outcome: &str| {
        let (_, text) = explore(&["--outcome", outcome, "--json"], source);
        let json: Json = serde_json::from_str(&text).expect("JSON");
        let mut values: Vec<String> = json["outcomes"]
            .as_array()
            .expect("outcomes")
            .iter()
            .map(|found| {
                format!(
                    "{} {}",
                    found["verdict"].as_str().unwrap_or("?"),
                    found["value"].as_str().unwrap_or("?")
                )
            })
            .collect();
        values.sort();
        values.join(", ")
    };
    // A trylock reads the lock's state.
    let source =
        program("if lock.acquire(blocking=False):\n    got.append(me)", "lock = threading.Lock()\ngot = []");
    assert_eq!(outcomes(&source, "got"), "passes [0], passes [1]");
    let source =
        program("if lock.acquire(timeout=1):\n    got.append(me)", "lock = threading.Lock()\ngot = []");
    assert_eq!(outcomes(&source, "got"), "passes [0], passes [1]");
    let source = program(
        "if me == 0:\n    with lock:\n        pass\nelse:\n    seen.append(lock.locked())",
        "lock = threading.Lock()\nseen = []",
    );
    assert_eq!(outcomes(&source, "seen"), "passes [False], passes [True]");
    // A notify with nobody waiting conflicts with the wait behind it.
    let source = program(
        "with condition:\n    if me == 0:\n        condition.wait()\n    else:\n        condition.notify()",
        "condition = threading.Condition()",
    );
    assert_eq!(outcomes(&source, "0"), "deadlocks 0, passes 0");
    // Two who spin for each other's sake come to an end if the other can end it.
    let source = program(
        "global go\nif me == 0:\n    while not go:\n        pass\nelse:\n    go = True",
        "go = False",
    );
    assert_eq!(outcomes(&source, "go"), "passes True");
}

/// On the virtual clock who sleeps longer comes later; otherwise a sleep promises nothing. Who sleeps as long comes in any
/// order.
#[test]
fn what_a_sleep_promises() {
    let source = |second: &str| {
        format!(
            "import threading, time\nwoke = []\ndef nap(me, seconds):\n    time.sleep(seconds)\n    woke.append(me)\n\
             threads = [threading.Thread(target=nap, args=(0, 0.1)), threading.Thread(target=nap, args=(1, {second}))]\n\
             for thread in threads:\n    thread.start()\nfor thread in threads:\n    thread.join()\n"
        )
    };
    let orders = |time: &str, second: &str| {
        let (status, text) = explore(&["--time", time, "--outcome", "woke", "--json"], &source(second));
        assert_eq!(status, 0, "{text}");
        let json: Json = serde_json::from_str(&text).expect("JSON");
        json["outcomes"].as_array().expect("outcomes").len()
    };
    assert_eq!(orders("virtual", "0.2"), 1);
    assert_eq!(orders("virtual", "0.1"), 2);
    assert_eq!(orders("any", "0.2"), 2);
}

/// What is too large is not proved: runs by chance show what can happen, and how often.
#[test]
fn what_is_too_large_is_sampled() {
    let source = LOST.replace("balance += amount", "for _ in range(20):\n        balance += amount");
    let arguments = ["--outcome", "balance", "--max-states", "200", "--json"];
    let (status, text) = explore(&arguments, &source);
    let json: Json = serde_json::from_str(&text).expect("JSON");
    assert_eq!((status, &json["proved"], &json["schedules"]), (4, &Json::Bool(false), &Json::Null));
    let runs = json["sampled"]["runs"].as_u64().expect("runs");
    let seen = json["sampled"]["outcomes"].as_array().expect("outcomes");
    assert!(runs >= 50 && seen.len() > 10, "{text}");
    assert_eq!(explore(&arguments, &source).1, text, "chance is drawn from the seed");
    let failing = explore(&["--expect", "balance == 4030", "--max-states", "200", "--json"], &source);
    let json: Json = serde_json::from_str(&failing.1).expect("JSON");
    assert_eq!((failing.0, json["verdict"].as_str()), (1, Some("fails")));
}

/// A pool's workers that say who they are can each take any task.
#[test]
fn workers_that_know_who_they_are() {
    let source = "from concurrent.futures import ThreadPoolExecutor\nimport threading\ntook = {}\n\
                  def work(task):\n    took[task] = threading.current_thread().name[-1]\n\
                  with ThreadPoolExecutor(max_workers=2) as pool:\n    pool.submit(work, 'a')\n    pool.submit(work, 'b')\n";
    let (_, text) = explore(&["--outcome", "sorted(took.items())", "--json"], source);
    let json: Json = serde_json::from_str(&text).expect("JSON");
    let values = json["outcomes"].as_array().expect("outcomes").len();
    // Both by the first worker, one by each, the other way round.
    assert!(values >= 3, "{text}");
}
