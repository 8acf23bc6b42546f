//! Writing instructions into the open block.

use std::rc::Rc;

use ruff_text_size::Ranged;

use super::Lowering;
use crate::code::{Code, Const, Op, Span};
use crate::compile::sequence::{Draft, Label, Opcode};
use crate::compile::symbols::mangle;

impl Lowering<'_> {
    pub(super) fn span(&self, node: &impl Ranged) -> Span {
        self.source.span(node)
    }

    pub(super) fn emit(&mut self, span: Span, opcode: impl Into<Opcode>, arg: u32) {
        self.unit().sequence.push(Draft { opcode: opcode.into(), arg, label: None, span });
    }

    /// Writes an instruction that has no operand.
    pub(super) fn op(&mut self, span: Span, opcode: impl Into<Opcode>) {
        self.emit(span, opcode, 0);
    }

    pub(super) fn jump(&mut self, span: Span, opcode: impl Into<Opcode>, label: Label) {
        self.unit().sequence.push(Draft { opcode: opcode.into(), arg: 0, label: Some(label), span });
    }

    pub(super) fn new_label(&mut self) -> Label {
        self.unit().sequence.new_label()
    }

    pub(super) fn place(&mut self, label: Label) {
        self.unit().sequence.place(label);
    }

    pub(super) fn load_const(&mut self, span: Span, value: Const) {
        let index = self.unit().consts.add(value);
        self.emit(span, Op::LoadConst, index);
    }

    pub(super) fn load_str(&mut self, span: Span, text: &str) {
        self.load_const(span, Const::Str(text.into()));
    }

    pub(super) fn load_code(&mut self, span: Span, code: Code) {
        self.load_const(span, Const::Code(Rc::new(code)));
    }

    /// The operand of an instruction that uses a global's, attribute's or module's name.
    pub(super) fn name_index(&mut self, name: &str) -> u32 {
        let name = self.mangled(name);
        self.unit().names.add(&name)
    }

    pub(super) fn emit_name(&mut self, span: Span, op: Op, name: &str) {
        let index = self.name_index(name);
        self.emit(span, op, index);
    }

    /// `LOAD_ATTR`; for a method that is called at once, with the bit that leaves the object on the stack.
    pub(super) fn load_attr(&mut self, span: Span, name: &str, is_method: bool) {
        let index = self.name_index(name);
        self.emit(span, Op::LoadAttr, index << 1 | u32::from(is_method));
    }

    pub(super) fn mangled(&self, name: &str) -> Rc<str> {
        mangle(self.private().as_deref(), name)
    }
}
