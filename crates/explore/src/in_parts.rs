//! The search over states that are put together from those of threads that are run by themselves: see [`crate::product`].

use interleave_vm::ThreadId;

use crate::access::Footprint;
use crate::exploration::Exploration;
use crate::frontier::way_to;
use crate::graph::{Node, NodeId};
use crate::product::Parts;

impl Exploration {
    /// A state that is put together from those of its threads.
    pub(crate) fn meet_parts(&mut self, parts: Parts) -> NodeId {
        let Some(product) = &mut self.product else { return 0 };
        if let Some(&known) = product.known.get(&parts) {
            return known;
        }
        let enabled = product.enabled(&parts);
        let id = self.graph.push(Node { enabled, parts: Some(parts.clone()), ..Node::default() });
        product.known.insert(parts, id);
        id
    }

    /// Makes the moves of a state that is put together from those of its threads.
    pub(crate) fn expand_parts(&mut self, node: NodeId, parts: &[u32], visit: u32) -> u64 {
        let mut done = 1;
        for thread in self.graph.node(node).enabled.iter() {
            let Some((to, footprint)) = self.make_in_parts(parts, thread, visit) else {
                // If something came to light, it may go better with that.
                let world = self.world.as_ref();
                self.whole |= world.is_some_and(|world| world.knowledge() == self.knowledge);
                break;
            };
            self.graph.connect(node, thread, to, footprint);
            done += 1;
        }
        done
    }

    /// Makes one of them; none if threads do more than read and write after all.
    fn make_in_parts(&mut self, parts: &[u32], thread: ThreadId, visit: u32) -> Option<(NodeId, Footprint)> {
        let (product, world) = (self.product.as_mut()?, self.world.as_mut()?);
        let (parts, footprint) = product.make(world, parts, thread)?;
        if !product.enabled(&parts).is_empty() {
            if product.is_new(&parts) {
                let mut way = way_to(&self.visits, visit);
                way.push(thread);
                product.holds(world, &parts, &way).then_some(())?;
            }
            return Some((self.meet_parts(parts), footprint));
        }
        let state = product.end(world, &parts, thread, || way_to(&self.visits, visit));
        world.learn(&state);
        let key = world.key(&state);
        let to = self.graph.find(key).unwrap_or_else(|| self.meet(key, state));
        Some((to, footprint))
    }
}
