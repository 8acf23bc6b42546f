//! Comprehensions, written into the block around them (PEP 709), and generator expressions, which have their own.

use std::rc::Rc;

use ruff_python_ast::{AtomicNodeIndex, Comprehension, Expr};
use ruff_text_size::{Ranged, TextRange};

use super::Lowering;
use crate::code::{Op, Span};
use crate::compile::sequence::{Label, Opcode};
use crate::compile::source::NOWHERE;
use crate::compile::symbols::{ASSIGNED, Binding, NONLOCAL, ScopeId, ScopeKind, Symbol};

/// A comprehension's parts, whichever kind it is.
struct Parts<'a> {
    node: &'a AtomicNodeIndex,
    generators: &'a [Comprehension],
    element: Element<'a>,
}

#[derive(Clone, Copy)]
enum Element<'a> {
    List(&'a Expr),
    Set(&'a Expr),
    Item(&'a Expr, &'a Expr),
    Yielded(&'a Expr),
}

/// What an inlined comprehension changed in the block around it, to be put back.
#[derive(Default)]
struct Inlined {
    /// Symbols that mean something else inside.
    shadowed: Vec<(Rc<str>, Option<Symbol>)>,
    /// Variables whose outer value lies on the stack meanwhile.
    pushed: Vec<Rc<str>>,
    /// Variables of a module's or class's comprehension that became visible.
    shown: Vec<Rc<str>>,
    /// Where an exception puts the outer values back.
    cleanup: Option<Label>,
}

impl<'a> Lowering<'a> {
    pub(super) fn comprehension(&mut self, expr: &'a Expr) {
        self.comprehension_at(expr.range(), expr);
    }

    /// A comprehension, with the place that it is said to be at.
    pub(super) fn comprehension_at(&mut self, range: TextRange, expr: &'a Expr) {
        let parts = match expr {
            Expr::ListComp(e) => {
                Parts { node: &e.node_index, generators: &e.generators, element: Element::List(&e.elt) }
            }
            Expr::SetComp(e) => {
                Parts { node: &e.node_index, generators: &e.generators, element: Element::Set(&e.elt) }
            }
            Expr::DictComp(e) => {
                let Some(key) = &e.key else {
                    return self.unsupported(e, "unpacking in a comprehension");
                };
                let element = Element::Item(key, &e.value);
                Parts { node: &e.node_index, generators: &e.generators, element }
            }
            Expr::Generator(e) => {
                Parts { node: &e.node_index, generators: &e.generators, element: Element::Yielded(&e.elt) }
            }
            _ => return,
        };
        let id = ScopeId::of(parts.node);
        let is_async = parts.generators.iter().any(|generator| generator.is_async);
        if is_async || self.symbols.scope(id).is_coroutine {
            if matches!(parts.element, Element::Yielded(_)) {
                return self.unsupported(expr, "an asynchronous generator expression");
            }
            let message = "asynchronous comprehension outside of an asynchronous function";
            if is_async && !self.in_coroutine(expr, message) {
                return;
            }
        }
        if self.symbols.scope(id).is_inlined {
            self.inlined_comprehension(range, &parts, id);
        } else {
            self.generator_expression(range, &parts, id);
        }
    }

    fn generator_expression(&mut self, range: TextRange, parts: &Parts<'a>, id: ScopeId) {
        let span = self.span(&range);
        self.enter(id, "<genexpr>", span.line);
        self.unit().arg_count = 1;
        self.generator_body(|lowering| lowering.generators(span, parts, 0, 0, false));
        let code = self.leave_unit();
        self.make_closure(span, code, 0);
        self.outermost_iterator(parts);
        self.emit(span, Op::Call, 0);
    }

    fn outermost_iterator(&mut self, parts: &Parts<'a>) {
        if let Some(outermost) = parts.generators.first() {
            self.iterable(&outermost.iter);
            let span = self.span(&outermost.iter);
            self.op(span, if outermost.is_async { Op::GetAiter } else { Op::GetIter });
        }
    }

    fn inlined_comprehension(&mut self, range: TextRange, parts: &Parts<'a>, id: ScopeId) {
        let span = self.span(&range);
        self.outermost_iterator(parts);
        let inlined = self.enter_inlined(span, id);
        let build = match parts.element {
            Element::Set(_) => Op::BuildSet,
            Element::Item(..) => Op::BuildMap,
            _ => Op::BuildList,
        };
        self.emit(span, build, 0);
        self.emit(span, Op::Swap, 2);
        self.generators(span, parts, 0, 0, true);
        self.leave_inlined(span, inlined);
    }

    /// Makes a comprehension's names mean its own variables, and keeps the outer values of these on the stack.
    fn enter_inlined(&mut self, span: Span, id: ScopeId) -> Inlined {
        let outer = self.unit().scope;
        let in_class = self.unit().kind == ScopeKind::Class && self.unit().inlined == 0;
        let is_function = self.unit().is_function();
        self.unit().inlined += 1;
        let mut inlined = Inlined::default();
        let symbols: Vec<(Rc<str>, Symbol)> =
            self.symbols.scope(id).symbols.iter().map(|(name, symbol)| (name.clone(), symbol)).collect();
        for (name, symbol) in symbols {
            let before = self.symbols.scope(outer).symbols.get(&name);
            if in_class || is_bound_elsewhere(symbol.binding, before.unwrap_or_default().binding) {
                inlined.shadowed.push((name.clone(), before));
                self.symbols.scope_mut(outer).symbols.set(&name, symbol);
            }
            let is_own = symbol.uses & ASSIGNED != 0 && symbol.uses & NONLOCAL == 0;
            if !is_own && !in_class {
                continue;
            }
            if !is_function && self.unit().hidden.insert(name.clone(), true) != Some(true) {
                inlined.shown.push(name.clone());
            }
            self.push_variable(span, &name, symbol.binding);
            inlined.pushed.push(name);
        }
        if !inlined.pushed.is_empty() {
            self.emit(span, Op::Swap, inlined.pushed.len() as u32 + 1);
            let cleanup = self.new_label();
            self.jump(span, Opcode::SetupFinally, cleanup);
            inlined.cleanup = Some(cleanup);
        }
        inlined
    }

    fn push_variable(&mut self, span: Span, name: &Rc<str>, binding: Binding) {
        let slot = self.unit().variables.add(name);
        self.emit(span, Op::LoadFastAndClear, slot);
        if binding == Binding::Cell
            && let Some(cell) = self.cell_index(name)
        {
            self.emit(span, Op::MakeCell, cell);
        }
    }

    fn leave_inlined(&mut self, span: Span, inlined: Inlined) {
        self.unit().inlined -= 1;
        let outer = self.unit().scope;
        for (name, before) in inlined.shadowed {
            let symbols = &mut self.symbols.scope_mut(outer).symbols;
            match before {
                Some(symbol) => symbols.set(&name, symbol),
                None => symbols.remove(&name),
            }
        }
        if let Some(cleanup) = inlined.cleanup {
            let end = self.new_label();
            self.op(NOWHERE, Opcode::PopBlock);
            self.jump(NOWHERE, Opcode::JumpNoInterrupt, end);
            // An exception leaves the unfinished collection below itself.
            self.place(cleanup);
            self.emit(NOWHERE, Op::Swap, 2);
            self.op(NOWHERE, Op::PopTop);
            self.restore_variables(span, &inlined.pushed);
            self.emit(NOWHERE, Op::Reraise, 0);
            self.place(end);
            self.restore_variables(span, &inlined.pushed);
        }
        for name in inlined.shown {
            self.unit().hidden.insert(name, false);
        }
    }

    fn restore_variables(&mut self, span: Span, pushed: &[Rc<str>]) {
        self.emit(span, Op::Swap, pushed.len() as u32 + 1);
        for name in pushed.iter().rev() {
            let slot = self.unit().variables.add(name);
            self.emit(span, Opcode::StoreFastMaybeNull, slot);
        }
    }

    /// The `for` clauses from `index` on, around the element. `depth` says how many iterators lie on the stack above
    /// the collection.
    fn generators(&mut self, span: Span, parts: &Parts<'a>, index: usize, mut depth: u32, is_on_stack: bool) {
        let Some(generator) = parts.generators.get(index) else {
            return;
        };
        let [start, next, end] = std::array::from_fn(|_| self.new_label());
        let mut is_loop = true;
        if index == 0 {
            if !is_on_stack {
                self.emit(span, Op::LoadFast, 0);
            }
        } else if let Some(only) = only_element(&generator.iter).filter(|_| !generator.is_async) {
            // `for x in [value]` is an assignment.
            self.expr(only);
            is_loop = false;
        } else {
            self.iterable(&generator.iter);
            let place = self.span(&generator.iter);
            self.op(place, if generator.is_async { Op::GetAiter } else { Op::GetIter });
        }
        if is_loop {
            depth += 1;
            self.place(start);
            let place = self.span(&generator.iter);
            if generator.is_async {
                self.next_awaited(span, end);
            } else {
                self.jump(place, Op::ForIter, end);
            }
        }
        self.expr(&generator.target);
        for test in &generator.ifs {
            self.jump_if(test, next, false);
        }
        let is_innermost = index + 1 == parts.generators.len();
        let place = self.element_span(&parts.element, is_innermost);
        if is_innermost {
            self.element(place, &parts.element, depth + 1);
        } else {
            self.generators(span, parts, index + 1, depth, false);
        }
        self.place(next);
        if is_loop {
            self.jump(place, Opcode::Jump, start);
            self.place(end);
            if generator.is_async {
                self.op(span, Op::EndAsyncFor);
            } else {
                self.op(NOWHERE, Op::EndFor);
                self.op(NOWHERE, Op::PopTop);
            }
        }
    }

    /// The place of the element, of which the outer loops only know the key.
    fn element_span(&self, element: &Element, is_innermost: bool) -> Span {
        match element {
            Element::Item(key, _) if !is_innermost => self.span(*key),
            Element::List(value) | Element::Set(value) | Element::Yielded(value) => self.span(*value),
            Element::Item(key, value) => self.span(&key.range().cover(value.range())),
        }
    }

    fn element(&mut self, span: Span, element: &Element<'a>, depth: u32) {
        match *element {
            Element::List(value) => {
                self.expr(value);
                self.emit(span, Op::ListAppend, depth);
            }
            Element::Set(value) => {
                self.expr(value);
                self.emit(span, Op::SetAdd, depth);
            }
            Element::Item(key, value) => {
                self.expr(key);
                self.expr(value);
                self.emit(span, Op::MapAdd, depth);
            }
            Element::Yielded(value) => {
                self.expr(value);
                self.yield_value(span);
                self.op(span, Op::PopTop);
            }
        }
    }
}

/// Whether a name is found in another way inside a comprehension than around it.
fn is_bound_elsewhere(inside: Binding, outside: Binding) -> bool {
    inside != outside && inside != Binding::Free && (inside, outside) != (Binding::Cell, Binding::Free)
}

/// The element of a list or tuple display that has just one.
fn only_element(expr: &Expr) -> Option<&Expr> {
    let elements = match expr {
        Expr::List(list) => &list.elts,
        Expr::Tuple(tuple) => &tuple.elts,
        _ => return None,
    };
    match &**elements {
        [Expr::Starred(_)] => None,
        [only] => Some(only),
        _ => None,
    }
}
