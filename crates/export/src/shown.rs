//! What steps did, as JSON.

use interleave_schedule::thread_letter;
use interleave_schedule::trace::Numbers;
use interleave_vm::effect::{Effect, Key, Place};
use interleave_vm::value::{Id, Value};
use interleave_vm::{Machine, Stream};
use serde_json::{Value as Json, json};

pub(crate) fn stream_name(stream: Stream) -> &'static str {
    match stream {
        Stream::Out => "out",
        Stream::Err => "err",
    }
}

/// Shows what steps did, with objects by their numbers.
pub(crate) struct Shown<'a> {
    machine: &'a Machine,
    numbers: Numbers,
}

impl<'a> Shown<'a> {
    pub(crate) fn new(machine: &'a Machine) -> Shown<'a> {
        Shown { machine, numbers: Numbers::default() }
    }

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

    pub(crate) fn effect(&mut self, effect: &Effect) -> Json {
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
