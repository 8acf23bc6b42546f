//! The lessons: which there are, and what their runs come to.

use std::io::{self, Write};

use interleave_lessons::{End, LESSONS, Lesson, Preset};
use interleave_schedule::{Runner, Schedule};
use interleave_vm::{Limits, Program, Stream};

use crate::report;

/// Which run of a lesson.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct LessonArgs {
    /// The lesson's name; `interleave lessons` has them all.
    pub name: String,
    /// Which of its runs: its name, a part of it, or its number; if it is not given, the first.
    #[arg(long, value_name = "P")]
    pub preset: Option<String>,
    /// Which of its programs: its name, its number, or fix; if it is not given, the preset's.
    #[arg(long, value_name = "P")]
    pub program: Option<String>,
}

/// Something was asked for that there is not: what there is instead.
pub(crate) struct Unknown(String);

/// What came of showing a lesson.
pub(crate) type Shown = Result<bool, Unknown>;

/// Two names are near each other from here on; 1 is the same.
const NEAR: f64 = 0.7;

/// Lists all lessons by their parts.
pub(crate) fn list(out: &mut dyn Write) -> io::Result<()> {
    let widest = LESSONS.iter().map(|lesson| lesson.id.len()).max().unwrap_or(0);
    let mut part = "";
    for lesson in LESSONS {
        if lesson.part != part {
            let gap = if part.is_empty() { "" } else { "\n" };
            writeln!(out, "{gap}{}", lesson.part)?;
            part = lesson.part;
        }
        writeln!(out, "  {:widest$}  {}", lesson.id, lesson.title)?;
    }
    Ok(())
}

/// Runs a lesson, and says what was claimed of the run and what came out. What comes back is whether these agree.
pub(crate) fn show(args: &LessonArgs, out: &mut dyn Write, err: &mut dyn Write) -> io::Result<Shown> {
    let (lesson, preset, program) = match chosen(args) {
        Ok(chosen) => chosen,
        Err(unknown) => return Ok(Err(unknown)),
    };
    let same_run = |other: &&Preset| other.program == program && other.schedule == preset.schedule;
    let named = lesson.presets.iter().find(same_run);
    write_head(lesson, named, program, out)?;
    let source = &lesson.programs[program];
    // Tests hold all programs and schedules of lessons to what is relied on here.
    let Ok(compiled) = Program::compile(source.source, source.file) else {
        return Ok(Err(Unknown(format!("{} cannot be compiled", source.file))));
    };
    let schedule: Schedule = preset.schedule.parse().unwrap_or_default();
    let schedule = if named.is_some() { schedule } else { schedule.undecided() };
    let mut runner = Runner::new(&compiled, &schedule, Limits::default());
    let verdict = match runner.finish() {
        Ok(verdict) => verdict,
        Err(misfit) => return Ok(Err(Unknown(misfit.to_string()))),
    };
    let (output, errors) = (runner.machine().text(Stream::Out), runner.machine().text(Stream::Err));
    out.write_all(output.as_bytes())?;
    out.flush()?;
    err.write_all(errors.as_bytes())?;
    report::write_verdict(runner.machine(), &verdict, err)?;
    let said = verdict.to_string();
    let end = End { verdict: &said, output: &output, errors: &errors, micros: runner.machine().clock() };
    let agree = write_claims(lesson, named, &end, out)?;
    report::write_last_line(&runner, &said, err)?;
    Ok(Ok(agree))
}

fn write_head(
    lesson: &Lesson,
    preset: Option<&Preset>,
    program: usize,
    out: &mut dyn Write,
) -> io::Result<()> {
    writeln!(out, "{}: {}\n{}\n", lesson.part, lesson.title, lesson.look_for)?;
    let program = &lesson.programs[program];
    writeln!(out, "Program  {} ({})", program.name, program.file)?;
    for (index, other) in lesson.presets.iter().enumerate() {
        let mark = if Some(other) == preset { "*" } else { " " };
        let label = if index == 0 { "Runs" } else { "" };
        writeln!(out, "{label:7}{mark} {}. {}", index + 1, other.name)?;
    }
    writeln!(out)
}

