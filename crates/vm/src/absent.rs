//! Names of Python that compile but that nothing here stands behind: said at their place, before the program runs.

use crate::code::{Code, Const, Op, Span};
use crate::diagnostic::Diagnostic;

/// Built-in functions that are not there, and what to do instead.
const BUILTINS: &[(&str, &str)] = &[("breakpoint", "step through the program instead")];

/// Attributes of modules that are not there.
const ATTRIBUTES: &[(&str, &str, &str)] = &[
    ("concurrent.futures", "ProcessPoolExecutor", POOLS),
    ("multiprocessing", "Process", PROCESSES),
    (
        "multiprocessing",
        "Pool",
        "processes share no memory: `multiprocessing.pool.ThreadPool` has the same methods",
    ),
    ("multiprocessing", "Queue", PROCESSES),
    ("multiprocessing", "JoinableQueue", PROCESSES),
    ("multiprocessing", "SimpleQueue", PROCESSES),
    ("multiprocessing", "Pipe", PROCESSES),
    ("multiprocessing", "Value", PROCESSES),
    ("multiprocessing", "Array", PROCESSES),
    ("multiprocessing", "Manager", PROCESSES),
    ("multiprocessing", "Lock", PROCESSES),
    ("multiprocessing", "Event", PROCESSES),
    ("multiprocessing", "Barrier", PROCESSES),
    ("multiprocessing", "Semaphore", PROCESSES),
    ("multiprocessing", "get_context", PROCESSES),
    ("signal", "alarm", SIGNALS),
    ("signal", "setitimer", SIGNALS),
    ("signal", "pause", SIGNALS),
    ("signal", "pthread_kill", SIGNALS),
    ("ast", "parse", INSIDE),
    ("ast", "walk", INSIDE),
    ("ast", "dump", INSIDE),
    ("ast", "NodeVisitor", INSIDE),
    ("zlib", "compress", "there are only checksums"),
    ("zlib", "decompress", "there are only checksums"),
    ("asyncio", "create_subprocess_exec", PROCESSES),
    ("asyncio", "create_subprocess_shell", PROCESSES),
    ("asyncio", "open_connection", NETWORK),
    ("asyncio", "start_server", NETWORK),
    ("ctypes", "CDLL", NATIVE),
    ("ctypes", "cdll", NATIVE),
    ("ctypes", "windll", NATIVE),
    ("ctypes", "Structure", NATIVE),
    ("ctypes", "POINTER", NATIVE),
    ("sys", "settrace", INSIDE),
    ("sys", "setprofile", INSIDE),
    ("sys", "monitoring", INSIDE),
    ("threading", "settrace", INSIDE),
    ("threading", "setprofile", INSIDE),
    ("os", "fork", PROCESSES),
    ("os", "system", PROCESSES),
    ("os", "popen", PROCESSES),
];

const POOLS: &str = "processes share no memory: ThreadPoolExecutor shows threads";
const PROCESSES: &str = "processes share no memory: `threading` has the same names for threads";
const INSIDE: &str = "it looks into CPython itself, and this machine is not CPython";
const NATIVE: &str = "there is no machine code here: of what is behind CPython only `pythonapi.PyThreadState_SetAsyncExc` is here";
const NETWORK: &str = "nothing here reaches the network: `asyncio.sleep` stands in for waiting";
const SIGNALS: &str =
    "no one sends a signal to a browser tab: a `threading.Timer` or an `Event` can tell a thread";

/// Why a name that a module has in CPython is not there, where there is something to say.
pub(crate) fn reason(module: &str, name: &str) -> Option<String> {
    ATTRIBUTES
        .iter()
        .find(|(home, absent, _)| *home == module && *absent == name)
        .map(|(_, _, help)| (*help).to_string())
}

/// Whether a program uses a built-in function that it has not given another meaning.
pub(crate) fn uses_builtin(code: &Code, name: &str) -> bool {
    let codes = all(code);
    let is_used = |ops: &[Op]| uses(&codes, ops).any(|(used, _)| used == name);
    is_used(&[Op::LoadName, Op::LoadGlobal]) && !is_used(&[Op::StoreName, Op::StoreGlobal])
}

/// Whether there is an imaginary number in a program.
pub(crate) fn has_imaginary(code: &Code) -> bool {
    fn is_one(constant: &Const) -> bool {
        match constant {
            Const::Imaginary(_) => true,
            Const::Tuple(items) | Const::FrozenSet(items) => items.iter().any(is_one),
            _ => false,
        }
    }
    all(code).iter().any(|code| code.consts.iter().any(is_one))
}

/// Whether a program has coroutines.
pub(crate) fn has_coroutines(code: &Code) -> bool {
    all(code).iter().any(|code| code.is_coroutine)
}

