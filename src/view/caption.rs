//! What a step did, as a sentence.

use interleave_schedule::naming::name_of;
use interleave_schedule::waiting::ring;
use interleave_schedule::{Verdict, thread_letter};
use interleave_vm::{
    Effect, Id, Key, Machine, Object, Place, Statement, Step, Stream, Sync, ThreadId, Touch, Value,
};

use super::code::Listing;
use super::deed::deed;
use super::threads::wait_in_words;
use super::words::Words;

/// What a step did.
#[derive(Clone, Debug, PartialEq)]
pub struct Caption {
    /// Who made the step; none if it is about the program as a whole.
    pub thread: Option<ThreadId>,
    /// What the step did.
    pub words: Words,
    /// Whether the program failed.
    pub failed: bool,
}

impl Caption {
    /// Before the first step.
    pub fn start() -> Caption {
        Caption { thread: None, words: Words::plain("Ready to run."), failed: false }
    }

    /// What a step did that led to `machine`.
    pub fn of_step(machine: &Machine, step: &Step, listing: &Listing) -> Caption {
        let who = thread_letter(step.thread);
        let failed = step.effects.iter().any(|effect| matches!(effect, Effect::Raise { .. }));
        let told =
            step.effects.iter().filter_map(|effect| Some((rank(effect), told(machine, effect, &who)?)));
        let words = told.min_by_key(|(rank, _)| *rank).map(|(_, words)| words);
        let words = words.unwrap_or_else(|| deed(machine, step, listing, &who));
        Caption { thread: Some(step.thread), words, failed }
    }

    /// How the run ended.
    pub fn of_end(machine: &Machine, verdict: &Verdict) -> Caption {
        let (words, failed) = match verdict {
            Verdict::Ended => ("The program has ended.".to_string(), false),
            Verdict::Raised => ("The program has ended with an exception.".into(), true),
            Verdict::LimitReached(limit) => (format!("Stopped here: {limit}."), false),
            Verdict::Deadlocked(waits) => {
                // Who waits in the ring says why; the others wait for those.
                let ring = ring(waits).unwrap_or_default();
                let telling = waits.iter().filter(|wait| ring.is_empty() || ring.contains(&wait.thread));
                let telling: Vec<_> = telling.map(|wait| wait_in_words(machine, wait)).collect();
                (format!("Deadlock: no thread can go on. {}", telling.join(" ")), true)
            }
        };
        Caption { thread: None, words: Words::plain(words), failed }
    }
}

/// Of several effects the one that is told has the lowest number.
fn rank(effect: &Effect) -> u8 {
    match effect {
        Effect::Raise { .. } => 0,
        Effect::Output { .. } | Effect::Database { .. } => 1,
        Effect::Finish => 2,
        Effect::Write { .. } | Effect::Delete { .. } => 4,
        Effect::Read { .. } => 5,
        _ => 3,
    }
}

/// A sentence about an effect; none if it is not worth one.
fn told(machine: &Machine, effect: &Effect, who: &str) -> Option<Words> {
    let object =
        |verb: &str, id: &Id| Words::plain(format!("{who} {verb} ")).code(name_or_kind(machine, *id));
    Some(match effect {
        Effect::Read { place, value } => {
            let name = name_of_place(machine, place).filter(|_| is_data(machine, value))?;
            Words::plain(format!("{who} reads ")).code(name).and(": ").code(machine.short(value))
        }
        Effect::Write { place, value } => {
            let name = name_of_place(machine, place)?;
            Words::plain(format!("{who} writes ")).code(name).and(": ").code(machine.short(value))
        }
        Effect::Delete { place } => {
            Words::plain(format!("{who} deletes ")).code(name_of_place(machine, place)?)
        }
        Effect::Acquire { object: id, depth } if *depth > 1 => {
            object("acquires", id).and(format!(" once more: it is {depth} deep"))
        }
        Effect::Acquire { object: id, .. } => object("acquires", id),
        Effect::AcquireFailed { object: id } => object("does not get", id),
        Effect::Release { object: id, depth } if *depth > 0 => {
            object("releases", id).and(" once; it still holds it")
        }
        Effect::Release { object: id, .. } => object("releases", id),
        Effect::Set { object: id } => object("sets", id),
        Effect::Clear { object: id } => object("clears", id),
        Effect::Waited { object: id, set: true } => object("sees that it is set:", id),
        Effect::Waited { object: id, set: false } => object("no longer waits for", id),
        Effect::Enqueue { object: id } => object("begins to wait at", id),
        Effect::Notify { object: id, woken } => object("notifies", id).and(format!(": {woken} woken")),
        Effect::Wake { object: id, notified: true } => object("was notified at", id),
        Effect::Wake { object: id, notified: false } => object("no longer waits at", id),
        Effect::Arrive { object: id, index } => {
            object("arrives at", id).and(format!(" as number {}", index + 1))
        }
        Effect::Open { object: id, broken: false } => object("opens", id),
        Effect::Open { object: id, broken: true } => object("breaks", id),
        Effect::Pass { object: id, broken: false } => object("passes", id),
        Effect::Pass { object: id, broken: true } => object("finds it broken:", id),
        Effect::Put { object: id, .. } if is_pool(machine, *id) => {
            Words::plain(format!("{who} hands over a task"))
        }
        Effect::Take { object: id, done: true } if is_pool(machine, *id) => {
            Words::plain(format!("{who} takes a task"))
        }
        Effect::Take { object: id, done: false } if is_pool(machine, *id) => {
            Words::plain(format!("{who} hears that there are no more tasks"))
        }
        Effect::Put { object: id, done: true } => object("puts something in", id),
        Effect::Put { object: id, done: false } => object("finds no room in", id),
        Effect::Take { object: id, done: true } => object("takes something out of", id),
        Effect::Take { object: id, done: false } => object("finds nothing in", id),
        Effect::TaskDone { object: id } => object("is done with an item of", id),
        Effect::Start { thread } => Words::plain(format!("{who} starts thread {}", thread_letter(*thread))),
        Effect::Finish => Words::plain(format!("{who} has ended")),
        Effect::Join { thread, ended: true } => {
            Words::plain(format!("{who} sees that {} has ended", thread_letter(*thread)))
        }
        Effect::Join { thread, ended: false } => {
            Words::plain(format!("{who} no longer waits for {}", thread_letter(*thread)))
        }
        Effect::Sleep { microseconds } => {
            Words::plain(format!("{who} has slept for {} s", *microseconds as f64 / 1e6))
        }
        Effect::Output { stream: Stream::Out, text } => {
            Words::plain(format!("{who} prints ")).code(machine.short(&Value::Str(text.clone())))
        }
        Effect::Output { stream: Stream::Err, .. } => Words::plain(format!("{who} writes to standard error")),
        Effect::SwitchInterval { microseconds } => {
            Words::plain(format!("{who} sets the switch interval to {} s", *microseconds as f64 / 1e6))
        }
        Effect::Database { statement, .. } => statement_in_words(statement, who),
        Effect::Raise { exception } => {
            Words::plain(format!("{who} raises ")).code(machine.exception_line(*exception))
        }
    })
}

