//! What happened in a run, for those who look for its reason: each step that others could see, and what came before what.

use interleave_schedule::naming::name_of;
use interleave_schedule::{Runner, Schedule};
use interleave_vm::effect::{Key, Place};
use interleave_vm::value::Value;
use interleave_vm::{Effect, Limits, Machine, Op, Program, Step, ThreadId};

use crate::access::{Access, Kind, Owner, Places};
use crate::replay::{Line, Replay};

/// A step that touched something that others could see.
#[derive(Clone, Debug)]
pub(crate) struct Event {
    pub(crate) thread: ThreadId,
    pub(crate) step: u64,
    pub(crate) line: u32,
    pub(crate) accesses: Vec<(Access, String)>,
    pub(crate) effects: Vec<Effect>,
    /// For each thread, how many of its events come before this one, this one among them.
    clock: Vec<u32>,
}

/// A run, step by step.
#[derive(Debug)]
pub(crate) struct Events {
    pub(crate) all: Vec<Event>,
    /// The lines that were executed, each with its first step and its thread.
    executed: Vec<(u64, ThreadId, u32)>,
    pub(crate) places: Places,
    pub(crate) end: Machine,
}

impl Event {
    /// Whether this event comes before another in every run that orders its operations in the same way.
    pub(crate) fn precedes(&self, other: &Event) -> bool {
        let index = self.thread.index();
        other.clock.get(index).is_some_and(|&seen| seen >= self.clock[index])
    }
}

/// Clocks of threads and of what they wait for: Lamport's happens-before by vector clocks (Mattern, "Virtual Time and
/// Global States of Distributed Systems", 1989).
#[derive(Debug, Default)]
struct Clocks {
    threads: Vec<Vec<u32>>,
    objects: Vec<(Owner, Vec<u32>)>,
}

impl Clocks {
    fn of(&mut self, thread: ThreadId) -> &mut Vec<u32> {
        let count = self.threads.len().max(thread.index() + 1);
        self.threads.resize(count, Vec::new());
        &mut self.threads[thread.index()]
    }

    fn join(own: &mut Vec<u32>, other: &[u32]) {
        own.resize(own.len().max(other.len()), 0);
        own.iter_mut().zip(other).for_each(|(own, &other)| *own = (*own).max(other));
    }

    /// The clock of a thread's next event, which synchronises with these objects and threads.
    fn tick(&mut self, thread: ThreadId, effects: &[Effect], objects: &[Owner]) -> Vec<u32> {
        let mut own = std::mem::take(self.of(thread));
        own.resize(own.len().max(thread.index() + 1), 0);
        own[thread.index()] += 1;
        for effect in effects {
            if let Effect::Join { thread: other, ended: true } = effect {
                let other = self.of(*other).clone();
                Clocks::join(&mut own, &other);
            }
        }
        for object in objects {
            match self.objects.iter_mut().find(|(known, _)| known == object) {
                Some((_, clock)) => {
                    Clocks::join(&mut own, clock);
                    clock.clone_from(&own);
                }
                None => self.objects.push((*object, own.clone())),
            }
        }
        for effect in effects {
            if let Effect::Start { thread: new } = effect {
                *self.of(*new) = own.clone();
            }
        }
        *self.of(thread) = own.clone();
        own
    }
}

impl Events {
    /// Runs a program by a schedule, at most so many steps.
    pub(crate) fn of(program: &Program, schedule: &Schedule, limits: Limits) -> Events {
        let mut places = Places::default();
        let mut clocks = Clocks::default();
        let mut all = Vec::new();
        let mut executed: Vec<(u64, ThreadId, u32)> = Vec::new();
        let mut runner = Runner::new(program, schedule, limits);
        // Whoever goes on for ever is not followed for ever.
        let steps = schedule.decided_steps().saturating_add(10_000);
        let _ = runner.advance_observed(steps, |machine, step| {
            let line = line_of(machine, step);
            let begins = matches!(step_op(machine, step), Some(Op::Resume | Op::MakeCell | Op::CopyFreeVars));
            if line > 0
                && !begins
                && executed.last().is_none_or(|last| (last.1, last.2) != (step.thread, line))
            {
                executed.push((machine.steps() - 1, step.thread, line));
            }
            let mut found = Vec::new();
            places.footprint(machine, step.thread, None, &step.effects, true, &mut found);
            let is_sync = |owner: &Owner| match owner {
                Owner::Object(id) => machine.sync(*id).is_some(),
                Owner::Output | Owner::End | Owner::Clock | Owner::Workers => false,
            };
            let mut objects: Vec<Owner> =
                found.iter().map(|access| places.get(access.place).object).collect();
            objects.retain(is_sync);
            let clock = clocks.tick(step.thread, &step.effects, &objects);
            let gave_up = |effect: &Effect| matches!(effect, Effect::Waited { set: false, .. });
            if !found.is_empty() || step.effects.iter().any(gave_up) {
                let accesses = found.iter().map(|access| (*access, String::new())).collect();
                let mut event = Event {
                    thread: step.thread,
                    step: machine.steps() - 1,
                    line,
                    accesses,
                    effects: step.effects.clone(),
                    clock,
                };
                event.name(&mut places, machine);
                all.push(event);
            }
        });
        Events { all, executed, places, end: runner.machine().clone() }
    }
}

