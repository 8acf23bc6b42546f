//! Dynamic partial-order reduction by source sets and sleep sets: of all schedules that differ only in the order of what
//! commutes, one is gone through (Abdulla, Aronis, Jonsson and Sagonas, "Optimal Dynamic Partial Order Reduction", POPL
//! 2014, algorithm 1). No state is kept but those of the run that the search is in, so that it fits where not all states
//! do; and it knows nothing of how many schedules there are.
//!
//! Threads that wait are as in Flanagan and Godefroid, "Dynamic Partial-Order Reduction for Model Checking Software" (POPL
//! 2005): what a thread waits to do is held against the run so far as what it does is, in every state in which it waits.

use std::collections::BTreeMap;

use interleave_vm::{Machine, ThreadId};

use crate::frontier::Cost;
use crate::graph::Footprints;
use crate::past::{Past, Races};
use crate::waits::Waits;
use crate::world::{Follows, Move, State, Threads, World};

/// The most operations that a run may have.
pub(crate) const LONG: usize = 10_000;

/// A state of the run, with what is to be tried from it.
#[derive(Debug)]
struct Point {
    /// The state, as long as it may be asked for.
    state: Option<State>,
    key: u128,
    enabled: Threads,
    /// Threads whose move would only repeat what was gone through from an earlier state.
    asleep: Threads,
    /// Threads whose moves are to be tried: the source set, as far as it is known.
    backtrack: Threads,
    /// Threads whose moves were tried.
    done: Threads,
    /// What the moves of those asleep and done touch.
    footprints: Vec<(ThreadId, u32)>,
    cost: Cost,
}

impl Point {
    fn left(&self) -> Threads {
        Threads(self.backtrack.0 & !self.done.0 & !self.asleep.0)
    }

    fn footprint(&self, thread: ThreadId) -> Option<u32> {
        self.footprints.iter().find(|(known, _)| *known == thread).map(|(_, footprint)| *footprint)
    }
}

/// Why not all runs were gone through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cut {
    /// There are more of them than were allowed.
    Runs,
    /// One of them is too long.
    Long,
}

/// What a search came to.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct GoneThrough {
    /// Runs that came to an end, each another trace.
    pub(crate) traces: u64,
    /// Runs that were left because they would only have repeated what was gone through.
    pub(crate) redundant: u64,
    /// Runs that were left because they came back to a state they had been in.
    pub(crate) circles: u64,
    /// How many moves were made.
    pub(crate) moves: u64,
    /// Why it ended before its time, if it did.
    pub(crate) cut: Option<Cut>,
}

/// What a step of the search came to.
#[derive(Debug)]
pub(crate) enum Came {
    /// It goes on.
    On,
    /// A run came to its end, in this state.
    End(Box<State>, Cost),
    /// All is gone through, or a limit was reached.
    Over,
}

/// The search: the run that it is in, and what it counted.
#[derive(Debug, Default)]
pub(crate) struct Dpor {
    points: Vec<Point>,
    past: Past,
    footprints: Footprints,
    /// Where in the run each state is.
    on_the_way: BTreeMap<u128, usize>,
    found: GoneThrough,
    /// How many runs may be gone through.
    most: u64,
    /// What the first state came to, until somebody asks.
    came: Option<Came>,
}

impl Dpor {
    /// A search of at most so many runs of a machine that is about to start its first thread.
    pub(crate) fn new(world: &mut World, most: u64, start: Machine) -> Dpor {
        let mut dpor = Dpor { most, ..Dpor::default() };
        world.to_the_last = true;
        world.follows = Some(Follows::default());
        let state = world.first(start);
        let follows = world.follows.replace(Follows::default()).unwrap_or_default();
        dpor.past.follow(&follows);
        let nobody = Threads::default();
        let came = dpor.arrive(world, state, nobody, Vec::new(), Cost::default(), Threads(u64::MAX));
        Dpor { came: Some(came), ..dpor }
    }

    /// How many runs were gone through, to their end or not.
    pub(crate) fn runs(&self) -> u64 {
        self.found.traces + self.found.redundant + self.found.circles
    }

    /// What it came to so far.
    pub(crate) fn found(&self) -> GoneThrough {
        self.found
    }

    /// Who made the moves of the run so far.
    pub(crate) fn way(&self) -> Vec<ThreadId> {
        self.past.way()
    }

    /// Makes a move, or takes one back.
    pub(crate) fn step(&mut self, world: &mut World) -> Came {
        if let Some(came) = self.came.take() {
            return came;
        }
        let last = self.past.last().map(|(thread, _)| thread);
        let Some(point) = self.points.last_mut() else { return Came::Over };
        let left = point.left();
        let Some(thread) = last.filter(|&last| left.contains(last)).or_else(|| left.iter().next()) else {
            return self.go_back();
        };
        if self.points.len() > LONG {
            return self.stop(Cut::Long);
        }
        if self.runs() >= self.most {
            return self.stop(Cut::Runs);
        }
        self.go_on(world, thread)
    }

    fn stop(&mut self, cut: Cut) -> Came {
        self.found.cut = Some(cut);
        self.points.clear();
        Came::Over
    }

    /// Takes the last move back: all is gone through that comes behind it.
    fn go_back(&mut self) -> Came {
        let Some(point) = self.points.pop() else { return Came::Over };
        if self.on_the_way.get(&point.key) == Some(&self.points.len()) {
            self.on_the_way.remove(&point.key);
        }
        self.past.pop();
        if self.points.is_empty() { Came::Over } else { Came::On }
    }

