//! `if`, `while` and `for`.

use ruff_python_ast::{Expr, StmtFor, StmtIf, StmtWhile};

use super::Lowering;
use super::unit::Around;
use crate::code::Op;
use crate::compile::sequence::Opcode;
use crate::compile::source::NOWHERE;

/// Whether a test is `typing.TYPE_CHECKING`: what stands behind it never runs, so nothing has to be there for it.
fn is_for_type_checkers(test: &Expr) -> bool {
    match test {
        Expr::Name(name) => &*name.id == "TYPE_CHECKING",
        Expr::Attribute(attribute) => &*attribute.attr == "TYPE_CHECKING",
        _ => false,
    }
}

impl<'a> Lowering<'a> {
    pub(super) fn if_(&mut self, if_: &'a StmtIf) {
        let end = self.new_label();
        let mut test = Some(&*if_.test);
        let mut body = &*if_.body;
        let mut clauses = if_.elif_else_clauses.iter();
        loop {
            let clause = clauses.next();
            let next = if clause.is_some() { self.new_label() } else { end };
            if let Some(test) = test {
                self.jump_if(test, next, false);
            }
            let first_import = self.imports.len();
            self.statements(body);
            if test.is_some_and(is_for_type_checkers) {
                self.imports.truncate(first_import);
            }
            let Some(clause) = clause else { break };
            self.jump(NOWHERE, Opcode::JumpNoInterrupt, end);
            self.place(next);
            test = clause.test.as_ref();
            body = &clause.body;
        }
        self.place(end);
    }

    pub(super) fn while_(&mut self, while_: &'a StmtWhile) {
        let [next, body, otherwise, end] = std::array::from_fn(|_| self.new_label());
        self.place(next);
        self.push_around(self.span(while_), Around::WhileLoop { next, end });
        self.jump_if(&while_.test, otherwise, false);
        self.place(body);
        self.statements(&while_.body);
        // The test stands a second time at the end, so that each round takes one jump.
        self.jump_if(&while_.test, body, true);
        self.unit().around.pop();
        self.place(otherwise);
        self.statements(&while_.orelse);
        self.place(end);
    }

    pub(super) fn for_(&mut self, for_: &'a StmtFor) {
        let [next, cleanup, end] = std::array::from_fn(|_| self.new_label());
        self.push_around(self.span(for_), Around::ForLoop { next, end });
        self.iterable(&for_.iter);
        let span = self.span(&*for_.iter);
        self.op(span, Op::GetIter);
        self.place(next);
        self.jump(span, Op::ForIter, cleanup);
        let target = self.span(&*for_.target);
        self.op(target, Op::Nop);
        self.expr(&for_.target);
        self.statements(&for_.body);
        self.jump(NOWHERE, Opcode::Jump, next);
        self.place(cleanup);
        self.op(NOWHERE, Op::EndFor);
        self.op(NOWHERE, Op::PopTop);
        self.unit().around.pop();
        self.statements(&for_.orelse);
        self.place(end);
    }
}
