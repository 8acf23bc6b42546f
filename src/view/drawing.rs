//! The timeline as a drawing of its own: an SVG file that needs no style sheet, for a slide or a page. It says with plain
//! attributes what it looks like, because few programs but browsers read style sheets; it is light, as paper is.

use std::fmt::Write;

use interleave_vm::ThreadId;

use super::lanes::{HOLD_HEIGHT, LANE_HEIGHT, LanesView};
use super::mark::{Doing, Mark, kind_of, shape_of};

/// What a drawing shows.
#[derive(Clone, Copy, Debug)]
pub struct Drawing<'a> {
    /// What it is of.
    pub title: &'a str,
    /// Which run and what came of it.
    pub subtitle: &'a str,
    /// The lanes.
    pub view: &'a LanesView,
    /// What the threads are called, in their order.
    pub names: &'a [String],
    /// The place that is pointed at, if it is in sight.
    pub step: u64,
}

/// The names' column, the margins, and how high the head is and the foot.
const NAMES: f64 = 176.0;
const MARGIN: f64 = 16.0;
const HEAD: f64 = 60.0;
const FOOT: f64 = 52.0;

const INK: &str = "#10151d";
const SOFT: &str = "#566070";
const RULE: &str = "#cfd6df";
const SHEET: &str = "#ffffff";
const SANS: &str = "Atkinson Hyperlegible Next, system-ui, sans-serif";
const MONO: &str = "Atkinson Hyperlegible Mono, ui-monospace, monospace";

/// Of each kind of thread the colour of its ground, of its line, and of a letter on the ground: those of the page's light
/// theme.
const COLOURS: [[&str; 3]; 10] = [
    ["#5d6777", "#5d6777", SHEET],
    ["#332288", "#332288", SHEET],
    ["#ddcc77", "#9d8728", INK],
    ["#44aa99", "#2f8f80", INK],
    ["#aa4499", "#aa4499", SHEET],
    ["#88ccee", "#3f93bd", INK],
    ["#999933", "#86862a", INK],
    ["#117733", "#117733", SHEET],
    ["#882255", "#882255", SHEET],
    ["#cc6677", "#b9566a", INK],
];

fn colours(thread: ThreadId) -> [&'static str; 3] {
    COLOURS[usize::from(kind_of(thread)) % COLOURS.len()]
}

