//! Which places more than one thread touches in a run: what a thread does to others is nobody else's business.

use std::collections::BTreeMap;

use interleave_vm::{Effect, Foresight, Id, Key, Machine, Place, ThreadId};

use super::Run;

/// Of a longer run it is not known.
const MOST_STEPS: u64 = 10_000;

/// For each place that was touched who touched it; none if more than one thread did.
#[derive(Clone, Debug, Default)]
pub(super) struct Sharing {
    touched: BTreeMap<(Id, String), Option<ThreadId>>,
    /// How many steps the run had when it was looked at.
    steps: u64,
}

impl Sharing {
    /// Whether it is known that no more than one thread touches a place.
    pub(super) fn is_private(&self, place: &Place) -> bool {
        self.steps <= MOST_STEPS && !matches!(self.touched.get(&key_of(place)), Some(None))
    }

    fn learn(&mut self, thread: ThreadId, place: &Place) {
        let by = self.touched.entry(key_of(place)).or_insert(Some(thread));
        *by = by.filter(|known| *known == thread);
    }
}

/// The places that a thread's next step touches, those among them where it finds nothing: a machine tells of these only
/// while it is searched, so where it cannot be known before, a copy is asked that makes the step.
pub(super) fn touches(machine: &Machine, thread: ThreadId) -> Vec<Place> {
    let step = match machine.foresee(thread) {
        Foresight::Nothing => return Vec::new(),
        Foresight::Reads(place) | Foresight::Writes(place) => return vec![place],
        Foresight::Unknown => machine.preview(thread),
    };
    let place = |effect: Effect| match effect {
        Effect::Read { place, .. } | Effect::Write { place, .. } | Effect::Delete { place } => Some(place),
        _ => None,
    };
    step.map_or(Vec::new(), |step| step.effects.into_iter().filter_map(place).collect())
}

/// The items of an object and its length are one place here.
fn key_of(place: &Place) -> (Id, String) {
    let name = match &place.key {
        Key::Global(name) | Key::Attribute(name) | Key::Cell(name) => name.to_string(),
        Key::Item(_) | Key::Whole => String::new(),
    };
    (place.object, name)
}

impl Run {
    /// Looks at what each thread touches, if that was not done since the run was made so far.
    pub(super) fn learn_sharing(&mut self) {
        let steps = self.timeline.len();
        if self.sharing.steps == steps {
            return;
        }
        let mut sharing = Sharing { steps, ..Sharing::default() };
        if steps > MOST_STEPS {
            self.sharing = sharing;
            return;
        }
        let mut machine = self.timeline.seek(0).clone();
        for segment in self.timeline.segments().iter() {
            for _ in segment.from..segment.to {
                touches(&machine, segment.thread)
                    .iter()
                    .for_each(|place| sharing.learn(segment.thread, place));
                if machine.step(segment.thread).is_err() {
                    break;
                }
            }
        }
        self.sharing = sharing;
    }
}
