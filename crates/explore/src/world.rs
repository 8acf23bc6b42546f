//! Moving from state to state. In a state every thread that has not ended is about to do something that others can see,
//! or waits; a move is one such operation, with all that follows it and that nobody else can see.

use std::rc::Rc;

use interleave_vm::effect::Ready;
use interleave_vm::{
    Effect, Expression, KeyBase, KeyParts, Limit, Machine, Mode, Model, Operation, Step, Stop, Thread,
    ThreadId,
};

use rand_pcg::Pcg32;
use rand_pcg::rand_core::Rng;

use crate::access::{Access, Footprint, Kind, Places, and};
use crate::options::{Options, Reduce, Time};
use crate::sharing::{Forks, Sharing};
use crate::untold::{Lookout, Untold};

/// The most threads that a search keeps apart.
pub const MAX_THREADS: usize = 64;

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

/// Who could go on because of whom, in what nobody sees.
#[derive(Debug, Default)]
pub(crate) struct Follows {
    /// Each of these comes behind all that the other has done so far: it was started by it, or has waited for its end.
    pub(crate) pairs: Vec<(ThreadId, ThreadId)>,
    /// Threads that went on after a move.
    pub(crate) went_on: Threads,
}

impl Follows {
    pub(crate) fn went_on(&mut self, thread: ThreadId) {
        self.went_on = self.went_on.with(thread);
    }

    fn add(&mut self, thread: ThreadId, effects: &[Effect]) {
        self.pairs.extend(effects.iter().filter_map(|effect| match *effect {
            Effect::Start { thread: new } => Some((new, thread)),
            Effect::Join { thread: ended, ended: true } => Some((thread, ended)),
            _ => None,
        }));
    }
}

/// How much is known of a program.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Knowledge {
    /// How many places are shared.
    pub shared: usize,
    /// Whether time is part of a state.
    pub asked_time: bool,
    /// Whether classes are changed, so that steps must tell which they look at.
    pub classes_change: bool,
    /// Whether the program does what no place stands for.
    pub untold: bool,
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
    /// Whether, since the last move, a worker took a task from a pool, or looked for one in vain.
    pub(crate) took: Option<Kind>,
    /// If it is to be known, who could go on because of whom, in what nobody sees.
    pub(crate) follows: Option<Follows>,
    /// The operations of the last thread that is left are moves, too, and so is the end of a program whose daemon threads
    /// have ended: in this run they are no choices, but in others they may be.
    pub(crate) to_the_last: bool,
    base: Rc<KeyBase>,
    asked_time: bool,
    classes_change: bool,
    lookout: Lookout,
    /// Every step counts as one that others can see: for tests of the reduction, and for programs that do what no place stands
    /// for.
    pub everything: bool,
}

