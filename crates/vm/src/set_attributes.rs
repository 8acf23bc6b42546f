//! Setting and deleting attributes.

use crate::class;
use crate::effect::{Effect, Key, Place};
use crate::execute::{Done, Signal};
use crate::frame::{Frame, Then};
use crate::machine::Machine;
use crate::native::Raise;
use crate::object::{Instance, Object};
use crate::text::Str;
use crate::value::{Id, Value};

use crate::attributes::Found;

impl Machine {
    /// `STORE_ATTR`
    pub(crate) fn store_attribute(
        &mut self,
        frame: &mut Frame,
        object: Value,
        name: Str,
        value: Value,
    ) -> Done {
        if let Some(Object::Instance(instance)) = self.as_object(&object)
            && (!name.starts_with("__")
                || (name != self.image.names.dict && name != self.image.names.class)
                || self.in_python(&object, &self.image.names.setattr))
        {
            let (dict, class) = (instance.dict, instance.class);
            if let Object::Class(c) = self.heap.get(class)
                && (c.traits.data_descriptors || c.traits.setattr || c.traits.sealed)
            {
                if c.traits.sealed && !c.traits.setattr && self.dict_get_str(dict, &name).is_none() {
                    self.check_slot(class, &object, &name)?;
                }
                let Object::Class(c) = self.heap.get(class) else { return Ok(Signal::Go) };
                if c.traits.setattr
                    && let Some(setattr) = self.class_attribute(class, &self.image.names.setattr)
                    && !matches!(setattr, Value::Native(_))
                {
                    let args = vec![object, Value::Str(name), value];
                    return self.call_values(frame, &setattr, args, Then::Discard);
                }
                if let Some((setter, args)) = self.data_descriptor(class, &object, &name, Some(&value))? {
                    return self.call_values(frame, &setter, args, Then::Discard);
                }
            }
            if self.recording_memory {
                let place = Place { object: object.id().unwrap_or(dict), key: Key::Attribute(name.clone()) };
                self.effects.push(Effect::Write { place, value: value.clone() });
            }
            if let Object::Dict(dict) = self.heap.get_mut(dict) {
                dict.set_str(&name, value);
            }
            return Ok(Signal::Go);
        }
        if let Some(setattr) = self.metaclass_hook(&object, &self.image.names.setattr) {
            return self.call_values(frame, &setattr, vec![object, Value::Str(name), value], Then::Discard);
        }
        self.set_plain_attribute(&object, &name, value)?;
        Ok(Signal::Go)
    }

    /// The method in Python by which a class's own class has a say in its attributes.
    fn metaclass_hook(&self, object: &Value, method: &Str) -> Option<Value> {
        let Some(Object::Class(class)) = self.as_object(object) else { return None };
        if class.meta == class::TYPE {
            return None;
        }
        self.class_attribute(class.meta, method).filter(|hook| !matches!(hook, Value::Native(_)))
    }

    /// The setter (or deleter, if there is no value) of a property or descriptor, with its arguments.
    pub(crate) fn data_descriptor(
        &mut self,
        class: Id,
        object: &Value,
        name: &Str,
        value: Option<&Value>,
    ) -> Result<Option<(Value, Vec<Value>)>, Raise> {
        let Some(found) = self.class_attribute(class, name) else { return Ok(None) };
        match self.as_object(&found) {
            Some(Object::Property(parts)) => {
                let setter = parts[if value.is_some() { 1 } else { 2 }].clone();
                if setter.is_none() {
                    let class = self.name_of_class(class);
                    let what = if value.is_some() { "setter" } else { "deleter" };
                    let message = format!("property '{name}' of '{class}' object has no {what}");
                    return Err(self.raise(class::ATTRIBUTE_ERROR, message));
                }
                let mut args = vec![object.clone()];
                args.extend(value.cloned());
                Ok(Some((setter, args)))
            }
            Some(Object::Instance(instance)) => {
                let method = if value.is_some() { &self.image.names.set } else { &self.image.names.delete };
                let Some(set) = self.class_attribute(instance.class, method) else { return Ok(None) };
                let mut args = vec![found, object.clone()];
                args.extend(value.cloned());
                Ok(Some((set, args)))
            }
            _ => Ok(None),
        }
    }

