"""Write, or with --check verify, what CPython 3.13 says about every program in this folder.

Run it by way of scripts/goldens, which finds the interpreter. README.md says what each file is.
"""

import concurrent.futures
import difflib
import importlib.util
import os
import pathlib
import sys

import plain_dis
from cpython import header, run

HERE = pathlib.Path(__file__).resolve().parent
KINDS = (".out", ".err", ".status", ".dis")
KEYS = {"threads": "nondeterministic", "needs": "sqlmodel", "ends": "deadlock"}
RUNS = 3
LONGEST = 30  # seconds that a program may take
STUCK = 2  # seconds after which a deadlock is believed


def observe(path):
    """The goldens of a program (None: cannot be told here), and complaints."""
    name = path.relative_to(HERE)
    source = path.read_text(encoding="utf-8")
    about = header(source)
    complaints = [
        f"{name}: the header `# {key}: {value}` is not known"
        for key, value in about.items()
        if KEYS.get(key) != value
    ]
    if path.stem in sys.stdlib_module_names:
        complaints.append(f"{name}: would hide the standard module of that name")
    goldens = {".dis": plain_dis.plain_dis(source, path.name)}
    if "needs" in about and importlib.util.find_spec(about["needs"]) is None:
        goldens |= {".out": None, ".err": None, ".status": None}
        return goldens, complaints

    deadlocks = "ends" in about
    patience = STUCK if deadlocks else LONGEST
    runs = [run(path, patience, attempt) for attempt in range(RUNS)]
    for out, err, status in runs:
        if deadlocks and status is not None:
            complaints.append(f"{name}: was to deadlock, but ended\n{err}")
        elif not deadlocks and status is None:
            complaints.append(f"{name}: did not end in {LONGEST} s")
        elif status not in (0, 1, None):
            complaints.append(f"{name}: ended with {status}")
    if "threads" not in about:
        if len(set(runs)) != 1:
            complaints.append(f"{name}: {RUNS} runs differ: {runs}")
        out, err, status = runs[0]
        goldens[".out"] = out
        if err and not deadlocks:
            goldens[".err"] = err
        if status:
            goldens[".status"] = f"{status}\n"
    return goldens, complaints


def main():
    check = sys.argv[1:] == ["--check"]
    if sys.argv[1:] and not check:
        sys.exit("usage: scripts/goldens [--check]")
    if sys.version_info[:2] != (3, 13):
        sys.exit("goldens: this needs CPython 3.13")
    programs = sorted(p for p in HERE.rglob("*.py") if p.parent != HERE)
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        observed = list(pool.map(observe, programs))

    complaints, changed, untold, told = [], [], 0, 0
    expected = set()
    for path, (goldens, troubles) in zip(programs, observed):
        complaints += troubles
        untold += None in goldens.values()
        for kind in KINDS:
            file = path.with_suffix(kind)
            if kind not in goldens:
                continue
            expected.add(file)
            new = goldens[kind]
            told += new is not None
            old = file.read_text(encoding="utf-8") if file.exists() else None
            if new is None or new == old:
                continue
            changed.append(file)
            if check:
                before, after = (old or "").splitlines(), new.splitlines()
                shown = str(file.relative_to(HERE))
                print(*difflib.unified_diff(before, after, shown, "CPython", lineterm=""), sep="\n")
            else:
                file.write_text(new, encoding="utf-8")
    for file in sorted(f for f in HERE.rglob("*.*") if f.suffix in KINDS):
        if file not in expected:
            changed.append(file)
            print(f"{file.relative_to(HERE)}: no program gives this")
            if not check:
                file.unlink()

    for complaint in complaints:
        print(complaint)
    if untold:
        print(f"{untold} programs were not run: this interpreter has no sqlmodel")
    verb = "out of date" if check else "written"
    print(f"{len(programs)} programs, {told} goldens, {len(changed)} {verb}")
    sys.exit(1 if complaints or (check and changed) else 0)


if __name__ == "__main__":
    main()
