//! What a step touches that other threads may touch too, and which of two steps commute.

use std::rc::Rc;

use hashbrown::HashMap;
use interleave_vm::effect::{Key, Place, Stream};
use interleave_vm::{Effect, Id, Machine, Object, Operation, Statement, Str, Sync, ThreadId, Value};
use rustc_hash::FxBuildHasher;

/// A place that threads can share.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Location {
    /// The object it is in.
    pub object: Owner,
    /// Where in the object.
    pub spot: Spot,
}

/// What a shared place is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Owner {
    /// An object of the heap.
    Object(Id),
    /// Standard output.
    Output,
    /// The program's end, which ends its daemon threads.
    End,
    /// The clock, where the program asks what time it is.
    Clock,
    /// Which of a pool's workers are idle, where it makes a difference which of them takes a task.
    Workers,
}

/// Where in an object.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Spot {
    /// All of it: what is in it, how many, in which order.
    Whole,
    /// A variable, an attribute, or an item whose key is text.
    Name(Str),
    /// An item, by a key that is an integer.
    Index(i64),
    /// A row of a table, by its primary key; none stands for all rows.
    Row(Str, Option<Str>),
}

/// How a place is touched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// It is read, or waited for.
    Read,
    /// It is written: set to something that depends on the thread or on what was there.
    Write,
    /// It is set, which commutes with being set by another thread: `Event.set()`, and a worker's taking a task.
    Set,
}

/// A place and how it is touched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Access {
    /// The place, by its number in [`Places`].
    pub place: u32,
    /// How it is touched.
    pub kind: Kind,
}

/// All that a step touches, in order and each once.
pub type Footprint = Rc<[Access]>;

/// A footprint with one access more.
pub(crate) fn and(footprint: Footprint, access: Access) -> Footprint {
    match footprint.binary_search(&access) {
        Ok(_) => footprint,
        Err(place) => [&footprint[..place], &[access], &footprint[place..]].concat().into(),
    }
}

impl Spot {
    /// Whether two spots of one object have something in common.
    pub fn overlaps(&self, other: &Spot) -> bool {
        match (self, other) {
            (Spot::Row(table, key), Spot::Row(other, theirs)) => {
                table == other && (key.is_none() || theirs.is_none() || key == theirs)
            }
            (Spot::Whole, _) | (_, Spot::Whole) => true,
            _ => self == other,
        }
    }
}

impl Kind {
    /// Whether two accesses to one place, one of each kind, can be exchanged: the one table of what commutes.
    pub fn commutes(self, other: Kind) -> bool {
        matches!((self, other), (Kind::Read, Kind::Read) | (Kind::Set, Kind::Set))
    }
}

/// The shared places met so far, each with a number.
#[derive(Clone, Debug, Default)]
pub struct Places {
    /// Whether it makes a difference which of a pool's workers takes a task.
    pub workers_matter: bool,
    numbers: HashMap<Location, u32, FxBuildHasher>,
    locations: Vec<Location>,
}

impl Places {
    /// The number of a place.
    pub fn number(&mut self, location: Location) -> u32 {
        if let Some(&known) = self.numbers.get(&location) {
            return known;
        }
        let number = self.locations.len() as u32;
        self.locations.push(location.clone());
        self.numbers.insert(location, number);
        number
    }

    /// A place by its number.
    pub fn get(&self, number: u32) -> &Location {
        &self.locations[number as usize]
    }

    /// Whether two accesses do not commute.
    pub fn conflict(&self, a: Access, b: Access) -> bool {
        if a.kind.commutes(b.kind) {
            return false;
        }
        let (one, other) = (self.get(a.place), self.get(b.place));
        a.place == b.place || (one.object == other.object && one.spot.overlaps(&other.spot))
    }

    /// Whether two steps of different threads depend on each other: whether their order can make a difference.
    pub fn dependent(&self, a: &[Access], b: &[Access]) -> bool {
        a.iter().any(|&one| b.iter().any(|&other| self.conflict(one, other)))
    }

    fn add(&mut self, found: &mut Vec<Access>, object: Owner, spot: Spot, kind: Kind) {
        let access = Access { place: self.number(Location { object, spot }), kind };
        if !found.contains(&access) {
            found.push(access);
        }
    }

    /// The access to a place of memory.
    pub fn access(&mut self, machine: &Machine, place: &Place, kind: Kind) -> Access {
        let mut found = Vec::with_capacity(1);
        self.add_place(machine, &mut found, place, kind);
        found[0]
    }

