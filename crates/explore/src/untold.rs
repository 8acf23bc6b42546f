//! What steps do that no place stands for: by their reads and writes it cannot be told which steps it depends on. Where a program
//! does such a thing, every step is a move; and if that makes too many states, nothing is proved.

use std::collections::{BTreeMap, BTreeSet};

use interleave_vm::effect::Key;
use interleave_vm::search::TRACEBACK;
use interleave_vm::{Effect, Id, Machine, Object, Step, ThreadId};

/// What it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    /// Whether an object is alive makes a difference.
    Lives,
    /// A thread interrupts another, wherever that one is.
    Interrupts,
    /// A built-in name is changed.
    Builtins,
    /// The dict of an object's attributes is exchanged for another.
    Namespace,
    /// The code of a function is, or its defaults.
    Function,
    /// What an exception keeps of those who raised it is looked at, and several threads did.
    Traceback,
}

/// What a program does that no place stands for, and in which line it was first seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Untold {
    what: What,
    line: u32,
}

impl Untold {
    /// What the program does, in words.
    pub fn in_words(self) -> String {
        let what = match self.what {
            What::Lives => "depends on whether an object is still alive",
            What::Interrupts => "has one thread interrupt another",
            What::Builtins => "changes a built-in name",
            What::Namespace => "exchanges the `__dict__` of an object",
            What::Function => "exchanges the code or the defaults of a function",
            What::Traceback => {
                "looks at the traceback or the context of an exception that several threads raise"
            }
        };
        format!("line {} {what}", self.line)
    }
}

/// Looks out for it.
#[derive(Debug, Default)]
pub(crate) struct Lookout {
    found: Option<Untold>,
    /// Who raised an exception: as it was made, and as the result of a future.
    raised: BTreeMap<(Id, bool), ThreadId>,
    /// Exceptions that several threads raised.
    by_several: BTreeSet<Id>,
    /// Exceptions of which it was looked at who raised them.
    looked_at: BTreeSet<Id>,
}

impl Lookout {
    /// What was found first.
    pub(crate) fn found(&self) -> Option<Untold> {
        self.found
    }

    /// Another run begins, in which an object of the same name may be another.
    pub(crate) fn begin_run(&mut self) {
        self.raised.clear();
        self.by_several.clear();
        self.looked_at.clear();
    }

    /// Looks at a step; the machine is as it is after it.
    #[inline]
    pub(crate) fn note(&mut self, machine: &Machine, step: &Step) {
        if self.found.is_none() {
            let what = match () {
                () if machine.lives_matter() => Some(What::Lives),
                () if machine.interrupts() => Some(What::Interrupts),
                () if step.effects.is_empty() => None,
                () => self.told(machine, step),
            };
            self.found = what.map(|what| Untold { what, line: line_of(machine, step) });
        }
    }

    fn told(&mut self, machine: &Machine, step: &Step) -> Option<What> {
        step.effects.iter().find_map(|effect| match effect {
            Effect::Write { place, .. } | Effect::Delete { place } => {
                if Some(place.object) == machine.builtins() {
                    return Some(What::Builtins);
                }
                let Key::Attribute(name) = &place.key else { return None };
                match (name.as_str(), machine.object(place.object)) {
                    ("__dict__", Object::Instance(_)) => Some(What::Namespace),
                    ("__code__" | "__defaults__" | "__kwdefaults__", Object::Function(_)) => {
                        Some(What::Function)
                    }
                    _ => None,
                }
            }
            Effect::Read { place, .. } => {
                let Key::Attribute(name) = &place.key else { return None };
                let looks = name.as_str() == TRACEBACK && self.looked_at.insert(place.object);
                (looks && self.by_several.contains(&place.object)).then_some(What::Traceback)
            }
            Effect::Raise { exception } => {
                // Who asks a future for its result comes behind whoever set it.
                let by_library = machine.code(step.code).internal;
                let first = *self.raised.entry((*exception, by_library)).or_insert(step.thread);
                let several = first != step.thread && self.by_several.insert(*exception);
                (several && self.looked_at.contains(exception)).then_some(What::Traceback)
            }
            _ => None,
        })
    }
}

/// The line of the program in which a step was made; 0 if there is none.
fn line_of(machine: &Machine, step: &Step) -> u32 {
    let frames = machine.thread(step.thread).frames.iter().rev();
    let own = frames.filter(|frame| !frame.code.internal).map(|frame| (frame.code.id, frame.last()));
    let mut places = [(step.code, step.at)].into_iter().chain(own);
    let place = places.find(|(code, _)| !machine.code(*code).internal);
    let span = |(code, at)| machine.code(code).code.spans.get(at as usize).map(|span| span.line);
    place.and_then(span).unwrap_or(0)
}
