//! Statements: which construct each is, and the simple ones.

use ruff_python_ast::{Expr, Stmt, StmtAssert, StmtExpr, StmtRaise};

use super::Lowering;
use crate::code::{Const, Op, Span};
use crate::compile::fold;
use crate::compile::source::NOWHERE;
use crate::compile::symbols::ScopeKind;

impl<'a> Lowering<'a> {
    pub(super) fn statements(&mut self, body: &'a [Stmt]) {
        body.iter().for_each(|statement| self.statement(statement));
    }

    fn statement(&mut self, statement: &'a Stmt) {
        let span = self.span(statement);
        match statement {
            Stmt::Expr(expr) => self.expression_statement(expr),
            Stmt::Assign(assign) => self.assign(assign),
            Stmt::AugAssign(assign) => self.augmented_assign(assign),
            Stmt::AnnAssign(assign) => self.annotated_assign(assign),
            Stmt::Delete(delete) => delete.targets.iter().for_each(|target| self.expr(target)),
            Stmt::Return(return_) => self.return_(return_),
            Stmt::Raise(raise) => self.raise(raise),
            Stmt::Assert(assert) => self.assert(assert),
            Stmt::Pass(_) => self.op(span, Op::Nop),
            Stmt::Break(_) => self.break_(span),
            Stmt::Continue(_) => self.continue_(span),
            Stmt::If(if_) => self.if_(if_),
            Stmt::While(while_) => self.while_(while_),
            Stmt::For(for_) if for_.is_async => self.async_for(for_),
            Stmt::For(for_) => self.for_(for_),
            Stmt::Try(try_) => self.try_(try_),
            Stmt::With(with) => self.with(with),
            Stmt::Match(match_) => self.match_(match_),
            Stmt::FunctionDef(function) => self.function(function),
            Stmt::ClassDef(class) => self.class(class),
            Stmt::Import(import) => self.import(import),
            Stmt::ImportFrom(import) => self.import_from(import),
            Stmt::Global(_) | Stmt::Nonlocal(_) => {}
            Stmt::TypeAlias(alias) => self.type_alias(alias),
            Stmt::IpyEscapeCommand(_) => self.unsupported(statement, "an IPython command"),
        }
    }

    fn expression_statement(&mut self, statement: &'a StmtExpr) {
        let span = self.span(statement);
        if fold::constant(&statement.value).is_some() {
            return self.op(span, Op::Nop);
        }
        self.expr(&statement.value);
        self.op(NOWHERE, Op::PopTop);
    }

    fn raise(&mut self, raise: &'a StmtRaise) {
        let span = self.span(raise);
        let values = [&raise.exc, &raise.cause].into_iter().flatten();
        let count = values.map(|value| self.expr(value)).count();
        self.emit(span, Op::RaiseVarargs, count as u32);
    }

    fn assert(&mut self, assert: &'a StmtAssert) {
        let span = self.span(assert);
        let end = self.new_label();
        self.jump_if(&assert.test, end, true);
        self.op(span, Op::LoadAssertionError);
        if let Some(message) = &assert.msg {
            self.expr(message);
            self.emit(span, Op::Call, 0);
        }
        let test = self.span(&*assert.test);
        self.emit(test, Op::RaiseVarargs, 1);
        self.place(end);
    }

    pub(super) fn module_body(&mut self, body: &'a [Stmt]) {
        let span = body.first().map_or(NOWHERE, |first| self.span(first));
        self.body(span, body);
    }

    /// The statements of a module or class: its annotations and docstring are kept in its namespace.
    pub(super) fn body(&mut self, span: Span, body: &'a [Stmt]) {
        if has_annotations(body) {
            self.op(span, Op::SetupAnnotations);
        }
        let Some((docstring, rest)) = split_docstring(body) else {
            return self.statements(body);
        };
        let place = self.span(docstring);
        self.load_const(place, Const::Str(clean(docstring.value.to_str()).into()));
        self.store_name(NOWHERE, "__doc__");
        self.statements(rest);
    }

    pub(super) fn is_module_or_class(&mut self) -> bool {
        matches!(self.unit().kind, ScopeKind::Module | ScopeKind::Class)
    }
}

/// A body's docstring, and the statements behind it.
pub(super) fn split_docstring(body: &[Stmt]) -> Option<(&ruff_python_ast::ExprStringLiteral, &[Stmt])> {
    let (first, rest) = body.split_first()?;
    match first {
        Stmt::Expr(StmtExpr { value, .. }) => match &**value {
            Expr::StringLiteral(literal) => Some((literal, rest)),
            _ => None,
        },
        _ => None,
    }
}

/// A docstring without the indentation that its lines share, as CPython keeps it.
pub(super) fn clean(docstring: &str) -> String {
    let text = expand_tabs(docstring);
    let mut lines = text.split('\n');
    let first = lines.next().unwrap_or("");
    let rest: Vec<&str> = lines.collect();
    let indentation = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let margin =
        rest.iter().filter(|line| indentation(line) < line.len()).map(|line| indentation(line)).min();
    let mut cleaned = first.trim_start_matches(' ').to_owned();
    for line in rest {
        cleaned.push('\n');
        cleaned.push_str(&line[margin.unwrap_or(0).min(indentation(line))..]);
    }
    cleaned
}

fn expand_tabs(text: &str) -> String {
    let mut expanded = String::with_capacity(text.len());
    let mut column = 0;
    for c in text.chars() {
        match c {
            '\t' => {
                let width = 8 - column % 8;
                expanded.extend(std::iter::repeat_n(' ', width));
                column += width;
            }
            '\n' | '\r' => {
                expanded.push(c);
                column = 0;
            }
            _ => {
                expanded.push(c);
                column += 1;
            }
        }
    }
    expanded
}

/// Whether a block annotates a variable, other than in functions and classes in it.
fn has_annotations(body: &[Stmt]) -> bool {
    body.iter().any(|statement| match statement {
        Stmt::AnnAssign(_) => true,
        Stmt::For(for_) => has_annotations(&for_.body) || has_annotations(&for_.orelse),
        Stmt::While(while_) => has_annotations(&while_.body) || has_annotations(&while_.orelse),
        Stmt::If(if_) => {
            has_annotations(&if_.body)
                || if_.elif_else_clauses.iter().any(|clause| has_annotations(&clause.body))
        }
        Stmt::With(with) => has_annotations(&with.body),
        Stmt::Match(match_) => match_.cases.iter().any(|case| has_annotations(&case.body)),
        Stmt::Try(try_) => {
            has_annotations(&try_.body)
                || try_.handlers.iter().any(|handler| {
                    let ruff_python_ast::ExceptHandler::ExceptHandler(handler) = handler;
                    has_annotations(&handler.body)
                })
                || has_annotations(&try_.orelse)
                || has_annotations(&try_.finalbody)
        }
        _ => false,
    })
}
