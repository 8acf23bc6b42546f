//! What takes a moment to see.

use super::shared::SharedView;
use super::sum::SumView;

/// What the last step did that is to be seen. Play stays at it for a moment, so that money is seen to go from here to there,
/// and not only to be there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Beat {
    /// Nothing that the next step would not show as well.
    #[default]
    Plain,
    /// Another thread went on.
    Switch,
    /// A shared value changed.
    Change,
    /// The sum that the lesson watches was broken.
    Loss,
}

impl Beat {
    /// What a step was, after which the shared values are these.
    pub fn of(switched: bool, shared: &SharedView) -> Beat {
        let in_tables = shared.tables.iter().flat_map(|table| table.rows.iter().flat_map(|(cells, _)| cells));
        let mut cells = in_tables.chain(shared.rows.iter().map(|row| &row.value));
        if shared.sum.as_ref().and_then(SumView::lost).is_some() {
            Beat::Loss
        } else if cells.any(|cell| cell.changed) {
            Beat::Change
        } else if switched {
            Beat::Switch
        } else {
            Beat::Plain
        }
    }

    /// How long it takes to see, in milliseconds.
    pub fn millis(self) -> u32 {
        match self {
            Beat::Plain => 0,
            Beat::Switch => 300,
            Beat::Change => 900,
            Beat::Loss => 2_400,
        }
    }
}
