//! The first walk: which names each block uses, and how.

use std::collections::BTreeMap;
use std::rc::Rc;

use ruff_python_ast::visitor::{
    Visitor, walk_expr, walk_interpolated_string_element, walk_pattern, walk_stmt,
};
use ruff_python_ast::{
    Alias, AtomicNodeIndex, Comprehension, ExceptHandler, Expr, ExprContext, ExprLambda, ExprNamed,
    Identifier, InterpolatedStringElement, ModModule, ParameterWithDefault, Parameters, Pattern, Stmt,
    StmtAnnAssign, StmtClassDef, StmtFunctionDef, StmtTypeAlias, TypeParam, TypeParams,
};
use ruff_text_size::Ranged;

use super::{
    ANNOTATED, ASSIGNED, GLOBAL, IMPORTED, ITERATION, NONLOCAL, PARAMETER, READ, Scope, ScopeId, ScopeKind,
    Symbol, SymbolTable, Uses, mangle,
};
use crate::code::Span;
use crate::compile::source::Source;
use crate::diagnostic::Diagnostic;

/// Where a block declares a name global or nonlocal.
pub(super) type Declarations = BTreeMap<(ScopeId, Rc<str>), Span>;

pub(super) fn collect(
    module: &ModModule,
    source: &Source,
    diagnostics: &mut Vec<Diagnostic>,
) -> (SymbolTable, Declarations) {
    let mut collector = Collector {
        table: SymbolTable { scopes: vec![Scope::new(ScopeKind::Module, None)] },
        declarations: Declarations::new(),
        path: vec![Block { scope: ScopeId::MODULE, in_iteration_target: false, in_iterable: 0, name: "" }],
        source,
        diagnostics,
    };
    collector.visit_body(&module.body);
    (collector.table, collector.declarations)
}

/// A block that is being walked.
struct Block {
    scope: ScopeId,
    in_iteration_target: bool,
    /// How many comprehensions' iterables the walk is inside.
    in_iterable: u32,
    /// What it is called, if it is a comprehension.
    name: &'static str,
}

