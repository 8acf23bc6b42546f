//! The library: what a program can import, written in Python where that is natural and natively where others can
//! see it.

use crate::native::NativeDef;
use crate::natives;

/// A module of the library.
pub(crate) struct Module {
    /// Its dotted name.
    pub(crate) name: &'static str,
    /// Its part in Rust: the natives are its variables.
    pub(crate) natives: &'static [&'static [NativeDef]],
    /// Its part in Python, which sees them.
    pub(crate) source: &'static str,
}

/// The modules, by name.
pub(crate) static MODULES: &[Module] = &[
    Module { name: "__future__", natives: &[], source: include_str!("future.py") },
    Module { name: "abc", natives: &[], source: include_str!("abc.py") },
    Module { name: "bisect", natives: &[], source: include_str!("bisect.py") },
    Module {
        name: "collections",
        natives: &[],
        source: concat!(
            include_str!("collections/deque.py"),
            include_str!("collections/dicts.py"),
            include_str!("collections/counter.py"),
            include_str!("collections/namedtuple.py"),
            include_str!("collections/mappings.py")
        ),
    },
    Module {
        name: "collections.abc",
        natives: &[],
        source: concat!(include_str!("collections/abc.py"), include_str!("collections/abc_sets.py")),
    },
    Module { name: "concurrent", natives: &[], source: "" },
    Module {
        name: "concurrent.futures",
        natives: &[natives::pool::FUNCTIONS],
        source: concat!(
            include_str!("concurrent_futures/futures.py"),
            include_str!("concurrent_futures/pools.py"),
            include_str!("concurrent_futures/waiting.py")
        ),
    },
    Module { name: "contextlib", natives: &[], source: include_str!("contextlib.py") },
    Module { name: "copy", natives: &[], source: include_str!("copy.py") },
    Module {
        name: "dataclasses",
        natives: &[],
        source: concat!(
            include_str!("dataclasses/fields.py"),
            include_str!("dataclasses/make.py"),
            include_str!("dataclasses/methods.py"),
            include_str!("dataclasses/use.py")
        ),
    },
    Module {
        name: "enum",
        natives: &[],
        source: concat!(include_str!("enum/members.py"), include_str!("enum/kinds.py")),
    },
    Module { name: "functools", natives: &[], source: include_str!("functools.py") },
    Module { name: "heapq", natives: &[], source: include_str!("heapq.py") },
    Module { name: "io", natives: &[], source: include_str!("io.py") },
    Module {
        name: "itertools",
        natives: &[],
        source: concat!(include_str!("itertools/streams.py"), include_str!("itertools/arrangements.py")),
    },
    Module { name: "operator", natives: &[], source: include_str!("operator.py") },
    Module {
        name: "math",
        natives: &[natives::math::OF_ONE, natives::math::FUNCTIONS],
        source: include_str!("math.py"),
    },
    Module { name: "queue", natives: &[natives::queue::FUNCTIONS], source: include_str!("queue.py") },
    Module { name: "random", natives: &[natives::random::FUNCTIONS], source: include_str!("random.py") },
    Module { name: "sqlalchemy", natives: &[], source: include_str!("sqlalchemy/__init__.py") },
    Module {
        name: "sqlalchemy.engine",
        natives: &[natives::sqlmodel::FUNCTIONS],
        source: include_str!("sqlalchemy/engine.py"),
    },
    Module { name: "sqlalchemy.exc", natives: &[], source: include_str!("sqlalchemy/exc.py") },
    Module { name: "sqlalchemy.orm", natives: &[], source: include_str!("sqlalchemy/orm/__init__.py") },
    Module {
        name: "sqlalchemy.orm.contents",
        natives: &[natives::sqlmodel::FUNCTIONS],
        source: include_str!("sqlalchemy/orm/contents.py"),
    },
    Module { name: "sqlalchemy.orm.exc", natives: &[], source: include_str!("sqlalchemy/orm/exc.py") },
    Module { name: "sqlalchemy.orm.query", natives: &[], source: include_str!("sqlalchemy/orm/query.py") },
    Module {
        name: "sqlalchemy.orm.session",
        natives: &[natives::sqlmodel::FUNCTIONS],
        source: include_str!("sqlalchemy/orm/session.py"),
    },
    Module { name: "sqlalchemy.orm.state", natives: &[], source: include_str!("sqlalchemy/orm/state.py") },
    Module {
        name: "sqlalchemy.orm.unitofwork",
        natives: &[],
        source: include_str!("sqlalchemy/orm/unitofwork.py"),
    },
    Module { name: "sqlalchemy.sql", natives: &[], source: include_str!("sqlalchemy/sql/__init__.py") },
    Module {
        name: "sqlalchemy.sql.expression",
        natives: &[],
        source: include_str!("sqlalchemy/sql/expression.py"),
    },
    Module {
        name: "sqlmodel",
        natives: &[natives::sqlmodel::FUNCTIONS],
        source: include_str!("sqlmodel.py"),
    },
    Module { name: "string", natives: &[], source: include_str!("string.py") },
    Module { name: "sys", natives: &[natives::sys::FUNCTIONS], source: include_str!("sys.py") },
    Module { name: "textwrap", natives: &[], source: include_str!("textwrap.py") },
    Module {
        name: "threading",
        natives: &[natives::threading::FUNCTIONS, natives::waiting::THREADING],
        source: concat!(
            include_str!("threading/threads.py"),
            include_str!("threading/hooks.py"),
            include_str!("threading/waiting.py"),
            include_str!("threading/barriers.py"),
            include_str!("threading/local.py")
        ),
    },
    Module { name: "typing", natives: &[], source: include_str!("typing.py") },
    Module { name: "time", natives: &[natives::time::FUNCTIONS], source: include_str!("time.py") },
    Module { name: "types", natives: &[], source: include_str!("types.py") },
    Module {
        name: "datetime",
        natives: &[],
        source: concat!(
            include_str!("datetime/spans.py"),
            include_str!("datetime/dates.py"),
            include_str!("datetime/datetimes.py")
        ),
    },
    Module { name: "json", natives: &[], source: include_str!("json.py") },
    Module {
        name: "logging",
        natives: &[natives::traceback::CALLER],
        source: concat!(
            include_str!("logging/records.py"),
            include_str!("logging/handlers.py"),
            include_str!("logging/loggers.py"),
            include_str!("logging/functions.py")
        ),
    },
    Module {
        name: "os",
        natives: &[natives::random::ENTROPY, natives::sys::LEAVE],
        source: include_str!("os.py"),
    },
    Module { name: "os.path", natives: &[], source: include_str!("os_path.py") },
    Module { name: "sched", natives: &[], source: include_str!("sched.py") },
    Module { name: "secrets", natives: &[], source: include_str!("secrets.py") },
    Module { name: "statistics", natives: &[], source: include_str!("statistics.py") },
    Module { name: "timeit", natives: &[], source: include_str!("timeit.py") },
    Module {
        name: "traceback",
        natives: &[natives::traceback::FUNCTIONS],
        source: include_str!("traceback.py"),
    },
    Module { name: "uuid", natives: &[], source: include_str!("uuid.py") },
    Module { name: "warnings", natives: &[natives::traceback::CALLER], source: include_str!("warnings.py") },
    Module { name: "_pages", natives: &[], source: include_str!("pages.py") },
    Module { name: "requests", natives: &[], source: include_str!("requests.py") },
    Module { name: "requests.exceptions", natives: &[], source: include_str!("requests_exceptions.py") },
    Module { name: "urllib", natives: &[], source: "" },
    Module { name: "urllib.error", natives: &[], source: include_str!("urllib_error.py") },
    Module { name: "urllib.request", natives: &[], source: include_str!("urllib_request.py") },
];

