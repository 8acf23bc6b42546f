//! Why a run failed: the racing accesses, and a sentence in plain words.

use interleave_schedule::{Awaited, Verdict, thread_letter, waiting};
use interleave_vm::object::Object;
use interleave_vm::{Effect, Stream, Sync, ThreadId};

use crate::access::{Kind, Owner};
use crate::events::{Event, Events};
use crate::order::{atomicity_violation, order_of_operations};
use crate::outcome::{Ending, Outcome};

/// Why a run failed.
#[derive(Clone, Debug, Default)]
pub struct Why {
    /// In a sentence.
    pub sentence: String,
    /// The accesses that the sentence speaks of, in the order in which they were made.
    pub race: Vec<Part>,
}

/// An access that has to do with a failure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Whose it was.
    pub thread: ThreadId,
    /// In which step, counted from 0.
    pub step: u64,
    /// In which line of the program.
    pub line: u32,
    /// What was done: `read`, `wrote`, `printed`, `waits for`, ...
    pub verb: &'static str,
    /// What was touched, as the program calls it.
    pub place: String,
}

/// Finds out why a run ended as it did. `always` says that every schedule is known to fail.
pub(crate) fn why(events: &Events, outcome: &Outcome, always: bool) -> Why {
    let found = match outcome.ending {
        Ending::Deadlocks => deadlock(events),
        Ending::Livelocks => Some(livelock(events)),
        Ending::Fails | Ending::Raises => {
            let found = lost_update(events).or_else(|| torn_output(events)).or_else(|| any_race(events));
            let ordered = || atomicity_violation(events).or_else(|| order_of_operations(events));
            // What fails in every order fails for no reason of order.
            found.or_else(|| ordered().filter(|_| !always))
        }
        Ending::Passes | Ending::Unproven => None,
    };
    let mut why = found.unwrap_or_default();
    if let (Ending::Raises, Some(note)) = (outcome.ending, &outcome.note) {
        let reason = if why.sentence.is_empty() { String::new() } else { format!(" {}", why.sentence) };
        why.sentence = format!("{note}.{reason}");
    }
    if why.sentence.is_empty() {
        why.sentence = match always {
            true => "What is expected does not hold at the end, whoever goes first.".into(),
            false => "What is expected does not hold at the end of this schedule, though no two accesses are in a race.".into(),
        };
    }
    why
}

pub(crate) fn part(event: &Event, place: u32, verb: &'static str) -> Part {
    let named = event.accesses.iter().find(|(access, name)| access.place == place && !name.is_empty());
    let named = named.or_else(|| event.accesses.iter().find(|(_, name)| !name.is_empty()));
    let place = named.map(|(_, name)| name.clone()).unwrap_or_default();
    Part { thread: event.thread, step: event.step, line: event.line, verb, place }
}

/// A thread reads a place, another one writes it, and then the first writes what no longer follows from what it read; or,
/// if what it read decided what it did, acts on it.
fn lost_update(events: &Events) -> Option<Why> {
    let all = &events.all;
    let mut check = None;
    for (at, between) in all.iter().enumerate() {
        for (access, _) in &between.accesses {
            let owner = events.places.get(access.place).object;
            if access.kind != Kind::Write || !is_memory(events, owner) {
                continue;
            }
            let touch = |event: &&Event| event.touches(&events.places, access.place);
            for (from, read) in all[..at].iter().enumerate() {
                if read.thread == between.thread || touch(&read) != Some(Kind::Read) || read.precedes(between)
                {
                    continue;
                }
                let place = access.place;
                let mine = |event: &&Event| event.thread == read.thread;
                // Nothing of its own in between: what it then does rests on what it read.
                if all[from + 1..at].iter().filter(mine).any(|event| touch(&event).is_some()) {
                    continue;
                }
                let Some(write) = all[at + 1..].iter().filter(mine).find(|event| touch(event).is_some())
                else {
                    check.get_or_insert((read, between, None, place));
                    continue;
                };
                if touch(&write) == Some(Kind::Write) {
                    if !is_test(events, read) {
                        return Some(lost_update_in_words(read, between, write, place));
                    }
                    check = Some((read, between, Some(write), place));
                }
            }
        }
    }
    let (read, between, act, place) = check?;
    is_test(events, read).then(|| check_then_act_in_words(read, between, act, place))
}