struct Collector<'a> {
    table: SymbolTable,
    declarations: Declarations,
    path: Vec<Block>,
    source: &'a Source<'a>,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl Collector<'_> {
    fn block(&mut self) -> &mut Block {
        self.path.last_mut().expect("the module's block stays on the path")
    }

    fn current(&mut self) -> ScopeId {
        self.block().scope
    }

    fn refuse(&mut self, node: &impl Ranged, message: impl Into<String>) {
        let span = self.source.span(node);
        self.diagnostics.push(Diagnostic { span, message: message.into(), help: None });
    }

    fn mangled(&mut self, name: &str) -> Rc<str> {
        let scope = self.current();
        mangle(self.table.scope(scope).private.as_deref(), name)
    }

    fn symbol(&mut self, name: &str) -> Symbol {
        let name = self.mangled(name);
        let scope = self.current();
        self.table.scope(scope).symbols.get(&name).unwrap_or_default()
    }

    /// Notes a use of a name in the current block.
    fn note(&mut self, node: &impl Ranged, name: &str, uses: Uses) {
        let scope = self.current();
        self.note_in(scope, node, name, uses);
    }

    fn note_in(&mut self, id: ScopeId, node: &impl Ranged, name: &str, uses: Uses) {
        let mangled = self.mangled(name);
        let mut symbol = self.table.scope(id).symbols.get(&mangled).unwrap_or_default();
        if uses & symbol.uses & PARAMETER != 0 {
            self.refuse(node, format!("duplicate argument '{mangled}' in function definition"));
        }
        symbol.uses |= uses;
        if self.block().in_iteration_target && self.current() == id {
            if symbol.uses & (GLOBAL | NONLOCAL) != 0 {
                let message = format!(
                    "comprehension inner loop cannot rebind assignment expression target '{mangled}'"
                );
                self.refuse(node, message);
            }
            symbol.uses |= ITERATION;
        }
        let scope = self.table.scope_mut(id);
        scope.symbols.set(&mangled, symbol);
        if uses & PARAMETER != 0 {
            scope.parameters.push(mangled.clone());
        }
        if uses & GLOBAL != 0 {
            let module = self.table.scope_mut(ScopeId::MODULE);
            let mut symbol = module.symbols.get(&mangled).unwrap_or_default();
            symbol.uses |= uses;
            module.symbols.set(&mangled, symbol);
        }
    }

    fn enter(&mut self, kind: ScopeKind, node: &AtomicNodeIndex, private: Option<Rc<str>>) {
        let parent = self.current();
        let private = private.or_else(|| self.table.scope(parent).private.clone());
        let id = ScopeId(self.table.scopes.len() as u32);
        self.table.scopes.push(Scope::new(kind, private));
        self.table.scope_mut(parent).children.push(id);
        id.mark(node);
        let in_iterable = self.block().in_iterable;
        self.path.push(Block { scope: id, in_iteration_target: false, in_iterable, name: "" });
    }

    fn leave(&mut self) {
        self.path.pop();
    }

    fn function(&mut self, function: &StmtFunctionDef) {
        self.note(&function.name, &function.name, ASSIGNED);
        self.defaults(&function.parameters);
        for decorator in &function.decorator_list {
            self.visit_expr(&decorator.expression);
        }
        if let Some(params) = &function.type_params {
            self.type_parameters(params);
            let has_default = |parameters: &[ParameterWithDefault]| {
                parameters.iter().any(|parameter| parameter.default.is_some())
            };
            let parameters = &function.parameters;
            if has_default(&parameters.posonlyargs) || has_default(&parameters.args) {
                self.note(&**params, ".defaults", PARAMETER);
            }
            if has_default(&parameters.kwonlyargs) {
                self.note(&**params, ".kwdefaults", PARAMETER);
            }
        }
        for parameter in function.parameters.iter() {
            if let Some(annotation) = parameter.annotation() {
                self.visit_expr(annotation);
            }
        }
        if let Some(returns) = &function.returns {
            self.visit_expr(returns);
        }
        self.enter(ScopeKind::Function, &function.node_index, None);
        let scope = self.current();
        self.table.scope_mut(scope).is_coroutine = function.is_async;
        self.parameters(&function.parameters);
        self.visit_body(&function.body);
        self.leave();
        if function.type_params.is_some() {
            self.leave();
        }
    }

    /// Enters the hidden function that type parameters live in.
    fn type_parameters(&mut self, params: &TypeParams) {
        self.enter(ScopeKind::Function, &params.node_index, None);
        for param in &params.type_params {
            self.note(param.name(), param.name(), ASSIGNED);
            if let TypeParam::TypeVar(variable) = param
                && let Some(bound) = &variable.bound
            {
                self.later(&variable.node_index, bound);
            }
            if let Some(default) = param.default() {
                self.later(&param.name().node_index, default);
            }
        }
    }

    /// An expression that is a function of its own.
    fn later(&mut self, node: &AtomicNodeIndex, value: &Expr) {
        self.enter(ScopeKind::Function, node, None);
        self.visit_expr(value);
        self.leave();
    }

    fn type_alias(&mut self, alias: &StmtTypeAlias) {
        self.visit_expr(&alias.name);
        if let Some(params) = &alias.type_params {
            self.type_parameters(params);
        }
        self.later(&alias.node_index, &alias.value);
        if alias.type_params.is_some() {
            self.leave();
        }
    }

    fn lambda(&mut self, lambda: &ExprLambda) {
        if let Some(parameters) = &lambda.parameters {
            self.defaults(parameters);
        }
        self.enter(ScopeKind::Function, &lambda.node_index, None);
        if let Some(parameters) = &lambda.parameters {
            self.parameters(parameters);
        }
        self.visit_expr(&lambda.body);
        self.leave();
    }

    fn defaults(&mut self, parameters: &Parameters) {
        for parameter in parameters.iter_non_variadic_params() {
            if let Some(default) = &parameter.default {
                self.visit_expr(default);
            }
        }
    }

    fn parameters(&mut self, parameters: &Parameters) {
        for parameter in parameters.iter_non_variadic_params() {
            self.note(&parameter.parameter, &parameter.parameter.name, PARAMETER);
        }
        for parameter in [&parameters.vararg, &parameters.kwarg].into_iter().flatten() {
            self.note(&**parameter, &parameter.name, PARAMETER);
        }
    }

    fn class(&mut self, class: &StmtClassDef) {
        self.note(&class.name, &class.name, ASSIGNED);
        for decorator in &class.decorator_list {
            self.visit_expr(&decorator.expression);
        }
        if let Some(params) = &class.type_params {
            self.type_parameters(params);
            for name in [".type_params", ".generic_base"] {
                self.note(&**params, name, ASSIGNED | READ);
            }
        }
        if let Some(arguments) = &class.arguments {
            self.visit_arguments(arguments);
        }
        self.enter(ScopeKind::Class, &class.node_index, Some(class.name.as_str().into()));
        if let Some(params) = &class.type_params {
            self.note(&**params, ".type_params", READ);
        }
        self.visit_body(&class.body);
        self.leave();
        if class.type_params.is_some() {
            self.leave();
        }
    }

    fn comprehension(
        &mut self,
        (kind, name): (ScopeKind, &'static str),
        node: &AtomicNodeIndex,
        generators: &[Comprehension],
        elements: [Option<&Expr>; 2],
    ) {
        let Some((outermost, inner)) = generators.split_first() else {
            return;
        };
        self.iterable(&outermost.iter);
        self.enter(kind, node, None);
        self.block().name = name;
        self.note(outermost, ".0", PARAMETER);
        self.iteration_target(&outermost.target);
        outermost.ifs.iter().for_each(|test| self.visit_expr(test));
        for generator in inner {
            self.iteration_target(&generator.target);
            self.iterable(&generator.iter);
            generator.ifs.iter().for_each(|test| self.visit_expr(test));
        }
        elements.into_iter().flatten().for_each(|element| self.visit_expr(element));
        let scope = self.current();
        if kind == ScopeKind::Comprehension && self.table.scope(scope).is_generator {
            self.table.scope_mut(scope).is_generator = false;
        }
        self.leave();
    }

    fn iterable(&mut self, iterable: &Expr) {
        self.block().in_iterable += 1;
        self.visit_expr(iterable);
        self.block().in_iterable -= 1;
    }

    fn iteration_target(&mut self, target: &Expr) {
        self.block().in_iteration_target = true;
        self.visit_expr(target);
        self.block().in_iteration_target = false;
    }

    /// `name := value`; in a comprehension the name belongs to the function (or module) around it.
    fn named(&mut self, named: &ExprNamed) {
        if self.block().in_iterable > 0 {
            self.refuse(named, "assignment expression cannot be used in a comprehension iterable expression");
        }
        let scope = self.current();
        if let (true, Expr::Name(name)) = (self.table.scope(scope).is_comprehension(), &*named.target) {
            self.named_in_comprehension(&name.id, named);
        }
        self.visit_expr(&named.value);
        self.visit_expr(&named.target);
    }

    fn named_in_comprehension(&mut self, name: &str, named: &ExprNamed) {
        let mangled = self.mangled(name);
        let path: Vec<ScopeId> = self.path.iter().rev().map(|block| block.scope).collect();
        for id in path {
            let scope = self.table.scope(id);
            let uses = scope.symbols.get(&mangled).unwrap_or_default().uses;
            match scope.kind {
                ScopeKind::Comprehension | ScopeKind::GeneratorExpression => {
                    if uses & ITERATION != 0 {
                        let message = format!(
                            "assignment expression cannot rebind comprehension iteration variable '{mangled}'"
                        );
                        return self.refuse(named, message);
                    }
                }
                ScopeKind::Function => {
                    let inner = if uses & GLOBAL != 0 { GLOBAL } else { NONLOCAL };
                    self.note(named, name, inner);
                    self.declare(named, mangled);
                    return self.note_in(id, named, name, ASSIGNED);
                }
                ScopeKind::Module => {
                    self.note(named, name, GLOBAL);
                    self.declare(named, mangled);
                    return self.note_in(id, named, name, GLOBAL);
                }
                ScopeKind::Class => {
                    let message =
                        "assignment expression within a comprehension cannot be used in a class body";
                    return self.refuse(named, message);
                }
            }
        }
    }

    fn declare(&mut self, node: &impl Ranged, mangled: Rc<str>) {
        let key = (self.current(), mangled);
        self.declarations.insert(key, self.source.span(node));
    }

    fn declaration(&mut self, statement: &impl Ranged, names: &[Identifier], uses: Uses) {
        let word = if uses == GLOBAL { "global" } else { "nonlocal" };
        for name in names {
            let before = self.symbol(name).uses;
            if before & (PARAMETER | ASSIGNED | READ | ANNOTATED) != 0 {
                let message = if before & PARAMETER != 0 {
                    format!("name '{name}' is parameter and {word}")
                } else if before & READ != 0 {
                    format!("name '{name}' is used prior to {word} declaration")
                } else if before & ANNOTATED != 0 {
                    format!("annotated name '{name}' can't be {word}")
                } else {
                    format!("name '{name}' is assigned to before {word} declaration")
                };
                self.refuse(statement, message);
            }
            self.note(name, name, uses);
            let mangled = self.mangled(name);
            self.declare(statement, mangled);
        }
    }

    fn annotated(&mut self, statement: &StmtAnnAssign) {
        if let Expr::Name(name) = &*statement.target {
            let before = self.symbol(&name.id).uses;
            if before & (GLOBAL | NONLOCAL) != 0 && self.current() != ScopeId::MODULE && statement.simple {
                let word = if before & GLOBAL != 0 { "global" } else { "nonlocal" };
                self.refuse(statement, format!("annotated name '{}' can't be {word}", name.id));
            }
            if statement.simple {
                self.note(name, &name.id, ANNOTATED | ASSIGNED);
            } else if statement.value.is_some() {
                self.note(name, &name.id, ASSIGNED);
            }
        } else {
            self.visit_expr(&statement.target);
        }
        self.visit_expr(&statement.annotation);
        if let Some(value) = &statement.value {
            self.visit_expr(value);
        }
    }

    fn import(&mut self, names: &[Alias]) {
        for alias in names {
            let name = alias.asname.as_ref().unwrap_or(&alias.name).as_str();
            if name == "*" {
                if self.current() != ScopeId::MODULE {
                    self.refuse(alias, "import * only allowed at module level");
                }
                continue;
            }
            let bound = if alias.asname.is_some() { name } else { name.split('.').next().unwrap_or(name) };
            self.note(alias, bound, IMPORTED);
        }
    }

    /// A surrogate without its partner is no character here; the parser replaces it.
    fn check_text(&mut self, node: &impl Ranged, text: &str) {
        const REPLACEMENT: char = '\u{FFFD}';
        if !text.contains(REPLACEMENT) {
            return;
        }
        let source = self.source.slice(node.range()).to_ascii_lowercase();
        if !source.contains(REPLACEMENT) && !source.contains("fffd") {
            self.refuse(node, "a lone surrogate in a string is not supported by Interleave");
        }
    }

    fn yielding(&mut self, node: &Expr) {
        let id = self.current();
        let kind = match self.table.scope(id).kind {
            ScopeKind::GeneratorExpression | ScopeKind::Comprehension => self.block().name,
            _ => {
                self.table.scope_mut(id).is_generator = true;
                return;
            }
        };
        self.refuse(node, format!("'yield' inside {kind}"));
    }
}

