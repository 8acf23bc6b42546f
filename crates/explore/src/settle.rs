//! What nobody else can see runs straight through: every thread is brought to where it is about to do something that others
//! can see, or waits.

use interleave_vm::{Foresight, Limit, Mode, Model, Operation, Stop, ThreadId};

use crate::access::{Access, Kind, is_of_future, is_tasks};
use crate::options::Time;
use crate::world::{MAX_THREADS, State, Stuck, Threads, World};

/// How many steps a thread may take without doing anything that others can see.
const MAX_QUIET_STEPS: u64 = 500_000;

/// After so many quiet steps it is looked whether the thread goes in circles, and then after each as many as `OFTEN`.
const SUSPICIOUS: u64 = 2_000;
const OFTEN: u64 = 64;

/// What is known of the next instruction before it is executed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Look {
    /// It touches nothing that others could see, and does not end the thread.
    Nothing,
    /// It touches this and no more.
    Touches(Access),
    /// Only executing it tells.
    Unknown,
}

impl World {
    /// Brings every thread to where it is about to do something that others can see. If one made a move, the others are there
    /// already, but for those that it started: there were so many before.
    pub(crate) fn settle(&mut self, state: &mut State, mover: Option<(ThreadId, usize)>) {
        let mut dirty: Vec<ThreadId> =
            mover.map_or_else(|| state.machine.threads().collect(), |(thread, _)| vec![thread]);
        let mut known = mover.map_or_else(|| state.machine.threads().len(), |(_, known)| known);
        let mut tried = Threads::default();
        while state.stuck.is_none() {
            let Some(thread) = dirty.pop() else {
                // Whoever waited for what has now happened, or was only now started.
                let threads = state.machine.threads();
                if threads.len() > MAX_THREADS {
                    state.stuck = Some(Stuck::Threads);
                }
                let new = known as u16..threads.len() as u16;
                known = threads.len();
                dirty.extend(new.map(ThreadId).rev());
                if dirty.is_empty() {
                    let woken = threads.rev().filter(|&thread| self.goes_on_unseen(state, thread));
                    dirty.extend(woken.filter(|&thread| !tried.contains(thread)));
                }
                if dirty.is_empty() {
                    let sleepers = self.sleepers_to_wake(state).into_iter();
                    dirty.extend(sleepers.filter(|&thread| !tried.contains(thread)));
                }
                if dirty.is_empty() {
                    break;
                }
                continue;
            };
            tried = match self.settle_thread(state, thread) {
                true => {
                    self.follows.iter_mut().for_each(|follows| follows.went_on(thread));
                    Threads::default()
                }
                false => tried.with(thread),
            };
        }
        if let Some(limit) = state.machine.exhausted() {
            state.stuck = Some(Stuck::Limit(limit));
        }
        if state.machine.heap_bytes() > state.machine.limits().heap {
            state.stuck = Some(Stuck::Limit(Limit::Heap));
        }
    }

    /// Whether a thread that has come to a wait can go on, and nobody else sees it go.
    fn goes_on_unseen(&self, state: &State, thread: ThreadId) -> bool {
        let unseen = match state.machine.gated(thread).map(|(operation, _)| operation) {
            Some(Operation::Join { .. } | Operation::Sleep { .. }) => true,
            Some(Operation::Take { object }) => is_tasks(&state.machine, object),
            Some(Operation::Wait { object }) => is_of_future(&state.machine, object),
            _ => false,
        };
        unseen && !state.machine.is_finished() && state.machine.mode(thread) == Mode::Runnable
    }

    /// On the virtual clock: those who sleep and wake next, if nobody can do anything before.
    fn sleepers_to_wake(&self, state: &State) -> Vec<ThreadId> {
        if self.time == Time::Any {
            return Vec::new();
        }
        let machine = &state.machine;
        let next = machine.runnable();
        let asleep = |thread: &ThreadId| {
            matches!(machine.mode(*thread), Mode::Sleeping(_))
                && matches!(machine.pending(*thread), Some(Operation::Sleep { .. }))
        };
        // Where a wait with a time limit ends at the same time, the order is a choice.
        if next.iter().all(asleep) { next } else { Vec::new() }
    }

