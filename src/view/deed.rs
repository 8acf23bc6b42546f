//! What a step did that no other thread can see, as a sentence: its instruction in plain words, with the value that came of it.

use interleave_vm::{Frame, Machine, Op, Step, Value};

use super::caption::is_data;
use super::code::Listing;
use super::words::Words;

/// A sentence about a step of `who` that led to `machine`.
pub(super) fn deed(machine: &Machine, step: &Step, listing: &Listing, who: &str) -> Words {
    let loaded = machine.code(step.code);
    if loaded.internal {
        return Words::plain(format!("{who} is in the library"));
    }
    let code = &loaded.code;
    let Some(instruction) = code.instructions.get(step.at as usize) else {
        return Words::plain(format!("{who} goes on"));
    };
    let span = code.spans.get(step.at as usize).copied().unwrap_or_default();
    let done = Done {
        who,
        text: listing.text(span),
        line: span.line,
        // The frame that the step was made in, unless that called another, or a jump took it elsewhere.
        frame: machine
            .thread(step.thread)
            .frames
            .last()
            .filter(|frame| frame.code.id == step.code && frame.last() == step.at),
        machine,
    };
    let own = || code.locals.get(instruction.arg as usize).map(|local| local.name.to_string());
    match instruction.op {
        Op::Resume | Op::MakeCell | Op::CopyFreeVars => {
            Words::plain(format!("{who} enters ")).code(&*code.name)
        }
        Op::LoadFast | Op::LoadFastCheck | Op::LoadFastAndClear => match own() {
            Some(name) => {
                done.with_value(Words::plain(format!("{who} looks at its own ")).code(name), done.top())
            }
            None => done.in_general(),
        },
        Op::StoreFast => {
            match (own(), done.frame.and_then(|frame| frame.slots.get(instruction.arg as usize))) {
                (Some(name), Some(value)) if is_data(machine, value) => {
                    let words = Words::plain(format!("{who} keeps ")).code(machine.short(value));
                    words.and(" in its own ").code(name)
                }
                (Some(name), _) => Words::plain(format!("{who} fills its own ")).code(name),
                _ => done.in_general(),
            }
        }
        Op::LoadConst => match done.top() {
            Some(value) if !matches!(value, Value::None) && is_data(machine, value) => {
                Words::plain(format!("{who} takes ")).code(machine.short(value))
            }
            _ => done.in_general(),
        },
        Op::ReturnValue | Op::ReturnConst => Words::plain(format!("{who} returns from ")).code(&*code.name),
        // The text with its values in it says all.
        Op::BuildString => match done.top() {
            Some(value) => Words::plain(format!("{who} puts together ")).code(machine.short(value)),
            None => done.in_general(),
        },
        Op::ForIter => match done.top() {
            Some(value) => done.with_value(done.about("takes the next of"), Some(value)),
            None => done.about("is at the end of"),
        },
        Op::JumpBackward | Op::JumpBackwardNoInterrupt => Words::plain(format!("{who} goes round the loop")),
        op => match verb(op) {
            Some((verb, true)) => done.with_value(done.about(verb), done.top()),
            Some((verb, false)) => done.about(verb),
            None => done.in_general(),
        },
    }
}

/// What an instruction does with the text that it stands for, and whether a value comes of it that is worth telling.
fn verb(op: Op) -> Option<(&'static str, bool)> {
    use Op::*;
    Some(match op {
        BinaryOp | BinarySlice | BinarySubscr | UnaryInvert | UnaryNegative | UnaryNot | CompareOp
        | ContainsOp | IsOp | ToBool => ("works out", true),
        BuildList | BuildTuple | BuildMap | BuildSet | BuildConstKeyMap => ("puts together", true),
        LoadGlobal
        | LoadName
        | LoadAttr
        | LoadDeref
        | LoadSuperAttr
        | LoadFromDictOrGlobals
        | LoadFromDictOrDeref => ("looks up", false),
        Call | CallKw | CallFunctionEx => ("calls", false),
        GetIter | GetAiter => ("begins to go through", false),
        PopJumpIfFalse | PopJumpIfTrue | PopJumpIfNone | PopJumpIfNotNone => ("decides by", false),
        UnpackSequence | UnpackEx => ("takes apart", false),
        YieldValue => ("hands out", false),
        _ => return None,
    })
}

/// A step that was made.
struct Done<'a> {
    who: &'a str,
    /// What of the source its instruction evaluates, if that is short.
    text: Option<String>,
    /// The line that it is in, or 0.
    line: u32,
    frame: Option<&'a Frame>,
    machine: &'a Machine,
}

impl<'a> Done<'a> {
    /// What the step left on the stack.
    fn top(&self) -> Option<&'a Value> {
        self.frame?.slots.last()
    }

    fn about(&self, verb: &str) -> Words {
        match &self.text {
            Some(text) => Words::plain(format!("{} {verb} ", self.who)).code(not_yet_stored(text)),
            None => Words::plain(format!("{} {verb} what line {} says", self.who, self.line)),
        }
    }

    fn with_value(&self, words: Words, value: Option<&Value>) -> Words {
        match value.filter(|value| is_data(self.machine, value)) {
            // `3: 3` tells nothing.
            Some(value) if self.text.as_deref() != Some(&*self.machine.short(value)) => {
                words.and(": ").code(self.machine.short(value))
            }
            _ => words,
        }
    }

    fn in_general(&self) -> Words {
        match &self.text {
            Some(text) => Words::plain(format!("{} goes on with ", self.who)).code(text.clone()),
            None if self.line > 0 => Words::plain(format!("{} goes on in line {}", self.who, self.line)),
            None => Words::plain(format!("{} goes on", self.who)),
        }
    }
}

/// The sum that `x += 1` works out before it stores it is `x + 1`.
fn not_yet_stored(text: &str) -> String {
    const OPERATORS: [&str; 13] =
        ["//=", "**=", ">>=", "<<=", "+=", "-=", "*=", "/=", "%=", "@=", "&=", "|=", "^="];
    match OPERATORS.iter().find(|operator| text.contains(&format!(" {operator} "))) {
        Some(operator) => text.replacen(operator, operator.trim_end_matches('='), 1),
        None => text.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_worked_out_is_not_stored_yet() {
        assert_eq!(not_yet_stored("total += 1"), "total + 1");
        assert_eq!(not_yet_stored("row['a'] //= b"), "row['a'] // b");
        assert_eq!(not_yet_stored("a == b"), "a == b");
    }
}
