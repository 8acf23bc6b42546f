//! The search without states, as a phase of the search: ends of its runs are outcomes, and the cheapest way to each is kept.

use interleave_vm::ThreadId;

use crate::dpor::{Came, Dpor};
use crate::exploration::{Exploration, Phase};
use crate::frontier::{Cost, NONE, Visit};
use crate::world::State;

impl Exploration {
    /// Begins to go through one run of each trace.
    pub(crate) fn begin_runs(&mut self) {
        let Some(world) = &mut self.world else { return };
        world.begin_run();
        let start = self.start.clone();
        self.phase = Phase::Runs(Box::new(Dpor::new(world, self.options.max_traces, start)));
    }

    /// Makes or takes back a move of a run; gives how many operations were done.
    pub(crate) fn go_through(&mut self) -> u64 {
        let (Some(world), Phase::Runs(dpor)) = (&mut self.world, &mut self.phase) else { return 1 };
        let came = dpor.step(world);
        self.runs = dpor.runs();
        match came {
            Came::On => {}
            Came::End(state, cost) => {
                let way = dpor.way();
                self.arrive(&state, &way, cost);
            }
            Came::Over => {
                self.gone_through = Some(dpor.found());
                self.freeze();
                self.phase = Phase::Over;
                return 1;
            }
        }
        if self.world.as_ref().is_some_and(|world| world.knowledge() != self.knowledge) {
            self.begin();
        }
        1
    }

    /// A run has come to an end, by this way.
    fn arrive(&mut self, state: &State, way: &[ThreadId], cost: Cost) {
        let outcome = self.answer(state);
        let number = self.number(outcome) as usize;
        let known = self.ends[number].map(|visit| self.visits[visit as usize].cost);
        if known.is_some_and(|known| known <= cost) {
            return;
        }
        let mut from = NONE;
        for &thread in way {
            self.visits.push(Visit { node: 0, last: Some(thread), cost, from });
            from = self.visits.len() as u32 - 1;
        }
        if from == NONE {
            self.visits.push(Visit { node: 0, last: None, cost, from });
            from = self.visits.len() as u32 - 1;
        }
        self.ends[number] = Some(from);
    }
}
