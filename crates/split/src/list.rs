//! Which functions can come later, as a text that can be read: one line for all that are at or below a path where none is
//! called, or, behind a `=`, for one function alone.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::shape::Shape;

/// A function that is smaller is not worth a line: what stands for it weighs as much.
const WORTH: usize = 40;

/// Functions that can come later. What it does not know of comes first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct List(BTreeSet<String>);

impl List {
    /// Reads a list; what begins with `#` is a remark.
    pub fn read(text: &str) -> List {
        List(text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).map(Into::into).collect())
    }

    /// The functions of a module that were not called, where they are worth it.
    pub fn of_uncalled(shape: &Shape, called: impl Fn(u32) -> bool) -> List {
        let mut first = BTreeSet::new();
        let mut later: BTreeMap<String, usize> = BTreeMap::new();
        for (function, body) in shape.own() {
            let name = shape.names.get(&function).map(|name| plain(name)).unwrap_or_default();
            match called(function) {
                true => drop(first.insert(name)),
                false => *later.entry(name).or_default() += body.size,
            }
        }
        later.retain(|name, _| !first.contains(name));
        let kept: BTreeSet<&str> = first.iter().flat_map(|name| above(path(name))).collect();
        let mut lines: BTreeMap<String, usize> = BTreeMap::new();
        for (name, size) in &later {
            let path = above(path(name)).find(|path| !kept.contains(path));
            *lines.entry(path.map_or_else(|| alone(name), Into::into)).or_default() += size;
        }
        List(lines.into_iter().filter(|(_, size)| *size >= WORTH).map(|(line, _)| line).collect())
    }

    /// Whether a function can come later, by the name that the module has for it.
    pub fn has(&self, name: &str) -> bool {
        let name = plain(name);
        self.0.contains(&alone(&name)) || above(path(&name)).any(|path| self.0.contains(path))
    }
}

impl fmt::Display for List {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|line| writeln!(f, "{line}"))
    }
}

/// The line of a function that goes without what is below its path, or at it: what is made for its types may be called.
fn alone(name: &str) -> String {
    format!("={name}")
}

/// A name without what differs from one checkout to the next, `[d0f38b71c3444fc8]`, and without what is within a function,
/// `::{closure#0}`: that goes where the function goes.
fn plain(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    let mut rest = name;
    while let Some(at) = rest.find(['[', '{']) {
        let (before, after) = (&rest[..at], &rest[at + 1..]);
        let hash = after.trim_start_matches(|c: char| c.is_ascii_hexdigit()).strip_prefix(']');
        let within = rest[at..].starts_with('{').then(|| after.split_once('}')).flatten();
        match (hash, within) {
            (_, Some((_, behind))) => {
                plain.push_str(before.trim_end_matches("::"));
                rest = behind;
            }
            (Some(behind), None) if !after.starts_with(']') => {
                plain.push_str(before);
                rest = behind;
            }
            _ => {
                plain.push_str(&rest[..=at]);
                rest = after;
            }
        }
    }
    plain + rest
}

/// Where a function is written: the first path in its name into a crate of this project or the parser's, and else the first
/// path at all. So `<Vec<interleave_vm::value::Value>>::push` is at home in `interleave_vm::value::Value`.
fn path(name: &str) -> &str {
    let mut paths = name
        .split(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != ':')
        .map(|path| path.trim_matches(':'))
        .filter(|path| path.contains("::"));
    let first = paths.clone().next().unwrap_or(name);
    paths.find(|path| path.starts_with("interleave") || path.starts_with("ruff")).unwrap_or(first)
}

/// A path and all that it is in, from the outermost on: `a`, `a::b`, `a::b::c`.
fn above(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices("::").map(|(at, _)| &path[..at]).chain([path])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_the_source() {
        let cases = [
            (
                "<yew[d0f38b71c3444fc8]::Comp<interleave[c0259228714b3ca1]::app::Page>>::view",
                "<yew::Comp<interleave::app::Page>>::view",
            ),
            (
                "interleave[c0]::hooks::use_search::inner_fn::{closure#3}::{closure#0}",
                "interleave::hooks::use_search::inner_fn",
            ),
            ("<[interleave[c0]::Module]>::sort", "<[interleave::Module]>::sort"),
        ];
        for (name, expected) in cases {
            assert_eq!(plain(name), expected);
        }
        assert_eq!(
            path("<alloc::vec::Vec<interleave_vm::value::Value>>::push"),
            "interleave_vm::value::Value"
        );
        assert_eq!(path("<&mut alloc::vec::Vec<u8>>::push"), "alloc::vec::Vec");
        assert_eq!(above("a::b::c").collect::<Vec<_>>(), ["a", "a::b", "a::b::c"]);
    }

    #[test]
    fn what_is_uncalled_is_told_by_the_outermost_path() {
        let names = [
            "a::b::c",
            "a::b::d",
            "a::e::f",
            "a::e::g",
            "a::e::g::{closure#0}",
            "a::h",
            "b::drop::<interleave::c>",
            "interleave::c",
        ];
        let mut shape = Shape::default();
        for (function, name) in (0..).zip(names) {
            shape.names.insert(function, name.into());
            shape.bodies.push(crate::Body { size: WORTH, ..Default::default() });
        }
        let list = List::of_uncalled(&shape, |function| [2, 5, 6].contains(&function));
        assert_eq!(list.to_string(), "=interleave::c\na::b\na::e::g\n");
        assert_eq!(names.map(|name| list.has(name)), [true, true, false, true, true, false, false, true]);
        assert_eq!((list.has("a::b::new"), list.has("a::h::new")), (true, false));
        assert_eq!(List::read(&format!("# a remark\n\n{list}")), list);
    }
}
