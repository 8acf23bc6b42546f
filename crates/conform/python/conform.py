"""Compare what programs do on CPython 3.13, run many times, with what they do here, under many schedules.

Run it by way of scripts/conform. Of a program whose runs on CPython all agree, every run here must agree with them; of
any other, each outcome that CPython showed must be one of those found here. A program that does not end there must be
able to get stuck here.
"""

import argparse
import collections
import concurrent.futures
import json
import math
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

LONGEST = 20  # seconds that a program may take
STUCK = 4  # seconds after which a deadlock is believed, where the program says that it ends in one
# The program does not see the interval, unless it sets one itself.
SITE = """
import sys

def install(interval, get=sys.getswitchinterval, set=sys.setswitchinterval):
    def setswitchinterval(new):
        set(new)
        sys.getswitchinterval, sys.setswitchinterval = get, set

    set(interval)
    sys.getswitchinterval = lambda: 0.005
    sys.setswitchinterval = setswitchinterval

install({interval})
"""
INTERVALS = ("0.005", "1e-6", "1e-5", "1e-6", "1e-4")

# What differs from run to run, and means nothing: addresses, identifiers, dates, times of day, durations.
SAME = [
    (re.compile(r"\b0x[0-9a-f]{4,}\b"), "<address>"),
    (re.compile(r"(?<=started )-?\d{4,}(?=\)>)|(?<=daemon )-?\d{4,}(?=\)>)"), "<ident>"),
    (re.compile(r"1[34]\d{13}"), "<ident>"),
    (re.compile(r"(?i)(\b(?:ident|native_id|get_ident|thread id|pid|id)\b[\w ]*[:=(]? *)-?\d+"), r"\1<ident>"),
    (re.compile(r"\b\d{4}-\d\d-\d\d\b"), "<date>"),
    (re.compile(r"\b\d\d:\d\d:\d\d(?:[.,]\d+)?\b"), "<time>"),
    (re.compile(r"\b1[67]\d{8}(?:\.\d+)?\b"), "<time>"),
    (re.compile(r"\b\d+\.\d+(?:e-\d+)?( ?(?:s|ms|sec|secs|second|seconds)\b)"), r"<duration>\1"),
    (re.compile(r"((?i:took|elapsed|time|duration|after|in|waited)\b[\w ]*[:=]? *)\d+\.\d+"), r"\1<duration>"),
]

Outcome = collections.namedtuple("Outcome", "out err status")


def header(source):
    """The marks that a program starts with."""
    lines = []
    for line in source.splitlines():
        if not line.startswith("# "):
            break
        lines.append(line[2:])
    return lines


def own_frames(text, file):
    """Tracebacks without the library's frames."""
    kept, skipping = [], False
    for line in text.splitlines(keepends=True):
        if line.startswith('  File "'):
            skipping = not line.startswith(f'  File "{file}"')
        elif not line.startswith("    "):
            skipping = False
        if not skipping:
            kept.append(line)
    return "".join(kept)


def alike(text):
    for pattern, stand_in in SAME:
        text = pattern.sub(stand_in, text)
    return text


def normal(out, err, status, path):
    out, err = (text.replace(str(path), path.name) for text in (out, err))
    return Outcome(alike(out), alike(own_frames(err, path.name)), status)


