//! What the next instruction of a thread will read or write, told before it does.

use crate::code::Op;
use crate::effect::{Key, Operation, Place};
use crate::frame::Frame;
use crate::machine::Machine;
use crate::object::Object;
use crate::text::Str;
use crate::value::{Id, Value};

impl Machine {
    /// The shared place that the next instruction of a frame reads or writes, if it is one that does.
    pub(crate) fn memory_operation(&self, frame: &Frame) -> Operation {
        let Some(instruction) = frame.code.instructions.get(frame.ip as usize) else {
            return Operation::Local;
        };
        let arg = instruction.arg as usize;
        let name = |at: usize| frame.code.names[at].clone();
        let place = match instruction.op {
            Op::LoadGlobal => self.global(frame.globals, name(arg >> 1)),
            Op::LoadName => self.global(frame.locals.unwrap_or(frame.globals), name(arg)),
            Op::StoreGlobal | Op::DeleteGlobal => {
                return Operation::Write(Place { object: frame.globals, key: Key::Global(name(arg)) });
            }
            Op::StoreName | Op::DeleteName => {
                let object = frame.locals.unwrap_or(frame.globals);
                return Operation::Write(Place { object, key: Key::Global(name(arg)) });
            }
            Op::LoadDeref => frame.slots[arg]
                .id()
                .map(|object| Place { object, key: Key::Cell(self.slot_name(frame, arg)) }),
            Op::StoreDeref | Op::DeleteDeref => {
                let place = frame.slots[arg]
                    .id()
                    .map(|object| Place { object, key: Key::Cell(self.slot_name(frame, arg)) });
                return place.map_or(Operation::Local, Operation::Write);
            }
            Op::LoadAttr => self.attribute(frame.slots.last(), name(arg >> 1)),
            Op::StoreAttr | Op::DeleteAttr => {
                return self
                    .attribute(frame.slots.last(), name(arg))
                    .map_or(Operation::Local, Operation::Write);
            }
            Op::BinarySubscr => item(frame, 2, 1),
            Op::StoreSubscr | Op::DeleteSubscr => {
                return item(frame, 2, 1).map_or(Operation::Local, Operation::Write);
            }
            _ => None,
        };
        place.map_or(Operation::Local, Operation::Read)
    }

    fn global(&self, namespace: Id, name: Str) -> Option<Place> {
        self.dict_get_str(namespace, &name)?;
        Some(Place { object: namespace, key: Key::Global(name) })
    }

    fn attribute(&self, object: Option<&Value>, name: Str) -> Option<Place> {
        let id = object?.id()?;
        match self.heap.get(id) {
            Object::Instance(_) | Object::Class(_) => Some(Place { object: id, key: Key::Attribute(name) }),
            Object::Module { dict, .. } => Some(Place { object: *dict, key: Key::Global(name) }),
            _ => None,
        }
    }
}

fn item(frame: &Frame, container: usize, key: usize) -> Option<Place> {
    let top = frame.slots.len();
    let object = frame.slots.get(top.checked_sub(container)?)?.id()?;
    Some(Place { object, key: Key::Item(frame.slots.get(top - key)?.clone()) })
}
