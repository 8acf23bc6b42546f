//! Compiles the library and the lessons' programs, and writes the tables that `src/lib.rs` includes.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::{env, fs};

use interleave_lessons::{LESSONS, Lesson};
use interleave_library::MODULES;
use interleave_vm::{Program, marshal};
use xxhash_rust::xxh3::xxh3_64;

fn main() {
    // What is compiled is part of this very command: another library or lesson makes another command.
    println!("cargo::rerun-if-changed=build.rs");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("Cargo sets OUT_DIR"));
    let builtins = marshal::builtins();
    fs::write(out.join("builtins"), &builtins).expect("OUT_DIR can be written to");
    let mut tables = String::from(
        "/// The modules that there is code of, in the order of their names.\npub static MODULES: &[Module] = &[\n",
    );
    for module in MODULES.iter().filter(|module| module.text() != Some("")) {
        let code = marshal::module(&builtins, module).expect("code");
        let file = file(&out, module.name, &code);
        let _ = writeln!(tables, "    Module {{ name: {:?}, file: {file} }},", module.name);
    }
    tables += "];\n\n/// The lessons.\npub static LESSONS: &[Lesson] = &[\n";
    for lesson in LESSONS {
        let programs = programs(lesson);
        let code = marshal::programs(&builtins, &programs).expect("code");
        let file = file(&out, &format!("lesson-{}", lesson.id), &code);
        let imported = programs.iter().flat_map(|program| program.imports());
        let imported: BTreeSet<_> = imported.map(|module| module.name).collect();
        let imports: Vec<_> = imported.into_iter().collect();
        let _ =
            writeln!(tables, "    Lesson {{ id: {:?}, imports: &{imports:?}, file: {file} }},", lesson.id);
    }
    tables += "];\n";
    fs::write(out.join("tables.rs"), tables).expect("OUT_DIR can be written to");
}

fn programs(lesson: &Lesson) -> Vec<Rc<Program>> {
    let compile = |program: &interleave_lessons::Program| match Program::compile(program.source, program.file)
    {
        Ok(compiled) => compiled,
        Err(diagnostics) => panic!("{}: {}: {diagnostics:?}", lesson.id, program.file),
    };
    lesson.programs.iter().map(compile).collect()
}

/// Keeps code, and gives the Rust that is its file's row.
fn file(out: &Path, stem: &str, code: &[u8]) -> String {
    let kept = out.join(format!("{stem}.code"));
    fs::write(&kept, code).expect("OUT_DIR can be written to");
    let is_embedded = env::var_os("CARGO_FEATURE_EMBEDDED").is_some();
    let hash = xxh3_64(code);
    let code = if is_embedded { format!("Some(include_bytes!({kept:?}))") } else { "None".into() };
    format!("File {{ stem: {stem:?}, hash: {hash:#x}, code: {code} }}")
}
