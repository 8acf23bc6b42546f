//! What a search over all schedules shows: bars, the verdict, and runs that end as their bars say.
#![cfg(not(target_arch = "wasm32"))]

use std::rc::Rc;

use expect_test::{Expect, expect};
use interleave::run::Run;
use interleave::search::Search;
use interleave::state::{Goal, State};
use interleave::view::ExploreView;
use interleave_explore::{Ending, Options};
use interleave_lessons::find;
use interleave_vm::Program;

fn program(lesson: &str) -> Rc<Program> {
    let program = &find(lesson).expect("a lesson").programs[0];
    Program::compile(program.source, program.file).expect("it compiles")
}

/// A search that was made until it was done, by a clock that does not go.
fn searched(program: &Rc<Program>, goal: Goal, options: Options) -> Search {
    let mut search = Search::new(program, options).expect("the expressions can be read");
    while !search.slice(goal, || 0.0).done {}
    search.look(true);
    search
}

fn expecting(expect: &str, outcome: Option<&str>) -> Options {
    Options { expect: Some(expect.into()), outcome: outcome.map(Into::into), ..Options::default() }
}

fn shows(view: &ExploreView, expected: Expect) {
    let mut text = String::new();
    if let Some(verdict) = &view.verdict {
        text += &format!("{}\n{}\n", verdict.headline, verdict.sentences);
        for more in verdict.why.iter().chain(&verdict.shortest) {
            text += &format!("{more}\n");
        }
    }
    for bar in &view.bars {
        let counts =
            format!("{} {}", bar.count.as_deref().unwrap_or("-"), bar.share.as_deref().unwrap_or("-"));
        let length = "=".repeat((20.0 * bar.length).round() as usize);
        text += &format!("{} | {} | {counts} | {length}\n", bar.text, bar.ending);
    }
    expected.assert_eq(&format!("{text}{} more, {}\n", view.left_out, view.counted));
}

#[test]
fn a_lost_update_is_counted() {
    let search = searched(&program("lost-update"), Goal::All, expecting("account.balance == 230", None));
    shows(
        &search.view(),
        expect![[r#"
        4 of 6 schedules fail
        Fails under the model instruction: account.balance == 230 does not hold at the end. Of 6 schedules (4 traces), 4 fail. 2 outcomes; 12 states.
        Lost update: B wrote account.balance (line 12) after A had read it (line 10) and before A wrote it (line 12), so what B wrote is lost.
        The shortest failure: 1 preemption, 4 switches, 1 of them needed.
        Balance: 130 | fails | 4 66.67% | ====================
        Balance: 230 | passes | 2 33.33% | ==========
        0 more, schedules
    "#]],
    );
}

#[test]
fn a_proof_says_what_it_holds_for() {
    let search = searched(&program("bank-one-thread"), Goal::All, Options::default());
    shows(
        &search.view(),
        expect![[r#"
            The only schedule passes
            Passes, proved under the model instruction: of 1 schedule, none deadlocks, raises or goes on for ever. 1 outcome; 1 state.
            1 John 90 ⏎ 2 Jane 100 ⏎ 3 Alice 110 ⏎ Money in bank: 300 | passes | 1 100.00% | ====================
            0 more, schedules
        "#]],
    );
}

#[test]
fn a_search_for_a_failure_stops_at_the_first() {
    let options = expecting("account.balance == 230", None);
    let mut search = searched(&program("lost-update"), Goal::Failure, options);
    shows(
        &search.view(),
        expect![[r#"
        4 of 6 schedules fail
        Fails under the model instruction: account.balance == 230 does not hold at the end. Of 6 schedules, 4 fail. 2 outcomes; 12 states.
        Lost update: B wrote account.balance (line 12) after A had read it (line 10) and before A wrote it (line 12), so what B wrote is lost.
        The shortest failure: 1 preemption, 4 switches, 1 of them needed.
        Balance: 130 | fails | 4 66.67% | ====================
        Balance: 230 | passes | 2 33.33% | ==========
        0 more, schedules
    "#]],
    );
    let first = search.counterexample().expect("it fails");
    while !search.slice(Goal::All, || 0.0).over {}
    search.look(true);
    assert_eq!(search.counterexample(), Some(first), "there is none with fewer preemptions");
}

#[test]
fn what_is_too_large_is_sampled_and_called_unproven() {
    let options = Options { max_states: 50, ..Options::default() };
    let search = searched(&program("bank-thread-pool"), Goal::All, options);
    let view = search.view();
    let verdict = view.verdict.as_ref().expect("a verdict");
    assert_eq!((verdict.ending, verdict.headline.as_str()), (Ending::Unproven, "No failure found"));
    assert!(verdict.sentences.to_string().contains("more than 50 states"), "{}", verdict.sentences);
    assert_eq!(view.counted, "of 400 runs by chance");
    assert!(view.bars.iter().any(|bar| bar.count.is_some() && bar.length == 1.0));
}

#[test]
fn what_is_met_is_shown_before_it_is_counted() {
    let mut search = Search::new(&program("bank-thread-pool"), Options::default()).expect("no expressions");
    // By this clock every part takes long, so that a slice has one part.
    let clock = std::cell::Cell::new(0.0);
    let slow = || clock.replace(clock.get() + 100.0);
    while search.view().bars.len() < 2 {
        assert!(!search.slice(Goal::All, slow).done);
        search.look(false);
    }
    assert!(search.view().verdict.is_none() && search.view().bars[0].count.is_none());
}

/// Plays the run of every bar, and holds its end to the bar.
fn bars_play_their_outcomes(lesson: &str, options: Options) {
    let program = program(lesson);
    let mut search = searched(&program, Goal::All, options);
    for (place, bar) in search.view().bars.iter().enumerate() {
        let (schedule, needed) = search.run_to(place).expect("it was come to");
        let mut run = Run::new(&program, &schedule, None);
        let steps = run.advance(u64::MAX).steps;
        assert!(needed.iter().all(|&step| step < steps), "{schedule}");
        let end = run.scene(steps);
        let output: Vec<String> =
            end.output.iter().map(|row| row.runs.iter().map(|run| run.text.as_str()).collect()).collect();
        assert_eq!(bar.whole.trim_end(), output.join("\n").trim_end(), "{lesson}, {schedule}");
    }
}

#[test]
fn every_bar_plays_its_outcome() {
    bars_play_their_outcomes("lost-update", Options::default());
    bars_play_their_outcomes("bank-thread-pool", Options { max_states: 300, ..Options::default() });
}

#[test]
fn a_state_opens_the_search_of_its_lesson() {
    let state = State::open(find("lost-update").expect("a lesson"));
    let mut search = Search::of(&state, &program("lost-update")).expect("its expressions can be read");
    while !search.slice(Goal::All, || 0.0).over {}
    search.look(true);
    assert!(search.view().bars.len() > 1);
}
