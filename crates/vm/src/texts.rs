//! Turning values into text: conversions of f-strings, and tracebacks.

use crate::class;
use crate::execute::{Done, Signal};
use crate::frame::{Frame, Then};
use crate::machine::Machine;
use crate::object::Object;
use crate::text::Str;
use crate::value::{Id, Value};

impl Machine {
    /// `FORMAT_SIMPLE` and `FORMAT_WITH_SPEC`
    pub(crate) fn format_value(&mut self, frame: &mut Frame, value: Value, spec: Str) -> Done {
        if let Value::Int(i) = &value
            && spec.is_empty()
        {
            frame.push(Value::str(i.to_string()));
            return Ok(Signal::Go);
        }
        let callee = self.builtin("format");
        self.call_values(frame, &callee, vec![value, Value::Str(spec)], Then::Text("__format__"))
    }

    /// `CONVERT_VALUE`: `!s`, `!r`, `!a`
    pub(crate) fn convert(&mut self, frame: &mut Frame, value: Value, which: usize) -> Done {
        let callee = match which {
            1 => Value::Ref(class::STR),
            2 => self.builtin("repr"),
            _ => self.builtin("ascii"),
        };
        self.call_values(frame, &callee, vec![value], Then::Push)
    }

    /// An uncaught exception as CPython prints it.
    pub fn format_exception(&self, id: Id) -> String {
        let Some(exception) = self.exception(id) else { return String::new() };
        let mut text = String::from("Traceback (most recent call last):\n");
        for entry in exception.traceback.iter().rev() {
            let code = self.code(entry.code);
            let span = code.code.spans.get(entry.at as usize).copied().unwrap_or_default();
            text += &format!("  File \"{}\", line {}, in {}\n", code.code.file, span.line, code.code.name);
        }
        let name = self.name_of_class(exception.class);
        let message = match self.as_object(&exception.args) {
            Some(Object::Tuple(items)) if items.is_empty() => String::new(),
            Some(Object::Tuple(items)) if items.len() == 1 => {
                crate::natives::repr::str(self, &items[0]).unwrap_or_default()
            }
            _ => crate::natives::repr::str(self, &exception.args).unwrap_or_default(),
        };
        if message.is_empty() { text + &format!("{name}\n") } else { text + &format!("{name}: {message}\n") }
    }
}