fn lost_update_in_words(read: &Event, between: &Event, write: &Event, place: u32) -> Why {
    let parts = [part(read, place, "read"), part(between, place, "wrote"), part(write, place, "wrote")];
    let (a, b) = (thread_letter(read.thread), thread_letter(between.thread));
    let sentence = format!(
        "Lost update: {b} wrote {} (line {}) after {a} had read it (line {}) and before {a} wrote it (line {}), so what {b} wrote is lost.",
        parts[0].place, between.line, read.line, write.line
    );
    Why { sentence, race: parts.into() }
}

fn check_then_act_in_words(read: &Event, between: &Event, act: Option<&Event>, place: u32) -> Why {
    let mut parts = vec![part(read, place, "read"), part(between, place, "wrote")];
    parts.extend(act.map(|act| part(act, place, "wrote")));
    let (a, b) = (thread_letter(read.thread), thread_letter(between.thread));
    let acted = act.map_or(String::new(), |act| format!(" (line {})", act.line));
    let sentence = format!(
        "Check, then act: {a} looked at {} (line {}), {b} changed it (line {}), and then {a} acted{acted} on what was no longer so.",
        parts[0].place, read.line, between.line
    );
    Why { sentence, race: parts }
}

/// Whether the line of an event is a condition.
pub(crate) fn is_test(events: &Events, event: &Event) -> bool {
    let source = events.end.source_line(event.line);
    let line = source.as_deref().unwrap_or_default().trim_start();
    ["if ", "elif ", "while ", "assert "].iter().any(|word| line.starts_with(word))
}

/// Text of one thread between two pieces that another wrote in one line of the program.
fn torn_output(events: &Events) -> Option<Why> {
    let written: Vec<(&Event, &str)> = events
        .all
        .iter()
        .filter_map(|event| {
            let text = event.effects.iter().find_map(|effect| match effect {
                Effect::Output { stream: Stream::Out, text } => Some(text.as_str()),
                _ => None,
            });
            Some((event, text?))
        })
        .collect();
    for (at, (first, text)) in written.iter().enumerate() {
        let (between, _) = written.get(at + 1)?;
        if text.ends_with('\n') || first.thread == between.thread {
            continue;
        }
        let (last, _) = written[at + 1..].iter().find(|(event, _)| event.thread == first.thread)?;
        let place = first.accesses.first().map_or(0, |(access, _)| access.place);
        let verb = |event: &Event| part(event, place, "wrote");
        let (a, b) = (thread_letter(first.thread), thread_letter(between.thread));
        let sentence = format!(
            "Torn output: {b} wrote (line {}) between two pieces of a line that {a} wrote (line {}): each piece is a write of its own.",
            between.line, first.line
        );
        return Some(Why { sentence, race: vec![verb(first), verb(between), verb(last)] });
    }
    None
}

/// Two accesses to one place, one of them a write, that nothing orders.
fn any_race(events: &Events) -> Option<Why> {
    for (at, late) in events.all.iter().enumerate() {
        for (access, _) in &late.accesses {
            if !is_memory(events, events.places.get(access.place).object) {
                continue;
            }
            for early in &events.all[..at] {
                if early.thread == late.thread || early.precedes(late) {
                    continue;
                }
                let conflicts =
                    early.accesses.iter().find(|(other, _)| events.places.conflict(*access, *other));
                let Some((other, _)) = conflicts else { continue };
                let verb = |kind| if kind == Kind::Read { "read" } else { "wrote" };
                let parts =
                    [part(early, other.place, verb(other.kind)), part(late, access.place, verb(access.kind))];
                let (a, b) = (thread_letter(early.thread), thread_letter(late.thread));
                let sentence = format!(
                    "Data race: {a} {} {} (line {}) before {b} {} it (line {}), and nothing sees to it that they come in any order.",
                    parts[0].verb, parts[0].place, early.line, parts[1].verb, late.line
                );
                return Some(Why { sentence, race: parts.into() });
            }
        }
    }
    None
}

