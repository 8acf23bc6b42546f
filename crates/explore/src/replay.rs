//! From the moves of a search to a schedule that a run can follow, with as few switches as there can be: what nobody sees
//! of a thread is done together with what is seen.

use std::collections::VecDeque;
use std::num::NonZeroU64;

use interleave_schedule::{Decision, Schedule};
use interleave_vm::{Machine, Mode, ThreadId};

use crate::access::Footprint;
use crate::options::Options;
use crate::world::{State, World};

/// A way through the program, step by step.
#[derive(Clone, Debug)]
pub struct Replay {
    /// The schedule; a run follows it to its end.
    pub schedule: Schedule,
    /// The switches, in order.
    pub switches: Vec<Switch>,
    /// The moves with their steps, in order.
    pub moves: Vec<Moved>,
    /// The lines that were executed, in order.
    pub lines: Vec<Line>,
}

/// A line of the program that a thread executed, in part or as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// Which step was the first, counted from 0.
    pub step: u64,
    /// Who executed it.
    pub thread: ThreadId,
    /// Its number, from 1.
    pub line: u32,
    /// Whether a switch that is needed comes just before it.
    pub needed: bool,
}

/// A switch from one thread to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Switch {
    /// How many steps were made before.
    pub step: u64,
    /// Who ran before.
    pub from: ThreadId,
    /// Who runs behind it.
    pub to: ThreadId,
    /// Whether it is a preemption: whoever did last what others can see could have gone on. The way with the fewest of
    /// these was looked for, so without one of them there is no such end.
    pub needed: bool,
}

/// A move, as the step in which it was made.
#[derive(Clone, Debug)]
pub struct Moved {
    /// Who made it.
    pub thread: ThreadId,
    /// Which step it was, counted from 0.
    pub step: u64,
    /// What it touched.
    pub footprint: Footprint,
}

struct Replayer<'w> {
    world: &'w mut World,
    state: State,
    switches: Vec<Switch>,
    moves: Vec<Moved>,
    decisions: Vec<Decision>,
    /// Who takes a pool's tasks, in order: which task a worker has depends on who took one before.
    takers: VecDeque<ThreadId>,
}

/// Makes the moves of these threads, one after another, from a machine that is about to start its first thread.
pub(crate) fn replay(world: &mut World, start: &Machine, threads: &[ThreadId], options: &Options) -> Replay {
    let Plan { takers, preempts } = plan(world, start, threads);
    let state = State::new(start.clone());
    let mut replayer =
        Replayer { world, state, switches: Vec::new(), moves: Vec::new(), decisions: Vec::new(), takers };
    replayer.note(ThreadId::MAIN, start.steps());
    replayer.let_go_on(ThreadId::MAIN);
    for (&thread, preempts) in threads.iter().zip(preempts) {
        replayer.make(thread, preempts);
    }
    while (0..replayer.state.machine.threads().len() as u16)
        .any(|thread| replayer.let_go_on(ThreadId(thread)))
    {}
    let Replayer { switches, moves, decisions, .. } = replayer;
    let schedule = Schedule { seed: options.seed, model: options.model, decisions, ..Schedule::default() };
    let lines = Vec::new();
    Replay { schedule, switches, moves, lines }
}

/// What is known of a way from the search, where everybody does at once what nobody sees.
struct Plan {
    /// Who takes a pool's tasks.
    takers: VecDeque<ThreadId>,
    /// For each move whether the thread that made the last one could have gone on instead.
    preempts: Vec<bool>,
}

fn plan(world: &mut World, start: &Machine, threads: &[ThreadId]) -> Plan {
    world.takers = Some(Vec::new());
    let mut state = world.first(start.clone());
    let mut last = None;
    let mut preempts = Vec::new();
    for &thread in threads {
        let enabled = world.enabled(&state);
        preempts.push(last.is_some_and(|last| last != thread && enabled.contains(last)));
        state = world.make(state, thread).state;
        last = Some(thread);
    }
    Plan { takers: world.takers.take().unwrap_or_default().into(), preempts }
}

impl Replayer<'_> {
    fn make(&mut self, thread: ThreadId, preempts: bool) {
        let away = self.switches.len();
        self.bring(thread);
        let before = self.state.machine.steps();
        if let Some(footprint) = self.world.make_alone(&mut self.state, thread) {
            self.moves.push(Moved { thread, step: before, footprint });
            let after = self.state.machine.steps();
            self.note(thread, after - before);
            self.let_go_on(thread);
        }
        if let Some(switch) = self.switches.get_mut(away) {
            switch.needed = preempts;
        }
    }

    /// Lets others do what nobody sees until a thread is there and about to make its move.
    fn bring(&mut self, thread: ThreadId) {
        loop {
            let there = thread.index() < self.state.machine.threads().len();
            if there {
                self.let_go_on(thread);
                while self.is_about_to_take(thread) && self.let_go_on(thread) {}
                if self.world.enabled(&self.state).contains(thread) {
                    return;
                }
            }
            let others = 0..self.state.machine.threads().len() as u16;
            if !others.map(ThreadId).any(|other| other != thread && self.let_go_on(other)) {
                return;
            }
        }
    }

    /// Lets a thread do what nobody sees; whether it did anything. Before it takes a pool's task, those do who must take
    /// one earlier.
    fn let_go_on(&mut self, thread: ThreadId) -> bool {
        if self.is_about_to_take(thread) {
            while let Some(&first) = self.takers.front().filter(|&&first| first != thread) {
                if !self.is_about_to_take(first) && !self.settle(first) || !self.take(first) {
                    return false;
                }
            }
            return self.take(thread);
        }
        self.settle(thread)
    }

    fn is_about_to_take(&self, thread: ThreadId) -> bool {
        let machine = &self.state.machine;
        thread.index() < machine.threads().len()
            && machine.mode(thread) == Mode::Runnable
            && self.world.is_idle_worker(&self.state, thread)
    }

    /// Lets a worker take a task, if it can.
    fn take(&mut self, thread: ThreadId) -> bool {
        // Where others can see who takes a task, that is a move of its own, and nothing happens here.
        let takes = self.is_about_to_take(thread) && self.settle(thread);
        if takes {
            self.takers.pop_front();
        }
        takes
    }

    fn settle(&mut self, thread: ThreadId) -> bool {
        let before = self.state.machine.steps();
        self.world.settle_thread(&mut self.state, thread);
        let steps = self.state.machine.steps() - before;
        self.note(thread, steps);
        steps > 0
    }

    /// Notes that a thread made so many steps.
    fn note(&mut self, thread: ThreadId, steps: u64) {
        let Some(steps) = NonZeroU64::new(steps) else { return };
        match self.decisions.last_mut() {
            Some(last) if last.thread == thread => last.steps = last.steps.saturating_add(steps.get()),
            last => {
                if let Some(from) = last.map(|last| last.thread) {
                    let step = self.state.machine.steps() - steps.get();
                    self.switches.push(Switch { step, from, to: thread, needed: false });
                }
                self.decisions.push(Decision { thread, steps });
            }
        }
    }
}