/// What was read or committed, if that is short; otherwise how much.
fn statement_in_words(statement: &Statement, who: &str) -> Words {
    let touches: Vec<&Touch> = statement.touches.iter().filter(|touch| !touch.table.is_empty()).collect();
    let Some(first) = touches.first() else {
        return Words::plain(format!("{who}: ")).code(statement.as_str());
    };
    let verb = if first.write { "commits" } else { "reads" };
    if touches.len() > 2 {
        return Words::plain(format!("{who} {verb} {} rows of ", touches.len())).code(first.table.as_str());
    }
    let mut words = Words::plain(format!("{who} {verb} "));
    for (index, touch) in touches.iter().enumerate() {
        let values: Vec<&str> = touch.values.iter().skip(1).map(|(_, value)| value.as_str()).collect();
        let row = touch.key.as_deref().unwrap_or("*");
        words = words.and(if index > 0 { " and " } else { "" }).code(format!("{} {row}", touch.table));
        words = words.and(": ").code(values.join(", "));
    }
    words
}

fn is_pool(machine: &Machine, id: Id) -> bool {
    matches!(machine.object(id), Object::Sync(sync) if matches!(**sync, Sync::Tasks { .. }))
}

/// Whether a value is worth telling: a function or a class has its name.
pub(super) fn is_data(machine: &Machine, value: &Value) -> bool {
    match value {
        Value::Native(_) | Value::Code(_) | Value::Unbound => false,
        Value::Ref(id) => !matches!(
            machine.object(*id),
            Object::Function(_) | Object::Class(_) | Object::Module { .. } | Object::Method { .. }
        ),
        _ => true,
    }
}

fn name_or_kind(machine: &Machine, id: Id) -> String {
    name_of(machine, id).unwrap_or_else(|| match machine.object(id) {
        Object::Sync(sync) => super::threads::kind_of(sync).into(),
        _ => "it".into(),
    })
}

/// A part of what has a name: `self in f` and `.balance` make `self.balance in f`.
fn with_part(name: String, part: &str) -> String {
    let is_function = |name: &str| name.chars().all(|c| c.is_alphanumeric() || "_<>".contains(c));
    match name.rsplit_once(" in ").filter(|(_, function)| is_function(function)) {
        Some((path, function)) => format!("{path}{part} in {function}"),
        None => name + part,
    }
}

/// What a reader of the program would call a place; none if no variable leads to it.
fn name_of_place(machine: &Machine, place: &Place) -> Option<String> {
    let within = |part: String| Some(with_part(name_of(machine, place.object)?, &part));
    match &place.key {
        Key::Global(name) | Key::Cell(name) => Some(name.to_string()),
        Key::Attribute(name) => within(format!(".{name}")),
        Key::Item(key) => within(format!("[{}]", machine.short(key))),
        Key::Whole => name_of(machine, place.object),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_functions_own_variable() {
        let named = |name: &str, part| with_part(name.into(), part);
        assert_eq!(named("account", ".balance"), "account.balance");
        assert_eq!(named("self in __init__", ".balance"), "self.balance in __init__");
        assert_eq!(named("rows['a in b']", "[0]"), "rows['a in b'][0]");
    }
}