/// The parts of `builtins` in Python.
pub(crate) static BUILTINS: &[&str] = &[
    include_str!("core.py"),
    include_str!("builtins.py"),
    include_str!("texts.py"),
    include_str!("numbers.py"),
    include_str!("containers.py"),
    include_str!("bases.py"),
    include_str!("aliases.py"),
];

/// The modules that work on the program's own objects: what they read and write there is seen by others.
const OBSERVED: &[&str] = &[
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

/// A module by its dotted name.
pub(crate) fn find(name: &str) -> Option<&'static Module> {
    MODULES.iter().find(|module| module.name == name)
}

/// Why a module that people import is not there, where there is something to say.
pub(crate) fn reason(name: &str) -> Option<String> {
    let first = name.split('.').next().unwrap_or(name);
    let reason = match first {
        "asyncio" | "trio" | "anyio" | "aiohttp" | "gevent" | "greenlet" => {
            "coroutines are not threads: `threading` and `concurrent.futures` are shown here"
        }
        "multiprocessing" | "mpire" | "joblib" | "ray" => {
            "processes share no memory: `threading` has the same names, and `ThreadPoolExecutor` the same map"
        }
        "signal" => "there are no signals in a browser tab: a `threading.Event` can ask threads to stop",
        "socket" | "socketserver" | "http" | "selectors" | "select" | "ssl" | "ftplib" | "smtplib"
        | "httpx" => {
            "nothing here reaches the network: `time.sleep` stands in for waiting, and `requests.get` for a download"
        }
        "subprocess" | "pty" => "nothing here runs other programs: `time.sleep` stands in for waiting",
        "pathlib" | "shutil" | "tempfile" | "glob" | "csv" | "pickle" | "shelve" | "sqlite3" | "fcntl" => {
            "there are no files in a browser tab: a list, a dict or `sqlmodel` can keep data"
        }
        "re" => "text has methods that often do: `split`, `find`, `startswith`, `partition`, `isdigit`",
        "tkinter" | "PyQt5" | "PySide6" | "pygame" | "curses" | "msvcrt" => {
            "the output is text here: use `print`"
        }
        "numpy" | "pandas" | "scipy" | "matplotlib" | "tqdm" | "psutil" => "only pure Python runs here",
        "ctypes" | "gc" | "weakref" | "inspect" | "dis" | "faulthandler" | "tracemalloc" | "cProfile" => {
            "it looks into CPython itself, and this machine is not CPython"
        }
        _ => return None,
    };
    Some(reason.to_string())
}

impl Module {
    /// Whether the module has a variable of a name at its top level.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.natives.iter().flat_map(|part| part.iter()).any(|native| native.name == name)
            || self.source.lines().any(|line| defines(line, name))
            || MODULES
                .iter()
                .any(|m| m.name.strip_prefix(self.name).is_some_and(|rest| rest == format!(".{name}")))
    }
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

impl std::fmt::Debug for Module {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}
