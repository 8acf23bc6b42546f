//! A module that is cut does what it did, wherever it is cut.

use interleave_split::{Cut, Shape, cut, note_calls};
use wasmi::{Caller, Engine, Extern, Instance, Linker, Module, Store};

const MOVABLE: [&str; 5] = ["count", "add_one", "twice", "swap", "sum"];

fn program() -> Vec<u8> {
    wat::parse_file("tests/program.wat").expect("wat")
}

/// What `run` gives, and how often the later module was brought. `bring` brings it as often as it is asked to.
fn run(first: &[u8], later: Option<&[u8]>) -> (i32, u32) {
    let engine = Engine::default();
    let mut store = Store::new(&engine, 0);
    let mut linker = Linker::new(&engine);
    let later = later.map(|later| Module::new(&engine, later).expect("a later module"));
    linker.func_wrap("host", "double", |number: i32| number * 2).expect("a function");
    let bring = move |mut caller: Caller<'_, u32>| {
        *caller.data_mut() += 1;
        let later = later.as_ref().expect("nothing to bring");
        let mut linker = Linker::new(caller.engine());
        for import in later.imports().filter(|import| import.module() == "first") {
            let shared: Extern = caller.get_export(import.name()).expect("an export");
            linker.define("first", import.name(), shared).expect("a definition");
        }
        linker.instantiate_and_start(&mut caller, later).expect("an instance");
    };
    linker.func_wrap("host", "bring", bring).expect("a function");
    let module = Module::new(&engine, first).expect("a module");
    let instance: Instance = linker.instantiate_and_start(&mut store, &module).expect("an instance");
    let run = instance.get_typed_func::<i32, i32>(&store, "run").expect("a function");
    let result = run.call(&mut store, 5).expect("a result");
    (result, *store.data())
}

#[test]
fn wherever_it_is_cut_it_does_what_it_did() {
    let whole = program();
    let (expected, _) = run(&whole, None);
    for chosen in 0..1_u32 << MOVABLE.len() {
        let moves = |name: &str| {
            MOVABLE.iter().position(|other| *other == name).is_some_and(|at| chosen >> at & 1 == 1)
        };
        let Cut { first, later, moved } = cut(&whole, "complete", moves).expect("two modules");
        assert_eq!(moved, chosen.count_ones() as usize);
        let (result, brought) = run(&first, Some(&later));
        // All functions are called: what moved is brought once, by the first of them.
        assert_eq!((result, brought), (expected, u32::from(moved > 0)), "{chosen:05b}");
    }
}

#[test]
fn what_others_reach_by_name_or_need_to_bring_the_rest_comes_first() {
    let Cut { moved, later, .. } = cut(&program(), "complete", |_| true).expect("two modules");
    assert_eq!((moved, Shape::read(&later).map(|shape| shape.bodies.len()).ok()), (MOVABLE.len(), None));
    assert!(cut(&program(), "bring", |_| true).is_err(), "an import is nothing that can bring");
    assert!(cut(b"\0asm", "complete", |_| true).is_err());
}

#[test]
fn calls_are_noted() {
    let engine = Engine::default();
    let mut store = Store::new(&engine, ());
    let mut linker = Linker::new(&engine);
    linker.func_wrap("host", "double", |number: i32| number * 2).expect("a function");
    linker.func_wrap("host", "bring", || ()).expect("a function");
    let noting = note_calls(&program()).expect("a module");
    let module = Module::new(&engine, noting).expect("a module");
    let instance = linker.instantiate_and_start(&mut store, &module).expect("an instance");
    let complete = instance.get_typed_func::<(), ()>(&store, "complete").expect("a function");
    complete.call(&mut store, ()).expect("a result");
    let called = instance.get_memory(&store, "called").expect("a memory");
    // Two functions are imported; the third is `complete`.
    assert_eq!(called.data(&store)[..8], [0, 0, 1, 0, 0, 0, 0, 0]);
}
