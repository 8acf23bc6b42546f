//! A program: source that was compiled, and whose imports the library has.

use std::ops::Range;
use std::rc::Rc;

use interleave_library::{Module, find};

use crate::absent;
use crate::code::{Code, Span};
use crate::compile::{self, Import, TokenKind};
use crate::diagnostic::Diagnostic;
use crate::library::{self, Library};
use crate::traceback::Marks;

/// A compiled program.
#[derive(Clone, Debug)]
pub struct Program {
    /// The source.
    pub source: Rc<str>,
    /// The file's name, as tracebacks show it.
    pub file: Rc<str>,
    /// The module's code, in which all other code is.
    pub code: Rc<Code>,
    /// The library's modules that it imports.
    pub(crate) imports: Vec<&'static Module>,
    /// Where they are, and the modules that they need.
    pub(crate) library: Library,
    /// What `input()` reads.
    pub input: Rc<str>,
}

impl Program {
    /// Compiles a program that imports only what was built in.
    ///
    /// # Errors
    /// As [`Program::compile_with`].
    pub fn compile(source: &str, file: &str) -> Result<Rc<Program>, Vec<Diagnostic>> {
        Program::compile_with(&Library::default(), source, file)
    }

    /// Compiles a program, whose imports a library has.
    ///
    /// # Errors
    /// All that is wrong with it, in the order of the source: syntax errors, Python that Interleave does not run,
    /// and imports that it does not have, or that nobody has given ([`Library::missing`]).
    pub fn compile_with(library: &Library, source: &str, file: &str) -> Result<Rc<Program>, Vec<Diagnostic>> {
        if !library.has_builtins() {
            return Err(vec![unknown("the built-in functions could not be loaded", Span::default(), None)]);
        }
        if let Some(program) = Program::given(library, source, file) {
            return Ok(Rc::new(program));
        }
        let compiled = compile::compile(source, file)?;
        let mut imports = Vec::new();
        let mut diagnostics = absent::absent(&compiled.code);
        for import in &compiled.imports {
            match modules_of(library, import) {
                Ok(found) => imports.extend(found),
                Err(diagnostic) => diagnostics.push(diagnostic),
            }
        }
        if !diagnostics.is_empty() {
            diagnostics.sort_by_key(|diagnostic| (diagnostic.span.line, diagnostic.span.column));
            diagnostics.dedup();
            return Err(diagnostics);
        }
        imports.sort_by_key(|module| module.name);
        imports.dedup_by_key(|module| module.name);
        Ok(Rc::new(Program {
            source: source.into(),
            file: file.into(),
            code: compiled.code,
            imports,
            library: library.clone(),
            input: "".into(),
        }))
    }

    /// A program that was compiled before, if all that it imports is here.
    fn given(library: &Library, source: &str, file: &str) -> Option<Program> {
        let piece = library.program(source).filter(|piece| *piece.code.file == *file)?;
        if !library.missing_of(&piece.modules).is_empty() {
            return None;
        }
        Some(Program {
            source: source.into(),
            file: file.into(),
            code: piece.code.clone(),
            imports: piece.modules.clone(),
            library: library.clone(),
            input: "".into(),
        })
    }

    /// The library's modules that it imports, by their names' order.
    pub fn imports(&self) -> &[&'static Module] {
        &self.imports
    }

    /// The tokens of its source, as [`compile::tokens`] gives them.
    pub fn tokens(&self) -> Vec<(TokenKind, Range<usize>)> {
        let given = self.library.program(&self.source);
        given.map_or_else(|| compile::tokens(&self.source), |piece| piece.tokens.clone())
    }

    /// What a traceback marks of its places, where that is known.
    pub(crate) fn marks(&self) -> Rc<Marks> {
        self.library.program(&self.source).map(|piece| piece.marks.clone()).unwrap_or_default()
    }

    /// The same program, whose `input()` reads the lines of a text.
    pub fn with_input(&self, input: &str) -> Rc<Program> {
        Rc::new(Program { input: input.into(), ..self.clone() })
    }
}

/// The library's modules that an import needs.
fn modules_of(library: &Library, import: &Import) -> Result<Vec<&'static Module>, Diagnostic> {
    if import.level > 0 {
        return Err(unknown(
            "a program here is a single file: relative imports have nothing to import",
            import.span,
            None,
        ));
    }
    if import.module == "builtins" {
        // Every program has it; what is not in it, running says.
        return Ok(Vec::new());
    }
    let Some(module) = find(&import.module) else {
        let help = library::reason(&import.module);
        return Err(unknown(&format!("Interleave has no module '{}'", import.module), import.span, help));
    };
    if library::modules(import).any(|module| library.unknown(module).next().is_some()) {
        let help = Some("a module is fetched when a program imports it: that needs the network".to_string());
        let message = format!("the module '{}', or one that it needs, could not be loaded", import.module);
        return Err(unknown(&message, import.span, help));
    }
    let mut modules = vec![module];
    for (name, span) in &import.names {
        if let Some(inner) = find(&format!("{}.{name}", import.module)) {
            modules.push(inner);
        } else if name != "*"
            && (!library.has(module, name) || absent::reason(&import.module, name).is_some())
        {
            let message = format!("Interleave's module '{}' has no '{name}'", import.module);
            return Err(unknown(&message, *span, absent::reason(&import.module, name)));
        }
    }
    Ok(modules)
}

fn unknown(message: &str, span: Span, help: Option<String>) -> Diagnostic {
    Diagnostic { span, message: message.to_string(), help }
}
