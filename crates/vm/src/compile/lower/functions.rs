//! Functions and lambdas, and making closures of code.

use ruff_python_ast::{Decorator, ExprLambda, Parameter, ParameterWithDefault, Parameters, StmtFunctionDef};
use ruff_text_size::Ranged;

use super::Lowering;
use super::statements::{clean, split_docstring};
use crate::code::{Code, Const, Op, Span};
use crate::compile::sequence::Opcode;
use crate::compile::symbols::ScopeId;

/// SET_FUNCTION_ATTRIBUTE's operands.
const DEFAULTS: u32 = 1;
const KEYWORD_DEFAULTS: u32 = 2;
const ANNOTATIONS: u32 = 4;
const CLOSURE: u32 = 8;

impl<'a> Lowering<'a> {
    pub(super) fn function(&mut self, function: &'a StmtFunctionDef) {
        let span = self.definition_span(function, &function.name, &function.decorator_list);
        let first_line = self.first_line(span, &function.decorator_list);
        self.decorators(&function.decorator_list);
        let mut attributes = self.defaults(span, &function.parameters);
        let defaults = attributes.count_ones();
        if let Some(params) = &function.type_params {
            if defaults == 2 {
                self.emit(span, Op::Swap, 2);
            }
            self.enter_generic(params, &function.name, first_line);
            self.unit().arg_count = defaults;
            self.load_generic_defaults(span, defaults);
        }
        if self.annotations(span, function) {
            attributes |= ANNOTATIONS;
        }
        self.enter(ScopeId::of(&function.node_index), &function.name, first_line);
        let code = self.function_body(function);
        self.make_closure(span, code, attributes);
        if function.type_params.is_some() {
            self.set_function_parameters(span);
            let code = self.leave_generic();
            self.call_generic(span, code, defaults);
        }
        self.apply_decorators(&function.decorator_list);
        self.store_name(span, &function.name);
    }

    fn function_body(&mut self, function: &'a StmtFunctionDef) -> Code {
        self.count_parameters(&function.parameters);
        let mut body = &*function.body;
        let mut first_const = Const::None;
        if let Some((docstring, rest)) = split_docstring(body) {
            first_const = Const::Str(clean(docstring.value.to_str()).into());
            self.unit().has_docstring = true;
            body = rest;
        }
        self.unit().consts.add(first_const);
        if self.unit().is_generator || self.unit().is_coroutine {
            self.generator_body(|lowering| lowering.statements(body));
        } else {
            self.statements(body);
        }
        self.leave_unit()
    }

    pub(super) fn lambda(&mut self, lambda: &'a ExprLambda) {
        let span = self.span(lambda);
        let attributes = lambda.parameters.as_ref().map_or(0, |parameters| self.defaults(span, parameters));
        self.enter(ScopeId::of(&lambda.node_index), "<lambda>", span.line);
        if let Some(parameters) = &lambda.parameters {
            self.count_parameters(parameters);
        }
        self.unit().consts.add(Const::None);
        if self.unit().is_generator {
            self.expr(&lambda.body);
            let code = self.leave_lambda_generator();
            return self.make_closure(span, code, attributes);
        }
        self.expr(&lambda.body);
        let body = self.span(&*lambda.body);
        self.op(body, Op::ReturnValue);
        let code = self.leave_unit();
        self.make_closure(span, code, attributes);
    }

    fn leave_lambda_generator(&mut self) -> Code {
        self.op(super::source::NOWHERE, Op::ReturnValue);
        self.leave_unit_as_is()
    }

    /// The place of a `def` or `class` statement: its decorators stand before it.
    pub(super) fn definition_span(
        &self,
        node: &impl Ranged,
        name: &impl Ranged,
        decorators: &[Decorator],
    ) -> Span {
        let mut span = self.span(node);
        if !decorators.is_empty() {
            // Between the keyword and the name there is only white space.
            let before = &self.source.text()[..name.start().to_usize()];
            let keyword = before.trim_end_matches(|c: char| c.is_whitespace() || c == '\\');
            let keyword = keyword.trim_end_matches(|c: char| c.is_ascii_alphabetic());
            (span.line, span.column) = self.source.position(ruff_text_size::TextSize::of(keyword));
        }
        span
    }

    /// A definition begins at its first decorator.
    pub(super) fn first_line(&self, span: Span, decorators: &[Decorator]) -> u32 {
        decorators.first().map_or(span.line, |decorator| self.span(&decorator.expression).line)
    }

