//! The threads, each with what it does in words.

use interleave_schedule::naming::name_of;
use interleave_schedule::thread_letter;
use interleave_schedule::waiting::{Awaited, Wait, wait_of};
use interleave_vm::{Machine, Object, Operation, Sync, ThreadId};

use super::mark::{Doing, Mark};

/// A thread.
#[derive(Clone, Debug, PartialEq)]
pub struct ThreadView {
    /// Its mark.
    pub mark: Mark,
    /// Its name, as the program sees it.
    pub name: String,
    /// Its name in short: the function that it was started with, if that is known.
    pub short_name: String,
    /// What it does, in words.
    pub doing: String,
}

/// The threads started so far, where `running` made the last step.
pub fn threads_view(machine: &Machine, running: Option<ThreadId>) -> Vec<ThreadView> {
    let view = |thread| {
        let mark = Mark::of(machine, thread, running);
        let name = machine.thread_name(thread).to_string();
        ThreadView { mark, short_name: short_name(thread, &name), name, doing: doing(machine, mark) }
    };
    machine.threads().map(view).collect()
}

fn short_name(thread: ThreadId, name: &str) -> String {
    if thread == ThreadId::MAIN {
        return "main".into();
    }
    if let Some((_, target)) = name.strip_suffix(')').and_then(|name| name.split_once(" (")) {
        return target.into();
    }
    match name.strip_prefix("ThreadPoolExecutor-").and_then(|name| name.split_once('_')) {
        Some((_, worker)) => format!("worker {worker}"),
        None => name.into(),
    }
}

fn doing(machine: &Machine, mark: Mark) -> String {
    if mark.doing == Doing::Finished {
        return "has ended".into();
    }
    if let Some(wait) = wait_of(machine, mark.thread) {
        return format!("waits for {}", awaited_in_words(machine, &wait));
    }
    let line = machine.position(mark.thread).map(|at| at.span.line).filter(|&line| line > 0);
    match (mark.doing, line) {
        (Doing::Running, Some(line)) => format!("in line {line}"),
        (Doing::Running, None) => "runs".into(),
        (_, Some(line)) => format!("ready, line {line}"),
        (_, None) => "ready".into(),
    }
}

/// A wait as a sentence: "Thread C waits for account.lock, held by A."
pub(super) fn wait_in_words(machine: &Machine, wait: &Wait) -> String {
    let who = thread_letter(wait.thread);
    let holder = match (wait.awaited, wait.on) {
        (Awaited::Object(_), Some(owner)) if owner == wait.thread => format!(", held by {who} itself"),
        (Awaited::Object(_), Some(owner)) => format!(", held by {}", thread_letter(owner)),
        _ => String::new(),
    };
    format!("Thread {who} waits for {}{holder}.", awaited_in_words(machine, wait))
}

/// What a thread waits for.
pub(super) fn awaited_in_words(machine: &Machine, wait: &Wait) -> String {
    match wait.awaited {
        Awaited::Clock => "the clock".into(),
        Awaited::Thread(thread) => format!("{} to end", thread_letter(thread)),
        Awaited::Object(id) => match (machine.object(id), name_of(machine, id)) {
            (Object::Sync(sync), _) if matches!(**sync, Sync::Tasks { .. }) => "a task".into(),
            (Object::Database(_), _) => {
                row_awaited(machine, wait.thread).unwrap_or_else(|| "the database".into())
            }
            (_, Some(name)) => name,
            (Object::Sync(sync), None) => format!("{} {}", article(sync), kind_of(sync)),
            _ => "it".into(),
        },
    }
}

/// The row that a statement is about to lock or write.
fn row_awaited(machine: &Machine, thread: ThreadId) -> Option<String> {
    let Some(Operation::Database { statement, .. }) = machine.pending(thread) else { return None };
    let touch = statement.touches.iter().find(|touch| touch.write && !touch.table.is_empty())?;
    Some(format!("{} {}", touch.table, touch.key.as_deref()?))
}

/// What kind of thing it is that threads wait for.
pub(super) fn kind_of(sync: &Sync) -> &'static str {
    match sync {
        Sync::Lock { .. } => "Lock",
        Sync::RLock { .. } => "RLock",
        Sync::Event { .. } => "Event",
        Sync::Semaphore { .. } => "Semaphore",
        Sync::Condition { .. } => "Condition",
        Sync::Barrier { .. } => "Barrier",
        Sync::Queue { .. } => "Queue",
        Sync::Tasks { .. } => "task queue",
    }
}

fn article(sync: &Sync) -> &'static str {
    if matches!(sync, Sync::RLock { .. } | Sync::Event { .. }) { "an" } else { "a" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_short() {
        let short = |name| short_name(ThreadId(1), name);
        assert_eq!(short_name(ThreadId::MAIN, "MainThread"), "main");
        assert_eq!(short("Thread-1 (pay_in)"), "pay_in");
        assert_eq!(short("ThreadPoolExecutor-0_3"), "worker 3");
        assert_eq!(short("cashier"), "cashier");
    }
}
