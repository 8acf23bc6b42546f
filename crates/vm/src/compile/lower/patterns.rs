//! `match`.

use ruff_python_ast::StmtMatch;

use super::Lowering;

impl<'a> Lowering<'a> {
    pub(super) fn match_(&mut self, match_: &'a StmtMatch) {
        self.unsupported(match_, "`match`");
    }
}
