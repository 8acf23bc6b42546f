//! Every goal of a lesson can be reached in as many moves as it says, and in no fewer: all moves are tried.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;

use interleave::run::{Chosen, Run};
use interleave::state::{Action, State};
use interleave_lessons::{Goal, LESSONS, Lesson};
use interleave_schedule::{Decision, Schedule};
use interleave_vm::{KeyBase, KeyParts, Limits, Machine, Program, ThreadId};

/// No program of a lesson starts more threads.
const THREADS: u16 = 12;

/// The fewest moves from the first choice to each of the goals that a lesson has for a program, by trying all; none if no
/// moves lead there.
fn fewest(lesson: &'static Lesson, program: usize, goals: &[&Goal]) -> Vec<Option<usize>> {
    let mut fewest = vec![None; goals.len()];
    let state = State::open(lesson).after(Action::Program(program));
    let start = state.start_of_task().expect("the lesson has a goal for it");
    let program = &lesson.programs[program];
    let program = Program::compile(program.source, program.file).expect("it compiles");
    let run = |Chosen { schedule, .. }: &Chosen| {
        let mut run = Run::new(&program, schedule, lesson.sum);
        run.advance(u64::MAX);
        run
    };
    let first = Run::new(&program, &start, lesson.sum).with_schedule(&start).first_choice();
    // Two orders of what commutes lead to one state, at different times.
    let mut begin = Machine::new(&program, start.seed, Limits::default());
    follow(&mut begin, &first.schedule);
    begin.begin_search();
    let base = KeyBase::new(&begin);
    let parts = KeyParts { output: true, ..KeyParts::default() };
    let key = |place: &Chosen| {
        let mut machine = begin.clone();
        follow(&mut machine, &place.schedule);
        machine.search_key(&base, parts)
    };
    let mut met = BTreeSet::from([key(&first)]);
    let mut frontier = vec![first];
    for moves in 0.. {
        let mut runs: Vec<_> = frontier.iter().map(|place| (run(place), place.step)).collect();
        for (run, step) in runs.iter_mut().filter(|_| moves > 0) {
            let scene = run.scene(*step);
            for (goal, fewest) in goals.iter().zip(&mut fewest) {
                if fewest.is_none() && run.reaches(&goal.reach, &scene) {
                    *fewest = Some(moves);
                }
            }
        }
        if fewest.iter().all(Option::is_some) {
            break;
        }
        let mut next = Vec::new();
        for (run, step) in &mut runs {
            let moved = (0..THREADS).filter_map(|thread| run.let_go(*step, ThreadId(thread)));
            next.extend(moved.filter(|moved| met.insert(key(moved))));
        }
        if next.is_empty() {
            break;
        }
        frontier = next;
    }
    fewest
}

/// Goes on with a machine up to where the decisions of a schedule end.
fn follow(machine: &mut Machine, schedule: &Schedule) {
    let mut made = 0;
    for Decision { thread, steps } in &schedule.decisions {
        for _ in 0..steps.get() {
            made += 1;
            if made > machine.steps() {
                machine.step(*thread).expect("it can go on");
            }
        }
    }
}

#[test]
fn goals_are_reached_in_as_many_moves_as_they_say() {
    for lesson in LESSONS {
        for program in 0..lesson.programs.len() {
            let goals: Vec<_> = lesson.goals.iter().filter(|goal| goal.program == program).collect();
            if !goals.is_empty() {
                let said: Vec<_> = goals.iter().map(|goal| Some(goal.moves)).collect();
                assert_eq!(fewest(lesson, program, &goals), said, "{}", lesson.id);
            }
        }
    }
}

#[test]
fn goals_of_one_program_become_harder() {
    for goals in LESSONS.iter().map(|lesson| lesson.goals) {
        let ordered = |pair: &[Goal]| pair[0].program != pair[1].program || pair[0].moves <= pair[1].moves;
        assert!(goals.windows(2).all(ordered));
    }
}
