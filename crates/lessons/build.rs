//! Reads every `lessons/*/lesson.toml` and writes what it says as the table that `src/lib.rs` includes.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Lesson {
    title: String,
    part: String,
    order: u32,
    look_for: String,
    programs: Vec<Program>,
    sum: Option<Sum>,
    presets: Vec<Preset>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Program {
    name: String,
    file: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sum {
    label: String,
    of: Vec<String>,
    expected: i64,
    #[serde(default)]
    when: When,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "lowercase")]
enum When {
    #[default]
    Always,
    End,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Preset {
    name: String,
    schedule: String,
    program: Option<String>,
    output: Option<String>,
}

fn main() {
    let folder = Path::new(&variable("CARGO_MANIFEST_DIR")).join("../../lessons");
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut lessons: Vec<(u32, String)> = lesson_files(&folder)
        .iter()
        .map(|file| table_row(file).unwrap_or_else(|wrong| panic!("{}: {wrong}", file.display())))
        .collect();
    lessons.sort();
    let rows: String = lessons.into_iter().map(|(_, row)| row).collect();
    let table = Path::new(&variable("OUT_DIR")).join("lessons.rs");
    fs::write(table, format!("&[{rows}]")).expect("OUT_DIR can be written to");
}

fn variable(name: &str) -> String {
    env::var(name).unwrap_or_else(|_| panic!("Cargo sets {name}"))
}

fn lesson_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("there is a folder of lessons");
    entries
        .map(|entry| entry.expect("it can be read").path().join("lesson.toml"))
        .filter(|f| f.exists())
        .collect()
}

/// A lesson's place, and the Rust that is its row in the table.
fn table_row(file: &Path) -> Result<(u32, String), String> {
    let folder = file.parent().ok_or("it has no folder")?;
    let id = folder.file_name().and_then(|name| name.to_str()).ok_or("its folder's name is no text")?;
    let text = fs::read_to_string(file).map_err(|wrong| wrong.to_string())?;
    let lesson: Lesson = toml::from_str(&text).map_err(|wrong| wrong.to_string())?;
    let Lesson { title, part, order, look_for, .. } = &lesson;
    if lesson.programs.is_empty() || lesson.presets.is_empty() {
        return Err("a lesson has at least one program and one preset".into());
    }
    let programs = programs(folder, &lesson.programs)?;
    let sum = sum(lesson.sum.as_ref());
    let presets = presets(&lesson)?;
    let row = format!(
        "Lesson {{ id: {id:?}, title: {title:?}, part: {part:?}, look_for: {look_for:?}, \
         programs: &[{programs}], sum: {sum}, presets: &[{presets}] }},\n"
    );
    Ok((*order, row))
}

fn programs(folder: &Path, programs: &[Program]) -> Result<String, String> {
    let mut rows = String::new();
    for Program { name, file } in programs {
        let path = folder.join(file);
        let source = fs::read_to_string(&path).map_err(|wrong| format!("{file}: {wrong}"))?;
        let _ = write!(rows, "Program {{ name: {name:?}, file: {file:?}, source: {source:?} }},");
    }
    Ok(rows)
}

fn sum(sum: Option<&Sum>) -> String {
    let Some(Sum { label, of, expected, when }) = sum else { return "None".into() };
    let at_end = matches!(when, When::End);
    format!("Some(Sum {{ label: {label:?}, of: &{of:?}, expected: {expected}, at_end: {at_end} }})")
}

fn presets(lesson: &Lesson) -> Result<String, String> {
    let mut rows = String::new();
    for Preset { name, schedule, program, output } in &lesson.presets {
        let program = match program {
            None => 0,
            Some(wanted) => lesson
                .programs
                .iter()
                .position(|program| program.name == *wanted)
                .ok_or(format!("preset {name:?}: there is no program {wanted:?}"))?,
        };
        let _ = write!(
            rows,
            "Preset {{ name: {name:?}, schedule: {schedule:?}, program: {program}, output: {output:?} }},"
        );
    }
    Ok(rows)
}
