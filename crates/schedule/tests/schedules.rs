//! Runs by schedules that are written out: who goes when, which schedules do not fit, how runs end.

use std::rc::Rc;

use expect_test::{Expect, expect};
use interleave_schedule::{
    Interactive, Interval, Progress, Random, RoundRobin, Runner, Schedule, Scheduler, SwitchPoint, Timeline,
    Verdict, thread_letter, waiting,
};
use interleave_vm::{Limits, Machine, Model, Program, Stream, ThreadId};

/// Two threads add 1 to a global twice each, without a lock.
const COUNTER: &str = "\
import threading

count = 0

def add():
    global count
    for _ in range(2):
        count += 1

threads = [threading.Thread(target=add) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(count)
";

const OPPOSITE: &str = "\
import threading

class Account:
    def __init__(self):
        self.lock = threading.Lock()

accounts = [Account(), Account()]

def transfer(a, b):
    with accounts[a].lock:
        with accounts[b].lock:
            pass

one = threading.Thread(target=transfer, args=(0, 1))
two = threading.Thread(target=transfer, args=(1, 0))
one.start()
two.start()
one.join()
two.join()
print('done')
";

fn compiled(source: &str) -> Rc<Program> {
    Program::compile(source, "test.py").unwrap()
}

fn run(source: &str, schedule: &str) -> Runner {
    let mut runner = Runner::new(&compiled(source), &schedule.parse().unwrap(), Limits::default());
    let _ = runner.finish();
    runner
}

fn misfit(source: &str, schedule: &str, expected: Expect) {
    let mut runner = Runner::new(&compiled(source), &schedule.parse().unwrap(), Limits::default());
    expected.assert_eq(&runner.finish().unwrap_err().to_string());
}

fn who_ran(runner: &Runner<impl Scheduler>) -> String {
    runner.segments().iter().map(|s| format!("{}{} ", thread_letter(s.thread), s.steps())).collect()
}

#[test]
fn an_interval_of_one_is_a_choice_at_every_step() {
    let mut asked = 0;
    let scheduler = Asking { asked: &mut asked, next: RoundRobin };
    let schedule = Schedule::seeded(0).with_interval(Interval::Steps(1));
    let machine = Machine::new(&compiled(COUNTER), 0, Limits::default());
    let mut runner = Runner::with_scheduler(machine, schedule, scheduler);
    assert_eq!(runner.finish(), Ok(Verdict::Ended));
    let steps = runner.machine().steps();
    drop(runner);
    assert_eq!(asked, steps);
}

/// Counts how often it is asked.
struct Asking<'a, S> {
    asked: &'a mut u64,
    next: S,
}

impl<S: Scheduler> Scheduler for Asking<'_, S> {
    fn choose(&mut self, at: &SwitchPoint<'_>) -> ThreadId {
        *self.asked += 1;
        self.next.choose(at)
    }
}

#[test]
fn round_robin_gives_each_thread_its_turn() {
    let schedule = Schedule::seeded(0).with_interval(Interval::Steps(1));
    let machine = Machine::new(&compiled(COUNTER), 0, Limits::default());
    let mut runner = Runner::with_scheduler(machine, schedule, RoundRobin);
    runner.finish().unwrap();
    expect!["M49 A1 M1 A1 M1 A1 M1 A1 M1 A1 M1 A1 M1 A1 M1 A1 M1 A1 B1 M1 A1 B1 M1 A1 B1 M1 A1 B1 M1 A1 B1 M1 A1 B1 M1 A1 B1 M1 A1 B1 M1 A1 B1 M1 A1 B1 M1 A1 B1 A1 B1 A1 B1 M1 B1 M1 B1 M1 B1 M1 B1 M1 B1 M1 B1 M1 B1 M1 B1 M12 "].assert_eq(&who_ran(&runner));
    // A is ahead by 9 steps. It adds its first 1 (steps 8 to 11 of each); B reads that 1 just before A's second step of
    // adding is written, and hides it: 3 of the 4 are left.
    assert_eq!(runner.machine().text(Stream::Out), "3\n");
}