def run_there(path, attempt, sites, patience):
    """One run on CPython, with a hash seed and a switch interval of its own."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    environment |= {
        "PYTHONHASHSEED": str(attempt),
        "PYTHONUTF8": "1",
        "NO_COLOR": "1",
        "PYTHONPATH": sites[attempt % len(sites)],
    }
    process = subprocess.Popen(
        [sys.executable, "-B", "-u", path.name],
        cwd=path.parent,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        errors="replace",
    )
    try:
        out, err = process.communicate(timeout=patience)
        status = process.returncode
    except subprocess.TimeoutExpired:
        process.kill()
        out, err = process.communicate()
        status = None
    return normal(out, err, status, path)


def there(path, runs, sites):
    """The outcomes on CPython, and how often each came."""
    marks = header(path.read_text(encoding="utf-8"))
    deadlocks = "ends: deadlock" in marks
    found = collections.Counter()
    for attempt in range(runs):
        outcome = run_there(path, attempt, sites, STUCK if deadlocks else LONGEST)
        found[outcome] += 1
        if outcome.status is None and attempt >= 1:
            break
    return found


def here(driver, paths, seeds):
    """The outcomes here of each program, by its path."""
    done = subprocess.run([driver, str(seeds), *map(str, paths)], capture_output=True, text=True)
    reports = {}
    for line in done.stdout.splitlines():
        report = json.loads(line)
        reports[report["file"]] = report
    if done.returncode and done.stderr:
        reports["panic"] = done.stderr.strip().splitlines()[0]
    return reports


def reach(driver, path, found, report):
    """Adds to a report the outcomes that are reached when one knows what to look for."""
    ours = [normal(outcome["out"], outcome["err"], outcome["status"], path) for outcome, _ in report["outcomes"]]
    missing = [wanted for wanted in found if not any(matches(wanted, got) for got in ours)]
    outputs = [wanted.out for wanted in missing]
    done = subprocess.run(
        [driver, "--reach", "3000", str(path)], input=json.dumps(outputs), capture_output=True, text=True
    )
    if not done.returncode:
        more = json.loads(done.stdout)
        report["outcomes"] += more["outcomes"]
        report["runs"] += more["runs"]


def first_difference(a, b):
    """Where two texts part, in a few words."""
    for number, (x, y) in enumerate(zip((a + "\0").splitlines(), (b + "\0").splitlines()), 1):
        if x != y:
            return f"line {number}: CPython {x.rstrip(chr(0))[:90]!r}, here {y.rstrip(chr(0))[:90]!r}"
    return "one goes on"


def difference(wanted, got):
    if wanted.status is None and got.status is not None:
        return f"CPython gets stuck, here it ends with {got.status}"
    if wanted.out != got.out:
        return "output, " + first_difference(wanted.out, got.out)
    if wanted.status != got.status:
        return f"exit status: CPython {wanted.status}, here {got.status}"
    return "errors, " + first_difference(wanted.err, got.err)


def same_text(wanted, got):
    """Whether texts are the same, where identifiers of threads are small numbers here."""
    if wanted == got or "<ident>" not in wanted:
        return wanted == got
    return re.fullmatch(re.escape(wanted).replace(re.escape("<ident>"), r"(?:<ident>|-?\d+)"), got) is not None


def matches(wanted, got):
    """Whether two outcomes are the same; of a program that is stuck only what it wrote before counts."""
    if wanted.status != got.status or not same_text(wanted.out, got.out):
        return False
    return wanted.status is None or same_text(wanted.err, got.err)


def judge(path, found, report):
    """Whether a program passes, and why not: ("same" | "reached" | "not reached" | "differs" | "refused", why)."""
    if report is None:
        return "crashed", "the driver ended"
    if report["refused"]:
        return "refused", report["refused"][0]
    ours = [
        (normal(outcome["out"], outcome["err"], outcome["status"], path), outcome["verdict"], schedule)
        for outcome, schedule in report["outcomes"]
    ]
    limited = [schedule for _, verdict, schedule in ours if verdict == "limit reached"]
    if len(found) == 1 and len({got for got, *_ in ours}) == 1:
        (wanted,) = found
        wrong = [(got, schedule) for got, _, schedule in ours if not matches(wanted, got)]
        if not wrong:
            return "same", ""
        if limited and wanted.status is not None:
            return "differs", f"a limit was reached, schedule {limited[0]}"
        got, schedule = wrong[0]
        return "differs", f"{difference(wanted, got)}; schedule {schedule}"
    missing = [wanted for wanted in found if not any(matches(wanted, got) for got, *_ in ours)]
    if not missing:
        return "reached", f"{len(found)} outcomes there, {len({got for got, *_ in ours})} here"
    wanted = missing[0]
    closest = min((got for got, *_ in ours), key=lambda got: (got.status != wanted.status, sorted(got.out) != sorted(wanted.out)))
    why = f"{len(missing)} of {len(found)} outcomes not reached in {report['runs']} runs"
    if len(ours) > 1 and sorted(wanted.out) == sorted(closest.out) and wanted.status == closest.status:
        return "not reached", f"{why}: {difference(wanted, closest)}"
    return "differs", f"{why}: {difference(wanted, closest)}"


def main():
    parser = argparse.ArgumentParser(prog="scripts/conform", description=__doc__)
    parser.add_argument("--driver", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--root", required=True, type=pathlib.Path, help=argparse.SUPPRESS)
    parser.add_argument("--seeds", type=int, default=100, help="how many seeds are tried here, with both models")
    parser.add_argument("--runs", type=int, default=5, help="how often a program is run on CPython")
    parser.add_argument("--minutes", type=float, default=math.inf, help="after which no program is begun any more")
    parser.add_argument("--quiet", action="store_true", help="only name what does not pass")
    parser.add_argument("places", nargs="*", type=pathlib.Path)
    args = parser.parse_args()
    paths = []
    for place in args.places or [args.root]:
        inside = sorted(place.rglob("*.py")) if place.is_dir() else [place]
        paths += [path.resolve() for path in inside if path.parent.resolve() != args.root.resolve()]

    def has_all(path):
        needs = [mark.split(": ")[1] for mark in header(path.read_text(encoding="utf-8")) if mark.startswith("needs: ")]
        return all(subprocess.run([sys.executable, "-c", f"import {need}"], capture_output=True).returncode == 0 for need in needs)

    untold = [path for path in paths if not has_all(path)]
    paths = [path for path in paths if path not in untold]

    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        sites = []
        for interval in INTERVALS:
            site = pathlib.Path(folder, interval)
            site.mkdir(exist_ok=True)
            (site / "sitecustomize.py").write_text(SITE.format(interval=interval))
            sites.append(str(site))
        end = time.monotonic() + 60 * args.minutes

        def in_time(work, *what):
            return work(*what) if time.monotonic() < end else None

        tasks = {
            path: (pool.submit(in_time, there, path, args.runs, sites), pool.submit(in_time, here, args.driver, [path], args.seeds))
            for path in paths
        }
        late = 0
        verdicts = collections.Counter()
        width = max((len(path.stem) + len(path.parent.name) + 1 for path in paths), default=0)
        for path, (theirs, ours) in tasks.items():
            reports = ours.result()
            if reports is None or theirs.result() is None:
                late += 1
                continue
            if all("ModuleNotFoundError: No module named" in outcome.err for outcome in theirs.result()):
                untold.append(path)
                continue
            verdict, why = judge(path, theirs.result(), reports.get(str(path)))
            if verdict in ("not reached", "differs") and len(reports.get(str(path), {}).get("outcomes", [])) > 1:
                # What is rare must be looked for.
                reach(args.driver, path, theirs.result(), reports[str(path)])
                verdict, why = judge(path, theirs.result(), reports[str(path)])
            if verdict == "crashed":
                why = reports.get("panic", why)
            verdicts[verdict] += 1
            if verdict not in ("same", "reached") or not args.quiet:
                print(f"{path.parent.name}/{path.stem}".ljust(width), verdict.ljust(12), why, flush=True)
    good = verdicts["same"] + verdicts["reached"]
    total = sum(verdicts.values())
    print()
    print(", ".join(f"{count} {verdict}" for verdict, count in verdicts.most_common()))
    if untold:
        print(f"{len(untold)} were not run: this interpreter has not all that they need")
    if late:
        print(f"{late} were not run: the time was up")
    print(f"{good} of {total} conform: {100 * good / max(total, 1):.1f} %")
    sys.exit(good != total)


if __name__ == "__main__":
    main()
