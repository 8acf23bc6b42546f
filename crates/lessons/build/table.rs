//! The Rust that is a lesson's row in the tables.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::format::{Chart, Explored, Lesson, Prediction, Program, Reach, Sum, When};

/// The row of a lesson in a folder.
pub(crate) fn row(id: &str, folder: &Path, lesson: &Lesson) -> Result<String, String> {
    let Lesson { title, part, look_for, after, outcome, expect, time, .. } = lesson;
    Ok(format!(
        "Lesson {{ id: {id:?}, title: {title:?}, part: {part:?}, look_for: {look_for:?}, after: {after:?}, \
         programs: &[{}], sum: {}, \
         exploration: Exploration {{ outcome: {outcome:?}, expect: {expect:?}, time: Time::{time:?} }}, \
         prediction: {}, presets: &[{}], chart: {}, goals: &[{}] }},\n",
        programs(folder, &lesson.programs)?,
        sum(lesson.sum.as_ref()),
        prediction(&lesson.prediction),
        presets(lesson)?,
        chart(lesson, lesson.chart.as_ref())?,
        goals(lesson)?,
    ))
}

/// The row of what tests hold a lesson to.
pub(crate) fn checks(lesson: &Lesson) -> Result<String, String> {
    let endings: String = lesson.presets.iter().map(|preset| format!("{:?},", preset.ends)).collect();
    Ok(format!("Checks {{ presets: &[{endings}], claims: &[{}] }},\n", claims(lesson)?))
}

fn programs(folder: &Path, programs: &[Program]) -> Result<String, String> {
    let mut rows = String::new();
    for Program { name, file } in programs {
        let path = folder.join(file);
        let source = fs::read_to_string(&path).map_err(|wrong| format!("{file}: {wrong}"))?;
        let file = path.file_name().and_then(|name| name.to_str()).unwrap_or(file);
        let _ = write!(rows, "Program {{ name: {name:?}, file: {file:?}, source: {source:?} }},");
    }
    Ok(rows)
}

/// The place of a program by its name; the first, if none is named.
fn program(lesson: &Lesson, wanted: Option<&str>) -> Result<usize, String> {
    let Some(wanted) = wanted else { return Ok(0) };
    let place = lesson.programs.iter().position(|program| program.name == wanted);
    place.ok_or(format!("there is no program {wanted:?}"))
}

fn sum(sum: Option<&Sum>) -> String {
    let Some(Sum { label, of, expected, when }) = sum else { return "None".into() };
    let at_end = matches!(when, When::End);
    format!("Some(Sum {{ label: {label:?}, of: &{of:?}, expected: {expected}, at_end: {at_end} }})")
}

fn prediction(Prediction { question, answers }: &Prediction) -> String {
    let answers: String = answers
        .iter()
        .map(|answer| format!("Answer {{ text: {:?}, ending: {:?} }},", answer.text, answer.ends))
        .collect();
    format!("Prediction {{ question: {question:?}, answers: &[{answers}] }}")
}

fn presets(lesson: &Lesson) -> Result<String, String> {
    let mut rows = String::new();
    for preset in &lesson.presets {
        let (name, schedule) = (&preset.name, &preset.schedule);
        let program = program(lesson, preset.program.as_deref())?;
        let _ = write!(rows, "Preset {{ name: {name:?}, schedule: {schedule:?}, program: {program} }},");
    }
    Ok(rows)
}

fn claims(lesson: &Lesson) -> Result<String, String> {
    let mut rows = String::new();
    for claim in &lesson.claims {
        let (text, ends) = (&claim.text, &claim.ends);
        let said = match (&claim.holds, &claim.explored) {
            (Some(holds), None) => format!("Said::Of(Holds::{holds:?}, {ends:?})"),
            (None, Some(said)) => explored(said),
            _ => return Err(format!("claim {text:?}: it needs either holds or explored")),
        };
        let program = program(lesson, claim.program.as_deref())?;
        let _ = write!(rows, "Claim {{ text: {text:?}, program: {program}, said: {said} }},");
    }
    Ok(rows)
}

fn goals(lesson: &Lesson) -> Result<String, String> {
    let mut rows = String::new();
    for goal in &lesson.goals {
        let (text, moves) = (&goal.text, goal.moves);
        let reach = match &goal.reach {
            Some(Reach::Less | Reach::More) if lesson.sum.is_none() => {
                return Err(format!("goal {text:?}: the lesson has no sum"));
            }
            Some(reach) => format!("{reach:?}"),
            None => format!("Ends({:?})", goal.ends),
        };
        let program = program(lesson, goal.program.as_deref())?;
        let _ = write!(
            rows,
            "Goal {{ text: {text:?}, program: {program}, reach: Reach::{reach}, moves: {moves} }},"
        );
    }
    Ok(rows)
}

fn explored(Explored { verdict, schedules, failing, outcomes }: &Explored) -> String {
    format!(
        "Said::Explored(Explored {{ verdict: {verdict:?}, schedules: {schedules:?}, failing: {failing:?}, \
         outcomes: {outcomes:?} }})"
    )
}

fn chart(lesson: &Lesson, chart: Option<&Chart>) -> Result<String, String> {
    let Some(Chart { works, bars, note }) = chart else { return Ok("None".into()) };
    let works: String = works
        .iter()
        .map(|work| format!("Work {{ text: {:?}, name: {:?} }},", work.text, work.name))
        .collect();
    let mut rows = String::new();
    for bar in bars {
        let (text, machines, cost) = (&bar.text, bar.machines, &bar.cost);
        let program = program(lesson, Some(&bar.program))?;
        let _ = write!(
            rows,
            "Bar {{ text: {text:?}, program: {program}, machines: {machines}, cost: {cost:?} }},"
        );
    }
    Ok(format!("Some(Chart {{ works: &[{works}], bars: &[{rows}], note: {note:?} }})"))
}
