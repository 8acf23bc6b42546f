//! A run's trace as JSON: its form is described in this crate's README.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use interleave_schedule::trace::Numbers;
use interleave_schedule::{Runner, thread_letter};
use interleave_vm::effect::{Effect, Key, Place};
use interleave_vm::value::{Id, Value};
use interleave_vm::{LoadedCode, Machine, Model, Step, Stream, ThreadId};
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
    let mut shown = Shown { machine, numbers: Numbers::default() };
    let used = codes(machine, steps);
    let events = steps.iter().zip(0..).map(|(step, number)| Event {
        step: number,
        thread: thread_letter(step.thread),
        code: used.iter().position(|loaded| loaded.id == step.code).unwrap_or(0),
        at: (!machine.code(step.code).internal).then_some(step.at),
        effects: step.effects.iter().map(|effect| shown.effect(effect)).collect(),
    });
    let events = events.collect();
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

fn stream_name(stream: Stream) -> &'static str {
    match stream {
        Stream::Out => "out",
        Stream::Err => "err",
    }
}

/// Shows what steps did, with objects by their numbers.
struct Shown<'a> {
    machine: &'a Machine,
    numbers: Numbers,
}

impl Shown<'_> {
    fn access(&mut self, kind: &str, place: &Place, value: &Value) -> Json {
        let object = self.numbers.object(place.object);
        let at = self.place(&place.key);
        json!({ "kind": kind, "object": object, "place": at, "value": self.value(value) })
    }

    fn on(&mut self, kind: &str, object: &Id) -> Json {
        json!({ "kind": kind, "object": self.numbers.object(*object) })
    }

    fn with(&mut self, kind: &str, object: &Id, key: &str, value: impl Into<Json>) -> Json {
        let value: Json = value.into();
        json!({ "kind": kind, "object": self.numbers.object(*object), key: value })
    }

    fn effect(&mut self, effect: &Effect) -> Json {
        match effect {
            Effect::Read { place, value } => self.access("read", place, value),
            Effect::Write { place, value } => self.access("write", place, value),
            Effect::Delete { place } => {
                let at = self.place(&place.key);
                self.with("delete", &place.object, "place", at)
            }
            Effect::Acquire { object, depth } => self.with("acquire", object, "depth", *depth),
            Effect::AcquireFailed { object } => self.on("acquire failed", object),
            Effect::Release { object, depth } => self.with("release", object, "depth", *depth),
            Effect::Set { object } => self.on("set", object),
            Effect::Clear { object } => self.on("clear", object),
            Effect::Waited { object, set } => self.with("waited", object, "set", *set),
            Effect::Enqueue { object } => self.on("enqueue", object),
            Effect::Notify { object, woken } => self.with("notify", object, "woken", *woken),
            Effect::Wake { object, notified } => self.with("wake", object, "notified", *notified),
            Effect::Arrive { object, index } => self.with("arrive", object, "index", *index),
            Effect::Open { object, broken } => self.with("open", object, "broken", *broken),
            Effect::Pass { object, broken } => self.with("pass", object, "broken", *broken),
            Effect::Put { object, done } => self.with("put", object, "done", *done),
            Effect::Take { object, done } => self.with("take", object, "done", *done),
            Effect::TaskDone { object } => self.on("task done", object),
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
                self.with("database", object, "statement", statement.as_str())
            }
            Effect::Raise { exception } => self.on("raise", exception),
        }
    }

    fn place(&mut self, key: &Key) -> Json {
        match key {
            Key::Global(name) => json!({ "global": name.as_str() }),
            Key::Attribute(name) => json!({ "attribute": name.as_str() }),
            Key::Cell(name) => json!({ "variable": name.as_str() }),
            Key::Item(key) => json!({ "item": self.value(key) }),
            Key::Whole => json!("whole"),
        }
    }

    /// What JSON has is JSON; the rest is an object that says what it is.
    fn value(&mut self, value: &Value) -> Json {
        match value {
            Value::None => Json::Null,
            Value::Bool(b) => json!(b),
            Value::Int(int) => json!(int),
            Value::Str(text) => json!(text.as_str()),
            Value::Float(float) if float.is_finite() => json!(float),
            Value::Float(float) => json!({ "float": float.to_string() }),
            Value::Big(big) => json!({ "int": big.to_string() }),
            Value::Bytes(bytes) => json!({ "bytes": bytes.to_vec() }),
            Value::Code(code) => json!({ "code": &*self.machine.code(*code).code.qualname }),
            Value::Native(native) => json!({ "function": native.0.name }),
            Value::Ref(id) => json!({ "object": self.numbers.object(*id) }),
            Value::Unbound => json!({ "none": "unbound" }),
            Value::NotImplemented => json!({ "none": "NotImplemented" }),
            Value::Ellipsis => json!({ "none": "..." }),
        }
    }
}
