//! The library: what a program can import, written in Python where that is natural and natively where others can
//! see it. This is the machine's side of it; `interleave-library` has the Python.

use std::rc::Rc;

use interleave_library::{BUILTINS, Module, find};

use crate::compile::{self, Import};
use crate::frame::Origin;
use crate::marshal::{self, Broken, Piece, Read};
use crate::native::NativeDef;
use crate::natives;

/// The library, as far as it is here: all of it where its text was built in (the feature `embedded`), otherwise what
/// the host has given of it, compiled. A host can give programs, too, which are then not compiled.
#[derive(Clone, Debug, Default)]
pub struct Library {
    builtins: Rc<[Piece]>,
    /// The texts of `builtins`, which others do not say again.
    texts: Rc<[Rc<str>]>,
    modules: Vec<(&'static str, Rc<Piece>)>,
    /// By their sources.
    programs: Vec<(Rc<str>, Rc<Piece>)>,
}

impl Library {
    /// The modules that a program imports, and those that they need, that are not here yet. There are none for a
    /// program that does not compile.
    pub fn missing(&self, source: &str) -> Vec<&'static Module> {
        let imported = match self.program(source) {
            Some(piece) => piece.modules.clone(),
            None => match compile::compile(source, "") {
                Ok(compiled) => compiled.imports.iter().flat_map(modules).collect(),
                Err(_) => Vec::new(),
            },
        };
        self.missing_of(&imported)
    }