    pub(super) fn decorators(&mut self, decorators: &'a [Decorator]) {
        decorators.iter().for_each(|decorator| self.expr(&decorator.expression));
    }

    pub(super) fn apply_decorators(&mut self, decorators: &[Decorator]) {
        for decorator in decorators.iter().rev() {
            let span = self.span(&decorator.expression);
            self.emit(span, Op::Call, 0);
        }
    }

    fn count_parameters(&mut self, parameters: &Parameters) {
        let unit = self.unit();
        unit.positional_only_count = parameters.posonlyargs.len() as u32;
        unit.arg_count = (parameters.posonlyargs.len() + parameters.args.len()) as u32;
        unit.keyword_only_count = parameters.kwonlyargs.len() as u32;
        unit.has_varargs = parameters.vararg.is_some();
        unit.has_varkeywords = parameters.kwarg.is_some();
        for name in parameters.iter().map(|parameter| parameter.name()) {
            if &**name == "__debug__" {
                self.refuse(name, "cannot assign to __debug__");
            }
        }
    }

    /// Pushes the default values, and says which of the function's attributes they are.
    fn defaults(&mut self, span: Span, parameters: &'a Parameters) -> u32 {
        let mut attributes = 0;
        let positional = parameters.posonlyargs.iter().chain(&parameters.args);
        let count =
            positional.filter_map(ParameterWithDefault::default).map(|default| self.expr(default)).count();
        if count > 0 {
            self.emit(span, Op::BuildTuple, count as u32);
            attributes |= DEFAULTS;
        }
        let mut keys = Vec::new();
        for parameter in &parameters.kwonlyargs {
            if let Some(default) = &parameter.default {
                keys.push(Const::Str(self.mangled(&parameter.parameter.name)));
                self.expr(default);
            }
        }
        if !keys.is_empty() {
            let count = keys.len() as u32;
            self.load_const(span, Const::Tuple(keys.into()));
            self.emit(span, Op::BuildConstKeyMap, count);
            attributes |= KEYWORD_DEFAULTS;
        }
        attributes
    }

    /// Pushes a tuple of names and annotations, if there are any.
    fn annotations(&mut self, span: Span, function: &'a StmtFunctionDef) -> bool {
        let parameters = &*function.parameters;
        let plain = |parameters: &'a [ParameterWithDefault]| parameters.iter().map(|p| &p.parameter);
        let annotated: Vec<&'a Parameter> = plain(&parameters.args)
            .chain(plain(&parameters.posonlyargs))
            .chain(parameters.vararg.as_deref())
            .chain(plain(&parameters.kwonlyargs))
            .chain(parameters.kwarg.as_deref())
            .collect();
        let mut count = 0;
        let annotations = annotated
            .into_iter()
            .filter_map(|parameter| Some((&*parameter.name, parameter.annotation.as_deref()?)))
            .chain(function.returns.as_deref().map(|returns| ("return", returns)));
        for (name, annotation) in annotations {
            let name = self.mangled(name);
            self.load_const(span, Const::Str(name));
            self.parameter_annotation(annotation);
            count += 2;
        }
        if count > 0 {
            self.emit(span, Op::BuildTuple, count);
        }
        count > 0
    }

    fn parameter_annotation(&mut self, annotation: &'a ruff_python_ast::Expr) {
        match annotation {
            // `*args: *Ts`
            ruff_python_ast::Expr::Starred(starred) if !self.future.has_annotations => {
                self.expr(&starred.value);
                let span = self.span(annotation);
                self.emit(span, Op::UnpackSequence, 1);
            }
            _ => self.annotation(annotation),
        }
    }

    /// Pushes a function made of code, with the attributes whose values lie on the stack.
    pub(super) fn make_closure(&mut self, span: Span, code: Code, mut attributes: u32) {
        let frees: Vec<_> =
            code.locals.iter().filter(|local| local.kind == crate::code::LocalKind::Free).collect();
        for free in &frees {
            if let Some(cell) = self.cell_index(&free.name) {
                self.emit(span, Opcode::LoadClosure, cell);
            }
        }
        if !frees.is_empty() {
            self.emit(span, Op::BuildTuple, frees.len() as u32);
            attributes |= CLOSURE;
        }
        self.load_code(span, code);
        self.op(span, Op::MakeFunction);
        for attribute in [CLOSURE, ANNOTATIONS, KEYWORD_DEFAULTS, DEFAULTS] {
            if attributes & attribute != 0 {
                self.emit(span, Op::SetFunctionAttribute, attribute);
            }
        }
    }
}
