//! The library and the lessons' programs, compiled when this is built, so that a page need not: `builtins` itself, and
//! of all else what a host has to know to get it.
//!
//! A file's name has its code's hash, so that caches may keep it for good, and nothing else is taken for it: runs are the
//! same everywhere, or they are refused.

use interleave_library::find;
use xxhash_rust::xxh3::xxh3_64;

include!(concat!(env!("OUT_DIR"), "/tables.rs"));

/// `builtins`, which every program needs.
pub static BUILTINS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/builtins"));

/// A file with code.
#[derive(Debug)]
pub struct File {
    /// What its name begins with.
    stem: &'static str,
    /// The XXH3 hash of the code.
    hash: u64,
    /// The code, where that is part of what was built.
    code: Option<&'static [u8]>,
}

/// A module of the library that there is code of.
#[derive(Debug)]
pub struct Module {
    /// Its dotted name.
    pub name: &'static str,
    /// Where its code is.
    pub file: File,
}

/// The programs of a lesson.
#[derive(Debug)]
pub struct Lesson {
    /// Its name.
    pub id: &'static str,
    /// The names of the modules that its programs import.
    imports: &'static [&'static str],
    /// Where the code of its programs is, in their order.
    pub file: File,
}

impl Lesson {
    /// The modules of the library that its programs import.
    pub fn modules(&self) -> impl Iterator<Item = &'static interleave_library::Module> {
        self.imports.iter().filter_map(|name| find(name))
    }
}

impl File {
    /// Its name, in which its hash is. What hosts compress they know by the ending: this one is text to all of them.
    pub fn name(&self) -> String {
        format!("{}-{:016x}.txt", self.stem, self.hash)
    }

    /// The code, where it was built in (the feature `embedded`).
    pub fn code(&self) -> Option<&'static [u8]> {
        self.code
    }

    /// Whether what a host got somewhere is this very code.
    pub fn is(&self, code: &[u8]) -> bool {
        xxh3_64(code) == self.hash
    }
}

/// A module by its dotted name, if there is code of it: a package may have none.
pub fn module(name: &str) -> Option<&'static Module> {
    MODULES.binary_search_by(|module| module.name.cmp(name)).ok().map(|at| &MODULES[at])
}

/// A lesson by its name.
pub fn lesson(id: &str) -> Option<&'static Lesson> {
    LESSONS.iter().find(|lesson| lesson.id == id)
}

/// The files that a module or a lesson needs, its own among them; none for what is neither.
pub fn files(name: &str) -> impl Iterator<Item = &'static File> {
    let lesson = lesson(name);
    let asked = lesson.into_iter().flat_map(Lesson::modules).chain(find(name));
    let modules = asked.flat_map(|asked| asked.needs.iter().copied().chain([asked.name]));
    modules.filter_map(module).map(|module| &module.file).chain(lesson.map(|lesson| &lesson.file))
}
