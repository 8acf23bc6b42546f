//! Annotations, which `from __future__ import annotations` keeps as text.

use ruff_python_ast::{Expr, Operator};
use ruff_text_size::Ranged;

use super::Lowering;
use crate::compile::fold;

impl<'a> Lowering<'a> {
    /// An annotation's value, or with `from __future__ import annotations` its text.
    pub(super) fn annotation(&mut self, annotation: &'a Expr) {
        if !self.future.has_annotations {
            return self.expr(annotation);
        }
        let span = self.span(annotation);
        let text = self.text_of(annotation);
        self.load_str(span, &text);
    }

    /// An expression's text in CPython's spelling, for what annotations are made of; else as it is written.
    fn text_of(&self, expr: &Expr) -> String {
        let joined =
            |elements: &[Expr]| elements.iter().map(|e| self.text_of(e)).collect::<Vec<_>>().join(", ");
        match expr {
            Expr::Attribute(attribute) => format!("{}.{}", self.text_of(&attribute.value), attribute.attr),
            Expr::Subscript(subscript) => {
                let index = match &*subscript.slice {
                    Expr::Tuple(tuple) if tuple.elts.len() > 1 => joined(&tuple.elts),
                    index => self.text_of(index),
                };
                format!("{}[{index}]", self.text_of(&subscript.value))
            }
            Expr::List(list) => format!("[{}]", joined(&list.elts)),
            Expr::Tuple(tuple) if tuple.elts.len() > 1 => format!("({})", joined(&tuple.elts)),
            Expr::BinOp(binary) if binary.op == Operator::BitOr && !binary.right.is_bin_op_expr() => {
                format!("{} | {}", self.text_of(&binary.left), self.text_of(&binary.right))
            }
            Expr::StringLiteral(_) | Expr::NumberLiteral(_) => match fold::constant(expr) {
                Some(value) => crate::dis::constant(&value),
                None => String::new(),
            },
            _ => self.source.slice(expr.range()).to_owned(),
        }
    }
}
