//! The lessons, as `lessons/` has them: programs with what to look for, what must hold, and runs worth naming.

/// A program worth watching.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lesson {
    /// Its name in addresses and on the command line: its folder's.
    pub id: &'static str,
    /// What it is about.
    pub title: &'static str,
    /// The part of the talk it belongs to.
    pub part: &'static str,
    /// What to watch.
    pub look_for: &'static str,
    /// The program; where there is a fix, that comes second. There is at least one.
    pub programs: &'static [Program],
    /// Shared values whose sum says whether all is well.
    pub sum: Option<Sum>,
    /// Runs worth naming. There is at least one, and the first is what the lesson opens with.
    pub presets: &'static [Preset],
}

/// A Python program of a lesson.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Program {
    /// What it is called beside the lesson's others.
    pub name: &'static str,
    /// Its file's name, as tracebacks show it.
    pub file: &'static str,
    /// Its source.
    pub source: &'static str,
}

/// Shared values whose sum says whether all is well.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sum {
    /// What the sum is.
    pub label: &'static str,
    /// What is added up: columns of tables (`account.balance`), attributes of global variables, or these themselves.
    pub of: &'static [&'static str],
    /// What it comes to if all is well.
    pub expected: i64,
    /// Whether it has to be so only when the program has ended.
    pub at_end: bool,
}

/// A run worth naming.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Preset {
    /// What is special about it.
    pub name: &'static str,
    /// Which run it is, as `interleave run` prints it.
    pub schedule: &'static str,
    /// Which of the lesson's programs it is a run of.
    pub program: usize,
    /// What it prints, if it is to be held to that.
    pub output: Option<&'static str>,
}

/// All lessons, in their order.
pub const LESSONS: &[Lesson] = include!(concat!(env!("OUT_DIR"), "/lessons.rs"));

/// The lesson of a name.
pub fn find(id: &str) -> Option<&'static Lesson> {
    LESSONS.iter().find(|lesson| lesson.id == id)
}

impl Lesson {
    /// The run that the lesson opens with.
    pub fn opening(&self) -> &'static Preset {
        &self.presets[0]
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_lesson_is_found_by_its_name_alone() {
        let names: BTreeSet<_> = LESSONS.iter().map(|lesson| lesson.id).collect();
        assert_eq!(names.len(), LESSONS.len());
        for lesson in LESSONS {
            assert_eq!(find(lesson.id), Some(lesson));
        }
        assert_eq!(find("no such lesson"), None);
    }

    #[test]
    fn lessons_of_one_part_stand_together() {
        let mut parts: Vec<_> = LESSONS.iter().map(|lesson| lesson.part).collect();
        parts.dedup();
        let distinct: BTreeSet<_> = parts.iter().collect();
        assert_eq!(distinct.len(), parts.len(), "{parts:?}");
    }

    #[test]
    fn what_to_look_for_is_said_in_two_lines() {
        for lesson in LESSONS {
            assert!(lesson.look_for.chars().count() <= 140, "{}", lesson.id);
        }
    }

    #[test]
    fn programs_are_narrow_enough_for_a_slide() {
        for program in LESSONS.iter().flat_map(|lesson| lesson.programs) {
            for line in program.source.lines() {
                assert!(line.chars().count() <= 62, "{}: {line}", program.file);
            }
        }
    }
}
