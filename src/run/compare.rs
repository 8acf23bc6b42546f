//! Two runs beside each other, from where they part.

use std::rc::Rc;

use super::Run;
use super::story::StoryRow;
use crate::view::{OutputRow, SumView};

/// Two runs beside each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// Where they part; none if no difference was found.
    pub parting: Option<Parting>,
    /// How the first and the second run ended.
    pub ends: [RunEnd; 2],
}

/// Where two runs part.
#[derive(Clone, Debug, PartialEq)]
pub struct Parting {
    /// The last thing that both did, in the words of the first; none if they part at once.
    pub last_same: Option<StoryRow>,
    /// What the first and the second did next; none for a run that was at its end.
    pub next: [Option<StoryRow>; 2],
}

/// How a run ended.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RunEnd {
    /// What it wrote.
    pub output: Vec<Rc<OutputRow>>,
    /// The sum that the lesson watches.
    pub sum: Option<SumView>,
    /// Its last sentence.
    pub words: String,
    /// Whether it failed.
    pub failed: bool,
}

/// Of each run so many steps are looked at for where they part.
const MOST: u64 = 50_000;

impl Comparison {
    /// Compares two runs that were made to their ends. What counts is what other threads can see, so that two programs
    /// can be compared as well as two runs of one.
    pub fn of(first: &mut Run, second: &mut Run) -> Comparison {
        let visible = |run: &mut Run| {
            let mut rows = Vec::new();
            run.tell(0..MOST, |row| {
                if row.visible {
                    rows.push(row);
                }
                true
            });
            rows
        };
        let (rows, others) = (visible(first), visible(second));
        let same = rows.iter().zip(&others).take_while(|(row, other)| row.caption == other.caption).count();
        let next = [rows.get(same).cloned(), others.get(same).cloned()];
        let last_same = same.checked_sub(1).and_then(|last| rows.get(last).cloned());
        let parts = next.iter().any(Option::is_some);
        Comparison {
            parting: parts.then_some(Parting { last_same, next }),
            ends: [end_of(first), end_of(second)],
        }
    }
}

fn end_of(run: &mut Run) -> RunEnd {
    let scene = run.scene(u64::MAX);
    RunEnd {
        output: scene.output,
        sum: scene.shared.sum,
        words: scene.caption.words.to_string(),
        failed: scene.caption.failed,
    }
}
