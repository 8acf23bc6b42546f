//! Type parameters (PEP 695): they live in a hidden function around what has them, and `type` statements.

use ruff_python_ast::{Expr, ExprContext, StmtTypeAlias, TypeParam, TypeParams};

use super::Lowering;
use crate::code::{Code, Const, Op, Span};
use crate::compile::source::NOWHERE;
use crate::compile::symbols::ScopeId;

/// CALL_INTRINSIC_1's operands.
const TYPE_VARIABLE: u32 = 7;
const PARAMETER_SPECIFICATION: u32 = 8;
const TYPE_VARIABLE_TUPLE: u32 = 9;
const SUBSCRIPT_GENERIC: u32 = 10;
const TYPE_ALIAS: u32 = 11;
/// CALL_INTRINSIC_2's operands.
const WITH_BOUND: u32 = 2;
const WITH_CONSTRAINTS: u32 = 3;
const SET_FUNCTION_PARAMETERS: u32 = 4;
const SET_DEFAULT: u32 = 5;

impl<'a> Lowering<'a> {
    /// Opens the hidden function, and pushes a tuple of its new type parameters.
    pub(super) fn enter_generic(&mut self, params: &'a TypeParams, name: &str, first_line: u32) {
        self.enter(ScopeId::of(&params.node_index), &format!("<generic parameters of {name}>"), first_line);
        self.type_parameters(params);
    }

    /// Closes the hidden function, whose value lies on its stack.
    pub(super) fn leave_generic(&mut self) -> Code {
        self.op(NOWHERE, Op::ReturnValue);
        self.leave_unit_as_is()
    }

    /// Makes the hidden function and calls it with so many arguments, which lie on the stack.
    pub(super) fn call_generic(&mut self, span: Span, code: Code, arguments: u32) {
        self.make_closure(span, code, 0);
        if arguments > 0 {
            self.emit(span, Op::Swap, arguments + 1);
            self.emit(span, Op::Call, arguments - 1);
        } else {
            self.op(span, Op::PushNull);
            self.emit(span, Op::Call, 0);
        }
    }

    /// A function that lies below its type parameters gets them.
    pub(super) fn set_function_parameters(&mut self, span: Span) {
        self.emit(span, Op::Swap, 2);
        self.emit(span, Op::CallIntrinsic2, SET_FUNCTION_PARAMETERS);
    }

    /// What a class with type parameters has for its last base.
    pub(super) fn generic_base(&mut self, span: Span) {
        self.load_name(span, ".type_params");
        self.emit(span, Op::CallIntrinsic1, SUBSCRIPT_GENERIC);
        self.store_name(span, ".generic_base");
    }

    fn type_parameters(&mut self, params: &'a TypeParams) {
        for param in &params.type_params {
            let span = self.span(param);
            let name = param.name();
            self.load_str(span, name);
            match param {
                TypeParam::TypeVar(variable) => match variable.bound.as_deref() {
                    Some(bound) => {
                        let how = if bound.is_tuple_expr() { WITH_CONSTRAINTS } else { WITH_BOUND };
                        self.later(span, ScopeId::of(&variable.node_index), name, bound);
                        self.emit(span, Op::CallIntrinsic2, how);
                    }
                    None => self.emit(span, Op::CallIntrinsic1, TYPE_VARIABLE),
                },
                TypeParam::ParamSpec(_) => self.emit(span, Op::CallIntrinsic1, PARAMETER_SPECIFICATION),
                TypeParam::TypeVarTuple(_) => self.emit(span, Op::CallIntrinsic1, TYPE_VARIABLE_TUPLE),
            }
            if let Some(default) = param.default() {
                self.later(span, ScopeId::of(&name.node_index), name, default);
                self.emit(span, Op::CallIntrinsic2, SET_DEFAULT);
            }
            self.emit(span, Op::Copy, 1);
            self.variable(span, name, ExprContext::Store);
        }
        let span = self.span(params);
        self.emit(span, Op::BuildTuple, params.type_params.len() as u32);
    }

    /// Pushes a function that gives an expression's value when it is asked for.
    fn later(&mut self, span: Span, scope: ScopeId, name: &str, value: &'a Expr) {
        self.enter(scope, name, span.line);
        self.expr(value);
        let place = self.span(value);
        self.op(place, Op::ReturnValue);
        let code = self.leave_unit_as_is();
        self.make_closure(span, code, 0);
    }

    /// `type name[parameters] = value`
    pub(super) fn type_alias(&mut self, alias: &'a StmtTypeAlias) {
        let Expr::Name(name) = &*alias.name else { return };
        let span = self.span(alias);
        if let Some(params) = &alias.type_params {
            self.enter(
                ScopeId::of(&params.node_index),
                &format!("<generic parameters of {}>", name.id),
                span.line,
            );
            self.load_str(span, &name.id);
            self.type_parameters(params);
        } else {
            self.load_str(span, &name.id);
            self.load_const(span, Const::None);
        }
        self.later(span, ScopeId::of(&alias.node_index), &name.id, &alias.value);
        self.emit(span, Op::BuildTuple, 3);
        self.emit(span, Op::CallIntrinsic1, TYPE_ALIAS);
        if alias.type_params.is_some() {
            let code = self.leave_generic();
            self.call_generic(span, code, 0);
        }
        self.store_name(span, &name.id);
    }

    /// Pushes the hidden function's arguments, which are the default values of the function in it.
    pub(super) fn load_generic_defaults(&mut self, span: Span, count: u32) {
        for place in 0..count {
            self.emit(span, Op::LoadFast, place);
        }
    }
}
