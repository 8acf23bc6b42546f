//! What each name means in each block of the program, decided before any instruction is written.
//!
//! A first walk ([`collect`]) notes how every block uses its names; a second one ([`resolve`]) decides which of them
//! are locals, cells, free variables and globals, and which comprehensions become part of the block around them
//! (PEP 709). The node of every block then carries its [`ScopeId`] in `node_index`.

mod collect;
mod mangle;
mod resolve;

use std::collections::BTreeSet;
use std::rc::Rc;

use litemap::LiteMap;
use ruff_python_ast::{AtomicNodeIndex, ModModule, NodeIndex};

use super::source::Source;
use crate::diagnostic::Diagnostic;

pub(super) use mangle::mangle;

/// How a block uses a name, as a set of bits.
pub(super) type Uses = u16;

pub(super) const GLOBAL: Uses = 1;
pub(super) const ASSIGNED: Uses = 1 << 1;
pub(super) const PARAMETER: Uses = 1 << 2;
pub(super) const NONLOCAL: Uses = 1 << 3;
pub(super) const READ: Uses = 1 << 4;
/// In a class body: assigned there, and also free in one of its methods.
pub(super) const FREE_IN_CLASS: Uses = 1 << 5;
pub(super) const IMPORTED: Uses = 1 << 6;
pub(super) const ANNOTATED: Uses = 1 << 7;
/// Bound by the `for` of a comprehension.
pub(super) const ITERATION: Uses = 1 << 8;
/// A cell only because of an inlined comprehension.
pub(super) const COMPREHENSION_CELL: Uses = 1 << 9;

/// Any use that makes the name belong to the block.
pub(super) const BOUND: Uses = ASSIGNED | PARAMETER | IMPORTED;

/// Where a block finds a name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Binding {
    #[default]
    Unknown,
    Local,
    GlobalExplicit,
    GlobalImplicit,
    Free,
    Cell,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Symbol {
    pub(super) uses: Uses,
    pub(super) binding: Binding,
}

/// A block's symbols, in the order in which the block first uses them.
#[derive(Debug, Default)]
pub(super) struct Symbols {
    order: Vec<Rc<str>>,
    by_name: LiteMap<Rc<str>, Symbol>,
}

impl Symbols {
    pub(super) fn get(&self, name: &str) -> Option<Symbol> {
        self.by_name.get(name).copied()
    }

    pub(super) fn set(&mut self, name: &Rc<str>, symbol: Symbol) {
        if self.by_name.insert(name.clone(), symbol).is_none() {
            self.order.push(name.clone());
        }
    }

    pub(super) fn remove(&mut self, name: &str) {
        if self.by_name.remove(name).is_some() {
            self.order.retain(|other| &**other != name);
        }
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&Rc<str>, Symbol)> {
        self.order.iter().map(|name| (name, self.by_name[name]))
    }

    /// The names that `wanted` picks, sorted, as CPython orders cells and free variables.
    pub(super) fn sorted(&self, wanted: impl Fn(Symbol) -> bool) -> Vec<Rc<str>> {
        self.by_name.iter().filter(|(_, symbol)| wanted(**symbol)).map(|(name, _)| name.clone()).collect()
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct ScopeId(u32);

impl ScopeId {
    pub(super) const MODULE: ScopeId = ScopeId(0);

    /// The scope whose block a node is, as [`SymbolTable::build`] noted it in the node.
    pub(super) fn of(node: &AtomicNodeIndex) -> ScopeId {
        ScopeId(node.load().as_u32().unwrap_or(0))
    }

    fn mark(self, node: &AtomicNodeIndex) {
        node.set(NodeIndex::from(self.0));
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ScopeKind {
    Module,
    Class,
    /// A function or lambda.
    Function,
    /// A list, set or dictionary comprehension.
    Comprehension,
    GeneratorExpression,
}

#[derive(Debug)]
pub(super) struct Scope {
    pub(super) kind: ScopeKind,
    pub(super) symbols: Symbols,
    pub(super) parameters: Vec<Rc<str>>,
    pub(super) is_generator: bool,
    /// An `async def`.
    pub(super) is_coroutine: bool,
    /// A comprehension whose instructions are written into the block around it.
    pub(super) is_inlined: bool,
    /// A class one of whose methods uses `__class__` or `super()`.
    pub(super) needs_class_cell: bool,
    children: Vec<ScopeId>,
    /// The class in which `__x` is mangled.
    private: Option<Rc<str>>,
}

impl Scope {
    fn new(kind: ScopeKind, private: Option<Rc<str>>) -> Self {
        Scope {
            kind,
            symbols: Symbols::default(),
            parameters: Vec::new(),
            is_generator: kind == ScopeKind::GeneratorExpression,
            is_coroutine: false,
            is_inlined: false,
            needs_class_cell: false,
            children: Vec::new(),
            private,
        }
    }

    /// Whether its variables live in fast slots.
    pub(super) fn is_function_like(&self) -> bool {
        !matches!(self.kind, ScopeKind::Module | ScopeKind::Class)
    }

    fn is_comprehension(&self) -> bool {
        matches!(self.kind, ScopeKind::Comprehension | ScopeKind::GeneratorExpression)
    }
}

pub(super) struct SymbolTable {
    scopes: Vec<Scope>,
}

impl SymbolTable {
    /// Finds what every name of a module means. What CPython refuses about names is said in `diagnostics`.
    pub(super) fn build(
        module: &ModModule,
        source: &Source,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> SymbolTable {
        let (mut table, declarations) = collect::collect(module, source, diagnostics);
        resolve::resolve(&mut table, &declarations, diagnostics);
        table
    }

    pub(super) fn scope(&self, id: ScopeId) -> &Scope {
        &self.scopes[id.0 as usize]
    }

    pub(super) fn scope_mut(&mut self, id: ScopeId) -> &mut Scope {
        &mut self.scopes[id.0 as usize]
    }
}

type Names = BTreeSet<Rc<str>>;
