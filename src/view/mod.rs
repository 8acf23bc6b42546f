//! What there is to see at a step of a run, as plain data: pure functions of the machine and its timeline. Nothing
//! here knows how it is drawn.

mod arrows;
mod caption;
mod code;
mod deed;
mod drawing;
mod explore;
mod game;
mod instructions;
mod lanes;
mod locks;
mod mark;
mod number;
mod output;
mod ring;
mod scene;
mod shared;
mod sum;
mod tables;
mod threads;
mod words;
mod writers;

pub use arrows::{Arrow, Arrows};
pub use caption::Caption;
pub use code::{LineView, Listing, Piece};
pub use drawing::Drawing;
pub use explore::{ExploreView, OutcomeBar, VerdictView};
pub use game::{GameView, Standing};
pub use instructions::{InstructionView, InstructionsView, instructions_view};
pub use lanes::{
    Drawn, HOLD_HEIGHT, HoldsView, LANE_HEIGHT, LaneView, LanesView, height, lanes_view, shown_locks,
    stretch_of,
};
pub use locks::{LockView, locks_view};
pub use mark::{Doing, Mark, kind_of, shape_of};
pub(crate) use number::number;
pub use output::{OutputRow, OutputRun, output_view};
pub use ring::{RingWait, ring_view};
pub use scene::Scene;
pub use shared::{Before, Cell, RowView, Shared, SharedView};
pub use sum::{SumView, Verdict};
pub use tables::{TableView, tables_view};
pub use threads::{ThreadView, threads_view};
pub use words::Words;
pub use writers::{Write, Writers};
