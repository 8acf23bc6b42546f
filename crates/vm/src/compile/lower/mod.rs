//! Lowering: from the syntax tree to instructions, statement by statement, in the order in which CPython writes them.

mod annotations;
mod assign;
mod calls;
mod classes;
mod comprehensions;
mod conditions;
mod control;
mod displays;
mod emit;
mod expressions;
mod functions;
mod generics;
mod imports;
mod leave;
mod names;
mod patterns;
mod statements;
mod strings;
mod structures;
mod tries;
pub(super) mod unit;
mod withs;
mod yields;

use std::rc::Rc;

use ruff_python_ast::ModModule;
use ruff_text_size::Ranged;

use self::unit::Unit;
use super::assemble::assemble;
use super::source::{Source, line_start};
use super::symbols::{ScopeId, ScopeKind, SymbolTable};
use super::{Import, source};
use crate::code::{Code, Const, Op};
use crate::diagnostic::Diagnostic;

/// Lowers a module with everything in it.
pub(super) fn lower(
    module: &ModModule,
    source: &Source,
    file: &str,
    symbols: SymbolTable,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Code, Vec<Import>) {
    let mut lowering = Lowering {
        source,
        file: file.into(),
        symbols,
        units: Vec::new(),
        future: imports::Future::of(&module.body),
        imports: Vec::new(),
        diagnostics: std::mem::take(diagnostics),
    };
    lowering.enter(ScopeId::MODULE, "<module>", 1);
    lowering.module_body(&module.body);
    let code = lowering.leave_unit();
    *diagnostics = lowering.diagnostics;
    (code, lowering.imports)
}

/// The state of lowering a program: the blocks that are open, the innermost last.
struct Lowering<'a> {
    source: &'a Source<'a>,
    file: Rc<str>,
    symbols: SymbolTable,
    units: Vec<Unit<'a>>,
    future: imports::Future,
    imports: Vec<Import>,
    diagnostics: Vec<Diagnostic>,
}

impl<'a> Lowering<'a> {
    fn unit(&mut self) -> &mut Unit<'a> {
        self.units.last_mut().expect("a block is open while its statements are lowered")
    }

    fn refuse(&mut self, node: &impl Ranged, message: impl Into<String>) {
        let span = self.source.span(node);
        self.diagnostics.push(Diagnostic { span, message: message.into(), help: None });
    }

    fn unsupported(&mut self, node: &impl Ranged, what: &str) {
        self.refuse(node, format!("{what} is not supported by Interleave"));
    }

    /// Opens a block.
    fn enter(&mut self, id: ScopeId, name: &str, first_line: u32) {
        let scope = self.symbols.scope(id);
        let is_class = scope.kind == ScopeKind::Class;
        let private = if is_class { Some(name.into()) } else { self.private() };
        let qualname = if id == ScopeId::MODULE { name.into() } else { self.qualname(name, scope.kind) };
        let unit = Unit::new(id, self.symbols.scope(id), name.into(), qualname, first_line, private);
        self.units.push(unit);
        let mut span = line_start(first_line);
        if id == ScopeId::MODULE {
            span.line = 0;
        }
        self.emit(span, Op::Resume, 0);
    }

    /// Closes the innermost block, which returns None where nothing else was said.
    fn leave_unit(&mut self) -> Code {
        self.load_const(source::NOWHERE, Const::None);
        self.emit(source::NOWHERE, Op::ReturnValue, 0);
        self.leave_unit_as_is()
    }

    fn leave_unit_as_is(&mut self) -> Code {
        let unit = self.units.pop().expect("the block that is left was entered");
        if self.diagnostics.is_empty() {
            assemble(unit, &self.file)
        } else {
            // What was refused left no instructions, so the rest no longer fits together.
            unit.without_instructions(&self.file)
        }
    }

    fn private(&self) -> Option<Rc<str>> {
        self.units.last().and_then(|unit| unit.private.clone())
    }

    fn qualname(&self, name: &str, kind: ScopeKind) -> Rc<str> {
        // What stands around a hidden function of type parameters stands around what has them.
        let is_hidden = |unit: &&Unit<'_>| unit.name.starts_with("<generic parameters of ");
        let Some(parent) = self.units.iter().rev().find(|unit| !is_hidden(unit)) else {
            return name.into();
        };
        if parent.kind == ScopeKind::Module {
            return name.into();
        }
        let is_definition = matches!(kind, ScopeKind::Function | ScopeKind::Class);
        let symbol = self.symbols.scope(parent.scope).symbols.get(&self.mangled(name));
        if is_definition && symbol.is_some_and(|s| s.binding == super::symbols::Binding::GlobalExplicit) {
            return name.into();
        }
        let separator = if parent.kind == ScopeKind::Function { ".<locals>." } else { "." };
        format!("{}{separator}{name}", parent.qualname).into()
    }
}
