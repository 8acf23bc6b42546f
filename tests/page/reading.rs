//! Reading the page, and holding it to a view.

use interleave::view::{Doing, Mark, OutputRow, Scene, SharedView, Verdict, kind_of};
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::Page;

impl Page {
    /// The first element that a selector finds.
    pub(super) fn element(&self, selector: &str) -> Element {
        let found = self.root.query_selector(selector).expect("a selector");
        found.unwrap_or_else(|| panic!("the page has no {selector}"))
    }

    /// Its text.
    pub(crate) fn text(&self, selector: &str) -> String {
        text_of(&self.element(selector))
    }

    /// How many elements a selector finds.
    pub(crate) fn count(&self, selector: &str) -> usize {
        self.elements(selector).len()
    }

    fn elements(&self, selector: &str) -> Vec<Element> {
        within(&self.root, selector)
    }

    /// The texts of all elements that a selector finds.
    pub(crate) fn texts(&self, selector: &str) -> Vec<String> {
        self.elements(selector).iter().map(text_of).collect()
    }

    /// Holds all that the page shows to a scene.
    pub(crate) fn shows(&self, scene: &Scene, which: &str) {
        let at = format!("{which}, step {}", scene.step);
        assert_eq!(self.text(".caption .words"), scene.caption.words.to_string(), "{at}");
        self.shows_code(scene, &at);
        self.shows_threads(scene, &at);
        self.shows_shared(&scene.shared, &at);
        self.shows_locks(scene, &at);
        let lines: Vec<String> = self.texts(".console .row");
        assert_eq!(lines, scene.output.iter().map(|row| output_line(row)).collect::<Vec<_>>(), "{at}");
    }

    fn shows_code(&self, scene: &Scene, at: &str) {
        let lines = self.elements(".line");
        assert_eq!(lines.len(), scene.code.len(), "{at}");
        for (line, view) in lines.iter().zip(&scene.code) {
            let at = format!("{at}, line {}", view.number);
            let text: String = view.pieces.iter().map(|piece| piece.text.as_str()).collect();
            assert_eq!(text_of(&within(line, ".text")[0]), text, "{at}");
            assert_eq!(line.class_list().contains("now"), view.running().is_some(), "{at}");
            let marks: Vec<String> = within(line, ".mark").iter().map(mark_of).collect();
            let most = if view.marks.len() > 3 { 2 } else { 3 };
            let expected: Vec<String> = view.marks.iter().take(most).map(mark_in_words).collect();
            assert_eq!(marks, expected, "{at}");
            let evaluated =
                |e: &Element| (text_of(e), e.class_name().split(' ').next_back().unwrap_or("").to_string());
            let expressions: Vec<_> = within(line, ".expr").iter().map(evaluated).collect();
            let pieces = view.pieces.iter().filter_map(|piece| Some((&piece.text, piece.evaluated_by?)));
            let expected: Vec<_> =
                pieces.map(|(text, by)| (text.clone(), format!("t{}", kind_of(by)))).collect();
            assert_eq!(expressions, expected, "{at}");
        }
    }

    fn shows_threads(&self, scene: &Scene, at: &str) {
        let threads: Vec<String> = self
            .elements(".names li:not(.unborn, .held)")
            .iter()
            .map(|li| format!("{} {}", mark_of(&within(li, ".mark")[0]), text_of(&within(li, ".doing")[0])))
            .collect();
        let expected: Vec<String> = scene
            .threads
            .iter()
            .map(|thread| format!("{} {}", mark_in_words(&thread.mark), thread.doing))
            .collect();
        assert_eq!(threads, expected, "{at}");
    }