impl<'a> Visitor<'a> for Collector<'_> {
    fn visit_stmt(&mut self, statement: &'a Stmt) {
        match statement {
            Stmt::FunctionDef(function) => self.function(function),
            Stmt::ClassDef(class) => self.class(class),
            Stmt::Import(import) => self.import(&import.names),
            Stmt::ImportFrom(import) => self.import(&import.names),
            Stmt::Global(global) => self.declaration(global, &global.names, GLOBAL),
            Stmt::Nonlocal(nonlocal) => {
                if self.current() == ScopeId::MODULE {
                    return self.refuse(nonlocal, "nonlocal declaration not allowed at module level");
                }
                self.declaration(nonlocal, &nonlocal.names, NONLOCAL);
            }
            Stmt::AnnAssign(annotated) => self.annotated(annotated),
            Stmt::TypeAlias(alias) => self.type_alias(alias),
            _ => walk_stmt(self, statement),
        }
    }

    fn visit_except_handler(&mut self, handler: &'a ExceptHandler) {
        let ExceptHandler::ExceptHandler(handler) = handler;
        if let Some(type_) = &handler.type_ {
            self.visit_expr(type_);
        }
        if let Some(name) = &handler.name {
            self.note(name, name, ASSIGNED);
        }
        self.visit_body(&handler.body);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        use ScopeKind::{Comprehension, GeneratorExpression};
        match expr {
            Expr::Name(name) => {
                let uses = if name.ctx == ExprContext::Load { READ } else { ASSIGNED };
                self.note(name, &name.id, uses);
                let scope = self.current();
                if uses == READ && name.id == "super" && self.table.scope(scope).is_function_like() {
                    self.note(name, "__class__", READ);
                }
            }
            Expr::StringLiteral(literal) => self.check_text(literal, literal.value.to_str()),
            Expr::Named(named) => self.named(named),
            Expr::Lambda(lambda) => self.lambda(lambda),
            Expr::ListComp(e) => {
                self.comprehension(
                    (Comprehension, "list comprehension"),
                    &e.node_index,
                    &e.generators,
                    [None, Some(&e.elt)],
                );
            }
            Expr::SetComp(e) => {
                self.comprehension(
                    (Comprehension, "set comprehension"),
                    &e.node_index,
                    &e.generators,
                    [None, Some(&e.elt)],
                );
            }
            Expr::DictComp(e) => {
                let elements = [Some(&*e.value), e.key.as_deref()];
                self.comprehension(
                    (Comprehension, "dict comprehension"),
                    &e.node_index,
                    &e.generators,
                    elements,
                );
            }
            Expr::Generator(e) => {
                self.comprehension(
                    (GeneratorExpression, "generator expression"),
                    &e.node_index,
                    &e.generators,
                    [None, Some(&e.elt)],
                );
            }
            Expr::Yield(_) | Expr::YieldFrom(_) => {
                walk_expr(self, expr);
                self.yielding(expr);
            }
            Expr::Await(_) => {
                walk_expr(self, expr);
                let id = self.current();
                if self.table.scope(id).kind == ScopeKind::GeneratorExpression {
                    self.table.scope_mut(id).is_coroutine = true;
                }
            }
            _ => walk_expr(self, expr),
        }
    }

    fn visit_interpolated_string_element(&mut self, element: &'a InterpolatedStringElement) {
        if let InterpolatedStringElement::Literal(literal) = element {
            self.check_text(literal, &literal.value);
        }
        walk_interpolated_string_element(self, element);
    }

    fn visit_pattern(&mut self, pattern: &'a Pattern) {
        let name = match pattern {
            Pattern::MatchAs(pattern) => &pattern.name,
            Pattern::MatchStar(pattern) => &pattern.name,
            Pattern::MatchMapping(pattern) => &pattern.rest,
            _ => &None,
        };
        walk_pattern(self, pattern);
        if let Some(name) = name {
            self.note(name, name, ASSIGNED);
        }
    }
}
