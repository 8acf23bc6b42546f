//! A run's trace as JSON: its form is described in this crate's README.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use interleave_schedule::{Runner, thread_letter};
use interleave_vm::effect::{Effect, Key, Place};
use interleave_vm::value::{Id, Value};
use interleave_vm::{Machine, Model, Step, Stream, ThreadId};
use serde::Serialize;
use serde_json::{Value as Json, json};

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
    id: u32,
    name: &'a str,
    first_line: u32,
    instructions: Vec<Json>,
}

#[derive(Serialize)]
struct Event {
    step: u64,
    thread: String,
    code: u32,
    at: u32,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    effects: Vec<Json>,
}

/// Writes the trace of a run that is over.
pub(crate) fn write(
    path: &Path,
    program: &str,
    runner: &Runner,
    steps: &[Step],
    verdict: &str,
) -> io::Result<()> {
    let mut file = BufWriter::new(File::create(path)?);
    serde_json::to_writer(&mut file, &trace_file(program, runner, steps, verdict))?;
    file.write_all(b"\n")?;
    file.flush()
}

fn trace_file<'a>(program: &'a str, runner: &'a Runner, steps: &[Step], verdict: &'a str) -> TraceFile<'a> {
    let machine = runner.machine();
    let schedule = runner.schedule();
    let model = match schedule.model {
        Model::Instruction => "instruction",
        Model::Gil => "gil",
    };
    let thread =
        |id: ThreadId| json!({ "letter": thread_letter(id), "name": machine.thread_name(id).as_str() });
    let events = steps.iter().zip(0..).map(|(step, number)| Event {
        step: number,
        thread: thread_letter(step.thread),
        code: step.code.0,
        at: step.at,
        effects: step.effects.iter().map(effect_json).collect(),
    });
    let segments = runner.segments().iter().map(|s| (thread_letter(s.thread), s.from, s.to));
    let output = machine.output().iter().map(|written| {
        let (thread, stream) = (thread_letter(written.thread), stream_name(written.stream));
        json!({ "step": written.step, "thread": thread, "stream": stream, "text": written.text.as_str() })
    });
    TraceFile {
        format: "interleave-trace",
        version: VERSION,
        program,
        seed: schedule.seed,
        model,
        interval: schedule.interval.map(|interval| interval.to_string()),
        schedule: schedule.to_string(),
        explicit_schedule: runner.explicit_schedule().to_string(),
        verdict,
        threads: machine.threads().map(thread).collect(),
        codes: codes(machine),
        segments: segments.collect(),
        output: output.collect(),
        events: events.collect(),
    }
}

/// The program's own code, without the library's.
fn codes(machine: &Machine) -> Vec<CodeBlock<'_>> {
    let own = machine.codes().filter(|loaded| !loaded.internal);
    own.map(|loaded| CodeBlock {
        id: loaded.id.0,
        name: &loaded.code.qualname,
        first_line: loaded.code.first_line,
        instructions: std::iter::zip(&loaded.code.instructions, &loaded.code.spans)
            .map(|(instruction, span)| {
                let place = [span.line, span.column, span.end_line, span.end_column];
                let arg = instruction.op.has_operand().then_some(instruction.arg);
                json!({ "op": instruction.op.name(), "arg": arg, "span": place })
            })
            .collect(),
    })
    .collect()
}

fn stream_name(stream: Stream) -> &'static str {
    match stream {
        Stream::Out => "out",
        Stream::Err => "err",
    }
}

fn effect_json(effect: &Effect) -> Json {
    let access = |kind, place: &Place, value: &Value| json!({ "kind": kind, "object": place.object.0, "place": place_json(&place.key), "value": value_json(value) });
    let on = |kind, object: &Id| json!({ "kind": kind, "object": object.0 });
    match effect {
        Effect::Read { place, value } => access("read", place, value),
        Effect::Write { place, value } => access("write", place, value),
        Effect::Delete { place } => {
            json!({ "kind": "delete", "object": place.object.0, "place": place_json(&place.key) })
        }
        Effect::Acquire { object, depth } => json!({ "kind": "acquire", "object": object.0, "depth": depth }),
        Effect::AcquireFailed { object } => on("acquire failed", object),
        Effect::Release { object, depth } => json!({ "kind": "release", "object": object.0, "depth": depth }),
        Effect::Set { object } => on("set", object),
        Effect::Clear { object } => on("clear", object),
        Effect::Waited { object, set } => json!({ "kind": "waited", "object": object.0, "set": set }),
        Effect::Enqueue { object } => on("enqueue", object),
        Effect::Notify { object, woken } => json!({ "kind": "notify", "object": object.0, "woken": woken }),
        Effect::Wake { object, notified } => {
            json!({ "kind": "wake", "object": object.0, "notified": notified })
        }
        Effect::Arrive { object, index } => json!({ "kind": "arrive", "object": object.0, "index": index }),
        Effect::Open { object, broken } => json!({ "kind": "open", "object": object.0, "broken": broken }),
        Effect::Pass { object, broken } => json!({ "kind": "pass", "object": object.0, "broken": broken }),
        Effect::Put { object, done } => json!({ "kind": "put", "object": object.0, "done": done }),
        Effect::Take { object, done } => json!({ "kind": "take", "object": object.0, "done": done }),
        Effect::TaskDone { object } => on("task done", object),
        Effect::Start { thread } => json!({ "kind": "start", "thread": thread_letter(*thread) }),
        Effect::Finish => json!({ "kind": "finish" }),
        Effect::Join { thread, ended } => {
            json!({ "kind": "join", "thread": thread_letter(*thread), "ended": ended })
        }
        Effect::Sleep { microseconds } => json!({ "kind": "sleep", "microseconds": microseconds }),
        Effect::Output { stream, text } => {
            json!({ "kind": "output", "stream": stream_name(*stream), "text": text.as_str() })
        }
        Effect::SwitchInterval { microseconds } => {
            json!({ "kind": "switch interval", "microseconds": microseconds })
        }
        Effect::Database { object, statement } => {
            json!({ "kind": "database", "object": object.0, "statement": statement.as_str() })
        }
        Effect::Raise { exception } => on("raise", exception),
    }
}

fn place_json(key: &Key) -> Json {
    match key {
        Key::Global(name) => json!({ "global": name.as_str() }),
        Key::Attribute(name) => json!({ "attribute": name.as_str() }),
        Key::Cell(name) => json!({ "variable": name.as_str() }),
        Key::Item(key) => json!({ "item": value_json(key) }),
        Key::Whole => json!("whole"),
    }
}

/// What JSON has is JSON; the rest is an object that says what it is.
fn value_json(value: &Value) -> Json {
    match value {
        Value::None => Json::Null,
        Value::Bool(b) => json!(b),
        Value::Int(int) => json!(int),
        Value::Str(text) => json!(text.as_str()),
        Value::Float(float) if float.is_finite() => json!(float),
        Value::Float(float) => json!({ "float": float.to_string() }),
        Value::Big(big) => json!({ "int": big.to_string() }),
        Value::Bytes(bytes) => json!({ "bytes": bytes.to_vec() }),
        Value::Code(code) => json!({ "code": code.0 }),
        Value::Native(native) => json!({ "function": native.0.name }),
        Value::Ref(id) => json!({ "object": id.0 }),
        Value::Unbound => json!({ "none": "unbound" }),
        Value::NotImplemented => json!({ "none": "NotImplemented" }),
        Value::Ellipsis => json!({ "none": "..." }),
    }
}