    fn shows_shared(&self, shared: &SharedView, at: &str) {
        // A lesson with a chart shows that instead.
        if !self.elements(".chart").is_empty() {
            return;
        }
        let rows: Vec<String> = self.elements(".state tbody tr").iter().map(row_of).collect();
        let cell = |text: &str, changed: bool| format!("{text}{}", if changed { "!" } else { "" });
        let author = |mark: Option<Mark>| mark.map(|mark| mark.letter()).unwrap_or_default();
        let mut expected = Vec::new();
        for (cells, writer) in shared.tables.iter().flat_map(|table| &table.rows) {
            let cells: Vec<String> = cells.iter().map(|value| cell(&value.text, value.changed)).collect();
            expected.push(format!("{} by {}", cells.join(" "), author(Some(*writer))));
        }
        for row in &shared.rows {
            let value = cell(&row.value.text, row.value.changed);
            expected.push(format!("{} {value} by {}", row.name, author(row.writer)));
        }
        assert_eq!(rows, expected, "{at}");
        let Some(sum) = &shared.sum else { return };
        assert_eq!(self.text(".sum .total"), sum.total.clone().unwrap_or("not there yet".into()), "{at}");
        let verdict = match &sum.verdict {
            Verdict::Pending(words) => words.clone(),
            Verdict::Kept => "as it must be".into(),
            Verdict::Lost(amount) => format!("{amount} lost"),
            Verdict::TooMuch(amount) => format!("{amount} too much"),
        };
        assert_eq!(self.text(".sum .verdict"), verdict, "{at}");
    }

    fn shows_locks(&self, scene: &Scene, at: &str) {
        let locks: Vec<(String, Vec<String>)> = self
            .elements(".locks li")
            .iter()
            .map(|li| (text_of(&within(li, ".name")[0]), within(li, ".mark").iter().map(letter_of).collect()))
            .collect();
        let expected: Vec<_> = scene
            .locks
            .iter()
            .map(|lock| {
                let marks = lock.holders.iter().chain(&lock.waiters).map(|mark| mark.letter()).collect();
                (format!("{} {}", lock.name, lock.kind), marks)
            })
            .collect();
        assert_eq!(locks, expected, "{at}");
        let ring: Vec<_> = scene.ring.iter().map(|wait| wait.words.clone()).collect();
        assert_eq!(self.texts(".ring .cycle"), ring, "{at}");
    }
}

fn within(element: &Element, selector: &str) -> Vec<Element> {
    let found = element.query_selector_all(selector).expect("a selector");
    (0..found.length()).filter_map(|index| found.item(index)?.dyn_into().ok()).collect()
}

fn text_of(element: &Element) -> String {
    element.text_content().unwrap_or_default()
}

fn letter_of(mark: &Element) -> String {
    text_of(mark)
}

/// A mark as the page draws it: the letter, and what the thread does.
fn mark_of(mark: &Element) -> String {
    let doing = [Doing::Running, Doing::Runnable, Doing::Blocked, Doing::Sleeping, Doing::Finished];
    let drawn = doing.into_iter().find(|doing| mark.class_list().contains(doing.class()));
    format!("{} {}", letter_of(mark), drawn.map_or("", Doing::class))
}

fn mark_in_words(mark: &Mark) -> String {
    format!("{} {}", mark.letter(), mark.doing.class())
}

/// A row of a table: its values, those that have just changed with `!`, and by whom.
fn row_of(row: &Element) -> String {
    let cells = within(row, "th, td:not(.by)");
    let cells = cells.iter().map(|cell| {
        format!("{}{}", text_of(cell), if cell.class_list().contains("changed") { "!" } else { "" })
    });
    let by = within(row, ".by .mark").first().map(letter_of).unwrap_or_default();
    format!("{} by {by}", cells.collect::<Vec<_>>().join(" "))
}

/// A line of output as the page draws it: each thread's letter, then its text.
fn output_line(row: &OutputRow) -> String {
    let runs = row.runs.iter().map(|run| {
        let mark = if run.continued { String::new() } else { Mark::author(run.thread).letter() };
        mark + &run.text
    });
    runs.collect::<String>() + if row.torn { "torn" } else { "" }
}