#[test]
fn a_person_can_let_a_thread_go() {
    let schedule = Schedule::seeded(0).with_interval(Interval::Steps(1));
    let machine = Machine::new(&compiled(COUNTER), 0, Limits::default());
    let mut runner = Runner::with_scheduler(machine, schedule, Interactive::new(Random::new(0)));
    while runner.machine().threads().len() < 3 {
        assert_eq!(runner.advance(1), Ok(Progress::Running));
    }
    for thread in [1, 2, 2, 1, 0] {
        let chosen = ThreadId(thread);
        let before = runner.machine().steps();
        runner.scheduler_mut().next(chosen);
        assert_eq!(runner.advance(1), Ok(Progress::Running));
        let last = runner.segments().get(runner.segments().len() - 1).unwrap();
        assert_eq!((last.thread, last.to), (chosen, before + 1));
    }
    // A thread that does not exist is not chosen, and nothing breaks.
    runner.scheduler_mut().next(ThreadId(9));
    assert_eq!(runner.finish(), Ok(Verdict::Ended));
}

#[test]
fn different_seeds_are_different_runs() {
    let mut seen = std::collections::BTreeMap::<String, u32>::new();
    for seed in 0..200 {
        *seen.entry(run(COUNTER, &format!("1i2s{seed}")).machine().text(Stream::Out)).or_default() += 1;
    }
    expect![[r#"{"2\n": 20, "3\n": 85, "4\n": 95}"#]].assert_eq(&format!("{seen:?}"));
}

#[test]
fn with_its_gil_cpython_loses_no_update_here() {
    for seed in 0..200 {
        assert_eq!(run(COUNTER, &format!("1gi1s{seed}")).machine().text(Stream::Out), "4\n", "seed {seed}");
    }
}

/// CPython 3.9, which looks for other threads before any instruction, loses updates here; 3.11 to 3.13, which look at
/// calls and backward jumps, never do.
#[test]
fn four_threads_of_a_thousand_unlocked_increments_lose_some_before_any_instruction_and_none_under_the_gil() {
    let source = COUNTER.replace("in range(2):", "in range(1000):").replace("in range(2)]", "in range(4)]");
    let loses = |schedule: String| run(&source, &schedule).machine().text(Stream::Out) != "4000\n";
    assert_eq!((0..200).filter(|seed| loses(format!("1gi3s{seed}"))).count(), 0);
    assert_eq!((0..50).filter(|seed| loses(format!("1i3s{seed}"))).count(), 50);
}

#[test]
fn how_runs_end() {
    let said = |source: &str, limits| {
        let mut runner = Runner::new(&compiled(source), &Schedule::seeded(1), limits);
        runner.finish().unwrap()
    };
    let limits = Limits { steps: 5_000, ..Limits::default() };
    assert_eq!(said("print(1)", limits), Verdict::Ended);
    assert_eq!(said("print(x)", limits), Verdict::Raised);
    assert_eq!(said("while True: pass", limits).to_string(), "limit reached");
    assert_eq!(
        said("import threading\nl = threading.Lock()\nl.acquire()\nl.acquire()", limits).to_string(),
        "deadlocked"
    );
    let in_thread =
        "import threading\ndef f(): raise ValueError\nt = threading.Thread(target=f)\nt.start()\nt.join()";
    assert_eq!(said(in_thread, limits), Verdict::Ended);
}

#[test]
fn a_deadlock_says_who_waits_for_whom() {
    let deadlocked = (0..500)
        .map(|seed| run(OPPOSITE, &format!("1i3s{seed}")))
        .find(|runner| matches!(runner.verdict(), Some(Verdict::Deadlocked(_))));
    let runner = deadlocked.expect("of 500 schedules, none deadlocks");
    let Some(Verdict::Deadlocked(waits)) = runner.verdict() else { unreachable!() };
    let said: Vec<_> = waits.iter().map(|wait| waiting::in_words(runner.machine(), wait)).collect();
    expect![[r#"
        Thread M (MainThread) waits for thread A (Thread-1 (transfer)) to end.
        Thread A (Thread-1 (transfer)) waits for the lock `accounts[1].lock`, held by thread B.
        Thread B (Thread-2 (transfer)) waits for the lock `accounts[0].lock`, held by thread A."#]]
    .assert_eq(&said.join("\n"));
    assert_eq!(waiting::ring(waits), Some(vec![ThreadId(1), ThreadId(2)]));
}

#[test]
fn a_schedule_that_does_not_fit_says_where_and_why() {
    misfit(
        "x = 1",
        "1s0.M1A5",
        expect!["decision 2 of the schedule does not fit: at step 1, thread A has not been started"],
    );
    misfit(
        "x = 1",
        "1s0.M500",
        expect![
            "decision 1 of the schedule does not fit: at step 4, thread M cannot go on, for the run is over"
        ],
    );
    misfit(
        "x = 1",
        "1s0.M1A",
        expect!["decision 2 of the schedule does not fit: at step 1, thread A has not been started"],
    );
    misfit(
        COUNTER,
        "1s0.M1000",
        expect!["decision 1 of the schedule does not fit: at step 67, thread M waits for another thread"],
    );
    misfit(
        "import time\ntime.sleep(1)\nprint(x)\n",
        "1s0.M400",
        expect![
            "decision 1 of the schedule does not fit: at step 14, thread M cannot go on, for the run is over"
        ],
    );
    misfit(
        "x = 1\nx = 2\nx = 3\nwhile x:\n    x -= 1\n",
        "1gs0.M3M9",
        expect![
            "decision 1 of the schedule does not fit: at step 3, thread M cannot be interrupted under the model gil; the next place is step 18"
        ],
    );
}

#[test]
fn a_timeline_shows_a_schedule_that_does_not_fit_as_far_as_it_does() {
    let program = compiled(COUNTER);
    let mut timeline = Timeline::new(&program, &"1s0.M20M9999".parse().unwrap(), Limits::default());
    let error = timeline.advance(u64::MAX).unwrap_err();
    assert_eq!(error.decision, Some(2));
    assert_eq!(timeline.advance(1), Err(error.clone()));
    assert_eq!(timeline.len(), error.step);
    assert_eq!(timeline.seek(u64::MAX).steps(), error.step);
    assert_eq!(timeline.verdict(), None);
}

#[test]
fn under_the_gil_a_thread_is_only_chosen_where_cpython_looks() {
    let program = compiled(COUNTER);
    let schedule = Schedule::seeded(3).with_model(Model::Gil).with_interval(Interval::Steps(1));
    let mut timeline = Timeline::record(&program, &schedule, Limits::default()).unwrap();
    let before = timeline.explicit_schedule();
    let refused = (0..timeline.len()).filter(|&place| {
        let thread = timeline.seek(place).runnable()[0];
        !timeline.is_switch_point(place) && timeline.truncate_and_choose(place, thread).is_err()
    });
    assert!(refused.count() > 10);
    assert_eq!(timeline.explicit_schedule(), before);
    let boundaries: Vec<_> = timeline.segments().iter().map(|segment| segment.to).collect();
    assert!(boundaries.iter().all(|&place| timeline.is_switch_point(place)));
}

#[test]
fn any_step_of_a_long_run_is_few_steps_away() {
    let program = compiled("x = 0\nwhile True:\n    x += 1\n");
    let limits = Limits { steps: 1_000_000, ..Limits::default() };
    let mut timeline = Timeline::record(&program, &Schedule::seeded(0), limits).unwrap();
    assert_eq!(timeline.len(), 1_000_000);
    // Even at a million steps a second that is a quarter of the 16 ms that a frame has.
    assert!(timeline.seek_cost() <= 4_096, "{}", timeline.seek_cost());
    for place in [999_999, 3, 262_145, 700_001, 1_000_000, 262_143, 0] {
        let mut machine = Machine::new(&program, 0, limits);
        if place > 0 {
            machine.run(ThreadId::MAIN, place, Model::Instruction).unwrap();
        }
        assert_eq!(
            (timeline.seek(place).steps(), timeline.machine().state_hash()),
            (place, machine.state_hash())
        );
    }
}
