//! How long kinds of work take in some models of concurrency: a chart that is made from runs.

use interleave_lessons::{Bar, Chart, Lesson};
use interleave_schedule::{Runner, Schedule};
use interleave_vm::{Library, Limits, Program, Stream};

use crate::view::number;

/// A chart, with how long everything took.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartView {
    /// The models of concurrency.
    pub rows: Vec<Row>,
    /// What the chart leaves out.
    pub note: &'static str,
}

/// A model of concurrency.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its name.
    pub model: &'static str,
    /// What it costs to start one, and how data gets there.
    pub cost: &'static str,
    /// Every kind of work, with how long it took in milliseconds.
    pub took: Vec<(&'static str, f64)>,
}

impl ChartView {
    /// Runs the programs of a lesson's chart by a seed, switch interval and model, with the library that they need; none
    /// if the lesson has no chart.
    pub fn of(library: &Library, lesson: &Lesson, schedule: &Schedule) -> Option<ChartView> {
        let Chart { works, bars, note } = lesson.chart?;
        let row = |bar: &Bar| {
            let outputs = outputs(library, lesson, bar, schedule);
            // Machines of their own run side by side, so that the slowest says how long it took.
            let slowest = |work| {
                outputs
                    .iter()
                    .filter_map(|output| number(Chart::milliseconds(work, output)?))
                    .fold(0.0, f64::max)
            };
            Row {
                model: bar.text,
                cost: bar.cost,
                took: works.iter().map(|work| (work.text, slowest(work))).collect(),
            }
        };
        Some(ChartView { rows: bars.iter().map(row).collect(), note })
    }

    /// The longest time in it, in milliseconds.
    pub fn longest(&self) -> f64 {
        self.rows.iter().flat_map(|row| &row.took).map(|took| took.1).fold(0.0, f64::max)
    }
}

/// What the machines of a model print, each by a seed of its own.
fn outputs(library: &Library, lesson: &Lesson, bar: &Bar, schedule: &Schedule) -> Vec<String> {
    let program = &lesson.programs[bar.program];
    let Ok(compiled) = Program::compile_with(library, program.source, program.file) else {
        return Vec::new();
    };
    let schedule = schedule.clone().undecided();
    let seeds = (0..bar.machines).map(|machine| schedule.seed.wrapping_add(machine));
    let output = |seed| {
        let mut runner = Runner::new(&compiled, &Schedule { seed, ..schedule.clone() }, Limits::default());
        // A run that a limit has cut short has printed less, and is not in the chart.
        let _ = runner.finish();
        runner.machine().text(Stream::Out)
    };
    seeds.map(output).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_interpreter_each_computes_at_once() {
        let lesson = interleave_lessons::find("models").expect("a lesson");
        let schedule = lesson.opening().schedule.parse().expect("a schedule");
        let chart = ChartView::of(&Library::default(), lesson, &schedule).expect("it has a chart");
        let rounded = |row: &Row| row.took.iter().map(|took| took.1.round()).collect::<Vec<_>>();
        let turns = [4.0, 12.0];
        let each = [4.0, 4.0];
        assert_eq!(chart.rows.iter().map(rounded).collect::<Vec<_>>(), [turns, turns, each, each]);
        assert_eq!(chart.longest().round(), 12.0);
    }

    #[test]
    fn other_lessons_have_none() {
        assert_eq!(
            ChartView::of(&Library::default(), &interleave_lessons::LESSONS[0], &Schedule::seeded(1)),
            None
        );
    }
}