    /// Makes the move of a thread.
    fn go_on(&mut self, world: &mut World, thread: ThreadId) -> Came {
        let at = self.points.len() - 1;
        let point = &mut self.points[at];
        point.done = point.done.with(thread);
        let others = Threads(point.enabled.0 & !point.done.0 & !point.asleep.0);
        // The last move from a state has it to itself.
        let state = if others.is_empty() { point.state.take() } else { point.state.clone() };
        let Some(state) = state else { return Came::On };
        let waits = Waits::of(world, &state, thread);
        let Move { state, footprint } = world.make(state, thread);
        let mut follows = world.follows.replace(Follows::default()).unwrap_or_default();
        self.found.moves += 1;
        let footprint = self.footprints.number(footprint);
        let clock = self.reverse_races(world, thread, footprint, waits);
        let went_on = follows.went_on.with(thread);
        let last = self.past.last().map(|(last, _)| last);
        // On the virtual clock, a sleeper that could wake before the move did not go on because of it.
        follows.went_on = Threads(follows.went_on.0 & !self.points[at].enabled.without(thread).0);
        self.past.push(thread, footprint, clock, follows);
        let (asleep, mut footprints) = self.asleep_behind(world, at, thread, footprint);
        self.points[at].footprints.push((thread, footprint));
        footprints.retain(|(other, _)| asleep.contains(*other));
        let before = &self.points[at];
        let switches = last.is_some_and(|last| last != thread);
        let preempts = switches && last.is_some_and(|last| before.enabled.contains(last));
        let cost = Cost {
            preemptions: before.cost.preemptions + u32::from(preempts),
            switches: before.cost.switches + u32::from(switches),
            operations: before.cost.operations + 1,
        };
        self.arrive(world, state, asleep, footprints, cost, went_on)
    }

    /// Who sleeps behind a move: those asleep before and those whose moves were tried, unless they depend on it.
    fn asleep_behind(
        &mut self,
        world: &World,
        at: usize,
        thread: ThreadId,
        footprint: u32,
    ) -> (Threads, Vec<(ThreadId, u32)>) {
        let point = &self.points[at];
        let mut asleep = Threads::default();
        for other in Threads(point.asleep.0 | point.done.0).without(thread).iter() {
            let Some(theirs) = point.footprint(other) else { continue };
            if !self.footprints.dependent(&world.places, theirs, footprint) {
                asleep = asleep.with(other);
            }
        }
        (asleep, point.footprints.clone())
    }

    /// The run has come to a state.
    fn arrive(
        &mut self,
        world: &mut World,
        state: State,
        asleep: Threads,
        footprints: Vec<(ThreadId, u32)>,
        cost: Cost,
        went_on: Threads,
    ) -> Came {
        world.learn(&state);
        let enabled = world.enabled(&state);
        let key = world.key(&state);
        let at = self.points.len();
        self.points.push(Point {
            state: Some(state),
            key,
            enabled,
            asleep,
            backtrack: Threads::default(),
            done: Threads::default(),
            footprints,
            cost,
        });
        self.wait_in_vain(world, at, went_on);
        if enabled.is_empty() {
            self.found.traces += 1;
            return self.points[at].state.take().map_or(Came::On, |state| Came::End(Box::new(state), cost));
        }
        if let Some(&known) = self.on_the_way.get(&key) {
            // What comes behind is what came behind the state when the run was there first; but who is kept from moving by
            // the circle may move from any state of it.
            self.found.circles += 1;
            for point in &mut self.points[known..at] {
                point.backtrack = point.enabled;
            }
            return Came::On;
        }
        self.on_the_way.insert(key, at);
        let awake = Threads(enabled.0 & !asleep.0);
        let last = self.past.last().map(|(thread, _)| thread);
        match last.filter(|&last| awake.contains(last)).or_else(|| awake.iter().next()) {
            Some(next) => self.points[at].backtrack = Threads::default().with(next),
            None => self.found.redundant += 1,
        }
        Came::On
    }

    /// Holds what threads wait to do against the run so far, where something about it is new.
    fn wait_in_vain(&mut self, world: &mut World, at: usize, went_on: Threads) {
        let Some(state) = self.points[at].state.take() else { return };
        let enabled = self.points[at].enabled;
        let waiting = state.machine.threads().filter(|&thread| !enabled.contains(thread));
        for thread in waiting.filter(|&thread| !state.machine.thread(thread).is_finished()) {
            let footprint = world.attempt(&state, thread);
            if footprint.is_empty() {
                continue;
            }
            let footprint = self.footprints.number(footprint);
            let concerned = self
                .past
                .last()
                .is_some_and(|(_, last)| self.footprints.dependent(&world.places, last, footprint));
            if went_on.contains(thread) || concerned {
                let waits = Waits::of(world, &state, thread);
                self.reverse_races(world, thread, footprint, waits);
            }
        }
        self.points[at].state = Some(state);
    }

    /// Sees to it that what a thread does next, or waits to do, is also tried before each move that it is in a race with.
    /// Gives what comes before it.
    fn reverse_races(&mut self, world: &World, thread: ThreadId, footprint: u32, waits: Waits) -> Vec<u32> {
        let (points, past) = (&self.points, &self.past);
        let is_certain = |event: usize| {
            let point = &points[event];
            let was_there = point.enabled.contains(thread) && !past.moved_since(thread, event);
            was_there || waits.is_free(point.state.as_ref(), thread)
        };
        let Races { with, clock } =
            past.races(thread, footprint, (&mut self.footprints, &world.places), is_certain);
        for event in with {
            let point = &mut self.points[event];
            let initials = Threads(self.past.initials(event, thread, &clock).0 & point.enabled.0);
            if initials.0 & (point.backtrack.0 | point.asleep.0) != 0 {
                continue;
            }
            let first = if initials.contains(thread) { Some(thread) } else { initials.iter().next() };
            point.backtrack = first.map_or(point.backtrack, |first| point.backtrack.with(first));
        }
        clock
    }
}
