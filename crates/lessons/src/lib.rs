//! The lessons, as `lessons/` has them: programs with what to look for, what must hold, a prediction to make, and runs
//! worth naming. All of it is data that was read when this was built; `lessons/README.md` describes the files.

mod end;
mod lesson;

pub use end::{End, Ending};
pub use lesson::{
    Answer, Bar, Chart, Checks, Claim, Exploration, Explored, Goal, Holds, Lesson, Prediction, Preset,
    Program, Reach, Said, Sum, Time, Work,
};

/// All lessons, in their order.
pub const LESSONS: &[Lesson] = include!(concat!(env!("OUT_DIR"), "/lessons.rs"));

/// The lesson of a name.
pub fn find(id: &str) -> Option<&'static Lesson> {
    LESSONS.iter().find(|lesson| lesson.id == id)
}

/// What is said of the runs of each of [`LESSONS`].
const CHECKS: &[Checks] = include!(concat!(env!("OUT_DIR"), "/checks.rs"));

/// What a lesson says of its runs.
pub fn checks(lesson: &Lesson) -> &'static Checks {
    let place = LESSONS.iter().position(|other| other.id == lesson.id).unwrap_or_default();
    &CHECKS[place]
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
    fn texts_fit_the_page() {
        for lesson in LESSONS {
            let Prediction { question, answers } = lesson.prediction;
            let answers_length: usize = answers.iter().map(|answer| answer.text.chars().count()).sum();
            assert!(lesson.look_for.chars().count() <= 140, "{}: look_for", lesson.id);
            assert!(lesson.after.chars().count() <= 140, "{}: after", lesson.id);
            assert!((2..=4).contains(&answers.len()), "{}: answers", lesson.id);
            assert!(question.chars().count() + answers_length <= 120, "{}: prediction", lesson.id);
        }
    }

    #[test]
    fn the_last_answer_is_right_where_no_other_is() {
        for lesson in LESSONS {
            let (last, others) = lesson.prediction.answers.split_last().expect("there are answers");
            assert_eq!(last.ending, Ending::default(), "{}", lesson.id);
            assert!(others.iter().all(|answer| answer.ending != Ending::default()), "{}", lesson.id);
        }
    }

    #[test]
    fn every_preset_and_claim_says_how_runs_end() {
        for lesson in LESSONS {
            let Checks { presets, claims } = checks(lesson);
            assert_eq!(presets.len(), lesson.presets.len());
            let of_claims = claims.iter().filter_map(|claim| match &claim.said {
                Said::Of(_, ending) => Some(ending),
                Said::Explored(_) => None,
            });
            for ending in presets.iter().chain(of_claims) {
                assert_ne!(*ending, Ending::default(), "{}", lesson.id);
            }
        }
    }

    #[test]
    fn goals_fit_the_page_and_can_be_reached() {
        for goal in LESSONS.iter().flat_map(|lesson| lesson.goals) {
            assert!(goal.text.chars().count() <= 40, "{}", goal.text);
            assert!(goal.moves > 0 && goal.reach != Reach::Ends(Ending::default()), "{}", goal.text);
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

    #[test]
    fn charts_read_what_programs_print() {
        let work = Work { text: "waiting", name: "wait" };
        assert_eq!(Chart::milliseconds(&work, "compute: 1.5 ms\nwait: 4.1 ms\n"), Some("4.1"));
        assert_eq!(Chart::milliseconds(&work, "waiting: 4.1 ms\n"), None);
    }
}
