//! Runs by chance, for what is too large to be searched: uniform random walks, and PCT.

use std::collections::BTreeMap;

use interleave_vm::ThreadId;
use rand_pcg::Pcg32;
use rand_pcg::rand_core::Rng;

use crate::options::Options;
use crate::outcome::{Outcome, Question};
use crate::world::{State, Threads, World};

/// Outcomes of runs by chance.
#[derive(Clone, Debug, Default)]
pub struct Sample {
    /// How many runs were made.
    pub runs: u64,
    /// Each outcome with how many of them came to it, the most frequent first.
    pub outcomes: Vec<(Outcome, u64)>,
    /// About how many schedules there are: the mean, over the uniform walks, of the product of the choices on the way
    /// (Knuth, "Estimating the Efficiency of Backtrack Programs", 1975), as text.
    pub estimate: String,
    /// The first way to each outcome.
    pub(crate) ways: BTreeMap<Outcome, Vec<ThreadId>>,
    /// The sum that the estimate is the mean of.
    sum: f64,
    walks: u64,
    operations: u64,
}

/// How many runs are made at most.
const RUNS: u64 = 400;

/// After how many operations no further run is begun.
const OPERATIONS: u64 = 10_000;

/// How many operations a run may have.
const LONG: usize = 1_000;

/// How many changes of priority a run by PCT has (its bug depth less one).
const DEPTH: usize = 3;

impl Sample {
    /// Whether enough runs were made.
    pub(crate) fn is_enough(&self) -> bool {
        self.runs >= RUNS || self.operations >= OPERATIONS
    }

    /// Makes one more run: every other one a uniform random walk, and between them PCT (Burckhardt, Kothari, Musuvathi and
    /// Nagarakatte, "A Randomized Scheduler with Probabilistic Guarantees of Finding Bugs", ASPLOS 2010). Gives the way to
    /// its end with the outcome, and how many operations it had.
    pub(crate) fn run(
        &mut self,
        world: &mut World,
        question: &Question,
        start: State,
        options: &Options,
    ) -> (Vec<ThreadId>, Option<Outcome>) {
        let mut draws = Pcg32::new(options.seed.wrapping_mul(RUNS).wrapping_add(self.runs), 5);
        let uniform = self.runs.is_multiple_of(2);
        self.runs += 1;
        let mut chooser = Pct::new(&mut draws);
        let mut state = start;
        let mut way = Vec::new();
        let mut choices = 1.0_f64;
        loop {
            let able = world.enabled(&state);
            if able.is_empty() {
                let outcome = question.answer(&state, &mut Vec::new());
                self.note(outcome.clone(), &way);
                if uniform {
                    self.walks += 1;
                    self.sum += choices;
                    self.estimate = format!("{:.1e}", self.sum / self.walks as f64);
                }
                return (way, Some(outcome));
            }
            if way.len() >= LONG {
                return (way, None);
            }
            self.operations += 1;
            choices *= f64::from(able.0.count_ones());
            let thread =
                if uniform { any_of(able, &mut draws) } else { chooser.choose(able, way.len(), &mut draws) };
            state = world.make(state, thread).state;
            way.push(thread);
        }
    }

    fn note(&mut self, outcome: Outcome, way: &[ThreadId]) {
        match self.outcomes.iter_mut().find(|(known, _)| *known == outcome) {
            Some((_, runs)) => *runs += 1,
            None => {
                self.ways.insert(outcome.clone(), way.to_vec());
                self.outcomes.push((outcome, 1));
            }
        }
        self.outcomes.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    }
}

fn any_of(able: Threads, draws: &mut Pcg32) -> ThreadId {
    let nth = draws.next_u32() % able.0.count_ones();
    able.iter().nth(nth as usize).unwrap_or(ThreadId::MAIN)
}

/// The thread of the highest priority goes; at a few operations drawn beforehand, whoever would go falls behind all others.
struct Pct {
    priorities: Vec<(u32, ThreadId)>,
    changes: Vec<usize>,
    lowest: u32,
}

impl Pct {
    fn new(draws: &mut Pcg32) -> Pct {
        // How long the run will be is not known; most lessons have a few dozen operations.
        let changes = (0..DEPTH).map(|_| (draws.next_u32() % 64) as usize).collect();
        Pct { priorities: Vec::new(), changes, lowest: u32::MAX / 2 }
    }

    fn choose(&mut self, able: Threads, operation: usize, draws: &mut Pcg32) -> ThreadId {
        for thread in able.iter() {
            if !self.priorities.iter().any(|(_, known)| *known == thread) {
                self.priorities.push((u32::MAX / 2 + draws.next_u32() / 2, thread));
            }
        }
        let best = |priorities: &[(u32, ThreadId)]| {
            let able = priorities.iter().enumerate().filter(|(_, (_, thread))| able.contains(*thread));
            able.max_by_key(|(_, entry)| **entry).map_or(0, |(place, _)| place)
        };
        if self.changes.contains(&operation) {
            let place = best(&self.priorities);
            self.lowest -= 1;
            self.priorities[place].0 = self.lowest;
        }
        self.priorities[best(&self.priorities)].1
    }
}
