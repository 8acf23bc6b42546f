//! What steps did, as JSON.

use interleave_schedule::thread_letter;
use interleave_schedule::trace::Numbers;
use interleave_vm::effect::{Effect, Key, Place};
use interleave_vm::value::{Id, Value};
use interleave_vm::{Machine, Stream};

use crate::json::{Json, one};

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
        Json::Object(vec![
            ("kind", kind.into()),
            ("object", object.into()),
            ("place", at),
            ("value", self.value(value)),
        ])
    }

    fn on(&mut self, kind: &str, object: &Id) -> Json {
        Json::Object(vec![("kind", kind.into()), ("object", self.numbers.object(*object).into())])
    }

    fn with(&mut self, kind: &str, object: &Id, key: &'static str, value: impl Into<Json>) -> Json {
        let object = self.numbers.object(*object);
        Json::Object(vec![("kind", kind.into()), ("object", object.into()), (key, value.into())])
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
            Effect::Start { thread } => {
                Json::Object(vec![("kind", "start".into()), ("thread", thread_letter(*thread).into())])
            }
            Effect::Finish => one("kind", "finish"),
            Effect::Join { thread, ended } => Json::Object(vec![
                ("kind", "join".into()),
                ("thread", thread_letter(*thread).into()),
                ("ended", (*ended).into()),
            ]),
            Effect::Sleep { microseconds } => {
                Json::Object(vec![("kind", "sleep".into()), ("microseconds", (*microseconds).into())])
            }
            Effect::Output { stream, text } => Json::Object(vec![
                ("kind", "output".into()),
                ("stream", stream_name(*stream).into()),
                ("text", text.as_str().into()),
            ]),
            Effect::SwitchInterval { microseconds } => Json::Object(vec![
                ("kind", "switch interval".into()),
                ("microseconds", (*microseconds).into()),
            ]),
            Effect::Database { object, statement } => {
                self.with("database", object, "statement", statement.as_str())
            }
            Effect::Raise { exception } => self.on("raise", exception),
        }
    }

    fn place(&mut self, key: &Key) -> Json {
        match key {
            Key::Global(name) => one("global", name.as_str()),
            Key::Attribute(name) => one("attribute", name.as_str()),
            Key::Cell(name) => one("variable", name.as_str()),
            Key::Item(key) => one("item", self.value(key)),
            Key::Whole => Json::from("whole"),
        }
    }

    /// What JSON has is JSON; the rest is an object that says what it is.
    fn value(&mut self, value: &Value) -> Json {
        match value {
            Value::None => Json::Null,
            Value::Bool(b) => Json::from(*b),
            Value::Int(int) => Json::from(*int),
            Value::Str(text) => Json::from(text.as_str()),
            Value::Float(float) if float.is_finite() => Json::float(*float),
            Value::Float(float) => one("float", float.to_string()),
            Value::Big(big) => one("int", big.to_string()),
            Value::Bytes(bytes) => {
                one("bytes", Json::List(bytes.iter().map(|byte| u32::from(*byte).into()).collect()))
            }
            Value::Code(code) => one("code", &*self.machine.code(*code).code.qualname),
            Value::Native(native) => one("function", native.0.name),
            Value::Ref(id) => one("object", self.numbers.object(*id)),
            Value::Unbound => one("none", "unbound"),
            Value::NotImplemented => one("none", "NotImplemented"),
            Value::Ellipsis => one("none", "..."),
        }
    }
}
