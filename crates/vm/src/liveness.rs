//! Which variables of a function can still be read: a value that nobody will ever read is no part of a state.

use crate::code::{Code, LocalKind, Op};

/// The slots, as bits, that may be read before they are written, by instruction.
#[derive(Clone, Debug, Default)]
pub(crate) struct Live {
    /// From the start of each instruction on; empty if every slot counts as read.
    at: Vec<u64>,
    /// From the handler on that is entered if the instruction raises.
    raised: Vec<u64>,
}

impl Live {
    /// Finds them for a block of code, by the usual backward iteration to a fixed point.
    pub(crate) fn of(code: &Code) -> Live {
        let by_name = |name: &&str| ["locals", "vars", "dir", "eval", "exec"].contains(name);
        if code.locals.len() > 64 || code.names.iter().any(|name| by_name(&&**name)) {
            return Live::default();
        }
        let count = code.instructions.len();
        let always = code.locals.iter().enumerate().fold(0, |bits, (slot, local)| match local.kind {
            LocalKind::Cell | LocalKind::Free => bits | 1 << slot,
            LocalKind::Fast | LocalKind::Hidden => bits,
        });
        let mut handlers = vec![None; count];
        for handler in code.handlers.iter().rev() {
            handlers[handler.start as usize..(handler.end as usize).min(count)].fill(Some(handler.target));
        }
        let mut live = Live { at: vec![always; count + 1], raised: vec![always; count + 1] };
        loop {
            let mut changed = false;
            for index in (0..count).rev() {
                let instruction = code.instructions[index];
                let after = if falls_through(instruction.op) { live.at[index + 1] } else { always };
                let jumped = match instruction.op.is_jump() {
                    true => live.at[(instruction.arg as usize).min(count)],
                    false => always,
                };
                let raised = handlers[index].map_or(always, |target| live.at[target as usize]);
                let bit = 1_u64.checked_shl(instruction.arg).unwrap_or(0);
                let (read, written) = match instruction.op {
                    Op::LoadFast | Op::LoadFastCheck | Op::MakeCell => (bit, 0),
                    Op::LoadFastAndClear | Op::DeleteFast => (bit, bit),
                    Op::StoreFast => (0, bit),
                    _ => (0, 0),
                };
                let now = always | read | ((after | jumped) & !written) | raised;
                changed |= now != live.at[index];
                live.at[index] = now;
                live.raised[index] = raised;
            }
            if !changed {
                return live;
            }
        }
    }

    /// Whether a slot may be read by a frame whose next instruction this is; `begun` says that the instruction before is
    /// a call that has not come back.
    pub(crate) fn is_live(&self, slot: usize, next: usize, begun: bool) -> bool {
        let Some(&at) = self.at.get(next) else { return true };
        let raised = if begun { self.raised[next.saturating_sub(1)] } else { 0 };
        slot >= 64 || (at | raised) >> slot & 1 == 1
    }
}

fn falls_through(op: Op) -> bool {
    !matches!(
        op,
        Op::JumpBackward
            | Op::JumpBackwardNoInterrupt
            | Op::JumpForward
            | Op::ReturnValue
            | Op::ReturnConst
            | Op::RaiseVarargs
            | Op::Reraise
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::code::Const;

    /// The names that can be read, line by line.
    fn live(source: &str) -> Vec<(u32, String)> {
        let module = crate::compile(source, "test.py").expect("it compiles").code;
        let code = module.consts.iter().find_map(|constant| match constant {
            Const::Code(code) => Some(code.clone()),
            _ => None,
        });
        let code = code.expect("a function");
        let live = Live::of(&code);
        let mut lines: Vec<(u32, String)> = Vec::new();
        for (index, span) in code.spans.iter().enumerate() {
            if span.line > 0 && lines.last().is_none_or(|(line, _)| *line != span.line) {
                let names =
                    code.locals.iter().enumerate().filter(|(slot, _)| live.is_live(*slot, index, false));
                lines.push((span.line, names.map(|(_, local)| &*local.name).collect::<Vec<_>>().join(" ")));
            }
        }
        lines
    }

    #[test]
    fn a_variable_is_dead_once_it_is_no_longer_read() {
        let lines = live("def f(a, b):\n    c = a\n    d = b\n    print(c)\n    return d\n");
        let expected = [(1, "a b"), (2, "a b"), (3, "b c"), (4, "c d"), (5, "d")];
        assert_eq!(lines, expected.map(|(line, names)| (line, names.to_string())));
    }

    #[test]
    fn what_a_handler_reads_is_live_where_it_can_be_entered() {
        let lines = live("def f(a):\n    try:\n        g()\n    except E:\n        print(a)\n");
        assert!(lines.contains(&(3, "a".to_string())), "{lines:?}");
    }

    #[test]
    fn a_loop_keeps_what_its_next_round_reads() {
        let lines = live("def f(a, n):\n    while n:\n        n = a\n    return 1\n");
        assert_eq!(lines[2], (3, "a".to_string()));
    }
}
