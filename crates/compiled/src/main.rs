//! Puts code beside a page, each file where the page looks for it, and says which files modules and lessons need.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::ExitCode;
use std::{env, fs, io};

use interleave_compiled::{File, LESSONS, MODULES, files};

const USAGE: &str = "usage: interleave-compiled write FOLDER
       interleave-compiled files MODULE-OR-LESSON...";

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
        ["files", ref names @ ..] => {
            // A name of neither is passed over.
            let needed: BTreeSet<_> = names.iter().flat_map(|name| files(name)).map(File::name).collect();
            needed.iter().for_each(|file| println!("{file}"));
            ExitCode::SUCCESS
        }
        _ => {
            eprintln!("{USAGE}");
            ExitCode::from(2)
        }
    }
}

/// Writes every file.
fn write(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let modules = MODULES.iter().map(|module| &module.file);
    for file in modules.chain(LESSONS.iter().map(|lesson| &lesson.file)) {
        let code = file.code().ok_or(io::Error::other("this command was built without the code"))?;
        fs::write(folder.join(file.name()), code)?;
    }
    Ok(())
}
