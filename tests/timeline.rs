//! The timeline of a long run is no heavier than its width allows, and shows more as one looks closer.
#![cfg(not(target_arch = "wasm32"))]

use interleave::run::Run;
use interleave::state::Zoom;
use interleave::view::{LanesView, stretch_of};
use interleave_schedule::Schedule;
use interleave_vm::Program;

const SOURCE: &str = "\
import threading
lock = threading.Lock()
count = 0
def work():
    global count
    for _ in range(2500):
        with lock:
            count += 1
threads = [threading.Thread(target=work) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
";

/// As wide as the timeline is on a large screen.
const WIDTH: f64 = 1_600.0;

fn made() -> (Run, u64) {
    let schedule: Schedule = "1i40s1".parse().expect("a schedule");
    let program = Program::compile(SOURCE, "program.py").expect("it compiles");
    let mut run = Run::new(&program, &schedule, None);
    let steps = run.advance(u64::MAX).steps;
    assert!(steps > 100_000, "{steps}");
    (run, steps)
}

fn weight(view: &LanesView) -> usize {
    let lanes = view.lanes.iter().flat_map(|lane| lane.paths.iter().map(|(_, path)| path.len()));
    let locks = view.locks.iter().flat_map(|lock| lock.paths.iter().map(|(_, path)| path.len()));
    lanes.chain(locks).sum::<usize>() + view.strand.len() + view.arrows.len()
}

#[test]
fn a_hundred_thousand_steps_are_drawn_in_columns() {
    let (run, steps) = made();
    let whole = run.lanes(0..steps, WIDTH, &[]);
    // A bar is some thirty characters; there are four lanes and a lock, each with no more than a bar a column.
    assert!(weight(&whole) < 5 * 1_600 * 32, "{}", weight(&whole));
    assert_eq!((whole.strand.as_str(), whole.arrows.as_str()), ("", ""));
    assert_eq!(whole.locks.iter().map(|lock| lock.name.as_str()).collect::<Vec<_>>(), ["lock"]);
}

#[test]
fn looking_closer_shows_switches_and_what_happens_before_what() {
    let (run, steps) = made();
    let close = run.lanes(stretch_of(Zoom(7), steps / 2, steps, WIDTH), WIDTH, &[]);
    assert!(!close.strand.is_empty() && !close.arrows.is_empty());
    assert!(weight(&close) < 20_000, "{}", weight(&close));
}

#[test]
fn the_switches_that_a_counterexample_needs_are_drawn_by_themselves() {
    let lesson = interleave_lessons::find("lost-update").expect("a lesson");
    let mut run = Run::of(&interleave::state::State::open(lesson)).expect("it compiles");
    let steps = run.advance(u64::MAX).steps;
    let switch = run.switch_after(run.switch_after(0));
    assert_eq!(run.lanes(0..steps, WIDTH, &[]).needed, "");
    let needed = run.lanes(0..steps, WIDTH, &[switch]).needed;
    assert!(needed.starts_with('M') && needed.contains('V'), "{needed}");
    assert_eq!(run.lanes(0..switch, WIDTH, &[switch]).needed, "", "it is not in sight");
}
