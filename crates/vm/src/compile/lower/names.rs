//! Loading, storing and deleting variables.

use std::rc::Rc;

use ruff_python_ast::ExprContext;

use super::Lowering;
use crate::code::{Op, Span};
use crate::compile::symbols::{Binding, ScopeKind};

/// How the open block reaches a variable.
enum Access {
    Fast,
    Cell(u32),
    Global,
    Name,
}

impl Lowering<'_> {
    pub(super) fn load_name(&mut self, span: Span, name: &str) {
        self.variable(span, name, ExprContext::Load);
    }

    pub(super) fn store_name(&mut self, span: Span, name: &str) {
        self.variable(span, name, ExprContext::Store);
    }

    pub(super) fn variable(&mut self, span: Span, name: &str, context: ExprContext) {
        if name == "__debug__" && context != ExprContext::Load {
            let word = if context == ExprContext::Store { "assign to" } else { "delete" };
            let message = format!("cannot {word} __debug__");
            self.diagnostics.push(crate::Diagnostic { span, message, help: None });
        }
        let name = self.mangled(name);
        match self.access(&name) {
            Access::Fast => self.fast(span, &name, context),
            Access::Cell(cell) => self.cell(span, cell, context),
            Access::Global => self.global(span, &name, context),
            Access::Name => self.by_name(span, &name, context),
        }
    }

    fn access(&mut self, name: &str) -> Access {
        let unit = self.units.last().expect("a block is open");
        let scope = self.symbols.scope(unit.scope);
        let is_function = scope.is_function_like();
        let binding = scope.symbols.get(name).unwrap_or_default().binding;
        match binding {
            Binding::Cell | Binding::Free => match self.cell_index(name) {
                Some(cell) => Access::Cell(cell),
                None => Access::Name,
            },
            Binding::Local if is_function || unit.hidden.get(name) == Some(&true) => Access::Fast,
            Binding::GlobalImplicit if is_function => Access::Global,
            Binding::GlobalExplicit => Access::Global,
            _ => Access::Name,
        }
    }

    /// The compiler's index of a cell or free variable of the open block.
    pub(super) fn cell_index(&self, name: &str) -> Option<u32> {
        let unit = self.units.last()?;
        let behind_cells = unit.cells.names().len() as u32;
        unit.cells.get(name).or_else(|| unit.frees.get(name).map(|free| behind_cells + free))
    }

    fn fast(&mut self, span: Span, name: &Rc<str>, context: ExprContext) {
        let op = match context {
            ExprContext::Store => Op::StoreFast,
            ExprContext::Del => Op::DeleteFast,
            _ => Op::LoadFast,
        };
        let slot = self.unit().variables.add(name);
        self.emit(span, op, slot);
    }

    fn cell(&mut self, span: Span, cell: u32, context: ExprContext) {
        let unit = self.unit();
        let is_class_body = unit.kind == ScopeKind::Class && unit.inlined == 0;
        let op = match context {
            ExprContext::Store => Op::StoreDeref,
            ExprContext::Del => Op::DeleteDeref,
            _ if is_class_body => {
                self.op(span, Op::LoadLocals);
                Op::LoadFromDictOrDeref
            }
            _ => Op::LoadDeref,
        };
        self.emit(span, op, cell);
    }

    fn global(&mut self, span: Span, name: &Rc<str>, context: ExprContext) {
        let index = self.unit().names.add(name);
        match context {
            ExprContext::Store => self.emit(span, Op::StoreGlobal, index),
            ExprContext::Del => self.emit(span, Op::DeleteGlobal, index),
            _ => self.emit(span, Op::LoadGlobal, index << 1),
        }
    }

    fn by_name(&mut self, span: Span, name: &Rc<str>, context: ExprContext) {
        let unit = self.unit();
        let skips_class = unit.kind == ScopeKind::Class && unit.inlined > 0;
        let index = unit.names.add(name);
        match context {
            ExprContext::Store => self.emit(span, Op::StoreName, index),
            ExprContext::Del => self.emit(span, Op::DeleteName, index),
            _ if skips_class => self.emit(span, Op::LoadGlobal, index << 1),
            _ => self.emit(span, Op::LoadName, index),
        }
    }
}
