//! Calls: of functions, of methods without binding them first, and `super()`.

use std::rc::Rc;

use ruff_python_ast::{Arguments, Expr, ExprAttribute, ExprCall, ExprContext, Keyword};

use super::Lowering;
use super::displays::{STACK_GUIDELINE, TUPLE};
use crate::code::{Const, Op, Span};
use crate::compile::source::NOWHERE;
use crate::compile::symbols::{Binding, IMPORTED, ScopeId};

impl<'a> Lowering<'a> {
    pub(super) fn call(&mut self, call: &'a ExprCall) {
        self.check_keywords(&call.arguments.keywords);
        if self.method_call(call) {
            return;
        }
        self.expr(&call.func);
        let span = self.span(&*call.func);
        self.op(span, Op::PushNull);
        let span = self.span(call);
        self.call_with(span, 0, &call.arguments);
    }

    fn check_keywords(&mut self, keywords: &[Keyword]) {
        for (i, keyword) in keywords.iter().enumerate() {
            let Some(name) = &keyword.arg else { continue };
            if &**name == "__debug__" {
                self.refuse(keyword, "cannot assign to __debug__");
            }
            let is_repeated = |other: &Keyword| other.arg.as_ref().is_some_and(|other| other.id == name.id);
            if keywords[..i].iter().any(is_repeated) {
                self.refuse(keyword, format!("keyword argument repeated: {name}"));
            }
        }
    }

    /// `object.method(...)`: the method is looked up and called without making a bound method.
    fn method_call(&mut self, call: &'a ExprCall) -> bool {
        let Expr::Attribute(method) = &*call.func else {
            return false;
        };
        let Arguments { args, keywords, .. } = &call.arguments;
        let values = args.len() + keywords.len() + usize::from(!keywords.is_empty());
        let has_star = args.iter().any(Expr::is_starred_expr) || keywords.iter().any(|k| k.arg.is_none());
        if method.ctx != ExprContext::Load
            || self.is_imported_module(&method.value)
            || values >= STACK_GUIDELINE
            || has_star
        {
            return false;
        }
        let mut span = self.span(method);
        if self.super_attribute(method, true) {
            span = self.attribute_span(span, method);
        } else {
            self.expr(&method.value);
            span = self.attribute_span(span, method);
            self.load_attr(span, &method.attr, true);
        }
        self.arguments(&call.arguments);
        let call_span = self.attribute_span(self.span(call), method);
        if keywords.is_empty() {
            self.emit(call_span, Op::Call, args.len() as u32);
        } else {
            self.keyword_values(keywords);
            self.load_keyword_names(span, keywords);
            self.emit(call_span, Op::CallKw, (args.len() + keywords.len()) as u32);
        }
        true
    }

    fn is_imported_module(&self, expr: &Expr) -> bool {
        let Expr::Name(name) = expr else { return false };
        let symbol = self.symbols.scope(ScopeId::MODULE).symbols.get(&name.id);
        symbol.is_some_and(|symbol| symbol.uses & IMPORTED != 0)
    }

    /// Calls what is on the stack, below `pushed` arguments that are there already.
    pub(super) fn call_with(&mut self, span: Span, pushed: u32, arguments: &'a Arguments) {
        let Arguments { args, keywords, .. } = arguments;
        let has_star = args.iter().any(Expr::is_starred_expr) || keywords.iter().any(|k| k.arg.is_none());
        if has_star || args.len() + keywords.len() * 2 > STACK_GUIDELINE {
            return self.call_unpacking(span, pushed, arguments);
        }
        self.arguments(arguments);
        let count = pushed + (args.len() + keywords.len()) as u32;
        if keywords.is_empty() {
            return self.emit(span, Op::Call, count);
        }
        self.keyword_values(keywords);
        self.load_keyword_names(span, keywords);
        self.emit(span, Op::CallKw, count);
    }

    /// Makes a class that has type parameters: their base comes behind the others.
    pub(super) fn call_with_generic_base(&mut self, span: Span, arguments: Option<&'a Arguments>) {
        let Some(arguments) = arguments else {
            self.load_name(span, ".generic_base");
            return self.emit(span, Op::Call, 3);
        };
        let Arguments { args, keywords, .. } = arguments;
        if args.iter().any(Expr::is_starred_expr) || keywords.iter().any(|keyword| keyword.arg.is_none()) {
            return self.unsupported(arguments, "unpacking in the bases of a class with type parameters");
        }
        self.arguments(arguments);
        self.load_name(span, ".generic_base");
        let count = 3 + (args.len() + keywords.len()) as u32;
        if keywords.is_empty() {
            return self.emit(span, Op::Call, count);
        }
        self.keyword_values(keywords);
        self.load_keyword_names(span, keywords);
        self.emit(span, Op::CallKw, count);
    }

    /// Positional arguments. A generator expression alone takes the call's parentheses for its own.
    fn arguments(&mut self, arguments: &'a Arguments) {
        for argument in &arguments.args {
            match argument {
                Expr::Generator(generator) if !generator.parenthesized => {
                    self.comprehension_at(arguments.range, argument);
                }
                _ => self.expr(argument),
            }
        }
    }

