//! The library: what a program can import, written in Python where that is natural and natively where others can
//! see it. This is the machine's side of it; `interleave-library` has the Python.

use std::collections::BTreeMap;
use std::rc::Rc;

use interleave_library::{Module, find};

use crate::compile::{self, Import};
use crate::native::NativeDef;
use crate::natives;

/// The library's modules, as far as their text is here: all of them where they were built in (the feature `embedded`),
/// otherwise those that the host has given.
#[derive(Clone, Debug, Default)]
pub struct Library {
    given: BTreeMap<&'static str, Rc<str>>,
}

/// A text that is not the module's that it was given for: another release's, or no module at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is not the text of the module '{0}'")]
pub struct ForeignText(pub &'static str);

impl Library {
    /// The modules that a program imports, and those that they need, whose text is not here yet. There are none for a
    /// program that does not compile.
    pub fn missing(&self, source: &str) -> Vec<&'static Module> {
        let imports = compile::compile(source, "").map(|compiled| compiled.imports).unwrap_or_default();
        let mut missing: Vec<_> =
            imports.iter().flat_map(modules).flat_map(|module| self.unknown(module)).collect();
        missing.sort_by_key(|module| module.name);
        missing.dedup_by_key(|module| module.name);
        missing
    }

    /// Takes a module's text, which the host got by the module's `file`.
    ///
    /// # Errors
    /// It is not the text of this module, to the letter: runs would differ from everybody else's.
    pub fn give(&mut self, module: &'static Module, text: &str) -> Result<(), ForeignText> {
        if !module.is_text(text) {
            return Err(ForeignText(module.name));
        }
        self.given.insert(module.name, text.into());
        Ok(())
    }

    /// A module's text, if it is here.
    pub(crate) fn text(&self, module: &Module) -> Option<&str> {
        module.text().or_else(|| self.given.get(module.name).map(|text| &**text))
    }

    /// Those of a module and the ones that it needs whose text is not here.
    pub(crate) fn unknown(&self, module: &'static Module) -> impl Iterator<Item = &'static Module> {
        let needed = module.needs.iter().filter_map(|name| find(name));
        needed.chain([module]).filter(|module| self.text(module).is_none())
    }

    /// Whether a module, whose text is here, has a variable of a name at its top level.
    pub(crate) fn has(&self, module: &Module, name: &str) -> bool {
        natives_of(module.name).any(|native| native.name == name)
            || self.text(module).unwrap_or_default().lines().any(|line| defines(line, name))
            || find(&format!("{}.{name}", module.name)).is_some()
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

/// The modules that work on the program's own objects: what they read and write there is seen by others.
const OBSERVED: &[&str] = &[
    "_files",
    "bisect",
    "collections",
    "collections.abc",
    "copy",
    "dataclasses",
    "functools",
    "heapq",
    "io",
    "itertools",
    "operator",
    "types",
];

/// Whether what a module reads and writes is seen by others.
pub(crate) fn is_observed(name: &str) -> bool {
    OBSERVED.contains(&name)
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
        "socket" | "socketserver" | "http" | "selectors" | "select" | "ssl" | "ftplib" | "smtplib"
        | "httpx" => {
            "nothing here reaches the network: `time.sleep` stands in for waiting, and `requests.get` for a download"
        }
        "subprocess" | "pty" => "nothing here runs other programs: `time.sleep` stands in for waiting",
        "shelve" | "sqlite3" | "fcntl" | "dbm" => {
            "there is no such thing in a browser tab: a list, a dict, a file or `sqlmodel` can keep data"
        }
        "tkinter" | "PyQt5" | "PySide6" | "pygame" | "curses" | "msvcrt" => {
            "the output is text here: use `print`"
        }
        "numpy" | "pandas" | "scipy" | "matplotlib" | "tqdm" | "psutil" => "only pure Python runs here",
        "ctypes" | "dis" | "cProfile" | "pstats" | "ast" => {
            "it looks into CPython itself, and this machine is not CPython"
        }
        _ => return None,
    };
    Some(reason.to_string())
}

/// Modules that come with CPython 3.13, and not with this library: a program that tries one would find it there.
const STANDARD: &str = " ast bdb bz2 calendar cmd code codecs codeop colorsys configparser copyreg cProfile csv ctypes curses dbm \
                        difflib dis doctest email ensurepip errno fcntl filecmp fileinput ftplib getopt getpass gettext \
                        graphlib grp gzip html http imaplib ipaddress keyword linecache lzma mailbox marshal mimetypes mmap \
                        netrc optparse pdb pkgutil plistlib poplib posix profile pstats pty pwd py_compile readline reprlib \
                        resource rlcompleter runpy select selectors shelve shlex site smtplib socket socketserver sqlite3 \
                        ssl stat stringprep subprocess symtable syslog tabnanny tarfile termios tkinter token tokenize \
                        tomllib trace tty turtle unicodedata venv wave webbrowser wsgiref xml xmlrpc zipapp zipfile \
                        zipimport zlib zoneinfo ";

/// Whether a module that is not in this library comes with CPython.
pub(crate) fn is_standard(name: &str) -> bool {
    STANDARD.contains(&format!(" {} ", name.split('.').next().unwrap_or(name)))
}

/// Whether a line at the top level of a module gives a name a value.
fn defines(line: &str, name: &str) -> bool {
    if let Some((_, names)) = line.strip_prefix("from ").and_then(|rest| rest.split_once(" import ")) {
        return !name.starts_with('_') && names.split(", ").any(|imported| imported == name);
    }
    let rest = ["def ", "class "].iter().find_map(|keyword| line.strip_prefix(keyword)).unwrap_or(line);
    rest.strip_prefix(name)
        .is_some_and(|rest| matches!(rest.trim_start().chars().next(), Some('(' | ':' | '=')))
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
                    "{}",
                    module.name
                );
            }
        }
    }

    #[test]
    fn another_text_is_refused() {
        let module = find("queue").unwrap();
        let text = module.text().unwrap();
        let mut library = Library::default();
        assert_eq!(library.give(module, text), Ok(()));
        assert_eq!(library.give(module, "<!DOCTYPE html>"), Err(ForeignText("queue")));
    }
}
