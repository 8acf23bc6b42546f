//! The state as an address that can be kept, shared and opened again.

use std::rc::Rc;

use form_urlencoded::{Serializer, parse};
use interleave_schedule::{Interval, Schedule};
use interleave_vm::Model;

use super::{Asked, Goal, Move, Own, State};

/// The version of the form. An address of a later one is opened as far as its lesson.
const VERSION: &str = "1";

/// What an address says, its query and its fragment: `v=1&lesson=lost-update&seed=7&interval=5&model=gil&step=12`. A schedule with
/// decisions is written as a whole, in place of seed, interval and model: `schedule=1i5s0.M87A8B12A4M`.
///
/// What is the person's own is in the fragment, which browsers tell no host, and no host finds too long: the program
/// (`code`, see [`super::packing`]), its file's name, what it reads, and what is asked of a search.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address(Vec<(String, String)>);

/// The keys that say what is shown; all others are settings of the frame, and kept as they are.
const KEYS: [&str; 14] = [
    "v", "lesson", "program", "schedule", "seed", "interval", "model", "step", "play", "code", "file",
    "input", "outcome", "expect",
];

/// The name of a file is shown, and cut to so many characters.
const LONGEST_NAME: usize = 60;

/// So many bytes of input lines are kept in an address.
const LONGEST_INPUT: usize = 8_000;

/// How an address says that the interval is what the program sets.
const OWN: &str = "own";

/// What a program is called that a link has, and no name for.
const NAMELESS: &str = "program.py";

impl Address {
    /// Reads a query, with or without its `?`, and the fragment behind it, if there is one.
    pub fn read(query: &str) -> Address {
        let query = query.strip_prefix('?').unwrap_or(query);
        let parts = query.split('#').flat_map(|part| parse(part.as_bytes()).into_owned());
        Address(parts.collect())
    }

    /// The program in it, packed.
    pub fn packed(&self) -> Option<&str> {
        self.get("code")
    }

    /// The name of a lesson in it that there is none of.
    pub fn unknown_lesson(&self) -> Option<&str> {
        self.get("lesson").filter(|name| interleave_lessons::find(name).is_none())
    }

    /// The query that opens a state, and leaves the frame's settings as this address has them.
    pub fn write(&self, state: &State) -> String {
        let mut query = Serializer::new(String::new());
        query.append_pair("v", VERSION).append_pair("lesson", state.lesson.id);
        if state.program != state.lesson.opening().program {
            query.append_pair("program", &state.program.to_string());
        }
        let Schedule { seed, interval, model, decisions, then } = &state.schedule;
        if decisions.is_empty() && then.is_none() {
            query
                .append_pair("seed", &seed.to_string())
                .append_pair("interval", &interval.map_or(OWN.into(), |interval| interval.to_string()))
                .append_pair("model", name_of(*model));
        } else {
            query.append_pair("schedule", &state.schedule.to_string());
        }
        query
            .append_pair("step", &state.shown().to_string())
            .extend_pairs(self.0.iter().filter(|(key, _)| !KEYS.contains(&key.as_str())));
        query.finish()
    }

    /// The fragment that belongs to the query of a state; empty if nothing in it is the person's own.
    pub fn fragment(state: &State) -> String {
        let mut fragment = Serializer::new(String::new());
        if let Some((own, packed)) = state.own.as_ref().and_then(|own| Some((own, own.packed.as_ref()?))) {
            fragment.append_pair("code", packed);
            if let Some(name) = &own.name {
                fragment.append_pair("file", name);
            }
            if !own.input.is_empty() {
                fragment.append_pair("input", &own.input);
            }
        }
        if let Some(Asked { outcome, expect }) = state.asked.as_deref() {
            let text = |asked: &Option<Rc<str>>| asked.as_deref().unwrap_or_default().to_string();
            fragment.append_pair("outcome", &text(outcome)).append_pair("expect", &text(expect));
        }
        fragment.finish()
    }

