//! Tracebacks as CPython 3.13 prints them.
//!
//! Nothing here knows the machine: an exception comes as plain data and leaves as text.

mod carets;
mod frames;
mod groups;
mod lines;
pub(crate) mod suggestions;

use std::rc::Rc;

use crate::code::Span;

pub(crate) use carets::{Anchors, Marked, Marks};
pub(crate) use frames::marked;

/// A frame that an exception went through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The file's name.
    pub file: Rc<str>,
    /// The function's name, or `<module>`.
    pub name: Rc<str>,
    /// What was being run; its line is 0 if that is not known.
    pub span: Span,
}

/// An exception that nothing caught, with those that led to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Uncaught {
    /// The frames, the outermost first.
    pub entries: Vec<Entry>,
    /// The name of its class, with the module's name before it unless that is `__main__` or `builtins`.
    pub type_name: String,
    /// Its `str()`.
    pub message: String,
    /// What `add_note` added.
    pub notes: Vec<String>,
    /// What it was raised `from`.
    pub cause: Option<Box<Uncaught>>,
    /// What was being handled when it was raised.
    pub context: Option<Box<Uncaught>>,
    /// Whether the context is not to be shown (`raise ... from None`).
    pub suppress_context: bool,
    /// Of an exception group: those in it.
    pub group: Vec<Uncaught>,
}

const CAUSE: &str = "\nThe above exception was the direct cause of the following exception:\n\n";
const CONTEXT: &str = "\nDuring handling of the above exception, another exception occurred:\n\n";

/// The traceback of an exception and of those before it. `source` gives the text of a file, if it has one.
pub fn traceback<'s>(exception: &Uncaught, source: &dyn Fn(&str) -> Option<&'s str>) -> String {
    traceback_with(exception, source, &Marks::new())
}

/// The same, where some of what is marked is known.
pub(crate) fn traceback_with<'s>(
    exception: &Uncaught,
    source: &dyn Fn(&str) -> Option<&'s str>,
    marks: &Marks,
) -> String {
    let mut text = String::new();
    groups::write(exception, source, marks, &mut groups::Margin::default(), &mut text);
    text
}

/// An exception and those before it, the first of them first, each with what is said between it and the next.
fn chain(exception: &Uncaught) -> Vec<(&Uncaught, &'static str)> {
    let mut chain = vec![(exception, "")];
    let mut current = exception;
    loop {
        let (before, link) = match (&current.cause, &current.context) {
            (Some(cause), _) => (cause, CAUSE),
            (None, Some(context)) if !current.suppress_context => (context, CONTEXT),
            _ => break,
        };
        chain.push((before, link));
        current = before;
    }
    chain.reverse();
    chain
}

/// The lines that a traceback has for one frame.
pub(crate) fn frame_text(entry: &Entry, source: &str, marks: &Marks) -> String {
    frames::frames(std::slice::from_ref(entry), &|_| Some(source), marks)
}

/// What is said of one exception alone, after its frames.
fn message(exception: &Uncaught) -> String {
    let mut text = last_line(&exception.type_name, &exception.message);
    for line in exception.notes.iter().flat_map(|note| note.split('\n')) {
        text.push_str(line);
        text.push('\n');
    }
    text
}

/// The line that says which exception it was.
pub fn last_line(type_name: &str, message: &str) -> String {
    if message.is_empty() { format!("{type_name}\n") } else { format!("{type_name}: {message}\n") }
}
