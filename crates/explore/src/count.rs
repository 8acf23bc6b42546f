//! How many schedules there are, and how many that differ in more than the order of what commutes.

use hashbrown::HashMap;
use num_bigint::BigUint;
use num_traits::{One, Zero};
use xxhash_rust::xxh3::Xxh3DefaultBuilder;

use crate::access::Places;
use crate::graph::{Graph, NodeId};
use crate::world::Threads;

/// The states in an order in which every move leads forward; none if there is a way round in circles.
fn forward(graph: &Graph) -> Option<Vec<NodeId>> {
    let mut entered = vec![0_u32; graph.nodes.len()];
    for edge in graph.nodes.iter().flat_map(|node| &node.edges) {
        entered[edge.to as usize] += 1;
    }
    let mut order = Vec::with_capacity(graph.nodes.len());
    order.extend((0..graph.nodes.len() as NodeId).filter(|&id| entered[id as usize] == 0));
    let mut next = 0;
    while next < order.len() {
        for edge in &graph.node(order[next]).edges {
            entered[edge.to as usize] -= 1;
            if entered[edge.to as usize] == 0 {
                order.push(edge.to);
            }
        }
        next += 1;
    }
    (order.len() == graph.nodes.len()).then_some(order)
}

/// The number of ways from the start to each end, by outcome: the number of orders of the operations. None if there are
/// endlessly many, for the program can go in circles.
pub fn schedules(graph: &Graph, outcomes: usize) -> Option<Vec<BigUint>> {
    let order = forward(graph)?;
    let mut ways = vec![BigUint::zero(); graph.nodes.len()];
    let mut counts = vec![BigUint::zero(); outcomes];
    ways[0] = BigUint::one();
    for id in order {
        let here = std::mem::take(&mut ways[id as usize]);
        let node = graph.node(id);
        for edge in &node.edges {
            ways[edge.to as usize] += &here;
        }
        if let Some(outcome) = node.outcome {
            counts[outcome as usize] += here;
        }
    }
    Some(counts)
}

/// Counts Mazurkiewicz traces: schedules that differ only in the order of neighbouring operations that do not depend on
/// each other count once. By sleep sets (Godefroid, "Partial-Order Methods for the Verification of Concurrent Systems",
/// 1996, chapter 5), which reach each trace's end exactly once, over pairs of a state and a sleep set.
#[derive(Debug)]
pub struct TraceCount {
    known: HashMap<(NodeId, u64), BigUint, Xxh3DefaultBuilder>,
    stack: Vec<(NodeId, Threads)>,
}

impl TraceCount {
    /// Nothing is counted yet; none if there are endlessly many traces.
    pub fn new(graph: &Graph) -> Option<TraceCount> {
        forward(graph)?;
        Some(TraceCount { known: HashMap::default(), stack: vec![(0, Threads::default())] })
    }

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
                BigUint::one()
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
