//! Whether a program still has an object: a session forgets those that nobody else refers to.

use crate::heap::{each_child, each_in_frame, each_in_thread};
use crate::machine::Machine;
use crate::value::Id;

impl Machine {
    /// Whether an object can be reached otherwise than through `holder`. The innermost frame of the running thread,
    /// which is the library's, does not count.
    pub(crate) fn is_referenced(&self, target: Id, holder: Id) -> bool {
        let mut reached = vec![false; self.heap.places()];
        reached[holder.0 as usize] = true;
        let mut pending = Vec::new();
        let mut found = |id: Id| pending.push(id);
        self.globals_and_modules(&mut found);
        for thread in &self.threads {
            each_in_thread(thread, &mut found);
        }
        for frame in &self.callers {
            each_in_frame(frame, &mut found);
        }
        self.handling.id().into_iter().for_each(&mut found);
        while let Some(id) = pending.pop() {
            if id == target {
                return true;
            }
            if !std::mem::replace(&mut reached[id.0 as usize], true) {
                each_child(self.heap.get(id), &mut |child| pending.push(child));
            }
        }
        false
    }

    fn globals_and_modules(&self, found: &mut dyn FnMut(Id)) {
        let image = &self.image;
        image.globals.iter().chain(image.modules.values()).for_each(|&id| found(id));
    }
}
