//! What the library does to the program's own objects is seen, although its instructions are not steps.

use interleave_vm::{Effect, Limits, Machine, Program, ThreadId};

/// How many writes each line of a program makes to memory that threads can share.
fn writes(source: &str) -> Vec<(u32, usize)> {
    let program = Program::compile(source, "program.py").expect("compiles");
    let mut machine = Machine::new(&program, 1, Limits::default());
    let mut lines: Vec<(u32, usize)> = Vec::new();
    while machine.runnable().contains(&ThreadId::MAIN) {
        let line = machine.position(ThreadId::MAIN).map_or(0, |position| position.span.line);
        let step = machine.step(ThreadId::MAIN).expect("can go on");
        let count = step.effects.iter().filter(|effect| matches!(effect, Effect::Write { .. })).count();
        match lines.last_mut() {
            Some((last, sum)) if *last == line => *sum += count,
            _ => lines.push((line, count)),
        }
    }
    lines
}

#[test]
fn a_deque_is_written_to_by_append() {
    let lines = writes("from collections import deque\nd = deque()\nd.append(1)\nlen(d)\n");
    let of = |line| lines.iter().find(|(at, _)| *at == line).map(|(_, count)| *count);
    assert!(of(3).is_some_and(|count| count > 0), "{lines:?}");
    assert_eq!(of(4), Some(0), "{lines:?}");
}

#[test]
fn a_dataclass_writes_its_fields() {
    let source = "from dataclasses import dataclass\n@dataclass\nclass P:\n    x: int\np = P(1)\n";
    let lines = writes(source);
    assert_eq!(lines.last().map(|(line, _)| *line), Some(5));
    assert!(lines.last().is_some_and(|(_, count)| *count >= 2), "{lines:?}");
}

#[test]
fn containers_of_the_library_show_their_contents() {
    let source = "from collections import Counter, deque\nfrom enum import Enum\nclass Light(Enum):\n    RED = 1\n\
                  d = deque([5, 6])\nc = Counter('aab')\nlight = Light.RED\n";
    let program = Program::compile(source, "program.py").expect("compiles");
    let mut machine = Machine::new(&program, 1, Limits::default());
    while machine.runnable().contains(&ThreadId::MAIN) {
        machine.step(ThreadId::MAIN).expect("can go on");
    }
    let variables = machine.variables();
    let shown = |path: &str| {
        let found = variables.iter().find(|found| found.path == path);
        found.map(|found| machine.short(&found.value)).unwrap_or_default()
    };
    assert_eq!(shown("d"), "deque([5, 6])");
    assert_eq!(shown("d[1]"), "6");
    assert_eq!(shown("c"), "Counter({'a': 2, 'b': 1})");
    assert_eq!(shown("c['a']"), "2");
    assert_eq!(shown("light"), "Light.RED");
}
