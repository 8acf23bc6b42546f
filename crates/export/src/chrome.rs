//! A run in the form that Perfetto and `chrome://tracing` read: threads as lanes, holds of locks as slices, switches and
//! writes as instants, all on the program's virtual clock.

use std::ops::Range;

use interleave_schedule::naming::name_of;
use interleave_schedule::{Awaited, Held, Holds, Lane, SpanKind, Timeline, Wait, thread_letter};
use interleave_vm::{Effect, ThreadId};

use crate::json::{Json, one};
use crate::record::Record;
use crate::shown::stream_name;

/// The two groups of lanes: the threads, and under them the locks.
const THREADS: u32 = 1;
const LOCKS: u32 = 2;

/// As many lanes has a lock: one for each hold that lies on another.
const LAYERS: u32 = 64;

/// A run in Chrome's trace event format, as one JSON object. The unit of time is the microsecond of the virtual clock.
pub fn chrome(timeline: &mut Timeline, record: &Record) -> String {
    let clocks = Clocks::of(timeline, record);
    let mut events =
        vec![named("process_name", THREADS, 0, "Threads"), named("process_name", LOCKS, 0, "Locks")];
    for lane in timeline.lanes(0..timeline.len()) {
        lane_events(timeline, record, &clocks, &lane, &mut events);
    }
    events.extend(switches(record, &clocks));
    events.extend(writes(record, &clocks));
    lock_events(timeline, &clocks, &mut events);
    let other = [
        ("format", "interleave-chrome".into()),
        ("version", 1u32.into()),
        ("program", record.program.as_str().into()),
        ("schedule", record.schedule.to_string().into()),
        ("verdict", record.verdict.as_str().into()),
    ];
    let whole = [
        ("traceEvents", Json::List(events)),
        ("displayTimeUnit", "ms".into()),
        ("otherData", Json::Object(other.into())),
    ];
    let mut out = String::new();
    Json::Object(whole.into()).write(&mut out);
    out
}

/// The virtual time at each place of a run. A step takes a microsecond; time that passes before it is time that its thread
/// waited.
struct Clocks(Vec<u64>);

impl Clocks {
    fn of(timeline: &mut Timeline, record: &Record) -> Clocks {
        Clocks((0..=record.segments.steps()).map(|place| timeline.seek(place).clock()).collect())
    }

    /// When the steps before a place were done.
    fn at(&self, place: u64) -> u64 {
        self.0[(place as usize).min(self.0.len() - 1)]
    }

    /// When the step behind a place began.
    fn begin(&self, place: u64) -> u64 {
        match self.0.get(place as usize + 1) {
            Some(after) => (after - 1).max(self.at(place)),
            None => self.at(place),
        }
    }
}

fn named(what: &str, process: u32, lane: u32, name: &str) -> Json {
    Json::Object(vec![
        ("ph", "M".into()),
        ("name", what.into()),
        ("pid", process.into()),
        ("tid", lane.into()),
        ("args", one("name", name)),
    ])
}

fn slice(name: &str, kind: &str, (process, lane): (u32, u32), time: Range<u64>, args: Json) -> Json {
    Json::Object(vec![
        ("ph", "X".into()),
        ("name", name.into()),
        ("cat", kind.into()),
        ("pid", process.into()),
        ("tid", lane.into()),
        ("ts", time.start.into()),
        ("dur", (time.end - time.start).into()),
        ("args", args),
    ])
}

fn instant(name: &str, kind: &str, thread: ThreadId, time: u64, args: Json) -> Json {
    Json::Object(vec![
        ("ph", "i".into()),
        ("s", "t".into()),
        ("name", name.into()),
        ("cat", kind.into()),
        ("pid", THREADS.into()),
        ("tid", lane_of(thread).into()),
        ("ts", time.into()),
        ("args", args),
    ])
}

fn lane_of(thread: ThreadId) -> u32 {
    u32::from(thread.0)
}

fn lane_events(timeline: &mut Timeline, record: &Record, clocks: &Clocks, of: &Lane, events: &mut Vec<Json>) {
    let (thread, lane) = (of.thread, (THREADS, lane_of(of.thread)));
    let name = format!("{} {}", thread_letter(thread), record.end.thread_name(thread).as_str());
    events.push(named("thread_name", THREADS, lane_of(thread), &name));
    for span in &of.spans {
        let (from, to) = (clocks.at(span.from), clocks.begin(span.to).max(clocks.at(span.from)));
        let waits = |timeline: &mut Timeline, wait: &Wait| {
            let wanted = awaited(timeline, span.from, wait);
            let args = Json::Object(vec![("for", wanted.into()), ("step", span.from.into())]);
            slice("waits", "blocked", lane, from..to, args)
        };
        match &span.kind {
            SpanKind::NotStarted | SpanKind::Finished => {}
            SpanKind::Running => events.extend(running(record, clocks, thread, span.from..span.to)),
            SpanKind::Runnable => {
                events.push(slice("ready", "runnable", lane, from..to, one("step", span.from)));
            }
            SpanKind::Blocked(wait) => events.push(waits(timeline, wait)),
            SpanKind::Sleeping(wait) if wait.awaited != Awaited::Clock => events.push(waits(timeline, wait)),
            SpanKind::Sleeping(_) => {
                events.push(slice("sleeps", "sleeping", lane, from..to, one("step", span.from)));
            }
        }
    }
}

