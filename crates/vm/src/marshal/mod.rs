//! Compiled code as bytes, as CPython's `marshal` writes its own: for a page, which is quicker to read code than to
//! compile it, and need not have the compiler for that.
//!
//! `layout` says once what stands where; reading and writing both follow it. What was written by another release is
//! refused: whoever keeps such bytes must keep them beside the release.

mod instructions;
mod layout;
mod reader;
mod wire;
mod writer;

use std::ops::Range;
use std::rc::Rc;

use interleave_library::{BUILTINS, Module};

use crate::code::{Code, Const};
use crate::compile::{self, TokenKind};
use crate::diagnostic::Diagnostic;
use crate::library;
use crate::program::Program;
use crate::traceback::{Marked, Marks, marked};

/// Bytes that are no code, or not as this release writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is not code as this release of Interleave writes it")]
pub struct Broken;

/// Code that is ready to be loaded, and what there is to know about it without its source.
#[derive(Clone, Debug)]
pub(crate) struct Piece {
    /// The module's code. Of the library's, places are left out when it is written: no traceback shows them.
    pub(crate) code: Rc<Code>,
    /// The library's modules that it imports: those of the library in the order in which they are loaded.
    pub(crate) modules: Vec<&'static Module>,
    /// The names that others can import from it; none of a program.
    pub(crate) names: Vec<Rc<str>>,
    /// The tokens of its source in order, each with its range in bytes; none of the library's.
    pub(crate) tokens: Vec<(TokenKind, Range<usize>)>,
    /// What a traceback marks of each place that it can show; none of the library's.
    pub(crate) marks: Rc<Marks>,
}

impl Piece {
    /// Compiles a part of the library.
    pub(crate) fn compile(source: &str, name: &str) -> Result<Piece, Vec<Diagnostic>> {
        let compiled = compile::compile(source, &file_of(name))?;
        Ok(Piece {
            code: compiled.code,
            modules: compiled.imports.iter().flat_map(library::modules).collect(),
            names: library::exports(source).map(Rc::from).collect(),
            tokens: Vec::new(),
            marks: Rc::default(),
        })
    }
}

/// What a module of the library is called where a program's file would be named.
pub(crate) fn file_of(module: &str) -> String {
    format!("<{module}>")
}

/// The code of `builtins`, which every program needs. It takes the text of the library (the feature `embedded`).
pub fn builtins() -> Vec<u8> {
    let parts = BUILTINS.iter().map(|source| compiled(source, "builtins"));
    writer::write(&[], &parts.collect::<Vec<_>>())
}

/// The code of a module of the library, for who has that of `builtins`: what is said there is not said again.
///
/// # Errors
/// That of `builtins` is not as it should be.
///
/// # Panics
/// The text of the library is not here (the feature `embedded`).
pub fn module(builtins: &[u8], module: &Module) -> Result<Vec<u8>, Broken> {
    let text = module.text().expect("the library's text was built in");
    Ok(writer::write(&read(&[], builtins)?.texts, &[compiled(text, module.name)]))
}

/// The code of programs, in their order, for who has that of `builtins`.
///
/// # Errors
/// That of `builtins` is not as it should be.
pub fn programs(builtins: &[u8], programs: &[Rc<Program>]) -> Result<Vec<u8>, Broken> {
    let piece = |program: &Rc<Program>| Piece {
        code: program.code.clone(),
        modules: program.imports.clone(),
        names: Vec::new(),
        tokens: compile::tokens(&program.source),
        marks: Rc::new(marks(program)),
    };
    Ok(writer::write(&read(&[], builtins)?.texts, &programs.iter().map(piece).collect::<Vec<_>>()))
}

/// Adds the places of a program's instructions, each once.
fn add_places(code: &Code, marks: &mut Marks) {
    for span in &code.spans {
        if span.line > 0 && !marks.iter().any(|(known, _)| known == span) {
            marks.push((*span, Marked::default()));
        }
    }
    for constant in &code.consts {
        if let Const::Code(inner) = constant {
            add_places(inner, marks);
        }
    }
}

/// What a traceback marks of a program.
fn marks(program: &Program) -> Marks {
    let mut marks = Marks::new();
    add_places(&program.code, &mut marks);
    marks.iter_mut().for_each(|(span, found)| *found = marked(*span, &program.source));
    marks
}

fn compiled(source: &str, name: &str) -> Piece {
    Piece::compile(source, name).expect("the library compiles")
}

pub(crate) use reader::{Read, read};

#[cfg(all(test, feature = "embedded"))]
mod tests {
    use interleave_library::MODULES;

    use super::*;

    /// Code without its places.
    fn placeless(code: &Code) -> Code {
        let inner = |constant: &Const| match constant {
            Const::Code(code) => Const::Code(Rc::new(placeless(code))),
            other => other.clone(),
        };
        let consts = code.consts.iter().map(inner).collect();
        Code { consts, spans: Vec::new(), first_line: 0, ..code.clone() }
    }

    #[test]
    fn the_library_is_read_as_it_was_compiled() {
        let builtins = super::builtins();
        let Read { pieces, texts } = super::read(&[], &builtins).unwrap();
        for (piece, source) in pieces.iter().zip(BUILTINS) {
            assert!(*piece.code == placeless(&compiled(source, "builtins").code));
        }
        assert_eq!(pieces.len(), BUILTINS.len());
        for module in MODULES {
            let bytes = super::module(&builtins, module).unwrap();
            let [read] = &super::read(&texts, &bytes).unwrap().pieces[..] else { panic!("one piece") };
            let compiled = Piece::compile(module.text().unwrap(), module.name).unwrap();
            assert!(*read.code == placeless(&compiled.code), "{}", module.name);
            assert_eq!(read.names, compiled.names, "{}", module.name);
            let names = |piece: &Piece| piece.modules.iter().map(|module| module.name).collect::<Vec<_>>();
            assert_eq!(names(read), names(&compiled), "{}", module.name);
        }
    }
}
