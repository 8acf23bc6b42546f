//! The search: all states, in the order of how few preemptions lead there.

use std::collections::BTreeMap;
use std::rc::Rc;

use interleave_vm::{Diagnostic, Machine, Model, Operation, Program, ThreadId};
use num_bigint::BigUint;
use rand_pcg::Pcg32;
use thiserror::Error;

use crate::access::Location;
use crate::count::{ScheduleCount, TraceCount};
use crate::dpor::{Dpor, GoneThrough};
use crate::frontier::{Cost, Frontier, NONE, Visit, way_to};
use crate::graph::{Graph, Node, NodeId, OutcomeId};
use crate::options::{Options, Reduce};
use crate::outcome::{Ending, Outcome, Question};
use crate::product::Product;
use crate::sample::Sample;
use crate::untold::Untold;
use crate::world::{Knowledge, State, World};

/// The search has a way to go, or it is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// It can go on.
    Searching,
    /// There is nothing more to find out.
    Over,
}

/// What cannot be explored.
#[derive(Clone, Debug, Error)]
pub enum Refused {
    /// The outcome's expression is wrong.
    #[error("the outcome's expression: {}", first(.0))]
    Outcome(Vec<Diagnostic>),
    /// The expected expression is wrong.
    #[error("the expected expression: {}", first(.0))]
    Expect(Vec<Diagnostic>),
    /// What is asked for does not go together.
    #[error("a limit of preemptions does not go with a search that keeps no states")]
    Preemptions,
}

fn first(diagnostics: &[Diagnostic]) -> String {
    diagnostics.first().map(|diagnostic| diagnostic.message.clone()).unwrap_or_default()
}

/// How many random runs in a row must find no further shared place before the search begins.
const CALM: u32 = 6;

/// Of the steps before there is a choice, so many count as an operation: about as many as one has with all that follows it.
const STEPS: u64 = 50;

/// How many steps a random run may have.
const LONG: u32 = 20_000;

/// How many pairs of a state and a sleep set are looked at to count traces, for each state that is allowed.
const PAIRS: usize = 20;

/// What a search is about.
#[derive(Debug)]
pub(crate) enum Phase {
    /// The main thread alone runs up to where it starts another.
    Prelude,
    /// Random runs find shared places.
    Survey {
        calm: u32,
        seed: u64,
    },
    /// All states are looked at.
    Search,
    /// One run of each trace is gone through.
    Runs(Box<Dpor>),
    /// Schedules are counted.
    Schedules(ScheduleCount),
    /// Traces are counted.
    Traces(TraceCount),
    /// It is too large: runs are made by chance.
    Sample,
    Over,
}

/// The search over all schedules of a program. It goes on in slices as long as its owner likes, and can be left at any
/// time.
#[derive(Debug)]
pub struct Exploration {
    pub(crate) options: Options,
    pub(crate) question: Question,
    pub(crate) start: Machine,
    pub(crate) world: Option<World>,
    pub(crate) graph: Graph,
    pub(crate) outcomes: Vec<Outcome>,
    numbers: BTreeMap<Outcome, OutcomeId>,
    /// For each outcome the visit that came to it first.
    pub(crate) ends: Vec<Option<u32>>,
    pub(crate) visits: Vec<Visit>,
    frontier: Frontier,
    pub(crate) phase: Phase,
    /// Whether ways were left out because of their preemptions.
    pub(crate) pruned: bool,
    /// Whether there were too many states.
    pub(crate) full: bool,
    pub(crate) counts: Option<Vec<BigUint>>,
    pub(crate) traces: Option<BigUint>,
    pub(crate) program: Rc<Program>,
    pub(crate) sample: Option<Sample>,
    /// How many runs were gone through, in a search without states.
    pub(crate) runs: u64,
    /// What that search came to, once it is over.
    pub(crate) gone_through: Option<GoneThrough>,
    /// The first failure that a run by chance came to.
    pub(crate) by_chance: Option<Outcome>,
    /// How much was known of the program when the search was last begun.
    pub(crate) knowledge: Knowledge,
    everything: bool,
    /// Whether there are too many states if every step is a move, where that is needed for a proof.
    coarse: bool,
    /// Where threads only read and write: what is known of them one by one.
    pub(crate) product: Option<Product>,
    /// Whether a whole machine is run for each move.
    pub(crate) whole: bool,
}

