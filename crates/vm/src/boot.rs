//! Making a machine: the built-in classes and functions, the library, the program.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use interleave_library::{Module, find};

use crate::class::{self, BUILTIN, Class, Traits};
use crate::code::{Code, Const};
use crate::dict::Dict;
use crate::effect::Stream;
use crate::frame::{Frame, LoadedCode, Origin, Spare, Then, Thread, ThreadId};
use crate::heap::Heap;
use crate::library::{self, Library};
use crate::limits::Limits;
use crate::machine::{Image, Machine};
use crate::marshal::Piece;
use crate::native::Native;
use crate::natives;
use crate::object::{Instance, Object};
use crate::pages::Pages;
use crate::program::Program;
use crate::text::Str;
use crate::value::{CodeId, Id, Value};

/// The switch interval that a program starts with, in microseconds, as CPython's.
pub const SWITCH_INTERVAL: u64 = 5_000;

thread_local! {
    /// Machines that have everything but a program, by the library's modules that were asked for, in their order: each is
    /// made once and copied.
    static BARE: RefCell<BTreeMap<Vec<&'static str>, Machine>> = const { RefCell::new(BTreeMap::new()) };
}

impl Machine {
    /// A machine that is about to run a program. `seed` is what makes `random` random.
    pub fn new(program: &Program, seed: u64, limits: Limits) -> Machine {
        let mut machine = Machine::with_library(&program.imports, &program.library);
        machine.limits = limits;
        machine.random = seed;
        machine.input = program.input.clone();
        machine.image_mut().source = Str::from(&*program.source);
        machine.image_mut().marks = program.marks();
        let globals = machine.new_dict();
        machine.image_mut().globals = Some(globals);
        let names = machine.names();
        for (name, value) in [(&names.name, "__main__"), (&names.file, &*program.file)] {
            machine.dict_set_str(globals, name, Value::str(value));
        }
        machine.dict_set_str(globals, &names.doc, Value::None);
        if let Some(Value::Ref(argv)) = machine.module_attribute("sys", "argv")
            && let Object::List(words) = machine.heap.get_mut(argv)
        {
            words[0] = Value::str(&*program.file);
        }
        let code = machine.load(&program.code, Origin::Program);
        let finalizes = machine.codes().any(|code| !code.internal && &*code.code.name == "__del__");
        machine.finalizes = finalizes;
        machine.workers_told_apart = crate::natives::pool::may_tell_workers_apart(&machine);
        let mut frame = machine.module_frame(code, globals);
        frame.then = Then::Finish;
        let object = machine.main_thread_object();
        let thread = Thread { frames: vec![frame], handling: Value::None, since: 0, object, daemon: false };
        machine.threads.push(Rc::new(thread));
        machine.clock = 0;
        machine.steps = 0;
        machine.extra_work = Cell::new(0);
        machine.heap.start_counting(limits.heap);
        machine
    }

