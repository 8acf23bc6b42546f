//! What CPython shows is among what the search says can happen. Of programs whose output does not depend on the schedule,
//! the corpus has the one output; of the others, `scripts/seen` recorded all that 500 runs showed.

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use common::explore;
use interleave_corpus::programs;
use interleave_explore::{Ending, Exploration, Options, Progress};
use interleave_vm::{Limits, Model, Program};

/// The outputs that were seen, by model.
type Seen = BTreeMap<String, Vec<String>>;

fn seen(name: &str) -> Option<Seen> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/programs");
    let text = std::fs::read_to_string(folder.join(name).with_extension("seen")).ok()?;
    Some(serde_json::from_str(&text).expect("the file is as scripts/seen writes it"))
}

/// A text with threads called as Python 3.9 calls them: without the name of what they run.
fn as_of_old(text: &str) -> String {
    let mut parts = text.split("Thread-");
    let mut old = parts.next().unwrap_or_default().to_string();
    for part in parts {
        let number = part.find(|c: char| !c.is_ascii_digit()).unwrap_or(part.len());
        let (number, rest) = part.split_at(number);
        let behind = rest.strip_prefix(" (").and_then(|name| name.split_once(')'));
        old.extend(["Thread-", number, behind.map_or(rest, |(_, behind)| behind)]);
    }
    old
}

#[test]
fn every_output_that_cpython_showed_is_an_outcome() {
    let mut held = 0;
    for program in programs() {
        let Some(seen) = seen(program.name) else { continue };
        for (name, model) in [("gil", Model::Gil), ("instruction", Model::Instruction)] {
            let report = explore(program.source, Options { model, ..Options::default() });
            assert!(report.proved, "{} {name}: {:?}", program.name, report.gap);
            let old = model == Model::Instruction;
            let values = report.outcomes.iter().filter_map(|found| found.outcome.value.as_deref());
            let known: BTreeSet<_> =
                values.map(|value| if old { as_of_old(value) } else { value.into() }).collect();
            for output in &seen[name] {
                assert!(known.contains(output), "{} {name}: {output:?} is not in {known:?}", program.name);
                held += 1;
            }
        }
    }
    assert!(held >= 60, "only {held} outputs");
}

/// How many operations the search of a program with one output may take here.
const SHORT: u64 = 600;

#[test]
fn the_output_of_a_program_that_has_one_is_an_outcome() {
    let mut held = 0;
    for program in programs() {
        let threads = ["threading", "concurrent", "queue"].iter().any(|name| program.source.contains(name));
        let Some(out) = program.out.filter(|_| threads && !program.marks.deadlock) else { continue };
        let Ok(compiled) = Program::compile(program.source, &program.file()) else { continue };
        let limits = Limits { steps: 20_000, ..Limits::default() };
        let options = Options { limits, ..Options::default() };
        let mut exploration = Exploration::new(&compiled, options).expect("no expressions");
        if (0..4).all(|_| exploration.advance(SHORT) != Progress::Over) {
            continue;
        }
        let report = exploration.summary();
        if !report.proved {
            continue;
        }
        let shown = report.outcomes.iter().any(|found| {
            let known = &found.outcome;
            matches!(known.ending, Ending::Passes | Ending::Raises) && known.value.as_deref() == Some(out)
        });
        assert!(shown, "{}: {out:?} is not in {:?}", program.name, report.outcomes);
        held += 1;
    }
    assert!(held >= 30, "only {held} programs");
}