impl Exploration {
    /// A search that has not begun.
    ///
    /// # Errors
    /// If an expression of the options is none.
    pub fn new(program: &Rc<Program>, options: Options) -> Result<Exploration, Refused> {
        if options.reduce == Reduce::Dpor && options.preemptions.is_some() {
            return Err(Refused::Preemptions);
        }
        let mut start = Machine::new(program, options.seed, options.limits);
        let outcome = options.outcome.as_deref().map(|text| start.prepare(text)).transpose();
        // What is wrong is shown in the expression as it was given.
        let truth = |text: &str| {
            start.clone().prepare(text).and_then(|_| start.prepare(&format!("bool(({text}\n))")))
        };
        let expect = options.expect.as_deref().map(truth).transpose();
        let question = Question {
            outcome: outcome.map_err(Refused::Outcome)?,
            expect: expect.map_err(Refused::Expect)?,
        };
        Ok(Exploration {
            options,
            question,
            start,
            world: None,
            graph: Graph::default(),
            outcomes: Vec::new(),
            numbers: BTreeMap::new(),
            ends: Vec::new(),
            visits: Vec::new(),
            frontier: Frontier::default(),
            phase: Phase::Prelude,
            pruned: false,
            full: false,
            counts: None,
            traces: None,
            program: program.clone(),
            sample: None,
            runs: 0,
            gone_through: None,
            by_chance: None,
            knowledge: Knowledge::default(),
            everything: false,
            coarse: false,
            product: None,
            whole: false,
        })
    }

    /// Takes every step of the program as one that others can see: many more states, and the same outcomes. For tests of
    /// the reduction to visible operations.
    pub fn without_visibility(self) -> Exploration {
        Exploration { everything: true, ..self }
    }

    /// Runs a whole machine for each move, even where threads do nothing but read and write memory: slower, and the same
    /// results. For tests.
    pub fn with_whole_machines(self) -> Exploration {
        Exploration { whole: true, ..self }
    }

    /// Whether states are put together from those of threads that are run by themselves, as far as the search has come.
    pub fn is_in_parts(&self) -> bool {
        self.product.is_some()
    }

    /// Goes on by about so many operations.
    pub fn advance(&mut self, fuel: u64) -> Progress {
        let mut left = fuel;
        while left > 0 {
            match &mut self.phase {
                Phase::Over => return Progress::Over,
                Phase::Prelude => left = self.prelude(left),
                Phase::Survey { .. } => left = left.saturating_sub(self.survey()),
                Phase::Search => left = left.saturating_sub(self.search()),
                Phase::Runs(_) => left = left.saturating_sub(self.go_through()),
                Phase::Sample => left = left.saturating_sub(self.draw()),
                Phase::Schedules(count) => {
                    if let Some(counts) = count.advance(&self.graph, self.outcomes.len(), left) {
                        self.phase = match (&counts, self.options.reduce) {
                            // Of what no place stands for, it is not known what it commutes with.
                            (Some(_), Reduce::Full) if !self.knowledge.untold => {
                                Phase::Traces(TraceCount::default())
                            }
                            _ => Phase::Over,
                        };
                        self.counts = counts;
                    }
                    left = 0;
                }
                Phase::Traces(count) => {
                    let Some(world) = &self.world else { return Progress::Over };
                    self.traces = count.advance(&mut self.graph, &world.places, left);
                    if self.traces.is_some() || count.pairs() > PAIRS * self.options.max_states {
                        self.phase = Phase::Over;
                    }
                    left = 0;
                }
            }
        }
        if matches!(self.phase, Phase::Over) { Progress::Over } else { Progress::Searching }
    }

    /// Goes on to the end.
    pub fn finish(&mut self) {
        while self.advance(u64::MAX) == Progress::Searching {}
    }

