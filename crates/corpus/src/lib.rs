//! The programs of `tests/programs` with what CPython 3.13 says about them; `tests/programs/README.md` says what is
//! what. They are in the test's binary, so that a browser's tests have them as well.

/// A program and what is known about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CorpusProgram {
    /// Its path in `tests/programs` without the `.py`, as in `races/lost_update`.
    pub name: &'static str,
    /// Its source.
    pub source: &'static str,
    /// What it says about itself.
    pub marks: Marks,
    /// What it writes to standard output; none if that depends on the schedule.
    pub out: Option<&'static str>,
    /// What it writes to standard error; empty if nothing, or if that depends on the schedule.
    pub err: &'static str,
    /// Its exit status; none if it does not end, or if that depends on the schedule.
    pub status: Option<i32>,
    /// Its instructions, in plain form.
    pub dis: &'static str,
}

/// What a program says about itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// What it prints depends on the schedule.
    pub nondeterministic: bool,
    /// It uses the database.
    pub needs_sqlmodel: bool,
    /// It ends in a deadlock.
    pub deadlock: bool,
}

impl CorpusProgram {
    /// The file's name without its folder, as tracebacks show it.
    pub fn file(&self) -> String {
        format!("{}.py", self.name.rsplit('/').next().unwrap_or(self.name))
    }

    /// The folder it is in.
    pub fn folder(&self) -> &'static str {
        self.name.split('/').next().unwrap_or(self.name)
    }
}

/// What is on disk of a program.
struct Files {
    name: &'static str,
    source: &'static str,
    out: Option<&'static str>,
    err: Option<&'static str>,
    status: Option<&'static str>,
    dis: Option<&'static str>,
}

const FILES: &[Files] = include!(concat!(env!("OUT_DIR"), "/files.rs"));

/// All programs, sorted by name.
///
/// # Panics
/// If a program's first lines are not those that the README allows.
pub fn programs() -> Vec<CorpusProgram> {
    FILES.iter().map(program).collect()
}

/// The program of a name.
pub fn program_named(name: &str) -> Option<CorpusProgram> {
    FILES.iter().find(|files| files.name == name).map(program)
}

fn program(files: &Files) -> CorpusProgram {
    let mut marks = Marks::default();
    for line in files.source.lines().take_while(|line| line.starts_with('#')) {
        match line {
            "# threads: nondeterministic" => marks.nondeterministic = true,
            "# needs: sqlmodel" => marks.needs_sqlmodel = true,
            "# ends: deadlock" => marks.deadlock = true,
            other => panic!("{}: unknown mark {other:?}", files.name),
        }
    }
    let ends = !marks.nondeterministic && !marks.deadlock;
    let status = files.status.map_or(0, |status| status.trim().parse().unwrap_or(1));
    CorpusProgram {
        name: files.name,
        source: files.source,
        marks,
        out: files.out,
        err: files.err.unwrap_or(""),
        status: ends.then_some(status),
        dis: files.dis.unwrap_or(""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_program_has_what_it_should() {
        let programs = programs();
        assert!(programs.len() >= 184, "only {} programs", programs.len());
        for program in &programs {
            assert!(!program.dis.is_empty(), "{} has no .dis", program.name);
            assert_eq!(program.out.is_none(), program.marks.nondeterministic, "{}", program.name);
        }
        assert!(programs.is_sorted_by_key(|program| program.name));
        let deadlock = program_named("deadlock/opposite_order").unwrap();
        assert!(deadlock.marks.deadlock && deadlock.status.is_none());
        assert_eq!((deadlock.file().as_str(), deadlock.folder()), ("opposite_order.py", "deadlock"));
    }
}
