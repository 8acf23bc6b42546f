//! What a person asks for by keys and buttons, and the page around the frame by messages, as actions.

use std::cell::RefCell;
use std::rc::Rc;

use interleave_vm::{Diagnostic, Library, ThreadId};
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

use crate::hooks::{Drafts, Key, Request, Searched, Shelf, open};
use crate::run::{Chosen, Run};
use crate::state::{Action, Address, Frame, Move, State};
use crate::view::{Caption, Doing, GameView, LanesView, Scene, Standing, ThreadView};

/// A run, or why there is none.
pub(crate) type Made = Result<Run, Vec<Diagnostic>>;

/// All that it takes to tell what a request comes to.
#[derive(Clone)]
pub(crate) struct Control {
    pub(crate) run: Rc<RefCell<Made>>,
    pub(crate) search: Rc<RefCell<Option<Searched>>>,
    /// What was fetched of the library; none while it is on its way.
    pub(crate) library: Option<Library>,
    /// Where more of it can be had.
    pub(crate) shelf: Shelf,
    /// What was written and is not run.
    pub(crate) drafts: Drafts,
    pub(crate) state: Rc<State>,
    pub(crate) lanes: Rc<LanesView>,
    pub(crate) frame: Rc<Frame>,
    pub(crate) act: Callback<Action>,
    pub(crate) new_seed: Callback<()>,
}

impl PartialEq for Control {
    fn eq(&self, other: &Control) -> bool {
        Rc::ptr_eq(&self.run, &other.run)
            && Rc::ptr_eq(&self.search, &other.search)
            && self.library.is_some() == other.library.is_some()
            && self.state == other.state
            && Rc::ptr_eq(&self.lanes, &other.lanes)
            && self.act == other.act
    }
}

/// The control as it is when something is done. It is the same from drawing to drawing, so that what has it need not be drawn
/// anew with every step.
#[derive(Clone)]
pub(crate) struct Now(Rc<RefCell<Control>>);

impl PartialEq for Now {
    fn eq(&self, other: &Now) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Now {
    /// The control as it is, to be kept up to date by [`Now::set`].
    pub(crate) fn new(control: Control) -> Now {
        Now(Rc::new(RefCell::new(control)))
    }

    /// What is drawn is what a person does something with.
    pub(crate) fn set(&self, control: Control) {
        self.0.replace(control);
    }

    /// The control as it is.
    pub(crate) fn control(&self) -> Control {
        self.0.borrow().clone()
    }
}

impl Control {
    /// A key was pressed. Whether there was a use for it.
    pub(crate) fn key(&self, key: Key) -> bool {
        let State { ref sheet, .. } = *self.state;
        let action = match key {
            _ if !self.frame.keys => return false,
            Key::PlayOrPause => Action::PlayOrPause,
            Key::Back if self.state.shown() == 0 => return false,
            Key::Forward if self.state.at_end() => return false,
            Key::Back => Action::Move(Move::Back),
            Key::Forward => Action::Move(Move::Forward),
            Key::Start => Action::Move(Move::Start),
            Key::End => Action::Move(Move::End),
            Key::SwitchBack => self.to(Run::switch_before),
            Key::SwitchForward => self.to(Run::switch_after),
            Key::Closer => Action::Zoom(self.lanes.zoomed(true)),
            Key::Further => Action::Zoom(self.lanes.zoomed(false)),
            Key::LetGo(number) => return self.let_go(ThreadId(number)),
            Key::Undo => Action::Undo,
            Key::Explore(goal) => Action::Explore(goal),
            Key::Close if sheet.is_none() => return false,
            Key::Close => Action::Sheet(None),
            Key::Show(wanted) => Action::Sheet((*sheet != Some(wanted)).then_some(wanted)),
            Key::NewSeed => {
                self.new_seed.emit(());
                return true;
            }
        };
        self.act.emit(action);
        true
    }

