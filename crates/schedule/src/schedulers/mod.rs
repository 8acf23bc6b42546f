//! The schedulers, one file each.

mod interactive;
mod random;
mod round_robin;
mod scripted;

pub use interactive::Interactive;
pub use random::Random;
pub use round_robin::RoundRobin;
pub use scripted::Scripted;
