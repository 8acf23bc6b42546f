//! Binding the arguments of a call to a function's parameters, and what is said when they do not fit.

use crate::frame::LoadedCode;
use crate::machine::Machine;
use crate::native::{Binding, NativeDef, Raise};
use crate::natives::help::arguments;
use crate::object::Object;
use crate::text::Str;
use crate::traceback::suggestions::closest;
use crate::value::{Id, Value};

impl Machine {
    /// The slots of a new frame: parameters with their arguments, the rest unbound.
    ///
    /// # Errors
    /// `TypeError` in CPython's words if the arguments do not fit.
    pub(crate) fn bind_arguments(
        &mut self,
        function: Id,
        code: &LoadedCode,
        mut args: Vec<Value>,
        keywords: Vec<(Str, Value)>,
    ) -> Result<Vec<Value>, Raise> {
        let positional = code.code.arg_count as usize;
        let named = positional + code.code.keyword_only_count as usize;
        let given = args.len();
        let extra = if given > positional { args.split_off(positional) } else { Vec::new() };
        let mut slots = Vec::with_capacity(code.slots + code.code.stack_size as usize);
        slots.append(&mut args);
        slots.resize(code.slots, Value::Unbound);
        let has_varargs = code.code.has_varargs;
        let too_many = !extra.is_empty() && !has_varargs;
        if has_varargs {
            slots[named] = self.new_tuple(extra);
        }
        let rest = code.code.has_varkeywords.then(|| self.new_dict());
        if let Some(rest) = rest {
            slots[named + usize::from(has_varargs)] = Value::Ref(rest);
        }
        for (name, value) in keywords {
            let first = code.code.positional_only_count as usize;
            match (first..named).find(|&i| *code.code.locals[i].name == *name) {
                Some(place) if slots[place].is_unbound() => slots[place] = value,
                Some(_) => {
                    let function = self.function_name(function);
                    return Err(
                        self.type_error(format!("{function}() got multiple values for argument '{name}'"))
                    );
                }
                None => match rest {
                    Some(rest) => self.dict_set_str(rest, &name, value),
                    None => return Err(self.unexpected_keyword(function, code, &name)),
                },
            }
        }
        if too_many {
            return Err(self.too_many_arguments(function, code, given, &slots[positional..named]));
        }
        self.fill_defaults(function, code, &mut slots)?;
        Ok(slots)
    }

    fn fill_defaults(&mut self, id: Id, code: &LoadedCode, slots: &mut [Value]) -> Result<(), Raise> {
        let positional = code.code.arg_count as usize;
        let named = positional + code.code.keyword_only_count as usize;
        let Object::Function(function) = self.heap.get(id) else { return Ok(()) };
        let first_default = positional - function.defaults.len().min(positional);
        let mut missing = Vec::new();
        for (place, slot) in slots[..positional].iter_mut().enumerate() {
            if slot.is_unbound() {
                match place.checked_sub(first_default) {
                    Some(i) => *slot = function.defaults[i].clone(),
                    None => missing.push(place),
                }
            }
        }
        if !missing.is_empty() {
            return Err(self.missing_arguments(id, code, "positional", &missing));
        }
        let defaults = function.keyword_defaults.id();
        for (place, slot) in slots.iter_mut().enumerate().take(named).skip(positional) {
            if slot.is_unbound() {
                let name = Str::from(&*code.code.locals[place].name);
                match defaults.and_then(|dict| self.dict_get_str(dict, &name)) {
                    Some(value) => *slot = value,
                    None => missing.push(place),
                }
            }
        }
        if missing.is_empty() {
            Ok(())
        } else {
            Err(self.missing_arguments(id, code, "keyword-only", &missing))
        }
    }

    /// What is said of a native function that was given too few arguments.
    #[cold]
    pub(crate) fn missing_native_arguments(&mut self, native: &NativeDef, given: usize) -> Raise {
        let (name, bound) = (native.name, usize::from(native.binding != Binding::Static));
        let wanted = native.least as usize - bound;
        self.type_error(match given.checked_sub(bound) {
            None => format!("unbound method {name}() needs an argument"),
            Some(given) if name.starts_with("__") => {
                format!("expected {}, got {given}", arguments(wanted))
            }
            Some(given) if wanted == 1 => format!("{name}() takes exactly one argument ({given} given)"),
            Some(given) => format!("{name} expected at least {}, got {given}", arguments(wanted)),
        })
    }

    pub(crate) fn function_name(&self, id: Id) -> Str {
        match self.heap.get(id) {
            Object::Function(function) => function.qualname.clone(),
            _ => "?".into(),
        }
    }

    fn unexpected_keyword(&mut self, function: Id, code: &LoadedCode, name: &str) -> Raise {
        let only = &code.code.locals[..code.code.positional_only_count as usize];
        let positional_only = only.iter().any(|local| *local.name == *name);
        let function = self.function_name(function);
        let by_name =
            code.code.locals.iter().take((code.code.arg_count + code.code.keyword_only_count) as usize);
        let by_name: Vec<&str> = by_name.skip(only.len()).map(|local| &*local.name).collect();
        self.type_error(if positional_only {
            format!("{function}() got some positional-only arguments passed as keyword arguments: '{name}'")
        } else if let Some(meant) = closest(&by_name, name) {
            format!("{function}() got an unexpected keyword argument '{name}'. Did you mean '{meant}'?")
        } else {
            format!("{function}() got an unexpected keyword argument '{name}'")
        })
    }

    fn too_many_arguments(
        &mut self,
        id: Id,
        code: &LoadedCode,
        given: usize,
        keyword_only: &[Value],
    ) -> Raise {
        let name = self.function_name(id);
        let wanted = code.code.arg_count as usize;
        let defaults = match self.heap.get(id) {
            Object::Function(function) => function.defaults.len(),
            _ => 0,
        };
        let (wanted, plural) = match defaults {
            0 => (wanted.to_string(), wanted != 1),
            n => (format!("from {} to {wanted}", wanted - n), true),
        };
        let by_name = keyword_only.iter().filter(|slot| !slot.is_unbound()).count();
        let plural = if plural { "s" } else { "" };
        let message = if by_name > 0 {
            format!(
                "{name}() takes {wanted} positional argument{plural} but {given} positional argument{} (and {by_name} \
                 keyword-only argument{}) were given",
                if given == 1 { "" } else { "s" },
                if by_name == 1 { "" } else { "s" },
            )
        } else {
            let were = if given == 1 { "was" } else { "were" };
            format!("{name}() takes {wanted} positional argument{plural} but {given} {were} given")
        };
        self.type_error(message)
    }

    fn missing_arguments(&mut self, id: Id, code: &LoadedCode, kind: &str, missing: &[usize]) -> Raise {
        let name = self.function_name(id);
        let quoted: Vec<_> = missing.iter().map(|&i| format!("'{}'", code.code.locals[i].name)).collect();
        let list = match quoted.as_slice() {
            [one] => one.clone(),
            [one, two] => format!("{one} and {two}"),
            [most @ .., last] => format!("{}, and {last}", most.join(", ")),
            [] => String::new(),
        };
        let count = missing.len();
        let plural = if count == 1 { "" } else { "s" };
        self.type_error(format!("{name}() missing {count} required {kind} argument{plural}: {list}"))
    }
}