    /// The query that opens a state, and its fragment, as a link ends.
    pub fn link(&self, state: &State) -> String {
        let (query, fragment) = (self.write(state), Address::fragment(state));
        if fragment.is_empty() { format!("?{query}") } else { format!("?{query}#{fragment}") }
    }

    /// The end of a link that opens the program of a state as a game, from its first choice, with the person's goal.
    pub fn game(state: &State) -> String {
        let mut query = Serializer::new(String::new());
        query.append_pair("v", VERSION).append_pair("lesson", state.lesson.id);
        query.append_pair("program", &state.program.to_string());
        query.append_pair("play", &(state.goal + 1).to_string());
        let fragment = Address::fragment(state);
        let link = format!("?{}", query.finish());
        if fragment.is_empty() { link } else { format!("{link}#{fragment}") }
    }

    /// The state that it opens, if the program in it was unpacked to a source, or why that could not be done: then it is
    /// the lesson.
    pub fn open_own(&self, source: Result<String, String>) -> State {
        match source {
            Ok(source) => {
                // Without a lesson there is none that could say anything of it.
                let nameless = || self.get("lesson").is_none().then(|| NAMELESS.into());
                let mut state = self.open();
                if self.schedule(&state.schedule).is_none() {
                    state.schedule = state.schedule.undecided();
                }
                state.own = Some(Rc::new(Own {
                    name: self.get("file").and_then(file_name).or_else(nameless),
                    source: source.into(),
                    input: self
                        .get("input")
                        .filter(|input| input.len() <= LONGEST_INPUT)
                        .unwrap_or_default()
                        .into(),
                    packed: self.packed().map(Rc::from),
                    edited: false,
                }));
                state
            }
            Err(why) => {
                let lesson = self.get("lesson").and_then(interleave_lessons::find);
                State { notice: Some(why.into()), ..lesson.map_or_else(State::default, State::open) }
            }
        }
    }

    /// The state that it opens, but for a program of the person's own. What it leaves out, or what cannot be read, is as the
    /// lesson has it.
    pub fn open(&self) -> State {
        let lesson = self.get("lesson").and_then(interleave_lessons::find);
        let mut state = lesson.map_or_else(State::default, State::open);
        if lesson.is_none() && self.packed().is_none()
            || self.get("v").is_some_and(|version| version != VERSION)
        {
            return state;
        }
        let number = |key| self.get(key).and_then(|text| text.parse::<u64>().ok());
        if let Some(program) = number("program") {
            state.program = (program as usize).min(state.lesson.programs.len() - 1);
            state.schedule = state.schedule_with(state.program);
        }
        if let Some(schedule) = self.schedule(&state.schedule) {
            state.schedule = schedule;
        }
        if let Some(step) = number("step") {
            state.go(Move::To(step));
        }
        // People count goals from 1; where there is none of that number, there is nothing to do but to make it fail.
        if let Some(goal) = number("play") {
            (state.invited, state.goal) = (true, (goal as usize).saturating_sub(1));
        }
        let asked = [self.get("outcome"), self.get("expect")];
        if asked.iter().any(Option::is_some) {
            let [outcome, expect] = asked.map(Option::unwrap_or_default);
            state.asked = Some(Rc::new(Asked::given(outcome, expect)));
        }
        match self.get("explore") {
            Some("all") => state.explore(Goal::All),
            Some("failure") => state.explore(Goal::Failure),
            _ => {}
        }
        state
    }

    /// The schedule that it names; none if it is the lesson's.
    fn schedule(&self, lessons: &Schedule) -> Option<Schedule> {
        if let Some(schedule) = self.get("schedule").and_then(|text| text.parse().ok()) {
            return Some(schedule);
        }
        let seed = self.get("seed").and_then(|text| text.parse::<u64>().ok());
        let interval = match self.get("interval") {
            Some(OWN) => Some(None),
            text => text.and_then(|text| text.parse::<Interval>().ok()).map(Some),
        };
        let model = self.get("model").and_then(model_of);
        (seed.is_some() || interval.is_some() || model.is_some()).then(|| Schedule {
            seed: seed.unwrap_or(lessons.seed),
            interval: interval.unwrap_or(lessons.interval),
            model: model.unwrap_or(lessons.model),
            // What was decided for another seed or interval means nothing here.
            ..Schedule::default()
        })
    }

