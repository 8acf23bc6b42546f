//! A module that is cut does what it did, wherever it is cut.

use interleave_split::{Cut, Datum, Linked, Shape, cut, note_calls};
use wasmi::{Caller, Engine, Extern, Instance, Linker, Module, Store};

const MOVABLE: [&str; 5] = ["count", "add_one", "twice", "swap", "sum"];

fn program() -> Vec<u8> {
    wat::parse_file("tests/program.wat").expect("wat")
}

/// What a linker would say of the program's data.
fn linked() -> Linked {
    let datum = |range, constant, refers: &[usize]| Datum { range, constant, refers: refers.to_vec() };
    Linked {
        data: vec![
            datum(16..17, false, &[]),
            datum(32..48, true, &[]),
            datum(48..64, true, &[]),
            datum(64..80, true, &[2]),
            datum(80..100, true, &[]),
            datum(100..134, true, &[]),
        ],
        coded: [0, 1, 3, 4].into(),
        outside: [].into(),
    }
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
        let Cut { first, later, moved, data } =
            cut(&whole, &linked(), "complete", moves).expect("two modules");
        assert_eq!(moved, chosen.count_ones() as usize);
        // With `twice` goes what it reads, with `sum` what that finds, too; what nobody reads goes at once.
        let goes = [(moves("twice"), 16), (moves("sum"), 32), (moves("add_one"), 20), (true, 34)];
        assert_eq!(data, goes.iter().filter(|(goes, _)| *goes).map(|(_, size)| size).sum::<usize>());
        for text in ["twice by sixteen", "sums of sixteen.", "a table of more", "what nobody reads"] {
            let has = |wasm: &[u8]| wasm.windows(text.len()).any(|window| window == text.as_bytes());
            assert!(has(&first) != has(&later), "{chosen:05b}: {text}");
        }
        let (result, brought) = run(&first, Some(&later));
        // All functions are called: what moved is brought once, by the first of them.
        assert_eq!((result, brought), (expected, u32::from(moved > 0)), "{chosen:05b}");
    }
}

#[test]
fn data_stays_that_is_written_or_may_be_meant_by_another_address() {
    let moved = |change: fn(&mut Linked)| {
        let mut linked = linked();
        change(&mut linked);
        cut(&program(), &linked, "complete", |name| MOVABLE.contains(&name)).expect("two modules").data
    };
    let all = moved(|_| {});
    assert_eq!(all, 16 + 32 + 20 + 34);
    assert_eq!(moved(|linked| linked.data[4].constant = false), all - 20);
    assert_eq!(moved(|linked| linked.outside = [4].into()), all - 20);
    // Code refers to it, but no function has its address: it may be folded into another number.
    assert_eq!(moved(|linked| linked.coded.extend([5])), all - 34);
    assert_eq!(moved(|linked| *linked = Linked::default()), 0);
}

#[test]
fn what_a_linker_says_is_read() {
    let linked = Linked::read(&wat::parse_file("tests/linked.wat").expect("wat")).expect("relocations");
    let datum = |range, constant, refers: &[usize]| Datum { range, constant, refers: refers.to_vec() };
    let data =
        vec![datum(1024..1032, true, &[1]), datum(1032..1036, true, &[]), datum(1036..1040, false, &[0])];
    assert_eq!(linked, Linked { data, coded: [0, 1].into(), outside: [1].into() });
    assert!(Linked::read(&program()).is_err(), "it has no relocations");
}

#[test]
fn what_others_reach_by_name_or_need_to_bring_the_rest_comes_first() {
    let Cut { moved, later, .. } = cut(&program(), &linked(), "complete", |_| true).expect("two modules");
    assert_eq!((moved, Shape::read(&later).map(|shape| shape.bodies.len()).ok()), (MOVABLE.len(), None));
    assert!(cut(&program(), &linked(), "bring", |_| true).is_err(), "an import is nothing that can bring");
    assert!(cut(b"\0asm", &linked(), "complete", |_| true).is_err());
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
