//! What a person sees of the talk's five steps to a lost update.
#![cfg(not(target_arch = "wasm32"))]

use std::fmt::Write;

use expect_test::expect;
use interleave::run::Run;
use interleave::state::{Action, Move, State};
use interleave::view::{Beat, Scene, Verdict};

fn run_of(lesson: &str) -> (Run, u64) {
    let lesson = interleave_lessons::find(lesson).expect("a lesson");
    let mut run = Run::of(&State::open(lesson)).expect("it compiles");
    let steps = run.advance(u64::MAX).steps;
    (run, steps)
}

/// The steps of threads other than the main one, each with what it wrote last and with the shared values.
fn told(scene: &Scene) -> String {
    let rows = scene.shared.rows.iter().map(|row| {
        let writer = row.writer.map(|mark| mark.letter()).unwrap_or_default();
        let changed = if row.value.changed { "!" } else { "" };
        format!("{} = {} by {writer}{changed}", row.name, row.value.text)
    });
    format!("{}  {}  |  {}", scene.step, scene.caption.words, rows.collect::<Vec<_>>().join(", "))
}

#[test]
fn the_five_steps_in_words() {
    let (mut run, steps) = run_of("lost-update");
    let mut story = String::new();
    for step in 1..=steps {
        let scene = run.scene(step);
        let by_other = scene.caption.thread.is_some_and(|thread| thread.0 > 0);
        if by_other || step == steps {
            writeln!(story, "{}", told(&scene)).expect("text");
        }
    }
    expect![[r#"
        88  A enters pay_in  |  account.balance = 30 by M
        89  A reads account: <Account>  |  account.balance = 30 by M
        90  A reads account.balance: 30  |  account.balance = 30 by M
        91  A keeps 30 in its own balance  |  account.balance = 30 by M
        92  A looks at its own balance: 30  |  account.balance = 30 by M
        93  A looks at its own amount: 100  |  account.balance = 30 by M
        94  A works out balance + amount: 130  |  account.balance = 30 by M
        95  A keeps 130 in its own balance  |  account.balance = 30 by M
        96  B enters pay_in  |  account.balance = 30 by M
        97  B reads account: <Account>  |  account.balance = 30 by M
        98  B reads account.balance: 30  |  account.balance = 30 by M
        99  B keeps 30 in its own balance  |  account.balance = 30 by M
        100  B looks at its own balance: 30  |  account.balance = 30 by M
        101  B looks at its own amount: 100  |  account.balance = 30 by M
        102  B works out balance + amount: 130  |  account.balance = 30 by M
        103  B keeps 130 in its own balance  |  account.balance = 30 by M
        104  B looks at its own balance: 130  |  account.balance = 30 by M
        105  B reads account: <Account>  |  account.balance = 30 by M
        106  B writes account.balance: 130  |  account.balance = 130 by B!
        107  B has ended  |  account.balance = 130 by B
        108  A looks at its own balance: 130  |  account.balance = 130 by B
        109  A reads account: <Account>  |  account.balance = 130 by B
        110  A writes account.balance: 130  |  account.balance = 130 by A!
        111  A has ended  |  account.balance = 130 by A
        145  The program has ended.  |  account.balance = 130 by A
    "#]]
    .assert_eq(&story);
}

#[test]
fn every_thread_stands_in_its_line() {
    let (mut run, _) = run_of("lost-update");
    let scene = run.scene(100);
    let mut places = String::new();
    for line in scene.code.iter().filter(|line| !line.marks.is_empty()) {
        for mark in &line.marks {
            let evaluated = line.pieces.iter().filter(|piece| piece.evaluated_by == Some(mark.thread));
            let text: String = evaluated.map(|piece| piece.text.as_str()).collect();
            writeln!(places, "{} {:?} line {}: {text}", mark.letter(), mark.doing, line.number)
                .expect("text");
        }
    }
    expect![[r#"
        B Running line 11: amount
        A Runnable line 12: balance
        M Runnable line 22: payment.start()
    "#]]
    .assert_eq(&places);
}

#[test]
fn torn_lines_are_marked() {
    let (mut run, steps) = run_of("print-thread-pool");
    let mut output = String::new();
    for row in run.scene(steps).output {
        let runs = row
            .runs
            .iter()
            .map(|run| format!("{}[{}]", interleave_schedule::thread_letter(run.thread), run.text));
        writeln!(output, "{}{}", runs.collect::<String>(), if row.torn { " torn" } else { "" })
            .expect("text");
    }
    expect![[r#"
        A[Printing from thread: 1004]A[ | Separator of 1004]
        A[Printing from thread: 1004]A[ | Separator of 1004]
        A[Printing from thread: 1004]B[Printing from thread: 1008]B[ | Separator of 1008] torn
        A[ | Separator of 1004]
        A[Printing from thread: 1004]A[ | Separator of 1004]
        B[Printing from thread: 1008]A[Printing from thread: 1004]A[ | Separator of 1004] torn
        A[Printing from thread: 1004]A[ | Separator of 1004]
        B[ | Separator of 1008]
    "#]]
    .assert_eq(&output);
}

#[test]
fn the_talks_bank_loses_ten() {
    let (mut run, steps) = run_of("bank-thread-pool");
    let sum = run.scene(steps).shared.sum.expect("the lesson has a sum");
    assert_eq!((sum.total.as_deref(), sum.verdict), (Some("290"), Verdict::Lost("10".into())));
}

#[test]
fn a_state_is_shown_as_far_as_it_is_known() {
    let state = State::default().after(Action::Move(Move::End));
    let mut run = Run::of(&state).expect("it compiles");
    let state = state.after(Action::Recorded(state.run_number, run.advance(10)));
    assert_eq!(run.scene(state.shown()).step, state.extent.steps);
}

#[test]
fn a_read_that_is_out_of_date_stands_behind_its_line() {
    let (mut run, steps) = run_of("bank-thread-pool");
    // What a thread keeps of a balance, where the table has another by now.
    let stale = (0..=steps).find_map(|step| {
        let scene = run.scene(step);
        let line = scene.code.iter().find(|line| line.kept.iter().any(|kept| kept.value == "100"))?;
        let row = scene.shared.tables[0].rows.iter().find(|(cells, _)| cells[1].text == "Jane")?;
        let kept: Vec<_> = line.kept.iter().map(|kept| format!("{} {}", kept.name, kept.value)).collect();
        (row.0[2].text == "110").then(|| (line.number, kept.join(", "), row.0[2].text.clone()))
    });
    expect![[r#"
        Some(
            (
                28,
                "payer.balance 100",
                "110",
            ),
        )
    "#]]
    .assert_debug_eq(&stale);
}

#[test]
fn play_rests_where_there_is_something_to_see() {
    let (mut run, steps) = run_of("bank-thread-pool");
    let beats: Vec<Beat> = (0..=steps).map(|step| run.scene(step).beat).collect();
    let count = |wanted| beats.iter().filter(|beat| **beat == wanted).count();
    // The accounts are opened by one commit; of four transfers one breaks the sum.
    assert_eq!((count(Beat::Change), count(Beat::Loss)), (4, 1));
    assert!(count(Beat::Switch) > 5);
    assert!(count(Beat::Plain) > 400);
}

#[test]
fn objects_with_nothing_in_them_are_told_apart() {
    let (mut run, steps) = run_of("singleton");
    let rows = run.scene(steps).shared.rows;
    let rows: Vec<_> = rows.iter().map(|row| format!("{} = {}", row.name, row.value.text)).collect();
    expect![[r#"
        [
            "found = [Settings 2, Settings 1]",
            "Settings.instance = Settings 2",
        ]
    "#]]
    .assert_debug_eq(&rows);
}