    fn add_place(&mut self, machine: &Machine, found: &mut Vec<Access>, place: &Place, kind: Kind) {
        let object = match (machine.object(place.object), &place.key) {
            // By whichever name a variable is reached, it is an entry of one dict.
            (Object::Instance(instance), Key::Attribute(_)) => instance.dict,
            (Object::Class(class), Key::Attribute(_)) => class.dict,
            _ => place.object,
        };
        self.add(found, Owner::Object(object), spot_of(machine, place), kind);
    }

    /// What an effect touches. `output` says whether standard output counts.
    fn add_effect(
        &mut self,
        machine: &Machine,
        found: &mut Vec<Access>,
        thread: ThreadId,
        effect: &Effect,
        output: bool,
    ) {
        let (object, kind) = match effect {
            Effect::Read { place, .. } => return self.add_place(machine, found, place, Kind::Read),
            Effect::Write { place, .. } | Effect::Delete { place } => {
                return self.add_place(machine, found, place, Kind::Write);
            }
            Effect::Output { stream, .. } => {
                if output && *stream == Stream::Out {
                    self.add(found, Owner::Output, Spot::Whole, Kind::Write);
                }
                return;
            }
            Effect::Database { object, statement } => return self.add_statement(found, *object, statement),
            Effect::Start { .. } | Effect::Finish => {
                self.add_place(machine, found, &machine.thread_list(), Kind::Set);
                if matches!(effect, Effect::Finish) {
                    self.add_place(machine, found, &machine.aliveness(thread), Kind::Write);
                }
                return;
            }
            Effect::Put { object, .. } if is_tasks(machine, *object) => return self.add_workers(found),
            Effect::Take { object, .. } if is_tasks(machine, *object) => {
                self.add_workers(found);
                (*object, Kind::Set)
            }
            Effect::Set { object } => {
                if is_of_future(machine, *object) {
                    self.add_workers(found);
                    // What it is set to goes with it.
                    (*object, Kind::Write)
                } else {
                    (*object, Kind::Set)
                }
            }
            // Whoever waits without a time limit is told by what the operation was, below.
            Effect::Waited { .. } | Effect::Join { .. } => return,
            Effect::Acquire { object, .. }
            | Effect::AcquireFailed { object }
            | Effect::Release { object, .. }
            | Effect::Clear { object }
            | Effect::Enqueue { object }
            | Effect::Notify { object, .. }
            | Effect::Wake { object, .. }
            | Effect::Arrive { object, .. }
            | Effect::Open { object, .. }
            | Effect::Put { object, .. }
            | Effect::Take { object, .. }
            | Effect::TaskDone { object } => (*object, Kind::Write),
            Effect::Pass { object, .. } => (*object, Kind::Read),
            Effect::Sleep { .. } | Effect::SwitchInterval { .. } | Effect::Raise { .. } => return,
        };
        self.add(found, Owner::Object(object), Spot::Whole, kind);
    }

    /// A task was added or taken, or the work on one ended, which makes a worker idle.
    fn add_workers(&mut self, found: &mut Vec<Access>) {
        if self.workers_matter {
            self.add(found, Owner::Workers, Spot::Whole, Kind::Write);
        }
    }

    fn add_statement(&mut self, found: &mut Vec<Access>, object: Id, statement: &Statement) {
        for touch in &statement.touches {
            let kind = if touch.write { Kind::Write } else { Kind::Read };
            let spot = Spot::Row(touch.table.clone(), touch.key.clone());
            self.add(found, Owner::Object(object), spot, kind);
        }
    }

    /// What an operation that is told before it is done touches, besides its effects. `timed` says that it waits with a
    /// time limit, or does not wait at all.
    fn add_operation(
        &mut self,
        machine: &Machine,
        found: &mut Vec<Access>,
        operation: &Operation,
        timed: bool,
    ) {
        let (object, kind) = match operation {
            Operation::Test { object } => (*object, Kind::Read),
            // To wait for a future without a time limit has but one end.
            Operation::Wait { object } if timed || !is_of_future(machine, *object) => (*object, Kind::Read),
            Operation::Join { thread } if timed => {
                return self.add_place(machine, found, &machine.aliveness(*thread), Kind::Read);
            }
            Operation::Take { object } | Operation::Put { object } if is_tasks(machine, *object) => {
                return self.add_workers(found);
            }
            Operation::Acquire { object }
            | Operation::Take { object }
            | Operation::Put { object }
            | Operation::Arrive { object } => (*object, Kind::Write),
            Operation::Database { object, statement } => {
                return self.add_statement(found, *object, statement);
            }
            _ => return,
        };
        self.add(found, Owner::Object(object), Spot::Whole, kind);
    }

