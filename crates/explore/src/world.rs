//! Moving from state to state. In a state every thread that has not ended is about to do something that others can see,
//! or waits; a move is one such operation, with all that follows it and that nobody else can see.

use std::rc::Rc;

use interleave_vm::effect::Ready;
use interleave_vm::{
    Effect, Expression, Foresight, KeyBase, KeyParts, Limit, Machine, Mode, Model, Operation, Step, Stop,
    ThreadId,
};

use rand_pcg::Pcg32;
use rand_pcg::rand_core::Rng;

use crate::access::{Access, Footprint, Kind, Places, is_of_future, is_tasks};
use crate::options::{Options, Time};
use crate::sharing::{Forks, Sharing};

/// The most threads that a search keeps apart.
pub const MAX_THREADS: usize = 64;

/// How many steps a thread may take without doing anything that others can see.
const MAX_QUIET_STEPS: u64 = 500_000;

/// After so many quiet steps it is looked whether the thread goes in circles, and then after each as many as `OFTEN`.
const SUSPICIOUS: u64 = 2_000;
const OFTEN: u64 = 64;

/// A set of threads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Threads(pub u64);

impl Threads {
    /// The set with one more.
    pub fn with(self, thread: ThreadId) -> Threads {
        Threads(self.0 | 1 << thread.0)
    }

    /// The set with one less.
    pub fn without(self, thread: ThreadId) -> Threads {
        Threads(self.0 & !(1 << thread.0))
    }

    /// Whether a thread is in it.
    pub fn contains(self, thread: ThreadId) -> bool {
        self.0 >> thread.0 & 1 == 1
    }

    /// Whether nobody is in it.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The threads in it, in the order of their start.
    pub fn iter(self) -> impl Iterator<Item = ThreadId> {
        (0..64).filter(move |thread| self.0 >> thread & 1 == 1).map(ThreadId)
    }
}

/// A state of the search.
#[derive(Clone, Debug)]
pub struct State {
    /// The machine.
    pub machine: Machine,
    /// What of each thread's life comes before what.
    pub forks: Forks,
    /// Threads that go in circles without ever doing anything that others can see.
    pub spinning: Threads,
    /// Why nothing can be said of what comes after this state.
    pub stuck: Option<Stuck>,
}

impl State {
    /// A state of a machine that has one thread.
    pub fn new(machine: Machine) -> State {
        let stuck = machine.exhausted().map(Stuck::Limit);
        State { machine, forks: Forks::new(), spinning: Threads::default(), stuck }
    }
}

/// Why nothing can be said of what comes after a state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stuck {
    /// The machine reached one of its limits.
    Limit(Limit),
    /// There are more threads than a search keeps apart.
    Threads,
    /// A thread took too many steps without doing anything that others can see.
    Quiet,
}

/// What a move did.
#[derive(Clone, Debug)]
pub struct Move {
    /// Where it leads.
    pub state: State,
    /// What its operation touched.
    pub footprint: Footprint,
}

/// What is the same for all moves of a search, and what it learns of the program.
#[derive(Debug)]
pub struct World {
    /// Where a switch can fall.
    pub model: Model,
    /// What a sleep promises.
    pub time: Time,
    /// Whether standard output is part of the outcome.
    pub output: bool,
    /// All places met.
    pub places: Places,
    /// Which of them are shared.
    pub sharing: Sharing,
    /// How many steps of the machine were taken.
    pub steps: u64,
    /// If it is to be known, who took a pool's tasks, in order.
    pub(crate) takers: Option<Vec<ThreadId>>,
    base: Rc<KeyBase>,
    asked_time: bool,
    /// Every step counts as one that others can see: for tests of the reduction.
    pub everything: bool,
}

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

/// One or several steps of a thread between which no switch can fall.
struct Stride {
    effects: Vec<Effect>,
    footprint: Vec<Access>,
    stop: Stop,
}

impl World {
    /// A world that begins with a machine that is about to start its first thread.
    pub fn new(
        machine: &mut Machine,
        options: &Options,
        outcome: Option<&Expression>,
        expect: Option<&Expression>,
    ) -> World {
        machine.begin_search();
        let reads_output = |expression: Option<&Expression>| expression.is_some_and(|e| e.reads_output);
        World {
            model: options.model,
            time: options.time,
            output: outcome.is_none() || reads_output(outcome) || reads_output(expect),
            places: Places::default(),
            sharing: Sharing::default(),
            steps: 0,
            takers: None,
            base: Rc::new(KeyBase::new(machine)),
            asked_time: false,
            everything: false,
        }
    }

    /// Takes note of what a state shows of the program: whether it asks what time it is, and whether a pool's workers ask
    /// who they are.
    pub fn learn(&mut self, state: &State) {
        self.asked_time |= state.machine.asked_time();
        if state.machine.workers_know_who_they_are() && !self.places.workers_matter {
            self.places.workers_matter = true;
            let place = self.places.workers();
            self.sharing.share(place);
        }
    }

