//! Who wrote what last.

use std::collections::BTreeMap;

use interleave_schedule::timeline::Mark as Event;
use interleave_vm::{Effect, Id, Key, Place, ThreadId, Value};

/// The writes of a run, by place, so that the last one before a step is found at once.
#[derive(Clone, Debug, Default)]
pub struct Writers {
    by_place: BTreeMap<(Id, String), Vec<Write>>,
    by_object: BTreeMap<Id, Vec<Write>>,
    seen: usize,
}

/// A write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Write {
    /// In which step, counted from 0.
    pub step: u64,
    /// Who wrote.
    pub thread: ThreadId,
}

impl Writers {
    /// Takes in what is new in the writes of a run.
    pub fn learn(&mut self, writes: &[Event]) {
        for event in &writes[self.seen.min(writes.len())..] {
            if let Effect::Write { place, .. } | Effect::Delete { place } = &event.effect {
                let write = Write { step: event.step, thread: event.thread };
                self.by_place.entry((place.object, key_of(place))).or_default().push(write);
                self.by_object.entry(place.object).or_default().push(write);
            }
        }
        self.seen = writes.len();
    }

    /// The last write before a step to a place, or to a part of the object that is there.
    pub fn last(&self, place: &Place, value: &Value, step: u64) -> Option<Write> {
        let to_place = self.at(place).and_then(|writes| last_before(writes, step));
        let to_parts = self.within(value).and_then(|writes| last_before(writes, step));
        to_place.into_iter().chain(to_parts).max_by_key(|write| write.step)
    }

    /// Whether any thread but the main one writes to a place in the run, or to a part of the object that is there.
    pub fn is_written_by_others(&self, place: &Place, value: &Value) -> bool {
        let by_others = |writes: &Vec<Write>| writes.iter().any(|write| write.thread != ThreadId::MAIN);
        self.at(place).is_some_and(by_others) || self.within(value).is_some_and(by_others)
    }

    fn at(&self, place: &Place) -> Option<&Vec<Write>> {
        self.by_place.get(&(place.object, key_of(place)))
    }

    fn within(&self, value: &Value) -> Option<&Vec<Write>> {
        self.by_object.get(&value.id()?)
    }
}

fn last_before(writes: &[Write], step: u64) -> Option<Write> {
    let before = writes.partition_point(|write| write.step < step);
    before.checked_sub(1).map(|last| writes[last])
}

fn key_of(place: &Place) -> String {
    match &place.key {
        Key::Global(name) | Key::Attribute(name) | Key::Cell(name) => name.to_string(),
        Key::Item(Value::Str(text)) => format!("'{}'", text.as_str()),
        Key::Item(Value::Int(index)) => index.to_string(),
        Key::Item(_) => "?".into(),
        Key::Whole => "*".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(step: u64, thread: u16, object: u32, key: Key) -> Event {
        let place = Place { object: Id(object), key };
        Event { step, thread: ThreadId(thread), effect: Effect::Write { place, value: Value::None } }
    }

    #[test]
    fn the_last_write_before_a_step() {
        let name = |name: &str| Key::Global(name.into());
        let mut writers = Writers::default();
        let mut events = vec![event(2, 0, 7, name("x")), event(5, 1, 7, name("x"))];
        writers.learn(&events);
        events.extend([event(6, 0, 7, name("y")), event(8, 2, 9, Key::Whole)]);
        writers.learn(&events);
        let place = |name: &str| Place { object: Id(7), key: Key::Global(name.into()) };
        let last = |name, value, step| writers.last(&place(name), &value, step).map(|w| (w.step, w.thread.0));
        assert_eq!(last("x", Value::None, 2), None);
        assert_eq!(last("x", Value::None, 5), Some((2, 0)));
        assert_eq!(last("x", Value::None, 99), Some((5, 1)));
        assert_eq!(last("y", Value::Ref(Id(9)), 8), Some((6, 0)));
        assert_eq!(last("y", Value::Ref(Id(9)), 9), Some((8, 2)));
        assert!(writers.is_written_by_others(&place("x"), &Value::None));
        assert!(!writers.is_written_by_others(&place("y"), &Value::None));
    }
}
