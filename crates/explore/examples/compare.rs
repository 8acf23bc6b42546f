use interleave_explore::*;
use interleave_vm::*;
use std::collections::BTreeSet;
fn run(p: &std::rc::Rc<Program>, o: &Options, fuel: u64) -> Option<Report> {
    let mut e = Exploration::new(p, o.clone()).ok()?;
    let mut n = 0;
    while e.advance(500) == Progress::Searching { n += 500; if n > fuel { return None; } }
    Some(e.summary())
}
fn ends(r: &Report) -> BTreeSet<(Ending, Option<String>)> { r.outcomes.iter().map(|f| (f.outcome.ending, f.outcome.value.clone())).collect() }
fn main() {
    let only: Option<String> = std::env::args().nth(1);
    let states: usize = std::env::args().nth(2).and_then(|s| s.parse().ok()).unwrap_or(3000);
    for p in interleave_corpus::programs() {
        if !["threading", "concurrent", "queue"].iter().any(|n| p.source.contains(n)) { continue; }
        if let Some(o) = &only && o != "all" && !p.name.contains(o.as_str()) { continue; }
        let Ok(c) = Program::compile(p.source, &p.file()) else { continue };
        for model in [Model::Instruction, Model::Gil] { for time in [Time::Any, Time::Virtual] {
            let limits = Limits { steps: 20_000, ..Limits::default() };
            let o = Options { model, time, max_states: states, limits, ..Options::default() };
            let Some(f) = run(&c, &o, 40_000) else { continue };
            if !f.proved { continue }
            let d = Options { reduce: Reduce::Dpor, max_traces: 20_000, ..o };
            let Some(r) = run(&c, &d, 3_000_000) else { println!("{} {model:?} {time:?}: slow", p.name); continue };
            let same = ends(&f) == ends(&r);
            let tr = f.traces == r.traces;
            let mark = if !same && r.gap.is_none() { "WRONG" } else if !same {"few"} else if !tr && r.gap.is_none() { "traces" } else { "ok" };
            println!("{mark} {} {model:?} {time:?}: full {} states {} moves {:?} traces {} outcomes; dpor {} moves {:?} traces + {:?} {} outcomes {}", p.name, f.states.unwrap_or(0), f.operations, f.traces.as_ref().map(|t| t.to_string()), f.outcomes.len(), r.operations, r.traces.as_ref().map(|t| t.to_string()), r.redundant, r.outcomes.len(), r.gap.unwrap_or_default());
        }}
    }
}
