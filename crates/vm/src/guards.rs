//! How the library's classes hold what threads wait for: `threading.Event` and its kin are Python around one of the
//! machine's own things.

use crate::machine::Machine;
use crate::object::Object;
use crate::text::Str;
use crate::value::{Id, Value};

/// The attributes of `threading`'s and `queue`'s classes in which they keep what threads wait for.
const HOLDERS: [&str; 5] = ["_event", "_semaphore", "_condition", "_barrier", "_sync"];

/// Where a `threading.Condition` keeps its lock.
const LOCK: &str = "_lock";

impl Machine {
    /// What threads wait for in an object: the object itself if it is a lock, or what an event, a condition, a semaphore,
    /// a barrier or a queue of the library holds. None for all else.
    pub fn sync_in(&self, id: Id) -> Option<Id> {
        match self.object(id) {
            Object::Sync(_) => Some(id),
            Object::Instance(instance) if self.is_of_threading(instance.class) => {
                HOLDERS.iter().find_map(|name| self.held(instance.dict, name))
            }
            _ => None,
        }
    }

    /// The lock of a `threading.Condition`.
    pub fn lock_of_condition(&self, id: Id) -> Option<Id> {
        match self.object(id) {
            Object::Instance(instance) if self.is_of_threading(instance.class) => {
                self.held(instance.dict, LOCK)
            }
            _ => None,
        }
    }

    /// The name of an object's class, as the program sees it.
    pub fn class_name_of(&self, id: Id) -> Str {
        self.class_name(&Value::Ref(id))
    }

    fn is_of_threading(&self, class: Id) -> bool {
        let Object::Class(class) = self.object(class) else { return false };
        class.mro.iter().any(|base| match self.object(*base) {
            Object::Class(base) => matches!(&*base.module, "threading" | "queue"),
            _ => false,
        })
    }

    fn held(&self, dict: Id, name: &str) -> Option<Id> {
        let id = self.dict_get_str(dict, &Str::from(name))?.id()?;
        matches!(self.object(id), Object::Sync(_)).then_some(id)
    }
}
