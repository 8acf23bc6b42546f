//! The states that are to be visited, in the order of what it costs to come there, and the ways to those that were.

use std::collections::{BTreeMap, VecDeque};

use interleave_vm::ThreadId;

use crate::graph::NodeId;

/// How much a way costs: preemptions first, then switches, then operations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cost {
    /// Switches away from a thread that could have gone on.
    pub preemptions: u32,
    /// All switches.
    pub switches: u32,
    /// Operations.
    pub operations: u32,
}

/// A state as it was come to first by way of a thread.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Visit {
    pub(crate) node: NodeId,
    /// Who made the move there; none of the first state.
    pub(crate) last: Option<ThreadId>,
    pub(crate) cost: Cost,
    /// The visit before, or [`NONE`].
    pub(crate) from: u32,
}

/// No visit comes before the first.
pub(crate) const NONE: u32 = u32::MAX;

/// Visits that are to be made: cheap ones first, and of equal ones those found first.
#[derive(Debug, Default)]
pub(crate) struct Frontier {
    by_cost: BTreeMap<Cost, VecDeque<Visit>>,
    len: usize,
}

impl Frontier {
    /// How many they are.
    pub(crate) fn len(&self) -> usize {
        self.len
    }

    pub(crate) fn push(&mut self, visit: Visit) {
        self.by_cost.entry(visit.cost).or_default().push_back(visit);
        self.len += 1;
    }

    pub(crate) fn pop(&mut self) -> Option<Visit> {
        loop {
            let mut first = self.by_cost.first_entry()?;
            if let Some(visit) = first.get_mut().pop_front() {
                self.len -= 1;
                return Some(visit);
            }
            first.remove();
        }
    }
}

/// Who made the moves on the way to a visit.
pub(crate) fn way_to(visits: &[Visit], mut visit: u32) -> Vec<ThreadId> {
    let mut threads = Vec::new();
    while visit != NONE {
        let Visit { last, from, .. } = visits[visit as usize];
        threads.extend(last);
        visit = from;
    }
    threads.reverse();
    threads
}