/// Says what was claimed and what is so; whether the preset keeps its claims.
fn write_claims(
    lesson: &Lesson,
    preset: Option<&Preset>,
    end: &End<'_>,
    out: &mut dyn Write,
) -> io::Result<bool> {
    writeln!(out)?;
    let prediction = &lesson.prediction;
    let right = &prediction.answers[prediction.right(end)];
    writeln!(out, "{}\n  {}", prediction.question, right.text)?;
    let place = lesson.presets.iter().position(|other| Some(other) == preset);
    let claimed = place.map(|place| &interleave_lessons::checks(lesson).presets[place]);
    let agree = claimed.is_none_or(|claimed| claimed.is(end));
    if let Some(claimed) = claimed {
        let verdict = if agree { "and so it was" } else { "and so it was not" };
        writeln!(out, "Claimed: {}: {verdict}", claimed.in_words().join(", and "))?;
    }
    if let Some(output) = claimed.and_then(|claimed| claimed.output).filter(|_| !agree) {
        writeln!(out, "These lines were claimed:\n{output}")?;
    }
    writeln!(out, "{}", lesson.after)?;
    Ok(agree)
}

fn chosen(args: &LessonArgs) -> Result<(&'static Lesson, &'static Preset, usize), Unknown> {
    let ids = LESSONS.iter().map(|lesson| lesson.id);
    let lesson = interleave_lessons::find(&args.name)
        .ok_or_else(|| unknown("lesson", &args.name, ids, "interleave lessons"))?;
    let preset = match &args.preset {
        None => lesson.opening(),
        Some(wanted) => {
            let names: Vec<_> = lesson.presets.iter().map(|preset| preset.name).collect();
            &lesson.presets[place(wanted, &names, "run of this lesson")?]
        }
    };
    let program = match args.program.as_deref() {
        None => preset.program,
        Some("fix") if lesson.programs.len() < 2 => {
            return Err(Unknown(format!("the lesson {} has no fix, for nothing is wrong in it", lesson.id)));
        }
        Some("fix") => 1,
        Some(wanted) => {
            let names: Vec<_> = lesson.programs.iter().map(|program| program.name).collect();
            place(wanted, &names, "program of this lesson")?
        }
    };
    Ok((lesson, preset, program))
}

/// The place of the name that is meant: by its number from 1, by itself, or by what it alone contains.
fn place(wanted: &str, names: &[&str], kind: &str) -> Result<usize, Unknown> {
    if let Some(place) = wanted.parse::<usize>().ok().and_then(|number| number.checked_sub(1))
        && place < names.len()
    {
        return Ok(place);
    }
    let plain = |name: &str| name.to_lowercase().replace('’', "'");
    let meant = plain(wanted);
    if let Some(place) = names.iter().position(|name| plain(name) == meant) {
        return Ok(place);
    }
    let mut close = (0..names.len()).filter(|&place| plain(names[place]).contains(&meant));
    match (close.next(), close.next()) {
        (Some(only), None) => Ok(only),
        _ => {
            let all: Vec<_> = names.iter().map(|name| format!("{name:?}")).collect();
            Err(Unknown(format!("no {kind} is called {wanted:?}; there is {}", all.join(", "))))
        }
    }
}

fn unknown<'a>(kind: &str, wanted: &str, names: impl Iterator<Item = &'a str>, list: &str) -> Unknown {
    let closeness = |name: &str| strsim::jaro_winkler(&wanted.to_lowercase(), name);
    let mut near: Vec<_> =
        names.filter(|name| closeness(name) >= NEAR || (wanted.len() > 2 && name.contains(wanted))).collect();
    near.sort_by(|a, b| closeness(b).total_cmp(&closeness(a)));
    near.truncate(3);
    let hint = if near.is_empty() {
        format!("{list} has them all")
    } else {
        format!("perhaps {}", near.join(" or "))
    };
    Unknown(format!("no {kind} is called {wanted:?}; {hint}"))
}

impl std::fmt::Display for Unknown {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}
