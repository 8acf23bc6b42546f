//! Writes the library's modules into a folder, each in the file that a page looks for: `interleave-library FOLDER`.

use std::path::Path;
use std::process::ExitCode;
use std::{env, fs, io};

use interleave_library::MODULES;

fn main() -> ExitCode {
    let Some(folder) = env::args().nth(1) else {
        eprintln!("usage: interleave-library FOLDER");
        return ExitCode::from(2);
    };
    match write(Path::new(&folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(wrong) => {
            eprintln!("{folder}: {wrong}");
            ExitCode::FAILURE
        }
    }
}

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
