//! Exceptions below one another: chains, and groups with a margin, as CPython's `traceback` prints them.

use super::{Marks, Uncaught, chain, frames, message};

/// How many exceptions of a group are shown, and how many groups in groups.
const WIDTH: usize = 15;
const DEPTH: usize = 10;

/// Where the margin is.
#[derive(Default)]
pub(super) struct Margin {
    depth: usize,
    /// Whether the last line of a group is still to come.
    open: bool,
}

impl Margin {
    fn indent(&self) -> String {
        " ".repeat(2 * self.depth)
    }

    /// Writes lines behind the margin.
    fn emit(&self, lines: &str, sign: char, text: &mut String) {
        for line in lines.split_inclusive('\n') {
            if self.depth > 0 {
                text.push_str(&self.indent());
                text.push(sign);
                text.push(' ');
            }
            text.push_str(line);
        }
    }
}

/// The traceback of an exception, of those before it, and of those in it.
pub(super) fn write<'s>(
    exception: &Uncaught,
    source: &dyn Fn(&str) -> Option<&'s str>,
    marks: &Marks,
    margin: &mut Margin,
    text: &mut String,
) {
    for (exception, link) in chain(exception) {
        one(exception, source, marks, margin, text);
        margin.emit(link, '|', text);
    }
}

fn one<'s>(
    exception: &Uncaught,
    source: &dyn Fn(&str) -> Option<&'s str>,
    marks: &Marks,
    margin: &mut Margin,
    text: &mut String,
) {
    let is_group = !exception.group.is_empty();
    if is_group && margin.depth > DEPTH {
        return margin.emit(&format!("... (max_group_depth is {DEPTH})\n"), '|', text);
    }
    let is_first = is_group && margin.depth == 0;
    margin.depth += usize::from(is_first);
    if !exception.entries.is_empty() {
        let (title, sign) = match (is_group, is_first) {
            (true, first) => ("Exception Group Traceback", if first { '+' } else { '|' }),
            _ => ("Traceback", '|'),
        };
        margin.emit(&format!("{title} (most recent call last):\n"), sign, text);
        margin.emit(&frames::frames(&exception.entries, source, marks), '|', text);
    }
    margin.emit(&message(exception), '|', text);
    let shown = exception.group.len().min(WIDTH + 1);
    if is_group {
        margin.open = false;
    }
    for (place, inner) in exception.group.iter().take(shown).enumerate() {
        let is_last = place + 1 == shown;
        margin.open |= is_last;
        let title = if place < WIDTH { (place + 1).to_string() } else { "...".into() };
        let corner = if place == 0 { "+-" } else { "  " };
        text.push_str(&format!("{}{corner}+---------------- {title} ----------------\n", margin.indent()));
        margin.depth += 1;
        if place < WIDTH {
            write(inner, source, marks, margin, text);
        } else {
            let rest = exception.group.len() - WIDTH;
            let plural = if rest > 1 { "s" } else { "" };
            margin.emit(&format!("and {rest} more exception{plural}\n"), '|', text);
        }
        if is_last && margin.open {
            text.push_str(&format!("{}+------------------------------------\n", margin.indent()));
            margin.open = false;
        }
        margin.depth -= 1;
    }
    margin.depth -= usize::from(is_first);
}