impl Event {
    /// Gives each place that was touched the name that a reader of the program would call it by.
    fn name(&mut self, places: &mut Places, machine: &Machine) {
        for effect in &self.effects {
            let mut found = Vec::new();
            places.footprint(machine, self.thread, None, std::slice::from_ref(effect), true, &mut found);
            let name = match effect {
                Effect::Read { place, .. } | Effect::Write { place, .. } | Effect::Delete { place } => {
                    place_name(machine, place)
                }
                Effect::Output { .. } => "the output".into(),
                Effect::Database { statement, .. } => {
                    let touch = statement.touches.iter().find(|touch| !touch.table.as_str().is_empty());
                    touch.map_or("the database".into(), |touch| match &touch.key {
                        Some(key) => format!("row {key} of {}", touch.table),
                        None => format!("the table {}", touch.table),
                    })
                }
                _ => String::new(),
            };
            for (access, known) in &mut self.accesses {
                if known.is_empty() && found.contains(access) {
                    known.clone_from(&name);
                }
            }
        }
    }

    /// How a place was touched, if it was.
    pub(crate) fn touches(&self, places: &Places, place: u32) -> Option<Kind> {
        let probe = Access { place, kind: Kind::Write };
        self.accesses
            .iter()
            .map(|(access, _)| *access)
            .filter(|&access| places.conflict(access, probe))
            .map(|a| a.kind)
            .max()
    }
}

fn step_op(machine: &Machine, step: &Step) -> Option<Op> {
    machine.code(step.code).instructions.get(step.at as usize).map(|instruction| instruction.op)
}

/// The line of the program that a step belongs to.
fn line_of(machine: &Machine, step: &Step) -> u32 {
    let code = machine.code(step.code);
    let own = (!code.internal).then(|| code.code.spans.get(step.at as usize).map(|span| span.line)).flatten();
    own.filter(|&line| line > 0)
        .or_else(|| machine.position(step.thread).map(|position| position.span.line))
        .unwrap_or(0)
}

/// What a reader of the program would call a place.
fn place_name(machine: &Machine, place: &Place) -> String {
    let object = || {
        let own = name_of(machine, place.object);
        own.or_else(|| machine.own_class(&Value::Ref(place.object)).map(|class| format!("a {class}")))
    };
    match &place.key {
        Key::Global(name) | Key::Cell(name) => name.to_string(),
        Key::Attribute(name) => object().map_or(name.to_string(), |object| format!("{object}.{name}")),
        Key::Item(key) => {
            format!("{}[{}]", object().unwrap_or("an item".into()), machine.short(key))
        }
        Key::Whole => object().unwrap_or("an object".into()),
    }
}

/// The lines of a replay from its first switch on, to the last of its moves: what is done before anybody else is there, and
/// after the last operation that others can see, explains nothing.
pub(crate) fn lines(events: &Events, replay: &Replay) -> Vec<Line> {
    let needed = |from: u64, to: u64| {
        replay.switches.iter().any(|switch| switch.needed && (from..to).contains(&switch.step))
    };
    let first = replay.moves.first().map_or(0, |first| first.step);
    let last = replay.moves.last().map_or(u64::MAX, |last| last.step);
    let mut lines: Vec<Line> = Vec::new();
    for (at, &(step, thread, line)) in events.executed.iter().enumerate() {
        let end = events.executed.get(at + 1).map_or(u64::MAX, |next| next.0);
        if end > first && step <= last {
            let after = at.checked_sub(1).map_or(0, |before| events.executed[before].0 + 1);
            lines.push(Line { step, thread, line, needed: needed(after, step + 1) });
        }
    }
    lines
}
