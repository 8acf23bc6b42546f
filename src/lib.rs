//! The page.

pub mod state;

pub mod chart;
pub mod run;
pub mod search;
pub mod view;

mod app;
mod components;
mod control;
mod hooks;
pub mod later;

pub use app::App;