    /// A machine without a program that has loaded some of the library.
    fn with_library(modules: &[&'static Module], library: &Library) -> Machine {
        let wanted: Vec<_> = modules.iter().map(|module| module.name).collect();
        if let Some(known) = BARE.with_borrow(|bare| bare.get(&wanted).cloned()) {
            return known;
        }
        let machine = match modules {
            [] => Machine::bare(library),
            [most @ .., last] => {
                let mut machine = Machine::with_library(most, library);
                machine.load_module(last, library);
                machine
            }
        };
        BARE.with_borrow_mut(|bare| bare.insert(wanted, machine.clone()));
        machine
    }

    /// A machine without a program and without the library's modules.
    fn bare(library: &Library) -> Machine {
        let mut machine = Machine {
            heap: Heap::default(),
            threads: Vec::new(),
            image: Rc::default(),
            clock: 0,
            steps: 0,
            output: Pages::default(),
            output_bytes: 0,
            limits: Limits::default(),
            extra_work: Cell::new(0),
            switch_interval: SWITCH_INTERVAL,
            random: 0,
            input: "".into(),
            input_read: 0,
            failures: Vec::new(),
            watched: BTreeMap::new(),
            finalizes: false,
            workers_told_apart: false,
            finalizers: Vec::new(),
            collects: false,
            exhausted: None,
            exit_status: None,
            left: false,
            exiting: false,
            current: ThreadId::MAIN,
            running: false,
            callers: Vec::new(),
            spare: Spare::default(),
            handling: Value::None,
            called_native: false,
            released: false,
            tick: 1,
            searching: false,
            looked_at: RefCell::default(),
            asked_time: false,
            workers_know: false,
            exploring: false,
            lives_matter: false,
            classes_change: false,
            telling_of_classes: false,
            recording: false,
            recording_memory: false,
            effects: Vec::new(),
        };
        machine.heap.start_counting(machine.limits.heap);
        for name in machine.names().all() {
            machine.image_mut().interned.insert(name.clone(), name);
        }
        machine.make_classes();
        machine.make_builtins(library);
        machine
    }

    fn image_mut(&mut self) -> &mut Image {
        Rc::make_mut(&mut self.image)
    }

    /// The one object for a text that names something.
    pub(crate) fn intern(&mut self, text: &str) -> Str {
        if let Some(known) = self.image.interned.get(text) {
            return known.clone();
        }
        let text = Str::from(text);
        self.image_mut().interned.insert(text.clone(), text.clone());
        text
    }

    fn make_classes(&mut self) {
        // Classes come first in the heap, in their order, so that their ids are known; their dicts follow.
        for _ in BUILTIN {
            self.heap.add(Object::Range(crate::object::Range { start: 0, stop: 0, step: 1 }));
        }
        for &(id, name, base) in BUILTIN {
            let dict = self.new_dict();
            let mut mro = vec![id];
            let bases = if base == id { Vec::new() } else { vec![base] };
            if let Some(Object::Class(base)) = bases.first().map(|&base| self.heap.get(base)) {
                mro.extend(&base.mro);
            }
            let name = Str::from(name);
            let layout = if self.is_exception(&mro) { class::BASE_EXCEPTION } else { id };
            let class = Class {
                name: name.clone(),
                qualname: name,
                module: if [class::LOCK, class::RLOCK].contains(&id) { "_thread" } else { "builtins" }.into(),
                bases,
                mro,
                dict,
                meta: class::TYPE,
                layout,
                traits: Traits::default(),
            };
            *self.heap.get_mut(id) = Object::Class(Box::new(class));
        }
        for (class, methods) in natives::methods() {
            let Object::Class(class) = self.heap.get(class) else { continue };
            let dict = class.dict;
            for method in methods {
                let name = self.intern(method.name);
                self.dict_set_str(dict, &name, Value::Native(Native(method)));
            }
        }
        let names = self.names();
        for unhashable in [class::LIST, class::DICT, class::SET] {
            let Object::Class(class) = self.heap.get(unhashable) else { continue };
            let dict = class.dict;
            self.dict_set_str(dict, &names.hash, Value::None);
        }
    }

    fn is_exception(&self, mro: &[Id]) -> bool {
        mro.contains(&class::BASE_EXCEPTION)
    }

    fn make_builtins(&mut self, library: &Library) {
        let dict = self.new_dict();
        self.image_mut().builtins = Some(dict);
        for &(id, name, _) in BUILTIN {
            let public = id >= class::BASE_EXCEPTION
                || matches!(
                    name,
                    "object"
                        | "type"
                        | "int"
                        | "bool"
                        | "float"
                        | "str"
                        | "bytes"
                        | "list"
                        | "tuple"
                        | "dict"
                        | "set"
                        | "frozenset"
                        | "range"
                        | "slice"
                        | "property"
                        | "staticmethod"
                        | "classmethod"
                        | "super"
                );
            let name = if public { name.to_string() } else { format!("__{name}__") };
            let name = self.intern(&name);
            self.dict_set_str(dict, &name, Value::Ref(id));
        }
        for (name, value) in [("EnvironmentError", class::OS_ERROR), ("IOError", class::OS_ERROR)] {
            let name = self.intern(name);
            self.dict_set_str(dict, &name, Value::Ref(value));
        }
        let constants = [
            ("NotImplemented", Value::NotImplemented),
            ("Ellipsis", Value::Ellipsis),
            ("__debug__", Value::Bool(true)),
        ];
        for (name, value) in constants {
            let name = self.intern(name);
            self.dict_set_str(dict, &name, value);
        }
        for function in natives::functions() {
            let name = self.intern(function.name);
            self.dict_set_str(dict, &name, Value::Native(Native(function)));
        }
        let name = self.names().name.clone();
        self.dict_set_str(dict, &name, Value::str("builtins"));
        for piece in library.builtins().iter() {
            self.run_library(piece, "builtins", dict, library);
        }
        let module = self.heap.add(Object::Module { name: "builtins".into(), dict });
        self.image_mut().modules.insert("builtins".into(), module);
    }

    /// Loads a module of the library, and those that it imports, unless it is there.
    fn load_module(&mut self, module: &Module, library: &Library) -> Id {
        if let Some(&known) = self.image.modules.get(module.name) {
            return known;
        }
        // A package comes before its modules, which it may import.
        let parent = module.name.rsplit_once('.').and_then(|(parent, _)| find(parent));
        let parent = parent.map(|parent| self.load_module(parent, library));
        if let Some(&known) = self.image.modules.get(module.name) {
            return known;
        }
        let dict = self.new_dict();
        let name = self.intern(module.name);
        let id = self.heap.add(Object::Module { name: name.clone(), dict });
        self.image_mut().modules.insert(name.clone(), id);
        let key = self.names().name.clone();
        self.dict_set_str(dict, &key, Value::Str(name));
        for native in library::natives_of(module.name) {
            let name = self.intern(native.name);
            self.dict_set_str(dict, &name, Value::Native(Native(native)));
        }
        // A program is made only when all that it needs is here.
        if let Some(piece) = library.piece(module) {
            self.run_library(&piece, module.name, dict, library);
        }
        if let (Some(parent), Some((_, child))) = (parent, module.name.rsplit_once('.')) {
            let child = self.intern(child);
            if let Object::Module { dict, .. } = *self.heap.get(parent) {
                self.dict_set_str(dict, &child, Value::Ref(id));
            }
        }
        id
    }

    /// Runs a piece of the library to its end.
    fn run_library(&mut self, piece: &Piece, name: &str, dict: Id, library: &Library) {
        for module in &piece.modules {
            self.load_module(module, library);
        }
        let origin = library::origin_of(name);
        let code = self.load(&piece.code, origin);
        let mut frame = self.module_frame(code, dict);
        self.settle(&mut frame);
        let complaints = self.text(Stream::Err);
        assert!(complaints.is_empty(), "the library's {name} raised: {complaints}");
    }

    pub(crate) fn module_frame(&self, code: CodeId, dict: Id) -> Frame {
        let code = self.image.codes[code.0 as usize].clone();
        let slots = vec![Value::Unbound; code.slots];
        let mut frame = Frame::new(code, slots, dict, Then::Finish);
        frame.locals = Some(dict);
        frame
    }

    /// Makes compiled code, and all code in it, ready to run.
    pub(crate) fn load(&mut self, code: &Rc<Code>, origin: Origin) -> CodeId {
        let consts = code.consts.iter().map(|constant| self.load_const(constant, origin)).collect();
        let names: Vec<_> = code.names.iter().map(|name| self.intern(name)).collect();
        let parameters = (code.arg_count + code.keyword_only_count) as usize
            + usize::from(code.has_varargs)
            + usize::from(code.has_varkeywords);
        let simple = (parameters == code.arg_count as usize).then_some(parameters);
        let id = CodeId(self.image.codes.len() as u32);
        let loaded = LoadedCode {
            id,
            code: code.clone(),
            instructions: code.instructions.clone(),
            consts,
            hints: vec![Cell::new(0); names.len()],
            names,
            slots: code.locals.len(),
            live: std::cell::OnceCell::new(),
            internal: origin != Origin::Program,
            observed: origin == Origin::Structures,
            observed_in_search: origin != Origin::Kept,
            simple,
            room: code.locals.len() + code.stack_size as usize,
            parameters,
        };
        self.image_mut().codes.push(Rc::new(loaded));
        id
    }

    fn load_const(&mut self, constant: &Const, origin: Origin) -> Value {
        match constant {
            Const::None => Value::None,
            Const::Ellipsis => Value::Ellipsis,
            Const::Bool(b) => Value::Bool(*b),
            Const::Int(i) => Value::Int(*i),
            Const::BigInt(big) => Value::int(big.clone()),
            Const::Float(f) => Value::Float(*f),
            Const::Imaginary(f) => self.imaginary(*f),
            Const::Str(text) => Value::Str(self.intern(text)),
            Const::Bytes(bytes) => Value::Bytes((**bytes).into()),
            Const::Tuple(items) => {
                let items = items.iter().map(|item| self.load_const(item, origin)).collect();
                self.new_tuple(items)
            }
            Const::FrozenSet(items) => {
                let set = self.heap.add(Object::FrozenSet(Box::new(Dict::of_set())));
                for item in items.iter() {
                    let item = self.load_const(item, origin);
                    if self.dict_set(set, item, Value::None).is_err() {
                        continue;
                    }
                }
                Value::Ref(set)
            }
            Const::Code(code) => Value::Code(self.load(code, origin)),
        }
    }

    /// An imaginary number, an object of the library's class.
    fn imaginary(&mut self, imag: f64) -> Value {
        let Some(Value::Ref(class)) = self.module_attribute("_complex", "complex") else {
            return Value::Float(imag);
        };
        let dict = self.new_dict();
        for (name, part) in [("real", 0.0), ("imag", imag)] {
            let name = self.intern(name);
            self.dict_set_str(dict, &name, Value::Float(part));
        }
        Value::Ref(self.heap.add(Object::Instance(Instance { class, dict, base: Value::Unbound })))
    }

    /// The `threading.Thread` object of the main thread, if the program can ask for it.
    fn main_thread_object(&mut self) -> Value {
        self.module_attribute("threading", "_main_thread").unwrap_or(Value::None)
    }

    /// A variable of a module of the library, if the module was loaded.
    pub(crate) fn module_attribute(&self, module: &str, name: &str) -> Option<Value> {
        let Object::Module { dict, .. } = *self.heap.get(*self.image.modules.get(module)?) else {
            return None;
        };
        self.dict_get_str(dict, &Str::from(name))
    }

    /// A built-in function or class, or a helper of the library's Python.
    pub(crate) fn builtin(&self, name: &str) -> Value {
        let dict = self.image.builtins.and_then(|dict| self.hashed(dict));
        dict.and_then(|dict| dict.get_text(name)).cloned().unwrap_or(Value::None)
    }

    /// `IMPORT_NAME`
    pub(crate) fn import_name(&mut self, name: &Str, from: &Value) -> Result<Value, crate::native::Raise> {
        let found = if from.is_none() { name.split('.').next().unwrap_or(name) } else { name };
        match self.image.modules.get(found) {
            Some(&module) => Ok(Value::Ref(module)),
            None => Err(self.module_not_found(name)),
        }
    }

    /// What is said of a module that is not there: the first of those that lead to it.
    fn module_not_found(&mut self, name: &str) -> crate::native::Raise {
        let ends = name.match_indices('.').map(|(at, _)| at).chain([name.len()]);
        let missing = ends.map(|end| &name[..end]).find(|part| !self.image.modules.contains_key(*part));
        let missing = missing.unwrap_or(name);
        let raise = self.raise(class::MODULE_NOT_FOUND_ERROR, format!("No module named '{missing}'"));
        let dict = self.new_dict();
        self.dict_set_str(dict, &Str::from("name"), Value::str(missing));
        if let Some(exception) = self.exception_mut(raise.0) {
            exception.dict = Value::Ref(dict);
        }
        raise
    }

    /// `IMPORT_FROM`
    pub(crate) fn import_from(&mut self, module: &Value, name: &Str) -> Result<Value, crate::native::Raise> {
        if let Some(Object::Module { name: parent, dict }) = self.as_object(module) {
            if let Some(value) = self.dict_get_str(*dict, name) {
                return Ok(value);
            }
            let parent = parent.clone();
            if let Some(&inner) = self.image.modules.get(format!("{parent}.{name}").as_str()) {
                return Ok(Value::Ref(inner));
            }
            let message = format!("cannot import name '{name}' from '{parent}' (unknown location)");
            return Err(self.raise(class::IMPORT_ERROR, message));
        }
        Err(self.raise(class::IMPORT_ERROR, format!("cannot import name '{name}'")))
    }

    /// `from module import *`
    pub(crate) fn import_star(&mut self, frame: &Frame, module: &Value) {
        let Some(Object::Module { dict, .. }) = self.as_object(module) else { return };
        let public: Vec<_> = self
            .keyword_items(&Value::Ref(*dict))
            .into_iter()
            .filter(|(name, _)| !name.starts_with('_'))
            .collect();
        let namespace = frame.locals.unwrap_or(frame.globals);
        for (name, value) in public {
            self.dict_set_str(namespace, &name, value);
        }
    }
}
