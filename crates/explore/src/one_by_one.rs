//! Traces counted one by one, for tests: every schedule is made, and brought to a form that is the same for all schedules
//! of its trace.

use std::collections::BTreeSet;

use interleave_vm::{Limits, Model, Program, ThreadId};

use crate::access::{Footprint, Places};
use crate::exploration::{Exploration, Progress};
use crate::options::{Options, Reduce};
use crate::world::{State, World};

type Way = Vec<(ThreadId, Footprint)>;

/// The form of a schedule: again and again, of the moves that no other one must come before, that of the first thread.
fn normal(places: &Places, way: &Way) -> Way {
    let mut left = way.clone();
    let mut form = Way::new();
    while !left.is_empty() {
        let first = |at: usize| {
            let (thread, footprint) = &left[at];
            !left[..at].iter().any(|(other, theirs)| other == thread || places.dependent(theirs, footprint))
        };
        let next = (0..left.len()).filter(|&at| first(at)).min_by_key(|&at| left[at].0);
        form.push(left.remove(next.unwrap_or(0)));
    }
    form
}

fn walk(
    world: &mut World,
    state: &State,
    way: &mut Way,
    found: &mut BTreeSet<Vec<(u16, Footprint)>>,
    left: &mut u64,
) {
    let enabled = world.enabled(state);
    *left = left.saturating_sub(1);
    if *left == 0 {
        return;
    }
    if enabled.is_empty() {
        let form = normal(&world.places, way);
        found.insert(form.into_iter().map(|(thread, footprint)| (thread.0, footprint)).collect());
        return;
    }
    for thread in enabled.iter() {
        let next = world.make(state.clone(), thread);
        way.push((thread, next.footprint));
        walk(world, &next.state, way, found, left);
        way.pop();
    }
}

/// The number of traces, of a program that was explored; none if there are too many schedules.
fn traces(exploration: &mut Exploration) -> Option<usize> {
    let world = exploration.world.as_mut()?;
    let start = world.first(exploration.start.clone());
    let (mut found, mut left) = (BTreeSet::new(), MOVES);
    walk(world, &start, &mut Vec::new(), &mut found, &mut left);
    (left > 0).then_some(found.len())
}

/// How many moves are made to count a program's traces one by one.
const MOVES: u64 = 4_000;

/// A search of one run of each trace makes as many runs as there are traces; the corpus is full of ways to get this wrong.
#[test]
fn runs_are_as_many_as_traces() {
    let starts = |source: &str| ["threading", "queue"].iter().any(|name| source.contains(name));
    let mut held = 0;
    for program in interleave_corpus::programs() {
        // A pool's workers can be exchanged for each other, which a trace's form knows nothing of.
        let pool = ["concurrent", "ThreadPool"].iter().any(|name| program.source.contains(name));
        let Some(compiled) = starts(program.source)
            .then(|| Program::compile(program.source, &program.file()).ok())
            .flatten()
            .filter(|_| !pool)
        else {
            continue;
        };
        for model in [Model::Instruction, Model::Gil] {
            let limits = Limits { steps: 20_000, ..Limits::default() };
            let options =
                Options { model, reduce: Reduce::Dpor, max_traces: 200, limits, ..Options::default() };
            let mut exploration = Exploration::new(&compiled, options).expect("no expressions");
            let over = (0..8).any(|_| exploration.advance(500) == Progress::Over);
            let Some(counted) = over.then(|| exploration.summary()).and_then(|report| report.traces) else {
                continue;
            };
            let Some(traces) = traces(&mut exploration) else { continue };
            assert_eq!(counted, traces.into(), "{} {model:?}", program.name);
            held += 1;
        }
    }
    assert!(held >= 60, "only {held} programs");
}