    /// Lets one thread go on up to what others can see; whether it went anywhere.
    pub(crate) fn settle_thread(&mut self, state: &mut State, thread: ThreadId) -> bool {
        let mut quiet = 0;
        let mut circle = Circle::default();
        while state.stuck.is_none() && !state.machine.is_finished() && !state.spinning.contains(thread) {
            match state.machine.mode(thread) {
                Mode::Runnable => {}
                // Nothing but the clock is waited for.
                Mode::Sleeping(_) if self.may_sleep_through(state, thread) => {}
                Mode::Sleeping(_) if self.time == Time::Any && !self.shows_waiting(state, thread) => {}
                Mode::Sleeping(_) | Mode::Blocked => {
                    if quiet > 0 && self.is_idle_worker(state, thread) {
                        self.took.get_or_insert(Kind::Read);
                    }
                    self.note_wait(state, thread);
                    break;
                }
                Mode::Finished => break,
            }
            // Whoever is idle takes a task before anybody else takes another.
            let takes = self.is_idle_worker(state, thread);
            if takes && quiet > 0 {
                break;
            }
            let stop = match self.look_ahead(state, thread) {
                Look::Nothing => {
                    // Circles are looked for after round numbers of steps.
                    let ran = state.machine.run_unseen(thread, OFTEN - quiet % OFTEN);
                    self.steps += ran.steps;
                    quiet += ran.steps - 1;
                    ran.stop
                }
                Look::Touches(access) => {
                    self.sharing.note(&self.places, &state.forks, thread, &[access]);
                    if self.sharing.is_shared(access.place) && !self.is_alone(state, thread) {
                        break;
                    }
                    let Some(stride) = self.stride(state, thread) else { break };
                    stride.stop
                }
                Look::Unknown => {
                    if !self.is_alone(state, thread) && self.is_about_to_touch_shared(state, thread) {
                        break;
                    }
                    let before = self.may_stop_before(state, thread).then(|| state.clone());
                    let Some(stride) = self.noted_stride(state, thread) else { break };
                    if (self.everything || self.sharing.touches_shared(&stride.footprint))
                        && !self.is_alone(state, thread)
                        && let Some(before) = before
                    {
                        *state = before;
                        break;
                    }
                    self.follow(thread, &stride.effects);
                    stride.stop
                }
            };
            if takes {
                self.took = Some(Kind::Write);
                self.takers.iter_mut().for_each(|takers| takers.push(thread));
            }
            quiet += 1;
            if quiet > MAX_QUIET_STEPS {
                state.stuck = Some(Stuck::Quiet);
            }
            if let Stop::Limit(limit) = stop {
                state.stuck = Some(Stuck::Limit(limit));
            }
            if quiet > SUSPICIOUS && quiet.is_multiple_of(OFTEN) && circle.closes(self.key(state)) {
                state.spinning = state.spinning.with(thread);
                break;
            }
        }
        quiet > 0
    }

    /// Whether every other thread has ended, so that what this one does is no choice.
    fn is_alone(&self, state: &State, thread: ThreadId) -> bool {
        let machine = &state.machine;
        !self.to_the_last
            && machine.threads().all(|other| other == thread || machine.thread(other).is_finished())
    }

    /// Whether a thread can be found, by a step, to be where others can see it: one that is alone cannot, unless it starts
    /// another.
    fn may_stop_before(&self, state: &State, thread: ThreadId) -> bool {
        let starts = || matches!(state.machine.gated(thread), Some((Operation::Start, _)));
        self.model == Model::Gil || !self.is_alone(state, thread) || starts()
    }

    /// Whether what a thread is about to do is known, before it is done, to touch what others can see.
    fn is_about_to_touch_shared(&mut self, state: &State, thread: ThreadId) -> bool {
        let found = self.announced(state, thread);
        self.sharing.touches_shared(&found)
    }

    /// Takes note of what a thread waits for: that it cannot have it is another's doing.
    pub(crate) fn note_wait(&mut self, state: &State, thread: ThreadId) {
        let found = self.announced(state, thread);
        self.sharing.note(&self.places, &state.forks, thread, &found);
    }

    /// Whether a thread is a pool's worker that is about to take a task.
    pub(crate) fn is_idle_worker(&self, state: &State, thread: ThreadId) -> bool {
        let frames = &state.machine.thread(thread).frames;
        let internal = frames.last().is_some_and(|frame| frame.code.internal);
        let takes = |(operation, _)| matches!(operation, Operation::Take { object } if is_tasks(&state.machine, object));
        internal && state.machine.gated(thread).is_some_and(takes)
    }

    /// Whether a thread only sleeps, and a sleep promises nothing; on the virtual clock, whether its time has come.
    fn may_sleep_through(&self, state: &State, thread: ThreadId) -> bool {
        let only_sleeps = matches!(state.machine.pending(thread), Some(Operation::Sleep { .. }));
        only_sleeps && (self.time == Time::Any || self.sleepers_to_wake(state).contains(&thread))
    }

    /// Whether others can see that a thread waits with a time limit.
    fn shows_waiting(&mut self, state: &State, thread: ThreadId) -> bool {
        let Some(operation) = state.machine.pending(thread) else { return true };
        let mut found = Vec::new();
        self.places.footprint(&state.machine, thread, Some((&operation, true)), &[], self.output, &mut found);
        let object = match operation {
            Operation::Put { object } | Operation::Take { object } | Operation::Arrive { object } => {
                Some(object)
            }
            _ => None,
        };
        object.is_some() || self.everything || self.sharing.touches_shared(&found)
    }

    /// What the next instruction of a thread will touch, if that is known before it is executed.
    fn look_ahead(&mut self, state: &State, thread: ThreadId) -> Look {
        if self.model == Model::Gil || self.everything {
            return Look::Unknown;
        }
        let machine = &state.machine;
        match machine.foresee(thread) {
            Foresight::Nothing => Look::Nothing,
            Foresight::Unknown => Look::Unknown,
            Foresight::Reads(place) => Look::Touches(self.places.access(machine, &place, Kind::Read)),
            Foresight::Writes(place) => Look::Touches(self.places.access(machine, &place, Kind::Write)),
        }
    }
}

/// Finds out whether states repeat, by Brent's method: one state is kept, and exchanged ever more seldom.
#[derive(Debug, Default)]
struct Circle {
    kept: Option<u128>,
    since: u64,
    patience: u64,
}

impl Circle {
    fn closes(&mut self, key: u128) -> bool {
        if self.kept == Some(key) {
            return true;
        }
        self.since += 1;
        if self.kept.is_none() || self.since >= self.patience {
            self.kept = Some(key);
            self.patience = (self.patience * 2).max(8);
            self.since = 0;
        }
        false
    }
}
