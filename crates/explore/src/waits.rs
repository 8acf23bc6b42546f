//! Whether a thread could have to wait for what it is about to do, and whether it is known that it would not have to.

use interleave_vm::{Id, Model, Operation, Sync, ThreadId};

use crate::world::{State, World};

/// Whether a thread could have to wait for what it is about to do.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Waits {
    Never,
    /// Until a lock or a semaphore is free.
    For(Id),
    /// In some other way.
    Somehow,
}

impl Waits {
    /// What is known of it before it is done.
    pub(crate) fn of(world: &World, state: &State, thread: ThreadId) -> Waits {
        let Some((operation, _)) = world.operation(&state.machine, thread) else { return Waits::Never };
        match operation {
            // Under the other model what comes behind it may be part of the same move.
            Operation::Acquire { object } if world.model == Model::Instruction => Waits::For(object),
            Operation::Acquire { .. }
            | Operation::Wait { .. }
            | Operation::Arrive { .. }
            | Operation::Put { .. }
            | Operation::Take { .. }
            | Operation::Join { .. }
            | Operation::Sleep { .. }
            | Operation::Database { .. } => Waits::Somehow,
            Operation::Local
            | Operation::Read(_)
            | Operation::Write(_)
            | Operation::Release { .. }
            | Operation::Set { .. }
            | Operation::Clear { .. }
            | Operation::Test { .. }
            | Operation::Notify { .. }
            | Operation::Open { .. }
            | Operation::Start
            | Operation::Output { .. } => Waits::Never,
        }
    }

    /// Whether it is certain that a thread would not have to wait, once it gets there from a state in which it moves on
    /// without touching what it waits for.
    pub(crate) fn is_free(self, state: Option<&State>, thread: ThreadId) -> bool {
        let (Waits::For(object), Some(state)) = (self, state) else { return matches!(self, Waits::Never) };
        match state.machine.sync(object) {
            Some(Sync::Lock { owner }) => owner.is_none(),
            Some(Sync::RLock { owner, .. }) => owner.is_none_or(|owner| owner == thread),
            Some(Sync::Semaphore { value, .. }) => *value > 0,
            _ => false,
        }
    }
}
