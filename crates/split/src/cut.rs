//! Which function goes where, and how they find each other.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use anyhow::{Context, Result};

use crate::linked::Linked;
use crate::shape::Shape;
use crate::{data, first};

/// A module that is cut in two.
#[derive(Clone, Debug)]
pub struct Cut {
    /// What is needed at once.
    pub first: Vec<u8>,
    /// What can come later. Its imports are the first one's exports, under the name `first`.
    pub later: Vec<u8>,
    /// How many functions moved to the later module.
    pub moved: usize,
    /// How many bytes of data moved to the later module.
    pub data: usize,
}

/// Where each function goes.
pub(crate) struct Plan<'a> {
    pub(crate) shape: &'a Shape,
    /// The functions that move.
    pub(crate) moved: BTreeSet<u32>,
    /// The addresses of the data that moves.
    pub(crate) data: Vec<Range<u32>>,
    /// The function that has the later module brought.
    pub(crate) bring: u32,
    /// The functions that get a place in the table, in the order of these places, from the table's end on.
    pub(crate) added: Vec<u32>,
    /// A place in the table of each function that is called from the other module, or that had one.
    slots: BTreeMap<u32, u32>,
    /// Functions of the later module that the first knows, by their numbers among the stand-ins.
    stand_ins: BTreeMap<u32, u32>,
    /// What the functions that stay are called in the first module, and those that move in the later one.
    renamed: Vec<u32>,
}

/// Cuts a module. `later` says of a function by its name whether it can come later; what others reach without a call, and
/// what only the first module can do, comes first anyhow. `bring` is the exported function that brings the later module: it
/// must come back only when that has an instance. What of the data moves with the functions is found by what the linker says
/// of it; if that is nothing, all of it stays.
///
/// # Errors
/// See [`Shape::read`]; and if there is no function that is exported by that name.
pub fn cut(wasm: &[u8], linked: &Linked, bring: &str, later: impl Fn(&str) -> bool) -> Result<Cut> {
    let shape = Shape::read(wasm)?;
    let no_bring = || format!("It exports no function {bring}, to bring what comes later.");
    let bring = *shape.exported.get(bring).with_context(no_bring)?;
    let mut fixed: BTreeSet<u32> = shape.exported.values().copied().chain(shape.start).collect();
    // What brings the later module cannot wait for it.
    let mut needed = vec![bring];
    while let Some(function) = needed.pop() {
        let calls = shape.body(function).map_or(&[][..], |body| &body.calls);
        needed.extend(calls.iter().filter(|called| fixed.insert(**called)));
    }
    let moved = shape.own().filter(|(function, body)| {
        !body.bound && !fixed.contains(function) && shape.names.get(function).is_some_and(|name| later(name))
    });
    let moved = moved.map(|(function, _)| function).collect();
    let plan = Plan::new(&shape, linked, moved, bring);
    Ok(Cut {
        first: first::encode(wasm, &plan)?,
        later: crate::later::encode(wasm, &plan)?,
        moved: plan.moved.len(),
        data: plan.data.iter().map(|range| range.len()).sum(),
    })
}

impl<'a> Plan<'a> {
    fn new(shape: &'a Shape, linked: &Linked, moved: BTreeSet<u32>, bring: u32) -> Plan<'a> {
        let numbers = |moves: bool| {
            let bodies = shape.own().filter(|(function, _)| moved.contains(function) == moves);
            bodies.flat_map(|(_, body)| body.numbers.iter().copied()).collect()
        };
        let data = data::movable(linked, &numbers(false), &numbers(true));
        let mut slots: BTreeMap<u32, u32> = BTreeMap::new();
        for (&slot, &function) in &shape.slots {
            slots.entry(function).or_insert(slot);
        }
        let mut added = Vec::new();
        for (caller, body) in shape.own() {
            for called in &body.calls {
                if moved.contains(&caller) != moved.contains(called) && !slots.contains_key(called) {
                    slots.insert(*called, shape.table + added.len() as u32);
                    added.push(*called);
                }
            }
        }
        let stand_ins = slots.keys().filter(|function| moved.contains(function)).copied().zip(0..).collect();
        let (mut stay, mut go) = (shape.imports, 0);
        let renamed = shape.own().map(|(function, _)| {
            let count = if moved.contains(&function) { &mut go } else { &mut stay };
            *count += 1;
            *count - 1
        });
        let renamed = renamed.collect();
        Plan { shape, moved, data, bring, added, slots, stand_ins, renamed }
    }

    /// Whether a function moves.
    pub(crate) fn moves(&self, function: u32) -> bool {
        self.moved.contains(&function)
    }

    /// The place in the table at which one module finds a function of the other.
    pub(crate) fn slot(&self, function: u32) -> Option<u32> {
        self.slots.get(&function).copied()
    }

    /// What a function is called in the module that has it; imported functions stay.
    pub(crate) fn renamed(&self, function: u32) -> u32 {
        match function.checked_sub(self.shape.imports) {
            Some(own) => self.renamed[own as usize],
            None => function,
        }
    }

    /// The functions that the first module has stand-ins for, in order.
    pub(crate) fn stand_ins(&self) -> impl Iterator<Item = u32> {
        self.stand_ins.keys().copied()
    }

    /// What the stand-in of a function is called in the first module.
    pub(crate) fn stand_in(&self, function: u32) -> Option<u32> {
        let staying = (self.shape.types.len() - self.moved.len()) as u32;
        Some(staying + self.stand_ins.get(&function)?)
    }

    /// How many segments of data the first module has.
    pub(crate) fn segments(&self) -> u32 {
        self.shape.segments.iter().map(|segment| data::parts(segment, &self.data, false).len() as u32).sum()
    }

    /// All places of functions in the table, those that were added at its end.
    pub(crate) fn table(&self) -> impl Iterator<Item = (u32, u32)> {
        let added = (self.shape.table..).zip(self.added.iter().copied());
        self.shape.slots.iter().map(|(&slot, &function)| (slot, function)).chain(added)
    }
}