    /// How many states were met so far, and how many of them wait to be looked at.
    pub fn size(&self) -> (usize, usize) {
        (self.graph.nodes.len(), self.frontier.len())
    }

    /// In a search without states, how many runs were gone through so far.
    pub fn runs(&self) -> u64 {
        self.runs
    }

    /// The main thread runs alone, up to where it starts another.
    fn prelude(&mut self, fuel: u64) -> u64 {
        let main = ThreadId::MAIN;
        let steps = fuel.saturating_mul(STEPS);
        for left in (0..steps).rev().map(|left| left / STEPS) {
            if matches!(self.start.pending(main), Some(Operation::Start)) {
                let mut world = World::new(
                    &mut self.start,
                    &self.options,
                    self.question.outcome.as_ref(),
                    self.question.expect.as_ref(),
                );
                world.everything = self.everything;
                self.world = Some(world);
                self.phase = Phase::Survey { calm: 0, seed: 0 };
                return left;
            }
            if self.start.run(main, 1, Model::Instruction).is_err() {
                self.begin();
                return left;
            }
        }
        0
    }

    /// One random run, which may find further shared places.
    fn survey(&mut self) -> u64 {
        let Phase::Survey { calm, seed } = &mut self.phase else { return 0 };
        let Some(world) = &mut self.world else { return 0 };
        let known = world.knowledge();
        let mut draws = Pcg32::new(*seed, 4);
        *seed += 1;
        let before = world.steps;
        let state = world.wander(self.start.clone(), &mut draws, LONG);
        let mut read = Vec::new();
        self.question.answer(&state, &mut read);
        world.was_read_at_the_end(&state, &read);
        world.learn(&state);
        let learned = world.knowledge() != known;
        let done = world.steps - before + 1;
        *calm = if learned { 0 } else { *calm + 1 };
        match *calm >= CALM {
            true => self.begin(),
            false => self.take_note(),
        }
        done
    }

    /// Takes note of what is known of the program: the machine that runs begin with tells what must be told for it.
    fn take_note(&mut self) {
        self.knowledge = self.world.as_ref().map(World::knowledge).unwrap_or_default();
        if self.knowledge.classes_change {
            self.start.tell_of_classes();
        }
    }

    /// Begins to search, with what is known of shared places.
    pub(crate) fn begin(&mut self) {
        self.graph = Graph::default();
        self.outcomes.clear();
        self.numbers.clear();
        self.ends.clear();
        self.visits.clear();
        self.frontier = Frontier::default();
        self.pruned = false;
        self.product = None;
        self.take_note();
        if self.options.reduce == Reduce::Dpor && self.world.is_some() {
            self.begin_runs();
            return;
        }
        let (state, key) = match &mut self.world {
            Some(world) => {
                world.begin_run();
                // What no place stands for is seen where every step is a move.
                world.everything = self.everything || self.knowledge.untold && !self.coarse;
                let state = world.first(self.start.clone());
                let key = world.key(&state);
                self.product = if self.whole { None } else { Product::new(world, &state) };
                (state, key)
            }
            None => (State::new(self.start.clone()), 0),
        };
        match self.product.as_ref().map(Product::start) {
            Some(parts) => self.meet_parts(parts),
            None => self.meet(key, state),
        };
        self.frontier.push(Visit { node: 0, last: None, cost: Cost::default(), from: NONE });
        self.phase = Phase::Search;
    }

    /// How a program ends in a state in which nobody can make a move.
    pub(crate) fn answer(&mut self, state: &State) -> Outcome {
        let mut read = Vec::new();
        let outcome = self.question.answer(state, &mut read);
        if let Some(world) = &mut self.world {
            world.was_read_at_the_end(state, &read);
        }
        outcome
    }

    /// A state that was not met before.
    pub(crate) fn meet(&mut self, key: u128, state: State) -> NodeId {
        let enabled = self.world.as_ref().map(|world| world.enabled(&state)).unwrap_or_default();
        let mut node = Node { enabled, spinning: state.spinning, ..Node::default() };
        if enabled.is_empty() {
            let outcome = self.answer(&state);
            node.outcome = Some(self.number(outcome));
        } else {
            node.state = Some(Box::new(state));
        }
        self.graph.add(key, node)
    }