pub(crate) fn is_memory(events: &Events, owner: Owner) -> bool {
    match owner {
        Owner::Object(id) => {
            events.end.sync(id).is_none() && !matches!(events.end.object(id), Object::Free(_))
        }
        Owner::Output | Owner::End | Owner::Clock | Owner::Workers => false,
    }
}

/// Who waits for whom, and why nobody comes.
fn deadlock(events: &Events) -> Option<Why> {
    let machine = &events.end;
    let Some(Verdict::Deadlocked(waits)) = Verdict::of(machine) else { return None };
    let race: Vec<Part> = waits
        .iter()
        .map(|wait| {
            let line = machine.position(wait.thread).map_or(0, |position| position.span.line);
            let place = match wait.awaited {
                Awaited::Object(id) => interleave_schedule::naming::name_of(machine, id).unwrap_or_default(),
                Awaited::Thread(thread) => format!("the end of thread {}", thread_letter(thread)),
                Awaited::Clock => "the clock".into(),
            };
            Part { thread: wait.thread, step: machine.steps(), line, verb: "waits for", place }
        })
        .collect();
    let words = |threads: &[ThreadId]| {
        let waits = waits.iter().filter(|wait| threads.contains(&wait.thread));
        waits.map(|wait| waiting::in_words(machine, wait)).collect::<Vec<_>>().join(" ")
    };
    let sentence = match waiting::ring(&waits) {
        Some(ring) if ring.len() == 1 => {
            format!("Deadlock with itself: {} Nobody else can release it.", words(&ring))
        }
        Some(ring) => format!("Deadlock by lock order: {} Each waits for the other.", words(&ring)).replace(
            "Each waits for the other.",
            if ring.len() == 2 { "Each waits for the other." } else { "They wait for each other in a ring." },
        ),
        None => match lost_wakeup(events, &waits) {
            Some(sentence) => sentence,
            None => {
                let all: Vec<_> =
                    waits.iter().map(|wait| wait.thread).filter(|t| *t != ThreadId::MAIN).collect();
                let all = if all.is_empty() { vec![ThreadId::MAIN] } else { all };
                format!("Deadlock: {} Nobody is left who could end that.", words(&all))
            }
        },
    };
    Some(Why { sentence, race })
}

/// A thread waits at a condition or for an event that was notified, or cleared, before it came.
fn lost_wakeup(events: &Events, waits: &[waiting::Wait]) -> Option<String> {
    for wait in waits {
        let Awaited::Object(id) = wait.awaited else { continue };
        let waiter = thread_letter(wait.thread);
        let told = |wanted: &dyn Fn(&Effect) -> bool| {
            events
                .all
                .iter()
                .rev()
                .find(|event| event.thread != wait.thread && event.effects.iter().any(wanted))
        };
        let (event, verb) = match events.end.sync(id)? {
            Sync::Condition { .. } => {
                let early = |e: &Effect| matches!(e, Effect::Notify { object, woken: 0 } if *object == id);
                (told(&early)?, "notified")
            }
            Sync::Event { .. } => {
                let early = |e: &Effect| matches!(e, Effect::Set { object } if *object == id);
                (told(&early)?, "set it")
            }
            _ => continue,
        };
        return Some(format!(
            "Lost wakeup: {} {verb} (line {}) before {waiter} waited, and nobody will do so again: {waiter} waits for ever.",
            thread_letter(event.thread),
            event.line
        ));
    }
    None
}

/// Who goes round in circles.
fn livelock(events: &Events) -> Why {
    let from = events.all.len().saturating_sub(60);
    let mut threads: Vec<(ThreadId, u32)> = Vec::new();
    for event in &events.all[from..] {
        if !threads.iter().any(|(thread, _)| *thread == event.thread) {
            threads.push((event.thread, event.line));
        }
    }
    threads.sort();
    let names: Vec<_> =
        threads.iter().map(|(thread, line)| format!("{} (line {line})", thread_letter(*thread))).collect();
    let sentence = match names.as_slice() {
        [] => "Livelock: a thread goes round in circles for ever, and nobody else can end that.".into(),
        [one] => format!("Starvation: {one} goes round in circles for ever, waiting for what never comes."),
        several => format!(
            "Livelock: {} go on for ever without getting anywhere, each making room for the other.",
            several.join(" and ")
        ),
    };
    Why { sentence, race: Vec::new() }
}
