"""Compare what programs do on CPython 3.13, run many times, with what they do here, under many schedules.

Run it by way of scripts/conform. Of a program whose runs on CPython all agree, every run here must agree with them; of
any other, each outcome that CPython showed must be one of those found here. A program that does not end there must be
able to get stuck here.
"""

import argparse
import collections
import concurrent.futures
import math
import pathlib
import re
import sys
import tempfile
import time

parser = argparse.ArgumentParser(prog="scripts/conform", description=__doc__)
parser.add_argument("--driver", required=True, help=argparse.SUPPRESS)
parser.add_argument("--root", required=True, type=pathlib.Path, help=argparse.SUPPRESS)
parser.add_argument("--seeds", type=int, default=100, help="how many seeds are tried here, with both models")
parser.add_argument("--runs", type=int, default=5, help="how often a program is run on CPython")
parser.add_argument("--minutes", type=float, default=math.inf, help="after which no program is begun any more")
parser.add_argument("--quiet", action="store_true", help="only name what does not pass")
parser.add_argument("places", nargs="*", type=pathlib.Path)
args = parser.parse_args()
sys.path.append(str(args.root))

from here import Here  # noqa: E402
from outcomes import difference, matches, not_reached, same_text  # noqa: E402
from there import INTERVALS, Sites, lacks, marks, observe  # noqa: E402

WORKERS = 3  # programs at once: much of their time is sleep
SURE = 3  # runs of a program that says that it is always the same
CALM = 4  # further runs, alone, of a program that CPython may have been late with
ROUNDS = 4  # how often that is tried
# What the time that things take can make a difference to.
TIMED = re.compile(r"\b(sleep|timeout|Timer|wait|monotonic|perf_counter|time)\b")


def judge(found, here):
    """Whether a program passes, and why not: ("same" | "reached" | "not reached" | "differs" | "refused", why)."""
    if here.refused:
        return "refused", here.refused
    if here.crashed and not here.schedules:
        return "crashed", here.crashed
    ours = list(here.schedules)
    if len(found) == 1 and len(ours) == 1:
        (wanted,) = found
        if matches(wanted, ours[0]):
            return "same", ""
        if here.limited and wanted.status is not None:
            return "differs", f"a limit was reached, schedule {here.limited}"
        return "differs", f"{difference(wanted, ours[0])}; schedule {here.schedules[ours[0]]}"
    missing = not_reached(found, ours)
    searched = [wanted for wanted in missing if is_searched(wanted, here.searched)]
    missing = [wanted for wanted in missing if wanted not in searched]
    if not missing:
        note = f", {len(searched)} of them by a search in which sleeps may be late" if searched else ""
        return "reached", f"{len(found)} outcomes there, {len(ours)} here{note}"
    wanted = missing[0]
    closest = min(ours, key=lambda got: (got.status != wanted.status, sorted(got.out) != sorted(wanted.out)))
    why = f"{len(missing)} of {len(found)} outcomes not reached in {here.runs} runs: {difference(wanted, closest)}"
    is_close = len(ours) > 1 and sorted(wanted.out) == sorted(closest.out) and wanted.status == closest.status
    return ("not reached" if is_close else "differs"), why


def is_searched(wanted, ends):
    return any(same_text(wanted.out, out) and stuck == (wanted.status is None) for out, stuck in ends)


def compare(path, sites):
    """What was found there and here; looks for what is missing here, in one way after the other."""
    is_sure = path.is_relative_to(args.root.resolve()) and "threads" not in marks(path)
    found = observe(path, range(min(args.runs, SURE) if is_sure else args.runs), sites)
    here = Here(args.driver, path).try_seeds(args.seeds)
    look_for(found, here)
    return found, here


def look_for(found, here):
    for look in (lambda missing: here.reach([wanted.out for wanted in missing]), lambda _: here.search()):
        verdict, _ = judge(found, here)
        if verdict not in ("not reached", "differs") or len(found) == 1 and len(here.schedules) == 1:
            return
        look(not_reached(found, here.schedules))


def again(path, sites, here, end):
    """Runs a program there once more, alone and as it is started by people; the verdict, or None if it is none to be told."""
    if not TIMED.search(path.read_text(encoding="utf-8")):
        return None
    for number in range(ROUNDS):
        runs = [attempt * len(INTERVALS) for attempt in range(number * CALM, (number + 1) * CALM)]
        found = observe(path, runs, sites)
        look_for(found, here)
        verdict = judge(found, here)
        if verdict[0] in ("same", "reached") or time.monotonic() > end:
            return verdict
    return verdict


def programs():
    """The programs that are asked for, and those for which this interpreter lacks a package."""
    paths = []
    for place in args.places or [args.root]:
        inside = sorted(place.rglob("*.py")) if place.is_dir() else [place]
        paths += [path.resolve() for path in inside if path.parent.resolve() != args.root.resolve()]
    untold = [path for path in paths if lacks(path)]
    return [path for path in paths if path not in untold], untold


def main():
    paths, untold = programs()
    end = time.monotonic() + 60 * args.minutes
    verdicts, late, doubtful = collections.Counter(), 0, []
    width = max((len(path.stem) + len(path.parent.name) + 1 for path in paths), default=0)

    def tell(path, verdict, why):
        verdicts[verdict] += 1
        if verdict not in ("same", "reached") or not args.quiet:
            print(f"{path.parent.name}/{path.stem}".ljust(width), verdict.ljust(12), why, flush=True)

    with tempfile.TemporaryDirectory() as folder:
        sites = Sites(folder)
        with concurrent.futures.ThreadPoolExecutor(WORKERS) as pool:
            in_time = lambda path: compare(path, sites) if time.monotonic() < end else None  # noqa: E731
            for path, result in zip(paths, pool.map(in_time, paths)):
                if result is None:
                    late += 1
                    continue
                found, here = result
                if all("ModuleNotFoundError: No module named" in outcome.err for outcome in found):
                    untold.append(path)
                    continue
                verdict, why = judge(found, here)
                if verdict in ("not reached", "differs"):
                    doubtful.append((path, here, verdict, why))
                else:
                    tell(path, verdict, why)
        # A machine with much else to do wakes sleepers late, and in another order.
        for path, here, *before in doubtful:
            verdict, why = again(path, sites, here, end) or before
            tell(path, verdict, f"in {CALM} runs alone; before, {before[1]}" if verdict in ("same", "reached") else why)

    good = verdicts["same"] + verdicts["reached"]
    total = sum(verdicts.values())
    print()
    print(", ".join(f"{count} {verdict}" for verdict, count in verdicts.most_common()))
    if untold:
        names = ", ".join(f"{path.parent.name}/{path.stem}" for path in sorted(untold))
        print(f"{len(untold)} were not run, for this interpreter has not all that they need: {names}")
    if late:
        print(f"{late} were not run: the time was up")
    print(f"{good} of {total} conform: {100 * good / max(total, 1):.1f} %")
    sys.exit(good != total)


if __name__ == "__main__":
    main()
