//! The corpus: every program with a `.dis` beside it compiles to CPython 3.13's instructions, in the plain form.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use interleave_vm::plain::plain;
use interleave_vm::{Diagnostic, compile};

fn programs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/programs")
}

/// Every program below a folder that has a golden, in order.
fn with_golden(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.expect("a folder of the corpus can be listed").path())
        .collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            with_golden(&path, found);
        } else if path.extension().is_some_and(|end| end == "py") && path.with_extension("dis").exists() {
            found.push(path);
        }
    }
}

fn messages(diagnostics: &[Diagnostic]) -> String {
    diagnostics.iter().map(|d| format!("  {}:{}: {}\n", d.span.line, d.span.column, d.message)).collect()
}

/// The first line in which two texts differ, with the lines around it.
fn difference(ours: &str, golden: &str) -> String {
    let ours: Vec<&str> = ours.lines().collect();
    let golden: Vec<&str> = golden.lines().collect();
    let at = (0..).find(|at| ours.get(*at) != golden.get(*at)).unwrap_or(0);
    let excerpt = |lines: &[&str]| {
        let from = at.saturating_sub(3).min(lines.len());
        let to = (at + 4).min(lines.len());
        lines[from..to].iter().fold(String::new(), |mut text, line| {
            let _ = writeln!(text, "    | {line}");
            text
        })
    };
    format!("  from line {}:\n  ours:\n{}  CPython:\n{}", at + 1, excerpt(&ours), excerpt(&golden))
}

#[test]
fn corpus_compiles_to_cpythons_instructions() {
    let mut paths = Vec::new();
    with_golden(&programs(), &mut paths);
    assert!(paths.len() >= 60, "the corpus has only {} programs with a .dis", paths.len());
    let mut report = String::new();
    let mut failures = 0;
    for path in &paths {
        let source = std::fs::read_to_string(path).expect("a program of the corpus is text");
        let golden = std::fs::read_to_string(path.with_extension("dis")).expect("a golden is text");
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let problem = match compile(&source, &name) {
            Ok(compiled) => {
                let ours = plain(&compiled.code);
                if ours == golden { continue } else { difference(&ours, &golden) }
            }
            Err(diagnostics) => messages(&diagnostics),
        };
        failures += 1;
        let _ = writeln!(report, "{}\n{problem}", path.display());
    }
    assert!(failures == 0, "{failures} of {} programs differ:\n{report}", paths.len());
}
