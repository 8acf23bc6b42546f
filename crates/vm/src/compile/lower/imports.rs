//! `import` and `from ... import`.

use std::rc::Rc;

use ruff_python_ast::{ExceptHandler, Expr, Stmt, StmtImport, StmtImportFrom};
use ruff_text_size::{Ranged, TextSize};

use super::Lowering;
use super::statements::split_docstring;
use crate::code::{Const, Op, Span};
use crate::compile::Import;
use crate::compile::source::NOWHERE;

/// The operand of CALL_INTRINSIC_1 for `import *`.
const IMPORT_STAR: u32 = 2;

/// Whether an `except` clause for this class takes the exceptions of imports.
fn catches_imports(kind: &Expr) -> bool {
    let names = ["ImportError", "ModuleNotFoundError", "Exception", "BaseException"];
    matches!(kind, Expr::Name(name) if names.contains(&name.id.as_str()))
}

impl<'a> Lowering<'a> {
    pub(super) fn import(&mut self, import: &'a StmtImport) {
        let span = self.span(import);
        for alias in &import.names {
            let module = alias.name.as_str();
            let place = self.span(&alias.name);
            self.imports.push(Import { module: module.into(), level: 0, names: Vec::new(), span: place });
            self.load_const(span, Const::Int(0));
            self.load_const(span, Const::None);
            self.emit_name(span, Op::ImportName, module);
            match &alias.asname {
                Some(name) => self.import_as(span, module, name),
                None => self.store_name(span, module.split('.').next().unwrap_or(module)),
            }
        }
    }

    /// Imports that a program tries, from `first` on: what neither the library nor CPython itself has is no mistake if the program
    /// handles that it is not there.
    pub(super) fn forgive_imports(&mut self, first: usize, handlers: &[ExceptHandler]) {
        let is_caught = handlers.iter().any(|ExceptHandler::ExceptHandler(handler)| {
            handler.type_.as_deref().is_none_or(|kind| match kind {
                Expr::Tuple(kinds) => kinds.elts.iter().any(catches_imports),
                kind => catches_imports(kind),
            })
        });
        if is_caught {
            let tried = self.imports.split_off(first);
            self.imports.extend(tried.into_iter().filter(|import| {
                let name = &import.module;
                import.level > 0
                    || interleave_library::find(name).is_some()
                    || crate::library::is_standard(name)
            }));
        }
    }

    fn check_future(&mut self, import: &'a StmtImportFrom) {
        if import.end() > self.future.end {
            self.refuse(import, "from __future__ imports must occur at the beginning of the file");
        }
        for alias in &import.names {
            match &*alias.name {
                "braces" => self.refuse(import, "not a chance"),
                name if !FEATURES.contains(&name) => {
                    self.refuse(import, format!("future feature {name} is not defined"));
                }
                _ => {}
            }
        }
    }

    /// `import a.b as c` binds the innermost module.
    fn import_as(&mut self, span: Span, module: &str, name: &str) {
        let mut attributes = module.split('.').skip(1).peekable();
        if attributes.peek().is_none() {
            return self.store_name(span, name);
        }
        while let Some(attribute) = attributes.next() {
            self.emit_name(span, Op::ImportFrom, attribute);
            if attributes.peek().is_some() {
                self.emit(span, Op::Swap, 2);
                self.op(span, Op::PopTop);
            }
        }
        self.store_name(span, name);
        self.op(span, Op::PopTop);
    }

    pub(super) fn import_from(&mut self, import: &'a StmtImportFrom) {
        let span = self.span(import);
        if is_future(import) {
            self.check_future(import);
        }
        let module = import.module.as_ref().map_or("", |module| module.as_str());
        let names = import.names.iter().map(|alias| (alias.name.to_string(), self.span(alias))).collect();
        self.imports.push(Import { module: module.into(), level: import.level, names, span });
        self.load_const(span, Const::Int(import.level.into()));
        let names: Rc<[Const]> =
            import.names.iter().map(|alias| Const::Str(alias.name.as_str().into())).collect();
        self.load_const(span, Const::Tuple(names));
        self.emit_name(span, Op::ImportName, module);
        for alias in &import.names {
            if &*alias.name == "*" {
                self.emit(span, Op::CallIntrinsic1, IMPORT_STAR);
                return self.op(NOWHERE, Op::PopTop);
            }
            self.emit_name(span, Op::ImportFrom, &alias.name);
            self.store_name(span, alias.asname.as_ref().unwrap_or(&alias.name));
        }
        self.op(span, Op::PopTop);
    }
}

/// `from __future__ import ...` statements, which the compiler itself obeys.
#[derive(Clone, Copy, Default)]
pub(super) struct Future {
    /// Whether annotations are kept as text.
    pub(super) has_annotations: bool,
    /// Where the part of the module ends in which they may stand.
    end: TextSize,
}

const FEATURES: [&str; 10] = [
    "nested_scopes",
    "generators",
    "division",
    "absolute_import",
    "with_statement",
    "print_function",
    "unicode_literals",
    "barry_as_FLUFL",
    "generator_stop",
    "annotations",
];

impl Future {
    pub(super) fn of(body: &[Stmt]) -> Future {
        let mut future = Future::default();
        let statements = split_docstring(body).map_or(body, |(_, rest)| rest);
        for statement in statements {
            let Stmt::ImportFrom(import) = statement else { break };
            if !is_future(import) {
                break;
            }
            future.has_annotations |= import.names.iter().any(|alias| &*alias.name == "annotations");
            future.end = import.end();
        }
        future
    }
}

fn is_future(import: &StmtImportFrom) -> bool {
    import.level == 0 && import.module.as_deref() == Some("__future__")
}
