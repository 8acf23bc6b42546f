//! Puts the library's modules beside a page, each in the file that the page looks for, and says which files programs need.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::ExitCode;
use std::{env, fs, io};

use interleave_library::{MODULES, find};

const USAGE: &str = "usage: interleave-library write FOLDER
       interleave-library files MODULE...";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["write", folder] => match write(Path::new(folder)) {
            Ok(()) => ExitCode::SUCCESS,
            Err(wrong) => {
                eprintln!("{folder}: {wrong}");
                ExitCode::FAILURE
            }
        },
        ["files", ref modules @ ..] => {
            files(modules).iter().for_each(|file| println!("{file}"));
            ExitCode::SUCCESS
        }
        _ => {
            eprintln!("{USAGE}");
            ExitCode::from(2)
        }
    }
}

/// Writes every module that has a text.
fn write(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    for module in MODULES {
        match module.text() {
            Some("") => {}
            Some(text) => fs::write(folder.join(module.file), text)?,
            None => return Err(io::Error::other("this command was built without the text of the library")),
        }
    }
    Ok(())
}

/// The files of modules, and of those that they need. A name that is no module's is passed over.
fn files(modules: &[&str]) -> BTreeSet<&'static str> {
    let named = modules.iter().filter_map(|name| find(name));
    let needed = named.clone().flat_map(|module| module.needs).filter_map(|name| find(name));
    named.chain(needed).map(|module| module.file).filter(|file| !file.is_empty()).collect()
}
