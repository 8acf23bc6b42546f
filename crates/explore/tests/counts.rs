use interleave_explore::*;
use interleave_vm::Program;

fn run(source: &str, outcome: Option<&str>) {
    let program = Program::compile(source, "p.py").unwrap();
    let t = std::time::Instant::now();
    let mut e = Exploration::new(&program, Options { outcome: outcome.map(String::from), ..Options::default() }).unwrap();
    e.finish();
    let time = t.elapsed();
    let r = e.report();
    println!("{time:?} {:?} {:?} states {} outcomes {} {:?} {:?}", r.schedules.map(|t| t.to_string()), r.traces.map(|t| t.to_string()), r.states, r.outcomes.len(), t.elapsed(), r.outcomes.last().map(|o| o.schedule.as_ref().map(|s| s.to_string())));
}

#[test]
fn counter() {
    for (t, n) in [(2,1),(2,2),(3,1),(3,2),(4,2)] {
        run(&format!("
import threading
x = 0
def work():
    global x
    for _ in range({n}):
        x += 1
ts = [threading.Thread(target=work) for _ in range({t})]
for t in ts: t.start()
for t in ts: t.join()
print(x)
"), None);
    }
    for (t, n) in [(2,2),(3,1),(4,1)] {
        run(&format!("
import threading
cells = [100, 100, 100]
orders = [(0,1,10),(1,2,20),(2,0,30),(0,2,40)]
def work(mine):
    for a, b, amount in mine:
        x = cells[a]
        y = cells[b]
        cells[a] = x - amount
        cells[b] = y + amount
ts = [threading.Thread(target=work, args=(orders[:{}][i*{n}:(i+1)*{n}],)) for i in range({t})]
for t in ts: t.start()
for t in ts: t.join()
print(cells)
", t*n), None);
    }
}
