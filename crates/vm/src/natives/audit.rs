//! Every native function is called with all kinds of arguments, too few and too many: it may raise, but not panic.

use std::panic::{AssertUnwindSafe, catch_unwind};

use interleave_library::MODULES;

use crate::frame::ThreadId;
use crate::library;
use crate::limits::Limits;
use crate::machine::Machine;
use crate::native::{Args, Native, NativeDef};
use crate::program::Program;
use crate::text::Str;
use crate::value::Value;

/// One of each kind of value that a program can have.
const SAMPLES: &str = r#"
import threading, queue, time, sys
class Plain: pass
class Text(str): pass
class Items(list): pass
class Number(int): pass
class Mapping(dict): pass
class Odd:
    def __eq__(self, other): return NotImplemented
    def __hash__(self): return 1
    def __len__(self): return -1
    def __iter__(self): return iter([1])
    def __index__(self): return 3
    @property
    def x(self): return 1
def function(a, b=1, *c, d, **e): return a
def generator(): yield 1
async def coroutine(): pass
async def ticker(): yield 1
started = generator()
next(started)
ended = generator()
list(ended)
try:
    [][1]
except IndexError as e:
    error = e
group = [e.__traceback__ for e in [error]]
shrunk = {1: 1, 2: 2}
over = iter(shrunk)
next(over)
shrunk.clear()
samples = [
    None, True, False, 0, 1, -1, 7, 2**63 - 1, -2**63, 2**63, -2**100, 10**300, 0.0, -0.0, 1.5, -1e308, float("inf"), float("nan"),
    "", "a", "a b,c", "{0} {x!r:>5} {", "%s %(a)d %", "naïve ½ ß", "12", "-0x1f", ">10.3f", "utf-8", "__class__", b"", b"a b", bytes(range(256)),
    [], [1, 2, 3], ["b", "a"], [None, 1, "a"], (), (1,), (1, "a", None), {}, {"a": 1}, {1: 2, (1, 2): 3}, set(), {1, 2}, frozenset(), frozenset("ab"),
    range(0), range(5), range(10, 0, -3), range(-2**62, 2**62), slice(None), slice(1, -1, 2), slice(5, None, -1), slice(None, None, 0),
    int, str, list, dict, type, object, ValueError, Exception, Plain, Odd, threading.Thread,
    Plain(), Odd(), Text("abc"), Items([1]), Number(5), Mapping(a=1), function, function.__get__, [].append, len, print, str.join, generator(), started, ended, coroutine(), ticker(),
    iter([1]), iter("ab"), iter({1: 2}), reversed([1, 2]), iter(()), over, {1: 2}.keys(), {1: 2}.values(), {1: 2}.items(), enumerate([1]),
    error, error.__traceback__, ValueError(), ValueError("a", 1), KeyError("a"), StopIteration(1), SystemExit(3), OSError(1, "a"), NotImplemented, ...,
    property(function), Odd.x, staticmethod(function), classmethod(function), super(Items, Items([1])), sys, function.__code__,
    threading.Lock(), threading.RLock(), threading.Event(), threading.Condition(), threading.Semaphore(2), threading.Barrier(2), queue.Queue(), queue.SimpleQueue(),
    threading.local(), threading.current_thread(), threading.Thread(target=print),
]
"#;

fn machine_and_samples() -> (Machine, Vec<Value>) {
    let program = Program::compile(SAMPLES, "samples.py").expect("the samples compile");
    let limits = Limits { size: 200_000, digits: 1_000, work: 3_000_000, ..Limits::default() };
    let mut machine = Machine::new(&program, 1, limits);
    while let [thread, ..] = *machine.runnable() {
        machine.run(thread, 1_000_000, crate::step::Model::Instruction).expect("the thread can go on");
    }
    let warning = "sys:1: RuntimeWarning: coroutine 'coroutine' was never awaited\n";
    assert!(machine.text(crate::effect::Stream::Err).starts_with(warning));
    let list = machine.dict_get_str(machine.globals(), &Str::from("samples")).expect("the samples are there");
    let samples = machine.native_items(&list).expect("the samples are a list");
    let mut all = samples;
    // What the library's Python makes of its own: locks and queues themselves.
    let places = machine.heap.places() as u32;
    let inner = (0..places)
        .map(crate::value::Id)
        .filter(|id| matches!(machine.heap.get(*id), crate::object::Object::Sync(_)));
    all.extend(inner.map(Value::Ref));
    (machine, all)
}

/// A small generator of numbers: what is tried is the same in each run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % most as u64) as usize
    }
}

fn natives() -> Vec<&'static NativeDef> {
    let mut all: Vec<&'static NativeDef> = super::functions().collect();
    all.extend(super::methods().into_iter().flat_map(|(_, methods)| methods));
    all.extend(MODULES.iter().flat_map(|module| library::natives_of(module.name)));
    all
}

const NAMES: [&str; 8] = ["key", "default", "timeout", "sep", "end", "reverse", "maxsize", "nonsense"];

#[test]
fn no_native_function_panics() {
    let (machine, samples) = machine_and_samples();
    let mut dice = Dice(1);
    let mut wrong = Vec::new();
    let rounds: usize = std::env::var("INTERLEAVE_FUZZ").ok().and_then(|n| n.parse().ok()).unwrap_or(1);
    let own = |native: &NativeDef, class: &crate::value::Id| {
        super::methods()
            .into_iter()
            .any(|(id, methods)| id == *class && methods.iter().any(|m| std::ptr::eq(m, native)))
    };
    for native in natives() {
        // A method is most often called on an object that it belongs to.
        let fitting: Vec<_> = samples
            .iter()
            .filter(|sample| {
                let class = machine.class_of(&machine.base_of(sample));
                own(native, &class)
            })
            .cloned()
            .collect();
        for round in 0..rounds * 60 {
            let count = dice.below(5);
            let mut values: Vec<_> = (0..count).map(|_| samples[dice.below(samples.len())].clone()).collect();
            if round % 4 != 0 && !fitting.is_empty() && !values.is_empty() {
                values[0] = fitting[dice.below(fitting.len())].clone();
            }
            let named = if dice.below(3) == 0 { dice.below(3) } else { 0 };
            let keywords: Vec<_> = (0..named)
                .map(|_| {
                    (Str::from(NAMES[dice.below(NAMES.len())]), samples[dice.below(samples.len())].clone())
                })
                .collect();
            let args = Args { values: &values, keywords: &keywords };
            let mut copy = machine.clone();
            let done = catch_unwind(AssertUnwindSafe(|| {
                if let Some(gate) = native.gate {
                    gate(&copy, ThreadId::MAIN, args);
                }
                drop(copy.run_native(Native(native), args));
            }));
            if done.is_err() {
                wrong.push(format!("{}({values:?}, {keywords:?})", native.name));
            }
        }
    }
    wrong.dedup_by_key(|call| call.split('(').next().map(str::to_owned));
    assert!(wrong.is_empty(), "{} panic:\n{}", wrong.len(), wrong.join("\n"));
}
