//! Writing a program: what is typed is checked after a pause, and run when it compiles.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use interleave_vm::{Diagnostic, Program};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::packing::pack;
use crate::control::Control;
use crate::state::{Action, LONGEST_PROGRAM, Own};

/// After so long a pause in typing the text is checked.
const PAUSE_MILLIS: u32 = 400;

/// What became of the text.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Checked {
    /// It is the program that is run.
    Runs,
    /// It is being typed.
    Typing,
    /// It does not compile.
    Wrong(Rc<[Diagnostic]>),
    /// It has so many bytes, and that is too many.
    TooLong(usize),
}

/// A program that is being written.
#[derive(Clone)]
pub(crate) struct Editing {
    /// What became of it.
    pub(crate) checked: Checked,
    /// What the field must show, with a number that grows whenever that came from elsewhere than the field.
    pub(crate) text: (u64, Rc<str>),
    /// The text was changed in the field.
    pub(crate) typed: Callback<String>,
    /// The lines that `input()` reads were changed.
    pub(crate) input: Callback<String>,
    /// What was written and does not run is thrown away.
    pub(crate) drop: Callback<()>,
}

/// What it takes to go on with a text, at any time.
struct Desk {
    control: Control,
    /// The text in the field.
    text: Rc<str>,
    /// The last text that was run from here: a program with another came from elsewhere.
    sent: Rc<str>,
    /// Counts the texts that came from elsewhere.
    number: u64,
    pause: Option<Timeout>,
}

/// What a person writes, from the program that is run on, or from what was written before and was not run.
#[hook]
pub(crate) fn use_editing(control: &Control) -> Editing {
    let checked = use_state_eq(|| Checked::Runs);
    let source = control.state.source();
    let desk = use_memo((), |()| {
        let text = control.drafts.of(&control.state).map_or(source.clone(), Rc::from);
        RefCell::new(Desk { control: control.clone(), text, sent: source.clone(), number: 0, pause: None })
    });
    {
        let mut desk = desk.borrow_mut();
        desk.control = control.clone();
        if desk.sent != source {
            desk.number += 1;
            (desk.text, desk.sent, desk.pause) = (source.clone(), source, None);
            checked.set(Checked::Runs);
        }
    }
    // What was kept, and what came from elsewhere, is checked at once.
    let number = desk.borrow().number;
    use_effect_with(number, {
        let (desk, checked) = (desk.clone(), checked.setter());
        move |_| check(&desk, &checked)
    });
    let typed = {
        let (desk, checked) = (desk.clone(), checked.setter());
        use_callback((), move |text: String, ()| {
            let mut open = desk.borrow_mut();
            if *open.text == *text {
                return;
            }
            open.control.drafts.keep(&open.control.state, &text);
            open.text = text.into();
            checked.set(Checked::Typing);
            let (desk, checked) = (desk.clone(), checked.clone());
            open.pause = Some(Timeout::new(PAUSE_MILLIS, move || check(&desk, &checked)));
        })
    };
    let input = {
        let desk = desk.clone();
        use_callback((), move |input: String, ()| {
            let Desk { control, sent, .. } = &*desk.borrow();
            let own = control.state.own.as_deref().cloned();
            let source = sent.clone();
            let name = own.as_ref().and_then(|own| own.name.clone());
            let act = control.act.clone();
            spawn_local(async move {
                let packed = pack(&source).await.map(Rc::from);
                act.emit(Action::Own(Rc::new(Own {
                    name,
                    source,
                    input: input.into(),
                    packed,
                    edited: true,
                })));
            });
        })
    };
    let drop = {
        let (desk, checked) = (desk.clone(), checked.setter());
        use_callback((), move |(), ()| {
            let mut desk = desk.borrow_mut();
            desk.control.drafts.forget(&desk.control.state);
            (desk.text, desk.pause) = (desk.sent.clone(), None);
            desk.number += 1;
            checked.set(Checked::Typing);
        })
    };
    let text = desk.borrow();
    Editing { checked: (*checked).clone(), text: (text.number, text.text.clone()), typed, input, drop }
}

/// Checks the text in the field, and runs it if it compiles and is not the one that is run.
fn check(desk: &Rc<RefCell<Desk>>, checked: &UseStateSetter<Checked>) {
    let (text, shelf) = {
        let desk = desk.borrow();
        (desk.text.clone(), desk.control.shelf.clone())
    };
    if text.len() > LONGEST_PROGRAM {
        return checked.set(Checked::TooLong(text.len()));
    }
    let (desk, checked) = (desk.clone(), checked.clone());
    spawn_local(async move {
        let library = shelf.library_for(&text).await;
        // What was typed meanwhile is checked after its own pause.
        let current = |desk: &RefCell<Desk>| desk.borrow().text == text;
        if !current(&desk) {
            return;
        }
        let file = desk.borrow().control.state.file().to_string();
        match Program::compile_with(&library, &text, &file) {
            Err(diagnostics) => checked.set(Checked::Wrong(diagnostics.into())),
            Ok(_) => {
                let packed = pack(&text).await.map(Rc::<str>::from);
                if current(&desk) {
                    checked.set(Checked::Runs);
                    run(&mut desk.borrow_mut(), text, packed);
                }
            }
        }
    });
}

fn run(desk: &mut Desk, source: Rc<str>, packed: Option<Rc<str>>) {
    let Desk { control, sent, .. } = desk;
    let state = &control.state;
    if packed.is_some() {
        control.drafts.forget(state);
    }
    if *source == *state.source() {
        return;
    }
    *sent = source.clone();
    let before = state.own.as_deref();
    let name = before.and_then(|own| own.name.clone());
    let input = before.map_or("".into(), |own| own.input.clone());
    control.act.emit(Action::Own(Rc::new(Own { name, source, input, packed, edited: true })));
}
