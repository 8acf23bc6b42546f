//! A block of source that is being lowered.

use std::collections::BTreeSet;
use std::rc::Rc;

use litemap::LiteMap;
use ruff_python_ast::Stmt;

use crate::code::{Code, Span};
use crate::compile::consts::{Consts, NameTable};
use crate::compile::sequence::{Label, Sequence};
use crate::compile::symbols::{Binding, COMPREHENSION_CELL, FREE_IN_CLASS, Scope, ScopeId, ScopeKind};

/// What the statement being lowered stands in, for `return`, `break` and `continue` to leave properly.
#[derive(Clone)]
pub(super) enum Around<'a> {
    WhileLoop {
        next: Label,
        end: Label,
    },
    ForLoop {
        next: Label,
        end: Label,
    },
    /// The body of `try` with `except`.
    Try,
    /// The body of `try` with `finally`, whose statements are run on the way out.
    TryFinally {
        body: &'a [Stmt],
    },
    /// The `finally` statements while an exception is under way.
    Finally,
    /// The `except` clauses as a whole.
    Handlers,
    /// The `except*` clauses as a whole, which nothing but their end can leave.
    GroupHandlers,
    /// One `except` clause, with the name that it binds.
    Handler {
        name: Option<&'a str>,
    },
    With {
        span: Span,
        is_async: bool,
    },
    /// A value to be returned lies on the stack.
    Value,
    /// A generator's handler for StopIteration.
    Generator,
}

pub(in crate::compile) struct Unit<'a> {
    pub(in crate::compile) scope: ScopeId,
    pub(in crate::compile) kind: ScopeKind,
    pub(in crate::compile) name: Rc<str>,
    pub(in crate::compile) qualname: Rc<str>,
    pub(in crate::compile) first_line: u32,
    /// The class in which `__x` is mangled.
    pub(in crate::compile) private: Option<Rc<str>>,
    pub(in crate::compile) sequence: Sequence,
    pub(in crate::compile) consts: Consts,
    pub(in crate::compile) names: NameTable,
    parameters: usize,
    /// Parameters and locals.
    pub(in crate::compile) variables: NameTable,
    pub(in crate::compile) cells: NameTable,
    pub(in crate::compile) frees: NameTable,
    /// Variables of comprehensions inlined into a module or class, and whether they are visible now.
    pub(in crate::compile) hidden: LiteMap<Rc<str>, bool>,
    pub(in crate::compile) arg_count: u32,
    pub(in crate::compile) positional_only_count: u32,
    pub(in crate::compile) keyword_only_count: u32,
    pub(in crate::compile) has_varargs: bool,
    pub(in crate::compile) has_varkeywords: bool,
    pub(in crate::compile) is_generator: bool,
    pub(in crate::compile) is_coroutine: bool,
    pub(in crate::compile) has_docstring: bool,
    /// As a class: the attributes that its methods assign on `self`.
    pub(super) static_attributes: BTreeSet<Rc<str>>,
    pub(super) around: Vec<Around<'a>>,
    /// How many inlined comprehensions the lowering is inside.
    pub(super) inlined: u32,
}

impl Unit<'_> {
    pub(super) fn new(
        id: ScopeId,
        scope: &Scope,
        name: Rc<str>,
        qualname: Rc<str>,
        first_line: u32,
        private: Option<Rc<str>>,
    ) -> Self {
        let mut cells = scope
            .symbols
            .sorted(|symbol| symbol.binding == Binding::Cell || symbol.uses & COMPREHENSION_CELL != 0);
        if scope.needs_class_cell {
            cells.push("__class__".into());
        }
        let frees = scope
            .symbols
            .sorted(|symbol| symbol.binding == Binding::Free || symbol.uses & FREE_IN_CLASS != 0);
        Unit {
            scope: id,
            kind: scope.kind,
            name,
            qualname,
            first_line,
            private,
            sequence: Sequence::default(),
            consts: Consts::default(),
            names: NameTable::default(),
            parameters: scope.parameters.len(),
            variables: NameTable::new(scope.parameters.clone()),
            cells: NameTable::new(cells),
            frees: NameTable::new(frees),
            hidden: LiteMap::new(),
            arg_count: 0,
            positional_only_count: 0,
            keyword_only_count: 0,
            has_varargs: false,
            has_varkeywords: false,
            is_generator: scope.is_generator,
            is_coroutine: scope.is_coroutine,
            has_docstring: false,
            static_attributes: BTreeSet::new(),
            around: Vec::new(),
            inlined: 0,
        }
    }

    pub(in crate::compile) fn is_function(&self) -> bool {
        !matches!(self.kind, ScopeKind::Module | ScopeKind::Class)
    }

    /// Code that says what the unit is but not what it does.
    pub(in crate::compile) fn without_instructions(self, file: &Rc<str>) -> Code {
        let is_function = self.is_function();
        Code {
            name: self.name,
            qualname: self.qualname,
            file: file.clone(),
            first_line: self.first_line,
            instructions: Vec::new(),
            spans: Vec::new(),
            consts: Vec::new(),
            names: self.names.names().to_vec(),
            locals: Vec::new(),
            arg_count: self.arg_count,
            positional_only_count: self.positional_only_count,
            keyword_only_count: self.keyword_only_count,
            has_varargs: self.has_varargs,
            has_varkeywords: self.has_varkeywords,
            is_generator: self.is_generator,
            is_coroutine: self.is_coroutine,
            is_function,
            has_docstring: self.has_docstring,
            handlers: Vec::new(),
            stack_size: 0,
        }
    }

    pub(in crate::compile) fn parameter_count(&self) -> usize {
        self.parameters
    }
}
