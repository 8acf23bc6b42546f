"""What programs do on the CPython that runs this."""

import collections
import importlib.util
import pathlib

from cpython import header, run
from outcomes import normal

LONGEST = 20  # seconds that a program may take
STUCK = 2.5  # seconds after which a deadlock is believed, where the program says that it ends in one

# The program does not see the interval, unless it sets one itself.
INTERVAL = """
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

# SQLAlchemy gives each thread a database of its own in memory. In a file all share one, and that is what is here.
DATABASE = """
import itertools, os, tempfile
import sqlalchemy, sqlmodel

def install(create=sqlalchemy.create_engine, folder=tempfile.TemporaryDirectory(), number=itertools.count()):
    def create_engine(url, *args, **kwargs):
        if url in ("sqlite://", "sqlite:///:memory:"):
            url = f"sqlite:///{os.path.join(folder.name, str(next(number)))}"
        return create(url, *args, **kwargs)

    sqlalchemy.create_engine = sqlmodel.create_engine = create_engine

install()
"""


class Sites:
    """Folders with a sitecustomize.py each: how the interpreter is set up before a program runs."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        for kind, more in (("plain", ""), ("database", DATABASE)):
            for interval in INTERVALS:
                site = self.folder / kind / interval
                site.mkdir(parents=True, exist_ok=True)
                (site / "sitecustomize.py").write_text(INTERVAL.format(interval=interval) + more)

    def of(self, path, attempt):
        kind = "database" if "needs" in marks(path) else "plain"
        return self.folder / kind / INTERVALS[attempt % len(INTERVALS)]


def marks(path):
    """What a program says of itself."""
    return header(path.read_text(encoding="utf-8"))


def lacks(path):
    """The package that a program needs and this interpreter has not, or None."""
    need = marks(path).get("needs")
    return need if need and importlib.util.find_spec(need) is None else None


def observe(path, attempts, sites):
    """The outcomes of so many runs, and how often each came."""
    deadlocks = "ends" in marks(path)
    found = collections.Counter()
    for attempt in attempts:
        outcome = normal(*run(path, STUCK if deadlocks else LONGEST, attempt, sites.of(path, attempt)))
        found[outcome] += 1
        if outcome.status is None and found.total() > 1:
            break
    return found