    pub(crate) fn number(&mut self, outcome: Outcome) -> OutcomeId {
        if let Some(&known) = self.numbers.get(&outcome) {
            return known;
        }
        let number = self.outcomes.len() as OutcomeId;
        self.outcomes.push(outcome.clone());
        self.ends.push(None);
        self.numbers.insert(outcome, number);
        number
    }

    /// Visits the next state; gives how many operations were done.
    fn search(&mut self) -> u64 {
        let Some(next) = self.frontier.pop() else {
            self.count();
            return 1;
        };
        let Visit { node, last, cost, .. } = next;
        if let Some(last) = last {
            let visited = &mut self.graph.nodes[node as usize].visited;
            if visited.contains(last) {
                return 1;
            }
            *visited = visited.with(last);
        }
        let visit = self.visits.len() as u32;
        self.visits.push(next);
        if let Some(outcome) = self.graph.node(node).outcome {
            self.ends[outcome as usize].get_or_insert(visit);
            return 1;
        }
        let done = match self.graph.nodes[node as usize].parts.take() {
            Some(parts) => self.expand_parts(node, &parts, visit),
            None => self.expand(node),
        };
        if self.must_begin_again() {
            return done;
        }
        let enabled = self.graph.node(node).enabled;
        for &edge in &self.graph.nodes[node as usize].edges {
            let switches = last.is_some_and(|last| last != edge.thread);
            let preempts = switches && last.is_some_and(|last| enabled.contains(last));
            let cost = Cost {
                preemptions: cost.preemptions + u32::from(preempts),
                switches: cost.switches + u32::from(switches),
                operations: cost.operations + 1,
            };
            if self.options.preemptions.is_some_and(|most| cost.preemptions > most) {
                self.pruned = true;
            } else if !self.graph.node(edge.to).visited.contains(edge.thread) {
                self.frontier.push(Visit { node: edge.to, last: Some(edge.thread), cost, from: visit });
            }
        }
        if self.graph.nodes.len() > self.options.max_states && self.knowledge.untold && !self.coarse {
            self.coarse = true;
            self.begin();
        } else if self.graph.nodes.len() > self.options.max_states {
            self.full = true;
            self.freeze();
            self.phase = Phase::Sample;
        }
        done
    }

    /// One run by chance, of a program that is too large.
    fn draw(&mut self) -> u64 {
        let Some(world) = &mut self.world else { return 1 };
        let start = world.first(self.start.clone());
        let sample = self.sample.get_or_insert_default();
        let (way, outcome) = sample.run(world, &self.question, start, &self.options);
        if sample.is_enough() {
            self.phase = Phase::Over;
        }
        let failed = outcome.filter(|outcome| outcome.ending.is_failure());
        if let Some(outcome) = failed
            && self.worst().is_none()
            && self.by_chance.is_none()
        {
            self.by_chance = Some(outcome);
        }
        way.len() as u64 + 1
    }

    /// Makes the moves of a state, if that was not done before.
    fn expand(&mut self, node: NodeId) -> u64 {
        let mut state = self.graph.nodes[node as usize].state.take();
        let mut done = 1;
        let mut left = self.graph.node(node).enabled;
        while let Some(thread) = left.iter().next() {
            let Some(world) = &mut self.world else { break };
            left = left.without(thread);
            // The last move has the state to itself.
            let Some(from) = (if left.is_empty() { state.take() } else { state.clone() }) else { break };
            let next = world.make(*from, thread);
            let key = world.key(&next.state);
            world.learn(&next.state);
            let to = match self.graph.find(key) {
                Some(known) => known,
                None => self.meet(key, next.state),
            };
            self.graph.connect(node, thread, to, next.footprint);
            done += 1;
        }
        done
    }

    /// Whether something came to light that makes what was done so far worthless; then it is begun again.
    fn must_begin_again(&mut self) -> bool {
        let Some(world) = &self.world else { return false };
        let in_parts = self.whole && self.product.is_some();
        let now = world.knowledge();
        // Where every step is a move anyhow, no search finds more by knowing which places are shared.
        let every = now.untold && self.knowledge.untold && !self.coarse;
        let now = if every { Knowledge { shared: self.knowledge.shared, ..now } } else { now };
        if now == self.knowledge && !in_parts {
            return false;
        }
        self.begin();
        true
    }

