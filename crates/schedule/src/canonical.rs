//! Steps as bytes, the same on every machine.
//!
//! Every variable part has its length before it and every choice its tag, so that different steps never have the same
//! bytes. Numbers are little-endian. A float that is not a number has many bit patterns, which differ between
//! processors: all of them are written as one.

use interleave_vm::effect::{Effect, Key, Place};
use interleave_vm::value::{Id, Value};
use interleave_vm::{Step, Stream};

/// Appends a step.
pub(crate) fn write_step(step: &Step, out: &mut Vec<u8>) {
    out.extend(step.thread.0.to_le_bytes());
    out.extend(step.code.0.to_le_bytes());
    out.extend(step.at.to_le_bytes());
    out.extend((step.effects.len() as u32).to_le_bytes());
    for effect in &step.effects {
        write_effect(effect, out);
    }
}

fn write_effect(effect: &Effect, out: &mut Vec<u8>) {
    match effect {
        Effect::Read { place, value } => write_access(0, place, Some(value), out),
        Effect::Write { place, value } => write_access(1, place, Some(value), out),
        Effect::Delete { place } => write_access(2, place, None, out),
        Effect::Acquire { object, depth } => write_sync(3, *object, *depth, out),
        Effect::AcquireFailed { object } => write_sync(4, *object, 0, out),
        Effect::Release { object, depth } => write_sync(5, *object, *depth, out),
        Effect::Set { object } => write_sync(6, *object, 0, out),
        Effect::Clear { object } => write_sync(7, *object, 0, out),
        Effect::Waited { object, set } => write_sync(8, *object, u32::from(*set), out),
        Effect::Put { object, done } => write_sync(9, *object, u32::from(*done), out),
        Effect::Take { object, done } => write_sync(10, *object, u32::from(*done), out),
        Effect::Start { thread } => write_tagged(11, &thread.0.to_le_bytes(), out),
        Effect::Finish => out.push(12),
        Effect::Join { thread, ended } => {
            write_tagged(13, &thread.0.to_le_bytes(), out);
            out.push(u8::from(*ended));
        }
        Effect::Sleep { microseconds } => write_tagged(14, &microseconds.to_le_bytes(), out),
        Effect::Output { stream, text } => {
            out.push(if *stream == Stream::Out { 15 } else { 16 });
            write_bytes(text.as_str().as_bytes(), out);
        }
        Effect::SwitchInterval { microseconds } => write_tagged(17, &microseconds.to_le_bytes(), out),
        Effect::Database { object, statement } => {
            write_sync(18, *object, 0, out);
            write_bytes(statement.as_str().as_bytes(), out);
        }
        Effect::Raise { exception } => write_sync(19, *exception, 0, out),
        Effect::Enqueue { object } => write_sync(20, *object, 0, out),
        Effect::Notify { object, woken } => write_sync(21, *object, *woken, out),
        Effect::Wake { object, notified } => write_sync(22, *object, u32::from(*notified), out),
        Effect::Arrive { object, index } => write_sync(23, *object, *index, out),
        Effect::Open { object, broken } => write_sync(24, *object, u32::from(*broken), out),
        Effect::Pass { object, broken } => write_sync(25, *object, u32::from(*broken), out),
        Effect::TaskDone { object } => write_sync(26, *object, 0, out),
    }
}

fn write_tagged(tag: u8, bytes: &[u8], out: &mut Vec<u8>) {
    out.push(tag);
    out.extend(bytes);
}

fn write_sync(tag: u8, object: Id, number: u32, out: &mut Vec<u8>) {
    write_tagged(tag, &object.0.to_le_bytes(), out);
    out.extend(number.to_le_bytes());
}

fn write_bytes(bytes: &[u8], out: &mut Vec<u8>) {
    out.extend((bytes.len() as u64).to_le_bytes());
    out.extend(bytes);
}

fn write_access(tag: u8, place: &Place, value: Option<&Value>, out: &mut Vec<u8>) {
    write_tagged(tag, &place.object.0.to_le_bytes(), out);
    match &place.key {
        Key::Global(name) => write_text(0, name.as_str(), out),
        Key::Attribute(name) => write_text(1, name.as_str(), out),
        Key::Cell(name) => write_text(2, name.as_str(), out),
        Key::Item(key) => {
            out.push(3);
            write_value(key, out);
        }
        Key::Whole => out.push(4),
    }
    if let Some(value) = value {
        write_value(value, out);
    }
}

fn write_text(tag: u8, text: &str, out: &mut Vec<u8>) {
    out.push(tag);
    write_bytes(text.as_bytes(), out);
}

fn write_value(value: &Value, out: &mut Vec<u8>) {
    match value {
        Value::Unbound => out.push(0),
        Value::None => out.push(1),
        Value::NotImplemented => out.push(2),
        Value::Ellipsis => out.push(3),
        Value::Bool(b) => write_tagged(4, &[u8::from(*b)], out),
        Value::Int(int) => write_tagged(5, &int.to_le_bytes(), out),
        Value::Big(big) => write_text(6, &big.to_string(), out),
        Value::Float(float) => {
            let bits = if float.is_nan() { u64::MAX } else { float.to_bits() };
            write_tagged(7, &bits.to_le_bytes(), out);
        }
        Value::Str(text) => write_text(8, text.as_str(), out),
        Value::Bytes(bytes) => {
            out.push(9);
            write_bytes(bytes, out);
        }
        Value::Code(code) => write_tagged(10, &code.0.to_le_bytes(), out),
        Value::Native(native) => write_text(11, native.0.name, out),
        Value::Ref(id) => write_tagged(12, &id.0.to_le_bytes(), out),
    }
}
