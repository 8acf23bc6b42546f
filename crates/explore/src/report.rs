//! What a search found out, as plain data.

use interleave_schedule::Schedule;
use num_bigint::BigUint;

use crate::dpor::{Cut, GoneThrough, LONG};
use crate::events::{Events, lines};
use crate::exploration::Exploration;
use crate::frontier::Cost;
use crate::options::Reduce;
use crate::outcome::{Ending, Outcome};
use crate::replay::{Replay, replay};
use crate::sample::Sample;
use crate::untold::Untold;
use crate::why::{Why, why};
use crate::words::{counted, grouped};

/// What a search found out.
#[derive(Clone, Debug)]
pub struct Report {
    /// What is to be said of the program as a whole.
    pub verdict: Ending,
    /// Whether all schedules in scope were searched, so that the verdict holds for them all.
    pub proved: bool,
    /// Why not, if not.
    pub gap: Option<String>,
    /// What the program does that no place stands for. If it is proved all the same, every step counts as an operation.
    pub untold: Option<Untold>,
    /// How many schedules there are: orders of the operations that more than one thread can see. None if that was not
    /// counted, or if there are endlessly many.
    pub schedules: Option<BigUint>,
    /// How many of them differ in more than the order of operations that do not depend on each other.
    pub traces: Option<BigUint>,
    /// How many more runs a search without states went through, only to find out that they repeat others.
    pub redundant: Option<u64>,
    /// How many states there are; none if they were not counted.
    pub states: Option<usize>,
    /// How many operations were done to find them.
    pub operations: u64,
    /// Whether the program can go in circles, so that there are endlessly many schedules.
    pub endless: bool,
    /// The ways in which the program can end: those that most schedules come to first.
    pub outcomes: Vec<Found>,
    /// The failure that takes the fewest preemptions.
    pub counterexample: Option<Counterexample>,
    /// Runs by chance, where not all could be searched.
    pub sampled: Option<Sample>,
}

/// A way in which the program can end.
#[derive(Clone, Debug)]
pub struct Found {
    /// What it is.
    pub outcome: Outcome,
    /// How many schedules come to it.
    pub schedules: Option<BigUint>,
    /// The schedule of the fewest preemptions that comes to it; none in a summary.
    pub schedule: Option<Schedule>,
    /// What that one costs.
    pub cost: Cost,
}

/// A way to a failure.
#[derive(Clone, Debug)]
pub struct Counterexample {
    /// What it comes to.
    pub outcome: Outcome,
    /// The way.
    pub replay: Replay,
    /// How many switches away from a thread that could have gone on it takes.
    pub preemptions: u32,
    /// Whether there is no failure with fewer of these.
    pub fewest: bool,
    /// Why it fails.
    pub why: Why,
}

impl Exploration {
    /// What was found out so far; complete once the search is over.
    pub fn report(&mut self) -> Report {
        let mut report = self.summary();
        for found in &mut report.outcomes {
            found.schedule = self.replay_to(&found.outcome).map(|replay| replay.schedule);
        }
        report
    }

    /// The same without the outcomes' schedules, each of which takes a run to find; [`Exploration::replay_to`] gives them
    /// one by one.
    pub fn summary(&mut self) -> Report {
        let worst = self.worst();
        let runs = self.gone_through;
        let circles = runs.is_some_and(|runs| runs.circles > 0);
        let in_states = self.options.reduce != Reduce::Dpor;
        let endless = circles || in_states && self.is_complete() && !self.pruned && self.counts.is_none();
        let livelock = if endless && in_states { self.livelock() } else { None };
        let complete = self.is_complete() && !self.pruned && !self.has_gaps() && self.overlooked().is_none();
        let counterexample = match worst {
            Some(worst) => self.counterexample(worst),
            None => self.found_by_chance(),
        };
        let verdict = match (&counterexample, &livelock) {
            (Some(found), _) => found.outcome.ending,
            (None, Some(_)) => Ending::Livelocks,
            (None, None) if complete => Ending::Passes,
            (None, None) => Ending::Unproven,
        };
        let counterexample = counterexample.or(livelock);
        Report {
            verdict,
            proved: complete,
            gap: (!complete).then(|| self.gap()),
            untold: self.untold(),
            schedules: self.counts.as_ref().map(|counts| counts.iter().sum()),
            traces: match runs {
                Some(runs) => complete.then(|| runs.traces.into()),
                None => self.traces.clone(),
            },
            redundant: runs.map(|runs| runs.redundant),
            states: in_states.then_some(self.graph.nodes.len()),
            operations: runs.map_or(self.graph.moves, |runs| runs.moves),
            endless,
            outcomes: self.found(),
            counterexample,
            sampled: self.sample.clone(),
        }
    }

