//! How many schedules there are, and how many that differ in more than the order of what commutes.

use hashbrown::HashMap;
use num_bigint::BigUint;
use num_traits::{One, Zero};
use rustc_hash::FxBuildHasher;

use crate::access::Places;
use crate::graph::{Graph, NodeId};
use crate::world::Threads;

/// Counts the ways from the start to each end, by outcome: the orders of the operations. A state's ways are known once
/// all moves to it were gone along, so the states are taken in an order in which every move leads forward; where there is
/// a way round in circles, there is no such order, and there are endlessly many ways.
#[derive(Debug, Default)]
pub struct ScheduleCount {
    /// Of each state, how many moves to it are still to be gone along.
    entering: Vec<u32>,
    /// The ways to each state that is not done.
    ways: Vec<BigUint>,
    counts: Vec<BigUint>,
    /// States whose ways are known.
    ready: Vec<NodeId>,
    /// Of how many states the moves were looked at.
    looked_at: usize,
    done: usize,
}

impl ScheduleCount {
    /// Looks at so many states more. Once there is nothing more to count, the number of schedules by outcome; none within
    /// that if they are endlessly many.
    pub fn advance(&mut self, graph: &Graph, outcomes: usize, fuel: u64) -> Option<Option<Vec<BigUint>>> {
        for _ in 0..fuel {
            if let Some(node) = graph.nodes.get(self.looked_at) {
                self.entering.resize(graph.nodes.len(), 0);
                node.edges.iter().for_each(|edge| self.entering[edge.to as usize] += 1);
                self.looked_at += 1;
                if self.looked_at == graph.nodes.len() {
                    self.begin(outcomes);
                }
                continue;
            }
            let Some(id) = self.ready.pop() else {
                let all = self.done == graph.nodes.len();
                return Some(all.then(|| std::mem::take(&mut self.counts)));
            };
            self.go_on_from(graph, id);
        }
        None
    }

    fn begin(&mut self, outcomes: usize) {
        self.ways = vec![BigUint::zero(); self.entering.len()];
        self.counts = vec![BigUint::zero(); outcomes];
        // Every state but the first was come to by a move.
        self.ways[0] = BigUint::one();
        self.ready.extend((self.entering[0] == 0).then_some(0));
    }

    fn go_on_from(&mut self, graph: &Graph, id: NodeId) {
        let here = std::mem::take(&mut self.ways[id as usize]);
        let node = graph.node(id);
        for edge in &node.edges {
            let to = edge.to as usize;
            self.ways[to] += &here;
            self.entering[to] -= 1;
            if self.entering[to] == 0 {
                self.ready.push(edge.to);
            }
        }
        if let Some(outcome) = node.outcome {
            self.counts[outcome as usize] += here;
        }
        self.done += 1;
    }
}

/// Counts Mazurkiewicz traces: schedules that differ only in the order of neighbouring operations that do not depend on
/// each other count once. By sleep sets (Godefroid, "Partial-Order Methods for the Verification of Concurrent Systems",
/// 1996, chapter 5), which reach each trace's end exactly once, over pairs of a state and a sleep set.
#[derive(Debug)]
pub struct TraceCount {
    known: HashMap<(NodeId, u64), BigUint, FxBuildHasher>,
    stack: Vec<(NodeId, Threads)>,
}

impl Default for TraceCount {
    /// Nothing is counted yet. In a graph with a way round in circles it would never end.
    fn default() -> TraceCount {
        TraceCount { known: HashMap::default(), stack: vec![(0, Threads::default())] }
    }
}

impl TraceCount {
    /// How many pairs are counted.
    pub fn pairs(&self) -> usize {
        self.known.len()
    }

    /// Looks at so many pairs more; the number of traces once all are counted.
    pub fn advance(&mut self, graph: &mut Graph, places: &Places, fuel: u64) -> Option<BigUint> {
        for _ in 0..fuel {
            let Some(&(id, asleep)) = self.stack.last() else { break };
            if self.known.contains_key(&(id, asleep.0)) {
                self.stack.pop();
                continue;
            }
            let children = awake(graph, places, id, asleep);
            let before = self.stack.len();
            let known = &self.known;
            self.stack.extend(children.iter().filter(|child| !known.contains_key(&(child.0, child.1.0))));
            if self.stack.len() > before {
                continue;
            }
            let count = if graph.node(id).edges.is_empty() {
                // The last thread that is left makes no moves. If it was asleep, what it then did was done before, elsewhere.
                BigUint::from(asleep.is_empty())
            } else {
                children.iter().filter_map(|child| known.get(&(child.0, child.1.0))).sum()
            };
            self.known.insert((id, asleep.0), count);
            self.stack.pop();
        }
        if self.stack.is_empty() { self.known.get(&(0, 0)).cloned() } else { None }
    }
}

/// The moves of threads that are not asleep, each with who is asleep behind it: those asleep before, and those whose moves
/// were looked at before, as long as they do not depend on it.
fn awake(graph: &mut Graph, places: &Places, id: NodeId, asleep: Threads) -> Vec<(NodeId, Threads)> {
    let edges = graph.node(id).edges.clone();
    let mut asleep = asleep;
    let mut children = Vec::new();
    for edge in &edges {
        if asleep.contains(edge.thread) {
            continue;
        }
        let mut behind = Threads::default();
        for other in edges.iter().filter(|other| asleep.contains(other.thread)) {
            if !graph.footprints().dependent(places, edge.footprint, other.footprint) {
                behind = behind.with(other.thread);
            }
        }
        children.push((edge.to, behind));
        asleep = asleep.with(edge.thread);
    }
    children
}
