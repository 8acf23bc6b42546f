//! What a machine looks like from outside.

use interleave_vm::{Limits, Machine, Program, ThreadId};

const SOURCE: &str = "\
import threading

class Account:
    kind = 'current'
    def __init__(self, balance):
        self.balance = balance
        self.lock = threading.Lock()

accounts = [Account(100), Account(20.5)]
by_name = {'John': accounts[0], 'limit': 3}
long = list(range(20))
total = sum(
    account.balance for account in accounts)
";

fn ended(source: &str) -> Machine {
    let program = Program::compile(source, "inspect.py").expect("it compiles");
    let mut machine = Machine::new(&program, 0, Limits::default());
    while machine.step(ThreadId::MAIN).is_ok() {}
    machine
}

#[test]
fn variables_are_called_what_a_reader_calls_them() {
    let machine = ended(SOURCE);
    let found = machine.variables();
    let value = |path: &str| found.iter().find(|f| f.path == path).map(|f| machine.short(&f.value));
    assert_eq!(value("total").as_deref(), Some("120.5"));
    assert_eq!(value("accounts[0].balance").as_deref(), Some("100"));
    assert_eq!(value("accounts[1].balance").as_deref(), Some("20.5"));
    assert_eq!(value("accounts[1].lock").as_deref(), Some("<lock>"));
    assert_eq!(value("by_name['limit']").as_deref(), Some("3"));
    assert_eq!(value("Account.kind").as_deref(), Some("'current'"));
    assert_eq!(value("long").as_deref(), Some("[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, …]"));
    assert_eq!(value("accounts").as_deref(), Some("[<Account>, <Account>]"));
    assert_eq!(value("by_name['John'].balance"), None, "an object is entered once");
    assert!(found.iter().all(|f| !f.path.starts_with("threading.")), "the library is not entered");
}

#[test]
fn a_thread_stands_at_its_next_instruction() {
    let program = Program::compile("x = 1\ny = x + 2\n", "inspect.py").expect("it compiles");
    let mut machine = Machine::new(&program, 0, Limits::default());
    let mut seen = Vec::new();
    while let Some(at) = machine.position(ThreadId::MAIN) {
        let span = at.span;
        seen.push(format!("{} {}:{}-{}", at.op.name(), span.line, span.column, span.end_column));
        machine.step(ThreadId::MAIN).expect("it can go on");
    }
    let binary = seen.iter().find(|at| at.starts_with("BINARY_OP"));
    assert_eq!(binary.map(String::as_str), Some("BINARY_OP 2:4-9"), "{seen:?}");
}