    /// All states are known: schedules are counted next, and then traces.
    fn count(&mut self) {
        self.freeze();
        self.phase = if self.pruned { Phase::Over } else { Phase::Schedules(ScheduleCount::default()) };
    }

    /// What moves are is settled: a way that was found stays one.
    pub(crate) fn freeze(&mut self) {
        self.world.iter_mut().for_each(|world| world.sharing.freeze());
    }

    /// The number of an outcome that was met.
    pub(crate) fn number_of(&self, outcome: &Outcome) -> Option<OutcomeId> {
        self.numbers.get(outcome).copied()
    }

    /// Whether a failure was come to already. Of those that the search finds, there is none with fewer preemptions; what
    /// has no end, a livelock, is told from what has one only when all is searched.
    pub fn found_failure(&self) -> bool {
        self.worst().is_some() || self.by_chance.is_some()
    }

    /// The outcomes that were come to so far, in the order in which they were met.
    pub fn outcomes(&self) -> impl Iterator<Item = &Outcome> {
        self.outcomes.iter().zip(&self.ends).filter(|(_, end)| end.is_some()).map(|(outcome, _)| outcome)
    }

    /// The threads that make the moves on the cheapest way to an outcome, with its cost; none if it was not come to yet.
    pub(crate) fn cheapest(&self, outcome: OutcomeId) -> Option<(Vec<ThreadId>, Cost)> {
        let visit = self.ends[outcome as usize]?;
        Some((way_to(&self.visits, visit), self.visits[visit as usize].cost))
    }

    /// The threads that make the moves on the cheapest way to one of some states.
    pub(crate) fn cheapest_to(&self, nodes: &[NodeId]) -> Option<(Vec<ThreadId>, Cost)> {
        let visit = self.visits.iter().position(|visit| nodes.contains(&visit.node))?;
        Some((way_to(&self.visits, visit as u32), self.visits[visit].cost))
    }

    /// The failure that takes the fewest preemptions, if one was found: of equal ones, that of the fewest switches, then
    /// the shortest.
    pub(crate) fn worst(&self) -> Option<OutcomeId> {
        let found = self.ends.iter().enumerate().filter_map(|(number, visit)| Some((number, (*visit)?)));
        let failures = found.filter(|(number, _)| self.outcomes[*number].ending.is_failure());
        // A search of states makes its visits in the order of their cost.
        failures
            .min_by_key(|(_, visit)| (self.visits[*visit as usize].cost, *visit))
            .map(|(number, _)| number as OutcomeId)
    }

    /// Whether some way came to a limit of the machine.
    pub(crate) fn has_gaps(&self) -> bool {
        self.outcomes.iter().any(|outcome| outcome.ending == Ending::Unproven)
    }

    /// Whether the search has come to its end.
    pub fn is_over(&self) -> bool {
        matches!(self.phase, Phase::Over)
    }

    /// What the program does that no place stands for.
    pub(crate) fn untold(&self) -> Option<Untold> {
        self.world.as_ref()?.untold()
    }

    /// What the program does that was not seen with all that it depends on, so that nothing is proved.
    pub(crate) fn overlooked(&self) -> Option<Untold> {
        self.untold().filter(|_| self.coarse || self.options.reduce == Reduce::Dpor)
    }

    /// Whether every state was looked at, or a run of every trace.
    pub(crate) fn is_complete(&self) -> bool {
        let all_runs = self.gone_through.is_none_or(|runs| runs.cut.is_none() && runs.circles == 0);
        !self.full && all_runs && matches!(self.phase, Phase::Over | Phase::Traces(_))
    }

    /// The places that are shared between threads, as far as is known.
    pub fn shared(&self) -> Vec<Location> {
        let Some(world) = &self.world else { return Vec::new() };
        world.sharing.all().map(|place| world.places.get(place).clone()).collect()
    }
}
