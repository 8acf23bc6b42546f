//! The compiler: from Python source to CPython 3.13's instructions.
//!
//! Source is parsed ([`parse`]), every name is given its meaning ([`symbols`]), the tree is lowered to a sequence of
//! instructions for each block ([`lower`], with constants folded by [`fold`]), the sequence is cut into basic blocks
//! ([`blocks`]) and optimised ([`flow`]) and at last laid out as [`Code`] ([`assemble`]).

mod parse;
mod source;
mod symbols;
mod tokens;

mod fold;
mod lower;

mod blocks;
mod consts;
mod flow;
mod sequence;

mod assemble;

use std::rc::Rc;

use crate::code::{Code, Op, Span};
use crate::diagnostic::Diagnostic;

#[cfg(debug_assertions)]
pub use parse::parsed;
pub(crate) use parse::syntax;
pub use tokens::{TokenKind, tokens};

/// A compiled program.
#[derive(Clone, Debug)]
pub struct Compiled {
    /// The module's code, which holds that of its functions and classes.
    pub code: Rc<Code>,
    /// Every import in the program, wherever it stands, and what its built-in functions need.
    pub imports: Vec<Import>,
}

/// An import, which is only run later but can be checked at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// The module's dotted name, without leading dots.
    pub module: String,
    /// How many leading dots there are.
    pub level: u32,
    /// What `from` imports from it, and where that is named; empty for a plain `import`.
    pub names: Vec<(String, Span)>,
    /// Where the module is named, or for `from` the whole statement.
    pub span: Span,
}

/// Compiles a program. `file` is its name in tracebacks. Everything that is wrong with it is said in one go.
pub fn compile(source: &str, file: &str) -> Result<Compiled, Vec<Diagnostic>> {
    let source = source::Source::new(source);
    let module = parse::parse(&source)?;
    let mut diagnostics = Vec::new();
    let symbols = symbols::SymbolTable::build(&module, &source, &mut diagnostics);
    let (code, mut imports) = lower::lower(&module, &source, file, symbols, &mut diagnostics);
    if diagnostics.is_empty() {
        imports.extend(behind_builtins(&code));
        imports.extend(named_in_text(&code, &imports));
        return Ok(Compiled { code: Rc::new(code), imports });
    }
    diagnostics.sort_by_key(|diagnostic| (diagnostic.span.line, diagnostic.span.column));
    diagnostics.dedup();
    Err(diagnostics)
}

/// The modules that stand behind built-in names, literals and statements which few programs have, be it in a text that they
/// evaluate.
fn behind_builtins(code: &Code) -> impl Iterator<Item = Import> {
    let names = |name: &str| crate::absent::uses_builtin(code, name);
    let evaluates = ["compile", "eval", "exec"].iter().any(|name| names(name));
    let texts = if evaluates { crate::absent::texts(code) } else { Vec::new() };
    let says = |part: &str| texts.iter().any(|text| text.contains(part));
    let uses = |wanted: &[&str]| wanted.iter().any(|name| names(name) || says(name));
    let has_imaginary = |text: &&str| {
        text.as_bytes().windows(2).any(|pair| pair[0].is_ascii_digit() && matches!(pair[1], b'j' | b'J'))
    };
    let wanted = [
        ("_async", uses(&["aiter", "anext"]) || crate::absent::has_coroutines(code) || says("async ")),
        ("_bytearray", uses(&["bytearray", "memoryview"])),
        (
            "_complex",
            uses(&["complex"]) || crate::absent::has_imaginary(code) || texts.iter().any(has_imaginary),
        ),
        ("_evaluate", evaluates),
        ("_files", uses(&["open"])),
        (
            "_groups",
            uses(&["BaseExceptionGroup", "ExceptionGroup"])
                || crate::absent::has(code, Op::CheckEgMatch)
                || says("except*"),
        ),
        ("typing", crate::absent::has_type_parameters(code)),
    ];
    let import =
        |name: &str| Import { module: name.into(), level: 0, names: Vec::new(), span: Span::default() };
    wanted.into_iter().filter(|(_, is_wanted)| *is_wanted).map(move |(name, _)| import(name))
}

/// The library's modules that a program names in texts, if it imports by name: which of them it will ask for, no one knows
/// before it runs.
fn named_in_text(code: &Code, imports: &[Import]) -> Vec<Import> {
    let by_name = imports.iter().any(|import| import.module == "importlib");
    if !by_name && !crate::absent::uses_builtin(code, "__import__") {
        return Vec::new();
    }
    let known =
        crate::absent::texts(code).into_iter().filter(|text| interleave_library::find(text).is_some());
    let import =
        |name: &str| Import { module: name.into(), level: 0, names: Vec::new(), span: Span::default() };
    known.map(import).collect()
}

/// Compiles an expression to code that gives the `repr` of its value to a global variable.
pub(crate) fn expression(text: &str, variable: &str) -> Result<Compiled, Vec<Diagnostic>> {
    let place = Span { line: 1, column: 0, end_line: 1, end_column: text.chars().count() as u32 };
    let refuse = |message: &str| vec![Diagnostic { span: place, message: message.into(), help: None }];
    let source = source::Source::new(text);
    if !parse::is_expression(&parse::parse(&source)?) {
        return Err(refuse("an expression was expected"));
    }
    compile(&format!("{variable} = repr((\n{text}\n))\n"), "<expression>")
}