    /// How much is known of the program: how many places are shared, and whether time is part of a state.
    pub fn knowledge(&self) -> (usize, bool) {
        (self.sharing.count(), self.asked_time)
    }

    /// What tells a state from others.
    pub fn key(&self, state: &State) -> u128 {
        let waits = self.time == Time::Virtual;
        state.machine.search_key(&self.base, KeyParts { output: self.output, waits, clock: self.asked_time })
    }

    /// The first state: that of a machine which is about to start its first thread, brought to where a choice is.
    pub fn first(&mut self, machine: Machine) -> State {
        let mut state = State::new(machine);
        self.settle(&mut state, None);
        state
    }

    /// Runs a program by chance, switching often, to find out what its threads share. It is not driven from move to move,
    /// so that a thread that goes on for ever does not hide the others.
    pub fn wander(&mut self, start: Machine, draws: &mut Pcg32, steps: u32) -> State {
        self.sharing.begin_run();
        let mut state = State::new(start);
        let mut left = steps;
        while left > 0 && state.stuck.is_none() {
            let able: Vec<_> = self.enabled(&state).iter().collect();
            if able.is_empty() {
                break;
            }
            let thread = able[draws.next_u32() as usize % able.len()];
            // Long turns at times, so that a thread also finds things as another one left them.
            let turn = 1 + draws.next_u32() % if draws.next_u32().is_multiple_of(4) { 400 } else { 20 };
            for _ in 0..turn.min(left) {
                let Some(stride) = self.noted_stride(&mut state, thread) else { break };
                left -= 1;
                if let Stop::Limit(limit) = stride.stop {
                    state.stuck = Some(Stuck::Limit(limit));
                }
                if state.machine.is_finished() || state.machine.mode(thread) != Mode::Runnable {
                    break;
                }
            }
            let waiting: Vec<_> =
                state.machine.threads().filter(|&t| state.machine.mode(t) == Mode::Blocked).collect();
            waiting.into_iter().for_each(|thread| self.note_wait(&state, thread));
            if state.machine.threads().len() > MAX_THREADS {
                state.stuck = Some(Stuck::Threads);
            }
        }
        state
    }

    /// Who can make a move.
    pub fn enabled(&self, state: &State) -> Threads {
        let machine = &state.machine;
        if state.stuck.is_some() || machine.is_finished() {
            return Threads::default();
        }
        let able = match self.time {
            Time::Any => {
                let able =
                    |thread: &ThreadId| matches!(machine.mode(*thread), Mode::Runnable | Mode::Sleeping(_));
                machine.threads().filter(able).collect()
            }
            Time::Virtual => machine.runnable(),
        };
        let able = able.into_iter().filter(|&thread| !state.spinning.contains(thread));
        able.fold(Threads::default(), Threads::with)
    }

    /// Makes the move of a thread that can. Whoever still needs the state gives a copy.
    pub fn make(&mut self, mut state: State, thread: ThreadId) -> Move {
        let footprint = self.make_alone(&mut state, thread).unwrap_or_default();
        self.settle(&mut state, Some(thread));
        Move { state, footprint }
    }

    /// Makes the operation of a thread that can, and nothing behind it; none if it cannot.
    pub fn make_alone(&mut self, state: &mut State, thread: ThreadId) -> Option<Footprint> {
        let Stride { mut footprint, .. } = self.noted_stride(state, thread)?;
        // What nobody else touches makes no difference to anybody.
        footprint.retain(|access| self.sharing.is_shared(access.place));
        footprint.sort_unstable();
        Some(footprint.into())
    }