    /// All that a step of a thread touched: by what was about to be done, if it was an operation that others can see,
    /// and by what it then did. The machine is as it is after the step.
    pub fn footprint(
        &mut self,
        machine: &Machine,
        thread: ThreadId,
        operation: Option<(&Operation, bool)>,
        effects: &[Effect],
        output: bool,
        found: &mut Vec<Access>,
    ) {
        if let Some((operation, timed)) = operation {
            self.add_operation(machine, found, operation, timed);
        }
        for effect in effects {
            self.add_effect(machine, found, thread, effect, output);
        }
    }

    /// The access to an object as a whole.
    pub fn whole(&mut self, object: Id, kind: Kind) -> Access {
        Access { place: self.number(Location { object: Owner::Object(object), spot: Spot::Whole }), kind }
    }

    /// The place that stands for which workers are idle.
    pub fn workers(&mut self) -> u32 {
        self.number(Location { object: Owner::Workers, spot: Spot::Whole })
    }

    /// The access of a move that takes time.
    pub fn clock(&mut self) -> Access {
        Access { place: self.number(Location { object: Owner::Clock, spot: Spot::Whole }), kind: Kind::Write }
    }

    /// The access that the program's end is, or that a daemon's step is to it.
    pub fn end(&mut self, kind: Kind) -> Access {
        Access { place: self.number(Location { object: Owner::End, spot: Spot::Whole }), kind }
    }
}

/// Whether an object is a pool's queue of tasks.
pub(crate) fn is_tasks(machine: &Machine, object: Id) -> bool {
    matches!(machine.sync(object), Some(Sync::Tasks { .. }))
}

/// Whether an object is the event by which a future is waited for.
pub(crate) fn is_of_future(machine: &Machine, object: Id) -> bool {
    matches!(machine.sync(object), Some(Sync::Event { of_future: true, .. }))
}

fn spot_of(machine: &Machine, place: &Place) -> Spot {
    match &place.key {
        Key::Global(name) | Key::Attribute(name) | Key::Cell(name) => Spot::Name(name.clone()),
        Key::Whole => Spot::Whole,
        Key::Item(key) => match (machine.object(place.object), key) {
            // Where an index from the end leads depends on the length.
            (Object::List(items), Value::Int(index)) if *index < 0 => items
                .len()
                .checked_add_signed(*index as isize)
                .map_or(Spot::Whole, |at| Spot::Index(at as i64)),
            (_, Value::Int(index)) => Spot::Index(*index),
            (_, Value::Bool(index)) => Spot::Index(i64::from(*index)),
            (_, Value::Str(name)) => Spot::Name(name.clone()),
            // Keys that are equal without being the same could hide in anything else.
            _ => Spot::Whole,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spots() -> Vec<Spot> {
        let (a, b): (Str, Str) = ("a".into(), "b".into());
        vec![
            Spot::Whole,
            Spot::Name(a.clone()),
            Spot::Name(b.clone()),
            Spot::Index(0),
            Spot::Index(1),
            Spot::Row(a.clone(), None),
            Spot::Row(a.clone(), Some("1".into())),
            Spot::Row(a, Some("2".into())),
            Spot::Row(b, Some("1".into())),
        ]
    }

    #[test]
    fn what_overlaps_pair_by_pair() {
        let spots = spots();
        let row = |one: &Spot| {
            spots.iter().map(|other| if one.overlaps(other) { '#' } else { '.' }).collect::<String>()
        };
        let table: Vec<_> = spots.iter().map(row).collect();
        // In the order of `spots`: the whole, two names, two indices, a table, two rows of it, a row of another.
        let expected = [
            "#########", //
            "##.......",
            "#.#......", //
            "#..#.....",
            "#...#....", //
            "#....###.",
            "#....##..",
            "#....#.#.", //
            "#.......#",
        ];
        assert_eq!(table, expected);
    }

    #[test]
    fn a_place_that_was_read_can_be_written_too() {
        let [read, write] = [Kind::Read, Kind::Write].map(|kind| Access { place: 7, kind });
        let other = Access { place: 9, kind: Kind::Read };
        let both = and(Rc::new([read, other]), write);
        assert_eq!(*both, [read, write, other]);
        assert_eq!(and(both.clone(), write), both);
    }

    #[test]
    fn what_commutes_pair_by_pair() {
        let kinds = [Kind::Read, Kind::Write, Kind::Set];
        let row = |one: Kind| kinds.map(|other| if one.commutes(other) { '.' } else { '#' }).iter().collect();
        let table: Vec<String> = kinds.into_iter().map(row).collect();
        assert_eq!(table, [".##", "###", "##."]);
    }
}
