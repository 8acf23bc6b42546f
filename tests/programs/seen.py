"""Write what CPython showed in many runs of each small program whose output depends on the schedule.

Run it by way of scripts/seen, which finds the interpreters. For NAME.py it writes NAME.seen: for each of the two switch
models all the outputs that were seen, sorted. It stays within what Python 3.9 knows.
"""

import json
import os
import pathlib
import runpy
import signal
import sys
import threading

HERE = pathlib.Path(__file__).resolve().parent
RUNS = 500
AT_ONCE = 8  # most of these programs sleep
LONGEST = 20  # seconds that a run may take
# Which releases switch where a model says.
MODELS = {(3, 9): "instruction", (3, 13): "gil"}


def is_wanted(source):
    """Whether it ends, its output depends on the schedule alone, and CPython alone can run it."""
    marks = [line for line in source.splitlines()[:3] if line.startswith("# ")]
    return marks == ["# threads: nondeterministic"] and "get_ident" not in source


def begin(path):
    """Start a run in a process of its own; what it writes can be read from the pipe that is given back."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child:
        os.close(theirs)
        return child, ours
    signal.alarm(LONGEST)
    os.dup2(theirs, 1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    sys.setswitchinterval(1e-6)
    try:
        runpy.run_path(str(path), run_name="__main__")
    except BaseException:
        pass
    threading._shutdown()
    sys.stdout.flush()
    os._exit(0)


def outputs(path):
    """The outputs of many runs, each once."""
    seen, running = set(), []
    for number in range(RUNS + AT_ONCE):
        if number < RUNS:
            running.append(begin(path))
        if number < AT_ONCE - 1 or not running:
            continue
        child, pipe = running.pop(0)
        with open(pipe, encoding="utf-8") as file:
            text = file.read()
        if os.waitpid(child, 0)[1] == 0:
            seen.add(text)
    return seen


def main(names):
    model = MODELS[sys.version_info[:2]]
    for path in sorted(HERE.rglob("*.py")):
        name = str(path.relative_to(HERE).with_suffix(""))
        if path.parent == HERE or not is_wanted(path.read_text()) or (names and name not in names):
            continue
        file = path.with_suffix(".seen")
        seen = json.loads(file.read_text()) if file.exists() else {}
        # What was seen once can be seen.
        seen[model] = sorted({*seen.get(model, []), *outputs(path)})
        file.write_text(json.dumps(seen, indent=1, sort_keys=True) + "\n")
        print(f"{name}: {len(seen[model])} outputs under {model}", file=sys.stderr)


if __name__ == "__main__":
    # The children have them loaded.
    import concurrent.futures  # noqa: F401
    import concurrent.futures.thread  # noqa: F401
    import queue  # noqa: F401

    main(sys.argv[1:])
