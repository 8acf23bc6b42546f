"""Run a program of this folder on the CPython that runs this: for the goldens, and for scripts/conform."""

import os
import pathlib
import re
import subprocess
import sys

MORE_PATIENCE = 5  # how many times as long a process may take that is at work


def header(source):
    """The `# key: value` lines that a program starts with."""
    found = {}
    for line in source.splitlines():
        match = re.fullmatch(r"# (\w+): (\w+)", line)
        if not match:
            break
        found[match[1]] = match[2]
    return found


def own_frames(text, path):
    """Tracebacks and warnings as if the library had no frames and the program no folder."""
    text = text.replace(f"{path.parent}{os.sep}", "")
    kept, skipping = [], False
    for line in text.splitlines(keepends=True):
        if line.startswith('  File "'):
            skipping = not line.startswith(f'  File "{path.name}"')
        elif not line.startswith("    "):
            skipping = False
        if not skipping:
            kept.append(line)
    return "".join(kept)


def activity(pid):
    """For how long, in seconds, the threads of a process have run, and have waited for a processor; None if nobody knows."""
    try:
        tasks = list(pathlib.Path(f"/proc/{pid}/task").iterdir())
        times = [[int(word) / 1e9 for word in (task / "schedstat").read_text().split()[:2]] for task in tasks]
    except (OSError, ValueError):
        return None
    return [sum(column) for column in zip(*times)] if times else None


def ended(process, patience):
    """What a process wrote, and its exit status: None if it did not end within so many seconds.

    One that is still at work has more time: the machine may have much else to do.
    """
    before, given = None, patience
    while True:
        try:
            out, err = process.communicate(timeout=given)
            return out, err, process.returncode
        except subprocess.TimeoutExpired:
            now = activity(process.pid)
            is_idle = not now or before and now[0] - before[0] < 0.005 and now[1] - before[1] < 0.2
            patience -= given / MORE_PATIENCE
            if is_idle or patience < 0:
                process.kill()
                out, err = process.communicate()
                return out, err, None
            before, given = now, 1


def run(path, patience, seed, site=None):
    """One run, with a hash seed and, if one is given, a folder whose sitecustomize.py comes first.

    What it wrote to its two streams, without the frames of libraries, and its exit status: None if it did not end, see
    `ended`.
    """
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    environment |= {"PYTHONHASHSEED": str(seed), "PYTHONUTF8": "1", "NO_COLOR": "1"}
    if site:
        environment["PYTHONPATH"] = str(site)
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
    out, err, status = ended(process, patience)
    return own_frames(out, path), own_frames(err, path), status