    pub(super) fn get(&self, key: &str) -> Option<&str> {
        self.0.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str())
    }
}

/// The name of a file without its folders; none if nothing is left of it.
pub fn file_name(path: &str) -> Option<Rc<str>> {
    let name = path.rsplit(['/', '\\']).next()?;
    let name: String = name.chars().filter(|c| !c.is_control()).take(LONGEST_NAME).collect();
    Some(name.trim()).filter(|name| !name.is_empty()).map(Rc::from)
}

fn name_of(model: Model) -> &'static str {
    match model {
        Model::Instruction => "instruction",
        Model::Gil => "gil",
    }
}

fn model_of(name: &str) -> Option<Model> {
    [Model::Instruction, Model::Gil].into_iter().find(|&model| name_of(model) == name)
}

#[cfg(test)]
mod tests {
    use interleave_lessons::LESSONS;

    use super::super::{Action, Extent};
    use super::*;

    #[test]
    fn an_address_opens_the_state_that_it_was_written_from() {
        let extent = Extent { steps: 500, complete: true, opens: 0 };
        for lesson in LESSONS {
            for interval in [None, Some(Interval::Steps(3)), Some(Interval::Seconds(5_000))] {
                let before = State::open(lesson)
                    .after(Action::Seed(u64::MAX))
                    .after(Action::Interval(interval))
                    .after(Action::Model(Model::Gil));
                let before = before
                    .after(Action::Recorded(before.run_number, extent))
                    .after(Action::Move(Move::To(77)));
                let after = Address::read(&Address::default().write(&before)).open();
                assert!(after.same_run(&before));
                assert_eq!(after.after(Action::Recorded(after.run_number, extent)).shown(), 77);
            }
        }
    }

    #[test]
    fn an_address_can_begin_a_search() {
        let opened = Address::read("lesson=lost-update&explore=failure").open();
        assert_eq!(opened.search.map(|search| search.goal), Some(Goal::Failure));
        let loaded = State::default().after(Action::Open(Box::new(opened)));
        assert!(loaded.search.is_some_and(|search| search.is_running()) && loaded.search_number > 0);
        assert_eq!(Address::read("lesson=lost-update&explore=maybe").open().search, None);
    }

    #[test]
    fn a_link_can_invite_to_a_game() {
        let lesson = State::open(interleave_lessons::find("bank-thread-pool").expect("a lesson"));
        let begun = lesson.after(Action::Steer(lesson.schedule.clone(), 3, 1));
        let link = Address::game(&begun);
        assert_eq!(link, "?v=1&lesson=bank-thread-pool&program=0&play=2");
        let opened = Address::read(&link).open();
        assert!(opened.invited && opened.goal == 1 && opened.moves.is_none());
        assert!(!opened.after(Action::Steer(opened.schedule.clone(), 3, 1)).invited);
        // What is shown then has an address of its own.
        assert!(!Address::read(&link).write(&opened).contains("play"));
        assert!(!Address::read("lesson=bank-thread-pool&play=x").open().invited);
    }

    #[test]
    fn decisions_are_part_of_an_address() {
        for preset in
            LESSONS.iter().flat_map(|lesson| lesson.presets.iter().map(move |preset| (lesson, preset)))
        {
            let before = State::open(preset.0).after(Action::Preset(preset.1));
            let after = Address::read(&Address::default().write(&before)).open();
            assert!(after.same_run(&before), "{}", preset.1.name);
        }
    }

