//! Does what is asked for, and says by its exit status what came of it.

use std::io::{self, ErrorKind, Read, Write};
use std::path::Path;
use std::rc::Rc;

use interleave_schedule::{Progress, Runner, ScheduleError, Verdict};
use interleave_vm::{Machine, Program, Step, Stream, dis};

use crate::args::{Args, Command, ExploreArgs, RunArgs};
use crate::source::Source;
use crate::{diagnostics, explore, lessons, report, trace_file};

/// Where the command reads and writes.
pub struct Streams<'a> {
    /// Standard input, which is the program if its name is `-`.
    pub input: &'a mut dyn Read,
    /// Standard output: the program's.
    pub out: &'a mut dyn Write,
    /// Standard error: the program's, and what there is to say.
    pub err: &'a mut dyn Write,
}

/// What the exit status says.
pub(crate) mod status {
    pub(crate) const ENDED: u8 = 0;
    pub(crate) const RAISED: u8 = 1;
    pub(crate) const REFUSED: u8 = 2;
    pub(crate) const DEADLOCK: u8 = 3;
    pub(crate) const LIMIT: u8 = 4;
}

/// How many steps are made before their output is passed on.
const STRETCH: u64 = 100_000;

/// Does what is asked for, and returns the exit status.
pub fn run(args: &Args, streams: &mut Streams<'_>) -> u8 {
    let done = match &args.command {
        Command::Run(run_args) => run_program(run_args, streams),
        Command::Explore(explore_args) => explore_program(explore_args, streams),
        Command::Dis { file } => show_instructions(file, streams),
        Command::Lessons => lessons::list(streams.out).map(|()| status::ENDED),
        Command::Lesson(lesson_args) => show_lesson(lesson_args, streams),
    };
    let flushed = streams.out.flush();
    match done.and_then(|status| flushed.map(|()| status)) {
        Ok(status) => status,
        // Whoever read the output has seen enough of it.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => status::ENDED,
        Err(error) => {
            // If not even this can be written, the status must do.
            let _ = writeln!(streams.err, "interleave: {error}");
            status::REFUSED
        }
    }
}

/// Reads and compiles a program, or says why not.
fn compile(file: &Path, streams: &mut Streams<'_>) -> io::Result<Option<Rc<Program>>> {
    let source = match Source::read(file, streams.input) {
        Ok(source) => source,
        Err(error) => {
            writeln!(streams.err, "interleave: cannot read {}: {error}", file.display())?;
            return Ok(None);
        }
    };
    match Program::compile(&source.text, &source.name) {
        Ok(program) => Ok(Some(program)),
        Err(list) => {
            diagnostics::write_all(&list, &source, streams.err)?;
            Ok(None)
        }
    }
}

fn show_instructions(file: &Path, streams: &mut Streams<'_>) -> io::Result<u8> {
    let Some(program) = compile(file, streams)? else { return Ok(status::REFUSED) };
    streams.out.write_all(dis::dis(&program.code).as_bytes())?;
    Ok(status::ENDED)
}

fn show_lesson(args: &lessons::LessonArgs, streams: &mut Streams<'_>) -> io::Result<u8> {
    match lessons::show(args, streams.out, streams.err)? {
        Ok(true) => Ok(status::ENDED),
        Ok(false) => Ok(status::RAISED),
        Err(unknown) => {
            writeln!(streams.err, "interleave: {unknown}")?;
            Ok(status::REFUSED)
        }
    }
}

/// Reads and compiles a program and gives it what it reads, or says why not.
fn compile_with_input(
    file: &Path,
    input: Option<&Path>,
    streams: &mut Streams<'_>,
) -> io::Result<Option<Rc<Program>>> {
    let program = compile(file, streams)?;
    let (Some(program), Some(path)) = (&program, input) else { return Ok(program) };
    match std::fs::read_to_string(path) {
        Ok(input) => Ok(Some(program.with_input(&input))),
        Err(error) => {
            writeln!(streams.err, "interleave: cannot read {}: {error}", path.display())?;
            Ok(None)
        }
    }
}

fn explore_program(args: &ExploreArgs, streams: &mut Streams<'_>) -> io::Result<u8> {
    let program = compile_with_input(&args.file, args.input.as_deref(), streams)?;
    program.map_or(Ok(status::REFUSED), |program| explore::explore(args, &program, streams))
}

fn run_program(args: &RunArgs, streams: &mut Streams<'_>) -> io::Result<u8> {
    let program = compile_with_input(&args.file, args.input.as_deref(), streams)?;
    let Some(program) = program else { return Ok(status::REFUSED) };
    let mut runner = Runner::new(&program, &args.schedule(), args.limits.limits());
    let mut kept = args.trace.is_some().then(Vec::new);
    let verdict = run_to_end(&mut runner, &mut kept, streams)?;
    let machine = runner.machine();
    let (status, said) = match &verdict {
        Ok(verdict) => {
            report::write_verdict(machine, verdict, streams.err)?;
            (status_of(machine, verdict), verdict.to_string())
        }
        Err(error) => {
            writeln!(streams.err, "interleave: {error}")?;
            (status::REFUSED, "schedule does not fit".into())
        }
    };
    if let (Some(path), Some(steps)) = (&args.trace, kept) {
        let record = trace_file::record(&args.file.display().to_string(), &runner, steps, &said);
        if let Err(error) = trace_file::write(path, args.trace_format, &program, &record) {
            writeln!(streams.err, "interleave: cannot write {}: {error}", path.display())?;
            return Ok(status::REFUSED);
        }
    }
    if !args.quiet {
        report::write_last_line(&runner, &said, streams.err)?;
    }
    Ok(status)
}

/// Runs to the end, passing on what the program writes.
fn run_to_end(
    runner: &mut Runner,
    kept: &mut Option<Vec<Step>>,
    streams: &mut Streams<'_>,
) -> io::Result<Result<Verdict, ScheduleError>> {
    let mut passed_on = 0;
    loop {
        let progress = match kept {
            None => runner.advance(STRETCH),
            Some(steps) => runner.advance_observed(STRETCH, |_, step| steps.push(step.clone())),
        };
        let output = runner.machine().output();
        for written in output.iter().skip(passed_on) {
            match written.stream {
                Stream::Out => streams.out.write_all(written.text.as_str().as_bytes())?,
                Stream::Err => {
                    // Where both streams are one terminal, they must come in the order in which they were written.
                    streams.out.flush()?;
                    streams.err.write_all(written.text.as_str().as_bytes())?;
                }
            }
        }
        passed_on = output.len();
        streams.out.flush()?;
        match progress {
            Ok(Progress::Running) => {}
            Ok(Progress::Over(verdict)) => return Ok(Ok(verdict)),
            Err(error) => return Ok(Err(error)),
        }
    }
}

fn status_of(machine: &Machine, verdict: &Verdict) -> u8 {
    match verdict {
        // What the program exits with is passed on, as an operating system does: its lowest byte.
        Verdict::Ended => machine.exit_status().map_or(status::ENDED, |status| status as u8),
        Verdict::Raised => status::RAISED,
        Verdict::Deadlocked(_) => status::DEADLOCK,
        Verdict::LimitReached(_) => status::LIMIT,
    }
}
