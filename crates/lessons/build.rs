//! Reads every `lessons/*/lesson.toml` and writes what it says as the tables that `src/lib.rs` includes.

#[path = "build/format.rs"]
mod format;
#[path = "build/table.rs"]
mod table;

use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    let folder = Path::new(&variable("CARGO_MANIFEST_DIR")).join("../../lessons");
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut lessons: Vec<(u32, [String; 2])> = lesson_files(&folder)
        .iter()
        .map(|file| row_of(file).unwrap_or_else(|wrong| panic!("{}: {wrong}", file.display())))
        .collect();
    lessons.sort();
    for (index, table) in ["lessons.rs", "checks.rs"].into_iter().enumerate() {
        let rows: String = lessons.iter().map(|(_, rows)| rows[index].as_str()).collect();
        let file = Path::new(&variable("OUT_DIR")).join(table);
        fs::write(file, format!("&[{rows}]")).expect("OUT_DIR can be written to");
    }
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

/// A lesson's place, and the Rust that is its row in each of the tables.
fn row_of(file: &Path) -> Result<(u32, [String; 2]), String> {
    let folder = file.parent().ok_or("it has no folder")?;
    let id = folder.file_name().and_then(|name| name.to_str()).ok_or("its folder's name is no text")?;
    let text = fs::read_to_string(file).map_err(|wrong| wrong.to_string())?;
    let lesson: format::Lesson = toml::from_str(&text).map_err(|wrong| wrong.to_string())?;
    if lesson.programs.is_empty() || lesson.presets.is_empty() {
        return Err("a lesson has at least one program and one preset".into());
    }
    Ok((lesson.order, [table::row(id, folder, &lesson)?, table::checks(&lesson)?]))
}
