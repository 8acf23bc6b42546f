//! Turning values into text: conversions of f-strings, and tracebacks.

use crate::class;
use crate::execute::{Done, Signal};
use crate::frame::{Frame, Then};
use crate::machine::Machine;
use crate::object::{Exception, TracebackEntry};
use crate::text::Str;
use crate::traceback::{Entry, Uncaught, traceback_with};
use crate::value::{Id, Value};

/// How many exceptions of a chain are shown.
const CHAIN: usize = 20;

impl Machine {
    /// `FORMAT_SIMPLE` and `FORMAT_WITH_SPEC`
    pub(crate) fn format_value(&mut self, frame: &mut Frame, value: Value, spec: Str) -> Done {
        if let Value::Int(i) = &value
            && spec.is_empty()
        {
            frame.push(Value::str(i.to_string()));
            return Ok(Signal::Go);
        }
        self.spend_format();
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

    /// An exception with its traceback, as CPython prints one that nothing caught. `texts` gives what `str` makes of
    /// exceptions for which that is Python's business.
    pub(crate) fn format_exception(&self, id: Id, texts: &[(Id, Str)]) -> String {
        let source: &str = &self.image.source;
        let exception = self.uncaught_exception(id, texts, CHAIN);
        traceback_with(&exception, &|file| (!file.starts_with('<')).then_some(source), &self.image.marks)
    }

    /// What a traceback says of a frame.
    pub(crate) fn traceback_entry(&self, entry: &TracebackEntry) -> Entry {
        let code = &self.code(entry.code).code;
        let span = code.spans.get(entry.at as usize).copied().unwrap_or_default();
        Entry { file: code.file.clone(), name: code.name.clone(), span }
    }

    fn uncaught_exception(&self, id: Id, texts: &[(Id, Str)], depth: usize) -> Uncaught {
        let Some(exception) = self.exception(id) else { return Uncaught::default() };
        let entry = |entry: &TracebackEntry| self.traceback_entry(entry);
        let mut message = match texts.iter().find(|(known, _)| *known == id) {
            Some((_, text)) => text.to_string(),
            None => crate::natives::repr::exception_text(self, exception).unwrap_or_default(),
        };
        message += &self.suggestion(exception);
        let linked = |value: &Value| match value {
            Value::Ref(other) if depth > 0 => {
                Some(Box::new(self.uncaught_exception(*other, texts, depth - 1)))
            }
            _ => None,
        };
        let group = match depth {
            0 => Vec::new(),
            _ => self.grouped(exception),
        };
        Uncaught {
            entries: exception.traceback.iter().rev().map(entry).collect(),
            type_name: self.name_in_traceback(exception.class),
            message,
            notes: self.notes(exception),
            cause: linked(&exception.cause),
            context: if exception.suppress_context { None } else { linked(&exception.context) },
            suppress_context: exception.suppress_context,
            group: group.iter().map(|&one| self.uncaught_exception(one, texts, depth - 1)).collect(),
        }
    }

    /// The exceptions in a group.
    fn grouped(&self, exception: &Exception) -> Vec<Id> {
        let is_group = self.builtin("BaseExceptionGroup").id();
        if is_group.is_none_or(|group| !self.is_subclass(exception.class, group)) {
            return Vec::new();
        }
        let inner = exception.dict.id().and_then(|dict| self.dict_get_str(dict, &"exceptions".into()));
        inner
            .and_then(|inner| self.native_items(&inner))
            .unwrap_or_default()
            .iter()
            .filter_map(Value::id)
            .collect()
    }

    fn notes(&self, exception: &Exception) -> Vec<String> {
        let names = &self.image.names;
        let notes = exception.dict.id().and_then(|dict| self.dict_get_str(dict, &names.notes));
        let notes = notes.and_then(|notes| self.native_items(&notes)).unwrap_or_default();
        notes.iter().map(|note| crate::natives::repr::str(self, note).unwrap_or_default()).collect()
    }

    /// Whether `str` of an exception, or of one before it, is Python's business.
    pub(crate) fn needs_python_to_report(&self, id: Id) -> bool {
        let mut next = Some(id);
        for _ in 0..CHAIN {
            let Some(exception) = next.and_then(|id| self.exception(id)) else { return false };
            if crate::natives::repr::exception_text(self, exception).is_none()
                || next.is_some_and(|id| self.in_python(&Value::Ref(id), &self.image.names.str))
            {
                return true;
            }
            next = exception.cause.id().or(exception.context.id());
        }
        false
    }
}
