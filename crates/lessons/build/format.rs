//! A lesson as its file has it. What the keys mean is in `lessons/README.md`.

use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Lesson {
    pub(crate) title: String,
    pub(crate) part: String,
    pub(crate) order: u32,
    pub(crate) look_for: String,
    pub(crate) after: String,
    pub(crate) outcome: Option<String>,
    pub(crate) expect: Option<String>,
    #[serde(default)]
    pub(crate) time: Time,
    pub(crate) programs: Vec<Program>,
    pub(crate) sum: Option<Sum>,
    pub(crate) prediction: Prediction,
    pub(crate) presets: Vec<Preset>,
    #[serde(default)]
    pub(crate) claims: Vec<Claim>,
    pub(crate) chart: Option<Chart>,
    #[serde(default)]
    pub(crate) goals: Vec<Goal>,
}

// These are written into the table by their Debug, which is also Rust's own name for them.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Time {
    #[default]
    Any,
    Virtual,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Program {
    pub(crate) name: String,
    pub(crate) file: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Sum {
    pub(crate) label: String,
    pub(crate) of: Vec<String>,
    pub(crate) expected: i64,
    #[serde(default)]
    pub(crate) when: When,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum When {
    #[default]
    Always,
    End,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Prediction {
    pub(crate) question: String,
    pub(crate) answers: Vec<Answer>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Answer {
    pub(crate) text: String,
    #[serde(default)]
    pub(crate) ends: Ending,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Preset {
    pub(crate) name: String,
    pub(crate) schedule: String,
    pub(crate) program: Option<String>,
    pub(crate) ends: Ending,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Claim {
    pub(crate) text: String,
    pub(crate) program: Option<String>,
    pub(crate) holds: Option<Holds>,
    #[serde(default)]
    pub(crate) ends: Ending,
    pub(crate) explored: Option<Explored>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Holds {
    Always,
    Sometimes,
    Never,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Explored {
    pub(crate) verdict: String,
    pub(crate) schedules: Option<u64>,
    pub(crate) failing: Option<u64>,
    pub(crate) outcomes: Option<usize>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Goal {
    pub(crate) text: String,
    pub(crate) program: Option<String>,
    pub(crate) reach: Option<Reach>,
    #[serde(default)]
    pub(crate) ends: Ending,
    pub(crate) moves: usize,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Reach {
    Less,
    More,
    Torn,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Ending {
    verdict: Option<String>,
    output: Option<String>,
    begins: Option<String>,
    finishes: Option<String>,
    prints: Option<String>,
    warns: Option<String>,
    every_line: Option<String>,
    at_most_ms: Option<u64>,
    at_least_ms: Option<u64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Chart {
    pub(crate) works: Vec<Work>,
    pub(crate) bars: Vec<Bar>,
    pub(crate) note: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Work {
    pub(crate) text: String,
    pub(crate) name: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Bar {
    pub(crate) text: String,
    pub(crate) program: String,
    pub(crate) machines: u64,
    pub(crate) cost: String,
}
