//! Writes down which programs there are, so that tests have them in a browser too, where there are no files.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

fn main() -> io::Result<()> {
    let manifest = PathBuf::from(variable("CARGO_MANIFEST_DIR")?);
    let programs = manifest.join("../../tests/programs").canonicalize()?;
    println!("cargo::rerun-if-changed={}", programs.display());

    let mut paths = Vec::new();
    collect(&programs, &mut paths)?;
    paths.sort();

    let mut table = String::from("&[\n");
    for path in paths {
        let relative = path.strip_prefix(&programs).map_err(io::Error::other)?;
        let name = relative.with_extension("").to_string_lossy().replace('\\', "/");
        let read = |extension: &str| {
            let file = path.with_extension(extension);
            let text = || format!("Some(include_str!({:?}))", file.display().to_string());
            if file.exists() { text() } else { "None".into() }
        };
        let source = format!("include_str!({:?})", path.display().to_string());
        let [out, err, status, dis] = ["out", "err", "status", "dis"].map(read);
        writeln!(
            table,
            "Files {{ name: {name:?}, source: {source}, out: {out}, err: {err}, status: {status}, dis: {dis} }},"
        )
        .map_err(io::Error::other)?;
    }
    table.push(']');
    fs::write(Path::new(&variable("OUT_DIR")?).join("files.rs"), table)
}

fn variable(name: &str) -> io::Result<String> {
    std::env::var(name).map_err(io::Error::other)
}

/// The programs in the folders of a folder; what lies in the folder itself are tools.
fn collect(programs: &Path, paths: &mut Vec<PathBuf>) -> io::Result<()> {
    for folder in fs::read_dir(programs)? {
        let folder = folder?.path();
        if !folder.is_dir() {
            continue;
        }
        println!("cargo::rerun-if-changed={}", folder.display());
        for file in fs::read_dir(folder)? {
            let file = file?.path();
            if file.extension().is_some_and(|extension| extension == "py") {
                paths.push(file);
            }
        }
    }
    Ok(())
}
