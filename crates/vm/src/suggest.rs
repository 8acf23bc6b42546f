//! What a traceback adds to the message of a `NameError` or `AttributeError`: the name that was probably meant, and the
//! module that was probably not imported. As `Lib/traceback.py` of CPython 3.13 does it.

use crate::class;
use crate::frame::Frame;
use crate::machine::Machine;
use crate::native::Raise;
use crate::object::{Exception, Object};
use crate::text::Str;
use crate::traceback::suggestions::closest;
use crate::value::{Id, Value};

/// Where an exception keeps the `self` of the frame that it was raised in: when the traceback is shown, the frame is gone.
const SELF: &str = "__self__";

/// Modules of CPython that people forget to import, and that are not here.
const NOT_HERE: &str =
    " argparse asyncio csv gc inspect multiprocessing pathlib re signal socket subprocess ";

/// Modules that are here and not CPython's.
const NOT_STANDARD: [&str; 4] = ["_pages", "requests", "sqlalchemy", "sqlmodel"];

impl Machine {
    /// Keeps the `self` of the frame that a `NameError` or `AttributeError` is raised in.
    pub(crate) fn keep_self(&mut self, frame: &Frame, raise: Raise) {
        if ![class::NAME_ERROR, class::ATTRIBUTE_ERROR].contains(&self.exception_class(raise))
            || !self.exception(raise.0).is_some_and(|e| e.traceback.is_empty() && e.dict.id().is_some())
        {
            return;
        }
        let place = frame.code.code.locals.iter().position(|local| &*local.name == "self");
        if let Some(this @ Value::Ref(_)) = place.and_then(|place| frame.slots.get(place)) {
            self.set_exception_field(raise, SELF, this.clone());
        }
    }

    /// What follows the message of an exception in a traceback; empty for most.
    pub(crate) fn suggestion(&self, exception: &Exception) -> String {
        let is_name_error = self.is_subclass(exception.class, class::NAME_ERROR);
        if !is_name_error && !self.is_subclass(exception.class, class::ATTRIBUTE_ERROR) {
            return String::new();
        }
        let field = |name: &str| self.dict_get_str(exception.dict.id()?, &name.into());
        let Some(Value::Str(wrong)) = field("name") else { return String::new() };
        let this = field(SELF);
        let mut text = String::new();
        let meant = if is_name_error {
            self.meant_variable(exception, this.as_ref(), &wrong)
        } else {
            field("obj").and_then(|object| self.meant_attribute(&object, this.as_ref(), &wrong))
        };
        if let Some(meant) = &meant {
            text = format!(". Did you mean: '{meant}'?");
        }
        let standard = || {
            let here = interleave_library::find(&wrong).is_some() && !NOT_STANDARD.contains(&&*wrong);
            here || NOT_HERE.contains(&format!(" {wrong} "))
        };
        if is_name_error && standard() {
            let or = if meant.is_some() { " Or did" } else { ". Did" };
            text += &format!("{or} you forget to import '{wrong}'?");
        }
        text
    }

    fn meant_variable(&self, exception: &Exception, this: Option<&Value>, wrong: &Str) -> Option<String> {
        let entry = exception.traceback.first()?;
        if this.is_some_and(|this| self.names_in(this).contains(wrong)) {
            return Some(format!("self.{wrong}"));
        }
        let code = self.code(entry.code).code.clone();
        let dicts = [self.image.globals, self.image.builtins];
        let names = dicts.into_iter().flatten().flat_map(|dict| self.names_of(dict));
        let names: Vec<Str> = names.collect();
        let locals = code.locals.iter().map(|local| &*local.name);
        let names: Vec<&str> = locals.chain(names.iter().map(|name| &**name)).collect();
        closest(&names, wrong).map(str::to_string)
    }

    fn meant_attribute(&self, object: &Value, this: Option<&Value>, wrong: &str) -> Option<String> {
        let is_own = this.is_some_and(|this| this.id() == object.id());
        let names = self.names_in(object);
        let shown = |name: &&str| is_own || wrong.starts_with('_') || !name.starts_with('_');
        let names: Vec<&str> = names.iter().map(|name| &**name).filter(shown).collect();
        closest(&names, wrong).map(str::to_string)
    }

    fn names_of(&self, dict: Id) -> impl Iterator<Item = Str> {
        self.keyword_items(&Value::Ref(dict)).into_iter().map(|(name, _)| name)
    }

    /// The names of an object's attributes, sorted: `dir`.
    pub(crate) fn names_in(&self, object: &Value) -> Vec<Str> {
        let mut dicts = Vec::new();
        let mut class = Some(self.class_of(object));
        match self.as_object(object) {
            Some(Object::Instance(instance)) => dicts.push(instance.dict),
            Some(Object::Module { dict, .. }) => {
                dicts.push(*dict);
                class = None;
            }
            Some(Object::Class(_)) => class = object.id(),
            Some(Object::Exception(exception)) => dicts.extend(exception.dict.id()),
            Some(Object::Function(function)) => dicts.extend(function.dict.id()),
            _ => {}
        }
        if let Some(Object::Class(class)) = class.map(|class| self.heap.get(class)) {
            dicts.extend(class.mro.iter().filter_map(|&base| match self.heap.get(base) {
                Object::Class(base) => Some(base.dict),
                _ => None,
            }));
        }
        let mut names: Vec<Str> = dicts.into_iter().flat_map(|dict| self.names_of(dict)).collect();
        names.sort();
        names.dedup();
        names
    }
}
