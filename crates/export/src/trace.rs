//! A run's trace as JSON.

use std::collections::BTreeSet;

use interleave_schedule::{Segment, thread_letter};
use interleave_vm::code::Instruction;
use interleave_vm::{LoadedCode, Machine, Model, Span, Step, ThreadId, Written};

use crate::json::Json;
use crate::record::Record;
use crate::shown::{Shown, stream_name};

/// The version of the form.
const VERSION: u32 = 1;

/// The trace of a run, as one JSON object.
pub fn trace(record: &Record) -> String {
    let Record { schedule, steps, end: machine, .. } = record;
    let model = match schedule.model {
        Model::Instruction => "instruction",
        Model::Gil => "gil",
    };
    let used = codes(machine, steps);
    let head = [
        ("format", "interleave-trace".into()),
        ("version", VERSION.into()),
        ("program", record.program.as_str().into()),
        ("seed", schedule.seed.into()),
        ("model", model.into()),
        ("interval", schedule.interval.map_or(Json::Null, |interval| interval.to_string().into())),
        ("schedule", schedule.to_string().into()),
        ("explicit_schedule", record.explicit.to_string().into()),
        ("verdict", record.verdict.as_str().into()),
        ("threads", machine.threads().map(|id| thread(machine, id)).collect()),
        ("codes", used.iter().map(|loaded| code_block(loaded)).collect()),
        ("segments", record.segments.iter().map(segment).collect()),
        ("output", machine.output().iter().map(output).collect()),
        ("events", Json::List(Vec::new())),
    ];
    let mut out = String::new();
    Json::Object(head.into()).write(&mut out);
    // The events are most of it, and are written one by one, into the empty list at the end.
    out.truncate(out.len() - "]}".len());
    let mut shown = Shown::new(machine);
    for (number, step) in steps.iter().enumerate() {
        out.push_str(if number == 0 { "" } else { "," });
        let code = used.iter().position(|loaded| loaded.id == step.code).unwrap_or(0);
        event(&mut shown, number as u64, step, code, used[code].internal).write(&mut out);
    }
    out + "]}"
}

fn event(shown: &mut Shown<'_>, number: u64, step: &Step, code: usize, internal: bool) -> Json {
    let thread = thread_letter(step.thread);
    let mut entries =
        vec![("step", number.into()), ("thread", thread.into()), ("code", (code as u64).into())];
    if !internal {
        entries.push(("at", step.at.into()));
    }
    if !step.effects.is_empty() {
        entries.push(("effects", step.effects.iter().map(|effect| shown.effect(effect)).collect()));
    }
    Json::Object(entries)
}

fn thread(machine: &Machine, id: ThreadId) -> Json {
    let name = machine.thread_name(id);
    Json::Object(vec![("letter", thread_letter(id).into()), ("name", name.as_str().into())])
}

fn segment(segment: Segment) -> Json {
    Json::List(vec![thread_letter(segment.thread).into(), segment.from.into(), segment.to.into()])
}

fn output(written: &Written) -> Json {
    Json::Object(vec![
        ("step", written.step.into()),
        ("thread", thread_letter(written.thread).into()),
        ("stream", stream_name(written.stream).into()),
        ("text", written.text.as_str().into()),
    ])
}

/// The code that steps are in: the program's, then of the library's what other threads could see.
fn codes<'a>(machine: &'a Machine, steps: &[Step]) -> Vec<&'a LoadedCode> {
    let used: BTreeSet<_> = steps.iter().map(|step| step.code).collect();
    let mut used: Vec<_> = used.into_iter().map(|id| machine.code(id)).collect();
    used.sort_by_key(|loaded| loaded.internal);
    used
}

fn code_block(loaded: &LoadedCode) -> Json {
    let code = &loaded.code;
    let instruction = |(instruction, span): (&Instruction, &Span)| {
        let place = [span.line, span.column, span.end_line, span.end_column];
        let arg = instruction.op.has_operand().then(|| instruction.arg.into());
        Json::Object(vec![
            ("op", instruction.op.name().into()),
            ("arg", arg.unwrap_or(Json::Null)),
            ("span", place.map(Json::from).into_iter().collect()),
        ])
    };
    // A step in a function of the library is one operation.
    let own = std::iter::zip(&code.instructions, &code.spans).filter(|_| !loaded.internal);
    Json::Object(vec![
        ("name", (*code.qualname).into()),
        ("library", loaded.internal.into()),
        ("first_line", code.first_line.into()),
        ("instructions", own.map(instruction).collect()),
    ])
}
