//! The second walk: from how names are used to where they are found.

use std::rc::Rc;

use litemap::LiteMap;

use super::collect::Declarations;
use super::{
    BOUND, Binding, COMPREHENSION_CELL, FREE_IN_CLASS, GLOBAL, NONLOCAL, Names, PARAMETER, ScopeId,
    ScopeKind, Symbol, SymbolTable,
};
use crate::diagnostic::Diagnostic;

pub(super) fn resolve(
    table: &mut SymbolTable,
    declarations: &Declarations,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut resolver = Resolver { table, declarations, diagnostics };
    let mut global = Names::new();
    resolver.block(ScopeId::MODULE, None, &mut global);
}

struct Resolver<'a> {
    table: &'a mut SymbolTable,
    declarations: &'a Declarations,
    diagnostics: &'a mut Vec<Diagnostic>,
}

/// What is known about a block's names while it is being resolved.
#[derive(Default)]
struct Found {
    bindings: LiteMap<Rc<str>, Binding>,
    local: Names,
    free: Names,
}

impl Resolver<'_> {
    /// Resolves a block and those in it, and returns the names that they want from outside. `bound` holds the
    /// enclosing functions' variables (none for the module), `global` the names declared global on the way here.
    fn block(&mut self, id: ScopeId, bound: Option<&Names>, global: &mut Names) -> Names {
        let kind = self.table.scope(id).kind;
        let is_class = kind == ScopeKind::Class;
        let mut bound = bound.cloned();
        let outer_bound = bound.clone();
        let outer_global = global.clone();
        let found = self.names(id, &mut bound, global);

        // A class's own names are not seen by the functions in it.
        let mut child_bound = match (is_class, kind) {
            (true, _) => outer_bound.unwrap_or_default(),
            (_, ScopeKind::Module) => Names::new(),
            _ => {
                let mut names = bound.clone().unwrap_or_default();
                names.extend(found.local.iter().cloned());
                names
            }
        };
        let child_global = if is_class { outer_global } else { global.clone() };
        if is_class {
            child_bound.insert("__class__".into());
        }
        self.children(id, found, bound, child_bound, child_global)
    }

    fn names(&mut self, id: ScopeId, bound: &mut Option<Names>, global: &mut Names) -> Found {
        let mut found = Found::default();
        let symbols: Vec<(Rc<str>, Symbol)> =
            self.table.scope(id).symbols.iter().map(|(name, symbol)| (name.clone(), symbol)).collect();
        for (name, symbol) in symbols {
            let binding = self.name(id, &name, symbol, bound, global, &mut found);
            found.bindings.insert(name, binding);
        }
        found
    }

    fn name(
        &mut self,
        id: ScopeId,
        name: &Rc<str>,
        symbol: Symbol,
        bound: &mut Option<Names>,
        global: &mut Names,
        found: &mut Found,
    ) -> Binding {
        let uses = symbol.uses;
        if uses & GLOBAL != 0 {
            if uses & NONLOCAL != 0 {
                self.refuse(id, name, format!("name '{name}' is nonlocal and global"));
            }
            global.insert(name.clone());
            if let Some(bound) = bound {
                bound.remove(name);
            }
            return Binding::GlobalExplicit;
        }
        if uses & NONLOCAL != 0 {
            match bound {
                None => self.refuse(id, name, "nonlocal declaration not allowed at module level".into()),
                Some(bound) if !bound.contains(name) => {
                    self.refuse(id, name, format!("no binding for nonlocal '{name}' found"));
                }
                Some(_) => {}
            }
            found.free.insert(name.clone());
            return Binding::Free;
        }
        if uses & BOUND != 0 {
            found.local.insert(name.clone());
            global.remove(name);
            return Binding::Local;
        }
        if bound.as_ref().is_some_and(|bound| bound.contains(name)) {
            found.free.insert(name.clone());
            return Binding::Free;
        }
        Binding::GlobalImplicit
    }

    fn refuse(&mut self, id: ScopeId, name: &Rc<str>, message: String) {
        if let Some(span) = self.declarations.get(&(id, name.clone())) {
            self.diagnostics.push(Diagnostic { span: *span, message, help: None });
        }
    }

    fn children(
        &mut self,
        id: ScopeId,
        mut found: Found,
        bound: Option<Names>,
        child_bound: Names,
        child_global: Names,
    ) -> Names {
        let is_module = self.table.scope(id).kind == ScopeKind::Module;
        let is_class = self.table.scope(id).kind == ScopeKind::Class;
        let mut free = std::mem::take(&mut found.free);
        let mut inlined_cells = Names::new();
        let mut children = Vec::new();
        for child in std::mem::take(&mut self.table.scope_mut(id).children) {
            let mut global = child_global.clone();
            let mut child_free = self.block(child, Some(&child_bound), &mut global);
            if self.table.scope(child).kind == ScopeKind::Comprehension {
                self.inline(id, child, &mut found, &mut child_free, &mut inlined_cells);
                children.append(&mut self.table.scope_mut(child).children);
            } else {
                children.push(child);
            }
            free.append(&mut child_free);
        }
        self.table.scope_mut(id).children = children;

        if is_class {
            self.table.scope_mut(id).needs_class_cell = free.remove("__class__");
        } else if !is_module {
            for (name, binding) in &mut found.bindings {
                if *binding == Binding::Local && (free.contains(name) || inlined_cells.contains(name)) {
                    *binding = Binding::Cell;
                    free.remove(name);
                }
            }
        }
        self.settle(id, &found, bound.as_ref(), &free, &inlined_cells);
        free
    }

    /// Makes a comprehension part of the block around it: its names become that block's.
    fn inline(
        &mut self,
        outer: ScopeId,
        comprehension: ScopeId,
        found: &mut Found,
        free: &mut Names,
        inlined_cells: &mut Names,
    ) {
        let symbols: Vec<(Rc<str>, Symbol)> =
            self.table.scope(comprehension).symbols.iter().map(|(name, s)| (name.clone(), s)).collect();
        let is_class = self.table.scope(outer).kind == ScopeKind::Class;
        for (name, symbol) in symbols {
            if symbol.uses & PARAMETER != 0 {
                continue;
            }
            if symbol.binding == Binding::Cell || symbol.uses & COMPREHENSION_CELL != 0 {
                inlined_cells.insert(name.clone());
            }
            match self.table.scope(outer).symbols.get(&name) {
                None => {
                    let mut binding = symbol.binding;
                    if binding == Binding::Free && is_class && &*name == "__class__" {
                        binding = Binding::GlobalImplicit;
                        free.remove(&name);
                        self.table.scope_mut(comprehension).symbols.remove(&name);
                    }
                    let copy = Symbol { uses: symbol.uses, binding: Binding::Unknown };
                    self.table.scope_mut(outer).symbols.set(&name, copy);
                    found.bindings.insert(name, binding);
                }
                Some(existing) => {
                    let is_ours = existing.uses & BOUND != 0 && !is_class;
                    if is_ours && !self.is_free_in_a_child(comprehension, &name) {
                        free.remove(&name);
                    }
                }
            }
        }
        self.table.scope_mut(comprehension).is_inlined = true;
    }

    fn is_free_in_a_child(&self, id: ScopeId, name: &str) -> bool {
        self.table.scope(id).children.iter().any(|child| {
            let symbol = self.table.scope(*child).symbols.get(name);
            symbol.is_some_and(|symbol| symbol.binding == Binding::Free)
        })
    }

    /// Writes what was found into the block's symbols, and adds the free variables that only pass through it.
    fn settle(
        &mut self,
        id: ScopeId,
        found: &Found,
        bound: Option<&Names>,
        free: &Names,
        inlined_cells: &Names,
    ) {
        let scope = self.table.scope_mut(id);
        let is_class = scope.kind == ScopeKind::Class;
        for (name, binding) in &found.bindings {
            let mut symbol = scope.symbols.get(name).unwrap_or_default();
            if inlined_cells.contains(name) {
                symbol.uses |= COMPREHENSION_CELL;
            }
            symbol.binding = *binding;
            scope.symbols.set(name, symbol);
        }
        for name in free {
            match scope.symbols.get(name) {
                Some(mut symbol) if is_class => {
                    symbol.uses |= FREE_IN_CLASS;
                    scope.symbols.set(name, symbol);
                }
                Some(_) => {}
                None if bound.is_some_and(|bound| bound.contains(name)) => {
                    scope.symbols.set(name, Symbol { uses: 0, binding: Binding::Free });
                }
                None => {}
            }
        }
    }
}
