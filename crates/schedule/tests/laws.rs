//! What holds for every program and every schedule, tried on programs of the corpus drawn at random.

use std::rc::Rc;

use interleave_corpus::{program_named, programs};
use interleave_schedule::{Interval, Progress, Runner, Schedule, SpanKind, Timeline, Trace};
use interleave_vm::{Limits, Machine, Model, Program};
use proptest::prelude::*;
use proptest::sample::Index;

const LIMITS: fn() -> Limits = || Limits { steps: 6_000, ..Limits::default() };

fn compiled(name: &str) -> Rc<Program> {
    let program = program_named(name).unwrap();
    Program::compile(program.source, &program.file()).unwrap_or_else(|d| panic!("{}: {d:?}", program.name))
}

/// A program by its name, which is all that a failure should print of it.
fn any_program() -> impl Strategy<Value = &'static str> {
    let all = programs();
    any::<Index>().prop_map(move |index| index.get(&all).name)
}

fn any_schedule() -> impl Strategy<Value = Schedule> {
    let interval = prop_oneof![Just(None), (1u64..4).prop_map(Some), (1u64..200).prop_map(Some),];
    (any::<u64>(), interval, any::<bool>()).prop_map(|(seed, interval, gil)| Schedule {
        interval: interval.map(Interval::Steps),
        model: if gil { Model::Gil } else { Model::Instruction },
        ..Schedule::seeded(seed)
    })
}

/// All that can be told from outside of where a machine is.
fn place(machine: &Machine) -> (u64, u64, u128) {
    (machine.steps(), machine.clock(), machine.state_hash())
}

fn finished(program: &Program, schedule: &Schedule) -> Runner {
    let mut runner = Runner::new(program, schedule, LIMITS());
    runner.finish().unwrap();
    runner
}

fn trace_hash(program: &Program, schedule: &Schedule) -> u64 {
    let mut runner = Runner::new(program, schedule, LIMITS());
    let trace = Trace::record(&mut runner).unwrap();
    trace.hash(runner.machine())
}