/// One or several steps of a thread between which no switch can fall.
pub(crate) struct Stride {
    pub(crate) effects: Vec<Effect>,
    pub(crate) footprint: Vec<Access>,
    pub(crate) stop: Stop,
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
        let mut world = World {
            model: options.model,
            time: options.time,
            output: outcome.is_none() || reads_output(outcome) || reads_output(expect),
            places: Places::default(),
            sharing: Sharing::default(),
            steps: 0,
            takers: None,
            took: None,
            follows: None,
            to_the_last: false,
            base: Rc::new(KeyBase::new(machine)),
            asked_time: false,
            classes_change: false,
            lookout: Lookout::default(),
            everything: false,
        };
        if options.reduce == Reduce::None {
            world.tell_workers_apart();
        }
        world
    }

    /// From here on it is a move of its own which of a pool's workers takes a task.
    fn tell_workers_apart(&mut self) {
        self.places.workers_matter = true;
        let place = self.places.workers();
        self.sharing.share(place);
    }

    /// Takes note of what a state shows of the program: whether it asks what time it is, and whether a pool's workers ask
    /// who they are.
    pub fn learn(&mut self, state: &State) {
        self.asked_time |= state.machine.asked_time();
        self.classes_change |= state.machine.classes_change();
        if state.machine.workers_know_who_they_are() && !self.places.workers_matter {
            self.tell_workers_apart();
        }
    }

    /// How much is known of the program.
    pub fn knowledge(&self) -> Knowledge {
        Knowledge {
            shared: self.sharing.count(),
            asked_time: self.asked_time,
            classes_change: self.classes_change,
            untold: self.untold().is_some(),
        }
    }

    /// What the program does that no place stands for, as far as is known.
    pub fn untold(&self) -> Option<Untold> {
        self.lookout.found()
    }

    /// Another run begins, or the search does again: where it goes other ways, an object of the same name may be another.
    pub(crate) fn begin_run(&mut self) {
        self.sharing.begin_run();
        self.lookout.begin_run();
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
        self.begin_run();
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
        let (before, known) = (state.machine.clock(), state.machine.threads().len());
        let mut footprint = self.make_alone(&mut state, thread).unwrap_or_default();
        self.took = None;
        self.settle(&mut state, Some((thread, known)));
        // Who becomes idle later finds another task, or none.
        if let Some(kind) = self.took.take() {
            footprint = and(footprint, Access { place: self.places.workers(), kind });
        }
        // Whoever asks what time it is learns how many asked before.
        if self.to_the_last && self.asked_time && state.machine.clock() != before {
            footprint = and(footprint, self.places.clock());
        }
        Move { state, footprint }
    }

    /// Makes the operation of a thread that can, and nothing behind it; none if it cannot.
    pub fn make_alone(&mut self, state: &mut State, thread: ThreadId) -> Option<Footprint> {
        let Stride { effects, mut footprint, .. } = self.noted_stride(state, thread)?;
        self.follow(thread, &effects);
        // What nobody else touches makes no difference to anybody.
        footprint.retain(|access| self.sharing.is_shared(access.place));
        footprint.sort_unstable();
        Some(footprint.into())
    }

    /// The same as [`World::stride`], and takes note of what was touched and who was started.
    pub(crate) fn noted_stride(&mut self, state: &mut State, thread: ThreadId) -> Option<Stride> {
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
    pub(crate) fn stride(&mut self, state: &mut State, thread: ThreadId) -> Option<Stride> {
        let mut threads = state.machine.threads().map(|thread| state.machine.thread(thread));
        let counts = |thread: &Thread| thread.daemon && (self.to_the_last || !thread.is_finished());
        let has_daemons = threads.any(counts);
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
            self.lookout.note(&state.machine, &step);
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
                // That it goes no further is the doing of whoever has what it waits for.
                let waits = self.announced(state, thread).into_iter();
                all.footprint.extend(waits.map(|access| Access { kind: Kind::Read, ..access }));
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

    /// The shared places that a thread touches by what it waits to do. Where the program has ended and its daemon threads
    /// with it, whatever they were about to do comes too late.
    pub(crate) fn attempt(&mut self, state: &State, thread: ThreadId) -> Footprint {
        let mut found = self.announced(state, thread);
        if state.machine.is_finished() {
            found = vec![self.places.end(Kind::Read)];
        }
        found.retain(|access| self.sharing.is_shared(access.place));
        found.sort_unstable();
        found.into()
    }

    /// Takes note of who comes behind whom by what a thread did.
    pub(crate) fn follow(&mut self, thread: ThreadId, effects: &[Effect]) {
        self.follows.iter_mut().for_each(|follows| follows.add(thread, effects));
    }

    /// What a thread touches by what it is about to do, as far as that is told before it is done.
    pub(crate) fn announced(&mut self, state: &State, thread: ThreadId) -> Vec<Access> {
        let mut found = Vec::new();
        if let Some((operation, timed)) = self.operation(&state.machine, thread) {
            let operation = Some((&operation, timed));
            self.places.footprint(&state.machine, thread, operation, &[], self.output, &mut found);
        }
        found
    }

    /// What a thread is about to do, if it is more than touching memory, and whether it waits with a time limit or not
    /// at all.
    pub(crate) fn operation(&self, machine: &Machine, thread: ThreadId) -> Option<(Operation, bool)> {
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
