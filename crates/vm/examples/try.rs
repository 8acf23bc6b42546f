use interleave_vm::*;
fn main() {
    let path = std::env::args().nth(1).unwrap();
    let source = std::fs::read_to_string(&path).unwrap();
    let program = match Program::compile(&source, &path) {
        Ok(p) => p,
        Err(d) => {
            for d in d {
                eprintln!("{:?}", d);
            }
            std::process::exit(2)
        }
    };
    let mut machine = Machine::new(&program, 1, Limits::default());
    let t0 = std::time::Instant::now();
    while let Some(&thread) = machine.runnable().first() {
        machine.run(thread, 5000, Model::Instruction).unwrap();
    }
    eprintln!(
        "{} steps {:?} clock {} finished {}",
        machine.steps(),
        t0.elapsed(),
        machine.clock(),
        machine.is_finished()
    );
    print!("{}", machine.text(Stream::Out));
    eprint!("{}", machine.text(Stream::Err));
}