/// What a thread waits for, in a few words.
fn awaited(timeline: &mut Timeline, place: u64, wait: &Wait) -> String {
    let by = wait.on.map_or(String::new(), |thread| format!(", held by {}", thread_letter(thread)));
    match wait.awaited {
        Awaited::Object(id) => name_of(timeline.seek(place), id).unwrap_or_else(|| "an object".into()) + &by,
        Awaited::Thread(thread) => format!("the end of {}", thread_letter(thread)),
        Awaited::Clock => "the clock".into(),
    }
}

/// A thread's uninterrupted steps. Where time passed between two of them it waited, for what the later one did.
fn running(record: &Record, clocks: &Clocks, thread: ThreadId, steps: Range<u64>) -> Vec<Json> {
    let mut events = Vec::new();
    let lane = (THREADS, lane_of(thread));
    let mut first = steps.start;
    let run = |first: u64, end: u64| {
        let args = one("steps", Json::List(vec![first.into(), end.into()]));
        slice(&function(record, first), "running", lane, clocks.begin(first)..clocks.at(end), args)
    };
    for step in steps.start + 1..steps.end {
        if clocks.begin(step) > clocks.at(step) {
            events.push(run(first, step));
            let effects = &record.steps[step as usize].effects;
            let name = effects.iter().find_map(waited_for).unwrap_or("waits");
            let time = clocks.at(step)..clocks.begin(step);
            events.push(slice(name, "waiting", lane, time, one("step", step)));
            first = step;
        }
    }
    events.push(run(first, steps.end));
    events
}

fn waited_for(effect: &Effect) -> Option<&'static str> {
    match effect {
        Effect::Sleep { .. } => Some("sleeps"),
        Effect::Output { .. } => Some("writes"),
        Effect::Database { .. } => Some("database"),
        _ => None,
    }
}

/// The function of the program in which a step is, or behind an operation of the library's, the next.
fn function(record: &Record, step: u64) -> String {
    let steps = &record.steps[step as usize..];
    let thread = steps.first().map(|step| step.thread);
    let own =
        steps.iter().take_while(|step| Some(step.thread) == thread).map(|step| record.end.code(step.code));
    let own = own.into_iter().find(|code| !code.internal);
    own.map_or_else(|| "library".into(), |code| code.code.qualname.to_string())
}

fn switches<'a>(record: &'a Record, clocks: &'a Clocks) -> impl Iterator<Item = Json> + 'a {
    let pairs = record.segments.iter().zip(record.segments.iter().skip(1));
    pairs.map(|(before, after)| {
        let (from, to) = (thread_letter(before.thread), thread_letter(after.thread));
        let (name, time) = (format!("{from} to {to}"), clocks.begin(after.from));
        instant(&name, "switch", after.thread, time, one("step", after.from))
    })
}

fn writes<'a>(record: &'a Record, clocks: &'a Clocks) -> impl Iterator<Item = Json> + 'a {
    record.end.output().iter().map(|written| {
        let args = Json::Object(vec![
            ("step", written.step.into()),
            ("stream", stream_name(written.stream).into()),
            ("text", written.text.as_str().into()),
        ]);
        instant("output", "output", written.thread, clocks.at(written.step + 1), args)
    })
}

fn lock_events(timeline: &mut Timeline, clocks: &Clocks, events: &mut Vec<Json>) {
    let mut holds = Holds::default();
    holds.learn(timeline.marks());
    holds.give_names(0, |held: &Held| name_of(timeline.seek(held.first), held.object));
    let steps = timeline.len();
    // The library's own locks have no name.
    for (held, number) in holds.locks().iter().filter(|held| held.name.is_some()).zip(1..) {
        let name = held.name.clone().unwrap_or_default();
        for layer in 0..held.layers() as u32 {
            events.push(named("thread_name", LOCKS, number * LAYERS + layer, &name));
        }
        for hold in held.within(&(0..u64::MAX)) {
            let time = clocks.at(hold.from)..clocks.at(hold.to.min(steps));
            let by = format!("held by {}", thread_letter(hold.thread));
            let args = Json::Object(vec![("lock", name.as_str().into()), ("step", hold.from.into())]);
            let lane = (LOCKS, number * LAYERS + hold.layer as u32);
            events.push(slice(&by, "hold", lane, time, args));
        }
    }
}