    fn keyword_values(&mut self, keywords: &'a [Keyword]) {
        keywords.iter().for_each(|keyword| self.expr(&keyword.value));
    }

    fn load_keyword_names(&mut self, span: Span, keywords: &[Keyword]) {
        let names = keyword_names(keywords);
        self.load_const(span, names);
    }

    /// A call with `*` or `**`, or with very many arguments: they are collected first.
    fn call_unpacking(&mut self, span: Span, pushed: u32, arguments: &'a Arguments) {
        let Arguments { args, keywords, .. } = arguments;
        match &**args {
            [Expr::Starred(starred)] if pushed == 0 => self.expr(&starred.value),
            _ => self.collect(span, args, pushed, TUPLE),
        }
        let mut has_dict = false;
        let mut start = 0;
        for (i, keyword) in keywords.iter().enumerate() {
            if keyword.arg.is_some() {
                continue;
            }
            if start < i {
                self.keyword_dict(span, &keywords[start..i], &mut has_dict);
            }
            if !std::mem::replace(&mut has_dict, true) {
                self.emit(span, Op::BuildMap, 0);
            }
            self.expr(&keyword.value);
            self.emit(span, Op::DictMerge, 1);
            start = i + 1;
        }
        if start < keywords.len() {
            self.keyword_dict(span, &keywords[start..], &mut has_dict);
        }
        self.emit(span, Op::CallFunctionEx, u32::from(!keywords.is_empty()));
    }

    /// Makes a dictionary of some keyword arguments, and merges it into the one on the stack if there is one.
    fn keyword_dict(&mut self, span: Span, keywords: &'a [Keyword], has_dict: &mut bool) {
        let count = keywords.len();
        let is_big = count * 2 > STACK_GUIDELINE;
        if count > 1 && !is_big {
            self.keyword_values(keywords);
            self.load_keyword_names(span, keywords);
            self.emit(span, Op::BuildConstKeyMap, count as u32);
        } else {
            if is_big {
                self.emit(NOWHERE, Op::BuildMap, 0);
            }
            for keyword in keywords {
                self.load_const(span, name_const(keyword));
                self.expr(&keyword.value);
                if is_big {
                    self.emit(NOWHERE, Op::MapAdd, 1);
                }
            }
            if !is_big {
                self.emit(span, Op::BuildMap, count as u32);
            }
        }
        if std::mem::replace(has_dict, true) {
            self.emit(span, Op::DictMerge, 1);
        }
    }

    /// `super().attribute` and `super(C, self).attribute` are looked up without making the super object. Says
    /// whether the attribute was such a one.
    pub(super) fn super_attribute(&mut self, attribute: &'a ExprAttribute, is_method: bool) -> bool {
        let Expr::Call(call) = &*attribute.value else {
            return false;
        };
        if &*attribute.attr == "__class__" || !self.is_plain_super(call) {
            return false;
        }
        let func = self.span(&*call.func);
        self.load_name(func, "super");
        let span = self.span(call);
        let args = &call.arguments.args;
        if args.is_empty() {
            self.load_name(span, "__class__");
            let first = self.unit().variables.names()[0].clone();
            self.load_name(span, &first);
        } else {
            self.arguments(&call.arguments);
        }
        let index = self.name_index(&attribute.attr);
        let two_arguments = u32::from(!args.is_empty()) << 1;
        let span = self.span(attribute);
        self.emit(span, Op::LoadSuperAttr, index << 2 | two_arguments | u32::from(is_method));
        let span = self.attribute_span(span, attribute);
        self.op(span, Op::Nop);
        true
    }

    /// Whether a call is of the built-in `super`, in a form that needs no super object.
    fn is_plain_super(&self, call: &ExprCall) -> bool {
        let Expr::Name(name) = &*call.func else {
            return false;
        };
        let Some(unit) = self.units.last().filter(|_| name.id == "super") else {
            return false;
        };
        let symbols = &self.symbols.scope(unit.scope).symbols;
        let is_shadowed = symbols.get("super").is_none_or(|symbol| symbol.binding != Binding::GlobalImplicit)
            || self
                .symbols
                .scope(ScopeId::MODULE)
                .symbols
                .get("super")
                .is_some_and(|symbol| symbol.binding != Binding::Unknown);
        if is_shadowed || !call.arguments.keywords.is_empty() {
            return false;
        }
        let args = &call.arguments.args;
        match args.len() {
            0 => {
                let class = symbols.get("__class__").unwrap_or_default();
                unit.arg_count > 0 && class.binding == Binding::Free
            }
            2 => !args.iter().any(Expr::is_starred_expr),
            _ => false,
        }
    }
}

fn name_const(keyword: &Keyword) -> Const {
    let name: Rc<str> = keyword.arg.as_ref().map_or("", |name| name.as_str()).into();
    Const::Str(name)
}

fn keyword_names(keywords: &[Keyword]) -> Const {
    Const::Tuple(keywords.iter().map(name_const).collect())
}