    fn found(&self) -> Vec<Found> {
        let mut found: Vec<Found> = (0..self.outcomes.len() as u32)
            .filter_map(|number| {
                let (_, cost) = self.cheapest(number)?;
                Some(Found {
                    outcome: self.outcomes[number as usize].clone(),
                    schedules: self.counts.as_ref().map(|counts| counts[number as usize].clone()),
                    schedule: None,
                    cost,
                })
            })
            .collect();
        found.sort_by(|a, b| b.schedules.cmp(&a.schedules).then_with(|| a.outcome.cmp(&b.outcome)));
        found
    }

    /// The schedule of the fewest preemptions that comes to an outcome; of one that only runs by chance came to, the first
    /// of these. None if nothing came to it.
    pub fn replay_to(&mut self, outcome: &Outcome) -> Option<Replay> {
        let way = match self.number_of(outcome).and_then(|number| self.cheapest(number)) {
            Some((way, _)) => way,
            None => self.sample.as_ref()?.ways.get(outcome)?.clone(),
        };
        self.replay(&way)
    }

    fn counterexample(&mut self, outcome: u32) -> Option<Counterexample> {
        let (threads, cost) = self.cheapest(outcome)?;
        let replay = self.replay(&threads)?;
        let outcome = self.outcomes[outcome as usize].clone();
        Some(self.explained(outcome, cost.preemptions, replay))
    }

    /// A failure that a run by chance came to; its preemptions may not be the fewest.
    fn found_by_chance(&mut self) -> Option<Counterexample> {
        let outcome = self.by_chance.clone()?;
        let replay = self.replay_to(&outcome)?;
        let preemptions = replay.switches.iter().filter(|switch| switch.needed).count();
        Some(self.explained(outcome, preemptions as u32, replay))
    }

    /// A way to a failure, with its reason.
    pub(crate) fn explained(&self, outcome: Outcome, preemptions: u32, mut replay: Replay) -> Counterexample {
        let events = Events::of(&self.program, &replay.schedule, self.options.limits);
        replay.lines = lines(&events, &replay);
        let always = self.is_complete() && self.outcomes.iter().all(|known| known.ending.is_failure());
        let why = why(&events, &outcome, always);
        let fewest = self.by_chance.is_none() && self.options.reduce != Reduce::Dpor;
        Counterexample { outcome, preemptions, fewest, replay, why }
    }

    pub(crate) fn replay(&mut self, threads: &[interleave_vm::ThreadId]) -> Option<Replay> {
        let world = self.world.as_mut()?;
        Some(replay(world, &self.start, threads, &self.options))
    }

    fn gap(&self) -> String {
        match self.gone_through {
            Some(GoneThrough { cut: Some(Cut::Runs), .. }) => {
                let most = counted(self.options.max_traces, "run", "runs");
                return format!("there are more than {most} to go through, which is the limit");
            }
            Some(GoneThrough { cut: Some(Cut::Long), .. }) => {
                return format!("a run has more than {} operations, which is the limit", grouped(LONG));
            }
            Some(GoneThrough { circles: 1.., .. }) => {
                return "the program can go round in circles, where runs have no end".into();
            }
            _ => {}
        }
        if !self.is_over() && !self.full {
            return "the search is not over".into();
        }
        if let Some(untold) = self.overlooked() {
            return match self.options.reduce {
                Reduce::Dpor => format!("{}, and only a search of states sees when", untold.in_words()),
                _ => format!(
                    "{}, and there are more than {} states if every step counts",
                    untold.in_words(),
                    grouped(self.options.max_states)
                ),
            };
        }
        if self.full {
            return format!("there are more than {} states, which is the limit", self.options.max_states);
        }
        if self.pruned {
            let most = self.options.preemptions.unwrap_or(0);
            return format!("schedules with more than {most} preemptions were left out");
        }
        let notes = self.outcomes.iter().filter(|outcome| outcome.ending == Ending::Unproven);
        notes.filter_map(|outcome| outcome.note.clone()).next().unwrap_or_default()
    }
}