    /// Sets an attribute of anything, without calling anything.
    pub(crate) fn set_plain_attribute(
        &mut self,
        object: &Value,
        name: &Str,
        value: Value,
    ) -> Result<(), Raise> {
        if self.recording_memory
            && let Some(place) = self.place_of_attribute(object, name)
        {
            self.effects.push(Effect::Write { place, value: value.clone() });
        }
        let Value::Ref(id) = *object else { return Err(self.read_only(object, name)) };
        if self.set_exception_special(id, name, &value) || self.set_function_special(id, name, &value) {
            return Ok(());
        }
        let own = match self.heap.get(id) {
            Object::Instance(instance) if *name == self.image.names.class => {
                self.classes_change |= self.searching;
                if let (Some(class), dict, base) = (value.id(), instance.dict, instance.base.clone()) {
                    *self.heap.get_mut(id) = Object::Instance(Instance { class, dict, base });
                }
                return Ok(());
            }
            Object::Instance(instance) if *name == self.image.names.dict => {
                if let (class, Some(dict), base) = (instance.class, value.id(), instance.base.clone()) {
                    *self.heap.get_mut(id) = Object::Instance(Instance { class, dict, base });
                }
                return Ok(());
            }
            Object::Instance(instance) => {
                let (class, dict) = (instance.class, instance.dict);
                self.check_slot(class, object, name)?;
                Value::Ref(dict)
            }
            Object::Module { dict, .. } => Value::Ref(*dict),
            Object::Class(_) if id.0 < class::BUILTIN.len() as u32 => {
                let class = self.name_of_class(id);
                let message = format!("cannot set '{name}' attribute of immutable type '{class}'");
                return Err(self.type_error(message));
            }
            Object::Class(class) => Value::Ref(class.dict),
            Object::Exception(e) => e.dict.clone(),
            Object::Function(f) => f.dict.clone(),
            Object::Cell(_) if **name == *"cell_contents" => {
                self.set_cell(id, value);
                return Ok(());
            }
            _ => return Err(self.read_only(object, name)),
        };
        let dict = match own {
            Value::Ref(dict) => dict,
            _ => {
                let dict = self.new_dict();
                match self.heap.get_mut(id) {
                    Object::Exception(e) => e.dict = Value::Ref(dict),
                    Object::Function(f) => f.dict = Value::Ref(dict),
                    _ => {}
                }
                dict
            }
        };
        self.dict_set_str(dict, name, value);
        if matches!(self.heap.get(id), Object::Class(_)) {
            let behaves = self.refresh_traits(id);
            self.changed_class(id, behaves);
        }
        Ok(())
    }

    /// Refuses an attribute that an object's `__slots__` have no place for.
    fn check_slot(&mut self, class: Id, object: &Value, name: &Str) -> Result<(), Raise> {
        if !self.data_descriptor_exists(class, name) && self.has_no_slot(class, name) {
            Err(self.read_only(object, name))
        } else {
            Ok(())
        }
    }

    fn data_descriptor_exists(&self, class: Id, name: &Str) -> bool {
        match self.class_attribute(class, name).as_ref().and_then(|found| self.as_object(found)) {
            Some(Object::Property(_)) => true,
            Some(Object::Instance(instance)) => {
                self.class_attribute(instance.class, &self.image.names.set).is_some()
            }
            _ => false,
        }
    }

    fn read_only(&mut self, object: &Value, name: &Str) -> Raise {
        let class = self.class_name(object);
        // A bound method's attributes are its function's.
        let is_method = matches!(self.as_object(object), Some(Object::Method { .. }));
        let message = match self.look_up(object, name) {
            _ if is_method => format!(
                "'{class}' object has no attribute '{name}' and no __dict__ for setting new attributes"
            ),
            Found::Nothing => format!(
                "'{class}' object has no attribute '{name}' and no __dict__ for setting new attributes"
            ),
            _ => format!("'{class}' object attribute '{name}' is read-only"),
        };
        self.raise(class::ATTRIBUTE_ERROR, message)
    }

    /// `DELETE_ATTR`
    pub(crate) fn delete_attribute(&mut self, frame: &mut Frame, object: Value, name: Str) -> Done {
        let class = self.class_of(&object);
        if let Some(Object::Instance(_)) = self.as_object(&object) {
            if let Some(delattr) = self.class_attribute(class, &self.image.names.delattr)
                && !matches!(delattr, Value::Native(_))
            {
                let args = vec![object, Value::Str(name)];
                return self.call_values(frame, &delattr, args, Then::Discard);
            }
            if let Some((deleter, args)) = self.data_descriptor(class, &object, &name, None)? {
                return self.call_values(frame, &deleter, args, Then::Discard);
            }
        }
        if let Some(delattr) = self.metaclass_hook(&object, &self.image.names.delattr) {
            return self.call_values(frame, &delattr, vec![object, Value::Str(name)], Then::Discard);
        }
        self.delete_plain_attribute(&object, &name)?;
        Ok(Signal::Go)
    }

    /// Deletes an attribute of anything, without calling anything.
    pub(crate) fn delete_plain_attribute(&mut self, object: &Value, name: &Str) -> Result<(), Raise> {
        let dict = match self.as_object(object) {
            Some(Object::Instance(instance)) => Some(instance.dict),
            Some(Object::Module { dict, .. }) => Some(*dict),
            Some(Object::Class(class)) => Some(class.dict),
            Some(Object::Exception(e)) => e.dict.id(),
            Some(Object::Function(f)) => f.dict.id(),
            _ => None,
        };
        if let Some(dict) = dict
            && self.dict_remove_str(dict, name).is_some()
        {
            if let Some(place) = self.place_of_attribute(object, name) {
                self.record(|| Effect::Delete { place });
            }
            if let Some(id) = object.id()
                && matches!(self.heap.get(id), Object::Class(_))
            {
                self.changed_class(id, true);
            }
            return Ok(());
        }
        if let Some(place) = self.place_of_attribute(object, name) {
            self.looked(place.object, place.key);
        }
        Err(self.no_attribute(object, name))
    }
}
