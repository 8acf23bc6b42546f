//! Names of Python that compile but that nothing here stands behind: said at their place, before the program runs.

use crate::code::{Code, Const, Op};
use crate::diagnostic::Diagnostic;

/// Built-in functions that are not there, and what to do instead.
const BUILTINS: &[(&str, &str)] = &[
    ("open", "there are no files in a browser tab: a list, or `io.StringIO`, can stand in for one"),
    ("exec", "a program is compiled before it runs: write the code as a function"),
    ("eval", "a program is compiled before it runs: write the expression itself"),
    ("compile", "a program is compiled before it runs"),
    ("__import__", "modules are imported with `import`"),
    ("breakpoint", "step through the program instead"),
];

/// Attributes of modules that are not there.
const ATTRIBUTES: &[(&str, &str)] = &[("ProcessPoolExecutor", PROCESSES), ("FileHandler", FILES)];

const PROCESSES: &str = "processes share no memory: ThreadPoolExecutor shows threads";
const FILES: &str = "there are no files in a browser tab: `logging.StreamHandler` writes to the output";

/// Why a name that a module has in CPython is not there, where there is something to say.
pub(crate) fn reason(name: &str) -> Option<String> {
    ATTRIBUTES.iter().find(|(absent, _)| *absent == name).map(|(_, help)| (*help).to_string())
}

/// The uses of absent names in a program, in no order.
pub(crate) fn absent(code: &Code) -> Vec<Diagnostic> {
    let mut codes = vec![code];
    let mut next = 0;
    while let Some(code) = codes.get(next).copied() {
        next += 1;
        codes.extend(code.consts.iter().filter_map(|constant| match constant {
            Const::Code(code) => Some(&**code),
            _ => None,
        }));
    }
    let uses = |ops: &[Op]| {
        let mut found = Vec::new();
        for code in &codes {
            for (at, instruction) in code.instructions.iter().enumerate() {
                let index = match instruction.op {
                    Op::LoadGlobal | Op::LoadAttr => instruction.arg >> 1,
                    _ => instruction.arg,
                };
                if ops.contains(&instruction.op)
                    && let Some(name) = code.names.get(index as usize)
                {
                    found.push((name.to_string(), code.spans.get(at).copied().unwrap_or_default()));
                }
            }
        }
        found
    };
    let bound = uses(&[Op::StoreName, Op::StoreGlobal]);
    let is_bound = |name: &str| bound.iter().any(|(known, _)| known == name);
    let mut diagnostics = Vec::new();
    for (name, span) in uses(&[Op::LoadName, Op::LoadGlobal]) {
        if let Some((name, help)) = BUILTINS.iter().find(|(absent, _)| *absent == name)
            && !is_bound(name)
        {
            let message = format!("Interleave has no '{name}'");
            diagnostics.push(Diagnostic { span, message, help: Some((*help).to_string()) });
        }
    }
    for (name, span) in uses(&[Op::LoadAttr]) {
        if let Some(help) = reason(&name)
            && !is_bound(&name)
        {
            diagnostics.push(Diagnostic {
                span,
                message: format!("Interleave has no '{name}'"),
                help: Some(help),
            });
        }
    }
    diagnostics
}
