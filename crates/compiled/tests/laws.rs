//! Code that was written and read is the code that was compiled, and runs as it does.

use std::rc::Rc;

use interleave_compiled::{BUILTINS, File, LESSONS, MODULES, files};
use interleave_corpus::{program_named, programs};
use interleave_schedule::fingerprint::differences;
use interleave_vm::{Library, LibraryModule, Program, marshal};

fn module(name: &str) -> &'static LibraryModule {
    interleave_library::find(name).expect("a module")
}

/// A library of which only `builtins` is not compiled any more.
fn builtins() -> Library {
    let mut library = Library::default();
    library.give_builtins(BUILTINS).unwrap();
    library
}

/// A library of which nothing is compiled any more.
fn library() -> Library {
    let mut library = builtins();
    for compiled in MODULES {
        library.give(module(compiled.name), compiled.file.code().unwrap()).unwrap();
    }
    library
}

/// A program as it is read.
fn read(library: &Library, source: &str, file: &str) -> Option<Rc<Program>> {
    let compiled = Program::compile(source, file).ok()?;
    let mut library = library.clone();
    library.give_programs(&[source], &marshal::programs(BUILTINS, &[compiled]).unwrap()).unwrap();
    Program::compile_with(&library, source, file).ok()
}

#[test]
fn programs_are_read_as_they_were_compiled() {
    let of_lessons = interleave_lessons::LESSONS.iter().flat_map(|lesson| lesson.programs);
    let of_lessons = of_lessons.map(|program| (program.source, program.file.to_string()));
    let all = programs().into_iter().map(|program| (program.source, program.file())).chain(of_lessons);
    let mut count = 0;
    for (source, file) in all {
        let Ok(compiled) = Program::compile(source, &file) else { continue };
        let read = read(&builtins(), source, &file).unwrap();
        assert!(!Rc::ptr_eq(&compiled.code, &read.code));
        assert!(compiled.code == read.code, "{file}");
        assert_eq!(compiled.tokens(), read.tokens(), "{file}");
        let names =
            |program: &Program| program.imports().iter().map(|module| module.name).collect::<Vec<_>>();
        assert_eq!(names(&compiled), names(&read), "{file}");
        count += 1;
    }
    assert!(count > 200, "only {count} programs compile");
}

#[test]
fn a_thousand_runs_have_the_traces_that_they_have_when_compiled() {
    let library = library();
    let compiled = |name: &str| {
        let program = program_named(name)?;
        read(&library, program.source, &program.file())
    };
    let lines = include_str!("../../../tests/trace-hashes.txt");
    assert_eq!(lines.lines().count(), 1_000);
    assert_eq!(differences(lines, compiled), []);
}

#[test]
fn lessons_are_kept_with_what_they_import() {
    for lesson in interleave_lessons::LESSONS {
        let compiled = interleave_compiled::lesson(lesson.id).expect("it is compiled");
        let mut library = builtins();
        let sources: Vec<_> = lesson.programs.iter().map(|program| program.source).collect();
        library.give_programs(&sources, compiled.file.code().unwrap()).unwrap();
        for program in lesson.programs {
            let read = Program::compile_with(&library, program.source, program.file).unwrap();
            let imported =
                |module: &&LibraryModule| compiled.modules().any(|known| known.name == module.name);
            assert!(read.imports().iter().all(imported), "{}", lesson.id);
        }
        let names: Vec<_> = files(lesson.id).map(File::name).collect();
        assert!(names.contains(&compiled.file.name()) && names.len() > compiled.modules().count() / 2);
    }
    assert_eq!(LESSONS.len(), interleave_lessons::LESSONS.len());
    assert_eq!(files("nonsense").count(), 0);
}

#[test]
fn what_is_cut_off_is_refused() {
    for compiled in MODULES.iter().filter(|module| ["queue", "threading"].contains(&module.name)) {
        let code = compiled.file.code().unwrap();
        assert!(builtins().give(module(compiled.name), code).is_ok());
        let mut library = builtins();
        for end in 0..code.len() {
            assert!(library.give(module(compiled.name), &code[..end]).is_err(), "{end}");
        }
        let longer = [code, &[0]].concat();
        assert!(library.give(module(compiled.name), &longer).is_err());
    }
}

#[test]
fn what_is_damaged_is_read_or_refused() {
    for compiled in MODULES.iter().filter(|module| ["decimal", "queue"].contains(&module.name)) {
        let code = compiled.file.code().unwrap();
        assert!(compiled.file.is(code));
        let mut library = builtins();
        for place in 0..code.len() {
            for damage in [1, 0x80, 0xff] {
                let mut damaged = code.to_vec();
                damaged[place] ^= damage;
                assert!(!compiled.file.is(&damaged));
                let _ = library.give(module(compiled.name), &damaged);
            }
        }
    }
}

#[test]
fn other_things_are_no_code() {
    let mut library = builtins();
    for wrong in [&b""[..], b"<!DOCTYPE html>", &[1], &[1, 0], &[0; 100], &[255; 100]] {
        assert!(library.give(module("queue"), wrong).is_err(), "{wrong:?}");
        assert!(library.give_builtins(wrong).is_err(), "{wrong:?}");
        assert!(library.give_programs(&["pass"], wrong).is_err(), "{wrong:?}");
    }
    assert!(library.give_programs(&["pass"], BUILTINS).is_err());
}
