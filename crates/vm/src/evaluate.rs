//! What a Python expression gives where a program has come to.

use std::rc::Rc;

use crate::compile::{self, Compiled};
use crate::diagnostic::Diagnostic;
use crate::effect::Effect;
use crate::frame::{Origin, Then, Thread, ThreadId};
use crate::machine::Machine;
use crate::step::Stop;
use crate::text::Str;
use crate::value::{CodeId, Value};

/// The global variable that holds an expression's value.
const RESULT: &str = "__interleave__";

/// The global variable by which an expression can name what the program has written, unless the program has one of that
/// name itself.
const OUTPUT: &str = "output";

/// How many steps an expression may take.
const STEPS: u64 = 1_000_000;

/// An expression that a machine was told of, and machines that were copied from it.
#[derive(Clone, Debug)]
pub struct Expression {
    code: CodeId,
    /// Whether it names the program's output.
    pub reads_output: bool,
}

impl Machine {
    /// Gets an expression ready to be evaluated among the program's global variables, and in machines that are copied
    /// from this one. What the program has written to standard output is `output` in it.
    ///
    /// # Errors
    /// All that is wrong with it, by its place in the expression.
    pub fn prepare(&mut self, expression: &str) -> Result<Expression, Vec<Diagnostic>> {
        let compiled = compile::expression(expression, RESULT)?;
        let Compiled { code, .. } = compiled;
        let names_output = code.names.iter().any(|name| &**name == OUTPUT);
        let code = self.load(&code, Origin::Program);
        Ok(Expression { code, reads_output: names_output })
    }

    /// The `repr` of an expression's value. The machine stays as it is: a copy of it does the work.
    ///
    /// # Errors
    /// The last line of the traceback if it raises, or a sentence if it does not come to an end.
    pub fn evaluate(&self, expression: &Expression) -> Result<Str, String> {
        self.evaluate_observed(expression).0
    }

    /// The same, with what the expression read on its way.
    pub fn evaluate_observed(&self, expression: &Expression) -> (Result<Str, String>, Vec<Effect>) {
        let mut effects = Vec::new();
        let result = self.evaluate_into(expression, &mut effects);
        (result, effects)
    }

    fn evaluate_into(&self, expression: &Expression, effects: &mut Vec<Effect>) -> Result<Str, String> {
        let mut copy = self.clone();
        let globals = copy.globals();
        let mut frame = copy.module_frame(expression.code, globals);
        frame.then = Then::Finish;
        copy.exhausted = None;
        copy.exit_status = None;
        copy.left = false;
        copy.exiting = true;
        if expression.reads_output && copy.dict_get_str(globals, &OUTPUT.into()).is_none() {
            let written = Value::str(self.text(crate::effect::Stream::Out));
            copy.dict_set_str(globals, &OUTPUT.into(), written);
        }
        let main = ThreadId::MAIN;
        let failures = copy.failures.len();
        copy.threads[main.index()] = Rc::new(Thread {
            frames: vec![frame],
            handling: Value::None,
            since: copy.clock,
            object: self.thread(main).object.clone(),
            daemon: false,
            interrupt: Value::Unbound,
        });
        let mut left = STEPS;
        loop {
            match copy.step(main) {
                Ok(step) => {
                    effects.extend(step.effects);
                    if step.stop == Stop::Finished {
                        break;
                    }
                }
                Err(_) => return Err("it waits for a thread that will never go on".into()),
            }
            left -= 1;
            if left == 0 {
                return Err("it takes too long".into());
            }
        }
        if let Some(failure) = copy.failures.get(failures) {
            return Err(copy.exception_line(failure.exception));
        }
        match copy.dict_get_str(globals, &RESULT.into()) {
            Some(Value::Str(text)) => Ok(text),
            _ => Err("it ended the program".into()),
        }
    }
}
