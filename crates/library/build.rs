//! Reads `library.toml` and `python/`, and writes the tables that `src/lib.rs` includes.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Library {
    builtins: Vec<String>,
    modules: BTreeMap<String, Vec<String>>,
}

fn main() {
    let folder = variable("CARGO_MANIFEST_DIR");
    let folder = Path::new(&folder);
    println!("cargo::rerun-if-changed={}", folder.join("library.toml").display());
    println!("cargo::rerun-if-changed={}", folder.join("python").display());
    let library: Library =
        toml::from_str(&read(&folder.join("library.toml"))).expect("library.toml is as it should be");
    let text = |parts: &Vec<String>| -> String {
        parts.iter().map(|part| read(&folder.join("python").join(part))).collect()
    };
    let texts: BTreeMap<&str, String> =
        library.modules.iter().map(|(name, parts)| (name.as_str(), text(parts))).collect();
    let mut table =
        String::from("/// The modules, in the order of their names.\npub static MODULES: &[Module] = &[\n");
    for (name, text) in &texts {
        table += &row(name, text, &needs(name, &texts));
    }
    table += "];\n\n/// The parts of `builtins`, which every program needs; none without the feature `embedded`.\n";
    let builtins = library.builtins.iter().filter(|_| is_embedded());
    let builtins: Vec<String> = builtins.map(|part| read(&folder.join("python").join(part))).collect();
    let _ = writeln!(table, "pub static BUILTINS: &[&str] = &{builtins:?};");
    let out = Path::new(&variable("OUT_DIR")).join("library.rs");
    fs::write(out, table).expect("OUT_DIR can be written to");
}

fn variable(name: &str) -> String {
    env::var(name).unwrap_or_else(|_| panic!("Cargo sets {name}"))
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|wrong| panic!("{}: {wrong}", file.display()))
}

/// The Rust that is a module's row in the table.
fn row(name: &str, text: &str, needs: &[&str]) -> String {
    let text = if text.is_empty() || is_embedded() { Some(text) } else { None };
    format!("    Module {{ name: {name:?}, needs: &{needs:?}, text: {text:?} }},\n")
}

fn is_embedded() -> bool {
    env::var_os("CARGO_FEATURE_EMBEDDED").is_some()
}

/// The modules that a module cannot be without: those that it imports, their packages, and what these need.
fn needs<'a>(name: &str, texts: &'a BTreeMap<&str, String>) -> Vec<&'a str> {
    let mut needs = BTreeSet::new();
    let mut open = imports(name, texts);
    while let Some(next) = open.pop() {
        if next != name && needs.insert(next) {
            open.extend(imports(next, texts));
        }
    }
    needs.into_iter().collect()
}

/// The modules of the library that a module imports, and the package that it is in. The library has one import a line;
/// a test of the machine's holds what is found here to what the compiler finds.
fn imports<'a>(name: &str, texts: &'a BTreeMap<&str, String>) -> Vec<&'a str> {
    let mut found: Vec<String> =
        name.rsplit_once('.').map(|(package, _)| package.to_string()).into_iter().collect();
    for line in texts.get(name).map_or("", String::as_str).lines() {
        if let Some((module, names)) =
            line.trim_start().strip_prefix("from ").and_then(|rest| rest.split_once(" import "))
        {
            found.extend(
                names
                    .split(", ")
                    .map(|inner| format!("{module}.{}", inner.split(' ').next().unwrap_or(inner))),
            );
            found.push(module.to_string());
        } else if let Some(modules) = line.trim_start().strip_prefix("import ") {
            found.extend(
                modules.split(", ").filter_map(|module| module.split(' ').next()).map(str::to_string),
            );
        }
    }
    let packages: Vec<String> = found
        .iter()
        .filter_map(|name| name.rsplit_once('.'))
        .map(|(package, _)| package.to_string())
        .collect();
    found.extend(packages);
    found.iter().filter_map(|name| texts.get_key_value(name.as_str())).map(|(&name, _)| name).collect()
}