    #[test]
    fn an_address_of_version_1() {
        let state = State::open(interleave_lessons::find("lost-update").expect("a lesson"))
            .after(Action::Seed(7))
            .after(Action::Interval(Some(Interval::Seconds(5_000))));
        let state = state
            .after(Action::Recorded(state.run_number, Extent { steps: 99, complete: true, opens: 0 }))
            .after(Action::Move(Move::To(12)));
        let address = Address::read("?embed=1&step=3&theme=dark");
        assert_eq!(
            address.write(&state),
            "v=1&lesson=lost-update&seed=7&interval=0.005s&model=instruction&step=12&embed=1&theme=dark"
        );
    }

    fn own(name: Option<&str>, source: &str) -> Rc<Own> {
        let packed = super::super::packing::Packed::shortest(source, None).write().map(Rc::from);
        let source = source.into();
        Rc::new(Own { name: name.map(Rc::from), source, input: "1\n2 & 3\n".into(), packed, edited: false })
    }

    fn unpacked(address: &Address) -> String {
        use super::super::packing::Packed;
        match Packed::read(address.packed().expect("a program")) {
            Ok(Packed::Plain(bytes)) => String::from_utf8(bytes).expect("text"),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_program_is_in_the_fragment() {
        let lesson = State::open(interleave_lessons::find("lost-update").expect("a lesson"));
        for name in [None, Some("mine & yours.py")] {
            let before = lesson
                .after(Action::Own(own(name, "print('ü', 1 < 2)\n")))
                .after(Action::Seed(3))
                .after(Action::Asked(Some(Asked::given("balance", ""))));
            let link = Address::read("embed=1").link(&before);
            let (query, fragment) = link.split_once('#').expect("a fragment");
            assert!(
                query.ends_with("&step=0&embed=1")
                    && !query.contains("code")
                    && fragment.starts_with("code=0")
            );
            let address = Address::read(&link);
            let after = address.open_own(Ok(unpacked(&address)));
            assert!(after.same_run(&before), "{link}");
            assert_eq!((&after.asked, after.title()), (&before.asked, before.title()));
        }
    }

    #[test]
    fn a_program_needs_no_lesson_and_no_seed() {
        let address = Address::read("#code=0eCA9IDEK");
        let state = address.open_own(Ok(unpacked(&address)));
        assert_eq!((&*state.source(), state.schedule.decided_steps()), ("x = 1\n", 0));
        assert_eq!((state.file(), state.sum(), state.asked()), ("program.py", None, Asked::default()));
    }

    #[test]
    fn a_broken_program_is_the_lesson_with_a_notice() {
        let state =
            Address::read("lesson=lost-update&seed=99#code=1zz").open_own(Err("It is broken.".into()));
        assert_eq!((state.lesson.id, state.notice.as_deref()), ("lost-update", Some("It is broken.")));
        assert!(state.same_run(&State::open(state.lesson)));
    }

    #[test]
    fn names_of_files_have_no_folders_and_an_end() {
        assert_eq!(file_name("C:\\talks/bank.py").as_deref(), Some("bank.py"));
        assert_eq!(file_name("a/"), None);
        assert_eq!(file_name(&"é".repeat(500)).map(|name| name.chars().count()), Some(LONGEST_NAME));
    }

    #[test]
    fn what_cannot_be_read_is_as_the_lesson_has_it() {
        let opened = |query: &str| Address::read(query).open();
        let lesson = State::open(&LESSONS[1]);
        let id = lesson.lesson.id;
        assert_eq!(opened(""), State::default());
        assert_eq!(opened("lesson=none&seed=9"), State::default());
        assert_eq!(Address::read("lesson=none&seed=9").unknown_lesson(), Some("none"));
        assert_eq!(opened(&format!("lesson={id}&seed=x&interval=0&model=m&step=-1")), lesson);
        assert_eq!(opened(&format!("v=2&lesson={id}&seed=9")), lesson);
    }
}
