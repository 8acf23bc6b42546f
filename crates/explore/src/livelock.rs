//! Ways round in circles: a livelock is one that is fair, on which nobody who could go on is kept from it for ever.

use interleave_vm::ThreadId;

use crate::exploration::Exploration;
use crate::graph::{Graph, NodeId};
use crate::outcome::{Ending, Outcome};
use crate::report::Counterexample;
use crate::world::Threads;

/// The strongly connected components of the graph that have a way round, by Tarjan's algorithm ("Depth-First Search and
/// Linear Graph Algorithms", 1972), without recursion.
fn components(graph: &Graph) -> Vec<Vec<NodeId>> {
    const UNSEEN: u32 = u32::MAX;
    let count = graph.nodes.len();
    let (mut index, mut low) = (vec![UNSEEN; count], vec![0; count]);
    let mut open = vec![false; count];
    let (mut path, mut found) = (Vec::new(), Vec::new());
    let mut next = 0;
    let mut calls: Vec<(NodeId, usize)> = vec![(0, 0)];
    while let Some((id, edge)) = calls.pop() {
        let at = id as usize;
        if edge == 0 {
            (index[at], low[at]) = (next, next);
            next += 1;
            path.push(id);
            open[at] = true;
        }
        if let Some(edge_to) = graph.node(id).edges.get(edge) {
            calls.push((id, edge + 1));
            let to = edge_to.to as usize;
            if index[to] == UNSEEN {
                calls.push((edge_to.to, 0));
            } else if open[to] {
                low[at] = low[at].min(index[to]);
            }
            continue;
        }
        if let Some(&(parent, _)) = calls.last() {
            low[parent as usize] = low[parent as usize].min(low[at]);
        }
        if low[at] == index[at] {
            let from = path.iter().rposition(|&other| other == id).unwrap_or(0);
            let component = path.split_off(from);
            component.iter().for_each(|&node| open[node as usize] = false);
            let turns = graph.node(id).edges.iter().any(|edge| edge.to == id);
            if component.len() > 1 || turns {
                found.push(component);
            }
        }
    }
    found
}

/// Whether a component can be gone round for ever without keeping anybody away: every thread that could make a move in
/// each of its states makes one within it.
fn is_fair(graph: &Graph, component: &[NodeId]) -> bool {
    let mut always = Threads(u64::MAX);
    let mut moving = Threads::default();
    let mut within = component.to_vec();
    within.sort_unstable();
    for &id in component {
        let node = graph.node(id);
        always = Threads(always.0 & node.enabled.0);
        for edge in node.edges.iter().filter(|edge| within.binary_search(&edge.to).is_ok()) {
            moving = moving.with(edge.thread);
        }
    }
    always.0 & !moving.0 == 0
}

impl Exploration {
    /// The cheapest way to where the program can go round in circles for ever, fairly, with one round of it.
    pub(crate) fn livelock(&mut self) -> Option<Counterexample> {
        let fair = components(&self.graph).into_iter().filter(|component| is_fair(&self.graph, component));
        let (component, (mut threads, cost)) = fair
            .filter_map(|component| Some((self.cheapest_to(&component)?, component)))
            .min_by_key(|((_, cost), _)| *cost)
            .map(|(way, component)| (component, way))?;
        threads.extend(self.round(&component, &threads));
        let replay = self.replay(&threads)?;
        let outcome = Outcome { ending: Ending::Livelocks, value: None, note: None };
        Some(self.explained(outcome, cost.preemptions, replay))
    }

    /// The moves of a way within a component that comes back to where a way led, and lets every thread move that can.
    fn round(&self, component: &[NodeId], way: &[ThreadId]) -> Vec<ThreadId> {
        let mut at = 0;
        for thread in way {
            let edge = self.graph.node(at).edges.iter().find(|edge| edge.thread == *thread);
            at = edge.map_or(at, |edge| edge.to);
        }
        let start = at;
        let mut moves = Vec::new();
        // In turn, each thread makes a move that stays within; a few rounds show what goes on.
        for turn in 0..component.len().min(40) {
            let edges = &self.graph.node(at).edges;
            let within: Vec<_> = edges.iter().filter(|edge| component.contains(&edge.to)).collect();
            let Some(edge) = within.get(turn % within.len().max(1)) else { break };
            moves.push(edge.thread);
            at = edge.to;
            if at == start {
                break;
            }
        }
        moves
    }
}