/// `PROPTEST_CASES` asks for more.
fn config() -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
    ProptestConfig { cases: asked.unwrap_or(100), failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_same_run_has_the_same_trace(program in any_program(), schedule in any_schedule()) {
        let program = compiled(program);
        let first = trace_hash(&program, &schedule);
        prop_assert_eq!(first, trace_hash(&compiled_again(&program), &schedule));
        let read: Schedule = schedule.to_string().parse().unwrap();
        prop_assert_eq!(first, trace_hash(&program, &read));
    }

    #[test]
    fn being_watched_changes_nothing(program in any_program(), schedule in any_schedule()) {
        let program = compiled(program);
        let alone = finished(&program, &schedule);
        let mut watched = Runner::new(&program, &schedule, LIMITS());
        let trace = Trace::record(&mut watched).unwrap();
        prop_assert_eq!(alone.segments(), watched.segments());
        prop_assert_eq!(alone.verdict(), watched.verdict());
        prop_assert_eq!(place(alone.machine()), place(watched.machine()));
        prop_assert_eq!(trace.steps.len() as u64, alone.machine().steps());
    }

    #[test]
    fn a_limit_is_reached_at_the_same_step_watched_or_not(
        program in any_program(),
        schedule in any_schedule(),
        steps in 1u64..4_000,
        work in 1u64..12_000,
    ) {
        let program = compiled(program);
        let limits = Limits { steps, work, ..Limits::default() };
        let mut alone = Runner::new(&program, &schedule, limits);
        let verdict = alone.finish().unwrap();
        let mut watched = Runner::new(&program, &schedule, limits);
        Trace::record(&mut watched).unwrap();
        prop_assert_eq!(Some(&verdict), watched.verdict());
        prop_assert_eq!(place(alone.machine()), place(watched.machine()));
    }

    #[test]
    fn where_a_run_is_cut_makes_no_difference(
        program in any_program(),
        schedule in any_schedule(),
        cuts in prop::collection::vec(1u64..300, 1..20),
    ) {
        let program = compiled(program);
        let uncut = finished(&program, &schedule);
        let mut cut = Runner::new(&program, &schedule, LIMITS());
        for steps in cuts.iter().cycle() {
            if cut.advance(*steps).unwrap() != Progress::Running {
                break;
            }
        }
        prop_assert_eq!(uncut.segments(), cut.segments());
        prop_assert_eq!(uncut.verdict(), cut.verdict());
        prop_assert_eq!(place(uncut.machine()), place(cut.machine()));
    }

    #[test]
    fn the_explicit_schedule_replays_the_run(program in any_program(), schedule in any_schedule()) {
        let program = compiled(program);
        let run = finished(&program, &schedule);
        let explicit: Schedule = run.explicit_schedule().to_string().parse().unwrap();
        prop_assert_eq!(explicit.decided_steps(), run.machine().steps());
        let replayed = finished(&program, &explicit);
        prop_assert_eq!(run.segments(), replayed.segments());
        prop_assert_eq!(run.verdict(), replayed.verdict());
        prop_assert_eq!(place(run.machine()), place(replayed.machine()));
        prop_assert_eq!(trace_hash(&program, &schedule), trace_hash(&program, &explicit));
    }

    #[test]
    fn seeking_is_running_from_the_start(
        program in any_program(),
        schedule in any_schedule(),
        places in prop::collection::vec(any::<Index>(), 1..12),
    ) {
        let program = compiled(program);
        let mut timeline = Timeline::record(&program, &schedule, LIMITS()).unwrap();
        let trace = Trace::record(&mut Runner::new(&program, &schedule, LIMITS())).unwrap();
        let len = timeline.len();
        prop_assert_eq!(len, trace.steps.len() as u64);
        for index in places {
            let to = index.index(len as usize + 1) as u64;
            let mut machine = Machine::new(&program, schedule.seed, LIMITS());
            for step in &trace.steps[..to as usize] {
                machine.step(step.thread).unwrap();
            }
            prop_assert_eq!(place(timeline.seek(to)), place(&machine));
            prop_assert!(timeline.seek(to).output().iter().eq(machine.output().iter()));
            if let Some(step) = trace.steps.get(to as usize) {
                let shown = timeline.step_at(to).unwrap();
                prop_assert_eq!(format!("{shown:?}"), format!("{step:?}"));
            }
        }
    }

    #[test]
    fn lanes_say_of_each_thread_what_it_did(program in any_program(), schedule in any_schedule()) {
        let program = compiled(program);
        let mut timeline = Timeline::record(&program, &schedule, LIMITS()).unwrap();
        let len = timeline.len();
        let lanes = timeline.lanes(0..len);
        for lane in &lanes {
            let mut at = 0;
            for span in &lane.spans {
                prop_assert_eq!(span.from, at);
                at = span.to;
            }
            prop_assert_eq!(at, len);
        }
        for step in (0..len).step_by(1 + len as usize / 40) {
            let runs = timeline.thread_at(step).unwrap();
            let machine = timeline.seek(step);
            for lane in &lanes {
                let kind = lane.spans.iter().find(|span| (span.from..span.to).contains(&step)).unwrap().kind;
                let expected = expected_kind(machine, lane.thread, runs);
                prop_assert_eq!(kind, expected, "thread {:?} at step {}", lane.thread, step);
            }
        }
        for middle in [0..len / 2, len / 3..len, len / 4..len / 2] {
            let part: u64 = timeline.lanes(middle.clone()).iter().flat_map(|l| &l.spans).map(|s| s.to - s.from).sum();
            prop_assert_eq!(part, (middle.end - middle.start) * lanes.len() as u64);
        }
    }

    #[test]
    fn a_chosen_thread_goes_and_the_new_run_is_what_its_schedule_says(
        program in any_program(),
        schedule in any_schedule(),
        choices in prop::collection::vec((any::<Index>(), any::<Index>()), 1..4),
    ) {
        let program = compiled(program);
        let mut timeline = Timeline::record(&program, &schedule, LIMITS()).unwrap();
        for (place, thread) in choices {
            let place = place.index(timeline.len() as usize) as u64;
            let runnable = timeline.seek(place).runnable();
            let thread = *thread.get(&runnable);
            if timeline.truncate_and_choose(place, thread).is_err() {
                prop_assert!(!timeline.is_switch_point(place));
                continue;
            }
            while timeline.advance(500).unwrap() == Progress::Running {}
            prop_assert_eq!(timeline.thread_at(place), Some(thread));
        }
        let read: Schedule = timeline.schedule().to_string().parse().unwrap();
        let mut again = Timeline::record(&program, &read, LIMITS()).unwrap();
        prop_assert_eq!(again.segments(), timeline.segments());
        prop_assert_eq!(again.verdict(), timeline.verdict());
        prop_assert_eq!(again.lanes(0..u64::MAX), timeline.lanes(0..u64::MAX));
        prop_assert_eq!(format!("{:?}", again.marks()), format!("{:?}", timeline.marks()));
        let len = timeline.len();
        prop_assert_eq!(place(again.seek(len)), place(timeline.seek(len)));
    }
}

fn expected_kind(
    machine: &Machine,
    thread: interleave_vm::ThreadId,
    runs: interleave_vm::ThreadId,
) -> SpanKind {
    use interleave_schedule::waiting::wait_of;
    use interleave_vm::Mode;
    if thread == runs {
        return SpanKind::Running;
    }
    if thread.index() >= machine.threads().len() {
        return SpanKind::NotStarted;
    }
    match (machine.mode(thread), wait_of(machine, thread)) {
        (Mode::Blocked, Some(wait)) => SpanKind::Blocked(wait),
        (Mode::Sleeping(_), Some(wait)) => SpanKind::Sleeping(wait),
        (Mode::Finished, _) => SpanKind::Finished,
        _ => SpanKind::Runnable,
    }
}

/// The same program, compiled anew: nothing is kept from one compilation to the next.
fn compiled_again(program: &Program) -> Rc<Program> {
    Program::compile(&program.source, &program.file).unwrap()
}
