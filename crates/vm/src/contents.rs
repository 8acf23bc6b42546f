//! What objects of the library's classes are seen to hold: a deque its items, a counter its counts, a member of an
//! enumeration its name.

use crate::machine::Machine;
use crate::object::{Instance, Object};
use crate::text::Str;
use crate::value::{Id, Value};

impl Machine {
    /// The list or dict that an object keeps its items in, if it is not one itself.
    pub(crate) fn contents(&self, instance: &Instance) -> Option<Id> {
        match &instance.base {
            Value::Unbound => {
                let Object::Class(class) = self.object(instance.class) else { return None };
                let of_collections = |id: &Id| matches!(self.object(*id), Object::Class(base) if &*base.module == "collections");
                class.mro.iter().any(of_collections).then_some(())?;
                self.dict_get_str(instance.dict, &Str::from("_items"))?.id()
            }
            base => base.id(),
        }
    }

    /// An object of a program's class or the library's in few characters.
    pub(crate) fn short_instance(&self, instance: &Instance, depth: usize) -> String {
        let class = self.name_of_class(instance.class);
        if let Some(Value::Str(name)) = self.dict_get_str(instance.dict, &Str::from("_name_")) {
            return format!("{class}.{name}");
        }
        match (self.contents(instance), &instance.base) {
            (Some(inner), _) => {
                let shown = self.short_to_depth(&Value::Ref(inner), depth);
                match self.object(inner) {
                    Object::Tuple(_) => format!("{class}{shown}"),
                    _ => format!("{class}({shown})"),
                }
            }
            (None, Value::Unbound) => format!("<{class}>"),
            (None, base) => self.short_to_depth(base, depth),
        }
    }
}
