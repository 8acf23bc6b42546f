//! Global names and local variables: reading, setting and deleting them.

use crate::class;
use crate::effect::{Effect, Key, Place};
use crate::frame::Frame;
use crate::machine::Machine;
use crate::native::Raise;
use crate::object::Object;
use crate::text::Str;
use crate::value::{Id, Value};

impl Machine {
    /// `LOAD_GLOBAL`: the module's variable, or the built-in of that name.
    #[inline]
    pub(crate) fn load_global(&mut self, globals: Id, name: &Str) -> Result<Value, Raise> {
        if let Object::Dict(dict) = self.heap.get(globals)
            && let Some(value) = dict.get_str(name)
        {
            let value = value.clone();
            if self.recording_memory {
                let place = Place { object: globals, key: Key::Global(name.clone()) };
                self.effects.push(Effect::Read { place, value: value.clone() });
            }
            return Ok(value);
        }
        if self.recording_memory && self.searching {
            self.saw(globals, Key::Global(name.clone()));
        }
        self.load_builtin(name)
    }

    fn load_builtin(&mut self, name: &Str) -> Result<Value, Raise> {
        match self.image.builtins.and_then(|dict| self.dict_get_str(dict, name)) {
            Some(value) => Ok(value),
            None => {
                let raise = self.raise(class::NAME_ERROR, format!("name '{name}' is not defined"));
                self.set_exception_field(raise, "name", Value::Str(name.clone()));
                Err(raise)
            }
        }
    }

    /// `LOAD_NAME`: as `LOAD_GLOBAL`, with the names of a class body before.
    pub(crate) fn load_name(&mut self, frame: &Frame, name: usize) -> Result<Value, Raise> {
        let name = &frame.code.names[name];
        if let Some(locals) = frame.locals
            && let Some(value) = self.dict_get_str(locals, name)
        {
            if locals == frame.globals {
                self.record(|| Effect::Read {
                    place: Place { object: locals, key: Key::Global(name.clone()) },
                    value: value.clone(),
                });
            }
            return Ok(value);
        }
        self.load_global(frame.globals, name)
    }

    /// `STORE_NAME`, `STORE_GLOBAL`
    pub(crate) fn store_name(&mut self, namespace: Id, name: &Str, value: Value) {
        if self.recording_memory && Some(namespace) == self.image.globals {
            let place = Place { object: namespace, key: Key::Global(name.clone()) };
            self.effects.push(Effect::Write { place, value: value.clone() });
        }
        if let Object::Dict(dict) = self.heap.get_mut(namespace) {
            dict.set_str(name, value);
        }
    }

    pub(crate) fn delete_name(&mut self, namespace: Id, name: &Str) -> Result<(), Raise> {
        if self.dict_remove_str(namespace, name).is_some() {
            let place = Place { object: namespace, key: Key::Global(name.clone()) };
            self.record(|| Effect::Delete { place });
            return Ok(());
        }
        self.looked(namespace, Key::Global(name.clone()));
        Err(self.raise(class::NAME_ERROR, format!("name '{name}' is not defined")))
    }

    /// The name of a fast slot.
    pub(crate) fn slot_name(&self, frame: &Frame, slot: usize) -> Str {
        Str::from(&*frame.code.code.locals[slot].name)
    }

    pub(crate) fn unbound_variable(&mut self, frame: &Frame, slot: usize) -> Raise {
        let local = &frame.code.code.locals[slot];
        let name = local.name.clone();
        match local.kind {
            crate::code::LocalKind::Free => self.raise(
                class::NAME_ERROR,
                format!("cannot access free variable '{name}' where it is not associated with a value in enclosing scope"),
            ),
            _ => self.raise(
                class::UNBOUND_LOCAL_ERROR,
                format!("cannot access local variable '{name}' where it is not associated with a value"),
            ),
        }
    }
}
