//! The page.

pub mod state;

pub mod run;
pub mod view;
