//! Reasons of failures in which no two accesses are in a race: what is ordered by locks and events, but not as one would wish.

use interleave_schedule::naming::name_of;
use interleave_schedule::thread_letter;
use interleave_vm::{Effect, Id};

use crate::access::Kind;
use crate::events::{Event, Events};
use crate::why::{Part, Why, is_memory, is_test, part};

/// A thread reads a place under a lock and later writes it under a lock, and another one writes it in between: an atomicity
/// violation (Lu, Park, Seo and Zhou, "Learning from Mistakes", ASPLOS 2008).
pub(crate) fn atomicity_violation(events: &Events) -> Option<Why> {
    let all = &events.all;
    for (at, between) in all.iter().enumerate() {
        for (access, _) in &between.accesses {
            if access.kind != Kind::Write || !is_memory(events, events.places.get(access.place).object) {
                continue;
            }
            let touch = |event: &&Event| event.touches(&events.places, access.place);
            let own = |from: usize, by: &Event| {
                all[from..at].iter().any(|event| event.thread == by.thread && touch(&event).is_some())
            };
            let read = all[..at].iter().enumerate().rev().find(|(from, read)| {
                read.thread != between.thread
                    && touch(read) == Some(Kind::Read)
                    && !is_test(events, read)
                    && !own(from + 1, read)
            });
            let Some((_, read)) = read else { continue };
            let next = all[at + 1..].iter().filter(|event| event.thread == read.thread);
            let Some(write) = { next }.find(|event| touch(event).is_some()) else { continue };
            if touch(&write) != Some(Kind::Write) {
                continue;
            }
            let place = access.place;
            let race =
                vec![part(read, place, "read"), part(between, place, "wrote"), part(write, place, "wrote")];
            let (a, b) = (thread_letter(read.thread), thread_letter(between.thread));
            let sentence = format!(
                "Lost update: {b} wrote {} (line {}) after {a} had read it (line {}) and before {a} wrote it (line {}). A lock was held each time, but not from the one to the other.",
                race[0].place, between.line, read.line, write.line
            );
            return Some(Why { sentence, race });
        }
    }
    None
}

/// What a step did to something that threads wait for, where the order can decide how the program ends.
fn done_to(effect: &Effect) -> Option<(Id, &'static str)> {
    Some(match effect {
        Effect::AcquireFailed { object } => (*object, "could not acquire"),
        Effect::Acquire { object, .. } => (*object, "acquired"),
        Effect::Set { object } => (*object, "set"),
        Effect::Clear { object } => (*object, "cleared"),
        Effect::Waited { object, set: false } => (*object, "gave up waiting for"),
        Effect::Enqueue { object } => (*object, "began to wait for"),
        Effect::Wake { object, notified: false } => (*object, "gave up waiting for"),
        Effect::Notify { object, .. } => (*object, "notified"),
        Effect::Put { object, .. } => (*object, "put something in"),
        Effect::Take { object, done: true } => (*object, "took something from"),
        Effect::Take { object, done: false } => (*object, "found nothing in"),
        Effect::Open { object, broken: true } => (*object, "broke"),
        _ => return None,
    })
}

/// The last two operations of different threads on one thing that threads wait for.
pub(crate) fn order_of_operations(events: &Events) -> Option<Why> {
    let operations: Vec<(&Event, Id, &'static str)> = events
        .all
        .iter()
        .flat_map(|event| event.effects.iter().filter_map(move |effect| Some((event, done_to(effect)?))))
        .map(|(event, (object, verb))| (event, object, verb))
        .collect();
    let (early, before, late, did, object) =
        operations.iter().enumerate().rev().find_map(|(at, &(late, object, did))| {
            // That something was acquired is a reason only where somebody else then could not.
            let counts = |verb: &str| verb != "acquired" || did == "could not acquire";
            let is_it = |&&(early, known, verb): &&(&Event, Id, &'static str)| {
                known == object && early.thread != late.thread && counts(verb)
            };
            let &(early, _, before) =
                operations[..at].iter().rev().find(is_it).filter(|_| did != "acquired")?;
            Some((early, before, late, did, object))
        })?;
    let place = name_of(&events.end, object)?;
    let part = |event: &Event, verb| Part {
        thread: event.thread,
        step: event.step,
        line: event.line,
        verb,
        place: place.clone(),
    };
    let sentence = format!(
        "The order decides: {} {before} `{place}` (line {}) before {} {did} it (line {}). Nothing sees to it that they come in another.",
        thread_letter(early.thread),
        early.line,
        thread_letter(late.thread),
        late.line
    );
    Some(Why { sentence, race: vec![part(early, before), part(late, did)] })
}