    /// The page around the frame asks for something.
    pub(crate) fn request(&self, request: &Request) {
        let State { playing, .. } = *self.state;
        let shown = self.state.shown();
        let action = match request {
            Request::Hello => return,
            Request::Load(query) => {
                let (address, act) = (Address::read(query), self.act.clone());
                return spawn_local(async move { act.emit(Action::Open(Box::new(open(&address).await))) });
            }
            Request::Step(count) => Action::Move(Move::To(shown.saturating_add_signed((*count).into()))),
            Request::GoTo(step) => Action::Move(Move::To(*step)),
            Request::Start => Action::Move(Move::Start),
            Request::End => Action::Move(Move::End),
            Request::NextSwitch => self.to(Run::switch_after),
            Request::PreviousSwitch => self.to(Run::switch_before),
            Request::Play if !playing => Action::PlayOrPause,
            Request::SlideStart if !playing && self.frame.autoplay => Action::PlayOrPause,
            Request::Pause | Request::SlideStop if playing => Action::PlayOrPause,
            Request::Play | Request::SlideStart | Request::Pause | Request::SlideStop => return,
        };
        self.act.emit(action);
    }

    /// Lets a thread go on from the step that is shown. Whether it could.
    pub(crate) fn let_go(&self, thread: ThreadId) -> bool {
        let step = self.state.shown();
        let chosen = self.run.borrow_mut().as_mut().ok().and_then(|run| run.let_go(step, thread));
        if let Some(Chosen { schedule, step }) = &chosen {
            self.act.emit(Action::Chosen(schedule.clone(), *step));
        }
        chosen.is_some()
    }

    /// Makes the person the scheduler, from the first choice on, with a goal.
    pub(crate) fn steer(&self, goal: usize) {
        let start = self.state.start_of_task();
        let chosen = self.run.borrow_mut().as_mut().ok().map(|run| match start {
            Some(start) => run.with_schedule(&start).first_choice(),
            None => run.first_choice(),
        });
        if let Some(Chosen { schedule, step }) = chosen {
            self.act.emit(Action::Steer(schedule, step, goal));
        }
    }

    /// What the last step did; where a person let a thread go on, what that came to.
    pub(crate) fn caption(&self, scene: &Scene) -> Caption {
        let state = &self.state;
        let begun = state.moves.as_ref().and_then(|moves| Some(moves.last()?.1));
        let moved = begun.filter(|_| scene.step == state.schedule.decided_steps() && !state.at_end());
        let gist = moved.and_then(|begun| self.run.borrow_mut().as_mut().ok()?.gist(begun..scene.step));
        gist.unwrap_or_else(|| scene.caption.clone())
    }

    /// How the person who schedules stands, where so much is seen; none while the seed schedules.
    pub(crate) fn game(&self, scene: &Scene) -> Option<GameView> {
        let state = &self.state;
        let moves = state.moves.as_ref()?.len();
        let task = state.task();
        let reached = task.is_some_and(|task| match &mut *self.run.borrow_mut() {
            Ok(run) => run.reaches(&task.reach, scene),
            Err(_) => false,
        });
        let fewest = task.filter(|_| state.start_of_task().is_some()).map(|task| task.moves);
        let can_go = |thread: &&ThreadView| matches!(thread.mark.doing, Doing::Running | Doing::Runnable);
        Some(GameView::of(Standing {
            task,
            fewest,
            moves,
            reached,
            at_end: state.at_end(),
            failure: scene.failure(),
            choices: scene.threads.iter().filter(can_go).map(|thread| thread.mark).collect(),
        }))
    }

    /// Plays the shortest run to the outcome of a bar.
    pub(crate) fn play_outcome(&self, bar: usize) {
        let found = match &mut *self.search.borrow_mut() {
            Some(Ok(search)) => search.run_to(bar),
            _ => None,
        };
        if let Some((schedule, needed)) = found {
            self.act.emit(Action::PlayFound(Some(bar), schedule, needed));
        }
    }

    /// Plays the shortest run that fails.
    pub(crate) fn play_counterexample(&self) {
        let found = match &*self.search.borrow() {
            Some(Ok(search)) => search.counterexample(),
            _ => None,
        };
        if let Some((schedule, needed)) = found {
            self.act.emit(Action::PlayFound(None, schedule, needed));
        }
    }

    /// In which line of the program the last of so many steps was made.
    pub(crate) fn line_of(&self, step: u64) -> Option<u32> {
        self.run.borrow_mut().as_mut().ok()?.line_of(step)
    }

    fn to(&self, find: fn(&Run, u64) -> u64) -> Action {
        let shown = self.state.shown();
        Action::Move(Move::To(self.run.borrow().as_ref().map_or(0, |run| find(run, shown))))
    }
}
