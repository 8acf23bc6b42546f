//! A run's trace as JSON.

use std::collections::BTreeSet;

use interleave_schedule::thread_letter;
use interleave_vm::{LoadedCode, Machine, Model, Step, ThreadId};
use serde::Serialize;
use serde_json::{Value as Json, json};

use crate::record::Record;
use crate::shown::{Shown, stream_name};

/// The version of the form.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct TraceFile<'a> {
    format: &'static str,
    version: u32,
    program: &'a str,
    seed: u64,
    model: &'static str,
    interval: Option<String>,
    schedule: String,
    explicit_schedule: String,
    verdict: &'a str,
    threads: Vec<Json>,
    codes: Vec<CodeBlock<'a>>,
    segments: Vec<(String, u64, u64)>,
    output: Vec<Json>,
    events: Vec<Event>,
}

#[derive(Serialize)]
struct CodeBlock<'a> {
    name: &'a str,
    library: bool,
    first_line: u32,
    instructions: Vec<Json>,
}

#[derive(Serialize)]
struct Event {
    step: u64,
    thread: String,
    code: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<u32>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    effects: Vec<Json>,
}

/// The trace of a run.
pub fn trace(record: &Record) -> impl Serialize + '_ {
    let Record { schedule, steps, end: machine, .. } = record;
    let model = match schedule.model {
        Model::Instruction => "instruction",
        Model::Gil => "gil",
    };
    let thread =
        |id: ThreadId| json!({ "letter": thread_letter(id), "name": machine.thread_name(id).as_str() });
    let mut shown = Shown::new(machine);
    let used = codes(machine, steps);
    let events = steps.iter().zip(0..).map(|(step, number)| Event {
        step: number,
        thread: thread_letter(step.thread),
        code: used.iter().position(|loaded| loaded.id == step.code).unwrap_or(0),
        at: (!machine.code(step.code).internal).then_some(step.at),
        effects: step.effects.iter().map(|effect| shown.effect(effect)).collect(),
    });
    let events = events.collect();
    let segments = record.segments.iter().map(|s| (thread_letter(s.thread), s.from, s.to));
    let output = machine.output().iter().map(|written| {
        let (thread, stream) = (thread_letter(written.thread), stream_name(written.stream));
        json!({ "step": written.step, "thread": thread, "stream": stream, "text": written.text.as_str() })
    });
    TraceFile {
        format: "interleave-trace",
        version: VERSION,
        program: &record.program,
        seed: schedule.seed,
        model,
        interval: schedule.interval.map(|interval| interval.to_string()),
        schedule: schedule.to_string(),
        explicit_schedule: record.explicit.to_string(),
        verdict: &record.verdict,
        threads: machine.threads().map(thread).collect(),
        codes: used.into_iter().map(code_block).collect(),
        segments: segments.collect(),
        output: output.collect(),
        events,
    }
}

/// The code that steps are in: the program's, then of the library's what other threads could see.
fn codes<'a>(machine: &'a Machine, steps: &[Step]) -> Vec<&'a LoadedCode> {
    let used: BTreeSet<_> = steps.iter().map(|step| step.code).collect();
    let mut used: Vec<_> = used.into_iter().map(|id| machine.code(id)).collect();
    used.sort_by_key(|loaded| loaded.internal);
    used
}

fn code_block(loaded: &LoadedCode) -> CodeBlock<'_> {
    let instructions = std::iter::zip(&loaded.code.instructions, &loaded.code.spans);
    let instructions = instructions.map(|(instruction, span)| {
        let place = [span.line, span.column, span.end_line, span.end_column];
        let arg = instruction.op.has_operand().then_some(instruction.arg);
        json!({ "op": instruction.op.name(), "arg": arg, "span": place })
    });
    CodeBlock {
        name: &loaded.code.qualname,
        library: loaded.internal,
        first_line: loaded.code.first_line,
        instructions: if loaded.internal { Vec::new() } else { instructions.collect() },
    }
}
