//! A lesson is opened, played and looked at without the parser and the compiler: its programs, and what they import, come
//! compiled.
#![cfg(all(not(target_arch = "wasm32"), debug_assertions))]

use interleave::chart::ChartView;
use interleave::run::Run;
use interleave_compiled::{BUILTINS, MODULES};
use interleave_lessons::{LESSONS, Lesson};
use interleave_schedule::Schedule;
use interleave_vm::compile::parsed;
use interleave_vm::{Library, Program};

/// How many steps are looked at with all that there is to see.
const LOOKS: usize = 12;

/// The library as a page has it once all has been fetched.
fn library(lesson: &Lesson) -> Library {
    let mut library = Library::default();
    library.give_builtins(BUILTINS).expect("code");
    for module in MODULES {
        let name = interleave_library::find(module.name).expect("a module");
        library.give(name, module.file.code().expect("it was built in")).expect("code");
    }
    let compiled = interleave_compiled::lesson(lesson.id).expect("a lesson");
    let sources: Vec<_> = lesson.programs.iter().map(|program| program.source).collect();
    library.give_programs(&sources, compiled.file.code().expect("it was built in")).expect("code");
    library
}

/// Plays a program of a lesson, and says how often something was parsed meanwhile.
fn play(library: &Library, lesson: &'static Lesson, program: usize, schedule: &Schedule) -> u64 {
    let before = parsed();
    let program = &lesson.programs[program];
    let program = Program::compile_with(library, program.source, program.file).expect("it runs");
    let mut run = Run::new(&program, schedule, lesson.sum);
    let steps = run.advance(u64::MAX).steps;
    for step in (0..=steps).step_by(steps as usize / LOOKS + 1).chain([steps]) {
        run.scene(step);
    }
    run.answer(&lesson.prediction);
    run.lanes(0..steps, 1_000.0, &[]);
    ChartView::of(library, lesson, schedule);
    parsed() - before
}

#[test]
fn lessons_are_played_without_the_parser() {
    let mut parsing = Vec::new();
    for lesson in LESSONS {
        let library = library(lesson);
        let opening: Schedule = lesson.opening().schedule.parse().expect("a schedule");
        for program in 0..lesson.programs.len() {
            let times = play(&library, lesson, program, &opening.clone().undecided());
            parsing.extend((times > 0).then(|| format!("{} {program}: {times}", lesson.id)));
        }
        for preset in lesson.presets {
            let times = play(&library, lesson, preset.program, &preset.schedule.parse().expect("a schedule"));
            parsing.extend((times > 0).then(|| format!("{}: {}: {times}", lesson.id, preset.name)));
        }
    }
    assert_eq!(parsing, [""; 0]);
}

#[test]
fn another_program_is_parsed() {
    let before = parsed();
    Program::compile("print(1)\n", "program.py").expect("it compiles");
    assert!(parsed() > before);
}
