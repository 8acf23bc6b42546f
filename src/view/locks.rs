//! Locks and their kin: who holds them, who waits.

use interleave_schedule::waiting::{Awaited, ring, waits};
use interleave_vm::{Machine, Object, Sync, Value};

use super::mark::{Doing, Mark};
use super::threads::{kind_of, wait_in_words};

/// A lock, or something else to wait for, that a variable leads to.
#[derive(Clone, Debug, PartialEq)]
pub struct LockView {
    /// What a reader of the program would call it.
    pub name: String,
    /// `Lock`, `RLock`, `Event` and so on.
    pub kind: &'static str,
    /// Who holds it.
    pub owner: Option<Mark>,
    /// How it stands, in words; if it has an owner, the owner follows.
    pub state: String,
    /// Who waits for it, the longest first.
    pub waiters: Vec<Mark>,
}

/// The locks that the program's variables lead to, and where threads wait for each other in a ring, that in words.
pub fn locks_view(machine: &Machine) -> (Vec<LockView>, Vec<String>) {
    let waits = waits(machine);
    let mut locks = Vec::new();
    let mut seen = Vec::new();
    for found in machine.variables() {
        let Value::Ref(id) = found.value else { continue };
        let Object::Sync(sync) = machine.object(id) else { continue };
        if matches!(**sync, Sync::Tasks { .. }) || seen.contains(&id) {
            continue;
        }
        seen.push(id);
        let waiting = waits.iter().filter(|wait| wait.awaited == Awaited::Object(id));
        let mut waiters: Vec<_> = waiting.map(|wait| wait.thread).collect();
        waiters.sort_by_key(|&thread| (machine.thread(thread).since, thread));
        locks.push(LockView {
            name: found.path,
            kind: kind_of(sync),
            owner: sync.owner().map(Mark::author),
            state: state(sync),
            waiters: waiters.into_iter().map(|thread| Mark { thread, doing: Doing::Blocked }).collect(),
        });
    }
    let ring = ring(&waits).unwrap_or_default();
    let in_ring = waits.iter().filter(|wait| ring.contains(&wait.thread));
    (locks, in_ring.map(|wait| wait_in_words(machine, wait)).collect())
}

fn state(sync: &Sync) -> String {
    match sync {
        Sync::Lock { owner: None } | Sync::RLock { owner: None, .. } => "free".into(),
        Sync::RLock { depth, .. } if *depth > 1 => format!("held {depth} deep by"),
        Sync::Lock { .. } | Sync::RLock { .. } => "held by".into(),
        Sync::Event { set: true, .. } => "set".into(),
        Sync::Event { set: false, .. } => "not set".into(),
        Sync::Semaphore { value, .. } => format!("{value} left"),
        Sync::Condition { .. } => String::new(),
        Sync::Barrier { broken: true, .. } => "broken".into(),
        Sync::Barrier { parties, arrived, .. } => format!("{arrived} of {parties} there"),
        Sync::Queue { size, room: 0, .. } => format!("{size} in it"),
        Sync::Queue { size, room, .. } => format!("{size} in it, room for {room}"),
        Sync::Tasks { items, .. } => format!("{} tasks", items.len()),
    }
}
