//! What there is to see at a step of a run, as plain data: pure functions of the machine and its timeline. Nothing
//! here knows how it is drawn.

mod caption;
mod code;
mod lanes;
mod locks;
mod mark;
mod output;
mod scene;
mod shared;
mod sum;
mod tables;
mod threads;
mod words;
mod writers;

pub use caption::Caption;
pub use code::{LineView, Listing, Piece};
pub use lanes::{LANE_HEIGHT, LaneView, LanesView, close_stretch, lanes_view};
pub use locks::{LockView, locks_view};
pub use mark::{Doing, Mark, kind_of};
pub use output::{OutputRow, OutputRun, output_view};
pub use scene::Scene;
pub use shared::{Cell, RowView, Shared, SharedView};
pub use sum::{SumView, Verdict};
pub use tables::{TableView, tables_view};
pub use threads::{ThreadView, threads_view};
pub use words::Words;
pub use writers::{Write, Writers};
