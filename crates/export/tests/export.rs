//! What is taken away of a small run, and of one with everything in it.

use expect_test::expect;
use interleave_export::{Record, chrome, trace};
use interleave_schedule::{Progress, Schedule, Timeline};
use interleave_vm::{Limits, Program};
use serde_json::Value;

fn recorded(source: &str, schedule: &str) -> (Timeline, Record) {
    let program = Program::compile(source, "it.py").expect("it compiles");
    let schedule: Schedule = schedule.parse().expect("a schedule");
    let mut timeline = Timeline::new(&program, &schedule, Limits::default());
    while let Ok(Progress::Running) = timeline.advance(1_000) {}
    let record = Record::of(&mut timeline, "it.py");
    (timeline, record)
}

fn chrome_of(source: &str, schedule: &str) -> Value {
    let (mut timeline, record) = recorded(source, schedule);
    serde_json::from_str(&chrome::chrome(&mut timeline, &record)).expect("it is JSON")
}

/// Events as lines, without what is the same in all of them.
fn lines(chrome: &Value) -> String {
    let line = |event: &Value| {
        let (lane, name) =
            (format!("{}:{}", event["pid"], event["tid"]), event["name"].as_str().unwrap_or(""));
        match event["ph"].as_str() {
            Some("M") => format!("{lane} {name} {}\n", event["args"]["name"]),
            Some("X") => format!("{lane} {name} at {} for {} {}\n", event["ts"], event["dur"], event["args"]),
            _ => format!("{lane} {name} at {} {}\n", event["ts"], event["args"]),
        }
    };
    chrome["traceEvents"].as_array().expect("events").iter().map(line).collect()
}

const LOCKED: &str = "\
import threading
import time

lock = threading.Lock()


def work():
    with lock:
        time.sleep(0.5)


thread = threading.Thread(target=work)
thread.start()
work()
thread.join()
print('done')
";

#[test]
fn the_trace_of_a_small_run() {
    let (_, record) = recorded("x = 1\n", "1s5");
    expect![[r#"{"format":"interleave-trace","version":1,"program":"it.py","seed":5,"model":"instruction","interval":null,"schedule":"1s5","explicit_schedule":"1s5.M4","verdict":"ended","threads":[{"letter":"M","name":"MainThread"}],"codes":[{"name":"<module>","library":false,"first_line":1,"instructions":[{"op":"RESUME","arg":0,"span":[0,0,1,0]},{"op":"LOAD_CONST","arg":0,"span":[1,4,1,5]},{"op":"STORE_NAME","arg":0,"span":[1,0,1,1]},{"op":"RETURN_CONST","arg":1,"span":[1,0,1,1]}]}],"segments":[["M",0,4]],"output":[],"events":[{"step":0,"thread":"M","code":0,"at":0},{"step":1,"thread":"M","code":0,"at":1},{"step":2,"thread":"M","code":0,"at":2,"effects":[{"kind":"write","object":0,"place":{"global":"x"},"value":1}]},{"step":3,"thread":"M","code":0,"at":3,"effects":[{"kind":"finish"}]}]}"#]].assert_eq(&trace::trace(&record));
}

#[test]
fn a_run_for_perfetto() {
    expect![[r#"
        1:0 process_name "Threads"
        2:0 process_name "Locks"
        1:0 thread_name "M MainThread"
        1:0 <module> at 0 for 40 {"steps":[0,40]}
        1:0 sleeps at 40 for 500000 {"step":40}
        1:0 work at 500040 for 12 {"steps":[42,54]}
        1:0 waits at 500052 for 500014 {"for":"the end of A","step":54}
        1:0 <module> at 1000066 for 6 {"steps":[68,74]}
        1:0 writes at 1000072 for 20 {"step":74}
        1:0 <module> at 1000092 for 1 {"steps":[74,75]}
        1:0 writes at 1000093 for 20 {"step":75}
        1:0 <module> at 1000113 for 3 {"steps":[75,78]}
        1:1 thread_name "A Thread-1 (work)"
        1:1 ready at 28 for 12 {"step":28}
        1:1 work at 40 for 2 {"steps":[40,42]}
        1:1 waits at 42 for 500004 {"for":"lock, held by M","step":42}
        1:1 ready at 500046 for 6 {"step":48}
        1:1 work at 500052 for 6 {"steps":[54,60]}
        1:1 sleeps at 500058 for 500000 {"step":60}
        1:1 work at 1000058 for 8 {"steps":[60,68]}
        1:1 M to A at 40 {"step":40}
        1:0 A to M at 500040 {"step":42}
        1:1 M to A at 500052 {"step":54}
        1:0 A to M at 1000066 {"step":68}
        1:0 output at 1000093 {"step":74,"stream":"out","text":"done"}
        1:0 output at 1000114 {"step":75,"stream":"out","text":"\n"}
        2:64 thread_name "lock"
        2:64 held by M at 35 for 500011 {"lock":"lock","step":35}
        2:64 held by A at 500053 for 500011 {"lock":"lock","step":55}
    "#]]
    .assert_eq(&lines(&chrome_of(LOCKED, "1s1")));
}

#[test]
fn lanes_have_no_overlaps_and_no_time_runs_backwards() {
    for seed in 0..20 {
        let chrome = chrome_of(LOCKED, &format!("1i5s{seed}"));
        let mut ends = std::collections::BTreeMap::new();
        for event in chrome["traceEvents"].as_array().expect("events") {
            if event["ph"] == "X" {
                let (from, length) =
                    (event["ts"].as_u64().expect("a time"), event["dur"].as_u64().expect("a time"));
                let end = ends.entry((event["pid"].to_string(), event["tid"].to_string())).or_insert(0);
                assert!(*end <= from, "seed {seed}: {event} begins before {end}");
                *end = from + length;
            }
        }
    }
}