    /// Brings every thread to where it is about to do something that others can see.
    pub(crate) fn settle(&mut self, state: &mut State, mover: Option<ThreadId>) {
        let mut dirty: Vec<ThreadId> =
            mover.map_or_else(|| state.machine.threads().collect(), |thread| vec![thread]);
        let mut known = state.machine.threads().len();
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
                true => Threads::default(),
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
                    if self.sharing.is_shared(access.place) && !is_alone(state, thread) {
                        break;
                    }
                    let Some(stride) = self.stride(state, thread) else { break };
                    stride.stop
                }
                Look::Unknown => {
                    if !is_alone(state, thread) && self.is_about_to_touch_shared(state, thread) {
                        break;
                    }
                    let before = self.may_stop_before(state, thread).then(|| state.clone());
                    let Some(stride) = self.noted_stride(state, thread) else { break };
                    if (self.everything || self.sharing.touches_shared(&stride.footprint))
                        && !is_alone(state, thread)
                        && let Some(before) = before
                    {
                        *state = before;
                        break;
                    }
                    stride.stop
                }
            };
            if takes {
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

    /// Whether a thread can be found, by a step, to be where others can see it: one that is alone cannot, unless it starts
    /// another.
    fn may_stop_before(&self, state: &State, thread: ThreadId) -> bool {
        let starts = || matches!(state.machine.gated(thread), Some((Operation::Start, _)));
        self.model == Model::Gil || !is_alone(state, thread) || starts()
    }

    /// Whether what a thread is about to do is known, before it is done, to touch what others can see.
    fn is_about_to_touch_shared(&mut self, state: &State, thread: ThreadId) -> bool {
        let Some((operation, timed)) = self.operation(&state.machine, thread) else { return false };
        let mut found = Vec::new();
        let operation = Some((&operation, timed));
        self.places.footprint(&state.machine, thread, operation, &[], self.output, &mut found);
        self.sharing.touches_shared(&found)
    }

    /// Takes note of what a thread waits for: that it cannot have it is another's doing.
    fn note_wait(&mut self, state: &State, thread: ThreadId) {
        let Some((operation, timed)) = self.operation(&state.machine, thread) else { return };
        let mut found = Vec::new();
        let operation = Some((&operation, timed));
        self.places.footprint(&state.machine, thread, operation, &[], self.output, &mut found);
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

    /// The same as [`World::stride`], and takes note of what was touched and who was started.
    fn noted_stride(&mut self, state: &mut State, thread: ThreadId) -> Option<Stride> {
        let stride = self.stride(state, thread)?;
        self.sharing.note(&self.places, &state.forks, thread, &stride.footprint);
        for effect in &stride.effects {
            if let Effect::Start { thread: new } = effect {
                state.forks.start(thread, *new);
            }
        }
        Some(stride)
    }

    /// Lets a thread take one step, or under the model gil all steps up to where a switch can fall. None if it cannot.
    fn stride(&mut self, state: &mut State, thread: ThreadId) -> Option<Stride> {
        let mut threads = state.machine.threads().map(|thread| state.machine.thread(thread));
        let has_daemons = threads.any(|thread| thread.daemon && !thread.is_finished());
        if thread.index() >= state.machine.threads().len() {
            return None;
        }
        let is_daemon = state.machine.thread(thread).daemon;
        let mut all = Stride { effects: Vec::new(), footprint: Vec::new(), stop: Stop::Budget };
        loop {
            let operation = self.operation(&state.machine, thread);
            let Ok(step) = state.machine.step(thread) else {
                if all.effects.is_empty() && all.footprint.is_empty() {
                    return None;
                }
                break;
            };
            self.steps += 1;
            let Step { effects, stop, gil_check, .. } = step;
            let operation = operation.as_ref().map(|(operation, timed)| (operation, *timed));
            self.places.footprint(
                &state.machine,
                thread,
                operation,
                &effects,
                self.output,
                &mut all.footprint,
            );
            if all.effects.is_empty() {
                all.effects = effects;
            } else {
                all.effects.extend(effects);
            }
            all.stop = stop;
            if self.model == Model::Instruction || stop != Stop::Budget || gil_check {
                break;
            }
            if state.machine.mode(thread) != Mode::Runnable {
                break;
            }
        }
        // Daemon threads end with the program: whatever of theirs others could see comes before that or never.
        if has_daemons && state.machine.is_finished() {
            let end = self.places.end(Kind::Write);
            self.sharing.share(end.place);
            all.footprint.push(end);
        } else if is_daemon && !all.footprint.is_empty() {
            all.footprint.push(self.places.end(Kind::Read));
        }
        Some(all)
    }

    /// What a thread is about to do, if it is more than touching memory, and whether it waits with a time limit or not
    /// at all.
    fn operation(&self, machine: &Machine, thread: ThreadId) -> Option<(Operation, bool)> {
        let (operation, ready) = machine.gated(thread)?;
        let timed = match ready {
            Ready::At(_) => true,
            Ready::Never => false,
            Ready::Now(_) => machine.has_time_limit(thread),
        };
        Some((operation, timed))
    }

    /// Takes note of what was read when the program had ended, as if the main thread had done it.
    pub fn was_read_at_the_end(&mut self, state: &State, effects: &[Effect]) {
        let mut found = Vec::new();
        // What the expression itself made is nobody else's.
        let reads = effects.iter().filter(|effect| match effect {
            Effect::Read { place, .. } => state.machine.has_object(place.object),
            Effect::Database { object, .. } => state.machine.has_object(*object),
            _ => false,
        });
        for effect in reads {
            let effect = std::slice::from_ref(effect);
            self.places.footprint(&state.machine, ThreadId::MAIN, None, effect, self.output, &mut found);
        }
        self.sharing.note(&self.places, &state.forks, ThreadId::MAIN, &found);
    }
}

/// Whether every other thread has ended.
fn is_alone(state: &State, thread: ThreadId) -> bool {
    let machine = &state.machine;
    machine.threads().all(|other| other == thread || machine.thread(other).is_finished())
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
