//! The page.

pub mod state;
