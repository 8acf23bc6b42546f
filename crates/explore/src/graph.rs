//! The states met so far, and the moves between them.

use hashbrown::{HashMap, HashTable};
use interleave_vm::ThreadId;
use rustc_hash::FxBuildHasher;

use crate::access::{Footprint, Places};
use crate::product::Parts;
use crate::world::{State, Threads};

/// A state, by its place in the graph.
pub type NodeId = u32;

/// A kind of end, by its place in the list of outcomes.
pub type OutcomeId = u32;

/// A state that was met.
#[derive(Clone, Debug, Default)]
pub struct Node {
    /// The state itself, until its moves are known.
    pub state: Option<Box<State>>,
    /// The same in parts, if it is put together from threads' own states.
    pub parts: Option<Parts>,
    /// Who can make a move.
    pub enabled: Threads,
    /// Whose moves it was visited by.
    pub visited: Threads,
    /// The moves, in the order of the threads' start.
    pub edges: Vec<Edge>,
    /// How the program ends here, if it does.
    pub outcome: Option<OutcomeId>,
    /// Threads that go in circles here without anybody seeing it.
    pub spinning: Threads,
}

/// A move from one state to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edge {
    /// Who makes it.
    pub thread: ThreadId,
    /// Where it leads.
    pub to: NodeId,
    /// What it touches, by its number.
    pub footprint: u32,
}

/// The graph.
#[derive(Debug, Default)]
pub struct Graph {
    /// The states, the first one first.
    pub nodes: Vec<Node>,
    numbers: HashTable<(u128, NodeId)>,
    footprints: Footprints,
    /// How many moves were made.
    pub moves: u64,
}

/// All footprints met, each with a number; few programs have more than a few dozen.
#[derive(Debug, Default)]
pub struct Footprints {
    all: Vec<Footprint>,
    numbers: HashMap<Footprint, u32, FxBuildHasher>,
    dependent: HashMap<(u32, u32), bool, FxBuildHasher>,
}

impl Footprints {
    /// The number of a footprint.
    pub fn number(&mut self, footprint: Footprint) -> u32 {
        if let Some(&known) = self.numbers.get(&footprint) {
            return known;
        }
        let number = self.all.len() as u32;
        self.all.push(footprint.clone());
        self.numbers.insert(footprint, number);
        number
    }

    /// Whether two moves of different threads depend on each other.
    pub fn dependent(&mut self, places: &Places, a: u32, b: u32) -> bool {
        let pair = (a.min(b), a.max(b));
        let Footprints { all, dependent, .. } = self;
        *dependent.entry(pair).or_insert_with(|| places.dependent(&all[a as usize], &all[b as usize]))
    }
}

impl Graph {
    /// The state with this key, if it was met.
    pub fn find(&self, key: u128) -> Option<NodeId> {
        self.numbers.find(key as u64, |&(known, _)| known == key).map(|&(_, node)| node)
    }

    /// Adds a state that was not met.
    pub fn add(&mut self, key: u128, node: Node) -> NodeId {
        let id = self.push(node);
        // A key is a good hash already.
        self.numbers.insert_unique(key as u64, (key, id), |&(known, _)| known as u64);
        id
    }

    /// Adds a state that is known by something else than a key.
    pub fn push(&mut self, node: Node) -> NodeId {
        self.nodes.push(node);
        self.nodes.len() as NodeId - 1
    }

    /// A state by its place.
    pub fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id as usize]
    }

    /// Adds a move.
    pub fn connect(&mut self, from: NodeId, thread: ThreadId, to: NodeId, footprint: Footprint) {
        let footprint = self.footprints.number(footprint);
        self.nodes[from as usize].edges.push(Edge { thread, to, footprint });
        self.moves += 1;
    }

    /// Which moves depend on each other.
    pub fn footprints(&mut self) -> &mut Footprints {
        &mut self.footprints
    }
}
