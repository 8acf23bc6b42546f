//! Classes.

use std::rc::Rc;

use ruff_python_ast::StmtClassDef;

use super::Lowering;
use crate::code::{Code, Const, Op, Span};
use crate::compile::sequence::Opcode;
use crate::compile::source::{NOWHERE, line_start};
use crate::compile::symbols::ScopeId;

impl<'a> Lowering<'a> {
    /// `name = __build_class__(body, name, *bases, **keywords)`
    pub(super) fn class(&mut self, class: &'a StmtClassDef) {
        let span = self.definition_span(class, &class.name, &class.decorator_list);
        let first_line = self.first_line(span, &class.decorator_list);
        self.decorators(&class.decorator_list);
        if let Some(params) = &class.type_params {
            self.enter_generic(params, &class.name, first_line);
            self.store_name(span, ".type_params");
            self.build_class(span, class, first_line);
            let code = self.leave_generic();
            self.call_generic(span, code, 0);
        } else {
            self.build_class(span, class, first_line);
        }
        self.apply_decorators(&class.decorator_list);
        self.store_name(span, &class.name);
    }

    fn build_class(&mut self, span: Span, class: &'a StmtClassDef, first_line: u32) {
        self.op(span, Op::LoadBuildClass);
        self.op(span, Op::PushNull);
        let code = self.class_body(class, first_line);
        self.make_closure(span, code, 0);
        self.load_str(span, &class.name);
        match &class.arguments {
            arguments if class.type_params.is_some() => {
                self.generic_base(span);
                self.call_with_generic_base(span, arguments.as_deref());
            }
            Some(arguments) => self.call_with(span, 2, arguments),
            None => self.emit(span, Op::Call, 2),
        }
    }

    fn class_body(&mut self, class: &'a StmtClassDef, first_line: u32) -> Code {
        self.enter(ScopeId::of(&class.node_index), &class.name, first_line);
        let span = line_start(first_line);
        self.load_name(span, "__name__");
        self.store_name(span, "__module__");
        let qualname = self.unit().qualname.clone();
        self.load_const(span, Const::Str(qualname));
        self.store_name(span, "__qualname__");
        self.load_const(span, Const::Int(first_line.into()));
        self.store_name(span, "__firstlineno__");
        if class.type_params.is_some() {
            self.load_name(span, ".type_params");
            self.store_name(span, "__type_params__");
        }
        self.body(span, &class.body);
        self.finish_class_body();
        self.leave_unit()
    }

    /// The names that the class keeps about itself, and the cell in which its methods find it.
    fn finish_class_body(&mut self) {
        let attributes: Rc<[Const]> =
            std::mem::take(&mut self.unit().static_attributes).into_iter().map(Const::Str).collect();
        self.load_const(NOWHERE, Const::Tuple(attributes));
        self.store_name(NOWHERE, "__static_attributes__");
        let scope = self.unit().scope;
        match self.cell_index("__class__").filter(|_| self.symbols.scope(scope).needs_class_cell) {
            Some(cell) => {
                self.emit(NOWHERE, Opcode::LoadClosure, cell);
                self.emit(NOWHERE, Op::Copy, 1);
                self.store_name(NOWHERE, "__classcell__");
            }
            None => self.load_const(NOWHERE, Const::None),
        }
        self.op(NOWHERE, Op::ReturnValue);
    }
}