    /// Those of some modules, and of the modules that they need, that are not here yet.
    pub fn missing_of(&self, modules: &[&'static Module]) -> Vec<&'static Module> {
        let mut missing: Vec<_> = modules.iter().flat_map(|module| self.unknown(module)).collect();
        missing.sort_by_key(|module| module.name);
        missing.dedup_by_key(|module| module.name);
        missing
    }

    /// Takes `builtins`, which every program needs, as [`marshal::builtins`] has compiled it.
    ///
    /// # Errors
    /// It is no code, or another release's.
    pub fn give_builtins(&mut self, bytes: &[u8]) -> Result<(), Broken> {
        let Read { pieces, texts } = marshal::read(&[], bytes)?;
        (self.builtins, self.texts) = (pieces.into(), texts.into());
        Ok(())
    }

    /// Takes a module, as [`marshal::module`] has compiled it, once `builtins` is here. That it is this one the host must
    /// see to: runs would differ from everybody else's.
    ///
    /// # Errors
    /// It is no code, or another release's.
    pub fn give(&mut self, module: &'static Module, bytes: &[u8]) -> Result<(), Broken> {
        let piece = marshal::read(&self.texts, bytes)?.pieces.pop().ok_or(Broken)?;
        self.modules.push((module.name, Rc::new(piece)));
        Ok(())
    }

    /// Takes programs, as [`marshal::programs`] has written them, once `builtins` is here. Who compiles one of these sources
    /// is given what was compiled from it.
    ///
    /// # Errors
    /// It is no code, or another release's, or of another number of programs.
    pub fn give_programs(&mut self, sources: &[&str], bytes: &[u8]) -> Result<(), Broken> {
        let pieces = marshal::read(&self.texts, bytes)?.pieces;
        if pieces.len() != sources.len() {
            return Err(Broken);
        }
        let given = sources.iter().map(|source| Rc::from(*source)).zip(pieces.into_iter().map(Rc::new));
        self.programs.extend(given);
        Ok(())
    }

    /// A program that was given, by its source.
    pub(crate) fn program(&self, source: &str) -> Option<&Rc<Piece>> {
        self.programs.iter().find(|(known, _)| **known == *source).map(|(_, piece)| piece)
    }

    /// The parts of `builtins`, in their order; none where they are not here.
    pub(crate) fn builtins(&self) -> Rc<[Piece]> {
        if !self.builtins.is_empty() {
            return self.builtins.clone();
        }
        BUILTINS.iter().map(|source| compiled(source, "builtins")).collect()
    }

    /// Whether `builtins` is here.
    pub(crate) fn has_builtins(&self) -> bool {
        !self.builtins.is_empty() || !BUILTINS.is_empty()
    }

    /// A module, if it is here and there is anything in it.
    pub(crate) fn piece(&self, module: &Module) -> Option<Rc<Piece>> {
        self.given(module).cloned().or_else(|| match module.text() {
            None | Some("") => None,
            Some(text) => Some(Rc::new(compiled(text, module.name))),
        })
    }

    fn given(&self, module: &Module) -> Option<&Rc<Piece>> {
        self.modules.iter().find(|(name, _)| *name == module.name).map(|(_, piece)| piece)
    }

    /// Those of a module and the ones that it needs that are not here.
    pub(crate) fn unknown(&self, module: &'static Module) -> impl Iterator<Item = &'static Module> {
        let needed = module.needs.iter().filter_map(|name| find(name));
        let is_here = |module: &Module| module.text().is_some() || self.given(module).is_some();
        needed.chain([module]).filter(move |module| !is_here(module))
    }

    /// Whether a module, which is here, has a variable of a name at its top level.
    pub(crate) fn has(&self, module: &Module, name: &str) -> bool {
        let exports = match self.given(module) {
            Some(piece) => piece.names.iter().any(|export| **export == *name),
            None => exports(module.text().unwrap_or_default()).any(|export| export == name),
        };
        exports
            || natives_of(module.name).any(|native| native.name == name)
            || find(&format!("{}.{name}", module.name)).is_some()
    }
}

/// Compiles what every build has compiled before.
fn compiled(source: &str, name: &str) -> Piece {
    match Piece::compile(source, name) {
        Ok(piece) => piece,
        Err(diagnostics) => unreachable!("the library's {name} does not compile: {diagnostics:?}"),
    }
}

/// The library's modules that an import asks for by name.
pub(crate) fn modules(import: &Import) -> impl Iterator<Item = &'static Module> {
    let inner = import.names.iter().map(|(name, _)| format!("{}.{name}", import.module));
    inner.chain([import.module.clone()]).filter_map(|name| find(&name))
}

/// The functions in Rust of some modules. Those in Python see them as variables of the module.
static NATIVES: &[(&str, &[&[NativeDef]])] = &[
    ("concurrent.futures", &[natives::pool::FUNCTIONS]),
    ("dis", &[natives::dis::FUNCTIONS]),
    ("logging", &[natives::traceback::CALLER]),
    ("math", &[natives::math::OF_ONE, natives::math::FUNCTIONS]),
    ("os", &[natives::random::ENTROPY, natives::sys::LEAVE]),
    ("queue", &[natives::queue::FUNCTIONS]),
    ("random", &[natives::random::FUNCTIONS]),
    ("sqlalchemy.engine", &[natives::sqlmodel::FUNCTIONS]),
    ("sqlalchemy.orm.contents", &[natives::sqlmodel::FUNCTIONS]),
    ("sqlalchemy.orm.session", &[natives::sqlmodel::FUNCTIONS]),
    ("sqlmodel", &[natives::sqlmodel::FUNCTIONS]),
    ("sys", &[natives::sys::FUNCTIONS]),
    ("threading", &[natives::threading::FUNCTIONS, natives::waiting::THREADING]),
    ("time", &[natives::time::FUNCTIONS]),
    ("traceback", &[natives::traceback::FUNCTIONS]),
    ("warnings", &[natives::traceback::CALLER]),
    ("weakref", &[natives::weak::FUNCTIONS]),
];

/// A module's functions in Rust.
pub(crate) fn natives_of(module: &str) -> impl Iterator<Item = &'static NativeDef> {
    let parts = NATIVES.iter().filter(move |(name, _)| *name == module).flat_map(|(_, parts)| parts.iter());
    parts.flat_map(|part| part.iter())
}

/// The modules of structures, which work on the program's own objects: what they read and write there is told with every step
/// that is watched.
const STRUCTURES: &[&str] = &[
    "_bytearray",
    "_files",
    "array",
    "bisect",
    "collections",
    "collections.abc",
    "copy",
    "csv",
    "dataclasses",
    "difflib",
    "functools",
    "graphlib",
    "heapq",
    "io",
    "itertools",
    "json",
    "operator",
    "pickle",
    "pprint",
    "statistics",
    "struct",
    "types",
    "unittest.mock",
    "weakref",
];

/// The modules whose own bookkeeping is kept by operations in Rust that others see, and is seen by nobody besides: what these
/// modules read and write is never told.
const KEPT: &[&str] = &["asyncio", "concurrent", "sqlalchemy", "sqlmodel"];

/// What kind of code a module of the library is. All that are of neither kind have a state that programs can tell, which is of
/// interest to a search.
pub(crate) fn origin_of(name: &str) -> Origin {
    match name.split('.').next() {
        _ if STRUCTURES.contains(&name) => Origin::Structures,
        Some(first) if KEPT.contains(&first) => Origin::Kept,
        _ => Origin::Library,
    }
}

/// Why a module that people import is not there, where there is something to say.
pub(crate) fn reason(name: &str) -> Option<String> {
    let first = name.split('.').next().unwrap_or(name);
    let reason = match first {
        "trio" | "anyio" | "aiohttp" | "gevent" | "greenlet" => {
            "coroutines are not threads: `threading` and `concurrent.futures` are shown here"
        }
        "multiprocessing" | "mpire" | "joblib" | "ray" => {
            "processes share no memory: `threading` has the same names, and `multiprocessing.pool` its `ThreadPool`"
        }
        "http" | "selectors" | "select" | "ssl" | "ftplib" | "smtplib" | "httpx" => {
            "nothing here reaches the network: `time.sleep` stands in for waiting, and `requests.get` for a download"
        }
        "subprocess" | "pty" => "nothing here runs other programs: `time.sleep` stands in for waiting",
        "shelve" | "fcntl" | "dbm" => {
            "there is no such thing in a browser tab: a list, a dict, a file or `sqlmodel` can keep data"
        }
        "tkinter" | "PyQt5" | "PySide6" | "pygame" | "curses" | "msvcrt" => {
            "the output is text here: use `print`"
        }
        "numpy" | "pandas" | "scipy" | "matplotlib" | "tqdm" | "psutil" => "only pure Python runs here",
        "cProfile" | "pstats" => "it looks into CPython itself, and this machine is not CPython",
        _ => return None,
    };
    Some(reason.to_string())
}

/// Modules that come with CPython 3.13, and not with this library: a program that tries one would find it there.
const STANDARD: &str = " bdb bz2 code codeop configparser cProfile csv curses dbm \
                        doctest email ensurepip fcntl filecmp fileinput ftplib gettext grp gzip http \
                        imaplib ipaddress lzma mailbox marshal mimetypes mmap netrc optparse pdb pkgutil \
                        plistlib poplib posix profile pstats pty pwd py_compile readline resource rlcompleter runpy \
                        select selectors shelve site smtplib ssl stat stringprep \
                        subprocess symtable syslog tabnanny tarfile termios tkinter token tokenize tomllib trace tty \
                        turtle unicodedata venv wave webbrowser wsgiref xml xmlrpc zipapp zipfile zipimport zoneinfo ";

/// Whether a module that is not in this library comes with CPython.
pub(crate) fn is_standard(name: &str) -> bool {
    STANDARD.contains(&format!(" {} ", name.split('.').next().unwrap_or(name)))
}

/// The names that a module's source gives a value at its top level, and that others can import.
pub(crate) fn exports(source: &str) -> impl Iterator<Item = &str> {
    source.lines().flat_map(|line| {
        let imported = line.strip_prefix("from ").and_then(|rest| rest.split_once(" import "));
        let imported = imported.into_iter().flat_map(|(_, names)| names.split(", "));
        imported.filter(|name| !name.starts_with('_')).chain(defined(line)).filter(|name| is_name(name))
    })
}

fn is_name(text: &str) -> bool {
    text.chars().all(|c| c.is_alphanumeric() || c == '_')
}

/// The name that a line at the top level of a module gives a value.
fn defined(line: &str) -> Option<&str> {
    let rest = ["def ", "class "].iter().find_map(|keyword| line.strip_prefix(keyword)).unwrap_or(line);
    let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_'))?;
    let (name, rest) = rest.split_at(end);
    let is_defined = matches!(rest.trim_start().chars().next(), Some('(' | ':' | '='));
    (is_defined && !name.is_empty()).then_some(name)
}

#[cfg(all(test, feature = "embedded"))]
mod tests {
    use interleave_library::MODULES;

    use super::*;

    #[test]
    fn what_a_module_needs_is_what_it_imports() {
        for module in MODULES {
            let text = module.text().unwrap();
            let compiled = compile::compile(text, module.name).unwrap();
            for imported in compiled.imports.iter().flat_map(modules) {
                assert!(
                    module.needs.contains(&imported.name) || imported.name == module.name,
                    "{} imports {}",
                    module.name,
                    imported.name
                );
            }
        }
    }

    #[test]
    fn what_a_module_exports_is_what_its_lines_define() {
        let source = "from a import b, _c, d as e\nimport f\ndef g(): pass\nclass H(I):\n    j = 1\nk: int = 2\nl()\nm, n = 3\n";
        assert_eq!(exports(source).collect::<Vec<_>>(), ["b", "g", "H", "k", "l"]);
    }
}
