//! Locks and their kin: who holds them, who waits.

use interleave_schedule::holds::{Holds, row_name};
use interleave_schedule::naming::name_of;
use interleave_schedule::waiting::{Awaited, Wait, waits};
use interleave_vm::{Id, Machine, Object, Operation, Sync, ThreadId, Value};

use super::mark::{Doing, Mark};
use super::threads::kind_of;

/// A lock, or something else to wait for.
#[derive(Clone, Debug, PartialEq)]
pub struct LockView {
    /// What a reader of the program would call it.
    pub name: String,
    /// `Lock`, `RLock`, `Event` and so on.
    pub kind: String,
    /// How it stands, in words; if it is held, those who hold it follow.
    pub state: String,
    /// Who holds it; more than one may hold a semaphore.
    pub holders: Vec<Mark>,
    /// Who waits for it, the longest first.
    pub waiters: Vec<Mark>,
}

/// What threads wait for, after so many steps: what the program's variables lead to, locks in functions' own variables
/// once they were acquired, and the rows of databases that transactions hold.
pub fn locks_view(machine: &Machine, holds: &Holds, step: u64) -> Vec<LockView> {
    let waits = waits(machine);
    let looked_at = Looked { machine, holds, step, waits: &waits };
    let mut seen: Vec<Id> = Vec::new();
    let mut locks = Vec::new();
    for found in machine.variables() {
        let Value::Ref(id) = found.value else { continue };
        let Some(sync) = machine.sync_in(id).filter(|sync| !seen.contains(sync)) else { continue };
        seen.push(sync);
        let lock = machine.lock_of_condition(id);
        // A condition's own lock is the condition, to a reader.
        seen.extend(lock);
        locks.extend(looked_at.lock(found.path, id, sync, lock));
    }
    let held = holds.locks().iter().filter(|held| held.first <= step && !held.is_row).map(|held| held.object);
    let awaited = waits.iter().filter_map(|wait| match wait.awaited {
        Awaited::Object(id) => Some(id),
        _ => None,
    });
    for id in held.chain(awaited) {
        if !seen.contains(&id) {
            seen.push(id);
            locks.extend(name_of(machine, id).and_then(|name| looked_at.lock(name, id, id, None)));
        }
    }
    locks.extend(rows_view(machine));
    locks
}

struct Looked<'a> {
    machine: &'a Machine,
    holds: &'a Holds,
    step: u64,
    waits: &'a [Wait],
}

impl Looked<'_> {
    /// An object that holds something to wait for, and perhaps a lock of its own.
    fn lock(&self, name: String, object: Id, id: Id, lock: Option<Id>) -> Option<LockView> {
        let Object::Sync(sync) = self.machine.object(id) else { return None };
        if matches!(**sync, Sync::Tasks { .. }) {
            return None;
        }
        let awaited = |wait: &&Wait| match wait.awaited {
            Awaited::Object(awaited) => awaited == id || Some(awaited) == lock,
            _ => false,
        };
        let waiters: Vec<ThreadId> = self.waits.iter().filter(awaited).map(|wait| wait.thread).collect();
        let holders = match (&**sync, lock.map(|lock| self.machine.object(lock))) {
            (Sync::Semaphore { .. }, _) => self.holders(id),
            (_, Some(Object::Sync(lock))) => lock.owner().into_iter().collect(),
            _ => sync.owner().into_iter().collect(),
        };
        Some(LockView {
            name,
            kind: match self.machine.object(object) {
                Object::Sync(_) => kind_of(sync).into(),
                _ => self.machine.class_name_of(object).to_string(),
            },
            state: state(sync, !holders.is_empty()),
            holders: holders.into_iter().map(Mark::author).collect(),
            waiters: in_order(self.machine, waiters),
        })
    }

    /// Who holds a semaphore's permits. The machine does not keep that: nobody owns them.
    fn holders(&self, id: Id) -> Vec<ThreadId> {
        let held = self.holds.locks().iter().find(|held| held.object == id);
        held.map(|held| held.holders(self.step)).unwrap_or_default()
    }
}

/// Those who wait, the longest first.
fn in_order(machine: &Machine, mut waiters: Vec<ThreadId>) -> Vec<Mark> {
    waiters.sort_by_key(|&thread| (machine.thread(thread).since, thread));
    waiters.into_iter().map(|thread| Mark { thread, doing: Doing::Blocked }).collect()
}

/// The rows that a transaction has locked, and under SQLite's rules the right to write.
fn rows_view(machine: &Machine) -> Vec<LockView> {
    let mut locks = Vec::new();
    for database in machine.databases() {
        let waiting_for = |owner: ThreadId, row: Option<(&str, &str)>| {
            let waits = |thread: &ThreadId| {
                machine.statement_waits_for(*thread).contains(&owner)
                    && row.is_none_or(|(table, key)| awaits_row(machine, *thread, table, key))
            };
            in_order(machine, machine.threads().filter(waits).collect())
        };
        let held = |name: String, kind: &str, owner: ThreadId, waiters| LockView {
            name,
            kind: kind.into(),
            state: "held by".into(),
            holders: vec![Mark::author(owner)],
            waiters,
        };
        if let Some(writer) = database.writer {
            locks.push(held("SQLite".into(), "one writer", writer, waiting_for(writer, None)));
        }
        for table in &database.tables {
            for row in &table.rows {
                let Some(owner) = row.locked_by else { continue };
                let name = row_name(&table.name, &row.key);
                let waiters = waiting_for(owner, Some((&table.name, &row.key)));
                locks.push(held(name, "row lock", owner, waiters));
            }
        }
    }
    locks
}

/// Whether what a thread is about to do to a database touches a row, as far as that can be said before.
fn awaits_row(machine: &Machine, thread: ThreadId, table: &str, key: &str) -> bool {
    let Some(Operation::Database { statement, .. }) = machine.pending(thread) else { return false };
    statement
        .touches
        .iter()
        .any(|touch| &*touch.table == table && touch.key.as_deref().is_none_or(|touched| touched == key))
}

fn state(sync: &Sync, held: bool) -> String {
    match sync {
        Sync::RLock { depth, .. } if *depth > 1 => format!("held {depth} deep by"),
        Sync::Lock { .. } | Sync::RLock { .. } | Sync::Condition { .. } => {
            if held { "held by" } else { "free" }.into()
        }
        Sync::Event { set: true, .. } => "set".into(),
        Sync::Event { set: false, .. } => "not set".into(),
        Sync::Semaphore { value, .. } if held => format!("{value} left, used by"),
        Sync::Semaphore { value, .. } => format!("{value} left"),
        Sync::Barrier { broken: true, .. } => "broken".into(),
        Sync::Barrier { parties, arrived, .. } => format!("{arrived} of {parties} there"),
        Sync::Queue { size, room: 0, .. } => format!("{size} in it"),
        Sync::Queue { size, room, .. } => format!("{size} in it, room for {room}"),
        Sync::Tasks { items, .. } => format!("{} tasks", items.len()),
    }
}