/// Whether a program has an instruction.
pub(crate) fn has(code: &Code, op: Op) -> bool {
    all(code).iter().any(|code| code.instructions.iter().any(|instruction| instruction.op == op))
}

/// Whether a program has type parameters, which `typing` makes.
pub(crate) fn has_type_parameters(code: &Code) -> bool {
    let is_one =
        |instruction: &crate::code::Instruction| instruction.op == Op::CallIntrinsic1 && instruction.arg >= 7;
    all(code).iter().any(|code| code.instructions.iter().any(is_one))
}

/// The texts among a program's constants.
pub(crate) fn texts(code: &Code) -> Vec<&str> {
    fn texts_in<'a>(constant: &'a Const, found: &mut Vec<&'a str>) {
        match constant {
            Const::Str(text) => found.push(text),
            Const::Tuple(items) | Const::FrozenSet(items) => {
                items.iter().for_each(|item| texts_in(item, found));
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    for code in all(code) {
        code.consts.iter().for_each(|constant| texts_in(constant, &mut found));
    }
    found
}

/// The code of a program and all code in it.
fn all(code: &Code) -> Vec<&Code> {
    let mut codes = vec![code];
    let mut next = 0;
    while let Some(code) = codes.get(next).copied() {
        next += 1;
        codes.extend(code.consts.iter().filter_map(|constant| match constant {
            Const::Code(code) => Some(&**code),
            _ => None,
        }));
    }
    codes
}

/// The name that an instruction is about.
fn name_of(code: &Code, at: usize) -> Option<&str> {
    let instruction = code.instructions.get(at)?;
    let index = match instruction.op {
        Op::LoadGlobal | Op::LoadAttr => instruction.arg >> 1,
        _ => instruction.arg,
    };
    code.names.get(index as usize).map(|name| &**name)
}

/// The names that some instructions are about, and their places.
fn uses<'a>(codes: &'a [&'a Code], ops: &'a [Op]) -> impl Iterator<Item = (&'a str, Span)> {
    codes.iter().flat_map(move |code| {
        let wanted = code.instructions.iter().enumerate().filter(|(_, i)| ops.contains(&i.op));
        wanted
            .filter_map(|(at, _)| Some((name_of(code, at)?, code.spans.get(at).copied().unwrap_or_default())))
    })
}

/// The names that modules are imported by: what stands in `import a.b` is the name `a`.
fn imported<'a>(codes: &[&'a Code]) -> Vec<(&'a str, &'a str)> {
    let mut found = Vec::new();
    for code in codes {
        for (at, instruction) in code.instructions.iter().enumerate() {
            let stored = code.instructions.get(at + 1).map(|next| next.op);
            if instruction.op == Op::ImportName
                && matches!(stored, Some(Op::StoreName | Op::StoreGlobal))
                && let (Some(module), Some(name)) = (name_of(code, at), name_of(code, at + 1))
            {
                found.push((name, module));
            }
        }
    }
    found
}

/// The uses of absent names in a program, in no order.
pub(crate) fn absent(code: &Code) -> Vec<Diagnostic> {
    let codes = all(code);
    let mut diagnostics = Vec::new();
    let mut refuse = |name: &str, span: Span, help: String| {
        diagnostics.push(Diagnostic {
            span,
            message: format!("Interleave has no '{name}'"),
            help: Some(help),
        });
    };
    let bound: Vec<_> = uses(&codes, &[Op::StoreName, Op::StoreGlobal]).collect();
    for (name, span) in uses(&codes, &[Op::LoadName, Op::LoadGlobal]) {
        if let Some((name, help)) = BUILTINS.iter().find(|(absent, _)| *absent == name)
            && !bound.iter().any(|(known, _)| known == name)
        {
            refuse(name, span, (*help).to_string());
        }
    }
    let modules = imported(&codes);
    for code in &codes {
        for (at, instruction) in code.instructions.iter().enumerate() {
            let Some(object) = name_of(code, at) else { continue };
            if !matches!(instruction.op, Op::LoadName | Op::LoadGlobal) {
                continue;
            }
            let is_attribute = |place: &usize| code.instructions[*place].op == Op::LoadAttr;
            let places: Vec<usize> = (at + 1..code.instructions.len()).take_while(is_attribute).collect();
            for (known, module) in modules.iter().filter(|(known, _)| *known == object) {
                // `a.b.c` is what `import a.b` calls the module's `c`, `x.c` what `import a.b as x` does.
                let depth =
                    if module.starts_with(&format!("{known}.")) { module.matches('.').count() } else { 0 };
                if let Some(&place) = places.get(depth)
                    && let Some(name) = name_of(code, place)
                    && let Some(help) = reason(module, name)
                {
                    refuse(name, code.spans.get(place).copied().unwrap_or_default(), help);
                }
            }
        }
    }
    diagnostics
}