impl Drawing<'_> {
    /// The drawing, as the text of an SVG file.
    pub fn svg(&self) -> String {
        let view = self.view;
        let width = NAMES + view.width + 2.0 * MARGIN;
        let height = HEAD + view.height() + FOOT;
        let mut svg = format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" font-family="{SANS}" font-size="13" fill="{INK}">"#
        );
        let title = escaped(self.title);
        let _ = write!(svg, "<title>{title}</title>");
        svg += r##"<defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path fill="#ffffff" d="M0 0h5v5h-5z"/><path stroke="#566070" stroke-width="1.75" d="M0 2.5h5"/></pattern></defs>"##;
        let _ = write!(svg, r#"<path fill="{SHEET}" d="M0 0h{width}v{height}h-{width}z"/>"#);
        let _ = write!(svg, r#"<text x="{MARGIN}" y="24" font-size="16" font-weight="600">{title}</text>"#);
        let _ = write!(svg, r#"<text x="{MARGIN}" y="43" fill="{SOFT}">{}</text>"#, escaped(self.subtitle));
        self.names(&mut svg);
        let _ = write!(svg, r#"<g transform="translate({} {HEAD})" fill="none">"#, NAMES + MARGIN);
        self.lanes(&mut svg);
        svg += "</g>";
        self.foot(&mut svg, width, height);
        svg += "</svg>\n";
        svg
    }

    fn names(&self, svg: &mut String) {
        for (lane, name) in self.view.lanes.iter().zip(self.names) {
            let y = HEAD + middle(lane.thread);
            let [fill, line, on] = colours(lane.thread);
            let (shape, baseline) = shape_of(lane.thread);
            let letter = Mark::author(lane.thread).letter();
            let _ = write!(
                svg,
                r#"<g transform="translate({MARGIN} {}) scale(0.79)"><path fill="{fill}" stroke="{line}" stroke-width="1.5" stroke-linejoin="round" d="{shape}"/><text x="12" y="{baseline}" fill="{on}" font-weight="600" text-anchor="middle">{letter}</text></g><text x="{}" y="{}">{}</text>"#,
                y - 9.5,
                MARGIN + 26.0,
                y + 4.5,
                escaped(name),
            );
        }
        let top = HEAD + LANE_HEIGHT * self.view.lanes.len() as f64;
        for (lock, row) in self.view.locks.iter().zip(0..) {
            let y = top + HOLD_HEIGHT * f64::from(row) + 11.5;
            let name = escaped(&lock.name);
            let _ = write!(
                svg,
                r#"<text x="{}" y="{y}" font-family="{MONO}" font-size="11" fill="{SOFT}">{name}</text>"#,
                MARGIN + 26.0
            );
        }
    }

    fn lanes(&self, svg: &mut String) {
        let view = self.view;
        for lane in &view.lanes {
            let [fill, line, _] = colours(lane.thread);
            let y = middle(lane.thread);
            let _ = write!(svg, r#"<path stroke="{RULE}" d="M0 {y}h{}"/>"#, view.width);
            for (doing, path) in &lane.paths {
                let look = match doing {
                    Doing::Running => format!(r#"fill="{fill}" stroke="{line}" stroke-width="0.75""#),
                    Doing::Runnable => format!(r#"fill="{SHEET}" stroke="{line}" stroke-width="1.25""#),
                    Doing::Blocked => format!(r#"fill="url(#hatch)" stroke="{line}""#),
                    Doing::Sleeping | Doing::Finished => format!(
                        r#"stroke="{line}" stroke-width="2.5" stroke-dasharray="0.1 5" stroke-linecap="round""#
                    ),
                };
                let _ = write!(svg, r#"<path {look} d="{path}"/>"#);
            }
        }
        for (holder, path) in view.locks.iter().flat_map(|lock| &lock.paths) {
            let _ = write!(svg, r#"<path fill="{}" d="{path}"/>"#, colours(*holder)[0]);
        }
        let strand = r#"stroke-linejoin="round""#;
        for (look, path) in [
            (format!(r#"stroke="{INK}" stroke-width="1.5" {strand}"#), &view.strand),
            (format!(r#"stroke="{INK}" stroke-width="1.25" stroke-opacity="0.55" {strand}"#), &view.arrows),
            (format!(r#"stroke="{INK}" stroke-width="5" stroke-linecap="round""#), &view.needed),
        ] {
            if !path.is_empty() {
                let _ = write!(svg, r#"<path {look} d="{path}"/>"#);
            }
        }
        if view.stretch.start <= self.step && self.step <= view.stretch.end {
            let (x, end) = (view.x(self.step), view.height() + 8.0);
            let _ = write!(svg, r#"<path stroke="{INK}" stroke-width="2" d="M{x:.1} -4v{end}"/>"#);
        }
    }

    /// Where the steps are counted from and to, and what the looks of a lane mean.
    fn foot(&self, svg: &mut String, width: f64, height: f64) {
        let view = self.view;
        let (y, left, right) = (height - FOOT + 18.0, NAMES + MARGIN, width - MARGIN);
        let _ = write!(svg, r#"<g fill="{SOFT}" font-size="12">"#);
        let _ = write!(svg, r#"<text x="{left}" y="{y}">step {}</text>"#, view.stretch.start);
        let _ = write!(svg, r#"<text x="{right}" y="{y}" text-anchor="end">{}</text>"#, view.stretch.end);
        let said = "solid: runs; outlined: could run; hatched: waits; dotted: sleeps; bars below: who holds the lock";
        let _ = write!(svg, r#"<text x="{left}" y="{}">{said}</text></g>"#, y + 20.0);
    }
}

fn middle(thread: ThreadId) -> f64 {
    (f64::from(thread.0) + 0.5) * LANE_HEIGHT
}

/// A text as XML has it; control characters, which it cannot have, are left out.
fn escaped(text: &str) -> String {
    let kept = text.chars().filter(|c| !c.is_control());
    let mut escaped = String::new();
    for c in kept {
        match c {
            '&' => escaped += "&amp;",
            '<' => escaped += "&lt;",
            '>' => escaped += "&gt;",
            '"' => escaped += "&quot;",
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::super::lanes::{HoldsView, LaneView};
    use super::*;

    #[test]
    fn a_drawing_says_all_by_itself() {
        let lanes = [0, 1].map(|number| LaneView {
            thread: ThreadId(number),
            paths: vec![(Doing::Running, "M0 4h50v16h-50z".into())],
        });
        let lock = HoldsView { name: "lock".into(), paths: vec![(ThreadId(1), "M0 50h9v9h-9z".into())] };
        let view = LanesView {
            stretch: 0..10,
            steps: 10,
            width: 100.0,
            lanes: lanes.to_vec(),
            locks: vec![lock],
            strand: "M0 12H50".into(),
            ..LanesView::default()
        };
        let names = ["main".to_string(), "a <b> & \"c\"\u{7}".to_string()];
        let (title, subtitle) = ("<script>alert(1)</script>", "seed 1");
        let svg = Drawing { title, subtitle, view: &view, names: &names, step: 5 }.svg();
        assert!(!svg.contains("<script") && !svg.contains("class=") && !svg.contains('\u{7}'));
        expect![[r##"
            <svg xmlns="http://www.w3.org/2000/svg" width="308" height="178" viewBox="0 0 308 178" font-family="Atkinson Hyperlegible Next, system-ui, sans-serif" font-size="13" fill="#10151d">
            <title>&lt;script&gt;alert(1)&lt;/script&gt;</title>
            <defs>
            <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <path fill="#ffffff" d="M0 0h5v5h-5z"/>
            <path stroke="#566070" stroke-width="1.75" d="M0 2.5h5"/>
            </pattern>
            </defs>
            <path fill="#ffffff" d="M0 0h308v178h-308z"/>
            <text x="16" y="24" font-size="16" font-weight="600">&lt;script&gt;alert(1)&lt;/script&gt;</text>
            <text x="16" y="43" fill="#566070">seed 1</text>
            <g transform="translate(16 62.5) scale(0.79)">
            <path fill="#5d6777" stroke="#5d6777" stroke-width="1.5" stroke-linejoin="round" d="M6 3h12a4 4 0 0 1 4 4v10a4 4 0 0 1-4 4h-12a4 4 0 0 1-4-4v-10a4 4 0 0 1 4-4z"/>
            <text x="12" y="16.6" fill="#ffffff" font-weight="600" text-anchor="middle">M</text>
            </g>
            <text x="42" y="76.5">main</text>
            <g transform="translate(16 86.5) scale(0.79)">
            <path fill="#332288" stroke="#332288" stroke-width="1.5" stroke-linejoin="round" d="M12 1.500a10.5 10.5 0 1 1 0 21a10.5 10.5 0 1 1 0-21z"/>
            <text x="12" y="16.6" fill="#ffffff" font-weight="600" text-anchor="middle">A</text>
            </g>
            <text x="42" y="100.5">a &lt;b&gt; &amp; &quot;c&quot;</text>
            <text x="42" y="119.5" font-family="Atkinson Hyperlegible Mono, ui-monospace, monospace" font-size="11" fill="#566070">lock</text>
            <g transform="translate(192 60)" fill="none">
            <path stroke="#cfd6df" d="M0 12h100"/>
            <path fill="#5d6777" stroke="#5d6777" stroke-width="0.75" d="M0 4h50v16h-50z"/>
            <path stroke="#cfd6df" d="M0 36h100"/>
            <path fill="#332288" stroke="#332288" stroke-width="0.75" d="M0 4h50v16h-50z"/>
            <path fill="#332288" d="M0 50h9v9h-9z"/>
            <path stroke="#10151d" stroke-width="1.5" stroke-linejoin="round" d="M0 12H50"/>
            <path stroke="#10151d" stroke-width="2" d="M50.0 -4v74"/>
            </g>
            <g fill="#566070" font-size="12">
            <text x="192" y="144">step 0</text>
            <text x="292" y="144" text-anchor="end">10</text>
            <text x="192" y="164">solid: runs; outlined: could run; hatched: waits; dotted: sleeps; bars below: who holds the lock</text>
            </g>
            </svg>
        "##]].assert_eq(&svg.replace("><", ">\n<"));
    }
}
